package action

var meetings = []Action{}
