package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestReferredBodies: a response that is said to be on another page is read there, unless that page is about an operation
// or this one has a table.
func TestReferredBodies(t *testing.T) {
	task := ".. _task:\n\n" + title("Task Response") +
		section("Normal Response", tableText("**Table 1** Normal response", "Parameter|Type|Description", "task_id|String|The task")) +
		section("Abnormal Response", tableText("", "Parameter|Type|Description", "fault|Object|What failed")) +
		section("Notes", tableText("", "Parameter|Type|Description", "other|String|Not of the response"))
	shown := ".. _shown:\n\n" + title("Showing a Jar") + section("URI", "GET /v1/jars/{id}") +
		"\n.. _jar_response:\n\n" + section("Response Parameters", tableText("", "Parameter|Type|Description", "lid|String|The lid"))
	file := ".. _file:\n\n" + title("Showing a Label") + section("URI", "GET /v1/labels/{id}") +
		"\n.. _label_response:\n\n" + section("Response Parameters", "The **Content-Type** of the response is **application/octet-stream**.")
	lists := ".. _lists:\n\n" + title("Responses (Task)") +
		"-  Normal response description\n\n   " + strings.ReplaceAll(tableText("", "Parameter|Type|Description", "task_id|String|The task"), "\n", "\n   ") +
		"\n-  Abnormal response description\n\n   " + strings.ReplaceAll(tableText("", "Parameter|Type|Description", "fault|Object|What failed"), "\n", "\n   ") + "\n"
	versions := ".. _versions:\n\n" + title("Failures") +
		section("APIs of v1 (new)", "**Abnormal response description**\n\n"+tableText("", "Parameter|Type|Description", "fault|Object|What failed")) +
		section("APIs of V1.0, old", "**Abnormal response description**\n\n"+tableText("", "Parameter|Type|Description", "cause|Object|What failed")) +
		section("All APIs", "**Abnormal response description**\n\n"+tableText("", "Parameter|Type|Description", "trace|String|Where"))
	own := tableText("", "Parameter|Type|Description", "id|String|The id")
	for _, c := range []struct{ name, response, want string }{
		{"a page", "See :ref:`Task Response <task>`.", "200 task_id, 0 fault"},
		{"a page of lists", "See :ref:`Responses (Task) <lists>`.", "200 task_id, 0 fault"},
		{"a page for several versions", "See :ref:`Failures <versions>`.", "0 faulttrace"},
		{"in more words", "For details, see :ref:`Task Response <task>`.", "200 task_id, 0 fault"},
		{"a section of a page with an operation", "The response is the same as that of showing jars. For details, see :ref:`Response Parameters <jar_response>`.", "200 lid"},
		{"a file", "See :ref:`Response Parameters <label_response>`.", "200 application/octet-stream"},
		{"a page with an operation", "See :ref:`Showing a Jar <shown>`.", ""},
		{"a table of its own, and failures elsewhere", own + "\n\nFor details about abnormal responses, see :ref:`Task Response <task>`.", "200 id, 0 fault"},
		{"failures elsewhere only", "For details about abnormal responses, see :ref:`Responses (Task) <lists>`.", "0 fault"},
		{"failures here", own + "\n\nFor details about abnormal responses, see :ref:`Task Response <task>`.\n\n**Abnormal response**\n\n" + own, "200 id, 0 id"},
		{"failures in a file", "For details about abnormal responses, see :ref:`Response Parameters <label_response>`.", ""},
		{"a sentence that says more", "The task can be asked for, see :ref:`Task Response <task>`.", ""},
		{"two places", "See :ref:`Task Response <task>` :ref:`Showing a Jar <shown>`.", ""},
		{"a label that nothing has", "See :ref:`Task Response <none>`.", ""},
		{"a table of its own", "See :ref:`Task Response <task>`.\n\n" + own, "200 id"},
	} {
		e := extractPages(map[string]string{
			"task.rst": task, "lists.rst": lists, "versions.rst": versions, "shown.rst": shown, "file.rst": file,
			"drop.rst": title("Dropping a Box") + section("URI", "DELETE /v1/boxes/{id}") + section("Response", c.response),
			"wash.rst": title("Washing a Box") + section("URI", "PUT /v1/boxes/{id}") + section("Response", c.response),
		})
		fields := make(map[*api.Field]*api.Schema)
		for _, op := range e.svc.Operations {
			if op.ID != "DropBox" && op.ID != "WashBox" && !strings.HasPrefix(op.Path, "/v1/boxes") {
				continue
			}
			for _, r := range op.Responses {
				if r.Body != nil && r.Body.Type.Schema != nil && c.name != "failures here" && (r.Body.Type.Schema.Label == api.ErrorBodyName) != (r.Status == api.DefaultStatus) {
					t.Errorf("%s: the body of %d is called %q", c.name, r.Status, r.Body.Type.Schema.Label)
				}
			}
			if got := bodiesOf(op, fields); got != c.want {
				t.Errorf("%s: %s has %q, want %q", c.name, op.ID, got, c.want)
			}
		}
	}
}

// TestReferredRows: a row of such a table that is not read is told, once.
func TestReferredRows(t *testing.T) {
	e := extractPages(map[string]string{
		"task.rst": ".. _task:\n\n" + title("Task Response") + section("Normal Response", tableText("**Table 1** Normal response", "Parameter|Type|Description",
			"task_id|String|The task", "User-defined key|String|What callers chose")),
		"drop.rst": title("Dropping a Box") + section("URI", "DELETE /v1/boxes/{id}") + section("Response", "See :ref:`Task Response <task>`."),
		"wash.rst": title("Washing a Box") + section("URI", "PUT /v1/boxes/{id}") + section("Response", "See :ref:`Task Response <task>`."),
	})
	if rules := e.rules(); strings.Count(rules, "tool/unreadable-name") != 1 {
		t.Errorf("a row that names no field: %s", rules)
	}
}

// bodiesOf tells the bodies of an operation and marks fields that two structures share.
func bodiesOf(op *api.Operation, seen map[*api.Field]*api.Schema) string {
	var out []string
	for _, r := range op.Responses {
		if r.Body == nil {
			continue
		}
		text := r.Body.MediaType
		if s := r.Body.Type.Schema; s != nil {
			text = ""
			for _, f := range s.Fields {
				if text += f.Name; seen[f] != nil && seen[f] != s {
					text += " shared"
				}
				seen[f] = s
			}
		}
		if r.Status == api.DefaultStatus {
			out = append(out, "0 "+text)
		} else {
			out = append([]string{itoa(r.Status) + " " + text}, out...)
		}
	}
	return strings.Join(out, ", ")
}
