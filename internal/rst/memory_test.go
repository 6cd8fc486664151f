package rst_test

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// A tree holds on to the words of its page, not to the blanks and borders that tables are made
// of: no string in it is a piece of the page's own text.
func TestTreeIsSmall(t *testing.T) {
	const rows, width = 400, 4000
	border := "   +-" + strings.Repeat("-", width) + "-+\n"
	var b bytes.Buffer
	b.WriteString(".. _jars:\n\nJars\n====\n\nA jar, see `the shelf`__ and |lid|.\n\n.. table:: Jars\n\n" + border)
	for range rows {
		b.WriteString("   | " + "**lid** of *a* jar, see :ref:`Jars <jars>`" + strings.Repeat(" ", width-43) + "  |\n" + border)
	}
	b.WriteString("\n__ https://example.com/shelf\n\n.. |lid| image:: lid.png\n")
	size := b.Len()
	used := func() int {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	least := size
	for range 3 {
		before := used()
		page := rst.Parse(source.New("jars.rst", b.Bytes()), new(diag.List))
		least = min(least, used()-before)
		if n := len(page.Tables()[0].Body); n != rows {
			t.Fatalf("%d rows, want %d", n, rows)
		}
	}
	if least > size/8 {
		t.Errorf("the tree of a page of %d bytes takes %d", size, least)
	}
}
