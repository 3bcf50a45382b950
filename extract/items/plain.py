"""Titles that nothing sets apart: short lines between paragraphs, and points with the name of who presents them."""

import re

from extract.items.heading import OUTLINE, SENTENCE, Heading, as_heading, block_above, block_below, text_of
from extract.items.titles import FRONT, STANDING, is_bare_title, is_sentence, is_title_like, presenter_of
from extract.people.lists import people_in
from extract.people.words import begins_with_given, is_role
from minutes.model import Document

_MOTION = re.compile(r"\b(?:seconded|RESOLVED|RECOMMENDED|AGREED|(?:resolved|agreed|motion) that)\b")
# "Motion 2 – Street trees" over "Mrs Keld proposed, and Mr Orme seconded the motion that"
_OF_MOTION = re.compile(r"Motion (?:[A-Za-z\d]{1,9} ){0,5}[–-] [A-Z‘“]?[^.:;]{3,120}$")
_IS_MOVED = re.compile(r"\b(?:proposed|moved)\b.{0,60}\bseconded\b")
_OPENING = re.compile(
    r"(?:election of .{3,40}|open forum|public (?:participation|forum|question time|session)):?", re.IGNORECASE
)
# What ends the paragraph of a motion: "..., seconded by Cllr Tay. Agreed"
_SETTLED = re.compile(
    r"(?<=[.;,] )(?:all )?(?:agreed|approved|carried|passed|adopted)(?: unanimously)?\.?$", re.IGNORECASE
)
_DASHES = ("-", "–", "•", "*")
_SHORT = 90  # characters of a line that is nothing but a title and a name
_REPORTS = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w’'-]+ [–—-] (?:[Tt]he |[A-Z])")
_SIGNED = re.compile(r"(?:respectfully|minutes|yours|sincerely|signed|submitted)\b[^.]{0,30},$", re.IGNORECASE)


def presented(document: Document) -> list[Heading]:
    """Where nothing else is set apart, the points that end in the name of who presented them, one of those present."""
    named = {
        index: name
        for index, block in enumerate(document.blocks)
        if block.kind == "list_item" and (name := presenter_of(text_of(document, block)))
    }
    before = document.text[: document.blocks[min(named)].start] if named else ""
    known = sum(name.split()[-1] in before for name in named.values())
    titles = [as_heading(document, i, "items.presented", title=text_of(document, document.blocks[i])) for i in named]
    return titles if 2 * known > len(named) > 2 else []


# "Moorings-Una Keld", "Paths- Tom Orme"
_STUCK = re.compile(r"(?P<title>[A-Z][^:;.,]{2,60}?)(?<=\w)[-–—] ?(?P<name>[A-Z][a-z’'-]+ [A-Z][\w’'-]+)$")


def presented_lines(document: Document) -> dict[int, Heading]:
    """By block, the plain lines that end in a dash and the name of whoever tells of what stands before it."""
    found: dict[int, Heading] = {}
    known = 0
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind == "paragraph" and block.end - block.start < _SHORT else ""
        told = _STUCK.match(text) if "-" in text or "–" in text else None
        if told and not block.label and is_title_like(told["title"]) and not is_role(told["title"]):
            known += begins_with_given(told["name"])
            found[index] = as_heading(document, index, "items.presented", title=told["title"])
    return found if known >= OUTLINE and 2 * known > len(found) else {}


def plain_titles(document: Document) -> list[Heading]:
    """Where nothing is set apart, the short lines between paragraphs: "Street lamps", "Bins (again)", "Fair 12"."""
    titles = _between(document, least=SENTENCE + 2)
    standing = sum(bool(STANDING.fullmatch(one.title)) for one in titles)
    if len(titles) < OUTLINE and standing < 2:
        return []
    return _between(document, least=SENTENCE // 2)


def _between(document: Document, *, least: int) -> list[Heading]:
    """The short lines between paragraphs of which the second has `least` words, and those that all meetings have."""
    titles = []
    alone = _alone(document)
    for index, block in enumerate(document.blocks[1:], 1):
        following, before = block_below(document, index), document.blocks[index - 1]
        listed = block.label in _DASHES
        if following is None or (listed and index not in alone and not STANDING.fullmatch(text_of(document, block))):
            continue
        if not listed and (block.kind != "paragraph" or block.label):
            continue
        if _SIGNED.match(text_of(document, before)) or _REPORTS.match(text_of(document, block)):
            continue  # the name of whoever wrote the minutes, "Una Keld – the Tide Forum"
        if FRONT.fullmatch(text_of(document, block)) and len(people_in(text_of(document, following))) > 1:
            continue  # "Apologies" over names
        text, ended = text_of(document, block), re.sub(r"\W+$", ".", text_of(document, before))
        bare = re.sub(r"\s(?:\(\w+\)|\d{1,3})$", "", text)
        heads = index in alone or is_bare_title(bare, ended, text_of(document, following), least=least)
        if heads or STANDING.fullmatch(text):
            titles.append(as_heading(document, index, "items.bare", title=text))
    return titles


# "Treasurer’s report:", "Matters arising –" alone in their lines
_COLON = re.compile(r"(?P<title>[A-Z][\w’'&/(),. -]{2,60}?)\s?(?::|\s[–-])(?:\s+|$)")
_LABEL = re.compile(
    r"(?:(?:also|board|committee|council|members|staff|those|others) )?(?:present|absent|in attendance|attendees"
    r"|attendance|apologies|regrets|guests|visitors|observers|officers|date|time|venue|place|location"
    r"|chair(?:man|woman|person)?(?![’'])|secretary(?![’'])|clerk(?![’'])|minutes(?! of)"
    r"|notes?|recommendations?|background|summary)\b.{0,20}",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:reports?|updates?|minutes|business|arising|finances?|correspondence|planning|health & safety|membership"
    r"|AOB|next meeting)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{0,3}\d{2,4} ?-\d{1,4} ")  # of a resolution, before who moved it
_RUNS_IN = re.compile(r"\b(?:reports?|updates?|minutes)$", re.IGNORECASE)
LONG_TITLE = 10  # words


def colon_titles(document: Document) -> list[Heading]:
    """Where nothing is set apart, the short lines that end in a colon or a dash over their text, some of them titles
    that meetings everywhere have, and those of these that their text runs in from."""
    titles = []
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind == "paragraph" and not block.label else ""
        match = _COLON.match(text)
        title = match["title"].strip() if match else ""
        standing = bool(STANDING.fullmatch(title or text))
        alone = match.end() >= len(text) if match else standing
        title = title or (text if standing else "")
        if not title or not (alone or standing or _RUNS_IN.search(title)):
            continue
        short = len(title.split()) <= LONG_TITLE and is_title_like(title)
        named = _CODE.match(title) or (is_role(title) and not _BUSINESS.search(title))  # "R2024-17 U. Keld", "Warden"
        if short and not named and block_below(document, index) and not _LABEL.fullmatch(title):
            titles.append(as_heading(document, index, "items.bare", title=title))
    known = [one for one in titles if _BUSINESS.search(one.title)]
    enough = len(titles) >= OUTLINE or len(titles) == len(known) > 1
    return titles if enough and 2 * len(known) >= len(titles) else []


def _alone(document: Document) -> set[int]:
    """The points marked with a dash that have text above and below them and no other point; none where they are few."""
    blocks = document.blocks
    found = {
        index
        for index in range(1, len(blocks) - 1)
        if blocks[index].label in _DASHES
        and blocks[index - 1].kind == blocks[index + 1].kind == "paragraph"
        and is_title_like(text_of(document, blocks[index]))
    }
    return found if len(found) >= OUTLINE else set()


def opens_business(document: Document, index: int) -> bool:
    """Whether a plain line above the first number is a title that meetings open with: "Election of Chairman"."""
    block, below = document.blocks[index], block_below(document, index)
    plain = block.kind == "paragraph" and not block.label and _OPENING.fullmatch(text_of(document, block))
    return bool(plain and below and below.kind == "paragraph" and is_sentence(text_of(document, below)))


def heads_text(document: Document, index: int, last: Heading) -> bool:
    """Whether a plain short line heads the text below it, or is a title that meetings everywhere have.

    Within a motion or a resolution a short line is part of that.
    """
    block = document.blocks[index]
    following = block_below(document, index)
    if block.kind == "paragraph" and not block.label and STANDING.fullmatch(text_of(document, block)):
        return True
    if block.kind == "paragraph" and not block.label and following and _OF_MOTION.match(text_of(document, block)):
        return bool(_IS_MOVED.search(text_of(document, following)))
    if block.kind != "paragraph" or block.label or block.bold or following is None or following.kind == "table_row":
        return False
    before = block_above(document, index) or block
    ended = "." if before.start == last.start else _SETTLED.sub(".", text_of(document, before))
    bare = re.sub(r"\s?\(\w+\)$|(?<=[a-z]) \d{1,3}$", "", text_of(document, block))
    if not is_bare_title(bare, ended, text_of(document, following)):
        return False
    settled = bool(_SETTLED.search(text_of(document, before)))
    return settled or not _MOTION.search(document.text, last.end, block.start)
