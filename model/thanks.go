package model

// ThanksFor are beginnings of what a family is thanked for after a meeting, the warmest for this one
// first (practice 45). They are only beginnings: the best thanks name what was said.
func ThanksFor(m Meeting, pupils []Pupil) []string {
	child := calledTogether(pupils)
	if len(pupils) == 0 {
		child = "your child"
	}
	all := []string{"for telling us how it is for " + child, "for saying it so openly", "for what you do for " + child + " every day",
		"for listening to us, too", "for making the time"}
	if m.SaidFirst != "" || WasHard(m, false) {
		all = append([]string{"for trusting us with what is hard just now"}, all...)
	}
	return all
}
