package dialect

func words(ws ...string) map[string]bool {
	m := make(map[string]bool, len(ws))
	for _, w := range ws {
		m[w] = true
	}
	return m
}

// units are what numbers are counted in. A bound keeps its number whatever the unit is:
// the field itself is counted in the unit that the sentence names.
var units = words(
	"seconds", "second", "s", "ms", "millisecond", "milliseconds", "minutes", "minute", "min",
	"hours", "hour", "days", "day", "weeks", "months", "years",
	"gb", "gib", "mb", "mib", "kb", "kib", "tb", "tib", "pb", "b",
	"mbit/s", "kbit/s", "gbit/s", "bit/s", "mbps", "mb/s", "kb/s",
	"%", "percent", "times", "iops", "vcpus", "vcpu",
)

// shortUnits are the short forms of units of time and share, with the long ones.
var shortUnits = map[string]string{"s": "second", "ms": "millisecond", "min": "minute", "%": "percent"}

// byteUnits are the factors of the units of size.
var byteUnits = map[string]int{"kb": 1 << 10, "kib": 1 << 10, "mb": 1 << 20, "mib": 1 << 20}

// lengthUnits are what texts are counted in.
var lengthUnits = map[string]Of{
	"character": OfLength, "characters": OfLength, "chars": OfLength,
	"byte": OfBytes, "bytes": OfBytes,
}

var lengthAdjectives = words("unicode", "utf-8", "ascii", "english", "valid", "visible", "pem", "encoded", "pem-encoded", "utf-8-encoded",
	"alphanumeric", "printable", "hexadecimal", "base64-encoded")

// openWords end a list that does not name all its values.
var openWords = words("etc", "...", "other", "others", "another", "more", "so")

// clauseWords begin a new clause after "and".
var clauseWords = words(
	"the", "it", "its", "this", "is", "are", "can", "cannot", "must", "may", "defaults",
	"has", "should", "will", "which", "only", "if", "when", "where", "by", "does", "do",
	"indicates", "means", "starts", "ends", "start", "end",
)

// notValues are bare words that are never values, whatever the list.
var notValues = words(
	"the", "a", "an", "if", "when", "for", "in", "on", "of", "to", "with", "from", "by",
	"this", "that", "it", "its", "is", "are", "be", "can", "must", "may", "not", "see",
	"which", "or", "and", "as", "at", "any", "n/a", "none", "na", "one", "use", "only",
	"e.g", "i.e", "etc", "default", "id", "ids", "uuid", "url", "ip", "utc", "json", "xml",
)

// limitNouns are nouns whose default is not the default of the field: "the default maximum size is 5".
var limitNouns = words("unit", "minimum", "maximum", "range", "limit", "quota", "length", "upper", "lower")

// valuesAlone are those of them that are values where nothing else stands beside them.
var valuesAlone = words("on", "json", "xml", "none", "default", "any")

// thingsAlone are those of them that are values in small letters where nothing else stands beside
// them: "url" is a kind of a thing, "URL" describes one.
var thingsAlone = words("id", "url", "ip", "uuid", "utc")

// standIns are words, also in marks, that stand for values: "can be **UUID** or **0**".
var standIns = words("UUID")

// noDefault are words that fill a default that there is none.
var noDefault = words(
	"none", "n/a", "null", "nil", "blank", "empty", "-", "--", "unlimited", "no default",
)

// kindNouns count what the characters of a text are of: "at least two types of the following".
var kindNouns = words("types", "kinds", "categories")

// beforeNouns end the noun before them: "at least 5 for lids" counts no lids.
var beforeNouns = words("as", "at", "by", "during", "for", "from", "in", "of", "on", "per", "than", "to", "when", "with", "within", "without")

// numerals are the numbers that writers spell out.
var numerals = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "sixteen": "16", "twenty": "20", "thirty": "30",
	"thirty-two": "32", "forty": "40", "fifty": "50", "sixty-four": "64", "hundred": "100",
}

// conditionWords make what a sentence says hold in some cases only.
var conditionWords = words(
	"if", "when", "unless", "once", "otherwise", "whether", "for", "depending", "while",
	"after", "before", "where", "whose", "based",
)

// verbs end the subject of a sentence.
var verbs = words(
	"is", "are", "was", "can", "could", "may", "might", "must", "should", "shall", "will",
	"cannot", "has", "have", "had", "consists", "consist", "contains", "contain",
	"comprises", "ranges", "range", "specifies", "indicates", "defaults", "default",
	"supports", "support", "starts", "ends", "allows", "includes", "include", "takes",
	"does", "do", "cannot", "can't", "specify", "enter", "means", "identifies", "uses",
	"refers", "represents", "defines", "describes", "controls", "be", "only", "varies",
	"exceeds", "use", "accepts", "determines", "set", "holds", "provides", "lists",
	"ranging", "containing", "lie", "lies", "equals", "need", "needs", "remain", "remains", "currently",
)

// fillers are the words of a subject that name no thing.
var fillers = words(
	"the", "this", "that", "an", "a", "its", "it", "value", "values", "parameter", "field",
	"parameters", "fields", "attribute", "element", "option", "options", "possible", "valid",
	"available", "allowed", "supported", "current", "of", "also", "note", "total", "only",
	"which", "and", "but", ",", "they", "any", "length", "string", "input", "content", "specified",
	"setting", "in", "addition", "actual", "permitted", "accepted", "legal", "header", "text", "integer", "character",
)

// subjectNouns are the things that a sentence about the field may name: names of fields
// that describe the field itself more often than a neighbour.
var subjectNouns = words(
	"name", "id", "description", "port", "number", "weight", "priority", "password",
	"username", "version", "size", "address", "type", "protocol", "mode", "interval",
	"timeout", "period", "quantity", "list", "array", "key", "tag", "user", "label",
	"bandwidth", "capacity", "quota", "count", "remarks", "domain", "instance", "backup",
	"policy", "cluster", "group", "project", "enterprise", "topic", "queue", "rule",
	"disk", "volume", "object", "path", "display", "resource", "retention", "code", "format",
)

// eachNouns are the things of which a list has several.
var eachNouns = words("tag", "key", "id", "name", "address", "user", "port")

// elementNouns are plurals: a sentence about them is about each element of a list.
var elementNouns = words(
	"keys", "names", "ids", "tags", "elements", "items", "addresses", "labels", "ports",
)

// itemNouns are what lists are counted in.
var itemNouns = words(
	"keys", "values", "tags", "items", "elements", "ids", "rules", "records", "entries",
	"objects", "resources", "labels", "addresses", "groups", "names", "networks", "nics",
	"disks", "volumes", "policies", "members", "instances", "servers", "hosts", "domains",
	"users", "nodes", "conditions", "filters", "headers", "parameters", "ports", "queues",
	"topics", "blocks", "subnets", "pairs", "routes", "alarms", "metrics", "events",
	"key-value", "certificates", "listeners", "backups", "databases", "tables", "zones",
)
