package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// successStatus is the status of a response whose page does not say: the one 2xx of those that the page
// documents with which it prints bodies, else that whose words say that something is returned, else the first
// 2xx, else the first below 400, else 200.
func (b *builder) successStatus() int {
	low := 0
	if code := b.scope.bodyStatus(); code != 0 && slices.ContainsFunc(b.scope.statuses(), func(s status) bool { return s.code == code }) {
		return code
	}
	if said := b.scope.saidWithBody(); len(said) > 0 {
		return said[0]
	}
	for _, s := range b.scope.statuses() {
		if s.succeeds() {
			return s.code
		}
		if s.good() && low == 0 {
			low = s.code
		}
	}
	for _, key := range b.order {
		if key.side == api.SideResponse && key.status.isCode() && key.status < 300 {
			return int(key.status)
		}
	}
	if low != 0 {
		return low
	}
	return 200
}

// successOfBody is successStatus for a body: of 204 and 200, HTTP has none with the first.
func (b *builder) successOfBody() int {
	code := b.successStatus()
	if (status{code: code}).mayHaveBody() {
		return code
	}
	for _, s := range b.scope.statuses() {
		if s.mayHaveBody() {
			return s.code
		}
	}
	return code
}

// bodyStatus is the 2xx of the status lines above the bodies of JSON that the scope prints, 0 where there is none
// or another one as well: of "HTTP/1.1 200 OK" alone and "HTTP/1.1 202 Accepted" above a body it is 202.
func (s *scope) bodyStatus() int {
	if codes := s.bodyStatuses(); len(codes) == 1 {
		return codes[0]
	}
	return 0
}

// bodyStatuses are the 2xx of the status lines above the bodies of JSON that the scope prints, each once.
func (s *scope) bodyStatuses() []int {
	if s.withBody == nil {
		s.withBody = s.readBodyStatuses()
	}
	return s.withBody
}

func (s *scope) readBodyStatuses() []int {
	found := []int{} // not nil, which asks again
	for _, c := range s.codes {
		if c.sideOf() == api.SideRequest {
			continue
		}
		above := 0 // the status of the line above, until its body begins
		for _, seg := range c.segs() {
			text := strings.TrimSpace(seg.Text)
			if code, ok := printedStatus(text); ok {
				above = code
			}
			if above < 200 || above >= 300 || !startsJSONLine(text) {
				continue
			}
			if !slices.Contains(found, above) {
				found = append(found, above)
			}
			above = 0
		}
	}
	return found
}

// printedStatus reads the first line of a printed response, "HTTP/1.1 204 No Content". The code is 0 where the line
// has none.
func printedStatus(text string) (code int, ok bool) {
	if !strings.HasPrefix(text, "HTTP/") {
		return 0, false
	}
	_, rest, _ := strings.Cut(text, " ")
	return statusCode(rest), true
}

// goodStatus is the status of a printed response whose page does not say: the lowest 2xx
// with a body, else the lowest 2xx, else the lowest below 400, else 200.
func goodStatus(op *api.Operation) int {
	best := func(fits func(*api.Response) bool) int {
		if i := slices.IndexFunc(op.Responses, fits); i >= 0 {
			return op.Responses[i].Status
		}
		return 0
	}
	ok := func(r *api.Response) bool { return r.Status >= 200 && r.Status < 300 }
	return cmp.Or(
		best(func(r *api.Response) bool { return ok(r) && r.Body != nil }),
		best(ok),
		best(func(r *api.Response) bool { return !api.IsError(r.Status) }),
		200,
	)
}
