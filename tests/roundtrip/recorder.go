package roundtrip

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
)

// recorder prints a type Recorder that implements the interface of a generated server: each
// method hands its name, reply and arguments to a function. server is the text of the file
// with the interface.
func recorder(server []byte) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", server, 0)
	if err != nil {
		return nil, err
	}
	var api *ast.InterfaceType
	ast.Inspect(file, func(n ast.Node) bool {
		if found, ok := n.(*ast.InterfaceType); ok && api == nil {
			api = found
		}
		return api == nil
	})
	if api == nil {
		return nil, errors.New("there is no interface of a server")
	}
	var body strings.Builder
	body.WriteString("\ntype Recorder struct {\n\tServe func(operation string, reply any, args ...any) error\n}\n")
	for _, m := range api.Methods.List {
		method, ok := m.Type.(*ast.FuncType)
		if !ok {
			continue
		}
		var params, args strings.Builder
		for i, p := range method.Params.List {
			var goType bytes.Buffer
			if err := format.Node(&goType, set, p.Type); err != nil {
				return nil, err
			}
			fmt.Fprintf(&params, "a%d %s,", i, goType.String())
			if i > 0 {
				fmt.Fprintf(&args, ", a%d", i)
			}
		}
		reply := method.Results.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name
		fmt.Fprintf(&body, "\nfunc (r Recorder) %[1]s(%[2]s) (*%[3]s, error) {\n\tout := new(%[3]s)\n\terr := r.Serve(%[1]q, out%[4]s)\n\treturn out, err\n}\n",
			m.Names[0].Name, params.String(), reply, args.String())
	}
	var imports strings.Builder
	for _, spec := range file.Imports {
		name := strings.Trim(spec.Path.Value, `"`)
		if name = name[strings.LastIndexByte(name, '/')+1:]; strings.Contains(body.String(), " "+name+".") || strings.Contains(body.String(), "]"+name+".") || strings.Contains(body.String(), "*"+name+".") {
			imports.WriteString("\t" + spec.Path.Value + "\n")
		}
	}
	return format.Source([]byte("package " + file.Name.Name + "\n\nimport (\n" + imports.String() + ")\n" + body.String()))
}
