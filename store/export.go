package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// Dump is the whole caseload without what was moved out of sight, with the report of the last import
// (import.md section 9).
func (s *Store) Dump(ctx context.Context) (e view.Export, err error) {
	err = s.read(ctx, func(q querier) error {
		held, err := q.heldCaseload()
		if err != nil {
			return err
		}
		report, err := q.lastReport()
		e = exported(held.Caseload, held.byHand, report)
		return err
	})
	if err != nil {
		return e, fmt.Errorf("exporting the caseload: %w", err)
	}
	return e, nil
}

// Export is the Dump with what pupils need, in their rank, which no file of the office brings (rules.md
// R30).
func (s *Store) Export(ctx context.Context) (view.Export, error) {
	e, err := s.Dump(ctx)
	if err != nil {
		return e, err
	}
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query("SELECT id, primary_need, further_needs FROM pupil WHERE deleted_at = ''")
		pupils, err := scanAll(rows, err, func(p *model.Pupil) []any { return []any{&p.ID, &p.PrimaryNeed, &p.FurtherNeeds} })
		needs := map[int64][]model.Need{}
		for _, p := range pupils {
			needs[p.ID] = p.Needs()
		}
		for i, p := range e.Pupils {
			e.Pupils[i].Needs = needs[p.ID]
		}
		return err
	})
	if err != nil {
		return e, fmt.Errorf("exporting the needs: %w", err)
	}
	return e, nil
}

// DumpAfter is the Dump as it would be once the previewed file is taken in.
func (s *Store) DumpAfter(preview view.Import) view.Export {
	p, ok := preview.Pending.(*pendingImport)
	if !ok {
		return exported(intake.Caseload{}, nil, view.ExportReport{})
	}
	report := view.ExportReport{File: p.file.Name, RowsRead: p.plan.RowsRead, Problems: reported(p.plan.Problems)}
	return exported(intake.After(p.held.Caseload, p.plan), p.held.byHand, report)
}

// lastReport is what the last import said; empty when there was none.
func (q querier) lastReport() (r view.ExportReport, err error) {
	var problems string
	err = q.queryRow("SELECT file, rows_read, problems FROM import_run ORDER BY id DESC LIMIT 1").Scan(&r.File, &r.RowsRead, &problems)
	if errors.Is(err, sql.ErrNoRows) {
		return view.ExportReport{Problems: []view.ExportProblem{}}, nil
	}
	if err != nil {
		return r, err
	}
	err = json.Unmarshal([]byte(problems), &r.Problems)
	return r, err
}

// exported is a caseload in the form of an export. byHand are the adults who belong to a family
// without a link.
func exported(c intake.Caseload, byHand map[int64][]int64, report view.ExportReport) view.Export {
	e := view.Export{Schema: view.ExportSchema, Families: []view.ExportFamily{}, Pupils: []view.ExportPupil{},
		Adults: []view.ExportAdult{}, Links: []view.ExportLink{}, Report: report}
	family, adults := map[int64]int64{}, map[int64]bool{}
	members := map[int64][]int64{}
	for _, p := range c.Pupils {
		if !p.Removed {
			family[p.ID] = p.Family
			members[p.Family] = append(members[p.Family], p.ID)
			e.Pupils = append(e.Pupils, exportedPupil(p))
		}
	}
	for _, a := range c.Adults {
		if !a.Removed {
			adults[a.ID] = true
			e.Adults = append(e.Adults, exportedAdult(a))
		}
	}
	people := adultsByFamily{known: adults, in: map[int64]map[int64]bool{}, of: map[int64][]int64{}}
	for _, l := range c.Links {
		if in := family[l.Pupil]; in != 0 && adults[l.Adult] && !l.Removed {
			people.add(in, l.Adult)
			e.Links = append(e.Links, exportedLink(l))
		}
	}
	for _, f := range c.Families {
		for _, id := range byHand[f.ID] {
			people.add(f.ID, id)
		}
		e.Families = append(e.Families, view.ExportFamily{ID: f.ID, Name: f.Name, Pupils: listed(members[f.ID]), Adults: listed(people.of[f.ID])})
	}
	return e
}

// adultsByFamily collects each adult of a family once.
type adultsByFamily struct {
	known map[int64]bool
	in    map[int64]map[int64]bool
	of    map[int64][]int64
}

func (a *adultsByFamily) add(family, adult int64) {
	if a.in[family] == nil {
		a.in[family] = map[int64]bool{}
	}
	if a.known[adult] && !a.in[family][adult] {
		a.in[family][adult] = true
		a.of[family] = append(a.of[family], adult)
	}
}

// listed is a list that is written as [] when it is empty.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func exportedPupil(p intake.Pupil) view.ExportPupil {
	v := p.Now
	e := view.ExportPupil{
		ID: p.ID, Family: p.Family, UPN: v[intake.UPN], UPNUnverified: v[intake.UPNUnverified], Surname: v[intake.Surname], Forename: v[intake.Forename],
		KnownAs: v[intake.KnownAs], LegalSurname: v[intake.LegalSurname], LegalForename: v[intake.LegalForename], Born: v[intake.Born],
		Year: v[intake.Year], Form: v[intake.Form], SEN: v[intake.SEN], Language: v[intake.Language], Address: v[intake.Address], Postcode: v[intake.Postcode],
		Phones: exportedPhones(p.Phones), Emails: exportedEmails(p.Emails), OnRoll: v[intake.OnRoll] != string(model.No),
	}
	if e.LegalSurname == "" {
		e.LegalSurname = e.Surname
	}
	if e.LegalForename == "" {
		e.LegalForename = e.Forename
	}
	return e
}

func exportedAdult(a intake.Adult) view.ExportAdult {
	v := a.Now
	return view.ExportAdult{
		ID: a.ID, Title: v[intake.Title], Surname: v[intake.Surname], Forename: v[intake.Forename], KnownAs: v[intake.KnownAs],
		Phones: exportedPhones(a.Phones), Emails: exportedEmails(a.Emails), Address: v[intake.Address], Postcode: v[intake.Postcode], Language: v[intake.Language],
	}
}

func exportedLink(l intake.Link) view.ExportLink {
	v := l.Now
	e := view.ExportLink{
		Pupil: l.Pupil, Adult: l.Adult, Relation: v[intake.Relation], RelationText: v[intake.RelationText],
		Responsibility: known(v[intake.Responsibility]), CourtOrder: v[intake.CourtOrder] == string(model.Yes), LivesWith: known(v[intake.LivesWith]),
	}
	if n, err := strconv.Atoi(v[intake.Priority]); err == nil {
		e.Priority = &n
	}
	return e
}

// known is an answer, nil for one that is not known.
func known(answer string) *bool {
	if answer == "" {
		return nil
	}
	yes := answer == string(model.Yes)
	return &yes
}

func exportedPhones(phones []model.Phone) []view.ExportPhone {
	list := []view.ExportPhone{}
	for _, p := range phones {
		list = append(list, view.ExportPhone{Type: string(p.Type), Number: p.Number, Ext: p.Ext, Note: p.Note})
	}
	return list
}

func exportedEmails(emails []model.Email) []string {
	list := []string{}
	for _, e := range emails {
		list = append(list, e.Address)
	}
	return list
}
