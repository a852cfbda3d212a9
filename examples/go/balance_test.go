package billing

import "testing"

// In a file of tests codes have hovers; rules only with the setting faultbook.tests.
func TestRefused(t *testing.T) {
	wantByCode := map[int]bool{0: false, 4100: true, 4400: false, 5300: false}
	for code, want := range wantByCode {
		if got := Refused(&Reply{Code: code}); got != want {
			t.Errorf("Refused(%d) = %v", code, got)
		}
	}
}
