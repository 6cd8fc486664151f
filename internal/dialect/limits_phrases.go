package dialect

type phraseRow struct {
	words string
	says  effect
}

// phrases are keyed by their first word, and of several that match at one place the one
// with the most words counts.
var phrases = compilePhrases([]phraseRow{
	// Ranges of values.
	{"ranges|range|ranging|varies from|between|is? {n} {u} to|and|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"ranges|range|ranging {n} {u} to|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"range is|of|: {n} {u} to|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"range is|of|: from? [|(? {n} , {n} ]|)", valueBounds{firstNumber, secondNumber}},
	{"range is|of from|between {n} {u} to|and {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be an|a? integer|number from|between|ranging|in {n} {u} to|and|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be an|a integer|number ranging|ranges from {n} {u} to {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be|fall|falls in|within the range from|of|between? {n} {u} to|and|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be in|within the range [ {n} , {n} ]", valueBounds{firstNumber, secondNumber}},
	{"is|be from|between {n} {u} to|and|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be {n} {u} to|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"is|be set|configured to a? {n} {u} to|- {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"be a? value from|between {n} {u} to|and {n} {u}", valueBounds{firstNumber, secondNumber}},
	{"be {v} or ranges|range from {n} {u} to|- {n} {u}", valueBounds{listedNumber, secondNumber}},
	{"be {v} or between|from {n} {u} and|to {n} {u}", valueBounds{listedNumber, secondNumber}},
	{"minimum value is|: {n} {u}", valueBounds{low: firstNumber}},
	{"minimum value of this|the parameter|field is {n} {u}", valueBounds{low: firstNumber}},
	{"minimum is|: {n} {u}", valueBounds{low: firstNumber}},
	{"maximum value is|: {n} {u}", valueBounds{high: firstNumber}},
	{"maximum value of this|the parameter|field is {n} {u}", valueBounds{high: firstNumber}},
	{"maximum is|: {n} {u}", valueBounds{high: firstNumber}},
	{"must|should be greater|larger than or equal to {n}", valueBounds{low: firstNumber}},
	{"must|should be greater|larger than {n}", valueBounds{low: firstNumber}},
	{"is greater|larger than or equal to {n}", valueBounds{low: firstNumber}},
	{"must|should be less|smaller than or equal to {n}", valueBounds{high: firstNumber}},
	{"must|should be less|smaller than {n}", valueBounds{high: firstNumber}},
	{"is less|smaller than or equal to {n}", valueBounds{high: firstNumber}},
	{"cannot|can't exceed|exceeds {n} {u}", valueBounds{high: firstNumber}},
	{"cannot|can't be greater|larger than {n} {u}", valueBounds{high: firstNumber}},
	{"must|can|should|does not exceed {n} {u}", valueBounds{high: firstNumber}},
	{"must|can|should not be greater|larger than {n} {u}", valueBounds{high: firstNumber}},
	{"cannot|can't be less|smaller than {n} {u}", valueBounds{low: firstNumber}},
	{"must|can|should not be less|smaller than {n} {u}", valueBounds{low: firstNumber}},
	{"must|should be a positive integer", valueAtLeast{"1"}},
	{"is a positive integer", valueAtLeast{"1"}},
	{"must|should be a non-negative integer", valueAtLeast{"0"}},
	{"must be non-negative integer", valueAtLeast{"0"}},
	{"is a non-negative integer", valueAtLeast{"0"}},
	{"cannot be a negative number", valueAtLeast{"0"}},

	// Lengths.
	{"{n} to|- {n} {c}", lengthBounds{firstNumber, secondNumber}},
	{"from|between {n} to|and {n} {c}", lengthBounds{firstNumber, secondNumber}},
	{"up to {n} {c}", lengthBounds{high: firstNumber}},
	{"maximum of {n} {c}", lengthBounds{high: firstNumber}},
	{"maximum {n} {c}", lengthBounds{high: firstNumber}},
	{"at most {n} {c}", lengthBounds{high: firstNumber}},
	{"no|not more|longer than {n} {c}", lengthBounds{high: firstNumber}},
	{"less|fewer|shorter than {n} {c}", lengthBounds{high: firstNumber}},
	{"exceed|exceeds {n} {c} in? length?", lengthBounds{high: firstNumber}},
	{"cannot|can't exceed {n} {c}", lengthBounds{high: firstNumber}},
	{"must|can|should|does not exceed {n} {c}", lengthBounds{high: firstNumber}},
	{"maximum length is|: {n} {c}", lengthBounds{high: firstNumber}},
	{"maximum length of the|this value|parameter|field|string is {n} {c}", lengthBounds{high: firstNumber}},
	{"maximum length is {n}", lengthBounds{high: firstNumber}},
	{"minimum length is {n} {c}", lengthBounds{low: firstNumber}},
	{"minimum length is {n}", lengthBounds{low: firstNumber}},
	{"at least {n} {c}", lengthBounds{low: firstNumber}},
	{"fixed length of {n} {c}", lengthBounds{firstNumber, firstNumber}},
	{"length is fixed at|to {n} {c}", lengthBounds{firstNumber, firstNumber}},
	{"length ranges|range from {n} to|- {n} {c}", lengthBounds{firstNumber, secondNumber}},
	{"length ranges|range from {n} to|- {n}", lengthBounds{firstNumber, secondNumber}},
	{"length is|of from? {n} to|- {n}", lengthBounds{firstNumber, secondNumber}},

	// Numbers of elements.
	{"up to {n} {i}", itemBounds{high: firstNumber}},
	{"maximum of {n} {i}", itemBounds{high: firstNumber}},
	{"at most {n} {i}", itemBounds{high: firstNumber}},
	{"no|not more than {n} {i}", itemBounds{high: firstNumber}},
	{"cannot|can't exceed {n} {i}", itemBounds{high: firstNumber}},
	{"must|can|should not exceed {n} {i}", itemBounds{high: firstNumber}},
	{"contain|contains|contains|have|has|specify from? {n} to|- {n} {i}", itemBounds{firstNumber, secondNumber}},
	{"number of {i} ranges from {n} to|- {n}", itemBounds{firstNumber, secondNumber}},
	{"cannot|can't be an? empty|blank list|array", listNotEmpty{}},
	{"must|can|should not be an? empty list|array", listNotEmpty{}},

	// Empty texts.
	{"cannot|can't be an empty string", notEmpty{}},
	{"must|can|should not be an empty string", notEmpty{}},
	{"cannot|can't be left? empty|blank", notEmpty{}},
	{"must|can|should not be left? empty|blank", notEmpty{}},
	{"can|may be an empty string", mayBeEmpty{}},
	{"can|may be left? empty|blank", mayBeEmpty{}},

	// All the values there are.
	{"can|may be {list}", valuesListed{LimitEnum}},
	{"can|may only be {list}", valuesListed{LimitEnum}},
	{"can|may be only {list}", valuesListed{LimitEnum}},
	{"can|may only? be set|specified only? to|as {list}", valuesListed{LimitEnum}},
	{"can|may be either|any? of? {list}", valuesListed{LimitEnum}},
	{"can|may be one of {list}", valuesListed{LimitEnum}},
	{"can|may be either {list}", valuesListed{LimitEnum}},
	{"can|may|must be one of the following values? :? {list}", valuesListed{LimitEnum}},
	{"must|should be one of {list}", valuesListed{LimitEnum}},
	{"must|should be either {list}", valuesListed{LimitEnum}},
	{"must|should be {list}", valuesListed{LimitEnum}},
	{"must|should be set to {list}", valuesListed{LimitEnum}},
	{"values are|include :? {list}", valuesListed{LimitEnum}},
	{"options are|include :? {list}", valuesListed{LimitEnum}},
	{"values are as follows :? {list}", valuesListed{LimitEnum}},
	{"options are as follows :? {list}", valuesListed{LimitEnum}},
	{"value is either {list}", valuesListed{LimitEnum}},
	{"value is {list}", valuesListed{LimitValues}},
	{"value is set to {list}", valuesListed{LimitValues}},
	{"value {list} indicates|means", valueExplained{}},
	{"only {list} is|are supported|allowed|available", valuesListed{LimitValues}},
	{"only supports {list}", valuesListed{LimitValues}},
	{"supports only {list}", valuesListed{LimitValues}},

	// The one value there is.
	{"fixed at|to|as {v}", fixedAt{}},
	{"fixed value of|is {v}", fixedAt{}},
	{"fixed value : {v}", fixedAt{}},
	{"value is always {v}", fixedAt{}},

	// Defaults.
	{"default value is|: {v}", defaultsTo{}},
	{"default value {v}", defaultsTo{}},
	{"default value of this|the parameter|field is {v}", defaultsTo{}},
	{"default is|: {v}", defaultsTo{}},
	{"defaults|default to {v}", defaultsTo{}},
	{"defaults is {v}", defaultsTo{}},
	{"is {v} by default", defaultsTo{}},
	{"is set to {v} by default", defaultsTo{}},
	{"be set to {v} by default", defaultsTo{}},
	{"value {v} is|will used|be used? by default", defaultsTo{}},
	{"by default , {v} is used", defaultsTo{}},
	{"by default , the value is {v}", defaultsTo{}},
	{"by default , this|the parameter|value is set? to? {v}", defaultsTo{}},

	// Examples.
	{"for example ,|:? :? {list}", exampleOf{}},
	{"e.g ,|:? {list}", exampleOf{}},
	{"such as {list}", exampleOf{}},

	{"this|the parameter|field|attribute|api has been deprecated", flagged{kind: LimitDeprecate}},
	{"this|the parameter|field|attribute is deprecated", flagged{kind: LimitDeprecate}},
	{"this|the parameter|field|attribute has been discarded|abandoned", flagged{kind: LimitDeprecate}},
	{"this|the parameter|field|attribute is discarded|abandoned", flagged{kind: LimitDeprecate}},
	{"deprecated parameter|field|attribute", flagged{kind: LimitDeprecate}},

	{"read-only", flagged{kind: LimitReadOnly, short: true}},
	{"this|the parameter|field|attribute is read-only", flagged{kind: LimitReadOnly, short: true}},

	{"keys in? this|the? tag? list? must be unique", allDiffer{OfUnsaid}},
	{"keys in? this|the? list? cannot be duplicate|repeated|duplicated", allDiffer{OfUnsaid}},
	{"keys must not be duplicate|repeated|duplicated", allDiffer{OfUnsaid}},
	{"key must be unique", allDiffer{OfUnsaid}},
	{"values in this|the list must be unique", allDiffer{OfItems}},
	{"elements|items|ids in? this|the? list|array? must be unique", allDiffer{OfItems}},
	{"elements|items|ids in? this|the? list|array? cannot be duplicate|repeated|duplicated", allDiffer{OfItems}},
})

// nullPhrases count beside the phrase that a text has at the same place: null may be one of
// the values that it lists.
var nullPhrases = compilePhrases([]phraseRow{
	{"can|may be {null}", mayBeNull{}},
	{"is|be set to {null}", mayBeNull{}},
	{"value is {null}", mayBeNull{}},
	{"value of this|the parameter|field is null", mayBeNull{}},
	{"null is returned", mayBeNull{}},
})
