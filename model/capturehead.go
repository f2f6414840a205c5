package model

import "slices"

// captureHead is what stands before the body: who, where, which mark, when, and who was there.
type captureHead struct {
	end     int // how many words were read
	who     []whoTerm
	channel Channel
	verb    int  // the place of the verb that says the channel, -1 without one
	inward  bool // "they rang", "from Mrs Okafor"
	missed  bool // voicemail: nobody answered
	mark    ContactKind
	triage  string
	date    Date
	clock   Clock
	present []presentTerm
	dslTo   string
	dslRef  string
	spans   []CaptureSpan

	namesFirst bool // a word that is exactly a name is one, though it is a channel, too
}

// captureReader reads one line.
type captureReader struct {
	x        *CaptureIndex
	now      CaptureNow
	line     string
	cut      bool
	verbatim bool // the line began with an apostrophe: nothing of it is read
	rest     string
	words    []capturedWord
	head     captureHead
	found    whoReading
	there    []string
	body     int // where the body begins
	note     string
	theirs   string
	promises []CapturedPromise
	spans    []CaptureSpan
	hints    []string
}

func newCaptureReader(typed string, people *CaptureIndex, now CaptureNow) *captureReader {
	r := &captureReader{x: people, now: now}
	r.line, r.cut = captureLine(typed)
	for _, mark := range []string{"'", "’", "‘"} {
		if len(r.line) >= len(mark) && r.line[:len(mark)] == mark {
			r.verbatim, r.rest = true, trimLeft(r.line[len(mark):])
		}
	}
	r.head = captureHead{verb: -1}
	r.found = r.resolve(captureHead{})
	return r
}

// home is the family to prefer: set by hand, else that of the page; nobody without one.
func (r *captureReader) home() int32 {
	for _, id := range []int64{r.now.Set.Family, r.now.Family} {
		if home, ok := r.x.familyAt[id]; ok {
			return home
		}
	}
	return nobody
}

// readHead reads as much of the beginning as is understood: up to a colon, when that is everything
// before it, else from comma to comma (capture.md section 1).
func (r *captureReader) readHead() {
	r.words = captureWords(r.line)
	stop, colon := len(r.words), -1
	for i, w := range r.words {
		if w.colon > 0 {
			stop, colon = i+1, i
			break
		}
		if w.last {
			stop = i + 1
			break
		}
	}
	r.head, r.found = r.understood(stop)
	switch {
	case colon >= 0 && r.head.end == colon+1:
		r.body = r.words[colon].colon
	case r.head.end < len(r.words):
		r.body = r.words[r.head.end].from
	case len(r.words) > 0:
		r.body = r.words[len(r.words)-1].to
	}
	r.hintOther()
	r.spans = append(r.spans, r.head.spans...)
}

// hintOther says so when the body begins with the name of another family: that is not filed there.
func (r *captureReader) hintOther() {
	rest := r.words[r.head.end:]
	if len(rest) > 1 && rest[0].key == "and" {
		rest = rest[1:]
	}
	if len(rest) == 0 || len(r.found.homes) == 0 {
		return
	}
	uses := r.x.names[rest[0].key]
	if len(uses) > 0 && !slices.ContainsFunc(uses, func(u nameUse) bool { return slices.Contains(r.found.homes, u.family) }) {
		r.hints = append(r.hints, rest[0].text+" is of another family")
	}
}

// understood reads words up to stop; a word that then proves to fit nobody ends the head before it.
func (r *captureReader) understood(stop int) (captureHead, whoReading) {
	head, found := r.read(stop, false)
	if len(found.homes) == 0 {
		if h, f := r.read(stop, true); len(f.homes) > 0 {
			return h, f
		}
	}
	return head, found
}

func (r *captureReader) read(stop int, namesFirst bool) (captureHead, whoReading) {
	for {
		head := captureHead{verb: -1, namesFirst: namesFirst}
		for head.end < stop {
			n := r.readPart(&head, stop)
			if n == 0 {
				break
			}
			head.end += n
		}
		found := r.resolve(head)
		if found.bad < 0 {
			return head, found
		}
		stop = found.bad
	}
}

// resolve says who is meant, and whether those who were there are known.
func (r *captureReader) resolve(head captureHead) whoReading {
	found := r.x.who(head.who, r.home())
	if found.bad >= 0 {
		return found
	}
	if len(head.who) == 0 && r.home() != nobody {
		found.homes = []int32{r.home()}
	}
	r.there = nil
	for _, p := range head.present {
		names := r.presentNames(p, found.homes)
		if len(names) == 0 {
			found.bad = p.with
			return found
		}
		r.there = append(r.there, names...)
	}
	return found
}

// readPart reads one part at the end of what was read, and answers how many words it has; 0 when
// nothing is understood there.
func (r *captureReader) readPart(h *captureHead, stop int) int {
	w := r.words[h.end:r.reach(h.end, stop)]
	all := r.words[h.end:stop]
	parts := []func() int{
		func() int { return r.readPresent(h, w) },
		func() int { return h.readMark(r, all) },
		func() int { return h.readPronoun(w) },
		func() int { return h.readChannel(w) },
		func() int { return r.readClass(h, w) },
		func() int { return r.readWho(h, w) },
		func() int { return r.readWhen(h, w) },
		func() int { return r.readName(h, w) },
	}
	if h.namesFirst {
		if n := r.readExactName(h, w); n > 0 {
			return n
		}
	}
	for _, part := range parts {
		if n := part(); n > 0 {
			return n
		}
	}
	return 0
}

// reach is where the words that may be one part with the one at from end: at a comma or a colon.
func (r *captureReader) reach(from, stop int) int {
	for i := from + 1; i < stop; i++ {
		if r.words[i].comma || r.words[i-1].colon > 0 {
			return i
		}
	}
	return stop
}

func (h *captureHead) span(words []capturedWord, part CapturePart) int {
	h.spans = append(h.spans, CaptureSpan{words[0].from, words[len(words)-1].to, part})
	return len(words)
}

// keyOf is words as one folded word, "" where one holds a sign that no word has.
func keyOf(words []capturedWord) string {
	key := ""
	for _, w := range words {
		if w.key == "" {
			return ""
		}
		key += w.key
	}
	return key
}

// readPronoun reads "they rang" and "I rang": who began it, and the channel.
func (h *captureHead) readPronoun(w []capturedWord) int {
	if len(w) < 2 || !channelVerbs[w[1].key] || h.channel != "" || !theyWords[w[0].key] && !meWords[w[0].key] {
		return 0
	}
	h.inward = h.inward || theyWords[w[0].key]
	h.channel = capturedChannels[w[1].key]
	return h.span(w[:2], PartChannel)
}

// readChannel reads the longest word for a channel.
func (h *captureHead) readChannel(w []capturedWord) int {
	if h.channel != "" {
		return 0
	}
	for n := min(mostChannelWords, len(w)); n > 0; n-- {
		key := keyOf(w[:n])
		channel, ok := capturedChannels[key]
		if !ok {
			continue
		}
		h.channel, h.missed = channel, unansweredWords[key]
		if channelVerbs[key] {
			h.verb = h.end
			if w[0].comma {
				h.verb = -1
			}
		}
		return h.span(w[:n], PartChannel)
	}
	return 0
}
