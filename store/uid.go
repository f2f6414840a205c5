package store

import (
	"crypto/rand"
	"fmt"
	"time"
)

// newUID is a UUID of version 7 (RFC 9562, section 5.7): the moment in milliseconds, then chance. It
// names what travels between caseloads, whatever numbers they give it.
func newUID(at time.Time) string {
	var b [16]byte
	rand.Read(b[6:])
	ms := uint64(at.UnixMilli())
	for i := range 6 {
		b[i] = byte(ms >> (40 - 8*i))
	}
	b[6] = b[6]&0x0F | 0x70
	b[8] = b[8]&0x3F | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
