// Package gen is what code that cmd/gen has written calls. People have no need of it: what
// they use is in package sdk, and this package changes with the generator.
//
// It has what decodes and writes JSON member by member, the Checker of validators, what
// walks over pages and waits for states, and what writes parameters.
package gen
