package dialect

import "strings"

// Gerund is the verb of a word in -ing: "packing" gives pack, "dropping" drop, "sliding" slide. ok
// is false for a word that is not a gerund, as "string" or "thing". Which verbs have lost an
// "e" is told by their ending, and by a list of those of which it does not tell.
func Gerund(word string) (verb string, ok bool) {
	word = strings.ToLower(word)
	if v := gerunds[word]; v != "" {
		return v, true
	}
	stem, ok := strings.CutSuffix(word, "ing")
	if !ok || len(stem) < 2 || !strings.ContainsAny(stem, "aeiouy") || ingNouns[word] {
		return "", false
	}
	last := stem[len(stem)-1]
	if last == stem[len(stem)-2] && strings.IndexByte("bdgkmnprtv", last) >= 0 {
		return stem[:len(stem)-1], true
	}
	for n := min(len(stem), maxEnding); n > 0; n-- {
		if e, known := mutes[stem[len(stem)-n:]]; known {
			return stem + e, true
		}
	}
	return stem, true
}

// IsIngNoun reports whether a word in -ing is mostly a noun: "Building Information".
func IsIngNoun(word string) bool { return ingNouns[strings.ToLower(word)] }

// ingNouns are words in -ing that are nouns at the start of a title, unless an article follows.
var ingNouns = words("string", "strings", "spring", "thing", "king", "ring", "wing", "ceiling", "morning", "evening",
	"building", "pricing", "billing", "meeting", "during", "nothing", "something", "anything")

// gerunds are those that the endings get wrong.
var gerunds = map[string]string{
	"adding": "add", "tasting": "taste", "pasting": "paste", "wasting": "waste", "caching": "cache",
	"routing": "route", "rerouting": "reroute", "pinging": "ping", "hanging": "hang", "syncing": "sync",
	"tying": "tie", "untying": "untie", "focusing": "focus", "piloting": "pilot", "pivoting": "pivot",
	"inviting": "invite", "writing": "write", "rewriting": "rewrite", "overwriting": "overwrite", "citing": "cite",
	"uniting": "unite", "igniting": "ignite", "deleting": "delete", "completing": "complete",
	"competing": "compete", "depleting": "deplete", "cataloging": "catalog", "dialoging": "dialog",
	"cancelling": "cancel", "labelling": "label", "modelling": "model", "signalling": "signal",
	"controlling": "control", "travelling": "travel", "tunnelling": "tunnel", "levelling": "level",
	"imagining": "imagine", "theming": "theme", "planing": "plane", "mimicking": "mimic", "undoing": "undo",
	"quitting": "quit", "targeting": "target", "treating": "treat", "purring": "purr", "rescaling": "rescale",
}

const maxEnding = 5

// mutes tells for the ending of what stands before -ing whether the verb has an "e" there. The
// longest ending counts; others have none.
var mutes = map[string]string{
	"c": "e", "s": "e", "u": "e", "v": "e", "z": "e", "ias": "", "ss": "", "zz": "",
	"ag": "e", "eg": "e", "ig": "e", "og": "e", "ug": "e", "ang": "e", "eng": "e", "ung": "e", "rg": "e", "dg": "e", "lg": "e",
	"ad": "e", "id": "e", "od": "e", "ud": "e", "ed": "e", "uid": "e",
	"oad": "", "ead": "", "aid": "", "ood": "", "oud": "", "eed": "",
	"bl": "e", "cl": "e", "dl": "e", "fl": "e", "gl": "e", "kl": "e", "pl": "e", "tl": "e", "zl": "e",
	"il": "e", "ol": "e", "ul": "e", "yl": "e", "scal": "e", "ail": "", "oil": "", "ool": "", "oul": "",
	"ak": "e", "ik": "e", "ok": "e", "uk": "e", "eak": "", "oak": "", "ook": "",
	"am": "e", "im": "e", "om": "e", "um": "e", "eam": "", "oam": "", "aim": "", "oom": "",
	"in": "e", "un": "e", "ain": "", "ein": "", "oin": "", "oun": "", "gin": "", "clon": "e", "phon": "e", "tpon": "e", "zon": "e",
	"ap": "e", "ip": "e", "op": "e", "up": "e", "yp": "e", "eap": "", "oap": "", "oop": "", "oup": "", "elop": "",
	"ar": "e", "ir": "e", "ur": "e", "yr": "e", "air": "", "ear": "", "oar": "", "our": "", "stor": "e", "scor": "e", "plor": "e", "gnor": "e",
	"at": "e", "ot": "e", "ut": "e", "eat": "", "oat": "", "creat": "e", "oot": "", "out": "",
	"ab": "e", "ib": "e", "ob": "e", "ub": "e", "yb": "e",
}
