package demo

import "kettle/model"

// What is said in the families that are made by chance. {child} is the child's name.

var goodThings = []string{
	"{child} read to the class for the first time.",
	"{child} helped a new child find the hall.",
	"A certificate for kindness for {child}.",
	"{child} sat through the whole assembly.",
	"{child}'s picture hangs by the door.",
	"{child} asked for help before it got hard.",
	"First length without armbands for {child}.",
	"{child} learned the seven times table.",
	"{child} shared the ball without being asked.",
	"{child} wrote a whole page.",
	"{child} explained the experiment to a visitor.",
	"{child} was first in line all week.",
	"{child} made up with a friend, alone.",
	"{child} planted the beans and they came up.",
	"{child} sang a verse alone.",
	"{child} tried the climbing wall.",
}

// talk is a check-in: what it was about, and their words.
type talk struct{ note, words string }

var talks = []talk{
	{"How mornings go.", "Better since the alarm clock is a chicken."},
	{"How the new class is.", "{child} talks about it at tea."},
	{"How sleep is.", "Not great, but every night a bit longer."},
	{"The walk to school.", "We count the cats."},
	{"How things are at home.", "Fine, busy."},
	{"Reading at bedtime.", "{child} reads to the dog."},
	{"The weekend.", "We slept, mostly."},
	{"After the holidays.", "{child} was glad to be back."},
	{"How homework goes.", "Ten minutes is what we manage."},
	{"Friends.", "There is one now, that is enough."},
	{"How the appointment was.", "They listened."},
	{"What {child} says about lunch.", "The pasta is the best day."},
}

var notices = []string{
	"Letter about the trip, with the kit list.",
	"Copy of the support plan.",
	"Club places for next half-term.",
	"Free school meals form, filled in together.",
	"New number for the office's file.",
	"Date of parents' evening.",
}

var notReached = []string{"No answer.", "No answer, left a message.", "Line busy, tried again later.", "Not at the gate today."}

// worry is a concern with what came of it (practices 10 and 11).
type worry struct {
	reason                             model.Reason
	note, words, need, wish, firstStep string
}

var worries = []worry{
	{"friendship", "{child} says nobody plays with them.", "It breaks my heart.", "To know that somebody looks.", "One friend.", "A game with two others at break, with Miss Harlow."},
	{"learning", "Homework ends in tears.", "We fight every Thursday.", "Peace at home.", "Less, or other homework.", "Ten minutes, then stop; the teacher knows."},
	{"wellbeing", "{child} does not sleep before school days.", "Sundays are the worst.", "A calm start.", "Somebody at the gate.", "Met at the gate by a known face from tomorrow."},
	{"attendance", "Late again because of the bus.", "I cannot be in two places.", "A way to manage two schools.", "Not to be told off.", "A place at the breakfast club."},
	{"behaviour", "{child} was sent out and nobody said why.", "I heard it from another mum.", "To hear it from us.", "A call on the same day.", "The teacher rang in the afternoon."},
	{"SEN support", "The help stopped when the assistant was ill.", "Was anyone going to tell us?", "To be told.", "The same help again.", "Another adult until Friday; told the same day."},
	{"money", "The trip is too dear.", "I would rather say that we are ill that day.", "That it stays private.", "That {child} comes along.", "Paid from the fund; nobody else knows."},
	{"home", "They have to move again.", "It is only boxes.", "One thing that stays.", "That {child} keeps the place here.", "The place is kept, the bus is asked for."},
}

var questions = []struct{ ask, promise string }{
	{"When is the next visit of the speech therapist?", "Answer about the speech therapist"},
	{"May {child} bring headphones?", "Answer about the headphones"},
	{"Who decides about extra time in tests?", "Answer about extra time"},
	{"Can we see the new classroom before?", "Answer about the visit"},
}

var undertakings = []string{
	"Ask the teacher about a quiet place", "Send the reading list", "Find out about swimming lessons",
	"Ask the nurse about the inhaler", "Look for a second pair of glasses at school", "Send the photos of the new classroom",
}

const strengths words = `drawing running maths listening kindness building singing reading~aloud remembering helping`

const interests words = `trains dinosaurs football space cats dancing cooking bikes insects the~sea magic~tricks swimming`

var helpings = []string{
	"Say first what went well.", "Text, do not ring.", "Short messages, one thing at a time.", "Ring after tea.", "A smile at the gate is enough.", "Ask about the baby.",
}

var hardships = []string{
	"A new baby, short nights.", "Looking for work since the summer.", "Grandmother is in hospital.", "Waiting for a flat.", "Shifts change every week.",
}
