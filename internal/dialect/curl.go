package dialect

import (
	"cmp"
	"strings"
)

// Curl is a call that a command line of curl makes.
type Curl struct {
	Method, URL string
	Headers     [][2]string
	// Data and DataEnd are the byte offsets of the body in the command, equal where it has none.
	Data, DataEnd int
	// File tells that the body is the content of a file, which is not printed.
	File bool
	// Several tells that the body is put together of several options, of which Data is the last.
	Several bool
	// Escaped tells that the shell changes the body: what is printed is not what is sent.
	Escaped bool
}

// ParseCurl reads the command at the start of a text and gives the number of its bytes: to the end of the line,
// or of the last line where a backslash or a quote goes on.
//
//	curl -X POST https://{endpoint}/v1/jars -H 'Content-Type: application/json' -d '{"lid": "oak"}'
//
// It does not apply to a body in a file.
func ParseCurl(text string) (c Curl, end int, ok bool) {
	const name = "curl"
	start := len(text) - len(cutPrompt(text))
	if !strings.HasPrefix(text[start:], name+" ") {
		return c, 0, false
	}
	s := shellWords{text: text, at: start + len(name)}
	option := ""
	for s.next() {
		word := s.word
		if flags, ok := strings.CutPrefix(word, "-"); ok && option == "" {
			word = "-" + strings.TrimLeft(flags, curlFlags) // "-siX" is -s -i -X
		}
		switch option {
		case "-X", "--request":
			c.Method = strings.ToUpper(word)
		case "-H", "--header":
			if name, value, found := strings.Cut(word, ":"); found {
				c.Headers = append(c.Headers, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json":
			c.Method = cmp.Or(c.Method, "POST")
			if option == "--data-binary" && strings.HasPrefix(word, "@") && !strings.HasSuffix(word, ".json") {
				c.File = true
			}
			if !strings.HasPrefix(word, "@") {
				c.Several = c.DataEnd != 0
				c.Data, c.DataEnd, c.Escaped = s.from, s.to, s.changed
			}
		case "-F", "--form":
			c.Method = cmp.Or(c.Method, "POST")
		case "-T", "--upload-file":
			c.Method = cmp.Or(c.Method, "PUT")
			c.File = !strings.HasSuffix(word, ".json")
		case "":
			switch {
			case strings.HasPrefix(word, "-X") && len(word) > 2:
				c.Method = strings.ToUpper(word[2:])
			case curlOptions[word]:
				option = word
				continue
			case c.URL == "" && (strings.Contains(word, "://") || strings.HasPrefix(word, "{")):
				c.URL = word
			}
		}
		option = ""
	}
	if c.Method == "" {
		c.Method = "GET"
	}
	return c, s.at, c.URL != "" && !s.open
}

// curlFlags are the options of one letter without a value, which may stand before another one in a word.
const curlFlags = "sSikvLfgnN"

// curlOptions are the options of curl with a value after them.
var curlOptions = words("-X", "--request", "-H", "--header", "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json",
	"-A", "--user-agent", "-e", "--referer", "-x", "--proxy", "-w", "--write-out", "-o", "--output", "-u", "--user", "-F", "--form", "-T", "--upload-file", "-b", "--cookie", "-m", "--max-time", "--cacert", "--cert", "--key")

// shellWords cuts a command line into words.
type shellWords struct {
	text     string
	at       int
	word     string
	from, to int  // the bytes of the word without its quotes
	changed  bool // the word is not a piece of the text
	open     bool // a quote is not closed
}

// next reads a word, and is false at the end of the command. A quote that nothing closes ends it.
func (s *shellWords) next() bool {
	for s.at < len(s.text) {
		switch {
		case s.text[s.at] == ' ' || s.text[s.at] == '\t':
			s.at++
		case strings.HasPrefix(s.text[s.at:], "\\\n"):
			s.at += 2
		case s.text[s.at] == '\n' || s.text[s.at] == '|':
			return false
		default:
			return s.read()
		}
	}
	return false
}

func (s *shellWords) read() bool {
	s.changed = false
	if q := s.text[s.at]; q == '\'' || q == '"' {
		n := closingQuote(s.text[s.at+1:], q)
		if n < 0 {
			s.at, s.open = len(s.text), true
			return false
		}
		s.from, s.to = s.at+1, s.at+1+n
		s.word, s.at = s.text[s.from:s.to], s.to+1
		if q == '"' {
			s.changed = strings.Contains(s.word, `\`)
		}
		return true
	}
	s.from = s.at
	for s.at < len(s.text) && !strings.ContainsRune(" \t\n'\"", rune(s.text[s.at])) {
		s.at++
	}
	s.to = s.at
	s.word = s.text[s.from:s.to]
	return true
}

// closingQuote gives the offset of the quote that ends a text in quotes, -1 where nothing does.
func closingQuote(s string, q byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && q == '"':
			i++
		case s[i] == q:
			return i
		}
	}
	return -1
}
