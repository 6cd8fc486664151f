package change

import "github.com/oasdiff/oasdiff/checker"

// correction is a verdict of oasdiff that is another one for documents made of pages.
type correction struct {
	direction checker.Direction
	keywords  []string
	effect    checker.Effect
	level     Level
	why       string
}

// corrections are asked in their order.
var corrections = []correction{
	{checker.DirectionRequest, []string{"parameters", "properties"}, checker.EffectUnknown, Breaking,
		"what callers send is not described any more: the service may refuse or ignore it, and generated clients lose it"},
	{checker.DirectionResponse, []string{"enum"}, checker.EffectWidens, Warning,
		"a reader that knows all values is surprised by a new one; generated clients keep it"},
	{checker.DirectionResponse, []string{
		"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems",
		"minProperties", "maxProperties", "uniqueItems", "pattern",
	}, checker.EffectWidens, Warning,
		"only a reader that relies on a limit, as with a column of a fixed width, is surprised by a looser one"},
}

// levelOf is the level of a verdict: oasdiff's, or that of the correction that applies.
func levelOf(v verdict) Level {
	key := keyword(v.rule)
	for _, c := range corrections {
		if c.direction != v.rule.Direction || c.effect != v.rule.Effect {
			continue
		}
		for _, k := range c.keywords {
			if k == key {
				return c.level
			}
		}
	}
	if special, ok := byRule[v.rule.Id]; ok {
		return special
	}
	switch v.level {
	case checker.ERR:
		return Breaking
	case checker.WARN:
		return Warning
	}
	return Compatible
}

// byRule corrects single rules.
var byRule = map[string]Level{
	// Who does not send a value gets another one than before.
	"request-property-default-value-changed":  Warning,
	"request-parameter-default-value-changed": Warning,
	"request-body-default-value-changed":      Warning,
	// Pages hardly ever call a field of a response mandatory, so an optional one that goes is
	// missed as a mandatory one is, and generated clients lose it.
	"response-optional-property-removed": Breaking,
	"optional-response-header-removed":   Breaking,
}
