package tuitest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../.."

// source is one file of the program.
type source struct {
	path   string // from the top, with slashes
	folder string
	test   bool
	file   *ast.File
	set    *token.FileSet
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		rel = filepath.ToSlash(rel)
		all = append(all, source{rel, filepath.ToSlash(filepath.Dir(rel)), strings.HasSuffix(name, "_test.go"), f, set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s source) imports() []string {
	var paths []string
	for _, i := range s.file.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		paths = append(paths, path)
	}
	return paths
}

// under reports whether the file lies in the folder or below it.
func (s source) under(folder string) bool {
	return s.folder == folder || strings.HasPrefix(s.folder, folder+"/")
}

// mayNot are the imports that a folder must do without, and those it may have all the same.
var mayNot = []struct {
	folder, not string
	but         []string
}{
	{"model", "kettle", []string{"kettle/model"}},
	{"model", "os", nil},
	{"model", "io/fs", nil},
	{"model", "net", nil},
	{"model", "database", nil},
	{"model", "charm.land", nil},
	{"store", "kettle/tui", nil},
	{"store", "charm.land", nil},
	{"tui", "kettle/store", nil},
	{"tui", "database", nil},
	{"tui", "modernc.org", nil},
	{"tui", "os", nil},
	{"tui/canvas", "kettle", nil},
	{"tui/theme", "kettle", nil},
	{"tui/action", "kettle", nil},
	{"tui/widget", "kettle/tui/screen", nil},
	{"tui/widget", "kettle/model/view", nil},
	{"store/intake", "database", nil},
	{"store/demo", "database", nil},
	{"store/demo", "kettle/store", []string{"kettle/store/demo"}},
	{"store/intake", "kettle/store", []string{"kettle/store/intake"}},
}

func TestPackagesImportOneWay(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.under("tui/tuitest") {
			continue
		}
		for _, rule := range mayNot {
			if !s.under(rule.folder) {
				continue
			}
			for _, path := range s.imports() {
				if below(path, rule.not) && !slices.ContainsFunc(rule.but, func(ok string) bool { return below(path, ok) }) {
					t.Errorf("%s imports %s: %s may not", s.path, path, rule.folder)
				}
			}
		}
	}
}

// What is worked out at the start, maps and calls, brings the code of its package into memory, and there
// are thirty screens of which a person opens five: there a table is a function.
func TestScreensWorkNothingOutAtTheStart(t *testing.T) {
	const used = "tui/screen/today" // by everybody
	for _, s := range sources(t) {
		if s.test || !s.under("tui/screen") || s.folder == used {
			continue
		}
		for _, d := range s.file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				ast.Inspect(g, func(n ast.Node) bool {
					switch n.(type) {
					case *ast.FuncLit:
						return false
					case *ast.CallExpr, *ast.MapType:
						t.Errorf("%s works something out at the start", s.set.Position(n.Pos()))
					}
					return true
				})
			}
		}
	}
}

func below(path, parent string) bool { return path == parent || strings.HasPrefix(path, parent+"/") }

// sharedScreens are the popups and forms that several screens show.
var sharedScreens = []string{
	"kettle/tui/screen", "kettle/tui/screen/form", "kettle/tui/screen/choose", "kettle/tui/screen/agreement", "kettle/tui/screen/afterwards",
	"kettle/tui/screen/promise", "kettle/tui/screen/calloff", "kettle/tui/screen/whose", "kettle/tui/screen/loglists", "kettle/tui/screen/meetingforms", "kettle/tui/screen/moving",
	"kettle/tui/screen/sleeping",
}

func TestScreensDoNotKnowOneAnother(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || !s.under("tui/screen") {
			continue
		}
		for _, path := range s.imports() {
			own := path == "kettle/"+s.folder
			if below(path, "kettle/tui/screen") && !own && !slices.Contains(sharedScreens, path) {
				t.Errorf("%s imports %s: screens meet in the root only", s.path, path)
			}
		}
	}
}

var statement = regexp.MustCompile(`(?i)\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA \w+|CREATE (TABLE|INDEX|TRIGGER))\b`)

func TestSQLStandsInStoreOnly(t *testing.T) {
	for _, s := range sources(t) {
		if s.under("store") || s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && statement.MatchString(lit.Value) {
				t.Errorf("%s: SQL outside store: %s", s.set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
}

// What leaves the caseload is whole or not at all, and never over a file that is there: store sees to it.
func TestFilesAreWrittenInStoreOnly(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.under("store") || s.under("tui/tuitest") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && isPackage(sel.X, "os") && slices.Contains([]string{"Create", "CreateTemp", "OpenFile", "WriteFile", "Rename"}, sel.Sel.Name) {
				t.Errorf("%s: a file is written outside store: os.%s", s.set.Position(sel.Pos()), sel.Sel.Name)
			}
			return true
		})
	}
}

func TestModelReadsNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || !s.under("model") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && isPackage(sel.X, "time") &&
				slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Sleep", "NewTimer", "Local"}, sel.Sel.Name) {
				t.Errorf("%s: model uses time.%s; time comes in as an argument", s.set.Position(sel.Pos()), sel.Sel.Name)
			}
			return true
		})
	}
}

func isPackage(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// A key is named in the action table, and compared by action.Find alone.
func TestKeysAreComparedInTheActionTableOnly(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || !s.under("tui") || s.under("tui/action") || s.under("tui/tuitest") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if (n.Op == token.EQL || n.Op == token.NEQ) && (keyish(n.X) || keyish(n.Y)) {
					t.Errorf("%s: a key is compared", s.set.Position(n.Pos()))
				}
			case *ast.SwitchStmt:
				if n.Tag != nil && keyish(n.Tag) {
					t.Errorf("%s: a key is compared", s.set.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				if isPackage(n.X, "key") && n.Sel.Name == "Matches" || isPackage(n.X, "tea") && strings.HasPrefix(n.Sel.Name, "Key") && !strings.HasSuffix(n.Sel.Name, "Msg") {
					t.Errorf("%s: a key is named outside the action table: %s", s.set.Position(n.Pos()), n.Sel.Name)
				}
			}
			return true
		})
	}
}

// keyish reports whether an expression reads which key was pressed.
func keyish(e ast.Expr) bool {
	if call, ok := e.(*ast.CallExpr); ok {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		return ok && (sel.Sel.Name == "String" || sel.Sel.Name == "Keystroke") && isPackage(sel.X, "msg")
	}
	sel, ok := e.(*ast.SelectorExpr)
	return ok && isPackage(sel.X, "msg") && (sel.Sel.Name == "Code" || sel.Sel.Name == "Mod")
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	said, packages := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		packages[s.folder] = true
		said[s.folder] = said[s.folder] || s.file.Doc != nil
	}
	for folder := range packages {
		if !said[folder] {
			t.Errorf("package %s has no package comment", folder)
		}
	}
}

// topLevel is what the top of the project holds, besides names that begin with a dot.
var topLevel = []string{"README.md", "go.mod", "go.sum", "main.go", "model", "store", "tui"}

func TestTopLevelHoldsNothingElse(t *testing.T) {
	entries, err := filepath.Glob(filepath.Join(root, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if name := filepath.Base(e); !strings.HasPrefix(name, ".") && name != "kettle" && name != "kettle.exe" {
			names = append(names, name)
		}
	}
	if !slices.Equal(names, topLevel) {
		t.Errorf("the top level holds %v, and should hold %v", names, topLevel)
	}
}
