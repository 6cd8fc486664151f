//go:build corpus

package real

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/roundtrip"
)

// sample is one printed body, and whether it satisfies what the tables alone say.
type sample struct {
	roundtrip.Sample
	ByTables bool
}

// TestRoundTrip sends each JSON example of all sets through the method of its operation,
// over HTTP: the same JSON must come out at the other side, whether or not the example
// satisfies the schema, and a walk over pages must give each item once. The same through the
// generated server: it must find the operation and read the request, and what its method
// replies with must come out of the client.
func TestRoundTrip(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	module := roundtrip.Module(t)
	names := setNames(t, corpus)
	found := make([][]sample, len(names))
	makers := make([]string, len(names))
	t.Run("sets", func(t *testing.T) {
		for i, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				found[i], makers[i] = samples(t, filepath.Join(corpus, name), module)
			})
		}
	})
	var all []sample
	var sent []roundtrip.Sample
	byPackage := map[string]string{}
	for i, maker := range makers {
		if maker != "" {
			byPackage[packageOf(names[i])] = maker
		}
		all = append(all, found[i]...)
		for _, s := range found[i] {
			sent = append(sent, s.Sample)
		}
	}
	counts, failures := roundtrip.Run(t, module, byPackage, sent)
	left := maps.Clone(unserved)
	for _, failure := range failures {
		i := slices.IndexFunc(slices.Sorted(maps.Keys(left)), func(known string) bool { return strings.Contains(failure, known) })
		if i < 0 {
			t.Error(failure)
			continue
		}
		delete(left, slices.Sorted(maps.Keys(left))[i])
	}
	for known := range left {
		t.Errorf("%s: it goes through the server now; take it off the list", known)
	}
	board := roundTripBoard(names, all, counts)
	board.Equal(t, filepath.Join(golden.Root(t), "tests", "roundtrip-scoreboard.txt"))
}

// unserved are examples that do not go through a generated server, with the reason: mostly
// it takes them for another operation of the same method and path.
var unserved = map[string]string{
	"modifying_parameters_of_an_instancea_v3_api.rst:72:":     "two pages describe one request",
	"modifying_parameters_of_an_instancea_v3_api.rst:97:":     "two pages describe one request",
	"password_authentication_and_virtual_mfa.rst:239:":        "the page does not say that totp is mandatory, so a password alone is either",
	"password_authentication_and_virtual_mfa.rst:460:":        "the response to that request",
	"password_authentication_and_virtual_mfa.rst:509:":        "the response to that request",
	"creating_a_db_instance.rst:325:":                         "the printed password is a placeholder, shorter than the page allows, so another page's body fits better",
	"creating_a_db_instance.rst:359:":                         "the printed password is a placeholder, shorter than the page allows, so another page's body fits better",
	"adding_a_file_system_access_rule.rst:109:":               "the table calls the member os-allow_access, the example allow_access",
	"importing_apis.rst:234:":                                 "the body is a form with a file; the page prints it as JSON",
	"importing_apis_asynchronously.rst:154:":                  "the body is a form with a file; the page prints it as JSON",
	"disassociating_subnets_from_a_route_table.rst:77:":       "two pages describe one request: both members are optional in both",
	"disassociating_subnets_from_a_route_table.rst:194:":      "two pages describe one request: both members are optional in both",
	"querying_a_training_job_list.rst:152:":                   "a failure under 200, which a method gives as an error",
	"obtaining_training_job_versions.rst:428:":                "a failure under 200, which a method gives as an error",
	"querying_a_built-in_algorithm.rst:188:":                  "a failure under 200, which a method gives as an error",
	"querying_a_list_of_training_job_configurations.rst:146:": "a failure under 200, which a method gives as an error",
	"querying_a_visualization_job_list.rst:155:":              "a failure under 200, which a method gives as an error",
	"querying_resources_of_a_specific_type.rst:210:":          "a list that is one part of the body, as docs/example-of-part says",
	"querying_all_resources_under_your_account.rst:195:":      "a list that is one part of the body, as docs/example-of-part says",
	"querying_resource_relationships.rst:173:":                "a list that is one part of the body, as docs/example-of-part says",
	"uploading_an_object_post.rst:1133:":                      "a policy, which is one part of the form that is sent",
}

// roundTripBoard counts the printed bodies of each set: how far the tables alone get, how
// far what was decided, and what the generated types do with them.
func roundTripBoard(names []string, all []sample, counts map[string]roundtrip.Counts) *golden.Board {
	b := &golden.Board{
		Note: "# The printed JSON bodies of each set; GOLDEN=refresh make corpus writes this file again.\n" +
			"# tables: those that satisfy what the tables alone say; valid: those that satisfy the schema;\n" +
			"# typed: those that a method has a type for; same: of those, sent or received as equal JSON;\n" +
			"# exact: of those, with numbers written alike, too (1.0 in a list of numbers becomes 1);\n" +
			"# served: of the same ones, those that go through the generated server as well.\n",
	}
	for _, c := range []string{"json", "tables", "valid", "typed", "same", "exact", "served"} {
		b.Columns = append(b.Columns, golden.Column{Name: c, Better: golden.Up})
	}
	rows := map[string][]int{}
	for _, s := range all {
		if rows[s.Set] == nil {
			rows[s.Set] = make([]int, 3, 7)
		}
		for i, yes := range []bool{true, s.ByTables, s.Valid} {
			if yes {
				rows[s.Set][i]++
			}
		}
	}
	for _, name := range names {
		if row, c := rows[packageOf(name)], counts[packageOf(name)]; row != nil {
			b.Add(name, append(row, c.Typed, c.Same, c.Exact, c.Served)...)
		}
	}
	return b
}

func packageOf(set string) string { return strings.ReplaceAll(set, "-", "") }

// samples converts a set and writes its client and server; it gives the printed bodies and
// what makes them, empty for a guide.
func samples(t *testing.T, dir, module string) ([]sample, string) {
	t.Helper()
	res, err := otc.Convert(readSet(t, dir))
	if errors.Is(err, convert.ErrNoOperations) {
		return nil, ""
	}
	if err != nil {
		t.Fatal(err)
	}
	spec, err := res.Encode("spec.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	set := packageOf(filepath.Base(dir))
	maker := roundtrip.Generate(t, module, set, spec)
	var out []sample
	for _, op := range res.Service.Operations {
		variants := op.Variants
		if len(variants) == 0 {
			variants = []*api.Operation{op}
		}
		for _, v := range variants {
			out = append(out, examplesOf(set, filepath.Base(dir), v)...)
		}
	}
	return out, maker
}

// examplesOf are the printed bodies of one operation. Those of responses know the first valid
// body of a request.
func examplesOf(set, folder string, op *api.Operation) []sample {
	var asked json.RawMessage
	for _, e := range op.Examples {
		if e.Side == api.SideRequest && e.JSON && e.Valid && e.Body != "" && asked == nil {
			asked = json.RawMessage(e.Body)
		}
	}
	var out []sample
	for _, e := range op.Examples {
		if e.JSON && e.Body != "" && op.Method != "HEAD" { // whose response has no body
			out = append(out, sample{roundtrip.Sample{
				Set: set, Operation: op.ID, Where: fmt.Sprintf("%s/%s:%d", folder, e.Origin.Page, e.Origin.Pos.Line),
				Request: e.Side == api.SideRequest, Valid: e.Valid, Status: e.Status, Body: json.RawMessage(e.Body), Asked: asked,
			}, e.ByTables})
		}
	}
	return out
}
