package tuitest_test

import (
	"flag"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kettle/tui/action"
)

const (
	keysBegin = "<!-- keys: made from the action table; go test ./tui/tuitest -run Keys -update writes it anew -->\n"
	keysEnd   = "<!-- /keys -->"
)

// keyTable is the README's table: for each key what it does, in the order of the action table.
func keyTable() string {
	var b strings.Builder
	b.WriteString("\n| key | what it does |\n|---|---|\n")
	titles, order := map[string][]string{}, []string{}
	for _, a := range action.Table {
		keys := a.AllKeys()
		if keys == "" || a.In(action.Blanked) {
			continue
		}
		if titles[keys] == nil {
			order = append(order, keys)
		}
		if !slices.Contains(titles[keys], a.Title) {
			titles[keys] = append(titles[keys], a.Title)
		}
	}
	apart := strings.NewReplacer("page ", "page ", " ", "` `") // "page up" is one key
	for _, keys := range order {
		fmt.Fprintf(&b, "| `%s` | %s |\n", apart.Replace(keys), strings.Join(titles[keys], " · "))
	}
	return b.String() + "\n"
}

func TestKeysOfTheReadmeAreCurrent(t *testing.T) {
	path := filepath.Join(root, "README.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), keysBegin)
	_, after, ok2 := strings.Cut(rest, keysEnd)
	if !ok || !ok2 {
		t.Fatal("the README has lost the marks around its key table")
	}
	want := before + keysBegin + keyTable() + keysEnd + after
	if want == string(text) {
		return
	}
	if !flag.Lookup("update").Value.(flag.Getter).Get().(bool) {
		t.Fatal("the README's keys are not those of the action table; run the test with -update")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

var named = regexp.MustCompile("`((?:model|store|tui|\\.github|\\.ci)(?:/[\\w.-]+)*/?)`|\\]\\((\\.github/[^)]+)\\)")

func TestPathsThatTheDocumentsNameAreThere(t *testing.T) {
	for _, doc := range []string{"README.md", ".github/ARCHITECTURE.md", ".github/CONTRIBUTING.md"} {
		text, err := os.ReadFile(filepath.Join(root, doc))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			path := m[1] + m[2]
			if strings.Contains(path, "NNNN") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, path)); err != nil {
				t.Errorf("%s names %s, which is not there", doc, path)
			}
		}
	}
}

var ran = regexp.MustCompile(`go test \./(\S+) -run (\w+)`)

// What the documents say to run is there to be run.
func TestTestsThatTheDocumentsNameAreThere(t *testing.T) {
	all := sources(t)
	for _, doc := range []string{"README.md", ".github/ARCHITECTURE.md", ".github/CONTRIBUTING.md"} {
		text, err := os.ReadFile(filepath.Join(root, doc))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range ran.FindAllStringSubmatch(string(text), -1) {
			if !slices.ContainsFunc(all, func(s source) bool {
				return s.test && s.folder == m[1] && slices.ContainsFunc(s.file.Decls, func(d ast.Decl) bool {
					f, ok := d.(*ast.FuncDecl)
					return ok && strings.HasPrefix(f.Name.Name, "Test") && strings.Contains(f.Name.Name, m[2])
				})
			}) {
				t.Errorf("%s says %q, and no test there is called so", doc, m[0])
			}
		}
	}
}

// The guide names the fuzz targets that there are, all of them.
func TestTheGuideNamesTheFuzzTargets(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, ".github/CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed, there, folder := []string{}, []string{}, ""
	for line := range strings.Lines(string(text)) {
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' }) {
			switch {
			case strings.HasPrefix(word, "./"):
				folder = word
			case strings.HasPrefix(word, "Fuzz") && word != "Fuzz":
				listed = append(listed, folder+" "+word)
			}
		}
	}
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && s.test && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Fuzz") {
				there = append(there, "./"+s.folder+" "+f.Name.Name)
			}
		}
	}
	slices.Sort(listed)
	slices.Sort(there)
	if !slices.Equal(listed, there) {
		t.Errorf("it names\n%q,\nthere are\n%q", listed, there)
	}
}
