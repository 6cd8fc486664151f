// Command anchors says how fast pages are read and converted beside what everybody has: it
// reads the same pages in one run, and prints CPU seconds, megabytes a second and ratios. The
// times themselves mean nothing on another machine; the ratios do.
//
//	go run ./tests/speed/anchors ../shared/corpus cloud-backup-recovery
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// atLeast is how long a step is repeated, in CPU time.
const atLeast = 500 * time.Millisecond

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: anchors CORPUS SET...")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "anchors:", err)
		os.Exit(1)
	}
}

// row is one thing that was measured.
type row struct {
	name   string
	took   time.Duration // CPU time of one reading of all pages
	missed string        // why it was not measured
}

func run(corpus string, sets []string) error {
	var pages []string
	for _, set := range sets {
		err := filepath.WalkDir(filepath.Join(corpus, set), func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.HasSuffix(path, ".rst") {
				pages = append(pages, path)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	texts, err := read(pages)
	if err != nil {
		return err
	}
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	if size == 0 {
		return errors.New("there are no pages in " + strings.Join(sets, ", "))
	}
	whole, err := converting(corpus, sets)
	if err != nil {
		return err
	}
	rows := []row{
		{name: "plain read", took: repeat(func() { _, err = read(pages) })},
		{name: "reader alone", took: repeat(func() { parse(pages, texts) })},
		{name: "whole conversion", took: repeat(func() { err = errors.Join(err, whole()) })},
		child("docutils, parse", pages, "python3", "-c", docutils),
		child("pandoc", pages, "sh", "-c", `while read -r page; do pandoc -f rst -t native "$page" -o /dev/null; done`),
	}
	if err != nil {
		return err
	}
	report(rows, len(pages), size)
	return nil
}

func report(rows []row, pages, size int) {
	fmt.Printf("%d pages, %.2f MB\n%-18s %10s %10s %14s %14s\n", pages, float64(size)/1e6, "", "CPU s", "MB/s", "× plain read", "of docutils")
	plain, docutils := rows[0].took, rows[3].took
	for _, r := range rows {
		if r.missed != "" {
			fmt.Printf("%-18s not measured: %s\n", r.name, r.missed)
			continue
		}
		fmt.Printf("%-18s %10.4f %10.2f %14.1f", r.name, r.took.Seconds(), float64(size)/1e6/r.took.Seconds(), r.took.Seconds()/plain.Seconds())
		if docutils > 0 {
			fmt.Printf(" %13.1f×", docutils.Seconds()/r.took.Seconds())
		}
		fmt.Println()
	}
}

func read(pages []string) ([][]byte, error) {
	texts := make([][]byte, len(pages))
	for i, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	return texts, nil
}

func parse(pages []string, texts [][]byte) {
	for i, text := range texts {
		rst.Parse(source.New(pages[i], text), &diag.List{})
	}
}

// converting reads the files of sets and gives the text of their documents.
func converting(corpus string, sets []string) (func() error, error) {
	otc, _, ok := profile.BuiltIn("otc")
	if !ok {
		return nil, errors.New("the profile otc is not built in")
	}
	converter := convert.New(otc)
	return func() error {
		for _, name := range sets {
			set, err := converter.ReadSet(os.DirFS(filepath.Join(corpus, name)), name)
			if err != nil {
				return err
			}
			res, err := converter.Convert(set)
			if err != nil {
				return err
			}
			if _, err := res.Encode("spec.yaml", true); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// repeat gives the CPU time of one call.
func repeat(f func()) time.Duration {
	f() // what is made once
	start, n := used(syscall.RUSAGE_SELF), 0
	for used(syscall.RUSAGE_SELF)-start < atLeast {
		f()
		n++
	}
	return (used(syscall.RUSAGE_SELF) - start) / time.Duration(n)
}

// child gives the CPU time of a program that reads names of pages.
func child(name string, pages []string, program string, args ...string) row {
	tool := strings.Split(name, ",")[0]
	if tool == "pandoc" {
		if _, err := exec.LookPath(tool); err != nil {
			return row{name: name, missed: "it is not installed"}
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	start := used(syscall.RUSAGE_CHILDREN)
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdin = strings.NewReader(strings.Join(pages, "\n") + "\n")
	var failed bytes.Buffer
	cmd.Stderr = &failed
	if err := cmd.Run(); err != nil {
		lines := strings.Split(strings.TrimSpace(failed.String()), "\n")
		return row{name: name, missed: fmt.Sprintf("%v %s", err, lines[len(lines)-1])}
	}
	return row{name: name, took: used(syscall.RUSAGE_CHILDREN) - start}
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

// used is the CPU time of this process or of its children.
func used(who int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
