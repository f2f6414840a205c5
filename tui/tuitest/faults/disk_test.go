//go:build linux

package faults_test

import (
	"maps"
	"path"
	"slices"
)

// disk is a disk while a log is played on it: what surely is on it, and what was asked since. Sure is
// only what was synced: the bytes of a file with the file, its name with its folder.
type disk struct {
	files   map[int]*diskFile // by a number that stays while names change
	folders map[string]*diskFolder
	next    int
	asked   int // how much was asked so far, which numbers what is pending
}

type diskFile struct {
	sure    []byte
	pending []pendingBytes
}

// pendingBytes are a write, or with no data a new length.
type pendingBytes struct {
	order int
	diskOp
}

type diskFolder struct {
	sure, now map[string]int
	pending   []pendingName
}

// pendingName is a name that is made, removed, or given instead of another.
type pendingName struct {
	order     int
	gone, new string
	file      int
}

// folderNumber stands for a folder where a file has its number.
const folderNumber = -1

func newDisk(before map[string][]byte) *disk {
	d := &disk{files: map[int]*diskFile{}, folders: map[string]*diskFolder{"": newFolder()}}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		d.next++
		d.files[d.next] = &diskFile{sure: before[name]}
		d.folders[""].sure[name] = d.next
		d.folders[""].now[name] = d.next
	}
	return d
}

func newFolder() *diskFolder { return &diskFolder{sure: map[string]int{}, now: map[string]int{}} }

// split is the folder of a name, and its name there.
func split(name string) (folder, base string) {
	folder, base = path.Split(name)
	return path.Clean("/" + folder)[1:], base
}

// do plays one op.
func (d *disk) do(op diskOp) {
	d.asked++
	folder, base := split(op.Name)
	in := d.folders[folder]
	switch op.Kind {
	case opMake:
		d.next++
		d.files[d.next] = &diskFile{}
		in.name(pendingName{order: d.asked, new: base, file: d.next})
	case opFolder:
		d.folders[op.Name] = newFolder()
		in.name(pendingName{order: d.asked, new: base, file: folderNumber})
	case opRename:
		_, to := split(op.To)
		in.name(pendingName{order: d.asked, gone: base, new: to, file: in.now[base]})
	case opRemove:
		in.name(pendingName{order: d.asked, gone: base})
	case opWrite, opLength:
		f := d.files[in.now[base]]
		f.pending = append(f.pending, pendingBytes{d.asked, op})
	case opSync:
		d.sync(op.Name)
	}
}

func (d *disk) sync(name string) {
	if f := d.folders[name]; f != nil {
		f.sure, f.pending = maps.Clone(f.now), nil
		return
	}
	folder, base := split(name)
	f := d.files[d.folders[folder].now[base]]
	f.sure, f.pending = f.whole(), nil
}

// whole is the file with everything that was asked of it.
func (f *diskFile) whole() []byte {
	if len(f.pending) == 0 {
		return f.sure
	}
	data := slices.Clone(f.sure)
	for _, p := range f.pending {
		data = p.onto(data)
	}
	return data
}

func (p pendingBytes) onto(data []byte) []byte {
	if p.Kind == opLength {
		return lengthened(data, int(p.At))[:p.At]
	}
	data = lengthened(data, int(p.At)+len(p.Data))
	copy(data[p.At:], p.Data)
	return data
}

// lengthened is the data with zeros behind it, at least so long.
func lengthened(data []byte, length int) []byte {
	if missing := length - len(data); missing > 0 {
		return append(data, make([]byte, missing)...)
	}
	return data
}

func (f *diskFolder) name(p pendingName) {
	f.pending = append(f.pending, p)
	p.onto(f.now)
}

func (p pendingName) onto(names map[string]int) {
	if p.gone != "" {
		delete(names, p.gone)
	}
	if p.new != "" {
		names[p.new] = p.file
	}
}

// state are the files that a disk shows after a power cut, by name.
type state map[string][]byte

// now is the disk as the program sees it.
func (d *disk) now() state {
	return d.state(func(f *diskFolder) map[string]int { return f.now }, func(f *diskFile) []byte { return f.whole() })
}

// state reads the disk with some of what is pending.
func (d *disk) state(names func(*diskFolder) map[string]int, data func(*diskFile) []byte) state {
	s := state{}
	top := names(d.folders[""])
	for _, folder := range slices.Sorted(maps.Keys(d.folders)) {
		in := names(d.folders[folder])
		if folder != "" && top[folder] != folderNumber {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(in)) {
			if number := in[name]; number != folderNumber {
				s[path.Join(folder, name)] = data(d.files[number])
			}
		}
	}
	return s
}
