package dialect

// eachOfThem reports whether the words after a sentence go on with each of what it says that there may be, which is
// a part of the value: "Variables are supported. Each must start with a letter. Only letters and digits are allowed."
// It does not apply to the elements of what a sentence defines: "Names of the jars. Each must start with a letter."
func eachOfThem(sentence, after []tok) bool {
	n := len(sentence)
	if n < 3 || n > 6 || tokAt(sentence, n-2).low != "are" || tokAt(after, 0).low != "each" || !modals[tokAt(after, 1).low] {
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
