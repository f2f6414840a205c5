package model

import "strings"

// upnLetters are the letters a UPN may hold; a letter's place is its value (A 0 ... Z 22).
const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

// UPN normalises a unique pupil number (spaces removed, upper case) and reports whether it is one: a
// check letter, eleven digits, and a digit or (a temporary number) a letter. The letters I, O and S
// are not in use, and the authority number is not checked (import.md section 4).
func UPN(s string) (upn string, ok bool) {
	upn = strings.ToUpper(strings.Join(strings.Fields(s), ""))
	if len(upn) != 13 || strings.IndexByte(upnLetters, upn[0]) < 0 {
		return upn, false
	}
	sum := 0
	for i := 1; i < len(upn); i++ {
		value := upnValue(upn[i], i == 12)
		if value < 0 {
			return upn, false
		}
		sum += (i + 1) * value
	}
	return upn, upnLetters[sum%len(upnLetters)] == upn[0]
}

// upnValue is what one character counts, -1 when it may not stand there.
func upnValue(b byte, last bool) int {
	if b >= '0' && b <= '9' {
		return int(b - '0')
	}
	if last {
		return strings.IndexByte(upnLetters, b)
	}
	return -1
}
