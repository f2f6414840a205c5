package faults_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
)

// A page of the caseload, in bytes.
const pageSize = 4096

// damages are what happens to files on disks, sticks and in synchronised folders.
var damages = []struct {
	kind string
	make func(*rand.Rand, subject) damagedFile
}{
	{"one bit flipped", changed(flipBits(1))},
	{"one bit flipped", changed(flipBits(1))}, // the likeliest, and the hardest to see
	{"several bits flipped", changed(flipBits(20))},
	{"a burst of bytes", changed(burst)},
	{"cut short", changed(cutAnywhere)},
	{"cut at a page", changed(cutAtPage)},
	{"a page of zeros", changed(zeroPages(1))},
	{"several pages of zeros", changed(zeroPages(5))},
	{"two pages swapped", changed(swapPages)},
	{"a page over another", changed(copyPage)},
	{"a region of chance", changed(region)},
	{"a field of the header", changed(header)},
	{"grown", changed(grow)},
	{"another program's file", otherFile},
	{"a hostile schema", hostile},
	{"a journal of garbage beside it", strayJournal},
}

// changed makes a damage of a change of the bytes.
func changed(change func(*rand.Rand, []byte) []byte) func(*rand.Rand, subject) damagedFile {
	return func(r *rand.Rand, s subject) damagedFile { return damagedFile{data: change(r, bytes.Clone(s.whole))} }
}

func flipBits(n int) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, data []byte) []byte {
		for range n {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
		return data
	}
}

func burst(r *rand.Rand, data []byte) []byte {
	at := r.IntN(len(data))
	for i := at; i < min(at+1+r.IntN(64), len(data)); i++ {
		data[i] = byte(r.Uint32())
	}
	return data
}

func cutAnywhere(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] }

func cutAtPage(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data)/pageSize)*pageSize] }

func page(data []byte, n int) []byte { return data[n*pageSize : (n+1)*pageSize] }

func anyPage(r *rand.Rand, data []byte) []byte { return page(data, r.IntN(len(data)/pageSize)) }

func zeroPages(most int) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, data []byte) []byte {
		for range 1 + r.IntN(most) {
			clear(anyPage(r, data))
		}
		return data
	}
}

func swapPages(r *rand.Rand, data []byte) []byte {
	a, b := anyPage(r, data), anyPage(r, data)
	was := bytes.Clone(a)
	copy(a, b)
	copy(b, was)
	return data
}

func copyPage(r *rand.Rand, data []byte) []byte {
	copy(anyPage(r, data), anyPage(r, data))
	return data
}

func region(r *rand.Rand, data []byte) []byte {
	from := r.IntN(len(data))
	for i := from; i < min(from+r.IntN(3*pageSize), len(data)); i++ {
		data[i] = byte(r.Uint32())
	}
	return data
}

// header changes one field of the first hundred bytes (SQLite file format, section 1.3).
func header(r *rand.Rand, data []byte) []byte {
	at := r.IntN(100)
	if r.IntN(2) == 0 {
		data[at] = byte(r.Uint32())
		return data
	}
	binary.BigEndian.PutUint32(data[min(at/4*4, 96):], r.Uint32N(8))
	return data
}

func grow(r *rand.Rand, data []byte) []byte {
	more := make([]byte, 1+r.IntN(3*pageSize))
	for i := range more {
		more[i] = byte(r.Uint32())
	}
	return append(data, more...)
}

// otherFile is what somebody saved under the caseload's name.
func otherFile(r *rand.Rand, s subject) damagedFile {
	mark := func(at int, number uint32) []byte {
		data := bytes.Clone(s.whole)
		binary.BigEndian.PutUint32(data[at:], number)
		return data
	}
	noise := make([]byte, 100+r.IntN(20000))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	files := [][]byte{
		{},
		append([]byte("\x89PNG\r\n\x1a\n"), noise...),
		bytes.Repeat([]byte("Dear Mrs Okafor, thank you for coming.\n"), 1+r.IntN(300)),
		make([]byte, r.IntN(40000)),
		mark(68, 0), mark(68, r.Uint32()), // another program's database
		mark(60, 999), // a newer Kettle's
		append(bytes.Clone(s.whole[:100]), noise...), // the header alone is ours
		append([]byte("SQLite format 3\x00"), noise...),
		s.whole[:100],
	}
	return damagedFile{data: files[r.IntN(len(files))]}
}

// strayJournal leaves the caseload whole, and beside it what a killed program or a synchronising one
// left. It must not be played into the caseload.
func strayJournal(r *rand.Rand, s subject) damagedFile {
	noise := make([]byte, r.IntN(30000))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	journals := [][]byte{noise, {}, make([]byte, 600), s.whole[:min(len(noise), len(s.whole))],
		append([]byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}, noise[:len(noise)/2]...)}
	return damagedFile{data: s.whole, journal: journals[r.IntN(len(journals))]}
}
