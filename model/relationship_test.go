package model_test

import (
	"testing"

	"kettle/model"
)

func TestRelationshipWordsAndCodes(t *testing.T) {
	for text, want := range map[string]model.Relationship{
		"Mother": model.Mother, "MUM": model.Mother, "Mam": model.Mother, "Birth mother": model.Mother, "PAM": model.Mother,
		"Dad": model.Father, "adoptive father": model.Father, "paf": model.Father, "Parents": model.Parent,
		"Step-father": model.Stepfather, "Step Father": model.Stepfather, "step-mum": model.Stepmother, "STP": model.StepParent,
		"Foster Mother": model.FosterCarer, "foster-carer": model.FosterCarer, "FOF": model.FosterCarer,
		"Nan": model.Grandmother, "Gran": model.Grandmother, "Grandad": model.Grandfather, "GRP": model.Grandparent,
		"Auntie": model.Aunt, "Child Minder": model.Childminder, "childminder": model.Childminder, "SWR": model.SocialWorker,
		"Family friend": model.FamilyFriend, "Doctor": model.ProfessionalHelp, "OFM": model.OtherRelative, "": "",
	} {
		if got, known := model.RelationshipOf(text); got != want || !known {
			t.Errorf("RelationshipOf(%q) = %q, %v; want %q", text, got, known, want)
		}
	}
	if got, known := model.RelationshipOf("Taxi firm"); got != model.OtherRelationship || known {
		t.Errorf("Taxi firm: %q, %v", got, known)
	}
}

func TestEveryRelationshipIsItsOwnWord(t *testing.T) {
	for _, r := range model.Relationships {
		if got, known := model.RelationshipOf(string(r)); got != r || !known || !r.Valid() {
			t.Errorf("%q is read as %q", r, got)
		}
	}
}

func TestWhoIsFamily(t *testing.T) {
	for r, want := range map[model.Relationship]bool{
		model.Mother: true, model.FosterCarer: true, model.OtherRelative: true, model.Childminder: false,
		model.SocialWorker: false, model.FamilyFriend: false, model.OtherRelationship: false, "": false,
	} {
		if r.IsFamily() != want {
			t.Errorf("%q: family %v", r, !want)
		}
	}
}

func TestANameMayBeOnlyARelationship(t *testing.T) {
	for name, want := range map[string]bool{"Dad": true, "Gran": true, "Foster mum": true, "Ann": false, "Doctor": false, "Car": false, "": false} {
		if _, only := model.RelationshipName(name); only != want {
			t.Errorf("%q: %v", name, only)
		}
	}
}
