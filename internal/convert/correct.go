package convert

import (
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
	"github.com/rst2openapi/rst2openapi/internal/overlay"
)

// Overlay is a file of corrections.
type Overlay = overlay.File

// ErrCorrection says that a correction does not apply to the document of these pages.
var ErrCorrection = errors.New("a correction does not apply")

// ParseOverlay reads a file of corrections; name is how errors call it.
func ParseOverlay(name string, text []byte) (*Overlay, error) { return overlay.Parse(name, text) }

// corrected applies the overlays to a document, and makes sure that it is still one. It gives
// the document as JSON.
func (r *Result) corrected(doc *openapi.Document, overlays []*Overlay) ([]byte, error) {
	text, err := openapi.JSON(doc)
	if err != nil {
		return nil, err
	}
	text, err = overlay.Apply(text, overlays, r.rows)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrection, err)
	}
	loader := openapi3.NewLoader()
	d, err := loader.LoadFromData(text)
	if err == nil {
		err = d.Validate(loader.Context, openapi3.EnableExamplesValidation())
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the corrected document is not valid OpenAPI: %s", ErrCorrection, firstLine(err))
	}
	return text, nil
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// rows lists the rows of all tables of a page. A cell that spans rows counts for the row
// that it starts in.
func (r *Result) rows(page string) ([]overlay.Row, bool) {
	for _, p := range r.pages {
		if p.File.Path() != page {
			continue
		}
		var out []overlay.Row
		for _, t := range p.Tables() {
			for _, row := range t.Body {
				line := overlay.Row{Line: row.Pos().Line}
				for _, c := range row.Cells {
					line.Cells = append(line.Cells, cellText(c))
				}
				out = append(out, line)
			}
		}
		return out, true
	}
	return nil, false
}

// cellText is the running text of a cell.
func cellText(c *doc.Cell) string {
	var words []string
	doc.WalkAll(c.Blocks, func(n doc.Block) bool {
		if p, ok := n.(*doc.Paragraph); ok {
			words = append(words, p.Text.String())
		}
		return true
	})
	return strings.Join(words, " ")
}
