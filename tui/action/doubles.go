package action

// Scopes of the list of those who are perhaps the same, of two beside each other, and of the page on
// which a family or a person is split.
const (
	DoubleList  Scope = "perhaps the same"
	ComparePage Scope = "two beside each other"
	SplitPage   Scope = "split"
)

// Actions on those who stand in Kettle twice, or are two.
const (
	GoDoubles ID = "doubles.go"

	DoubleCompare ID = "double.compare"
	DoubleApart   ID = "double.apart"
	CompareSwap   ID = "compare.swap"
	CompareJoin   ID = "compare.join"

	SplitMark ID = "split.mark"
	SplitName ID = "split.name"
	SplitDo   ID = "split.do"

	FamilyJoin  ID = "family.join"
	FamilySplit ID = "family.split"
)

var doubles = []Action{
	{ID: DoubleCompare, Title: "See them beside each other", Foot: "compare", Keys: []string{"enter"}, Scopes: []Scope{DoubleList}},

	{ID: CompareJoin, Title: "Join the two", Foot: "join", Keys: []string{"ctrl+s"}, Scopes: []Scope{ComparePage}, Always: true},
	{ID: CompareSwap, Title: "Let the other one stay", Foot: "other one stays", Keys: []string{"v"}, Scopes: []Scope{ComparePage}},
	{ID: DoubleApart, Title: "These are two", Foot: "they are two", Keys: []string{"w"}, Scopes: []Scope{DoubleList, ComparePage}},

	{ID: SplitDo, Title: "Split", Foot: "split", Keys: []string{"ctrl+s"}, Scopes: []Scope{SplitPage}, Always: true},
	{ID: SplitMark, Title: "Goes, or stays", Foot: "goes or stays", Keys: []string{"space"}, Scopes: []Scope{SplitPage}},
	{ID: SplitName, Title: "Name the other one", Foot: "name", Keys: []string{"e"}, Scopes: []Scope{SplitPage}},

	{ID: FamilyJoin, Title: "Join with another …", Scopes: []Scope{Family}},
	{ID: FamilySplit, Title: "Split …", Scopes: []Scope{Family}},
	{ID: GoDoubles, Title: "Perhaps the same", Also: "duplicates doubles twice merge", Scopes: []Scope{Global}},
}
