package tuitest_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestWithoutATerminalItNamesTheCommandsThatPrint(t *testing.T) {
	for _, args := range [][]string{nil, {"demo"}} {
		r := command(t, args...)
		if r.code != 1 || r.out != "" {
			t.Errorf("kettle %v: code %d, printed %q; want code 1 and nothing", args, r.code, r.out)
		}
		oneSentence(t, strings.Join(args, " "), r.err)
		for _, names := range []string{"terminal", "kettle today", "kettle export --json", "kettle import FILE --preview"} {
			if !strings.Contains(r.err, names) {
				t.Errorf("kettle %v does not name %q: %q", args, names, r.err)
			}
		}
	}
}

func TestWrongUsageEndsWithTwoAndASentence(t *testing.T) {
	db := filepath.Join(t.TempDir(), "new.db")
	newCaseload(t, db)
	for _, c := range []struct{ line, says string }{
		{"no-such-command", "is no command"},
		{"--no-such-flag", "--no-such-flag"},
		{"--today tomorrow export --json", "--today"},
		{"demo extra", "extra"},
		{"demo --families 0", "--families"},
		{"demo --families many", "--families"},
		{"demo --seed -1", "--seed"},
		{"import", "kettle import FILE"},
		{"import a.csv b.csv", "kettle import FILE"},
		{"import --preview --yes a.csv", "choose one"},
		{"export", "kettle export --json"},
		{"export --json a.json b.json", "kettle export --json"},
		{"export everything", "everything"},
		{"export contacts more.csv", "kettle export contacts --to more.csv"},
		{"export calendar --from sometime", "sometime"},
		{"export log --from 2/12/2026 --until 1/12/2026", "before the first"},
		{"export families --names", "--names"},
		{"export pack", "kettle export pack --to FILE"},
		{"backup extra", "extra"},
		{"backup --no-such-flag", "--no-such-flag"},
		{"today extra", "extra"},
		{"today --no-such-flag", "--no-such-flag"},
		{"today --today 2026-11-24", "made by kettle demo"},
		{"log --no-such-flag Okafor", "--no-such-flag"},
	} {
		args := append(strings.Fields(c.line), "--db", db)
		r := command(t, args...)
		if r.code != 2 || r.out != "" || !strings.Contains(r.err, c.says) {
			t.Errorf("kettle %s: code %d, printed %q, said %q; want code 2 and %q", c.line, r.code, r.out, r.err, c.says)
		}
		oneSentence(t, c.line, r.err)
	}
}

// flagsOf are the flags that the help of each command must name.
var flagsOf = map[string][]string{
	"":       {"--db", "--read-only"},
	"demo":   {"--families", "--seed", "--into"},
	"import": {"--preview", "--yes", "--json", "--report"},
	"export": {"--json"},

	"export contacts": {"--to", "--family", "--everyone"},
	"export vcards":   {"--to", "--family", "--everyone", "--names"},
	"export calendar": {"--to", "--family", "--from", "--until", "--names"},
	"export families": {"--to", "--family"},
	"export pack":     {"--to", "--family"},
	"export log":      {"--to", "--family", "--from", "--until"},

	"backup":  nil,
	"check":   {"--backups", "--mend", "--json"},
	"restore": {"--yes"},
	"today":   {"--json"},
	"log":     {"--preview", "--json"},
}

func TestHelpOfEachCommandNamesItsFlags(t *testing.T) {
	for name, flags := range flagsOf {
		r := command(t, append(strings.Fields(name), "--help")...)
		if r.code != 0 || r.err != "" {
			t.Errorf("kettle %s --help: code %d, %q", name, r.code, r.err)
		}
		if name != "" && !strings.Contains(r.out, "kettle "+name) {
			t.Errorf("kettle %s --help is about something else:\n%s", name, r.out)
		}
		for _, flag := range append(flags, "--db", "--read-only", "--help") {
			if !strings.Contains(r.out, flag+" ") {
				t.Errorf("kettle %s --help does not name %s:\n%s", name, flag, r.out)
			}
		}
		if strings.Contains(r.out, "--today") {
			t.Errorf("kettle %s --help names --today, which is for made-up schools", name)
		}
	}
}

var commandInReadme = regexp.MustCompile(`kettle ([a-z]+)`)
var flagInReadme = regexp.MustCompile("(?:^|[ `\\[])(--[a-z-]+)")

// commandsOfTheReadme are the lines under "On the command line", and what stands in code elsewhere.
func commandsOfTheReadme(t *testing.T) (names, flags []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("(?m)^    kettle.*$|`kettle [^`]*`|`--[^`]*`")
	for _, line := range code.FindAllString(string(text), -1) {
		for _, m := range commandInReadme.FindAllStringSubmatch(line, -1) {
			names = append(names, m[1])
		}
		for _, m := range flagInReadme.FindAllStringSubmatch(line, -1) {
			flags = append(flags, m[1])
		}
	}
	slices.Sort(names)
	slices.Sort(flags)
	return slices.Compact(names), slices.Compact(flags)
}

func TestTheReadmeAndHelpNameTheSameCommands(t *testing.T) {
	names, flags := commandsOfTheReadme(t)
	help := command(t, "--help").out
	var helped []string
	_, list, _ := strings.Cut(help, "Available Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		if name := strings.Fields(line)[0]; name != "help" {
			helped = append(helped, name)
		}
	}
	slices.Sort(helped)
	if !slices.Equal(names, helped) {
		t.Errorf("the README names the commands %v, kettle --help %v", names, helped)
	}
	known := help
	for _, name := range helped {
		known += command(t, name, "--help").out
	}
	known += command(t, "export", "pack", "--help").out
	for _, flag := range flags {
		if !strings.Contains(known, flag+" ") {
			t.Errorf("the README names %s, which no command knows", flag)
		}
	}
}

// pupils is an office's export with one child.
func pupils(t *testing.T) string {
	t.Helper()
	csv := filepath.Join(t.TempDir(), "pupils.csv")
	if err := os.WriteFile(csv, []byte("UPN,Forename,Surname,DOB,Year\nA123456789012,Chidi,Okafor,14/03/2018,4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return csv
}

func TestCommandsOnANewCaseloadPrintAnEmptyOne(t *testing.T) {
	csv := pupils(t)
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"export --json", 0, `"families": []`},
		{"backup", 0, "Made and checked"},
		{"today", 0, ""},
		{"today --json", 0, "{"},
		{"import --preview " + csv, 0, "Okafor"},
	} {
		db := filepath.Join(t.TempDir(), "new.db")
		newCaseload(t, db)
		r := command(t, append(strings.Fields(c.line), "--db", db)...)
		if r.code != c.code || !strings.Contains(r.out, c.says) || r.err != "" {
			t.Errorf("kettle %s: code %d, printed %q, said %q", c.line, r.code, r.out, r.err)
		}
	}
}

// newCaseload makes an empty caseload, as a preview does.
func newCaseload(t *testing.T, db string) {
	t.Helper()
	if r := command(t, "import", pupils(t), "--preview", "--db", db); r.code != 0 {
		t.Fatal(r.err)
	}
}

// A name typed wrongly is no new caseload.
func TestAMistypedCaseloadIsNotMade(t *testing.T) {
	for _, line := range []string{"export --json", "export contacts", "backup", "today", "log Okafor"} {
		db := filepath.Join(t.TempDir(), "typo.db")
		r := command(t, append(strings.Fields(line), "--db", db)...)
		if r.code != 1 || r.out != "" || !strings.Contains(r.err, "There is no caseload at") {
			t.Errorf("kettle %s: code %d, printed %q, said %q", line, r.code, r.out, r.err)
		}
		if _, err := os.Stat(db); err == nil {
			t.Errorf("kettle %s made a caseload", line)
		}
	}
}

func TestAFileThatIsRefusedLeavesNoCaseloadBehind(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "letter.csv")
	if err := os.WriteFile(bad, []byte("Dear Mrs Okafor,\nthank you"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{bad, filepath.Dir(bad), filepath.Join(t.TempDir(), "missing.csv")} {
		for _, how := range []string{"--yes", "--preview", "--json"} {
			db := filepath.Join(t.TempDir(), "sub", "new.db")
			r := command(t, "import", file, how, "--db", db)
			report := strings.Contains(r.out, `"level": "file"`) // for another program: which file, and why not
			if r.code != 1 || report != (how == "--json" && file == bad) || !report && r.out != "" {
				t.Errorf("kettle import %s %s: code %d, printed %q", file, how, r.code, r.out)
			}
			oneSentence(t, file, r.err)
			if _, err := os.Stat(filepath.Dir(db)); err == nil {
				t.Errorf("kettle import %s %s made a folder", file, how)
			}
		}
	}
}

func TestReadOnlyMakesNoCaseload(t *testing.T) {
	for _, line := range []string{"export --json", "backup", "today", "import --yes a.csv"} {
		db := filepath.Join(t.TempDir(), "sub", "new.db")
		r := command(t, append(strings.Fields(line), "--read-only", "--db", db)...)
		if r.code != 1 || r.out != "" || !strings.Contains(r.err, "There is no caseload at") {
			t.Errorf("kettle %s --read-only: code %d, printed %q, said %q", line, r.code, r.out, r.err)
		}
		oneSentence(t, line, r.err)
		if _, err := os.Stat(filepath.Dir(db)); err == nil {
			t.Errorf("kettle %s --read-only made a folder", line)
		}
	}
}

func TestImportWithoutATerminalShowsThePreviewAndWritesNothing(t *testing.T) {
	csv, db := pupils(t), filepath.Join(t.TempDir(), "caseload.db")
	r := command(t, "import", csv, "--db", db)
	if r.code != 1 || !strings.Contains(r.out, "Okafor") || !strings.Contains(r.err, "--yes") {
		t.Errorf("code %d, printed %q, said %q", r.code, r.out, r.err)
	}
	if r := command(t, "export", "--json", "--db", db); !strings.Contains(r.out, `"families": []`) {
		t.Errorf("a preview wrote:\n%s", r.out)
	}
}

// Another program asked about this file, and not about the one before it.
func TestAFileThatBringsNothingIsReportedOnAllTheSame(t *testing.T) {
	first, db := pupils(t), filepath.Join(t.TempDir(), "caseload.db")
	again := filepath.Join(t.TempDir(), "again.csv")
	data, err := os.ReadFile(first)
	if err == nil {
		err = os.WriteFile(again, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{first, again} {
		r := command(t, "import", file, "--yes", "--json", "--db", db)
		if want := `"file": "` + filepath.Base(file) + `"`; r.code != 0 || !strings.Contains(r.out, want) {
			t.Errorf("code %d, want %s in:\n%s%s", r.code, want, r.out, r.err)
		}
	}
}

// The name of a file may have come from anywhere: it does not write to the terminal.
func TestAFilesNameDoesNotSteerTheTerminal(t *testing.T) {
	folder := t.TempDir()
	name, db := filepath.Join(folder, "pupils\x1b]0;x\x07\x1b[2J\nrest.csv"), filepath.Join(folder, "caseload.db")
	if err := os.WriteFile(name, []byte("no headings\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	newCaseload(t, db)
	for _, args := range [][]string{{"import", name + "x", "--preview", "--db", db}, {"import", name, "--preview", "--db", db}, {"export", "--json", name, "--db", db},
		{"restore", name, "--yes", "--db", db}, {"check", "--db", name}} {
		r := command(t, args...)
		oneSentence(t, args[0], r.err)
	}
}

func TestAFileThatIsThereIsNotWrittenOver(t *testing.T) {
	folder := t.TempDir()
	taken, db := filepath.Join(folder, "letter.txt"), filepath.Join(folder, "caseload.db")
	if err := os.WriteFile(taken, []byte("Dear Mrs Okafor"), 0o600); err != nil {
		t.Fatal(err)
	}
	newCaseload(t, db)
	for _, args := range [][]string{{"export", "--json", taken, "--db", db}, {"demo", "--families", "1", "--into", taken}} {
		r := command(t, args...)
		if r.code != 1 || !strings.Contains(r.err, "is there already") {
			t.Errorf("kettle %v: code %d, said %q", args, r.code, r.err)
		}
		oneSentence(t, args[0], r.err)
		if text, _ := os.ReadFile(taken); string(text) != "Dear Mrs Okafor" {
			t.Errorf("kettle %v wrote over a file", args)
		}
	}
}

func TestCheckSaysWhetherAllIsWell(t *testing.T) {
	db := filepath.Join(t.TempDir(), "caseload.db")
	if r := command(t, "demo", "--families", "6", "--into", db); r.code != 0 {
		t.Fatal(r.err)
	}
	if r := command(t, "check", "--db", db); r.code != 0 || !strings.Contains(r.out, "All is well.") {
		t.Errorf("code %d\n%s%s", r.code, r.out, r.err)
	}
	data, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[len(data)/2 : len(data)/2+3*4096])
	if err := os.WriteFile(db, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r := command(t, "check", "--db", db)
	if r.code != 1 || !strings.Contains(r.out, "kettle restore") {
		t.Errorf("code %d\n%s%s", r.code, r.out, r.err)
	}
	oneSentence(t, "a damaged caseload", r.err)
	unchanged(t, db, data)
}
