package sdk_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// vault is as a generated struct is.
type vault struct {
	ID    *string `json:"id,omitzero"`
	Size  *int64  `json:"size,omitzero"`
	Token *string `json:"token,omitzero"`

	Kept sdk.Kept `json:"-"`
}

func (v *vault) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

func (v vault) Inspect() sdk.Violations {
	c := gen.NewInspector()
	c.Kept(&v, v.Kept)
	return c.Found()
}

type wrapped struct {
	Vault *vault `json:"vault"`

	Kept sdk.Kept `json:"-"`
}

func (v *wrapped) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

// TestRoot gives the only member of a response, also where the service leaves out the
// object around it.
func TestRoot(t *testing.T) {
	for body, want := range map[string]string{
		`{"vault": {"id": "a"}}`:                "a",
		`{"vault": {"id": "a"}, "other": true}`: "a",
		`{"id": "b", "more": 1}`:                "b",
		``:                                      "",
		`{"error_code": "x"}`:                   "unreadable",
		`{"other": true}`:                       " unreadable",
		`{}`:                                    " unreadable",
		`[]`:                                    "unreadable",
		`null`:                                  "unreadable",
		`{"vault": "a"}`:                        "unreadable",
		`{"vault": null}`:                       " unreadable",
	} {
		for _, required := range []bool{false, true} {
			// With a space it depends: the zero value, or an error where the member is required.
			want := want
			if after, depends := strings.CutPrefix(want, " "); depends && !required {
				want = ""
			} else {
				want = after
			}
			testRoot(t, body, required, want)
		}
	}
}

func testRoot(t *testing.T, body string, required bool, want string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(body))
	}))
	defer server.Close()
	call := connect(t, server.URL, sdk.NoAuth()).Call(t.Context(), "ShowVault", nil)
	req, err := call.NewRequest(http.MethodGet, "/", nil, "", nil)
	var response wrapped
	var got *vault
	if err = call.Do(req, err, &response); err == nil {
		got, err = gen.Root(call, "vault", required, response.Vault)
	}
	var failed *sdk.Error
	switch {
	case want == "unreadable":
		if !errors.Is(err, sdk.ErrUnreadable) || !errors.As(err, &failed) || string(failed.Body) != body {
			t.Errorf("%s, required %v: %+v %v", body, required, got, err)
		}
	case err != nil || (got.ID == nil) != (want == "") || want != "" && *got.ID != want:
		t.Errorf("%s, required %v: %+v %v", body, required, got, err)
	}
}

// TestRootAfterTheEnd: what the end of a context keeps from being read is not taken for a resource
// that is empty, or for a response of another form.
func TestRootAfterTheEnd(t *testing.T) {
	for _, body := range []string{`{"id": "b"}`, `[{"id": "b"}]`} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
		}))
		defer server.Close()
		ctx, cancel := context.WithCancel(t.Context())
		call := connect(t, server.URL, sdk.NoAuth()).Call(ctx, "ShowVault", nil)
		req, err := call.NewRequest(http.MethodGet, "/", nil, "", nil)
		var raw []byte
		if err := call.Do(req, err, &raw); err != nil {
			t.Fatal(err)
		}
		cancel()
		one, err := gen.Root[vault](call, "vault", false, nil)
		if !errors.Is(err, context.Canceled) || errors.Is(err, sdk.ErrUnreadable) {
			t.Errorf("%s: %+v %v", body, one, err)
		}
		list, err := gen.List[vault](call, "vaults", false, nil)
		if !errors.Is(err, context.Canceled) || errors.Is(err, sdk.ErrUnreadable) {
			t.Errorf("%s: %+v %v", body, list, err)
		}
	}
}

type listed struct {
	Vaults []vault `json:"vaults,omitzero"`
	Count  *int64  `json:"count,omitzero"`

	Kept sdk.Kept `json:"-"`
}

func (v *listed) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

// TestList tells a list that is not there from one that cannot be read.
func TestList(t *testing.T) {
	const depends = -2 // an error where the member is required, else no items
	for body, want := range map[string]int{
		`{"vaults": [{"id": "a"}, {}], "count": 2}`: 2,
		`{"vaults": []}`:      0,
		`{"vaults": null}`:    0,
		`{"count": 0}`:        depends,
		`{"other": 0}`:        depends,
		`{}`:                  depends,
		``:                    0,
		`[{"id": "a"}]`:       1,
		`{"error_code": "x"}`: -1,
		`{"vaults": "none"}`:  -1,
		`"none"`:              -1,
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
		}))
		for _, required := range []bool{false, true} {
			call := connect(t, server.URL, sdk.NoAuth()).Call(t.Context(), "ListVault", nil)
			req, err := call.NewRequest(http.MethodGet, "/", nil, "", nil)
			var response listed
			var got []vault
			if err = call.Do(req, err, &response); err == nil {
				got, err = gen.List(call, "vaults", required, response.Vaults)
			}
			if want == -1 || want == depends && required {
				if !errors.Is(err, sdk.ErrUnreadable) {
					t.Errorf("%s, required %v: %+v %v", body, required, got, err)
				}
			} else if err != nil || len(got) != max(want, 0) {
				t.Errorf("%s, required %v: %+v %v", body, required, got, err)
			}
		}
		server.Close()
	}
}

func TestInspect(t *testing.T) {
	var v vault
	if err := v.UnmarshalJSON([]byte(`{"id": "a", "size": "forty", "colour": "red"}`)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, one := range v.Inspect() {
		got = append(got, one.Pointer+" "+one.Rule)
	}
	if want := []string{"/size type", "/colour undocumented"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if err := v.UnmarshalJSON([]byte(`"text"`)); err != nil || len(v.Inspect()) != 1 || v.Inspect()[0].Rule != "type" {
		t.Errorf("%v %v", v.Inspect(), err)
	}
	// What a caller has put in on purpose is not a violation of a request.
	v = vault{}
	v.Kept.Set("colour", []byte(`"red"`))
	var checker gen.Checker
	checker.Kept(&v, v.Kept)
	if err := checker.Err(); err != nil {
		t.Error(err)
	}
}

// TestInspectSecret reports a secret of another type, but does not show it.
func TestInspectSecret(t *testing.T) {
	var v vault
	if err := v.UnmarshalJSON([]byte(`{"token": {"id": "hush"}, "adminPass": "hush", "a": {"password": "hush"}}`)); err != nil {
		t.Fatal(err)
	}
	if found := v.Inspect(); len(found) != 3 || strings.Contains(found.Error(), "hush") {
		t.Errorf("%v", found)
	}
	if err := v.UnmarshalJSON([]byte(`{"password_expires_at": "tomorrow"}`)); err != nil {
		t.Fatal(err)
	}
	if found := v.Inspect(); !strings.Contains(found.Error(), "tomorrow") {
		t.Errorf("when a password expires is not a secret: %v", found)
	}
}
