package action

// Scopes of the one line in which a contact is logged: in the line, on a part of what was understood, on
// an unfinished entry above it.
const (
	CaptureTyped      Scope = "capture line"
	CapturePart       Scope = "capture part"
	CaptureUnfinished Scope = "capture unfinished"
)

// Actions of the one line.
const (
	CaptureKeep     ID = "capture.keep"
	CaptureNext     ID = "capture.next"
	CapturePrevious ID = "capture.previous"
	CaptureUp       ID = "capture.up"
	CaptureDown     ID = "capture.down"
	CaptureCorrect  ID = "capture.correct"
	CaptureTake     ID = "capture.take"
	CaptureWhole    ID = "capture.whole"
	CaptureThrow    ID = "capture.throw"
	CaptureSave     ID = "capture.save"
)

var captureScopes = []Scope{CaptureTyped, CapturePart, CaptureUnfinished}

var capture = []Action{
	{ID: CaptureKeep, Title: "Keep the line", Foot: "keep", Keys: []string{"enter"}, Scopes: []Scope{CaptureTyped}, Text: true, Hidden: true},
	{ID: CaptureCorrect, Title: "Correct this part", Foot: "correct it", Keys: []string{"enter"}, Scopes: []Scope{CapturePart}, Text: true, Hidden: true},
	{ID: CaptureTake, Title: "Go on with this entry", Foot: "go on with it", Keys: []string{"enter"}, Scopes: []Scope{CaptureUnfinished}, Text: true, Hidden: true},
	{ID: CaptureSave, Title: "Keep", Foot: "keep", Keys: []string{"ctrl+s"}, Scopes: []Scope{CapturePart}, Text: true, Hidden: true},
	{ID: CaptureNext, Title: "Next part", Foot: "correct a part", Keys: []string{"tab"}, Scopes: captureScopes, Text: true, Hidden: true},
	{ID: CapturePrevious, Title: "Previous part", Keys: []string{"shift+tab"}, Scopes: captureScopes, Text: true, Hidden: true},
	{ID: CaptureUp, Title: "Up", Keys: []string{"up"}, Scopes: captureScopes, Text: true, Hidden: true},
	{ID: CaptureDown, Title: "Down", Keys: []string{"down"}, Scopes: captureScopes, Text: true, Hidden: true},
	{ID: CaptureWhole, Title: "Open the whole form", Foot: "all fields", Keys: []string{"ctrl+e"}, Scopes: captureScopes, Text: true, Hidden: true},
	{ID: CaptureThrow, Title: "Throw away what was typed", Keys: []string{"ctrl+x"}, Scopes: captureScopes, Text: true, Hidden: true},
}
