package merge

import (
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// names are the names that schemas have or must not have.
type names struct {
	reserved map[string]bool // what client generators derive from the ids of operations
	taken    map[string]*use // by name in lower case: to many a tool "Box" and "BOX" are one
}

func newNames(ops []*api.Operation) *names {
	n := &names{reserved: make(map[string]bool), taken: make(map[string]*use)}
	for _, op := range ops {
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

// give gives a schema the name that it should have. Where another one has that already, the
// second says how it differs: by the side that it is on, else by the operation that uses it.
func (n *names) give(u *use) {
	for _, name := range n.candidates(u) {
		if n.free(name) {
			n.take(u, name)
			return
		}
	}
	for i := 2; ; i++ {
		if name := u.op.ID + u.want + strconv.Itoa(i); n.free(name) {
			n.take(u, name)
			return
		}
	}
}

// candidates are the names that a schema may have, the best first.
func (n *names) candidates(u *use) []string {
	own := u.op.ID + u.want
	switch have := n.taken[strings.ToLower(u.want)]; {
	case have == nil:
		return []string{u.want, u.want + "Body", own}
	case have.response == u.response:
		return []string{own}
	case u.response:
		return []string{u.want + "Response", u.want + "Resp", own}
	}
	return []string{u.want + "Request", u.want + "Req", own}
}

func (n *names) free(name string) bool {
	return n.taken[strings.ToLower(name)] == nil && !n.reserved[name]
}

func (n *names) take(u *use, name string) {
	u.schema.Name = name
	n.taken[strings.ToLower(name)] = u
}
