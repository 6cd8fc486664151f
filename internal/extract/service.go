package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// service joins the operations of all pages into the API of the set.
func (x *extraction) service() *api.Service {
	svc := &api.Service{
		Name: x.facts["otcdocs_service_type"], Title: x.facts.Title(),
		Category: x.facts["otcdocs_service_category"],
		DocURL:   x.facts.DocURL(), Host: x.facts.Host(),
		ErrorCodes: x.errorCodes, ErrorBody: x.errorBody,
	}
	var ops []*api.Operation
	for _, p := range x.pages {
		ops = append(ops, p.ops...)
		if t := x.tag(p); len(p.ops) > 0 && t.Name != "" &&
			!slices.ContainsFunc(svc.Tags, func(have api.Tag) bool { return have.Name == t.Name }) {
			svc.Tags = append(svc.Tags, t)
		}
	}
	uniqueIDs(ops)
	svc.Operations = x.mergeVariants(ops)
	svc.Version = version(svc.Operations)
	n := &namer{svc: svc, reserved: map[string]bool{}}
	n.run()
	return svc
}

// versionOf is the first segment of a path that is a version: "v3", "v1.0", or "".
func versionOf(path string) string {
	for seg := range strings.SplitSeq(path, "/") {
		if len(seg) > 1 && (seg[0] == 'v' || seg[0] == 'V') && strings.Trim(seg[1:], "0123456789.") == "" && seg[1] != '.' {
			return strings.ToLower(seg)
		}
	}
	return ""
}

// version is the version that most paths have; of two with as many the first by name.
func version(ops []*api.Operation) string {
	count := make(map[string]int)
	for _, op := range ops {
		if v := versionOf(op.Path); v != "" {
			count[v]++
		}
	}
	best := ""
	for v, n := range count {
		if n > count[best] || n == count[best] && v < best {
			best = v
		}
	}
	return best
}

// namer gives schemas their names and makes one of those that are equal.
type namer struct {
	svc      *api.Service
	reserved map[string]bool
	all      []*owned
	index    map[*api.Schema]*owned
	names    map[string]*owned
}

// owned is a schema with the operation that used it first.
type owned struct {
	schema   *api.Schema
	op       *api.Operation
	want     string // the name that it should have
	response bool
	class    int
}

func (n *namer) run() {
	n.index = make(map[*api.Schema]*owned)
	n.names = make(map[string]*owned)
	for _, op := range n.svc.Operations {
		for _, v := range variantsOf(op) {
			n.reserve(v.ID)
			n.collect(v)
		}
		if len(op.Variants) > 0 {
			n.reserve(op.ID)
		}
	}
	n.classify()
	n.unify()
}

// variantsOf lists the operations that hold bodies: op itself or its variants.
func variantsOf(op *api.Operation) []*api.Operation {
	if len(op.Variants) > 0 {
		return op.Variants
	}
	return []*api.Operation{op}
}

// reserve keeps names free that a client generator derives from an operation's id.
func (n *namer) reserve(id string) {
	for _, suffix := range []string{"", "Request", "Response", "Params", "JSONBody", "JSONRequestBody", "Result"} {
		n.reserved[id+suffix] = true
	}
}

// collect lists the schemas of an operation in the order of their use. A structure that
// requests and responses share is split: what callers must send a service may leave out.
func (n *namer) collect(op *api.Operation) {
	clones := make(map[*api.Schema]*api.Schema)
	if op.Body != nil {
		n.visitType(&op.Body.Type, op, op.ID+"RequestBody", false, clones)
	}
	for _, r := range op.Responses {
		if r.Body == nil {
			continue
		}
		want := op.ID + "ResponseBody"
		if (r.Status == 0 || r.Status >= 400) && isFlat(r.Body.Type.Schema) {
			want = errorBodyName
		} else if r != firstBody(op) {
			want = op.ID + "Response" + itoa(r.Status) + "Body"
			if r.Status == 0 {
				want = op.ID + errorBodyName
			}
		}
		n.visitType(&r.Body.Type, op, want, true, clones)
	}
	for _, q := range op.Params {
		n.visitType(&q.Type, op, op.ID+naming.Pascal(q.Name), false, clones)
	}
}

func firstBody(op *api.Operation) *api.Response {
	for _, r := range op.Responses {
		if r.Body != nil && r.Status < 400 && r.Status != 0 {
			return r
		}
	}
	return nil
}

func (n *namer) visitType(t *api.Type, op *api.Operation, want string, response bool, clones map[*api.Schema]*api.Schema) {
	for ; t != nil; t = t.Elem {
		if t.Schema == nil {
			continue
		}
		s := t.Schema
		if response && s.Request {
			c := clones[s]
			if c == nil {
				c = cloneSchema(s)
				clones[s] = c
			}
			t.Schema, s = c, c
		}
		if n.index[s] != nil {
			continue
		}
		name := naming.Pascal(s.Label)
		if name == "" {
			name = want
		}
		o := &owned{schema: s, op: op, want: name, response: response}
		n.index[s] = o
		n.all = append(n.all, o)
		for _, f := range s.Fields {
			n.visitType(&f.Type, op, name+naming.Pascal(f.Name), response, clones)
		}
		for _, inner := range []*api.Type{s.Root, s.Extra} {
			n.visitType(inner, op, name+"Item", response, clones)
		}
	}
}

// cloneSchema copies a request structure for use in a response. Fields are copied with
// their types, because the structures below may be split too.
func cloneSchema(s *api.Schema) *api.Schema {
	c := *s
	c.Request = false
	c.Fields = make([]*api.Field, len(s.Fields))
	for i, f := range s.Fields {
		g := *f
		g.Type = cloneType(f.Type)
		c.Fields[i] = &g
	}
	for _, t := range []**api.Type{&c.Root, &c.Extra} {
		if *t != nil {
			inner := cloneType(**t)
			*t = &inner
		}
	}
	return &c
}

func cloneType(t api.Type) api.Type {
	if t.Elem != nil {
		e := cloneType(*t.Elem)
		t.Elem = &e
	}
	return t
}

// classify puts schemas that say the same into one class: same name, same fields with the
// same types and limits, and, by refining until nothing changes, the same structures below.
func (n *namer) classify() {
	classes := make(map[string]int)
	for _, o := range n.all {
		o.class = classOf(classes, signature(o, func(*api.Schema) int { return 0 }))
	}
	for count := len(classes); ; {
		next := make(map[string]int)
		fresh := make([]int, len(n.all))
		for i, o := range n.all {
			fresh[i] = classOf(next, itoa(o.class)+signature(o, func(s *api.Schema) int { return n.index[s].class }))
		}
		for i, o := range n.all {
			o.class = fresh[i]
		}
		if len(next) == count {
			return
		}
		count = len(next)
	}
}

func classOf(classes map[string]int, key string) int {
	if _, ok := classes[key]; !ok {
		classes[key] = len(classes)
	}
	return classes[key]
}

func signature(o *owned, class func(*api.Schema) int) string {
	var b strings.Builder
	b.WriteString(o.want + "\x00" + o.schema.XMLName)
	writeType := func(t *api.Type) {
		for ; t != nil; t = t.Elem {
			b.WriteString("<" + string(t.Kind) + " " + t.Format)
			if t.Schema != nil {
				b.WriteString(" " + itoa(class(t.Schema)))
			}
		}
	}
	for _, f := range o.schema.Fields {
		b.WriteString("\n" + f.Name)
		writeType(&f.Type)
		if o.schema.Request && f.Need != api.NeedNo && f.Need != api.NeedUnsaid {
			b.WriteString("!" + string(f.Need))
		}
		var claims []string
		for _, c := range f.Claims {
			switch c.Fact {
			case api.FactKind, api.FactNeed, api.FactExample:
			default:
				claims = append(claims, string(c.Fact)+"="+strings.Join(c.Values, "\x00"))
			}
		}
		slices.Sort(claims)
		b.WriteString(strings.Join(slices.Compact(claims), ";"))
	}
	writeType(o.schema.Root)
	b.WriteString("+")
	writeType(o.schema.Extra)
	return b.String()
}

// unify keeps the first schema of each class, names it, and points every type at it.
func (n *namer) unify() {
	first := make(map[int]*owned)
	for _, o := range n.all {
		rep := first[o.class]
		if rep == nil {
			first[o.class] = o
			n.name(o)
			n.svc.Schemas = append(n.svc.Schemas, o.schema)
			continue
		}
		if o.schema.Origin != rep.schema.Origin && !slices.Contains(rep.schema.Also, o.schema.Origin) {
			rep.schema.Also = append(rep.schema.Also, o.schema.Origin)
		}
		mergeClaims(rep.schema, o.schema)
	}
	point := func(t *api.Type) {
		if t.Schema != nil {
			if o := n.index[t.Schema]; o != nil {
				t.Schema = first[o.class].schema
			}
		}
	}
	for _, op := range n.svc.Operations {
		for _, v := range variantsOf(op) {
			walkTypes(v, point)
		}
		walkTypes(op, point)
	}
	for _, s := range n.svc.Schemas {
		for _, f := range s.Fields {
			eachType(&f.Type, point)
		}
		eachType(s.Root, point)
		eachType(s.Extra, point)
	}
	if b := n.svc.ErrorBody; b != nil && n.index[b] != nil {
		n.svc.ErrorBody = first[n.index[b].class].schema
	}
}

// mergeClaims adds the other page's examples to the fields of the schema that stays: all
// else the two say alike.
func mergeClaims(keep, other *api.Schema) {
	for i, f := range other.Fields {
		for _, c := range f.Claims {
			if c.Fact == api.FactExample {
				keep.Fields[i].Claims = append(keep.Fields[i].Claims, c)
			}
		}
	}
}

// name gives a schema its name. Where two of a name differ, the second says how: by the
// side that it is on, else by the operation that uses it.
func (n *namer) name(o *owned) {
	candidates := []string{o.want}
	if have := n.names[strings.ToLower(o.want)]; have != nil {
		if have.response != o.response {
			if o.response {
				candidates = append(candidates, o.want+"Response", o.want+"Resp")
			} else {
				candidates = append(candidates, o.want+"Request", o.want+"Req")
			}
		}
		candidates = append(candidates, o.op.ID+o.want)
	} else {
		candidates = append(candidates, o.want+"Body", o.op.ID+o.want)
	}
	for _, name := range candidates {
		if n.free(name) {
			n.take(o, name)
			return
		}
	}
	for i := 2; ; i++ {
		if name := o.op.ID + o.want + itoa(i); n.free(name) {
			n.take(o, name)
			return
		}
	}
}

func (n *namer) take(o *owned, name string) {
	o.schema.Name = name
	n.names[strings.ToLower(name)] = o
}

// free reports whether a name may be given: two names that differ only in capitals are
// one to many a tool.
func (n *namer) free(name string) bool {
	return n.names[strings.ToLower(name)] == nil && !n.reserved[name]
}
