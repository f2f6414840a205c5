package tui

import (
	"context"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/accounts"
	"kettle/tui/screen/capture"
	"kettle/tui/screen/families"
	"kettle/tui/screen/family"
	"kettle/tui/screen/followups"
	"kettle/tui/screen/form"
	"kettle/tui/screen/gate"
	"kettle/tui/screen/goodnews"
	"kettle/tui/screen/history"
	"kettle/tui/screen/importing"
	"kettle/tui/screen/letter"
	"kettle/tui/screen/line"
	"kettle/tui/screen/log"
	"kettle/tui/screen/meeting"
	"kettle/tui/screen/meetings"
	"kettle/tui/screen/moves"
	"kettle/tui/screen/reviews"
	"kettle/tui/screen/run"
	"kettle/tui/screen/school"
	"kettle/tui/screen/story"
	"kettle/tui/screen/thread"
	"kettle/tui/screen/today"
	"kettle/tui/screen/week"
	"kettle/tui/screen/welcome"
	"kettle/tui/screen/wholerecord"
	"kettle/tui/screen/worries"
)

// Store is what the screens need of the caseload. Every method may take its time: it is called from
// commands only, never from Update or while drawing.
type Store interface {
	World(ctx context.Context) (view.World, error)
	// DataVersion changes when another process wrote to the file.
	DataVersion(ctx context.Context) (int64, error)
	Undo(ctx context.Context) (view.Change, error)
	Redo(ctx context.Context) (view.Change, error)
	UndoState() view.Undo
	// BackupIfDue makes a backup when one is due, and answers its path, "" when none was.
	BackupIfDue(ctx context.Context) (string, error)
	// PlaceWarnings are what a person should read once of where the caseload lies.
	PlaceWarnings(ctx context.Context) ([]string, error)
	// CopyBackups brings the second place for backups up to date.
	CopyBackups(ctx context.Context) (view.SecondPlace, error)
	// Find finds families, people and meetings by words in any order; FindNotes looks through a stretch
	// of the log.
	Find(ctx context.Context, words string) (view.Found, error)
	FindNotes(ctx context.Context, words string, from view.LogPlace) (view.FoundNotes, error)
	// Print writes a sheet as a file beside the caseload and answers its path.
	Print(ctx context.Context, sheet model.Sheet, form model.PrintForm) (path string, err error)
	// TouchDrafts says that this window still has its drafts open.
	TouchDrafts(ctx context.Context) error

	capture.Store
	accounts.Store
	families.Store
	family.Store
	followups.Store
	today.Store
	form.Store
	gate.Store
	goodnews.Store
	history.Store
	importing.Store
	letter.Store
	line.Store
	log.Store
	run.Store
	meetings.Store
	meetings.PlanStore
	meeting.Store
	moves.Store
	reviews.Store
	school.Store
	story.Store
	thread.Store
	week.Store
	welcome.Store
	wholerecord.Store
	worries.Store
}
