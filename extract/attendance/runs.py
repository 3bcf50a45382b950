"""Runs of lines that name a person each, with what the person is after a comma, a dash or dots, or in brackets."""

import re
from dataclasses import dataclass

from extract.attendance.labels import label_of
from extract.people.columns import in_columns
from extract.people.lists import people_in
from extract.people.words import GROUP, PLURAL, TITLES, is_role
from extract.text import content_start
from minutes.model import Block, Document

LINE = 140  # characters; a longer one tells more than who somebody is
HEAD_WORDS = 6  # of a line over some of them
SOME = 5  # lines, of which one may be of another form
RUN = 3  # lines, of which the form can be told
_WORD = r"[A-ZÀ-Þ][\w.’'À-ÿ-]*"
_SURNAME = r"[A-ZÀ-Þ][\w’'À-ÿ-]+"
_PERSON = re.compile(
    rf"(?P<name>(?:{TITLES}\s*)*{_WORD}(?: (?:van|von|der|den|de|di|du|dos|la|al|bin) | ){_WORD}(?: {_WORD}){{0,2}})"
    r"(?P<mail>\s*<[^<>\s]{3,60}>)?(?:\s*[([](?P<in>[^()[\]]{1,70})[)\]])*"
    r"(?:\s*(?:,|\s[–—|-]|(?<=[)\]]):|(?P<dots>\.{3,}|…))\s*(?P<is>[^;]{2,110}?))?[;,.]?\s*"
)
_LETTERS = r"(?:(?:[A-Z](?:\. ?| )){1,3}|[A-Z]{2,3} )"  # "A. B. ", "A B ", "AB "
# "Una Keld Director of Music", as the columns of a table run together
_THEN = re.compile(
    rf"(?P<name>(?:{TITLES}\s*)+(?:{_LETTERS}|[A-ZÀ-Þ][\w’'-]+ ){_SURNAME}|(?P<short>(?:{TITLES}\s*)+{_SURNAME})"
    rf"|{_LETTERS}{_SURNAME}"
    rf"|[A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)? {_SURNAME})\s+(?P<is>(?:[A-Z]|A/)[^;]{{2,100}})"
)
# "Una KELD Director of Music": the capitals say where the name ends
_SHOUTED = re.compile(
    rf"(?:{TITLES}\s*)*[A-ZÀ-Þ][a-zà-ÿ’'-]+ (?:[A-Z]\.? )?[A-ZÀ-Þ][A-ZÀ-Þ’'-]{{2,}} (?P<is>[A-Z][a-z][^.,;]{{1,60}})"
)
TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|said|answered|reported|asked|noted|agreed|proposed|seconded|moved|welcomed|thanked)\b"
    r"|\.\s+(?:The|He|She|They|It|This)\b"
)
_SURNAME_FIRST = re.compile(rf"(?P<name>{_WORD}, [A-Z][\w’'-]+(?: [A-Z]\.?)?)(?:\s*\([^()]{{2,60}}\))?[;.]?")
# "Councillors Orme and Tay", "Mrs Ada Brindle, Mr Tom Orme, Trustees"
_OF_SEVERAL = re.compile(rf"^{PLURAL}\s[A-Z]|,\s(?:and\s)?(?:C?Cllr|Councillor|Mrs?|Ms|Miss|Mx|Dr|Prof)\b\.?\s[A-Z]")
# "University of Larkhaven", "Royal Borough of Wenmarch and Ostermark"
_OF = re.compile(
    r"NHS |(?:the )?(?:(?:Royal|London|Metropolitan) )?(?:University|College|School|Ministry|Department|Office|Borough"
    r"|City|Diocese|Friends|Institute|Guild|Chamber|House|Bank|Faculty) (?:of|for) ",
    re.IGNORECASE,
)
_OF_SENTENCE = re.compile(r"\b(?:of|the|to|on|at|in|for|and|by)\b", re.IGNORECASE)  # "HELD AT THE", "CALL TO ORDER"


@dataclass(frozen=True)
class Line:
    """A line of a run: where the person's name begins and ends, and what else it says of the person."""

    start: int
    end: int
    role: str | None
    whole: bool = False  # the name is all of it, with a comma inside: "Brindle, Ada"


def one_a_line(document: Document, blocks: list[Block]) -> dict[int, Line]:
    """By where the block begins, the lines of runs that name one person each."""
    found: dict[int, Line] = {}
    run: list[tuple[Block, int, str]] = []
    for number, block in enumerate([*blocks, None]):
        if block and heads_points(document, blocks, number):
            continue  # the points below it go on with those above
        start = content_start(document, block) if block else 0
        text = document.text[start : block.end] if block and block.end - block.start < LINE else ""
        if block and block.kind != "table_row" and _fits(text):
            run.append((block, start, text))
            continue
        found |= _told(run)
        run = []
    return found


def heads_points(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a short line stands over points that name a person each: "Ministers", and below it "• Una Keld"."""
    block, below = blocks[number], blocks[number + 1 : number + 2]
    text = document.text[block.start : block.end]
    short = block.kind != "list_item" and len(text.split()) <= HEAD_WORDS and not re.search(r"[.:;]$|^\W*\d", text)
    points = [one for one in below if one.kind == "list_item" and not (one.label or "")[:1].isdigit()]
    return short and any(_fits(document.text[content_start(document, one) : one.end]) for one in points)


def _fits(text: str) -> bool:
    named = _PERSON.fullmatch(text) or _THEN.fullmatch(text)
    if _OF_SEVERAL.search(text) or in_columns(text):
        return False
    if text.isupper() and not re.match(TITLES, text, re.IGNORECASE):
        return False  # a title of the page: "CALL TO ORDER"
    return bool((named and not TELLS.search(text)) or _SURNAME_FIRST.fullmatch(text)) and not (
        label_of(text)[0] and label_of(text)[1] >= len(text)
    )


def _told(run: list[tuple[Block, int, str]]) -> dict[int, Line]:
    dotted = all("..." in text or "…" in text for _, _, text in run)
    shouted = all((name := _SHOUTED.fullmatch(text)) and is_role(name["is"]) for _, _, text in run)
    if len(run) < (1 if dotted or shouted else RUN):
        return {}
    if all(_SURNAME_FIRST.fullmatch(text) for _, _, text in run):
        names = [_SURNAME_FIRST.fullmatch(text) for _, _, text in run]
        return {
            block.start: Line(start, start + one.end("name"), None, whole=True)
            for (block, start, _), one in zip(run, names, strict=True)
            if one
        }
    read = [_read(text) for _, _, text in run]
    beside = [one for one in read if one.beside]
    if len(beside) < len(run) - 1 or 2 * sum(one.told for one in beside) < len(beside):
        return {}
    nobody = [_names_no_one(text[: one.end]) for (_, _, text), one in zip(run, read, strict=True)]
    if SOME * sum(nobody) > len(run):
        return {}
    return {
        block.start: Line(start, start + one.end, one.beside or None)
        for (block, start, _), one, none in zip(run, read, nobody, strict=True)
        if not none
    }


@dataclass(frozen=True)
class _Read:
    """Where the name in a line ends, what stands beside it, and whether that tells of somebody."""

    end: int
    beside: str
    told: bool


def _read(text: str) -> _Read:
    if (one := _PERSON.fullmatch(text)) and not is_role(one["name"]) and (one["is"] or one["in"] or one["mail"]):
        told = bool(one["dots"] or one["mail"]) or any(map(_is_of_one, filter(None, (one["is"], one["in"]))))
        return _Read(one.end("name"), (one["is"] or one["in"] or "").strip(" ,") or one["mail"], told)
    then = _THEN.fullmatch(text)
    if then and then["short"] and not _is_of_one(then["is"]):
        then = None  # "Cllr Una Keld UK"
    if then and (" " in then["is"] or _is_of_one(then["is"])):
        return _Read(then.end("name"), then["is"], _is_of_one(then["is"]))
    return _Read(len(text.rstrip(" ;,.")), "", False)


def name_then_office(text: str) -> tuple[int, str] | None:
    """Where the name ends in "Una Keld Director of Music", which nothing parts from the office, and the office."""
    then = _THEN.fullmatch(text.strip())
    if not then or then["short"] or not is_role(then["is"]) or people_in(text):
        return None
    return then.end("name") + len(text) - len(text.lstrip()), then["is"].strip()


def _is_of_one(text: str) -> bool:
    """Whether words say what somebody is, or whom somebody comes from."""
    return bool(is_role(text) or GROUP.search(text.rstrip(" .")) or _OF.match(text))


def _names_no_one(name: str) -> bool:
    return len(people_in(name)) != 1 or is_role(name) or bool(_OF_SENTENCE.search(name))
