package action

var promises = []Action{}
