package family

import (
	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// needFields ask for the needs of a child in their rank: the primary one with the area it stands in,
// then the others, which are moved up and down in their list (rules.md R30).
func needFields(p *model.Pupil, env *screen.Env) (first, further widget.Field) {
	var options []widget.Option
	var offered []string
	for _, n := range model.NeedTypes {
		options = append(options, widget.Option{Value: string(n.Code), Words: n.Full(), Note: model.AreaOf(n.Code, env.World.Settings)})
		offered = append(offered, n.Full())
	}
	primary := widget.Pick("Primary need", string(p.PrimaryNeed), options, func(value, _ string) { p.PrimaryNeed = model.Need(value) })
	var others *widget.ListOf
	others = widget.ListField("Further needs", needTexts(p.FurtherNeeds), func(typed string) string {
		return wrongNeed(typed, primary.Text(), others.Entries())
	}, func(typed []string) { p.FurtherNeeds = needsOf(typed) }).
		Offers(offered).Hint("in their rank; the census takes the first two needs")
	return primary, others
}

func needTexts(needs model.NeedList) []string {
	var texts []string
	for _, n := range needs.Needs() {
		texts = append(texts, string(n)+" "+n.Words())
	}
	return texts
}

func needsOf(typed []string) model.NeedList {
	var needs []model.Need
	for _, text := range typed {
		if n, known := model.NeedTyped(text); known {
			needs = append(needs, n)
		}
	}
	return model.NeedListOf(needs)
}

// wrongNeed is what is wrong with one of the further needs: none that the census has a code for, or
// one that stands there already.
func wrongNeed(typed, primary string, entries []string) string {
	need, known := model.NeedTyped(typed)
	if !known {
		return typed + " is no type of need of the census: type a few letters and take one that is offered."
	}
	times := 0
	for _, text := range append(entries, primary) {
		if n, _ := model.NeedTyped(text); n == need {
			times++
		}
	}
	if times > 1 {
		return string(need) + " stands there twice: take one of them out."
	}
	return ""
}
