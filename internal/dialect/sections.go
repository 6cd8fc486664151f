package dialect

import "strings"

// section looks the title up as it is, then without what writers add to a title: a number before it, a note
// in brackets before or after it, a number, a subject after a colon ("Sample Request:
// Listing All Objects"). A title that only contains a known title ("Configuration
// Example" and "Example of agency permissions" beside "Example") is not the known one.
func section(title string, line bool) SectionRole {
	t := singular(fold(title))
	if r, ok := sections[t]; ok {
		return r
	}
	bare := trimNotes(trimNumber(t))
	if r, ok := sections[bare]; ok {
		return r
	}
	if head, _, found := strings.Cut(bare, ":"); found {
		if r, ok := sections[trimNotes(head)]; ok {
			return r
		}
	}
	if r := sideSection(bare, line); r != SectionUnknown {
		return r
	}
	t = trimNotes(t)
	for _, p := range otherSections {
		if strings.HasPrefix(t, p) {
			return SectionOther
		}
	}
	if hasSuffix(t, otherEnds) {
		return SectionOther
	}
	return SectionUnknown
}

func hasSuffix(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// trimNumber takes the number of its section off a title: "2.1 request parameter", "(3) response".
func trimNumber(s string) string {
	number, rest, ok := strings.Cut(s, " ")
	if !ok || strings.Trim(number, "0123456789.()") != "" {
		return s
	}
	return rest
}

// trimNotes takes brackets at either end and a number at the end away.
func trimNotes(s string) string {
	if strings.HasPrefix(s, "(") {
		if _, rest, ok := strings.Cut(s, ")"); ok {
			s = rest
		}
	}
	if strings.HasSuffix(s, ")") {
		if i := strings.LastIndexByte(s, '('); i > 0 {
			s = s[:i]
		}
	}
	s = strings.TrimRight(strings.TrimSpace(s), "0123456789")
	return strings.TrimRight(strings.TrimSpace(s), ":")
}

// sections is keyed by singular(fold(title)).
var sections = map[string]SectionRole{
	"function":             SectionFunction,
	"function description": SectionFunction,
	"functionality":        SectionFunction,
	"introduction":         SectionFunction,
	"usage":                SectionFunction,
	"functions":            SectionFunction,
	"api function":         SectionFunction,
	"api description":      SectionFunction,
	"description":          SectionFunction,
	"scenario":             SectionFunction,
	"task":                 SectionFunction,

	"uri":                 SectionURI,
	"url":                 SectionURI,
	"request uri":         SectionURI,
	"request url":         SectionURI,
	"request line":        SectionURI,
	"request path":        SectionURI,
	"request format":      SectionURI,
	"uri format":          SectionURI,
	"url format":          SectionURI,
	"api uri":             SectionURI,
	"api url":             SectionURI,
	"api path":            SectionURI,
	"api format":          SectionURI,
	"api prototype":       SectionURI,
	"interface":           SectionURI,
	"endpoint":            SectionURI,
	"http request":        SectionURI,
	"http method and uri": SectionURI,
	"method and uri":      SectionURI,
	"request syntax":      SectionURI, // the request line with its query, headers and body

	"request":                   SectionRequest,
	"request parameter":         SectionRequest,
	"request message":           SectionRequest,
	"request body":              SectionRequest,
	"request body parameter":    SectionRequest,
	"request element":           SectionRequest,
	"request message parameter": SectionRequest,
	"request description":       SectionRequest,
	"request payload":           SectionRequest,
	"body":                      SectionRequest,
	"body parameter":            SectionRequest,
	"payload":                   SectionRequest,
	"input":                     SectionRequest,
	"input parameter":           SectionRequest,
	"input description":         SectionRequest,
	"header":                    SectionRequestHeaders,
	"header parameter":          SectionRequestHeaders,
	"parameter":                 SectionRequest,
	"parameter description":     SectionRequest,
	"path":                      SectionRequest,
	"path variable":             SectionRequest,
	"query":                     SectionRequest,
	"query string":              SectionRequest,
	"form":                      SectionRequest,
	"form data":                 SectionRequest,
	"path parameter":            SectionRequest,
	"query parameter":           SectionRequest,
	"uri parameter":             SectionRequest,

	"request header":           SectionRequestHeaders,
	"request header parameter": SectionRequestHeaders,

	"response":                SectionResponse,
	"response parameter":      SectionResponse,
	"response message":        SectionResponse,
	"response body":           SectionResponse,
	"response body parameter": SectionResponse,
	"response element":        SectionResponse,
	"response description":    SectionResponse,
	"normal response":         SectionResponse,
	"success response":        SectionResponse,
	"successful response":     SectionResponse,
	"abnormal response":       SectionResponse,
	"response payload":        SectionResponse,
	"response result":         SectionResponse,
	"output":                  SectionResponse,
	"output parameter":        SectionResponse,
	"output description":      SectionResponse,
	"return parameter":        SectionResponse,
	"returned parameter":      SectionResponse,
	"returned data":           SectionResponse,
	"return data":             SectionResponse,
	"returned result":         SectionResponse,
	"return result":           SectionResponse,

	"response header":           SectionHeaders,
	"response header parameter": SectionHeaders,

	"example request":         SectionExampleRequest,
	"request example":         SectionExampleRequest,
	"sample request":          SectionExampleRequest,
	"request sample":          SectionExampleRequest,
	"request message example": SectionExampleRequest,

	"example response":         SectionExampleResponse,
	"response example":         SectionExampleResponse,
	"sample response":          SectionExampleResponse,
	"response sample":          SectionExampleResponse,
	"response message example": SectionExampleResponse,
	"response syntax":          SectionExampleResponse, // a skeleton, with words in place of the values

	"example": SectionExample,
	"sample":  SectionExample,

	"status code":        SectionStatus,
	"http status code":   SectionStatus,
	"http response code": SectionStatus,
	"http return code":   SectionStatus,
	"response code":      SectionStatus,
	"return code":        SectionStatus,
	"returned code":      SectionStatus,
	"return value":       SectionStatus,
	"returned value":     SectionStatus,
	"normal return code": SectionStatus,

	"error code":     SectionErrors,
	"error response": SectionErrors,
	"error":          SectionErrors,
	"error message":  SectionErrors,
	"exception":      SectionErrors,

	"api calling":                SectionOther,
	"authorization information":  SectionOther,
	"authorization":              SectionOther,
	"calling method":             SectionOther,
	"change history":             SectionOther,
	"cold object":                SectionOther,
	"configuration example":      SectionOther,
	"constraint":                 SectionOther,
	"constraint and limitation":  SectionOther,
	"constraint and limitations": SectionOther,
	"data preparation":           SectionOther,
	"debugging":                  SectionOther,
	"expiration":                 SectionOther,
	"console reference":          SectionOther,
	"follow-up operation":        SectionOther,
	"helpful link":               SectionOther,
	"helpful links":              SectionOther,
	"involved api":               SectionOther,
	"involved apis":              SectionOther,
	"lifecycle management":       SectionOther,
	"multipart upload":           SectionOther,
	"newly added header":         SectionOther,
	"note":                       SectionOther,
	"notes":                      SectionOther,
	"notes and constraint":       SectionOther,
	"object tags":                SectionOther,
	"overview":                   SectionOther,
	"precautions":                SectionOther,
	"prerequisite":               SectionOther,
	"prerequisites":              SectionOther,
	"procedure":                  SectionOther,
	"redirect":                   SectionOther,
	"redirect apis":              SectionOther,
	"related api":                SectionOther,
	"related apis":               SectionOther,
	"relationship":               SectionOther,
	"relationships":              SectionOther,
	"request method":             SectionOther,
	"request and policy example": SectionOther,
	"restriction":                SectionOther,
	"restrictions":               SectionOther,
	"sdk":                        SectionOther,
	"server-side encryption":     SectionOther,
	"storage class":              SectionOther,
	"supported actions":          SectionOther,
	"ak/sk authentication":       SectionOther,
	"ak/sk-based authentication": SectionOther,
	"token authentication":       SectionOther,
	"token-based authentication": SectionOther,
	"versioning":                 SectionOther,
	"worm":                       SectionOther,
	"conditions":                 SectionOther,
	"api version query":          SectionOther,
	"federated identity authentication management": SectionOther,
}

// otherSections are beginnings of titles of the general chapters, where a request line
// stands as an illustration.
var otherSections = []string{
	"obtain ",
	"obtaining ",
	"difference between ",
	"differences between ",
	"signature algorithm ",
	"signature calculation ",
	"content-md5 algorithm ",
	"apis where ",
	"naming rules ",
	"example of ",
	"format of ",
	"background for ",
}
