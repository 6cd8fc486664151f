package htmldoc

import (
	"encoding/json"
	"fmt"
	"path"
)

// Entry is a line of the table of contents.
type Entry struct {
	Page   string // the name of the page's file, without its folder
	Title  string
	Parent int // the index of the entry above it, -1 at the top
}

// Contents reads CLASS.TXT.json, the table of contents that lies beside exported pages: a
// list of entries, each with its page, its title, its number and its parent's number.
//
//	[{"title": "Disks", "uri": "disks.html", "code": "1", "p_code": ""},
//	 {"title": "Creating a Disk", "uri": "create.html", "code": "2", "p_code": "1"}]
//
// The order of the entries is the order of the documentation. An entry whose parent is
// not there stands at the top.
func Contents(text []byte) ([]Entry, error) {
	var list []struct {
		Title string `json:"title"`
		URI   string `json:"uri"`
		Code  string `json:"code"`
		Above string `json:"p_code"`
	}
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("the table of contents cannot be read: %w", err)
	}
	byCode := make(map[string]int, len(list))
	for i, e := range list {
		if _, twice := byCode[e.Code]; !twice && e.Code != "" {
			byCode[e.Code] = i
		}
	}
	out := make([]Entry, len(list))
	for i, e := range list {
		out[i] = Entry{Page: path.Base(e.URI), Title: e.Title, Parent: -1}
		if up, ok := byCode[e.Above]; ok && up != i {
			out[i].Parent = up
		}
	}
	return out, nil
}
