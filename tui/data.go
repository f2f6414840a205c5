package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// slot is where an answer belongs: of questions with the same slot only the last one counts.
type slot struct {
	screen screen.Screen
	name   string
}

type answerMsg struct {
	slot   slot
	number int
	answer any
	err    error
	long   *long
}

// ask asks the store on behalf of a screen.
func (a *App) ask(s screen.Screen, asks ...screen.Ask) tea.Cmd {
	cmds := make([]tea.Cmd, len(asks))
	for i, q := range asks {
		if q.Known != nil {
			delete(a.asked, slot{s, q.Slot})
			cmds[i] = s.Take(q.Known)
			continue
		}
		a.number++
		at, number := slot{s, q.Slot}, a.number
		a.asked[at] = number
		ctx, l, clock := a.begin(q.Long)
		if l != nil {
			a.stopAsked(at)
			l.of = at
		}
		cmds[i] = tea.Batch(clock, func() tea.Msg {
			answer, err := guarded(func() (any, error) { return q.Do(ctx) })
			return answerMsg{at, number, answer, err, l}
		})
	}
	return tea.Batch(cmds...)
}

func (a *App) answered(msg answerMsg) tea.Cmd {
	stopped := a.end(msg.long, msg.err)
	if a.asked[msg.slot] != msg.number {
		a.dirty = msg.long != nil // late: something newer was asked meanwhile
		return nil
	}
	delete(a.asked, msg.slot)
	if stopped {
		return tea.Batch(a.say(stoppedWords, screen.Info), msg.slot.screen.Take(screen.Stopped{}))
	}
	if msg.err != nil {
		return a.say(sentence(msg.err), screen.Bad)
	}
	return tea.Batch(msg.slot.screen.Take(msg.answer), a.goOnTyping(msg.slot.screen))
}

type readMsg struct {
	answer any
	err    error
	then   func(answer any) tea.Cmd
	long   *long
}

// read reads something for a screen that is not waiting for it.
func (a *App) read(msg screen.ReadMsg) tea.Cmd {
	ctx, l, clock := a.begin(msg.Long)
	return tea.Batch(clock, func() tea.Msg {
		answer, err := guarded(func() (any, error) { return msg.Do(ctx) })
		return readMsg{answer, err, msg.Then, l}
	})
}

func (a *App) wasRead(msg readMsg) tea.Cmd {
	if a.end(msg.long, msg.err) {
		return a.say(stoppedWords, screen.Info)
	}
	if msg.err != nil {
		return a.say(sentence(msg.err), screen.Bad)
	}
	return msg.then(msg.answer)
}

// guarded runs what is asked of the store, and turns a fault of the program into an error.
func guarded[T any](do func() (T, error)) (answer T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = faultError{fault}
		}
	}()
	return do()
}

// faultError is a fault of the program in the words of Update's.
type faultError struct{ fault any }

// Error names the fault, for tests.
func (e faultError) Error() string { return fmt.Sprint("fault: ", e.fault) }

// Plain is what a person reads.
func (e faultError) Plain() string { return faultWords }

type wroteMsg struct {
	write  screen.Write
	change view.Change
	undo   view.Undo
	err    error
	long   *long
}

// write queues a write; they are done one after the other.
func (a *App) write(w screen.Write) tea.Cmd {
	a.writes = append(a.writes, w)
	return a.nextWrite()
}

func (a *App) nextWrite() tea.Cmd {
	if a.writing || len(a.writes) == 0 || a.store == nil {
		return nil
	}
	w := a.writes[0]
	a.writes, a.writing = a.writes[1:], true
	ctx, l, clock := a.begin(w.Long)
	return tea.Batch(clock, func() tea.Msg {
		change, err := guarded(func() (view.Change, error) { return w.Do(ctx) })
		return wroteMsg{w, change, a.store.UndoState(), err, l}
	})
}

// wrote passes a change on, once it is on the disk, to the screens that show what changed.
func (a *App) wrote(msg wroteMsg) tea.Cmd {
	a.writing, a.env.Undo = false, msg.undo
	cmds := []tea.Cmd{a.nextWrite()}
	stopped := a.end(msg.long, msg.err)
	if msg.err != nil {
		if stopped {
			msg.err = context.Canceled
			cmds = append(cmds, a.say(stoppedWords, screen.Info))
		} else {
			cmds = append(cmds, a.say(sentence(msg.err), screen.Bad))
		}
		if msg.write.Failed != nil {
			cmds = append(cmds, msg.write.Failed(msg.err))
		}
		return tea.Batch(append(cmds, a.keepInstead(msg.write))...)
	}
	cmds = append(cmds, a.publish(msg.change))
	if msg.write.Then != nil {
		cmds = append(cmds, msg.write.Then(msg.change))
	}
	return tea.Batch(cmds...)
}

// keepInstead keeps what is typed as a draft when the program is being left and what it was to become
// could not be kept.
func (a *App) keepInstead(failed screen.Write) tea.Cmd {
	if !a.leaving || failed.Quiet {
		return nil
	}
	return a.keepDraft()
}

// publish lets the visible screens ask again, and marks the hidden ones.
func (a *App) publish(c view.Change) tea.Cmd {
	var cmds []tea.Cmd
	for s := range a.where {
		a.stale[s] = a.stale[s] || s.Stale(c)
	}
	for _, s := range a.stack {
		a.stale[s] = a.stale[s] || s.Stale(c)
	}
	if c.Touches(view.School, view.Setting, view.Family) {
		cmds = append(cmds, a.askWorld())
	}
	return tea.Batch(append(cmds, a.freshen())...)
}

// freshen lets the visible screens that are out of date ask again.
func (a *App) freshen() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.visible() {
		if a.stale[s] {
			delete(a.stale, s)
			cmds = append(cmds, a.ask(s, s.Load()...))
		}
	}
	return tea.Batch(cmds...)
}

// refreshAll makes every screen ask again: the day or the file has changed.
func (a *App) refreshAll() tea.Cmd {
	for s := range a.where {
		a.stale[s] = true
	}
	for _, s := range a.stack {
		a.stale[s] = true
	}
	return tea.Batch(a.askWorld(), a.freshen())
}

type worldMsg struct {
	world view.World
	err   error
}

func (a *App) askWorld() tea.Cmd {
	store := a.store
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		w, err := store.World(context.Background())
		return worldMsg{w, err}
	}
}

func (a *App) tookWorld(msg worldMsg) tea.Cmd {
	if msg.err != nil {
		return a.say(sentence(msg.err), screen.Bad)
	}
	a.env.World = msg.world
	return nil
}

type versionMsg struct {
	version int64
	err     error
}

func (a *App) askVersion() tea.Cmd {
	store := a.store
	return func() tea.Msg {
		v, err := store.DataVersion(context.Background())
		return versionMsg{v, err}
	}
}

// sawVersion asks again when another window has written.
func (a *App) sawVersion(msg versionMsg) tea.Cmd {
	if msg.err != nil {
		return a.sawGone(msg.err)
	}
	if a.gone != "" {
		a.gone = ""
		return a.say("The caseload's file is back: what you keep is kept again.", screen.Good)
	}
	if msg.version == a.version {
		return nil
	}
	if a.version == 0 { // the first look, right after the caseload was opened
		a.version = msg.version
		return nil
	}
	a.version, a.dirty = msg.version, true
	return a.refreshAll()
}

// sawGone says once that the file is not the one that was opened; a look that only failed is no news.
func (a *App) sawGone(err error) tea.Cmd {
	var problem interface{ Plain() string }
	if !errors.As(err, &problem) || problem.Plain() == a.gone {
		return nil
	}
	a.gone = problem.Plain()
	return a.say(a.gone, screen.Bad)
}

// sentence is what a person reads of an error: its own sentence where it has one.
func sentence(err error) string {
	var problem interface{ Plain() string }
	if errors.As(err, &problem) {
		return problem.Plain()
	}
	return "That did not work: " + err.Error() + ". What you typed is still here."
}
