package letter

import "kettle/model/view"

// Record is the letter; one that is not kept yet is none.
func (p *Page) Record() view.Record {
	if p.letter.ID == 0 {
		return view.Record{}
	}
	return view.Record{Kind: view.LetterRecord, ID: p.letter.ID}
}
