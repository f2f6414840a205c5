// Package theme holds the looks of Kettle, named by meaning and made once for a dark, a light or a
// colourless terminal. Colour only repeats what a glyph and a word already say.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Theme is a style for each meaning.
type Theme struct {
	Text     uv.Style
	Strong   uv.Style
	Dim      uv.Style
	Accent   uv.Style // headings, the program's name
	Good     uv.Style
	Warn     uv.Style
	Late     uv.Style
	Info     uv.Style
	Rule     uv.Style
	Key      uv.Style // a key in the footer
	Section  uv.Style // the section that is open
	Marker   uv.Style // the bar before the selected row
	Selected uv.Style // laid under the selected row
	Input    uv.Style // a text being typed
	Popup    uv.Style // the ground of a popup
	Border   uv.Style
	Empty    uv.Style // the empty part of a bar
}

type palette struct {
	accent, dim, good, warn, late, info, rule, selected, section string
}

// The grounds of rows and sections are plain greys: a tinted one becomes navy or yellow on a terminal
// of 256 colours.
var (
	dark  = palette{"#e0a36a", "#8b909a", "#87bd87", "#e5c07b", "#e06c6c", "#7aa6da", "#444444", "#262626", "#3a3a3a"}
	light = palette{"#95541a", "#6c6c6c", "#2d7a4a", "#8a6100", "#b3261e", "#2a5db0", "#bcbcbc", "#e4e4e4", "#dadada"}
)

// either are tones that can be read on both grounds.
var either = palette{"#af7340", "#808080", "#5f9967", "#a67c1f", "#cc4444", "#4a80c4", "#808080", "", ""}

// Unknown is the theme until the terminal has said what its ground is, and for those that never do:
// nothing in it lies on a colour of ours.
func Unknown() *Theme {
	t := coloured(either)
	t.Section = uv.Style{Attrs: uv.AttrReverse | uv.AttrBold}
	t.Selected = uv.Style{Attrs: uv.AttrBold}
	return t
}

// Named is the theme of that name, nil for none: "dark", "light", "plain".
func Named(name string) *Theme {
	switch name {
	case "dark":
		return Dark()
	case "light":
		return Light()
	case "plain":
		return Plain()
	}
	return nil
}

// Dark is the theme for a dark ground.
func Dark() *Theme { return coloured(dark) }

// Light is the theme for a light ground.
func Light() *Theme { return coloured(light) }

func coloured(p palette) *Theme {
	fg := func(c string) uv.Style { return uv.Style{Fg: shade(c)} }
	bold := func(s uv.Style) uv.Style { s.Attrs |= uv.AttrBold; return s }
	return &Theme{
		Strong:   bold(uv.Style{}),
		Dim:      fg(p.dim),
		Accent:   fg(p.accent),
		Good:     fg(p.good),
		Warn:     fg(p.warn),
		Late:     fg(p.late),
		Info:     fg(p.info),
		Rule:     fg(p.rule),
		Key:      bold(uv.Style{}),
		Section:  bold(uv.Style{Bg: shade(p.section)}),
		Marker:   fg(p.accent),
		Selected: uv.Style{Bg: shade(p.selected), Attrs: uv.AttrBold},
		Input:    uv.Style{Underline: uv.UnderlineSingle, UnderlineColor: shade(p.dim)},
		Border:   fg(p.dim),
		Empty:    fg(p.rule),
	}
}

// Plain is the theme without any colour (NO_COLOR, monochrome terminals).
func Plain() *Theme {
	bold, faint := uv.Style{Attrs: uv.AttrBold}, uv.Style{Attrs: uv.AttrFaint}
	return &Theme{
		Strong: bold, Dim: faint, Accent: bold, Good: uv.Style{}, Warn: uv.Style{}, Late: bold,
		Rule: faint, Key: bold, Section: uv.Style{Attrs: uv.AttrReverse}, Marker: bold,
		Selected: uv.Style{Attrs: uv.AttrReverse}, Input: uv.Style{Underline: uv.UnderlineSingle},
		Border: faint, Empty: faint,
	}
}

func shade(hex string) color.Color { return lipgloss.Color(hex) }

// Glyphs of states. Each stands beside a word that says the same.
const (
	GlyphDone    = "✓"
	GlyphOpen    = "○"
	GlyphAsk     = "!"
	GlyphLeftOut = "–"
	GlyphMarker  = "▌"
	GlyphWall    = "▲"
)
