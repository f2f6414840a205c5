package handover

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// UsualWork is how much work opening a pack is, as a power of two: about a second on a laptop, and a
// quarter of a gigabyte for that long. A pack that asks for more is refused.
const UsualWork = 18

// sealed is how a file of the age format begins.
const sealed = "age-encryption.org/v1"

// Sealed reports whether a file that begins so may be a pack.
func Sealed(beginning []byte) bool { return bytes.HasPrefix(beginning, []byte(sealed)) }

// Refusal is why a file is not opened, in one sentence.
type Refusal struct {
	Sentence string
	Err      error
}

// Error implements error.
func (r Refusal) Error() string { return r.Sentence }

// Plain is the sentence, for those who show errors to a person.
func (r Refusal) Plain() string { return r.Sentence }

// Unwrap gives what lies behind it.
func (r Refusal) Unwrap() error { return r.Err }

// Seal encrypts what write writes, for whoever knows the passphrase. work is UsualWork, or less in a test.
func Seal(to io.Writer, passphrase string, work int, write func(io.Writer) error) error {
	lock, err := age.NewScryptRecipient(sayable(passphrase))
	if err != nil {
		return fmt.Errorf("locking the pack: %w", err)
	}
	lock.SetWorkFactor(work)
	inside, err := age.Encrypt(to, lock)
	if err != nil {
		return fmt.Errorf("locking the pack: %w", err)
	}
	return errors.Join(write(inside), inside.Close())
}

// unseal opens a file with its passphrase. What is read from the answer may still turn out to be damaged.
func unseal(file io.Reader, passphrase string) (io.Reader, error) {
	in := bufio.NewReader(file)
	beginning, _ := in.Peek(len(sealed))
	if why := notSealed(beginning); why != "" {
		return nil, Refusal{Sentence: why}
	}
	key, err := age.NewScryptIdentity(sayable(passphrase))
	if err != nil {
		return nil, Refusal{"A pack is opened with its passphrase: type it as it was given to you.", err}
	}
	key.SetMaxWorkFactor(UsualWork)
	inside, err := age.Decrypt(in, key)
	if err == nil {
		return inside, nil
	}
	return nil, Refusal{whyLocked(err), err}
}

// notSealed is what a file is that is no pack, by how it begins; "" for one that may be.
func notSealed(beginning []byte) string {
	switch {
	case len(beginning) == 0:
		return "The file is empty: ask for the pack again."
	case Sealed(beginning):
		return ""
	case bytes.HasPrefix(beginning, []byte("PK")):
		return "This is a zip file or a spreadsheet, not a hand-over pack: unpack it first, or ask for the pack itself."
	case bytes.HasPrefix(beginning, []byte("-----BEGIN AGE")):
		return "This pack was written as text, which Kettle does not open: ask for the file as Kettle made it."
	case bytes.HasPrefix([]byte(sealed), beginning):
		return "The pack ends too early: it was not copied whole. Copy it again."
	}
	return "This is no hand-over pack: choose the file that your colleague's Kettle made."
}

func whyLocked(err error) string {
	var wrong *age.NoIdentityMatchError
	switch {
	case strings.Contains(err.Error(), "work factor"):
		return "This pack asks for more work to open than Kettle does: ask for one that was made by Kettle."
	case errors.As(err, &wrong):
		return "That passphrase does not open this pack: look at each word, and at capitals, and type it again."
	}
	return "The pack is damaged: it was not copied whole, or was changed on the way. Ask for it again."
}

// sayable is a passphrase as it is used: spaces around it do not count, and several between words are one,
// so that it can be read out.
func sayable(passphrase string) string { return strings.Join(strings.Fields(passphrase), " ") }
