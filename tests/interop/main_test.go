//go:build interop

package interop

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

var (
	home  = flag.String("home", "", "where install.sh has put the tools")
	whole = flag.Bool("whole", false, "all documents, not a sample")
	only  = flag.String("tools", "", "names of tools, with commas; \"\" for all")
	names = flag.String("documents", "", "names of documents, with commas; \"\" for those of the sample, or all")
	width = flag.Int("width", 2, "how many tools run at once")
)

// tools are all tools, cheap ones first.
var tools = func() (out []struct {
	name string
	run  func(*job)
}) {
	add := func(name string, run func(*job)) {
		out = append(out, struct {
			name string
			run  func(*job)
		}{name, run})
	}
	add("redocly-lint", redoclyLint)
	add("redocly-bundle", redoclyBundle)
	add("spectral", spectral)
	add("openapi-spec-validator", specValidator)
	add("swagger-parser", swaggerParser)
	add("openapi-typescript", typescript)
	add("postman", postman)
	add("datamodel-code-generator", datamodel)
	add("openapi-python-client", pythonClient)
	add("oapi-codegen", oapiCodegen)
	for _, t := range targets {
		add("openapi-generator-"+t.generator, openapiGenerator(t))
	}
	add("prism-mock", prismMock)
	add("prism-proxy", prismProxy)
	add("schemathesis", schemathesis)
	return out
}()

// sampled are the documents of a run that does not ask for all: small ones that have what tools
// stumble over (variants, values of several kinds, XML, parameters of odd names).
var sampled = []string{"cbr", "csbs", "evs", "iam", "sample", "smn", "vpc"}

// TestInterop runs each tool with each document.
func TestInterop(t *testing.T) {
	root := golden.Root(t)
	if *home == "" {
		t.Fatal("-home is missing: make interop installs the tools and says where they are")
	}
	t.Setenv("PATH", filepath.Join(*home, "node", "bin")+string(os.PathListSeparator)+os.Getenv("PATH")) // where the machine has none
	text, err := os.ReadFile("waivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	waivers, err := ReadWaivers(text)
	if err != nil {
		t.Fatal(err)
	}
	type task struct {
		tool, document, file string
		run                  func(*job)
		found                []Complaint
		skipped              bool
	}
	var tasks []*task
	for _, tool := range tools {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), tool.name) {
			continue
		}
		for _, file := range documents(t, root) {
			tasks = append(tasks, &task{tool: tool.name, document: strings.TrimSuffix(filepath.Base(file), ".yaml"), file: file, run: tool.run})
		}
	}
	queue := make(chan *task)
	var group sync.WaitGroup
	temp := t.TempDir()
	for range *width {
		group.Go(func() {
			for one := range queue {
				dir := filepath.Join(temp, one.tool, one.document)
				if err := os.MkdirAll(dir, 0o755); err != nil {
					t.Error(err)
					continue
				}
				j := &job{t: t, home: *home, root: root, dir: dir, document: one.document, file: one.file, tool: one.tool}
				ended := make(chan struct{})
				go func() { // of its own: t.Fatal ends the goroutine that calls it, and the others go on
					defer close(ended)
					one.run(j)
				}()
				<-ended
				one.found, one.skipped = j.found, j.skipped
				if err := os.RemoveAll(dir); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, one := range tasks {
		queue <- one
	}
	close(queue)
	group.Wait()

	var runs []Run
	var open []Complaint
	for _, one := range tasks {
		if one.skipped {
			continue
		}
		run, left := waivers.Count(one.tool, one.document, one.found)
		runs, open = append(runs, run), append(open, left...)
	}
	var b strings.Builder
	if err := Table(&b, runs); err != nil {
		t.Fatal(err)
	}
	fmt.Print(b.String())
	for _, line := range Summary(open) {
		t.Error(line)
	}
	if *only == "" && *names == "" {
		for _, w := range waivers.Unused(runs, *whole) {
			t.Errorf("the waiver of %s for %s (%s) is not needed any more: remove it", w.Tool, w.Rule, w.Reason)
		}
	}
	if out := os.Getenv("INTEROP_REPORT"); out != "" {
		var all strings.Builder
		for _, one := range tasks {
			for _, c := range one.found {
				fmt.Fprintf(&all, "%s\t%s\t%v\t%s\t%s\n", c.Tool, c.Document, c.Error, c.Rule, c.Message)
			}
		}
		if err := os.WriteFile(out, []byte(all.String()), 0o644); err != nil {
			t.Error(err)
		}
	}
}

// documents are the files to look at: those that are committed, and those of the real pages
// where they are there, with their prose.
func documents(t *testing.T, root string) []string {
	committed, err := filepath.Glob(filepath.Join(root, "spec", "*.yaml"))
	if err != nil || len(committed) == 0 {
		t.Fatal("there are no documents in spec/", err)
	}
	out := committed
	if !*whole && *names == "" {
		return slices.DeleteFunc(out, func(file string) bool {
			return !slices.Contains(sampled, strings.TrimSuffix(filepath.Base(file), ".yaml"))
		})
	}
	shared := os.Getenv("SHARED")
	if shared == "" {
		shared = filepath.Join(root, "..", "shared")
	}
	if corpus := filepath.Join(shared, "corpus"); exists(corpus) {
		for _, set := range converted(t, root, corpus) {
			out = append(out, set)
		}
	}
	if *names != "" {
		wanted := strings.Split(*names, ",")
		out = slices.DeleteFunc(out, func(file string) bool {
			return !slices.Contains(wanted, strings.TrimSuffix(filepath.Base(file), ".yaml"))
		})
	}
	return out
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

var convertOnce sync.Once
var convertedSets []string

// converted are the documents of all sets.
func converted(t *testing.T, root, corpus string) []string {
	convertOnce.Do(func() {
		dir := t.TempDir()
		cmd := exec.Command("go", "run", "./cmd/rst2openapi", "convert", "--all", corpus, "-o", dir)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		convertedSets, _ = filepath.Glob(filepath.Join(dir, "*.yaml"))
	})
	return convertedSets
}
