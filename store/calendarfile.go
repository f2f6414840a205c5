package store

import (
	"context"

	"kettle/model"
	"kettle/model/view"
)

// mostCalendarFile is far more than the term dates of any school take, in bytes.
const mostCalendarFile = 1 << 20

// TakeInCalendarFile takes in the term dates of a JSON file, as TakeInCalendar does. A path that was
// pasted by dropping the file on the terminal may stand in quotes. A file that cannot be read, or is
// no calendar, is a Problem and changes nothing.
func (s *Store) TakeInCalendarFile(ctx context.Context, school int64, path string) (view.Change, error) {
	data, err := readSmallFile(DroppedPath(path), mostCalendarFile)
	if err != nil {
		return view.Change{}, err
	}
	file, err := model.ParseCalendar(data)
	if err != nil {
		return view.Change{}, Problem{Sentence: "These are no term dates: " + err.Error(), Err: err}
	}
	return s.TakeInCalendar(ctx, school, file.Dates)
}
