// Package accounts is the accounts of incidents: what happened as each colleague tells it, the one
// account that is agreed, and only then whom to tell (practice 14).
package accounts

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/loglists"
	"kettle/tui/widget"
)

// Store is what the screens need of the store.
type Store interface {
	form.Store
	AccountList(ctx context.Context, words string, limit, offset int) (view.AccountList, error)
	AccountPage(ctx context.Context, id int64) (view.AccountPage, error)
	PupilNames(ctx context.Context) ([]view.PupilName, error)

	SaveAccount(ctx context.Context, a model.Account) (view.Change, error)
	RemoveAccount(ctx context.Context, id int64) (view.Change, error)
	SaveAccountVersion(ctx context.Context, v model.AccountVersion) (view.Change, error)
	RemoveAccountVersion(ctx context.Context, id int64) (view.Change, error)
	AgreeAccount(ctx context.Context, id int64, words, by string, at model.Moment) (view.Change, error)
	OpenAccount(ctx context.Context, id int64) (view.Change, error)
	TellAccount(ctx context.Context, t view.AccountTelling) (view.Change, error)
	ForgetTold(ctx context.Context, account, adult int64) (view.Change, error)
}

// List is the screen with all accounts.
type List struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	list   widget.List
	rows   listAnswer
	known  bool
	fresh  bool  // the filter changed: the selection begins at the top, and until then nothing is selected
	opens  bool  // Enter was pressed before the rows of the filter were there
	id     int64 // of the selected account, so that a refresh does not move to another
}

// listed is a row with what the rules say of it.
type listed struct {
	view.AccountRow
	stage string
	done  bool // agreed, and everybody told
}

// listAnswer is the answer to Load.
type listAnswer struct {
	rows  []listed
	total int
	from  int
}

// NewList is the list of all accounts.
func NewList(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine("")}
	l.filter.Placeholder = "what, where, family, child"
	return l
}

// around is how many rows are asked for at once, and margin how near the edge of them the list may come
// before it asks for more.
const (
	around = 80
	margin = 30
)

// Load asks for the rows around those on the screen; the rules look at them beside the screen, too.
func (l *List) Load() []screen.Ask {
	top, _ := l.list.Visible()
	offset, words, today := max(top-around/3, 0), l.filter.Text(), l.Today()
	if l.fresh {
		offset = 0
	}
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		found, err := l.store.AccountList(ctx, words, around, offset)
		answer := listAnswer{total: found.Total, from: found.Offset}
		for _, r := range found.Rows {
			tell, _ := r.Account.Tellings(r.Circle, today)
			answer.rows = append(answer.rows, listed{r, r.Account.Stage(tell, today), r.Account.IsAgreed() && len(model.NotTold(tell)) == 0})
		}
		return answer, err
	}}}
}

// Take takes the rows.
func (l *List) Take(answer any) tea.Cmd {
	rows, ok := answer.(listAnswer)
	if !ok {
		return nil
	}
	l.rows, l.known = rows, true
	l.list.SetTotal(rows.total)
	if l.fresh {
		l.fresh = false
		l.list.Select(0)
	} else if i := slices.IndexFunc(rows.rows, func(r listed) bool { return r.Account.ID == l.id }); i >= 0 {
		l.list.Select(rows.from + i)
	}
	l.id = l.selected().Account.ID
	if l.opens {
		return l.openSelected()
	}
	return nil
}

func (l *List) row(i int) (listed, bool) {
	if at := i - l.rows.from; at >= 0 && at < len(l.rows.rows) {
		return l.rows.rows[at], true
	}
	return listed{}, false
}

// selected is the selected row, the zero row for none.
func (l *List) selected() listed {
	if l.fresh {
		return listed{}
	}
	r, _ := l.row(l.list.At())
	return r
}

// moved remembers the selection, and asks for what is missing of the rows that have come into sight.
func (l *List) moved() tea.Cmd {
	l.id = l.selected().Account.ID
	top, height := l.list.Visible()
	end := l.rows.from + len(l.rows.rows)
	if l.rows.from > 0 && top-l.rows.from < margin/2 || end < l.list.Total() && end-(top+height) < margin {
		return screen.Question(l, l.Load()...)
	}
	return nil
}

// Stale is so when anything changed that is listed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Account, view.Family, view.Adult, view.Pupil)
}

// Crumbs are the section and the list.
func (l *List) Crumbs() []string { return []string{"Log", "Accounts"} }

// FamilyID is the family of the first child of the selected account.
func (l *List) FamilyID() int64 { return firstFamily(l.selected().Circle) }

func firstFamily(c model.Circle) int64 {
	if len(c.Pupils) == 0 {
		return 0
	}
	return c.Pupils[0].FamilyID
}

// Record is the selected account.
func (l *List) Record() view.Record {
	return view.Record{Kind: view.AccountRecord, ID: l.selected().Account.ID}
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else the list's.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.AccountList, action.ListOfLog, action.List}
}

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := loglists.Handlers(l.Env, l.list.Handlers(l.moved), screen.Accounts)
	h[action.AccountOpen] = action.Handler{Do: l.open, Why: l.whyNothing}
	h[action.AccountNew] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewAccount, 0) }}
	h[action.AccountRemove] = action.Handler{Why: l.whyNothing, Do: func() tea.Cmd {
		id := l.selected().Account.ID
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return l.store.RemoveAccount(ctx, id) })
	}}
	h[action.AccountFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { l.typing = false; return l.openSelected() }}
	return h
}

func (l *List) whyNothing() string {
	if l.selected().Account.ID == 0 {
		return "No account is selected."
	}
	return ""
}

func (l *List) open() tea.Cmd { return screen.Open(screen.Account, l.selected().Account.ID) }

// openSelected opens what is selected, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.whyNothing() != "" {
		return nil
	}
	return l.open()
}

// anew asks for the list from its beginning.
func (l *List) anew() tea.Cmd {
	l.fresh, l.opens = true, false
	return screen.Question(l, l.Load()...)
}

// Key types into the filter, which narrows the list at once.
func (l *List) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !l.filter.Key(msg) {
		return nil
	}
	return l.anew()
}

// Paste pastes into the filter.
func (l *List) Paste(text string) tea.Cmd {
	l.filter.Paste(text)
	return l.anew()
}

// Escape leaves the filter and clears it.
func (l *List) Escape() (string, func() tea.Cmd) {
	if !l.typing && l.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		l.typing = false
		l.filter.SetText("")
		return l.anew()
	}
}

// About says why one account matters.
func (l *List) About() []string {
	return []string{
		"One account of what happened, agreed before anyone rings home: every parent hears the same, and nobody has to take words back.",
		"Each colleague tells it first in their own words. What differs is marked, and talked over.",
	}
}
