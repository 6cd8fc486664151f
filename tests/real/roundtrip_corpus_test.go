//go:build corpus

package real

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// sample is one printed body, for the program that decodes it.
type sample struct {
	Set, Operation, Where string
	Request, Valid        bool
	ByTables              bool
	Status                int
	Body                  json.RawMessage
}

// TestRoundTrip sends each JSON example of all sets through the method of its operation,
// over HTTP: the same JSON must come out at the other side, whether or not the example
// satisfies the schema, and a walk over pages must give each item once. One program does
// it for all clients, since most of the time goes into compiling them.
func TestRoundTrip(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	module := clientModule(t)
	names := setNames(t, corpus)
	found := make([][]sample, len(names))
	clients := make([]string, len(names))
	t.Run("sets", func(t *testing.T) {
		for i, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				found[i], clients[i] = samples(t, filepath.Join(corpus, name), module)
			})
		}
	})
	var all []sample
	var imports, table strings.Builder
	for i, client := range clients {
		if client != "" {
			set := packageOf(names[i])
			fmt.Fprintf(&imports, "%q\n", "github.com/rst2openapi/rst2openapi/"+set)
			fmt.Fprintf(&table, "%q: func(endpoint string) (any, error) { return %s.%s(ctx, sdk.NoAuth(), options(endpoint)...) },\n", set, set, client)
		}
		all = append(all, found[i]...)
	}
	write(t, filepath.Join(module, "roundtrip", "main.go"), []byte(strings.NewReplacer("IMPORTS", imports.String(), "TABLE", table.String()).Replace(roundTripper)))
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(module, "samples.json"), text)
	// Without the path of the folder in it, what is compiled is found again the next time.
	cmd := exec.Command("go", "run", "-trimpath", "-ldflags=-s -w", "./roundtrip", "samples.json")
	cmd.Dir = module
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the program fails: %v", err)
	}
	board := roundTripBoard(names, all, string(out))
	for line := range strings.Lines(string(out)) {
		if !strings.HasPrefix(line, "=") {
			t.Error(strings.TrimSpace(line))
		}
	}
	board.Equal(t, filepath.Join(golden.Root(t), "tests", "roundtrip-scoreboard.txt"))
}

// roundTripBoard counts the printed bodies of each set: how far the tables alone get, how
// far what was decided, and what the generated types do with them.
func roundTripBoard(names []string, all []sample, out string) *golden.Board {
	b := &golden.Board{
		Note: "# The printed JSON bodies of each set; GOLDEN=refresh make corpus writes this file anew.\n" +
			"# tables: those that satisfy what the tables alone say; valid: those that satisfy the schema;\n" +
			"# typed: those that a method has a type for; same: of those, sent or received as equal JSON;\n" +
			"# exact: of those, with numbers written alike, too (1.0 in a list of numbers becomes 1).\n",
	}
	for _, c := range []string{"json", "tables", "valid", "typed", "same", "exact"} {
		b.Columns = append(b.Columns, golden.Column{Name: c, Better: golden.Up})
	}
	counts := map[string]*[6]int{}
	for _, name := range names {
		counts[packageOf(name)] = new([6]int)
	}
	for _, s := range all {
		c := counts[s.Set]
		for i, yes := range []bool{true, s.ByTables, s.Valid} {
			if yes {
				c[i]++
			}
		}
	}
	for line := range strings.Lines(out) {
		if f := strings.Fields(line); len(f) == 5 && f[0] == "=" {
			for i := range 3 {
				counts[f[1]][3+i], _ = strconv.Atoi(f[2+i])
			}
		}
	}
	for _, name := range names {
		if c := counts[packageOf(name)]; c[0] > 0 {
			b.Add(name, c[:]...)
		}
	}
	return b
}

func packageOf(set string) string { return strings.ReplaceAll(set, "-", "") }

var constructor = regexp.MustCompile(`(?m)^func (New\w*)\(ctx context.Context, auth sdk.Auth`)

// samples converts a set and writes its client; it gives the printed bodies and the name
// of the function that makes a client, empty for a guide.
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
	files, err := gogen.Generate(spec, gogen.Options{Package: set, Source: set + ".yaml"})
	if err != nil {
		t.Fatal(err)
	}
	for file, text := range files {
		write(t, filepath.Join(module, set, file), text)
	}
	var out []sample
	for _, op := range res.Service.Operations {
		variants := op.Variants
		if len(variants) == 0 {
			variants = []*api.Operation{op}
		}
		for _, v := range variants {
			for _, e := range v.Examples {
				if e.JSON && e.Body != "" && v.Method != "HEAD" { // whose response has no body
					out = append(out, sample{
						Set: set, Operation: v.ID, Where: fmt.Sprintf("%s/%s:%d", filepath.Base(dir), e.Origin.Page, e.Origin.Pos.Line),
						Request: e.Side == api.SideRequest, Valid: e.Valid, ByTables: e.ByTables, Status: e.Status, Body: json.RawMessage(e.Body),
					})
				}
			}
		}
	}
	match := constructor.FindSubmatch(files[gogen.ClientFile])
	if match == nil {
		t.Fatal("the client has no constructor")
	}
	return out, string(match[1])
}

// roundTripper sends the bodies through the methods of the clients. It prints a line for
// each failure.
const roundTripper = `package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/exercise"
	IMPORTS
)

var clients = map[string]func(string) (any, error){TABLE}

func options(endpoint string) []sdk.Option {
	return []sdk.Option{sdk.WithEndpoint(endpoint), sdk.WithProjectID("p"), sdk.WithDomainID("d"), sdk.WithoutRetry()}
}

type sample struct {
	Set, Operation, Where string
	Request, Valid        bool
	Status                int
	Body                  json.RawMessage
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var all []sample
	if err := json.Unmarshal(text, &all); err != nil {
		log.Fatal(err)
	}
	counts := map[string]*[3]int{} // typed, same and exact of each set
	made := map[string]*exercise.Client{}
	for _, s := range all {
		c := counts[s.Set]
		if c == nil {
			c = new([3]int)
			counts[s.Set] = c
			if made[s.Set], err = exercise.New(clients[s.Set]); err != nil {
				log.Fatal(err)
			}
			defer made[s.Set].Close()
		}
		var outcome exercise.Outcome
		if s.Request {
			outcome, err = made[s.Set].Request(s.Operation, s.Body, s.Valid, nil)
		} else {
			outcome, err = made[s.Set].Response(s.Operation, s.Status, s.Body, s.Valid)
		}
		if errors.Is(err, exercise.ErrNoType) || errors.Is(err, exercise.ErrRefused) {
			if s.Valid {
				fmt.Printf("%s: %s has no type for it\n", s.Where, s.Operation)
			}
			continue
		}
		c[0]++
		if err != nil {
			fmt.Printf("%s: %s: %v\n", s.Where, s.Operation, err)
			continue
		}
		c[1]++
		if outcome.Exact {
			c[2]++
		}
	}
	for set, c := range counts {
		fmt.Println("=", set, c[0], c[1], c[2])
	}
}

var ctx = context.Background()
`
