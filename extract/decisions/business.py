"""Whether two sentences are of the same business: "Motion to pay the bills" and "The bills were paid"."""

import re

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5  # letters, of which words of one stem have the same: "payment" and "payments"
# What any motion or decision is told in, whatever it is on.
_OF_ANY = frozenset(
    word[:_STEM]
    for word in (
        "that this with from were been have they their there then also motion move moved made second seconded carried"
        " passed unanimous vote voted voting favor favour roll call approve accept adopt order agree resolve note"
        " receive place present meeting council board committee member motioned submitted report all yes ayes trustee"
        " councillor commissioner director mayor chair president clerk would such which upon made being file read"
    ).split()
)


def is_of_other_business(motion: str, told: str) -> bool:
    """Whether a motion names business of which what is `told` has not a word."""
    named = _words(motion)
    return bool(named) and not named & _words(told)


def _words(text: str) -> set[str]:
    """The stems of a text's words, less names and the words that every motion has."""
    small = re.sub(r"\b(?:by|[Mm]rs?|[Mm]s|[Dd]r)\b\.? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", " ", text).casefold()
    return {word[:_STEM] for word in _WORD.findall(small)} - _OF_ANY
