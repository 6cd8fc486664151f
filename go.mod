module github.com/rst2openapi/rst2openapi

go 1.26.0
