//go:build linux

package faults_test

import (
	"maps"
	"math/rand/v2"
	"slices"
)

// sector is what a disk writes whole or not at all, in bytes.
const sector = 512

// outage is a power cut: it decides what of the pending is on the disk afterwards.
type outage struct {
	rng *rand.Rand
	// upTo is the last op that reached the disk where all goes in the order it was asked for.
	upTo int
}

// strike gives one of the states that a power cut may leave. In a third of them everything reached
// the disk in its order; else each file and each folder goes its own way.
func (o outage) strike(d *disk) state {
	if o.rng.IntN(3) == 0 {
		o.upTo = d.firstPending() + o.rng.IntN(d.asked-d.firstPending()+1)
		return d.state(o.namesInOrder, o.bytesInOrder)
	}
	return d.state(o.someNames, o.someBytes)
}

// firstPending is the number of the op before the oldest pending.
func (d *disk) firstPending() int {
	first := d.asked
	for _, f := range d.files {
		if len(f.pending) > 0 {
			first = min(first, f.pending[0].order-1)
		}
	}
	for _, f := range d.folders {
		if len(f.pending) > 0 {
			first = min(first, f.pending[0].order-1)
		}
	}
	return first
}

func (o outage) namesInOrder(f *diskFolder) map[string]int {
	return f.with(func(p pendingName) bool { return p.order <= o.upTo })
}

// bytesInOrder has what was asked up to the cut; the write at which it happened is torn.
func (o outage) bytesInOrder(f *diskFile) []byte {
	data := slices.Clone(f.sure)
	for _, p := range f.pending {
		if p.order > o.upTo {
			return o.torn(p, data)
		}
		data = p.onto(data)
	}
	return data
}

// torn has the beginning of a write, or nothing of it.
func (o outage) torn(p pendingBytes, data []byte) []byte {
	if sectors := len(p.Data) / sector; sectors > 1 {
		p.Data = p.Data[:o.rng.IntN(sectors)*sector]
		return p.onto(data)
	}
	return data
}

// someNames has none, all, the first or some of the names that changed.
func (o outage) someNames(f *diskFolder) map[string]int {
	switch until := o.rng.IntN(len(f.pending) + 1); o.rng.IntN(4) {
	case 0:
		return f.sure
	case 1:
		return f.now
	case 2:
		return f.with(func(p pendingName) bool { return until == 0 || p.order < f.pending[until-1].order })
	default:
		return f.with(func(pendingName) bool { return o.rng.IntN(2) == 0 })
	}
}

func (f *diskFolder) with(reached func(pendingName) bool) map[string]int {
	names := maps.Clone(f.sure)
	for _, p := range f.pending {
		if reached(p) {
			p.onto(names)
		}
	}
	return names
}

// someBytes has what one of the ways to lose bytes leaves.
func (o outage) someBytes(f *diskFile) []byte {
	if len(f.pending) == 0 {
		return f.sure
	}
	ways := []func(*diskFile) []byte{
		func(f *diskFile) []byte { return f.sure },
		func(f *diskFile) []byte { return f.whole() },
		o.someWrites, o.someSectors, o.lengthOnly, o.allButOne,
	}
	return ways[o.rng.IntN(len(ways))](f)
}

// someWrites has each write or not, in the order of the disk's own.
func (o outage) someWrites(f *diskFile) []byte {
	data := slices.Clone(f.sure)
	for _, p := range f.pending {
		if o.rng.IntN(2) == 0 {
			data = p.onto(data)
		}
	}
	return data
}

// allButOne misses one write.
func (o outage) allButOne(f *diskFile) []byte {
	data, missing := slices.Clone(f.sure), o.rng.IntN(len(f.pending))
	for i, p := range f.pending {
		if i != missing {
			data = p.onto(data)
		}
	}
	return data
}

// someSectors has each sector as it was or as it was to be.
func (o outage) someSectors(f *diskFile) []byte { return o.mixed(f, f.whole()) }

// lengthOnly has the new length, and behind the old one some sectors that were never written: they hold
// zeros, or what lay there before.
func (o outage) lengthOnly(f *diskFile) []byte {
	whole := f.whole()
	if len(whole) <= len(f.sure) {
		return o.mixed(f, whole)
	}
	data := append(slices.Clone(f.sure), make([]byte, len(whole)-len(f.sure))...)
	if o.rng.IntN(2) == 0 {
		for i := len(f.sure); i < len(data); i++ {
			data[i] = byte(o.rng.Uint32())
		}
	}
	return o.mixed(&diskFile{sure: data}, whole)
}

// mixed takes sectors of two states of a file by chance. Its length is the longer or the shorter.
func (o outage) mixed(f *diskFile, whole []byte) []byte {
	length := len(whole)
	if o.rng.IntN(2) == 0 {
		length = len(f.sure)
	}
	data := lengthened(slices.Clone(f.sure), max(len(whole), length))
	often := 1 + o.rng.IntN(9)
	for at := 0; at < len(whole); at += sector {
		if o.rng.IntN(10) < often {
			copy(data[at:], whole[at:min(at+sector, len(whole))])
		}
	}
	return data[:length]
}
