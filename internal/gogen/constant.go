package gogen

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// setConstant keeps the Go literal of x-constant. Only a required scalar can have one:
// an optional field that is absent stays absent.
func (f *field) setConstant(value any) error {
	if value == nil || !f.required || f.typ.nullable {
		return nil
	}
	shape, where := f.typ.shape, f.where
	if shape == shapeNamed && f.typ.named.Kind == kindEnum {
		shape = f.typ.named.base.shape
	}
	literal, ok := goLiteral(shape, value)
	if !ok {
		return fmt.Errorf("%s: x-constant %q does not fit the type %s", where, fmt.Sprint(value), f.typ.expr())
	}
	f.Constant = literal
	return nil
}

// goLiteral writes a value of the document as Go source, safely.
func goLiteral(sh shape, value any) (string, bool) {
	if sh == shapeScalar {
		return scalarLiteral(value)
	}
	switch v := value.(type) {
	case string:
		return strconv.Quote(v), sh == shapeString
	case bool:
		return strconv.FormatBool(v), sh == shapeBool
	case int:
		return strconv.Itoa(v), sh == shapeInt || sh == shapeFloat
	case int64:
		return strconv.FormatInt(v, 10), sh == shapeInt || sh == shapeFloat
	case uint64:
		return strconv.FormatUint(v, 10), sh == shapeInt || sh == shapeFloat
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return strconv.FormatInt(i, 10), sh == shapeInt || sh == shapeFloat
		}
		f, err := v.Float64()
		return strconv.FormatFloat(f, 'g', -1, 64), err == nil && sh == shapeFloat
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return strconv.FormatInt(int64(v), 10), sh == shapeInt || sh == shapeFloat
		}
		return strconv.FormatFloat(v, 'g', -1, 64), sh == shapeFloat
	}
	return "", false
}

// scalarLiteral makes a Scalar of a constant.
func scalarLiteral(value any) (string, bool) {
	for sh, maker := range map[shape]string{
		shapeString: "StringScalar", shapeBool: "BoolScalar", shapeInt: "IntScalar",
	} {
		if literal, ok := goLiteral(sh, value); ok {
			return "sdk." + maker + "(" + literal + ")", true
		}
	}
	literal, ok := goLiteral(shapeFloat, value)
	return "sdk.FloatScalar(" + literal + ")", ok
}
