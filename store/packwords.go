package store

import (
	"cmp"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/handover"
)

// packNoun is what records of a table are called, one and several.
type packNoun struct{ table, one, many string }

// packNouns are those in the order in which they are said.
func packNouns() []packNoun {
	return []packNoun{
		{handover.Families, "family", "families"}, {handover.Pupils, "child", "children"}, {handover.Adults, "adult", "adults"},
		{handover.Contacts, "entry of the log", "entries of the log"}, {handover.Meetings, "meeting", "meetings"},
		{handover.FollowUps, "promise", "promises"}, {handover.Letters, "letter", "letters"},
		{handover.Entries, "note on what is hard and what helps", "notes on what is hard and what helps"},
		{handover.Accounts, "account of an incident", "accounts of incidents"}, {handover.Transitions, "move", "moves"},
		{handover.Links, "tie between adult and child", "ties between adults and children"},
		{handover.Households, "household", "households"}, {handover.Professionals, "person from outside", "people from outside"},
	}
}

// packTable is what the records of a table are called while they are read or written.
func packTable(table string) string {
	for _, n := range packNouns() {
		if n.table == table {
			return n.many
		}
	}
	return tableWords(table)
}

// packCounts says how many there are of each.
func packCounts(counts map[string]int) (words []string) {
	for _, n := range packNouns() {
		if counts[n.table] > 0 {
			words = append(words, plural(counts[n.table], n.one, n.many))
		}
	}
	return words
}

// packWords say what a pack and a caseload have to do with one another.
type packWords struct{ records map[string]*handover.Record }

func newPackWords(p handover.Pack) packWords {
	w := packWords{map[string]*handover.Record{}}
	for i := range p.Records {
		w.records[p.Records[i].Table+" "+p.Records[i].UID] = &p.Records[i]
	}
	return w
}

func packPupil(r *handover.Record) model.Pupil {
	if r == nil {
		return model.Pupil{Forename: "a child"}
	}
	v := r.Values
	return model.Pupil{Forename: v["forename"], Surname: v["surname"], KnownAs: v["known_as"], Year: model.YearGroup(v["year"]), Class: v["reg"], SEN: model.SENStatus(v["sen"])}
}

func packAdult(r *handover.Record) string {
	if r == nil {
		return "An adult"
	}
	v := r.Values
	return model.Adult{Title: v["title"], Forename: v["forename"], Surname: v["surname"], KnownAs: v["known_as"]}.FullName()
}

// record is what a record is called in a list.
func (w packWords) record(r *handover.Record) string {
	v := r.Values
	switch r.Table {
	case handover.Families:
		return "the family"
	case handover.Pupils:
		return packPupil(r).FullName()
	case handover.Adults:
		return packAdult(r)
	case handover.Links:
		return packAdult(w.records[handover.Adults+" "+r.Refs["adult_id"]]) + " and " + packPupil(w.records[handover.Pupils+" "+r.Refs["pupil_id"]]).Called()
	case handover.Contacts:
		return "the entry of " + model.Moment(v["at"]).Date().Full() + channelWords(v["channel"])
	case handover.Meetings:
		return "the meeting of " + momentWords(v["start"]) + ", " + v["kind"]
	case handover.FollowUps:
		return "the promise “" + v["what"] + "”"
	case handover.Letters:
		return "the " + v["kind"] + " letter of " + textWords(r.Table, "made", v["made"])
	case handover.Entries:
		return "“" + v["kind"] + "” of " + textWords(r.Table, "on_day", v["on_day"])
	case handover.Accounts:
		return "the account of “" + v["what"] + "”"
	case handover.Transitions:
		return "the move of " + packPupil(w.records[handover.Pupils+" "+r.Refs["pupil_id"]]).Called()
	}
	return cmp.Or(v["name"], tableWords(r.Table))
}

func channelWords(channel string) string {
	if channel == "" {
		return ""
	}
	return ", " + channel
}

func momentWords(start string) string {
	if start == "" {
		return "a day not set yet"
	}
	return model.Moment(start).Date().Full()
}

// difference is one line about what both sides have in their own way.
func (w packWords) difference(d handover.Difference) view.PackDifference {
	v := view.PackDifference{ID: d.ID, What: w.record(d.Record), Take: d.Taken}
	if d.Column == "" {
		v.What += ": changed on both sides"
		return v
	}
	v.What += ": " + cmp.Or(fieldWords(d.Record.Table, d.Column), strings.ReplaceAll(d.Column, "_", " "))
	v.Ours, v.Theirs = packValue(d.Record.Table, d.Column, d.Ours), packValue(d.Record.Table, d.Column, d.Theirs)
	return v
}

func packValue(table, column, text string) string {
	if text == "" {
		return "nothing"
	}
	return textWords(table, column, text)
}

// alarm is what must be read first.
func (w packWords) alarm(a handover.Alarm) string {
	who, about := packAdult(a.Adult), ""
	if a.Child != nil {
		about = " about " + packPupil(a.Child).FullName()
	}
	switch a.What {
	case handover.OrderComes:
		return fmt.Sprintf("%s: a court order%s comes with the pack%s.", who, about, orderText(a.Link))
	case handover.NoContactComes:
		return fmt.Sprintf("%s may not be contacted%s, the pack says.", who, about)
	case handover.NotInTouchComes:
		return fmt.Sprintf("%s: “%s”, the pack says.", who, a.Adult.Values["in_touch"])
	case handover.OrderOnlyHere:
		return fmt.Sprintf("%s: there is a court order%s here of which the pack knows nothing. It stands.", who, about)
	}
	return fmt.Sprintf("%s no longer has parental responsibility%s, the pack says.", who, about)
}

func orderText(link *handover.Record) string {
	if link == nil || link.Values["order_text"] == "" {
		return ""
	}
	return " (" + strings.TrimRight(link.Values["order_text"], " .") + ")"
}

// family is a family of the pack as the preview shows it.
func (w packWords) family(f handover.Family) view.PackFamily {
	v := view.PackFamily{UID: f.UID, Name: f.Name, Here: f.Here, Leave: f.Left, New: packCounts(f.New), Changed: packCounts(f.Changed), Same: f.Same}
	var children []string
	for _, child := range f.Children {
		children = append(children, packPupil(child).Card())
	}
	v.Children = strings.Join(children, " · ")
	for _, d := range f.Differences {
		v.Differences = append(v.Differences, w.difference(d))
	}
	switch {
	case f.State == handover.GoneHere:
		v.State = view.PackGone
	case f.State == handover.NewHere:
		v.State = view.PackNew
	case len(v.New)+len(v.Changed)+len(v.Differences) == 0:
		v.State = view.PackSame
	default:
		v.State = view.PackKnown
	}
	return v
}

// packNotes are what else is to be said before a pack is taken in.
func packNotes(p handover.Pack, plan handover.Plan) []string {
	mine := 0
	for _, r := range p.Records {
		if r.Table == handover.FollowUps && r.Values["whose"] == string(model.Mine) && r.Values["state"] == string(model.Open) {
			mine++
		}
	}
	var notes []string
	if mine > 0 {
		notes = append(notes, plural(mine, "open promise", "open promises")+" of "+cmp.Or(p.By, "whoever made the pack")+" in it: what is taken goes on as yours.")
	}
	if plan.Lost.Rooms > 0 {
		notes = append(notes, plural(plan.Lost.Rooms, "meeting names a room that is", "meetings name rooms that are")+" not among yours: where they met is left out.")
	}
	return append(notes, "Who read a court order does not come with it: whoever takes over reads it anew.",
		"Nothing of yours is removed: what was moved out of sight there stays here.")
}
