package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// backups is when backups are looked after, and what was said of them. The store knows whether one is
// due. Making one and copying it go on beside each other, for a drive of the school may hang.
type backups struct {
	next            time.Time // when to look again
	making, copying bool
	failed          bool // said that none could be made, and none was made since
	notCopied       bool // said that none could be copied, and none was copied since
	absent          bool // said in this run that the second place is away
}

const (
	looksEvery = 5 * time.Minute
	quietFor   = 2 * time.Second // since the last key
)

type (
	backedUpMsg  struct{ err error }
	copiedAllMsg struct {
		place view.SecondPlace
		err   error
	}
)

// lookAfterBackups asks the store for a backup in a quiet moment, once a screen stands.
func (a *App) lookAfterBackups() tea.Cmd {
	now := a.options.Clock()
	wait := a.backups.next.Sub(now)
	busy := a.top() == nil || a.backups.making || now.Sub(a.lastKey) < quietFor
	if a.options.NoBackups || a.env.World.ReadOnly || busy || wait > 0 && wait <= looksEvery {
		return nil
	}
	a.backups.making, a.backups.next = true, now.Add(looksEvery)
	return func() tea.Msg {
		_, err := guarded(func() (string, error) { return a.store.BackupIfDue(context.Background()) })
		return backedUpMsg{err}
	}
}

// backedUp says once that no backup could be made, and goes on to the second place.
func (a *App) backedUp(msg backedUpMsg) tea.Cmd {
	var say tea.Cmd
	if msg.err != nil && !a.backups.failed {
		say = a.say(sentence(msg.err), screen.Bad)
	}
	a.backups.making, a.backups.failed = false, msg.err != nil
	if a.backups.copying {
		return say
	}
	a.backups.copying = true
	return tea.Batch(say, func() tea.Msg {
		place, err := guarded(func() (view.SecondPlace, error) { return a.store.CopyBackups(context.Background()) })
		return copiedAllMsg{place, err}
	})
}

// copiedAll says once that the second place is away, or that nothing could be copied there.
func (a *App) copiedAll(msg copiedAllMsg) tea.Cmd {
	b := &a.backups
	b.copying = false
	var say tea.Cmd
	switch {
	case msg.err != nil && !b.notCopied:
		say = a.say(sentence(msg.err), screen.Bad)
	case msg.err == nil && msg.place.Absent && !msg.place.Known && !b.absent:
		say, b.absent = a.say(msg.place.Notice(), screen.Info), true
	}
	b.notCopied = msg.err != nil
	return say
}
