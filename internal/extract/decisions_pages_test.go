package extract

import (
	"testing"
)

func TestDecisionsOnStatuses(t *testing.T) {
	texts := []choice{
		{"number", "204"}, {"numbers", "201, 404"}, {"label", "Status Code: 202"}, {"sentence", "Returned status code 201: made"},
		{"normal", "-  Normal\n\n   202\n\n-  Abnormal\n\n   -  400: no box\n   -  404 Not Found"}, {"odd", "Normal\n\n2O2"}, {"two odd words", "Normal\n\nvery well"},
		{"three odd words", "Normal\n\nit is well"}, {"reference", "Normal\n\n:ref:`Codes <codes>`"}, {"label below label", "Normal\n\nAbnormal\n\n404"}, {"nothing", "Normal\n\nNone"},
		{"table", tableText("T", "Status Code|Description", "300|Choose", "404|Lost", "99|Less", "600|More", "2000|Much", "-|None")},
		{"table of three", tableText("T", "Status Code|Message|Description", "200|OK|Fine", "**404**|Lost|")}, {"table of words first", tableText("T", "Kind|Number", "Normal|202", "Abnormal|404")},
		{"mixed table", tableText("T", "Kind|Number", "Normal|202", "Abnormal|many")}, {"two", "Normal: 202 or 200"},
		{"message", codeText("HTTP/1.1 206 Partial Content\nDate: today")}, {"failed message", codeText("HTTP/1.1 404 Not Found")}, {"early message", codeText("HTTP/1.1 100 Continue")},
		{"two messages", codeText("HTTP/1.1 302 Found") + codeText("HTTP/1.1 201 Created")}, {"message and number", "202\n\n" + codeText("HTTP/1.1 201 Created")},
	}
	sections := []choice{{"Status Codes", "Status Codes"}, {"Response", "Response"}, {"Example Response", "Example Response"}, {"Response Headers", "Response Headers"}, {"Request", "Request"}, {"Example Request", "Example Request"}, {"Odds", "Odds and Ends"}}
	bodies := []choice{{"no body", ""}, {"body", tableText("**Table 1** Response parameters", typed, "lid|String|Lid")},
		{"bodies", "**Status code: 201**\n\n" + tableText("**Table 1** Response parameters", typed, "lid|String|Lid") + "**Status code: 404**\n\n" + tableText("**Table 2** Response parameters", typed, "code|String|Code")},
		{"header", tableText("**Table 1** Response header parameters", typed, "X-Lid|String|Lid", "Content-Type|String|Media", "x-lid|String|Again")},
		{"abnormal", tableText("**Table 1** Abnormal response parameters", typed, "code|String|Code") + tableText("**Table 2** Response parameters", typed, "lid|String|Lid", "error|Object|The error that is returned if an error occurs")}}
	decisions(t, "statuses", [][]choice{bodies, texts, sections}, single(func(c []string) string {
		return title("Minding a Box") + section("URI", "POST /v1/box") + section("Response", c[0]) + section(c[2], c[1])
	}))
}

func TestDecisionsOnMedia(t *testing.T) {
	rows := []choice{
		{"none", ""}, {"json", "Content-Type|Yes|String|It is application/json."}, {"form", "Content-Type|Yes|String|It is multipart/form-data."},
		{"patches", "Content-Type|Yes|String|application/merge-patch+json or application/json-patch+json"}, {"bytes", "Content-Type|Yes|String|It is application/octet-stream."}, {"two", "Content-Type|Yes|String|application/json or application/merge-patch+json"},
		{"other header", "Accept|Yes|String|It is multipart/form-data."},
		{"pairs", "Content-Type|Yes|String|It is application/x-www-form-urlencoded."}, {"XML", "Content-Type|Yes|String|It is application/xml."},
	}
	bodies := []choice{
		{"text", "lid|Yes|String|Lid"}, {"file", "lid|Yes|File|Lid"}, {"file and text", "lid|Yes|File|Lid;wood|No|String|Wood"}, {"list", "[Array]|Yes|Array of strings|Lids"}, {"self", "body|Yes|Array of objects|All"}, {"none", ""},
		{"lists", "lids|Yes|Array of strings|Lids"}, {"members", "lid|No|Object|Lid;wood|No|Array of arrays|Wood"},
	}
	captions := []choice{{"body", "Request body parameters"}, {"form", "Form parameters"}, {"response", "Response body parameters"}, {"parts", "Form-data parameters of the request"}}
	printed := []choice{
		{"nothing", ""}, {"header", section("Example Request", codeText("POST /v1/box\nContent-Type: application/merge-patch+json"))}, {"form header", section("Example Request", codeText("content-type:multipart/form-data; boundary=x\n\n--x"))},
		{"response header", section("Example Response", codeText("Content-Type: application/merge-patch+json"))}, {"JSON list", section("Example Request", codeText(`[{"lid": 1}]`))},
		{"pairs", section("Example Request", codeText("curl -X PATCH -H 'Content-Type:application/x-www-form-urlencoded' -d 'lid=a'"))},
	}
	decisions(t, "media", [][]choice{bodies, captions, rows, printed}, single(func(c []string) string {
		page := title("Minding a Box") + section("URI", "PATCH /v1/box")
		if c[2] != "" {
			page += section("Request", tableText("**Table 1** Request header parameters", mandatory, c[2]))
		}
		if c[0] != "" {
			page += section("Request", rowsText("**Table 2** "+c[1], mandatory+";"+c[0]))
		}
		page += section("Request", tableText("**Table 3** Parameter description of field **part**", typed, "Content-Type|String|It is multipart/form-data.", "the size of it|String|Odd"))
		return page + c[3]
	}))
}

func TestDecisionsOnMessages(t *testing.T) {
	heads := []choice{
		{"whole", "PUT /ObjectName?acl&max=9&word=word HTTP/1.1\nHost: bucketname.cellar.example.com"}, {"no version", "PUT /v1/{box}?acl"},
		{"whole, fixed host", "PUT /boxes?acl HTTP/1.1\nHost: cellar.example.com"},
	}
	bodies := []choice{
		{"none", ""}, {"bytes", "<object Content>"}, {"form", "Content-Type: multipart/form-data; boundary=x\n<object Content>"}, {"other media", "Content-Type: text/plain\n[12 Byte jar content]"},
		{"XML", "<Rules><Rule><ID>id</ID></Rule></Rules>"}, {"JSON", "{\"rule\": 1}"},
	}
	responses := []choice{
		{"none", ""}, {"bytes", "HTTP/1.1 200 OK\n\n[12 Byte jar content]"}, {"failed", "HTTP/1.1 404 Lost\n\n[12 Byte jar content]"}, {"moved", "HTTP/1.1 302 Lost\n\n[12 Byte jar content]"},
		{"XML", "HTTP/1.1 200 OK\n\n<Rules><Rule><ID>id</ID></Rule></Rules>"}, {"failed XML", "HTTP/1.1 404 Lost\n\n<Error><Code>1</Code></Error>"}, {"no status", "HTTP/1.1 status_code\n\n<Rules><Rule/><Rule/></Rules>"}, {"JSON", "{\"rule\": 1}"},
	}
	sections := []choice{{"Example Response", "Example Response"}, {"Response", "Response"}, {"Odds", "Odds and Ends"}}
	tables := []choice{{"no table", ""}, {"table", section("Request Parameters", tableText("**Table 1** Request parameters", mandatory, "rule|Yes|Integer|Rule", "acl|No|String|Who", "ID|Yes|String|Id"))},
		{"elements", section("Request Elements", tableText("**Table 1** Response elements", mandatory, "Rules|Yes|Container|Rules", "ID|Yes|String|Id", "Left|No|String|Left"))}}
	decisions(t, "messages", [][]choice{heads, bodies, sections, tables, responses}, single(func(c []string) string {
		return title("Storing a Jar") + section("Request Syntax", codeText(c[0]+"\n"+c[1])) + c[3] + section(c[2], codeText(c[4]))
	}))
}

func TestDecisionsOnElements(t *testing.T) {
	printed := []choice{
		{"rules", "<Rules><Owner><ID>1</ID></Owner><Rule kind='a'><ID>2</ID><Day>3</Day></Rule></Rules>"}, {"several", "<Rules><Rule><ID>2</ID></Rule><Rule><ID>2</ID></Rule></Rules>"},
		{"list", "<ListRulesResult><Rule><ID>1</ID></Rule><Owner><ID>2</ID></Owner><More>1</More></ListRulesResult>"}, {"wrapped", "<ListRulesResult><Rules><Rule><ID>1</ID></Rule></Rules></ListRulesResult>"},
		{"text", "<Rules>1</Rules>"}, {"not XML", "<Rules><Rule>"}, {"another", "<Others><Rule/></Others>"},
	}
	rows := []choice{
		{"flat", "ID|String|Parent: Owner;ID|Integer|Parent: Rule;Day|Integer|Parent: Rule"}, {"in order", "Rules|Container|All;Owner|Container|Who;ID|String|First;Rule|Container|It takes a maximum of 9 rules.;ID|Integer|Second;ID|String|Third"},
		{"children", "Rule|Container|Children: Left, Right;Left|String|Left"}, {"path", "Rules.Rule|Container|One;Rule.ID|String|Id;Owner.Age|Integer|Age"},
		{"parent below", "Days|Integer|Parent: Box;Box|Container|Parent: Rule;Top|String|Parent: none"}, {"list types", "Rule|Array|Rules;ID|Array of integers|Ids"}, {"attribute", "kind|String|Kind;Deep|Object|Deep"},
		{"unlisted", "Lid|String|Lid;Rim|String|Rim"}, {"structure", "Rule|:ref:`Rule <trule>` object|Rule;Kind|kind|Kind"}, {"no rows", ""},
	}
	tables := []choice{{"alone", ""}, {"twice", "Rules|Container|Again;Age|Integer|Age"}}
	sides := []choice{{"response", "Response"}, {"request", "Request"}, {"copied", "Copied"}}
	decisions(t, "elements", [][]choice{sides, tables, printed, rows}, single(func(c []string) string {
		page := title("Setting Rules") + section("Request Syntax", codeText("PUT /?rules HTTP/1.1\nHost: bucketname.cellar.example.com"))
		heading, caption, example := c[0]+" Elements", c[0]+" elements", "Sample "+c[0]
		if c[0] == "Copied" {
			heading, caption, example = "Request Elements", "Response elements", "Sample Request"
		}
		text := ""
		if c[3] != "" {
			text = rowsText("**Table 1** "+caption, typed+";"+c[3])
		}
		if c[1] != "" {
			text += rowsText("**Table 2** "+caption+" for others", mandatory+";"+"Rules|Yes|Container|Again;Age|Yes|Integer|Age;ID|No|String|Parent: Rules")
		}
		text += ".. _trule:\n\n" + tableText("**Table 3** Parameter description of field **kind**", typed, "Wide|String|Wide", "ID|String|Id")
		head := "PUT /?rules HTTP/1.1\n\n"
		if c[0] == "Response" {
			head = "HTTP/1.1 200 OK\n\n"
		}
		return page + section(heading, text) + section(example, codeText(head+c[2]))
	}))
}

func TestDecisionsOnExamples(t *testing.T) {
	blocks := []choice{
		{"JSON", `{"lid": "oak"}`}, {"of the response", `{"id": 1, "lid": 2}`}, {"list", `[{"lid": 1}]`}, {"with line", "POST /v1/box\n\n{\"lid\": \"oak\"}"}, {"line and header", "POST /v1/box\nX-Lid: 1\nodd words: 2\n\n{\"lid\": \"oak\"}\nX-After: 1"},
		{"method and URL apart", "POST\n/v1/box\n{\"lid\": 1}"}, {"status line", "HTTP/1.1 202 Accepted\nX-Lid: 1\n\n{\"id\": 1}"}, {"other call", "POST /v1/lids\n\n{\"cover\": \"oak\"}"}, {"other call and response", "POST /v1/lids\n\n{\"cover\": \"oak\"}\n\nHTTP/1.1 200 OK\n\n{\"rim\": 1}"},
		{"two in one", "{\"lid\": 1}\n{\"lid\": 2}"}, {"repaired", "{\"lid\": \"oak\",}"}, {"torn", "{\"lid\": \"oak\", ..."}, {"not JSON", "{\"lid\": oak oak}"}, {"fault", `{"itemNotFound": {"message": "No", "code": 404}}`}, {"error", `{"error": {"message": "No", "code": "409"}}`}, {"fault without code", `{"jarNotFound": {"message": "No"}}`}, {"fault with odd code", `{"error": {"message": "No", "code": 200}}`}, {"fault with object", `{"error": {"message": "No", "code": {"a": 1}}}`}, {"fault 600", `{"error": {"message": "No", "code": 600}}`}, {"fault 599", `{"error": {"message": "No", "code": 599}}`}, {"fault 400", `{"error": {"message": "No", "code": 400}}`}, {"headers apart", "X-Lid: 1\n\nX-Rim: 2"}, {"code alone", `{"error": {"code": 404}}`},
		{"code and text", `{"error_code": "B.1", "error_msg": "No"}`}, {"plain code and text", `{"code": "B.1", "message": "No"}`}, {"shell", "curl -X POST /v1/box"}, {"headers", "X-Lid: 1\nX-Rim: 2"}, {"words", "just words"}, {"URL", "{endpoint}/v1/box"}, {"placeholder list", "[lid]"}, {"several", "GET /v1/box\n\nPOST /v1/box\n\n{\"lid\": 1}\n\n{\"id\": 2}"},
	}
	intros := []choice{{"none", ""}, {"request", "Example request:"}, {"response", "Response:"}, {"or", "or"}, {"abnormal", "Abnormal response"}, {"status", "Status code: 404"}}
	sections := []choice{{"Example", "Example"}, {"Example Request", "Example Request"}, {"Example Response", "Example Response"}, {"Error Codes", "Error Codes"}, {"Odds", "Odds and Ends"}, {"Status Codes", "Status Codes"}}
	decisions(t, "examples", [][]choice{blocks, intros, sections}, single(func(c []string) string {
		return title("Making a Box") + section("URI", "POST /v1/box") +
			section("Request", tableText("**Table 1** Request body parameters", mandatory, "lid|Yes|String|Lid")) +
			section("Response", tableText("**Table 2** Response body parameters", typed, "id|Integer|Id", "lid|String|Lid")) +
			section(c[2], codeText(`{"lid": "first"}`)+c[1]+"\n\n"+codeText(c[0]))
	}))
}
