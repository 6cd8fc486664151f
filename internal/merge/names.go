package merge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/toolname"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// names are the names that schemas have or must not have.
type names struct {
	reserved map[string]bool // what client generators derive from the ids of operations
	taken    map[string]*use // by name in lower case: to many a tool "Box" and "BOX" are one
	main     string          // the version that most operations have
	short    map[string]int  // how many versions of operations the short form of a version stands for
}

func newNames(ops []*api.Operation) *names {
	n := &names{reserved: make(map[string]bool), taken: make(map[string]*use), main: Version(ops), short: make(map[string]int)}
	versions := make(map[string]bool)
	for _, op := range ops {
		if v := urlpath.Version(op.Path); !versions[v] {
			versions[v] = true
			n.short[shortOf(v)]++
		}
		n.reserve(op.ID)
		for _, v := range op.Variants {
			n.reserve(v.ID)
		}
	}
	return n
}

func (n *names) reserve(id string) {
	for _, name := range Derived(id) {
		n.reserved[name] = true
	}
}

// Derived are the names that client generators derive from the id of an operation.
func Derived(id string) []string {
	return []string{id, id + "Request", id + "Response", id + "Params", id + "JSONBody", id + "JSONRequestBody", id + "Result"}
}

// nameSchemas names schemas, by names that the code of generators does not have of its own. Of several
// that should have one name, that of a response which most pages print has it: it is the resource. Where versions
// of the API have a resource each, those that most operations are not of say their version: Disk and DiskV1. One
// with nothing but the id of the resource is a reference: SubnetRef. That which callers send says so, and
// each other one says what it is in, or which operation has it, and where. Nothing depends on the order of the pages.
func nameSchemas(uses []*use, ops []*api.Operation) {
	n := newNames(ops)
	groups := make(map[string][]*use)
	for _, u := range uses {
		key := strings.ToLower(u.want)
		groups[key] = append(groups[key], u)
	}
	of := make(map[string]namesakes, len(groups))
	for key, group := range groups {
		of[key] = namesakes{sent: n.best(group, api.SideRequest), got: n.best(group, api.SideResponse), versions: bestOfVersions(group)}
	}
	later := make(map[*use][]string) // the names for those that do not have the one they should
	for _, u := range uses {
		own := []string{ownName(u), u.where}
		if u.labelled && len(u.where) <= maxPlace {
			slices.Reverse(own)
		}
		same := of[strings.ToLower(u.want)]
		sent, got := same.sent, same.got
		switch {
		case !n.isMain(u) && u.isOfVersion(same.versions):
			later[u] = append([]string{u.want + n.versionOf(u)}, own...)
		case u == got, u == sent && got == nil:
			if !n.give(u, u.want, u.want+"Body") {
				later[u] = own
			}
		case u == sent:
			later[u] = append([]string{u.want + "Request", u.want + "Req"}, own...)
		case u.isReference():
			later[u] = append([]string{u.want + "Ref"}, own...)
		case u.side == api.SideResponse && got != nil && !u.labelled && !u.resource.isOf(&got.resource, strings.ToLower(u.want)):
			later[u] = append(u.ofNoun(), own...)
		default:
			later[u] = own
		}
	}
	for _, u := range uses {
		if names, ok := later[u]; ok && !n.give(u, names...) {
			n.number(u)
		}
	}
}

// namesakes are the uses that should have one name: the first of those that are sent, of those of responses, and of the
// responses of each version.
type namesakes struct {
	sent, got *use
	versions  map[string]*use
}

// ofNoun is the name of a structure that says what the paths speak of, where they are of one thing: ClusterStatus, and
// TrainingJob of a Job, but nothing of a RouteTable, which says it already.
func (u *use) ofNoun() []string {
	noun := u.resource.noun()
	switch {
	case strings.Contains(u.want, noun):
		return nil
	case strings.HasSuffix(noun, u.want):
		return []string{noun}
	}
	return []string{noun + u.want}
}

// maxPlace is how long a name may be that says what a structure is in: names of structures in others become long.
const maxPlace = 40

// ownName is the name of a structure that says which operation has it: CreateVaultBilling, but
// CreateVaultFields of a Vault, where the operation says already what it is.
func ownName(u *use) string {
	if n := len(u.op.ID) - len(u.want); n > 0 && strings.EqualFold(u.op.ID[n:], u.want) {
		return u.op.ID + "Fields"
	}
	return u.op.ID + u.want
}

// isReference reports whether a structure inside of another one has nothing but the id of something.
func (u *use) isReference() bool { return u.inside && isReference(u.schema) }

// best is the use of one side that comes first, nil where there is none.
func (n *names) best(group []*use, side api.Side) *use {
	uses := slices.DeleteFunc(slices.Clone(group), func(u *use) bool { return u.side != side })
	if len(uses) == 0 {
		return nil
	}
	return slices.MinFunc(uses, n.compare)
}

// compare puts first what is the resource rather than a reference to it, and of the version that most operations have;
// then as compareUses.
func (n *names) compare(a, b *use) int {
	return cmp.Or(trueFirst(n.isMain(a) && !a.isReference(), n.isMain(b) && !b.isReference()), compareUses(a, b))
}

// isMain reports whether a structure is one of the version that most operations have, or of none.
func (n *names) isMain(u *use) bool {
	return len(u.resource.versions) == 0 || u.resource.versions[n.main]
}

// bestOfVersions are the uses of responses that most pages have, by the versions of the API that they are of.
func bestOfVersions(group []*use) map[string]*use {
	of := make(map[string][]*use)
	for _, u := range group {
		if u.side == api.SideResponse && !u.isReference() {
			of[u.resource.version()] = append(of[u.resource.version()], u)
		}
	}
	out := make(map[string]*use, len(of))
	for version, uses := range of {
		out[version] = slices.MinFunc(uses, compareUses)
	}
	return out
}

// isOfVersion reports whether a structure of responses is the resource of one version of the API, and another
// version has one.
func (u *use) isOfVersion(versions map[string]*use) bool {
	if u.side != api.SideResponse || len(u.resource.versions) != 1 || u.isReference() {
		return false
	}
	others := false
	for _, o := range versions {
		switch {
		case !u.resource.sameVersion(&o.resource):
			others = true
		case compareUses(o, u) < 0:
			return false
		}
	}
	return others
}

// versionOf is the version of a structure of responses as the end of a name: V2 of v2.0, and V20 where there is a v2, too.
func (n *names) versionOf(u *use) string {
	version := u.resource.version()
	if short := shortOf(version); n.short[short] == 1 {
		version = short
	}
	return naming.Pascal(version)
}

func shortOf(version string) string { return strings.TrimSuffix(version, ".0") }

// compareUses puts first what the paths of its operations are called after, what most pages have, and what has the most
// fields of these; references to a resource come after the resource.
func compareUses(a, b *use) int {
	return cmp.Or(trueFirst(!a.isReference(), !b.isReference()), trueFirst(len(a.resource.named) > 0, len(b.resource.named) > 0),
		cmp.Compare(b.count, a.count), cmp.Compare(len(b.schema.Fields), len(a.schema.Fields)),
		compareOperations(a.op, b.op), cmp.Compare(a.where, b.where))
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// give gives a schema the first of the names that is free, and tells whether one is.
func (n *names) give(u *use, names ...string) bool {
	for _, name := range names {
		if n.free(name) {
			n.take(u, name)
			return true
		}
	}
	return false
}

// number tells schemas apart that one operation has at one place: one that is sent, and one of a response; else by a
// number, as bodies of several statuses.
func (n *names) number(u *use) {
	side := "Request"
	if u.side == api.SideResponse {
		side = "Response"
	}
	if !strings.HasSuffix(u.where, "Body") && n.give(u, u.where+side, ownName(u)+side) {
		return
	}
	for i := 2; ; i++ {
		if n.give(u, u.where+strconv.Itoa(i)) {
			return
		}
	}
}

func (n *names) free(name string) bool {
	return n.taken[strings.ToLower(name)] == nil && !n.reserved[name] && !toolname.IsOwn(name)
}

func (n *names) take(u *use, name string) {
	u.schema.Name = name
	n.taken[strings.ToLower(name)] = u
}
