package doc

// Walk visits n and the nodes below it in the order of the page, tables row by row. fn
// gets each block before what is inside it; where it gives false, the inside is left out.
func Walk(n Block, fn func(Block) bool) {
	if n == nil || !fn(n) {
		return
	}
	switch n := n.(type) {
	case *Section:
		WalkAll(n.Blocks, fn)
	case *List:
		for _, item := range n.Items {
			WalkAll(item.Blocks, fn)
		}
	case *DefinitionList:
		for _, item := range n.Items {
			WalkAll(item.Blocks, fn)
		}
	case *Quote:
		WalkAll(n.Blocks, fn)
	case *Note:
		WalkAll(n.Blocks, fn)
	case *Table:
		for _, rows := range [][]*Row{n.Head, n.Body} {
			for _, row := range rows {
				for _, cell := range row.Cells {
					WalkAll(cell.Blocks, fn)
				}
			}
		}
	case *Fields:
		for _, f := range n.Fields {
			WalkAll(f.Blocks, fn)
		}
	case *Other:
		WalkAll(n.Blocks, fn)
	case *Paragraph, *Code:
	}
}

// WalkAll visits each of blocks, see Walk.
func WalkAll(blocks []Block, fn func(Block) bool) {
	for _, n := range blocks {
		Walk(n, fn)
	}
}

// WalkSections visits the sections among blocks and those inside them; where fn gives false,
// the inside is left out. Sections stand in nothing but sections.
func WalkSections(blocks []Block, fn func(*Section) bool) {
	for _, b := range blocks {
		if s, ok := b.(*Section); ok && fn(s) {
			WalkSections(s.Blocks, fn)
		}
	}
}

// Tables lists the tables of a page in order, a table before those in its cells.
func (p *Page) Tables() []*Table {
	var tables []*Table
	WalkAll(p.Blocks, func(n Block) bool {
		if t, ok := n.(*Table); ok {
			tables = append(tables, t)
		}
		return true
	})
	return tables
}

// LabelsOf gives the labels that stand before a block.
func LabelsOf(n Block) []Label {
	switch n := n.(type) {
	case *Section:
		return n.Labels
	case *Paragraph:
		return n.Labels
	case *List:
		return n.Labels
	case *DefinitionList:
		return n.Labels
	case *Quote:
		return n.Labels
	case *Note:
		return n.Labels
	case *Table:
		return n.Labels
	case *Code:
		return n.Labels
	case *Fields:
		return n.Labels
	case *Other:
		return n.Labels
	}
	return nil
}
