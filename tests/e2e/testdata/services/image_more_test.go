//go:build linux

package services

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/image"
)

// after is a context for what is done after a test, when its own has ended.
func (s service) after() context.Context { return context.Background() }

// change sends JSON patches, whose media type is the service's own.
func (s images) change(t *testing.T) {
	ctx := t.Context()
	id := s.make(t, "change")
	patch := func(changes ...sdk.Object) *image.ChangeImageResponseBody {
		t.Helper()
		return stack.Must(s.demo.ChangeImage(ctx, id, changes))(t)
	}
	changed := patch(sdk.Object{"op": "replace", "path": "/name", "value": "elm"}, sdk.Object{"op": "add", "path": "/season", "value": "späte \"Lese\""})
	stack.Same(t, "the name", stack.Value(changed.Name.Ptr()), "elm")
	season, _ := changed.Kept.Get("season")
	stack.Same(t, "the property", sdk.Text(season), "späte \"Lese\"")
	changed = patch(sdk.Object{"op": "remove", "path": "/season"}, sdk.Object{"op": "replace", "path": "/min_disk", "value": 3})
	if _, ok := changed.Kept.Get("season"); ok || stack.Value(changed.MinDisk) != 3 {
		t.Errorf("after it was removed: %v; the smallest disk is %d", changed.Kept.Names(), stack.Value(changed.MinDisk))
	}
	_, err := s.demo.ChangeImage(ctx, id, image.ChangeImageBody{{"op": "replace", "path": "/id", "value": "other"}})
	stack.Fails(t, "another ID", err, sdk.ErrForbidden)
	_, err = s.demo.ChangeImage(ctx, id, image.ChangeImageBody{{"op": "dance", "path": "/name"}})
	stack.Fails(t, "a change that is none", err, sdk.ErrBadRequest)
	_, err = s.demo.ChangeImage(ctx, id, image.ChangeImageBody{{"op": "remove", "path": "/none"}})
	stack.Fails(t, "what is not there removed", err, sdk.ErrConflict)

	patch(sdk.Object{"op": "replace", "path": "/protected", "value": true})
	stack.Fails(t, "a protected image deleted", s.demo.DeleteImage(ctx, id), sdk.ErrForbidden)
	patch(sdk.Object{"op": "replace", "path": "/protected", "value": false})
}

// tags are in paths, whatever is in them.
func (s images) tags(t *testing.T) {
	ctx := t.Context()
	id := s.make(t, "tags")
	for _, tag := range []string{"plain", "a b+c%20&d?e#f;g='h'"} {
		stack.OK(t, s.demo.AddImageTag(ctx, id, tag))
		if shown := stack.Must(s.demo.ShowImage(ctx, id))(t); !slices.Contains(shown.Tags, tag) {
			t.Errorf("the tags are %q, without %q", shown.Tags, tag)
		}
		found := walk(t, s.demo.ListImages(ctx, image.ListImagesParams{Tag: &tag}), func(i image.Image) string { return sdk.Text(i.ID) })
		if !slices.Equal(found, []string{id}) {
			t.Errorf("%q is on %v", tag, found)
		}
	}
	stack.OK(t, s.demo.AddImageTag(ctx, id, "ü"))
	if shown := stack.Must(s.demo.ShowImage(ctx, id))(t); !slices.Contains(shown.Tags, "ü") {
		s.seen.Differ("AddImageTag: Glance takes the bytes of UTF-8 in a path for characters")
	}
	var failed *sdk.Error
	if err := s.demo.AddImageTag(ctx, id, "fourth"); !errors.As(err, &failed) || failed.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("more tags than an image may have: %v", err)
	}
	stack.OK(t, s.demo.DeleteImageTag(ctx, id, "a b+c%20&d?e#f;g='h'"))
	stack.Fails(t, "a tag that was deleted", s.demo.DeleteImageTag(ctx, id, "a b+c%20&d?e#f;g='h'"), sdk.ErrNotFound)
}

// shared gives an image to another project.
func (s images) shared(t *testing.T) {
	ctx := t.Context()
	id, project := s.make(t, "shared"), s.cloud.Projects["other"]
	body := image.ShareImageRequestBody{Member: project}
	_, err := s.other.ShowImage(ctx, id)
	stack.Fails(t, "an image of somebody else", err, sdk.ErrNotFound)
	made := stack.Must(s.demo.ShareImage(ctx, id, body))(t)
	stack.Same(t, "the status", stack.Value(made.Status), image.ShareImageResponseBodyStatusPending)
	_, err = s.demo.ShareImage(ctx, id, body)
	stack.Fails(t, "shared once more", err, sdk.ErrConflict)
	name := func(i image.Image) string { return stack.Value(i.Name.Ptr()) }
	pending := image.ListImagesParams{MemberStatus: new(image.ListImagesMemberStatusPending), Visibility: new(image.ListImagesVisibilityShared)}
	stack.Same(t, "what is offered", fmt.Sprint(walk(t, s.other.ListImages(ctx, pending), name)), "[shared]")

	accepted := stack.Must(s.other.UpdateImageMember(ctx, id, project, image.UpdateImageMemberRequestBody{Status: image.UpdateImageMemberRequestBodyStatusAccepted}))(t)
	stack.Same(t, "the status", stack.Value(accepted.Status), image.UpdateImageMemberResponseBodyStatusAccepted)
	stack.Must(s.demo.WaitForImageMember(ctx, id, project, image.ShowImageMemberResponseBodyStatusAccepted))(t)
	stack.Same(t, "what is shared", fmt.Sprint(walk(t, s.other.ListImages(ctx, image.ListImagesParams{}), name)), "[shared]")
	members := stack.Must(s.demo.ListImageMembers(ctx, id))(t)
	if len(members.Members) != 1 || sdk.Text(members.Members[0].MemberID) != project {
		t.Errorf("the members are %+v", members.Members)
	}
	stack.Fails(t, "an image of somebody else deleted", s.other.DeleteImage(ctx, id), sdk.ErrForbidden)
	_, err = s.demo.UpdateImageMember(ctx, id, project, image.UpdateImageMemberRequestBody{Status: image.UpdateImageMemberRequestBodyStatusRejected})
	stack.Fails(t, "a decision for somebody else", err, sdk.ErrForbidden)
	stack.Must(s.demo.ShareImage(ctx, id, image.ShareImageRequestBody{Member: "second"}))(t)
	var failed *sdk.Error
	if _, err := s.demo.ShareImage(ctx, id, image.ShareImageRequestBody{Member: "third"}); !errors.As(err, &failed) || failed.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("shared with more than may be: %v", err)
	}
	stack.OK(t, s.demo.DeleteImageMember(ctx, id, project))
	stack.OK(t, s.demo.WaitForImageMemberGone(ctx, id, project))
	_, err = s.demo.ShowImageMember(ctx, id, project)
	stack.Fails(t, "a member that is none", err, sdk.ErrNotFound)
}

// pages walks over lists with the marker of the links that Glance gives.
func (s images) pages(t *testing.T) {
	ctx := t.Context()
	var made []string
	for i := range 5 {
		made = append(made, s.make(t, fmt.Sprintf("page-%d", i)))
	}
	id := func(i image.Image) string { return sdk.Text(i.ID) }
	for limit := int64(1); limit <= 6; limit++ {
		params := image.ListImagesParams{Limit: &limit, SortKey: new("name"), SortDir: new(image.ListImagesSortDirAsc)}
		if found := walk(t, s.demo.ListImages(ctx, params), id); !slices.Equal(found, made) {
			t.Errorf("with %d on a page there are %v, want %v", limit, found, made)
		}
		params.Marker = &made[2]
		if found := walk(t, s.demo.ListImages(ctx, params), id); !slices.Equal(found, made[3:]) {
			t.Errorf("with %d on a page there are %v after the third, want %v", limit, found, made[3:])
		}
	}
	stack.Same(t, "the number of images", len(walk(t, s.demo.ListImages(ctx, image.ListImagesParams{}), id)), len(made))
	none := walk(t, s.demo.ListImages(ctx, image.ListImagesParams{Name: new("nobody")}), id)
	stack.Same(t, "the number of images of no name", len(none), 0)
	taken := 0
	for _, err := range s.demo.ListImages(ctx, image.ListImagesParams{Limit: new(int64(2))}) {
		stack.OK(t, err)
		if taken++; taken == 3 {
			break
		}
	}
	one := stack.Must(s.demo.ListImagesPage(ctx, image.ListImagesParams{Limit: new(int64(2))}))(t)
	if len(one.Images) != 2 || stack.Value(one.Next) == "" {
		t.Errorf("a page has %d images and leads to %q", len(one.Images), stack.Value(one.Next))
	}
	for _, err := range s.demo.ListImages(ctx, image.ListImagesParams{Marker: new("none")}) {
		stack.Fails(t, "a list after what is not there", err, sdk.ErrBadRequest)
	}
}

// errors asks for what Glance refuses.
func (s images) errors(t *testing.T) {
	ctx := t.Context()
	_, err := s.demo.ShowImage(ctx, "none")
	failed := stack.Fails(t, "an image that is not there", err, sdk.ErrNotFound)
	stack.Same(t, "the operation", failed.Operation, "ShowImage")
	if failed.Message == "" || failed.RequestID == "" {
		t.Errorf("the error is %q of %q: %s", failed.Message, failed.RequestID, failed.Body)
	}
	var wrong image.CreateImageRequestBody
	wrong.DiskFormat = new(image.CreateImageRequestBodyDiskFormat("paper"))
	_, err = s.demo.CreateImage(ctx, &wrong)
	var before sdk.Violations
	if !errors.As(err, &before) {
		t.Errorf("a format that the pages do not have: %v", err)
	}
	_, err = s.demo.CreateImage(ctx, &wrong, sdk.WithoutValidation())
	stack.Fails(t, "a format that Glance does not have", err, sdk.ErrBadRequest)
	id := s.make(t, "errors")
	_, err = s.demo.CreateImage(ctx, &image.CreateImageRequestBody{ID: &id})
	stack.Fails(t, "an ID that is taken", err, sdk.ErrConflict)
	_, err = s.demo.CreateImage(ctx, &image.CreateImageRequestBody{Visibility: new(image.CreateImageRequestBodyVisibilityPublic)})
	stack.Fails(t, "an image for all", err, sdk.ErrForbidden)
	stack.Fails(t, "an image deactivated that has no data", s.admin.DeactivateImage(ctx, id), sdk.ErrForbidden)
	nobody := stack.Must(image.New(ctx, sdk.Token("TokenOfNobody1122"), s.options(sdk.WithEndpoint(s.cloud.Images))...))(t)
	_, err = nobody.ShowImage(ctx, id)
	stack.Fails(t, "a token of nobody", err, sdk.ErrUnauthorized)
}

// expiry lets a token end before a body is sent: it is sent again with the next one.
func (s images) expiry(t *testing.T) {
	ctx := t.Context()
	login := s.cloud.Login("demo", "demo")
	login.AuthURL, login.RenewBefore = s.cloud.Brief, time.Nanosecond
	auth := s.login(t, login)
	client := stack.Must(image.New(ctx, auth, s.options()...))(t)
	id := s.make(t, "expiry")
	stack.Must(client.ShowImage(ctx, id))(t)
	time.Sleep(stack.BriefLife + time.Second)
	text := bytes.Repeat([]byte("again"), 50000)
	stack.OK(t, client.UploadImageData(ctx, id, bytes.NewReader(text)))
	stack.Same(t, "the size", stack.Value(stack.Must(client.ShowImage(ctx, id))(t).Size.Ptr()), int64(len(text)))
}

// catalogue has names of people's own in paths.
func (s images) catalogue(t *testing.T) {
	ctx := t.Context()
	const odd = "trees & more"
	id := func(n image.Namespace) string { return sdk.Text(n.Namespace) }
	made := stack.Must(s.admin.CreateNamespace(ctx, image.CreateNamespaceRequestBody{Namespace: odd, Description: new("first")}))(t)
	stack.Same(t, "the namespace", sdk.Text(made.Namespace), odd)
	for _, name := range []string{"b", "c"} {
		stack.Must(s.admin.CreateNamespace(ctx, image.CreateNamespaceRequestBody{Namespace: name}))(t)
	}
	_, err := s.admin.CreateNamespace(ctx, image.CreateNamespaceRequestBody{Namespace: odd})
	stack.Fails(t, "a name that is taken", err, sdk.ErrConflict)
	for limit := int64(1); limit <= 3; limit++ {
		found := walk(t, s.admin.ListNamespaces(ctx, image.ListNamespacesParams{Limit: &limit, SortKey: new("namespace"), SortDir: new(image.ListNamespacesSortDirAsc)}), id)
		stack.Same(t, "the namespaces", fmt.Sprint(found), "[b c "+odd+"]")
	}
	changed := stack.Must(s.admin.UpdateNamespace(ctx, odd, image.UpdateNamespaceRequestBody{Namespace: odd, Description: new("second")}))(t)
	stack.Same(t, "the description", sdk.Text(changed.Description), "second")
	stack.Same(t, "the description", sdk.Text(stack.Must(s.admin.ShowNamespace(ctx, odd))(t).Description), "second")
	s.objects(t, odd)
	for _, name := range []string{odd, "b", "c"} {
		stack.OK(t, s.admin.DeleteNamespace(ctx, name))
	}
	_, err = s.admin.ShowNamespace(ctx, odd)
	stack.Fails(t, "a namespace that was deleted", err, sdk.ErrNotFound)
}

func (s images) objects(t *testing.T, namespace string) {
	ctx := t.Context()
	leaf := sdk.Object{"colour": sdk.Object{"title": "Colour", "type": "string", "enum": []string{"red", "green"}}}
	body := image.CreateNamespaceObjectRequestBody{Name: "leaf", Required: []string{"colour"}, Properties: leaf}
	made := stack.Must(s.admin.CreateNamespaceObject(ctx, namespace, body))(t)
	stack.Same(t, "the object", sdk.Text(made.Name), "leaf")
	if _, ok := made.Properties["colour"]; !ok {
		t.Errorf("the properties are %v", made.Properties)
	}
	_, err := s.admin.UpdateNamespaceObject(ctx, namespace, "leaf", image.UpdateNamespaceObjectRequestBody{Name: "leaf", Description: new("green"), Properties: leaf})
	stack.OK(t, err)
	stack.Same(t, "the description", sdk.Text(stack.Must(s.admin.ShowNamespaceObject(ctx, namespace, "leaf"))(t).Description), "green")
	stack.Same(t, "the number of objects", len(stack.Must(s.admin.ListNamespaceObjects(ctx, namespace))(t).Objects), 1)
	stack.OK(t, s.admin.DeleteNamespaceObject(ctx, namespace, "leaf"))
}
