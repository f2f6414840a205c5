package model

import "slices"

// Sharing is which adults know of an entry of the log and who is still to be told, each in their own
// right (practices 13 and 15).
type Sharing struct {
	Knows  []int64
	ToTell []int64
	Never  bool // nothing of it is to be shared: nobody was reached, or it went to the DSL
}

// SharingOf is how far an entry is shared. Whoever it was with knows of it, and so does whoever was told;
// who is noted as still to be told was not reached by it. A call is kept as ours by its channel
// (Channel.Usual), so who began does not matter; an attempt reached nobody, and what was passed to the
// DSL is not Kettle's to tell (rules.md R49).
func SharingOf(kind ContactKind, with []int64, told []Told) Sharing {
	if kind == Attempt || kind == PassedToDSL {
		return Sharing{Never: true}
	}
	var s Sharing
	for _, t := range told {
		if t.On == "" {
			s.ToTell = append(s.ToTell, t.AdultID)
		}
	}
	know := func(adult int64) {
		if !slices.Contains(s.ToTell, adult) && !slices.Contains(s.Knows, adult) {
			s.Knows = append(s.Knows, adult)
		}
	}
	for _, adult := range with {
		know(adult)
	}
	for _, t := range told {
		know(t.AdultID)
	}
	return s
}

// Words say it with the adults' names: "shared with Mrs Okafor", "to tell Mr Okafor", "shared with nobody
// by name"; "" where nothing is to be shared.
func (s Sharing) Words(name func(adult int64) string) string {
	switch {
	case s.Never:
		return ""
	case len(s.ToTell) > 0 && len(s.Knows) > 0:
		return "to tell " + theirNames(s.ToTell, name) + ", shared with " + theirNames(s.Knows, name)
	case len(s.ToTell) > 0:
		return "to tell " + theirNames(s.ToTell, name)
	case len(s.Knows) > 0:
		return "shared with " + theirNames(s.Knows, name)
	}
	return "shared with nobody by name"
}

func theirNames(adults []int64, name func(int64) string) string {
	names := make([]string, 0, len(adults))
	for _, id := range adults {
		if n := name(id); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return "somebody"
	}
	return listOf(names)
}
