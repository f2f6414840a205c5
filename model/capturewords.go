package model

import "strings"

// capturedChannels are the words for each channel (capture.md section 3), folded; a hyphen or a space in
// them makes no difference.
var capturedChannels = captureTable([]captureRow[Channel]{
	{ByGate, "gate,playground,drop off,pick up"},
	{ByPhone, "phone,phoned,rang,rung,call,called,tel,voicemail,answerphone"},
	{ByText, "text,texted,sms"},
	{ByEmail, "email,emailed,mail"},
	{ByLetter, "letter,wrote,note home"},
	{BySchoolApp, "app,message"},
	{BySocial, "facebook,social media"},
	{ByVideo, "video,teams,zoom"},
	{AtHomeVisit, "visit,home visit,visited"},
	{FaceToFace, "met,saw,office,face to face,f2f,in school"},
})

var (
	// channelVerbs are the words that say who began it, when somebody stands directly before them.
	channelVerbs = captureSet("rang,called,phoned,texted,emailed,wrote")

	// unansweredWords are channels that nobody answered by: the mark x, too.
	unansweredWords = captureSet("voicemail,answerphone")

	// theyWords stand for somebody of the family, meWords for the user.
	theyWords = captureSet("they,she,he")
	meWords   = captureSet("i,we")

	// whoseWords may stand between a child and a relation: "Niamh, her mum".
	whoseWords = captureSet("his,her,their")

	// promiseVerbs begin a follow-up (capture.md section 6).
	promiseVerbs = captureSet("ring,call,phone,text,email,write,send,meet,see,check,ask,tell,book,chase,thank,find,order,print," +
		"remind,bring,sign,return")
	meetingVerbs = captureSet("meet,see")
	familyWords  = captureSet("they,she,he,family,the family,the parents,parents,both,both parents,mum and dad")
)

// captureMarks are the marks of one character, or the words for them (capture.md section 4).
var captureMarks = captureTable([]captureRow[ContactKind]{
	{GoodNews, "+,good news"},
	{Concern, "!,concern"},
	{Question, "?,question"},
	{Attempt, "x,attempt"},
	{PassedToDSL, "dsl"},
})

// bodyMarks are those that count as the body's first: a word would be missed from the note.
func bodyMarks() map[string]ContactKind {
	return map[string]ContactKind{"+": GoodNews, "!": Concern, "?": Question, "x": Attempt, "dsl": PassedToDSL}
}

// neverShort are ordinary words that are no name's beginning, and no name typed wrongly: "the printer
// is broken" is not about the Theakstons.
var neverShort = captureSet("about,after,again,all,also,and,any,are,asked,away,back,been,before,being,but,can,cannot,could,did," +
	"does,done,down,every,for,from,gave,get,give,going,gone,good,got,had,has,have,having,hello,her,here,him,his,how,into,its,just," +
	"later,left,let,like,little,made,make,many,may,more,most,much,must,need,needs,never,new,not,now,off,old,once,one,only,other," +
	"our,out,over,please,put,said,says,she,should,some,soon,still,take,than,thank,thanks,that,the,their,them,then,there,these,they," +
	"thing,think,this,those,time,today,told,too,took,two,under,until,very,want,wanted,wants,was,week,well,went,were,what,when," +
	"where,which,while,who,why,will,with,would,year,yes,yet,you,your")

// captureHints are words that look like a mark and set none: they are pointed at (capture.md section 4).
var captureHints = []struct{ words, ask string }{
	{"worried,worry,worries,upset,crying,tears,angry,complain,complained,complaint,scared,afraid,bullied,bullying,unhappy", "a concern? !"},
	{"thank you,thanks,lovely,proud,pleased,delighted,brilliant,well done", "good news? +"},
	{"no answer,no reply,not in,left a message,did not answer,didnt answer", "an attempt? x"},
	{"safeguarding,disclosed,disclosure", "for the DSL? dsl"},
}

// mostChannelWords and mostWhenWords are how many words the longest of them has.
const (
	mostChannelWords = 3
	mostWhenWords    = 6
)

type captureRow[T any] struct {
	is    T
	words string // parted by commas
}

func captureTable[T any](rows []captureRow[T]) map[string]T {
	table := map[string]T{}
	for _, row := range rows {
		for word := range strings.SplitSeq(row.words, ",") {
			table[strings.ReplaceAll(word, " ", "")] = row.is
		}
	}
	return table
}

func captureSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(words, ",") {
		set[strings.ReplaceAll(word, " ", "")] = true
	}
	return set
}
