package school

import "kettle/model/view"

// Record is all that stands on the page.
func (p *Page) Record() view.Record { return view.Record{Kind: view.SchoolRecord} }
