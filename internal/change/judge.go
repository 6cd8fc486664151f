package change

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"
	"github.com/oasdiff/oasdiff/diff"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// verdict is what oasdiff says of one difference in one operation.
type verdict struct {
	pair     int
	rule     *checker.BackwardCompatibilityRule
	level    checker.Level
	text     string
	args     []any
	old, new int // numbers of the elements, 0 where there is none
}

// plain are the plain forms of two documents that hold the operations of pairs: each pair has a
// path of its own, so that what oasdiff makes of paths and operationIds is out of the way.
type plain struct{ old, new *openapi3.T }

func plainForms(pairs []pair, a, b *form) plain {
	out := plain{empty(), empty()}
	for i, p := range pairs {
		path := pairPath(i)
		names := urlpath.Params(p.old.Path)
		add(out.old, path, p.old.Method, a.operation(p.old, names))
		add(out.new, path, p.old.Method, b.operation(p.new, names))
		level(out.old.Paths.Value(path), out.new.Paths.Value(path), p)
	}
	return out
}

// judge has oasdiff compare the plain forms.
func judge(forms plain) (out []verdict, err error) {
	defer func() {
		// A library that compares documents must not end a program over a strange one.
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("the documents cannot be compared: %s", document.OneLine(fmt.Sprint(r)))
		}
	}()
	d, err := diff.Get(diff.NewConfig(), forms.old, forms.new)
	if err != nil {
		return nil, fmt.Errorf("the documents cannot be compared: %s", document.OneLine(err.Error()))
	}
	rules := map[string]*checker.BackwardCompatibilityRule{}
	for _, r := range checker.GetAllRules() {
		rules[r.Id] = &r
	}
	words := checker.NewDefaultLocalizer()
	config := checker.NewConfig(checker.GetAllChecks())
	for _, c := range checker.CheckBackwardCompatibilityUntilLevel(config, d, &diff.OperationsSourcesMap{}, checker.INFO) {
		i, ok := pairOf(c.GetPath())
		rule := rules[c.GetId()]
		if !ok || rule == nil || rule.Id == ruleMediaRemoved || rule.Id == ruleMediaAdded {
			continue // of the document as a whole, which the plain forms leave empty; or told by requests.go
		}
		out = append(out, verdict{
			pair: i, rule: rule, level: c.GetLevel(), text: c.GetUncolorizedText(words), args: c.GetArgs(),
			old: number(c.GetBaseSource()), new: number(c.GetRevisionSource()),
		})
	}
	return out, nil
}

func empty() *openapi3.T {
	return &openapi3.T{OpenAPI: "3.0.3", Info: &openapi3.Info{Title: "plain form", Version: "1"}, Paths: openapi3.NewPaths()}
}

func pairPath(i int) string { return "/" + strconv.Itoa(i) }

func pairOf(path string) (int, bool) {
	i, err := strconv.Atoi(strings.TrimPrefix(path, "/"))
	return i, err == nil
}

func add(t *openapi3.T, path, method string, op *openapi3.Operation) {
	item := &openapi3.PathItem{}
	item.SetOperation(method, op)
	t.Paths.Set(path, item)
}

// level takes out of the plain forms what only tells how a document is written: a body that a
// variant sends is always required, that of an operation without variants is where its schema
// demands a member.
func level(a, b *openapi3.PathItem, p pair) {
	if (p.old.Variant < 0) == (p.new.Variant < 0) {
		return
	}
	for _, item := range []*openapi3.PathItem{a, b} {
		for _, op := range item.Operations() {
			if op.RequestBody != nil {
				op.RequestBody.Value.Required = true
			}
		}
	}
}

func number(s *checker.Source) int {
	if s == nil {
		return 0
	}
	return s.Line
}
