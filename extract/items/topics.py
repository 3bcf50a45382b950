"""Points that head the points below them: "• The gate", and under it "◦ Una asked the joiner."."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from extract.attendance.labels import label_of
from extract.items.heading import Heading, as_heading, text_of
from extract.items.titles import STANDING, is_title_like
from extract.people.lists import people_in
from extract.ruleset import word_list
from minutes.model import Block, Document

FEW = 2  # points that head others; one says nothing
WORDS = 12  # of a title
LED = 4  # words; a longer line that ends in a colon leads on to what it tells ...
COLONS = 2  # ... unless one in so many of the points that head others ends so
INSET = 6.0  # points, by which a list is set in that its reader gives no level of its own
# What a point says after its topic: "[#41]", "(Una Keld, 10 min)", "[0:00-0:10]"
_ASIDE = re.compile(r"(?<!\s)\s*(?:\[[^\[\]]*\]|\([^()]*\))[.:]?$")
_LABEL = re.compile(
    r"(?:actions?|decisions?|present|attend\w*|absent|apologies|regrets|guests|observers|agreed|resolved|vote[sd]?|motions?"
    r"|notes?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*",
    re.IGNORECASE,
)
_TELLS = re.compile(r"[A-Z][\w’'-]* [a-z]+ed\b(?! (?:to|by|for|of|in)\b)")  # "Una outlined three ways of mooring"
_PLANNED = re.compile(r"(?:items for (?:the )?|(?:proposed|draft|meeting) )?agenda(?: items)?:?", re.IGNORECASE)
# A heading over all that was talked about
_ALL = re.compile(
    r"(?:agenda |discussion )?(?:items|topics|matters)(?: (?:discussed|of business|for discussion))?:?", re.IGNORECASE
)
_NOTED = re.compile(r"(?:the |meeting )?(?:minutes|notes|discussions?):?", re.IGNORECASE)


def with_topics(document: Document, headings: list[Heading]) -> list[Heading]:
    """Headings with the points that head others, where no item stands over these: below "Notes", or below nothing.

    What was planned below "Agenda" is told again below "Notes".
    """
    taken = {heading.block for heading in headings}
    told = [(planned, topics) for planned, points in _runs(document, taken) if (topics := _topics(document, points))]
    heads = (block for block in document.blocks if block.kind == "heading")
    minuted = any(planned for planned, _ in told) and any(_NOTED.fullmatch(text_of(document, block)) for block in heads)
    noted = [topics for planned, topics in told if not planned]
    shown = noted if noted or minuted else [topics for _, topics in told]
    found = [topic for topics in shown for topic in topics if topic.block not in taken]
    return sorted([*headings, *found], key=lambda each: each.start)


def _runs(document: Document, taken: set[int]) -> Iterator[tuple[bool, list[int]]]:
    """The points between two headings that are no items, and that list nobody who was there; first whether the
    heading over them is that of an agenda."""
    run: list[int] = []
    planned, open_to = False, True
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            yield planned, run
            title = text_of(document, block)
            run, planned = [], _PLANNED.fullmatch(title) is not None
            open_to = (index not in taken or bool(_ALL.fullmatch(title))) and label_of(title)[0] is None
        elif open_to and block.kind == "list_item" and (block.label == "o" or not (block.label or "0")[0].isalnum()):
            run.append(index)
    yield planned, run


def _topics(document: Document, points: list[int], *, few: int = FEW) -> list[Heading]:
    """The outermost points that are titles and have others below them; nearly all of those that have are titles.

    Below "Old business" stand those that it has.
    """
    blocks = document.blocks
    top = min((blocks[index] for index in points), key=lambda block: (block.level, block.indent or 0.0), default=None)
    outer = [index for index in points if top and not _is_deeper(blocks[index], top)]
    places = set(points)
    heads = [index for index in outer if index + 1 in places and _is_deeper(blocks[index + 1], blocks[index])]
    above = document.text[: blocks[points[0]].start] if points else ""
    led = LED if COLONS * sum(text_of(document, blocks[at]).endswith(":") for at in heads) < len(heads) else WORDS
    told = {index: _title(document, index, led) for index in heads}
    titles = [
        index
        for index, title in told.items()
        if _is_topic(title, above) and not _names(text_of(document, blocks[index + 1]), above)
    ]
    if len(titles) < few or 3 * len(titles) < 2 * len(heads):
        return []
    found = [as_heading(document, index, "items.topic", title=told[index]) for index in titles]
    for index, following in pairwise([*outer, len(document.blocks)]):
        if index in titles and STANDING.fullmatch(told[index]):
            found += _topics(document, points[bisect_right(points, index) : bisect_left(points, following)], few=1)
    return found


def _is_deeper(block: Block, other: Block) -> bool:
    return block.level > other.level or (
        block.level == other.level and (block.indent or 0.0) >= (other.indent or 0.0) + INSET
    )


def _title(document: Document, index: int, led: int) -> str:
    """A point less what it says in brackets after its topic; a line of more than `led` words before a colon is none."""
    text = text_of(document, document.blocks[index])
    head, colon, rest = text.partition(":")
    if colon and rest and STANDING.fullmatch(head):
        return head  # "Clerk’s report: these are open", and below it what is
    if text.endswith(":") and len(text.split()) > led:
        return ""  # "The panel is made up of:"
    while (bare := _ASIDE.sub("", text)) != text and bare:
        text = bare
    return text.rstrip(" .:–—-")


def _is_topic(title: str, above: str) -> bool:
    """Whether a point names business, and nobody, no day and no label."""
    if STANDING.fullmatch(title):
        return True
    return (
        len(title.split()) <= WORDS
        and is_title_like(title)
        and not (_TELLS.match(title) or _LABEL.fullmatch(title) or _names(title, above))
    )


def _names(text: str, above: str) -> bool:
    """Whether a line is somebody's name, by the given name or by what stands above it, among those who were there."""
    bare = re.sub(r"\s?\(.*|\s[–—-]\s.*", "", text).strip(" :")
    words = bare.split()
    if not any(one.name == bare for one in people_in(bare)):
        return False
    known = len(words) > 1 and re.search(rf"\b{re.escape(words[-1])}\b", above)
    return bool(known or words[0].casefold() in word_list("given"))
