"""Counts that are shared out among names, or stand in brackets: "users were the Mill (2,403) and the Weir (940)"."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from extract.counting.said import Said, Told, is_unit
from extract.quantities.figures import MONEY, Quantity
from extract.quantities.nouns import singular
from extract.text import as_text

_NAME = r"(?:[Tt]he )?[A-Z][\w&’'./-]*+(?: (?:(?:of|and|the|for) )?[A-Z][\w&’'./-]*+){0,4}"
_COUNT_OF = re.compile(
    rf"(?:[:,;]|\b(?:and|by|from|includ\w+|inc\.|were)) (?P<name>{_NAME}) \((?P<figure>\d[\d,]*+)\)"
    r"(?=[,;.]| and\b| or\b|$)"
)
# "ports that were named: ", "other users included ": of what the names are some
_STEM = re.compile(
    r"(?P<stem>(?:[a-z]+ )?(?P<what>[a-z]{3,}s)(?: [a-z]+){0,2}):? (?:includ\w+ |were )?$", re.IGNORECASE
)
_OF_PEOPLE = re.compile(r"\b(?:aged?|boys|candidates|children|girls|players|pupils|winners|years)\b", re.IGNORECASE)
_LARGE = 10  # smaller ones may all be marks of notes
# "of which 31 were ports (including 4 in Orme and 2 in Keld)", "this includes 640 via the Mill"
_OPENS = re.compile(r"\b(?:inc\.|incl\.|includ(?:es?|ed|ing)|comprising|made up of)\s(?:about |over )?$")
_GOES_ON = re.compile(r"(?:,|,? and)\s(?:about |over )?$")
_PART = re.compile(
    r"\s(?P<where>(?:at|by|from|in|on|through|via) (?:the |our |its )?[A-Z][^.;:,()\d]{0,60}?)(?=,? and \d|[.;:,()]|$)"
)
# "all requests so far (161 as of 4 May)", "many ports have joined (approx. 27)", "the crews (31 in total)"
_NOUN_BEFORE = re.compile(
    r"(?P<noun>[a-z]{3,}s)\b(?P<rest>[^.;:,()\d]{0,40})"
    r" \((?P<about>approx(?:imately)?\.? |about |around |circa |c\. ?|~)?$"
)
_STATED = re.compile(r"\s(?:as (?:at|of|per)\b|in total\)|so far\)|to date\)|total\))")
# "a large membership (900)"
_BODY = re.compile(r"\b(?P<body>attendance|audience|membership|population|readership|turnout) \($")
_OF_BODY = {"membership": "member", "readership": "reader"}


def shared_out(text: str, quantities: list[Quantity], index: int, told: Told) -> Said | None:
    """What a bare count measures that one of several names is given, or that stands in brackets behind a noun."""
    quantity = quantities[index]
    if quantity.unit or quantity.in_words or not text[quantity.end - 1].isdigit():
        return None
    bracketed = text.rfind("(", 0, quantity.start) > text.rfind(")", 0, quantity.start)
    said = _in_brackets(text, quantity, told) if bracketed else None
    return said or _included(text, quantities, index, told)


# "insurance (£120), repairs to the quay (£85) and oil (£64)"
_SUM_OF = re.compile(
    r"(?P<name>[^\W\d][^,;:.()£$€\d]{2,60}) \((?P<figure>[£$€]\d[\d,.]*\s?(?:k|m|bn|million)?)\)(?=,? and\b|[,;.]|$)"
)
_INSIDE = ("of", "for", "to", "from", "on", "in", "the", "our", "a", "-", "’s", "'s", "&", "’", "'")


def itemised(parsed: Doc, quantities: list[Quantity], index: int) -> Said | None:
    """What a sum in brackets is of several that stand so: the words right before the bracket."""
    quantity, text = quantities[index], as_text(parsed)
    if quantity.unit not in MONEY or not text.endswith("(", 0, quantity.start):
        return None
    sums = [each.start("figure") for each in _SUM_OF.finditer(text)]
    if quantity.start not in sums or len(sums) < 2:
        return None
    span = parsed.char_span(quantity.start, quantity.end, alignment_mode="expand")
    words: list[Token] = []
    for token in reversed(parsed[: span.start - 1] if span is not None else []):
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ not in _INSIDE:
            break
        words.insert(0, token)
    while words and words[0].lower_ in _INSIDE:
        words.pop(0)
    name = text[words[0].idx : words[-1].idx + len(words[-1])] if words else ""
    return Said(quantity.unit, name) if name else None


def _in_brackets(text: str, quantity: Quantity, told: Told) -> Said | None:
    before, closed = text[: quantity.start], text.startswith(")", quantity.end)
    if closed and (body := _BODY.search(before)):
        return Said(_OF_BODY.get(body["body"], "person"), body["body"])
    noun = _NOUN_BEFORE.search(before)
    if noun and (_STATED.match(text, quantity.end) or (closed and noun["about"])):
        return Said(singular(noun["noun"]), f"{noun['noun']}{noun['rest']}".strip())
    if not closed:
        return None
    named = list(_COUNT_OF.finditer(text))
    own = next((each for each in named if each.start("figure") == quantity.start), None)
    if own is None or len(named) < 2 or max(len(each["figure"]) for each in named) < len(str(_LARGE)):
        return None
    stem = _STEM.search(text, 0, named[0].start("name"))
    whole = _counted(told)
    if _OF_PEOPLE.search(text) or not (whole or stem):
        return None
    if whole:
        return replace(whole, name=" ".join(filter(None, (whole.name, own["name"]))), part=True)
    return Said(None, f"{stem['stem']} {own['name']}", part=True) if stem else None


def _included(text: str, quantities: list[Quantity], index: int, told: Told) -> Said | None:
    """What a count is by the noun before "including": "31 ports (including 4 in Orme and 2 in Keld)"."""
    quantity, whole = quantities[index], _counted(told)
    part = _PART.match(text, quantity.end) if whole else None
    if part is None or whole is None or not _opened(text, quantities, index):
        return None
    return replace(whole, name=" ".join(filter(None, (whole.name, part["where"].strip()))), part=True)


def _opened(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a count is the first after "including", or goes on with the list that such a one begins."""
    for place in range(index, -1, -1):
        quantity = quantities[place]
        before = text[: quantity.start]
        if _OPENS.search(before):
            return True
        if not (_GOES_ON.search(before) and _PART.match(text, quantity.end)):
            return False
    return False


def _counted(told: Told) -> Said | None:
    """The count that those of a list are of."""
    return told.counted or (told.previous if told.previous and not is_unit(told.previous.unit) else None)
