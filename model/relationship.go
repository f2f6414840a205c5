package model

import (
	"slices"
	"strings"
	"sync"
)

// Relationship is what an adult is to a pupil, in the words of import.md section 4; "" when nobody
// has said.
type Relationship string

// The relationships. Mother to OtherRelative are family, the others are not.
const (
	Mother        Relationship = "mother"
	Father        Relationship = "father"
	Parent        Relationship = "parent"
	Stepmother    Relationship = "stepmother"
	Stepfather    Relationship = "stepfather"
	StepParent    Relationship = "step-parent"
	FosterCarer   Relationship = "foster-carer"
	Guardian      Relationship = "guardian"
	Carer         Relationship = "carer"
	Grandmother   Relationship = "grandmother"
	Grandfather   Relationship = "grandfather"
	Grandparent   Relationship = "grandparent"
	Aunt          Relationship = "aunt"
	Uncle         Relationship = "uncle"
	Sister        Relationship = "sister"
	Brother       Relationship = "brother"
	Sibling       Relationship = "sibling"
	OtherRelative Relationship = "other-relative"

	Childminder       Relationship = "childminder"
	SocialWorker      Relationship = "social-worker"
	FamilyFriend      Relationship = "friend"
	Neighbour         Relationship = "neighbour"
	ProfessionalHelp  Relationship = "professional"
	OtherRelationship Relationship = "other"
)

// Relationships are all of them in the order in which they are offered, family first.
var Relationships = []Relationship{
	Mother, Father, Parent, Stepmother, Stepfather, StepParent, FosterCarer, Guardian, Carer,
	Grandmother, Grandfather, Grandparent, Aunt, Uncle, Sister, Brother, Sibling, OtherRelative,
	Childminder, SocialWorker, FamilyFriend, Neighbour, ProfessionalHelp, OtherRelationship,
}

// Valid reports whether r is "" or a known relationship.
func (r Relationship) Valid() bool { return r == "" || slices.Contains(Relationships, r) }

// IsFamily reports whether r makes the adult one of the pupil's family, so that two pupils who share
// the adult are one family (import.md section 5).
func (r Relationship) IsFamily() bool {
	i := slices.Index(Relationships, r)
	return i >= 0 && i <= slices.Index(Relationships, OtherRelative)
}

// IsGrandparent reports whether r is of the generation before the parents.
func (r Relationship) IsGrandparent() bool {
	return r == Grandmother || r == Grandfather || r == Grandparent
}

// Words are what a person reads: "foster carer", "not known".
func (r Relationship) Words() string {
	switch r {
	case "":
		return "not known"
	case StepParent:
		return string(r)
	}
	return strings.ReplaceAll(string(r), "-", " ")
}

// relationshipWords are the words that offices and people use, folded. A hyphen or a space in them
// makes no difference.
var relationshipWords = foldedKeys([]relationshipRow{
	{Mother, "mother,mum,mam,mom,mummy,mama,ma,adoptive mother,birth mother,biological mother,natural mother"},
	{Father, "father,dad,daddy,papa,da,adoptive father,birth father,biological father,natural father"},
	{Parent, "parent,parents,adoptive parent,birth parent,biological parent,natural parent,mother father,mother and father,mum and dad,mum dad,parent carer,parent guardian"},
	{Stepmother, "stepmother,step mum,step mam"},
	{Stepfather, "stepfather,step dad"},
	{StepParent, "step parent"},
	{FosterCarer, "foster carer,foster mother,foster father,foster parent,foster mum,foster dad"},
	{Guardian, "guardian,legal guardian,special guardian"},
	{Carer, "carer,main carer"},
	{Grandmother, "grandmother,gran,granny,grandma,grandmum,nan,nana,nanna,nain,mamgu,maternal grandmother,paternal grandmother"},
	{Grandfather, "grandfather,grandad,granddad,grandpa,gramps,taid,tadcu,maternal grandfather,paternal grandfather"},
	{Grandparent, "grandparent,grandparents,maternal grandparent,paternal grandparent"},
	{Aunt, "aunt,auntie,aunty,great aunt"},
	{Uncle, "uncle,great uncle"},
	{Sister, "sister,half sister,step sister,foster sister"},
	{Brother, "brother,half brother,step brother,foster brother"},
	{Sibling, "sibling,half sibling"},
	{OtherRelative, "other relative,relative,relation,other family member,family member,cousin,niece,nephew,great grandmother,great grandfather,great grandparent"},
	{Childminder, "childminder"},
	{SocialWorker, "social worker"},
	{FamilyFriend, "friend,family friend,friend of family,friend of the family"},
	{Neighbour, "neighbour,neighbor"},
	{ProfessionalHelp, "professional,doctor,gp,teacher,health visitor,key worker,religious contact,religious or spiritual contact"},
	{OtherRelationship, "other,other contact"},
})

// relationshipCodes are set letters of the common basic data set.
var relationshipCodes = foldedKeys([]relationshipRow{
	{Mother, "PAM"}, {Father, "PAF"}, {StepParent, "STP"}, {FosterCarer, "FOM,FOF"}, {Carer, "CAR"}, {Grandparent, "GRP"},
	{OtherRelative, "REL,OFM"}, {Childminder, "CHM"}, {SocialWorker, "SWR"}, {ProfessionalHelp, "DOC,TCH,RLG"}, {OtherRelationship, "OTH"},
})

type relationshipRow struct {
	is    Relationship
	words string // parted by commas
}

// foldedKeys is the table by its folded words, made at its first use.
func foldedKeys(table []relationshipRow) func() map[string]Relationship {
	return sync.OnceValue(func() map[string]Relationship {
		keys := map[string]Relationship{}
		for _, row := range table {
			keys[Fold(string(row.is))] = row.is
			for word := range strings.SplitSeq(row.words, ",") {
				keys[Fold(word)] = row.is
			}
		}
		return keys
	})
}

// RelationshipOf is the relationship that an office's word or code stands for. A text nobody knows is
// OtherRelationship, known false; "" stays "".
func RelationshipOf(text string) (r Relationship, known bool) {
	key := Fold(text)
	if key == "" {
		return "", true
	}
	if r, known = relationshipWords()[key]; known {
		return r, true
	}
	if r, known = relationshipCodes()[key]; known {
		return r, true
	}
	return OtherRelationship, false
}

// RelationshipName is the relationship when a name is no more than one: "Dad", "Gran", "Foster mum".
// Words that are a relationship outside the family, and letter codes, are left as names.
func RelationshipName(name string) (Relationship, bool) {
	r := relationshipWords()[Fold(name)]
	return r, r.IsFamily()
}
