package gogen

import (
	"errors"
	"fmt"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// maxGoFile bounds what is read of a Go file to learn its package.
const maxGoFile = 1 << 20

// otherPackage is the error for a folder that has Go files of another package than ours, or
// the client of another service: writing there would break what somebody has.
func otherPackage(dir fs.FS, name string, entries []fs.DirEntry, files map[string][]byte) error {
	client := files[ClientFile]
	if client == nil {
		return nil
	}
	pkg, service := packageOf(client), serviceOf(client)
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		text, err := head(dir, e.Name())
		if err != nil {
			return err
		}
		at := path.Join(name, e.Name())
		if other := packageOf(text); other != "" && other != pkg && other != pkg+"_test" && !ignored(string(text)) {
			return fmt.Errorf("%s is of package %s, and not of %s: choose another folder, or remove it", at, other, pkg)
		}
		if other := serviceOf(text); e.Name() == ClientFile && other != "" && service != "" && other != service {
			return fmt.Errorf("%s is the client of the service %s, and not of %s: choose another folder, or remove it", at, other, service)
		}
	}
	return nil
}

func head(dir fs.FS, name string) (text []byte, err error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, maxGoFile))
}

// packageOf is the package of a Go file, empty where it has none that can be read.
func packageOf(text []byte) string {
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.PackageClauseOnly)
	if err != nil || file.Name == nil {
		return ""
	}
	return file.Name.Name
}

// serviceOf is the service that a generated client is for, empty for other files.
func serviceOf(text []byte) string {
	_, rest, found := strings.Cut(string(text), "sdk.Service{Name: ")
	if !found {
		return ""
	}
	quoted, err := strconv.QuotedPrefix(rest)
	if err != nil {
		return ""
	}
	name, err := strconv.Unquote(quoted)
	if err != nil {
		return ""
	}
	return name
}

// ignored reports whether a file is in no package, as programs for go run are.
func ignored(text string) bool {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "package ") {
			return false
		}
		if expr, err := constraint.Parse(strings.TrimSpace(line)); err == nil && !expr.Eval(func(tag string) bool { return tag != "ignore" }) {
			return true
		}
	}
	return false
}
