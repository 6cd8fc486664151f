package dialect

import "testing"

func TestSection(t *testing.T) {
	for _, c := range []struct {
		title string
		want  SectionRole
	}{
		{"URI", SectionURI},
		{"Request Syntax", SectionURI},
		{"Function", SectionFunction},
		{"**Function**", SectionFunction},
		{"API Description", SectionFunction},
		{"Request Parameters", SectionRequest},
		{"request parameter:", SectionRequest},
		{"(Optional) Request Body", SectionRequest},
		{"Response message.", SectionResponse},
		{"2.1 Request Parameters", SectionRequest}, {"(3) Response", SectionResponse}, {"4. URI：", SectionURI}, {"V2 Request", SectionUnknown},
		{"Path", SectionRequest}, {"Query String", SectionRequest}, {"Header", SectionRequestHeaders},
		{"Answer", SectionResponse}, {"Body of the Answer", SectionUnknown}, {"Reply Parameters", SectionResponse},
		{"Response Messages", SectionResponse},
		{"Request Message Parameters", SectionRequest},
		{"Response Parameters for a Full Box", SectionResponse},
		{"Response Message Header", SectionHeaders},
		{"Request Body Examples", SectionExampleRequest},
		{"Response Samples", SectionExampleResponse},
		{"Response  Elements", SectionResponse},
		{"Response Headers", SectionHeaders},
		{"Request Header", SectionRequestHeaders},
		{"Example Requests", SectionExampleRequest},
		{"Sample Request 2", SectionExampleRequest},
		{"Sample Response: Making a Box", SectionExampleResponse},
		{"Request Syntax (SSE)", SectionURI},
		{"Example:", SectionExample},
		{"Status Codes", SectionStatus},
		{"Returned Values", SectionStatus},
		{"Error Code", SectionErrors},
		{"Constraints", SectionOther},
		{"Obtaining a Thing", SectionOther},
		{"Box Management", SectionOther},
		// titles that only contain a known one
		{"Box", SectionUnknown},
		{"Requesting a Box", SectionUnknown},
		{"Request Methods", SectionOther},
		{"Request and Box Parameters", SectionUnknown},
		{"Request for a Box", SectionUnknown},
		{"Error Response Body", SectionUnknown},
		{"", SectionUnknown},
		{":", SectionUnknown},
	} {
		if got := Section(c.title); got != c.want {
			t.Errorf("%q: got %q, want %q", c.title, got, c.want)
		}
	}
	for line, want := range map[string]SectionRole{
		"Request Body": SectionRequest, "Response Message Example": SectionExampleResponse, "Request body for a new box": SectionUnknown,
	} {
		if got := LineSection(line); got != want {
			t.Errorf("the line %q: got %q, want %q", line, got, want)
		}
	}
}

func TestParseCaption(t *testing.T) {
	for _, c := range []struct {
		caption string
		role    TableRole
		name    string
		status  int
	}{
		{"Path Parameters", TablePath, "", 0},
		{"URI parameters", TableURI, "", 0},
		{"Query Parameters", TableQuery, "", 0},
		{"Request header parameters", TableHeader, "", 0},
		{"-  Parameters in the request header", TableHeader, "", 0},
		{"Request body parameters", TableBody, "", 0},
		{"FormData parameters", TableBody, "", 0},
		{"Status codes: 400, 404", TableResponse, "", AnyFailure}, {"Response code: 4xx", TableResponse, "", AnyFailure}, {"Status codes: 403 or 500", TableResponse, "", AnyFailure},
		{"Response codes: 400-lids, 404-rims", TableResponse, "", 400},
		{"Status codes: 200", TableResponse, "", 200}, {"Status codes: 200, 404", TableResponse, "", 200},
		{"Header fields", TableHeader, "", 0}, {"Fields in the body", TableBody, "", 0},
		{"Path", TablePath, "", 0}, {"Path variables", TablePath, "", 0}, {"Query string", TableQuery, "", 0}, {"Body", TableBody, "", 0},
		{"Request payload", TableBody, "", 0}, {"Answer body", TableResponse, "", 0}, {"AnswerBody", TableStruct, "AnswerBody", 0},
		{"Status code：２０１", TableResponse, "", 201}, {"Response Body：", TableResponse, "", 0},
		{"Request parameters", TableRequest, "", 0},
		{"Response header parameters", TableResponseHeader, "", 0},
		{"Response body parameters", TableResponse, "", 0},
		{"Response parameter", TableResponse, "", 0},
		{"Parameter description", TableParameters, "", 0},
		{"Parameter description (making a box)", TableParameters, "", 0},
		{"Parameters", TableParameters, "", 0},
		{"Element description", TableParameters, "", 0},
		{"Status codes", TableStatus, "", 0},
		{"-  Abnormal", TableStatus, "", 0},
		{"Normal values", TableStatus, "", 0},
		{"Status code: 200", TableResponse, "", 200},
		{"Status code 404", TableResponse, "", 404},
		{"Error code description", TableErrors, "", 0},
		{"Change history", TableOther, "", 0},
		{"Box management actions", TableOther, "", 0},

		{"VaultBackup", TableStruct, "VaultBackup", 0},
		{"io.k8s.api.core.v1.Foo", TableStruct, "io.k8s.api.core.v1.Foo", 0},
		{"Tag", TableStruct, "Tag", 0},
		{"**items**", TableStruct, "items", 0},
		{"token.user.domain", TableStruct, "token.user.domain", 0},
		{"Parameter description of field **box_param**", TableStruct, "box_param", 0},
		{"Parameter description of field box_param", TableStruct, "box_param", 0},
		{"**box** field description", TableStruct, "box", 0},
		{"links field description", TableStruct, "links", 0},
		{"box_color field data structure description", TableStruct, "box_color", 0},
		{"status field data structure description", TableStruct, "status", 0},
		{"Data structure of the **spec** field", TableStruct, "spec", 0},
		{"Data structure of the a/b field", TableStruct, "a/b", 0},
		{"Description of the **box** field", TableStruct, "box", 0},
		{"Description for the values format", TableStruct, "values", 0},
		{"Data structure description of field box_list", TableStruct, "box_list", 0},
		{"``box`` parameters", TableStruct, "box", 0},
		{"tags parameters", TableStruct, "tags", 0},
		{"**Box Rule** objects", TableStruct, "Box Rule", 0},
		{"**box** object", TableStruct, "box", 0},
		{"Parameters in the **box** field", TableStruct, "box", 0},
		{"Objects of request parameter **box**", TableStruct, "box", 0},
		{"The BoxInfo object has the following attributes.", TableStruct, "BoxInfo", 0},
		{"task_detail field data structure description (restoring)", TableStruct, "task_detail", 0},

		{"Data structure of field **box**", TableStruct, "box", 0},
		{"Field **box** description", TableStruct, "box", 0},
		{"Data structure of field tags", TableStruct, "tags", 0},
		{"**lid** reserved field description", TableStruct, "lid", 0},
		{"**Box filter** field description", TableStruct, "Box filter", 0},
		{"**lid** data structure for making boxes", TableStruct, "lid", 0},
		{"lid field description for making boxes (for V1)", TableStruct, "lid", 0},

		// a purpose tells no name, and a second name makes a list of both
		{"Parameters for making boxes", TableUnknown, "", 0},
		{"Box parameters for making lids", TableUnknown, "", 0},
		{"Field of boxes **lid** and **base** for making", TableUnknown, "", 0},

		// ordinary English, and names that are not the subject
		{"Value", TableUnknown, "", 0},
		{"Key", TableUnknown, "", 0},
		{"Boxes supporting **removal**", TableUnknown, "", 0},
		{"For details about the box, see the table.", TableUnknown, "", 0},
		{"Status code: 99x", TableUnknown, "", 0},
		{"", TableUnknown, "", 0},
		{"**", TableUnknown, "", 0},
		{"------------", TableUnknown, "", 0},
	} {
		got := ParseCaption(marked(c.caption))
		if want := (Caption{Role: c.role, Name: c.name, Status: c.status}); got != want {
			t.Errorf("%q: got %+v, want %+v", c.caption, got, want)
		}
	}
}

func TestParseColumn(t *testing.T) {
	for head, want := range map[string]Column{
		"Parameter":          ColumnName,
		"Element":            ColumnName,
		"Header":             ColumnName,
		"Sub-Parameter":      ColumnSubName,
		"Mandatory (Yes/No)": ColumnMandatory,
		"Mandatory or Not":   ColumnMandatory,
		"**Type**":           ColumnType,
		"Description":        ColumnDescription,
		"In":                 ColumnIn,
		"IN":                 ColumnIn,
		"Location":           ColumnIn,
		"Status  Code":       ColumnStatus,
		"Returned Values":    ColumnStatus,
		"Return Code":        ColumnStatus,
		"Error Code":         ColumnErrorCode,
		"Error Message":      ColumnErrorMsg,
		"Default Value":      ColumnDefault,
		"Value Range":        ColumnRange,
		"Example Value":      ColumnExample,
		"IAM Project":        ColumnOther,
		"driverCores":        ColumnUnknown,
		"":                   ColumnUnknown,
	} {
		if got := ParseColumn(head); got != want {
			t.Errorf("%q: got %q, want %q", head, got, want)
		}
	}
}

func TestParseMandatory(t *testing.T) {
	for cell, want := range map[string]Mandatory{
		"Yes":                                {Need: NeedYes},
		"**No**":                             {Need: NeedNo},
		"M":                                  {Need: NeedYes},
		"O":                                  {Need: NeedNo},
		"TRUE":                               {Need: NeedYes},
		"Optional":                           {Need: NeedNo},
		"No (query parameter)":               {Need: NeedNo, In: "query"},
		"Yes (in the path)":                  {Need: NeedYes, In: "path"},
		"Yes only when the box is open":      {Need: NeedConditional},
		"Yes if **a** is there.":             {Need: NeedConditional},
		"No. This header is required for X.": {Need: NeedConditional},
		"No\nThis field is mandatory for X.": {Need: NeedConditional},
		"Mandatory for token authentication": {Need: NeedConditional},
		"• Optional for GET.\n• Must be left blank otherwise.": {Need: NeedConditional},
		"√":                               {Need: NeedYes},
		"×":                               {Need: NeedNo},
		"0..1":                            {Need: NeedNo},
		"1..n":                            {Need: NeedYes},
		"Depends":                         {Need: NeedConditional},
		"Recommended":                     {Need: NeedNo},
		"One of lid and rim":              {Need: NeedConditional},
		"At least one of **a** and **b**": {Need: NeedConditional},
		"Either a or b":                   {Need: NeedConditional},
		"The one of lids":                 {},
		"Integer":                         {},
		"":                                {},
		"-":                               {},
	} {
		if got := ParseMandatory(cell); got != want {
			t.Errorf("%q: got %+v, want %+v", cell, got, want)
		}
	}
}

func TestIsEmpty(t *testing.T) {
	for cell, want := range map[string]bool{
		"": true, " \n": true, "-": true, "--": true, "``-``": true, "N/A": true, "None.": true, "none": true,
		"：": true, "。": true, "\u00ad": true, "／": true, "Ｎ／Ａ": true,
		"0": false, "No": false, "None of them": false, "-1": false, "false": false,
	} {
		if got := IsEmpty(cell); got != want {
			t.Errorf("%q: got %v", cell, got)
		}
	}
}

func TestIsErrorCode(t *testing.T) {
	for cell, want := range map[string]bool{
		"BELL.0007": true, "400": true, "NoSuchBell": true, "Request-URI Too Large": true, "BELL.0001 to BELL.0009": true, "Bell Rung.": true, "**400**": true,
		"": false, "-": false, "``-``": false, "If no other code fits, ask the ringer": false, "Ask the ringer.": false, "**Ask the ringer.**": false,
	} {
		if got := IsErrorCode(cell); got != want {
			t.Errorf("%q: got %v", cell, got)
		}
	}
}

func TestNamesStructured(t *testing.T) {
	for cell, want := range map[string]bool{
		"Object": true, "LidSpec object": true, "List<lid>": true, "Map": true, "Dictionary data structure": true, "lid[]": true,
		"JSON": false, "LidSpec": false, "Table 3": false,
	} {
		if got := NamesStructured(cell); got != want {
			t.Errorf("%q: got %v", cell, got)
		}
	}
}

func TestTablePointer(t *testing.T) {
	for text, want := range map[string]int{
		"For details, see Table 3.":   3,
		"see **Table 12**":            12,
		"table 4 and Table 5":         4,
		"Table":                       0,
		"the tables 3":                0,
		"routetable 3":                0,
		"Tables are 5":                0,
		"Table3":                      0,
		"A table of 3. See Table 7":   7,
		"Table 99999999999999999999.": 0,
	} {
		if got := TablePointer(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}
