package faults_test

import (
	"testing"

	"kettle/tui/tuitest/console"
)

func TestMain(m *testing.M) { console.Main(m) }
