"""Every error that Minutebook raises on purpose.

    MinutebookError            one line: what happened, why, what to do
    ├── InputError             a file that cannot be read as a document
    │   ├── EncryptedError     it needs a password
    │   └── UnsupportedError   its format is not one that is read
    ├── LibraryError           the library on disk is missing, newer than the program, or inconsistent
    ├── ModelError             a language model is missing or is not the one expected
    ├── ProfileError           the profile of a body cannot be read
    ├── ManifestError          the manifest of a corpus cannot be used
    ├── FetchError             a web site does not give what was asked of it
    │   └── SiteError          it is not to be asked any more
    ├── AccessError            the pages cannot be served so, for want of care about who sees them
    └── QueryError             a search or a filter that cannot be understood
        └── NotFoundError      it can, but there is no such document, record, page or day

The command line prints the message as it is, so each one ends with what to do.
"""


class MinutebookError(Exception):
    """Base of all errors that are meant for the person using Minutebook."""


class InputError(MinutebookError):
    """A file cannot be read as a document."""


class EncryptedError(InputError):
    """A file is protected by a password."""


class UnsupportedError(InputError):
    """A file's content is in no format that Minutebook reads."""


class LibraryError(MinutebookError):
    """The library on disk cannot be used as it is."""


class ModelError(MinutebookError):
    """A language model is missing or is not the one that was expected."""


class ProfileError(MinutebookError):
    """The profile of a body cannot be used as it is."""


class ManifestError(MinutebookError):
    """The manifest of a corpus cannot be used as it is."""


class FetchError(MinutebookError):
    """A web site does not give what was asked of it."""


class SiteError(FetchError):
    """A web site is not to be asked any more: it does not answer, or does not want to be asked."""


class QueryError(MinutebookError):
    """A query or filter cannot be understood."""


class NotFoundError(QueryError):
    """There is no such document, record, page or day."""


class AccessError(MinutebookError):
    """Who may use the web pages cannot be settled as it was asked for."""
