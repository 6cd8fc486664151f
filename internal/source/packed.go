package source

import (
	"encoding/binary"
	"strings"
)

// packed are lines in little memory: those of tables are mostly blanks and borders. It is made
// once, when a page has been read.
type packed struct {
	text string // the lines, one after the other, with long runs of a byte as their length
	at   []span // of each line; equal lines that follow each other closely share one
}

// span is a range of bytes.
type span struct{ from, to uint32 }

const (
	runMark  = 0xff // begins a run: it is in no text in UTF-8
	shortest = 8    // runs that are packed have as many bytes
)

// Packed is the file in less memory: whoever has read a page needs few of its lines again, and
// each is unpacked when it is asked for. It is f itself where that is packed already.
func (f *File) Packed() *File {
	if f.packed != nil {
		return f
	}
	p := &packed{at: make([]span, len(f.lines))}
	size := 0
	for _, line := range f.lines {
		size += len(line)
	}
	out := make([]byte, 0, size/4)
	border := -1 // the last line that was a border
	for i, line := range f.lines {
		if border >= 0 && line == f.lines[border] {
			p.at[i] = p.at[border]
			continue
		}
		from := len(out)
		out = appendPacked(out, line)
		p.at[i] = span{uint32(from), uint32(len(out))}
		if s := strings.TrimLeft(line, " "); s != "" && s[0] == '+' {
			border = i
		}
	}
	p.text = string(out)
	return &File{path: f.path, packed: p, clean: f.clean, tabs: f.tabs}
}

// appendPacked adds a line to out.
func appendPacked(out []byte, line string) []byte {
	from := 0 // what is before it is in out
	for i := 0; i+shortest <= len(line); {
		last := i + shortest - 1
		c := line[last] // a run that begins in the bytes from i up to here goes on to it
		if c != ' ' && c != '-' && c != '=' {
			i = last + 1
			continue
		}
		start := last
		for start > i && line[start-1] == c {
			start--
		}
		end := runEnd(line, last)
		if end-start >= shortest {
			out = append(append(out, line[from:start]...), runMark, c)
			out = binary.AppendUvarint(out, uint64(end-start))
			from = end
		}
		i = end
	}
	return append(out, line[from:]...)
}

// runEnd is the end of the run of one byte that starts at i.
func runEnd(line string, i int) int {
	c := line[i]
	switch c { // by eight bytes
	case ' ':
		for i+8 <= len(line) && line[i:i+8] == "        " {
			i += 8
		}
	case '-':
		for i+8 <= len(line) && line[i:i+8] == "--------" {
			i += 8
		}
	}
	for i < len(line) && line[i] == c {
		i++
	}
	return i
}

// line unpacks line i, counted from 0.
func (p *packed) line(i int) string {
	rest := p.text[p.at[i].from:p.at[i].to]
	at := strings.IndexByte(rest, runMark)
	if at < 0 {
		return rest
	}
	var b strings.Builder
	for ; at >= 0; at = strings.IndexByte(rest, runMark) {
		b.WriteString(rest[:at])
		n, size := binary.Uvarint([]byte(rest[at+2 : min(len(rest), at+2+binary.MaxVarintLen64)]))
		b.WriteString(strings.Repeat(rest[at+1:at+2], int(n)))
		rest = rest[at+2+size:]
	}
	b.WriteString(rest)
	return b.String()
}
