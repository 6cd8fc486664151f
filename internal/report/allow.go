package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Allowance is a breaking change that was accepted, with its reason.
type Allowance struct {
	Set     string `yaml:"set"` // of several sets, the one that it is of; "" for any
	Rule    string `yaml:"rule"`
	Subject string `yaml:"subject"` // a pattern of path.Match, as in "Vault.*"
	Reason  string `yaml:"reason"`

	line int
	used bool
}

// Allowances are the accepted changes of a file.
type Allowances struct {
	file    string
	entries []*Allowance
}

// ReadAllowances reads a file of accepted changes: a list under "allow", each entry with rule,
// subject and reason. The error names the file and the line.
func ReadAllowances(file string, text []byte) (*Allowances, error) {
	out := &Allowances{file: document.OneLine(file)}
	var root struct {
		Allow []yaml.Node `yaml:"allow"`
	}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&root); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %s", out.file, document.OneLine(strings.TrimPrefix(err.Error(), "yaml: ")))
	}
	for _, n := range root.Allow {
		entry, err := readAllowance(&n)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %s", out.file, n.Line, document.OneLine(err.Error()))
		}
		out.entries = append(out.entries, entry)
	}
	return out, nil
}

func readAllowance(n *yaml.Node) (*Allowance, error) {
	text, err := yaml.Marshal(n)
	if err != nil {
		return nil, err
	}
	a := &Allowance{line: n.Line}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(a); err != nil {
		return nil, errors.New("an entry has set, rule, subject and reason, all texts, and nothing else")
	}
	_, err = path.Match(a.Subject, "")
	switch {
	case a.Rule == "" || a.Subject == "":
		return nil, errors.New("an entry needs a rule and a subject, as the report writes them")
	case strings.TrimSpace(a.Reason) == "":
		return nil, errors.New("an entry needs a reason")
	case err != nil:
		return nil, fmt.Errorf("%q is not a pattern: a [ or a \\ in it is not closed", a.Subject)
	}
	return a, nil
}

// Apply marks the breaking changes that are allowed.
func (a *Allowances) Apply(reports []*change.Report) {
	for _, r := range reports {
		for _, list := range [][]change.Change{r.Moved, r.Changes, r.Go} {
			for i := range list {
				a.apply(r.Set, &list[i])
			}
		}
	}
}

// apply marks a change whose breaking effects are all allowed.
func (a *Allowances) apply(set string, c *change.Change) {
	var reasons []string
	for _, effect := range c.Effects {
		if effect.Level != change.Breaking {
			continue
		}
		found := a.find(set, effect.Rule, c.Subject)
		if found == nil {
			return
		}
		reasons = append(reasons, found.Reason)
	}
	if len(reasons) > 0 {
		c.Allowed = document.OneLine(reasons[0])
	}
}

func (a *Allowances) find(set, rule, subject string) *Allowance {
	var found *Allowance
	for _, e := range a.entries {
		if e.Set != "" && e.Set != set || e.Rule != rule {
			continue
		}
		if ok, err := path.Match(e.Subject, subject); err != nil || !ok && e.Subject != subject {
			continue
		}
		e.used = true
		if found == nil {
			found = e
		}
	}
	return found
}

// Unused says which entries allow nothing, a line each: they are to be deleted, so that they
// cannot allow what nobody has thought of.
func (a *Allowances) Unused() []string {
	var out []string
	for _, e := range a.entries {
		if !e.used {
			out = append(out, fmt.Sprintf("%s:%d: nothing breaks %s at %s: delete the entry", a.file, e.line, document.OneLine(e.Rule), document.OneLine(e.Subject)))
		}
	}
	return out
}
