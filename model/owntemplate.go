package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Templates of the school's own: made from a meeting that went well, typed and read as lines.

// TemplateID is how the form of a new meeting names the template, beside the kinds of meeting.
func (t OwnTemplate) TemplateID() string { return ownPrefix + strconv.FormatInt(t.ID, 10) }

// TemplateNamed is the template that a form names: one of the school's own, else that of the kind.
func TemplateNamed(name string, own []OwnTemplate) Template {
	if at := slices.IndexFunc(own, func(t OwnTemplate) bool { return t.TemplateID() == name }); at >= 0 {
		return own[at].Template()
	}
	return TemplateOf(MeetingKind(name))
}

// Template is what a meeting begins with when it is taken.
func (t OwnTemplate) Template() Template {
	template := Template{OwnID: t.ID, Kind: t.Kind, Minutes: t.Minutes, Mood: t.Mood, School: t.School, Child: t.Child, Agenda: t.Agenda}
	if t.Purpose != "" {
		template.Purposes = []string{t.Purpose}
	}
	if template.Minutes <= 0 {
		template.Minutes = template.agendaMinutes()
	}
	return template
}

// AgendaChoice is an agenda that an empty one may begin with.
type AgendaChoice struct {
	Name  string // of the school's own template, "" for that of the kind of meeting
	Items []AgendaItem
}

// AgendasFor are the agendas that a meeting may begin with, as AgendaFor: that of the school's own template
// it began with, the others for this kind, then that of the kind, then the school's own for other kinds.
func AgendasFor(kind MeetingKind, beganWith int64, own []OwnTemplate, theirs []string, minutes int) []AgendaChoice {
	var first, ofKind, last []AgendaChoice
	for _, t := range own {
		if t.Removed || len(t.Agenda) == 0 {
			continue
		}
		choice := AgendaChoice{t.Name, t.Template().AgendaItems(theirs, minutes)}
		switch {
		case beganWith != 0 && t.ID == beganWith:
			first = append(first, choice)
		case t.Kind == kind:
			ofKind = append(ofKind, choice)
		default:
			last = append(last, choice)
		}
	}
	return slices.Concat(first, ofKind, []AgendaChoice{{Items: AgendaFor(kind, theirs, minutes)}}, last)
}

// TemplateFrom is a meeting as a template: what it was for, who from school was needed and what for,
// and its agenda. The names of its pupils, what the family brought, who came, and who from school had
// no reason to be there are left behind.
func TemplateFrom(f Facts) OwnTemplate {
	m := f.Meeting
	t := OwnTemplate{Kind: m.Kind, Minutes: m.Minutes, Mood: m.Mood, Purpose: withoutNames(m.Purpose, "{child}", f)}
	for _, p := range f.People {
		t.Child = t.Child || p.PupilID != 0 && !p.Answer.Absent()
		role, reason := f.roleOf(p), withoutNames(strings.TrimSpace(p.Reason), "{child}", f)
		if p.Side == SchoolSide && !p.Interpreter && role != "" && reason != "" && !p.Answer.Absent() {
			t.School = append(t.School, Seat{role, reason})
		}
	}
	for _, a := range f.agendaInOrder() {
		switch {
		case !a.Theirs:
			t.Agenda = append(t.Agenda, AgendaLine{Title: withoutNames(a.Title, "your child", f), Minutes: a.Minutes, AnyWorry: a.AnyWorry})
		case !slices.Contains(t.Agenda, theirPlace):
			t.Agenda = append(t.Agenda, theirPlace)
		}
	}
	t.Agenda = EndingWithAnyWorry(t.Agenda)
	if last := len(t.Agenda) - 1; !slices.Contains(t.Agenda, theirPlace) {
		t.Agenda = slices.Insert(t.Agenda, last, theirPlace)
	}
	return t
}

// roleOf is the role of somebody from school, "" for one that no rule speaks of.
func (f Facts) roleOf(p MeetingPerson) Role {
	if role := f.staff(p).Role; role != "" {
		return role
	}
	return roleNamed(p.Role)
}

func roleNamed(words string) Role {
	for _, r := range Roles {
		if strings.EqualFold(string(r), strings.TrimSpace(words)) {
			return r
		}
	}
	return ""
}

// withoutNames puts a word in the place of each name of a pupil, and "the family" in that of an adult,
// the longest first: first names, known names, surnames and forms of address, as whole words.
func withoutNames(text, word string, f Facts) string {
	with := map[string]string{}
	for _, a := range f.Adults {
		for _, name := range []string{a.Formal(), a.FullName(), a.Forename, a.KnownAs, a.Surname} {
			with[name] = "the family"
		}
	}
	for _, p := range f.Pupils {
		with[p.Surname] = "the family"
	}
	for _, p := range f.Pupils {
		for _, name := range []string{p.FullName(), p.KnownAs, p.Forename} {
			with[name] = word
		}
	}
	delete(with, "")
	names := slices.Collect(maps.Keys(with))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	for _, name := range names {
		text = replaceWord(text, name, with[name])
	}
	return strings.ReplaceAll(text, word+" and "+word, word)
}

// replaceWord replaces a name where it stands as a word of its own, also before "'s".
func replaceWord(text, name, with string) string {
	var b strings.Builder
	from := 0
	for {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return b.String() + text[from:]
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		put := with
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			put = name
		}
		b.WriteString(text[from:at] + put)
		from = at + len(name)
	}
}

// EndingWithAnyWorry is an agenda whose last line asks for any other worry: one is added where it is
// missing (practice 43).
func EndingWithAnyWorry(lines []AgendaLine) []AgendaLine {
	if n := len(lines); n > 0 && lines[n-1].AnyWorry {
		return lines
	}
	return append(slices.Clone(lines), lastLine("Any other worry, however small", theirMinutes))
}

// theirWords stand for the family's own items in the lines of a template.
const theirWords = "★ what the family brings"

// Words are a line of an agenda as it is typed: "10 How it looks from home"; the place of the
// family's own items is "★".
func (l AgendaLine) Words() string {
	if l.Theirs {
		return theirWords
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", l.Minutes, l.Title))
}

// ParseAgendaLine reads a line of an agenda as it is typed, its minutes before or behind it. The
// error is a sentence for the person.
func ParseAgendaLine(text string) (AgendaLine, error) {
	text = strings.Join(strings.Fields(text), " ")
	if strings.HasPrefix(text, "★") || strings.HasPrefix(text, "*") {
		return theirPlace, nil
	}
	words := strings.Fields(strings.NewReplacer(" min", "", " minutes", "").Replace(text))
	for _, at := range []int{0, len(words) - 1} {
		if len(words) < 2 {
			break
		}
		if minutes, err := strconv.Atoi(words[at]); err == nil && minutes > 0 && minutes <= longestMeeting {
			title := strings.Trim(strings.Join(slices.Delete(slices.Clone(words), at, at+1), " "), ",:– ")
			return AgendaLine{Title: title, Minutes: minutes, AnyWorry: strings.Contains(Fold(title), "worry")}, nil
		}
	}
	return AgendaLine{}, fmt.Errorf("Write the minutes before “%s”: 10 How it looks from home.", text)
}

// Words are a seat as it is typed: "class teacher: sees {child} every day".
func (s Seat) Words() string { return strings.TrimSuffix(string(s.Role)+": "+s.Reason, ": ") }

// ParseSeat reads who from school is needed and what for. The error is a sentence for the person.
func ParseSeat(text string) (Seat, error) {
	role, reason, _ := strings.Cut(text, ":")
	seat := Seat{Role: roleNamed(role), Reason: strings.TrimSpace(reason)}
	switch {
	case seat.Role == "":
		return seat, fmt.Errorf("“%s” is no role that Kettle knows: class teacher, SENCO, family liaison officer, head of year …", strings.TrimSpace(role))
	case seat.Reason == "":
		return seat, fmt.Errorf("What is the %s needed for? Write it behind a colon.", seat.Role)
	}
	return seat, nil
}
