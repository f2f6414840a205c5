package store

// holdFolder holds nothing: Windows lets no file be renamed that a window has open.
func holdFolder(string, bool) (folderHold, error) { return folderHold{}, nil }
