package main

import (
	"path/filepath"
	"testing"
)

const (
	booking    = "booking_a_ferry.rst"
	bookings   = "listing_bookings.rst"
	querying   = "querying_all_bookings.rst"
	showing    = "showing_a_booking.rst"
	cancelling = "cancelling_a_booking.rst"
	header     = "   X-Auth-Token Yes       String  The token.\n"
)

// ferrySteps are edits of another kind of pages than those of steps; the names last.
var ferrySteps = []step{
	{"parameter moved from the query to a header", exitInput, []edit{
		{booking, "dry_run   No        Boolean Whether to check", "trace     No        Boolean Whether to trace"},
		{booking, header, header + "   X-Dry-Run    No        Boolean Whether to check it.\n"},
	}},
	{"type of a response changed", exitInput, []edit{{booking, "price     Integer The price", "price     String  The price"}, {booking, `"price": 1200`, `"price": "12.00"`}}},
	{"values reordered", exitOK, []edit{{booking, "**ada**, **bea**, or **cleo**", "**cleo**, **ada**, or **bea**"}}},
	{"default changed", exitOK, []edit{{booking, "Default: **2**", "Default: **4**"}}},
	{"default gone", exitOK, []edit{{booking, " Default: **4**", ""}}},
	{"response no longer mandatory, which was never proven", exitOK, []edit{{showing, "captain   Yes", "captain   No "}}},
	{"page renamed and retitled at once", exitOK, []edit{
		{querying, "", bookings}, {querying, "Listing Bookings\n================", "Querying All Bookings\n====================="}, {bookings, "*", ""},
		{"index.rst", "listing_bookings", "querying_all_bookings"},
	}},
	{"operation deprecated", exitOK, []edit{{showing, "Showing a Booking\n=================", "Showing a Booking (Deprecated)\n=============================="}}},
	{"mandatory header added", exitInput, []edit{{booking, header, header + "   X-Harbour    Yes       String  The harbour.\n"}}},
	{"format changed", exitOK, []edit{{booking, "in the format YYYY-MM-DD.", "in the format YYYY-MM-DDThh:mm:ssZ."}, {booking, `"2024-05-01"`, `"2024-05-01T08:00:00Z"`}}},
	{"path parameter renamed", exitOK, []edit{{cancelling, "bookings/{booking_id}", "bookings/{id}"}, {cancelling, "booking_id Yes       String", "id         Yes       String"}}},
	{"example only", exitOK, []edit{{booking, `["Mia", "Noa"]`, `["Pia"]`}, {showing, `"deck": 4`, `"deck": 5`}}},
	{"status changed", exitInput, []edit{{booking, "201         Created", "202         Accepted"}}},
	{"items of a list changed, beside an example of the old ones", exitOK, []edit{{booking, "Array of strings The names", "Array of objects The names"}}},
	{"page split in two", exitOK, []edit{
		{"by_operator.rst", "", cancelling}, {"by_operator.rst", "Cancelling a Booking\n====================", "Cancelling a Booking as Operator\n================================"},
		{"by_operator.rst", "/v2/{project_id}/bookings/{id}", "/v2/operator/bookings/{id}"}, {"by_operator.rst", "   project_id Yes       String The project ID.\n", ""},
	}},
	{"query parameter made mandatory", exitInput, []edit{{querying, "tenant    No ", "tenant    Yes"}}},
	{"field of a response renamed", exitInput, []edit{{querying, "   harbour   String  The harbour.", "   port      String  The harbour."}, {querying, `"harbour": "north"`, `"port": "north"`}}},
	{"limit of a parameter", exitInput, []edit{{querying, "Only bookings of this ship.", "Only bookings of this ship. It can contain 1 to 8 characters."}}},
	{"version of a path moved", exitInput, []edit{{booking, "POST /v2/{project_id}/bookings\n\n", "POST /v3/{project_id}/bookings\n\n"}, {booking, "{Endpoint}/v2/", "{Endpoint}/v3/"}}},
	{"method changed", exitInput, []edit{{cancelling, "- DELETE /v2", "- POST /v2"}}},
	{"lines broken elsewhere", exitOK, []edit{{booking, "This API is used to book a ferry.", "This API is used to\nbook a ferry."}}},
}

// TestDiffOfFerries: further edits, with names that last.
func TestDiffOfFerries(t *testing.T) {
	tellHistory(t, "ferries", "ferries.txt", ferrySteps, nil, "--lock", filepath.Join(t.TempDir(), "names.yaml"))
}
