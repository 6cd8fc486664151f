package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// pages lists all pages of the site.
func (s *site) pages() ([]*page, error) {
	out := []*page{{File: "index.html", Template: "start.tmpl", Title: s.title, Here: "services", Site: s}}
	add := func(file, template, title, here string, v *service, data any) {
		out = append(out, &page{file, template, title, here, s, v, data})
	}
	q, err := s.quality()
	if err != nil {
		return nil, err
	}
	add("quality.html", "quality.tmpl", "How well the pages read", "quality", nil, q)
	rules, err := s.rules()
	if err != nil {
		return nil, err
	}
	add("findings.html", "rules.tmpl", "Findings", "findings", nil, rules)
	if all := s.timelines(); len(all) > 0 {
		c, err := s.changes(all)
		if err != nil {
			return nil, err
		}
		add("changes.html", "changes.tmpl", "Changes", "changes", nil, c)
	}
	for _, v := range s.services {
		add(path.Join(v.Slug, "index.html"), "service.tmpl", v.Title, "", v, nil)
		add(path.Join(v.Slug, "findings.html"), "findings.tmpl", "Findings of "+v.Title, "", v, nil)
		if s.viewer {
			add(path.Join(v.Slug, "reference.html"), "reference.tmpl", v.Title+" API reference", "", v, nil)
		}
		if t := v.set.History; t != nil {
			c, err := changesOf("Changes of "+v.Title+" by month", []*Timeline{t})
			if err != nil {
				return nil, err
			}
			add(path.Join(v.Slug, "changes.html"), "history.tmpl", "Changes of "+v.Title, "", v, c)
		}
	}
	return out, nil
}

// Operations is the number of operations, with variants.
func (v *service) Operations() int { return v.set.Stats.Operations + v.set.Stats.Variants }

// Category is the category of the service, "" where unknown.
func (v *service) Category() string {
	return clean(strings.NewReplacer("_", " ", "-", " ").Replace(v.set.Category))
}

// Package is the name of the Go package.
func (v *service) Package() string { return cmp.Or(v.set.Package, "client") }

// Stats are the counts of the set.
func (v *service) Stats() convert.Stats { return v.set.Stats }

// RowsRead is how many rows of tables are in the document or are known to belong elsewhere.
func (v *service) RowsRead() int { return v.set.Stats.RowsInSpec + v.set.Stats.RowsOther }

// Rows is how many rows the tables have.
func (v *service) Rows() int { return v.set.Stats.Rows }

// Examples is how many payloads of JSON the pages print.
func (v *service) Examples() int { return v.set.Stats.ExamplesJSON }

// ExamplesByTables is how many of them satisfy what the tables alone say.
func (v *service) ExamplesByTables() int { return v.set.Stats.ExamplesByTables }

// ExamplesValid is how many of them satisfy the document.
func (v *service) ExamplesValid() int { return v.set.Stats.ExamplesValid }

// Findings is how many there are of one family, docs or tool.
func (v *service) Findings(family string) int {
	n := 0
	for rule, count := range v.set.Stats.Findings {
		if diag.Family(rule) == family {
			n += count
		}
	}
	return n
}

// FindingsAt are the findings of the page that an operation is documented on, nil for none.
func (v *service) FindingsAt(op *operation) *pageFindings {
	for _, p := range v.Pages {
		if p.URL != "" && p.URL == op.DocsURL {
			return p
		}
	}
	return nil
}

// History reports whether the history of the set is known.
func (v *service) History() bool { return v.set.History != nil }

// Services are all services, for the start page.
func (p *page) Services() []*service { return p.Site.services }

// qualityView is how well the pages read.
type qualityView struct{ Coverage, Examples plot }

func (s *site) quality() (out qualityView, err error) {
	out.Coverage = plot{Title: "Rows of tables that were read, in per cent", Series: []string{"rows read"}, Unit: "%"}
	out.Examples = plot{Title: "Printed examples that are valid, in per cent", Series: []string{"by the tables alone", "by the document"}, Unit: "%"}
	for _, v := range s.services {
		out.Coverage.Rows = append(out.Coverage.Rows, plotRow{v.Title, []float64{percent(v.RowsRead(), v.Rows())}})
		if v.Examples() > 0 {
			out.Examples.Rows = append(out.Examples.Rows,
				plotRow{v.Title, []float64{percent(v.ExamplesByTables(), v.Examples()), percent(v.ExamplesValid(), v.Examples())}})
		}
	}
	const whole = 100
	if out.Coverage, err = out.Coverage.bars(whole); err != nil {
		return out, err
	}
	out.Examples, err = out.Examples.bars(whole)
	return out, err
}

// ruleCount is a rule with the number of its findings.
type ruleCount struct {
	diag.Rule
	Count int
	// Worst are the services with the most of them.
	Worst []serviceCount
}

type serviceCount struct {
	*service
	Count int
}

// rulesView are the findings of all sets by rule.
type rulesView struct {
	Plot  plot
	Rules []ruleCount // docs rules, the most frequent first
	Tool  []ruleCount
}

func (s *site) rules() (out rulesView, err error) {
	counts := s.total().Findings
	for _, r := range diag.Rules() {
		if counts[r.ID] == 0 {
			continue
		}
		c := ruleCount{r, counts[r.ID], s.worst(r.ID)}
		if diag.Family(r.ID) == "docs" {
			out.Rules = append(out.Rules, c)
		} else {
			out.Tool = append(out.Tool, c)
		}
	}
	for _, list := range [][]ruleCount{out.Rules, out.Tool} {
		slices.SortStableFunc(list, func(a, b ruleCount) int { return cmp.Compare(b.Count, a.Count) })
	}
	const most = 20
	out.Plot = plot{Title: "Findings by rule", Series: []string{"findings"}}
	for i, c := range out.Rules {
		if i == most {
			break
		}
		out.Plot.Rows = append(out.Plot.Rows, plotRow{c.ID, []float64{float64(c.Count)}})
	}
	if len(out.Plot.Rows) > 0 {
		out.Plot, err = out.Plot.bars(0)
	}
	return out, err
}

// worst are the three services with the most findings of a rule.
func (s *site) worst(rule string) []serviceCount {
	const most = 3
	var out []serviceCount
	for _, v := range s.services {
		if n := v.set.Stats.Findings[rule]; n > 0 {
			out = append(out, serviceCount{v, n})
		}
	}
	slices.SortStableFunc(out, func(a, b serviceCount) int { return cmp.Compare(b.Count, a.Count) })
	return out[:min(most, len(out))]
}

// changesView is what changed over time.
type changesView struct {
	Plot   plot
	Points []point // of one set
	Sets   []setChanges
}

// setChanges sums up the history of a set.
type setChanges struct {
	*service
	First, Last                   string // days
	Commits                       int    // that changed something
	Breaking, Warning, Compatible int
}

func (s *site) changes(all []*Timeline) (changesView, error) {
	out, err := changesOf("Changes of all services by month", all)
	out.Points = nil
	for _, v := range s.services {
		t := v.set.History
		if t == nil || len(t.points) == 0 {
			continue
		}
		c := setChanges{service: v, First: t.points[0].Date, Last: t.points[len(t.points)-1].Date}
		for _, p := range t.changed() {
			c.Commits++
			c.Breaking += p.Count("breaking")
			c.Warning += p.Count("warning")
			c.Compatible += p.Count("compatible")
		}
		out.Sets = append(out.Sets, c)
	}
	return out, err
}

func changesOf(title string, all []*Timeline) (out changesView, err error) {
	for _, t := range all {
		out.Points = append(out.Points, t.changed()...)
	}
	out.Plot = plot{Title: title, Series: []string{"breaking", "warning", "compatible"}, colors: levelColor}
	for _, m := range months(all) {
		out.Plot.Rows = append(out.Plot.Rows, plotRow{m.Name, []float64{float64(m.Breaking), float64(m.Warning), float64(m.Compatible)}})
	}
	if len(out.Plot.Rows) > 0 {
		out.Plot, err = out.Plot.columns()
	}
	return out, err
}
