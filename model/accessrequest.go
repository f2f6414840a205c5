package model

// AccessRequest is a request for what is held of somebody, with the days that its clock counts from.
type AccessRequest struct {
	Received   Date // the day it came, to anybody at school and in any words
	IDReceived Date // when it was shown who they are, where that was really needed, "" else
	Asked      Date // when the school asked what is meant, because much is held, "" never
	Answered   Date // when that was answered
	Extended   bool // three months, because it is complex, told with reasons within the first
}

// Months from the start of a request to its answer.
const (
	accessMonths   = 1
	extendedMonths = 3
	accessTarget   = 28 // days, the school's own target
	educationDays  = 15 // school days for the educational record
)

// Due is the day by which a request is answered: one calendar month from its start, or three, with the days
// of a question that was truly needed, and then the next working day. School holidays never stop it
// (rules.md R42 and R43). It is "" without a day.
func (r AccessRequest) Due(c *Calendar) Date {
	if !r.Received.Valid() {
		return ""
	}
	months := accessMonths
	if r.Extended {
		months = extendedMonths
	}
	due := r.start().AddMonths(months)
	if r.Asked.Valid() && r.Answered > r.Asked {
		due = due.AddDays(r.Asked.DaysUntil(r.Answered))
	}
	for !c.IsWorkingDay(due) {
		due = due.AddDays(1)
	}
	return due
}

// start is the day it came, or that on which it was shown who they are.
func (r AccessRequest) start() Date { return max(r.Received, r.IDReceived) }

// Target is the school's own day for the answer: 28 days after the start (rules.md R42).
func (r AccessRequest) Target() Date { return r.start().AddDays(accessTarget) }

// Words are the clock and how it counts: "answer by Thu 3 Dec 2026: one month from Tue 3 Nov, holidays
// counted; better by Tue 1 Dec". "" without a day.
func (r AccessRequest) Words(c *Calendar) string {
	due := r.Due(c)
	if due == "" {
		return ""
	}
	months := "one month"
	if r.Extended {
		months = "three months"
	}
	words := "answer by " + due.Full() + ": " + months + " from " + r.start().Short() + ", holidays counted"
	if r.Asked.Valid() && r.Answered > r.Asked {
		words += ", and " + countOf(r.Asked.DaysUntil(r.Answered), "day") + " while you asked"
	}
	if !r.Extended {
		words += "; better by " + r.Target().Short()
	}
	return words
}

// EducationRecordDue is the day by which a maintained school shows a parent the educational record: 15
// school days after a request in writing, its day counted as none; an error without term dates (rules.md R44).
func EducationRecordDue(received Date, c *Calendar) (Date, error) {
	return c.AddSchoolDays(received, educationDays)
}
