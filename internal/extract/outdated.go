package extract

import "github.com/rst2openapi/rst2openapi/internal/dialect"

// outdated reports whether the operations of a page should no longer be used: its own title
// says so, or that of a chapter above it, as of a page in "Out-of-Date APIs".
func (p *page) outdated() bool {
	folders := p.profile.OutdatedFolders
	if dialect.Outdated(p.title, folders) {
		return true
	}
	for _, e := range p.above {
		if dialect.Outdated(e.Title, folders) {
			return true
		}
	}
	return false
}
