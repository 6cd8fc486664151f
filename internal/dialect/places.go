package dialect

import "strings"

// paramPlaces are the words for where a parameter stands in a request, each with the word that
// OpenAPI has for it, or "body".
var paramPlaces = map[string]string{
	"path": "path", "uri": "path", "url": "path", "query": "query", "query string": "query", "header": "header", "body": "body", "plain": "body",
}

// ParamPlace says where a parameter stands by the word of a cell: "path", "query", "header" or
// "body", "" for another word.
func ParamPlace(cell string) string { return paramPlaces[strings.ToLower(strings.TrimSpace(cell))] }
