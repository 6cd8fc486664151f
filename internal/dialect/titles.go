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

// PlainVerb is the verb of a title that a word is the plain form of, where the table of verbs has its gerund: "obtain".
func PlainVerb(word string) (verb string, ok bool) {
	verb, ok = plainVerbs[strings.ToLower(word)]
	return verb, ok
}

var plainVerbs = func() map[string]string {
	out := make(map[string]string, len(TitleVerbs))
	for word, verb := range TitleVerbs {
		if plain, ok := Gerund(word); ok {
			out[plain] = verb
		}
	}
	return out
}()

// TitleFillers are words of a title that say nothing in a name.
var TitleFillers = words("a", "an", "the", "specified", "specific", "single", "given", "existing", "this", "its", "your",
	"information", "info", "multiple", "kind", "own")

// Articles are the fillers that only a noun phrase starts with.
var Articles = words("a", "an", "the")

// TitleJoins are the prepositions of a title. What follows one stands before what precedes
// it in a name ("Tags of a Vault": VaultTags), unless Keep is set ("Vaults by Tag":
// VaultsByTag).
var TitleJoins = map[string]struct{ Keep bool }{
	"of": {}, "for": {}, "to": {}, "from": {}, "in": {}, "on": {}, "about": {}, "under": {}, "at": {}, "within": {},
	"by": {Keep: true}, "based": {Keep: true}, "with": {Keep: true}, "without": {Keep: true}, "using": {Keep: true},
	"between": {Keep: true}, "through": {Keep: true}, "as": {Keep: true}, "via": {Keep: true}, "into": {Keep: true},
	"after": {Keep: true}, "before": {Keep: true}, "per": {Keep: true}, "during": {Keep: true},
}

// TitleHeads are nouns that decide the verb of a reading operation: "Querying the Number
// of Backups" counts, "Querying the Vault List" lists. The noun itself is then left out.
var TitleHeads = map[string]string{"number": "Count", "list": "List", "lists": "List", "details": "Show", "detail": "Show"}

// TitleCompounds are words with a hyphen, or of several words, that are one word in a name.
var TitleCompounds = map[string]string{
	"add-on": "Addon", "add-ons": "Addons", "plug-in": "Plugin", "plug-ins": "Plugins",
	"pre-check": "Precheck", "pre-checks": "Prechecks", "log-in": "Login", "sign-in": "Signin", "check-in": "Checkin",
	"back-up": "Backup", "e-mail": "Email", "on-line": "Online", "off-line": "Offline", "sub-network": "Subnetwork",
}

// TitlePhrase is a phrase that a name says in other words, or not at all. A phrase that Batch
// is set for says that the call does for many things what the verb says.
type TitlePhrase struct {
	From, To string
	Batch    bool
}

// TitlePhrases are the phrases that are rewritten before a title is read, the longer ones first.
var TitlePhrases = []TitlePhrase{
	{From: "in a specified time range", To: "by time range"},
	{From: "within a specified time range", To: "by time range"},
	{From: "based on the specified", To: "by"},
	{From: "with a specified id", To: ""},
	{From: "one piece of metadata", To: "metadata item"},
	{From: "a piece of metadata", To: "metadata item"},
	{From: "of a specified type", To: "by type"},
	{From: "of a specific type", To: "by type"},
	{From: "one or more", To: ""},
	{From: "point in time", To: "PointInTime"},
	{From: "based on", To: "by"},
	{From: "according to", To: "by"},
	{From: "in batches", Batch: true},
	{From: "in a batch", Batch: true},
	{From: "in bulk", Batch: true},
	{From: "at a time", Batch: true},
	{From: "at once", Batch: true},
}

// TitleDeed is what a noun at the end of a title says is done, and the HTTP methods that can do it.
type TitleDeed struct {
	Verb    string
	Methods []string
}

// TitleDeeds are the nouns at the end of a title that say what is done: "Lid Creation".
var TitleDeeds = map[string]TitleDeed{
	"creation":     {"Create", []string{"POST", "PUT"}},
	"deletion":     {"Delete", []string{"DELETE", "POST"}},
	"modification": {"Modify", []string{"PATCH", "POST", "PUT"}},
	"query":        {"Query", []string{"GET", "POST"}},
	"removal":      {"Remove", []string{"DELETE", "POST"}},
}

// TitleSubjects begin a title that says what the page is, and only then what is done: "API for Opening a Lid".
var TitleSubjects = words("api", "interface", "operation", "function")

// TitleParticles are the words that, right after a verb, belong to it: "Scaling Up", "Waking
// Up", "Logging In", "Applying for".
var TitleParticles = words("up", "down", "out", "in", "back", "off", "over", "for")

// SwitchingVerbs are those to which "on" belongs, too: "Powering On a Server".
var SwitchingVerbs = words("Turn", "Switch", "Power")

// TitleAdverbs are the words, beside those in -ly, that say before a gerund how it is done, each
// with what a name has of it.
var TitleAdverbs = map[string]string{
	"forcibly": "Force", "cold": "Cold", "hot": "Hot", "live": "Live", "early": "Early", "auto": "Auto", "quick": "Quick", "bulk": "Batch",
}

// MovingVerbs are those of which "to" says where something goes, so that the order stays:
// "Restoring Data to a New Instance" is RestoreDataToNewInstance.
var MovingVerbs = words("Authorize", "Change", "Connect", "Convert", "Export", "Migrate", "Move", "Restore", "Send",
	"Switch", "Synchronize", "Upgrade")

// TitleParticiples follow a noun, and a preposition follows them: "NICs Bound to a BMS".
var TitleParticiples = words("accessible", "added", "affected", "applied", "assigned", "associated", "attached", "available",
	"belonging", "bound", "configured", "corresponding", "created", "granted", "mounted", "protected", "related", "shared", "stored",
	"supported", "used")

// ClauseWords start a relative clause, ClauseVerbs end its subject: "the Group to Which a User
// Belongs".
var (
	ClauseWords = words("that", "which", "who", "whom", "whose")
	ClauseVerbs = words("is", "are", "can", "could", "has", "have", "belongs", "belong", "exists", "exist", "was", "were", "will")
)

// Pronouns stand for what a title has named before.
var Pronouns = words("it", "them")

// Nominals are the nouns of gerunds that stand after a preposition: "the Link for Downloading a
// Backup File" is BackupFileDownloadLink. The noun of another gerund is its verb.
var Nominals = map[string]string{
	"creating": "Creation", "deleting": "Deletion", "restoring": "Restoration", "modifying": "Modification",
	"configuring": "Configuration", "receiving": "Receipt", "installing": "Installation", "migrating": "Migration",
	"registering": "Registration", "storing": "Storage", "removing": "Removal", "associating": "Association",
	"authenticating": "Authentication", "synchronizing": "Synchronization", "replicating": "Replication",
}

// ParticiplesAble are the adjectives in -able of participles that do not just end in -ed: "Plug-ins
// That Can Be Bound".
var ParticiplesAble = map[string]string{
	"bound": "Bindable", "unbound": "Unbindable", "set": "Settable", "run": "Runnable", "sent": "Sendable", "read": "Readable",
	"written": "Writable", "taken": "Takable", "applied": "Applicable", "modified": "Modifiable", "specified": "Specifiable",
	"deleted": "Deletable", "upgraded": "Upgradable", "created": "Creatable", "used": "Usable",
}

// TitleAspects say how much a title tells of a thing: "Brief Information About Disks".
var TitleAspects = words("brief", "detailed", "basic", "general")

// PathVerbs are the ends of paths that say what is done or how it is asked: "…/disks/detail".
var PathVerbs = words("action", "actions", "create", "del", "delete", "detail", "details", "enlarge", "modify", "query", "search", "update")

// PathPrefixFillers may stand before the version of any path.
var PathPrefixFillers = words("api", "apis", "rest", "service", "services", "web")

// FolderFillers are words of a folder's title that tell no operation from another one.
var FolderFillers = words("api", "apis", "management", "query", "querying", "related", "operations", "operation", "recommended", "deprecated", "discarded", "information")
