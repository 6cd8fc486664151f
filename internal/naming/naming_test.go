package naming

import "testing"

func TestOperationID(t *testing.T) {
	for _, c := range []struct{ title, method, want string }{
		{"Creating a Backup for a Resource", "post", "CreateResourceBackup"},
		{"Querying a Backup Policy", "get", "ShowBackupPolicy"},
		{"Querying the Backup Policy List", "get", "ListBackupPolicies"},
		{"Querying All Backups", "get", "ListBackups"},
		{"Querying a Single Backup", "get", "ShowBackup"},
		{"Querying the Number of Backups", "get", "CountBackups"},
		{"Querying Tags of a Backup Policy", "get", "ListBackupPolicyTags"},
		{"Querying Backup Policies by Tag", "post", "ListBackupPoliciesByTag"},
		{"Batch Adding or Removing Labels of a Jar", "post", "BatchAddOrRemoveJarLabels"},
		{"Adding a Tag to a Backup Resource", "post", "AddBackupResourceTag"},
		{"Querying Quotas", "get", "ListQuotas"},
		{"Querying Details About a Server (V2)", "get", "ShowServer"},
		{"Server's Disks", "get", "ShowServerDisks"},
		{"Obtaining a User Token", "post", "ObtainUserToken"},
		{"Obtaining a User Token", "get", "ShowUserToken"},
		{"Packing a Crate", "post", "PackCrate"},
		{"Dropping Anchors", "post", "DropAnchors"},
		{"Sliding a Door", "put", "SlideDoor"},
		{"String Values", "get", "ShowStringValues"},
		{"Über", "get", "ShowBer"},
		{"", "put", "Update"},
	} {
		if got := OperationID(c.title, c.method); got != c.want {
			t.Errorf("%q: got %s, want %s", c.title, got, c.want)
		}
	}
}

func TestIsProviderID(t *testing.T) {
	for name, want := range map[string]bool{
		"CreateCheckpoint": true, "ListVPCs": true, "NeutronCreatePort": true, "ShowV3Thing": true,
		"en-us_topic_0059304219": false, "cbr_04_0015": false, "topic_300000001": false,
		"Errors": false, "EN-US_TOPIC_1": false, "Vpc00010001": false, "": false, "ABC": false,
	} {
		if got := IsProviderID(name); got != want {
			t.Errorf("%q: got %v", name, got)
		}
	}
}

func TestPascal(t *testing.T) {
	for in, want := range map[string]string{
		"protect_param": "ProtectParam", "VaultBackup": "VaultBackup", "io.k8s.v1": "IoK8sV1", "2fa": "N2fa", "—": "",
	} {
		if got := Pascal(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}
