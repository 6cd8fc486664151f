package dialect

import "testing"

func TestPaging(t *testing.T) {
	for name, want := range map[string]PagingRole{
		"limit": PagingLimit, "pageSize": PagingLimit, "page-size": PagingLimit, "per_page": PagingLimit, "max-keys": PagingLimit, "size": PagingLimit,
		"offset": PagingOffset, "start_index": PagingOffset,
		"start": PagingStart, "from": PagingStart,
		"page": PagingPage, "page_no": PagingPage, "curPage": PagingPage, "current-page": PagingPage, "pageNum": PagingPage,
		"marker": PagingMarker, "continue": PagingMarker, "continuation-token": PagingMarker, "next": PagingMarker,
		// names that only hold such a word
		"start_time": PagingNone, "message_offset": PagingNone, "marker_id": PagingNone, "limit_num": PagingNone,
		"page_reverse": PagingNone, "pages": PagingNone, "token": PagingNone, "count": PagingNone, "": PagingNone,
	} {
		if got := Paging(name); got != want {
			t.Errorf("Paging(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestNamesBesideLists(t *testing.T) {
	for _, c := range []struct {
		what string
		got  bool
		want bool
	}{
		{"next_marker", IsNextMarker("next_marker"), true},
		{"nextToken", IsNextMarker("nextToken"), true},
		{"next_offset", IsNextMarker("next_offset"), false},
		{"marker", IsNextMarker("marker"), false},
		{"NextPartNumberMarker of part-number-marker", IsNextOf("NextPartNumberMarker", "part-number-marker"), true},
		{"NextMarker of part-number-marker", IsNextOf("NextMarker", "part-number-marker"), false},
		{"page_info", IsPageObject("page_info"), true},
		{"metaData", IsPageObject("metaData"), true},
		{"pages", IsPageObject("pages"), false},
		{"links", IsLinksObject("links"), true},
		{"boxes_links", IsLinksObject("boxes_links"), false},
		{"boxes_links of boxes", IsLinksOf("boxes_links", "boxes"), true},
		{"links of boxes", IsLinksOf("links", "boxes"), false},
		{"errors", IsAside("errors"), true},
		{"lids_links", IsAside("lids_links"), true},
		{"lids", IsAside("lids"), false},
		{"data_list", IsListName("data_list"), true},
		{"box_list", IsListName("box_list"), false},
		{"box-policies, policies", NamesList("box-policies", "policies"), false},
		{"policy, policies", NamesList("policy", "policies"), true},
		{"boxes, box_list", NamesList("boxes", "box_list"), true},
		{"crates, boxes", NamesList("crates", "boxes"), false},
		{"policy_id of policies", IsIDOf("policy_id", "policies"), true},
		{"box_id of policies", IsIDOf("box_id", "policies"), false},
		{"id of policies", IsIDOf("id", "policies"), false},
		{"idle of boxes", IsIDOf("idle", "boxes"), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v", c.what, c.got)
		}
	}
	for param, want := range map[string]string{"start_box_name": "box_name", "start_lid_id": "lid_id", "start_time": "", "start": "", "box_name": ""} {
		if got := StartKey(param); got != want {
			t.Errorf("StartKey(%q) = %q, want %q", param, got, want)
		}
	}
}

func TestIsTotal(t *testing.T) {
	for _, c := range []struct {
		member, list, text string
		want               bool
	}{
		{"total", "boxes", "", true},
		{"total_count", "boxes", "Number of boxes", true},
		{"totalRecord", "boxes", "", true},
		{"box_total_count", "boxes", "", true},
		{"count", "boxes", "Total number of boxes", true},
		{"count", "boxes", "Number of boxes that match the filter", true},
		{"box_count", "boxes", "Total number of boxes.", true},
		{"count", "boxes", "Number of boxes", false},
		{"count", "boxes", "Number of boxes that are returned", false},
		{"count", "boxes", "Total number of boxes on this page", false},
		{"total", "boxes", "Number of boxes on the current page", false},
		{"total_pages", "boxes", "Total pages", false},
		{"lid_count", "boxes", "Total number of lids", false},
		{"limit", "boxes", "Total number", false},
	} {
		if got := IsTotal(c.member, c.list, c.text); got != c.want {
			t.Errorf("IsTotal(%q, %q, %q) = %v", c.member, c.list, c.text, got)
		}
	}
}

func TestCounting(t *testing.T) {
	for text, want := range map[string][2]bool{ // pages, items
		"Start page of the list. The default value is **0**.": {true, false},
		"**Page number**":                             {true, false},
		"Which page comes first":                      {true, false},
		"Index position in the list":                  {false, true},
		"Reads from the (N+1) th":                     {false, true},
		"If it is N, reading starts with the N+1 box": {false, true},
		"Start offset of the boxes on each page":      {false, true},
		"Page number, or the index offset":            {true, true},
		"Number of boxes on each page":                {false, false},
		"Homepage numbers":                            {false, false},
		"Offset":                                      {false, false},
		"":                                            {false, false},
	} {
		if got := [2]bool{CountsPages(text), CountsItems(text)}; got != want {
			t.Errorf("%q: pages and items are %v, want %v", text, got, want)
		}
	}
}

func TestFirstNumber(t *testing.T) {
	for text, want := range map[string]string{
		"Page, starting from 1.":           "1",
		"Pages are counted from 0":         "0",
		"The (start page number is **1**)": "1",
		"Starts from 10":                   "",
		"The page to read":                 "",
	} {
		if got := StartsAt(text); got != want {
			t.Errorf("StartsAt(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"The default offset from which boxes are read is 1.": true,
		"Default: the value is **1**":                        true,
		"The default is 0. The limit is 1.":                  false,
		"The value is 1":                                     false,
		"The default value is 10.":                           false,
	} {
		if got := DefaultsToOne(text); got != want {
			t.Errorf("DefaultsToOne(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"The default value 0 means no paging.": true,
		"Set it to 0 to get all items":         true,
		"For paging, set it to 1":              false,
	} {
		if got := SwitchesPagingOff(text); got != want {
			t.Errorf("SwitchesPagingOff(%q) = %v", text, got)
		}
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct {
		text, member string
		want         bool
	}{
		{"The value is **request_id**.", "request_id", true},
		{"The value is requestId.", "requestId", true},
		{"The value is request_ids.", "request_id", false},
		{"The value is my_request_id", "request_id", false},
		{"The name of the box", "name", false}, // a word of the language
		{"", "request_id", false},
	} {
		if got := Mentions(c.text, c.member); got != c.want {
			t.Errorf("Mentions(%q, %q) = %v", c.text, c.member, got)
		}
	}
	for text, want := range map[string][2]bool{ // an id, an address
		"ID of the last box":  {true, false},
		"UUID, see **page**":  {true, false},
		"Idle boxes":          {false, false},
		"Link of the next":    {false, true},
		"The URL of the page": {false, true},
	} {
		if got := [2]bool{MentionsID(text), MentionsURL(text)}; got != want {
			t.Errorf("%q: id and address are %v, want %v", text, got, want)
		}
	}
}
