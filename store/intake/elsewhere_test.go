package intake_test

import (
	"testing"

	"kettle/store/intake"
)

// Two mothers of one name who live "as above" do not share an address, and are two.
func TestWordsThatPointAtAnAddressAreNone(t *testing.T) {
	for _, words := range []string{"as above", "Same as above.", "SAME", "ditto", "same address"} {
		_, after := imported(t, "Name,DOB,Address,Contact name,Relationship,Contact address\n"+
			"Zed Khan,03/11/2016,1 Mill Lane ZZ1 1AA,Amina Khan,Mother,"+words+"\nYas Khan,04/12/2017,9 Low Road ZZ2 2BB,Amina Khan,Mother,"+words+"\n", intake.Caseload{})
		if len(after.Adults) != 2 || len(after.Families) != 2 || after.Adults[0].Now[intake.Address] != "" {
			t.Errorf("%s: %d adults in %d families, %q", words, len(after.Adults), len(after.Families), after.Adults[0].Now[intake.Address])
		}
	}
}

// "Same as child" says whose address it is, where nothing else is said of it.
func TestAnAddressAsTheChildsIsTheChilds(t *testing.T) {
	for cells, want := range map[string]string{"same as child,": "1 Mill Lane", "As pupil,Yes": "1 Mill Lane", "as student,No": "", "1 Same Street,": "1 Same Street"} {
		_, after := imported(t, "Name,DOB,Address,Contact name,Relationship,Contact address,Lives with\nZed Khan,03/11/2016,1 Mill Lane ZZ1 1AA,Amina Khan,Mother,"+cells+"\n", intake.Caseload{})
		if got := after.Adults[0].Now[intake.Address]; got != want {
			t.Errorf("%s: %q, want %q", cells, got, want)
		}
	}
}

// An address that is kept back stays as it is written; it joins nobody.
func TestAnAddressThatIsKeptBackJoinsNobody(t *testing.T) {
	_, after := imported(t, "Name,DOB,Contact name,Relationship,Contact address\nZed Khan,03/11/2016,Amina Khan,Mother,Confidential\nYas Khan,04/12/2017,Amina Khan,Mother,CONFIDENTIAL\n", intake.Caseload{})
	if len(after.Adults) != 2 || len(after.Families) != 2 || after.Adults[0].Now[intake.Address] != "Confidential" {
		t.Errorf("%d adults in %d families, %q", len(after.Adults), len(after.Families), after.Adults[0].Now[intake.Address])
	}
}
