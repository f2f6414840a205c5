package letter

import "kettle/model/view"

// Record is the letter.
func (p *Page) Record() view.Record { return view.Record{Kind: view.LetterRecord, ID: p.id} }
