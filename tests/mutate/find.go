package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// mutant is one possible change of the source. It is woven into the source as text before
// and after what it changes, so that no line moves and the compiler sees all mutants at
// once; the variable that the text asks decides at run time which of them is on.
type mutant struct {
	file string // from the module's folder on
	line int
	fun  string // the function it is in, with its receiver
	what string // the change, as a person reads it
	nth  int    // counts equal changes of one function

	start, end  int // offsets into the file
	open, close string
}

// key names a mutant by what it changes, not where: it stays the same when lines move.
func (m *mutant) key() string {
	s := m.file + " " + m.fun + ": " + m.what
	if m.nth > 1 {
		s += " #" + strconv.Itoa(m.nth)
	}
	return s
}

func (m *mutant) pkg() string { return filepath.ToSlash(filepath.Dir(m.file)) }

// candidates lists the mutants of the packages in these folders of the module, in the order
// of files and positions.
func candidates(root string, packages []string) ([]*mutant, error) {
	var out []*mutant
	for _, pkg := range packages {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pkg), "*.go"))
		if err != nil {
			return nil, err
		}
		before := len(out)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			found, err := mutantsOf(pkg+"/"+filepath.Base(file), text)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		if len(out) == before {
			return nil, fmt.Errorf("%s has nothing to change", pkg)
		}
	}
	return out, nil
}

// finder walks over the syntax of one file.
type finder struct {
	set  *token.FileSet
	name string
	text string
	fun  string
	keys map[string]int // how often each key was given
	seen map[*ast.BinaryExpr]bool
	out  []*mutant
}

// mutantsOf lists the mutants of one file.
func mutantsOf(name string, text []byte) ([]*mutant, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	f := &finder{set: set, name: name, text: string(text), keys: map[string]int{}, seen: map[*ast.BinaryExpr]bool{}}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Body != nil {
				f.fun = funcName(d)
				f.walk(d.Body)
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				f.fun = "var"
				f.walk(d)
			}
		}
	}
	slices.SortStableFunc(f.out, func(a, b *mutant) int { return a.start - b.start })
	return f.out, nil
}

func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "." + d.Name.Name
	}
	return d.Name.Name
}

func (f *finder) walk(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok == token.VAR // constants cannot ask a variable
		case *ast.BinaryExpr:
			f.operands(n)
			f.bounds(n)
		case *ast.IfStmt:
			f.negate(n.Cond)
			if n.Else == nil {
				f.returns(n.Body.List)
			}
		case *ast.ForStmt:
			if n.Cond != nil {
				f.negate(n.Cond)
			}
		case *ast.SwitchStmt:
			if n.Tag == nil {
				for _, c := range n.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						f.negate(e)
					}
				}
			}
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if isCondition(e) {
					f.negate(e)
				}
			}
		case *ast.BlockStmt:
			f.statements(n.List)
		case *ast.CaseClause:
			f.statements(n.Body)
		case *ast.CommClause:
			f.statements(n.Body)
		}
		return true
	})
}

// isCondition reports whether an expression is a boolean by its form.
func isCondition(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	case *ast.BinaryExpr:
		return isLogical(e.Op) || e.Op.Precedence() == token.EQL.Precedence()
	}
	return false
}

func isLogical(op token.Token) bool { return op == token.LAND || op == token.LOR }

// operands drops each operand of a chain of && or ||.
func (f *finder) operands(n *ast.BinaryExpr) {
	if !isLogical(n.Op) || f.seen[n] {
		return
	}
	whole := f.source(n)
	for _, e := range f.chain(n, n.Op) {
		open := fmt.Sprintf("mutant_.Drop(NUMBER, %v, ", n.Op == token.LAND)
		f.add(e, fmt.Sprintf("drop `%s` of `%s`", f.source(e), whole), open, ")")
	}
}

// chain lists the operands a, b and c of a && b && c. The parts of the chain are seen with it.
func (f *finder) chain(e ast.Expr, op token.Token) []ast.Expr {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == op {
		f.seen[b] = true
		return append(f.chain(b.X, op), f.chain(b.Y, op)...)
	}
	return []ast.Expr{e}
}

func (f *finder) negate(e ast.Expr) {
	f.add(e, fmt.Sprintf("negate `%s`", f.source(e)), "("+isOn+" != (", "))")
}

// closer gives each comparison the one that differs where both sides are equal.
var closer = map[token.Token]string{token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">"}

// bounds moves the bound of a comparison by one: < becomes <=, and a number grows by one.
func (f *finder) bounds(n *ast.BinaryExpr) {
	x, y := f.raw(n.X), f.raw(n.Y)
	if strings.Contains(x+y, "\n") { // the copy would move lines
		return
	}
	change := func(to string) {
		open, close := fmt.Sprintf("(%s && (%s) || !%s && (", isOn, to, isOn), "))"
		if isPure(n) {
			open, close = fmt.Sprintf("mutant_.Either(NUMBER, %s, ", to), ")"
		}
		f.add(n, fmt.Sprintf("`%s` becomes `%s`", f.source(n), to), open, close)
	}
	if op := closer[n.Op]; op != "" {
		change(x + " " + op + " " + y)
	}
	if n.Op.Precedence() == token.EQL.Precedence() {
		if lit, ok := n.Y.(*ast.BasicLit); ok && lit.Kind == token.INT {
			change(x + " " + n.Op.String() + " " + y + "+1")
		}
	}
}

// isPure reports whether an expression may be computed twice: it calls nothing but len.
func isPure(e ast.Expr) bool {
	pure := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			id, ok := n.Fun.(*ast.Ident)
			pure = pure && ok && id.Name == "len"
		case *ast.UnaryExpr:
			pure = pure && n.Op != token.ARROW
		}
		return pure
	})
	return pure
}

// returns takes away returns that an if decides on; the statements after it are run instead.
func (f *finder) returns(list []ast.Stmt) {
	for _, s := range list {
		if s, ok := s.(*ast.ReturnStmt); ok {
			f.remove(s)
		}
	}
}

// statements takes away what the compiler can do without.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok {
				if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
					continue // it may be what ends the function
				}
			}
			f.remove(s)
		case *ast.AssignStmt:
			if id, ok := s.Lhs[0].(*ast.Ident); s.Tok != token.DEFINE && !(ok && id.Name == "_") {
				f.remove(s)
			}
		case *ast.IncDecStmt:
			f.remove(s)
		case *ast.BranchStmt:
			if s.Tok == token.BREAK || s.Tok == token.CONTINUE {
				f.remove(s)
			}
		}
	}
}

func (f *finder) remove(s ast.Stmt) {
	f.add(s, fmt.Sprintf("remove `%s`", f.source(s)), "if !"+isOn+" { ", " }")
}

func (f *finder) add(n ast.Node, what, open, close string) {
	m := &mutant{
		file: f.name, line: f.set.Position(n.Pos()).Line, fun: f.fun, what: what,
		start: f.offset(n.Pos()), end: f.offset(n.End()), open: open, close: close,
	}
	f.keys[m.key()]++
	m.nth = f.keys[m.key()]
	f.out = append(f.out, m)
}

func (f *finder) offset(p token.Pos) int { return f.set.Position(p).Offset }

func (f *finder) raw(n ast.Node) string { return f.text[f.offset(n.Pos()):f.offset(n.End())] }

// source is the text of a node on one line.
func (f *finder) source(n ast.Node) string { return strings.Join(strings.Fields(f.raw(n)), " ") }
