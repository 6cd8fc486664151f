package dialect

import "testing"

func TestSaysWhen(t *testing.T) {
	for text, want := range map[string]bool{
		"Queue of the jar. This parameter is available only when **type** is set to **jar**.": true,
		"Path of the lid. This parameter is needed by oak and pine jars only":                 true,
		"Lid. If **kind** is **jar**, this parameter is mandatory.":                           true,
		"Either **id** or **name** must be specified.":                                        true,
		"Mandatory if the jar has a lid.":                                                     true,
		"Weight. It is required when **lid** is set.":                                         true,

		"If the value is **oak**, the lid is heavy.":                 false,
		"Jar to be used when the lid is lost.":                       false,
		"The jar only. Needed by oak jars and others, not only lids": false,
		"Either oak or pine.":                                        false,
		"Name of the jar. This parameter is mandatory.":              false,
		"": false,
	} {
		if got := SaysWhen(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
