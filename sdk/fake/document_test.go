package fake_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// head begins a small document; paths follow.
const head = "openapi: 3.0.3\ninfo: {title: Lamps, version: v1}\n"

const lamps = head + `
servers: [{url: "https://{host}/v3/", variables: {host: {default: example.com}}}, {url: "/{region}/v3", variables: {region: {default: eu}}}]
security: [{token: []}]
paths:
  /lamps/{lamp_id}:
    parameters:
      - {name: lamp_id, in: path, required: true, schema: {type: string}}
      - {name: X-Trace, in: header, schema: {type: integer}}
      - {name: X-Rooms, in: header, schema: {type: array, maxItems: 2, items: {type: string, maxLength: 4}}}
    get:
      operationId: ShowLamp
      parameters:
        - {name: session, in: cookie, required: true, schema: {type: string, minLength: 3}}
      responses:
        "404": {description: none, content: {application/json: {examples: {gone: {value: {error_code: L.1}}}}}}
        "200":
          description: ok
          headers:
            X-Subject-Token: {schema: {type: string, minLength: 40}}
            X-Rest: {schema: {type: integer}, example: 7}
            Location: {schema: {type: string}}
            X-Seen: {schema: {type: array, items: {type: string}}, example: ["a, b", c]}
          content:
            application/json:
              examples: {example10: {value: 10}, example2: {value: 2}}
  /lamps/first:
    get:
      operationId: ShowFirst
      security: []
      responses: {"2XX": {description: ok, content: {text/plain: {schema: {type: string, enum: [first]}}}}}
  /lamps/{lamp_id}.png:
    get:
      operationId: ShowPicture
      parameters: [{name: lamp_id, in: path, required: true, schema: {type: string}}]
      responses: {default: {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}}
  /lamps:
    get:
      responses: {"400": {description: bad}}
      parameters:
        - {name: many, in: query, schema: {type: array, items: {type: integer}}}
        - {name: comma, in: query, explode: false, schema: {type: array, maxItems: 2, items: {type: string, enum: [a, b]}}}
        - {name: either, in: query, schema: {oneOf: [{type: integer}, {type: string, enum: [all]}]}}
        - {name: eithers, in: query, schema: {type: array, items: {oneOf: [{type: integer}, {type: string, enum: [all]}]}}}
        - {name: any, in: query, schema: {}}
        - {name: empty, in: query, allowEmptyValue: true, schema: {type: integer}}
        - {name: ahead, in: query, schema: {type: string, pattern: "^(?!x)"}}
    post:
      operationId: CreateLamp
      requestBody:
        required: true
        content:
          application/json: {examples: {red: {value: {colour: red, n: 1.0}}, blue: {value: {colour: blue}}}}
          application/x-www-form-urlencoded: {schema: {type: object}}
          application/xml: {schema: {type: object}}
      responses:
        "201": {description: ok, content: {application/json: {examples: {blue: {value: b-1}, red: {value: r-1}}}}}
  /lamps/{lamp_id}/action#switch:
    post:
      operationId: SwitchLamp
      parameters: [{name: lamp_id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, required: [switch], properties: {switch: {type: object, properties: {"on": {type: boolean}}}}}}}}
      responses: {"202": {description: ok}}
  /lamps/{lamp_id}/action?dim=yes:
    post:
      operationId: DimLamp
      parameters: [{name: lamp_id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: ok}}
components:
  securitySchemes: {token: {type: apiKey, in: header, name: X-Auth-Token}}
`

func TestSmallDocument(t *testing.T) {
	server := fake.Start(t, []byte(lamps))
	base := server.URL + "/v3"
	for _, c := range []struct {
		method, path, id string
		status           int
		problem          string
	}{
		{"GET", "/lamps/first", "ShowFirst", 200, ""},
		{"GET", "/lamps/a.png", "ShowPicture", 200, ""},
		{"GET", "/lamps/a", "ShowLamp", 400, "cookie session: it is missing"},
		{"HEAD", "/lamps/a", "", 405, "HEAD is not a documented method"},
		{"GET", "/lamps/", "", 404, "no operation"},
		{"GET", "/lamps?many=1&many=2&comma=a,b&either=5&eithers=all&eithers=7&any=x&empty=&ahead=xy", "GET /lamps", 204, ""},
		{"GET", "/lamps?either=all&any=", "GET /lamps", 204, ""},
		{"GET", "/lamps?many=1&many=x", "GET /lamps", 400, "query parameter many"},
		{"GET", "/lamps?comma=a,c", "GET /lamps", 400, "query parameter comma"},
		{"GET", "/lamps?comma=a,b,a", "GET /lamps", 400, "query parameter comma"},
		{"GET", "/lamps?either=some", "GET /lamps", 400, "query parameter either"},
		{"GET", "/lamps?eithers=some", "GET /lamps", 400, "query parameter eithers"},
		{"GET", "/lamps?x=%zz", "GET /lamps", 400, "the query cannot be read"},
		{"POST", "/lamps/a/action?dim=yes", "DimLamp", 204, ""},
		{"POST", "/lamps/a/action", "SwitchLamp", 202, ""},
	} {
		got := send(t, c.method, base+c.path, "")
		if got.status != c.status {
			t.Errorf("%s %s: status %d, want %d: %s", c.method, c.path, got.status, c.status, got.body)
		}
		calls := server.Calls()
		call := calls[len(calls)-1]
		if call.OperationID != c.id || !strings.Contains(strings.Join(call.Problems, "; "), c.problem) || c.problem == "" && len(call.Problems) > 0 {
			t.Errorf("%s %s: %s %q, want %s %q", c.method, c.path, call.OperationID, call.Problems, c.id, c.problem)
		}
	}
	send(t, "GET", server.URL+"/lamps/first", "").want(t, 200, "first") // as a client whose address is the server
	send(t, "GET", server.URL+"/anywhere/v3/lamps/first", "").want(t, 200, "first")
	send(t, "GET", base+"/lamps/a", "", "Cookie", "session=ab").want(t, 400, "cookie session")
	send(t, "GET", base+"/lamps/a", "", "Cookie", "session=abc", "X-Trace", "one").want(t, 400, "header X-Trace")
	send(t, "GET", base+"/lamps/a", "", "Cookie", "session=abc", "X-Rooms", `"a, b", c`).want(t, 200)
	send(t, "GET", base+"/lamps/a", "", "Cookie", "session=abc", "X-Rooms", "a, b, c").want(t, 400, "header X-Rooms")
	send(t, "POST", base+"/lamps/a/action", `{"switch":{"on":1}}`).want(t, 400, "body: /switch/on")
	send(t, "POST", base+"/lamps", "a=b", "Content-Type", "application/x-www-form-urlencoded").want(t, 201)
	send(t, "POST", base+"/lamps", "a=b", "Content-Type", "text/plain").want(t, 400, "media type")
	send(t, "POST", base+"/lamps", "", "Content-Type", "application/xml").want(t, 400, "missing")
}

func TestExamplesByName(t *testing.T) {
	server := fake.Start(t, []byte(lamps))
	base := server.URL + "/v3"
	show := func() reply { return send(t, "GET", base+"/lamps/a", "", "Cookie", "session=abc") }
	got := show()
	got.want(t, 200, "2")
	if got.header.Get("X-Rest") != "7" || len(got.header.Get("X-Subject-Token")) < 40 || got.header.Get("Location") != "" || got.header.Get("X-Seen") != `"a, b",c` {
		t.Errorf("headers %v", got.header)
	}
	server.Example("ShowLamp", "example10")
	show().want(t, 200, "10")
	server.Example("ShowLamp", "gone")
	show().want(t, 404, "L.1")

	create := func(body string) reply { return send(t, "POST", base+"/lamps", body) }
	create(`{"n": 1, "colour": "red"}`).want(t, 201, "r-1")
	create(`{"colour": "blue"}`).want(t, 201, "b-1")
	create(`{"colour": "green"}`).want(t, 201, "-1")
}

func TestTokenFollowsSecurity(t *testing.T) {
	server := fake.Start(t, []byte(lamps), fake.RequireToken("t"))
	send(t, "GET", server.URL+"/v3/lamps/first", "").want(t, 200)
	send(t, "GET", server.URL+"/v3/lamps/a.png", "").want(t, 401)
}

func secured(t *testing.T, security, schemes string) *fake.Server {
	t.Helper()
	return fake.Start(t, []byte(head+`
security: `+security+`
paths: {/lamps: {get: {responses: {"204": {description: ok}}}}}
components: {securitySchemes: `+schemes+`}
`), fake.RequireToken("tok"))
}

// TestTokenInOtherPlaces takes it in each place that the operation may have it in.
func TestTokenInOtherPlaces(t *testing.T) {
	server := secured(t, "[{q: []}, {c: [], b: []}]", "{q: {type: apiKey, in: query, name: key}, c: {type: apiKey, in: cookie, name: sid}, b: {type: http, scheme: bearer}, n: {type: apiKey, in: header, name: X-No}}")
	send(t, "GET", server.URL+"/lamps?key=tok", "").want(t, 204)
	send(t, "GET", server.URL+"/lamps", "", "Cookie", "sid=tok").want(t, 204)
	send(t, "GET", server.URL+"/lamps", "", "Authorization", "Bearer tok").want(t, 204)
	send(t, "GET", server.URL+"/lamps?key=other", "", "X-No", "tok", "Authorization", "tok").want(t, 401, "Authorization or sid or key is missing or wrong")
}

// TestTokenHeader asks for the token where clients of the document send it.
func TestTokenHeader(t *testing.T) {
	for schemes, c := range map[string]struct{ header, value string }{
		"{t: {type: apiKey, in: header, name: X-Key}}": {"X-Key", "tok"},
		// What is declared and not asked for does not count.
		"{a: {type: apiKey, in: header, name: X-Other}, t: {type: apiKey, in: header, name: X-Subject-Token}}": {"X-Subject-Token", "tok"},
		"{t: {type: apiKey, in: header, name: Authorization}, a: {type: http, scheme: bearer}}":                {"Authorization", "tok"},
		"{t: {type: http, scheme: Bearer}}":                         {"Authorization", "Bearer tok"},
		"{t: {type: openIdConnect, openIdConnectUrl: 'https://x'}}": {"Authorization", "Bearer tok"},
		"{t: {type: apiKey, in: header, name: 'a b'}}":              {"X-Auth-Token", "tok"},
	} {
		server := secured(t, "[{t: []}]", schemes)
		send(t, "GET", server.URL+"/lamps", "", c.header, c.value).want(t, 204)
		send(t, "GET", server.URL+"/lamps", "", c.header, c.value+"x").want(t, 401, c.header+" is missing or wrong")
		if c.header != "X-Auth-Token" {
			send(t, "GET", server.URL+"/lamps", "", "X-Auth-Token", "tok").want(t, 401)
		}
	}
}

func TestVariantsOfSmallDocument(t *testing.T) {
	server := fake.Start(t, []byte(head+`
paths:
  /lamps:
    post:
      operationId: LampsAction
      parameters:
        - {name: action, in: query, schema: {type: string}}
        - {name: level, in: query, schema: {type: integer}}
      requestBody:
        content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/On'}, {$ref: '#/components/schemas/Dim'}]}, examples: {On-example: {value: {lamp: a}}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Dim'}, examples: {Dim-example: {value: {lamp: b, dim: 1}}}}}}
        "204": {description: ok}
      x-variants:
        - {operationId: SwitchOn, requestBody: '#/components/schemas/On', parameters: [], examples: {request: [On-example]}}
        - operationId: DimLamp
          requestBody: '#/components/schemas/Dim'
          parameters: [{in: query, name: level, required: true}]
          responses: {"200": '#/components/schemas/Dim'}
          examples: {"200": [Dim-example]}
        - {operationId: Blink, query: {action: blink}}
components:
  schemas:
    On: {type: object, properties: {lamp: {type: string}}}
    Dim: {type: object, required: [dim], properties: {lamp: {type: string}, dim: {type: integer}}}
`))
	send(t, "POST", server.URL+"/lamps", `{"lamp":"x"}`).want(t, 204)
	send(t, "POST", server.URL+"/lamps?level=1", `{"lamp":"x","dim":3}`).want(t, 200, `"lamp":"b"`)
	send(t, "POST", server.URL+"/lamps?action=blink", "").want(t, 204)
	// A mistake is told about the variant that was meant.
	send(t, "POST", server.URL+"/lamps?action=blink", `{"lamp":1,"dim":2}`).want(t, 400, "has none")
	server.Respond("LampsAction", fake.Status(418))
	server.Respond("Blink", fake.Status(202))
	send(t, "POST", server.URL+"/lamps", `{"lamp":"x"}`).want(t, 418)
	send(t, "POST", server.URL+"/lamps?action=blink", "").want(t, 202)
	if n := len(server.CallsOf("LampsAction")); n != 6 {
		t.Errorf("%d calls of all variants", n)
	}
	var ids []string
	for _, c := range server.Calls() {
		ids = append(ids, c.OperationID)
	}
	if got := strings.Join(ids, " "); got != "SwitchOn DimLamp Blink Blink SwitchOn Blink" {
		t.Errorf("calls of %s", got)
	}
}

func TestXML(t *testing.T) {
	server := fake.Start(t, []byte(head+`
paths:
  /buckets:
    get:
      operationId: ListBuckets
      responses:
        "200":
          description: ok
          content:
            application/xml:
              schema:
                type: object
                xml: {name: Result, namespace: "urn:<x>"}
                properties:
                  version: {type: string, enum: ["1&2"], xml: {attribute: true}}
                  Buckets: {type: array, xml: {wrapped: true}, items: {type: object, xml: {name: Bucket}, properties: {Name: {type: string, enum: [b]}, Size: {type: integer, minimum: 3}}}}
                  Tag: {type: array, items: {type: string, enum: [t]}}
                  "not a name": {type: string}
`))
	got := send(t, "GET", server.URL+"/buckets", "")
	got.want(t, 200, `<Result xmlns="urn:&lt;x&gt;" version="1&amp;2"><Buckets><Bucket><Name>b</Name><Size>3</Size></Bucket></Buckets><Tag>t</Tag></Result>`)
	if got.header.Get("Content-Type") != "application/xml" {
		t.Error(got.header)
	}
}

// TestBasePath finds requests with and without the path of the document's server.
func TestBasePath(t *testing.T) {
	server := fake.Start(t, []byte(head+`
servers: [{url: "https://x/base/v2"}]
paths: {/lamps: {get: {responses: {"204": {description: ok}}}}}
`))
	send(t, "GET", server.URL+"/base/v2/lamps", "").want(t, 204)
	send(t, "GET", server.URL+"/lamps", "").want(t, 204)
	send(t, "GET", server.URL+"/v2/lamps", "").want(t, 404)
}

// TestLongPath finds the value of a parameter that goes on over several segments.
func TestLongPath(t *testing.T) {
	const path = "parameters: [{name: p, in: path, required: true, schema: {type: string, maxLength: 5}}], responses: {"
	server := fake.Start(t, []byte(head+`
paths:
  "/tree/{p=**}": {get: {`+path+`"200": {description: all}}}}
  "/tree/{p}/meta": {get: {`+path+`"201": {description: meta}}}}
  "/tree/{p=**}/raw": {get: {`+path+`"202": {description: raw}}}}
`))
	for target, want := range map[string]int{"a": 200, "a/b": 200, "a/b/": 200, "a/meta": 201, "a%2Fb/meta": 201, "a/b/raw": 202, "a/b/c/d": 400, "": 404} {
		send(t, "GET", server.URL+"/tree/"+target, "").want(t, want)
	}
}

// TestXMLBody checks that a body is XML of the documented element.
func TestXMLBody(t *testing.T) {
	server := fake.Start(t, []byte(head+`
paths: {/lamps: {post: {requestBody: {content: {application/xml: {schema: {type: object, xml: {name: lamp}, properties: {size: {type: integer}}}}}}, responses: {"204": {description: ok}}}}}
`))
	post := func(body string) reply {
		return send(t, "POST", server.URL+"/lamps", body, "Content-Type", "application/xml")
	}
	post("<?xml version='1.0'?><lamp><size>1</size></lamp>").want(t, 204)
	post("<vault/>").want(t, 400, "its element is vault, want lamp")
	post("<lamp>").want(t, 400, "not XML")
	post("<lamp/><lamp/>").want(t, 400, "another element after lamp")
	post("lamp").want(t, 400, "not XML")
}

// TestXMLMembers holds what is in a body of XML to its schema, as that of a body of JSON.
func TestXMLMembers(t *testing.T) {
	server := fake.Start(t, []byte(head+`
paths: {/shelves: {post: {requestBody: {content: {application/xml: {schema: {$ref: '#/components/schemas/Shelf'}}}}, responses: {"204": {description: ok}}}}}
components:
  schemas:
    Shelf:
      type: object
      xml: {name: shelf}
      required: [Lamp, owner]
      properties:
        owner: {type: string, xml: {attribute: true}, minLength: 2}
        kind: {type: string, xml: {attribute: true, name: 'x:type'}, enum: [wall]}
        Lamp: {type: array, minItems: 2, items: {$ref: '#/components/schemas/Lamp'}}
        tags: {type: array, maxItems: 2, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}
        inner: {allOf: [{$ref: '#/components/schemas/Shelf'}], description: one more}
        either: {oneOf: [{type: integer}, {type: object, required: [a], properties: {a: {type: boolean}}}]}
        since: {type: integer, nullable: true}
        any: {}
    Lamp: {type: object, required: [size], properties: {size: {type: integer, minimum: 3}, name: {type: string}, On: {type: boolean}}}
`))
	const two = "<Lamp><size>3</size></Lamp><Lamp>\n <size> 4 </size><On>true</On><name>5</name></Lamp>"
	shelf := func(inside string) string { return "<shelf owner='me'>" + two + inside + "</shelf>" }
	for body, want := range map[string]string{
		shelf(""):                                       "",
		shelf("<extra><x>1</x><x>2</x></extra>"):        "", // as in JSON
		shelf("<any/>") + "\n":                          "",
		shelf("<any a='1'>text</any>"):                  "",
		shelf("<tags><tag>a</tag></tags>"):              "",
		shelf("<tags/>"):                                "",
		shelf("<either>3</either>"):                     "",
		shelf("<either><a>false</a></either>"):          "",
		shelf("<since/>"):                               "",
		shelf("<inner owner='you'>" + two + "</inner>"): "",
		"<shelf xmlns:x='urn:x' x:type='wall' owner='me'>" + two + "</shelf>":  "",
		"<shelf xmlns:x='urn:x' x:type='floor' owner='me'>" + two + "</shelf>": "/kind",
		"<shelf owner='me'/>":                                                              "Lamp",
		"<shelf>" + two + "</shelf>":                                                       "owner",
		"<shelf owner='m'>" + two + "</shelf>":                                             "/owner",
		"<shelf owner='me'>true</shelf>":                                                   "must be an object",
		"<shelf owner='me'><Lamp><size>3</size></Lamp></shelf>":                            "/Lamp",
		"<shelf owner='me'><Lamp><size>3</size></Lamp><Lamp><name>x</name></Lamp></shelf>": "size",
		"<shelf owner='me'><Lamp><size>3</size></Lamp><Lamp><size>2</size></Lamp></shelf>": "/Lamp/1/size",
		"<shelf owner='me'><Lamp><size>3</size></Lamp><Lamp><size>x</size></Lamp></shelf>": "/Lamp/1/size",
		"<shelf owner='me'><Lamp><size>3</size></Lamp><Lamp><size/></Lamp></shelf>":        "/Lamp/1/size",
		"<shelf owner='me'><Lamp><size>3</size><size>4</size></Lamp><Lamp/></shelf>":       "/Lamp/0/size",
		shelf("<tags><tag>a</tag><tag>b</tag><tag>c</tag></tags>"):                         "/tags",
		shelf("<either>x</either>"):                                                        "/either",
		shelf("<either><b/></either>"):                                                     "/either",
		shelf("<since>x</since>"):                                                          "/since",
		shelf("<inner/>"):                                                                  "Lamp",
		shelf(strings.Repeat("<inner owner='me'>", 300) + strings.Repeat("</inner>", 300)): "deep inside each other",
	} {
		status := 204
		if want != "" {
			status = 400
		}
		send(t, "POST", server.URL+"/shelves", body, "Content-Type", "application/xml").want(t, status, want)
	}
}

// TestXMLOfMaps: elements of other names are what additionalProperties says, a mandatory list may be empty,
// and what the schema does not know counts.
func TestXMLOfMaps(t *testing.T) {
	server := fake.Start(t, []byte(head+`
paths: {/shelves: {post: {requestBody: {content: {application/xml: {schema: {$ref: '#/components/schemas/Shelf'}}}}, responses: {"204": {description: ok}}}}}
components:
  schemas:
    Shelf:
      type: object
      xml: {name: shelf}
      required: [rules]
      additionalProperties: false
      properties:
        rules: {type: array, items: {type: string}}
        hooks: {type: array, minItems: 1, items: {type: string}}
        counts: {type: object, properties: {all: {type: string}}, additionalProperties: {type: integer}}
        lists: {type: object, additionalProperties: {type: array, items: {type: integer}}}
        marks: {type: object, additionalProperties: {type: integer, xml: {attribute: true}}}
        name: {type: string}
        tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}
        any: {}
        either: {oneOf: [{type: object, required: [a], additionalProperties: false, properties: {a: {type: array, items: {type: string}}}}, {type: object, required: [b], additionalProperties: false, properties: {b: {type: string}}}]}
`))
	shelf := func(inside string) string { return "<shelf>" + inside + "</shelf>" }
	for body, want := range map[string]string{
		"<shelf/>":                                             "",
		shelf("<rules>a</rules>"):                              "",
		shelf("<hooks>a</hooks>"):                              "",
		shelf("<counts><a>5</a><all>x</all></counts>"):         "",
		shelf("<counts><a>x</a></counts>"):                     "/counts/a",
		shelf("<counts><a>5</a><a>6</a></counts>"):             "/counts/a",
		shelf("<lists><a>5</a></lists>"):                       "",
		shelf("<lists><a>5</a><a>6</a><b>7</b></lists>"):       "",
		shelf("<lists><a>x</a></lists>"):                       "/lists/a/0",
		shelf("<marks a='5'/>"):                                "",
		shelf("<marks a='x'/>"):                                "/marks/a",
		shelf("<either><b>x</b></either>"):                     "",
		"<shelf xmlns='urn:x' xmlns:y='urn:y' xml:lang='en'/>": "",
		"<shelf name='x'/>":                                    "@name",
		"<shelf>\n <rules>a</rules> junk</shelf>":              "must be an object",
		shelf("<tags>junk<tag>a</tag></tags>"):                 "/tags",
		shelf("<any>text<b>1</b></any>"):                       "",
		shelf("<extra/>"):                                      "extra",
	} {
		status := 204
		if want != "" {
			status = 400
		}
		send(t, "POST", server.URL+"/shelves", body, "Content-Type", "application/xml").want(t, status, want)
	}
}

// TestOddTexts: an integer has as many digits as the document allows, and a text may be empty.
func TestOddTexts(t *testing.T) {
	server, err := fake.New([]byte(head + `paths:
  /lamps:
    get:
      parameters:
        - {name: any, in: query, schema: {type: integer}}
        - {name: few, in: query, schema: {type: integer, maximum: 100}}
        - {name: long, in: query, schema: {type: integer, format: int64}}
        - {name: safe, in: query, schema: {type: integer, format: int64, maximum: 9007199254740992}}
        - {name: text, in: query, schema: {type: string}}
        - {name: word, in: query, schema: {type: string, minLength: 1}}
        - {name: list, in: query, schema: {type: array, items: {type: string}}}
        - {name: sizes, in: query, schema: {type: array, items: {type: integer}}}
        - {name: near, in: query, explode: false, schema: {type: array, items: {type: integer, maximum: 100}}}
      responses: {"204": {description: made}}
`))
	if err != nil {
		t.Fatal(err)
	}
	for query, status := range map[string]int{"any=436600488395241422848": 204, "any=-436600488395241422848": 204, "any=4366004883952414228x": 400, "any=4366004883952414228.5": 400, "few=436600488395241422848": 400,
		"long=9223372036854775807": 204, "long=9223372036854775808": 400, "long=-9223372036854775808": 204, "long=-9223372036854775809": 400, "safe=9007199254740992": 204, "safe=9007199254740993": 400,
		"text=": 204, "word=": 400, "few=": 400, "list=": 204, "sizes=": 400, "list=&list=a": 204,
		"sizes=3&sizes=-155725011096123360013038125056": 204, "sizes=3&sizes=155725011096123360013038125056x": 400, "near=3,-155725011096123360013038125056": 204, "near=3,155725011096123360013038125056": 400} {
		w := httptest.NewRecorder()
		if server.ServeHTTP(w, httptest.NewRequest("GET", "/lamps?"+query, nil)); w.Code != status {
			t.Errorf("%s: %d %s, want %d", query, w.Code, w.Body, status)
		}
	}
}

// TestErrorsAsDocumented: the text of an error is no longer than the document says that it can be,
// and is all of the body where that is a text.
func TestErrorsAsDocumented(t *testing.T) {
	const short, whole, text = `"error_msg":"query par"}`, `it is missing"}`, `"query parameter size: it is missing"`
	const object, plain = `{type: object, properties: {error_msg: {type: string, maxLength: 9}}}`, `{type: string}`
	for _, c := range []struct{ key, media, schema, want string }{
		{"'400'", "application/json", object, short}, {"4XX", "application/json", object, short}, {"default", "application/json", object, short},
		{"'404'", "application/json", object, whole}, {"'400'", "text/plain", plain, whole}, {"'400'", "application/json", `{type: object}`, whole},
		{"'400'", "application/json", plain, text}, {"'400'", "application/json", `{type: string, maxLength: 5}`, `"query"`},
	} {
		server, err := fake.New([]byte(head + `paths:
  /lamps:
    get:
      parameters: [{name: size, in: query, required: true, schema: {type: string}}]
      responses: {"204": {description: made}, ` + c.key + `: {description: bad, content: {` + c.media + `: {schema: ` + c.schema + `}}}}
`))
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, httptest.NewRequest("GET", "/lamps", nil))
		if got := strings.TrimSpace(w.Body.String()); w.Code != 400 || !strings.HasSuffix(got, c.want) || (c.want == text) != (got == text) {
			t.Errorf("%s %s %s: %d %s, want %s", c.key, c.media, c.schema, w.Code, got, c.want)
		}
	}
}

// TestAllowIsOfTheClosestPath: the methods of /lamps/{id} are none of /lamps/first.
func TestAllowIsOfTheClosestPath(t *testing.T) {
	server, err := fake.New([]byte(head + `paths:
  /lamps/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"204": {description: made}}}
    delete: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"204": {description: made}}}
  /lamps/first:
    post: {responses: {"204": {description: made}}}
    put: {responses: {"204": {description: made}}}
`))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"/lamps/first": "POST, PUT", "/lamps/second": "DELETE, GET"} {
		w := httptest.NewRecorder()
		if server.ServeHTTP(w, httptest.NewRequest("PATCH", path, nil)); w.Code != 405 || w.Header().Get("Allow") != want {
			t.Errorf("%s: %d, Allow %q, want %q", path, w.Code, w.Header().Get("Allow"), want)
		}
	}
}

// TestAnyValueMayBeNull: a schema that says nothing takes null, however the document writes it.
func TestAnyValueMayBeNull(t *testing.T) {
	server, err := fake.New([]byte(head + `paths:
  /lamps:
    post:
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a], properties: {a: {}, b: {type: string}, c: {anyOf: [{type: string, nullable: true}, {}]}}}}}}
      responses: {"204": {description: made}}
`))
	if err != nil {
		t.Fatal(err)
	}
	for body, status := range map[string]int{`{"a": null, "c": null}`: 204, `{"a": [1], "c": 2}`: 204, `{"a": 1, "b": null}`: 400, `{}`: 400} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("POST", "/lamps", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		if server.ServeHTTP(w, r); w.Code != status {
			t.Errorf("%s: %d %s, want %d", body, w.Code, w.Body, status)
		}
	}
}
