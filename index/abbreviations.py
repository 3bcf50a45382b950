"""Abbreviations that documents explain: "Education, Health and Care Plan (EHCP)", "DfE (Department for Education)".

An explanation is taken where the initials of the words spell the abbreviation; small words may be left out of it
(Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003, does
much the same). A question that uses one form is searched for in the other, too. A passage is found by what its
abbreviations stand for: by its document's explanation or, of those that public bodies use without one, by
`abbreviations.json`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

SMALL = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
LONGEST = 9  # words in a long form
FEWEST = 3  # letters that stand for a name without being explained; "HO" is too much else
MOST = 6  # abbreviations that are spelt out with a text
SHORT = r"[A-Z][A-Za-z&]{0,8}[A-Z]"
AFTER = re.compile(rf"\(({SHORT})s?\)")  # the long form stands before it
BEFORE = re.compile(rf"\b({SHORT})s?\s+\(([^()]{{6,90}})\)")  # and here in brackets after it
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def abbreviations(text: str) -> dict[str, str]:
    """The abbreviations that a text explains, each with its long form, as it is first explained.

    >>> abbreviations("An Education, Health and Care Plan (EHCP) was made.")
    {'EHCP': 'Education, Health and Care Plan'}
    """
    found: dict[str, str] = {}
    for short, long in _explained(text):
        found.setdefault(short, long)
    return found


def spelt_out(text: str, explained: Mapping[str, str]) -> tuple[str, ...]:
    """What abbreviations in a text stand for, where it does not say so itself, as in `NHS: National Health Service`."""
    meanings = {short: explained.get(short) or _common().get(short) for short in dict.fromkeys(shorts(text))}
    said = text.casefold()
    found = [f"{short}: {long}" for short, long in meanings.items() if long and long.casefold() not in said]
    return tuple(found[:MOST])


@cache
def _common() -> dict[str, str]:
    found: dict[str, str] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return found


def _explained(text: str) -> Iterator[tuple[str, str]]:
    for match in AFTER.finditer(text):
        words = list(WORD.finditer(text, max(0, match.start() - 120), match.start()))[-LONGEST:]
        for first in range(len(words)):
            if _spells([word[0] for word in words[first:]], match[1]):
                yield match[1], " ".join(text[words[first].start() : words[-1].end()].split())
                break
    for match in BEFORE.finditer(text):
        if _spells(WORD.findall(match[2]), match[1]):
            yield match[1], " ".join(match[2].split())


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether the initials of the words are the letters of `short`; it may pass over small words, not the first."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    return len(words) >= 2 and words[0].casefold() not in SMALL and _fits([w.casefold() for w in words], letters)


def _fits(words: Sequence[str], letters: Sequence[str]) -> bool:
    if not words or not letters:
        return not words and not letters
    taken = words[0][0] == letters[0] and _fits(words[1:], letters[1:])
    return taken or (words[0] in SMALL and _fits(words[1:], letters))


def initials(name: str) -> str | None:
    """The letters by which a name of three words or more may be called, in small letters.

    >>> initials("Department for Work and Pensions")
    'dwp'
    """
    words = [word.casefold() for word in WORD.findall(name)]
    found = "".join(word[0] for word in words if word not in SMALL)
    return found if len(found) >= FEWEST else None


def of_initials(letters: str) -> str:
    """A regular expression, for SQLite and PostgreSQL alike, of the names in small letters with these initials."""
    small = rf"(?:(?:{'|'.join(sorted(SMALL | {'&'}))}) )*"
    return f"^{' '.join(small + re.escape(letter) + '[^ ]*' for letter in letters)}$"


def key(long: str) -> str:
    """A long form as it is looked up: in small letters, without small words and the plural."""
    words = (word.casefold() for word in WORD.findall(long))
    return " ".join(word.removesuffix("s") for word in words if word not in SMALL)


def shorts(text: str) -> list[str]:
    """What in a text may be an abbreviation, without its plural."""
    return [found.removesuffix("s") for found in re.findall(rf"\b{SHORT}s?\b", text)]


def longs(question: str) -> dict[str, str]:
    """What in a question may be a long form: the words as they stand there, by key."""
    words = list(WORD.finditer(question))
    spans = (
        (first, last) for first, _ in enumerate(words) for last in range(first + 1, min(first + LONGEST, len(words)))
    )
    found: dict[str, str] = {}
    for first, last in spans:
        ends = words[first][0].casefold(), words[last][0].casefold()
        if not SMALL & set(ends):
            text = question[words[first].start() : words[last].end()]
            found.setdefault(key(text), text)
    return found


def rewritten(question: str, meanings: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """The question in other words: an abbreviation by its long form (`meanings`), or a long form by its abbreviation.

    `names` has the abbreviations by the key of their long forms.
    """
    said = longs(question)
    pairs: Iterable[tuple[str, str]] = [
        *((rf"\b{re.escape(short)}s?\b", long) for short, long in meanings.items()),
        *((rf"\b{re.escape(said[each])}\b", short) for each, short in names.items() if each in said),
    ]
    found = (re.sub(pattern, lambda _, other=other: other, question) for pattern, other in pairs)  # type: ignore[misc]
    return [other for other in dict.fromkeys(found) if other != question]
