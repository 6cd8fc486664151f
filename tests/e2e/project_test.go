//go:build e2e

package e2e

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// projects makes, lists, changes and removes a project.
func (w *world) projects(t *testing.T) {
	ctx := t.Context()
	body := iam.CreateProjectRequestBody{Project: iam.ProjectRequest{
		Name: "e2e-project", ParentID: "default", DomainID: new("default"), Description: new("first"),
	}}
	made := must(w.admin.CreateProject(ctx, body))(t)
	id := value(made.ID)
	same(t, "the parent", value(made.ParentID), "default")
	if _, err := w.admin.CreateProject(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}

	shown := must(w.admin.ShowProject(ctx, id))(t)
	same(t, "the name", value(shown.Name), "e2e-project")
	if options, kept := shown.Kept.Get("options"); !kept || string(options) != "{}" {
		t.Errorf("options, which the pages do not have, is kept as %q", options)
	}

	changed := must(w.admin.ModifyProjectData(ctx, id, iam.ModifyProjectDataRequestBody{
		Project: iam.ModifyProjectDataProject{Description: new("second")},
	}))(t)
	same(t, "the new description", value(changed.Description), "second")
	same(t, "the old name", value(changed.Name), "e2e-project")

	// A member that the pages do not have is sent all the same.
	tagged := iam.ModifyProjectDataRequestBody{}
	tagged.Project.Kept.Set("tags", json.RawMessage(`["blue"]`))
	changed = must(w.admin.ModifyProjectData(ctx, id, tagged))(t)
	if tags, _ := changed.Kept.Get("tags"); string(tags) != `["blue"]` {
		t.Errorf("the tags are %s", tags)
	}

	var found []string
	for project, err := range w.admin.ShowProjectByCriteria(ctx, iam.ShowProjectByCriteriaParams{Name: new("e2e-project")}) {
		if errors.Is(err, sdk.ErrPageLoop) { // Keystone gives the whole list for each page
			break
		}
		ok(t, err)
		found = append(found, value(project.ID))
	}
	if !slices.Equal(found, []string{id}) {
		t.Errorf("by its name is found %v, want %s", found, id)
	}

	ok(t, w.admin.DeleteProject(ctx, id))
	if _, err := w.admin.ShowProject(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	if err := w.admin.DeleteProject(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("deleted once more: %v", err)
	}
}
