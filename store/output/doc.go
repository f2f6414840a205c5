// Package output writes what leaves the caseload: plain text for a terminal or a pipe, and files. It
// is given plain structs of model and model/view and knows neither the database nor a screen.
package output
