package model

import "sort"

// InOrder sorts a list; what is equal stays as it came. All lists share the sorting of package sort:
// that of slices is compiled anew for each type, in six to twelve kilobytes.
func InOrder[T any](list []T, compare func(a, b T) int) {
	sort.SliceStable(list, func(i, j int) bool { return compare(list[i], list[j]) < 0 })
}
