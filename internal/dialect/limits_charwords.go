package dialect

// containVerbs are the verbs between a value and its characters.
var containVerbs = words(
	"contain", "contains", "containing", "include", "includes", "consist", "consists",
	"consisting", "use", "have", "comprise",
)

// fillerChars stand between "must not contain" and the first character.
var fillerChars = words(
	"the", "any", "of", "following", "a", "an", "special", "characters", "character", ":",
	"these",
)

// charNames are the names of characters in both numbers; 'a', 'A' and '0' stand for the
// letters and digits.
var charNames = makeCharNames(map[string]string{
	"letter": "aA", "english letter": "aA", "lowercase letter": "a", "lower-case letter": "a",
	"uppercase letter": "A", "capital letter": "A", "lowercase english letter": "a",
	"uppercase english letter": "A", "alphabetic character": "aA",
	"digit": "0", "number": "0", "numeric character": "0",
	"alphanumeric character": "aA0", "underscore": "_", "underline": "_",
	"hyphen": "-", "dash": "-", "minus sign": "-", "period": ".", "dot": ".",
	"colon": ":", "semicolon": ";", "comma": ",", "slash": "/", "forward slash": "/",
	"backslash": "\\", "at sign": "@", "number sign": "#", "pound sign": "#",
	"hash sign": "#", "dollar sign": "$", "percent sign": "%", "percentage sign": "%",
	"ampersand": "&", "asterisk": "*", "plus sign": "+", "equal sign": "=",
	"equals sign": "=", "question mark": "?", "exclamation mark": "!",
	"exclamation point": "!", "vertical bar": "|", "tilde": "~", "caret": "^",
	"double quotation mark": "\"", "single quotation mark": "'", "apostrophe": "'",
	"greater-than sign": ">", "less-than sign": "<", "greater than sign": ">",
	"less than sign": "<", "angle bracket": "<>", "left angle bracket": "<",
	"right angle bracket": ">", "square bracket": "[]", "curly bracket": "{}",
	"brace": "{}", "space": " ", "backtick": "`",
})

// makeCharNames adds the plurals.
func makeCharNames(singular map[string]string) map[string]string {
	m := make(map[string]string, 2*len(singular)+4)
	for name, chars := range singular {
		m[name] = chars
		switch name[len(name)-1] {
		case 'h':
			m[name+"es"] = chars
		default:
			m[name+"s"] = chars
		}
	}
	m["lowercase and uppercase letters"] = "aA"
	m["uppercase and lowercase letters"] = "aA"
	m["uppercase or lowercase letters"] = "aA"
	return m
}
