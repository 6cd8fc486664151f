// Package yaml11 says where a reader of YAML 1.1, such as PyYAML or SnakeYAML, takes a document
// for another than a reader of YAML 1.2 does. The two differ only in what a plain scalar is.
package yaml11

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// resolvers are the implicit resolvers of the type repository, https://yaml.org/type/. Its
// float allows several points, which no value has: readers allow one.
var resolvers = []struct {
	tag   string
	plain *regexp.Regexp
}{
	{"!!null", regexp.MustCompile(`^(~|null|Null|NULL|)$`)},
	{"!!bool", regexp.MustCompile(`^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$`)},
	{"!!int", regexp.MustCompile(`^([-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+)$`)},
	{"!!float", regexp.MustCompile(`^([-+]?([0-9][0-9_]*)?\.[0-9_]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)},
	{"!!timestamp", regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*Z|[ \t]*[-+][0-9]{1,2}(:[0-9]{2})?)?)$`)},
	{"!!merge", regexp.MustCompile(`^<<$`)},
	{"!!value", regexp.MustCompile(`^=$`)},
}

// Tag is what YAML 1.1 takes a plain scalar for.
func Tag(plain string) string {
	for _, r := range resolvers {
		if r.plain.MatchString(plain) {
			return r.tag
		}
	}
	return "!!str"
}

// Differences lists the plain scalars of a document that YAML 1.1 and 1.2 take for different
// things, each with its line. The error says that the text is not YAML.
func Differences(text []byte) ([]string, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	return differences(&doc, nil), nil
}

func differences(n *yaml.Node, found []string) []string {
	if n.Kind == yaml.ScalarNode && n.Style == 0 {
		if old, now := Tag(n.Value), n.ShortTag(); old != now && (now != "!!float" || !isWhole(n.Value)) {
			found = append(found, fmt.Sprintf("line %d: %s is %s in YAML 1.1, else %s", n.Line, n.Value, old, now))
		}
	}
	for _, m := range n.Content {
		found = differences(m, found)
	}
	return found
}

// isWhole reports whether a number has digits only. Package yaml takes one of more than 64 bits
// for a float, which is the same number.
func isWhole(plain string) bool {
	return strings.TrimLeft(strings.TrimPrefix(plain, "-"), "123456789") != plain && strings.Trim(plain, "-0123456789") == ""
}
