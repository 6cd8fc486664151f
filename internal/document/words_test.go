package document

import "testing"

func TestNamesJob(t *testing.T) {
	for name, want := range map[string]bool{"Job": true, "BackupJob": true, "JobDetails": true, "BackupJobDetails": true, "Jobs": false, "Backup": false, "JobTemplate": false} {
		if NamesJob(name) != want {
			t.Errorf("%s names a job: %t", name, !want)
		}
	}
}

func TestTellsFailure(t *testing.T) {
	for name, want := range map[string]bool{"error": true, "error_code": true, "errorMsg": true, "terror": false, "jars": false, "": false} {
		if TellsFailure(name) != want {
			t.Errorf("%q tells of a failure: %t", name, !want)
		}
	}
}
