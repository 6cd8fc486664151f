package genserver

import (
	"fmt"
	"slices"
	"strings"
)

// shape is a path in the terms of a ServeMux: segments that are fixed, and free ones.
type shape struct {
	entry *entry
	fixed []string // "" for a free segment
	slash bool     // it ends in a slash
}

// shapeOf is nil where no request that a ServeMux passes on can have the path, and where it has
// no certain number of segments.
func shapeOf(e *entry) *shape {
	if e.template.long >= 0 {
		return nil
	}
	s := &shape{entry: e}
	for i, parts := range e.template.segments {
		text := ""
		if len(parts) == 1 && parts[0].param == "" {
			text = parts[0].text
		}
		switch {
		case text == "." || text == "..":
			return nil
		case len(parts) == 1 && parts[0] == part{}:
			if i+1 < len(e.template.segments) {
				return nil // two slashes
			}
			s.slash = true
			continue
		case strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~-") != "":
			text = ""
		}
		s.fixed = append(s.fixed, text)
	}
	return s
}

// String is the pattern of a ServeMux.
func (s *shape) String() string {
	var b strings.Builder
	for i, text := range s.fixed {
		if text == "" {
			text = fmt.Sprintf("{s%d}", i)
		}
		b.WriteString("/" + text)
	}
	if s.slash {
		b.WriteString("/{$}")
	}
	return b.String()
}

// overlaps reports whether a path can have both shapes.
func (s *shape) overlaps(other *shape) bool {
	if len(s.fixed) != len(other.fixed) || s.slash != other.slash {
		return false
	}
	for i, text := range s.fixed {
		if text != other.fixed[i] && text != "" && other.fixed[i] != "" {
			return false
		}
	}
	return true
}

// within reports whether each path of s has the other shape, too; both overlap.
func (s *shape) within(other *shape) bool {
	for i, text := range other.fixed {
		if text != "" && s.fixed[i] != text {
			return false
		}
	}
	return true
}

// group are shapes that share a pattern.
type group struct {
	pattern *shape
	shapes  []*shape
}

// grouped gives each shape a pattern such that a ServeMux takes all of them and finds the
// group of the most specific shape. It refuses patterns that overlap without one being
// within the other (/users/{id} and /{project}/disks share /users/disks), so these become
// one, and so does a group that would hide a shape of another.
func grouped(shapes []*shape) []*group {
	var groups []*group
	for _, s := range shapes {
		joined := &group{&shape{fixed: slices.Clone(s.fixed), slash: s.slash}, []*shape{s}}
		for at := 0; at < len(groups); {
			if other := groups[at]; joined.belongs(other) {
				joined.take(other)
				groups = slices.Delete(groups, at, at+1)
				at = 0 // the pattern may have grown
				continue
			}
			at++
		}
		groups = append(groups, joined)
	}
	for _, g := range groups {
		slices.SortStableFunc(g.shapes, func(a, b *shape) int { return bySpecificity(a.entry, b.entry) })
	}
	return groups
}

// belongs reports whether two groups cannot have patterns of their own.
func (g *group) belongs(other *group) bool {
	if !g.pattern.overlaps(other.pattern) {
		return false
	}
	inner, outer := g, other
	if !inner.pattern.within(outer.pattern) {
		inner, outer = other, g
	}
	if !inner.pattern.within(outer.pattern) || outer.pattern.within(inner.pattern) {
		return true
	}
	// What has the inner pattern is never looked for in the outer group.
	return slices.ContainsFunc(outer.shapes, func(o *shape) bool {
		return inner.pattern.overlaps(o) && !inner.pattern.within(o)
	})
}

// take joins two groups: a segment that is not fixed to the same text in both is free.
func (g *group) take(other *group) {
	for i, text := range other.pattern.fixed {
		if g.pattern.fixed[i] != text {
			g.pattern.fixed[i] = ""
		}
	}
	g.shapes = append(slices.Clone(other.shapes), g.shapes...) // the earlier one first
}

func bySpecificity(a, b *entry) int { return a.template.compare(b.template) }
