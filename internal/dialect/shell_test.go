package dialect

import "testing"

func TestStartsShell(t *testing.T) {
	for in, want := range map[string]bool{
		"curl -X GET https://a": true, "$ ls": true, "[root@box ~]# ls": true,
		"https://a/curl x": false, `{"a": "echo b"}`: false, "curling": false, "": false,
	} {
		if StartsShell(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}

func TestParseCurl(t *testing.T) {
	for in, want := range map[string]string{
		"curl -X PUT https://a/jars/7 -H 'Content-Type: application/json' -d '{\"lid\": 1}'": `PUT https://a/jars/7 Content-Type=application/json {"lid": 1}`,
		"curl https://a/jars":                                  "GET https://a/jars ",
		"$ curl -s {endpoint}/jars | jq .":                     "GET {endpoint}/jars ",
		"curl -XDELETE \"https://a/jars/7\"":                   "DELETE https://a/jars/7 ",
		"curl \\\n  -d '{\n\"a\": 1}' \\\n  https://a/jars\nx": "POST https://a/jars {\n\"a\": 1}",
		"curl -d '{\"a\": 1}'https://a/jars":                   `POST https://a/jars {"a": 1}`,
		"curl -o out -k https://a/jars":                        "GET https://a/jars ",
		"curl -d \"{\\\"a\\\": 1}\" https://a/jars":            `POST https://a/jars {\"a\": 1}`,
		"# curl https://a/jars":                                "GET https://a/jars ",
		"[root@box ~]# curl https://a/jars":                    "GET https://a/jars ",
		"curl -siX PUT -d '{}' https://a/jars":                 "PUT https://a/jars {}",
		"curl -sXPUT https://a/jars":                           "PUT https://a/jars ",
		"curl -ks -F a=@b https://a/jars":                      "POST https://a/jars ",
		"curl -T b https://a/jars/7":                           "PUT https://a/jars/7 ",
		"curl -x http://proxy:80 https://a/jars":               "GET https://a/jars ",
		"curl --data-urlencode 'u=https://b' https://a/jars":   "POST https://a/jars u=https://b",
		"curl -d @file https://a/jars":                         "POST https://a/jars ",
	} {
		c, end, ok := ParseCurl(in)
		got := c.Method + " " + c.URL + " "
		for _, h := range c.Headers {
			got += h[0] + "=" + h[1] + " "
		}
		if got += in[c.Data:c.DataEnd]; c.Several || !ok || got != want || end > len(in) {
			t.Errorf("%q: %q, %t, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"curl", "curling https://a", "curl --help", "curl 'https://a", "wget https://a", ""} {
		if c, _, ok := ParseCurl(in); ok {
			t.Errorf("%q: %v", in, c)
		}
	}
	for in, want := range map[string]string{
		"curl https://a | jq .":           "curl https://a ",
		"curl https://a\nls":              "curl https://a",
		"curl \\\n https://a\t-k\n\nlids": "curl \\\n https://a\t-k",
	} {
		if _, end, _ := ParseCurl(in); in[:end] != want {
			t.Errorf("%q ends with %q", in, in[:end])
		}
	}
	if c, _, _ := ParseCurl("curl https://a -d a=1 -d b=2"); !c.Several || c.Data != len("curl https://a -d a=1 -d ") {
		t.Errorf("a body of two parts: %+v", c)
	}
}
