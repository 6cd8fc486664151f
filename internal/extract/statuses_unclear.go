package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// unclearStatuses tells where the status of a good response is a choice: a line or a printed response names one
// that stronger evidence lacks, or nothing says which of several statuses the described body has. It does not
// apply to what only one place names, nor to statuses that have no body. unsaid is true where tables describe a body
// and nothing of them says its status.
func (b *builder) unclearStatuses(unsaid bool) {
	documented := b.scope.statuses()
	for _, st := range b.scope.overruledStatuses() {
		if slices.ContainsFunc(b.op.Responses, func(r *api.Response) bool { return r.Status == st.code }) {
			continue
		}
		i := slices.IndexFunc(documented, status.succeeds)
		b.page.found.add("docs/unclear-status", st.pos, "the status "+itoa(st.code)+" stands here, but the page gives "+itoa(documented[i].code)+" elsewhere, which counts",
			b.page.at(documented[i].pos).related("the status that counts"))
	}
	var rivals []status
	for _, st := range documented {
		if st.mayHaveBody() {
			rivals = append(rivals, st)
		}
	}
	if !unsaid || len(rivals) < 2 || b.scope.bodyStatus() != 0 || len(b.scope.saidWithBody()) > 0 {
		return
	}
	b.page.found.add("docs/unclear-status", rivals[1].pos, "the page gives the statuses "+itoa(rivals[0].code)+" and "+itoa(rivals[1].code)+
		" and does not say which has the body that it describes; "+itoa(b.successOfBody())+" is taken",
		b.page.at(rivals[0].pos).related("the other status"))
}

// saidWithBody are the documented 2xx whose words say that something is returned: "201: A token is returned".
func (s *scope) saidWithBody() []int {
	var out []int
	for _, st := range s.statuses() {
		if !st.mayHaveBody() {
			continue
		}
		text := st.text
		if st.cell != nil {
			text = cellText(st.cell).Text
		}
		if dialect.SaysReturned(text) {
			out = append(out, st.code)
		}
	}
	return out
}

// overruledStatuses are the 2xx of lines and of printed responses that were not asked, see statuses. One that
// is printed above a body is told as a response without a table.
func (s *scope) overruledStatuses() []status {
	var out []status
	for _, l := range s.statusLines {
		out = append(out, l.statuses...)
	}
	for _, st := range s.printedStatuses() {
		if !slices.Contains(s.bodyStatuses(), st.code) {
			out = append(out, st)
		}
	}
	return slices.DeleteFunc(out, func(st status) bool {
		return !st.succeeds() || slices.ContainsFunc(s.statuses(), func(o status) bool { return o.code == st.code })
	})
}
