package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// minLines is the number of blocks of one line from which on they are the lines of one message.
const minLines = 3

// lineByLine joins the code blocks at the start of blocks that hold a line each, and gives their number: some
// pages set each line of a message as a block of its own,
//
//	{
//
//	"lid": 1
//
//	}
//
// It does not apply to two such blocks, a request line and its body, nor across words or a block of several lines.
func lineByLine(blocks []doc.Block) (whole *doc.Code, n int) {
	for ; n < len(blocks); n++ {
		c, ok := blocks[n].(*doc.Code)
		if !ok || textLines(c) > 1 {
			break
		}
	}
	if n < minLines {
		return nil, 0
	}
	joined := *blocks[0].(*doc.Code)
	joined.Lines = nil
	for _, b := range blocks[:n] {
		joined.Lines = append(joined.Lines, b.(*doc.Code).Lines...)
	}
	return &joined, n
}

// textLines is the number of lines of a code block that are not blank.
func textLines(c *doc.Code) int {
	n := 0
	for _, l := range c.Lines {
		if strings.TrimSpace(l.Text) != "" {
			n++
		}
	}
	return n
}
