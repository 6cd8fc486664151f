package dialect

// labels are the words before a colon that tell what follows, in lower case.
var labels = map[string]label{
	"definition": labelText, "constraints": labelText, "constraint": labelText,
	"note": labelText, "notes": labelText, "notice": labelText, "restrictions": labelText,
	"naming rule": labelText, "naming rules": labelText,
	"explanation": labelText, "description": labelText, "requirements": labelText,

	"parent": labelSkip, "child": labelSkip, "type": labelSkip, "unit": labelSkip,
	"format": labelSkip, "time format": labelSkip, "template": labelSkip,
	"instructions": labelSkip, "default attribute": labelSkip, "more info": labelSkip,
	"children": labelSkip,

	"minimum": labelMin, "min": labelMin, "minimum value": labelMin, "min value": labelMin,
	"min.": labelMin, "maximum": labelMax, "max": labelMax, "maximum value": labelMax,
	"max value": labelMax, "max.": labelMax,
	"upper limit": labelMax, "lower limit": labelMin,

	"minimum length": labelMinLen, "min length": labelMinLen,
	"maximum length": labelMaxLen, "max length": labelMaxLen,
	"length": labelLength, "value length": labelLength, "length range": labelLength,
	"max characters": labelMaxLen, "maximum characters": labelMaxLen,
	"min characters": labelMinLen, "minimum characters": labelMinLen,
	"length limit": labelMaxLen, "maximal length": labelMaxLen, "minimal length": labelMinLen,
	"string length": labelLength, "character length": labelLength,
	"array length": labelItems, "list length": labelItems, "number of elements": labelItems,
	"min items": labelMinItem, "max items": labelMaxItem, "minimum items": labelMinItem, "maximum items": labelMaxItem,
	"maximum array length": labelMaxItem, "minimum array length": labelMinItem,

	"range": labelValue, "value range": labelValue, "value": labelValue,
	"values": labelValue, "valid value": labelValue, "valid values": labelValue,
	"possible value": labelValue, "possible values": labelValue,
	"available value": labelValue, "available values": labelValue,
	"allowed values": labelValue, "supported values": labelValue,
	"supported options": labelValue, "accepted values": labelValue,
	"permitted values": labelValue, "legal values": labelValue, "value list": labelValue,
	"allowed": labelValue, "enumerated": labelEnum, "permitted": labelValue,
	"choices": labelValue, "one of": labelValue, "allowed value": labelValue,
	"option": labelValue, "options": labelValue, "value option": labelValue,
	"value options": labelValue, "available options": labelValue,
	"enum": labelEnum, "enums": labelEnum, "enum values": labelEnum,
	"possible enum values": labelEnum, "enumeration": labelEnum,
	"enumeration value": labelEnum, "enumeration values": labelEnum,
	"enumerated value": labelEnum, "enumerated values": labelEnum,
	"the value can be": labelValue, "its value can be": labelValue, "values can be": labelValue,
	"the values can be": labelValue, "possible values are": labelValue,
	"the possible values are": labelValue, "value can be": labelValue,
	"the value can be one of the following":    labelValue,
	"the value can be any of the following":    labelValue,
	"the value can be either of the following": labelValue,
	"the value can be as follows":              labelValue,
	"the value is as follows":                  labelValue, "the values are as follows": labelValue,
	"the options are as follows": labelValue, "options are as follows": labelValue,
	"the value options are as follows": labelValue, "value options are as follows": labelValue,
	"possible values are as follows": labelValue, "the possible values are as follows": labelValue,
	"the valid values are as follows": labelValue, "valid values are as follows": labelValue,
	"the value must be one of the following": labelValue, "the options are": labelValue,
	"the value can be set to": labelValue, "available values are as follows": labelValue,
	"the available options are as follows": labelValue, "enumerated values are as follows": labelValue,
	"valid values are": labelValue, "the valid values are": labelValue,
	"available options are": labelValue,

	"default": labelDefault, "default value": labelDefault, "defaults": labelDefault,
	"the default value": labelDefault, "default value is": labelDefault,

	"example": labelExample, "examples": labelExample, "example value": labelExample,
	"sample value": labelExample, "for example": labelExample, "an example": labelExample,

	"regular expression": labelPattern, "regular expression matching": labelPattern,
	"regex": labelPattern, "regular expression for matching": labelPattern,
	"regular expression match": labelPattern, "pattern": labelPattern,

	"deprecated": labelOld,
}

// assigned are the labels after which a value may follow with an equals sign and no space.
var assigned = words("min", "max", "minimum", "maximum", "default")

// bareLabels are the labels that stand without a colon on a line of their own.
var bareLabels = words("definition", "constraints", "range", "default value", "value range")

// introNouns are the subjects of sentences that announce values.
var introNouns = words("value", "values", "option", "options", "statuses", "types", "it", "status", "type", "state", "mode", "states", "modes")

// otherNouns are what lists hold that are not values of the field.
var otherNouns = words("parameters", "fields", "attributes", "information", "format", "formats", "characters", "requirements",
	"rules", "restrictions", "constraints", "conditions", "structure", "steps", "contents")

// introEnds are the ends of sentences after which all the values are listed.
var introEnds = [][]string{
	{"can", "be"},
	{"can", "only", "be"},
	{"must", "be"},
	{"can", "be", "set", "to"},
	{"can", "be", "one", "of", "the", "following"},
	{"can", "be", "one", "of", "the", "following", "values"},
	{"can", "be", "any", "of", "the", "following"},
	{"can", "be", "either", "of", "the", "following"},
	{"must", "be", "one", "of", "the", "following"},
	{"be", "one", "of", "the", "following", "values"},
	{"be", "the", "following"},
	{"be", "as", "follows"},
	{"is", "as", "follows"},
	{"are", "as", "follows"},
	{"as", "follows"},
	{"are"},
}
