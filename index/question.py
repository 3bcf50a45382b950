"""What a question asks for: words, phrases in quotes, `-word` for what is not wanted, fields such as `body:cabinet`.

`"school transport" -taxi body:cabinet after:2023 before:2025-05` finds what holds the phrase, not the word, was said in
the cabinet, and from the start of 2023 until April 2025; `date:2024` what was said in 2024.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from shlex import quote
from typing import Any, get_args

from minutes.dates import Days
from minutes.errors import QueryError
from minutes.found import Filters, PassageKind
from minutes.model import Outcome

CURLY = re.compile(r"[“”„]")
EMPTY = re.compile(r"(?<!\S)([a-z]+):(?!\S)", re.IGNORECASE)
FIELD = re.compile(r'(?<!\S)([a-z]+):("[^"]+"|[^\s"]+)', re.IGNORECASE)
WITHOUT = re.compile(r'(?<!\S)-("[^"]+"|[^\W_][^\s"]*)')
PHRASE = re.compile(r'"([^"]*)"')
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = re.compile(  # a year, with the month if it is named, too
    rf"(?<![\w£$€./-])(?:(?P<month>{'|'.join(MONTHS)})[a-z]*\.?,?\s+)?(?P<year>(?:19|20)\d\d)(?:-(?P<number>0[1-9]|1[0-2])\b)?(?!\w)",
    re.IGNORECASE,
)
NAMES = {  # as they are typed, and as the filters call them
    **{name: name for name in ("organisation", "body", "kind", "outcome", "owner", "mover", "since", "until")},
    "after": "since",
    "before": "until",
    "date": "since",  # and `until`
}
LISTING = ("organisation", "body", "outcome", "owner", "mover")  # fields that narrow registers, too
LIKE = 0.81  # "movr" and "mover"; less is a word of its own, as "power" beside "owner"
CHOICES: dict[str, tuple[str, ...]] = {"kind": get_args(PassageKind), "outcome": get_args(Outcome)}

STOP = re.compile(
    r"(?i)about|after|all|also|an?|and|any|are|as|at|be|been|before|by|can|could|did|do|does|for|from|had|has|have|he|"
    r"her|his|how|i|if|in|into|is|it|its|may|me|more|most|my|no|not|of|on|or|our|over|own|said|same|shall|she|should|"
    r"so|some|such|than|that|the|their|them|then|there|these|they|this|those|to|under|up|upon|us|was|we|were|what|"
    r"when|where|which|while|who|whom|whose|why|will|with|would|you|your"
)


@dataclass(frozen=True)
class Question:
    """A question taken apart. `text` is what to look for in meaning, `terms` what to look for by keyword.

    `phrase` is all its words in a row, empty where they are fewer than four. `dates` are the years that it names, and
    the months ("2021", "2021-05").
    """

    text: str
    terms: list[str]
    phrase: str
    dates: frozenset[str]
    filters: Filters


def understood(query: str, filters: Filters) -> Question:
    """The question that `query` asks, with what it says of fields, phrases and words added to the filters.

    Raises:
        QueryError: if there is nothing to search for, or a field cannot be understood.
    """
    text = CURLY.sub('"', query)
    for name, value in FIELD.findall(text):
        if name.lower() in NAMES:
            filters = _narrowed(filters, name.lower(), value.strip('"'))
        elif meant := get_close_matches(name.lower(), NAMES, 1, LIKE):
            raise QueryError(f"{name}: is no field; write {meant[0]}:, or a space before the colon if it is a word")
    for name in EMPTY.findall(text):
        if name.lower() in NAMES:
            raise QueryError(
                f"{name}: has nothing after it; write {name}:WORD, or a space before the colon if it is a word"
            )
    text = FIELD.sub(lambda found: found[0] if found[1].lower() not in NAMES else " ", text)
    without = tuple(filter(None, (" ".join(_words(word)) for word in WITHOUT.findall(text))))
    text = WITHOUT.sub(" ", text)
    holds = tuple(filter(None, (" ".join(_words(phrase)) for phrase in PHRASE.findall(text))))
    found = terms(text)
    if not found:
        raise QueryError(_nothing(FIELD.findall(CURLY.sub('"', query))))
    asked = " ".join(text.replace('"', " ").split())
    words = _words(asked)
    phrase = " ".join(words) if len(words) > 3 else ""
    return Question(asked, found, phrase, dates(asked), replace(filters, holds=holds, without=without))


def _nothing(fields: Sequence[tuple[str, str]]) -> str:
    """That there is nothing to search for; where fields narrow what a register lists, how it is listed."""
    typed = [(NAMES[name.lower()], value.strip('"')) for name, value in fields if name.lower() in NAMES]
    options = [f"--{name} {quote(value)}" for name, value in typed if name in LISTING]
    if not options:
        return "There is nothing to search for; type a word or a question"
    register = "actions" if "owner" in dict(typed) else "decisions"
    said = "There is nothing to search for beside the filters; type a word, too, or list what they let through"
    return f"{said}: minutebook {register} {' '.join(options)}"


def dates(text: str) -> frozenset[str]:
    """The years that a text names, and the months of a year.

    >>> sorted(dates("the sessions of 6 May 2021, and those in 2022"))
    ['2021', '2021-05', '2022']
    """
    found = set()
    for named in NAMED.finditer(text):
        found.add(year := named["year"])
        if named["month"]:
            found.add(f"{year}-{MONTHS.index(named['month'].casefold()) + 1:02}")
        elif named["number"]:
            found.add(f"{year}-{named['number']}")
    return frozenset(found)


def terms(text: str) -> list[str]:
    """What to look for by keyword: phrases in double quotes, and the other words less the stop words.

    >>> terms('who agreed the "school transport" budget?')
    ['school transport', 'agreed', 'budget']
    """
    text = CURLY.sub('"', text)
    quoted = [_words(phrase) for phrase in PHRASE.findall(text)]
    loose = _words(PHRASE.sub(" ", text))
    phrases = [" ".join(words) for words in quoted if words]
    kept = [word for word in loose if not STOP.fullmatch(word)]
    return list(dict.fromkeys(phrases + (kept if kept or phrases else loose)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _narrowed(filters: Filters, name: str, value: str) -> Filters:
    if name == "date":
        return _narrowed(_narrowed(filters, "since", value), "until", value)
    field = NAMES[name]
    if field in CHOICES and value not in CHOICES[field]:
        raise QueryError(f"{name}:{value} is not understood; write {name}: and one of {', '.join(CHOICES[field])}")
    wanted: Any = _eve(value) if name == "before" else value
    if getattr(filters, field) not in (None, wanted):
        raise QueryError(f"{name}:{value} and {getattr(filters, field)!r} cannot both be meant; leave one of them out")
    return replace(filters, **{field: wanted})


def _eve(date: str) -> str:
    """The day, month or year before one: 2023 for 2024, 2024-02 for 2024-03. What is no date stays as it is."""
    with suppress(QueryError):
        days = Days.parse(date)
        return (days.first - timedelta(days=1)).isoformat()[: len(days.written)]
    return date
