package htmldoc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// contentsName is the file beside exported pages that holds their table of contents.
const contentsName = "CLASS.TXT.json"

// chapter is an entry of CLASS.TXT.json.
type chapter struct {
	Title string `json:"title"`
	URI   string `json:"uri"`
	Code  string `json:"code"`
	Above string `json:"p_code"`
	// Product is the short name of the service.
	Product string `json:"product_code"`

	pos   source.Pos
	above int // the index of the chapter above, -1 at the top
}

// parseContents reads CLASS.TXT.json: a list of entries, each with its page, its title, its
// number and its parent's number.
//
//	[{"title": "Disks", "uri": "disks.html", "code": "1", "p_code": ""},
//	 {"title": "Creating a Disk", "uri": "create.html", "code": "2", "p_code": "1"}]
//
// The order of the entries is the order of the documentation. An entry whose parent is not
// there, or that would stand below itself, stands at the top.
func parseContents(text []byte) ([]chapter, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	if open, err := dec.Token(); err != nil || open != json.Delim('[') {
		return nil, fmt.Errorf("the table of contents cannot be read: it is not a list of entries")
	}
	places := newPlaces(strings.Split(string(text), "\n"))
	var out []chapter
	for dec.More() {
		var c chapter
		off := int(dec.InputOffset())
		off += len(text[off:]) - len(bytes.TrimLeft(text[off:], ", \t\r\n"))
		if err := dec.Decode(&c); err != nil {
			return nil, fmt.Errorf("the table of contents cannot be read: %w", err)
		}
		c.pos = places.pos(off)
		out = append(out, c)
	}
	if _, err := dec.Token(); err != nil {
		return nil, fmt.Errorf("the table of contents cannot be read: %w", err)
	}
	findParents(out)
	return out, nil
}

// maxChapters bounds how deep chapters stand inside each other; deeper ones stand at the top.
const maxChapters = 50

func findParents(list []chapter) {
	byCode := make(map[string]int, len(list))
	for i, c := range list {
		if _, twice := byCode[c.Code]; !twice && c.Code != "" {
			byCode[c.Code] = i
		}
	}
	for i, c := range list {
		list[i].above = -1
		if up, ok := byCode[c.Above]; ok {
			list[i].above = up
		}
	}
	const onTheWay = -1
	depths := make([]int, len(list)) // 0: not known yet
	for i := range list {
		var way []int // from chapter i up to one whose depth is known, or to the top
		for at := i; at >= 0 && depths[at] == 0; at = list[at].above {
			depths[at] = onTheWay
			way = append(way, at)
		}
		for k := len(way) - 1; k >= 0; k-- {
			c := &list[way[k]]
			if c.above >= 0 && (depths[c.above] == onTheWay || depths[c.above] >= maxChapters) {
				c.above = -1
			}
			depths[way[k]] = 1
			if c.above >= 0 {
				depths[way[k]] = depths[c.above] + 1
			}
		}
	}
}

// Contents lists the pages as CLASS.TXT.json does, also those that were saved in another
// form, or as the lists of pages in the HTML pages do where there is no such file. A table of contents that cannot be read counts as none: it
// gives the pages their order and their chapters, and no page is wrong without it.
func (r Reader) Contents(files source.Files, pages []*doc.Page, into *doc.Contents) {
	byName := make(map[string]*doc.Page, len(pages))
	for _, p := range pages {
		if name := baseName(p.File.Path()); byName[name] == nil {
			byName[name] = p
		}
	}
	file := files.Nearest(contentsName)
	if list, err := parseContents(files[file]); file != "" && err == nil {
		into.Service = product(list)
		addChapters(list, file, byName, into)
		return
	}
	own := slices.DeleteFunc(slices.Clone(pages), func(p *doc.Page) bool { return !r.Recognizes(p.File) })
	linked := make(map[*doc.Page]bool)
	find := func(_ *doc.Page, link string) *doc.Page { return byName[baseName(link)] }
	for _, p := range own {
		for _, link := range links(p) {
			linked[find(p, link)] = true
		}
	}
	for _, p := range own {
		if len(links(p)) > 0 && !linked[p] && into.Entry(p) == nil {
			into.Follow(nil, p, find)
		}
	}
}

// baseName is the name of a page's file without folder and extension.
func baseName(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// product is the service that all entries of a table of contents are of, "" where they differ.
func product(list []chapter) string {
	for _, c := range list {
		if c.Product != list[0].Product {
			return ""
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[0].Product
}

func addChapters(list []chapter, file string, byName map[string]*doc.Page, into *doc.Contents) {
	entries := make([]*doc.Entry, len(list))
	for i, c := range list {
		entries[i] = &doc.Entry{
			Title: strings.Join(strings.Fields(c.Title), " "), Page: byName[baseName(c.URI)], File: file, Pos: c.pos,
		}
	}
	for i, c := range list {
		if c.above < 0 {
			into.Add(nil, entries[i])
		} else {
			into.Add(entries[c.above], entries[i])
		}
	}
}

// links are the pages that the lists of a page link to.
func links(p *doc.Page) []string {
	var out []string
	doc.WalkAll(p.Blocks, func(b doc.Block) bool {
		if list, ok := b.(*doc.Other); ok && list.Kind == doc.PageList {
			out = append(out, list.Entries...)
		}
		return true
	})
	return out
}
