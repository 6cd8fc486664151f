package dialect

import "strings"

// wordEnd gives the end of the word at i: letters, digits and what joins them.
func wordEnd(line string, i int) int {
	j := i
	for j < len(line) {
		c := line[j]
		if isWordByte(c) && dashLen(line[j:]) == 0 {
			j++
			continue
		}
		if strings.IndexByte("-./:@$%&=+", c) >= 0 && j+1 < len(line) && (isWordByte(line[j+1]) || c == ':' && line[j+1] == ':' || c == '/' && line[j+1] == '/' || c == '/' && j > 0 && line[j-1] == '/') {
			j++
			continue
		}
		break
	}
	return j
}

// rangeAt reports whether "-100" as the second half of "1-100" stands at i, with no
// third part as in a date.
func rangeAt(line string, i int) bool {
	d := dashLen(line[i:])
	if strings.HasPrefix(line[i:], "..") {
		d = 2
	}
	if d == 0 {
		return false
	}
	n := numberLen(line[i+d:])
	if n == 0 {
		return false
	}
	j := i + d + n
	return j >= len(line) || !isWordByte(line[j]) && dashLen(line[j:]) == 0 && line[j] != ':' && line[j] != '/'
}

// dashLen gives the length of the dash at the start of s.
func dashLen(s string) int {
	switch {
	case strings.HasPrefix(s, "-"):
		return 1
	case strings.HasPrefix(s, "–"), strings.HasPrefix(s, "—"), strings.HasPrefix(s, "−"), strings.HasPrefix(s, "～"):
		return 3
	}
	return 0
}

// numberLen gives the length of the number at the start of s: "-1", "0.5", "10,240".
func numberLen(s string) int {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	start := i
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i == start {
		return 0
	}
	if i-start <= 3 && s[start] != '0' {
		for i+3 < len(s) && s[i] == ',' && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && (i+4 == len(s) || !isDigit(s[i+4])) {
			i += 4
		}
	}
	if i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
		j := i + 1
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j == len(s) || s[j] != '.' || j+1 == len(s) || !isDigit(s[j+1]) {
			i = j
		}
	}
	return i
}

// numberWithUnit gives the number of "10,240", "5s" or "40 GB".
func numberWithUnit(text string) (string, bool) {
	text = strings.TrimSpace(text)
	n := numberLen(text)
	unit := strings.TrimSpace(text[n:])
	if unit != "" && !units[strings.ToLower(unit)] {
		return "", false
	}
	number := jsonNumber(text[:n])
	return number, number != ""
}

// jsonNumber gives the number as JSON writes it, or "": "0644" and "1.50.2" are none.
func jsonNumber(s string) string {
	if s == "" || numberLen(s) != len(s) {
		return ""
	}
	s = strings.ReplaceAll(s, ",", "")
	digits := strings.TrimPrefix(s, "-")
	if len(digits) > 1 && digits[0] == '0' && digits[1] != '.' || len(s) > 30 {
		return ""
	}
	return s
}
