// Command rst2openapi turns pages of API documentation into OpenAPI 3.0.3.
//
//	rst2openapi convert SRC... -o FILE   a folder of pages, or pages, to one document
//	rst2openapi convert --all DIR -o OUT each folder of DIR to OUT/<folder>.yaml
//	rst2openapi init SOURCE              a first configuration for a source of pages
//	rst2openapi sync                     the files of all sets of a configuration
//	rst2openapi lint SRC...              the findings of pages
//	rst2openapi diff OLD NEW             what changed, and for whom it breaks
//	rst2openapi site --all DIR -o OUT    a catalogue for browsers
//	rst2openapi explain SRC... OP.FIELD  why a field is what it is
//	rst2openapi dump WHAT SRC...         what the reader sees
//	rst2openapi release DOCUMENTS... -o DIR  what is published of documents
//	rst2openapi dump profile             what is known of the cloud
//
// convert prints one summary line when all went well, and one line for each thing that did
// not. Exit codes: 0 done, 1 the pages cannot be used, a correction does not apply, lint
// printed an error of the pages, sync --check found a stale file, or diff found a breaking
// change, 2 the command line, or an overlay or configuration that it names, is wrong, 3 the
// output cannot be written, or another run of sync is at work.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/completion"
	"github.com/rst2openapi/rst2openapi/cmd/internal/version"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// The exit codes.
const (
	exitOK     = 0
	exitInput  = 1
	exitUsage  = 2
	exitOutput = 3
)

const usage = `usage:
  rst2openapi convert SRC... -o FILE     convert a folder of pages, or pages, to one document
  rst2openapi convert --all DIR -o OUT   convert each folder of DIR to OUT/<folder>.yaml
  rst2openapi init SOURCE                write a first rst2openapi.yaml for a git URL, a
                                         repository, a bundle, a folder of pages or an archive
  rst2openapi sync [SET...]              make the documents and Go packages of rst2openapi.yaml
  rst2openapi lint SRC...                print the findings of folders of pages, or of pages
  rst2openapi diff OLD NEW               print what changed, and for whom it breaks
  rst2openapi diff --set NAME [OLD [NEW]]  … between two states of the repository of a set
  rst2openapi site SRC... -o OUT         make a catalogue of folders of pages that browsers open:
                                         search, references, Go code, findings
  rst2openapi site [--config FILE SET...] -o OUT  … of the sets of rst2openapi.yaml
  rst2openapi explain SRC... OPERATION.FIELD  print why a field or parameter is what it is
  rst2openapi dump tables|doc|contents|api|pages|unread SRC...  print what the reader sees
  rst2openapi release DOCUMENTS... -o DIR  write what is published of documents
  rst2openapi dump profile               print what is known of the cloud
  rst2openapi completion bash|zsh|fish   print what a shell needs to complete command lines
  rst2openapi version                    print which build this is
  rst2openapi help                       print this; COMMAND -h prints what is of one command

flag of all commands but sync, release, completion, version and help:
  --profile NAME|FILE  what is known of the cloud (its addresses, the headers of authentication,
                    where its pages tell what they describe) and what documents have beside what
                    pages say: otc (the default), or tcloud (otc, with what the provider's own
                    validator of documents asks for); dump profile prints one, with comments, to
                    start a file of your own from

flags of convert:
  -o FILE           the document; its extension says the format: .yaml, .yml or .json
  --all DIR         convert every documentation set below DIR
  --prose full|none with or without the descriptions of the pages (default full)
  --findings FILE   write the findings; .txt, .json or .sarif
  --stats FILE      write the counts as JSON
  --sources FILE    write where each fact of the document comes from, as JSON: page, line,
                    column and how it was read, by JSON pointer
  --lock FILE       keep names: read the names that the document had and give them to the same
                    things again; rewrites FILE, which you commit. With --all a folder, where
                    each set has a file <folder>.names.yaml
  --overlay FILE    correct the document, with evidence; may be given several times
  --check-model     check the model after each pass; a mistake of this tool is an error then

flags of init:
  --ref REF         the branch or tag to follow (default: the repository's default branch)
  --path DIR        the folder of the pages in the source (default: found)
  --name NAME       the name of the set (default: that of the service)
  --package NAME    the Go package to make (default: named after the set, in a Go module)
  --config FILE     the configuration to write (default rst2openapi.yaml)
  --schema          print the JSON Schema of configurations instead

flags of sync:
  --update          move the pins of the sets to the newest state of their sources first
  --check           write nothing; print what is stale, and exit with 1 where something is
  --report FILE     write what changed, and for whom it breaks, as Markdown; see diff
  --go              … and what changes for callers of the Go packages, as --go of diff

flags of sync, diff and site:
  --config FILE     the configuration (default: rst2openapi.yaml here or in a folder above), for
                    diff with --set, for site where no folder is named
  --offline         fetch nothing: pages of commits come from the cache

flag of init, sync, diff and site:
  --cache DIR       where pages of commits are kept (default: the user's cache folder)

flags of lint:
  --all DIR         every documentation set below DIR
  --family docs|tool          what the pages' authors can repair, or what this tool cannot read
  --level error|warning|note  findings of this level and worse ones (default note)
  --rule ID,ID...   findings of these rules; may be given several times
  --format text|json|sarif    what is printed (default text)
  --findings FILE   write the findings into a file too; .txt, .json or .sarif

flags of diff, whose OLD and NEW are documents, folders of documents, or folders of pages:
  --all             OLD and NEW are folders of folders of pages, each a documentation set
  --format text|markdown|json  what is printed (default text); markdown fits a pull request
  -o FILE           write the report into a file instead
  --allow FILE      breaking changes that are accepted, with reasons; an entry that accepts
                    nothing fails
  --fail-on breaking|warning|none  which changes end in exit code 1 (default breaking)
  --go              tell what changes for callers of the Go packages too, which counts for
                    --fail-on; needs the go command, in a module that requires this one
  --set NAME        of a set of the configuration: OLD and NEW are branches, tags or commits of
                    its repository, or pin, the commit that is pinned (default: pin and the
                    newest state)
  --lock FILE       name pages' operations as convert --lock does: OLD by FILE, NEW by what OLD
                    is named; with --all, a folder of lock files
  --old-sources FILE, --new-sources FILE  what convert --sources wrote of a document (default:
                    x.sources.json beside x.yaml, where it exists)

flags of release, whose DOCUMENTS are files or folders of them:
  -o DIR            a folder for nothing else: each document in YAML and JSON, in OpenAPI 3.1,
                    as JSON Schemas; x.sources.json and x.findings.json from beside x.yaml; an
                    index and checksums
  --config FILE     the rst2openapi.yaml whose sets say which commits of the docs these are
  --since DIR       an earlier release: CHANGELOG.md tells what changed
  --base URL        the address of the folder where the release will be: $id of each JSON Schema
  --with FILE       a further file, such as a bill of materials; may be given several times

flags of site:
  -o OUT            the folder of the site: new, empty, or of an earlier run
  --all DIR         every documentation set below DIR
  --history DIR     what changed over time: a git repository or bundle for each set, with its name
  --viewer FILE     shows documents: standalone.js of npm's @scalar/api-reference; without it
                    there is no API reference
  --title TEXT      of the start page (default API catalogue)

exit codes: 0 done, 1 the pages cannot be used, a correction does not apply, lint printed
a docs finding of level error, sync --check found a stale file, or diff found what --fail-on
names, 2 the command line, or an overlay or configuration that it names, is wrong, 3 the
output cannot be written, or another run of sync is at work
`

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the command without the process: arguments in, exit code out.
func run(args []string, stdout, stderr io.Writer) int {
	stdout, stderr = &terminal.Writer{W: stdout}, &terminal.Writer{W: stderr} // what is printed has text of pages in it
	err := dispatch(args, stdout, stderr)
	switch e := (*failure)(nil); {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		text := usage
		if args[0] != "help" {
			text = completion.Section("rst2openapi", usage, args[0])
		}
		fmt.Fprint(stdout, text)
		return exitOK
	case errors.As(err, &e):
		printError(stderr, e.msg)
		return e.code
	default:
		printError(stderr, err.Error())
		return exitInput
	}
}

func printError(stderr io.Writer, text string) { fmt.Fprintf(stderr, "rst2openapi: %s\n", text) }

func dispatch(args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 {
		return fail(exitUsage, "a command is missing: convert, init, sync, lint, diff, site, explain, dump or release (rst2openapi help tells more)")
	}
	switch args[0] {
	case "convert":
		return convertCommand(args[1:], stderr)
	case "lint":
		return lintCommand(args[1:], stdout, stderr)
	case "diff":
		return diffCommand(args[1:], stdout, stderr)
	case "explain":
		return explainCommand(args[1:], stdout)
	case "dump":
		return dumpCommand(args[1:], stdout)
	case "site":
		return siteCommand(args[1:], stderr)
	case "init":
		return initCommand(args[1:], stdout)
	case "sync":
		return syncCommand(args[1:], stdout)
	case "release":
		return releaseCommand(args[1:], stdout, stderr)
	case "completion":
		return completionCommand(args[1:], stdout)
	case "version", "--version", "-version":
		fmt.Fprintln(stdout, version.Text("rst2openapi"))
		return nil
	case "help", "-h", "--help", "-help":
		return flag.ErrHelp
	}
	return fail(exitUsage, "there is no command %q: convert, init, sync, lint, diff, site, explain, dump and release are the commands", args[0])
}

// completionCommand prints the script of a shell.
func completionCommand(args []string, stdout io.Writer) error {
	if len(args) == 1 {
		if slices.Contains([]string{"-h", "-help", "--help"}, args[0]) {
			return flag.ErrHelp
		}
		if text, ok := completion.Script(args[0], "rst2openapi", completion.FromHelp("rst2openapi", usage)); ok {
			fmt.Fprint(stdout, text)
			return nil
		}
	}
	return fail(exitUsage, "completion takes %s", strings.Join(completion.Shells, ", "))
}

// failure is an error with the exit code that it ends in.
type failure struct {
	code int
	msg  string
}

func (f *failure) Error() string { return f.msg }

func fail(code int, format string, args ...any) error {
	return &failure{code, fmt.Sprintf(format, args...)}
}

// parse reads flags and arguments in any order.
func parse(fs *flag.FlagSet, args []string) (rest []string, err error) {
	fs.SetOutput(io.Discard)
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, fail(exitUsage, "%s", err)
		}
		if fs.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
}
