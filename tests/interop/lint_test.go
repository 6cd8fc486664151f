//go:build interop

package interop

import (
	"encoding/json"
	"os"
	"strings"
)

// redoclyLint holds a document to the rules that Redocly recommends.
func redoclyLint(j *job) {
	config := j.write("redocly.yaml", "extends: [recommended]\n")
	out, errs, _ := j.command(nil, j.npm("redocly"), "lint", "--format=json", "--max-problems=1000000", "--config", config, j.file)
	var report struct {
		Problems []struct {
			RuleID, Severity, Message string
			Location                  []struct{ Pointer string }
		}
	}
	if !j.decode(out, errs, &report) {
		return
	}
	for _, p := range report.Problems {
		where := ""
		if len(p.Location) > 0 {
			where = " at " + p.Location[0].Pointer
		}
		j.add(p.RuleID, p.Message+where, p.Severity == "error")
	}
}

// redoclyBundle writes a document again.
func redoclyBundle(j *job) {
	config := j.write("redocly.yaml", "extends: [minimal]\n")
	if j.step("bundle", j.npm("redocly"), "bundle", "--config", config, "-o", j.in("bundle.yaml"), j.file) {
		j.notEmpty("bundle.yaml")
	}
}

// spectral holds a document to the rules of its own for OpenAPI.
func spectral(j *job) {
	rules := j.write("rules.yaml", "extends: ['spectral:oas']\n")
	out, errs, _ := j.command(nil, j.npm("spectral"), "lint", "-r", rules, "-f", "json", "--quiet", j.file)
	var report []struct {
		Code, Message string
		Severity      int
		Path          []any
	}
	if !j.decode(out, errs, &report) {
		return
	}
	for _, p := range report {
		path, _ := json.Marshal(p.Path)
		if p.Severity < 2 {
			j.add(p.Code, p.Message+" at "+string(path), p.Severity == 0)
		}
	}
}

// specValidator is the validator of Python's tools.
func specValidator(j *job) {
	j.step("validate", j.python("openapi-spec-validator"), "--errors", "all", j.file)
}

// swaggerParser is the validator of Node's tools.
func swaggerParser(j *job) {
	script := j.write("validate.cjs", `
const { createRequire } = require("node:module");
const load = createRequire(process.argv[2] + "/npm/");
const parser = load("@apidevtools/swagger-parser");
(parser.validate ? parser : parser.SwaggerParser || parser.default).validate(process.argv[3]).catch((e) => { console.error(String(e.message || e)); process.exit(1); });
`)
	j.step("validate", "node", script, j.home, j.file)
}

// postman makes a collection of a document.
func postman(j *job) {
	out, errs, err := j.command(nil, j.npm("openapi2postmanv2"), "-s", j.file, "-o", j.in("collection.json"), "-p")
	if err != nil || strings.Contains(out, "Could not convert") {
		j.error("convert", lastLines(errs+out))
		return
	}
	if text, err := os.ReadFile(j.in("collection.json")); err != nil || !json.Valid(text) || !strings.Contains(string(text), `"item"`) {
		j.error("convert", "there is no collection: "+lastLines(errs+out))
	}
}

// decode reads what a tool reports as JSON, after what it may print before.
func (j *job) decode(out, errs string, into any) bool {
	i := strings.IndexAny(out, "[{")
	if i < 0 {
		j.error("report", "no report: "+lastLines(errs+out))
		return false
	}
	if err := json.NewDecoder(strings.NewReader(out[i:])).Decode(into); err != nil {
		j.error("report", err.Error()+": "+lastLines(errs+out))
		return false
	}
	return true
}

func (j *job) notEmpty(name string) {
	if info, err := os.Stat(j.in(name)); err != nil || info.Size() == 0 {
		j.error("output", "nothing was written to "+name)
	}
}
