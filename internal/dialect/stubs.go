package dialect

func section(string) SectionRole      { return SectionUnknown }
func parseCaption(string) Caption     { return Caption{} }
func parseColumn(string) Column       { return ColumnUnknown }
func parseMandatory(string) Mandatory { return Mandatory{} }
func parseType(string) (Type, bool)   { return Type{}, false }
func limits(string) []Limit           { return nil }
func isEmpty(string) bool             { return false }
func tablePointer(string) int         { return 0 }
