package model

// Turn is a day on which the school year turns: the last before a break, or the first after one.
type Turn struct {
	On   Date
	What string // "last day before half-term", "last day of term", "school begins again"
}

// Turns are the next ones from today on: in school the last day before the next break, in a break the
// first day of school after it. Without term dates there are none.
func (c *Calendar) Turns(today Date) []Turn {
	p, known := c.Part(today)
	if !known {
		return nil
	}
	if p.Break {
		if first, err := c.AddSchoolDays(p.End, 1); err == nil {
			return []Turn{{first, "first day of school again"}}
		}
		return nil
	}
	last, ok := c.lastSchoolDay(p.End)
	if !ok || last < today {
		return nil
	}
	what := "last day of term"
	if i, _ := c.partIndex(today); !c.endsTerm(i) {
		what = "last day before half-term"
	}
	return []Turn{{last, what}}
}
