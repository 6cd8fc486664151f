package dialect

import "strings"

func parseColumn(head string) Column {
	word := strings.TrimRight(singular(fold(head)), "?: ")
	if col := columns[word]; col != ColumnUnknown {
		return col
	}
	if col := combined(word); col != ColumnUnknown {
		return col
	}
	before, rest, _ := strings.Cut(word, "(")
	if choice, ok := strings.CutSuffix(rest, ")"); ok && isChoice(choice) {
		return columns[strings.TrimRight(before, "? ")]
	}
	return ColumnUnknown
}

// combined is the column that the first word of a head names, where the others name what may stand in its cells, too:
// "Type/Constraint", "Description and Value Range", "Type (Length)". It does not apply to other words, "Type/Default",
// which would be lost.
func combined(head string) Column {
	head = strings.TrimSuffix(headJoints.Replace(head), ")")
	first, others, _ := strings.Cut(head, "/")
	col := columns[strings.TrimSpace(first)]
	if col != ColumnType && col != ColumnDescription {
		return ColumnUnknown
	}
	for other := range strings.SplitSeq(others, "/") {
		if other = strings.TrimSpace(other); columns[other] != ColumnRange && !rangeNouns[other] && (col != ColumnDescription || columns[other] != ColumnDescription) {
			return ColumnUnknown
		}
	}
	return col
}

var headJoints = strings.NewReplacer(" and ", "/", " & ", "/", "&", "/", " (", "/", ",", "/")

// rangeNouns stand in the head of a column beside its word for what it says of values.
var rangeNouns = words("format", "length", "limit", "limits", "size", "max length", "maximum length", "precision", "unit")

// isChoice reports whether a text lists the words that the cells of a column choose from: "yes/no", "M/O".
func isChoice(text string) bool {
	n := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '/' || r == '|' || r == ',' || r == ' ' }) {
		if _, ok := needs[word]; !ok && word != "or" {
			return false
		}
		n++
	}
	return n > 1
}

// columnOfCells says what a column under a head of unknown words holds by what all its cells say:
// whether something is mandatory, or types.
func columnOfCells(cells []string) Column {
	needed, typed, n := 0, 0, 0
	for _, cell := range cells {
		if IsEmpty(cell) {
			continue
		}
		n++
		if _, ok := needs[fold(cell)]; ok {
			needed++
		}
		if t, ok := parseType(cell); ok && t.Kind != KindNamed && t.Kind != KindNull {
			typed++
		} else if _, _, _, ok := TypeAndRange(cell); ok {
			typed++
		}
	}
	switch {
	case n == 0:
	case needed == n:
		return ColumnMandatory
	case typed == n:
		return ColumnType
	}
	return ColumnUnknown
}

// NamesMember reports whether the head of a column stands above members of something, "Field" and "Element", and
// not above values.
func NamesMember(head string) bool { return memberNouns[singular(fold(head))] }

var memberNouns = words("field", "field name", "element", "element name", "member", "attribute", "property", "key", "component", "part")

// columns is keyed by singular(fold(head)).
var columns = map[string]Column{
	"parameter":                       ColumnName,
	"parameter name":                  ColumnName,
	"name":                            ColumnName,
	"field":                           ColumnName,
	"field name":                      ColumnName,
	"attribute":                       ColumnName,
	"attribute name":                  ColumnName,
	"element":                         ColumnName,
	"element name":                    ColumnName,
	"header":                          ColumnName,
	"header name":                     ColumnName,
	"header field":                    ColumnName,
	"request header":                  ColumnName,
	"request header name":             ColumnName,
	"response header":                 ColumnName,
	"request parameter":               ColumnName,
	"response parameter":              ColumnName,
	"response item":                   ColumnName,
	"property":                        ColumnName,
	"key":                             ColumnName,
	"member":                          ColumnName,
	"item":                            ColumnName,
	"path parameter":                  ColumnName,
	"query parameter":                 ColumnName,
	"path":                            ColumnOther,
	"sub-parameter":                   ColumnSubName,
	"subparameter":                    ColumnSubName,
	"sub parameter":                   ColumnSubName,
	"sub-field":                       ColumnSubName,
	"subfield":                        ColumnSubName,
	"sub-attribute":                   ColumnSubName,
	"mandatory":                       ColumnMandatory,
	"argument":                        ColumnName,
	"variable":                        ColumnName,
	"variable name":                   ColumnName,
	"property key":                    ColumnName,
	"field key":                       ColumnName,
	"argument name":                   ColumnName,
	"param":                           ColumnName,
	"param name":                      ColumnName,
	"parameter key":                   ColumnName,
	"property name":                   ColumnName,
	"member name":                     ColumnName,
	"key name":                        ColumnName,
	"body parameter":                  ColumnName,
	"header parameter":                ColumnName,
	"uri parameter":                   ColumnName,
	"url parameter":                   ColumnName,
	"optional":                        ColumnOptional,
	"is optional":                     ColumnOptional,
	"is required":                     ColumnMandatory,
	"whether required":                ColumnMandatory,
	"required/optional":               ColumnMandatory,
	"required or optional":            ColumnMandatory,
	"optional/mandatory":              ColumnMandatory,
	"optional/required":               ColumnMandatory,
	"optional or required":            ColumnMandatory,
	"optional or mandatory":           ColumnMandatory,
	"compulsory":                      ColumnMandatory,
	"obligatory":                      ColumnMandatory,
	"needed":                          ColumnMandatory,
	"m/o":                             ColumnMandatory,
	"yes/no":                          ColumnMandatory,
	"requirement":                     ColumnMandatory,
	"necessity":                       ColumnMandatory,
	"necessary":                       ColumnMandatory,
	"presence":                        ColumnMandatory,
	"mandatory or not":                ColumnMandatory,
	"mandatory/optional":              ColumnMandatory,
	"mandatory or optional":           ColumnMandatory,
	"is mandatory":                    ColumnMandatory,
	"whether mandatory":               ColumnMandatory,
	"required":                        ColumnMandatory,
	"required or not":                 ColumnMandatory,
	"type":                            ColumnType,
	"parameter type":                  ColumnType,
	"value type":                      ColumnType,
	"data type":                       ColumnType,
	"field type":                      ColumnType,
	"variable type":                   ColumnType,
	"header type":                     ColumnType,
	"param type":                      ColumnType,
	"attribute type":                  ColumnType,
	"property type":                   ColumnType,
	"argument type":                   ColumnType,
	"element type":                    ColumnType,
	"datatype":                        ColumnType,
	"json type":                       ColumnType,
	"format":                          ColumnOther,
	"description":                     ColumnDescription,
	"parameter description":           ColumnDescription,
	"field description":               ColumnDescription,
	"meaning":                         ColumnDescription,
	"remarks":                         ColumnDescription,
	"attribute description":           ColumnDescription,
	"explanation":                     ColumnDescription,
	"comment":                         ColumnDescription,
	"comments":                        ColumnDescription,
	"details":                         ColumnDescription,
	"detail":                          ColumnDescription,
	"notes":                           ColumnDescription,
	"desc":                            ColumnDescription,
	"desc.":                           ColumnDescription,
	"instruction":                     ColumnDescription,
	"req":                             ColumnMandatory,
	"req.":                            ColumnMandatory,
	"remark":                          ColumnDescription,
	"definition":                      ColumnDescription,
	"note":                            ColumnDescription,
	"in":                              ColumnIn,
	"location":                        ColumnIn,
	"position":                        ColumnIn,
	"parameter location":              ColumnIn,
	"parameter position":              ColumnIn,
	"param location":                  ColumnIn,
	"where":                           ColumnIn,
	"style":                           ColumnIn, // with "plain" for what is in the body
	"passed in":                       ColumnIn,
	"located in":                      ColumnIn,
	"status code":                     ColumnStatus,
	"http status code":                ColumnStatus,
	"http response code":              ColumnStatus,
	"returned value":                  ColumnStatus,
	"return value":                    ColumnStatus,
	"returned code":                   ColumnStatus,
	"return code":                     ColumnStatus,
	"response code":                   ColumnStatus,
	"normal return code":              ColumnStatus,
	"error code":                      ColumnErrorCode,
	"code":                            ColumnErrorCode,
	"error message":                   ColumnErrorMsg,
	"message":                         ColumnErrorMsg,
	"default":                         ColumnDefault,
	"default value":                   ColumnDefault,
	"range":                           ColumnRange,
	"value range":                     ColumnRange,
	"constraint":                      ColumnRange,
	"restriction":                     ColumnRange,
	"restrictions":                    ColumnRange,
	"limitation":                      ColumnRange,
	"limitations":                     ColumnRange,
	"allowed value":                   ColumnRange,
	"possible value":                  ColumnRange,
	"valid value":                     ColumnRange,
	"permitted value":                 ColumnRange,
	"accepted value":                  ColumnRange,
	"available value":                 ColumnRange,
	"valid range":                     ColumnRange,
	"range of value":                  ColumnRange,
	"example":                         ColumnExample,
	"example value":                   ColumnExample,
	"sample value":                    ColumnExample,
	"unit":                            ColumnOther,
	"action":                          ColumnOther,
	"solution":                        ColumnOther,
	"measure":                         ColumnOther,
	"handling measure":                ColumnOther,
	"cause":                           ColumnOther,
	"possible cause":                  ColumnOther,
	"api":                             ColumnOther,
	"apis":                            ColumnOther,
	"api function":                    ColumnOther,
	"api uri":                         ColumnOther,
	"method":                          ColumnOther,
	"http method":                     ColumnOther,
	"uri":                             ColumnOther,
	"url":                             ColumnOther,
	"function":                        ColumnOther,
	"permission":                      ColumnOther,
	"permissions":                     ColumnOther,
	"dependent permission":            ColumnOther,
	"dependencies":                    ColumnOther,
	"dependency item":                 ColumnOther,
	"iam project":                     ColumnOther,
	"iam projects":                    ColumnOther,
	"iam project (project)":           ColumnOther,
	"iam (project)":                   ColumnOther,
	"enterprise project":              ColumnOther,
	"enterprise projects":             ColumnOther,
	"authorization scope":             ColumnOther,
	"actions":                         ColumnOther,
	"string":                          ColumnOther,
	"stringtosign":                    ColumnOther,
	"security policy":                 ColumnOther,
	"tls version":                     ColumnOther,
	"cipher suite":                    ColumnOther,
	"cluster type":                    ColumnOther,
	"crud":                            ColumnOther,
	"scope":                           ColumnOther,
	"metric":                          ColumnOther,
	"metric name":                     ColumnOther,
	"resource":                        ColumnOther,
	"resource type":                   ColumnOther,
	"physical resource":               ColumnOther,
	"how to obtain":                   ColumnOther,
	"policy":                          ColumnOther,
	"procedure":                       ColumnOther,
	"module":                          ColumnOther,
	"character":                       ColumnOther,
	"real character":                  ColumnOther,
	"character after escape":          ColumnOther,
	"matching method":                 ColumnOther,
	"os":                              ColumnOther,
	"version":                         ColumnOther,
	"tag name":                        ColumnOther,
	"released on":                     ColumnOther,
	"soap error code prefix":          ColumnOther,
	"restore to":                      ColumnOther,
	"original db engine version":      ColumnOther,
	"date or time element":            ColumnOther,
	"image status in glance":          ColumnOther,
	"image status in nova":            ColumnOther,
	"allowed special character":       ColumnOther,
	"enterprise (enterprise project)": ColumnOther,
	"enterprise project (enterprise project)": ColumnOther,
}

// IsCode reports whether the head of a column is only "Code", which may be statuses of HTTP or the
// service's own.
func IsCode(head string) bool { return fold(head) == "code" }
