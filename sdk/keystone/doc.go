// Package keystone logs in to Keystone v3, as the IAM of the Open Telekom Cloud speaks it,
// for clients that are built on package sdk.
//
//	options, err := keystone.FromEnv() // OS_AUTH_URL, OS_USERNAME …, or OS_CLOUD
//	auth, err := keystone.New(options)
//	client, err := cbr.New(ctx, auth)
//
// A password (with or without a passcode), a token, an application credential and an
// agency can be used, each for a project or a domain. The catalogue of the token tells
// clients where their service is and which project they work on. Tokens are renewed before
// they end, and once when a service refuses one.
//
// The errors of a login are *sdk.Error where Keystone responded, so that errors.Is(err,
// sdk.ErrUnauthorized) finds wrong credentials. Neither errors nor logs have secrets.
package keystone
