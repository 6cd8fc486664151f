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
// below a line "flags of a, b and c, whose …:" stand flags of these commands, one at the beginning
// of a line with two spaces; several stand between commas. Flags below "flag of all commands but
// …:" are those of all.
func FromHelp(program, help string) Words {
	words := Words{}
	var of []string // the commands whose flags the lines are
	for line := range strings.Lines(help) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "  "+program+" "):
			command := commandOf(program, line)
			words[command] = append(words[command], []string{}...)
		case isHeading(line):
			of = slices.DeleteFunc(commandsOf(words), func(command string) bool { return !heads(line, command) })
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

// Section is what the help of program says of one command: its lines of use, its own flags, those
// that others have too, and the paragraphs that belong to no command. A command that the help
// does not have gets all of it.
func Section(program, help, command string) string {
	if _, ok := FromHelp(program, help)[command]; !ok {
		return help
	}
	var uses, own, shared, rest []string
	for i, block := range strings.Split(help, "\n\n") {
		heading, _, _ := strings.Cut(block, "\n")
		switch {
		case i == 0:
			uses = []string{usesOf(program, block, command)}
		case !isHeading(heading):
			rest = append(rest, block)
		case slices.Equal(headed(heading), []string{command}):
			own = append(own, block)
		case heads(heading, command):
			shared = append(shared, block)
		}
	}
	return strings.Join(slices.Concat(uses, own, shared, rest), "\n\n")
}

// usesOf are the lines of the first block of a help that one command has.
func usesOf(program, block, command string) string {
	var out []string
	own := true // the heading
	for line := range strings.SplitSeq(block, "\n") {
		if strings.HasPrefix(line, "  "+program+" ") {
			own = commandOf(program, line) == command
		}
		if own {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func commandOf(program, line string) string {
	command, _, _ := strings.Cut(strings.TrimPrefix(line, "  "+program+" "), " ")
	return command
}

func isHeading(line string) bool {
	return strings.HasPrefix(line, "flag of ") || strings.HasPrefix(line, "flags of ")
}

// heads reports whether flags below a heading are those of a command.
func heads(heading, command string) bool {
	return strings.Contains(heading, allBut) != slices.Contains(headed(heading), command)
}

const allBut = "all commands but "

// headed are the commands that a heading names.
func headed(heading string) []string {
	_, of, _ := strings.Cut(strings.TrimSuffix(heading, ":"), " of ")
	of, _, _ = strings.Cut(strings.TrimPrefix(of, allBut), ", whose ")
	return strings.Split(strings.ReplaceAll(of, " and ", ", "), ", ")
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
