package form

import (
	"context"
	"fmt"
	"slices"

	"kettle/model/view"
)

// draftBack is what was being typed the last time.
type draftBack map[string]string

// ownDraft is what was being typed in this form about this record.
func (f *Form) ownDraft(drafts []view.DraftRow) draftBack {
	for _, d := range drafts {
		if d.Form == f.spec.Name && d.Record == f.spec.Record {
			return draftBack(d.Body)
		}
	}
	return nil
}

// Draft is what is being typed: the fields that differ from what stood there.
func (f *Form) Draft() (form string, record int64, body map[string]string, changed bool) {
	return f.spec.Name, f.spec.Record, f.body(f.typedIn), f.spec.Name != "" && !f.done && f.changed()
}

// freeName numbers the names of fields that ask the same of several people.
func (f *Form) freeName(name string) string {
	free := name
	for n := 2; slices.Contains(f.names, free); n++ {
		free = fmt.Sprintf("%s_%d", name, n)
	}
	return free
}

// RecordOf is the record of a draft: the thing's own id, or for something new that of what it is
// added to, negative, so that what is unfinished in one place never comes back in another.
func RecordOf(id, of int64) int64 {
	if id == 0 {
		return -of
	}
	return id
}

// DraftOf is what was being typed in a form about a record, nil for nothing.
func DraftOf(ctx context.Context, store Store, name string, record int64) (map[string]string, error) {
	drafts, err := store.Drafts(ctx)
	for _, d := range drafts {
		if d.Form == name && d.Record == record {
			return d.Body, err
		}
	}
	return nil, err
}

// NameOf names the drafts of a form that asks within one thing about another: within a meeting about
// an adult, who may be in two.
func NameOf(name string, within int64) string { return fmt.Sprint(name, " ", within) }
