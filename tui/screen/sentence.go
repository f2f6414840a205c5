package screen

import "errors"

// Sentence is what a person reads of an error beside what they typed: its own sentence where it has one, ""
// for none.
func Sentence(err error) string {
	var problem interface{ Plain() string }
	switch {
	case err == nil:
		return ""
	case errors.As(err, &problem):
		return problem.Plain()
	}
	return "That did not work: " + err.Error() + "."
}
