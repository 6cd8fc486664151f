package dialect

import (
	"slices"
	"strings"
)

// PagingRole is what a parameter has to do with reading a long list page by page, going by
// its name. Names are weak evidence: what a parameter counts is for its description to say.
type PagingRole string

// The paging roles.
const (
	PagingNone   PagingRole = ""
	PagingLimit  PagingRole = "limit"  // how many items a page has
	PagingOffset PagingRole = "offset" // where the page starts, mostly by number of items
	PagingStart  PagingRole = "start"  // the same, but as often a timestamp or a name
	PagingPage   PagingRole = "page"   // the number of the page
	PagingMarker PagingRole = "marker" // what the page before it ended with
)

// pagingNames are keyed without case and joints: "pagesize" is page_size, page-size and pageSize.
var pagingNames = map[string]PagingRole{
	"limit":       PagingLimit,
	"maxitems":    PagingLimit,
	"maxkeys":     PagingLimit,
	"maxparts":    PagingLimit,
	"maxresults":  PagingLimit,
	"maxuploads":  PagingLimit,
	"pagelimit":   PagingLimit,
	"pagesize":    PagingLimit,
	"perpage":     PagingLimit,
	"size":        PagingLimit,
	"offset":      PagingOffset,
	"startindex":  PagingOffset,
	"startline":   PagingOffset,
	"startnum":    PagingOffset,
	"startnumber": PagingOffset,
	"startoffset": PagingOffset,
	"from":        PagingStart,
	"start":       PagingStart,
	"curpage":     PagingPage,
	"currentpage": PagingPage,
	"page":        PagingPage,
	"pageindex":   PagingPage,
	"pageno":      PagingPage,
	"pagenum":     PagingPage,
	"pagenumber":  PagingPage,

	"continuationtoken": PagingMarker,
	"continue":          PagingMarker,
	"cursor":            PagingMarker,
	"marker":            PagingMarker,
	"next":              PagingMarker,
	"nextmarker":        PagingMarker,
	"nexttoken":         PagingMarker,
	"pagetoken":         PagingMarker,
}

// Paging says what the name of a parameter has to do with paging.
func Paging(name string) PagingRole { return pagingNames[nameKey(name)] }

// nameKey is a name without case and without what joins its words.
func nameKey(name string) string {
	return nameJoints.Replace(strings.ToLower(name))
}

var nameJoints = strings.NewReplacer("_", "", "-", "", ".", "")

// nextNames are members of responses that hold the marker of the next page, whatever the
// parameter is called that takes it.
var nextNames = words("next", "nextcontinuationtoken", "nextcursor", "nextmarker", "nextpagetoken", "nexttoken")

// IsNextMarker reports whether a member of a response holds the marker of the next page.
func IsNextMarker(member string) bool { return nextNames[nameKey(member)] }

// IsNextOf reports whether a member of a response is, by its name, the next value of a
// parameter: NextPartNumberMarker of part-number-marker.
func IsNextOf(member, param string) bool { return nameKey(member) == "next"+nameKey(param) }

// pageObjects are objects beside a list that tell of the page: its markers and counts.
var pageObjects = words("meta", "metadata", "page", "pageinfo", "pager", "pagination", "paging")

// IsPageObject reports whether an object of a response tells of the page.
func IsPageObject(name string) bool { return pageObjects[nameKey(name)] }

// IsLinksObject reports whether an object of a response holds the addresses of other pages.
func IsLinksObject(name string) bool { return name == "links" || name == "_links" }

// IsLinksOf reports whether a list of a response holds, by its name, the addresses of other
// pages of another list: boxes_links of boxes.
func IsLinksOf(name, list string) bool { return name == list+"_links" }

// asideNames are lists in a response that are not what was asked for.
var asideNames = words("errors", "errs", "failures", "warnings", "links")

// IsAside reports whether a list of a response is there to tell of the response or of the page.
func IsAside(name string) bool {
	return asideNames[nameKey(name)] || strings.HasSuffix(name, "_links") || IsPageObject(name)
}

// listNames are names for whatever a list holds.
var listNames = words("data", "datalist", "items", "list", "records", "resources", "results", "rows")

// IsListName reports whether a name says only that this is the list that was asked for.
func IsListName(name string) bool { return listNames[nameKey(name)] }

// nouns are the forms in which the name of a list stands in other names: "boxes" and "box",
// "policies" and "policy", "jobs" and "job".
func nouns(list string) []string {
	list = nameKey(list)
	out := []string{list}
	for _, end := range []string{"list", "infos", "info"} {
		if s := strings.TrimSuffix(list, end); s != "" {
			out = append(out, s)
		}
	}
	for _, n := range out {
		if s, ok := strings.CutSuffix(n, "ies"); ok {
			out = append(out, s+"y")
		}
		if s, ok := strings.CutSuffix(n, "es"); ok {
			out = append(out, s)
		}
		if s, ok := strings.CutSuffix(n, "s"); ok {
			out = append(out, s)
		}
	}
	return out
}

// NamesList reports whether two names are those of one thing in either number, such as the
// last word of a path and the list that its response has: "job-list" and "jobs".
func NamesList(word, list string) bool {
	for _, a := range nouns(word) {
		for _, b := range nouns(list) {
			if a == b {
				return true
			}
		}
	}
	return false
}

// EndsInList reports whether a word of a path ends in the name of a list:
// service-vendor-boxes in boxes.
func EndsInList(word, list string) bool {
	return list != "" && strings.HasSuffix(nameKey(word), nameKey(list))
}

// IsIDOf reports whether a member of an item is, by its name, the item's own id: policy_id
// of an item of policies.
func IsIDOf(member, list string) bool {
	rest, ok := strings.CutSuffix(nameKey(member), "id")
	return ok && NamesList(rest, list)
}

// StartKey gives the member of an item whose value a parameter such as start_box_name takes:
// box_name. It does not apply to timestamps and other starts: a key ends in "name" or "id".
func StartKey(param string) string {
	rest, ok := strings.CutPrefix(param, "start_")
	if p := nameKey(rest); !ok || !strings.HasSuffix(p, "name") && !strings.HasSuffix(p, "id") {
		return ""
	}
	return rest
}

// totals are the names of members that count all items; counts are those that may as well
// count the items of the page.
var (
	totals = words("total", "totalcount", "totalitems", "totalnum", "totalnumber", "totalrecord", "totalrecords", "totalsize")
	counts = words("count", "num", "number", "size")
)

// IsTotal reports whether a member of a response counts all items of a list: it says so by
// its name (total_count; job_total_count of jobs) or by its description (count, job_count).
// It does not apply to the count of other things (total_pages, used_num) and of the page's items.
func IsTotal(member, list, text string) bool {
	name := nameKey(member)
	if countsPageOnly(text) {
		return false
	}
	if totals[name] {
		return true
	}
	rests := []string{name}
	for _, n := range nouns(list) {
		rests = append(rests, strings.TrimPrefix(name, n))
	}
	rest := slices.MinFunc(rests, func(a, b string) int { return len(a) - len(b) })
	return totals[rest] || counts[rest] && countsAll(text)
}
