//go:build interop

package interop

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// target is a language of openapi-generator, and how what it writes is checked.
type target struct {
	generator, properties string
	check                 func(j *job, folder string)
}

var targets = []target{
	{"go", "packageName: made\n  withGoMod: false\n  isGoSubmodule: false", func(j *job, folder string) {
		j.inFolder(folder, func() {
			_ = os.RemoveAll(j.in("test")) // needs a library for tests
			j.write("go.mod", "module made\n\ngo 1.24\n")
			j.goBuild("-mod=mod")
		})
	}},
	{"python", "packageName: made", func(j *job, folder string) { j.importAll(folder, "made") }},
	{"typescript-fetch", "supportsES6: 'true'", func(j *job, folder string) {
		j.compile("tsc", typescriptError, j.npm("tsc"), "--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom", "--module", "esnext", "--moduleResolution", "bundler", filepath.Join(folder, "index.ts"))
	}},
	{"java", "library: native\n  hideGenerationTimestamp: 'true'\n  useJakartaEe: 'true'\n  openApiNullable: 'true'", func(j *job, folder string) {
		var files []string
		_ = filepath.WalkDir(filepath.Join(folder, "src", "main", "java"), func(path string, d os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".java") {
				files = append(files, path)
			}
			return err
		})
		slices.Sort(files)
		list := j.write("sources.txt", strings.Join(files, "\n"))
		jars := filepath.Join(j.home, "java", "jars", "*")
		j.compile("javac", javaError, "nice", "-n", "19", "javac", "-nowarn", "-proc:none", "-Xmaxerrs", "10000", "-J-Xmx1g", "-cp", jars, "-d", j.in("classes"), "@"+list)
	}},
}

// openapiGenerator makes clients in several languages, in one run of Java.
func openapiGenerator(only target) func(*job) {
	return func(j *job) {
		folder := j.in("made")
		config := j.write("config.yaml", fmt.Sprintf("generatorName: %s\ninputSpec: %q\noutputDir: %q\nadditionalProperties:\n  %s\n", only.generator, j.file, folder, only.properties))
		jar := filepath.Join(j.home, "java", "openapi-generator-cli.jar")
		out, errs, err := j.command(nil, "nice", "-n", "19", "java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "generate", "-c", config,
			"--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
		if err != nil {
			j.error("generate", err.Error()+": "+lastLines(errs+out))
			return
		}
		for line := range strings.Lines(errs + out) {
			if strings.Contains(line, " WARN ") {
				j.warn("warning", line)
			}
		}
		only.check(j, folder)
	}
}

// inFolder runs f with another folder of the job.
func (j *job) inFolder(folder string, f func()) {
	own := j.dir
	j.dir = folder
	f()
	j.dir = own
}
