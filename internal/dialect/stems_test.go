package dialect

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestStemsOfWhen: what lets descriptions through to the phrases of SaysWhen lets each of these through.
func TestStemsOfWhen(t *testing.T) {
	for _, phrase := range slices.Concat(whenPhrases, ifWords, choiceWords, []string{"by jars only"}) {
		if !mayWhen("x " + phrase + "x") {
			t.Errorf("%q is not looked for", phrase)
		}
	}
	for _, phrase := range whenPhrases {
		if !SaysWhen("It is " + phrase + "oak lids.") {
			t.Errorf("%q says no case", phrase)
		}
	}
}

// TestStemsOfFailure: each word that makes a line one about a failed call has one of the stems that are looked for first.
func TestStemsOfFailure(t *testing.T) {
	lines := []string{"abnormal response"}
	for _, phrases := range [][][]string{failedResponses, errorExamples, failing, occurring, errorsReturned} {
		for _, p := range phrases {
			lines = append(lines, strings.Join(p, " "))
		}
	}
	for noun := range failureNouns {
		lines = append(lines, noun)
	}
	for _, line := range lines {
		if !slices.ContainsFunc(failureStems, func(stem string) bool { return strings.Contains(line, stem) }) {
			t.Errorf("%q has none of the stems", line)
		}
	}
}

// TestDigitsOfStatuses: each status that a sentence can name is found in it.
func TestDigitsOfStatuses(t *testing.T) {
	for code := 200; code < 1000; code++ {
		if http.StatusText(code) == "" {
			continue
		}
		if got := statusesAmong("The API returns the status code " + strconv.Itoa(code)); !slices.Equal(got, []int{code}) {
			t.Errorf("%d: %v", code, got)
		}
	}
}
