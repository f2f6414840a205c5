package handover

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

// side makes up one side: a few families of people who may be known to the other side by uid, by name, or
// not at all.
func side(t *rapid.T, name string) []Record {
	var all []Record
	draw := func(what string, of []string) string { return rapid.SampledFrom(of).Draw(t, name+" "+what) }
	surnames := []string{"Okafor", "Haddad"}
	for i, surname := range surnames {
		all = append(all, Record{Table: Families, UID: draw("family", []string{"f", name + "f"}) + fmt.Sprint(i), Values: map[string]string{"name": surname}})
	}
	families := len(all)
	for i := range families {
		for _, forename := range []string{"Ada", "Ben"} {
			all = append(all, Record{Table: Pupils, UID: draw("pupil", []string{"p", name + "p"}) + fmt.Sprint(i) + forename,
				Values: map[string]string{"forename": forename, "surname": surnames[i], "dob": draw("born", []string{"2018-03-02", "2018-03-03"}), "roll": "on roll"},
				Refs:   map[string]string{"family_id": all[i].UID}})
		}
	}
	pupils := slices.Clone(all[families:])
	for i := range families {
		for _, forename := range []string{"Emeka", "Ngozi"} {
			all = append(all, Record{Table: Adults, UID: draw("adult", []string{"a", name + "a"}) + fmt.Sprint(i) + forename,
				Values: withoutBlanks(map[string]string{"forename": forename, "surname": surnames[i], "in_touch": draw("touch", []string{"yes", "yes", "not now", "asked not to be contacted", "died"})}),
				Parts:  []Part{{Table: "phone", Values: map[string]string{"type": "mobile", "number": draw("phone", []string{"07700 900101", "07700 900102"})}}}})
		}
	}
	adults := slices.Clone(all[families+len(pupils):])
	for _, p := range pupils {
		for _, a := range adults {
			if rapid.Bool().Draw(t, name+" link") {
				all = append(all, Record{Table: Links, UID: p.UID + "/" + a.UID, Refs: map[string]string{"pupil_id": p.UID, "adult_id": a.UID},
					Values: withoutBlanks(map[string]string{"relationship": draw("relation", []string{"", "father", "mother"}), "court_order": draw("order", []string{"", "", "1"}),
						"order_text": draw("text", []string{"", "no contact", "by letter"}), "may_be_contacted": draw("contact", []string{"", "yes", "no"})})})
			}
		}
	}
	return all
}

func withoutBlanks(values map[string]string) map[string]string {
	maps.DeleteFunc(values, func(_, value string) bool { return value == "" })
	return values
}

// after is the caseload once a plan is carried out.
func after(ours []Record, plan Plan) map[string]Record {
	all := map[string]Record{}
	for _, r := range ours {
		all[key(r.Table, r.UID)] = r
	}
	for _, c := range plan.Changes {
		r := all[key(c.Table, c.Here)]
		r.Values, r.Refs = maps.Clone(r.Values), maps.Clone(r.Refs)
		if c.New {
			r = Record{Table: c.Table, UID: c.Here, Values: map[string]string{}, Refs: map[string]string{}}
		}
		maps.Copy(r.Values, c.Values)
		if len(c.Refs) > 0 {
			maps.Copy(r.Refs, c.Refs)
		}
		r.Values = withoutBlanks(r.Values)
		all[key(c.Table, c.Here)] = r
	}
	return all
}

func walled(r Record) bool {
	return model.Link{CourtOrder: r.Values["court_order"] == "1", MayBeContacted: model.YesNo(r.Values["may_be_contacted"])}.Walled()
}

func reachable(r Record) bool { return model.InTouch(r.Values["in_touch"]).Reachable() }

// Whatever is known of the wall on either side stands after a pack was taken in, whatever was chosen.
func TestTheWallOfEitherSideStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theirs, ours := Pack{Records: side(t, "x")}, Pack{Records: side(t, "y")}
		here := Here{Records: ours.Records, Known: namesOf(ours)}
		all := Meet(theirs, here, Choices{})
		choices := Choices{Leave: map[string]bool{}, Take: map[string]bool{}}
		for _, f := range all.Families {
			choices.Leave[f.UID] = rapid.Bool().Draw(t, "leave")
			for _, d := range f.Differences {
				choices.Take[d.ID] = rapid.Bool().Draw(t, "take")
			}
		}
		plan := Meet(theirs, here, choices)
		then := after(ours.Records, plan)
		for _, r := range ours.Records {
			now := then[key(r.Table, r.UID)]
			if r.Table == Links && walled(r) && !walled(now) || r.Table == Links && r.Values["court_order"] != "" && now.Values["court_order"] == "" {
				t.Fatalf("the wall here fell: %v became %v", r, now)
			}
			if r.Table == Adults && !reachable(r) && reachable(now) {
				t.Fatalf("%v can be reached again: %v", r, now)
			}
		}
		wallsOfTheirs(t, theirs, choices, plan, then)
	})
}

// wallsOfTheirs looks at each link of the pack whose child's family was taken, and at each adult that was.
func wallsOfTheirs(t *rapid.T, theirs Pack, choices Choices, plan Plan, then map[string]Record) {
	here, left := map[string]string{}, map[string]bool{}
	for _, r := range theirs.Records {
		left[r.UID] = r.Table == Pupils && choices.Leave[r.Refs["family_id"]]
	}
	for _, c := range plan.Changes {
		here[key(c.Table, c.UID)] = c.Here
	}
	for _, r := range theirs.Records {
		uid := here[key(r.Table, r.UID)]
		if uid == "" {
			uid = r.UID
		}
		now, there := then[key(r.Table, uid)]
		taken := there && here[key(r.Table, r.UID)] != ""
		if r.Table == Links && !left[r.Refs["pupil_id"]] && walled(r) && !walled(now) {
			t.Fatalf("the wall of the pack fell: %v became %v", r, now)
		}
		if taken && r.Table == Adults && !reachable(r) && reachable(now) {
			t.Fatalf("%v can be reached here: %v", r, now)
		}
	}
}

// Once a pack was taken in whole, it brings nothing any more.
func TestAPackTakenInBringsNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theirs, ours := Pack{Records: side(t, "x")}, Pack{Records: side(t, "y")}
		here := Here{Records: ours.Records, Known: namesOf(ours)}
		plan := Meet(theirs, here, Choices{})
		here = learned(here, plan)
		if again := Meet(theirs, here, Choices{}); !again.Nothing() {
			for _, c := range again.Changes {
				if c.Real() {
					t.Fatalf("again: %+v", c)
				}
			}
		}
	})
}

// learned is what a caseload holds and knows once a plan is carried out.
func learned(here Here, plan Plan) Here {
	then := after(here.Records, plan)
	parts := map[string][]Part{}
	for _, r := range here.Records {
		parts[key(r.Table, r.UID)] = r.Parts
	}
	next := Here{Known: here.Known, Stamps: map[string]map[string]string{}}
	for _, c := range plan.Changes {
		k := key(c.Table, c.Here)
		parts[k] = append(slices.Clone(parts[k]), c.Add...)
		if next.Known[c.Table] == nil {
			next.Known[c.Table] = map[string]string{}
		}
		if next.Stamps[c.Table] == nil {
			next.Stamps[c.Table] = map[string]string{}
		}
		next.Known[c.Table][c.UID], next.Known[c.Table][c.Here] = c.Here, c.Here
		next.Stamps[c.Table][c.UID] = c.Stamp
	}
	for _, t := range Tables() {
		for _, k := range slices.Sorted(maps.Keys(then)) {
			if r := then[k]; r.Table == t.Name {
				r.Parts = parts[k]
				next.Records = append(next.Records, r)
			}
		}
	}
	return next
}
