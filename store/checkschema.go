package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"kettle/model/view"
)

// schemaPrints are the fingerprints of what stands in a file of each version, from 1: its tables and
// lists, and nothing else. A trigger or view that somebody else put there would run with our rights.
var schemaPrints = []string{"aa466b5e146c3b7e2e77146376fca5fb857e4e92a19d13d8a2088aa4bc4d2962",
	"fd8b1210e476f5d86c1a77254f3afd4b172e6916210edc713a413743efa70f95", "573ae61b3f43ca4aba45d74fe09f3fcc8df6bc61696d3564941baebf4ac1f005",
	"f44d052dbd047dc37be413bdb96a9daf36684983f99b3376d9bdfe60be9aa98d"}

// schemaPrint is the fingerprint of a version. One that is still being written has none in the list;
// it is made from the migrations, which takes some milliseconds.
func schemaPrint(ctx context.Context, version int) (string, error) {
	if version <= len(schemaPrints) {
		return schemaPrints[version-1], nil
	}
	return freshPrint(ctx, version)
}

// freshPrint is the fingerprint of a new file of a version, made in memory.
func freshPrint(ctx context.Context, version int) (string, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, m := range migrations()[:version] {
		if _, err := db.ExecContext(ctx, m.sql()); err != nil {
			return "", fmt.Errorf("making version %d in memory: %w", m.version, err)
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return "", err
	}
	defer tx.Rollback()
	return querier{ctx, tx}.schemaPrint()
}

// schemaPrint is the fingerprint of all that the file says is in it. The notes that ANALYZE makes do no
// harm, and other tools make them.
func (q querier) schemaPrint() (string, error) {
	rows, err := q.query(`SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
		WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY type, name`)
	objects, err := scanAll(rows, err, func(o *[4]string) []any { return []any{&o[0], &o[1], &o[2], &o[3]} })
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, o := range objects {
		fmt.Fprintf(sum, "%q\n", o)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// examineSchema looks whether the file holds the tables of its version and nothing else. A file with
// no table at all is a caseload that was never begun; one of another program is for others to refuse.
func (q querier) examineSchema(c *view.Check) error {
	var objects, version int
	var application int64
	err := q.queryRow(`SELECT (SELECT count(*) FROM sqlite_schema), (SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id)`).Scan(&objects, &version, &application)
	if err != nil || objects == 0 || uint32(application) != applicationID || version > newestVersion() {
		return err
	}
	strange := view.Damage{What: "What Kettle keeps its entries in was changed by something else: opening it might do harm."}
	if version < 1 {
		c.Damage = append(c.Damage, strange)
		return nil
	}
	is, err := q.schemaPrint()
	if err != nil {
		return err
	}
	want, err := schemaPrint(q.ctx, version)
	if err == nil && is != want {
		c.Damage = append(c.Damage, strange)
	}
	return err
}
