package golden

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Direction says which way a count gets better.
type Direction int

// The directions.
const (
	Neutral Direction = iota // neither way
	Up                       // more is better
	Down                     // less is better
)

// Column is a count of a scoreboard.
type Column struct {
	Name   string
	Better Direction
}

// Board is a scoreboard: a table of counts with a row for each thing that is counted, and
// their sum. It may only get better: GOLDEN=refresh does not write a worse one, and
// GOLDEN=force does.
type Board struct {
	Note    string // comment lines above the table, each with its "#"
	Columns []Column
	Below   string // lines below the table, which are not counts

	rows []row
}

type row struct {
	name   string
	counts []int
}

// total is the name of the last row.
const total = "total"

// Add appends a row; counts stand in the order of the columns.
func (b *Board) Add(name string, counts ...int) {
	if len(counts) != len(b.Columns) {
		panic(fmt.Sprintf("%d counts for %d columns", len(counts), len(b.Columns)))
	}
	b.rows = append(b.rows, row{name, counts})
}

// Equal fails the test unless the file at path holds this scoreboard.
func (b *Board) Equal(t testing.TB, path string) {
	t.Helper()
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	got := b.text()
	worse := b.stepsBack(string(old))
	if string(old) == got {
		return
	}
	if len(worse) > 0 && os.Getenv(Env) != "force" {
		t.Errorf("%s gets worse (GOLDEN=force takes it, GOLDEN=refresh does not):\n%s\n%s",
			path, strings.Join(worse, "\n"), cmp.Diff(string(old), got))
		return
	}
	Equal(t, path, []byte(got))
}

func (b *Board) text() string {
	var out strings.Builder
	out.WriteString(b.Note + "\n")
	width := len(total)
	for _, r := range b.rows {
		width = max(width, len(r.name))
	}
	fmt.Fprintf(&out, "%-*s", width, "set")
	for _, c := range b.Columns {
		fmt.Fprintf(&out, " %*s", c.width(), c.Name)
	}
	out.WriteString("\n")
	for _, r := range append(slices.Clone(b.rows), b.sum()) {
		fmt.Fprintf(&out, "%-*s", width, r.name)
		for i, c := range b.Columns {
			fmt.Fprintf(&out, " %*d", c.width(), r.counts[i])
		}
		out.WriteString("\n")
	}
	if b.Below != "" {
		out.WriteString("\n" + b.Below)
	}
	return out.String()
}

func (c Column) width() int { return max(6, len(c.Name)) }

func (b *Board) sum() row {
	out := row{total, make([]int, len(b.Columns))}
	for _, r := range b.rows {
		for i, n := range r.counts {
			out.counts[i] += n
		}
	}
	return out
}

// stepsBack lists the counts that are worse than in the text of an older scoreboard, and
// the rows that are gone.
func (b *Board) stepsBack(old string) []string {
	var out []string
	for _, before := range parseBoard(old) {
		i := slices.IndexFunc(b.rows, func(r row) bool { return r.name == before.name })
		if i < 0 {
			if before.name != total {
				out = append(out, before.name+" is gone")
			}
			continue
		}
		for j, c := range b.Columns {
			was, listed := before.counts[c.Name]
			now := b.rows[i].counts[j]
			if listed && (c.Better == Up && now < was || c.Better == Down && now > was) {
				out = append(out, fmt.Sprintf("%s: %s was %d and is %d", before.name, c.Name, was, now))
			}
		}
	}
	return out
}

// oldRow is a row as an older scoreboard has it, by the names of its columns.
type oldRow struct {
	name   string
	counts map[string]int
}

// parseBoard reads the rows of a scoreboard; it does not apply to the lines around the table.
func parseBoard(text string) []oldRow {
	var out []oldRow
	var columns []string
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case columns == nil && len(fields) > 0 && fields[0] == "set":
			columns = fields[1:]
		case columns == nil:
		case len(fields) == 0:
			return out
		case len(fields) == len(columns)+1:
			r := oldRow{fields[0], make(map[string]int)}
			for i, c := range columns {
				if n, err := strconv.Atoi(fields[i+1]); err == nil {
					r.counts[c] = n
				}
			}
			out = append(out, r)
		}
	}
	return out
}
