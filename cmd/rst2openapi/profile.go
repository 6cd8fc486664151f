package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// profileFlag adds --profile to the flags of a command. The function that it gives reads the
// profile once flags are parsed.
func profileFlag(flags *flag.FlagSet) func() (*convert.Converter, error) {
	name := flags.String("profile", profile.Default, "")
	return func() (*convert.Converter, error) {
		p, _, err := readProfile(*name)
		if err != nil {
			return nil, err
		}
		return convert.New(p), nil
	}
}

// readProfile reads the profile that --profile names: one that is built in, or a file. It
// gives the profile's text too.
func readProfile(name string) (*profile.Profile, []byte, error) {
	if p, text, ok := profile.BuiltIn(name); ok {
		return p, text, nil
	}
	if err := noProfile("--profile", name); err != nil {
		return nil, nil, err
	}
	text, err := readPage(name)
	if err != nil {
		return nil, nil, err
	}
	p, err := profile.Parse(name, text)
	if err != nil {
		return nil, nil, fail(exitUsage, "%s", err)
	}
	return p, text, nil
}

// noProfile is the failure where a file that is to be a profile does not exist. key is the flag or the key of a
// configuration that names it.
func noProfile(key, file string) error {
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return fail(exitUsage, "%s takes %s, which are built in, or a file; there is no file %s", key, strings.Join(profile.Names(), " and "), terminal.Printable(file))
}
