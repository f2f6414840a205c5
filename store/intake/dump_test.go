package intake_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"kettle/model"
	"kettle/store/intake"
)

// today is the day on which the tests import.
const today model.Date = "2026-11-24"

// object is one JSON object of a dump.
type object = map[string]any

// dump is the caseload in the form of import.md section 9.
func dump(c intake.Caseload, plan intake.Plan, file string) object {
	members, linked := map[int64][]int64{}, map[int64][]int64{}
	links := []object{}
	for _, l := range c.Links {
		linked[l.Pupil] = append(linked[l.Pupil], l.Adult)
		links = append(links, object{
			"pupil": l.Pupil, "adult": l.Adult, "relationship": l.Now[intake.Relation], "relationship_text": l.Now[intake.RelationText],
			"priority": number(l.Now[intake.Priority]), "parental_responsibility": answer(l.Now[intake.Responsibility]),
			"court_order": l.Now[intake.CourtOrder] == "yes", "lives_with": answer(l.Now[intake.LivesWith]),
		})
	}
	pupils := []object{}
	for _, p := range c.Pupils {
		members[p.Family] = append(members[p.Family], p.ID)
		o := object{"id": p.ID, "family": p.Family, "phones": phones(p.Phones), "emails": emails(p.Emails), "on_roll": p.Now[intake.OnRoll] != "no"}
		pupils = append(pupils, put(o, p.Now, "upn", "upn_unverified", "surname", "forename", "known_as", "legal_surname", "legal_forename", "dob",
			"year", "reg", "sen", "language", "address", "postcode"))
	}
	adults := []object{}
	for _, a := range c.Adults {
		o := object{"id": a.ID, "phones": phones(a.Phones), "emails": emails(a.Emails)}
		adults = append(adults, put(o, a.Now, "title", "surname", "forename", "known_as", "address", "postcode", "language"))
	}
	families := []object{}
	for _, f := range c.Families {
		all := []int64{}
		for _, p := range members[f.ID] {
			all = append(all, linked[p]...)
		}
		families = append(families, object{"id": f.ID, "name": f.Name, "pupils": members[f.ID], "adults": all})
	}
	return object{
		"schema": "kettle-export/1", "families": families, "pupils": pupils, "adults": adults, "links": links,
		"import_report": object{"file": file, "rows_read": plan.RowsRead, "problems": plan.Problems},
	}
}

func put(o object, v intake.Values, fields ...string) object {
	for _, f := range fields {
		o[f] = v[intake.Field(f)]
	}
	return o
}

func number(s string) any {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return nil
}

func answer(s string) any {
	switch s {
	case "yes":
		return true
	case "no":
		return false
	}
	return nil
}

func phones(list []model.Phone) []object {
	out := []object{}
	for _, p := range list {
		out = append(out, object{"type": p.Type, "number": p.Number, "ext": p.Ext, "note": p.Note})
	}
	return out
}

func emails(list []model.Email) []string {
	out := []string{}
	for _, e := range list {
		out = append(out, e.Address)
	}
	return out
}

// asJSON is a value as it comes back from JSON.
func asJSON(t *testing.T, v any) object {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var o object
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// sample reads a file of testdata into an empty caseload.
func sample(t testing.TB, name string) (intake.Plan, intake.Caseload) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return imported(t, string(data), intake.Caseload{})
}

// imported takes a file's text into a caseload.
func imported(t testing.TB, text string, held intake.Caseload) (intake.Plan, intake.Caseload) {
	t.Helper()
	file, err := intake.Read("export.csv", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan := intake.Match(intake.Parse(file, today), held)
	return plan, intake.After(held, plan)
}
