package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

func dumpCommand(args []string, stdout io.Writer) error {
	rest, err := parse(flag.NewFlagSet("dump", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(rest) < 2 {
		return fail(exitUsage, "dump takes what to print (tables, doc, api, pages or unread) and the pages")
	}
	what := rest[0]
	if !slices.Contains([]string{"tables", "doc", "api", "pages", "unread"}, what) {
		return fail(exitUsage, "dump prints tables, doc, api, pages or unread, not %q", what)
	}
	set, err := readSet(rest[1:])
	if err != nil {
		return err
	}
	w := bufio.NewWriter(stdout)
	switch what {
	case "api":
		res, err := convert.Convert(set)
		if err != nil {
			return fail(exitInput, "%s: %s", rest[1], err)
		}
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(api.View(res.Service)); err != nil {
			return err
		}
	case "pages":
		res, _ := convert.Convert(set) // a set without an operation has pages too
		io.WriteString(w, "page\tkind\toperations\ttitle\n")
		for _, p := range res.Service.Pages {
			io.WriteString(w, strings.Join([]string{p.Path, string(p.Kind), strings.Join(p.Operations, " "), p.Title}, "\t")+"\n")
		}
	case "unread":
		res, _ := convert.Convert(set)
		io.WriteString(w, "place\tform\tfield\ttext\n")
		for _, u := range res.Service.Unread {
			io.WriteString(w, u.Page+":"+u.Pos.String()+"\t"+u.Form+"\t"+u.Field+"\t"+strconv.QuoteToGraphic(u.Text)+"\n")
		}
	default:
		var found diag.List
		if what == "tables" {
			io.WriteString(w, doc.TableHeader+"\n")
		}
		for _, p := range convert.Pages(set, &found) {
			if what == "doc" {
				io.WriteString(w, doc.Dump(p))
				continue
			}
			for _, line := range doc.TableLines(p, p.File.Path()) {
				io.WriteString(w, line+"\n")
			}
		}
	}
	if err := w.Flush(); err != nil {
		return fail(exitOutput, "the dump cannot be written: %s", err)
	}
	return nil
}
