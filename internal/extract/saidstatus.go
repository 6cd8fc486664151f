package extract

import "github.com/rst2openapi/rst2openapi/internal/dialect"

// saidStatus is what the words around a table or a code block say of the status of the
// response that it belongs to: a status code, or one of the values below.
type saidStatus int

const (
	// notSaid: the words say nothing, so the response is taken for that of success.
	notSaid saidStatus = 0
	// anyError: the words say that the call failed, and no more.
	anyError saidStatus = dialect.AnyFailure
)

// isCode reports whether the words name the status of a response that ends a call, 200 or above.
func (s saidStatus) isCode() bool { return s >= 200 }

// maySucceed reports whether the response may be that of a call that was not redirected and
// did not fail.
func (s saidStatus) maySucceed() bool { return s != anyError && s < 300 }

// isError reports whether the words say that the call failed.
func (s saidStatus) isError() bool { return s == anyError || s >= 400 }
