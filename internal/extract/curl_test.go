package extract

import (
	"strings"
	"testing"
)

// TestBrokenCommands: what looks like a command and is none bounds how many more of a block are read.
func TestBrokenCommands(t *testing.T) {
	const good = "curl -X PUT https://{endpoint}/v1/jars/7 -d '{\"lid\": \"oak\"}'"
	for n, want := range map[int]bool{0: true, maxBroken - 1: true, maxBroken: false} {
		for _, broken := range []string{"curl -X LID https://{endpoint}/v1/jars\n", "curl -X PUT jars\n"} {
			op := extractPage(title("Filling a Jar") + section("URI", "PUT /v1/jars/{jar_id}") +
				section("Example Request", codeText(strings.Repeat(broken, n)+good))).op(t)
			if got := len(op.Examples) == 1 && op.Examples[0].Method == "PUT"; got != want {
				t.Errorf("below %d of %q: %v", n, broken, op.Examples)
			}
		}
	}
}

// TestBrokenUploads: the same holds for the command that sends a file.
func TestBrokenUploads(t *testing.T) {
	const good = "curl -X PUT https://{endpoint}/v1/jars/7 --data-binary @jar.png"
	for n, want := range map[int]bool{0: true, maxBroken - 1: true, maxBroken: false} {
		op := extractPage(title("Filling a Jar") + section("URI", "PUT /v1/jars/{jar_id}") +
			section("Example Request", codeText(strings.Repeat("see curl here\n", n)+good))).op(t)
		if got := op.Body != nil; got != want {
			t.Errorf("below %d: %v", n, got)
		}
	}
}
