package extract

import (
	"path"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// outdated reports whether the operations of a page should no longer be used: its own title
// says so, or that of any folder above it, as of a page in "Out-of-Date APIs".
func (p *page) outdated() bool {
	if dialect.Outdated(p.title) || dialect.Outdated(p.doc.Entry.Above) {
		return true
	}
	for dir := path.Dir(p.path); ; dir = path.Dir(dir) {
		if idx, ok := p.scope.byPath[path.Join(dir, "index.rst")]; ok && dialect.Outdated(idx.title) {
			return true
		}
		if dir == "." || dir == "/" {
			return false
		}
	}
}
