package git

import (
	"os"
	"path/filepath"
	"time"
)

// tempPattern names the folders of repositories that are fetched.
const tempPattern = "rst2openapi-git-*"

// leftoverAge is the age at which a folder in the system's temporary folder is that of a run which
// was killed: no fetch takes as long.
const leftoverAge = 24 * time.Hour

// tempDir makes a folder for a repository, and removes those that killed runs left.
func tempDir() (string, error) {
	sweep(os.TempDir(), time.Now().Add(-leftoverAge))
	return os.MkdirTemp("", tempPattern)
}

// sweep removes the folders of repositories that were last changed before a time. What cannot be
// removed is somebody else's and stays; nothing that a link leads to is touched.
func sweep(dir string, before time.Time) {
	left, err := filepath.Glob(filepath.Join(dir, tempPattern))
	if err != nil {
		return
	}
	for _, name := range left {
		if info, err := os.Lstat(name); err == nil && info.IsDir() && info.ModTime().Before(before) {
			_ = os.RemoveAll(name)
		}
	}
}
