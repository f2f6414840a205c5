package action

// Scopes of the accounts of incidents, of one of them, and of the words to say to one parent.
const (
	AccountList Scope = "accounts of incidents"
	AccountPage Scope = "account of an incident"
	AccountSay  Scope = "words to say"
)

// Actions on accounts of incidents.
const (
	GoAccounts   ID = "accounts.go"
	AccountBegin ID = "account.begin"

	AccountOpen   ID = "account.open"
	AccountNew    ID = "account.new"
	AccountFind   ID = "accounts.find"
	AccountRemove ID = "account.remove"

	AccountTake    ID = "account.take"
	AccountAdd     ID = "account.add"
	AccountChange  ID = "account.change"
	AccountCompare ID = "account.compare"
	AccountTold    ID = "account.told"
	AccountCopy    ID = "account.copy"
	AccountDrop    ID = "account.drop"
	AccountReopen  ID = "account.reopen"

	SayTold ID = "say.told"
	SayCopy ID = "say.copy"
)

var accounts = []Action{
	{ID: AccountOpen, Title: "Open the account", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{AccountList}},
	{ID: AccountNew, Title: "A new account", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{AccountList}},
	{ID: AccountFind, Title: "Find an account", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{AccountList}},
	{ID: AccountRemove, Title: "Remove the account", Keys: []string{"d"}, Scopes: []Scope{AccountList}},

	{ID: AccountTake, Title: "Open, agree, or say", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{AccountPage}},
	{ID: AccountTold, Title: "Mark that they were told", Foot: "told", Keys: []string{"x"}, Scopes: []Scope{AccountPage}},
	{ID: AccountAdd, Title: "Add a version", Foot: "new version", Keys: []string{"n"}, Scopes: []Scope{AccountPage}},
	{ID: AccountChange, Title: "Change what is selected", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{AccountPage}},
	{ID: AccountCompare, Title: "Compare two other versions", Foot: "other versions", Keys: []string{"tab"}, Scopes: []Scope{AccountPage}},
	{ID: AccountCopy, Title: "Copy the agreed words", Foot: "copy", Keys: []string{"y"}, Scopes: []Scope{AccountPage}},
	{ID: AccountDrop, Title: "Remove what is selected", Keys: []string{"d"}, Scopes: []Scope{AccountPage}},
	{ID: AccountReopen, Title: "Not agreed any more", Scopes: []Scope{AccountPage}},

	{ID: SayTold, Title: "Mark that they were told", Foot: "told", Keys: []string{"x"}, Scopes: []Scope{AccountSay}},
	{ID: SayCopy, Title: "Copy the words", Foot: "copy", Keys: []string{"y"}, Scopes: []Scope{AccountSay}},

	{ID: AccountBegin, Title: "Account of an incident", Scopes: []Scope{Global}},
	{ID: GoAccounts, Title: "Go to accounts of incidents", Scopes: []Scope{Global}},
}
