package store

import (
	"slices"

	"kettle/model"
)

// The columns of a meeting and of its parts, each beside the fields that hold them.

// meetingColumns are all of a meeting: what is prepared, and how it went.
var meetingColumns = slices.Concat(preparedColumns, courseColumns)

func meetingFields(m *model.Meeting) []any { return slices.Concat(preparedFields(m), courseFields(m)) }

func meetingRow(m *model.Meeting) []any { return withID(&m.ID, meetingFields(m)) }

// preparedColumns are what SaveMeeting changes.
var preparedColumns = []string{"contact_id", "after_id", "template_id", "kind", "urgent",
	"purpose", "opening", "mode", "mode_by", "camera_off", "start", "minutes", "mood",
	"room_id", "layout", "standby_who", "standby_where", "home_visit", "who_knows", "interpreter",
	"asked_theirs", "theirs", "companion_told", "younger_comes", "teacher_view", "family_view", "pupil_view",
	"account_agreed", "record_given", "record_given_by", "council_decided", "council_decision", "amendment_notice", "final_plan"}

func preparedFields(m *model.Meeting) []any {
	return []any{orNull(&m.ContactID), orNull(&m.AfterID), orNull(&m.TemplateID), &m.Kind, &m.Urgent,
		&m.Purpose, &m.Opening, &m.Mode, &m.ModeBy, &m.CameraOff, &m.Start, &m.Minutes, &m.Mood,
		orNull(&m.RoomID), &m.Layout, &m.StandbyWho, &m.StandbyWhere, &m.HomeVisit, &m.WhoKnows, &m.Interpreter,
		&m.AskedTheirs, &m.Theirs, &m.CompanionTold, &m.YoungerComes, &m.TeacherView, &m.FamilyView, &m.PupilView,
		&m.AccountAgreed, &m.RecordGiven, &m.RecordGivenBy, &m.CouncilDecided, &m.CouncilDecision, &m.AmendmentNotice, &m.FinalPlan}
}

// courseColumns are what only a method with that meaning changes, so that a form that was opened
// before cannot undo it.
var courseColumns = []string{"uid", "family_id", "status", "status_why", "host_id", "agenda_changed",
	"mood_then", "said_first", "notes", "words", "parked", "thanks", "closed", "next_date", "open_door", "began", "ended",
	"feedback_asked", "felt", "feedback", "debrief", "debrief_with", "leader_told", "leader_told_on", "deleted_at"}

func courseFields(m *model.Meeting) []any {
	return []any{&m.UID, &m.FamilyID, &m.Status, &m.StatusWhy, &m.HostID, &m.AgendaChanged,
		&m.MoodThen, &m.SaidFirst, &m.Notes, &m.Words, &m.Parked, &m.Thanks, &m.Closed, &m.NextDate, &m.OpenDoor, &m.Began, &m.Ended,
		&m.FeedbackAsked, &m.Felt, &m.Feedback, &m.Debrief, &m.DebriefWith, &m.LeaderTold, &m.LeaderToldOn, removedAt(&m.Removed)}
}

var meetingPersonColumns = []string{"meeting_id", "side", "adult_id", "pupil_id", "staff_id", "professional_id",
	"name", "role", "reason", "interpreter", "invited", "invited_by", "answer", "why_not", "camera_off",
	"told_why", "told_why_by", "agenda_sent", "agenda_sent_by", "agenda_outdated", "reminded", "needs",
	"instead", "advice_asked", "advice_received", "advice_circulated", "report_sent", "attended", "asked_how", "felt", "feedback", "by_video", "seat", "position"}

func meetingPersonFields(p *model.MeetingPerson) []any {
	return []any{&p.MeetingID, &p.Side, orNull(&p.AdultID), orNull(&p.PupilID), orNull(&p.StaffID), orNull(&p.ProfessionalID),
		&p.Name, &p.Role, &p.Reason, &p.Interpreter, &p.Invited, &p.InvitedBy, &p.Answer, &p.WhyNot, &p.CameraOff,
		&p.ToldWhy, &p.ToldWhyBy, &p.AgendaSent, &p.AgendaSentBy, &p.AgendaOutdated, &p.Reminded, &p.Needs,
		&p.Instead, &p.AdviceAsked, &p.AdviceReceived, &p.AdviceSentOn, &p.ReportSent, &p.Attended, &p.AskedHow, &p.Felt, &p.Feedback, &p.ByVideo, &p.Seat, &p.Position}
}

func meetingPersonRow(p *model.MeetingPerson) []any { return withID(&p.ID, meetingPersonFields(p)) }

var timeOptionColumns = []string{"meeting_id", "start", "chosen"}

func timeOptionFields(o *model.TimeOption) []any {
	return []any{&o.MeetingID, &o.Start, &o.Chosen}
}

func timeOptionRow(o *model.TimeOption) []any { return withID(&o.ID, timeOptionFields(o)) }

var agendaColumns = []string{"meeting_id", "position", "title", "minutes", "brings", "theirs", "any_worry", "notes", "done", "used"}

func agendaFields(i *model.AgendaItem) []any {
	return []any{&i.MeetingID, &i.Position, &i.Title, &i.Minutes, &i.Brings, &i.Theirs, &i.AnyWorry, &i.Notes, &i.Done, &i.Used}
}

var paperColumns = []string{"meeting_id", "title", "ready"}

func paperFields(p *model.Paper) []any { return []any{&p.MeetingID, &p.Title, &p.Ready} }

var outcomeColumns = []string{"meeting_id", "position", "text"}

func outcomeFields(o *model.Outcome) []any { return []any{&o.MeetingID, &o.Position, &o.Text} }

var agreementColumns = []string{"meeting_id", "position", "text", "whose", "who", "adult_id", "staff_id",
	"from_day", "due", "follow_up_id"}

func agreementFields(a *model.Agreement) []any {
	return []any{&a.MeetingID, &a.Position, &a.Text, &a.Whose, &a.Who, orNull(&a.AdultID), orNull(&a.StaffID),
		&a.From, &a.Due, orNull(&a.FollowUpID)}
}

var orderAnswerColumns = []string{"meeting_id", "letter_id", "link_id", "checked_by", "answer", "on_day"}

func orderAnswerFields(a *model.OrderAnswer) []any {
	return []any{orNull(&a.MeetingID), orNull(&a.LetterID), &a.LinkID, &a.CheckedBy, &a.Answer, &a.On}
}

func orderAnswerRow(a *model.OrderAnswer) []any { return withID(&a.ID, orderAnswerFields(a)) }

var letterColumns = []string{"family_id", "meeting_id", "adult_id", "pupil_id", "kind", "body", "version", "made", "sent", "sent_by", "deleted_at"}

func letterFields(l *model.Letter) []any {
	return []any{&l.FamilyID, orNull(&l.MeetingID), orNull(&l.AdultID), orNull(&l.PupilID), &l.Kind, &l.Body, &l.Version, &l.Made, &l.Sent, &l.SentBy, removedAt(&l.Removed)}
}

var markColumns = []string{"meeting_id", "item", "state", "reason", "on_day"}

func markFields(m *model.Mark) []any { return []any{&m.MeetingID, &m.Item, &m.State, &m.Reason, &m.On} }
