package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// captioned gives the table below block i and that block, where the block is a paragraph that reads like the caption of
// the table, and nil elsewhere. Pages that were printed set captions as paragraphs:
//
//	<p><b>Table 2</b> Request parameters</p>
//	<table>…
//
// It does not apply to a table with a caption of its own, nor to a sentence about the table.
func captioned(blocks []doc.Block, i int) (*doc.Table, *doc.Paragraph) {
	if i+1 >= len(blocks) {
		return nil, nil
	}
	above, isParagraph := blocks[i].(*doc.Paragraph)
	below, isTable := blocks[i+1].(*doc.Table)
	if !isParagraph || !isTable || len(below.Caption) > 0 {
		return nil, nil
	}
	if plain := strings.TrimSpace(above.Text.String()); len(plain) > maxIntro || !dialect.IsTableTitle(plain) {
		return nil, nil
	}
	return below, above
}

// titleOf is the text of a line that is bold from end to end, which sets no part of it apart.
func titleOf(line doc.Text) doc.Text {
	if len(line) == 1 && line[0].Kind == doc.Strong {
		whole := line[0]
		whole.Kind = doc.Regular
		return doc.Text{whole}
	}
	return line
}
