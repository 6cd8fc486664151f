package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// isOn is what a mutant's text has where it asks whether it is on; its number takes the
// place of NUMBER.
const isOn = "mutant_.On(NUMBER)"

// switchFolder is where the package of the variable seems to lie. Nothing is written there:
// the overlay tells the compiler so.
const switchFolder = "internal/mutant"

//go:embed switch.go.txt
var switchSource []byte

//go:embed cpu.go.txt
var cpuSource []byte

// weave writes the text of a file with all its mutants in it. Mutants have the numbers
// that number gives them.
func weave(text []byte, module string, list []*mutant, number map[*mutant]int) []byte {
	type edit struct {
		at    int
		close bool
		span  int // how much the mutant encloses
		seq   int
		text  string
	}
	var edits []edit
	for i, m := range list {
		id := strconv.Itoa(number[m])
		open := strings.ReplaceAll(m.open, "NUMBER", id)
		edits = append(edits,
			edit{m.start, false, m.end - m.start, i, open},
			edit{m.end, true, m.end - m.start, i, m.close})
	}
	// At one place, what ends there comes first, the inner before the outer; then what
	// begins there, the outer before the inner.
	slices.SortFunc(edits, func(a, b edit) int {
		switch {
		case a.at != b.at:
			return a.at - b.at
		case a.close != b.close:
			if a.close {
				return -1
			}
			return 1
		case a.close && a.span != b.span:
			return a.span - b.span
		case a.close:
			return b.seq - a.seq
		case a.span != b.span:
			return b.span - a.span
		}
		return a.seq - b.seq
	})
	var out []byte
	last := 0
	for _, e := range edits {
		out = append(append(out, text[last:e.at]...), e.text...)
		last = e.at
	}
	out = append(out, text[last:]...)
	return addImport(out, fmt.Sprintf("; import mutant_ %q", module+"/"+switchFolder))
}

// addImport puts an import on the line of the package clause.
func addImport(text []byte, clause string) []byte {
	at := 0
	for line := range strings.Lines(string(text)) {
		at += len(line)
		if strings.HasPrefix(line, "package ") {
			at -= len(line) - len(strings.TrimRight(line, "\n"))
			break
		}
	}
	return slices.Concat(text[:at], []byte(clause), text[at:])
}

// overlay writes the files with their mutants, and the list of them that the compiler
// takes in place of the source, into a folder. It gives the name of the list.
func overlay(root, module, dir string, number map[*mutant]int) (string, error) {
	byFile := map[string][]*mutant{}
	for m := range number {
		byFile[m.file] = append(byFile[m.file], m)
	}
	replace := map[string]string{}
	put := func(name string, text []byte) error {
		to := filepath.Join(dir, "src", filepath.FromSlash(name))
		replace[filepath.Join(root, filepath.FromSlash(name))] = to
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o644)
	}
	for name, list := range byFile {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return "", err
		}
		slices.SortFunc(list, func(a, b *mutant) int { return number[a] - number[b] })
		if err := put(name, weave(text, module, list, number)); err != nil {
			return "", err
		}
	}
	if err := errors.Join(put(switchFolder+"/switch.go", switchSource), put(switchFolder+"/cpu.go", cpuSource)); err != nil {
		return "", err
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, text, 0o644)
}
