package naming

import (
	"slices"
	"strings"
	"testing"
)

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
		{"Obtaining", "post", "Obtain"},
		{"Starting", "post", "Start"},
		{"Querying Start Times", "get", "ListStartTimes"},
		{"Querying Jar Opening Times", "get", "ListJarOpeningTimes"},
		{"Adding and Deleting Tags", "post", "AddAndDeleteTags"},
		{"Adding or Removing", "post", "AddOrRemove"},
		{"Adding or", "post", "Add"},
		{"And Adding Jars", "post", "AddJars"},
		{"Opening OR Closing a Jar", "post", "OpenOrCloseJar"},
		{"Querying Building Plans", "get", "ListBuildingPlans"},
		{"Knitting", "get", "ShowKnitting"},
		{"Querying All Stock", "get", "ListStock"},
		{"Querying Details", "get", "ShowDetails"},
		{"Querying the Number", "get", "CountNumber"},
		{"Pre-checking a Jar", "post", "PrecheckJar"},
		{"Querying Tags of Disks", "get", "ListDiskTags"},
		{"Querying Tags of Disks in a Box", "get", "ListBoxDiskTags"},
		{"Querying Disks by Tag of a Box", "get", "ListDisksByTagBox"},
		{"Querying a Disk by Tags", "get", "ShowDiskByTags"},
		{"Querying the of Jars", "get", "ListJars"},
		{"Querying the by Jars", "get", "ShowByJars"},
		{"Querying the Disk List", "get", "ListDisks"},
		{"Querying the Key List", "get", "ListKeys"},
		{"Querying the Box List", "get", "ListBoxes"},
		{"Querying the Branch List", "get", "ListBranches"},
		{"Querying the Bus List", "get", "ListBuses"},
		{"Querying the Jars List", "get", "ListJars"},
		{"Querying the VPC List", "get", "ListVPCs"},
		{"Filling a Jar", "post", "FillJar"},
		{"Slicing Bread", "post", "SliceBread"},
		{"Singing Bears", "post", "SingBears"},
		{"Inflating Tubs", "post", "InflateTubs"},
		{"Bending Bars", "post", "BendBars"},
		{"Guarding Bars", "post", "GuardBars"},
		{"Tubs", "head", "CheckTubs"},
		{"Tubs", "delete", "DeleteTubs"},
		{"Tubs", "patch", "UpdateTubs"},
		{"Tubs", "options", "OptionsTubs"},
	} {
		if got := OperationID(c.title, c.method, ""); got != c.want {
			t.Errorf("%q: got %s, want %s", c.title, got, c.want)
		}
	}
}

func TestIsProviderID(t *testing.T) {
	for name, want := range map[string]bool{
		"CreateCheckpoint": true, "ListVPCs": true, "NeutronCreatePort": true, "ShowV3Thing": true,
		"en-us_topic_0059304219": false, "cbr_04_0015": false, "topic_300000001": false,
		"Errors": false, "EN-US_TOPIC_1": false, "Vpc00010001": false, "": false, "ABC": false,
		"createDiskNow": false, "Create-Disk": false, "Create~Disk": false, "Show123Then456Thing": true, "Show1Ab23Cd45": true,
		"Show12Box34": true, "ShowBox12a34": true, "Show12B34Box": true,
		"Show123Thing": true, "Show1234Thing": false, "Show0Thing": true, "Show9Thing": true, "ListQuizzes": true, "ZipAll": true, "AZipAll": true,
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

func TestPascalDigits(t *testing.T) {
	for in, want := range map[string]string{"0a": "N0a", "9a": "N9a", "a0": "A0", "sizeZ9x": "SizeZ9x", "a_z": "AZ"} {
		if got := Pascal(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestLimit(t *testing.T) {
	long := strings.Repeat("a", 70)
	for in, want := range map[string]string{
		"Ab" + long[:62]:             "Ab" + long[:62],
		"Show" + "B" + long:          "Show",
		"ShowBox" + "C" + long[:60]:  "ShowBox",
		"A" + long:                   "A" + long[:63],
		"AbC" + long[:61]:            "AbC" + long[:61],
		"aB" + long:                  "a",
		"Ab" + long[:61] + "CD":      "Ab" + long[:61],
		"Ab" + long[:61] + "C" + "d": "Ab" + long[:61],
	} {
		if got := limit(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestTitleWords(t *testing.T) {
	for in, want := range map[string]string{
		"a/b,c:d–e—f g":            "a|b|,|c|d|e|f|g",
		"a (b c) d":                "a|d",
		"a (b (c) d) e":            "a|e",
		"a b) c":                   "a|b|c",
		"jar's lid’s":              "jar|lid",
		"jar's/lid's:tub's":        "jar|lid|tub",
		"jar's–lid's—tub's":        "jar|lid|tub",
		"API-Key pre-checking a-b": "API|Key|pre-checking|a|b",
	} {
		words, _ := titleWords(in)
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func TestTitleNote(t *testing.T) {
	for in, want := range map[string]string{
		"Listing Things (V2)": "V2", "Things V2)": "", "(V2)": "V2", "A (B) (C)": "C", "A (B) C": "", "A B)": "", "A (B": "", "": "", "()": "",
	} {
		if got := TitleNote(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestPlurals(t *testing.T) {
	for w, want := range map[string]bool{
		"Jars": true, "Abs": true, "as": false, "Bus": false, "Axis": false, "Class": false, "OBS": false, "Jar": false, "": false,
	} {
		if got := isPlural(w); got != want {
			t.Errorf("isPlural(%q) is %v", w, got)
		}
	}
	for w, want := range map[string]string{
		"Jars": "Jar", "Metrics": "Metrics", "Policies": "Policy", "Ties": "Tie", "Flies": "Fly", "Classes": "Class", "Boxes": "Box",
		"Batches": "Batch", "Houses": "House", "Bus": "Bus",
	} {
		if got := singular(w); got != want {
			t.Errorf("singular(%q) is %s, want %s", w, got, want)
		}
	}
	for name, want := range map[string]bool{
		"disk_ids": true, "disk-ids": true, "disk.ids": true, "disk:ids": true, "serverList": true, "list": true, "ids_of": false, "listing": false, "": false,
	} {
		if got := IsPlural(name); got != want {
			t.Errorf("IsPlural(%q) is %v", name, got)
		}
	}
}

func TestPhraseKeepsWords(t *testing.T) {
	words := []string{"Tags", "of", "Disks"}
	phrase(words, "List")
	if !slices.Equal(words, []string{"Tags", "of", "Disks"}) {
		t.Errorf("the words of the title became %v", words)
	}
}

func TestIsName(t *testing.T) {
	for _, s := range []string{"a", "a_b", "$x", "@x", "a-b.c:d/e[f]~#", "_", "Z9", "0", strings.Repeat("a", 128)} {
		if !IsName(s) {
			t.Errorf("%q is not taken", s)
		}
	}
	for _, s := range []string{"", "-", "a b", "é", "a\"", "#", "~", strings.Repeat("a", 129)} {
		if IsName(s) {
			t.Errorf("%q is taken", s)
		}
	}
}

func TestMember(t *testing.T) {
	for _, c := range []struct{ of, member, want string }{
		{"Jar", "lid", "JarLid"},
		{"JarLid", "lidHooks", "JarLidHooks"},
		{"JarLid", "lid_hooks", "JarLidHooks"},
		{"JarLid", "lid", "JarLidLid"},
		{"JarLids", "lidHooks", "JarLidsLidHooks"},
		{"JarLid", "lidded", "JarLidLidded"},
		{"Jar", "ID", "JarID"},
		{"JarI", "ID", "JarIID"},
		{"", "lidHooks", "LidHooks"},
		{"Jar", "", "Jar"},
	} {
		if got := Member(c.of, c.member); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.member, c.of, got, c.want)
		}
	}
}
