package convert

import (
	"bytes"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// mostPanics is how many pages of a set may each make a pass panic before the set is given up:
// finding each takes some conversions of a part of the set.
const mostPanics = 8

// InternalError is a mistake of this module that no single page is the cause of. It costs the
// set, and no other one.
type InternalError struct {
	Set   string
	panic *parallel.Panic
}

func (e *InternalError) Error() string {
	return "the tool failed on the set " + terminal.Printable(e.Set) + " (" + reason(e.panic) + "); please report it with the pages"
}

// Stack is where the mistake is, for those who repair it.
func (e *InternalError) Stack() []byte { return e.panic.Stack }

// caught calls a function and gives the panic that ended it, nil where none did.
func caught(work func()) (p *parallel.Panic) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *parallel.Panic:
			p = r
		default:
			p = &parallel.Panic{Value: r, Stack: debug.Stack()}
		}
	}()
	work()
	return nil
}

// addPanic adds the finding of a page that made the program panic.
func addPanic(found *diag.List, page string, p *parallel.Panic) {
	found.Add("tool/internal-error", page, source.Pos{Line: 1, Col: 1},
		"this page made the tool fail ("+reason(p)+"), so nothing of it is in the document; please report it with the page")
}

// reason is the value of a panic and the place in this module that it came from, in one line.
func reason(p *parallel.Panic) string {
	text := strings.Join(strings.Fields(terminal.Printable(fmt.Sprint(p.Value))), " ")
	const most = 200
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	if at := placeOf(p.Stack); at != "" {
		text += " at " + at
	}
	return text
}

// placeOf is the function of this module that panicked, without the addresses of a stack, which
// are others in each run.
func placeOf(stack []byte) string {
	_, stack, _ = bytes.Cut(stack, []byte("\npanic("))
	for line := range bytes.Lines(stack) {
		const module = "github.com/rst2openapi/rst2openapi/"
		if name, ok := bytes.CutPrefix(line, []byte(module)); ok {
			name = bytes.TrimSpace(name)
			for open, i := 0, len(name)-1; i >= 0; i-- { // the arguments are the last pair of parentheses
				switch name[i] {
				case ')':
					open++
				case '(':
					open--
				}
				if open == 0 {
					return string(name[:i])
				}
			}
		}
	}
	return ""
}

// withoutPanics runs convert on pages; where it panics, it looks for the page that is the cause
// and runs it again without this one. The pages that were left out come with their panics, by
// their path; a panic that no single page is the cause of is handed on.
func withoutPanics(pages []*doc.Page, convert func([]*doc.Page)) map[string]*parallel.Panic {
	left := map[string]*parallel.Panic{}
	for {
		p := caught(func() { convert(pages) })
		if p == nil {
			return left
		}
		file := causeOf(pages, convert)
		if file == "" || len(left) == mostPanics {
			panic(p)
		}
		left[file] = p
		pages = slices.DeleteFunc(slices.Clone(pages), func(d *doc.Page) bool { return d.File.Path() == file })
	}
}

// causeOf is the file of the page that makes a conversion panic, by itself or together with those
// before it; "" where there is no page.
func causeOf(pages []*doc.Page, convert func([]*doc.Page)) string {
	panics := func(n int) bool { return caught(func() { convert(pages[:n]) }) != nil }
	good, bad := 0, len(pages)
	for bad-good > 1 {
		if middle := (good + bad) / 2; panics(middle) {
			bad = middle
		} else {
			good = middle
		}
	}
	if bad == 0 {
		return ""
	}
	return pages[bad-1].File.Path()
}
