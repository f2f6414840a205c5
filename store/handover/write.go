package handover

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Write writes a pack without a lock; the same pack gives the same bytes.
func (p Pack) Write(to io.Writer) error {
	packed, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(packed)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	p.Header.Schema, p.Header.Counts = Schema, counted(p.Records)
	if err := lines.Encode(p.Header); err != nil {
		return fmt.Errorf("writing the pack: %w", err)
	}
	for i := range p.Records {
		if err := lines.Encode(&p.Records[i]); err != nil {
			return fmt.Errorf("writing the pack: %w", err)
		}
	}
	return errors.Join(out.Flush(), packed.Close())
}

func counted(records []Record) map[string]int {
	counts := map[string]int{}
	for _, r := range records {
		counts[r.Table]++
	}
	return counts
}
