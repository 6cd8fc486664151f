package convert

import (
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/textdoc"
)

// textWords are the words that tell the cells of a table saved as text apart.
var textWords = textdoc.Words{
	Section: func(s string) bool { return dialect.Section(s) != dialect.SectionUnknown },
	// "Constraints" is a section of a page, a column of a table and a label in a cell.
	Label: func(s string) bool {
		return dialect.Section(s) == dialect.SectionOther && dialect.ParseColumn(s) != dialect.ColumnUnknown
	},
	Column:    textColumn,
	Type:      func(s string) bool { _, ok := dialect.ParseType(s); return ok },
	Mandatory: func(s string) bool { return dialect.ParseMandatory(s).Need != dialect.NeedUnknown },
}

func textColumn(s string) textdoc.Column {
	switch dialect.ParseColumn(s) {
	case dialect.ColumnUnknown:
		return textdoc.NoColumn
	case dialect.ColumnName:
		return textdoc.Name
	case dialect.ColumnMandatory, dialect.ColumnOptional:
		return textdoc.Mandatory
	case dialect.ColumnType:
		return textdoc.Type
	case dialect.ColumnStatus:
		return textdoc.Status
	case dialect.ColumnDescription:
		return textdoc.Description
	}
	return textdoc.OtherColumn
}
