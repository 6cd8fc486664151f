// Package completion makes what shells need to complete the command lines of a program. It reads
// the program's own help, so that it cannot say anything else.
package completion

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Shells are the shells that there are scripts for.
var Shells = []string{"bash", "zsh", "fish"}

// Words are the words of a program: its commands, "" for a program without, with the flags of each.
type Words map[string][]string

// FromHelp reads the words of program out of its help. A line "  program command …" is a command;
// below a line "flags of command, …:" stand its flags, one at the beginning of a line with two
// spaces; several stand between commas. Flags below "flag of all commands but …:" are those of all.
func FromHelp(program, help string) Words {
	words := Words{}
	var of []string // the commands whose flags the lines are
	for line := range strings.Lines(help) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "  "+program+" "):
			command, _, _ := strings.Cut(strings.TrimPrefix(line, "  "+program+" "), " ")
			words[command] = append(words[command], []string{}...)
		case strings.HasPrefix(line, "flags of "):
			name := strings.FieldsFunc(strings.TrimPrefix(line, "flags of "), func(r rune) bool { return r == ' ' || r == ',' || r == ':' })
			of = name[:1]
		case strings.HasPrefix(line, "flag of all commands"):
			_, but, _ := strings.Cut(strings.TrimSuffix(line, ":"), " but ")
			except := strings.Split(strings.ReplaceAll(but, " and ", ", "), ", ")
			of = nil
			for command := range words {
				if !slices.Contains(except, command) {
					of = append(of, command)
				}
			}
		case strings.HasPrefix(line, "  -"):
			if len(of) == 0 {
				of = []string{""}
			}
			for _, command := range of {
				words[command] = append(words[command], flags(line)...)
			}
		}
	}
	return words
}

// flags are those that a line of the help begins with: "  --a X, -b  what they are".
func flags(line string) []string {
	var out []string
	for {
		word, rest, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		name := strings.TrimSuffix(word, ",")
		if !strings.HasPrefix(name, "-") {
			return out
		}
		out = append(out, name)
		if word == name { // what it takes, and another one after a comma
			value, more, found := strings.Cut(rest, ", -")
			if !found || strings.Contains(value, "  ") {
				return out
			}
			rest = "-" + more
		}
		line = rest
	}
}

// Script is the script for a shell; ok is false for one that is none of Shells.
func Script(shell, program string, words Words) (text string, ok bool) {
	switch shell {
	case "bash":
		return bash(program, words), true
	case "zsh": // which has a reader of bash's
		return "#compdef " + program + "\nautoload -U +X bashcompinit && bashcompinit\n" + bash(program, words), true
	case "fish":
		return fish(program, words), true
	}
	return "", false
}

func bash(program string, words Words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "_%s() {\n\tlocal word=${COMP_WORDS[COMP_CWORD]} words=\n", program)
	if commands := commandsOf(words); len(commands) > 0 {
		fmt.Fprintf(&b, "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\tCOMPREPLY=($(compgen -W '%s' -- \"$word\"))\n\t\treturn\n\tfi\n", strings.Join(commands, " "))
	}
	fmt.Fprintf(&b, "\tcase ${COMP_WORDS[1]} in\n")
	for _, command := range commandsOf(words) {
		fmt.Fprintf(&b, "\t%s) words='%s' ;;\n", command, strings.Join(words[command], " "))
	}
	fmt.Fprintf(&b, "\t*) words='%s' ;;\n\tesac\n", strings.Join(words[""], " "))
	b.WriteString("\tcase $word in\n\t-*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n\t*) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n\tesac\n}\n")
	fmt.Fprintf(&b, "complete -o filenames -F _%s %s\n", program, program)
	return b.String()
}

func fish(program string, words Words) string {
	var b strings.Builder
	commands := commandsOf(words)
	if len(commands) > 0 {
		fmt.Fprintf(&b, "complete -c %s -n __fish_use_subcommand -f -a '%s'\n", program, strings.Join(commands, " "))
	}
	for _, command := range append(commands, "") {
		for _, flag := range words[command] {
			when := ""
			if command != "" {
				when = fmt.Sprintf(" -n '__fish_seen_subcommand_from %s'", command)
			}
			kind := "-l"
			if !strings.HasPrefix(flag, "--") {
				kind = "-s"
			}
			fmt.Fprintf(&b, "complete -c %s%s %s %s\n", program, when, kind, strings.TrimLeft(flag, "-"))
		}
	}
	return b.String()
}

// commandsOf are the commands, sorted.
func commandsOf(words Words) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(words)), func(command string) bool { return command == "" })
}
