package demo

import (
	"reflect"
	"testing"

	"kettle/model"
)

// valid is what every enumeration of model can say of itself.
type valid interface{ Valid() bool }

// mayBeEmpty are the types whose empty value means something although Valid refuses it.
var mayBeEmpty = []any{model.Date(""), model.Moment(""), model.Clock(""), model.NoChannelYet}

func TestEverythingIsOfAKnownKind(t *testing.T) {
	checked := 0
	for _, today := range aroundTheYear {
		s := usual(today)
		s.Orders, s.Calendars = nil, nil // an answer to an order is checked as a whole below
		checked += checkValid(t, reflect.ValueOf(s), "School")
	}
	if checked < 10000 {
		t.Errorf("only %d values were looked at", checked)
	}
}

func TestOrderAnswersAreAnswers(t *testing.T) {
	orders := usual("2026-11-24").Orders
	if len(orders) == 0 || !orders[0].Opens() {
		t.Error(orders)
	}
}

// checkValid looks at every value that knows whether it is valid, and counts them.
func checkValid(t *testing.T, v reflect.Value, path string) (checked int) {
	t.Helper()
	if one, ok := v.Interface().(valid); ok {
		if !one.Valid() && !(v.IsZero() && emptyAllowed(v)) {
			t.Errorf("%s is %q", path, v.Interface())
		}
		return 1
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			checked += checkValid(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			checked += checkValid(t, v.Index(i), path)
		}
	}
	return checked
}

func emptyAllowed(v reflect.Value) bool {
	for _, e := range mayBeEmpty {
		if reflect.TypeOf(e) == v.Type() {
			return true
		}
	}
	return false
}
