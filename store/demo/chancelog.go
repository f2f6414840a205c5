package demo

import (
	"fmt"

	"kettle/model"
)

var gateTimes = []model.Clock{"08:38", "08:43", "08:47", "08:52", "15:08", "15:12", "15:16", "15:20"}

// logByChance is a year of being in touch about as often as the family's rhythm asks for.
func (m *maker) logByChance(p plan) []said {
	var log []said
	rhythm := p.is.CheckinEvery
	for ago := 1 + m.rng.IntN(rhythm); ago < schoolDaysOfYear; ago += rhythm*3/4 + m.rng.IntN(rhythm/4+1) {
		child := oneOf(m, p.children).is.Forename
		s := m.sayingByChance(ago, child)
		s.about = child
		if len(p.adults) > 1 && m.rng.IntN(3) == 0 {
			s.who = p.adults[1].is.Forename
		}
		log = append(log, s)
	}
	return log
}

// sayingByChance is one entry: good news and check-ins most of the time.
func (m *maker) sayingByChance(ago int, child string) said {
	switch n := m.rng.IntN(100); {
	case n < 38:
		return goodNews(ago, m.clock(), oneOf(m, []model.Channel{gate, phone, text, app}), naming(oneOf(m, goodThings), child))
	case n < 72:
		t := oneOf(m, talks)
		return checkIn(ago, oneOf(m, gateTimes), gate, naming(t.note, child), naming(t.words, child))
	case n < 82:
		return info(ago, m.clock(), oneOf(m, []model.Channel{letter, email, text, app}), oneOf(m, notices))
	case n < 88:
		return attempt(ago, m.clock(), phone, oneOf(m, notReached))
	case n < 93:
		return m.questionByChance(ago, child)
	}
	return m.worryByChance(ago, child)
}

// questionByChance has been answered, unless it is of the last days.
func (m *maker) questionByChance(ago int, child string) said {
	q := oneOf(m, questions)
	s := logged(ago, m.clock(), email, model.Question, naming(q.ask, child))
	s.is.Dir = model.In
	s.reply = reply{what: q.promise, done: max(1, ago-3)}
	return s
}

// worryByChance has been settled within a few days.
func (m *maker) worryByChance(ago int, child string) said {
	w := oneOf(m, worries)
	return said{ago: ago, at: m.clock(), settled: max(1, ago-1-m.rng.IntN(4)), is: model.Contact{Channel: oneOf(m, []model.Channel{gate, phone}),
		Kind: model.Concern, Dir: model.In, Reason: w.reason, Note: naming(w.note, child), Words: w.words, Need: w.need,
		Wish: naming(w.wish, child), Owner: m.me(), Triage: oneOf(m, []string{"now", "today", "16:00"}), FirstStep: w.firstStep}}
}

// clock is a time at which one may ring.
func (m *maker) clock() model.Clock {
	return model.Clock(fmt.Sprintf("%02d:%02d", 9+m.rng.IntN(8), m.rng.IntN(60)))
}
