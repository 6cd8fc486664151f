package document

import "testing"

// TestOfVersions holds which values are those of a version of an API, for which nobody waits.
func TestOfVersions(t *testing.T) {
	for _, c := range []struct {
		path   string
		values []string
		want   bool
	}{
		{"/{api_version}", []string{"CURRENT", "SUPPORTED", "DEPRECATED"}, true},
		{"/{version}", []string{"on", "off"}, true},
		{"/v1/versions/{id}", []string{"current", "Experimental"}, true},
		{"/v1/groups/{id}", []string{"Dead", "Stable"}, false},
		{"/v1/jobs/{job_id}", []string{"RUNNING", "SUCCESS"}, false},
		{"/{project_id}/jobs/{job_id}", []string{"RUNNING", "SUCCESS"}, false},
	} {
		if got := ofVersions(c.path, c.values); got != c.want {
			t.Errorf("%s %q: got %v", c.path, c.values, got)
		}
	}
}
