package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Encode writes findings in the format that name's extension asks for: .txt is a line each,
// .json a list, .sarif SARIF 2.1.0 as code hosts read it.
func Encode(name string, findings []Finding) ([]byte, error) {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".txt":
		return Text(findings), nil
	case ".json":
		return JSON(findings)
	case ".sarif":
		return SARIF(findings)
	}
	return nil, fmt.Errorf("the findings file %s must end in .txt, .json or .sarif", name)
}

// Text writes a line for each finding, and an indented one for each other place.
func Text(findings []Finding) []byte {
	var b bytes.Buffer
	for _, f := range findings {
		b.WriteString(f.String())
		b.WriteByte('\n')
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\t%s:%d:%d: %s\n", terminal.Printable(r.Page), r.Pos.Line, r.Pos.Col, terminal.Printable(r.Message))
		}
	}
	return b.Bytes()
}

// JSON writes findings as a JSON array.
func JSON(findings []Finding) ([]byte, error) {
	if findings == nil {
		findings = []Finding{}
	}
	return encodeJSON(findings)
}

func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// The parts of SARIF 2.1.0 that are used (OASIS standard, section 3).
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string      `json:"id"`
		ShortDescription sarifText   `json:"shortDescription"`
		Help             sarifText   `json:"help"`
		Config           sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level Level `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     Level           `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
)

// SARIF writes findings as a SARIF 2.1.0 log with one run, whose rules are the catalogue.
func SARIF(findings []Finding) ([]byte, error) {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver.Name = "rst2openapi"
	run.Tool.Driver.InformationURI = "https://github.com/rst2openapi/rst2openapi"
	index := make(map[string]int)
	for i, r := range Rules() {
		index[r.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.ID, ShortDescription: sarifText{r.Purpose},
			Help:   sarifText{"Good: " + r.Good + "\nBad: " + r.Bad},
			Config: sarifConfig{r.Level},
		})
	}
	for _, f := range findings {
		res := sarifResult{
			RuleID: f.Rule, RuleIndex: index[f.Rule], Level: f.Level, Message: sarifText{f.Message},
			Locations: []sarifLocation{{Physical: physical(f.Page, f.Pos.Line, f.Pos.Col)}},
		}
		for i, r := range f.Related {
			res.Related = append(res.Related, sarifLocation{
				ID: &i, Physical: physical(r.Page, r.Pos.Line, r.Pos.Col), Message: &sarifText{r.Message},
			})
		}
		run.Results = append(run.Results, res)
	}
	return encodeJSON(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func physical(page string, line, col int) sarifPhysical {
	u := url.URL{Path: page} // String, unlike EscapedPath, keeps a colon from looking like a scheme
	return sarifPhysical{Artifact: sarifArtifact{u.String()}, Region: sarifRegion{max(1, line), max(1, col)}}
}
