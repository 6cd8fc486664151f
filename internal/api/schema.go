package api

// Kind is the kind of a JSON value.
type Kind string

// The kinds.
const (
	Any     Kind = "any"
	String  Kind = "string"
	Integer Kind = "integer"
	Number  Kind = "number"
	Boolean Kind = "boolean"
	Object  Kind = "object" // Schema nil: free-form
	Array   Kind = "array"  // Elem is never nil
	Map     Kind = "map"    // Elem is never nil
	Binary  Kind = "binary" // a file
)

// Type is the type of a value.
type Type struct {
	Kind   Kind
	Format string // an OpenAPI format, "" where none is claimed
	Open   bool   `json:",omitzero"` // of Any: a table says that any value may come, so examples do not tell which do
	Elem   *Type  // of Array and Map
	Schema *Schema
	// Also and Nullable are set by reconciliation: further kinds of values, and null, that
	// the evidence shows.
	Also     []Kind
	AlsoElem *Type // of an Array in Also whose elements are known
	Nullable bool
	// Order is set by the lock file: Kind and Also in the order that the document had them in.
	// Nil: Kind, then Also.
	Order []Kind
}

// Kinds are those of the values, in the order of the document.
func (t *Type) Kinds() []Kind {
	if t.Order != nil {
		return t.Order
	}
	return append([]Kind{t.Kind}, t.Also...)
}

// Schema is a named structure: an object with fields.
type Schema struct {
	Name   string // PascalCase, unique in the service once named
	Label  string // the name as the page writes it
	Fields []*Field
	Origin Origin
	Also   []Origin // further pages that document the same structure
	// Request is true where callers send it: mandatory fields are then required.
	Request bool
	// XMLName is the element that a body of this structure is as XML, "" for a body of
	// JSON and for the structures inside.
	XMLName string
	Root    *Type // not nil: the schema stands for this type and has no fields
	Extra   *Type // not nil: members of any other name have this type
	// PropertyNames are the names that generators gave its properties before, of the lock file; see
	// package toolname. Nil without one.
	PropertyNames map[string]string

	byName fieldIndex
}

// fieldIndex finds the fields of a schema that has many. Fields are appended, so what is new
// stands after what the index knows. Where a field was taken out, another one is the last that
// it knows, and it is made again; so does a copy of the schema.
type fieldIndex struct {
	of    *Schema
	last  *Field // of those that are known
	known int
	at    map[string]*Field
}

// Side is the side of the operation on which the structure stands.
func (s *Schema) Side() Side {
	if s.Request {
		return SideRequest
	}
	return SideResponse
}

// Field is the field of a name, nil where there is none.
func (s *Schema) Field(name string) *Field {
	const many = 32
	if len(s.Fields) > many {
		x := &s.byName
		if x.of != s || x.known > len(s.Fields) || x.last != s.Fields[x.known-1] {
			*x = fieldIndex{of: s, at: make(map[string]*Field, 2*len(s.Fields))}
		}
		for _, f := range s.Fields[x.known:] {
			if x.at[f.Name] == nil {
				x.at[f.Name] = f
			}
		}
		x.known, x.last = len(s.Fields), s.Fields[len(s.Fields)-1]
		return x.at[name]
	}
	for _, f := range s.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// Need says whether a caller must send a field.
type Need string

// The needs.
const (
	NeedUnsaid      Need = ""
	NeedYes         Need = "yes"
	NeedNo          Need = "no"
	NeedConditional Need = "conditional"
)

// Field is a member of a structure, or a parameter.
type Field struct {
	Name string
	Type Type
	Need Need
	Text string // prose, as plain text
	// Passages are the same prose as it is written for readers.
	Passages []Passage
	Claims   []Claim
	Origin   Origin
	// Also are the rows of further pages that describe the structure.
	Also []Row `json:",omitzero"`
	// Attribute is true for an attribute of an XML element.
	Attribute bool
	// Decided and Observed are set by reconciliation.
	Decided  Decided
	Observed []Observed
}

// Row is the row of a field on a further page. Where it says the same as that of another page, only the claims of
// the latter are kept: Claims is the page that has them.
type Row struct {
	Origin
	Claims string
}

// RowOn is the row of the field on a page, its first one where the page has none, and the page of the claims that
// the row makes.
func (f *Field) RowOn(page string) (row Origin, claims string) {
	if f.Origin.Page != page {
		for _, r := range f.Also {
			if r.Page == page {
				return r.Origin, r.Claims
			}
		}
	}
	return f.Origin, page
}

// Observed is what examples show for a field: values of one kind.
type Observed struct {
	Kind  string // as a Kind, or "null"
	Elems bool   // of the elements of a list
	Count int
	First []Origin // the first few
}

// Value is a JSON scalar: JSON holds its encoding.
type Value struct{ JSON string }

// Side is the side of an operation: what callers send, or what they get.
type Side string

// The sides.
const (
	SideRequest  Side = "request"
	SideResponse Side = "response"
)
