package dialect

import "strings"

// shellStarts are the prompts and first words of the command lines that pages print.
var shellStarts = []string{"curl ", "$ ", "# ", "[root@", "wget ", "openssl ", "echo ", "export ", "kubectl "}

// cutPrompt is a command line without the prompt before it: "$ curl", "[root@box ~]# curl".
func cutPrompt(line string) string {
	line = strings.TrimLeft(line, " \t")
	if strings.HasPrefix(line, "[root@") {
		_, rest, _ := strings.Cut(line, "]")
		line = rest
	}
	return strings.TrimLeft(strings.TrimLeft(line, "$#"), " \t")
}

// StartsShell reports whether a line of code is a command for a shell. It does not apply to a
// URL or a payload that merely has such a word in it.
func StartsShell(line string) bool {
	for _, start := range shellStarts {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}
