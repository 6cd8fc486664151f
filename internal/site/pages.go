package site

import (
	"bytes"
	"embed"
	"html/template"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
)

//go:embed templates assets
var files embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"percent": percent, "count": count, "thousands": thousands, "lower": strings.ToLower,
	"ruleAnchor": ruleAnchor, "tab": func(p *page, here string) tab { return tab{p, here} },
}).ParseFS(files, "templates/*.tmpl"))

// page is one page of the site. The fields are what the layout uses; templates see the rest as Data.
type page struct {
	File     string // from the folder of the site on
	Template string
	Title    string
	Here     string // which entry of the menu it is
	Site     *site
	Service  *service // nil of a page about all
	Data     any
}

func (p *page) render() ([]byte, error) {
	var b bytes.Buffer
	err := templates.ExecuteTemplate(&b, p.Template, p)
	return b.Bytes(), err
}

// Root leads from the page to the folder of the site: "" or "../".
func (p *page) Root() string { return strings.Repeat("../", strings.Count(p.File, "/")) }

// Catalogue is the title of the site.
func (p *page) Catalogue() string { return p.Site.title }

// Viewer reports whether there is a reference.
func (p *page) Viewer() bool { return p.Site.viewer }

// Changes reports whether there is a history of any set.
func (p *page) Changes() bool { return len(p.Site.timelines()) > 0 }

// Total are the counts of all sets.
func (p *page) Total() convert.Stats { return p.Site.total() }

// Operations is the number of operations of all services, with variants.
func (p *page) Operations() int {
	t := p.Site.total()
	return t.Operations + t.Variants
}

func (s *site) total() convert.Stats {
	var total convert.Stats
	for _, name := range slices.Sorted(maps.Keys(s.stats)) {
		total.Add(s.stats[name])
	}
	return total
}

func (s *site) timelines() []*Timeline {
	var out []*Timeline
	for _, v := range s.services {
		if v.set.History != nil {
			out = append(out, v.set.History)
		}
	}
	return out
}

// addAssets adds the style sheet and the scripts.
func (s *site) addAssets(out map[string][]byte) error {
	all, err := files.ReadDir("assets")
	if err != nil {
		return err
	}
	for _, f := range all {
		name := path.Join("assets", f.Name())
		if out[name], err = files.ReadFile(name); err != nil {
			return err
		}
	}
	return nil
}

// percent is a share in per cent with one decimal, rounded down: only what is whole is 100.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return float64(part*1000/whole) / 10
}

// count writes a number with its noun: "1 finding", "1,200 findings".
func count(n int, noun string) string {
	text := thousands(n) + " " + noun
	if n != 1 {
		text += "s"
	}
	return text
}

// thousands writes a number with commas.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	rest := strconv.Itoa(n % 1000)
	return thousands(n/1000) + "," + strings.Repeat("0", 3-len(rest)) + rest
}

// ruleAnchor is where the page of all rules tells of one.
func ruleAnchor(id string) string { return "rule-" + strings.ReplaceAll(id, "/", "-") }

// tab is which page of a service is shown, for the menu of its pages.
type tab struct {
	Page *page
	Here string
}
