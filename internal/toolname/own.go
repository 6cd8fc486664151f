package toolname

// own are names that the code of generators has of its own, beside a class for each schema: a schema
// of that name would hide them, and what is generated would not compile or load.
var own = map[string]bool{
	// openapi-generator, Go and Python.
	"Configuration": true, "ServerConfiguration": true, "ServerConfigurations": true, "ServerVariable": true,
	"APIClient": true, "ApiClient": true, "APIKey": true, "BasicAuth": true, "APIResponse": true, "ApiResponse": true,
	"ApiException": true, "GenericOpenAPIError": true, "MappedNullable": true,
	// What models in Python import.
	"List": true, "Dict": true, "Set": true, "Any": true, "Optional": true, "Union": true, "Literal": true,
	"Annotated": true, "ClassVar": true, "BaseModel": true, "RootModel": true, "ConfigDict": true,
}

// IsOwn reports whether the code of generators has something of that name of its own.
func IsOwn(name string) bool { return own[name] }
