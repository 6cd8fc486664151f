package doc

import (
	"fmt"
	"hash/crc32"
	"strings"
)

// TableHeader names the columns of TableLines, separated by tabs.
const TableHeader = "page\ttable\tcaption\tcolumns\thead_rows\tbody_rows\theader\tbody_crc32"

// TableLines gives a line for each table of a page, with the columns of TableHeader, so
// that two readers can be compared without a word about markup: all texts are reduced
// to the ASCII letters and digits in them. The last head row's cells are joined with a
// bar; the checksum is over the cells of the body, joined with bars, and its rows,
// joined with line ends.
func TableLines(page *Page, path string) []string {
	var lines []string
	for i, t := range page.Tables() {
		header := ""
		if n := len(t.Head); n > 0 {
			header = string(bareRow(nil, t.Head[n-1]))
		}
		var body []byte
		for k, row := range t.Body {
			if k > 0 {
				body = append(body, '\n')
			}
			body = bareRow(body, row)
		}
		lines = append(lines, fmt.Sprintf("%s\t%d\t%s\t%d\t%d\t%d\t%s\t%08x",
			path, i, bareText(nil, t.Caption), t.Cols, len(t.Head), len(t.Body), header, crc32.ChecksumIEEE(body)))
	}
	return lines
}

func bareRow(b []byte, row *Row) []byte {
	for i, cell := range row.Cells {
		if i > 0 {
			b = append(b, '|')
		}
		b = bareBlocks(b, cell.Blocks)
	}
	return b
}

func bareBlocks(b []byte, blocks []Block) []byte {
	for _, n := range blocks {
		b = bareBlock(b, n)
	}
	return b
}

func bareBlock(b []byte, n Block) []byte {
	switch n := n.(type) {
	case *Section:
		b = bareText(b, n.Title)
		b = bareBlocks(b, n.Blocks)
	case *Paragraph:
		b = bareText(b, n.Text)
	case *List:
		for _, item := range n.Items {
			b = bareBlocks(b, item.Blocks)
		}
	case *DefinitionList:
		for _, item := range n.Items {
			b = bareText(b, item.Term)
			b = bareBlocks(b, item.Blocks)
		}
	case *Quote:
		b = bareBlocks(b, n.Blocks)
	case *Note:
		b = bareText(b, n.Title)
		b = bareBlocks(b, n.Blocks)
	case *Table:
		b = bareText(b, n.Caption)
		for _, rows := range [][]*Row{n.Head, n.Body} {
			for _, row := range rows {
				for _, cell := range row.Cells {
					b = bareBlocks(b, cell.Blocks)
				}
			}
		}
	case *Code:
		for _, l := range n.Lines {
			b = bare(b, l.Text)
		}
	case *Fields:
		for _, f := range n.Fields {
			b = bare(b, f.Name)
			b = bareText(b, f.Body)
			b = bareBlocks(b, f.Blocks)
		}
	case *Other:
		b = bareOther(b, n)
	}
	return b
}

// bareOther leaves out what a reader of the published page does not see either. A
// comment counts: the reference reader keeps it in its tree.
func bareOther(b []byte, n *Other) []byte {
	switch n.Kind {
	case "comment", "figure", "container", "topic", "sidebar", "compound":
		return bareBlocks(b, n.Blocks)
	case "footnote":
		return bareBlocks(bare(b, strings.TrimLeft(n.Args, "#*")), n.Blocks)
	}
	return b
}

func bareText(b []byte, t Text) []byte {
	for _, in := range t {
		if in.Kind != Image {
			for _, s := range in.Segs {
				b = bare(b, s.Text)
			}
		}
	}
	return b
}

func bare(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			b = append(b, c)
		}
	}
	return b
}
