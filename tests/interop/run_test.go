//go:build interop

package interop

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// limit is how long one step of a tool may take with one document.
const limit = 10 * time.Minute

// job is one tool with one document, in a folder of its own that is gone afterwards.
type job struct {
	t        *testing.T
	home     string // where install.sh has put the tools
	root     string // of this repository
	dir      string // for what the tool writes
	document string // its name, without extension
	file     string // its path
	tool     string
	found    []Complaint
	skipped  bool // the tool has nothing to do with the document
}

// command runs a program in the folder of the job. The error is nil where it ends with 0; a
// program that runs too long is stopped with all that it started.
func (j *job) command(env []string, name string, args ...string) (stdout, stderr string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	var out, errs bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = j.dir, &out, &errs
	cmd.Env = append(append(os.Environ(), "NO_COLOR=1", "CI=true", "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true", "PYTHONDONTWRITEBYTECODE=1"), env...)
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	err = cmd.Run()
	if ctx.Err() != nil {
		err = errors.New("it did not end in " + limit.String())
	}
	return out.String(), errs.String(), err
}

func (j *job) error(rule, message string) { j.add(rule, message, true) }
func (j *job) warn(rule, message string)  { j.add(rule, message, false) }

func (j *job) add(rule, message string, isError bool) {
	j.found = append(j.found, Complaint{Tool: j.tool, Document: j.document, Rule: rule, Message: short(message), Error: isError})
}

// step runs a program whose failure is one error.
func (j *job) step(rule, name string, args ...string) bool {
	out, errs, err := j.command(nil, name, args...)
	if err != nil {
		j.error(rule, err.Error()+": "+lastLines(errs+"\n"+out))
	}
	return err == nil
}

// An error of a compiler: the file, and what is wrong there. javac shows the line of the file below.
var (
	typescriptError = regexp.MustCompile(`(?m)^(\S+)\(\d+,\d+\): error (TS\d+: .*)$`)
	javaError       = regexp.MustCompile(`(?m)^\S*/(\w+\.java):\d+: error: (.*\n.*)$`)
)

// compile runs a compiler. The first error of each file is one complaint, so that a waiver for one
// fault hides no other one in other files.
func (j *job) compile(rule string, pattern *regexp.Regexp, name string, args ...string) {
	out, errs, err := j.command(nil, name, args...)
	if err == nil {
		return
	}
	seen := map[string]bool{}
	for _, m := range pattern.FindAllStringSubmatch(errs+"\n"+out, -1) {
		if !seen[m[1]] {
			seen[m[1]] = true
			j.error(rule, m[1]+": "+m[2])
		}
	}
	if len(seen) == 0 {
		j.error(rule, err.Error()+": "+lastLines(errs+"\n"+out))
	}
}

func (j *job) npm(name string) string {
	return filepath.Join(j.home, "npm", "node_modules", ".bin", name)
}
func (j *job) python(name string) string { return filepath.Join(j.home, "python", "venv", "bin", name) }
func (j *job) in(name string) string     { return filepath.Join(j.dir, name) }

func (j *job) write(name, text string) string {
	path := j.in(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		j.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		j.t.Fatal(err)
	}
	return path
}

var control = regexp.MustCompile("\x1b\\[[0-9;]*[A-Za-z]")

// short is a message on one line of bounded length.
func short(text string) string {
	text = strings.Join(strings.Fields(control.ReplaceAllString(text, "")), " ")
	if len(text) > 600 {
		text = text[:300] + " … " + text[len(text)-300:]
	}
	return text
}

// lastLines is the end of what a program prints, where compilers say what is wrong.
func lastLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) > 12 {
		lines = lines[len(lines)-12:]
	}
	return strings.Join(lines, "\n")
}
