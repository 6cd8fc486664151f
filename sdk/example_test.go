package sdk_test

import (
	"encoding/json"
	"fmt"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// A nullable field has three states, and each is written as it was read.
func ExampleNullable() {
	var server struct {
		Name  sdk.Nullable[string] `json:"name,omitzero"`
		Image sdk.Nullable[string] `json:"image,omitzero"`
		Zone  sdk.Nullable[string] `json:"zone,omitzero"`
	}
	if err := json.Unmarshal([]byte(`{"name":"web","image":null}`), &server); err != nil {
		fmt.Println(err)
	}
	name, ok := server.Name.Get()
	fmt.Println(name, ok, server.Image.IsNull(), server.Zone.IsZero())

	server.Zone = sdk.Value("eu-de-01")
	server.Name = sdk.Null[string]()
	text, err := json.Marshal(server)
	fmt.Println(string(text), err)
	// Output:
	// web true true true
	// {"name":null,"image":null,"zone":"eu-de-01"} <nil>
}

// A size that is a string on one page and a number on another.
func ExampleScalar() {
	var sizes []sdk.Scalar
	if err := json.Unmarshal([]byte(`["40", 40, 25.2]`), &sizes); err != nil {
		fmt.Println(err)
	}
	for _, size := range sizes {
		gigabytes, err := size.Float64()
		fmt.Println(size, gigabytes, err)
	}
	text, err := json.Marshal(append(sizes, sdk.IntScalar(80)))
	fmt.Println(string(text), err)
	// Output:
	// 40 40 <nil>
	// 40 40 <nil>
	// 25.2 25.2 <nil>
	// ["40",40,25.2,80] <nil>
}
