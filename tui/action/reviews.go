package action

// Scopes of the SEN meetings of a year, and of the countdown to the annual reviews.
const (
	ReviewTerms     Scope = "SEN meetings"
	ReviewCountdown Scope = "annual reviews"
)

// Actions on SEN meetings and annual reviews.
const (
	GoReviews     ID = "reviews.go"
	ReviewOpen    ID = "reviews.open"
	ReviewFind    ID = "reviews.find"
	ReviewPlan    ID = "reviews.plan"
	ReviewRecord  ID = "reviews.record"
	ReviewStep    ID = "reviews.step"
	ReviewToCount ID = "reviews.countdown"
	ReviewToTerms ID = "reviews.terms"
)

var reviews = []Action{
	{ID: ReviewOpen, Title: "Open meeting, or family", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{ReviewTerms, ReviewCountdown}},
	{ID: ReviewPlan, Title: "Plan the missing meeting", Foot: "plan it", Keys: []string{"m"}, Scopes: []Scope{ReviewTerms, ReviewCountdown}},
	{ID: ReviewRecord, Title: "Record given to parents", Foot: "record given", Keys: []string{"x"}, Scopes: []Scope{ReviewTerms}},
	{ID: ReviewStep, Title: "The next step is done", Foot: "step done", Keys: []string{"x"}, Scopes: []Scope{ReviewCountdown}},
	{ID: ReviewFind, Title: "Find a pupil", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{ReviewTerms, ReviewCountdown}},
	{ID: ReviewToCount, Title: "Countdown to annual reviews", Foot: "annual reviews", Keys: []string{"v"}, Scopes: []Scope{ReviewTerms}},
	{ID: ReviewToTerms, Title: "SEN meetings each term", Foot: "each term", Keys: []string{"v"}, Scopes: []Scope{ReviewCountdown}},
	{ID: GoReviews, Title: "SEN meetings and annual reviews", Scopes: []Scope{Global}},
}
