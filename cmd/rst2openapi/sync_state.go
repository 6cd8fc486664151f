package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/cmd/internal/replace"
)

// syncState is what earlier runs of one configuration made, so that a run with nothing to do only
// compares sums. It is kept in the cache: what is committed is never believed to be right, and who
// has no cache makes everything once. A set is in it with the sums of its files after a run; the
// names that a run writes are an output like all others.
type syncState struct {
	file string              // "" where it cannot be kept
	Sets map[string]*setMade `json:"sets"`
}

// setMade is a set that was made.
type setMade struct {
	Key   string            `json:"key"`   // of its inputs
	Files map[string]string `json:"files"` // sums by name
}

// cacheFolder is where runs keep what can be made again, "" where there is no such folder.
func cacheFolder(name string) string {
	if name != "" {
		return name
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "rst2openapi")
}

// readState reads the state of a configuration; what cannot be read is as if it were not there.
func readState(cache, config string) *syncState {
	s := &syncState{Sets: map[string]*setMade{}}
	abs, err := filepath.Abs(config)
	if cache == "" || err != nil {
		return s
	}
	s.file = filepath.Join(cache, "state", sumOf([]byte(abs))[:32]+".json")
	if text, err := input.ReadFile(s.file, input.MaxDocument); err != nil || json.Unmarshal(text, s) != nil || s.Sets == nil {
		s.Sets = map[string]*setMade{}
	}
	return s
}

func (s *syncState) of(set string) *setMade { return s.Sets[set] }

// save keeps what a run made. That it cannot be kept only costs the next run time.
func (s *syncState) save(results []*setSync) {
	changed := false
	for _, r := range results {
		if r.result == nil {
			continue
		}
		made := &setMade{Key: r.key, Files: map[string]string{}}
		for _, c := range r.changes {
			if !c.Remove {
				made.Files[c.Name] = sumOf(c.Text)
			}
		}
		s.Sets[r.set.Name], changed = made, true
	}
	if !changed || s.file == "" {
		return
	}
	text, err := json.Marshal(s)
	if err == nil {
		_ = keep(s.file, text)
	}
}

// keep writes a file of the cache in one step, for this user alone.
func keep(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	return replace.File(name, text, 0o600)
}

// toolIdentity is the same for two runs of one program. Builds that have no version are told
// apart by their file.
func toolIdentity() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	identity := info.String()
	if v := info.Main.Version; ok && v != "" && v != "(devel)" && !strings.Contains(v, "+dirty") && !strings.Contains(identity, "\n=>") {
		return identity
	}
	name, err := os.Executable()
	if err != nil {
		return identity
	}
	file, err := os.Stat(name)
	if err != nil {
		return identity
	}
	return strings.Join([]string{identity, name, strconv.FormatInt(file.Size(), 10), file.ModTime().UTC().String()}, "\n")
}
