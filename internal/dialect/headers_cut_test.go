package dialect

import "testing"

func TestCutHeader(t *testing.T) {
	for url, want := range map[string][2]string{
		"/v1/tokensContent-Type:application/json": {"/v1/tokens", "Content-Type:application/json"},
		"/v1/jars/{id}X-Jar-Key:":                 {"/v1/jars/{id}", "X-Jar-Key:"},
		"https://x.com/v2Host:x.com":              {"https://x.com/v2", "Host:x.com"},
		"/v1/jars/{id}Authorization:a":            {"/v1/jars/{id}", "Authorization:a"},
		"/v1/jarsAccept:*":                        {"/v1/jars", "Accept:*"},
		"/v1/Accept:now":                          {"/v1/Accept:now", ""}, // a part of the path
		"Accept:now":                              {"Accept:now", ""},
		"/v1/jarsaccept:now":                      {"/v1/jarsaccept:now", ""},
		"/v1/jarsX-ray":                           {"/v1/jarsX-ray", ""},
		"/v1/jarsX-:a":                            {"/v1/jarsX-:a", ""},
		"/v1/jarsX-2:a":                           {"/v1/jarsX-2:a", ""},
		"/v1/jarsAcceptAll":                       {"/v1/jarsAcceptAll", ""},
		"/v1/jarsX-š:a":                           {"/v1/jarsX-š:a", ""},
		"GET:":                                    {"GET:", ""},
		"":                                        {"", ""},
	} {
		if before, header := CutHeader(url); before != want[0] || header != want[1] {
			t.Errorf("%q: %q and %q", url, before, header)
		}
	}
}
