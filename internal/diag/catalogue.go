package diag

// Rule is one row of the catalogue: a kind of finding.
type Rule struct {
	ID      string
	Level   Level
	Purpose string // what is wrong and why it matters, one sentence
	Good    string // the page's text as it should be
	Bad     string // the page's text that gives the finding
}

// Rules are all rules, sorted by ID. The slice is shared: read only.
func Rules() []Rule { return catalogue }

// Lookup finds a rule by its ID.
func Lookup(id string) (Rule, bool) {
	r, ok := byID[id]
	return r, ok
}

// renamed are the IDs that rules had in earlier versions, which people may have in their scripts, with those of today.
var renamed = map[string]string{
	"tool/escaped-body": "tool/unread-body",
}

var byID = func() map[string]Rule {
	m := make(map[string]Rule, len(catalogue))
	for _, r := range catalogue {
		if _, twice := m[r.ID]; twice {
			panic("diag: two rules " + r.ID)
		}
		m[r.ID] = r
	}
	return m
}()

var catalogue = []Rule{
	{
		ID: "docs/bad-path", Level: Error,
		Purpose: "The path of a request line has braces that do not pair, or a placeholder that is not the name of one parameter, so its operation is not in the document.",
		Good:    "GET /v1/vaults/{vault_id}",
		Bad:     "GET /v1/vaults/{vault_id",
	},
	{
		ID: "docs/blank-line", Level: Note,
		Purpose: "A block ends, or begins, without the blank line or the indent that tells it from its neighbour, so the page may look different from what its author meant.",
		Good:    "a blank line above and below each list, quote and literal block",
		Bad:     "a line of text right below the last entry of a list",
	},
	{
		ID: "docs/body-of-no-content", Level: Warning,
		Purpose: "A page describes the body of a response that has none, to HEAD or of status 204 or 205, so one of the two is wrong; a body with fields is kept.",
		Good:    "Status code: 200 above the table of the body",
		Bad:     "Status code: 204 above the table of the body",
	},
	{
		ID: "docs/default-not-of-type", Level: Warning,
		Purpose: "The documented default is not a value of the field's type, so one of the two is wrong.",
		Good:    "Integer, Default: 10",
		Bad:     "Integer, Default: none",
	},
	{
		ID: "docs/duplicate-field", Level: Warning,
		Purpose: "A table describes one name twice; the first description counts, and readers cannot know which is right.",
		Good:    "one row for each name",
		Bad:     "two rows named status in one table",
	},
	{
		ID: "docs/enum-lacks-value", Level: Warning,
		Purpose: "A value stands in an example or as the default, but the list of the field's values lacks it; it is added.",
		Good:    "Values: a, b and an example with b",
		Bad:     "Values: a, b and an example with c",
	},
	{
		ID: "docs/enum-not-of-type", Level: Warning,
		Purpose: "A listed value is not a value of the field's type; the list is not used as a check.",
		Good:    "Integer, Values: 1, 2",
		Bad:     "Integer, Values: on, off",
	},
	{
		ID: "docs/error-in-response", Level: Note,
		Purpose: "The table of a good response lists what is there only when the call fails; it is read as the body of errors.",
		Good:    "a table of its own for the error, under Status code: 400",
		Bad:     "| error | Object | The error returned if an error occurs | in the table of the response",
	},
	{
		ID: "docs/example-breaks-schema", Level: Error,
		Purpose: "A printed payload does not fit the table that describes it, so it is left out of the document.",
		Good:    "an example with every mandatory field",
		Bad:     "an example that lacks a mandatory field",
	},
	{
		ID: "docs/example-contradicts-type", Level: Warning,
		Purpose: "An example shows another kind of value than the table's type; clients must take both.",
		Good:    "Integer, and 40 in the example",
		Bad:     "String, and 40 in the example",
	},
	{
		ID: "docs/example-not-json", Level: Error,
		Purpose: "A printed payload looks like JSON and is not, and what is meant is not certain; it is left out of the document.",
		Good:    "{\"a\": [1, 2]}",
		Bad:     "{\"a\": [1, 2",
	},
	{
		ID: "docs/example-of-list", Level: Warning,
		Purpose: "The page of one resource prints the response of the call that lists such resources; its items are read, the rest is not.",
		Good:    "{\"thing\": {\"id\": \"a\"}} for GET /things/{thing_id}",
		Bad:     "{\"things\": [{\"id\": \"a\"}], \"links\": {}} for GET /things/{thing_id}",
	},
	{
		ID: "docs/example-of-other-call", Level: Note,
		Purpose: "A page prints another call than the one that it describes, which is none of its examples.",
		Good:    "a link to the page of the other call",
		Bad:     "POST /v1/lids {\"lid\": {}} below Example request 2 of POST /v1/jars",
	},
	{
		ID: "docs/example-of-other-status", Level: Note,
		Purpose: "A response is printed below the status of an error, but is what the table of the good response lists.",
		Good:    "Status code 200, and {\"job_id\": \"7c03\"}",
		Bad:     "Status code 500, and {\"job_id\": \"7c03\"}",
	},
	{
		ID: "docs/example-of-part", Level: Warning,
		Purpose: "An example prints one structure out of the body instead of the body, so it shows no valid request or response.",
		Good:    "{\"things\": [{\"id\": \"a\"}]}",
		Bad:     "{\"id\": \"a\"}, where the body is {\"things\": […]}",
	},
	{
		ID: "docs/example-repaired", Level: Warning,
		Purpose: "A printed payload is not JSON as it stands, but what is meant is certain; readers who copy it get an error.",
		Good:    "{\"a\": 1, \"b\": 2}",
		Bad:     "{\"a\": 1 \"b\": 2}",
	},
	{
		ID: "docs/flat-rows", Level: Warning,
		Purpose: "A table lists an object and what is in it one below the other; the examples tell which rows are its members.",
		Good:    "a table with the row shelf, a table of what is in it, and {\"shelf\": {\"jars\": 2}}",
		Bad:     "one table with the rows shelf and jars, and {\"shelf\": {\"jars\": 2}}",
	},
	{
		ID: "docs/include-directive", Level: Error,
		Purpose: "A directive asks to read another file, which the reader never does, so what it would bring in is missing.",
		Good:    ".. code-block:: json",
		Bad:     ".. literalinclude:: ../secret.txt",
	},
	{
		ID: "docs/keys-are-values", Level: Note,
		Purpose: "An example fills the keys of an object with ids, addresses or names that somebody chose, so it is a map, which the table does not say.",
		Good:    "Map<String, Jar> and {\"5f0c\": {\"size\": 1}}",
		Bad:     "Object, a table of size and wood, and {\"5f0c\": {\"size\": 1}}",
	},
	{
		ID: "docs/limit-contradicted", Level: Warning,
		Purpose: "A documented value breaks a documented limit of the same field; the limit is not used as a check.",
		Good:    "Minimum: 1 and an example with 7",
		Bad:     "Minimum: 1 and an example with -1",
	},
	{
		ID: "docs/limits-disagree", Level: Warning,
		Purpose: "One description states two different limits for the same thing; the looser one counts.",
		Good:    "1 to 64 characters, Maximum: 64",
		Bad:     "1 to 64 characters, Maximum: 255",
	},
	{
		ID: "docs/lost-cell", Level: Warning,
		Purpose: "A page saved as text has nothing where a cell was empty, so which cells belong to this row is a guess.",
		Good:    "a dash in each cell that says nothing",
		Bad:     "weight, Integer and then the next name, below Parameter, Type and Description",
	},
	{
		ID: "docs/mandatory-in-some-cases", Level: Warning,
		Purpose: "A table calls a field mandatory, but its description says in which cases it is needed, and an example does without it; it is taken as optional.",
		Good:    "Mandatory: Only when type is jar",
		Bad:     "Mandatory: Yes, and the text: This parameter is available only when type is jar",
	},
	{
		ID: "docs/misplaced-title", Level: Warning,
		Purpose: "Two lines inside a cell, a list or a note look like a section title, and the published page drops them.",
		Good:    "**bold** text as a heading inside a cell",
		Bad:     "a word in a cell with hyphens on the line below it",
	},
	{
		ID: "docs/missing-structure", Level: Error,
		Purpose: "A type names a structure that no table describes, so its fields are not known.",
		Good:    "type tag_list, and a table with the caption tag_list",
		Bad:     "type tag_list, and no such table",
	},
	{
		ID: "docs/missing-wrapper", Level: Warning,
		Purpose: "The examples put the fields of a body into an object that no table lists; the body gets it.",
		Good:    "a table with the row volume, and a table of what is in it",
		Bad:     "a table with the rows name and size, and {\"volume\": {\"name\": \"a\", \"size\": 1}}",
	},
	{
		ID: "docs/misspelt-header", Level: Warning,
		Purpose: "A table of headers has a name that differs from a header of HTTP by one letter, so readers who copy it send a header that nobody reads.",
		Good:    "Content-Type",
		Bad:     "Conent-Type",
	},
	{
		ID: "docs/misspelt-path-parameter", Level: Warning,
		Purpose: "A row describes a path parameter under a name that says several where the request line says one, or the other way round; it is taken for that one.",
		Good:    "GET /things/{thing_id} with a row thing_id",
		Bad:     "GET /things/{thing_id} with a row things_id",
	},
	{
		ID: "docs/no-name", Level: Error,
		Purpose: "A row of a parameter table has an empty name cell, so what it describes is left out of the document.",
		Good:    "| id | String | ID of the thing |",
		Bad:     "|    | String | ID of the thing |",
	},
	{
		ID: "docs/no-type", Level: Warning,
		Purpose: "A row of a table with a Type column has an empty Type cell, so any value must be taken for the field.",
		Good:    "| id | String | ID of the thing |",
		Bad:     "| id |        | ID of the thing |",
	},
	{
		ID: "docs/no-valid-request", Level: Error,
		Purpose: "None of the requests that a page prints fits the tables of its operation, so clients may not be able to send what the service takes.",
		Good:    "tables and examples of one request",
		Bad:     "a table that demands the fields of another case, too",
	},
	{
		ID: "docs/not-utf8", Level: Error,
		Purpose: "The page has bytes that are not UTF-8, each of which was replaced, so words may be wrong.",
		Good:    "a page saved as UTF-8",
		Bad:     "a page saved as Latin-1",
	},
	{
		ID: "docs/null-outside-body", Level: Note,
		Purpose: "The description of a parameter or header has null for a value, which only a body can hold, so readers cannot know whether it is then left out, sent without a value or sent as the word.",
		Good:    "marker | String | Leave it out for the first page",
		Bad:     "marker | String | The value is null for the first page",
	},
	{
		ID: "docs/object-in-path", Level: Warning,
		Purpose: "A parameter in the path has the type of an object, for which a path has no form; it is taken as text.",
		Good:    "GET /things/{thing_id} with the row thing_id | String",
		Bad:     "GET /things/{thing_id} with the row thing_id | Object",
	},
	{
		ID: "docs/object-in-query", Level: Warning,
		Purpose: "A table of query parameters lists objects, for which a query has no form; the row heads another table, or belongs to the response, and is left out.",
		Good:    "| limit | Integer | How many things |",
		Bad:     "| things | Array of objects | The list of things |",
	},
	{
		ID: "docs/odd-member-name", Level: Warning,
		Purpose: "An example has a member whose name cannot be one, often for a quote or bracket in the wrong place; it is left out.",
		Good:    "{\"prefix\": \"a\"}",
		Bad:     "{\"prefix\\\"\": \"a\"}",
	},
	{
		ID: "docs/odd-status", Level: Note,
		Purpose: "A row or line in the place of a status code is not an HTTP status, so what it says is in no response.",
		Good:    "| 200 | OK |",
		Bad:     "| 999 | OK |",
	},
	{
		ID: "docs/other-service", Level: Note,
		Purpose: "A page shows a request line of another service, which no page of this set defines; it is not an operation here.",
		Good:    "a link to the other service's page",
		Bad:     "POST /v3/auth/tokens in the guide of a storage service",
	},
	{
		ID: "docs/page-twice", Level: Warning,
		Purpose: "Two pages describe one method and path under one title, so readers cannot know which of them is right; both are read, as variants.",
		Good:    "one page for each operation, or titles that tell the cases apart",
		Bad:     "two pages Creating a Box with POST /boxes",
	},
	{
		ID: "docs/pages-disagree", Level: Warning,
		Purpose: "Two pages describe one structure, and one of them shows a value that the other does not allow: one of another kind, beyond a limit, or not in the list of values; clients must take both.",
		Good:    "swap | String on both pages",
		Bad:     "swap | Integer on one page, swap | String and an example with a text on the other",
	},
	{
		ID: "docs/paging-unproven", Level: Note,
		Purpose: "Parameters ask for one page of a list, but the page does not say enough to go on to the next one, so no client can get the whole list.",
		Good:    "limit, and offset: how many records to skip; and one list in the response",
		Bad:     "limit, and marker: where the query starts; and a response without the next marker",
	},
	{
		ID: "docs/path-parameter-in-query-table", Level: Warning,
		Purpose: "A table of query parameters lists a mandatory parameter of the path; it is read as one, as the request line says.",
		Good:    "GET /things/{thing_id} with a row thing_id under Path parameters",
		Bad:     "GET /things/{thing_id} with a row thing_id under Query parameters",
	},
	{
		ID: "docs/path-parameter-name-differs", Level: Warning,
		Purpose: "Two pages give one path with different names for a parameter in it; the name that came first stands for both.",
		Good:    "/things/{thing_id} on both pages",
		Bad:     "/things/{thing_id} on one page, /things/{id} on the other",
	},
	{
		ID: "docs/path-parameter-not-in-url", Level: Error,
		Purpose: "A row describes a path parameter that the request line has no place for, so it is left out of the document.",
		Good:    "GET /things/{thing_id} with a row thing_id",
		Bad:     "GET /things with a path parameter thing_id",
	},
	{
		ID: "docs/path-parameter-twice", Level: Note,
		Purpose: "The request line has two parameters of one name, so readers cannot know whether they are one value; the later one gets a name of its own.",
		Good:    "GET /things/{thing_id}/parts/{part_id}",
		Bad:     "GET /things/{id}/parts/{id}",
	},
	{
		ID: "docs/placeholder-in-example", Level: Note,
		Purpose: "An example prints a placeholder where its table limits the value, so it is not a valid payload and is left out of the document.",
		Good:    "a value that the table allows",
		Bad:     "**** for a password of at least 8 characters",
	},
	{
		ID: "docs/query-parameter-in-path-table", Level: Warning,
		Purpose: "A table of path parameters lists a parameter of the query; it is read as one, as the request line says or since nothing in a path is optional.",
		Good:    "GET /things?limit={limit} with a row limit under Query parameters",
		Bad:     "GET /things?limit={limit} with a row limit under Path parameters",
	},
	{
		ID: "docs/reference-table", Level: Note,
		Purpose: "A table without types explains values, or compares, so that its rows are not fields.",
		Good:    "Parameter | Type | Description, each row a member",
		Bad:     "Parameter | Description with the row quick-start, which the example has as a value",
	},
	{
		ID: "docs/row-of-body", Level: Warning,
		Purpose: "The only row of a body's table describes the body itself, but reads like a member of it.",
		Good:    "the row lid for {\"lid\": {}}",
		Bad:     "the row lidService of type LidRequest, the table LidRequest with the row lid, and {\"lid\": {}}",
	},
	{
		ID: "docs/several-body-tables", Level: Warning,
		Purpose: "Several tables describe one body, and whether they are parts of it or cases is a guess.",
		Good:    "one table of the body, and one for each structure in it",
		Bad:     "two tables below Request, one for each way to make a thing",
	},
	{
		ID: "docs/several-media-types", Level: Note,
		Purpose: "The header Content-Type has several values that stand for different bodies, or one that the body is not described or printed as; the one that fits the body is taken.",
		Good:    "Content-Type: application/merge-patch+json",
		Bad:     "Content-Type: application/json-patch+json or application/merge-patch+json, and one table of the body",
	},
	{
		ID: "docs/short-title-line", Level: Note,
		Purpose: "The line under a title is shorter than the title; it still counts, but with a warning.",
		Good:    "as many hyphens as the title has letters",
		Bad:     "five hyphens under a title of ten letters",
	},
	{
		ID: "docs/space-in-name", Level: Warning,
		Purpose: "A parameter's name has a space in it, so readers who copy it get an error.",
		Good:    "vault_id",
		Bad:     "vault _id",
	},
	{
		ID: "docs/structure-of-scalar", Level: Warning,
		Purpose: "A field has a scalar type, but its description leads to a table of fields, or such a table is called as the field; the printed body decides which of the two counts.",
		Good:    "details | Object | see Table 3",
		Bad:     "details | String | see Table 3, which lists fields",
	},
	{
		ID: "docs/structure-on-other-page", Level: Note,
		Purpose: "A type names a structure that only another page describes; that page's table is used.",
		Good:    "the structure's table on the page that uses it, or a reference to it",
		Bad:     "type tag_list, described on another page, without a reference",
	},
	{
		ID: "docs/structure-only-mentioned", Level: Warning,
		Purpose: "The description of a field leads to a table of fields, but the field's type is another one, so the table explains values at most and is left out of the document.",
		Good:    "properties | Oak object | see Table 3, which lists the fields of Oak",
		Bad:     "properties | List<Property> | for an oak, see Table 3, which lists other fields than Property",
	},
	{
		ID: "docs/structures-differ", Level: Note,
		Purpose: "Two pages describe one structure of responses and say different things of the same fields, so readers of one cannot know what the other says; the looser holds.",
		Good:    "size | Integer | Maximum: 64 on both pages",
		Bad:     "size | Integer | Maximum: 64 on one page, and Maximum: 128 on the other",
	},
	{
		ID: "docs/substitution", Level: Warning,
		Purpose: "A page uses a |name| that it gives no meaning, so readers see the bare name.",
		Good:    ".. |icon| image:: icon.png",
		Bad:     "|icon| in a sentence, and nothing else about it in the page",
	},
	{
		ID: "docs/swapped-cells", Level: Warning,
		Purpose: "The cells of a row stand under each other's heads; each is read as what it says.",
		Good:    "| count | Integer | No | below Parameter, Type, Mandatory",
		Bad:     "| count | No | Integer | below Parameter, Type, Mandatory",
	},
	{
		ID: "docs/table-of-file", Level: Note,
		Purpose: "A page says that a response is a file and gives a table of the response's fields, which a file does not have; the table is left out.",
		Good:    "a list of what the file has in it",
		Bad:     "The Content-Type is application/octet-stream, and a table Response parameters",
	},
	{
		ID: "docs/table-of-other-call", Level: Note,
		Purpose: "A table among the examples describes what another call sends, so its rows are not part of this operation.",
		Good:    "a link to the page of the other call",
		Bad:     "a table of its body below Example request 2",
	},
	{
		ID: "docs/table-on-wrong-side", Level: Warning,
		Purpose: "A table stands among those of the request, or is called one of the request, but the printed response has its fields; it is read as one of the response.",
		Good:    "the fields of the response in a section Response",
		Bad:     "a table of Parameter, Type and Description with the row jars below GET /jars, and {\"jars\": []} in the response",
	},
	{
		ID: "docs/target", Level: Warning,
		Purpose: "The name of a link target is not closed with a colon, so nothing can point at it.",
		Good:    ".. _create_disk:",
		Bad:     ".. _create_disk",
	},
	{
		ID: "docs/text-after-path", Level: Warning,
		Purpose: "A request line goes on after its path, so that the path may be cut short; what stands after white space or a comma is left out.",
		Good:    "GET /things",
		Bad:     "GET /thi ngs",
	},
	{
		ID: "docs/title-level", Level: Warning,
		Purpose: "A title uses an adornment that skips a level or comes out of order, and the published page drops it.",
		Good:    "=== for the page, --- for its sections, ^^^ for their parts",
		Bad:     "^^^ right below ===, and --- after it",
	},
	{
		ID: "docs/title-lines", Level: Warning,
		Purpose: "The lines above and below a title do not match, and the published page drops the title.",
		Good:    "the same line above and below a title, or only one below it",
		Bad:     "=== above a title and --- below it",
	},
	{
		ID: "docs/torn-table", Level: Error,
		Purpose: "The lines of a table do not form a rectangle, so the rows below cannot be read.",
		Good:    "+---+---+ over each row, all of one width",
		Bad:     "a cell's text that crosses the border of its column",
	},
	{
		ID: "docs/two-names", Level: Warning,
		Purpose: "One row describes two parameters, so readers cannot know which of the two they need; neither is taken as mandatory, except in the path.",
		Good:    "a row name, and a row id",
		Bad:     "name/id",
	},
	{
		ID: "docs/unclear-body", Level: Note,
		Purpose: "Request lines of several methods share one table of a body, and no word or example says that the DELETE among them sends one; it gets none.",
		Good:    "POST and DELETE /things/{thing_id}/part, a table of the body, and an example of each with what it sends",
		Bad:     "POST and DELETE /things/{thing_id}/part, and a table of the body",
	},
	{
		ID: "docs/unclear-request-line", Level: Warning,
		Purpose: "A request line without placeholders stands beside one with placeholders, and may be an operation or an example of another one; it is taken for an example.",
		Good:    "GET /things/{thing_id} in the section URI, and GET /things/7 in the section Example Request",
		Bad:     "GET /things/{thing_id} and DELETE /things/7 in the section URI",
	},
	{
		ID: "docs/unclear-status", Level: Note,
		Purpose: "Two places of a page name different 2xx statuses, or the page names several and not which of them has the body, so the status of that body is a guess.",
		Good:    "one status above the table of the body, and the same in the table of statuses",
		Bad:     "Returned status code 201 above the body, and 200 in the table of statuses",
	},
	{
		ID: "docs/unclosed-markup", Level: Note,
		Purpose: "Bold, code or other markup is opened and not closed, so readers see the bare asterisks or quotes.",
		Good:    "**status** is required",
		Bad:     "**status is required",
	},
	{
		ID: "docs/undocumented-body", Level: Warning,
		Purpose: "An example shows a body, or a sentence tells of one, for which the page has no table; the body is described by the example.",
		Good:    "a table of body parameters beside the example",
		Bad:     "an example with a body, and the words None above it",
	},
	{
		ID: "docs/undocumented-field", Level: Warning,
		Purpose: "An example shows a field that no table lists; it is added as an optional one.",
		Good:    "a row for each field of the example",
		Bad:     "an example with the field zone, and no such row",
	},
	{
		ID: "docs/undocumented-null", Level: Note,
		Purpose: "An example shows null where the description does not say that the value may be missing; clients must take both.",
		Good:    "The value may be null.",
		Bad:     "String, and null in the example",
	},
	{
		ID: "docs/undocumented-path-parameter", Level: Warning,
		Purpose: "The request line has a path parameter that no table describes, so any text must be taken for it.",
		Good:    "GET /things/{thing_id} with a row thing_id",
		Bad:     "GET /things/{thing_id} with no row thing_id",
	},
	{
		ID: "docs/undocumented-query-parameter", Level: Warning,
		Purpose: "The request line, or the request of an example, has a query parameter that no table describes, so readers do not know what it takes; one of an example is left out.",
		Good:    "GET /things?limit={limit} with a row limit",
		Bad:     "GET /things?limit={limit} with no row limit",
	},
	{
		ID: "docs/uneven-row", Level: Warning,
		Purpose: "A row of a table has more cells than the table's head has columns, so a text may stand under the wrong head.",
		Good:    "four cells below Parameter, Mandatory, Type and Description",
		Bad:     "five cells below these four heads",
	},
	{
		ID: "docs/unreachable-structure", Level: Note,
		Purpose: "A structure is the type of fields that are in no request or response, because the structures with these fields are in none.",
		Good:    "a body with a field of type thing, whose field part has the type part",
		Bad:     "the tables thing and part, and no body with a field of type thing",
	},
	{
		ID: "docs/unused-structure", Level: Error,
		Purpose: "No field has the structure of a table for its type, or no operation that refers to a table of responses has the version of its title, so the table is left out of the document.",
		Good:    "a field of type tag, and the table tag",
		Bad:     "the table tag, and no field of that type",
	},
	{
		ID: "tool/internal-error", Level: Error,
		Purpose: "This tool failed on a page, which is a mistake of the tool whatever the page says; nothing of the page is in the document, and the tool's authors want to know of it.",
		Good:    "a page that is read, or a finding that says which line is not",
		Bad:     "a page on which the program would have ended",
	},
	{
		ID: "tool/no-operation", Level: Error,
		Purpose: "A page shows a request line, but no section of it was recognised as the one that defines an operation, or a row of a table of request lines has a part of one only.",
		Good:    "a section URI with the request line",
		Bad:     "a request line in a section of unknown title",
	},
	{
		ID: "tool/no-request-line", Level: Error,
		Purpose: "A page has a section for its request line, or describes a request and a response, and no method with a path could be read in it, so that nothing of the page is in the document.",
		Good:    "GET /v1/things in the section URI",
		Bad:     "the words \"see the console\" in the section URI",
	},
	{
		ID: "tool/range-of-text", Level: Note,
		Purpose: "The description of a text has a range of numbers, or the number that it is a multiple of, which OpenAPI cannot say of a text, so it is not used as a check.",
		Good:    "Integer, and the value ranges from 1 to 1000",
		Bad:     "String, and the value ranges from 1 to 1000",
	},
	{
		ID: "tool/reference-in-example", Level: Note,
		Purpose: "An example has a member $ref with a text, which tools that read documents follow as a reference wherever it stands, so the example is left out.",
		Good:    `{"link": "#/definitions/Kite"}`,
		Bad:     `{"$ref": "#/definitions/Kite"}`,
	},
	{
		ID: "tool/several-limits", Level: Note,
		Purpose: "Sentences of a description state several limits of one kind, or a limit and an example that breaks it, and may mean cases or parts of the value; the loosest bound counts, and of several defaults or multiples none.",
		Good:    "1 to 65535, and a table of its own for the codes of icmp",
		Bad:     "It ranges from 1 to 65535. For icmp it is the code. It ranges from 0 to 255.",
	},
	{
		ID: "tool/too-deep", Level: Warning,
		Purpose: "Lists, quotes and tables stand deeper inside each other than the reader follows; the rest is kept as plain lines.",
		Good:    "a list inside a cell of a table inside a list",
		Bad:     "sixty lists inside each other",
	},
	{
		ID: "tool/too-large", Level: Error,
		Purpose: "A page has more of something than the reader takes, so what is beyond that is missing.",
		Good:    "one page for each operation",
		Bad:     "a page of a million cells",
	},
	{
		ID: "tool/unknown-column", Level: Warning,
		Purpose: "The head of a column in a table of fields is not known; the column is read as its cells look, or what it says is left out.",
		Good:    "Parameter, Mandatory, Type and Description",
		Bad:     "a head Since, and dates below it",
	},
	{
		ID: "tool/unknown-directive", Level: Warning,
		Purpose: "A directive is not known to the reader, so the text inside it was kept but not understood.",
		Good:    ".. note::",
		Bad:     ".. fancybox::",
	},
	{
		ID: "tool/unknown-format", Level: Error,
		Purpose: "A page is in a form that is not read, so nothing of it is in the document.",
		Good:    "a page in RST",
		Bad:     "a PDF under the name page.txt",
	},
	{
		ID: "tool/unknown-mandatory", Level: Error,
		Purpose: "A Mandatory cell has words that are not known; the field is taken as optional.",
		Good:    "Yes",
		Bad:     "Integer",
	},
	{
		ID: "tool/unknown-role", Level: Note,
		Purpose: "A role is not known to the reader, so its text stays as it is written.",
		Good:    ":ref:`Creating a Disk <create_disk>`",
		Bad:     ":fancy:`Creating a Disk`",
	},
	{
		ID: "tool/unknown-table", Level: Error,
		Purpose: "Caption, header row and section of a table do not tell what it lists, so its rows are not in the document.",
		Good:    "the caption Request body parameters",
		Bad:     "the caption Miscellany in a section Notes",
	},
	{
		ID: "tool/unknown-type", Level: Error,
		Purpose: "A type cell has words that are not known; the field may hold anything.",
		Good:    "Array of strings",
		Bad:     "Map<String>String",
	},
	{
		ID: "tool/unread-body", Level: Warning,
		Purpose: "The body of a printed request has quotes that are escaped for the shell, which the reader does not take off, is put together of several options or lines, or is neither JSON nor a form of pairs, so the body is left out.",
		Good:    "curl -d '{\"a\": 1}'",
		Bad:     `curl -d "{\"a\": 1}"`,
	},
	{
		ID: "tool/unread-pattern", Level: Note,
		Purpose: "A documented regular expression is left out: Go or JavaScript cannot read it, or it tells only a part of the value.",
		Good:    "Regular expression: ^[a-z0-9-]+$",
		Bad:     "Regular expression: ^(?!x)[a-z]+$",
	},
	{
		ID: "tool/unreadable-name", Level: Error,
		Purpose: "A name cell holds something that is not one parameter's name, or a cell of error codes a sentence, so the row is not in the document.",
		Good:    "vault_id",
		Bad:     "vault id or name (one of them)",
	},
	{
		ID: "tool/unsure-row", Level: Error,
		Purpose: "Cells of a page saved as text do not fit the head of their table, so texts may stand under the wrong word.",
		Good:    "four paragraphs a row below Parameter, Mandatory, Type and Description",
		Bad:     "a row of three paragraphs below these four",
	},
}
