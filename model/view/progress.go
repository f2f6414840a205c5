package view

import "context"

// Progress is how far long work has come: Done of Total, both 0 while nobody can say; What names the part
// that is being done: "families".
type Progress struct {
	What        string
	Done, Total int
}

type progressKey struct{}

// WithProgress is a context in which long work says how far it has come. tell may be called often, from
// another goroutine, and must not wait.
func WithProgress(ctx context.Context, tell func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// Report says how far work has come, to whoever asked for it. The error is that of a context that is done:
// the work is to stop, and to leave everything as it was.
func Report(ctx context.Context, p Progress) error {
	if tell, ok := ctx.Value(progressKey{}).(func(Progress)); ok {
		tell(p)
	}
	return ctx.Err()
}
