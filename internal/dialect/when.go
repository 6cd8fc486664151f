package dialect

import "strings"

// SaysWhen reports whether a description says in which cases the thing that it describes is
// needed or counts at all: "This parameter is available only when **type** is **jar**",
// "needed by jars only", "Either **id** or **name** must be specified". It does not apply to a
// case that is about a value ("If the value is **oak**, the lid is heavy").
func SaysWhen(description string) bool { return saysWhen(fold(description)) }

// SaysWhenOrList gives SaysWhen and SaysList of a description, which is folded once for both.
func SaysWhenOrList(description string) (when, list bool) {
	text := fold(description)
	return saysWhen(text), saysList(text)
}

func saysWhen(text string) bool {
	for sentence := range strings.SplitSeq(text, ".") {
		if !mayWhen(sentence) {
			continue // as nearly all
		}
		for _, w := range whenPhrases {
			if strings.Contains(sentence, w) {
				return true
			}
		}
		if hasAny(sentence, ifWords) && hasAny(sentence, thenWords) || hasAny(sentence, choiceWords) && hasAny(sentence, mustWords) {
			return true
		}
		for clause := range strings.SplitSeq(sentence, ",") {
			if hasAny(clause, userWords) && strings.HasSuffix(strings.TrimSpace(clause), " only") {
				return true
			}
		}
	}
	return false
}

// mayWhen is false for a text that has none of the words without which saysWhen is false: one of
// whenWords is in each of whenPhrases, in each of ifWords, and in what ends a clause of userWords.
func mayWhen(text string) bool { return hasAny(text, whenWords) || hasAny(text, choiceWords) }

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var (
	// whenPhrases say it by themselves.
	whenPhrases = []string{
		"available only ", "available when ", "available if ", "only available ", "valid only ", "valid when ", "valid if ", "only valid ",
		"mandatory when ", "mandatory if ", "mandatory only ", "mandatory for ", "only mandatory ",
		"required when ", "required if ", "required only ", "required for ", "only required ", "not required ",
		"needed when ", "needed if ", "needed only ", "only needed ", "not needed ",
		"used only when ", "used only if ", "only used when ", "only used if ", "set only when ", "set only if ",
		"configured only when ", "configured only if ", "specified only when ", "specified only if ",
		"takes effect only ", "effective only ", "only takes effect ", "is optional when ", "is optional if ",
		"cannot be set when ", "cannot be set if ", "not transferred when ", "not transferred if ", "not transferred for ",
		"must be set when ", "must be set if ", "must be specified when ", "must be specified if ",
	}
	whenWords = []string{"only", "when ", "if ", "not needed ", "not required ", "required for ", "mandatory for ", "not transferred for "}
	// ifWords start a case of which thenWords say what is needed then.
	ifWords   = []string{"if ", "when "}
	thenWords = []string{
		"this parameter is mandatory", "this parameter is required", "this parameter must be", "this parameter is not",
		"this field is mandatory", "this field is required", "this field must be", "this field is not",
		"it is mandatory", "it is required", "this parameter is optional", "this parameter does not need",
	}
	// choiceWords and mustWords together demand one of several.
	choiceWords = []string{"either ", "at least one of ", "one of the two "}
	mustWords   = []string{" must be ", " is required", " are required", " is mandatory", "need to be "}
	// userWords say who needs a thing, where "only" ends the clause.
	userWords = []string{"needed by ", "required by ", "needed for ", "used by "}
)
