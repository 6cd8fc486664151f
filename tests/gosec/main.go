// Command gosec looks for mistakes that make programs unsafe, with the tool of that name: what it
// finds is repaired or stands in waivers.yaml with a reason. A waiver that nothing needs any more
// fails, too.
//
//	go run ./tests/gosec
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// tool is the command that finds mistakes; GOSEC in the environment is another program for it.
var tool = []string{"go", "run", "github.com/securego/gosec/v2/cmd/gosec@v2.30.0"}

// unsteady are the rules that follow values through the program: of the same files they find other
// mistakes in each run. What a file is named by G304 tells, and programs with arguments G204.
const unsteady = "G701,G702,G703,G704,G705,G706"

const waiverFile = "tests/gosec/waivers.yaml"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// issue is a mistake that the tool finds.
type issue struct {
	Rule    string `json:"rule_id"`
	Details string `json:"details"`
	File    string `json:"file"`
	Line    string `json:"line"`
}

// waiver says why what a rule finds in some files is none.
type waiver struct {
	Rule   string   `yaml:"rule"`
	Files  []string `yaml:"files"` // a name that ends in / stands for all files below
	Reason string   `yaml:"reason"`
}

func run() error {
	text, err := os.ReadFile(waiverFile)
	if err != nil {
		return err
	}
	var known struct {
		Waivers []waiver `yaml:"waivers"`
	}
	in := yaml.NewDecoder(bytes.NewReader(text))
	in.KnownFields(true)
	if err := in.Decode(&known); err != nil {
		return fmt.Errorf("%s: %w", waiverFile, err)
	}
	issues, err := find("./cmd/...", "./internal/...", "./sdk/...")
	if err != nil {
		return err
	}
	return compare(issues, known.Waivers)
}

// find runs the tool.
func find(packages ...string) ([]issue, error) {
	command := tool
	if own := os.Getenv("GOSEC"); own != "" {
		command = []string{own}
	}
	command = append(append(slices.Clone(command), "-quiet", "-no-fail", "-fmt", "json", "-exclude-generated", "-exclude="+unsteady), packages...)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("gosec: %w", err)
	}
	var report struct {
		Issues []issue
		Errors map[string]json.RawMessage `json:"Golang errors"`
		Stats  struct{ Files int }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, fmt.Errorf("gosec: %w", err)
	}
	if len(report.Errors) > 0 || report.Stats.Files == 0 {
		return nil, fmt.Errorf("gosec has read %d files and could not read %d", report.Stats.Files, len(report.Errors))
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for i := range report.Issues {
		file, err := filepath.Rel(here, report.Issues[i].File)
		if err != nil {
			return nil, err
		}
		report.Issues[i].File = filepath.ToSlash(file)
	}
	return report.Issues, nil
}

// compare tells issues without a waiver, and waivers without an issue.
func compare(issues []issue, waivers []waiver) error {
	used := make([][]bool, len(waivers))
	for i, w := range waivers {
		used[i] = make([]bool, len(w.Files))
	}
	var errs []error
	for _, found := range issues {
		waived := false
		for i, w := range waivers {
			for k, file := range w.Files {
				if w.Rule == found.Rule && w.Reason != "" && (file == found.File || strings.HasSuffix(file, "/") && strings.HasPrefix(found.File, file)) {
					waived, used[i][k] = true, true
				}
			}
		}
		if !waived {
			errs = append(errs, fmt.Errorf("%s:%s: %s: %s", found.File, found.Line, found.Rule, found.Details))
		}
	}
	for i, w := range waivers {
		for k, file := range w.Files {
			if !used[i][k] {
				errs = append(errs, fmt.Errorf("%s: %s finds nothing in %s any more: remove the waiver", waiverFile, w.Rule, file))
			}
		}
	}
	return errors.Join(errs...)
}
