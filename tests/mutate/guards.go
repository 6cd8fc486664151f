package main

import (
	"fmt"
	"strings"
)

// guards reads the list of mutants that no test can tell from the source, with the reason
// of each: a line with the mutant's key, and indented lines with the reason.
func guards(text string) (map[string]string, error) {
	out := map[string]string{}
	key := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n")
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case line[0] != ' ' && line[0] != '\t':
			if err := reasoned(out, key); err != nil {
				return nil, err
			}
			key = line
			if _, twice := out[key]; twice {
				return nil, fmt.Errorf("%s is listed twice", key)
			}
			out[key] = ""
		case key == "":
			return nil, fmt.Errorf("a reason without a mutant: %s", line)
		default:
			out[key] = strings.TrimSpace(out[key] + " " + strings.TrimSpace(line))
		}
	}
	return out, reasoned(out, key)
}

func reasoned(list map[string]string, key string) error {
	if key != "" && list[key] == "" {
		return fmt.Errorf("%s is listed without a reason", key)
	}
	return nil
}
