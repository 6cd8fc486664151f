// Package tcloud holds the documents of this project, as the profile tcloud publishes them, against
// the rules of the provider's own validator of OpenAPI documents.
package tcloud

import (
	"bytes"
	_ "embed"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

//go:embed rules.yaml
var rulesText []byte

//go:embed waivers.yaml
var waiversText []byte

// rule is an entry of rules.yaml.
type rule struct {
	ID       string `yaml:"id"`
	Severity string `yaml:"severity"`
	Class    string `yaml:"class"`
	Check    string `yaml:"check"`
	Not      string `yaml:"not"`
	Demand   string `yaml:"demand"`
}

// waiver is an entry of waivers.yaml: so many places of a document break a rule.
type waiver struct {
	Rule     string `yaml:"rule"`
	Document string `yaml:"document"`
	Places   int    `yaml:"places"`
	Reason   string `yaml:"reason"`
	Date     string `yaml:"date"`
}

var documents = []string{"cbr", "csbs", "evs", "iam", "sample", "smn", "vpc"}

func read(text []byte, into any) error {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	return dec.Decode(into)
}

func readRules(t *testing.T) []rule {
	t.Helper()
	var file struct {
		Rules []rule `yaml:"rules"`
	}
	if err := read(rulesText, &file); err != nil {
		t.Fatal(err)
	}
	return file.Rules
}

func readWaivers(t *testing.T) map[[2]string]waiver {
	t.Helper()
	var file struct {
		Waivers []waiver `yaml:"waivers"`
	}
	if err := read(waiversText, &file); err != nil {
		t.Fatal(err)
	}
	out := map[[2]string]waiver{}
	for _, w := range file.Waivers {
		key := [2]string{w.Rule, w.Document}
		if _, twice := out[key]; twice || w.Reason == "" || w.Places == 0 {
			t.Errorf("the waiver of %s for %s is twice there, or lacks a reason or places", w.Rule, w.Document)
		}
		if _, err := time.Parse(time.DateOnly, w.Date); err != nil {
			t.Errorf("the waiver of %s for %s has no date", w.Rule, w.Document)
		}
		out[key] = w
	}
	return out
}

// TestRules applies each rule to each document. What breaks one has a waiver that says how many
// places do, and why; a waiver for nothing fails too.
func TestRules(t *testing.T) {
	waivers := readWaivers(t)
	found := map[string]int{}
	for _, name := range documents {
		p := publishFile(t, "spec/"+name+".yaml")
		for _, r := range readRules(t) {
			if r.Check == "" {
				continue
			}
			fn, with, _ := strings.Cut(r.Check, " ")
			places := checks[fn](p, with)
			found[r.Class] += len(places)
			key := [2]string{r.ID, name}
			if w := waivers[key]; len(places) != w.Places {
				t.Errorf("%s, class %s, %s: %d places, waived are %d\n    %s", name, r.Class, r.ID, len(places), w.Places, strings.Join(places[:min(len(places), 60)], "\n    "))
			}
			delete(waivers, key)
		}
	}
	for key := range waivers {
		t.Errorf("the waiver of %s for %s is for no rule that is checked here", key[0], key[1])
	}
	t.Logf("places by class: %v", found)
}

// TestRulesAreWhole makes sure that the list of rules says of each how it is held.
func TestRulesAreWhole(t *testing.T) {
	used := map[string]bool{}
	seen := map[string]bool{}
	for _, r := range readRules(t) {
		if seen[r.ID] || (r.Check == "") == (r.Not == "") || r.Demand == "" || !strings.Contains("C P Q A V", r.Class) || r.Class == "" {
			t.Errorf("rule %q: twice there, or neither or both of check and not, or without demand or class", r.ID)
		}
		seen[r.ID] = true
		fn, _, _ := strings.Cut(r.Check, " ")
		if r.Check != "" && checks[fn] == nil {
			t.Errorf("rule %s: there is no check %s", r.ID, fn)
		}
		used[fn] = true
	}
	for name := range checks {
		if !used[name] {
			t.Errorf("no rule has the check %s", name)
		}
	}
}
