package main

import (
	"flag"
	"io"

	"github.com/rst2openapi/rst2openapi/internal/explain"
)

// explainCommand prints why a field is what it is.
func explainCommand(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	converter := profileFlag(flags)
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) < 2 {
		return fail(exitUsage, "explain takes the pages and what to explain: an operation, a dot and the names of its fields, as in CreateVault.vault.name")
	}
	pages, path := rest[:len(rest)-1], rest[len(rest)-1]
	c, err := converter()
	if err != nil {
		return err
	}
	set, err := readSet(c, pages)
	if err != nil {
		return err
	}
	res, err := c.Convert(set)
	if err != nil {
		return fail(exitInput, "%s: %s", pages[0], err)
	}
	text, err := explain.Field(res.Service, res.Findings, path)
	if err != nil {
		return fail(exitInput, "%s", err)
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		return fail(exitOutput, "the explanation cannot be written: %s", err)
	}
	return nil
}
