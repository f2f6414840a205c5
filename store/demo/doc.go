// Package demo makes up a school: families, a year of being in touch, meetings and promises around a
// given day, as plain values. Nobody in it exists. Telephone numbers are those set aside for drama,
// e-mails end in example.org and postcodes begin with ZZ. The same options make the same school.
package demo
