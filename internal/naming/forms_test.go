package naming

import (
	"slices"
	"testing"
)

// TestForms holds each form that a title can have to the name that it gives: clauses, gerunds, questions,
// owners, alternatives, several verbs, and titles that end too early.
func TestForms(t *testing.T) {
	for _, c := range []struct{ title, method, path, want string }{
		{"Querying Kites That Can Be Configured in a Park", "get", "", "ListParkConfigurableKites"},
		{"Querying the Strings That Can Be Replaced of a Kite", "get", "", "ListKiteReplacableStrings"},
		{"Querying Kites That Can Be", "get", "", "ListKites"},
		{"Querying the Park in Which a Kite Flies", "get", "", "ShowKitePark"},
		{"Querying the Park to Which the Kite Belongs", "get", "", "ShowKitePark"},
		{"Querying the Name That a Ticket Secures", "get", "", "ShowTicketName"},
		{"Querying Visitors a Park Is Closed To", "get", "", "ListParkVisitors"},
		{"Querying Parks the Visitor Has", "get", "", "ListVisitorParks"},
		{"Querying Kites Which Fly", "get", "", "ListKites"},
		{"Querying Seats Whose Owner Is Known", "get", "", "ListOwnerSeats"},
		{"Querying the Link for Downloading a Ticket", "get", "", "ShowTicketDownloadLink"},
		{"Querying the Link for Downloading Tickets", "get", "", "ShowTicketDownloadLink"},
		{"Querying the Link for the Downloading of Tickets", "get", "", "ShowTicketDownloadingLink"},
		{"Querying the Rules for Knitting a Sail", "get", "", "ListSailKnitRules"},
		{"Querying the Rules for Knitting", "get", "", "ListKnittingRules"},
		{"Querying the Rules for Knitting Sails", "get", "", "ListKnittingSailRules"},
		{"Querying the Rules for Flying a Kite in a Park", "get", "", "ListParkKiteFlyRules"},
		{"Checking Whether a Kite Has Strings", "get", "", "CheckKiteStrings"},
		{"Checking Whether a Kite Has Strings of Silk", "get", "", "CheckSilkKiteStrings"},
		{"Checking Whether Kites Have a Tail", "get", "", "CheckKiteTail"},
		{"Checking Whether a Ticket Exists", "get", "", "CheckTicketExists"},
		{"Checking Whether a Kite Is in the Air", "get", "", "CheckKiteIsInAir"},
		{"Checking Whether a Kite Can Fly", "get", "", "CheckKiteCanFly"},
		{"Querying Whether a Park Is Open", "get", "", "CheckParkIsOpen"},
		{"Checking Whether", "get", "", "CheckWhether"},
		{"Checking Whether It Rains", "get", "", "CheckItRains"},
		{"Querying Kites and Tickets of a Park", "get", "", "ListParkKitesAndTickets"},
		{"Querying Kites, Tickets, and Seats", "get", "", "ListKitesTicketsAndSeats"},
		{"Querying Tickets by Kite and Park", "get", "", "ListTicketsByKiteAndPark"},
		{"Querying the Tickets of All Parks", "get", "", "ListAllParksTickets"},
		{"Querying All", "get", "", "List"},
		{"Querying the Total Number of Tickets", "get", "", "CountTickets"},
		{"Querying the Total of Tickets", "get", "", "ShowTicketTotal"},
		{"Querying the Number", "get", "", "CountNumber"},
		{"Listing the Number of Tickets", "get", "", "CountTickets"},
		{"Creating a Number of Tickets", "post", "", "CreateTicketNumber"},
		{"Querying the List of Parks", "get", "", "ListParks"},
		{"Listing the List of Parks", "get", "", "ListParks"},
		{"Querying the Details of a Park", "get", "", "ShowPark"},
		{"Querying the Details of Parks", "get", "/v1/parks/detail", "ListParkDetails"},
		{"Querying Details About Parks", "get", "/v1/parks/details", "ListParkDetails"},
		{"Querying Details About Parks", "get", "/detail", "ListParks"},
		{"Querying Basic Information About Parks", "get", "", "ListParksBasic"},
		{"Querying Basic and Extended Information About Parks", "get", "", "ShowParkBasicAndExtendedInformation"},
		{"Querying the Park Details", "get", "", "ShowPark"},
		{"Querying the Park Details", "get", "/parks/detail", "ListParkDetails"},
		{"Querying Park and List", "get", "", "ListParks"},
		{"Moving a Kite to a Park", "post", "", "MoveKiteToPark"},
		{"Moving a Kite to a New Park", "post", "", "MoveKiteToNewPark"},
		{"Moving a Small Kite to a Large Kite", "post", "", "MoveSmallKiteToLargeKite"},
		{"Copying a Kite to Another Park and Seat", "post", "", "CopyAnotherParkAndSeatKite"},
		{"Attaching a Tail to a Kite", "post", "", "AttachKiteTail"},
		{"Detaching a Tail from a Kite", "post", "", "DetachKiteTail"},
		{"Migrating Kites from a Park to a Hall", "post", "", "MigrateParkKitesToHall"},
		{"Querying Tails Attached to a Kite", "get", "", "ListTailsAttachedToKite"},
		{"Querying Tails Not Attached to a Kite", "get", "", "ListTailsNotAttachedToKite"},
		{"Querying Tails Attached", "get", "", "ShowTailsAttached"},
		{"Querying the Existing or Planned Kites", "get", "", "ListPlannedKites"},
		{"Querying Wind Speed or Rain Speed", "get", "", "ShowWindOrRainSpeed"},
		{"Querying Wind, Rain, or Snow Levels", "get", "", "ListWindRainOrSnowLevels"},
		{"Querying a Visitor of a Visitor Group", "get", "", "ShowVisitorOfGroup"},
		{"Querying a Group of a Visitor Group", "get", "", "ShowGroupOfVisitorGroup"},
		{"Querying a Ticket of an Issued Ticket", "get", "", "ShowTicketOfIssuedTicket"},
		{"Querying a Red Kite of a Red Kite", "get", "", "ShowRedKiteOfRedKite"},
		{"Flying a Kite and Landing the Kite", "post", "", "FlyAndLandKite"},
		{"Flying a Kite, Landing a Kite, or Folding a Tail", "post", "", "FlyLandKiteOrFoldTail"},
		{"Flying a Kite or Flying a Balloon", "post", "", "FlyKiteOrBalloon"},
		{"Creating a Kite or Adding a Tail", "post", "", "CreateKiteOrAddTail"},
		{"Creating a Kite and Adding a Tail and Deleting a String", "post", "", "CreateKiteAndAddTailAndDeleteString"},
		{"Creating, Deleting, and Updating Kites", "post", "", "CreateDeleteAndUpdateKites"},
		{"Creating or Creating Kites", "post", "", "CreateOrCreateKites"},
		{"Turning On a Lamp", "post", "", "TurnOnLamp"},
		{"Turning Off a Lamp", "post", "", "TurnOffLamp"},
		{"Turning a Lamp On", "post", "", "TurnLamp"},
		{"Switching On a Lamp", "post", "", "SwitchOnLamp"},
		{"Logging In", "post", "", "LogIn"},
		{"Logging In to a Park", "post", "", "LogInPark"},
		{"Scaling Out a Park", "post", "", "ScaleOutPark"},
		{"Scaling In Parks", "post", "", "ScaleInParks"},
		{"Quickly Creating a Kite", "post", "", "QuicklyCreateKite"},
		{"Batch Creating Kites", "post", "", "BatchCreateKites"},
		{"Batch Kites", "post", "", "BatchKites"},
		{"Creating Kites in Batches", "post", "", "BatchCreateKites"},
		{"Batch Creating Kites in Batches", "post", "", "BatchCreateKites"},
		{"Forcibly Stopping Flying a Kite", "post", "", "ForceStopKite"},
		{"Stopping Flying Kites", "post", "", "StopFlyingKites"},
		{"GET Kites", "get", "", "ShowKites"},
		{"GET", "get", "", "Show"},
		{"DELETE Kite", "delete", "", "DeleteKite"},
		{"Kite Management", "get", "", "ShowKite"},
		{"Management", "get", "", "ShowManagement"},
		{"Kite Management", "post", "", "CreateKite"},
		{"Obtaining a Ticket", "post", "", "ObtainTicket"},
		{"Obtaining Tickets", "get", "", "ListTickets"},
		{"Bringing Kites", "post", "", "BringKites"},
		{"String of Kites", "get", "", "ShowKiteString"},
		{"Springing a Leak", "post", "", "SpringLeak"},
		{"Ring", "get", "", "ShowRing"},
		{"Park's Kites", "get", "", "ShowParkKites"},
		{"Visitors’ Kites", "get", "", "ShowVisitorsKites"},
		{"Kites of the Park (V2)", "get", "", "ShowParkKites"},
		{"Kites (in the Park) of a Visitor", "get", "", "ShowVisitorKites"},
		{"Creating a Kite/Balloon", "post", "", "CreateKiteBalloon"},
		{"Creating a Kite: Simple Case", "post", "", "CreateKiteSimpleCase"},
		{"Querying Park—Kites", "get", "", "ListParkKites"},
		{"Read-only Kites", "get", "", "ShowReadOnlyKites"},
		{"Pre-checking Kites", "post", "", "PrecheckKites"},
		{"Adding Add-ons", "post", "", "AddAddons"},
		{", Kites", "get", "", "ShowKites"},
		{"or Kites", "get", "", "ShowKites"},
		{"Querying of", "get", "", "Show"},
		{"Querying by Park", "get", "", "ShowPark"},
		{"Querying Kites in", "get", "", "ListKites"},
		{"Querying Kites of the", "get", "", "ListKites"},
		{"Querying Kites and", "get", "", "ListKites"},
		{"Listing All Kites of a Park by Visitor", "get", "", "ListParkKitesByVisitor"},
		{"Listing Kites by Park of a Visitor", "get", "", "ListKitesByParkVisitor"},
		{"Listing Statuses", "get", "", "ListStatuses"},
		{"Querying the Status", "get", "", "ShowStatus"},
		{"Querying the Bus", "get", "", "ShowBus"},
		{"Querying a Series", "get", "", "ListSeries"},
		{"Querying Statistics", "get", "", "ListStatistics"},
		{"Querying Access", "get", "", "ShowAccess"},
		{"Querying VMSs", "get", "", "ListVMSs"},
		{"Querying VMS", "get", "", "ShowVMS"},
		{"Querying the VMS List", "get", "", "ListVMS"},
		{"Querying the Class List", "get", "", "ListClasses"},
		{"Querying the Dish List", "get", "", "ListDishes"},
		{"Querying the Day List", "get", "", "ListDays"},
		{"Querying the y List", "get", "", "ListYs"},
		{"Powering On a Lamp", "post", "", "PowerOnLamp"},
		{"Powering Off a Lamp", "post", "", "PowerOffLamp"},
		{"Powering a Lamp", "post", "", "PowerLamp"},
		{"Putting on a Lamp", "post", "", "PutLamp"},
		{"Turn On", "post", "", "CreateTurn"},
		{"Querying Kites That Can Be Attached to a Park", "get", "", "ListParkAttachableKites"},
		{"Querying Accounts an Owner Shares", "get", "", "ListAccountsOwnerShares"},
		{"Querying the Park, the Visitor Enters", "get", "", "ListParkVisitorEnters"},
		{"Querying All Tails of All Kites", "get", "", "ListAllKitesTails"},
		{"Querying the Number of Tails of a Kite", "get", "", "CountKiteTails"},
		{"Querying the Number of Kites and Tails", "get", "", "CountKitesAndTails"},
		{"Querying the Statistics of Kites", "get", "", "ListKiteStatistics"},
		{"Listing Details of Kites", "get", "", "ListKites"},
		{"Listing Details of Kites", "get", "/kites/detail", "ListKiteDetails"},
		{"Listing Details of a Kite", "get", "/kites/{id}/detail", "ListKite"},
		{"Listing Kite", "get", "", "ListKite"},
		{"Listing the Kite List", "get", "", "ListKites"},
		{"Updating the Kite List", "put", "", "UpdateKiteList"},
		{"Updating the Number of Kites", "put", "", "UpdateKiteNumber"},
		{"Updating Details of Kites", "put", "", "UpdateKiteDetails"},
		{"Exporting Tickets to a File", "post", "", "ExportTicketsToFile"},
		{"Upgrading a Kite to a Large Kite", "post", "", "UpgradeKiteToLarge"},
		{"Changing a Park Gate to a Main Park Gate", "put", "", "ChangeParkGateToMain"},
		{"Connecting a Tail to a Long Tail", "post", "", "ConnectTailToLong"},
		{"Sending a Ticket to Visitors by Mail", "post", "", "SendTicketToVisitorsByMail"},
		{"Sending a Ticket to All Visitors", "post", "", "SendTicketToVisitors"},
		{"Querying Kites Used by a Visitor or Shared with a Park", "get", "", "ListKitesUsedByVisitorOrSharedWithPark"},
		{"Querying Kites by Tag and the Number of Tails", "get", "", "ListKitesByTagAndNumberTails"},
		{"Querying the Kite Bound to the Park", "get", "", "ShowKiteBoundToPark"},
		{"Querying Bound Kites", "get", "", "ListBoundKites"},
		{"Querying the Parks of Kites in Use", "get", "", "ListUseKiteParks"},
		{"Querying Kites of a Kite", "get", "", "ListKitesOfKite"},
		{"Querying a Kite Tail of a Kite", "get", "", "ShowKiteTailOfKite"},
		{"Querying a Tail of a Kite Tail", "get", "", "ShowTailOfKiteTail"},
		{"Querying Tails of Kite Tails of a Park", "get", "", "ListParkTailsOfKiteTails"},
		{"Querying the Visitors and Seats of All Halls of a Park", "get", "", "ListAllParkHallsVisitorsAndSeats"},
		{"Adding, and Removing Kites", "post", "", "AddAndRemoveKites"},
		{"Adding Kites, Removing Kites", "post", "", "AddRemoveKites"},
		{"Adding Kites or Querying", "post", "", "AddKitesOrQuerying"},
		{"Adding Kites or Tails or Removing Seats", "post", "", "AddKitesOrTailsOrRemoveSeats"},
		{"Starting, Stopping, or Scaling In a Park", "post", "", "StartStopOrScalePark"},
		{"Starting or Quickly Stopping a Park", "post", "", "StartOrQuicklyStopPark"},
		{"Starting Kites and Batch Stopping Kites", "post", "", "StartKitesAndBatchStoppingKites"},
		{"Sealing a Jar or Sealing a Tub and Sealing a Lid", "post", "", "SealJarOrTubAndLid"},
		{"Adding Kites or Tails or Dropping Seats", "post", "", "AddKitesOrTailsOrDroppingSeats"},
		{"Adding Kites or Tails or Dropping a Seat", "post", "", "AddKitesOrTailsOrDropSeat"},
		{"Batch Adding", "post", "", "BatchAdd"},
		{"Changing a Park Gate to a Park Gate", "put", "", "ChangeParkGateToParkGate"},
		{"Moving a Small Kite to a Kite", "post", "", "MoveSmallKiteToKite"},
		{"Stopping, Slicing", "post", "", "StopSlice"},
		{"Stopping and Listing Tickets", "get", "", "StopAndListTickets"},
		{"Stopping and Querying Tickets", "get", "", "StopAndQueryTickets"},
		{"One Piece of Metadata", "get", "", "ShowMetadataOnePiece"},
		{"Querying Basic", "get", "", "ShowBasic"},
		{"Querying Details About All", "get", "/kites/detail", "List"},
		{"Querying Seats Whose", "get", "", "ListSeats"},
		{"Querying Tails Not Attached Firmly to a Kite", "get", "", "ShowKiteTailsNotAttachedFirmly"},
		{"Kites of", "get", "", "ShowKites"},
		{"of Kites", "get", "", "ShowKites"},
		{"Early Start of Kites", "get", "", "EarlyStartKites"},
		{"Only Kites", "get", "", "ShowOnlyKites"},
		{"July Flying Kites", "get", "", "ShowJulyFlyingKites"},
		{"July Creating Kites", "get", "", "ShowJulyCreatingKites"},
		{"Truly Creating Kites", "post", "", "TrulyCreateKites"},
		{"or", "get", "", "Show"},
	} {
		if got := OperationID(c.title, c.method, c.path); got != c.want {
			t.Errorf("%q: got %s, want %s", c.title, got, c.want)
		}
	}
}

func TestPathNames(t *testing.T) {
	isVersion := func(s string) bool { return s == "v2" }
	for _, c := range []struct {
		path    string
		parents int
		want    string
	}{
		{"/parks/{park_id}/gates/{gate_id}/kites", 1, "ListGateKites"},
		{"/parks/{park_id}/gates/{gate_id}/kites", 2, "ListParkGateKites"},
		{"/parks/{park_id}/gates/{gate_id}/kites", 3, ""},
		{"/parks/v2/kites", 0, "ListKites"},
		{"/parks/v2/kites", 1, ""},
		{"/parks/{park_id}/kites/search", 0, "ListKites"},
		{"/parks/kites/details", 1, "ListParksKiteDetails"},
		{"/parks/{park_id}/kites/{kite_id}", 1, "ShowParkKite"}, // one, whatever its title says
	} {
		if got := (Name{Verb: "List", Many: true}).OfPath(c.path, c.parents, isVersion); got != c.want {
			t.Errorf("%s with %d parents: got %q, want %q", c.path, c.parents, got, c.want)
		}
	}
	for path, want := range map[string]string{"/v2/parks/{park}/kites": "ListParksKites", "/v2/parks/{park}/kites/{kite}": "ShowParksKite", "/v2/{park}": "Show"} {
		if got := (Name{Verb: "List", Many: true}).Whole(path, isVersion); got != want {
			t.Errorf("%s as a whole: got %q, want %q", path, got, want)
		}
	}
	if got := (Name{Verb: "Delete"}).Whole("/parks/{park}/kites/{kite}", isVersion); got != "DeleteParksKite" {
		t.Errorf("got %q", got)
	}
	if got, want := PathWords("/v2/{park}/open-kites/-/tails", isVersion), []string{"OpenKites", "Tails"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumberOfNouns(t *testing.T) {
	for in, want := range map[string]string{"kites": "kite", "ds": "ds", "Ds": "Ds", "IPs": "IP", "VMSs": "VMS", "GS": "GS", "Aas": "Aa", "bus": "bus", "class": "class", "axis": "axis", "ties": "tie", "policies": "policy", "metrics": "metrics", "dishes": "dish", "boxes": "box"} {
		if got := singular(in); got != want {
			t.Errorf("one of %s is %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"kite": "kites", "kites": "kites", "key": "keys", "policy": "policies", "y": "ys", "IP": "IPs", "SMS": "SMS", "box": "boxes", "match": "matches", "": ""} {
		if got := plural(in); got != want {
			t.Errorf("several of %s are %s, want %s", in, got, want)
		}
	}
}
