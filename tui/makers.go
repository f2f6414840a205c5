package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/accounts"
	"kettle/tui/screen/capture"
	"kettle/tui/screen/families"
	"kettle/tui/screen/family"
	"kettle/tui/screen/followups"
	"kettle/tui/screen/gate"
	"kettle/tui/screen/goodnews"
	"kettle/tui/screen/importing"
	"kettle/tui/screen/letter"
	"kettle/tui/screen/line"
	"kettle/tui/screen/log"
	"kettle/tui/screen/meeting"
	"kettle/tui/screen/meetings"
	"kettle/tui/screen/moves"
	"kettle/tui/screen/pack"
	"kettle/tui/screen/promise"
	"kettle/tui/screen/reviews"
	"kettle/tui/screen/run"
	"kettle/tui/screen/school"
	"kettle/tui/screen/story"
	"kettle/tui/screen/takeout"
	"kettle/tui/screen/thread"
	"kettle/tui/screen/today"
	"kettle/tui/screen/week"
	"kettle/tui/screen/welcome"
	"kettle/tui/screen/wholerecord"
	"kettle/tui/screen/worries"
)

// makers build the screen of each kind of route.
var makers = map[screen.Kind]func(a *App, id int64) screen.Screen{
	screen.Families: func(a *App, _ int64) screen.Screen {
		return families.New(a.env, a.store, a.newFamily)
	},
	screen.Family:     func(a *App, id int64) screen.Screen { return family.New(a.env, a.store, id) },
	screen.NewContact: func(a *App, id int64) screen.Screen { return capture.New(a.env, a.store, a.fromLine(), id) },
	screen.ContactLeft: func(a *App, id int64) screen.Screen {
		return capture.Resume(a.env, a.store, a.fromLine(), -id)
	},
	screen.ContactForm: func(a *App, id int64) screen.Screen { return family.LogContact(a.env, a.store, a.addFamily, id) },
	screen.Meetings:    func(a *App, _ int64) screen.Screen { return meetings.New(a.env, a.store) },
	screen.Meeting:     func(a *App, id int64) screen.Screen { return meeting.New(a.env, a.store, id) },
	screen.NewMeeting:  func(a *App, id int64) screen.Screen { return meetings.NewMeeting(a.env, a.store, a.addFamily, id) },
	screen.MeetingFrom: func(a *App, id int64) screen.Screen {
		return meetings.NewMeetingFrom(a.env, a.store, id)
	},
	screen.Reviews: func(a *App, _ int64) screen.Screen { return reviews.New(a.env, a.store, false) },
	screen.ReviewDates: func(a *App, _ int64) screen.Screen {
		return reviews.New(a.env, a.store, true)
	},
	screen.TermlyFor: func(a *App, id int64) screen.Screen {
		return meetings.NewReview(a.env, a.store, model.TermlyReview, id)
	},
	screen.AnnualFor: func(a *App, id int64) screen.Screen {
		return meetings.NewReview(a.env, a.store, model.AnnualReview, id)
	},
	screen.RunMeeting: func(a *App, id int64) screen.Screen { return run.New(a.env, a.store, id) },
	screen.DrawLine:   func(a *App, id int64) screen.Screen { return line.New(a.env, a.store, id) },
	screen.Thread:     func(a *App, id int64) screen.Screen { return thread.New(a.env, a.store, id, 0) },
	screen.ThreadFrom: func(a *App, id int64) screen.Screen { return thread.New(a.env, a.store, 0, id) },
	screen.Letter:     func(a *App, id int64) screen.Screen { return letter.New(a.env, a.store, id) },
	screen.InviteTo: func(a *App, id int64) screen.Screen {
		return letter.NewTo(a.env, a.store, id, model.InvitationLetter)
	},
	screen.AgendaTo: func(a *App, id int64) screen.Screen {
		return letter.NewTo(a.env, a.store, id, model.AgendaLetter)
	},
	screen.Accounts:    func(a *App, _ int64) screen.Screen { return accounts.NewList(a.env, a.store) },
	screen.Moves:       func(a *App, _ int64) screen.Screen { return moves.NewList(a.env, a.store) },
	screen.Move:        func(a *App, id int64) screen.Screen { return moves.New(a.env, a.store, id) },
	screen.Story:       func(a *App, id int64) screen.Screen { return story.New(a.env, a.store, id) },
	screen.WholeRecord: func(a *App, id int64) screen.Screen { return wholerecord.New(a.env, a.store, id) },
	screen.Account:     func(a *App, id int64) screen.Screen { return accounts.New(a.env, a.store, id) },
	screen.NewAccount:  func(a *App, id int64) screen.Screen { return accounts.NewAccount(a.env, a.store, id) },
	screen.Import: func(a *App, _ int64) screen.Screen {
		return importing.New(a.env, a.store, a.options.ImportFile, a.openPack)
	},
	screen.PackOut: func(a *App, _ int64) screen.Screen { return pack.NewOut(a.env, a.store) },
	screen.PackIn:  func(a *App, _ int64) screen.Screen { return pack.NewIn(a.env, a.store, "") },
	screen.TakeOut: func(a *App, id int64) screen.Screen { return takeout.New(a.env, a.store, id) },
	screen.School:  func(a *App, _ int64) screen.Screen { return school.New(a.env, a.store) },
	screen.Welcome: func(a *App, _ int64) screen.Screen {
		return welcome.New(a.env, a.store, a.newFamily)
	},
	screen.Week:       func(a *App, id int64) screen.Screen { return week.New(a.env, a.store, model.Spans[id]) },
	screen.Today:      func(a *App, _ int64) screen.Screen { return today.New(a.env, a.store, a.first, a.newFamily) },
	screen.FollowUps:  func(a *App, _ int64) screen.Screen { return followups.New(a.env, a.store) },
	screen.Log:        func(a *App, _ int64) screen.Screen { return log.New(a.env, a.store, a.changeEntry) },
	screen.LogEntry:   func(a *App, id int64) screen.Screen { return log.NewEntry(a.env, a.store, id, a.changeEntry) },
	screen.GoodNews:   func(a *App, _ int64) screen.Screen { return goodnews.New(a.env, a.store) },
	screen.NewsCalls:  func(a *App, _ int64) screen.Screen { return goodnews.NewCalls(a.env, a.store) },
	screen.Gate:       func(a *App, _ int64) screen.Screen { return gate.New(a.env, a.store) },
	screen.Worries:    func(a *App, _ int64) screen.Screen { return worries.NewWorries(a.env, a.store) },
	screen.Replies:    func(a *App, _ int64) screen.Screen { return worries.NewReplies(a.env, a.store) },
	screen.GoingQuiet: func(a *App, _ int64) screen.Screen { return worries.NewQuiet(a.env, a.store) },
	screen.NewFollowUp: func(a *App, id int64) screen.Screen {
		return promise.NewFollowUp(a.env, a.store, a.addFamily, id)
	},
}

// fromLine are the ways from the one line to other forms.
func (a *App) fromLine() capture.Ways {
	return capture.Ways{Add: a.addFamily, Whole: func(c model.Contact, promises []model.FollowUp, then func(view.Change) tea.Cmd) screen.Screen {
		return family.ContactFrom(a.env, a.store, c, promises, then)
	}}
}

// openPack opens a hand-over pack that was chosen where an export is taken in.
func (a *App) openPack(path string) tea.Cmd { return screen.Show(pack.NewIn(a.env, a.store, path)) }

// changeEntry opens the form of an entry of the log.
func (a *App) changeEntry(id int64) tea.Cmd {
	return screen.Show(family.ChangeContact(a.env, a.store, id))
}

// newFamily opens the form of a new family.
func (a *App) newFamily() tea.Cmd { return a.addFamily("", nil) }

// addFamily opens the form of a new family of that name, then does what follows with it; nil opens its
// page.
func (a *App) addFamily(name string, then func(family int64) tea.Cmd) tea.Cmd {
	return screen.Show(family.NewFamily(a.env, a.store, name, then))
}
