package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// atLeast is how long a step is repeated, in seconds of CPU time.
const atLeast = 0.5

// longest is how long a program may take.
const longest = 10 * time.Minute

// usage is what a program took.
type usage struct {
	cpu, wall float64 // seconds
	memory    float64 // the most that it had, in bytes
}

// start runs a program to its end.
func start(program, input string, args ...string) (usage, error) {
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdin = strings.NewReader(input)
	var failed bytes.Buffer
	cmd.Stderr = &failed
	from := time.Now()
	err := cmd.Run()
	wall := time.Since(from).Seconds()
	if err != nil {
		lines := strings.Split(strings.TrimSpace(failed.String()), "\n")
		return usage{}, fmt.Errorf("%w %s", err, lines[len(lines)-1])
	}
	u := usage{cpu: (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), wall: wall}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.memory = float64(r.Maxrss) * 1024
	}
	return u, nil
}

// least is the run of several that took the least CPU time: what else a machine does only adds.
func least(n int, run func() (usage, error)) (usage, error) {
	var best usage
	for i := range n {
		u, err := run()
		if err != nil {
			return usage{}, err
		}
		if i == 0 || u.cpu < best.cpu {
			best = u
		}
	}
	return best, nil
}

// other is what a program takes for all pages, by what it takes for a sample. It reads the names
// of pages from its input.
func other(name string, sample []page, scale float64, program string, args ...string) row {
	tool, _, _ := strings.Cut(name, ",")
	if tool == "pandoc" {
		if _, err := exec.LookPath(tool); err != nil {
			return row{name: name, missed: "it is not installed"}
		}
	}
	var names strings.Builder
	for _, p := range sample {
		names.WriteString(p.path + "\n")
	}
	u, err := start(program, names.String(), args...)
	if err != nil {
		return row{name: name, missed: err.Error()}
	}
	// A shell's children count as its own only once it has waited for them, which it has.
	return row{name: name, cpu: u.cpu * scale}
}

// docutils parses pages, whose names it reads; what it does not know of Sphinx it only reports.
const docutils = `
import sys
import docutils.frontend, docutils.parsers.rst, docutils.utils
parser = docutils.parsers.rst.Parser()
settings = docutils.frontend.OptionParser(components=(docutils.parsers.rst.Parser,)).get_default_values()
settings.report_level = 5
settings.file_insertion_enabled = False
settings.raw_enabled = False
for page in sys.stdin.read().split("\n"):
    if page:
        document = docutils.utils.new_document(page, settings)
        parser.parse(open(page, encoding="utf-8").read(), document)
`

// repeat gives the CPU seconds of one call.
func repeat(f func()) float64 {
	f() // what is made once
	from, n := used(), 0
	for used()-from < atLeast {
		f()
		n++
	}
	return (used() - from) / float64(n)
}

// used is the CPU time of this process, in seconds.
func used() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

func bytesOf(pages []page) int64 {
	n := int64(0)
	for _, p := range pages {
		n += p.size
	}
	return n
}

func read(pages []page) ([][]byte, error) {
	texts := make([][]byte, len(pages))
	for i, p := range pages {
		text, err := os.ReadFile(p.path)
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	return texts, nil
}

func parse(pages []page, texts [][]byte) {
	for i, text := range texts {
		rst.Parse(source.New(pages[i].path, text), &diag.List{})
	}
}
