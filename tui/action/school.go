package action

var school = []Action{}
