//go:build linux

package services

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/image"
)

// images drives the client of the image pages against Glance.
type images struct {
	service
	demo, other, admin *image.Client
}

func testImage(t *testing.T, cloud *stack.Cloud) {
	s := images{service: newService(t, cloud, "tests/e2e/testdata/image.yaml")}
	s.demo = s.client(t, cloud.Login("demo", "demo"))
	s.other = s.client(t, cloud.Login("other", "other"))
	s.admin = s.client(t, cloud.Login(stack.AdminName, "admin"))
	s.run(t, "image", []part{
		{"described", s.described}, {"life", s.life}, {"data", s.data}, {"large", s.large}, {"import", s.imported},
		{"change", s.change}, {"tags", s.tags}, {"shared", s.shared}, {"pages", s.pages}, {"errors", s.errors},
		{"catalogue", s.catalogue}, {"expiry", s.expiry},
	})
}

// client logs in. The address of Glance comes from the catalogue.
func (s images) client(t *testing.T, login keystone.Options) *image.Client {
	t.Helper()
	return stack.Must(image.New(t.Context(), s.login(t, login), s.options()...))(t)
}

// make creates an image that is deleted at the end of the test.
func (s images) make(t *testing.T, name string) string {
	t.Helper()
	id := sdk.Text(stack.Must(s.demo.CreateImage(t.Context(), &image.CreateImageRequestBody{
		Name: &name, ContainerFormat: new(image.CreateImageRequestBodyContainerFormatBare), DiskFormat: new(image.CreateImageRequestBodyDiskFormatRaw),
	}))(t).ID)
	t.Cleanup(func() {
		if err := s.demo.DeleteImage(s.after(), id); err != nil {
			t.Errorf("%s is left: %v", name, err)
		}
	})
	return id
}

// described asks for what says how the API is.
func (s images) described(t *testing.T) {
	ctx := t.Context()
	nobody := stack.Must(image.New(ctx, sdk.NoAuth(), s.options(sdk.WithEndpoint(s.cloud.Images))...))(t)
	versions := stack.Must(nobody.ListAPIVersions(ctx))(t)
	if len(versions) == 0 || stack.Value(versions[0].Status) != image.VersionStatusCurrent {
		t.Errorf("the versions are %+v", versions)
	}
	first := stack.Must(s.demo.ShowImageSchema(ctx))(t)
	stack.Same(t, "the schema", sdk.Text(first.Name), "image")
	if _, ok := first.Properties["os_hash_algo"]; !ok {
		t.Errorf("the schema has the members %v", first.Properties)
	}
	stack.Same(t, "the schema", sdk.Text(stack.Must(s.demo.ShowImageListSchema(ctx))(t).Name), "images")
	stack.Same(t, "the schema", sdk.Text(stack.Must(s.demo.ShowMemberSchema(ctx))(t).Name), "member")
	stack.Same(t, "the schema", sdk.Text(stack.Must(s.demo.ShowMemberListSchema(ctx))(t).Name), "members")
	if methods := stack.Must(s.demo.ShowImportMethods(ctx))(t); !slices.Contains(methods.Value, "glance-direct") {
		t.Errorf("the methods are %v", methods.Value)
	}
}

// life creates, shows and deletes an image that has next to nothing, so that members are null.
func (s images) life(t *testing.T) {
	ctx := t.Context()
	_, err := s.demo.CreateImage(ctx, nil)
	stack.Fails(t, "nothing sent", err, sdk.ErrBadRequest)
	s.seen.Differ("CreateImage: no member is mandatory, but a body is: 400")
	var headers image.CreateImageHeaders
	made := stack.Must(s.demo.CreateImage(ctx, &image.CreateImageRequestBody{}, sdk.WithResponseHeaders(&headers)))(t)
	id := sdk.Text(made.ID)
	if !strings.HasSuffix(stack.Value(headers.Location), "/v2/images/"+id) || stack.Value(headers.OpenStackImageImportMethods) == "" {
		t.Errorf("the headers are %q, %q", stack.Value(headers.Location), stack.Value(headers.OpenStackImageImportMethods))
	}
	if !made.Name.IsNull() || !made.Size.IsNull() || !made.Checksum.IsNull() || made.Tags == nil {
		t.Errorf("of what is not there, the name is %v, the size %v, the tags %v", made.Name, made.Size, made.Tags)
	}
	shown := stack.Must(s.demo.ShowImage(ctx, id))(t)
	stack.Same(t, "the status", stack.Value(shown.Status), image.ShowImageResponseBodyStatusQueued)
	stack.Must(shown.CreatedAt.Time())(t)
	stack.OK(t, s.demo.DeleteImage(ctx, id))
	stack.OK(t, s.demo.WaitForImageGone(ctx, id))
	stack.Fails(t, "an image that was deleted", s.demo.DeleteImage(ctx, id), sdk.ErrNotFound)

	var body image.CreateImageRequestBody
	body.ID = new("5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101")
	body.Name, body.MinDisk, body.MinRAM, body.Protected, body.OSHidden = new("all"), new(int64(1)), new(int64(0)), new(false), new(true)
	body.Tags = []string{"a", "b"}
	body.Kept.Set("season", []byte(`"autumn"`))
	all := stack.Must(s.demo.CreateImage(ctx, &body))(t)
	stack.Same(t, "the ID", sdk.Text(all.ID), *body.ID)
	stack.Same(t, "the smallest disk", stack.Value(all.MinDisk), 1)
	stack.Same(t, "hidden", stack.Value(all.OSHidden), true)
	stack.Same(t, "the number of tags", len(all.Tags), 2)
	if season, _ := all.Kept.Get("season"); string(season) != `"autumn"` {
		t.Errorf("a property of our own is %s", season)
	}
	stack.OK(t, s.demo.DeleteImage(ctx, *body.ID))
}

// data goes up and comes back, all of it and a part.
func (s images) data(t *testing.T) {
	ctx := t.Context()
	id, text := s.make(t, "data"), bytes.Repeat([]byte{0, 0xff, '\r', '\n', '"', 0x80}, 20000)
	stack.OK(t, s.demo.UploadImageData(ctx, id, bytes.NewReader(text)))
	ready := stack.Must(s.demo.WaitForImage(ctx, id, image.ShowImageResponseBodyStatusActive))(t)
	stack.Same(t, "the size", stack.Value(ready.Size.Ptr()), int64(len(text)))
	stack.Same(t, "the algorithm", stack.Value(ready.OSHashAlgo.Ptr()), "sha512")

	var headers image.DownloadImageDataHeaders
	all := stack.Must(s.demo.DownloadImageData(ctx, id, image.DownloadImageDataParams{}, sdk.WithResponseHeaders(&headers)))(t)
	stack.Same(t, "what came back", string(stack.Must(io.ReadAll(all))(t)), string(text))
	stack.OK(t, all.Close())
	stack.Same(t, "the sum", stack.Value(headers.ContentMD5), stack.Value(ready.Checksum.Ptr()))
	some := stack.Must(s.demo.DownloadImageData(ctx, id, image.DownloadImageDataParams{Range: new("bytes=6-17")}))(t)
	stack.Same(t, "the part", string(stack.Must(io.ReadAll(some))(t)), string(text[6:18]))
	stack.OK(t, some.Close())

	// An image has its data once.
	stack.Fails(t, "data once more", s.demo.UploadImageData(ctx, id, bytes.NewReader(text)), sdk.ErrConflict)
	stack.OK(t, s.admin.DeactivateImage(ctx, id))
	stack.Same(t, "the status", stack.Value(stack.Must(s.demo.ShowImage(ctx, id))(t).Status), image.ShowImageResponseBodyStatusDeactivated)
	_, err := s.demo.DownloadImageData(ctx, id, image.DownloadImageDataParams{})
	stack.Fails(t, "the data of an image that is not active", err, sdk.ErrForbidden)
	stack.OK(t, s.admin.ReactivateImage(ctx, id))

	// There is none yet.
	empty := s.make(t, "empty")
	var raw sdk.Response
	nothing, err := s.demo.DownloadImageData(ctx, empty, image.DownloadImageDataParams{}, sdk.WithCapture(&raw))
	stack.OK(t, err)
	stack.Same(t, "the status without data", raw.StatusCode(), http.StatusNoContent)
	stack.Same(t, "the data", string(stack.Must(io.ReadAll(nothing))(t)), "")
	stack.OK(t, nothing.Close())
}

// imported has Glance take data that was staged before.
func (s images) imported(t *testing.T) {
	ctx := t.Context()
	id := s.make(t, "import")
	stack.OK(t, s.demo.StageImageData(ctx, id, strings.NewReader("staged")))
	body := image.ImportImageRequestBody{Method: image.Method{Name: image.MethodNameGlanceDirect}}
	stack.OK(t, s.demo.ImportImage(ctx, id, body))
	stack.Must(s.demo.WaitForImage(ctx, id, image.ShowImageResponseBodyStatusActive))(t)
	tasks := stack.Must(s.demo.ListImageTasks(ctx, id))(t)
	stack.Same(t, "the number of tasks", len(tasks), 1)
	stack.Fails(t, "an import of an image that has its data", s.demo.ImportImage(ctx, id, body), sdk.ErrConflict)
}
