package wholerecord_test

import (
	"testing"

	"kettle/tui/tuitest"
)

func TestMain(m *testing.M) { tuitest.Main(m) }
