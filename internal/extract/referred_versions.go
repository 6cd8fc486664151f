package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// titleVersions are the versions of the API that the titles above tables of one place tell apart: "v1 APIs" and
// "APIs of v3". A word counts where the set has operations of that version, or where the title says that it is about
// APIs, whose operations may be gone; "TLS v1.2" is a version of something else. It does not apply where there is one
// version only, nor where none of them is that of an operation: then nothing proves what the words mean.
type titleVersions struct {
	both  map[string]bool // v1 where operations or titles have v1 and v1.0
	ofSet map[string]bool // versions of the operations, as fold gives them
	apart bool
}

// versionsOfSet are the versions in the paths of the operations of a set.
func (x *extraction) versionsOfSet() map[string]bool {
	if x.versions == nil {
		x.versions = make(map[string]bool)
		for _, p := range x.pages {
			for _, l := range p.own {
				path, _ := l.parts()
				x.versions[urlpath.Version(path)] = true
			}
		}
		delete(x.versions, "")
	}
	return x.versions
}

// tellApart finds the versions that the titles above tables of one place tell apart.
func (x *extraction) tellApart(inside map[*doc.Table][]string) titleVersions {
	v := titleVersions{both: make(map[string]bool), ofSet: make(map[string]bool)}
	said := make(map[string]bool)
	for _, titles := range inside {
		for _, version := range versionWords(strings.Join(titles, " ")) {
			said[version] = true
		}
	}
	v.noteBoth(x.versionsOfSet())
	v.noteBoth(said)
	for version := range x.versionsOfSet() {
		v.ofSet[v.fold(version)] = true
	}
	found, ofSet := make(map[string]bool), false
	for _, titles := range inside {
		for _, version := range v.versionsIn(titles) {
			found[version] = true
			ofSet = ofSet || v.ofSet[version]
		}
	}
	v.apart = len(found) > 1 && ofSet
	return v
}

// noteBoth notes where one place has both v1 and v1.0.
func (v titleVersions) noteBoth(versions map[string]bool) {
	for version := range versions {
		if base, ok := strings.CutSuffix(version, ".0"); ok && versions[base] {
			v.both[base] = true
		}
	}
}

// fold takes v1.0 for v1, unless operations or titles have both.
func (v titleVersions) fold(version string) string {
	if base := strings.TrimSuffix(version, ".0"); !v.both[base] {
		return base
	}
	return version
}

// versionWords are the words of titles that are versions: "v1.0" of "APIs of V1.0 (old)".
func versionWords(titles string) []string {
	var out []string
	for word := range strings.FieldsSeq(titles) {
		if word = strings.ToLower(strings.Trim(word, "(),.:")); urlpath.IsVersion(word) {
			out = append(out, word)
		}
	}
	return out
}

// versionsIn are the versions of APIs among the words of titles, as fold gives them.
func (v titleVersions) versionsIn(titles []string) []string {
	var out []string
	for _, title := range titles {
		ofAPIs := dialect.NamesAPIs(title)
		for _, word := range versionWords(title) {
			if version := v.fold(word); ofAPIs || v.ofSet[version] {
				out = append(out, version)
			}
		}
	}
	return out
}

// takes reports whether a table below these titles is of an operation with this path.
func (v titleVersions) takes(titles []string, path string) bool {
	versions := v.versionsIn(titles)
	return !v.apart || len(versions) == 0 || slices.Contains(versions, v.fold(urlpath.Version(path)))
}

// reportPassed reports the tables of responses that no operation takes which refers to them.
func (p *page) reportPassed() {
	for _, t := range p.tables {
		if t.passed && !t.used {
			p.found.add("docs/unused-structure", t.doc.Pos(), "no operation that refers to this table has the version in the title above it; the table is left out")
		}
	}
}
