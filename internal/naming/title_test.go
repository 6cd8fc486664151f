package naming

import "testing"

// TestTitles has the ways in which titles are written, each with what its name must not be.
func TestTitles(t *testing.T) {
	for _, c := range []struct{ title, method, path, want string }{
		// A gerund is its verb, with its "e" and the words that belong to it.
		{"Waking Up a Jar", "post", "", "WakeUpJar"},
		{"Tasting Soup", "post", "", "TasteSoup"},
		{"Loading a Cart", "post", "", "LoadCart"},
		{"Scaling Up Shelf Space of a Jar", "post", "", "ScaleUpJarShelfSpace"},
		{"Logging In to the Pantry", "post", "", "LogInPantry"},
		{"Partially Updating a Jar", "patch", "", "PartiallyUpdateJar"},
		{"Forcibly Deleting a Jar", "delete", "", "ForceDeleteJar"},
		{"Cold Storing a Jar", "post", "", "ColdStoreJar"},
		{"Stopping Tasting a Soup", "post", "", "StopSoup"},
		{"Stopping Tasting Machines", "post", "", "StopTastingMachines"},
		{"Building a Shelf", "post", "", "BuildShelf"},
		{"Building Information", "get", "", "ShowBuilding"},
		{"Obtaining the Link for Downloading a Recipe", "get", "", "ShowRecipeDownloadLink"},
		{"Querying Jars Available for Creating a Soup", "get", "", "ListJarsAvailableForSoupCreation"},
		// A plain form before an article is a verb, too.
		{"Obtain the Lid", "get", "/v1/lids/{lid_id}", "ShowLid"},
		{"Obtain the Lids", "get", "/v1/lids", "ListLids"},
		{"Obtain the Lid", "post", "/v1/lids", "ObtainLid"},
		{"Restart a Lid", "put", "/v1/lids/{lid_id}", "RestartLid"},
		{"Ring the Bell", "post", "/v1/bell", "RingBell"},
		{"Building a Lid", "post", "/v1/lids", "BuildLid"},
		{"Ring Tones", "get", "/v1/tones", "ShowRingTones"},
		{"Report Templates", "get", "/v1/templates", "ShowReportTemplates"},
		{"Report of a Lid", "get", "/v1/lids/{lid_id}/report", "ShowLidReport"},
		// A slash between gerunds at the start is an or.
		{"Whisking/Pouring a Batter", "post", "/v1/batter", "WhiskOrPourBatter"},
		{"Starting/Stopping a Lid", "post", "/v1/lids", "StartOrStopLid"},
		{"Querying Mapping/Seeding Rules", "get", "/v1/rules", "ListMappingSeedingRules"},
		{"Whisking/Batter Rules", "get", "/v1/rules", "WhiskBatterRules"},
		{"Lid Creation", "post", "/v1/lids", "CreateLid"},
		{"Glass Lid Creation", "post", "/v1/glass-lids", "CreateGlassLid"},
		{"Lid List Query", "get", "/v1/lids", "ListLids"},
		{"Lid Query", "get", "/v1/lids/query", "ShowLid"},
		{"Lid Deletion", "post", "/v1/lids/{lid_id}/deletion", "DeleteLid"},
		{"Lid Modification", "put", "/v1/lids/{lid_id}", "ModifyLid"},
		{"Operation for Lid Deletion", "post", "/v1/lids/del", "DeleteLid"},
		// A noun that tells of no deed: the method cannot do it, or the path speaks of the thing that is called so.
		{"Scheduled Deletion", "get", "/v1/deletions", "ShowScheduledDeletion"},
		{"Scheduled Deletion", "post", "/v1/deletions", "CreateScheduledDeletion"},
		{"Soft Deletion", "put", "/v1/lids/{lid_id}/soft-deletion", "UpdateSoftDeletion"},
		{"Soft Deletion", "delete", "/v1/lids/{lid_id}/soft-deletion", "DeleteSoftDeletion"},
		{"Lid Creation", "get", "/v1/lids/{lid_id}", "ShowLidCreation"},
		{"Lid Creation", "delete", "/v1/lids/{lid_id}", "DeleteLidCreation"},
		{"Lid Removal", "get", "/v1/lids/{lid_id}", "ShowLidRemoval"},
		{"Slow Query", "get", "/v1/slow-query", "ShowSlowQuery"},
		{"Slow Query", "get", "/v1/slowlogs", "ShowSlowQuery"},
		{"Lid Query", "post", "/v1/lids/query", "ShowLid"},
		{"Lid Query", "post", "/v1/lids/search", "ShowLid"},
		{"SQL Query", "post", "/v1/lids/{lid_id}/sql", "CreateSQLQuery"},
		{"Lid Creation and Deletion", "post", "/v1/lids", "CreateLidCreationAndDeletion"},
		{"Saved Query", "delete", "/v1/queries/{query_id}", "DeleteSavedQuery"},
		{"Lid Query", "post", "/v1/lids/{lid_id}/queries", "CreateLidQuery"},
		{"Creation", "post", "", "CreateCreation"},
		{"Querying Lid Creation", "get", "", "ShowLidCreation"},
		{"API for Sealing a Lid", "post", "", "SealLid"},
		{"API Keys", "get", "", "ShowAPIKeys"},
		{"Function for Lids", "get", "", "ShowLidFunction"},
		{"5.1.2 Sealing a Lid", "post", "", "SealLid"},
		{"5.1.2. Sealing a Lid", "post", "", "SealLid"},
		{"5.1.2 Lid Creation", "post", "/v1/lids", "CreateLid"},
		{"5.1 Querying Lids", "get", "", "ListLids"},
		{"5.6 Version of Lids", "get", "", "ShowLid56Version"},
		{"3) Sealing a Lid", "post", "", "SealLid"},
		{"(1) Sealing a Lid", "post", "", "SealLid"},
		{"2) Lids", "post", "", "Create2Lids"},
		{"2.0 Tokens", "post", "", "Create20Tokens"},
		{"2 Lids", "get", "", "Show2Lids"},
		{"3.14", "get", "", "Show314"},
		// What is done to many things is said in front.
		{"Filling Jars in Batches", "post", "", "BatchFillJars"},
		{"Deleting Multiple Lids from a Jar at a Time", "post", "", "BatchDeleteJarLids"},
		{"Batch Filling Jars in a Batch", "post", "", "BatchFillJars"},
		// "X or Y" is said once.
		{"Enabling or Disabling a Lid or Disabling All Lids", "put", "", "EnableOrDisableLid"},
		{"Starting/Stopping a Lid", "post", "", "StartOrStopLid"},
		{"Creating/Deleting Lid Tags in Batches", "post", "", "BatchCreateOrDeleteLidTags"},
		{"Creating Lids/Rims", "post", "", "CreateLidsRims"},
		{"Opening, Wiping Out, and Wiping Down Jars", "put", "", "OpenAndWipeJars"},
		{"Adding Jars, Adding Tubs, or Scaling Up Shelves", "post", "", "AddJarsTubsOrScaleUpShelves"},
		{"Binding Multiple Lids to or Unbinding Them from a Jar", "post", "", "BindOrUnbindJarLids"},
		{"Filling a Jar and Sealing the Jar", "post", "", "FillAndSealJar"},
		{"Filling a Jar and Sealing a Lid", "post", "", "FillJarAndSealLid"},
		{"Querying the Fill Status or Seal Status of a Jar", "get", "", "ShowJarFillOrSealStatus"},
		{"Moving Soup to an Existing or Original Jar", "post", "", "MoveSoupToOriginalJar"},
		{"Querying Salt and Pepper Levels", "get", "", "ListSaltAndPepperLevels"},
		// No relative clauses.
		{"Querying the Lids to Which a Jar Can Be Changed", "get", "", "ListJarLids"},
		{"Querying the Shelf on Which a Jar Stands", "get", "", "ShowJarShelf"},
		{"Obtaining the List of Jars That Can Be Restored", "get", "", "ListRestorableJars"},
		{"Querying Lids That Can Be Bound to a Jar", "get", "", "ListJarBindableLids"},
		{"Listing Jars that Have Not Been Sealed", "get", "", "ListJars"},
		{"Querying Shelves a Jar Is Shared With", "get", "", "ListJarShelves"},
		{"Querying the Lid that a Jar Needs", "get", "", "ShowJarLid"},
		{"Querying Whether a Cook in a Kitchen Has Specific Keys", "head", "", "CheckKitchenCookKeys"},
		{"Checking Whether a Cook Has Specified Keys on a Shelf", "head", "", "CheckShelfCookKeys"},
		{"Checking Whether a Lid Is Tight", "post", "", "CheckLidIsTight"},
		{"Querying Whether a Cook Belongs to a Kitchen", "head", "", "CheckCookBelongsToKitchen"},
		{"Checking Whether a Jar Exists", "head", "", "CheckJarExists"},
		{"Querying Lids Bound to a Jar", "get", "", "ListLidsBoundToJar"},
		{"Querying Lids Not Bound to a Jar", "get", "", "ListLidsNotBoundToJar"},
		{"Changing the Size of a Lid Associated with a Jar", "put", "", "ChangeJarLidSize"},
		// No word twice: what shares a word with its owner stays before it.
		{"Adding a Cook to a Cook Team", "put", "", "AddCookToTeam"},
		{"Removing an Oak Lid from a Glass Lid", "put", "", "RemoveOakLidFromGlassLid"},
		{"Changing a Single Jar to Large/Small Jars", "post", "", "ChangeJarToLargeSmall"},
		{"Restoring Soup to a New Jar", "post", "", "RestoreSoupToNewJar"},
		{"Adding a Tag to a Jar", "post", "", "AddJarTag"},
		// One or many.
		{"Querying Details About All Jars", "get", "", "ListJars"},
		{"Querying Details About Jars", "get", "/v1/jars", "ListJars"},
		{"Querying Details About All Jars", "get", "/v1/jars/detail", "ListJarDetails"},
		{"Querying Details About a Jar", "get", "/v1/jars/{id}/detail", "ShowJar"},
		{"Querying Information About Jars", "get", "", "ListJars"},
		{"Querying Brief Information About Jars", "get", "", "ListJarsBrief"},
		{"Querying Jars and Details", "get", "", "ListJars"},
		{"Querying VJs by Tag", "get", "", "ListVJsByTag"},
		{"Querying the Number of Jars by Tag", "get", "", "CountJarsByTag"},
		{"Querying the Total Number of Lids per Jar", "get", "", "CountLidsPerJar"},
		{"Querying the Tags of All Jars", "get", "", "ListAllJarsTags"},
		{"Querying All Tags of a Jar", "get", "", "ListJarTags"},
		// Words that a name says otherwise, or not at all.
		{"Installing an Add-on Lid", "post", "", "InstallAddonLid"},
		{"Creating One or More Jars", "post", "", "CreateJars"},
		{"Obtaining Information About a Jar with a Specified ID", "get", "", "ShowJar"},
		{"Querying One Piece of Metadata for a Jar", "get", "", "ShowJarMetadataItem"},
		{"Querying a Jar List Based on the Specified Criteria", "get", "", "ListJarsByCriteria"},
		{"Querying Lids of a Specific Type", "get", "", "ListLidsByType"},
		{"Lid Management", "get", "", "ShowLid"},
		{"HEAD Lid", "head", "", "CheckLid"},
		{"HEAD Lid", "get", "", "ShowHEADLid"},
		{"Checking for Lids", "get", "", "CheckForLids"},
	} {
		if got := OperationID(c.title, c.method, c.path); got != c.want {
			t.Errorf("%q: got %s, want %s", c.title, got, c.want)
		}
	}
}

// TestByVerb: the path of an operation may tell which of the verbs of its title is meant.
func TestByVerb(t *testing.T) {
	for _, c := range []struct{ title, path, want string }{
		{"Starting or Stopping a Lid", "/lids/{id}/start", "StartLid"},
		{"Starting or Stopping a Lid", "/lids/{id}/stop", "StopLid"},
		{"Scaling Up or Scaling Down a Lid", "/lids/{id}/scale-down", "ScaleDownLid"},
		{"Starting or Stopping a Lid", "/lids/{id}/action", ""},
		{"Starting or Stopping a Lid", "/lids/{start}", ""},
		{"Starting or Stopping a Lid", "/lids/", ""},
		{"Starting a Lid", "/lids/{id}/start", ""},
		{"Querying or Listing Lids", "/lids/{id}/query", "QueryLids"},
	} {
		if got := Operation(c.title, "post", c.path).ByVerb(c.path); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.path, c.title, got, c.want)
		}
	}
}

func TestOfPath(t *testing.T) {
	isVersion := func(s string) bool { return s == "v2" }
	show, list := Name{Verb: "Show"}, Name{Verb: "List", Many: true}
	for _, c := range []struct {
		name    Name
		path    string
		parents int
		want    string
	}{
		{show, "/v2/{kitchen}/jars/{id}", 0, "ShowJar"},
		{list, "/v2/{kitchen}/jars", 0, "ListJars"},
		{show, "/v2/{kitchen}/jars", 0, "ShowJar"},
		{list, "/v2/{kitchen}/jars/{id}", 0, "ShowJar"},
		{list, "/v2/{kitchen}/jars/detail", 0, "ListJarDetails"},
		{show, "/v2/jars/{id}/action", 0, "ShowJar"},
		{show, "/v2/jars/{id}/detail", 0, "ShowJar"},
		{show, "/v2/jars/batch-delete", 0, "ShowJar"},
		{list, "/v2/jars/{id}/lids", 1, "ListJarLids"},
		{list, "/v2/glass/jars", 1, "ListGlassJars"},
		{list, "/v2/jars", 1, ""},
		{list, "/oak/v2/jars", 1, ""},
		{list, "/", 0, ""},
		{list, "/v2/detail", 0, "ListDetail"},
	} {
		if got := c.name.OfPath(c.path, c.parents, isVersion); got != c.want {
			t.Errorf("%s with %d parents: got %q, want %q", c.path, c.parents, got, c.want)
		}
	}
	for path, want := range map[string]string{"/oak/v2/jars": "Oak", "/api/v2/jars": "", "/v2/jars": "", "/jars": "", "/{x}/oak-elm/v2": "OakElm"} {
		if got := PathPrefix(path, isVersion); got != want {
			t.Errorf("the prefix of %s is %q, want %q", path, got, want)
		}
	}
	for folder, want := range map[string]string{"Jar Management (Glass House APIs)": "GlassHouse", "Jars": "", "": "", "APIs of the Kitchen": "Kitchen", "Glass and glue": "GlassGlue"} {
		if got := FolderWords(folder, "ListJars"); got != want {
			t.Errorf("the folder %q tells %q, want %q", folder, got, want)
		}
	}
}

func TestSingularNames(t *testing.T) {
	for in, want := range map[string]string{"Jars": "Jar", "JarList": "Jar", "AbList": "Ab", "AList": "AList", "List": "List", "Jar": "Jar", "Caches": "Cache", "Statuses": "Status", "VMs": "VM", "Series": "Series"} {
		if got := Singular(in); got != want {
			t.Errorf("one of %s is %s, want %s", in, got, want)
		}
	}
}
