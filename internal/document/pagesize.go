package document

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// usualSize is how many items a page is asked to have where the document has no default.
const usualSize = 100

// pageSize finds the parameter for the number of items on a page.
func (d *Document) pageSize(out *Pages, op *Operation, p *Pagination) {
	if p.Limit == "" {
		return
	}
	var ref *openapi3.SchemaRef
	if p.In != "body" {
		i := slices.IndexFunc(op.Params, func(q *Parameter) bool {
			return q.In == openapi3.ParameterInQuery && q.Name == p.Limit && q.Constant == nil
		})
		if i < 0 {
			return
		}
		ref, out.Limit = op.Params[i].Schema, []string{p.Limit}
	} else {
		if op.Body == nil || op.Body.Schema() == nil {
			return
		}
		ref, out.Limit = PartOf(op.Body.Schema(), p.Limit), Steps(p.Limit)
	}
	s, err := d.Shape(ref)
	if err != nil {
		out.Limit = nil
		return
	}
	if out.Size = sizeOf(s.Schema); out.Size == 0 {
		out.Limit = nil
	}
}

// sizeOf is how many items to ask for, within the documented limits; 0 where these have no
// place for a number.
func sizeOf(s *openapi3.Schema) int64 {
	for _, branch := range append(openapi3.SchemaRefs{{Value: s}}, Alternatives(s)...) {
		if n := wholeNumber(branch.Value.Default); n > 0 {
			return n
		}
	}
	if len(s.Enum) > 0 {
		best := int64(0)
		for _, v := range s.Enum {
			switch n := wholeNumber(v); {
			case n <= 0:
			case best == 0, n <= usualSize && (n > best || best > usualSize), n > usualSize && n < best:
				best = n
			}
		}
		return best
	}
	n := int64(usualSize)
	low, high := bounds(s)
	if low > float64(n) && low < math.MaxInt32 {
		n = int64(math.Ceil(low))
	}
	if high < float64(n) {
		n = int64(math.Floor(high))
	}
	if n < 1 || float64(n) < low {
		return 0
	}
	return n
}

// bounds are the limits of a number, of any of its alternatives.
func bounds(s *openapi3.Schema) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	for _, one := range append([]*openapi3.Schema{s}, values(Alternatives(s))...) {
		if one.Min != nil {
			low = max(low, *one.Min)
		}
		if one.Max != nil {
			high = min(high, *one.Max)
		}
	}
	return low, high
}

func values(refs openapi3.SchemaRefs) []*openapi3.Schema {
	var out []*openapi3.Schema
	for _, ref := range refs {
		if ref != nil && ref.Value != nil {
			out = append(out, ref.Value)
		}
	}
	return out
}

// wholeNumber is a value, or the text of one, as a number; 0 for what is none.
func wholeNumber(v any) int64 {
	switch v := v.(type) {
	case nil:
		return 0
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < math.MaxInt32 {
			return int64(v)
		}
		return 0
	case json.Number:
		return wholeNumber(v.String())
	}
	n, err := strconv.ParseInt(fmt.Sprint(v), 10, 32)
	if err != nil {
		return 0
	}
	return n
}

// shifts are the query parameters with which a walk does not lead through the list. A link
// has those of the first page, so only what turns the order around is one then.
func shifts(op *Operation, p *Pagination) []string {
	var out []string
	for _, q := range op.Params {
		if q.In != openapi3.ParameterInQuery || q.Constant != nil || q.Name == p.Limit || p.In != "body" && q.Name == p.Param() {
			continue
		}
		word := Folded(q.Name)
		if slices.Contains(reverseWords, word) || p.Style != ByLink && slices.Contains(positionWords, word) {
			out = append(out, q.Name)
		}
	}
	return out
}

// identity is the member that identifies an item: the one that is its marker, id, uuid, or
// vault_id in the list vaults.
func (d *Document) identity(out *Pages) string {
	words := slices.Clone(identityWords)
	if n := len(out.Items); n > 0 {
		if one, ok := strings.CutSuffix(Folded(out.Items[n-1]), "s"); ok {
			words = append(words, one+"id")
		}
	}
	item, err := d.Shape(out.Item)
	if err != nil || item.Kind != KindObject {
		return ""
	}
	return d.memberOf(item.Schema, words, func(s Shape) bool {
		return s.Kind == KindText || s.Kind == KindInteger || s.Kind == KindScalar
	})
}
