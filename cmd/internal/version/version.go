// Package version names the build of a command.
package version

import (
	"runtime/debug"
	"strings"
)

// Text names the command, the module's version, or the commit of a build without one, and Go's.
func Text(command string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return strings.TrimSpace(command + " " + of(info) + " " + info.GoVersion)
}

func of(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && s.Value != "" {
			return s.Value
		}
	}
	return "(devel)"
}
