package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		text string
		e    *api.Example
		want blockClass
	}{
		{"GET /v1/boxes", &api.Example{Side: api.SideRequest}, blockRequest},
		{"{}", &api.Example{Side: api.SideResponse}, blockResponse},
		{"X-Box: oak\nHost: a", nil, blockHeader},
		{"curl https://a\nX-Box: oak", nil, blockShell},
		{"$ ls", nil, blockShell},
		{"https://a/b", nil, blockOther},
		{"X-Box: oak\nand more", nil, blockOther},
		{"", nil, blockOther},
	} {
		var lines []doc.Seg
		for l := range strings.SplitSeq(c.text, "\n") {
			lines = append(lines, doc.Seg{Text: l})
		}
		b := &code{doc: &doc.Code{Lines: lines}}
		if got := b.classify(c.e); got != c.want {
			t.Errorf("%q: got %d, want %d", c.text, got, c.want)
		}
	}
}
