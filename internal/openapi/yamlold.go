package openapi

import "strings"

// isOldWord reports whether readers of YAML 1.1, such as PyYAML, take a bare text for a
// boolean, the default value of a mapping or a merge key, which it is not in 1.2.
func isOldWord(s string) bool {
	switch len(s) {
	case 1, 2, 3:
		switch strings.ToLower(s) {
		case "y", "n", "yes", "no", "on", "off", "=", "<<":
			return true
		}
	}
	return false
}

// isOldNumber reports whether some readers take a bare text for a number, which it is not in
// 1.2: in base 60, such as 16:00 and 0000:02:01.0, with underscores, in base 2, 8 or 16, or too
// large. More texts than those of the type repository count, so that 08:00 and 16:00 look alike.
func isOldNumber(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	if s == "" || s[0] > '9' {
		return false
	}
	if len(s) > 2 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return strings.Trim(s[2:], "0123456789abcdefABCDEF_") == ""
		case 'o', 'O':
			return strings.Trim(s[2:], "01234567_") == ""
		case 'b', 'B':
			return strings.Trim(s[2:], "01_") == ""
		}
	}
	s = strings.TrimLeft(s, "0123456789_")
	for len(s) > 1 && s[0] == ':' && isDigit(s[1]) {
		s = s[2:]
		if s != "" && isDigit(s[0]) {
			s = s[1:]
		}
	}
	if s != "" && s[0] == '.' {
		s = strings.TrimLeft(s[1:], "0123456789_")
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		return s != "" && strings.Trim(s, "0123456789") == ""
	}
	return s == ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isDate reports whether some readers take a bare text for a date, with or without a time and
// a zone: package yaml knows a few of its forms only.
func isDate(s string) bool {
	digits := func(least, most int) bool {
		n := 0
		for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		s = s[n:]
		return n >= least
	}
	dash := func() bool {
		is := strings.HasPrefix(s, "-")
		s = strings.TrimPrefix(s, "-")
		return is
	}
	if !digits(4, 4) || !dash() || !digits(1, 2) || !dash() || !digits(1, 2) {
		return false
	}
	return s == "" || strings.IndexByte("Tt \t", s[0]) >= 0 && strings.Trim(s[1:], "0123456789:.+-TtZz \t") == ""
}
