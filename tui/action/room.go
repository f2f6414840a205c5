package action

// Scopes of the room of a meeting, and of a way to sit that is drawn.
const (
	MeetingRoom    Scope = "room of a meeting"
	MeetingLayouts Scope = "layouts"
	MeetingSeats   Scope = "seats of a meeting"
	LayoutDrawing  Scope = "drawing of a layout"
)

// Actions of the room.
const (
	LayoutTake   ID = "layout.take"
	LayoutAdd    ID = "layout.new"
	LayoutChange ID = "layout.change"
	LayoutRemove ID = "layout.remove"
	RoomSeats    ID = "room.seats"
	RoomLayouts  ID = "room.layouts"
	RoomOther    ID = "room.other"
	RoomChange   ID = "room.change"
	SeatsBest    ID = "seats.best"
	SeatTake     ID = "seat.take"
	SeatLeave    ID = "seat.leave"
	SeatUp       ID = "seat.up"
	SeatDown     ID = "seat.down"
	SeatLeft     ID = "seat.left"
	SeatRight    ID = "seat.right"
)

// Actions of a drawing.
const (
	PieceTake     ID = "piece.take"
	PieceAdd      ID = "piece.new"
	PieceName     ID = "piece.name"
	PieceRemove   ID = "piece.remove"
	PieceNext     ID = "piece.next"
	PiecePrev     ID = "piece.previous"
	PieceUp       ID = "piece.up"
	PieceDown     ID = "piece.down"
	PieceLeft     ID = "piece.left"
	PieceRight    ID = "piece.right"
	PieceWider    ID = "piece.wider"
	PieceNarrower ID = "piece.narrower"
	PieceTaller   ID = "piece.taller"
	PieceShorter  ID = "piece.shorter"
)

var room = []Action{
	{ID: LayoutTake, Title: "Sit like this", Foot: "sit like this", Keys: []string{"enter"}, Scopes: []Scope{MeetingLayouts}},
	{ID: SeatTake, Title: "Pick up, put down", Foot: "move", Keys: []string{"enter", "space"}, Scopes: []Scope{MeetingSeats}},
	{ID: RoomSeats, Title: "Move people", Foot: "move people", Keys: []string{"tab", "shift+tab"}, Scopes: []Scope{MeetingLayouts}},
	{ID: RoomLayouts, Title: "Back to the layouts", Foot: "layouts", Keys: []string{"tab", "shift+tab"}, Scopes: []Scope{MeetingSeats}},
	{ID: SeatsBest, Title: "Best seats for these people", Foot: "best seats", Keys: []string{"b"}, Scopes: []Scope{MeetingRoom}},
	{ID: SeatLeave, Title: "Take off the seat", Foot: "no seat", Keys: []string{"d"}, Scopes: []Scope{MeetingSeats}},
	{ID: RoomOther, Title: "Choose another room", Foot: "other room", Keys: []string{"v"}, Scopes: []Scope{MeetingRoom}},
	{ID: RoomChange, Title: "Change the room's facts", Foot: "change room", Keys: []string{"e"}, Scopes: []Scope{MeetingRoom}},
	{ID: LayoutAdd, Title: "Draw a layout like this", Foot: "new layout", Keys: []string{"n"}, Scopes: []Scope{MeetingLayouts}},
	{ID: LayoutRemove, Title: "Remove the own layout", Foot: "remove", Keys: []string{"d"}, Scopes: []Scope{MeetingLayouts}},
	{ID: LayoutChange, Title: "Change the own layout", Scopes: []Scope{MeetingLayouts}},
	{ID: SeatUp, Title: "Seat above", Keys: []string{"up"}, TypedKeys: []string{"k"}, Scopes: []Scope{MeetingSeats}, Hidden: true},
	{ID: SeatDown, Title: "Seat below", Keys: []string{"down"}, TypedKeys: []string{"j"}, Scopes: []Scope{MeetingSeats}, Hidden: true},
	{ID: SeatLeft, Title: "Seat to the left", Keys: []string{"left"}, TypedKeys: []string{"h"}, Scopes: []Scope{MeetingSeats}, Hidden: true},
	{ID: SeatRight, Title: "Seat to the right", Keys: []string{"right"}, TypedKeys: []string{"l"}, Scopes: []Scope{MeetingSeats}, Hidden: true},

	{ID: PieceTake, Title: "Pick up, put down", Foot: "move", Keys: []string{"enter", "space"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceAdd, Title: "Add a seat, a table", Foot: "add", Keys: []string{"n"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceRemove, Title: "Take it away", Foot: "take away", Keys: []string{"d"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceName, Title: "Change name and sentence", Foot: "name", Keys: []string{"e"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceNext, Title: "Next piece", Foot: "next", Keys: []string{"tab"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PiecePrev, Title: "Previous piece", Keys: []string{"shift+tab"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PieceUp, Title: "Piece above, or move up", Keys: []string{"up"}, TypedKeys: []string{"k"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PieceDown, Title: "Piece below, or move down", Keys: []string{"down"}, TypedKeys: []string{"j"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PieceLeft, Title: "To the left", Keys: []string{"left"}, TypedKeys: []string{"h"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PieceRight, Title: "To the right", Keys: []string{"right"}, TypedKeys: []string{"l"}, Scopes: []Scope{LayoutDrawing}, Hidden: true},
	{ID: PieceWider, Title: "Make it wider", Keys: []string{"shift+right"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceNarrower, Title: "Make it narrower", Keys: []string{"shift+left"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceTaller, Title: "Make it deeper", Keys: []string{"shift+down"}, Scopes: []Scope{LayoutDrawing}},
	{ID: PieceShorter, Title: "Make it less deep", Keys: []string{"shift+up"}, Scopes: []Scope{LayoutDrawing}},
}
