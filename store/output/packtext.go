package output

import (
	"fmt"
	"strings"

	"kettle/model/view"
)

// PackOutText says what a hand-over pack will hold, and what stays behind.
func PackOutText(v view.PackOut) string {
	t := &text{}
	var names []string
	for _, f := range v.Families {
		names = append(names, f.Name)
	}
	t.wrapped("Families: ", "          ", strings.Join(names, ", "))
	t.list("Goes into the pack", v.Goes)
	t.list("Stays here", v.Behind)
	return t.String()
}

// PackInText is the preview of a hand-over pack as plain text; what must be read first comes first.
func PackInText(v view.PackIn) string {
	t := &text{}
	t.wrapped("", "", packFrom(v))
	if len(v.Alarms) > 0 {
		t.heading("Read this first")
		for _, a := range v.Alarms {
			t.wrapped("  ! ", "    ", a)
		}
	}
	if v.Nothing {
		t.line("\nEverything in this pack is here already.")
	}
	for _, f := range v.Families {
		t.packFamily(f)
	}
	t.list("To know", v.Notes)
	return t.String()
}

// packFrom says whose pack it is.
func packFrom(v view.PackIn) string {
	by := v.By
	if by == "" {
		by = "somebody who gave no name"
	}
	if v.School != "" {
		by += ", " + v.School
	}
	return fmt.Sprintf("A hand-over pack of %s, made %s.", by, v.Made.Date().Full())
}

func (t *text) packFamily(f view.PackFamily) {
	name := f.Name
	if f.Here != "" && f.Here != f.Name {
		name += " (here: " + f.Here + ")"
	}
	t.heading(name + " · " + string(f.State))
	if f.Children != "" {
		t.wrapped("  ", "  ", f.Children)
	}
	for _, part := range []struct {
		what string
		are  []string
	}{{"new: ", f.New}, {"brought up to date: ", f.Changed}} {
		if len(part.are) > 0 {
			t.wrapped("  "+part.what, "    ", strings.Join(part.are, ", "))
		}
	}
	for _, d := range f.Differences {
		words := d.What
		if d.Ours+d.Theirs != "" {
			words += fmt.Sprintf(" (here %s, in the pack %s)", d.Ours, d.Theirs)
		}
		t.wrapped("  ≠ ", "    ", words+": yours stays")
	}
}
