package accounts

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

func (p *Page) whyNotYet() string {
	if !p.known {
		return "The account has not been read yet."
	}
	return ""
}

// take opens what is selected; of a parent, the words to say to them.
func (p *Page) take() tea.Cmd {
	if t, ok := p.telling(); ok {
		return screen.Show(newSay(p, t))
	}
	return p.change()
}

// change opens the form of what is selected.
func (p *Page) change() tea.Cmd {
	switch at := p.selected(); at.kind {
	case aVersion:
		return screen.Show(p.versionForm(p.page.Account.Version(at.id)))
	case theAgreed:
		return screen.Show(p.agreeForm())
	case aParent:
		return p.markTold()
	}
	return screen.Show(changeAccount(p.Env, p.store, p.page.Account))
}

func (p *Page) whyNoOthers() string {
	if len(p.pairs()) < 2 {
		return "There are no other versions to compare: " + action.ByID(action.AccountAdd).Keyname(false) + " adds one."
	}
	return ""
}

// nextPair compares the next two versions.
func (p *Page) nextPair() tea.Cmd {
	p.pair = (p.pair + 1) % len(p.pairs())
	p.compare()
	p.items = p.lay()
	return nil
}

func (p *Page) whyNotTell() string {
	if _, ok := p.telling(); ok {
		return ""
	}
	if !p.page.Account.IsAgreed() {
		return "First agree on one account: then whom to tell stands here."
	}
	return "Select the parent who was told."
}

func (p *Page) markTold() tea.Cmd {
	t, _ := p.telling()
	return screen.Show(p.toldForm(t))
}

func (p *Page) whyNoWords() string {
	if p.page.Account.Agreed == "" {
		return "No words are agreed yet."
	}
	return ""
}

func (p *Page) whyNotAgreed() string {
	if !p.page.Account.IsAgreed() {
		return "It is not agreed yet."
	}
	return ""
}

// reopen makes the account one that is not agreed; its words stay.
func (p *Page) reopen() tea.Cmd {
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.OpenAccount(ctx, p.id) })
}

func (p *Page) whyNotDrop() string {
	switch at := p.selected(); at.kind {
	case theAgreed:
		return p.whyNotAgreed()
	case aParent:
		if t, _ := p.telling(); t.Told.AdultID == 0 {
			return "They have not been told, so there is nothing to take back."
		}
	}
	return p.whyNotYet()
}

// drop removes a version, opens the account again, takes back that somebody was told, or removes the
// account.
func (p *Page) drop() tea.Cmd {
	at := p.selected()
	return screen.Keep(func(ctx context.Context) (view.Change, error) {
		switch at.kind {
		case aVersion:
			return p.store.RemoveAccountVersion(ctx, at.id)
		case theAgreed:
			return p.store.OpenAccount(ctx, p.id)
		case aParent:
			return p.store.ForgetTold(ctx, p.id, at.id)
		}
		return p.store.RemoveAccount(ctx, p.id)
	})
}

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	switch name {
	case accountDraft:
		return screen.Show(changeAccount(p.Env, p.store, p.page.Account)), true
	case agreeDraft:
		return screen.Show(p.agreeForm()), true
	case versionDraft:
		v := p.page.Account.Version(record)
		if record < 0 {
			v = model.AccountVersion{}
		}
		return screen.Show(p.versionForm(v)), true
	}
	for _, t := range p.tell {
		if name == p.toldDraft() && t.Adult.ID == record {
			return screen.Show(p.toldForm(t)), true
		}
	}
	return nil, true
}
