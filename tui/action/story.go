package action

// StoryPage is the scope of the page with a family's story.
const StoryPage Scope = "their story"

// Actions on a family's story.
const (
	StoryChange ID = "story.change"
	StoryAdd    ID = "story.add"
	StorySaid   ID = "story.said"
	StoryRemove ID = "story.remove"
)

var story = []Action{
	{ID: StoryChange, Title: "Change what is selected", Foot: "change", Keys: []string{"enter", "e"}, Scopes: []Scope{StoryPage}},
	{ID: StorySaid, Title: "Said, or not yet", Foot: "said", Keys: []string{"space"}, Scopes: []Scope{StoryPage}},
	{ID: StoryAdd, Title: "Add a line", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{StoryPage}},
	{ID: StoryRemove, Title: "Remove the line", Foot: "remove", Keys: []string{"d"}, Scopes: []Scope{StoryPage}},
}
