package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// describePages says of each page what it is, so that it can be seen which pages gave no
// operation, and that none of them should have.
func (x *extraction) describePages() []api.Page {
	var out []api.Page
	for _, p := range x.pages {
		d := api.Page{Path: p.path, Title: p.title, Kind: p.kind()}
		for _, op := range p.operations() {
			d.Operations = append(d.Operations, op.ID)
		}
		if p.guideOf != nil {
			d.Operations = append(d.Operations, p.guideOf.ID)
		}
		out = append(out, d)
	}
	return out
}

func (p *page) kind() api.PageKind {
	switch {
	case len(p.operations()) > 0:
		return api.PageOperation
	case p.guideOf != nil:
		return api.PageCall
	case p.foreign:
		return api.PageOtherService
	case len(p.lines) > 0:
		return api.PageUnread
	case p.lists(dialect.TableErrors):
		return api.PageErrorCodes
	case p.lists(dialect.TableStatus):
		return api.PageStatusCodes
	case dialect.ChangeHistory(p.title):
		return api.PageHistory
	case p.chapter:
		return api.PageIndex
	}
	return api.PageGuide
}

func (p *page) lists(role dialect.TableRole) bool {
	for _, t := range p.tables {
		if t.role == role {
			return true
		}
	}
	return false
}
