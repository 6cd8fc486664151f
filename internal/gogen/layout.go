package gogen

import (
	"bytes"
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

// clientFiles prints the client: in one file, or its methods in a file for each tag.
func clientFiles(v *view, layout string) (map[string][]byte, error) {
	groups := map[string][]*operation{ClientFile: nil}
	for _, op := range v.ops {
		file := ClientFile
		if layout == layoutTags && op.tag != "" {
			file = tagFile(op.tag)
		}
		groups[file] = append(groups[file], op)
	}
	files := map[string][]byte{}
	for file, ops := range groups {
		text, err := methods(v, ops, file == ClientFile)
		if err != nil {
			return nil, err
		}
		files[file] = text
	}
	return files, nil
}

// tagOf is a tag as a part of a file's name: "Vault Tags" is vault_tags.
func tagOf(n *namer, tag string) string {
	return strings.ToLower(strings.Join(n.words(tag), "_"))
}

// tagFile is the name of the file for the methods of a tag. The tag comes first: a name
// that ends in _linux or _test would be left out of the package.
func tagFile(tag string) string {
	const longest = 100 // as a part of a file's name, with space for the rest
	tag = strings.Map(func(r rune) rune {
		if r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1 // no file system minds the rest
	}, tag)
	if tag = strings.Trim(tag[:min(len(tag), longest)], "_"); tag == "" {
		return ClientFile
	}
	return tag + "_" + ClientFile
}

// joined makes one file of several. The first one has the package comment.
func joined(v *view, files ...[]byte) ([]byte, error) {
	var about string
	var bodies []string
	imports := map[string]bool{}
	for i, text := range files {
		if text == nil {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, "", text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return nil, fmt.Errorf("generated text does not parse: %s", oneLine(err))
		}
		if i == 0 && file.Doc != nil {
			about = string(text[set.Position(file.Doc.Pos()).Offset:set.Position(file.Doc.End()).Offset]) + "\n"
		}
		end := file.Name.End()
		for _, d := range file.Decls {
			end = d.End()
		}
		for _, spec := range file.Imports {
			line := spec.Path.Value
			if spec.Name != nil {
				if p, err := strconv.Unquote(line); err == nil && path.Base(p) != spec.Name.Name {
					line = spec.Name.Name + " " + line
				}
			}
			imports[line] = true
		}
		bodies = append(bodies, string(text[set.Position(end).Offset:]))
	}
	var std, other []string
	for _, line := range sorted(imports) {
		if strings.Contains(line, ".") {
			other = append(other, line)
		} else {
			std = append(std, line)
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\n%spackage %s\n\n", v.header(), about, v.pkg)
	if len(imports) > 0 {
		fmt.Fprintf(&b, "import (\n%s\n)\n", strings.Join(slices.Concat(std, []string{""}, other), "\n"))
	}
	b.WriteString(strings.Join(bodies, "\n"))
	return formatted(b.Bytes())
}
