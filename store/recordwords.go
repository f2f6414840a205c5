package store

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model"
)

// rowNames are how rows are called: a column in braces stands for its value, of several for the first
// that has one.
var rowNames = map[string]string{
	"account":            "account: {what}",
	"account_pupil":      "{pupil_id}",
	"account_told":       "told: {adult_id}",
	"account_version":    "as {by_whom} tells it",
	"asleep":             "asleep: {what}",
	"adult":              "{address_as|title} {known_as|forename} {surname}",
	"agenda_item":        "agenda: {title}",
	"agreement":          "agreed: {text}",
	"bank_holiday":       "bank holiday {day}",
	"checklist_mark":     "on the checklist: {item}",
	"closed_day":         "{kind} {day}",
	"column_choice":      "column {place}: {field}",
	"contact":            "{kind}, {at}",
	"contact_adult":      "{adult_id}",
	"contact_pupil":      "{pupil_id}",
	"contact_told":       "told or to tell: {adult_id}",
	"disclosure":         "for who asks: {what}, {decision}",
	"email":              "e-mail {address}",
	"family":             "{name}",
	"family_adult":       "{adult_id}",
	"family_entry":       "{kind}: {text}",
	"follow_up":          "{what}",
	"follow_up_date":     "earlier date {due}",
	"household":          "{name}",
	"household_person":   "{adult_id|pupil_id}",
	"joined":             "joined: {entity}",
	"kept_apart":         "kept apart: {entity}",
	"letter":             "{kind} to {adult_id|pupil_id}",
	"meeting":            "{kind}, {start}",
	"meeting_person":     "{adult_id|pupil_id|staff_id|professional_id|name}",
	"meeting_pupil":      "{pupil_id}",
	"item_off":           "done without: {item}",
	"order_answer":       "what the order says, checked by {checked_by}",
	"outcome":            "outcome: {text}",
	"own_item":           "{asks}",
	"own_layout":         "way to sit: {name}",
	"own_template":       "template: {name}",
	"paper":              "paper: {title}",
	"phone":              "phone {number}",
	"professional":       "{name}",
	"pupil":              "{known_as|forename} {surname}",
	"pupil_adult":        "{adult_id}, {relationship_text|relationship} of {pupil_id}",
	"pupil_professional": "{professional_id}",
	"room":               "{name}",
	"school":             "{name}",
	"sen_change":         "from {from_day}: {status}",
	"setting":            "{key}",
	"staff":              "{name}",
	"term":               "{name} {year}",
	"time_answer":        "{person_id} to {option_id}",
	"time_option":        "time {start}",
	"transition":         "move of {pupil_id}",
	"transition_visit":   "visit: {what}",
	"welcome_point":      "said: {point}",
}

// machineColumns are those that say nothing to a person.
var machineColumns = []string{"id", "uid", "created_at", "updated_at", "position", "name_by_hand", "by_hand", "from_office",
	"order_from_office", "office_id", "record", "due_rule", "due_from", "due_count", "due_set_by", "upn_unverified", "version"}

// spokenColumns are what columns are called where their name with spaces is not what a person would say.
var spokenColumns = map[string]string{
	"dob": "born", "upn": "UPN", "reg": "class", "sen": "SEN status", "starts": "begins", "half_starts": "half term begins", "half_ends": "half term ends",
	"forename": "first name", "legal_forename": "legal first name", "address_as": "is addressed as", "channel": "how to reach them",
	"times": "good times", "leave_message": "message may be left", "access": "what helps them to come", "in_touch": "in touch", "in_touch_since": "so since", "in_touch_by": "so said by",
	"checkin_every": "days between check-ins", "good_news_every": "days between good news", "since": "with us since",
	"family_id": "family", "school_id": "school", "adult_id": "adult", "pupil_id": "child", "staff_id": "colleague", "professional_id": "from outside", "room_id": "room",
	"contact_id": "from the entry", "meeting_id": "meeting", "after_id": "after the meeting", "follow_up_id": "promise", "letter_id": "letter", "link_id": "link",
	"option_id": "time", "person_id": "person", "household_id": "household", "host_id": "who leads",
	"at": "when", "recorded": "written down", "by_whom": "by", "words": "their words", "need": "what they might need", "wish": "what they wish", "wait": "waits",
	"triage": "how soon", "displaced": "instead of", "abuse_what": "what happened", "leader_told": "leader told", "dsl_to": "passed to", "dsl_when": "passed on", "dsl_ref": "reference",
	"mode": "how you meet", "mode_by": "whose choice", "camera_off": "told: camera may be off", "start": "begins", "minutes": "minutes", "status_why": "why", "host": "who leads",
	"mood_then": "mood when they came", "said_first": "what they said first", "feedback_asked": "asked how it was", "felt": "they felt", "debrief_with": "talked over with",
	"leader_told_on": "leader told on", "kept_id": "kept", "gone_id": "went into it", "first_id": "one", "second_id": "the other", "split_on": "split on", "years_moved": "years moved on to",
	"record_given": "record given to the parents", "record_given_by": "record given by", "council_decided": "council decided on",
	"council_decision": "the council", "amendment_notice": "notice of changes", "final_plan": "final plan", "instead": "done instead", "advice_circulated": "advice sent on",
	"further_needs": "further needs", "classes": "classes", "present": "also there", "acknowledged": "told that it has come", "first_step_on": "first step taken on",
	"template_id": "began with", "asked_how": "asked how it was", "agreed": "agreed words", "agreed_on": "agreed on", "agreed_by": "agreed by", "account_id": "account",
	"to_school": "to", "helps": "what helps", "named_adult": "who is there for them", "handed_over": "handed over", "transition_id": "move", "until": "until",
	"large_print": "large print", "by_video": "by video", "part": "part of the checklist",
	"standby_who": "on standby", "standby_where": "standby where", "who_knows": "who knows where you are", "home_visit": "at their home",
	"asked_theirs": "asked for their points", "theirs": "their own", "companion_told": "told that a companion is welcome", "younger_comes": "a younger child comes",
	"teacher_view": "the teacher’s view", "family_view": "the family’s view", "pupil_view": "the child’s view", "account_agreed": "account agreed", "agenda_changed": "agenda changed",
	"parked": "for another time", "closed": "line drawn", "next_date": "next date", "open_door": "door is open", "invited_by": "invited by", "why_not": "why not",
	"told_why": "told why", "told_why_by": "told why by", "agenda_sent_by": "agenda sent by", "agenda_outdated": "agenda has changed since", "any_worry": "any worry", "used": "taken up",
	"what": "what", "whose": "whose", "who": "who", "due": "due", "due_at": "due at", "hidden": "hidden until", "state": "state", "state_on": "since", "state_why": "why",
	"told_on": "told them on", "date_told": "they know the date", "promised": "promised", "from_day": "from", "on_day": "on", "said_on": "said on", "moved_on": "moved on",
	"whose_room": "whose room", "step_free": "step-free", "inactive": "no longer there", "me": "is you", "year_groups": "year groups", "hopes_family": "the family’s hopes", "hopes_school": "the school’s hopes",
	"lives_with": "lives with the child", "gets_copies": "gets copies", "may_be_contacted": "may be contacted", "priority": "order of ringing", "order_text": "what the order says",
	"order_date": "order from", "order_until": "order until", "relationship_text": "relationship in words", "plan_made": "plan made", "sent_by": "sent by", "made": "written", "ext": "extension",
}

// rowsNamed are the tables whose rows a column points at.
var rowsNamed = map[string]string{
	"family_id": "family", "school_id": "school", "adult_id": "adult", "pupil_id": "pupil", "staff_id": "staff", "professional_id": "professional",
	"room_id": "room", "contact_id": "contact", "meeting_id": "meeting", "after_id": "meeting", "follow_up_id": "follow_up", "letter_id": "letter",
	"template_id": "own_template", "account_id": "account", "transition_id": "transition",
	"link_id": "pupil_adult", "option_id": "time_option", "person_id": "meeting_person", "household_id": "household", "host_id": "meeting_person",
}

// counts are the columns that hold a number; other numbers are yes or no.
var counts = []string{"seat", "minutes", "checkin_every", "good_news_every", "priority"}

// unsaid are the columns whose "" means that nobody knows.
var unsaid = []string{"parental_responsibility", "lives_with", "gets_copies", "may_be_contacted", "leave_message", "sen", "in_touch", "answer", "attended", "dob"}

// codes are the columns whose values are short for something.
var codes = map[string]func(code string) string{
	"pupil.sen":           func(c string) string { return model.SENStatus(c).Words() },
	"sen_change.status":   func(c string) string { return model.SENStatus(c).Words() },
	"pupil.year":          func(c string) string { return model.YearGroup(c).Words() },
	"pupil.primary_need":  func(c string) string { return model.Need(c).Words() },
	"pupil.further_needs": func(c string) string { return model.NeedList(c).Words() },
	"setting.key": func(c string) string {
		setting, _ := model.SettingNamed(model.SettingKey(c))
		return setting.Question
	},
	"checklist_mark.item": checklistWords,
	"item_off.item":       checklistWords,
	"closed_day.kind":     func(c string) string { return map[string]string{"inset": "INSET day"}[c] },
}

func checklistWords(id string) string { return model.ItemWords(model.ItemID(id)) }

// fieldWords are what a column is called, "" for one that is not shown.
func fieldWords(table, column string) string {
	if slices.Contains(machineColumns, column) {
		return ""
	}
	if words, ok := spokenColumns[column]; ok {
		return words
	}
	return strings.ReplaceAll(column, "_", " ")
}

// value is what stood in a column, in words, also where nothing did.
func (h *historian) value(table, column string, value any) string {
	if words := h.words(table, column, value); words != "" {
		return words
	}
	if slices.Contains(unsaid, column) {
		return "not known"
	}
	return "nothing"
}

// words are a value as a person says it, "" for none.
func (h *historian) words(table, column string, value any) string {
	switch value := value.(type) {
	case float64:
		return h.number(table, column, int64(value))
	case string:
		return textWords(table, column, value)
	}
	return ""
}

func (h *historian) number(table, column string, n int64) string {
	switch {
	case rowsNamed[column] != "":
		if n == 0 {
			return ""
		}
		return h.rowName(rowsNamed[column], n)
	case column == "point" && n >= 0 && n < int64(len(model.WelcomePoints)):
		return model.WelcomePoints[n]
	case slices.Contains(counts, column):
		return fmt.Sprint(n)
	case n == 0:
		return "no"
	}
	return "yes"
}

// textWords writes days and moments as people do, and what is short for something in full.
func textWords(table, column, text string) string {
	if text == "" {
		return ""
	}
	if words, ok := codes[table+"."+column]; ok && words(text) != "" {
		return words(text)
	}
	if d := model.Date(text); d.Valid() {
		return d.Full()
	}
	if m := model.Moment(text); m.Valid() {
		return strings.TrimSpace(m.Date().Full() + " " + string(m.Clock()))
	}
	return text
}
