package accounts

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// The names of the drafts.
const (
	accountDraft = "account"
	versionDraft = "account version"
	agreeDraft   = "account agreed"
)

func days(env *screen.Env) widget.Days {
	return widget.Days{Today: env.Today(), Calendar: env.Calendar()}
}

// NewAccount is the form of a new account; of a family, its children are chosen already.
func NewAccount(env *screen.Env, store Store, family int64) screen.Screen {
	a := model.Account{At: env.Now()}
	return accountForm(env, store, a, "An account of an incident", func(names []view.PupilName) []int64 {
		var ids []int64
		for _, n := range names {
			if family != 0 && n.FamilyID == family {
				ids = append(ids, n.ID)
			}
		}
		return ids
	}, -family)
}

func changeAccount(env *screen.Env, store Store, a model.Account) screen.Screen {
	return accountForm(env, store, a, "Change what the account is about", func([]view.PupilName) []int64 { return a.Pupils }, a.ID)
}

// leastChildren is how many children a form has room for at the least.
const leastChildren = 4

// accountForm asks what happened, when, where and to whom; for a new account also for a first version.
func accountForm(env *screen.Env, store Store, a model.Account, title string, chosen func([]view.PupilName) []int64, record int64) screen.Screen {
	return form.Loading(env, store, title,
		func(ctx context.Context) (any, error) { return store.PupilNames(ctx) },
		func(answer any) form.Spec {
			names, _ := answer.([]view.PupilName)
			first := model.AccountVersion{By: env.World.Me.Name, On: env.Today()}
			pupils, groups := childGroups(names, chosen(names))
			groups = append([]form.Group{{Fields: []widget.Field{
				widget.Text("What", &a.What).Hint("in a few words: the push at the gate").Needed("What happened, in a few words, please."),
				widget.Moment("When", &a.At, days(env)).Past().Needed("The day on which it happened, please."),
				widget.Text("Where", &a.Place),
			}}}, groups...)
			if a.ID == 0 {
				groups = append(groups, form.Group{Title: "As one of you tells it; the others come afterwards", Fields: []widget.Field{
					widget.Text("Told by", &first.By),
					widget.LongText("In their words", &first.Text, 6).Hint("what they saw and heard themselves"),
				}})
			}
			return form.Spec{
				Title: title, Name: accountDraft, Record: record, Groups: groups,
				About: []string{"One account of what happened is agreed before anybody rings home (practice 14). Children of several families may be part of it."},
				Keep: func(ctx context.Context) (view.Change, error) {
					one := a
					one.Pupils = chosenIDs(pupils)
					if a.ID == 0 {
						one.Versions = []model.AccountVersion{first}
					}
					return store.SaveAccount(ctx, one)
				},
				Then: func(c view.Change) tea.Cmd {
					if c.New == 0 {
						return nil
					}
					return screen.Open(screen.Account, c.New)
				},
			}
		})
}

// childGroups are a field for each child, and one more as long as they are filled.
func childGroups(names []view.PupilName, chosen []int64) (pupils []int64, groups []form.Group) {
	options := make([]widget.Option, len(names))
	for i, n := range names {
		options[i] = widget.IDOption(n.ID, strings.TrimSpace(n.Name+" "+n.Class), n.Family)
	}
	pupils = make([]int64, max(len(chosen)+2, leastChildren))
	copy(pupils, chosen)
	var before *widget.PickOf
	for i := range pupils {
		label := "Child"
		if i > 0 {
			label = "Another child"
		}
		field := widget.PickID(label, pupils[i], options, func(id int64, _ string) { pupils[i] = id }).Hint("a few letters of the name, or of the family")
		g := form.Group{Fields: []widget.Field{field}}
		if last := before; last != nil {
			g.Show = func() bool { return last.Text() != "" }
		}
		groups, before = append(groups, g), field
	}
	return pupils, groups
}

// chosenIDs are the children that were chosen, each once.
func chosenIDs(pupils []int64) []int64 {
	var ids []int64
	for _, id := range pupils {
		if id != 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// staffField is a field for somebody at school: one of the staff, or a name as typed.
func (p *Page) staffField(label string, to *string) *widget.PickOf {
	var options []widget.Option
	for _, s := range p.page.Staff {
		if !s.Inactive {
			options = append(options, widget.Option{Value: s.Name, Words: s.Name, Note: string(s.Role)})
		}
	}
	return widget.Pick(label, *to, options, func(_, text string) { *to = text }).AllowNew()
}

// versionForm is the form of the incident as one person tells it.
func (p *Page) versionForm(v model.AccountVersion) screen.Screen {
	title := "Change the version of " + v.By
	if v.ID == 0 {
		title = "As somebody else tells it"
		v.AccountID, v.On = p.id, p.Today()
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: title, Name: versionDraft, Record: form.RecordOf(v.ID, p.id),
		About: []string{"Each tells it alone, before you talk it over: what they saw and heard themselves, not what they were told."},
		Groups: form.Fields(
			p.staffField("Told by", &v.By).Needed(),
			widget.LongText("In their words", &v.Text, 8).Hint("what they saw and heard themselves"),
			widget.Date("Told on", &v.On, days(p.Env)).Past(),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.SaveAccountVersion(ctx, v) },
	})
}

// agreeForm is the form of the words that everybody uses: those there are, else those of the first
// version that is looked at.
func (p *Page) agreeForm() screen.Screen {
	a := p.page.Account
	words, by, at := a.Agreed, a.AgreedBy, a.AgreedOn
	intro := "The words that everybody uses when they speak with the parents. Write of each child so that it can be said to their own family."
	if two := p.compared(); words == "" && len(two) > 0 {
		words = two[0].Text
		intro = "It begins with the words of " + two[0].By + ". " + intro
	}
	if by == "" {
		by = p.tellers()
	}
	before := a.AgreedOn
	return form.New(p.Env, p.store, form.Spec{
		Title: "Agree on one account", Name: agreeDraft, Record: p.id, Intro: intro,
		About: []string{"Plain words, what happened and nothing else. Whoever was told before these words were agreed is marked, so that they hear what has changed."},
		Groups: form.Fields(
			widget.LongText("In these words", &words, 8),
			widget.Text("Agreed by", &by).Hint("with a comma between"),
			widget.Moment("Agreed on", &at, days(p.Env)).Past().Hint("now"),
		),
		Keep: func(ctx context.Context) (view.Change, error) {
			if at == before { // the store says when: now, where the words are others
				at = ""
			}
			return p.store.AgreeAccount(ctx, p.id, words, by, at)
		},
	})
}

// tellers are all who told a version.
func (p *Page) tellers() string {
	var names []string
	for _, v := range p.page.Account.Versions {
		if !slices.Contains(names, v.By) {
			names = append(names, v.By)
		}
	}
	return strings.Join(names, ", ")
}

func (p *Page) toldDraft() string { return form.NameOf("account told", p.id) }

// toldForm notes that a parent was told.
func (p *Page) toldForm(t model.Telling) screen.Screen {
	told := model.AccountTold{AccountID: p.id, AdultID: t.Adult.ID, At: p.Now(), By: p.World.Me.Name, Channel: t.Adult.Channel}
	log := true
	if t.IsTold() {
		told, log = t.Told, false
	}
	intro := "The log of the family gets the agreed words, so that nobody writes them twice."
	if p.page.Account.Against(p.page.Circle, t.Adult) != "" {
		intro = "The agreed words name a child of another family, so the log of this family only mentions them."
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: t.Adult.Formal() + " was told", Name: p.toldDraft(), Record: t.Adult.ID, Intro: intro,
		Groups: form.Fields(
			widget.Moment("When", &told.At, days(p.Env)).Past().Needed("The day on which they were told, please."),
			widget.Choice("How", &told.Channel, widget.Options(channels(told.Channel))),
			p.staffField("By whom", &told.By),
			widget.YesNo("Keep it in the log", &log),
		),
		Keep: func(ctx context.Context) (view.Change, error) {
			return p.store.TellAccount(ctx, view.AccountTelling{Told: told, Log: log})
		},
	})
}

// channels are those that somebody is told by, and the one that is known.
func channels(has model.Channel) []model.Channel {
	all := model.Channels
	if has == model.NoChannelYet || slices.Contains(all, has) {
		return all
	}
	return append(slices.Clone(all), has)
}
