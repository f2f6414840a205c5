package model_test

import (
	"fmt"
	"testing"

	"kettle/model"
)

// manyFamilies is a caseload of so many families with names that share their beginnings.
func manyFamilies(n int) *model.CaptureIndex {
	var p model.CapturePeople
	ends := []string{"son", "ley", "ford", "man", "well", "ton", "er", "by", "wood", "smith"}
	for i := range n {
		id := int64(i + 1)
		name := fmt.Sprintf("%c%c%c%s", 'A'+i%26, "aeiou"[i/26%5], 'a'+i/130%26, ends[i/3380%10])
		p.Families = append(p.Families, model.CaptureFamily{ID: id, Name: name})
		p.Adults = append(p.Adults, model.CaptureAdult{ID: id, Title: "Mrs", Forename: "Ann" + ends[i%10], Surname: name})
		p.Pupils = append(p.Pupils, model.CapturePupil{ID: id, FamilyID: id, Forename: "Mar" + ends[i/7%10], Surname: name, Class: "4B"})
		p.Links = append(p.Links, model.Link{PupilID: id, AdultID: id, Relation: model.Mother})
	}
	return model.NewCaptureIndex(p)
}

func BenchmarkCaptureOfTenThousandFamilies(b *testing.B) {
	x, now := manyFamilies(10_000), model.CaptureNow{Now: captureMorning, Calendar: sampleCalendar(b)}
	for _, line := range []string{
		"Aabson, gate, +: loved the reading certificate; ring about the trip fri",
		"Marson, gate: a thousand children are called so",
		"Xabsom, gate: with a letter wrong",
		"the printer is broken again, and nobody is there who could mend it before the holidays",
	} {
		b.Run(line[:6], func(b *testing.B) {
			for b.Loop() {
				model.ReadCapture(line, x, now)
			}
		})
	}
}

func BenchmarkCaptureIndexOfTenThousandFamilies(b *testing.B) {
	for b.Loop() {
		manyFamilies(10_000)
	}
}
