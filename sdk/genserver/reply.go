package genserver

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/errorbody"
)

// send writes a response. Where the client is gone, there is nobody left to tell.
func (h *Handler) send(w http.ResponseWriter, reply Reply) {
	contentType, text, err := reply.encode()
	if err != nil {
		reply = h.failure("", http.StatusInternalServerError, "the response cannot be written: "+err.Error())
		contentType, text, _ = reply.encode() // of two texts
	}
	maps.Copy(w.Header(), reply.Header)
	if contentType != "" {
		w.Header().Set("Content-Type", contentType)
	}
	if reply.Stream == nil {
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		if reply.Status == http.StatusNoContent || reply.Status == http.StatusNotModified {
			w.Header().Del("Content-Length")
		}
	}
	w.WriteHeader(reply.Status)
	if reply.Stream != nil {
		_, _ = io.Copy(w, reply.Stream)
		if closer, ok := reply.Stream.(io.Closer); ok {
			_ = closer.Close()
		}
		return
	}
	_, _ = w.Write(text)
}

// encode writes the body.
func (r *Reply) encode() (contentType string, text []byte, err error) {
	switch {
	case r.Status < 200 || r.Status > 999: // after a 1xx another response follows
		return "", nil, fmt.Errorf("%d is not the status of a response", r.Status)
	case r.Stream != nil:
		return r.ContentType, nil, nil
	case r.Body == nil:
		return "", nil, nil
	case r.XMLRoot != "":
		var b bytes.Buffer
		space, local, ok := strings.Cut(r.XMLRoot, " ")
		if !ok {
			space, local = "", r.XMLRoot
		}
		err = xml.NewEncoder(&b).EncodeElement(r.Body, xml.StartElement{Name: xml.Name{Space: space, Local: local}})
		return "application/xml", b.Bytes(), err
	}
	text, err = json.Marshal(r.Body)
	return "application/json", text, err
}

// failure is an error of the server itself.
func (h *Handler) failure(operation string, status int, message string) Reply {
	return h.describe(operation, status, "", message)
}

// describe makes the documented body of an error, or that of most services of this cloud
// where there is none that has a place for the text.
func (h *Handler) describe(operation string, status int, code, message string) Reply {
	if code == "" {
		code = strconv.Itoa(status)
	}
	if body := h.errorBody(operation, status); body != nil && errorbody.Fill(body, code, message) {
		return Reply{Status: status, Body: body}
	}
	return Reply{Status: status, Body: map[string]string{"error_code": code, "error_msg": message}}
}
