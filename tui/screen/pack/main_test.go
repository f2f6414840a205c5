package pack_test

import (
	"testing"

	"kettle/tui/tuitest"
)

func TestMain(m *testing.M) { tuitest.Main(m) }
