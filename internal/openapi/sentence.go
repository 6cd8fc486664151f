package openapi

import (
	"encoding/json"
	"strings"
)

// sentenceWords is how many words make a text a sentence.
const sentenceWords = 8

// holdsSentence reports whether a string in a JSON text is a sentence, as error messages
// and descriptions in examples are.
func holdsSentence(text string) bool {
	d := json.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err != nil {
			return false
		}
		if text, _ := token.(string); len(strings.Fields(text)) >= sentenceWords {
			return true
		}
	}
}
