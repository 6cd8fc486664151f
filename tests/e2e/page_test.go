//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// pages walks over lists: as Keystone gives them, and in pages.
func (w *world) pages(t *testing.T) {
	ctx := t.Context()
	const many, size = 12, 5
	made := map[string]bool{}
	for i := range many {
		group := iam.GroupRequest{Name: fmt.Sprintf("e2e-page-%02d", i)}
		made[stack.Value(stack.Must(w.admin.CreateUserGroup(ctx, iam.CreateUserGroupRequestBody{Group: group}))(t).ID)] = true
	}
	walk := func(client *iam.Client) {
		t.Helper()
		seen := map[string]bool{}
		for group, err := range client.ListUserGroups(ctx, iam.ListUserGroupsParams{}) {
			stack.OK(t, err)
			id := stack.Value(group.ID)
			if seen[id] {
				t.Errorf("%s came twice", id)
			}
			seen[id] = true
		}
		for id := range made {
			if !seen[id] {
				t.Errorf("%s did not come", id)
			}
		}
		stack.Same(t, "the number of groups", len(seen), many)
	}

	// Keystone gives all on one page, whose link to the next is null.
	auth := w.auth(t, w.options())
	client, traffic := w.watched(t, auth)
	walk(client)
	_, responses := traffic.Counted(http.StatusOK)
	stack.Same(t, "the number of pages", responses, 1)

	// The same responses in pages, as a gateway in front of it may give them.
	client, traffic = w.watched(t, auth, sdk.WithMiddleware(inPages(size)))
	walk(client)
	_, responses = traffic.Counted(http.StatusOK)
	stack.Same(t, "the number of pages", responses, (many+size-1)/size)
	seen := 0
	for _, err := range client.ListUserGroups(ctx, iam.ListUserGroupsParams{}) {
		stack.OK(t, err)
		if seen++; seen == size {
			break // before the second page is asked for
		}
	}
	_, after := traffic.Counted(http.StatusOK)
	stack.Same(t, "the pages asked for by a walk that stops", after-responses, 1)

	w.cutList(t)
	w.numberedPages(t)
	for id := range made {
		stack.OK(t, w.admin.DeleteUserGroup(ctx, id))
	}
}

// cutList asks the server that cuts lists. It gives no way to the rest, so a walk ends where
// it cuts, and only the page says that there was more.
func (w *world) cutList(t *testing.T) {
	ctx := t.Context()
	client := w.client(t, w.auth(t, w.options()), sdk.WithEndpoint(w.brief))
	cut := stack.Must(client.ListUserGroupsPage(ctx, iam.ListUserGroupsParams{}))(t)
	if truncated, _ := cut.Kept.Get("truncated"); len(cut.Groups) != briefLimit || string(truncated) != "true" {
		t.Errorf("of a cut list there are %d groups, truncated is %q", len(cut.Groups), truncated)
	}
	count := 0
	for _, err := range client.ListUserGroups(ctx, iam.ListUserGroupsParams{}) {
		stack.OK(t, err)
		count++
	}
	if count == briefLimit {
		w.seen.Differ("ListUserGroups: a list that is cut says so in truncated and has no link to the rest")
	} else {
		t.Errorf("a walk over a cut list gives %d groups", count)
	}
}

// numberedPages walks over a list whose page numbers Keystone does not know: it gives the
// whole list each time, and the walk ends with an error at the first repetition.
func (w *world) numberedPages(t *testing.T) {
	ctx := t.Context()
	var project iam.CreateProjectRequestBody
	project.Project.Name, project.Project.ParentID = "e2e-second", "default"
	id := stack.Value(stack.Must(w.admin.CreateProject(ctx, project))(t).ID)
	client, traffic := w.watched(t, w.auth(t, w.options()))
	seen, looped := map[string]int{}, false
	for one, err := range client.ShowProjectByCriteria(ctx, iam.ShowProjectByCriteriaParams{PerPage: new(int64(1))}) {
		if errors.Is(err, sdk.ErrPageLoop) {
			looped = true
			break
		}
		stack.OK(t, err)
		seen[stack.Value(one.ID)]++
	}
	if seen[id] != 1 || seen[w.project] != 1 || !looped {
		t.Errorf("the projects came %v times", seen)
	}
	_, responses := traffic.Counted(http.StatusOK)
	if responses == 2 {
		w.seen.Differ("ShowProjectByCriteria: page and per_page are not known, each page is the whole list")
	} else {
		t.Errorf("the walk asked for %d pages", responses)
	}
	stack.OK(t, w.admin.DeleteProject(ctx, id))
}

// inPages cuts lists into pages with links, which Keystone leaves to what is before it.
func inPages(size int) sdk.Middleware {
	return func(next http.RoundTripper) http.RoundTripper {
		return roundTrip(func(req *http.Request) (*http.Response, error) {
			resp, err := next.RoundTrip(req)
			if err != nil || req.Method != http.MethodGet || resp.StatusCode != http.StatusOK {
				return resp, err
			}
			text, err := io.ReadAll(resp.Body)
			_ = resp.Body.Close()
			if err != nil {
				return nil, err
			}
			begin, _ := strconv.Atoi(req.URL.Query().Get("marker")) // 0 on the first page
			if text, err = page(text, req.URL.Path, begin, size); err != nil {
				return nil, err
			}
			resp.Body = io.NopCloser(bytes.NewReader(text))
			resp.ContentLength = int64(len(text))
			resp.Header.Set("Content-Length", strconv.Itoa(len(text)))
			return resp, nil
		})
	}
}

// page is the part of a list that begins at an item.
func page(text []byte, path string, begin, size int) ([]byte, error) {
	var list struct {
		Groups []json.RawMessage `json:"groups"`
		Links  map[string]any    `json:"links"`
	}
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, err
	}
	end := min(begin+size, len(list.Groups))
	list.Links["next"] = nil
	if end < len(list.Groups) {
		list.Links["next"] = fmt.Sprintf("https://gateway.example.com%s?limit=%d&marker=%d", path, size, end)
	}
	list.Groups = list.Groups[begin:end]
	return json.Marshal(list)
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
