package intake_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kettle/store/intake"
)

// expected is what should come of a sample (import.md section 10).
type expected struct {
	Rows      int            `json:"rows"`
	Counts    map[string]int `json:"counts"`
	Facts     []fact         `json:"facts"`
	Problems  []intake.Problem
	NeverWarn []intake.Code `json:"never_warn"`
}

type fact struct {
	Kind, Why, Of string
	Where         object
	Pupil, Adult  object
	Pupils        []object
	Is            any
}

func TestSamplesComeOutAsExpected(t *testing.T) {
	for _, name := range []string{"sims-contacts", "arbor-students", "bromcom-contacts", "excel-homemade",
		"sims-unicode-text", "arbor-blocks", "homemade-lane"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name+".expected.json"))
			if err != nil {
				t.Fatal(err)
			}
			var want expected
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			plan, after := sample(t, name+".csv")
			c := comparer{T: t, dump: asJSON(t, dump(after, plan, name+".csv"))}
			c.counts(want, plan)
			for _, f := range want.Facts {
				c.fact(f)
			}
			c.problems(want, plan)
		})
	}
}

// comparer compares a dump with what is expected.
type comparer struct {
	*testing.T
	dump object
}

func (c comparer) counts(want expected, plan intake.Plan) {
	if plan.RowsRead != want.Rows {
		c.Errorf("%d rows read, want %d", plan.RowsRead, want.Rows)
	}
	for kind, n := range want.Counts {
		if got := len(c.dump[kind].([]any)); got != n {
			c.Errorf("%d %s, want %d", got, kind, n)
		}
	}
}

func (c comparer) problems(want expected, plan intake.Plan) {
	key := func(p intake.Problem) string { return fmt.Sprint(p.Row, p.Level, p.Code) }
	wanted := map[string]bool{}
	for _, p := range want.Problems {
		wanted[key(p)] = true
		if !slices.ContainsFunc(plan.Problems, func(q intake.Problem) bool { return key(p) == key(q) }) {
			c.Errorf("row %d: %s %s is not reported", p.Row, p.Level, p.Code)
		}
	}
	for _, p := range plan.Problems {
		if !wanted[key(p)] && (p.Level != intake.Warning || slices.Contains(want.NeverWarn, p.Code)) {
			c.Errorf("row %d: %s %s is reported without cause: %s", p.Row, p.Level, p.Code, p.Text)
		}
	}
}

func (c comparer) fact(f fact) {
	switch f.Kind {
	case "pupil", "adult":
		c.values(f, f.Kind+"s", c.one(f.Kind+"s", f.Where))
	case "link":
		c.link(f)
	case "count":
		if got := len(c.find(f.Of+"s", f.Where)); float64(got) != f.Is {
			c.Errorf("%s: %d %ss, want %v", f.Why, got, f.Of, f.Is)
		}
	case "same_family":
		a, b := c.one("pupils", f.Pupils[0]), c.one("pupils", f.Pupils[1])
		if (a["family"] == b["family"]) != f.Is {
			c.Errorf("%s: one family should be %v", f.Why, f.Is)
		}
	default:
		c.Errorf("fact of kind %q", f.Kind)
	}
}

func (c comparer) link(f fact) {
	pupil, adult := c.one("pupils", f.Pupil), c.one("adults", f.Adult)
	for _, l := range c.dump["links"].([]any) {
		if l := l.(object); l["pupil"] == pupil["id"] && l["adult"] == adult["id"] {
			c.values(f, "links", l)
			return
		}
	}
	c.Errorf("%s: there is no such link", f.Why)
}

func (c comparer) values(f fact, kind string, got object) {
	for field, want := range f.Is.(object) {
		if value := c.value(kind, got, field); !same(value, want) {
			c.Errorf("%s: %s is %v, want %v", f.Why, field, value, want)
		}
	}
}

func (c comparer) one(kind string, where object) object {
	found := c.find(kind, where)
	if len(found) != 1 {
		c.Errorf("%d %s match %v, want one", len(found), kind, where)
		return object{}
	}
	return found[0]
}

func (c comparer) find(kind string, where object) (found []object) {
	for _, o := range c.dump[kind].([]any) {
		o := o.(object)
		fits := true
		for field, want := range where {
			fits = fits && same(c.value(kind, o, field), want)
		}
		if fits {
			found = append(found, o)
		}
	}
	return found
}

// value is a field of the dump, or one of the extra names of section 10.
func (c comparer) value(kind string, o object, field string) any {
	switch field {
	case "contacts", "pupils":
		return float64(len(c.linksOf(strings.TrimSuffix(kind, "s"), o)))
	case "priorities":
		var list []any
		for _, l := range c.linksOf("pupil", o) {
			list = append(list, l["priority"])
		}
		return list
	case "family_pupils", "family_adults":
		family := c.one("families", object{"id": o["family"]})
		people := map[any]bool{}
		list, _ := family[strings.TrimPrefix(field, "family_")].([]any)
		for _, id := range list {
			people[id] = true
		}
		return float64(len(people))
	case "mobile", "home", "work", "numbers":
		return numbersOf(o, field)
	case "email":
		if list := o["emails"].([]any); len(list) > 0 {
			return list[0]
		}
		return ""
	}
	return o[field]
}

func numbersOf(o object, kind string) any {
	all := []any{}
	for _, p := range o["phones"].([]any) {
		p := p.(object)
		if p["type"] == kind {
			return p["number"]
		}
		all = append(all, p["number"])
	}
	if kind == "numbers" {
		return all
	}
	return ""
}

func (c comparer) linksOf(side string, o object) (found []object) {
	for _, l := range c.dump["links"].([]any) {
		if l := l.(object); l[side] == o["id"] {
			found = append(found, l)
		}
	}
	return found
}

func same(got, want any) bool {
	a, aList := got.([]any)
	b, bList := want.([]any)
	if aList || bList {
		text := func(list []any) []string {
			out := []string{}
			for _, v := range list {
				out = append(out, fmt.Sprint(v))
			}
			slices.Sort(out)
			return out
		}
		return reflect.DeepEqual(text(a), text(b))
	}
	return got == want
}
