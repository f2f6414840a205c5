package output

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"kettle/model"
)

func letterSheet(words string) model.Sheet {
	return model.LetterSheet("Dear Ms Nguyễn,\n\n"+words+"\n\n- Something good (5 minutes)\n- Ọla's view\n\nWith warm wishes,\nMs Reed", "2026-11-24")
}

// pages is how many pages a PDF says it has.
func pages(pdf []byte) string {
	return string(regexp.MustCompile(`/Count (\d+)`).FindSubmatch(pdf)[1])
}

// drawn are the contents of a PDF's pages, unpacked.
func drawn(t testing.TB, pdf []byte) []byte {
	t.Helper()
	var all []byte
	for _, part := range bytes.Split(pdf, []byte("stream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(r)
		all = append(all, text...)
	}
	return all
}

// holds reports whether words stand in a PDF, as its letters are written there: two bytes each, with a
// stroke before brackets.
func holds(t testing.TB, pdf []byte, words string) bool {
	var written []byte
	for _, u := range utf16.Encode([]rune(words)) {
		for _, b := range []byte{byte(u >> 8), byte(u)} {
			if strings.ContainsRune(`()\`, rune(b)) {
				written = append(written, '\\')
			}
			written = append(written, b)
		}
	}
	return bytes.Contains(drawn(t, pdf), written)
}

func TestALetterAsPDF(t *testing.T) {
	for _, large := range []bool{false, true} {
		s := letterSheet("We talk on Tuesday.")
		s.Large = large
		pdf, err := PDF(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"Dear Ms Nguyễn,", "We talk on Tuesday.", "Ọla's view", "Something good (5 minutes)", "Tuesday 24 November 2026"} {
			if !holds(t, pdf, words) {
				t.Errorf("%q is not in the PDF (large: %v)", words, large)
			}
		}
		if pages(pdf) != "1" || holds(t, pdf, "Page 1 of 1") || !bytes.Contains(pdf, []byte("/MediaBox [0 0 595.28 841.89]")) {
			t.Errorf("it has %s pages, is numbered, or is not A4", pages(pdf))
		}
	}
}

func TestPagesAreNumberedOnlyBeyondOne(t *testing.T) {
	pdf, err := PDF(letterSheet(strings.Repeat("A long thought about lunch, said slowly and twice. ", 120)))
	if err != nil {
		t.Fatal(err)
	}
	if pages(pdf) != "3" || !holds(t, pdf, "Page 2 of ") {
		t.Errorf("%s pages, numbered: %v", pages(pdf), holds(t, pdf, "Page 2 of "))
	}
}

func TestLargePrintIsAtLeastSixteenPoints(t *testing.T) {
	s := letterSheet("Hello.")
	s.Large = true
	pdf, err := PDF(s)
	if err != nil || !bytes.Contains(drawn(t, pdf), []byte(" 16.00 Tf")) || bytes.Contains(drawn(t, pdf), []byte(" 12.00 Tf")) {
		t.Errorf("not every letter has 16 points: %v", err)
	}
}

func TestTheSameSheetIsTheSameFile(t *testing.T) {
	for _, form := range []model.PrintForm{model.AsPDF, model.AsDOCX, model.AsText} {
		one, _, _ := Written(letterSheet("Hello."), form)
		other, _, _ := Written(letterSheet("Hello."), form)
		if !bytes.Equal(one, other) || len(one) == 0 {
			t.Errorf("two %s of one sheet differ", form)
		}
	}
}

// Nothing is silently replaced by boxes: a sentence names what a PDF cannot write.
func TestNamesThatAPDFCannotWriteAreSaid(t *testing.T) {
	for text, lacks := range map[string]string{
		"阿里 and 阿": "“阿”, “里”", "الحداد": "“ا”, “ل”, “ح”, “د”", "Ọlá́": "“\u0301”", "Guðrún Łucja Çelik Σοφία Ольга Ṣadé": "",
	} {
		_, err := PDF(letterSheet(text))
		var unwritable UnwritableError
		switch {
		case lacks == "" && err != nil:
			t.Errorf("%q is refused: %v", text, err)
		case lacks != "" && (!errors.As(err, &unwritable) || !strings.Contains(unwritable.Plain(), "lack "+lacks+":")):
			t.Errorf("%q: %v, want that it lacks %s", text, err, lacks)
		}
	}
	s := letterSheet("阿里")
	if docx, err := DOCX(s); err != nil || !strings.Contains(paragraphs(t, docx), "阿里") {
		t.Errorf("the DOCX does not hold the name: %v", err)
	}
	if !strings.Contains(SheetText(s), "阿里") {
		t.Error("the text does not hold the name")
	}
}

// An accent that was typed by itself is one letter with the one before it.
func TestAnAccentTypedByItselfIsWritten(t *testing.T) {
	if pdf, err := PDF(letterSheet("Zoe\u0308")); err != nil || !holds(t, pdf, "Zoë") {
		t.Errorf("it is not: %v", err)
	}
}

// paragraphs are those of a DOCX, one a line; every part of it is sound XML.
func paragraphs(t testing.TB, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		parts := xml.NewDecoder(r)
		inText := false
		for {
			token, err := parts.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				inText = token.Name.Local == "t"
				if token.Name.Local == "br" {
					text.WriteByte('\n')
				}
			case xml.EndElement:
				inText = false
				if token.Name.Local == "p" {
					text.WriteByte('\n')
				}
			case xml.CharData:
				if inText && f.Name == "word/document.xml" {
					text.Write(token)
				}
			}
		}
	}
	return text.String()
}

func TestALetterAsDOCX(t *testing.T) {
	docx, err := DOCX(letterSheet("Is 3 < 4 & 5? She said \"yes\"."))
	if err != nil {
		t.Fatal(err)
	}
	want := "Tuesday 24 November 2026\nDear Ms Nguyễn,\nIs 3 < 4 & 5? She said \"yes\".\nSomething good (5 minutes)\nỌla's view\nWith warm wishes,\nMs Reed\n"
	if got := paragraphs(t, docx); got != want {
		t.Errorf("its paragraphs are\n%s\nwant\n%s", got, want)
	}
	for _, who := range []string{"Creator", "creator", "lastModifiedBy"} {
		if bytes.Contains(docx, []byte(who)) {
			t.Errorf("it names a %s", who)
		}
	}
}

func TestABriefStaysOnOnePage(t *testing.T) {
	for _, tc := range []struct {
		word     string
		times, n int
	}{{"Wim ", 1, 0}, {"calm ", 30, 4}, {"WOMBAT ", 40, 15}, {"Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", 1, 15}, {"i ", 400, 15}, {"ordinary words ", 30, 10}} {
		long, n := strings.Repeat(tc.word, tc.times), tc.n
		f := model.BriefFacts{Family: model.Family{Name: long}, LastOn: "2026-10-01", LastKind: model.CheckInMeeting}
		f.Today, f.Meeting = "2026-11-24", model.Meeting{Kind: model.HonestConversation, Mode: model.InPerson, Purpose: long, Opening: long, Theirs: long, TeacherView: long,
			FamilyView: long, PupilView: long, StandbyWho: long, StandbyWhere: long, Interpreter: long, Start: "2026-11-24T15:30", Minutes: 45}
		f.Entries = []model.FamilyEntry{{Kind: model.TheirStory, Text: long}, {Kind: model.HardJustNow, Text: long}, {Kind: model.WhatHelps, Text: long}}
		for range n {
			f.People = append(f.People, model.MeetingPerson{Side: model.SchoolSide, Name: long, Role: long, Reason: long})
			f.Agenda = append(f.Agenda, model.AgendaItem{Title: long, Brings: long, Minutes: 5})
			f.Papers = append(f.Papers, model.Paper{Title: long})
			f.LastCame = append(f.LastCame, model.Outcome{Text: long})
			f.LastOwed = append(f.LastOwed, model.FollowUp{Kind: model.ActionPromised, What: long, State: model.Dropped, StateWhy: long})
			f.Log = append(f.Log, model.Contact{Kind: model.GoodNews, Note: strings.Repeat("x", len(f.Log)) + long})
		}
		pdf, err := PDF(model.Brief(f))
		if err != nil {
			t.Fatal(err)
		}
		if pages(pdf) != "1" {
			t.Errorf("%q: it has %s pages", tc.word, pages(pdf))
		}
	}
}
