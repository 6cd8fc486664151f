package dialect

import "testing"

func TestGerund(t *testing.T) {
	for word, want := range map[string]string{
		"Waking": "wake", "tasting": "taste", "casting": "cast", "loading": "load", "upgrading": "upgrade", "reading": "read",
		"dropping": "drop", "packing": "pack", "sliding": "slide", "guiding": "guide", "adding": "add", "rolling": "roll",
		"describing": "describe", "caching": "cache", "attaching": "attach", "pushing": "push", "placing": "place",
		"synchronizing": "synchronize", "balancing": "balance", "syncing": "sync", "managing": "manage", "merging": "merge",
		"changing": "change", "hanging": "hang", "bringing": "bring", "judging": "judge", "logging": "log",
		"handling": "handle", "scaling": "scale", "compiling": "compile", "mailing": "mail", "scheduling": "schedule",
		"canceling": "cancel", "labelling": "label", "making": "make", "looking": "look", "checking": "check",
		"naming": "name", "streaming": "stream", "confirming": "confirm", "defining": "define", "training": "train",
		"joining": "join", "cloning": "clone", "opening": "open", "versioning": "version", "tuning": "tune", "running": "run",
		"scoping": "scope", "grouping": "group", "developing": "develop", "typing": "type", "configuring": "configure",
		"storing": "store", "monitoring": "monitor", "entering": "enter", "sharing": "share", "clearing": "clear",
		"repairing": "repair", "pouring": "pour", "purging": "purge", "pausing": "pause", "processing": "process",
		"updating": "update", "creating": "create", "treating": "treat", "editing": "edit", "writing": "write",
		"routing": "route", "executing": "execute", "promoting": "promote", "booting": "boot", "deleting": "delete",
		"resetting": "reset", "serving": "serve", "issuing": "issue", "resizing": "resize", "showing": "show",
		"fixing": "fix", "deploying": "deploy", "using": "use", "knotting": "knot",
		"dousing": "douse", "aliasing": "alias", "phoning": "phone", "postponing": "postpone",
	} {
		if got, ok := Gerund(word); got != want || !ok {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
	for _, word := range []string{"String", "thing", "king", "building", "Jar", "ing", "aing", ""} {
		if got, ok := Gerund(word); ok {
			t.Errorf("%s is taken for a gerund of %q", word, got)
		}
	}
	if !IsIngNoun("Building") || IsIngNoun("Waking") {
		t.Error("a building is a noun, waking is not")
	}
}
