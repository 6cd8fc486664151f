package convert

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// faulty is a reader whose pages make the tool fail: "read" while they are read, "pass" with a
// tree that no reader makes. Another page is a booklet.
type faulty struct{ booklet }

func (r faulty) Read(f *source.File, files source.Files, found *diag.List) []*doc.Page {
	switch text := string(f.Lines()[0]); text {
	case "read":
		panic("\x1b[31ma page\nthat panics")
	case "pass":
		return []*doc.Page{{File: f, Blocks: []doc.Block{&doc.Section{Level: 1, Blocks: []doc.Block{(*doc.Table)(nil)}}}}}
	}
	return r.booklet.Read(f, files, found)
}

// A panic costs the page that it comes from, whatever pass it ends, and is a finding.
func TestPanicCostsOnePage(t *testing.T) {
	c := otc(t)
	c.Readers = []Reader{faulty{}}
	set := Set{Name: "boxes", Pages: map[string][]byte{}}
	for i := range 12 {
		text := fmt.Sprintf("call GET /v1/boxes%d/{box_id} Showing Box%c\n", i, 'A'+i)
		switch i {
		case 3:
			text = "read"
		case 5, 11:
			text = "pass"
		}
		set.Pages[fmt.Sprintf("p%02d.booklet", i)] = []byte(text)
	}
	res, err := c.Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(res.Service.Operations); n != 9 {
		t.Errorf("%d operations, want those of the 9 good pages", n)
	}
	var pages []string
	for _, f := range res.Findings {
		if f.Rule != "tool/internal-error" {
			continue
		}
		pages = append(pages, path.Base(f.Page))
		if !strings.Contains(f.Message, "report") || strings.ContainsAny(f.Message, "\x1b\n") || strings.Contains(f.Message, "0x") {
			t.Errorf("finding %q", f.Message)
		}
	}
	if got := strings.Join(pages, " "); got != "p03.booklet p05.booklet p11.booklet" {
		t.Errorf("findings of %s, want of p03, p05 and p11", got)
	}
	if !strings.Contains(fmt.Sprint(res.Findings), "at internal/") {
		t.Errorf("no finding tells where the tool failed: %v", res.Findings)
	}
}

// A page that was left out is not looked at again, to see whether the pages are of several sets.
func TestPanicAmongSeveralSets(t *testing.T) {
	c := otc(t)
	c.Readers = []Reader{faulty{}}
	set := Set{Name: "all", Beside: map[string][]byte{"boxes/contents": nil, "jars/contents": nil}, Pages: map[string][]byte{
		"boxes/a.booklet": []byte("call GET /v1/boxes/{box_id} Showing a Box\n"),
		"boxes/b.booklet": []byte("pass"),
		"jars/a.booklet":  []byte("call GET /v1/jars/{jar_id} Showing a Jar\n"),
	}}
	_, err := c.Convert(set)
	var several *SeveralSets
	if !errors.As(err, &several) || len(several.Names) != 2 {
		t.Errorf("error %v, want two sets", err)
	}
}

// Where more pages fail than a set is worth, the set is given up with an error, not a panic.
func TestPanicOfManyPagesCostsTheSet(t *testing.T) {
	c := otc(t)
	c.Readers = []Reader{faulty{}}
	set := Set{Name: "boxes", Pages: map[string][]byte{}}
	for i := range mostPanics + 1 {
		set.Pages[fmt.Sprintf("p%02d.booklet", i)] = []byte("pass")
	}
	res, err := c.Convert(set)
	var internal *InternalError
	if !errors.As(err, &internal) || !strings.Contains(err.Error(), "boxes") || len(internal.Stack()) == 0 {
		t.Fatalf("error %v, want an *InternalError that names the set, with its stack", err)
	}
	if len(res.Service.Operations) != 0 {
		t.Error("a set that was given up has operations")
	}
}
