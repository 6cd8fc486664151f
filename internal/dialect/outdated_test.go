package dialect_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

func TestOutdated(t *testing.T) {
	folders := []string{"deprecated", "historical", "out-of-date", "unrecommended"}
	for _, title := range []string{
		"Filling a Vault (Deprecated)", "Filling a Vault (to Be Taken Offline)", "Vault APIs (V1, Not Recommended)",
		"Vault API v1 (To Be Discarded)", "Vaults (Old Version)", "APIs (Unavailable Soon)", "Emptying a Vault（Discarded）",
		"Out-of-Date APIs", "Out-of-date APIs", "Unrecommended APIs", "Historical APIs", "Deprecated", "Historical  Operations",
	} {
		if !dialect.Outdated(title, folders) {
			t.Errorf("%q is not taken for outdated", title)
		}
	}
	for _, title := range []string{
		"", "Filling a Vault", "Deleting Deprecated Vaults", "Deprecated Vaults", "Taking a Vault Offline",
		"Querying Historical Versions of a Vault", "Change History", "Historical Records", "Old Vaults",
		"APIs (Recommended)", "Vault APIs (V1)", "Listing Vaults (Including Deprecated Ones)", "Filling a Vault (Offline Mode)",
		"(Deprecated) Vaults", "Deprecating a Vault", "Obsoletes", "Deprecated)",
	} {
		if dialect.Outdated(title, folders) {
			t.Errorf("%q is taken for outdated", title)
		}
	}
	if dialect.Outdated("Historical APIs", nil) || !dialect.Outdated("APIs (Historical)", nil) {
		t.Error("only marks in brackets say it without a list of folders")
	}
}
