package convert

import (
	"cmp"
	"maps"
	"path"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Reader reads the pages of one family of documentation.
type Reader interface {
	// Role says, by its path, what a file of a set is to this reader.
	Role(file string) source.Role
	// Recognizes reports whether a text is a page that this reader reads. People save pages
	// under any name, so the text decides.
	Recognizes(page *source.File) bool
	// Read reads a page; files are those beside the pages, for what the page includes. It gives
	// a doc.Page for each part of the page that describes an operation with tables of its own:
	// mostly one. Findings go to found, which is of this page alone.
	Read(page *source.File, files source.Files, found *diag.List) []*doc.Page
	// Contents adds to into the pages that the reader's form of a table of contents lists.
	// Pages are all pages of the set, by path; readers must leave those that they do not know.
	Contents(files source.Files, pages []*doc.Page, into *doc.Contents)
}

// Pages reads the pages of a set into trees, sorted by path, and their table of contents.
// Pages of an unknown format are findings. The error is that of reading a page of OpenSet.
func (c *Converter) Pages(set Set, found *diag.List) ([]*doc.Page, *doc.Contents, error) {
	set.reportUnread(found)
	files := source.Files(set.Beside)
	names := slices.Sorted(maps.Keys(set.Pages))
	read := make([][]*doc.Page, len(names))
	lists := make([]diag.List, len(names))
	failed := make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		page, err := set.page(names[i])
		if err != nil {
			failed[i] = err
			return
		}
		read[i] = c.read(page, files, &lists[i])
	})
	if i := slices.IndexFunc(failed, func(err error) bool { return err != nil }); i >= 0 {
		return nil, nil, failed[i]
	}
	var pages []*doc.Page
	for i := range names {
		found.Merge(&lists[i])
		pages = append(pages, read[i]...)
	}
	contents := new(doc.Contents)
	for _, r := range c.Readers {
		r.Contents(files, pages, contents)
	}
	contents.Complete(pages)
	return pages, contents, nil
}

// read reads a page. A panic of the reader costs this page alone.
func (c *Converter) read(page *source.File, files source.Files, found *diag.List) (read []*doc.Page) {
	defer func() {
		if r := recover(); r != nil {
			read = nil
			addPanic(found, page.Path(), &parallel.Panic{Value: r, Stack: debug.Stack()})
		}
	}()
	for _, r := range c.Readers {
		if r.Recognizes(page) {
			return r.Read(page, files, found)
		}
	}
	found.Add("tool/unknown-format", page.Path(), source.Pos{Line: 1, Col: 1},
		"this page is in none of the forms that are read: RST, HTML, or text saved from the help centre")
	return nil
}

// service reads what the set says of its service and gives pages their public addresses,
// which count from the folder of the file of facts on.
func (c *Converter) service(set Set, pages []*doc.Page, contents *doc.Contents) profile.Service {
	file := ""
	if name := c.Profile.Facts.File; name != "" {
		file = source.Files(set.Beside).Nearest(name)
	}
	svc := c.Profile.Service(set.Beside[file])
	root := path.Dir(file) + "/"
	if file == "" && c.Profile.Facts.File != "" && !slices.ContainsFunc(pages, isRST) {
		svc = c.Profile.Exported(serviceName(pages, contents), set.Pages)
	}
	for _, p := range pages {
		file := strings.TrimPrefix(p.File.Path(), root)
		p.URL = svc.PageURL(file)
		p.EditURL = func(line int) string { return svc.EditURL(file, line) }
	}
	return svc
}

// isRST reports whether a page is one of a set in RST, which is not published without its file
// of facts.
func isRST(p *doc.Page) bool { return path.Ext(p.File.Path()) == extensionRST }

// serviceName is the short name of the service that a table of contents or the pages say they
// are of, "" where they tell several or none.
func serviceName(pages []*doc.Page, contents *doc.Contents) string {
	name := contents.Service
	for _, p := range pages {
		if name != "" && p.Service != "" && p.Service != name {
			return "" // pages of several services have no host in common
		}
		name = cmp.Or(name, p.Service)
	}
	return name
}
