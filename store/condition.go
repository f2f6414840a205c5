package store

import (
	"strings"

	"kettle/model"
)

// condition gathers what the rows of a list must fulfil, with the arguments in their order.
type condition struct {
	parts []string
	args  []any
}

func (c *condition) and(sql string, args ...any) {
	c.parts = append(c.parts, sql)
	c.args = append(c.args, args...)
}

func (c *condition) sql() string { return strings.Join(c.parts, " AND ") }

// andWords asks that each word is found in one of the columns as typed, or among the folded words of
// the family that the column family names.
func (c *condition) andWords(words, family string, columns ...string) {
	for _, word := range strings.Fields(words) {
		var finds []string
		var args []any
		if plain := model.FoldSearch(word); plain != "" {
			finds = append(finds, family+" IN (SELECT family_id FROM family_index WHERE search LIKE ? ESCAPE '!')")
			args = append(args, anywhere(plain))
		}
		for _, column := range columns {
			finds, args = append(finds, column+" LIKE ? ESCAPE '!'"), append(args, anywhere(word))
		}
		c.and("("+strings.Join(finds, " OR ")+")", args...)
	}
}

// anywhere is the LIKE pattern, escaped by "!", of a text that may stand anywhere.
func anywhere(text string) string {
	return "%" + strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(text) + "%"
}
