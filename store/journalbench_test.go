package store

import (
	"testing"

	"kettle/model/view"
)

// BenchmarkJournal is the log of ten thousand families with 200,000 entries, 3,000 corrected.
func BenchmarkJournal(b *testing.B) {
	s := tenThousand(b)
	must(b)(s.Together(ctx, "logged", func(batch *Batch) error {
		_, err := batch.w.exec(`INSERT INTO contact (uid, family_id, at, recorded, by_whom, channel, kind, note, words, created_at, updated_at)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
			SELECT 'u' || i, 1 + i % 10000, strftime('%Y-%m-%dT%H:%M', '2021-09-01', '+' || (i * 13) || ' minutes'), '2026-01-01', 'Ms Reed', 'gate',
				CASE i % 6 WHEN 0 THEN 'concern' WHEN 1 THEN 'question' ELSE 'good news' END,
				iif(i = 77, 'the needle', 'She loved the reading certificate, and read the whole of it to her brother on the way home ') || i, 'He was so proud of it', '', '' FROM n`)
		return err
	}))
	must(b)(s.Together(ctx, "corrected", func(batch *Batch) error {
		_, err := batch.w.exec("UPDATE contact SET note = note || '.' WHERE id % 67 = 0")
		return err
	}))
	for _, c := range []struct {
		name string
		look view.JournalLook
	}{
		{"first page", view.JournalLook{Kind: view.AllEntries, Limit: 120}},
		{"last page", view.JournalLook{Kind: view.AllEntries, Limit: 120, Newer: true}},
		{"a month years ago", view.JournalLook{Kind: view.AllEntries, Limit: 120, From: view.JournalPlace{At: "2022-03"}}},
		{"one kind", view.JournalLook{Kind: view.QuestionEntries, Limit: 120}},
		{"a kind that there is not, one look", view.JournalLook{Kind: view.DSLEntries, Limit: 120}},
		{"to tell, one look", view.JournalLook{Kind: view.ToTellEntries, Limit: 120}},
		{"a word of many", view.JournalLook{Kind: view.AllEntries, Words: "proud", Limit: 120}},
		{"a rare word, one look", view.JournalLook{Kind: view.AllEntries, Words: "needle", Limit: 120}},
		{"a family, one look", view.JournalLook{Kind: view.AllEntries, Words: "petrov 4321", Limit: 120}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Journal(ctx, c.look); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("an entry", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.LogEntry(ctx, 67); err != nil {
				b.Fatal(err)
			}
		}
	})
}
