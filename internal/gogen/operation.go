package gogen

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// call is an operation as the document has it, or one of the variants it describes.
type call struct {
	method, path, where string
	id                  string
	op                  *openapi3.Operation
	params              openapi3.Parameters
	made                bool         // the document has no operationId, so id is made of the path
	target              string       // where an overlay finds it
	fixed               []fixedValue // query values that a variant always sends
	sample              sample
}

// calls lists all operations in the order of paths and methods. An operation with
// x-variants is replaced by its variants.
func (b *builder) calls() ([]call, error) {
	var out []call
	for _, path := range sorted(b.doc.Paths.Map()) {
		item := b.doc.Paths.Value(path)
		if item == nil {
			continue
		}
		ops := item.Operations()
		for _, method := range sorted(ops) {
			op := ops[method]
			c := call{
				method: method, path: path, op: op, id: op.OperationID,
				where:  method + " " + plain(path),
				target: "$.paths[" + single(path) + "]." + strings.ToLower(method),
				params: joinParameters(item.Parameters, op.Parameters),
				sample: sampleOf(op, nil),
			}
			if c.made = c.id == ""; c.made {
				c.id = strings.ToLower(method) + " " + strings.NewReplacer("/", " ", "{", " ", "}", " ").Replace(path)
			}
			split, err := b.variants(c)
			if err != nil {
				return nil, err
			}
			out = append(out, split...)
		}
	}
	return out, nil
}

// joinParameters puts the parameters of an operation over those of its path.
func joinParameters(shared, own openapi3.Parameters) openapi3.Parameters {
	var out openapi3.Parameters
	for _, p := range shared {
		if p != nil && p.Value != nil && own.GetByInAndName(p.Value.In, p.Value.Name) == nil {
			out = append(out, p)
		}
	}
	for _, p := range own {
		if p != nil && p.Value != nil {
			out = append(out, p)
		}
	}
	return out
}

// operations builds the methods of the client.
func (b *builder) operations(calls []call) error {
	for _, c := range calls {
		name, by := b.methodName(c)
		if err := b.methods.take(name, by); err != nil {
			return err
		}
		op := &operation{Name: name, Method: c.method, where: c.where}
		if len(c.op.Tags) > 0 {
			op.tag = tagOf(b.namer, c.op.Tags[0])
		}
		b.view.ops = append(b.view.ops, op)
	}
	for i, c := range calls {
		if err := b.operation(b.view.ops[i], c); err != nil {
			return err
		}
	}
	if err := b.decideResults(); err != nil {
		return err
	}
	if err := b.decidePages(calls); err != nil {
		return err
	}
	b.decideWaiters()
	return nil
}

func (b *builder) operation(op *operation, c call) error {
	link := ""
	if c.op.ExternalDocs != nil && c.op.ExternalDocs.URL != "" {
		link = "See " + plain(c.op.ExternalDocs.URL)
	}
	summary := strings.TrimSuffix(plain(c.op.Summary), ".")
	if summary == "" {
		summary = c.method + " " + plain(c.path)
	}
	op.Comment = comment(op.Name+": "+summary+".", c.op.Description, link,
		deprecated(c.op.Deprecated), sourceLine(extension("x-source", c.op.Extensions)))
	op.Fixed, op.sample = c.fixed, c.sample
	if err := b.parameters(op, c); err != nil {
		return err
	}
	if err := b.body(op, c); err != nil {
		return err
	}
	return b.responses(op, c)
}
