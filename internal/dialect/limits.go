package dialect

func limits(text string) []Limit { return nil }
