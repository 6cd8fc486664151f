package sdk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
	"unicode"
)

// Option changes how calls are made. Given to New it holds for all calls of the client,
// given to a single call for that one. The few that make sense in one place only say so,
// and are an error in the other.
type Option func(*settings) error

// Middleware wraps the http.RoundTripper that sends requests. It sees every attempt, with
// its token or signature, and must keep to the rules of http.RoundTripper.
type Middleware = func(http.RoundTripper) http.RoundTripper

// settings are copied for each call, so that its options change no other call. What is
// reached through a pointer, map or slice in it is never changed.
type settings struct {
	single bool // of a single call

	endpoint, region string
	serviceName      string
	client           *http.Client
	middlewares      []Middleware

	projectID, domainID string
	header              http.Header
	agent               string
	logger              *slog.Logger
	timeout             time.Duration
	retry               Retry
	idempotent          bool
	unchecked           bool
	report              func(context.Context, Report)
	maxResponse         int64
	capture             *Response
	headersInto         any     // a pointer to a struct
	query               *string // in place of that of the request
	poll                time.Duration
}

func (s *settings) apply(options []Option) error {
	for _, option := range options {
		if option == nil {
			continue
		}
		if err := option(s); err != nil {
			return err
		}
	}
	return nil
}

// forNew is an option that only New can take.
func forNew(name string, set func(*settings) error) Option {
	return func(s *settings) error {
		if s.single {
			return fmt.Errorf("%s is for New, not for a single call", name)
		}
		return set(s)
	}
}

// forCall is an option that only a single call can take.
func forCall(name string, set func(*settings) error) Option {
	return func(s *settings) error {
		if !s.single {
			return fmt.Errorf("%s is for a single call, not for New", name)
		}
		return set(s)
	}
}

// WithEndpoint sends requests to this address, such as "https://cbr.eu-de.otc.t-systems.com",
// whatever the catalogue and the document say. The paths of the operations are appended.
// Where both have a version, that of the address is cut, with the ID of a project after
// it: the addresses https://host/v3 and https://host/v3/<project> are https://host for a
// path /v3/…, and stay as they are for a path without a version, and in a package whose
// document has servers with a version.
//
// Given to New, it counts for all operations, also for those that the document gives a server of
// their own; given to a single call, for that one.
func WithEndpoint(url string) Option {
	return func(s *settings) error {
		if url == "" {
			return errors.New("WithEndpoint: the address is empty")
		}
		s.endpoint = url
		return nil
	}
}

// WithRegion chooses the region, such as "eu-nl", in the catalogue of the token or in the
// host name that the document gives. For New only.
func WithRegion(region string) Option {
	return forNew("WithRegion", func(s *settings) error {
		// The region becomes a part of a host name that is sent the token.
		if !isLabel(region) {
			return fmt.Errorf("WithRegion: %q is not a region", region)
		}
		s.region = region
		return nil
	})
}

// WithServiceName looks for the service in the catalogue under this type or name, such as
// "rdsv3", where the catalogue has another than the generated package. For New only.
func WithServiceName(name string) Option {
	return forNew("WithServiceName", func(s *settings) error {
		if name == "" {
			return errors.New("WithServiceName: the name is empty")
		}
		s.serviceName = name
		return nil
	})
}

// WithHTTPClient sends requests through a copy of this client, with its transport, cookies,
// time limit and rules for redirects; those of this package are added. The client itself is
// not changed. Without this option http.DefaultTransport is used. For New only.
func WithHTTPClient(client *http.Client) Option {
	return forNew("WithHTTPClient", func(s *settings) error {
		if client == nil {
			return errors.New("WithHTTPClient: the client is nil")
		}
		s.client = client
		return nil
	})
}

// WithMiddleware puts middlewares around the transport, the outermost first. They see each
// attempt as it is sent: complete, with token or signature. For New only.
func WithMiddleware(middlewares ...Middleware) Option {
	return forNew("WithMiddleware", func(s *settings) error {
		for _, m := range middlewares {
			if m == nil {
				return errors.New("WithMiddleware: a middleware is nil")
			}
		}
		s.middlewares = append(s.middlewares, middlewares...)
		return nil
	})
}

// WithProjectID fills {project_id} of paths, in place of the project that the Auth knows.
func WithProjectID(id string) Option {
	return func(s *settings) error { s.projectID = id; return nil }
}

// WithDomainID fills {domain_id} of paths, in place of the domain that the Auth knows.
func WithDomainID(id string) Option {
	return func(s *settings) error { s.domainID = id; return nil }
}

// WithHeader sends this header, in place of one of that name that would be sent otherwise;
// only what the Auth sets comes later. It does not follow a redirect to another host.
func WithHeader(name, value string) Option {
	return func(s *settings) error {
		if name == "" || strings.ContainsAny(name+value, "\r\n\x00") {
			// The value may be a secret and is not told.
			return fmt.Errorf("WithHeader: the header %q cannot be sent", name)
		}
		s.header = s.header.Clone() // of all calls, or nil
		if s.header == nil {
			s.header = make(http.Header)
		}
		s.header.Set(name, value)
		return nil
	}
}

// WithUserAgent puts the name of a program, such as "terraform-provider-x/1.2", before the
// User-Agent of this package.
func WithUserAgent(product string) Option {
	return func(s *settings) error {
		if strings.ContainsAny(product, "\r\n\x00") {
			return errors.New("WithUserAgent: the text cannot be sent in a header")
		}
		s.agent = product
		return nil
	}
}

// WithLogger writes one record at slog.LevelDebug for each attempt: operation, method, URL,
// status, duration, attempt, request ID, headers and JSON bodies of at most 4 KiB, with
// secrets replaced by their names. Below that level it costs nothing. nil turns it off.
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) error { s.logger = logger; return nil }
}

// WithTimeout limits the whole call, with its retries and the reading of the response; of a
// walk over a list it limits each page, and of a waiter the whole wait. 0 is not a limit but
// that of the context.
func WithTimeout(d time.Duration) Option {
	return func(s *settings) error {
		if d < 0 {
			return fmt.Errorf("WithTimeout: %v is negative", d)
		}
		s.timeout = d
		return nil
	}
}

// WithRetry says how often and after which waits a call is retried.
func WithRetry(policy Retry) Option {
	return func(s *settings) (err error) {
		s.retry, err = policy.complete()
		return err
	}
}

// WithoutRetry makes one attempt only. A token that the service refuses is still renewed
// once.
func WithoutRetry() Option {
	return func(s *settings) error { s.retry = Retry{}; return nil }
}

// WithIdempotent says that this call does no harm when it is done twice, so that it may be
// retried although it is a POST or PATCH. For a single call only.
func WithIdempotent() Option {
	return forCall("WithIdempotent", func(s *settings) error { s.idempotent = true; return nil })
}

// WithoutValidation sends requests without checking the documented limits first.
func WithoutValidation() Option {
	return func(s *settings) error { s.unchecked = true; return nil }
}

// WithResponseCheck compares responses with the documented limits. Differences are reported,
// in the goroutine of the call and before it returns; the call succeeds all the same.
func WithResponseCheck(report func(context.Context, Report)) Option {
	return func(s *settings) error { s.report = report; return nil }
}

// Report tells how a response differs from the document.
type Report struct {
	Operation  string
	Violations Violations
	Response   Response
}

// DefaultMaxResponseSize is the limit of a response, in bytes, without WithMaxResponseSize.
const DefaultMaxResponseSize = 64 << 20

// WithMaxResponseSize limits the responses that are read as a whole, in bytes after decompression.
// A longer one is an *Error of which errors.Is says ErrTooLarge, and so is one that would take
// more than 16 times the limit in memory once it is decoded. Responses that are read as a
// stream have no limit.
func WithMaxResponseSize(bytes int64) Option {
	return func(s *settings) error {
		if bytes <= 0 {
			return fmt.Errorf("WithMaxResponseSize: %d is not positive", bytes)
		}
		s.maxResponse = bytes
		return nil
	}
}

// WithCapture stores the raw response, also one that is an error. Of several requests, as
// for a list of several pages, it is the last one. It is set before the call returns, and
// has no Body when the response is a stream. For a single call only.
func WithCapture(into *Response) Option {
	return forCall("WithCapture", func(s *settings) error {
		if into == nil {
			return errors.New("WithCapture: the pointer is nil")
		}
		s.capture = into
		return nil
	})
}

// WithPoll is how long a waiter pauses between two looks, instead of a second at first and
// longer pauses later. For a single call only.
func WithPoll(interval time.Duration) Option {
	return forCall("WithPoll", func(s *settings) error {
		if interval <= 0 {
			return fmt.Errorf("WithPoll: %v is not positive", interval)
		}
		s.poll = interval
		return nil
	})
}

// PollSettings gives what WithPoll and WithTimeout among the options of a waiter say; 0
// where they say nothing. The error is that of an option.
func (c *Conn) PollSettings(options []Option) (interval, limit time.Duration, err error) {
	s := settings{single: true}
	err = s.apply(options)
	return s.poll, s.timeout, err
}

// WithQuery sends this query, as encoded as it stands in a link, in place of the one that
// the parameters make: such as that of the link to the next page. For a single call only.
func WithQuery(query string) Option {
	return forCall("WithQuery", func(s *settings) error {
		if strings.ContainsFunc(query, unicode.IsControl) {
			return errors.New("the query cannot be sent: it has control characters")
		}
		query = strings.ReplaceAll(query, " ", "%20")
		s.query = &query
		return nil
	})
}
