package log

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// The log is not counted and not held: a window of it is at hand, which grows at the end that the
// screen comes near to and gives up what is far behind.
const (
	onePage = 120 // entries that one look may find
	margin  = 60  // lines before the edge at which more is looked for
	mostAt  = 480 // entries that are kept at hand
)

// window is what is at hand of the log: all that fits between two places, which have been looked at, too.
type window struct {
	rows          []view.JournalRow // the newest first
	names         map[int64]string
	top, bottom   view.JournalPlace
	newest, ended bool // there is nothing above the top, or below the bottom
}

// how a look goes on with the window.
type how int

const (
	anew     how = iota // other entries are wanted, from a place on
	atTheEnd            // the oldest are wanted
	again               // the same ones, which may have changed
	older
	newer
)

type lookAnswer struct {
	view.JournalPage
	how  how
	from view.JournalPlace
}

// take puts what a look found into the window.
func (w *window) take(a lookAnswer) {
	switch a.how {
	case anew:
		*w = window{rows: a.Rows, top: a.from, bottom: a.To, newest: a.from == view.JournalPlace{}, ended: a.Ended}
	case atTheEnd:
		*w = window{rows: a.Rows, top: a.To, newest: a.Ended, ended: true}
	case again:
		w.rows, w.bottom, w.ended = a.Rows, a.To, a.Ended
	case older:
		w.rows, w.bottom, w.ended = slices.Concat(w.rows, a.Rows), a.To, a.Ended
		if n := len(w.rows) - mostAt; n > 0 {
			w.rows = w.rows[n:]
			w.top, w.newest = w.rows[0].Place(), false
		}
	case newer:
		w.rows, w.top, w.newest = slices.Concat(a.Rows, w.rows), a.To, a.Ended
		if len(w.rows) > mostAt {
			w.rows = w.rows[:mostAt]
			w.bottom, w.ended = w.rows[mostAt-1].Place(), false
		}
	}
	w.keepNames(a.Names)
}

func (w *window) keepNames(names map[int64]string) {
	if w.names == nil {
		w.names = map[int64]string{}
	}
	maps.Copy(w.names, names)
}

// begin is the place from which a look towards older entries goes through the window again.
func (w *window) begin() view.JournalPlace {
	if w.newest {
		return view.JournalPlace{}
	}
	return view.JournalPlace{At: w.top.At, ID: w.top.ID + 1}
}

func (l *List) look() view.JournalLook {
	return view.JournalLook{Kind: l.kind, Words: l.filter.Text(), Limit: onePage}
}

// Load asks for the entries at hand again; the first time for the newest.
func (l *List) Load() []screen.Ask {
	if !l.known || l.fresh {
		return []screen.Ask{l.ask(anew, view.JournalPlace{})}
	}
	return []screen.Ask{l.askAgain()}
}

// ask is one look. All looks share a place, so that a new letter ends the search for the old ones.
func (l *List) ask(how how, from view.JournalPlace) screen.Ask {
	l.asking = true
	look := l.look()
	look.From, look.Newer = from, how == newer || how == atTheEnd
	return screen.Ask{Slot: "log", Do: func(ctx context.Context) (any, error) {
		page, err := l.store.Journal(ctx, look)
		return lookAnswer{page, how, from}, err
	}}
}

// askAgain looks through what was looked through before, in as many looks as it takes.
func (l *List) askAgain() screen.Ask {
	l.asking = true
	look, end, wanted := l.look(), l.window.bottom, max(len(l.window.rows), onePage)
	look.From = l.window.begin()
	if l.window.ended {
		end = view.JournalPlace{}
	}
	return screen.Ask{Slot: "log", Do: func(ctx context.Context) (any, error) {
		all := lookAnswer{how: again, from: look.From, JournalPage: view.JournalPage{Names: map[int64]string{}}}
		for {
			page, err := l.store.Journal(ctx, look)
			if err != nil {
				return nil, err
			}
			all.Rows, all.To, all.Ended = append(all.Rows, page.Rows...), page.To, page.Ended
			maps.Copy(all.Names, page.Names)
			if page.Ended || len(all.Rows) >= wanted || !before(end, page.To) {
				return all, nil
			}
			look.From = page.To
		}
	}}
}

// before reports whether place a lies further back in the log than b.
func before(a, b view.JournalPlace) bool { return a.At < b.At || a.At == b.At && a.ID < b.ID }

// lookOn looks further where the screen is near the edge of what is at hand, one look after the other.
func (l *List) lookOn() tea.Cmd {
	top, height := l.list.Visible()
	switch {
	case l.asking:
	case !l.window.ended && len(l.lines)-(top+height) < margin:
		return screen.Question(l, l.ask(older, l.window.bottom))
	case !l.window.newest && top < margin/2:
		return screen.Question(l, l.ask(newer, l.window.top))
	}
	return nil
}

// moved remembers the selection and looks on.
func (l *List) moved() tea.Cmd {
	l.remember()
	return l.lookOn()
}

// anew looks for other entries, from the newest on.
func (l *List) anew() tea.Cmd { return l.from(anew, view.JournalPlace{}) }

func (l *List) from(how how, place view.JournalPlace) tea.Cmd {
	l.fresh, l.opens, l.id = true, false, 0
	return screen.Question(l, l.ask(how, place))
}

func (l *List) nextKind(by int) tea.Cmd {
	n := len(view.JournalKinds)
	return l.setKind(view.JournalKinds[(slices.Index(view.JournalKinds, l.kind)+by+n)%n])
}

func (l *List) setKind(kind view.JournalKind) tea.Cmd {
	l.kind = kind
	return l.anew()
}

func (l *List) toNewest() tea.Cmd {
	if !l.window.newest {
		return l.anew()
	}
	l.list.Select(0)
	return l.moved()
}

func (l *List) toOldest() tea.Cmd {
	if !l.window.ended {
		return l.from(atTheEnd, view.JournalPlace{})
	}
	l.list.Select(len(l.lines))
	return l.moved()
}

func monthOf(at model.Moment) model.Moment { return at[:min(len(at), 7)] }

// earlierMonth goes to the first entry of an earlier month, without reading what lies between.
func (l *List) earlierMonth() tea.Cmd {
	month := monthOf(l.selected().At)
	for i := l.list.At(); i < len(l.lines); i++ {
		if r, ok := l.row(i); ok && monthOf(r.At) < month {
			l.list.Show(i)
			return l.moved()
		}
	}
	if l.window.ended {
		return screen.Say("This is the first month of the log.")
	}
	return l.from(anew, view.JournalPlace{At: month})
}

// laterMonth goes to the first entry of its own month, then to that of the month after.
func (l *List) laterMonth() tea.Cmd {
	at := l.list.At()
	month := monthOf(l.selected().At)
	if first := l.firstOf(month, at); first < at {
		l.list.Show(first)
		return l.moved()
	}
	for i := at; i >= 0; i-- {
		if r, ok := l.row(i); ok && monthOf(r.At) > month {
			l.list.Show(l.firstOf(monthOf(r.At), i))
			return l.moved()
		}
	}
	return nil
}

// firstOf is the line of the newest entry of a month at hand, from one of its lines on.
func (l *List) firstOf(month model.Moment, at int) int {
	for i := at; i >= 0; i-- {
		r, ok := l.row(i)
		if ok && monthOf(r.At) != month {
			break
		}
		if ok {
			at = i
		}
	}
	return at
}
