// Package gomod tells how Go imports a folder.
package gomod

import (
	"path"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
)

// ImportPath is how Go imports the package in dir, or nothing: where no go.mod is above it,
// or where its folders have names that no import path has.
func ImportPath(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for root := dir; ; root = filepath.Dir(root) {
		text, err := input.ReadFile(filepath.Join(root, "go.mod"), 16<<20)
		if err == nil {
			below, err := filepath.Rel(root, dir)
			name := modfile.ModulePath(text)
			if err != nil || name == "" {
				return ""
			}
			name = path.Join(name, filepath.ToSlash(below))
			if module.CheckImportPath(name) != nil {
				return ""
			}
			return name
		}
		if root == filepath.Dir(root) {
			return ""
		}
	}
}
