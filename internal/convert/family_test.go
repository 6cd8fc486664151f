package convert

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// booklet is a reader of a family of its own, to hold that one can be added: a page is a
// booklet of several operations, its parameters stand in a file beside it.
//
//	chapter Boxes
//	call GET /v1/boxes/{box_id} Showing a Box
//	takes box_id
type booklet struct{}

func (booklet) Role(file string) source.Role {
	switch path.Ext(file) {
	case ".booklet":
		return source.PageFile
	case ".params":
		return source.BesideFile
	}
	return source.NotRead
}

func (booklet) Recognizes(f *source.File) bool { return path.Ext(f.Path()) == ".booklet" }

func (booklet) Read(f *source.File, files source.Files, found *diag.List) []*doc.Page {
	words := make(map[string]string)
	for line := range strings.Lines(string(files[strings.TrimSuffix(f.Path(), "booklet")+"params"])) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		words[name] = text
	}
	var pages []*doc.Page
	chapter := ""
	for i, line := range f.Lines() {
		at := doc.At{Start: source.Pos{Line: i + 1, Col: 1}}
		text := func(s string) doc.Text {
			return doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{{Text: s, Pos: at.Start}}}}
		}
		verb, rest, _ := strings.Cut(line, " ")
		switch verb {
		case "chapter":
			chapter = rest
		case "call":
			method, rest, _ := strings.Cut(rest, " ")
			url, title, _ := strings.Cut(rest, " ")
			uri := &doc.Section{At: at, Level: 2, Title: text("URI"), Blocks: []doc.Block{&doc.Paragraph{At: at, Text: text(method + " " + url)}}}
			pages = append(pages, &doc.Page{File: f, Above: chapter, Blocks: []doc.Block{
				&doc.Section{At: at, Level: 1, Title: text(title), Blocks: []doc.Block{uri}},
			}})
		case "takes":
			if words[rest] == "" {
				found.Addf("docs/missing-structure", f.Path(), at.Start, "no file beside the page tells what %s is", rest)
				continue
			}
			cells := func(texts ...string) *doc.Row {
				row := &doc.Row{At: at}
				for i, s := range texts {
					row.Cells = append(row.Cells, &doc.Cell{At: at, Col: i, ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{&doc.Paragraph{At: at, Text: text(s)}}})
				}
				return row
			}
			top := pages[len(pages)-1].Blocks[0].(*doc.Section)
			top.Blocks = append(top.Blocks, &doc.Table{
				At: at, Form: doc.FormText, Caption: text("Path parameters"), Cols: 3,
				Head: []*doc.Row{cells("Parameter", "Type", "Description")}, Body: []*doc.Row{cells(rest, "String", words[rest])},
			})
		}
	}
	return pages
}

func (booklet) Contents(source.Files, []*doc.Page, *doc.Contents) {}

// TestAnotherFamily reads a set whose reader is not one of this module: pages of several
// operations each, with tables of their own, and files beside them.
func TestAnotherFamily(t *testing.T) {
	c := otc(t)
	c.Readers = append([]Reader{booklet{}}, c.Readers...)
	set, err := c.ReadSet(fs.FS(fstest.MapFS{
		"boxes.booklet": {Data: []byte("chapter Boxes\ncall GET /v1/boxes/{box_id} Showing a Box\ntakes box_id\ncall DELETE /v1/boxes/{box_id} Deleting a Box\ntakes box_id\ntakes lid\n")},
		"boxes.params":  {Data: []byte("box_id Which box\n")},
	}), "boxes")
	if err != nil {
		t.Fatal(err)
	}
	res, err := c.Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, op := range res.Service.Operations {
		line := op.ID + " " + op.Method + " " + op.Path + " in " + op.Tag + " at " + op.Origin.Page + ":" + op.Origin.Pos.String() + ":"
		for _, q := range op.Params {
			line += " " + q.Name + " (" + q.Text + ", " + q.Origin.Pos.String() + ")"
		}
		got = append(got, line)
	}
	want := "ShowBox GET /v1/boxes/{box_id} in Boxes at boxes.booklet:2:1: box_id (Which box, 3:1)\n" +
		"DeleteBox DELETE /v1/boxes/{box_id} in Boxes at boxes.booklet:4:1: box_id (Which box, 5:1)"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if len(res.Findings) != 1 || res.Findings[0].String() != "boxes.booklet:6:1: no file beside the page tells what lid is [docs/missing-structure]" {
		t.Errorf("findings: %v", res.Findings)
	}
}
