package accounts

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Page is the screen of one account.
type Page struct {
	screen.Base
	store Store
	id    int64
	page  view.AccountPage
	known bool

	tell, kept  []model.Telling
	pair        int // which two versions are compared, counted through pairs
	left, right []model.DiffWord
	items       []item
	list        widget.List // of the items
	pane        widget.Pane
}

// itemKind says what can be selected on the page.
type itemKind int

const (
	theFacts itemKind = iota
	aVersion
	theAgreed
	aParent
)

// item is something that can be selected; id is that of the version or of the adult.
type item struct {
	kind itemKind
	id   int64
}

// New is the page of one account.
func New(env *screen.Env, store Store, id int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, id: id}
}

// Load asks for the account.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "account", Do: func(ctx context.Context) (any, error) { return p.store.AccountPage(ctx, p.id) }}}
}

// Take takes the account, asks the rules whom to tell, and stays on what was selected.
func (p *Page) Take(answer any) tea.Cmd {
	page, ok := answer.(view.AccountPage)
	if !ok {
		return nil
	}
	if page.Account.ID == 0 { // it was removed, or adding it was taken back
		return screen.Close(p, nil)
	}
	was := p.selected()
	p.page, p.known = page, true
	p.tell, p.kept = page.Account.Tellings(page.Circle, p.Today())
	p.compare()
	p.items = p.lay()
	p.list.SetTotal(len(p.items))
	if i := slices.Index(p.items, was); i >= 0 {
		p.list.Select(i)
	}
	return nil
}

// lay are the things that can be selected, in reading order: the versions that are compared stand
// before the others, and whom to tell comes only when one account is agreed.
func (p *Page) lay() []item {
	items := []item{{theFacts, 0}}
	for _, v := range p.compared() {
		items = append(items, item{aVersion, v.ID})
	}
	for _, v := range p.others() {
		items = append(items, item{aVersion, v.ID})
	}
	items = append(items, item{theAgreed, 0})
	if p.page.Account.IsAgreed() {
		for _, t := range p.tell {
			items = append(items, item{aParent, t.Adult.ID})
		}
	}
	return items
}

// pairs are all pairs of versions, by their places.
func (p *Page) pairs() [][2]int {
	var pairs [][2]int
	n := len(p.page.Account.Versions)
	for i := range n {
		for j := i + 1; j < n; j++ {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}

// compared are the two versions that stand side by side, or the only one.
func (p *Page) compared() []model.AccountVersion {
	versions, pairs := p.page.Account.Versions, p.pairs()
	if len(pairs) == 0 {
		return versions
	}
	at := pairs[p.pair%len(pairs)]
	return []model.AccountVersion{versions[at[0]], versions[at[1]]}
}

// others are the versions that are not compared just now.
func (p *Page) others() []model.AccountVersion {
	compared := p.compared()
	return slices.DeleteFunc(slices.Clone(p.page.Account.Versions), func(v model.AccountVersion) bool {
		return slices.ContainsFunc(compared, func(one model.AccountVersion) bool { return one.ID == v.ID })
	})
}

// compare finds the words in which the two versions differ; of a single one none is marked.
func (p *Page) compare() {
	p.left, p.right = nil, nil
	switch two := p.compared(); len(two) {
	case 1:
		p.left, _ = model.DiffWords(two[0].Text, two[0].Text)
	case 2:
		p.left, p.right = model.DiffWords(two[0].Text, two[1].Text)
	}
}

func (p *Page) selected() item {
	if at := p.list.At(); at >= 0 && at < len(p.items) {
		return p.items[at]
	}
	return item{}
}

// telling is the parent that is selected.
func (p *Page) telling() (model.Telling, bool) {
	if at := p.selected(); at.kind == aParent {
		for _, t := range p.tell {
			if t.Adult.ID == at.id {
				return t, true
			}
		}
	}
	return model.Telling{}, false
}

// Stale is so when the account changed, or whom it touches.
func (p *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Account, p.id) || c.Touches(view.Adult, view.Pupil, view.School)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Log", "Accounts", p.page.Account.What} }

// FamilyID is the family of the selected parent's child, else of the first child.
func (p *Page) FamilyID() int64 {
	if t, ok := p.telling(); ok && len(t.Pupils) > 0 {
		return t.Pupils[0].FamilyID
	}
	return firstFamily(p.page.Circle)
}

// Record is the account.
func (p *Page) Record() view.Record { return view.Record{Kind: view.AccountRecord, ID: p.id} }

// Scopes are the page's.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.AccountPage, action.List} }

// Handlers bind what can be done with the account.
func (p *Page) Handlers() action.Handlers {
	h := widget.Reading(&p.list, &p.pane)
	h[action.AccountTake] = action.Handler{Do: p.take, Why: p.whyNotYet}
	h[action.AccountChange] = action.Handler{Do: p.change, Why: p.whyNotYet}
	h[action.AccountAdd] = action.Handler{Do: func() tea.Cmd { return screen.Show(p.versionForm(model.AccountVersion{})) }, Why: p.whyNotYet}
	h[action.AccountCompare] = action.Handler{Do: p.nextPair, Why: p.whyNoOthers}
	h[action.AccountTold] = action.Handler{Do: p.markTold, Why: p.whyNotTell}
	h[action.AccountDrop] = action.Handler{Do: p.drop, Why: p.whyNotDrop}
	h[action.AccountCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(p.page.Account.Agreed, "the agreed words") }, Why: p.whyNoWords}
	h[action.AccountReopen] = action.Handler{Do: p.reopen, Why: p.whyNotAgreed}
	return h
}

// About says why what is selected matters.
func (p *Page) About() []string {
	return map[itemKind][]string{
		theFacts: {"What happened, when and where, and whose children it is about. They may be of several families."},
		aVersion: {"Each colleague tells it as they saw it, before they talk it over. Words that only one of them has stand between ‹ and ›.",
			action.ByID(action.AccountCompare).Keyname(false) + " compares two others; none of it is lost when one account is agreed."},
		theAgreed: {"The words that everybody uses. Nobody rings home before they are agreed: then every parent hears the same (practice 14)."},
		aParent: {"Each parent is told in their own right, of their own child, on the same school day; no parent reports back for another (practice 15).",
			"What is said to one family says nothing of another family's child."},
	}[p.selected().kind]
}
