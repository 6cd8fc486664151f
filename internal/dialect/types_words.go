package dialect

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// scalars are the words for types that stand alone; in lower case and in the singular.
//
// Long is a word for int64 everywhere. Integer says nothing about the width and gets no
// format. Words for timestamps are plain strings: the pages write timestamps in many forms that
// are not the date-time of OpenAPI. A timestamp is a number on one page and a text on the
// next, so it is any.
var scalars = map[string]Type{
	"string":    {Kind: KindString},
	"str":       {Kind: KindString},
	"sting":     {Kind: KindString}, // misspelled
	"text":      {Kind: KindString},
	"char":      {Kind: KindString},
	"character": {Kind: KindString},
	"varchar":   {Kind: KindString},
	"datetime":  {Kind: KindString},
	"date-time": {Kind: KindString},
	"base64":    {Kind: KindString},
	"uuid":      {Kind: KindString, Format: "uuid"},

	"integer":  {Kind: KindInteger},
	"interger": {Kind: KindInteger}, // misspelled
	"int":      {Kind: KindInteger},
	"short":    {Kind: KindInteger},
	"int32":    {Kind: KindInteger, Format: "int32"},
	"int64":    {Kind: KindInteger, Format: "int64"},
	"long":     {Kind: KindInteger, Format: "int64"},
	"bigint":   {Kind: KindInteger, Format: "int64"},
	"int8":     {Kind: KindInteger},
	"int16":    {Kind: KindInteger},
	"uint":     {Kind: KindInteger},
	"uint8":    {Kind: KindInteger},
	"uint16":   {Kind: KindInteger},
	"uint32":   {Kind: KindInteger, Format: "int64"},
	"uint64":   {Kind: KindInteger},

	"number":     {Kind: KindNumber},
	"numeric":    {Kind: KindNumber},
	"decimal":    {Kind: KindNumber},
	"bigdecimal": {Kind: KindNumber},
	"float":      {Kind: KindNumber, Format: "float"},
	"double":     {Kind: KindNumber, Format: "double"},
	"float32":    {Kind: KindNumber, Format: "float"},
	"float64":    {Kind: KindNumber, Format: "double"},

	"boolean": {Kind: KindBoolean},
	"bool":    {Kind: KindBoolean},

	"object":     {Kind: KindObject},
	"json":       {Kind: KindObject},
	"jsonobject": {Kind: KindObject},
	"struct":     {Kind: KindObject},
	"structure":  {Kind: KindObject},
	"container":  {Kind: KindObject}, // an XML element with others in it
	"xml":        {Kind: KindObject},
	"reference":  {Kind: KindObject},

	"jsonarray":       {Kind: KindArray},
	"array_reference": {Kind: KindArray},

	"any":       {Kind: KindAny, Open: true},
	"anytype":   {Kind: KindAny}, // what generators of documentation print where they know no type: examples may tell it
	"timestamp": {Kind: KindAny},
	"file":      {Kind: KindFile},
	"binary":    {Kind: KindFile},
	"stream":    {Kind: KindFile},
	"null":      {Kind: KindNull},
	"none":      {Kind: KindNull},
}

// textWords are words for kinds of texts. Pages also name structures so, which count before them.
var textWords = words("byte", "email", "url", "uri", "ip", "ipv4", "ipv6", "cidr", "hostname", "password", "guid", "yaml", "md5", "rfc3339", "iso8601")

// IsTextWord reports whether a word in the place of a type is one for texts: "email", "URLs".
func IsTextWord(word string) bool {
	return textWords[strings.TrimSuffix(strings.ToLower(word), "s")]
}

// typeNouns folds the plural of the words of the grammar. Words for structures keep
// theirs: "Array of tags" names the structure "tags".
var typeNouns = map[string]string{
	"arrays":       "array",
	"booleans":     "boolean",
	"dicts":        "dict",
	"dictionaries": "dictionary",
	"doubles":      "double",
	"files":        "file",
	"floats":       "float",
	"integers":     "integer",
	"ints":         "int",
	"lists":        "list",
	"longs":        "long",
	"maps":         "map",
	"numbers":      "number",
	"objects":      "object",
	"strings":      "string",
	"structures":   "structure",
	"times":        "time",
	"uuids":        "uuid",
}

// notTypes are words that are never the name of a structure: what stands in a type cell
// of a row that was shifted by a column, and the reasons of HTTP ("OK").
var notTypes = map[string]bool{
	"accepted": true, "and": true, "conflict": true, "created": true, "false": true,
	"forbidden": true, "found": true, "in": true, "mandatory": true, "n": true,
	"na": true, "no": true, "not": true, "of": true, "ok": true, "optional": true,
	"or": true, "the": true, "time": true, "true": true, "type": true,
	"unauthorized": true, "unknown": true, "value": true, "y": true, "yes": true,
}

// structuredWords are the parts of type words that say that a value has members or elements.
var structuredWords = []string{"object", "dict", "map", "struct", "list", "array", "container", "[", "{"}

// NamesStructured reports whether a type cell says by one of the usual words that a value has members or elements:
// "Object", "LidSpec object". "JSON", which a text may hold, and the bare name of a structure do not.
func NamesStructured(cell string) bool {
	cell = strings.ToLower(cell)
	return slices.ContainsFunc(structuredWords, func(w string) bool { return strings.Contains(cell, w) })
}

// NamesSeveral reports whether a type cell that names a structure has it in the plural: "LidSpec objects". Of an
// only object this is a slip, so callers ask whether the field has a plural name, too.
func NamesSeveral(cell string) bool {
	before, ok := strings.CutSuffix(strings.ToLower(strings.TrimSpace(cell)), "objects")
	last, _ := utf8.DecodeLastRuneInString(before)
	return ok && (last == ' ' || last == '\n' || last >= RefRune(0) && last <= '\uF8FF')
}
