package dialect

// eachOfThem reports whether the words after a sentence go on with each of what it says that there may be, which is
// a part of the value: "Variables are supported. Each must start with a letter. Only letters and digits are allowed."
// It does not apply to the elements of what a sentence defines: "Names of the jars. Each must start with a letter."
func eachOfThem(sentence, after []tok) bool {
	n := len(sentence)
	if n < 3 || n > 6 || len(after) < 2 || sentence[n-2].low != "are" || after[0].low != "each" || !modals[after[1].low] {
		return false
	}
	for _, t := range sentence {
		if t.kind != tokWord || t.low == "only" {
			return false
		}
	}
	return sentence[n-1].low == "supported" || sentence[n-1].low == "allowed"
}

var modals = words("must", "can", "may", "should", "cannot")

// aboutWhole reports whether a sentence names the field or its value for its subject: "The value has 1 to 64
// characters", but not "It has", which may be one of the parts.
func (r *reader) aboutWhole(toks []tok) bool {
	verb := verbAt(toks, 0)
	if verb < 2 || toks[0].low != "the" && toks[0].low != "this" {
		return false
	}
	for _, t := range toks[1:verb] {
		if t.kind != tokWord || !wholeNouns[t.low] && !r.isDefined([]string{t.low}) {
			return false
		}
	}
	return true
}

// wholeNouns name the field, or its value as a whole.
var wholeNouns = words("attribute", "field", "length", "parameter", "string", "text", "total", "value", "whole")
