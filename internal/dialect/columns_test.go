package dialect

import "testing"

// TestColumnHeads: words of heads in many forms, with what their cells say in brackets.
func TestColumnHeads(t *testing.T) {
	for head, want := range map[string]Column{
		"Argument": ColumnName, "Param Name": ColumnName,
		"Required?": ColumnMandatory, "Mandatory (Y/N)": ColumnMandatory, "Is Required": ColumnMandatory, "M/O": ColumnMandatory,
		"Required (true or false)": ColumnMandatory, "Mandatory(yes/no)": ColumnMandatory, "Optional (Yes/No)": ColumnOptional,
		"Mandatory (Yes)": ColumnUnknown, "Mandatory (for boxes)": ColumnUnknown, "Since (yes/no)": ColumnUnknown, "(yes/no)": ColumnUnknown,
		"Type/Constraint": ColumnType, "Type (Length)": ColumnType, "Data Type & Format": ColumnType, "Description and Value Range": ColumnDescription,
		"Description/Remarks": ColumnDescription, "Type/Default": ColumnUnknown, "Name/Type": ColumnUnknown, "Name/Length": ColumnUnknown, "Mandatory/Range": ColumnUnknown, "Type/Description": ColumnUnknown, "Description/Lid": ColumnUnknown, "Type/": ColumnUnknown,
		"Allowed Values": ColumnRange, "Style": ColumnIn, "Parameter Position": ColumnIn, "Type：": ColumnType, "Mandatory（Yes/No）": ColumnMandatory,
		"Attribute Type": ColumnType, "Datatype:": ColumnType, "Comments": ColumnDescription, "Since": ColumnUnknown, "": ColumnUnknown,
	} {
		if got := ParseColumn(head); got != want {
			t.Errorf("%q: %q, want %q", head, got, want)
		}
	}
}

func TestColumnOfCells(t *testing.T) {
	for _, c := range []struct {
		cells []string
		want  Column
	}{
		{[]string{"Yes", "no", "-", ""}, ColumnMandatory},
		{[]string{"M", "O"}, ColumnMandatory},
		{[]string{"Yes", "perhaps"}, ColumnUnknown},
		{[]string{"String", "Array of strings"}, ColumnType},
		{[]string{"String, 1 to 64 characters", "Integer (0 or more)"}, ColumnType},
		{[]string{"String", "Jars, 1 to 64"}, ColumnUnknown},
		{[]string{"String", "jar"}, ColumnUnknown},
		{[]string{"jar"}, ColumnUnknown},
		{[]string{"-"}, ColumnUnknown},
		{nil, ColumnUnknown},
	} {
		if got := ColumnOfCells(c.cells); got != c.want {
			t.Errorf("%q: %q, want %q", c.cells, got, c.want)
		}
	}
}

func TestParseOptional(t *testing.T) {
	for cell, want := range map[string]Need{
		"Yes": NeedNo, "y": NeedNo, "TRUE": NeedNo, "No": NeedYes, "N": NeedYes, "false": NeedYes,
		"Mandatory": NeedYes, "optional": NeedNo, "required if it is lit": NeedConditional, "√": NeedNo, "×": NeedYes, "blue": NeedUnknown, "": NeedUnknown,
	} {
		if got := ParseOptional(cell).Need; got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}
