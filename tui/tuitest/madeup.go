package tuitest

import (
	"context"

	"kettle/model"
	"kettle/store/demo"
)

// madeUp fills the caseload with a made-up school.
func (d *Driver) madeUp(ctx context.Context, families int) {
	d.t.Helper()
	school := demo.Make(demo.Options{Families: families, Seed: 1, Today: model.DateOf(d.now), Now: model.MomentOf(d.now)})
	if err := d.Store.Fill(ctx, school); err != nil {
		d.t.Fatal(err)
	}
}
