package model
import ("testing";"fmt")
func TestShow(t *testing.T){
 items:=Checklist(okaforFacts()); n,m:=Ready(items)
 fmt.Println(n,m)
 for _,i:=range items{fmt.Printf("%-8s %s %-50s %s\n",i.Group,i.State.Glyph(),i.Asks,i.Says); if i.Question!=""{fmt.Println("            ",i.Question)}}
 f:=LetterFacts{Circle:okaforCircle(),To:okaforAdults()[0],Meeting:okaforFacts().Meeting,People:okaforPeople(),Options:okaforFacts().Options[1:],Agenda:okaforFacts().Agenda,RoomName:"Rainbow room",Me:okaforStaff()[0],SignOff:"With warm wishes",Today:okaforToday}
 f.Meeting.NextDate="2026-12-01T15:30"; f.Meeting.Thanks="for telling us how lunchtimes feel for Chidi"
 f.Agreements=[]Agreement{{Position:1,Text:"Mr Shah opens the library at 12:10",Whose:OfStaff,Who:"Mr Shah",From:"2026-11-30"},{Position:2,Text:"Mrs Okafor tells Chidi tonight",Whose:OfFamily,Who:"Mrs Okafor",AdultID:ngoziID,Due:okaforToday},{Position:3,Text:"You ask both how the first week went",Whose:Mine,Due:"2026-12-04"}}
 for _,fn:=range []func(LetterFacts)(Document,error){Invitation,AgendaText,ThankYouText,Summary}{ d,err:=fn(f); fmt.Println("-----",err); fmt.Println(d.Text()); fmt.Println(d.Notes); r:=ReadLetter(d.Text()); fmt.Println(r.Score,r.Ease(),r.LongSentences,r.Words)}
 f.To=okaforAdults()[1]; d,_:=Summary(f); fmt.Println("=====");fmt.Println(d.Text());fmt.Println(d.Notes)
 p:=Propose(ProposalFacts{Circle:okaforCircle(),Kind:HonestConversation,Mood:MayGetHeated,Staff:okaforStaff(),TeacherID:shahID,Today:okaforToday}); fmt.Printf("%+v\n",p)
 fmt.Println(Greeting(Morning{Now:"08:30",Today:okaforToday,Late:1,Due:2,Next:&NextMeeting{Family:"Okafor",Start:"2026-11-24T15:30",Mode:InPerson,Lacks:"agenda.sent"}}))
 fmt.Printf("%+v\n",AgendaFor(HonestConversation,[]string{"a","b"},0))
}
