// Command anchors says how fast pages are read and converted beside what everybody has: it works
// on the same pages in one run, and prints CPU seconds, megabytes a second and ratios. The
// times themselves mean nothing on another machine; the ratios do.
//
//	go run ./tests/speed/anchors ../shared/corpus
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

func main() {
	every := flag.Int("sample", 40, "docutils and pandoc read one page of so many, and what all would take is reckoned from the bytes")
	part := flag.Int("part", 4_000_000, "sets of about so many bytes in all are copied to see what many pages cost")
	flag.Parse()
	if flag.NArg() != 1 || *every < 1 {
		fmt.Fprintln(os.Stderr, "usage: anchors [-sample N] [-part BYTES] CORPUS")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *every, *part); err != nil {
		fmt.Fprintln(os.Stderr, "anchors:", err)
		os.Exit(1)
	}
}

// page is a page of the corpus.
type page struct {
	path string
	set  string // the folder below the corpus that it is in
	size int64
}

func run(corpus string, every, part int) error {
	pages, err := pagesOf(corpus)
	if err != nil {
		return err
	}
	if len(pages) == 0 {
		return errors.New("there are no pages in " + corpus)
	}
	work, err := os.MkdirTemp("", "anchors")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }() // what it held is printed
	program := filepath.Join(work, "rst2openapi")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/rst2openapi").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	// First, as a program begins with the memory that this one has.
	if err := memory(corpus, work, program, pages); err != nil {
		return err
	}
	if err := beside(corpus, work, program, pages, every); err != nil {
		return err
	}
	return growth(corpus, work, program, pages, part)
}

func pagesOf(corpus string) ([]page, error) {
	var pages []page
	err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !strings.HasSuffix(path, ".rst") {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		below, err := filepath.Rel(corpus, path)
		if err != nil {
			return err
		}
		set, _, _ := strings.Cut(below, string(filepath.Separator))
		pages = append(pages, page{path, set, info.Size()})
		return nil
	})
	return pages, err
}

// row is one thing that was measured.
type row struct {
	name   string
	cpu    float64 // seconds that all pages take
	missed string  // why it was not measured
}

// beside prints what all pages cost us, and others.
func beside(corpus, work, program string, pages []page, every int) error {
	texts, err := read(pages)
	if err != nil {
		return err
	}
	var sample []page
	for i := every / 2; i < len(pages); i += every {
		sample = append(sample, pages[i])
	}
	scale := float64(bytesOf(pages)) / float64(max(1, bytesOf(sample)))
	whole := func() (usage, error) {
		return start(program, "", "convert", "--all", corpus, "-o", filepath.Join(work, "all"))
	}
	best, err := least(3, whole)
	if err != nil {
		return err
	}
	rows := []row{
		{name: "plain read", cpu: repeat(func() { _, err = read(pages) })},
		{name: "reader alone", cpu: repeat(func() { parse(pages, texts) })},
		{name: "whole conversion", cpu: best.cpu},
		other("docutils, parse", sample, scale, "python3", "-W", "ignore", "-c", docutils),
		other("pandoc", sample, scale, "sh", "-c", `while read -r page; do pandoc -f rst -t native "$page" -o /dev/null; done`),
	}
	if err != nil {
		return err
	}
	size := float64(bytesOf(pages)) / 1e6
	fmt.Printf("%d pages, %.1f MB; docutils and pandoc by %d pages, %.1f MB\n\n", len(pages), size, len(sample), float64(bytesOf(sample))/1e6)
	fmt.Printf("%-18s %8s %10s %14s %12s\n", "", "CPU s", "MB/s", "× plain read", "of docutils")
	for _, r := range rows {
		if r.missed != "" {
			fmt.Printf("%-18s not measured: %s\n", r.name, r.missed)
			continue
		}
		fmt.Printf("%-18s %8.2f %10.1f %14.1f", r.name, r.cpu, size/r.cpu, r.cpu/rows[0].cpu)
		if docutils := rows[3]; docutils.missed == "" {
			fmt.Printf(" %11.1f×", docutils.cpu/r.cpu)
		}
		fmt.Println()
	}
	fmt.Printf("\nthe conversion kept %.0f %% of %d cores busy, where nothing else was running\n", 100*best.cpu/best.wall/float64(runtime.NumCPU()), runtime.NumCPU())
	return nil
}

// memory prints the most memory that a conversion takes up.
func memory(corpus, work, program string, pages []page) error {
	size := map[string]int64{}
	for _, p := range pages {
		size[p.set] += p.size
	}
	largest := slices.MaxFunc(pages, func(a, b page) int { return cmp.Compare(size[a.set], size[b.set]) }).set
	one, err := start(program, "", "convert", filepath.Join(corpus, largest), "-o", filepath.Join(work, "one.yaml"))
	if err != nil {
		return err
	}
	all, err := start(program, "", "convert", "--all", corpus, "-o", filepath.Join(work, "all"))
	if err != nil {
		return err
	}
	mb := float64(size[largest]) / 1e6
	fmt.Printf("peak memory: the largest set, %.1f MB of pages, %.0f MB (%.1f ×); all sets %.0f MB (%.1f ×)\n\n", mb, one.memory/1e6, one.memory/1e6/mb, all.memory/1e6, all.memory/1e6/mb)
	return nil
}

// growth prints what copies of some sets cost, by the megabyte.
func growth(corpus, work, program string, pages []page, part int) error {
	var sets []string
	left := int64(part)
	for _, p := range pages {
		if slices.Contains(sets, p.set) {
			left -= p.size
		} else if left > 0 {
			sets = append(sets, p.set)
			left -= p.size
		}
	}
	many := filepath.Join(work, "many")
	fmt.Printf("\n%7s %8s %10s %14s\n", "copies", "MB", "CPU s", "CPU ms a MB")
	copies := 0
	for _, n := range []int{1, 2, 4, 8, 16} {
		for ; copies < n; copies++ {
			for _, set := range sets {
				if err := os.CopyFS(filepath.Join(many, fmt.Sprintf("%s-%d", set, copies)), os.DirFS(filepath.Join(corpus, set))); err != nil {
					return err
				}
			}
		}
		u, err := least(3, func() (usage, error) {
			return start(program, "", "convert", "--all", many, "-o", filepath.Join(work, "copied"))
		})
		if err != nil {
			return err
		}
		size := 0.0
		for _, p := range pages {
			if slices.Contains(sets, p.set) {
				size += float64(n) * float64(p.size) / 1e6
			}
		}
		per := 1000 * u.cpu / size
		fmt.Printf("%7d %8.1f %10.2f %14.1f  %s\n", n, size, u.cpu, per, strings.Repeat("█", int(per)))
	}
	return nil
}
