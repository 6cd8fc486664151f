package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// blockClass is what a code block of an operation page shows.
type blockClass int

// The classes of code blocks. Each block is one of them.
const (
	blockOther    blockClass = iota // a fragment, a list of values, a script
	blockRequest                    // a request line or a body that is sent
	blockResponse                   // a response
	blockHeader                     // headers alone
	blockShell                      // a command line
)

// Blocks counts the code blocks of operation pages by what they show.
type Blocks struct{ Request, Response, Header, Shell, Other int }

// All is the number of code blocks.
func (b Blocks) All() int { return b.Request + b.Response + b.Header + b.Shell + b.Other }

func (b *Blocks) add(c blockClass) {
	switch c {
	case blockRequest:
		b.Request++
	case blockResponse:
		b.Response++
	case blockHeader:
		b.Header++
	case blockShell:
		b.Shell++
	default:
		b.Other++
	}
}

// classify says what the block shows. e is the example that it started or went on with,
// nil where it is none.
func (c *code) classify(e *api.Example) blockClass {
	if e != nil && e.Side == api.SideRequest {
		return blockRequest
	}
	if e != nil {
		return blockResponse
	}
	headers, lines := 0, 0
	for _, l := range c.doc.Lines {
		text := strings.TrimSpace(l.Text)
		if text == "" {
			continue
		}
		lines++
		if lines == 1 && dialect.StartsShell(text) {
			return blockShell
		}
		if name, value, ok := strings.Cut(text, ":"); ok && naming.IsName(name) && !strings.HasPrefix(value, "//") {
			headers++
		}
	}
	if lines > 0 && headers == lines {
		return blockHeader
	}
	return blockOther
}
