package tuitest_test

import (
	"strings"
	"testing"
	"time"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// playedDay is one day of a week at school: what is typed at the gate and at the desk, each line after c,
// and what is done in the lists.
type playedDay struct {
	day   string
	lines []string
	done  []string // promises that are kept on this day, by their words
	told  []string // questions that are answered on this day
	calm  []string // worries that are settled on this day
}

// week is forty lines from Monday to Friday, nothing but what one types when it happens.
var week = []playedDay{
	{day: "2026-11-23 08:41", lines: []string{
		"Okafor, gate, +: loved the reading certificate; ring about the trip fri",
		"Haddad, gate: all well",
		"Petrov gate !: lunchtime noise, Mila in tears",
		"Nowak, phone x",
		"Malik, mum rang, ?: can we talk about the school trip",
		"Brennan, gate +: first swim without armbands",
		"Adeyemi, phone: “fine, thanks”",
		"Lane, office, with Ms Reed: plan signed; send the copy by wed",
	}},
	{day: "2026-11-24 15:20", lines: []string{
		"Nowak, phone: wants the plan explained again; ring thu",
		"Okafor, text: trip money is coming",
		"Haddad, gate, +: read to the whole class",
		"Petrov, phone: the quiet table helps",
		"Malik, phone: the trip is explained",
		"Brennan, gate: new coat",
		"Adeyemi, gate, +: tied his own laces",
		"Lane, phone x",
	}, done: []string{"send the copy"}, told: []string{"can we talk"}},
	{day: "2026-11-25 15:20", lines: []string{
		"Chidi, gate, +: held the door for everyone",
		"Sami's mum, gate: tired today",
		"Jan, gate, +: a whole page of writing",
		"Mila, gate: slept well",
		"Malik, email: thank you for the call",
		"Brennan, mum rang, ?: is the club on",
		"Adeyemi, voicemail",
		"Zoe, gate +: made a friend",
	}},
	{day: "2026-11-26 15:20", lines: []string{
		"Okafor, gate: rain",
		"Haddad, gate, ! today: no lunch money",
		"Petrov gate +: played all break",
		"Nowak, phone: plan explained",
		"Malik, gate: hello; they will send the form by fri",
		"Brennan, gate: the club is on",
		"Adeyemi, gate: smiled",
		"Lane, phone: taxi is late; check the taxi mon",
	}, told: []string{"is the club on"}},
	{day: "2026-11-27 15:20", lines: []string{
		"Okafor, phone: the trip is set",
		"Haddad, phone: lunch money is arranged",
		"Petrov, gate: a good week",
		"Nowak, gate +: smiled at the door",
		"Malik, gate +: the form is in",
		"Brennan gate: sunny",
		"Adeyemi, dsl Mrs Bell ref 7: said something at lunch",
		"Lane, gate: have a good weekend",
	}, done: []string{"ring about the trip", "send the form", "ring"}, calm: []string{"lunchtime noise"}},
}

// weekInFigures is the half term's page as one counts it by hand from the lines above: 40 lines, of which
// 3 are attempts and 1 went to the DSL; 10 pieces of good news; 5 promises, of which the copy went a day
// early and the ring for Thursday came on Friday.
const weekInFigures = `Looking back on Autumn 2
8 families, 8 with good news, 0 promises late, 1 kept early.
In touch
8 of 8 families spoken with, 36 entries
8 of 8 families had good news, 10 pieces in all
3 attempts without an answer
Promises
5 made
4 kept, 1 early, 1 late
0 late now
Worries and questions
2 worries raised, 1 settled, 1 open now
1 of 2 raised were settled within five school days
2 questions asked, 2 answered, 0 waiting now`

// practices 1, 3, 5, 11 and 13: a week kept by one line at a time, its promises kept from the lists, and
// the page at its end says what it was like.
func TestAPlayedWeek(t *testing.T) {
	c := tuitest.NewSmall(t)
	for _, f := range [][4]string{
		{"Okafor", "Chidi", "4B", "Ngozi"}, {"Haddad", "Sami", "5A", "Leila"}, {"Nowak", "Jan", "6C", "Ewa"}, {"Petrov", "Mila", "4B", "Olga"},
		{"Malik", "Zain", "5A", "Sana"}, {"Brennan", "Orla", "6C", "Aoife"}, {"Adeyemi", "Tobi", "5A", "Funke"}, {"Lane", "Zoe", "6C", "Petra"},
	} {
		c.AddFamily(f[0], f[1], f[2], f[3])
	}
	var d *tuitest.Driver
	for _, day := range week {
		now, err := time.Parse("2006-01-02 15:04", day.day)
		if err != nil {
			t.Fatal(err)
		}
		d = c.Open(tuitest.Options{Now: now, Width: 120, Height: 60, Start: screen.Route{Kind: screen.Today}})
		for _, line := range day.lines {
			d.Press("c").Type(line).Press("enter").NotSee("Log a contact")
		}
		for _, words := range day.done {
			d.Press("4").ClickOn(words).Press("space", "esc").See("done: " + words)
		}
		for _, words := range append(day.told, day.calm...) {
			d.Press("1").ClickOn(words).Press("space").NotSee(words)
		}
	}
	d.Press("ctrl+p").Type("look back").Press("enter", "tab").See("Looking back on Autumn 2")
	var got []string
	for line := range strings.Lines(d.Screen()) {
		line = strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "▌"))
		line, _, _ = strings.Cut(strings.TrimPrefix(line, "Log › "), "  ")
		if line != "" {
			got = append(got, line)
		}
	}
	if page := strings.Join(got, "\n"); !strings.Contains(page, weekInFigures) {
		t.Errorf("the page says:\n%s\nwant:\n%s", page, weekInFigures)
	}
}
