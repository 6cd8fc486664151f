package report

import (
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/strictyaml"
)

// Allowance is a breaking change that was accepted, with its reason.
type Allowance struct {
	Set     string // of several sets, the one that it is of; "" for any
	Rule    string
	Subject string // a pattern of path.Match, as in "Vault.*"
	Reason  string

	line int
	used bool
}

// Allowances are the accepted changes of a file.
type Allowances struct {
	file    string
	entries []*Allowance
}

// ReadAllowances reads a file of accepted changes: a list under "allow", each entry with rule,
// subject and reason. The error names the file, the line and the column.
func ReadAllowances(file string, text []byte) (*Allowances, error) {
	out := &Allowances{file: document.OneLine(file)}
	root, err := strictyaml.Document(text, "a file of accepted changes")
	if err == nil && root != nil {
		err = strictyaml.Each(root, "a file of accepted changes", out.read)
	}
	if err != nil {
		return nil, fmt.Errorf("%s:%w", out.file, err)
	}
	return out, nil
}

// read reads what stands under a key of the file.
func (a *Allowances) read(key, list *yaml.Node) error {
	if key.Value != "allow" {
		return strictyaml.At(key, "there is no key %q here: accepted changes are a list under allow", key.Value)
	}
	list = strictyaml.Aliased(list)
	if list.ShortTag() == "!!null" {
		return nil
	}
	if list.Kind != yaml.SequenceNode {
		return strictyaml.At(list, "accepted changes are a list of entries, each with a rule, a subject and a reason")
	}
	for _, n := range list.Content {
		entry, err := readAllowance(n)
		if err != nil {
			return err
		}
		a.entries = append(a.entries, entry)
	}
	return nil
}

func readAllowance(n *yaml.Node) (*Allowance, error) {
	a := &Allowance{line: n.Line}
	into := map[string]*string{"set": &a.Set, "rule": &a.Rule, "subject": &a.Subject, "reason": &a.Reason}
	err := strictyaml.Each(n, "an entry", func(key, value *yaml.Node) error {
		target := into[key.Value]
		if target == nil {
			return strictyaml.At(key, "an entry has no key %q: it has set, rule, subject and reason", key.Value)
		}
		if value = strictyaml.Aliased(value); value.Kind != yaml.ScalarNode {
			return strictyaml.At(value, "a text is needed here")
		}
		if value.ShortTag() != "!!null" {
			*target = strings.TrimSpace(value.Value)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	_, err = path.Match(a.Subject, "")
	switch {
	case a.Rule == "" || a.Subject == "":
		return nil, strictyaml.At(n, "an entry needs a rule and a subject, as the report writes them")
	case a.Reason == "":
		return nil, strictyaml.At(n, "an entry needs a reason")
	case err != nil:
		return nil, strictyaml.At(n, "%q is not a pattern: a [ or a \\ in it is not closed", a.Subject)
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
