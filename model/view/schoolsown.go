package view

import "kettle/model"

// SchoolsOwn is what a school adds to Kettle's own tables, and what of them it does without.
type SchoolsOwn struct {
	Layouts   []model.OwnLayout // removed ones, too: meetings sit like that
	Templates []model.OwnTemplate
	Items     []model.OwnItem
	Off       []model.ItemID
}
