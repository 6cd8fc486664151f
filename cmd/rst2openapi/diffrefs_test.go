package main

import (
	"os"
	"strings"
	"testing"
)

// TestDiffRefs: two states of the repository of a set are compared, by the names of its lock file and
// with its corrections, and nothing of the project is touched.
func TestDiffRefs(t *testing.T) {
	docs := newGitDocs(t)
	dir := inModule(t)
	first := docs.git("rev-parse", "HEAD")
	docs.git("tag", "v1")
	good(t, "init", docs.dir)
	good(t, "sync")
	replaceIn(t, "spec/svs.names.yaml", "FillVault", "PackVault")
	good(t, "sync")
	docs.edit("vault_apis/filling_a_vault.rst", "Filling a Vault\n===============", "Stuffing a Vault\n================")
	second := docs.edit("vault_apis/filling_a_vault.rst", "Maximum: **64**", "Maximum: **32**")
	before := state(t, dir)
	const line = "CopySpec.name: maxLength 64 → 32, for callers of PackVault"
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"the pin and the newest state", []string{"--set", "svs"}, exitInput, line},
		{"one ref", []string{"--set", "svs", "v1"}, exitInput, line},
		{"two", []string{"--set", "svs", "v1", "main"}, exitInput, line},
		{"commits", []string{"--set", "svs", first, second}, exitInput, line},
		{"the other way", []string{"--set", "svs", "main", "pin"}, exitOK, "maxLength 32 → 64"},
		{"one state twice", []string{"--set", "svs", "v1", first[:9]}, exitOK, "svs: nothing changed"},
		{"from the cache", []string{"--set", "svs", "--offline", "pin", second}, exitInput, line},
		{"a branch, offline", []string{"--set", "svs", "--offline", "main"}, exitInput, "svs: with --offline, a state is a commit with all its characters, or pin"},
		{"no such ref", []string{"--set", "svs", "v9"}, exitInput, "svs: the repository has no branch or tag v9"},
		{"a short commit", []string{"--set", "svs", "pin", second[:9]}, exitInput, "a commit is to be named with all its characters"},
		{"a strange ref", []string{"--set", "svs", "a..b"}, exitInput, "cannot be the name of a branch"},
		{"no such set", []string{"--set", "x"}, exitUsage, `has no set "x"; its sets are svs`},
		{"three", []string{"--set", "svs", "a", "b", "c"}, exitUsage, "3 are given"},
		{"with another lock file", []string{"--set", "svs", "--lock", "x"}, exitUsage, "--lock does not go with --set"},
		{"without a set", []string{"--offline", "a", "b"}, exitUsage, "--offline goes with --set NAME only"},
	} {
		code, stdout, stderr := command(append([]string{"diff"}, c.args...)...)
		if code != c.code || !strings.Contains(stdout+stderr, c.want) {
			t.Errorf("%s: exit %d, no %q in\n%s%s", c.name, code, c.want, stdout, stderr)
		}
	}
	if got := changed(before, state(t, dir)); got != nil {
		t.Errorf("changed: %q", got)
	}
	write(t, "fix.yaml", "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: $.components.schemas.CopySpec.properties.name\n    update: {maxLength: 16}\n"+
		"    x-evidence: {seen: https://example.org/1, date: 2024-05-31, docs: {page: api-ref/source/vault_apis/filling_a_vault.rst, absent: sixteen}}\n")
	replaceIn(t, "rst2openapi.yaml", "    spec:", "    overlays: [fix.yaml]\n    spec:")
	if out := good(t, "diff", "--set", "svs"); strings.Contains(out, "maxLength") {
		t.Errorf("the correction does not count:\n%s", out)
	}
	write(t, "rst2openapi.yaml", "sets: {one: {source: {folder: "+pagesOfSample()+"}, spec: one.yaml}}\n")
	if code, _, stderr := command("diff", "--set", "one"); code != exitUsage || !strings.Contains(stderr, "not read from a git repository") {
		t.Errorf("%d %s", code, stderr)
	}
	if err := os.Remove("rst2openapi.yaml"); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("diff", "--set", "one"); code != exitUsage || !strings.Contains(stderr, "there is no rst2openapi.yaml here") {
		t.Errorf("%d %s", code, stderr)
	}
}
