package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bookWord is a word of a text in which names are sought.
type bookWord struct {
	start, end int    // in bytes, without the 's behind a name
	key        string // folded
	capital    bool
}

// bookWords are the words of a text: letters, digits and apostrophes that stand together.
func bookWords(text string) []bookWord {
	var words []bookWord
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || start >= 0 && isApostrophe(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = appendWord(words, text, start, i)
			start = -1
		}
	}
	if start >= 0 {
		words = appendWord(words, text, start, len(text))
	}
	return words
}

func appendWord(words []bookWord, text string, start, end int) []bookWord {
	word := strings.TrimRightFunc(text[start:end], isApostrophe)
	if body, last := cutLast(word); last == 's' || last == 'S' {
		if before, quote := cutLast(body); isApostrophe(quote) && before != "" {
			word = before
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	key := Fold(word)
	if key == "" { // accents that stand alone
		return words
	}
	return append(words, bookWord{start, start + len(word), key, unicode.IsUpper(first) || unicode.IsTitle(first)})
}

// cutLast is a text without its last character, and that character.
func cutLast(s string) (rest string, last rune) {
	last, size := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-size], last
}

// isUnspaced reports whether a name is written in a script without spaces between words.
func isUnspaced(name string) bool {
	for _, r := range name {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return true
		}
	}
	return false
}

// monthNames are names that are months, too: beside a number they are no name.
var monthNames = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "march", "april", "june", "august"}

// ordinaryNames are names that are ordinary words, too, folded: written small they are no name, and with a
// capital only perhaps one. It is a function, so that nothing is worked out at the start.
func ordinaryNames() map[string]bool {
	names := map[string]bool{}
	for _, words := range []string{ordinaryForenames, ordinarySurnames, ordinarySmall} {
		for _, w := range strings.Fields(words) {
			names[w] = true
		}
	}
	return names
}

const (
	ordinaryForenames = `alba amber angel april art august autumn bay beau belle bill blue bob bonny bud buddy carol charity charm chase chip christian
		chuck clay cliff crystal daisy dale dawn dean destiny dick don drew duke earl eve faith fern flora frank gay gene genesis glen glory grace grant guy happy harmony
		harry heath heather holly honey honor honour hope hunter iris ivy jack jade jasmine jay jet jewel joy june justice kit lance laurel lee liberty lily love mark
		mason max may melody mercy merit miles mo nova olive opal pat patience pearl penny pepper petal peter pip pippa poppy precious prince princess prudence ray
		reed rich river robin rod rose rowan royal ruby rusty sage sally sandy saint sky skye sol sonny star stone storm sue summer sunny sunshine temperance
		tiger trinity true tuesday victor victory violet wade ward wednesday will willow win wren young`
	ordinarySurnames = `able abbot archer bacon baker ball banks barber barker barn bath beach bean bear best bird bishop black bland bliss blood bloom blunt bolt bond bone
		bones book booth bowl bowler box brand bridge bridges bright broad brook brooks brown buck bull burn burns bush butcher butler butter button camp cannon care carpenter
		carter case cash castle chance chapel chapman church clark close coffee cole cook cooper corn court cousins cox crane cross crow dash day days deer dock drake
		draper driver dry eagle east english ever farmer farrow field fields finch fish fisher flag flood flower flowers ford foot forest forester fox freeman french friend frost
		fuller garden gardener gates gold golden good goodman gray green grey hale hall hand hands hardy hart hay head hill hills hobbs hole holiday hood hook horn horne house hull hunt
		ireland iron irons james judge keen key keys king kitchen knight lake lamb land lane law lawn leaf leaves light lightfoot little lock long lord loss low major
		man march marks marsh martin mason may meadow mercer miller mills moon moore moss mountain nail new noble north orange page pages paint painter paper park parks parr
		parsons part peace peach peacock pike piper pitt place plant pond pool poole pope porter post pot potter pound power price pride priest proud purple quick rain rains
		ready reader reading rice ridge ring rivers road roads rock rocks rook rope rush sadler sands savage school seal self senior shade shadow sharp shaw sheep shepherd
		short silver singer singh slaughter slow small smart smith snow south spark sparks speed spice spring squire staff steel steele street strong stock stones story street
		strange swan swift table tailor tall taylor teacher temple thatcher tide town trout turner twist underwood vale valentine vine wake walker wall walls walsh
		ware waters way weaver webb week weeks wells west wheeler whistler white wild winter winters wise wolf wood woods word words work works worth wright yard york`
	ordinarySmall = `a an as at be by do go ha he ho i in is it la le li lo me mi my no of oh ok on or ox so to up us we ye yo you he her him his she the they them
		too two ten one all any are but can did for from had has have how its let many more most much must not now off old our out over said saw see some than that then there
		this those very was well went were what when where which while who why with would yes yet song sing sun son sons see say says kin kim chew chin chan hang hung
		long low loo tan tang wan wang wing wong yen yin`
)
