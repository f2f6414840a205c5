package importing

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/screen"
)

// mapping is the page of the columns of a file; when something of it is kept, the file is read again.
func (p *Page) mapping(path string) *mapping {
	return newMapping(p.Env, p.store, path, func() tea.Cmd {
		p.columns = nil
		return p.read(path)
	})
}

// openColumns opens the page of the columns, with what was said there and not kept yet.
func (p *Page) openColumns() tea.Cmd {
	if p.columns == nil {
		p.columns = p.mapping(p.from)
	}
	return screen.Show(p.columns)
}

// keepReport writes what the file would bring as a text to keep.
func (p *Page) keepReport() tea.Cmd {
	decided := p.toTakeIn()
	return screen.Read(
		func(ctx context.Context) (any, error) {
			preview, err := decided(ctx)
			if err != nil {
				return "", err
			}
			return p.store.KeepImportReport(ctx, preview, "")
		},
		func(path any) tea.Cmd {
			return screen.Say("The report lies in " + path.(string) + ". It names families: keep it where only you read it.")
		})
}
