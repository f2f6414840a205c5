package years

import (
	"cmp"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
)

// part is where a child stands on the page.
type part string

// The parts in their order: what wants an answer comes first.
const (
	leaves     part = "Leave at 31 August"
	hasLeft    part = "Left at 31 August"
	toLookAt   part = "Look at these"
	handedOver part = "Go up and are handed over"
	goUp       part = "Go up"
	isThere    part = "Already in this year's group"
	onRoll     part = "In this year's groups"
)

func parts() []part {
	return []part{leaves, hasLeft, toLookAt, handedOver, goUp, isThere, onRoll}
}

// compose makes the lines of the page, school by school.
func (p *Page) compose() []line {
	var lines []line
	for at, of := range p.years.Schools {
		rows := map[part][]view.YearRow{}
		for _, r := range of.Pupils {
			in := p.partOf(of, r)
			rows[in] = append(rows[in], r)
		}
		if of.Moved {
			rows[hasLeft] = of.Left
		}
		for _, name := range parts() {
			if len(rows[name]) == 0 {
				continue
			}
			heading := string(name)
			if len(p.years.Schools) > 1 {
				heading = of.School.Name + ": " + heading
			}
			lines = append(lines, line{heading: heading, note: fmt.Sprint(len(rows[name])), school: at})
			for _, r := range rows[name] {
				lines = append(lines, line{part: name, school: at, row: r})
			}
		}
	}
	return lines
}

func (p *Page) partOf(of view.YearsOfSchool, r view.YearRow) part {
	switch {
	case of.Moved:
		return onRoll
	case r.Stand == model.YearLeaves:
		return leaves
	case r.Stand == model.YearUnknown, p.differs(of, r, r.Stand.Up()) != "":
		return toLookAt
	case r.Stand == model.YearIsNew:
		return isThere
	case r.Pupil.Year.HandsOver():
		return handedOver
	}
	return goUp
}

// differs says which group the date of birth would lead to, when it is another than that a child goes up to
// (rules.md R53).
func (p *Page) differs(of view.YearsOfSchool, r view.YearRow, up int) string {
	to, gone := of.School.YearAfter(r.Pupil.Year, up)
	moved := r.Pupil
	moved.Year = to
	on, _ := model.NewDate(p.years.Start, 9, 1)
	if gone || moved.OutOfYear(on) == 0 {
		return ""
	}
	return "by date of birth " + model.YearGroupOn(r.Pupil.Born, 0, on).Short()
}

// yearWords are the group before and after: "Y4 → Y5", "Y6 → leaves".
func (p *Page) yearWords(l line) string {
	from := cmp.Or(l.row.Pupil.Year.Short(), "–")
	if l.part == hasLeft || l.part == onRoll || p.up(l.row) == 0 {
		return from
	}
	to, gone := p.years.Schools[l.school].School.YearAfter(l.row.Pupil.Year, p.up(l.row))
	if gone {
		return from + " → leaves"
	}
	return from + " → " + to.Short()
}

// says is what there is to say of a child, and whether it is a question.
func (p *Page) says(l line) (words string, asks bool) {
	up, of := p.up(l.row), p.years.Schools[l.school]
	differs := p.differs(of, l.row, up)
	switch {
	case l.part == hasLeft:
		return whereWords(l.row)
	case l.part == onRoll:
		return "", false
	case l.row.Stand == model.YearUnknown:
		return "no year group that could move", true
	case up == 0 && l.row.Stand == model.YearIsNew:
		return strings.Join(texts("written down "+l.row.Said.Near(p.Today()), differs), "; "), differs != ""
	case up == 0:
		return strings.Join(texts("kept back", differs), "; "), false
	case up == 2:
		return strings.Join(texts("goes up two", differs), "; "), false
	case l.part == leaves:
		return whereWords(l.row)
	case l.row.Stand == model.YearIsNew:
		return strings.Join(texts("up all the same", differs), "; "), false
	case l.part == handedOver:
		return strings.Join(texts("hand-over page", l.row.ToSchool), ": "), false
	}
	return differs, differs != ""
}

func whereWords(r view.YearRow) (words string, asks bool) {
	if r.ToSchool == "" {
		return "where to? (" + action.ByID(action.YearsWhere).Keyname(false) + ")", true
	}
	return "to " + r.ToSchool, false
}

func texts(all ...string) []string {
	var some []string
	for _, t := range all {
		if t != "" {
			some = append(some, t)
		}
	}
	return some
}

// summary counts what happens: "58 go up, 12 leave, 3 stay".
func (p *Page) summary() string {
	up, left, stay := 0, 0, 0
	for _, of := range p.years.Schools {
		if of.Moved {
			continue
		}
		for _, r := range of.Pupils {
			_, gone := of.School.YearAfter(r.Pupil.Year, p.up(r))
			switch {
			case p.up(r) == 0:
				stay++
			case gone:
				left++
			default:
				up++
			}
		}
	}
	if up+left+stay == 0 {
		return ""
	}
	return fmt.Sprintf("%d up · %d leave · %d stay", up, left, stay)
}

// intro says what the page is about just now.
func (p *Page) intro() string {
	y := p.years
	moved, some, left := true, false, line{}
	for at, of := range y.Schools {
		moved, some = moved && (of.Moved || len(of.Pupils) == 0), some || of.Moved
		if of.Moved && len(of.Left) > 0 {
			left = line{school: at, row: of.Left[0]}
		}
	}
	space, keep := action.ByID(action.YearsOther).Keyname(false), action.ByID(action.YearsMove).Keyname(false)
	words := "Everybody goes up one; last year's class goes, all else stays. " + space + " keeps a child back, or moves them up two; " + keep + " moves the years on."
	switch {
	case len(y.Schools) == 0:
		words = "No school is written down yet: its year groups say who leaves. Add it under " + action.ByID(action.GoSchool).Keyname(false) + "."
	case moved && some && y.Begun:
		words = fmt.Sprintf("The years have moved on into %s. There is nothing to move until 1 September %d.", p.label(), y.Start+1)
		if left.row.Pupil.ID != 0 {
			words += " " + left.row.Pupil.RecordsFollow(p.World.Calendar(y.Schools[left.school].School.ID))
		}
	case !y.Begun:
		words = fmt.Sprintf("The new year begins on 1 September %d: only then the years move on. You can look, and write down where those go who leave; what %s chooses is kept until then.", y.Start, space)
	case y.Behind() == 0 && !p.othersWait(0):
		words = "Everybody is in this year's group already, so there is nothing to move."
	}
	return words + p.warnings()
}

// warnings are what is not written down that the rules go by.
func (p *Page) warnings() string {
	words := ""
	for _, of := range p.years.Schools {
		if !of.Moved && of.School.TopYear() == "" {
			words += " Which year groups " + of.School.Name + " has is not written down: it is taken to end with Year 11."
		}
	}
	if n := p.years.NoSchool; n > 0 && len(p.years.Schools) > 0 {
		words += fmt.Sprintf(" Of %d no school is written down: they stay as they are.", n)
	}
	return words
}
