package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// dumps are what dump prints, by its name.
var dumps = map[string]func(w *bufio.Writer, c *convert.Converter, set convert.Set) error{
	"tables": dumpTables, "doc": dumpTrees, "contents": dumpContents, "api": dumpModel, "pages": dumpPages, "unread": dumpUnread,
}

const dumpNames = "tables, doc, contents, api, pages, unread or profile"

func dumpCommand(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("dump", flag.ContinueOnError)
	name := flags.String("profile", profile.Default, "")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	p, text, err := readProfile(*name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(stdout)
	switch {
	case len(rest) == 1 && rest[0] == "profile":
		w.Write(text)
	case len(rest) < 2:
		return fail(exitUsage, "dump takes what to print (%s) and, but for profile, the pages", dumpNames)
	case dumps[rest[0]] == nil:
		return fail(exitUsage, "dump prints %s, not %q", dumpNames, rest[0])
	default:
		c := convert.New(p)
		set, err := readSet(c, rest[1:])
		if err != nil {
			return err
		}
		if err := dumps[rest[0]](w, c, set); err != nil {
			return fail(exitInput, "%s: %s", rest[1], err)
		}
	}
	if err := w.Flush(); err != nil {
		return fail(exitOutput, "the dump cannot be written: %s", err)
	}
	return nil
}

func dumpModel(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	res, err := c.Convert(set)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(api.View(res.Service))
}

func dumpPages(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	res, _ := c.Convert(set) // a set without an operation has pages too
	w.WriteString("page\tkind\toperations\ttitle\n")
	for _, p := range res.Service.Pages {
		w.WriteString(strings.Join([]string{terminal.Printable(p.Path), string(p.Kind), strings.Join(p.Operations, " "), terminal.Printable(p.Title)}, "\t") + "\n")
	}
	return nil
}

func dumpUnread(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	res, _ := c.Convert(set)
	w.WriteString("place\tform\tfield\ttext\n")
	for _, u := range res.Service.Unread {
		w.WriteString(terminal.Printable(u.Page) + ":" + u.Pos.String() + "\t" + u.Form + "\t" + terminal.Printable(u.Field) + "\t" + strconv.QuoteToGraphic(u.Text) + "\n")
	}
	return nil
}

func dumpContents(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	_, contents, err := c.Pages(set, new(diag.List))
	if err != nil {
		return err
	}
	w.WriteString(contents.Dump())
	return nil
}

func dumpTrees(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	pages, _, err := c.Pages(set, new(diag.List))
	if err != nil {
		return err
	}
	for _, p := range pages {
		w.WriteString(doc.Dump(p))
	}
	return nil
}

func dumpTables(w *bufio.Writer, c *convert.Converter, set convert.Set) error {
	pages, _, err := c.Pages(set, new(diag.List))
	if err != nil {
		return err
	}
	w.WriteString(doc.TableHeader + "\n")
	for _, p := range pages {
		for _, line := range doc.TableLines(p, terminal.Printable(p.File.Path())) {
			w.WriteString(line + "\n")
		}
	}
	return nil
}
