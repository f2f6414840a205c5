package store

import "testing"

func TestSmoke(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	t.Log(o)
	rows, err := s.FamilyList(ctx, "oka 0770 0900", "name", 0, 10)
	t.Logf("%+v %v", rows, err)
	for s.UndoState().Back != "" {
		c, err := s.Undo(ctx)
		t.Logf("%+v %v", c, err)
		if err != nil { break }
	}
	for s.UndoState().Forward != "" {
		c, err := s.Redo(ctx)
		t.Logf("%+v %v", c, err)
		if err != nil { break }
	}
	p, err := s.Backup(ctx, "test")
	t.Log(p, err)
	bs, err := s.Backups(ctx)
	t.Logf("%+v %v", bs, err)
}
