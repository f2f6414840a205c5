package model

import "testing"

// practices 49 and 61
func TestAfterWhichMeetingsStaffTalkItOver(t *testing.T) {
	for _, c := range []struct {
		expected, then Mood
		abuse          bool
		want           bool
	}{
		{MoodEasy, MoodEasy, false, false}, {MoodWorried, MoodNotSaid, false, false}, {MoodNotSaid, MoodWorried, false, false},
		{MoodUpset, MoodNotSaid, false, true}, {MayGetHeated, MoodEasy, false, true}, {MoodEasy, MoodUpset, false, true},
		{MoodEasy, MayGetHeated, false, true}, {MoodEasy, MoodEasy, true, true},
	} {
		if got := WasHard(Meeting{Mood: c.expected, MoodThen: c.then}, c.abuse); got != c.want {
			t.Errorf("expected %q, then %q, abuse %v: %v", c.expected, c.then, c.abuse, got)
		}
	}
}
