// Judge holds accusations to the pages: it draws findings of each rule in a sample that a seed
// chooses, prints what the page says there, and counts how many of those that somebody has
// judged are true.
//
//	go run ./tests/judge ../shared/corpus                    # how many are true, by rule
//	go run ./tests/judge -print -open ../shared/corpus       # those that nobody has judged
//	go run ./tests/judge -print -rule docs/no-type ../shared/corpus
//
// judgements.tsv holds the judgements, judgements_html.tsv those of pages in HTML. A finding is true where the page has the fault that it
// names; it is false where the page is right, or is wrong in another way. An author who reads
// a false one stops reading the others.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("judge", flag.ContinueOnError)
	seed := fs.Uint64("seed", drawSeed, "which sample to draw")
	n := fs.Int("n", drawSize, "how many findings of each rule to draw")
	show := fs.Bool("print", false, "print the findings that are drawn with what stands in their pages")
	open := fs.Bool("open", false, "of these only those that nobody has judged")
	rule := fs.String("rule", "", "of these only those of one rule")
	lines := fs.Int("lines", 6, "how many lines of the page to print")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("name the folder of the documentation sets")
	}
	judged, err := parseAll()
	if err != nil {
		return err
	}
	found, err := findings(fs.Arg(0))
	if err != nil {
		return err
	}
	if !*show {
		_, err := io.WriteString(out, table(judged, draw(found, *seed, *n)))
		return err
	}
	known := byPlace(judged)
	for _, f := range draw(found, *seed, *n) {
		j, ok := known[f.key()]
		if *rule != "" && f.Rule != *rule || ok && *open {
			continue
		}
		said := ""
		if ok {
			said = fmt.Sprintf("   judged %v: %s\n", j.true, j.reason)
		}
		if _, err := fmt.Fprintf(out, "%s\n%s%s\n", f, said, f.excerpt(*lines)); err != nil {
			return err
		}
	}
	return nil
}

// table lists for each rule how many findings were drawn, how many of them are judged, and how
// many of all that are judged are true.
func table(judged []judgement, drawn []finding) string {
	known := byPlace(judged)
	counts := map[string]*[2]int{}
	var rules []string
	for _, f := range drawn {
		if counts[f.Rule] == nil {
			counts[f.Rule] = new([2]int)
			rules = append(rules, f.Rule)
		}
		counts[f.Rule][0]++
		if _, ok := known[f.key()]; ok {
			counts[f.Rule][1]++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-36s %6s %6s %6s %6s %8s\n", "rule", "drawn", "judged", "true", "of all", "share")
	shares := sharesOf(judged)
	for _, rule := range rules {
		s := shares[rule]
		fmt.Fprintf(&b, "%-36s %6d %6d %6d %6d %7.1f%%\n", rule, counts[rule][0], counts[rule][1], s.good, s.all, 100*s.part())
	}
	return b.String()
}
