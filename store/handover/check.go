package handover

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"kettle/model"
)

// checkNames looks at what a record is called: once in a pack, and short.
func (r *reader) checkNames(record *Record) error {
	key := record.Table + " " + record.UID
	if r.uids[key] || len(record.Also) > mostAlso {
		return errStrange
	}
	r.uids[key] = true
	for _, uid := range append([]string{record.UID}, record.Also...) {
		if !soundUID(uid) {
			return errStrange
		}
	}
	return nil
}

// soundUID reports whether a name of a record is one that Kettle would make.
func soundUID(uid string) bool {
	clean, changed := model.Clean(uid)
	return uid != "" && len(uid) <= mostUID && !changed && clean == uid && utf8.ValidString(uid) && !strings.ContainsAny(uid, "\n\t")
}

func checkParts(t Table, record Record) error {
	if len(record.Parts) > mostParts {
		return errTooBig
	}
	for _, p := range record.Parts {
		part, known := t.Part(p.Table)
		if !known {
			return errNewer
		}
		if err := checkRow(part, p.Values, p.Refs); err != nil {
			return err
		}
		for _, ref := range part.Refs {
			if place, ok := placeOf(p.Refs[ref.Column]); ref.Within && (!ok || place >= len(record.Parts) || record.Parts[place].Table != ref.Table) {
				return errStrange
			}
		}
	}
	return nil
}

// placeOf is the part that a ref within a record means.
func placeOf(ref string) (int, bool) {
	digits, ok := strings.CutPrefix(ref, "#")
	place, err := strconv.ParseUint(digits, 10, 31)
	return int(place), ok && err == nil
}

// checkRow cleans the texts of a row where they stand, and refuses what no row of the table holds.
func checkRow(t Table, values, refs map[string]string) error {
	for name, value := range values {
		c, known := t.column(name)
		if !known {
			return errNewer
		}
		clean, err := checkValue(c, value)
		if err != nil {
			return err
		}
		values[name] = clean
	}
	for name, uid := range refs {
		if _, known := t.ref(name); !known {
			return errNewer
		}
		if !soundUID(uid) {
			return errStrange
		}
	}
	for _, c := range t.Columns {
		if c.Must && values[c.Name] == "" {
			return errStrange
		}
	}
	for _, ref := range t.Refs {
		if ref.Must && refs[ref.Column] == "" {
			return errStrange
		}
	}
	return nil
}

func checkValue(c Column, value string) (string, error) {
	if len(value) > mostText {
		return "", errTooBig
	}
	switch c.Kind {
	case Number:
		n, err := strconv.ParseInt(value, 10, 32)
		if err != nil || strconv.FormatInt(n, 10) != value {
			return "", errStrange
		}
		return value, nil
	case Flag:
		if value != "1" {
			return "", errStrange
		}
		return value, nil
	}
	clean, err := cleaned(value)
	if err != nil || clean == "" || c.Kind == Code && model.IsOwnID(clean) {
		return "", errStrange
	}
	return clean, nil
}

// cleaned is a text without what a terminal would obey.
func cleaned(text string) (string, error) {
	if strings.ContainsRune(text, 0) || !utf8.ValidString(text) {
		return "", fmt.Errorf("no text")
	}
	clean, _ := model.Clean(text)
	return clean, nil
}
