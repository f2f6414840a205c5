package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// settingAnswer is one row of the table: the key of a setting and its answer.
type settingAnswer struct {
	key   model.SettingKey
	value string
}

// Settings are the school's answers, with the defaults of model.SettingTable for the rest.
func (s *Store) Settings(ctx context.Context) (settings model.Settings, err error) {
	err = s.read(ctx, func(q querier) error {
		settings, err = q.settings()
		return err
	})
	return settings, err
}

func (q querier) settings() (model.Settings, error) {
	rows, err := q.query("SELECT key, value FROM setting")
	answers, err := scanAll(rows, err, func(a *settingAnswer) []any { return []any{&a.key, &a.value} })
	if err != nil {
		return model.Settings{}, fmt.Errorf("reading the settings: %w", err)
	}
	kept := map[model.SettingKey]string{}
	for _, a := range answers {
		kept[a.key] = a.value
	}
	return model.NewSettings(kept), nil
}

// SaveSetting keeps what was typed as the answer to a setting. An answer that does not fit is a
// Problem that repeats the question and says what fits.
func (s *Store) SaveSetting(ctx context.Context, key model.SettingKey, typed string) (view.Change, error) {
	setting, known := model.SettingNamed(key)
	if !known {
		return view.Change{}, Problem{Sentence: "This version of Kettle has no such setting: look in School, under settings."}
	}
	answer, err := setting.Parse(typed)
	if err != nil {
		return view.Change{}, Problem{Sentence: fmt.Sprintf("%s Please %s.", setting.Question, err), Err: err}
	}
	return s.step(ctx, "changed a setting", func(w *work) error {
		rows, err := w.query("SELECT id FROM setting WHERE key = ?", string(key))
		ids, err := scanIDs(rows, err)
		if err != nil {
			return fmt.Errorf("reading the setting: %w", err)
		}
		id := firstOf(ids)
		return w.save("setting", &id, []string{"key", "value"}, []any{&key, &answer})
	})
}
