package examples

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
	"github.com/rst2openapi/rst2openapi/tests/exercise"
)

// run sends the examples of a service through a generated client.
type run struct {
	fake   *fake.Server
	client *exercise.Client
}

type score struct {
	good, total map[api.Side]int
	failed      []failure
}

type failure struct {
	example *api.Example
	why     string
}

func (f failure) String() string {
	return fmt.Sprintf("%s:%d: %s", f.example.Origin.Page, f.example.Origin.Pos.Line, f.why)
}

func (x *run) all(svc *api.Service) *score {
	s := &score{good: map[api.Side]int{}, total: map[api.Side]int{}}
	for _, op := range svc.Operations {
		variants := op.Variants
		if len(variants) == 0 {
			variants = []*api.Operation{op}
		}
		for _, v := range variants {
			for _, e := range v.Examples {
				if e.Body == "" {
					continue
				}
				s.total[e.Side]++
				if err := x.one(v, e); err != nil {
					s.failed = append(s.failed, failure{e, err.Error()})
				} else {
					s.good[e.Side]++
				}
			}
		}
	}
	return s
}

func (x *run) one(v *api.Operation, e *api.Example) error {
	if !e.JSON {
		return fmt.Errorf("is not JSON")
	}
	if e.Side == api.SideRequest {
		return x.request(v, e)
	}
	_, err := x.client.Response(v.ID, e.Status, []byte(e.Body), e.Valid)
	return err
}

// request routes the example by its own method and URL, and sends it to a server that
// holds it against the document.
func (x *run) request(v *api.Operation, e *api.Example) error {
	if e.Method != "" {
		path := pathOf(e.URL)
		x.fake.Reset()
		x.fake.ServeHTTP(httptest.NewRecorder(), &http.Request{
			Method: e.Method, URL: &url.URL{Path: path}, Header: http.Header{"Content-Type": {"application/json"}},
			Body: io.NopCloser(strings.NewReader(e.Body)),
		})
		if found := x.fake.Calls()[0].OperationID; found != v.ID {
			return fmt.Errorf("%s %s is not routed to %s but to %q", e.Method, e.URL, v.ID, found)
		}
	}
	x.fake.Reset()
	if _, err := x.client.Request(v.ID, []byte(e.Body), true, x.fake); err != nil {
		return err
	}
	calls := x.fake.Calls()
	if len(calls) != 1 || calls[0].OperationID != v.ID {
		return fmt.Errorf("the call did not reach %s", v.ID)
	}
	if len(calls[0].Problems) > 0 {
		return fmt.Errorf("the server refuses it: %s", strings.Join(calls[0].Problems, "; "))
	}
	return nil
}

func pathOf(raw string) string {
	raw = strings.NewReplacer("{", "", "}", "").Replace(raw)
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	return u.Path
}
