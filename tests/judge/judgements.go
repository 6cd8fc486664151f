package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// The judgements of findings in pages that are text, and in those that are HTML.
var (
	//go:embed judgements.tsv
	judgementText string
	//go:embed judgements_html.tsv
	judgementHTML string
)

// judgementFile judges a sample of the findings in one folder of sets: size of each rule.
type judgementFile struct {
	name, text, folder string
	size               int
}

var files = []judgementFile{
	{"judgements.tsv", judgementText, "corpus", drawSize},
	{"judgements_html.tsv", judgementHTML, "corpus-html", drawSizeHTML},
}

// parseAll reads all files.
func parseAll() ([]judgement, error) {
	var out []judgement
	for _, f := range files {
		judged, err := parse(f)
		if err != nil {
			return nil, err
		}
		out = append(out, judged...)
	}
	return out, nil
}

// judgement says whether a finding is true. Gone is set where the tool no longer makes it, mostly
// since it was false.
type judgement struct {
	rule, place string
	true, gone  bool
	reason      string
}

// parse reads a file of judgements: rule, place, true or false, here or gone, and the reason.
func parse(file judgementFile) ([]judgement, error) {
	var out []judgement
	seen := map[[2]string]bool{}
	for i, line := range strings.Split(file.text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 || cells[4] == "" {
			return nil, fmt.Errorf("%s:%d: rule, place, true or false, here or gone, and a reason are wanted", file.name, i+1)
		}
		j := judgement{rule: cells[0], place: cells[1], true: cells[2] == "true", gone: cells[3] == "gone", reason: cells[4]}
		switch key := [2]string{j.rule, j.place}; {
		case !j.true && cells[2] != "false":
			return nil, fmt.Errorf("%s:%d: %q is neither true nor false", file.name, i+1, cells[2])
		case !j.gone && cells[3] != "here":
			return nil, fmt.Errorf("%s:%d: %q is neither here nor gone", file.name, i+1, cells[3])
		case seen[key]:
			return nil, fmt.Errorf("%s:%d: this finding is judged twice", file.name, i+1)
		default:
			seen[key] = true
		}
		if _, ok := diag.Lookup(j.rule); !ok {
			return nil, fmt.Errorf("%s:%d: there is no rule %q", file.name, i+1, j.rule)
		}
		out = append(out, j)
	}
	return out, nil
}

// write gives the text of judgements below the comment that a text starts with.
func write(text string, all []judgement) string {
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		if !strings.HasPrefix(line, "#") {
			break
		}
		b.WriteString(line)
	}
	for _, j := range all {
		fmt.Fprintf(&b, "%s\t%s\t%v\t%s\t%s\n", j.rule, j.place, j.true, map[bool]string{true: "gone", false: "here"}[j.gone], j.reason)
	}
	return b.String()
}

func byPlace(all []judgement) map[[2]string]judgement {
	out := map[[2]string]judgement{}
	for _, j := range all {
		out[[2]string{j.rule, j.place}] = j
	}
	return out
}

// share is how many of the judged findings of a rule are true.
type share struct{ good, all int }

func (s share) part() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.good) / float64(s.all)
}

// sharesOf counts by rule, without the findings that are gone.
func sharesOf(all []judgement) map[string]share {
	out := map[string]share{}
	for _, j := range all {
		if j.gone {
			continue
		}
		s := out[j.rule]
		s.all++
		if j.true {
			s.good++
		}
		out[j.rule] = s
	}
	return out
}
