package site

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// rowAt finds the row of a table that a place is in: the last one that begins before it, in the
// innermost table.
func rowAt(blocks []doc.Block, pos source.Pos) (*doc.Table, *doc.Row) {
	block := last(blocks, pos)
	switch b := block.(type) {
	case nil:
		return nil, nil
	case *doc.Table:
		row := last(b.Body, pos)
		if row == nil {
			return nil, nil
		}
		if cell := last(row.Cells, pos); cell != nil {
			if table, inner := rowAt(cell.Blocks, pos); inner != nil {
				return table, inner
			}
		}
		return b, row
	}
	for _, blocks := range inside(block) {
		if table, row := rowAt(blocks, pos); row != nil {
			return table, row
		}
	}
	return nil, nil
}

// last is the last node that begins before a place or in it.
func last[T interface{ Pos() source.Pos }](nodes []T, pos source.Pos) (out T) {
	i, _ := slices.BinarySearchFunc(nodes, pos, func(n T, at source.Pos) int {
		if at.Before(n.Pos()) {
			return 1
		}
		return -1
	})
	if i > 0 {
		out = nodes[i-1]
	}
	return out
}

// inside are the blocks inside of a block that is not a table.
func inside(n doc.Block) [][]doc.Block {
	var out [][]doc.Block
	switch n := n.(type) {
	case *doc.Section:
		out = append(out, n.Blocks)
	case *doc.Quote:
		out = append(out, n.Blocks)
	case *doc.Note:
		out = append(out, n.Blocks)
	case *doc.Other:
		out = append(out, n.Blocks)
	case *doc.List:
		for _, item := range n.Items {
			out = append(out, item.Blocks)
		}
	case *doc.DefinitionList:
		for _, item := range n.Items {
			out = append(out, item.Blocks)
		}
	case *doc.Fields:
		for _, f := range n.Fields {
			out = append(out, f.Blocks)
		}
	}
	return out
}

// cells are the texts of a row, one for each column; "" where a cell of another row or column
// covers it.
func cells(row *doc.Row, cols int) []string {
	const longest = 300
	out := make([]string, cols)
	for _, c := range row.Cells {
		if c.Col < cols {
			out[c.Col] = shorten(clean(text(c.Blocks)), longest)
		}
	}
	return out
}

// text is what blocks say, on one line.
func text(blocks []doc.Block) string {
	var parts []string
	doc.WalkAll(blocks, func(n doc.Block) bool {
		switch n := n.(type) {
		case *doc.Paragraph:
			parts = append(parts, n.Text.String())
		case *doc.Section:
			parts = append(parts, n.Title.String())
		case *doc.Code:
			for _, line := range n.Lines {
				parts = append(parts, line.Text)
			}
		}
		return true
	})
	return strings.Join(parts, " ")
}
