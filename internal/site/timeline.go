package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/convert"
)

// State is a set as it was at a commit of its documentation.
type State struct {
	Commit string // its short name
	Date   string // of the commit: 2024-05-31
	Side   *change.Side
	Stats  convert.Stats
}

// Timeline is what changed in a set from commit to commit. States are added from the oldest on;
// what they were made of is not kept.
type Timeline struct {
	set    string
	before *State
	points []point
}

// NewTimeline makes the timeline of a set.
func NewTimeline(set string) *Timeline { return &Timeline{set: set} }

// point is a state and what it changed.
type point struct {
	Commit, Date string
	Stats        convert.Stats
	Report       *change.Report // nil of the first state
}

// Add adds the next state. The error says what in a document cannot be compared.
func (t *Timeline) Add(s State) error {
	p := point{Commit: s.Commit, Date: s.Date, Stats: s.Stats}
	if t.before != nil {
		r, err := change.Compare(t.set, t.before.Side, s.Side)
		if err != nil {
			return fmt.Errorf("%s, commit %s: %w", t.set, s.Commit, err)
		}
		p.Report = r
	}
	t.before = &s
	t.points = append(t.points, p)
	return nil
}

// changed are the points at which something changed, from the newest on.
func (t *Timeline) changed() []point {
	var out []point
	if t == nil {
		return nil
	}
	for _, p := range slices.Backward(t.points) {
		if p.Report != nil && !p.Report.Empty() {
			out = append(out, p)
		}
	}
	return out
}

// Count is the number of changes of a level: breaking, warning or compatible.
func (p point) Count(level string) int {
	l, err := change.ParseLevel(level)
	if err != nil || p.Report == nil {
		return 0
	}
	return p.Report.Count(l)
}

// changeList are changes of one level, as a page lists them.
type changeList struct {
	Title, Level string
	Lines        []changeLine
	More         int // that are not listed
	Folded       bool
}

type changeLine struct{ Subject, Text, For, Place string }

// Lists are the changes of a point, the worst first.
func (p point) Lists() []changeList {
	var out []changeList
	add := func(title, level string, folded bool, all []change.Change) {
		const most = 60
		if len(all) == 0 {
			return
		}
		list := changeList{Title: title, Level: level, Folded: folded}
		for i, c := range all {
			if i == most {
				list.More = len(all) - most
				break
			}
			list.Lines = append(list.Lines, lineOf(c))
		}
		out = append(out, list)
	}
	add("Names that call another endpoint", "breaking", false, p.Report.Moved)
	for _, l := range []change.Level{change.Breaking, change.Warning, change.Compatible} {
		add(strings.ToUpper(l.String()[:1])+l.String()[1:], l.String(), l == change.Compatible,
			slices.DeleteFunc(slices.Clone(p.Report.Changes), func(c change.Change) bool { return c.Level != l }))
	}
	return out
}

func lineOf(c change.Change) changeLine {
	out := changeLine{Subject: clean(c.Subject), Text: clean(c.Text)}
	var who []string
	for _, e := range c.Effects {
		if e.Level == c.Level && !slices.Contains(who, string(e.For)) {
			who = append(who, string(e.For))
		}
	}
	out.For = strings.Join(who, " and ")
	if place := cmp.Or(c.New, c.Old); place != nil {
		out.Place = clean(place.String())
	}
	return out
}

// Notes are what the set's own change history says that is new.
func (p point) Notes() []string {
	var out []string
	for _, e := range p.Report.History {
		out = append(out, clean(e.Date+": "+e.Text))
	}
	return out
}

// month is how many changes commits of one month made.
type month struct {
	Name                          string // 2024-05
	Breaking, Warning, Compatible int
}

// months are those from the first to the last change of timelines, without a gap. Commits without a
// date, or before there was git, are left out.
func months(all []*Timeline) []month {
	byName := map[string]*month{}
	var first, last time.Time
	for _, t := range all {
		for _, p := range t.changed() {
			day, err := time.Parse(time.DateOnly, p.Date)
			if err != nil || day.Year() < oldest || day.Year() > newest {
				continue
			}
			day = day.AddDate(0, 0, 1-day.Day())
			if first.IsZero() || day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
			name := day.Format(monthForm)
			m := byName[name]
			if m == nil {
				m = &month{Name: name}
				byName[name] = m
			}
			m.Breaking += p.Count("breaking")
			m.Warning += p.Count("warning")
			m.Compatible += p.Count("compatible")
		}
	}
	var out []month
	for day := first; !first.IsZero() && !day.After(last); day = day.AddDate(0, 1, 0) {
		name := day.Format(monthForm)
		if m := byName[name]; m != nil {
			out = append(out, *m)
		} else {
			out = append(out, month{Name: name})
		}
	}
	return out
}

const (
	monthForm      = "2006-01"
	oldest, newest = 1990, 2100 // years that a commit can be of: no date makes a chart without end
)
