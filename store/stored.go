package store

import (
	"database/sql/driver"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"kettle/model"
)

// written are the columns that are stored, and what is stored in them: text cleaned of what a
// terminal would obey.
func written(columns []string, fields []any) ([]string, []any, error) {
	if len(columns) != len(fields) {
		return nil, nil, fmt.Errorf("%d columns and %d fields", len(columns), len(fields))
	}
	var names []string
	var values []any
	for i, field := range fields {
		if _, onlyRead := field.(removedMark); onlyRead {
			continue
		}
		value, err := stored(field)
		if err != nil {
			return nil, nil, err
		}
		names, values = append(names, columns[i]), append(values, value)
	}
	return names, values, nil
}

// stored is what the database gets for a field, which is a value or a pointer to one.
func stored(field any) (any, error) {
	if v, ok := field.(driver.Valuer); ok {
		return v.Value()
	}
	if field == nil {
		return nil, nil
	}
	v := reflect.Indirect(reflect.ValueOf(field))
	if v.Kind() != reflect.String {
		return v.Interface(), nil
	}
	return cleanText(v.String())
}

// cleanText is text as it is stored. A NUL is refused: programs that read the file after us would
// end the text there.
func cleanText(text string) (string, error) {
	if strings.ContainsRune(text, 0) {
		return "", Problem{Sentence: "The text holds a character that cannot be kept (NUL): take it out and keep it again."}
	}
	clean, _ := model.Clean(text)
	if !utf8.ValidString(clean) {
		clean = strings.ToValidUTF8(clean, "\uFFFD")
	}
	return clean, nil
}
