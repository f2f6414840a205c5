// Command kettle keeps the caseload of one person who looks after families in a school: the families,
// the preparation of each meeting, and every promise until it is kept. It works offline, in one file.
//
// Here are its commands, and the wiring of store and screen; everything else is in model, store and
// tui.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/store/demo"
	"kettle/store/output"
	"kettle/tui"
	"kettle/tui/screen"
)

// Exit codes: 0 is done.
const (
	couldNot   = 1 // no terminal, a file refused, damage found
	wrongUsage = 2
)

func main() {
	debug.SetMemoryLimit(memoryLimit)
	os.Exit(run(os.Args[1:]))
}

// garbageShare is how much garbage may lie beside what is in use, in percent. Little is in use, two or
// three megabytes, so that collecting often costs nearly nothing, and the program stays small.
const garbageShare = 25

// memoryLimit is from how many bytes on garbage is collected more often, which only the largest export that is
// taken in comes to: with what the database needs, it stays below 300 MB.
const memoryLimit = 175 << 20

// usageError is a command typed wrongly.
type usageError struct{ error }

func run(args []string) int {
	root := rootCommand()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return 0
	}
	fmt.Fprintln(os.Stderr, "kettle: "+plain(err))
	var usage usageError
	if errors.As(err, &usage) {
		return wrongUsage
	}
	return couldNot
}

// plain is what a person reads of an error: its own sentence where it has one.
func plain(err error) string {
	var problem interface{ Plain() string }
	if errors.As(err, &problem) {
		return shown(problem.Plain())
	}
	return shown(err.Error())
}

// shown is a text for the terminal, in one line. The name of a file may have come from anywhere: what a terminal
// would obey is taken out of it.
func shown(text string) string {
	clean, _ := model.Clean(text)
	return strings.ReplaceAll(clean, "\n", " ")
}

// flags are those that every command takes.
type flags struct {
	db       string
	readOnly bool
	today    string
	passing  bool // the caseload is a made-up school that goes when it is left
}

func rootCommand() *cobra.Command {
	f := &flags{}
	root := &cobra.Command{
		Use:   "kettle",
		Short: "A caseload of families: contacts, meetings well prepared, and promises kept",
		Long: "Kettle keeps one person's caseload of families: who they are, how each meeting with them is\n" +
			"prepared, and every promise until it is kept. Without a command it opens the caseload.",
		Args:          noArguments,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(*cobra.Command, []string) error { return openScreens(f, screen.Route{}, "") },
	}
	root.PersistentFlags().StringVar(&f.db, "db", os.Getenv("KETTLE_DB"), "another caseload (else KETTLE_DB, else the one in your data folder)")
	root.PersistentFlags().BoolVar(&f.readOnly, "read-only", false, "look without touching")
	root.PersistentFlags().StringVar(&f.today, "today", "", "the day to go by, for a made-up school")
	_ = root.PersistentFlags().MarkHidden("today")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w: try %s --help", err, c.CommandPath())}
	})
	root.AddCommand(demoCommand(f), logCommand(f), todayCommand(f), importCommand(f), exportCommand(f), backupCommand(f), restoreCommand(f), checkCommand(f))
	return root
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{fmt.Errorf("%q is no command: try %s --help", args[0], c.CommandPath())}
}

// noPlace is noArguments of a command whose file is said with --to.
func noPlace(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{fmt.Errorf("the new file is said with --to: %s --to %s", c.CommandPath(), args[0])}
}

// caseload is where the caseload lies: as said, or in the user's data folder.
func (f *flags) caseload() string {
	if f.db != "" {
		return f.db
	}
	return filepath.Join(xdg.DataHome, "kettle", "caseload.db")
}

// clock is the machine's, or the day of --today, standing still.
func (f *flags) clock() (func() time.Time, error) {
	if f.today == "" {
		return time.Now, nil
	}
	for _, layout := range []string{"2006-01-02T15:04", time.DateOnly} {
		t, err := time.ParseInLocation(layout, f.today, time.Local)
		if err != nil {
			continue
		}
		if layout == time.DateOnly {
			t = t.Add(9 * time.Hour)
		}
		return func() time.Time { return t }, nil
	}
	return nil, usageError{fmt.Errorf("--today takes a day such as 2026-11-24 or a moment such as 2026-11-24T15:52, not %q", f.today)}
}

// open opens the caseload. A day of one's own is refused on a caseload that is not made up: promises
// would be dated wrongly.
func (f *flags) open(ctx context.Context) (*store.Store, error) {
	now, err := f.clock()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, store.Options{Path: f.caseload(), Now: now, ReadOnly: f.readOnly})
	if err != nil {
		return nil, err
	}
	if f.today == "" {
		return s, nil
	}
	made, err := s.MadeByDemo(ctx)
	if err == nil && !made {
		err = usageError{errors.New("--today works only on a caseload made by kettle demo")}
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// isNew reports whether there is no caseload yet.
func (f *flags) isNew() bool {
	_, err := os.Stat(f.caseload())
	return errors.Is(err, fs.ErrNotExist)
}

// withExisting opens the caseload for a command that has nothing to do without one.
func (f *flags) withExisting(c *cobra.Command, do func(ctx context.Context, s *store.Store) error) error {
	if f.isNew() {
		return fmt.Errorf("There is no caseload at %s: look at the name, or open kettle once to make it.", f.caseload())
	}
	return f.with(c, do)
}

// with opens the caseload for a command, made when there is none, and closes it again.
func (f *flags) with(c *cobra.Command, do func(ctx context.Context, s *store.Store) error) error {
	s, err := f.open(c.Context())
	if err != nil {
		return err
	}
	return errors.Join(do(c.Context(), s), s.Close())
}

// onTerminal reports whether a person sits at both ends.
func onTerminal() bool { return term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()) }

// openScreens opens the program on the terminal, with a file for the screen that takes one in, or "".
func openScreens(f *flags, start screen.Route, importFile string) error {
	if !onTerminal() {
		return errors.New("the screens need a terminal; these print instead: kettle today, kettle export --json, kettle import FILE --preview")
	}
	now, err := f.clock()
	if err != nil {
		return err
	}
	opened := make(chan openedStore, 1)
	go func() {
		opened <- f.openForScreens(context.Background(), model.MomentOf(now()))
	}()
	debug.SetGCPercent(-1) // the first frame makes four megabytes: collecting them would only make it later
	time.AfterFunc(tui.FirstFrameTakes, func() { debug.SetGCPercent(garbageShare) })
	width, height, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		return fmt.Errorf("asking for the size of the terminal: %w", err)
	}
	var caseload *store.Store
	app := tui.New(tui.Options{
		Open: func(context.Context) (tui.Opened, error) {
			o := <-opened
			caseload = o.store
			return tui.Opened{Store: o.store, World: o.world, Today: o.today}, o.err
		},
		Patience: firstFrameWaits, Width: width, Height: height, Clock: now, Start: start, ImportFile: importFile, Theme: themeWanted(), Copy: clipboard.WriteAll,
		Show: showFile, NoBackups: f.passing, Rest: fewerProcessors(),
	})
	err = runProgram(app)
	if caseload != nil {
		err = errors.Join(err, caseload.Close())
	}
	if err := errors.Join(app.Failed(), err); err != nil || !app.LookRound() {
		return err
	}
	return openDemo(context.Background(), &flags{}, demo.UsualFamilies, 1)
}

// viewerFails is within which time the system's opener says that it has no program for a file.
const viewerFails = time.Second

// showFile hands a file to the program with which the system opens such files. Without a screen of
// windows there is none: one that runs in this terminal would write over ours.
func showFile(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errors.New("no screen of windows")
		}
	}
	viewer := exec.Command(name, args...)
	if err := viewer.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- viewer.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(viewerFails):
		return nil
	}
}

// fewerProcessors lets Go use one processor while the screen rests: with more, each look whether there
// is something to draw wakes a second thread that finds nothing to do, which costs half as much again.
func fewerProcessors() func(resting bool) {
	all := runtime.GOMAXPROCS(0)
	return func(resting bool) {
		if resting {
			runtime.GOMAXPROCS(1)
			return
		}
		runtime.GOMAXPROCS(all)
	}
}

// themeWanted is what KETTLE_THEME says, or plain with NO_COLOR; else the terminal is followed.
func themeWanted() string {
	if os.Getenv("NO_COLOR") != "" {
		return "plain"
	}
	return os.Getenv("KETTLE_THEME")
}

// openedStore is the caseload with what every screen needs of it.
type openedStore struct {
	store *store.Store
	world view.World
	today *view.Today
	err   error
}

// openForScreens opens the caseload and reads the page of the morning, while the terminal is made
// ready.
func (f *flags) openForScreens(ctx context.Context, now model.Moment) (o openedStore) {
	if o.store, o.err = f.open(ctx); o.err != nil {
		return o
	}
	if o.world, o.err = o.store.World(ctx); o.err != nil {
		return o
	}
	o.store.ClearPrints()
	if page, err := o.store.Today(ctx, now, o.world); err == nil {
		o.today = &page
	}
	return o
}

// firstFrameWaits is far longer than opening a caseload takes, and too short to be noticed; bringing an
// older file up to date, or one that another window is writing to, takes longer.
const firstFrameWaits = 100 * time.Millisecond

// framesASecond is how often Bubble Tea looks whether there is something to draw, also while the program rests:
// each look has its cost.
const framesASecond = 110

// runProgram runs the root until it ends. A signal to end goes through the root, so that what is
// being typed is kept.
func runProgram(app *tui.App) error {
	p := tea.NewProgram(app, tea.WithFPS(framesASecond), tea.WithoutSignalHandler())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
	defer signal.Stop(signals)
	go func() {
		for range signals {
			p.Send(screen.QuitMsg{})
		}
	}()
	_, err := p.Run()
	return err
}

func demoCommand(f *flags) *cobra.Command {
	var families int
	var seed uint64
	var into string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Look round a made-up school; change what you like, it is gone afterwards",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if families < 1 || families > 100_000 {
				return usageError{fmt.Errorf("--families takes a number from 1 to 100000, not %d", families)}
			}
			if into != "" {
				return writeDemo(c.Context(), f, into, families, seed)
			}
			return openDemo(c.Context(), f, families, seed)
		},
	}
	c.Flags().IntVar(&families, "families", demo.UsualFamilies, "how many families")
	c.Flags().Uint64Var(&seed, "seed", 1, "another number makes other families")
	c.Flags().StringVar(&into, "into", "", "write the made-up school into this new file, and end")
	return c
}

// writeDemo makes a file that holds a made-up school. A file that is there already stays as it is.
func writeDemo(ctx context.Context, f *flags, path string, families int, seed uint64) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already: name a new file", path)
	}
	now, err := f.clock()
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, store.Options{Path: path, Now: now})
	if err != nil {
		return err
	}
	school := demo.Make(demo.Options{Families: families, Seed: seed, Today: model.DateOf(now()), Now: model.MomentOf(now())})
	err = errors.Join(s.Fill(ctx, school), s.MarkAsked(ctx))
	return errors.Join(err, s.Close())
}

// openDemo opens a made-up school in a file of its own in the data folder, which goes with it.
func openDemo(ctx context.Context, f *flags, families int, seed uint64) error {
	folder, err := demoFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	own := *f
	own.passing = true
	own.db = filepath.Join(folder, "caseload.db")
	if err := writeDemo(ctx, &own, own.db, families, seed); err != nil {
		return err
	}
	return openScreens(&own, screen.Route{}, "")
}

// demoFolder is a new folder for a made-up school; those that a killed program left are cleared
// away after a day.
func demoFolder() (string, error) {
	base := filepath.Join(xdg.DataHome, "kettle")
	if err := os.MkdirAll(base, 0o700); err != nil {
		return "", fmt.Errorf("making the data folder: %w", err)
	}
	old, _ := filepath.Glob(filepath.Join(base, demoPrefix+"*"))
	for _, folder := range old {
		if info, err := os.Stat(folder); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(folder)
		}
	}
	folder, err := os.MkdirTemp(base, demoPrefix)
	if err != nil {
		return "", fmt.Errorf("making a folder for the made-up school: %w", err)
	}
	return folder, nil
}

const demoPrefix = "made-up-"

// importFlags say what kettle import does with the file.
type importFlags struct {
	preview, asJSON, yes bool
	report               string
}

func importCommand(f *flags) *cobra.Command {
	var how importFlags
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in the office's export, or a hand-over pack, after a look at what it brings",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usageError{errors.New("import takes one CSV file: kettle import FILE")}
		},
		RunE: func(c *cobra.Command, args []string) error {
			if how.preview && how.yes {
				return usageError{errors.New("--preview writes nothing and --yes writes at once: choose one")}
			}
			if store.IsPack(args[0]) {
				return openPack(c, f, args[0], how)
			}
			if how == (importFlags{}) && onTerminal() {
				return openScreens(f, screen.Route{Kind: screen.Import}, args[0])
			}
			if f.isNew() && !f.readOnly { // a file that is refused leaves no empty caseload behind
				if err := store.CheckImportFile(args[0]); err != nil {
					return refusedImport(c.Context(), nil, args[0], how, store.OnTheScreen(err, args[0]))
				}
			}
			return f.with(c, func(ctx context.Context, s *store.Store) error { return importFile(ctx, s, args[0], how) })
		},
	}
	c.Flags().BoolVar(&how.preview, "preview", false, "print what it would do, and write nothing")
	c.Flags().BoolVar(&how.asJSON, "json", false, "print the caseload as it would be, or is then, as JSON")
	c.Flags().BoolVar(&how.yes, "yes", false, "take it in without asking")
	c.Flags().StringVar(&how.report, "report", "", "keep the preview as a text in this file or folder")
	return c
}

var errNotYet = errors.New("nothing was taken in: look at the preview above, then add --yes")

// importFile previews a file and takes it in if it was said so.
func importFile(ctx context.Context, s *store.Store, path string, how importFlags) error {
	preview, err := s.PreviewImportFile(ctx, path)
	if err != nil {
		return refusedImport(ctx, s, path, how, store.OnTheScreen(err, path))
	}
	if how.report != "" {
		if err := keepReport(ctx, s, preview, how.report); err != nil {
			return err
		}
	}
	if how.yes {
		preview.Items, preview.Families, preview.Changes = nil, nil, nil // shown to nobody: of the largest file, 40 MB
		return takeIn(ctx, s, preview, how.asJSON)
	}
	if how.asJSON {
		err = output.WriteExport(os.Stdout, s.DumpAfter(preview))
	} else {
		err = output.WriteImport(os.Stdout, preview)
	}
	if err == nil && !how.preview {
		err = errNotYet
	}
	return err
}

// keepReport keeps a preview in the place that is named from where one is, and says on the side where it lies.
func keepReport(ctx context.Context, s *store.Store, preview view.Import, place string) error {
	place, err := fromHere(place)
	if err != nil {
		return err
	}
	path, err := s.KeepImportReport(ctx, preview, place)
	if err == nil {
		fmt.Fprintln(os.Stderr, "The report lies in "+shown(path))
	}
	return err
}

// refusedImport prints, for --json, the caseload as it stays, with why the file is refused. It answers err.
func refusedImport(ctx context.Context, s *store.Store, path string, how importFlags, err error) error {
	dump, refused := store.RefusedDump(path, err)
	if !refused || !how.asJSON {
		return err
	}
	if s != nil {
		held, failed := s.Dump(ctx)
		if failed != nil {
			return failed
		}
		held.Report, dump = dump.Report, held
	}
	if failed := output.WriteExport(os.Stdout, dump); failed != nil {
		return failed
	}
	return err
}

// takeIn takes a file in and says so, court orders and the like first.
func takeIn(ctx context.Context, s *store.Store, preview view.Import, asJSON bool) error {
	change, err := s.TakeIn(ctx, preview)
	if err != nil {
		return err
	}
	if asJSON && change.Step == 0 {
		return output.WriteExport(os.Stdout, s.DumpAfter(preview)) // the report is of this file, which is no step
	}
	if asJSON {
		return export(ctx, s, "")
	}
	for _, a := range preview.Alarms {
		fmt.Printf("! row %d: %s\n", a.Row, a.Text)
	}
	if change.Step == 0 {
		fmt.Println("Everything in " + preview.File.Name + " is here already; nothing was changed.")
		return nil
	}
	fmt.Println(change.Sentence())
	return nil
}

func exportCommand(f *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "export",
		Short: "Take out contacts, calendar, families or the log; or all people as JSON",
		Long: "Each of the commands below writes one kind of file. With --json the families, children, adults and what\n" +
			"they are to one another go to the file named, or the standard output: kettle export --json [FILE]",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case !asJSON && len(args) > 0:
				return usageError{fmt.Errorf("nothing is called %q to be taken out: try kettle export --help", args[0])}
			case len(args) > 1:
				return usageError{errors.New("export writes one file: kettle export --json FILE")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if !asJSON {
				return usageError{errors.New("say what: kettle export contacts, vcards, calendar, families or log; or kettle export --json [FILE]")}
			}
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error { return export(ctx, s, strings.Join(args, "")) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for other programs")
	for _, kind := range model.OutKinds {
		c.AddCommand(takeOutCommand(f, kind))
	}
	c.AddCommand(recordCommand(f), packCommand(f))
	return c
}

func packCommand(f *flags) *cobra.Command {
	var to string
	var names []string
	c := &cobra.Command{
		Use:   "pack --to FILE [--family NAME ...]",
		Short: "Hand families over: an encrypted file that another Kettle opens",
		Long: "Writes the families named, or all, into a file that only the passphrase opens. It asks for the passphrase\n" +
			"twice, or reads it from the first line of a pipe. The other Kettle opens it with: kettle import FILE",
		Args: noPlace,
		RunE: func(c *cobra.Command, _ []string) error {
			if to == "" {
				return usageError{errors.New("say where the pack goes: kettle export pack --to FILE")}
			}
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error { return makePack(ctx, s, names, to) })
		},
	}
	c.Flags().StringVar(&to, "to", "", "the new file, or a folder for it")
	c.Flags().StringArrayVar(&names, "family", nil, "a family to hand over; say it again for more")
	return c
}

// makePack says what goes and what stays, asks for a passphrase, and writes the pack.
func makePack(ctx context.Context, s *store.Store, names []string, to string) error {
	families, err := s.FamiliesNamed(ctx, names)
	if err != nil {
		return err
	}
	if to, err = fromHere(to); err != nil {
		return err
	}
	if _, err := s.PackPlace(to); err != nil { // before anybody types a passphrase
		return err
	}
	going, err := s.PreviewPackOut(ctx, families)
	if err != nil {
		return err
	}
	fmt.Print(output.PackOutText(going))
	passphrase, err := newPassphrase(s)
	if err != nil {
		return err
	}
	families = []int64{} // those that were shown, and none that another window has added since
	for _, f := range going.Families {
		families = append(families, f.ID)
	}
	path, err := s.MakePack(ctx, families, to, passphrase)
	if err == nil {
		fmt.Println("\nMade " + shown(path) + ". Tell the passphrase another way than the file goes.")
	}
	return err
}

// newPassphrase asks twice for a passphrase, and offers one; from a pipe it is the first line.
func newPassphrase(s *store.Store) (string, error) {
	if !term.IsTerminal(os.Stdin.Fd()) {
		return askPassphrase("")
	}
	offered := s.NewPassphrase()
	fmt.Fprintf(os.Stderr, "\nA passphrase by chance: %s\n", offered)
	first, err := askPassphrase("Passphrase (Enter alone takes that one): ")
	if err != nil {
		return "", err
	}
	if first == "" {
		first = offered
	}
	if why := s.WeakPassphrase(first); why != "" {
		return "", errors.New(why)
	}
	again, err := askPassphrase("Once more: ")
	if err == nil && again != first {
		err = errors.New("the two passphrases are not the same, so no pack was made: try again")
	}
	return first, err
}

// mostPassphrase is more than anybody types, in bytes.
const mostPassphrase = 1024

// askPassphrase asks for a passphrase without showing it, or reads the first line of a pipe.
func askPassphrase(question string) (string, error) {
	if !term.IsTerminal(os.Stdin.Fd()) {
		line, err := bufio.NewReader(io.LimitReader(os.Stdin, mostPassphrase)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("reading the passphrase: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	fmt.Fprint(os.Stderr, question)
	typed, err := term.ReadPassword(os.Stdin.Fd())
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return "", fmt.Errorf("reading the passphrase: %w", err)
	}
	return string(typed), nil
}

// openPack opens a hand-over pack on the screens, or previews it here and takes it in if it was said so.
func openPack(c *cobra.Command, f *flags, path string, how importFlags) error {
	if how.asJSON || how.report != "" {
		return usageError{errors.New("a hand-over pack is previewed as text here: leave out --json and --report")}
	}
	if how == (importFlags{}) && onTerminal() {
		return openScreens(f, screen.Route{Kind: screen.Import}, path)
	}
	passphrase, err := askPassphrase("Passphrase of the pack: ")
	if err != nil {
		return err
	}
	if f.isNew() && !f.readOnly { // one that does not open leaves no empty caseload behind
		if err := store.CheckPack(c.Context(), path, passphrase); err != nil {
			return err
		}
	}
	return f.with(c, func(ctx context.Context, s *store.Store) error {
		preview, err := s.PreviewPack(ctx, path, passphrase)
		if err != nil {
			return err
		}
		fmt.Print(output.PackInText(preview))
		if how.preview || preview.Nothing {
			return nil
		}
		if !how.yes {
			return errNotYet
		}
		change, err := s.TakeInPack(ctx, preview)
		if err == nil && change.Step != 0 {
			fmt.Println("\n" + change.Sentence())
		}
		return err
	})
}

// recordFlags say whose whole record is written, and how.
type recordFlags struct {
	family, about, to, form string
	giveOut                 bool
}

func recordCommand(f *flags) *cobra.Command {
	var how recordFlags
	c := &cobra.Command{
		Use:   "record --family NAME",
		Short: "Write all that is held of a family, by date, for who asks for theirs",
		Long: "Writes all that is held of a family, or of one of it who asks for theirs, by date. What names others is\n" +
			"marked for a decision; with --give-out it is blacked out until somebody has decided, in kettle, to show it.",
		Args: noPlace,
		RunE: func(c *cobra.Command, _ []string) error {
			if how.family == "" || how.giveOut && how.about == "" {
				return usageError{errors.New("say whose: kettle export record --family NAME, and with --give-out who asks: --about NAME")}
			}
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error { return exportRecord(ctx, f, s, how) })
		},
	}
	c.Flags().StringVar(&how.family, "family", "", "the family, as in the list of families")
	c.Flags().StringVar(&how.about, "about", "", "the adult or the child of it who asks")
	c.Flags().StringVar(&how.to, "to", "", "the file or the folder; - prints it")
	c.Flags().StringVar(&how.form, "form", "pdf", "pdf, docx or text")
	c.Flags().BoolVar(&how.giveOut, "give-out", false, "as it may be given out, by what was decided")
	return c
}

// exportRecord writes a whole record into a new file, whose name names nobody.
func exportRecord(ctx context.Context, f *flags, s *store.Store, how recordFlags) error {
	form, known := map[string]model.PrintForm{"pdf": model.AsPDF, "docx": model.AsDOCX, "text": model.AsText}[how.form]
	if !known {
		return usageError{fmt.Errorf("--form is pdf, docx or text, not %q", how.form)}
	}
	now, err := f.clock()
	if err != nil {
		return err
	}
	page, err := s.WholeRecordNamed(ctx, how.family, how.about)
	if err != nil {
		return err
	}
	kind := map[bool]model.RecordPrint{false: model.ForDecision, true: model.ToGiveOut}[how.giveOut]
	sheet := page.Record.Sheet(kind, model.DateOf(now()), "")
	if how.to == "-" {
		_, err := fmt.Print(output.SheetText(sheet))
		return err
	}
	file, ending, err := output.Written(sheet, form)
	if err != nil {
		return err
	}
	path, err := takeOutPlace(s, how.to, sheet.Name+ending)
	if err == nil {
		path, err = output.WriteNew(path, func(w io.Writer) error { _, err := w.Write(file); return err })
	}
	if err == nil {
		fmt.Println("Written to " + shown(path) + ".")
	}
	return err
}

// takeOutFlags say of whom something is taken out, and to where.
type takeOutFlags struct{ to, family, from, until string }

func takeOutCommand(f *flags, kind model.OutKind) *cobra.Command {
	what, how := model.TakeOut{Kind: kind}, takeOutFlags{}
	c := &cobra.Command{
		Use: string(kind), Short: kind.Title() + ": " + kind.What(), Args: noPlace,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error { return takeOut(ctx, f, s, what, how) })
		},
	}
	c.Flags().StringVar(&how.to, "to", "", "the new file, or the folder for it; - is the standard output")
	c.Flags().StringVar(&how.family, "family", "", "of this one family")
	if kind.HasDays() {
		c.Flags().StringVar(&how.from, "from", "", "the first day, such as 1/9/2026 (of a calendar: else today)")
		c.Flags().StringVar(&how.until, "until", "", "the last day")
	}
	if kind.HasWords() {
		c.Flags().BoolVar(&what.Full, "names", false, "names in full, where else there are initials only")
	}
	if kind.NamesAdults() {
		c.Flags().BoolVar(&what.Everyone, "everyone", false, "with a mark, those who are left out: behind a court order, not in touch, died")
	}
	return c
}

// takeOut writes into a pipe, or else into a new file, and says how much it was and where it lies.
func takeOut(ctx context.Context, f *flags, s *store.Store, what model.TakeOut, how takeOutFlags) error {
	now, err := f.clock()
	if err != nil {
		return err
	}
	world, err := s.World(ctx)
	if err != nil {
		return err
	}
	today := model.DateOf(now())
	if err := what.ReadDays(how.from, how.until, model.DateOptions{Today: today, Calendar: world.Calendar(0)}); err != nil {
		return usageError{err}
	}
	if how.family != "" {
		if what.FamilyID, err = s.FamilyNamed(ctx, how.family); err != nil {
			return err
		}
	}
	if how.to == "-" || how.to == "" && !term.IsTerminal(os.Stdout.Fd()) {
		out, err := s.WriteOut(ctx, what, os.Stdout)
		if err == nil {
			fmt.Fprint(os.Stderr, output.TakenOutText(out))
		}
		return err
	}
	path, err := takeOutPlace(s, how.to, what.FileName(today))
	if err != nil {
		return err
	}
	out, err := s.TakeOut(ctx, what, path)
	if err == nil {
		_, err = fmt.Print(output.TakenOutText(out))
	}
	return err
}

// takeOutPlace is the path of a new file that the command names, else in the usual folder.
func takeOutPlace(s *store.Store, to, name string) (string, error) {
	to, err := fromHere(to)
	if err != nil {
		return "", err
	}
	return s.NewPlace(to, name)
}

// fromHere is a place that a command names, seen from the folder it runs in; "" stays the usual one. A slash
// at its end stays: it means a folder.
func fromHere(place string) (string, error) {
	if place == "" {
		return "", nil
	}
	path, err := filepath.Abs(place)
	if err != nil {
		return "", fmt.Errorf("finding the folder this runs in: %w", err)
	}
	if os.IsPathSeparator(place[len(place)-1]) {
		path += string(filepath.Separator)
	}
	return path, nil
}

// export writes the caseload as JSON to a new file, which only its owner can read, or to the standard
// output.
func export(ctx context.Context, s *store.Store, path string) error {
	dump, err := s.Export(ctx)
	if err != nil {
		return err
	}
	if path == "" {
		return output.WriteExport(os.Stdout, dump)
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already: name a new file", path)
	}
	_, err = output.WriteNew(path, func(w io.Writer) error { return output.WriteExport(w, dump) })
	return err
}

func todayCommand(f *flags) *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "today",
		Short: "Print what is promised, due, coming up and going quiet",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			now, err := f.clock()
			if err != nil {
				return err
			}
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error {
				return printToday(ctx, s, model.MomentOf(now()), asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func printToday(ctx context.Context, s *store.Store, now model.Moment, asJSON bool) error {
	world, err := s.World(ctx)
	if err != nil {
		return err
	}
	page, err := s.Today(ctx, now, world)
	if err != nil {
		return err
	}
	figures, err := s.TodayFigures(ctx, now, world)
	if err != nil {
		return err
	}
	page = page.With(figures)
	if !asJSON {
		_, err = fmt.Print(output.TodayText(page))
		return err
	}
	text := json.NewEncoder(os.Stdout)
	text.SetIndent("", "  ")
	return text.Encode(page)
}

// logFlags say what kettle log does with the line.
type logFlags struct{ preview, asJSON bool }

func logCommand(f *flags) *cobra.Command {
	var how logFlags
	c := &cobra.Command{
		Use:   "log [WORDS]",
		Short: "Log a contact in one line: kettle log asks for it, or reads it from a pipe",
		Long: "Keeps one line about a contact, such as\n\n    Okafor, gate, +: loved the reading certificate; ring about the trip fri\n\n" +
			"and says what was understood. Without words it asks for the line, or reads it from a pipe. Words given\n" +
			"with the command are taken, too, but stay in the shell's history, where others may read them.",
		RunE: func(c *cobra.Command, words []string) error {
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error {
				line, err := lineToLog(words)
				if err != nil {
					return err
				}
				return logLine(ctx, f, s, line, how)
			})
		},
	}
	c.Flags().BoolVar(&how.preview, "preview", false, "print what is understood, and keep nothing")
	c.Flags().BoolVar(&how.asJSON, "json", false, "print it as JSON")
	return c
}

// mostPiped is more than any line that is taken, in bytes.
const mostPiped = 8 * model.MostCaptured

// lineToLog is the line of the command, else of a person who is asked for it, else of a pipe.
func lineToLog(words []string) (string, error) {
	line := strings.Join(words, " ")
	switch {
	case len(words) > 0:
	case onTerminal():
		fmt.Print("Who, where, what? Such as: Okafor, gate, +: loved the certificate; ring fri\n> ")
		line, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	default:
		piped, err := io.ReadAll(io.LimitReader(os.Stdin, mostPiped))
		if err != nil {
			return "", fmt.Errorf("reading the line: %w", err)
		}
		line = string(piped)
	}
	if line = strings.ToValidUTF8(line, ""); strings.TrimSpace(line) == "" {
		return "", errors.New("There is nothing to keep: type who, where and what, such as: Okafor, gate, +: loved the certificate")
	}
	return line, nil
}

// logLine keeps a line and says what was understood. One whose family is not sure stays unfinished.
func logLine(ctx context.Context, f *flags, s *store.Store, line string, how logFlags) error {
	now, err := f.clock()
	if err != nil {
		return err
	}
	world, err := s.World(ctx)
	if err != nil {
		return err
	}
	people, err := s.CapturePeople(ctx)
	if err != nil {
		return err
	}
	read := model.ReadCapture(line, model.NewCaptureIndex(people), model.CaptureNow{Now: model.MomentOf(now()), Calendar: world.Calendar(0)})
	if err := printCapture(read, how.asJSON); err != nil {
		return err
	}
	if how.preview {
		if !how.asJSON && read.Status != model.CaptureOK {
			fmt.Println(output.CaptureMissing(read))
		}
		return nil
	}
	if read.Status != model.CaptureOK {
		return leaveUnfinished(ctx, s, read)
	}
	change, err := s.LogLine(ctx, read)
	if err == nil && !how.asJSON {
		fmt.Println("Kept: " + change.Title + ".")
	}
	return err
}

func printCapture(read model.Capture, asJSON bool) error {
	if !asJSON {
		_, err := fmt.Print(output.CaptureText(read))
		return err
	}
	text := json.NewEncoder(os.Stdout)
	text.SetEscapeHTML(false)
	text.SetIndent("", "  ")
	return text.Encode(read.JSON())
}

// leaveUnfinished keeps a line for the screens to be gone on with, and says what is missing.
func leaveUnfinished(ctx context.Context, s *store.Store, read model.Capture) error {
	if err := s.LeaveLine(ctx, read.Line); err != nil {
		return err
	}
	return errors.New(output.CaptureMissing(read) + " The line is kept as an unfinished entry: open kettle and choose the family")
}

func backupCommand(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "backup",
		Short: "Make a backup beside the caseload, and check it",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.withExisting(c, func(ctx context.Context, s *store.Store) error {
				path, err := s.Backup(ctx, "asked")
				if err != nil {
					return err
				}
				fmt.Println("Made and checked " + shown(path))
				return copyBackups(ctx, s)
			})
		},
	}
}

// copyBackups brings the second place up to date, when one was named.
func copyBackups(ctx context.Context, s *store.Store) error {
	place, err := s.CopyBackups(ctx)
	switch {
	case err != nil:
		return err
	case place.Absent:
		fmt.Println(shown(place.Notice()))
	case place.Folder != "":
		fmt.Println("Copied to the second place, " + shown(place.Folder))
	}
	return nil
}

func restoreCommand(f *flags) *cobra.Command {
	yes := false
	c := &cobra.Command{
		Use:   "restore [NUMBER or FILE]",
		Short: "List the backups, or go back to one and keep the present file aside",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) <= 1 {
				return nil
			}
			return usageError{errors.New("restore goes back to one backup: kettle restore NUMBER, or kettle restore FILE")}
		},
		RunE: func(c *cobra.Command, args []string) error {
			o := store.Options{Path: f.caseload(), ReadOnly: f.readOnly}
			if len(args) == 0 {
				return printBackups(c.Context(), o)
			}
			from, err := backupNamed(c.Context(), o, args[0])
			if err != nil {
				return err
			}
			return restore(c.Context(), f, o, from, yes)
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "go back without asking")
	return c
}

// listBackups are the backups that there are; none is an error.
func listBackups(ctx context.Context, o store.Options) ([]view.Backup, error) {
	all, err := store.ListBackups(ctx, o)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("There are no backups of %s: look at the name, or name the file of one: kettle restore FILE", o.Path)
	}
	return all, err
}

func printBackups(ctx context.Context, o store.Options) error {
	all, err := listBackups(ctx, o)
	if err != nil {
		return err
	}
	_, err = fmt.Print(output.BackupsText(o.Path, all))
	return err
}

// backupNamed is the backup of that number in the list, or of that file.
func backupNamed(ctx context.Context, o store.Options, name string) (view.Backup, error) {
	n, err := strconv.Atoi(name)
	if err != nil {
		return view.Backup{Path: name}, nil
	}
	all, err := listBackups(ctx, o)
	if err != nil {
		return view.Backup{}, err
	}
	if n < 1 || n > len(all) {
		return view.Backup{}, usageError{fmt.Errorf("there is no backup %d: kettle restore lists them, from 1 to %d", n, len(all))}
	}
	return all[n-1], nil
}

// restore goes back to a backup, once a person has agreed.
func restore(ctx context.Context, f *flags, o store.Options, from view.Backup, yes bool) error {
	if !yes && !onTerminal() {
		return errors.New("nothing was changed: kettle restore lists the backups; add --yes to go back to this one")
	}
	if !yes && !agreed(from) {
		return errors.New("nothing was changed")
	}
	done, err := store.Restore(ctx, o, from.Path)
	if err != nil {
		return err
	}
	command := "kettle"
	if f.db != "" {
		command += fmt.Sprintf(` --db "%s"`, f.db)
	}
	_, err = fmt.Print(output.RestoredText(done, command))
	return err
}

// agreed asks before the caseload's file is replaced.
func agreed(from view.Backup) bool {
	fmt.Print(output.RestoreQuestion(from))
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	return strings.EqualFold(strings.TrimSpace(answer), "yes")
}

// checkFlags say what kettle check looks at, and how it answers.
type checkFlags struct{ backups, mend, asJSON bool }

func checkCommand(f *flags) *cobra.Command {
	var how checkFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "Examine the caseload for damage; nothing is changed",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if how.mend && f.readOnly {
				return usageError{errors.New("--mend writes and --read-only does not: choose one")}
			}
			return check(c.Context(), f, how)
		},
	}
	c.Flags().BoolVar(&how.backups, "backups", false, "examine each backup, too")
	c.Flags().BoolVar(&how.mend, "mend", false, "make anew what Kettle makes from the rest, if only that is wrong")
	c.Flags().BoolVar(&how.asJSON, "json", false, "as JSON")
	return c
}

// check examines the caseload and prints what it found. Damage is an error, so that a script notices.
func check(ctx context.Context, f *flags, how checkFlags) error {
	found, err := store.Check(ctx, f.caseload())
	if err != nil {
		return err
	}
	if how.mend && found.Mendable() {
		if found, err = f.mended(ctx); err != nil {
			return err
		}
	}
	var backups []view.Check
	if how.backups {
		if backups, err = store.CheckBackups(ctx, f.caseload()); err != nil {
			return err
		}
	}
	if err := printCheck(found, backups, how.asJSON); err != nil {
		return err
	}
	for _, c := range append(backups, found) {
		if !c.Sound() {
			return errors.New("damage was found; what it is stands above")
		}
	}
	return nil
}

// mended makes the list of families anew and examines the caseload again.
func (f *flags) mended(ctx context.Context) (view.Check, error) {
	s, err := f.open(ctx)
	if err != nil {
		return view.Check{}, err
	}
	if err := errors.Join(s.MakeListAnew(ctx), s.Close()); err != nil {
		return view.Check{}, err
	}
	return store.Check(ctx, f.caseload())
}

func printCheck(found view.Check, backups []view.Check, asJSON bool) error {
	if !asJSON {
		_, err := fmt.Print(output.CheckText(found, backups))
		return err
	}
	text := json.NewEncoder(os.Stdout)
	text.SetIndent("", "  ")
	return text.Encode(struct {
		view.Check
		Backups []view.Check `json:",omitempty"`
	}{found, backups})
}
