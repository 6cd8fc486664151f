package dialect

// action is what a phrase says.
type action byte

const (
	actRange       action = iota // two numbers
	actMin                       // one number
	actMax                       // one number
	actSpecialMin                // a single value or a range: "-1 or from 0 to 5"
	actLengths                   // two numbers and a unit of length
	actLengthMax                 // one number and a unit of length
	actLengthMin                 // one number and a unit of length
	actLengthFixed               // one number and a unit of length
	actItemsRange                // two numbers and what is counted
	actItemsMax                  // one number and what is counted
	actListFilled                // a list must not be empty
	actFilled                    // a text must not be empty
	actMayBeBlank                // a text may be empty
	actPositive                  // positive integer
	actNatural                   // no negative number
	actEnum                      // all the values
	actValues                    // some values
	actMeaning                   // some values, whose meaning follows
	actConst                     // the one value
	actDefault                   // one value
	actExample                   // some values
	actNullable                  //
	actDeprecated                //
	actReadOnly                  //
	actUniqueKeys                // keys of a list
	actUniqueItems               // elements of a list
)

type phraseRow struct {
	words string
	do    action
}

// phrases are keyed by their first word, and of several that match at one place the one
// with the most words counts.
var phrases = compilePhrases([]phraseRow{
	// Ranges of values.
	{"ranges|range|ranging|varies from|between|is? {n} {u} to|and|- {n} {u}", actRange},
	{"ranges|range|ranging {n} {u} to|- {n} {u}", actRange},
	{"range is|of|: {n} {u} to|- {n} {u}", actRange},
	{"range is|of|: from? [|(? {n} , {n} ]|)", actRange},
	{"range is|of from|between {n} {u} to|and {n} {u}", actRange},
	{"is|be an|a? integer|number from|between|ranging|in {n} {u} to|and|- {n} {u}", actRange},
	{"is|be an|a integer|number ranging|ranges from {n} {u} to {n} {u}", actRange},
	{"is|be|fall|falls in|within the range from|of|between? {n} {u} to|and|- {n} {u}", actRange},
	{"is|be in|within the range [ {n} , {n} ]", actRange},
	{"is|be from|between {n} {u} to|and|- {n} {u}", actRange},
	{"is|be {n} {u} to|- {n} {u}", actRange},
	{"is|be set|configured to a? {n} {u} to|- {n} {u}", actRange},
	{"be a? value from|between {n} {u} to|and {n} {u}", actRange},
	{"be {v} or ranges|range from {n} {u} to|- {n} {u}", actSpecialMin},
	{"be {v} or between|from {n} {u} and|to {n} {u}", actSpecialMin},
	{"minimum value is|: {n} {u}", actMin},
	{"minimum value of this|the parameter|field is {n} {u}", actMin},
	{"minimum is|: {n} {u}", actMin},
	{"maximum value is|: {n} {u}", actMax},
	{"maximum value of this|the parameter|field is {n} {u}", actMax},
	{"maximum is|: {n} {u}", actMax},
	{"must|should be greater|larger than or equal to {n}", actMin},
	{"must|should be greater|larger than {n}", actMin},
	{"is greater|larger than or equal to {n}", actMin},
	{"must|should be less|smaller than or equal to {n}", actMax},
	{"must|should be less|smaller than {n}", actMax},
	{"is less|smaller than or equal to {n}", actMax},
	{"cannot|can't exceed|exceeds {n} {u}", actMax},
	{"cannot|can't be greater|larger than {n} {u}", actMax},
	{"must|can|should|does not exceed {n} {u}", actMax},
	{"must|can|should not be greater|larger than {n} {u}", actMax},
	{"cannot|can't be less|smaller than {n} {u}", actMin},
	{"must|can|should not be less|smaller than {n} {u}", actMin},
	{"must|should be a positive integer", actPositive},
	{"is a positive integer", actPositive},
	{"must|should be a non-negative integer", actNatural},
	{"must be non-negative integer", actNatural},
	{"is a non-negative integer", actNatural},
	{"cannot be a negative number", actNatural},

	// Lengths.
	{"{n} to|- {n} {c}", actLengths},
	{"from|between {n} to|and {n} {c}", actLengths},
	{"up to {n} {c}", actLengthMax},
	{"maximum of {n} {c}", actLengthMax},
	{"maximum {n} {c}", actLengthMax},
	{"at most {n} {c}", actLengthMax},
	{"no|not more|longer than {n} {c}", actLengthMax},
	{"less|fewer|shorter than {n} {c}", actLengthMax},
	{"exceed|exceeds {n} {c} in? length?", actLengthMax},
	{"cannot|can't exceed {n} {c}", actLengthMax},
	{"must|can|should|does not exceed {n} {c}", actLengthMax},
	{"maximum length is|: {n} {c}", actLengthMax},
	{"maximum length of the|this value|parameter|field|string is {n} {c}", actLengthMax},
	{"maximum length is {n}", actLengthMax},
	{"minimum length is {n} {c}", actLengthMin},
	{"minimum length is {n}", actLengthMin},
	{"at least {n} {c}", actLengthMin},
	{"fixed length of {n} {c}", actLengthFixed},
	{"length is fixed at|to {n} {c}", actLengthFixed},
	{"length ranges|range from {n} to|- {n} {c}", actLengths},
	{"length ranges|range from {n} to|- {n}", actLengths},
	{"length is|of from? {n} to|- {n}", actLengths},

	// Numbers of elements.
	{"up to {n} {i}", actItemsMax},
	{"maximum of {n} {i}", actItemsMax},
	{"at most {n} {i}", actItemsMax},
	{"no|not more than {n} {i}", actItemsMax},
	{"cannot|can't exceed {n} {i}", actItemsMax},
	{"must|can|should not exceed {n} {i}", actItemsMax},
	{"contain|contains|contains|have|has|specify from? {n} to|- {n} {i}", actItemsRange},
	{"number of {i} ranges from {n} to|- {n}", actItemsRange},
	{"cannot|can't be an? empty|blank list|array", actListFilled},
	{"must|can|should not be an? empty list|array", actListFilled},

	// Empty texts.
	{"cannot|can't be an empty string", actFilled},
	{"must|can|should not be an empty string", actFilled},
	{"cannot|can't be left? empty|blank", actFilled},
	{"must|can|should not be left? empty|blank", actFilled},
	{"can|may be an empty string", actMayBeBlank},
	{"can|may be left? empty|blank", actMayBeBlank},

	// All the values there are.
	{"can|may be {list}", actEnum},
	{"can|may only be {list}", actEnum},
	{"can|may be only {list}", actEnum},
	{"can|may only? be set|specified only? to|as {list}", actEnum},
	{"can|may be either|any? of? {list}", actEnum},
	{"can|may be one of {list}", actEnum},
	{"can|may be either {list}", actEnum},
	{"can|may|must be one of the following values? :? {list}", actEnum},
	{"must|should be one of {list}", actEnum},
	{"must|should be either {list}", actEnum},
	{"must|should be {list}", actEnum},
	{"must|should be set to {list}", actEnum},
	{"values are|include :? {list}", actEnum},
	{"options are|include :? {list}", actEnum},
	{"values are as follows :? {list}", actEnum},
	{"options are as follows :? {list}", actEnum},
	{"value is either {list}", actEnum},
	{"value is {list}", actValues},
	{"value is set to {list}", actValues},
	{"value {list} indicates|means", actMeaning},
	{"only {list} is|are supported|allowed|available", actValues},
	{"only supports {list}", actValues},
	{"supports only {list}", actValues},

	// The one value there is.
	{"fixed at|to|as {v}", actConst},
	{"fixed value of|is {v}", actConst},
	{"fixed value : {v}", actConst},
	{"value is always {v}", actConst},

	// Defaults.
	{"default value is|: {v}", actDefault},
	{"default value {v}", actDefault},
	{"default value of this|the parameter|field is {v}", actDefault},
	{"default is|: {v}", actDefault},
	{"defaults|default to {v}", actDefault},
	{"defaults is {v}", actDefault},
	{"is {v} by default", actDefault},
	{"is set to {v} by default", actDefault},
	{"be set to {v} by default", actDefault},
	{"value {v} is|will used|be used? by default", actDefault},
	{"by default , {v} is used", actDefault},
	{"by default , the value is {v}", actDefault},
	{"by default , this|the parameter|value is set? to? {v}", actDefault},

	// Examples.
	{"for example ,|:? :? {list}", actExample},
	{"e.g ,|:? {list}", actExample},
	{"such as {list}", actExample},

	{"can|may be null", actNullable},
	{"is|be set to null", actNullable},
	{"value is null", actNullable},
	{"value of this|the parameter|field is null", actNullable},
	{"can|may be {v}", actNullable}, // of **null** in marks
	{"is|be set to {v}", actNullable},
	{"value is {v}", actNullable},
	{"null is returned", actNullable},

	{"this|the parameter|field|attribute|api has been deprecated", actDeprecated},
	{"this|the parameter|field|attribute is deprecated", actDeprecated},
	{"this|the parameter|field|attribute has been discarded|abandoned", actDeprecated},
	{"this|the parameter|field|attribute is discarded|abandoned", actDeprecated},
	{"deprecated parameter|field|attribute", actDeprecated},

	{"read-only", actReadOnly},
	{"this|the parameter|field|attribute is read-only", actReadOnly},

	{"keys in? this|the? tag? list? must be unique", actUniqueKeys},
	{"keys in? this|the? list? cannot be duplicate|repeated|duplicated", actUniqueKeys},
	{"keys must not be duplicate|repeated|duplicated", actUniqueKeys},
	{"key must be unique", actUniqueKeys},
	{"values in this|the list must be unique", actUniqueItems},
	{"elements|items|ids in? this|the? list|array? must be unique", actUniqueItems},
	{"elements|items|ids in? this|the? list|array? cannot be duplicate|repeated|duplicated", actUniqueItems},
})
