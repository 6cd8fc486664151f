//go:build linux

package stack

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var identifier = regexp.MustCompile(`^([0-9]+|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)

// general is a pointer without what differs from run to run.
func general(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i, step := range steps {
		if identifier.MatchString(step) {
			steps[i] = "*"
		}
	}
	return strings.Join(steps, "/")
}

// kind is the type of a value in a response. It is looked up there, because a violation does
// not have the values of what sounds like a secret, such as password_expires_at.
func kind(text []byte, pointer string) string {
	var at any
	if json.Unmarshal(text, &at) != nil {
		return "not JSON"
	}
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch inner := at.(type) {
		case map[string]any:
			at = inner[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(inner) {
				return "not there"
			}
			at = inner[i]
		}
	}
	if at == nil {
		return "null"
	}
	return fmt.Sprintf("a %T", at)
}
