// Package examples sends every example that the documentation of the two backup services
// prints through the generated clients over HTTP, and keeps the score.
package examples

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
	"github.com/rst2openapi/rst2openapi/generated/csbs"
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
	"github.com/rst2openapi/rst2openapi/tests/exercise"
)

// floor is the least share of the JSON examples of both sets that must go through, in
// percent.
const floor = 95

func options(url string) []sdk.Option {
	return []sdk.Option{sdk.WithEndpoint(url), sdk.WithProjectID("p"), sdk.WithoutRetry()}
}

func TestExamples(t *testing.T) {
	ctx := context.Background()
	total, good := 0, 0
	board := golden.Board{
		Note: "# Documented JSON examples of each set, and those that go through the generated clients. An\n" +
			"# example that does not is listed with its place; a finding of the set says what is wrong with it.\n",
		Columns: []golden.Column{{Name: "requests", Better: golden.Up}, {Name: "sent", Better: golden.Up},
			{Name: "responses", Better: golden.Up}, {Name: "received", Better: golden.Up}},
	}
	for _, set := range []struct {
		folder, spec string
		client       func(url string) (any, error)
	}{
		{"cloud-backup-recovery", "cbr.yaml", func(url string) (any, error) { return cbr.New(ctx, sdk.NoAuth(), options(url)...) }},
		{"cloud-server-backup-service", "csbs.yaml", func(url string) (any, error) { return csbs.New(ctx, sdk.NoAuth(), options(url)...) }},
	} {
		t.Run(set.folder, func(t *testing.T) {
			root := golden.Root(t)
			spec, err := os.ReadFile(filepath.Join(root, "spec", set.spec))
			if err != nil {
				t.Fatal(err)
			}
			server, err := fake.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			res, err := otc.Convert(readSet(t, golden.Shared(t, "corpus/"+set.folder)))
			if err != nil {
				t.Fatal(err)
			}
			client, err := exercise.New(set.client)
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			x := &run{fake: server, client: client}
			s := x.all(res.Service)
			board.Add(set.folder, s.total[api.SideRequest], s.good[api.SideRequest], s.total[api.SideResponse], s.good[api.SideResponse])
			for _, f := range s.failed {
				board.Below += fmt.Sprintf("%s/%s\n", set.folder, f)
				if !hasFinding(res, f.example) {
					t.Errorf("%s: no finding says why", f)
				}
			}
			total += s.total[api.SideRequest] + s.total[api.SideResponse]
			good += s.good[api.SideRequest] + s.good[api.SideResponse]
		})
	}
	golden.Shared(t, "corpus") // without it there is no score to keep
	if total == 0 || 100*good < floor*total {
		t.Errorf("%d of %d examples go through, %d%% are wanted", good, total, floor)
	}
	board.Equal(t, filepath.Join(golden.Root(t), "tests", "scoreboard.txt"))
}

// hasFinding reports whether a finding stands inside the code block of an example.
func hasFinding(res *convert.Result, e *api.Example) bool {
	last := e.Origin.Pos.Line
	if n := len(e.Lines); n > 0 {
		last = e.Lines[n-1].Line
	}
	for _, f := range res.Findings {
		if f.Page == e.Origin.Page && f.Pos.Line >= e.Origin.Pos.Line && f.Pos.Line <= last {
			return true
		}
	}
	return false
}

// readSet reads the pages of a set as the command does.
func readSet(t testing.TB, dir string) convert.Set {
	t.Helper()
	set, err := otc.ReadSet(os.DirFS(dir), filepath.Base(dir))
	if err != nil {
		t.Fatal(err)
	}
	return set
}
