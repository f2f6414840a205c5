package meeting_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/tui/tuitest"
)

// knownWell is a meeting of people of whom something is known.
func (s *school) knownWell() *tuitest.Driver {
	s.t.Helper()
	ctx, store := context.Background(), s.d.Store
	d := s.planned()
	adults := s.prep().Adults
	for _, a := range adults {
		switch a.Forename {
		case "Emeka":
			a.Language, a.Interpreter, a.Access, a.Times = "Igbo", model.Yes, "no steps", "after 17:00"
		case "Grace":
			a.Access = "hears better on her right"
		default:
			continue
		}
		s.must(store.SaveAdult(ctx, a))
	}
	s.must(store.SaveStaff(ctx, model.Staff{Name: "Mr Ellis", Role: model.ClassTeacher}))
	s.on("One person leads").d.Press("enter")
	return d
}

// practices 15, 25 to 28: both sides counted in words, each as they like to be addressed, with what to
// think of and why they are there; who is kept apart with the reason, and no way in but reading it.
func TestThePeopleAreSeenAsTheyAre(t *testing.T) {
	s := at(t, 120, 46)
	d := s.knownWell()
	d.See("✓ Two from school, two from the family", "knows the family, someone familiar", "leads the meeting")
	d.See("speaks Igbo · needs an interpreter · no steps · after 17:00", "not before 14:00: she works nights")
	d.See("○ Mr Ellis", "sees Chidi every day", "Kept apart", "▲ Mr Lane", "no contact with Chidi")
	s.on("Auntie Grace").d.Press("enter").See("Grace Eze · hears better on her right", "✓ Two from school, three from the family")
	s.on("Mr Lane").d.Press("d").See("Only who is on the list").Press("space").See("Somebody from school leads").Press("n").See("Who comes along?").Press("esc")
	s.on("Mr Lane").d.Press("enter").See("Read before Mr Lane is asked")
}

func TestTheClassTeacherIsProposed(t *testing.T) {
	s := at(t, 120, 46)
	d := s.knownWell()
	s.on("Mr Ellis").d.Press("enter").See("! Three from school, two from the family: who could stay away?", "sees Chidi every day")
	d.Press("u").See("○ Mr Ellis", "✓ Two from school, two from the family")
}

// Who cannot come is heard in another way; it is seen where the people are, and settles its line.
func TestWhoCannotComeIsHeardInAnotherWay(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.NotSee("Who cannot come")
	s.on("One person leads").d.Press("enter")
	s.on("Mr Okafor").d.Press("enter", "tab", "tab", "tab", "tab", "tab", "tab").Type("cc").Press("ctrl+s")
	d.See("cannot come", "! What is done instead?", "! Two from school, one from the family").Press("esc")
	d.See("! Who cannot come is heard in another way", "What is done instead for Mr Okafor?", "of 23")
	s.on("Who cannot come").d.Press("enter")
	s.on("Mr Okafor").d.Press("enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Type("rings on Sunday evening").Press("ctrl+s")
	d.See("instead: rings on Sunday evening").NotSee("! What is done instead?").Press("esc")
	d.See("✓ Who cannot come is heard in another way", "Mr Okafor: rings on Sunday evening")
	d.Press("v").See("cannot come · instead: rings on Sunday")
}

func TestWhatIsDoneInsteadIsAskedWithTheAnswer(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("i", "j", "enter", "tab", "tab").NotSee("Instead").Type("c").NotSee("Instead").Type("c").See("Instead")
	d.Press("tab", "tab", "tab", "tab").Type("rings on Sunday").Press("ctrl+s", "esc").See("✓ Who cannot come is heard in another way", "Mr Okafor: rings on Sunday")
}

// practice 22: choosing a message for what should be heard asks whether to ring or meet, and the line
// stays until that was thought of.
func TestAMessageForAnHonestConversationAsksWhetherToRing(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("i", "space", "shift+tab", "enter").NotSee("could you ring, or meet?")
	d.Press("tab").Type("ee").See("In a message: could you ring, or meet?").Press("ctrl+s", "esc")
	d.See("! Told why in a voice, not in a message", "Could you ring Mrs Okafor, or meet?")
	s.on("Told why in a voice").d.Press("space").See("✓ Told why in a voice")
}

// practices 17 and 39
func TestTheViewsOfTeacherAndFamilyStandSideBySide(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.on("The class teacher's view").d.Press("enter").Type("He is quiet after lunch.").Press("tab").Type("He talks all evening.").Press("ctrl+s")
	s.on("The class teacher's view").d.Press("enter").See("Views beforehand", "✓ The class teacher", "✓ The family", "○ The child", "○ What they would like to talk about")
	d.See("He is quiet after lunch.                                    He talks all evening.")
	d.Press("?").See("You are the balance between two views").Press("esc")
	d.Press("j", "j", "enter").See("Child").Press("esc", "j", "enter").See("They named").Press("tab").Type("the bus").Press("ctrl+s").See("✓ What they would like to talk about", "the bus")
	d.Press("esc").See("asked today: the bus")
	s.on("What would they like").d.Press("enter").See("He talks all evening.")
}

func TestWhatIsKnownOfPeopleLooksAsItDid(t *testing.T) {
	s := at(t, 120, 46)
	d := s.knownWell()
	s.on("Auntie Grace").d.Press("enter")
	s.on("Mr Okafor").d.Press("enter", "tab", "tab", "tab", "tab", "tab", "tab").Type("cc").Press("ctrl+s")
	for _, size := range sizes {
		d.Resize(size[0], size[1])
		d.Golden(fmt.Sprintf("peopleknown-%dx%d", size[0], size[1]))
	}
}

func TestTheViewsLookAsTheyDid(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.on("The class teacher's view").d.Press("enter").Type("He is quiet after lunch, and sits alone. In the mornings he laughs.").Press("tab").
		Type("He talks all evening about trains. He does not want to say what happens at lunch.").Press("ctrl+s")
	s.on("The class teacher's view").d.Press("enter")
	for _, size := range sizes {
		d.Resize(size[0], size[1])
		d.Golden(fmt.Sprintf("views-%dx%d", size[0], size[1]))
	}
}
