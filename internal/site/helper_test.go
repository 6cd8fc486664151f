package site_test

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/site"
)

const facts = "project = 'Lantern Store'\notcdocs_doc_link = '/lanterns/api-ref/'\notcdocs_service_type = 'lantern'\n" +
	"otcdocs_cloud_environment = 'eu_de'\notcdocs_repo_name = 'lantern-docs/lanterns'\n"

// lighting has a finding: the example shows a field that the table does not list.
const lighting = `Lighting a Lantern
==================

URI
---

POST /v1/lanterns/{lantern_id}/light

.. table:: **Table 1** Path Parameters

   ========== ========= ====== =================
   Parameter  Mandatory Type   Description
   ========== ========= ====== =================
   lantern_id Yes       String ID of the lantern
   ========== ========= ====== =================

Request Parameters
------------------

.. table:: **Table 2** Request body parameters

   ========= ========= ======= ===================
   Parameter Mandatory Type    Description
   ========= ========= ======= ===================
   hours     Yes       Integer How long it is lit.
   ========= ========= ======= ===================

Response Parameters
-------------------

**Status code: 200**

.. table:: **Table 3** Response body parameters

   ========= ====== ==========================
   Parameter Type   Description
   ========= ====== ==========================
   flame     String The flame of the lantern.
   ========= ====== ==========================

Example Requests
----------------

.. code-block::

   {"hours": 3}

Example Responses
-----------------

**Status code: 200**

.. code-block::

   {
     "flame": "blue",
     "smoke": "none"
   }
`

func converter(t *testing.T) *convert.Converter {
	t.Helper()
	p, _, ok := profile.BuiltIn(profile.Default)
	if !ok {
		t.Fatal("no profile")
	}
	return convert.New(p)
}

func converted(t *testing.T, name string, pages map[string]string) *convert.Result {
	t.Helper()
	set := convert.Set{Name: name, Pages: map[string][]byte{}, Beside: map[string][]byte{"conf.py": []byte(facts)}}
	for file, text := range pages {
		if path.Base(file) == "conf.py" {
			set.Beside = map[string][]byte{file: []byte(text)}
			continue
		}
		set.Pages[file] = []byte(text)
	}
	res, err := converter(t).Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// setOf converts pages to a set of the site.
func setOf(t *testing.T, name string, pages map[string]string) *site.Set {
	t.Helper()
	res := converted(t, name, pages)
	out := &site.Set{Name: name, Category: res.Service.Category, Package: "lantern", Stats: res.Stats, Findings: res.Findings, Pages: res.Pages()}
	var err error
	if out.YAML, err = res.Encode("x.yaml", true); err != nil {
		t.Fatal(err)
	}
	if out.JSON, err = res.Encode("x.json", true); err != nil {
		t.Fatal(err)
	}
	return out
}

// lanterns is a set with a history in which a limit changed.
func lanterns(t *testing.T) *site.Set {
	t.Helper()
	pages := map[string]string{"api/lighting.rst": lighting}
	set := setOf(t, "lanterns", pages)
	set.History = site.NewTimeline("lanterns")
	for i, text := range []string{strings.Replace(lighting, "hours     Yes", "hours     No ", 1), lighting} {
		res := converted(t, "lanterns", map[string]string{"api/lighting.rst": text})
		doc, err := res.Encode("x.yaml", true)
		if err != nil {
			t.Fatal(err)
		}
		side := &change.Side{Text: doc, Findings: res.Findings, FindingsKnown: true}
		if side.Document, err = document.Load(doc); err != nil {
			t.Fatal(err)
		}
		date := []string{"2023-12-30", "2024-02-01"}[i]
		if err := set.History.Add(site.State{Commit: []string{"aaa", "bbb"}[i], Date: date, Side: side, Stats: res.Stats}); err != nil {
			t.Fatal(err)
		}
	}
	return set
}

func built(t *testing.T, in site.Input) map[string][]byte {
	t.Helper()
	files, err := site.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tree parses a page.
func tree(t *testing.T, text []byte) *html.Node {
	t.Helper()
	n, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// elements gives all elements of a page, of a name where one is given.
func elements(n *html.Node, name string) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (name == "" || d.Data == name) {
			out = append(out, d)
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf is the text of an element, with single spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
