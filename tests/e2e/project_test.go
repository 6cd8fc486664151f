//go:build e2e

package e2e

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// projects makes, lists, changes and removes a project.
func (w *world) projects(t *testing.T) {
	ctx := t.Context()
	body := iam.CreateProjectRequestBody{Project: iam.ProjectRequest{
		Name: "e2e-project", ParentID: "default", DomainID: new("default"), Description: new("first"),
	}}
	made := stack.Must(w.admin.CreateProject(ctx, body))(t)
	id := stack.Value(made.ID)
	stack.Same(t, "the parent", stack.Value(made.ParentID), "default")
	if _, err := w.admin.CreateProject(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}

	shown := stack.Must(w.admin.ShowProject(ctx, id))(t)
	stack.Same(t, "the name", stack.Value(shown.Name), "e2e-project")
	if options, kept := shown.Kept.Get("options"); !kept || string(options) != "{}" {
		t.Errorf("options, which the pages do not have, is kept as %q", options)
	}

	changed := stack.Must(w.admin.ModifyProjectData(ctx, id, iam.ModifyProjectDataRequestBody{
		Project: iam.ModifyProjectDataProject{Description: new("second")},
	}))(t)
	stack.Same(t, "the new description", stack.Value(changed.Description), "second")
	stack.Same(t, "the old name", stack.Value(changed.Name), "e2e-project")

	// A member that the pages do not have is sent all the same.
	tagged := iam.ModifyProjectDataRequestBody{}
	tagged.Project.Kept.Set("tags", json.RawMessage(`["blue"]`))
	changed = stack.Must(w.admin.ModifyProjectData(ctx, id, tagged))(t)
	if tags, _ := changed.Kept.Get("tags"); string(tags) != `["blue"]` {
		t.Errorf("the tags are %s", tags)
	}

	var found []string
	for project, err := range w.admin.ShowProjectByCriteria(ctx, iam.ShowProjectByCriteriaParams{Name: new("e2e-project")}) {
		if errors.Is(err, sdk.ErrPageLoop) { // Keystone gives the whole list for each page
			break
		}
		stack.OK(t, err)
		found = append(found, stack.Value(project.ID))
	}
	if !slices.Equal(found, []string{id}) {
		t.Errorf("by its name is found %v, want %s", found, id)
	}

	stack.OK(t, w.admin.DeleteProject(ctx, id))
	if _, err := w.admin.ShowProject(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	if err := w.admin.DeleteProject(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("deleted once more: %v", err)
	}
}
