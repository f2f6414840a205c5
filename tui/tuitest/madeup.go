package tuitest

import "context"

func (d *Driver) madeUp(context.Context, int) { d.t.Skip("no made-up school yet") }
