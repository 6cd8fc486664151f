package dialect

import "strings"

// historyTitles are the titles of pages that tell what changed in the documentation.
var historyTitles = words("change history", "document history", "history of changes", "release history", "revision history")

// ChangeHistory reports whether the page of that title tells what changed in the
// documentation. It does not apply where a history is what operations are about: "Obtaining
// the Account Change History".
func ChangeHistory(title string) bool { return historyTitles[strings.ToLower(title)] }

// Words of page titles, from which operations without an id of the provider get theirs:
// "Creating a Backup for a Resource" is CreateResourceBackup.

// TitleVerbs gives the verb that a title's word stands for. The verb "Query" is not one a
// name should have: whether a title lists or shows is told by its noun.
var TitleVerbs = map[string]string{
	"accepting": "Accept", "activating": "Activate", "adding": "Add", "allocating": "Allocate",
	"applying": "Apply", "approving": "Approve", "assigning": "Assign", "associating": "Associate",
	"attaching": "Attach", "authenticating": "Authenticate", "authorizing": "Authorize",
	"backing": "Back", "batch": "Batch", "binding": "Bind", "canceling": "Cancel", "cancelling": "Cancel",
	"changing": "Change", "checking": "Check", "clearing": "Clear", "cloning": "Clone",
	"closing": "Close", "collecting": "Collect", "confirming": "Confirm", "configuring": "Configure",
	"connecting": "Connect", "converting": "Convert", "copying": "Copy", "counting": "Count",
	"creating": "Create", "deactivating": "Deactivate", "debugging": "Debug", "decreasing": "Decrease",
	"decrypting": "Decrypt", "deleting": "Delete", "deploying": "Deploy", "deregistering": "Deregister",
	"detaching": "Detach", "detecting": "Detect", "disabling": "Disable", "disassociating": "Disassociate",
	"disconnecting": "Disconnect", "dissociating": "Dissociate", "downloading": "Download",
	"editing": "Edit", "enabling": "Enable", "encrypting": "Encrypt", "executing": "Execute",
	"expanding": "Expand", "exporting": "Export", "extending": "Extend", "filtering": "Filter",
	"forcibly": "Force", "forwarding": "Forward", "freezing": "Freeze", "generating": "Generate",
	"getting": "Query", "granting": "Grant", "handling": "Handle", "importing": "Import",
	"increasing": "Increase", "initializing": "Initialize", "installing": "Install",
	"issuing": "Issue", "joining": "Join", "listing": "List", "locking": "Lock", "logging": "Log",
	"managing": "Manage", "migrating": "Migrate", "modifying": "Modify", "mounting": "Mount",
	"moving": "Move", "obtaining": "Query", "opening": "Open", "operating": "Operate",
	"parsing": "Parse", "pausing": "Pause", "performing": "Perform", "pre-checking": "Precheck",
	"prechecking": "Precheck", "promoting": "Promote", "publishing": "Publish", "pushing": "Push",
	"querying": "Query", "reading": "Read", "rebooting": "Reboot", "rebuilding": "Rebuild",
	"receiving": "Receive", "recovering": "Recover", "reducing": "Reduce", "refreshing": "Refresh",
	"registering": "Register", "reinstalling": "Reinstall", "rejecting": "Reject",
	"refusing": "Refuse", "making": "Make", "inserting": "Insert", "purchasing": "Purchase", "merging": "Merge", "storing": "Store",
	"releasing": "Release", "removing": "Remove", "renaming": "Rename", "renewing": "Renew",
	"replacing": "Replace", "replicating": "Replicate", "reporting": "Report", "requesting": "Request",
	"completing": "Complete", "reserving": "Reserve", "resetting": "Reset", "resizing": "Resize", "restarting": "Restart", "restoring": "Restore",
	"resuming": "Resume", "retrieving": "Query", "retrying": "Retry", "revoking": "Revoke",
	"rolling": "Roll", "rotating": "Rotate", "running": "Run", "saving": "Save", "scaling": "Scale",
	"scheduling": "Schedule", "searching": "Search", "sending": "Send", "setting": "Set",
	"sharing": "Share", "showing": "Show", "specifying": "Specify", "splitting": "Split",
	"starting": "Start", "stopping": "Stop", "submitting": "Submit", "subscribing": "Subscribe",
	"suspending": "Suspend", "switching": "Switch", "synchronizing": "Synchronize",
	"tagging": "Tag", "terminating": "Terminate", "testing": "Test", "transferring": "Transfer",
	"triggering": "Trigger", "unbinding": "Unbind", "unfreezing": "Unfreeze",
	"uninstalling": "Uninstall", "unlocking": "Unlock", "unregistering": "Unregister",
	"unsubscribing": "Unsubscribe", "updating": "Update", "upgrading": "Upgrade",
	"uploading": "Upload", "using": "Use", "validating": "Validate", "verifying": "Verify",
	"viewing": "Query", "withdrawing": "Withdraw", "writing": "Write",
	// The plain form, as some titles and all ids have it.
	"add": "Add", "apply": "Apply", "create": "Create", "delete": "Delete", "disable": "Disable",
	"enable": "Enable", "get": "Query", "list": "List", "modify": "Modify", "query": "Query",
	"remove": "Remove", "reset": "Reset", "restart": "Restart", "set": "Set", "show": "Show",
	"start": "Start", "stop": "Stop", "update": "Update", "upload": "Upload",
}

// TitleFillers are words of a title that say nothing in a name.
var TitleFillers = map[string]bool{
	"a": true, "an": true, "the": true, "specified": true, "specific": true, "single": true,
	"given": true, "existing": true, "this": true, "its": true, "your": true, "information": true,
}

// TitleJoins are the prepositions of a title. What follows one stands before what precedes
// it in a name ("Tags of a Vault": VaultTags), unless Keep is set ("Vaults by Tag":
// VaultsByTag).
var TitleJoins = map[string]struct{ Keep bool }{
	"of": {}, "for": {}, "to": {}, "from": {}, "in": {}, "on": {}, "about": {}, "under": {}, "at": {}, "within": {},
	"by": {Keep: true}, "based": {Keep: true}, "with": {Keep: true}, "without": {Keep: true}, "using": {Keep: true},
	"between": {Keep: true}, "through": {Keep: true}, "as": {Keep: true}, "via": {Keep: true}, "into": {Keep: true},
}

// TitleHeads are nouns that decide the verb of a reading operation: "Querying the Number
// of Backups" counts, "Querying the Vault List" lists. The noun itself is then left out.
var TitleHeads = map[string]string{"number": "Count", "list": "List", "lists": "List", "details": "Show", "detail": "Show"}
