//go:build interop

package interop

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// typescript makes types of a document, which the compiler takes in its strict mode.
func typescript(j *job) {
	if j.step("generate", j.npm("openapi-typescript"), j.file, "-o", j.in("types.ts")) {
		j.compile("tsc", typescriptError, j.npm("tsc"), "--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", j.in("types.ts"))
	}
}

// datamodel makes classes of pydantic of a document, which Python imports.
func datamodel(j *job) {
	if j.step("generate", j.python("datamodel-codegen"), "--input", j.file, "--input-file-type", "openapi", "--output", j.in("models.py"),
		"--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11", "--formatters", "builtin") {
		j.step("import", j.python("python"), "-W", "ignore", "-c", "import models")
	}
}

// pythonClient makes a client in Python, all modules of which are imported. What it leaves out
// is an error: a user has no method for it.
func pythonClient(j *job) {
	config := j.write("config.yaml", "project_name_override: made\npackage_name_override: made\npost_hooks: []\n")
	out, errs, err := j.command(nil, j.python("openapi-python-client"), "generate", "--path", j.file, "--config", config, "--output-path", j.in("made"))
	text := control.ReplaceAllString(out+"\n"+errs, "")
	for _, part := range regexp.MustCompile(`(?m)^(WARNING|ERROR) `).Split(text, -1)[1:] {
		j.add(problemOf(part), part, true)
	}
	if err != nil {
		j.error("generate", err.Error()+": "+lastLines(text))
		return
	}
	j.importAll(filepath.Join(j.dir, "made"), "made")
}

// problemOf is the kind of a problem that openapi-python-client tells, without names.
func problemOf(text string) string {
	switch {
	case strings.Contains(text, "Skipping"):
		return "skipped"
	case strings.Contains(text, "Unable to parse"), strings.Contains(text, "unable to parse"):
		return "unparsed"
	}
	return "problem"
}

// importAll imports all modules of a package in Python.
func (j *job) importAll(folder, name string) {
	script := j.write("import_all.py", `
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
`)
	j.step("import", j.python("python"), "-W", "ignore", script, folder, name)
}

// oapiCodegen makes a client with the stock templates of oapi-codegen, which Go compiles.
func oapiCodegen(j *job) {
	config := j.write("config.yaml", "package: made\noutput: made.go\ngenerate: {models: true, client: true}\noutput-options: {skip-prune: true}\n")
	if !j.step("generate", filepath.Join(j.home, "go", "oapi-codegen"), "-config", config, j.file) {
		return
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(j.root, name))
		if err != nil {
			j.t.Fatal(err)
		}
		j.write(name, regexp.MustCompile(`(?m)^module .*$`).ReplaceAllString(string(text), "module made"))
	}
	j.goBuild("-mod=mod")
}

func (j *job) goBuild(flags string) {
	out, errs, err := j.command([]string{"GOFLAGS=" + flags, "GOWORK=off"}, "go", "build", "./...")
	if err != nil {
		j.error("compile", lastLines(errs+out))
	}
}
