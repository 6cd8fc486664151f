package version

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "c0ffee"}}
	for want, info := range map[string]*debug.BuildInfo{
		"v1.2.3":  {Main: debug.Module{Version: "v1.2.3"}, Settings: commit},
		"c0ffee":  {Main: debug.Module{Version: "(devel)"}, Settings: commit},
		"(devel)": {},
	} {
		if got := of(info); got != want {
			t.Errorf("version %q, want %q", got, want)
		}
	}
	if got := Text("tool"); !strings.HasPrefix(got, "tool ") || !strings.Contains(got, "go1.") {
		t.Errorf("the text is %q", got)
	}
}
