// Package workflows runs the shell steps of the workflows of this repository as a runner of GitHub
// does, against repositories on this disk. Steps that use an action are not run: the test does what they
// would do.
package workflows

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// workflow is what of a workflow's file matters to its shell steps.
type workflow struct {
	On struct {
		Call struct {
			Inputs map[string]struct{ Default string }
		} `yaml:"workflow_call"`
	}
	Jobs map[string]struct {
		Env   map[string]string
		Steps []step
	}
}

type step struct {
	Name, ID, Uses, Run string
	Env                 map[string]string
}

// job runs the steps of the only job of a workflow.
type job struct {
	workflow
	dir     string            // the checkout
	values  map[string]string // of expressions, by their text: "inputs.path"
	env     []string          // further variables
	skipped []string          // names of shell steps that are left out
	log     bytes.Buffer
}

// newJob reads a workflow and sets its inputs.
func newJob(file, dir string, inputs map[string]string) (*job, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	j := &job{dir: dir, values: map[string]string{}}
	if err := yaml.Unmarshal(text, &j.workflow); err != nil {
		return nil, err
	}
	if len(j.Jobs) != 1 {
		return nil, fmt.Errorf("%s has %d jobs", file, len(j.Jobs))
	}
	for name, input := range j.On.Call.Inputs {
		j.values["inputs."+name] = input.Default
	}
	for name, value := range inputs {
		if _, ok := j.values["inputs."+name]; !ok {
			return nil, fmt.Errorf("%s has no input %s", file, name)
		}
		j.values["inputs."+name] = value
	}
	return j, nil
}

// run runs the shell steps until one fails, as a job does, and gives the name of that step.
func (j *job) run() (failed string, err error) {
	for _, one := range j.Jobs {
		for _, s := range one.Steps {
			if s.Run == "" || s.Name != "" && j.skips(s.Name) {
				continue
			}
			ok, err := j.step(s, one.Env)
			if err != nil {
				return "", fmt.Errorf("%s: %w", s.Name, err)
			}
			if !ok {
				return s.Name, nil
			}
		}
	}
	return "", nil
}

func (j *job) skips(name string) bool {
	for _, other := range j.skipped {
		if name == other {
			return true
		}
	}
	return false
}

// step runs one step and keeps its outputs.
func (j *job) step(s step, env map[string]string) (ok bool, err error) {
	if strings.Contains(s.Run, "${{") {
		return false, fmt.Errorf("an expression inside of a script: whoever sets it writes the script")
	}
	outputs, err := os.CreateTemp("", "outputs-*")
	if err != nil {
		return false, err
	}
	defer os.Remove(outputs.Name())
	if err := outputs.Close(); err != nil {
		return false, err
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
	cmd.Dir = j.dir
	cmd.Env = append(os.Environ(), "GITHUB_OUTPUT="+outputs.Name())
	for _, variables := range []map[string]string{env, s.Env} {
		for name, value := range variables {
			expanded, err := j.expand(value)
			if err != nil {
				return false, err
			}
			cmd.Env = append(cmd.Env, name+"="+expanded)
		}
	}
	cmd.Env = append(cmd.Env, j.env...)
	cmd.Stdout, cmd.Stderr = &j.log, &j.log
	fmt.Fprintf(&j.log, "== %s\n", s.Name)
	ok = cmd.Run() == nil
	text, err := os.ReadFile(outputs.Name())
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "="); ok && s.ID != "" {
			j.values["steps."+s.ID+".outputs."+name] = value
		}
	}
	return ok, err
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// expand puts values in the place of expressions.
func (j *job) expand(text string) (string, error) {
	var missing error
	out := expression.ReplaceAllStringFunc(text, func(e string) string {
		name := expression.FindStringSubmatch(e)[1]
		value, ok := j.values[name]
		if !ok {
			missing = fmt.Errorf("the test has no value for %s", e)
		}
		return value
	})
	return out, missing
}

// fakeGH writes a gh that keeps its arguments, one call a line, and the text of a pull request. It says
// that there is an open one once one was made.
func fakeGH(bin, calls string) error {
	script := `#!/bin/bash
echo "$*" >> "` + calls + `"
case "$2" in
view) test -e "` + calls + `.open" && echo OPEN ;;
create) touch "` + calls + `.open" ;;
esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cp "$2" "` + calls + `.body"; fi
  shift
done
exit 0
`
	return os.WriteFile(filepath.Join(bin, "gh"), []byte(script), 0o755)
}
