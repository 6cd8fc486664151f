// Package fake is a server for tests that knows an OpenAPI document: it finds the operation
// of a request, checks the request against the document and responds with what the document
// shows, or with what the test says.
//
//	func TestMyCode(t *testing.T) {
//		server := fake.Start(t, spec)                     // the bytes of a YAML or JSON document
//		server.Respond("ShowVault", fake.JSON(200, map[string]any{"vault": map[string]any{"id": "v-1"}}))
//		run(server.URL)                                   // the code under test
//		server.Check(t)                                   // each request was as the document says
//	}
//
// # Requests
//
// A request is found by its method and path, with or without the path of one of the document's
// servers, so that URL is the address for a client as well as for requests made by hand. One
// that no operation describes gets 404, or 405 where only its method is wrong. Parameters,
// the media type of the body, a body of JSON and the members of a form are checked against their
// schemas, and so is XML, as its schema's "xml" says; of other bodies only that they are there. A
// request that breaks the document gets 400 and all problems in one message; with [Lenient] they
// are only noted in its [Call]. Errors of the server itself have the form {"error_code": …, "error_msg": …},
// and the code starts with FAKE; a 400 has the text alone where the document says that its body is
// one, and no more of it than is documented.
//
// Where several documented operations share a method and path (x-variants), that one counts
// whose fixed words and body the request fits best; a parameter that only others of these have
// must fit what one of them says. Calls and responses go by its own operationId. An operation without operationId is called "GET /path".
//
// # Responses
//
// Unless the test says otherwise, an operation responds with its lowest documented status of
// success: with the response example that has the name of the request example that was
// sent, else with the first example, else with a value made from the schema. The same
// request gets the same response. Where a list has pages (x-pagination), what the document
// shows is the first page, and those after it are empty; Serve
// takes a list of the test's own.
package fake
