package dialect

// foreignPaths are paths of other services that guides of any set show: how to get a
// token, how to find a project.
var foreignPaths = map[string]string{
	"/v3/auth/tokens":                    "the identity service",
	"/v3/auth/projects":                  "the identity service",
	"/v2.0/networks":                     "the network service",
	"/v3/projects":                       "the identity service",
	"/v3.0/OS-CREDENTIAL/securitytokens": "the identity service",
}

// ForeignPath names the service that a path in a guide belongs to, "" where it is not known
// to be another one's.
func ForeignPath(path string) string { return foreignPaths[path] }
