// Package dialect knows words: which section title, caption, column head, type
// word, mandatory word and limit sentence of the documentation means what.
//
// It takes plain strings and returns plain values: it knows no tree, no places in a page
// and no OpenAPI. All knowledge of words is here as data (tables of phrases) with small
// grammars over it, so that a new spelling is a row and not an if somewhere else. A word
// that is not in the tables is "unknown", never a guess: the caller makes a finding of it.
//
// Text of a cell comes in as doc.Text.Marked gives it (the marks of strong and
// literal text kept), the blocks of a cell joined by "\n", the items of its bullet lists as lines that
// start with Bullet. In a type cell each cross reference stands as one rune, see RefRune.
package dialect

import "strings"

// Bullet starts the line of a list item in the text of a cell.
const Bullet = "• "

// RefRune stands for the n-th cross reference (counted from 0) in the text of a type
// cell, so that the grammar sees one token whatever the reference's label says.
func RefRune(n int) rune { return '\uE000' + rune(n) }

// SectionRole is what a section of a page is about.
type SectionRole string

// The section roles.
const (
	SectionUnknown  SectionRole = ""
	SectionFunction SectionRole = "function"
	SectionURI      SectionRole = "uri"
	SectionRequest  SectionRole = "request"  // parameters and often an example
	SectionResponse SectionRole = "response" // parameters and often an example
	// The example sections.
	SectionExampleRequest  SectionRole = "example-request"
	SectionExampleResponse SectionRole = "example-response"
	SectionExample         SectionRole = "example"         // of either
	SectionStatus          SectionRole = "status"          // status or return codes
	SectionErrors          SectionRole = "errors"          // error codes
	SectionHeaders         SectionRole = "headers"         // the headers of a response
	SectionRequestHeaders  SectionRole = "request-headers" // the headers of a request
	SectionOther           SectionRole = "other"           // known, carries no API facts (Constraints, Debugging …)
)

// Section says what a section's title means.
func Section(title string) SectionRole { return section(title, false) }

// LineSection says what a line of text means where it may stand for a title. A line that
// goes on like a sentence ("Request body for a new box", which may as well tell what a
// status means) is not a title.
func LineSection(line string) SectionRole { return section(line, true) }

// TableRole is what a table lists.
type TableRole string

// The table roles.
const (
	TableUnknown        TableRole = ""
	TablePath           TableRole = "path"
	TableURI            TableRole = "uri" // all that the URL has, in its path or its query
	TableQuery          TableRole = "query"
	TableHeader         TableRole = "request-header"
	TableBody           TableRole = "request-body"
	TableRequest        TableRole = "request" // place of the parameters not told by the words
	TableResponseHeader TableRole = "response-header"
	TableResponse       TableRole = "response-body"
	TableParameters     TableRole = "parameters" // "Parameter description": the section must tell
	TableStruct         TableRole = "struct"     // the fields of a named structure
	TableStatus         TableRole = "status"     // status codes and what they mean
	TableErrors         TableRole = "errors"     // error codes
	TableOther          TableRole = "other"      // known, carries no field (change history …)
)

// Caption is what a table's caption (without its "Table N" prefix) or the line that
// introduces it says.
type Caption struct {
	Role   TableRole
	Name   string // of a struct: the field or structure that it describes, as written
	Status int    // an HTTP status code named in the caption, or 0
}

// ParseCaption reads a caption. Role is TableUnknown where the words are not known.
func ParseCaption(caption Text) Caption { return parseCaption(caption) }

// Column is what a column of a table holds.
type Column string

// The column kinds.
const (
	ColumnUnknown     Column = ""
	ColumnName        Column = "name"
	ColumnSubName     Column = "sub-name" // Sub-parameter: the name when the first column is the parent
	ColumnMandatory   Column = "mandatory"
	ColumnOptional    Column = "optional" // the opposite: Yes is what may be left out
	ColumnType        Column = "type"
	ColumnDescription Column = "description"
	ColumnIn          Column = "in"     // Location, In: where a parameter stands
	ColumnStatus      Column = "status" // Status Code
	ColumnErrorCode   Column = "error-code"
	ColumnErrorMsg    Column = "error-message"
	ColumnDefault     Column = "default"
	ColumnRange       Column = "range"
	ColumnExample     Column = "example"
	ColumnOther       Column = "other" // known, carries no fact we use
)

// ParseColumn says what the column under a header cell holds.
func ParseColumn(head string) Column { return parseColumn(head) }

// ColumnOfCells says what a column under a head that ParseColumn does not know holds, by all its
// cells: ColumnMandatory, ColumnType or ColumnUnknown.
func ColumnOfCells(cells []string) Column { return columnOfCells(cells) }

// Need is what a Mandatory cell says.
type Need string

// The needs.
const (
	NeedUnknown     Need = ""
	NeedYes         Need = "yes"
	NeedNo          Need = "no"
	NeedConditional Need = "conditional" // mandatory only when …
)

// Mandatory is a Mandatory cell read.
type Mandatory struct {
	Need Need
	In   string // "query", "path", "header" or "body" where the cell tells it: "No (query parameter)"
}

// ParseMandatory reads a Mandatory cell.
func ParseMandatory(cell string) Mandatory { return parseMandatory(cell) }

// ParseOptional reads the cell of a column that tells what may be left out: Yes means optional.
func ParseOptional(cell string) Mandatory { return parseOptional(cell) }

// Kind is the basic kind of a type.
type Kind string

// The kinds of types.
const (
	KindUnknown Kind = ""
	KindString  Kind = "string"
	KindInteger Kind = "integer"
	KindNumber  Kind = "number"
	KindBoolean Kind = "boolean"
	KindObject  Kind = "object" // fields are told elsewhere, or free
	KindArray   Kind = "array"  // Elem nil: elements are told elsewhere
	KindMap     Kind = "map"    // string keys; Elem nil: any value
	KindNamed   Kind = "named"  // Name or Ref says which structure
	KindAny     Kind = "any"
	KindFile    Kind = "file"
	KindNull    Kind = "null"
)

// Type is a type cell read.
type Type struct {
	Kind   Kind
	Open   bool // KindAny: the word says that any value may come
	Elem   *Type
	Name   string // KindNamed: the structure's word as written ("protect_param"); "" if Ref is used
	Ref    int    // KindNamed with Name == "": the index of the cross reference
	Format string // OpenAPI format where the word tells it: int32, int64, float, double, date, …; never date-time
	// MinLength and MaxLength are the numbers in String(1-64), 0 where there is none.
	MinLength, MaxLength int
	// Enum are the values of a type cell that lists them: "Enum (a, b)".
	Enum []string
}

// ParseType reads a type cell. It returns false for words that it does not know; an
// identifier in the place of a structure name ("List<resource_tag>", "protect_param")
// is not unknown but KindNamed.
func ParseType(cell string) (Type, bool) { return parseType(cell) }

// LimitKind is what a sentence or a labelled line says about a value.
type LimitKind string

// The kinds of limits.
const (
	LimitMin       LimitKind = "min"      // Number; Of says of what
	LimitMax       LimitKind = "max"      // Number; Of says of what
	LimitMultiple  LimitKind = "multiple" // Number: the value is a whole number of times this one
	LimitEnum      LimitKind = "enum"     // Values: nothing else is allowed
	LimitValues    LimitKind = "values"   // Values that exist; the words do not say whether the list is closed
	LimitSome      LimitKind = "some"     // Values that exist beside others: "a, b, etc."
	LimitDefault   LimitKind = "default"  // Values[0]
	LimitConst     LimitKind = "const"    // Values[0]: the only value there is
	LimitOnly      LimitKind = "only"     // Values[0]: the one that callers can send
	LimitExample   LimitKind = "example"  // Values
	LimitPattern   LimitKind = "pattern"  // Pattern, anchored and safe for RE2 and ECMA 262
	LimitUnread    LimitKind = "unread"   // Pattern, as written: RE2 or ECMA 262 cannot read it, or it fits any part of a value
	LimitUnique    LimitKind = "unique"   // elements, or keys of a tag list, must differ
	LimitNullable  LimitKind = "nullable"
	LimitDeprecate LimitKind = "deprecated"
	LimitCondition LimitKind = "condition" // mandatory only when …
	LimitReadOnly  LimitKind = "read-only"
)

// Of says what a LimitMin or LimitMax counts.
type Of string

// What a bound counts.
const (
	OfUnsaid Of = ""       // "Minimum: 1": a length on strings, a count on arrays, else a value
	OfValue  Of = "value"  // ranges from 1 to 100
	OfLength Of = "length" // 1 to 255 characters
	OfItems  Of = "items"  // up to 10 keys, Array Length
	OfBytes  Of = "bytes"  // 64 KB: not a length in characters
)

// Read is how a limit was read.
type Read string

// The ways of reading, from the strongest on.
const (
	ReadLabel Read = "label" // "Minimum: **1**", "Enumeration values:"
	ReadProse Read = "prose" // in running text
)

// Value is a value named in a text.
type Value struct {
	Text string // without marks and quotes
	Off  int    // byte offset of Text in the string that was read
}

// Limit is one thing that a description says about a value.
type Limit struct {
	Kind   LimitKind
	Of     Of
	Number string // of LimitMin and LimitMax, a JSON number
	// Counted is what a number of items counts where the sentence is not about the field:
	// "lids" of "A box can have up to 5 lids". It limits a field of that name only.
	Counted string
	// Each is what Elems are called: "value" in "Each value can have up to 25 characters". In the
	// description of a field of that name the words are about the field.
	Each string
	// Named is the name that the words are about where they say one: "key" in "**key** cannot be
	// left blank". They limit a field of that name in all cases, and any other in some at the most: the
	// limit is Conditional.
	Named string
	// Exclusive is true for a bound that is not a value itself: "greater than 0".
	Exclusive bool
	// Unit is what the number of a default is counted in: "10 seconds".
	Unit    string
	Values  []Value
	Pattern string
	Read    Read
	Off     int // byte offsets of the words that say it
	End     int
	// Elems is true where the words are about each element of a list, not of the list
	// ("Each value can have up to 25 characters"). On a field that is not a list they are about
	// a part of it, and say nothing of the whole. "A tag value has up to 25 characters"
	// fits a list and a single value alike and does not set Elems.
	Elems bool
	// Weak is true where the words allow a value that the limit excludes.
	Weak bool
	// Conditional is true where the words hold in some cases or for a part of the value only ("If **action** is
	// **filter**, the value defaults to **1000**").
	Conditional bool
	part        bool // of the value, or of something else
	item        bool // in an item that begins with what it is about, a part of the value or a case
	implied     bool // by words such as "positive" and "not empty", which a printed bound makes precise
}

// Limits reads all that a description says about its value, in the order of the text.
// One thing said twice is reported twice; contradictions are the caller's business.
func Limits(text Text) []Limit { return limits(text) }

// RangeLimits reads the cell of a column whose head says that it holds the range of a value.
func RangeLimits(text Text) []Limit { return rangeLimits(text) }

// Number reads a number as pages write it, with thousands separators or a unit: "10,240", "5s",
// "40 GB". It is false for other words.
func Number(text string) (string, bool) { return numberWithUnit(text) }

// IsEmpty reports whether a cell says nothing: blank, "-", "N/A", "None".
func IsEmpty(cell string) bool { return isEmpty(cell) }

// maxCodeWords is how many words a code has at most: standard names of statuses are taken for codes, too.
const maxCodeWords = 4

// IsErrorCode reports whether a cell below "Error code" holds a code and not words for the reader: "-", or a
// sentence ("For other codes, contact support.").
func IsErrorCode(cell string) bool {
	cell = strings.Trim(cell, "*` ")
	words := len(strings.Fields(cell))
	return !isEmpty(cell) && words <= maxCodeWords && !(words > 2 && strings.HasSuffix(cell, "."))
}

// TablePointer finds "Table 3" in words such as "For details, see Table 3" and gives the
// number, or 0.
func TablePointer(text string) int { return tablePointer(text) }
