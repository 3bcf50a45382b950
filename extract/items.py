"""Agenda items: the titled headings of business, by number, by look and by place."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.findings import Findings, findings
from extract.motions import is_mover_line
from extract.people import people_in
from extract.series import NUMBER, Entry, family_of, numbered_titles
from extract.text import Sentence, content_start
from extract.titles import (
    DATE_LINE,
    FRONT,
    ITEM_REFERENCE,
    TITLE_WORDS,
    TYPED,
    has_verb,
    is_bare_title,
    is_marked,
    is_never_title,
    is_no_section,
    is_sentence,
    is_speaker,
    is_title_like,
    names_body,
    presenter_of,
)
from minutes.model import AgendaItem, Block, Document, content_id

HEADING_WORDS = 45
_SAID = 2  # words after a run-in title; "– none" and "No progress." are part of one sentence with it
_SENTENCE = 8  # words of a paragraph below a word that heads it
_OUTLINE = 3  # items numbered with letters or roman numbers; fewer say nothing of the rest
_NUMBERED = 5  # items; where they have numbers, a list of actions at the end without one is no business
_ACTION_LIST = re.compile(
    r"(?:summary of |open |outstanding |agreed |(?:the )?\w+[’']s? )*actions?(?: (?:log|list|tracker"
    r"|summary|points)\b(?! from)|$)",
    re.IGNORECASE,
)
_APPENDED = re.compile(r"(?:appendix|annexe?|attachment|enclosure)(?: [A-Z0-9]{1,3})?(?:\s*[:–—-].*)?", re.IGNORECASE)
# The lines at the head of a report that say whom it is from and for.
_MEMO = re.compile(
    r"(?:from|by|to|subject|title|date|classification|decision no|report (?:of|by|to|from|author)|meeting|committee"
    r"|wards?|electoral divisions?|past pathway|lead (?:member|officer)|contact|author)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:chair\w*|director|head|manager|member|officer|leader|executive|clerk|councillor|secretary|minister|mayor"
    r"|president|advis[eo]r|portfolio holder)\b",
    re.IGNORECASE,
)
_ATTENDING = re.compile(
    r"(?:(?:voting|non-voting|other|board|committee|council|staff) )*(?:members?|guests?|observers?|attendees|staff"
    r"|officers|directors|trustees|delegates|visitors|representatives|participants)\b.*",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    r"(?P<title>[A-Z][A-Z’'&/,.]{2,}(?: [A-Z&/(][A-Z’'&/,.()]*){0,7}?)(?::|\s?[–—-]|\.(?=\s[A-Z]))\s*(?=\S)"
)
_VOTED = re.compile(
    r"(?:AYES?|NOES|NAYS?|YEAS?|ABST\w+|ABSENT|PRESENT|APOLOG\w+(?! FOR)|ALSO|STAFF|GUESTS?|MOTION|MOVED|SECOND\w*"
    r"|VOTES?|DATE|TIME"
    r"|PLACE|LOCATION|VENUE|THOSE|ACTIONS?|NOTES?|ROLL|ATTEND\w+|RESOLVED|IN ATT\w+|MEMBERS|CTO|DRAFT|APPROVED)\b"
)
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/, ]+[A-Z]{2,3})*")
_MOTION = re.compile(r"\b(?:seconded|RESOLVED|RECOMMENDED|AGREED|(?:resolved|agreed|motion) that)\b")
# "Cllr Orme proposed that it be painted, seconded by Cllr Tay", in bold; "No interests were declared"
_TOLD = re.compile(
    r"\bseconded\b|\b(?:proposed|moved) (?:by|that|to)\b|^(?:no|none|nil)\b.*\s\w+ed$|^no .{0,60}\b(?:given|made"
    r"|raised)$"
    r"|\bby \d.*\.$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[\[(]?(?:[A-Z]{1,4}/)?\d{1,4}(?:/\d{1,4})*[\])]?[.:)]*")
_THOSE = re.compile(r"(?:members|officers|councillors|staff|directors|trustees|governors|guests)", re.IGNORECASE)
# What an officer's report under an item is divided into.
_OF_A_REPORT = re.compile(
    r"(?:background|(?:financial|legal|policy|risk|budget|resource|strategic|legislative|statutory|environmental) "
    r"(?:implications?|considerations?|environment)|(?:officer|officers|staff)[’']?s? comments?|voting requirements?"
    r"|statutory environment|purpose of (?:the )?report|attachments?)",
    re.IGNORECASE,
)
_HEADS_TITLES = re.compile(r"(?:agenda )?(?:items?|topics?|subjects?|headings?)(?: no\.?)?", re.IGNORECASE)
_HEADS_TEXT = re.compile(
    r"(?:key |main |summary of )?(?:discussions?|minutes?|notes?|points?|comments?)(?: (?:points?|and|/|&"
    r"|decisions?|of|discussions?))*",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?P<number>[A-Z]{1,5}\.\s?\d{1,3}(?:\.\d{1,2})*|[A-H][IVX]{1,5}|[IVX]{2,5})[.:]?\s+(?=[A-Z])")
# "V. BYLAWS", "1358 MATTERS ARISING", in capitals; a year is no number
_IN_FRONT = re.compile(r"(?P<number>[IVX]{1,5}(?=\.)|(?!19|20)\d{4})\.?\s+(?=[A-Z]{2}[^a-z]*$)")
_LINKED = re.compile(
    r"\s+(?:pdf icon\s+)?(?:PDF|DOCX?|XLSX?|PPTX?)\s+[\d.]+\s*[KM]B\b.*$"
)  # the file that a committee's site links
_HEAD = 16  # blocks at the top of a document without pages, in which it names its body
_AT_END = re.compile(r"\s+\((?P<number>[A-Z](?:-[\dI]{1,2}[a-z]?)?(?:(?:/|, )[A-Z]-\d{1,2}[a-z]?)?)\)$")
_DASHES = ("-", "–", "•", "*")
_STANDING = re.compile(
    r"(?:consent (?:agenda|calendar|items)|matters arising(?: from the (?:last |previous )?minutes)?|any other business"
    r"|AOC?B|(?:old|new|unfinished) business|public (?:comments?|participation|forum|question time)|correspondence"
    r"|announcements|adjournment|declarations? of interests?|apologies for absence|date of (?:the )?next meeting"
    r"|call to order|roll call and quorum|open forum|committee reports|pledge of allegiance"
    r"|(?:minutes of (?:the )?|the )?(?:last|previous) (?:meeting|minutes)"
    r"|(?:approval|adoption) of (?:the )?(?:minutes|agenda)"
    r"|(?:\w+ ){0,2}?(?:treasurer|secretary|chair(?:man|person)?|president|director|librarian|clerk|superintendent"
    r"|manager"
    r"|supervisor|inspector|steward|captain)[’']?s[’']? (?:report|update))"
    r"(?: (?:for|of|from) (?:\w+ )?\d{1,2},? (?:\w+,? )?\d{4}| (?:for|of|from) \w+ \d{1,2}, \d{4})?[:.]?",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:apologies|welcome|declarations? of|call to order|introductions?|minutes of (?:the )?(?:last|previous))\b",
    re.IGNORECASE,
)


@dataclass
class Heading:
    """A heading found: where its title stands, its number, and how it was told."""

    start: int  # of number and title
    end: int
    title: str
    number: str | None
    rule: str
    block: int
    size: float
    child: bool = False
    listed: bool = False  # one of a list: what follows is not its own text


def find_items(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).items`."""
    found = findings(doc)
    headings = _page_item(found.document) or _headings(found)
    found.items = _nested(found.document, headings)
    _part_titles(found, headings)
    return doc


def _part_titles(found: Findings, headings: list[Heading]) -> None:
    """Cut the sentences that a run-in title begins: "**Meeting with the owner** Agreed to wait." says it in its own."""
    text = found.document.text
    titled = {heading.block: heading.end for heading in headings if heading.rule in ("items.run-in", "items.numbered")}
    parted: list[Sentence] = []
    for sentence in found.sentences:
        end = titled.get(sentence.block, sentence.start)
        told = text[end : sentence.end].lstrip(" \n:.–—-")
        if sentence.start < end and len(told.split()) > _SAID:
            parted += [replace(sentence, end=end), replace(sentence, start=sentence.end - len(told))]
        else:
            parted.append(sentence)
    found.sentences = parted


def _page_item(document: Document) -> list[Heading]:
    """The one item of a council site's agenda-item page: the heading that follows the words "Agenda item"."""
    texts = [_text(document, block).casefold() for block in document.blocks]
    if "agenda item" not in texts[:6] or not any(text in ("minutes:", "minutes") for text in texts):
        return []
    index = max(i for i, text in enumerate(texts[:6]) if text == "agenda item") + 1
    if index >= len(texts):
        return []
    block = document.blocks[index]
    return [_heading(document, index, "items.page", title=document.text[block.start : block.end])]


def _headings(found: Findings) -> list[Heading]:
    document = found.document
    meeting = found.kind in ("minutes", "agenda")
    series = numbered_titles(document) if meeting else {}
    rows = _numbered_rows(document, agenda=found.kind == "agenda")
    end = _appended(document, series) if found.kind == "minutes" else len(document.blocks)
    # Where nothing is numbered, the first heading may well be "Apologies".
    coded = _coded(document) if meeting else {}
    bare = not any(
        (b.label and b.label[0].isdigit()) or TYPED.match(document.text, b.start)
        for b in document.blocks
        if b.kind == "heading" or b.bold
    )
    headings: list[Heading] = []
    for index in range(_front_matter(found, series, rows), end):
        block = document.blocks[index]
        if block.furniture or block.kind == "note":
            continue
        if index in rows:
            headings.append(rows[index])
        elif index in coded:
            headings.append(coded[index])
        elif heading := _heading_at(found, index, begun=bare or bool(headings)):
            if headings and _goes_on(document, headings[-1], index):
                headings[-1] = _joined(document, headings[-1], index)
            else:
                headings.append(heading)
        elif index in series:
            headings.append(_of_series(document, series[index]))
        elif found.kind == "minutes" and headings and _is_bare_title(document, index, headings[-1]):
            headings.append(_heading(document, index, "items.bare", title=_text(document, block)))
    if found.kind == "minutes" and not headings:
        headings = _presented(document) or _shouted(document) or _plain(document)
    elif found.kind == "minutes" and not any(heading.number for heading in headings):
        headings = _with_shouted(document, headings)
    if found.kind == "minutes":
        headings = _coded_at_end(headings)
    if sum(bool(heading.number) for heading in headings) >= _NUMBERED:
        headings = [heading for heading in headings if heading.number or not _ACTION_LIST.match(heading.title)]
    return headings if meeting else _with_text(document, headings)


def _coded_at_end(headings: list[Heading]) -> list[Heading]:
    """Titles that end in their place on the agenda, "Minutes Approved (D)", "Gifts (G-4)", with that as the number.

    The heading of the meeting stands before the first of them, who signed after the last.
    """
    ends = [None if heading.number else _AT_END.search(heading.title) for heading in headings]
    coded = [index for index, end in enumerate(ends) if end]
    if len(coded) < _NUMBERED or 2 * len(coded) < len(headings):
        return headings
    return [
        replace(heading, title=heading.title[: end.start()], number=end["number"]) if end else heading
        for heading, end in zip(headings[coded[0] : coded[-1] + 1], ends[coded[0] : coded[-1] + 1], strict=True)
    ]


def _goes_on(document: Document, last: Heading, index: int) -> bool:
    """Whether a heading is the rest of the one above it: "PL/4 LAND EAST OF MILL LANE," and "FENWOLD"."""
    before, block = document.blocks[last.block], document.blocks[index]
    unlabelled = block.kind == "heading" and not block.label and not TYPED.match(_text(document, block))
    return (
        last.title.endswith(",")
        and _following(document, last.block) is block
        and unlabelled
        and before.size == block.size
    )


def _joined(document: Document, last: Heading, index: int) -> Heading:
    block = document.blocks[index]
    return replace(last, title=f"{last.title} {_text(document, block)}", end=block.end, block=index)


def _presented(document: Document) -> list[Heading]:
    """Where nothing else is set apart, the points that end in the name of who presented them, one of those present."""
    named = {
        index: name
        for index, block in enumerate(document.blocks)
        if block.kind == "list_item" and (name := presenter_of(_text(document, block)))
    }
    before = document.text[: document.blocks[min(named)].start] if named else ""
    known = sum(name.split()[-1] in before for name in named.values())
    titles = [_heading(document, i, "items.presented", title=_text(document, document.blocks[i])) for i in named]
    return titles if 2 * known > len(named) > 2 else []


def _with_shouted(document: Document, headings: list[Heading]) -> list[Heading]:
    """Headings in capitals with the words in capitals among them that paragraphs run in from."""
    taken = {heading.block for heading in headings if heading.title.isupper()}
    if not taken:
        return headings
    shouted = _shouted(document, few=_OUTLINE - len(taken))
    return sorted([*headings, *(one for one in shouted if one.block not in taken)], key=lambda each: each.start)


def _shouted(document: Document, *, few: int = _OUTLINE) -> list[Heading]:
    """Where nothing is set apart, the words in capitals that paragraphs run in from: "STREET LAMPS – Two are out.".

    Less than `few` of them say nothing.
    """
    titles = []
    for index, block in enumerate(document.blocks):
        match = _IN_CAPITALS.match(_text(document, block)) if block.kind in ("paragraph", "list_item") else None
        title = match["title"].strip() if match else ""
        if title and not _is_label(title):
            titles.append(_heading(document, index, "items.run-in", title=title))
    return titles if len(titles) >= few else []


def _is_label(title: str) -> bool:
    """Whether words in capitals say whose names, which vote or what kind of paragraph follows."""
    never = is_never_title(title) and title != "MINUTES"
    return bool(never or _VOTED.match(title) or _ATTENDING.fullmatch(title))


def _plain(document: Document) -> list[Heading]:
    """Where nothing is set apart, the short lines between paragraphs: "Street lamps", "Bins (again)", "Fair 12"."""
    titles = _between(document, least=_SENTENCE + 2)
    standing = sum(bool(_STANDING.fullmatch(one.title)) for one in titles)
    if len(titles) < _OUTLINE and standing < 2:
        return []
    return _between(document, least=_SENTENCE // 2)


def _between(document: Document, *, least: int) -> list[Heading]:
    """The short lines between paragraphs of which the second has `least` words, and those that all meetings have."""
    titles = []
    for index, block in enumerate(document.blocks[1:], 1):
        following, before = _following(document, index), document.blocks[index - 1]
        listed = block.label in _DASHES
        if following is None or (listed and not _STANDING.fullmatch(_text(document, block))):
            continue
        if not listed and (block.kind != "paragraph" or block.label):
            continue
        if FRONT.fullmatch(_text(document, block)) and len(people_in(_text(document, following))) > 1:
            continue  # "Apologies" over names
        text, ended = _text(document, block), re.sub(r"\W+$", ".", _text(document, before))
        bare = re.sub(r"\s(?:\(\w+\)|\d{1,3})$", "", text)
        if _STANDING.fullmatch(text) or is_bare_title(bare, ended, _text(document, following), least=least):
            titles.append(_heading(document, index, "items.bare", title=text))
    return titles


def _heading_at(found: Findings, index: int, *, begun: bool) -> Heading | None:
    """The heading that a block is by its look, if it is one."""
    document = found.document
    block = document.blocks[index]
    text = _text(document, block)
    if block.kind == "table_row":
        return _titled_row(document, index)
    if _is_heading(document, index, text, found) and (
        begun or block.label or TYPED.match(text) or _number_below(document, index) or not _is_front(document, index)
    ):
        return _heading(document, index, "items.heading", title=text)
    if found.kind == "other" and _heads_table(document, index, text):
        return _heading(document, index, "items.table", title=text)
    if found.kind == "minutes" and (run_in := _run_in(document, block)):
        return _heading(document, index, "items.run-in", title=run_in, child=True)
    return None


def _text(document: Document, block: Block) -> str:
    """A block's text without its label."""
    return document.text[content_start(document, block) : block.end].strip()


def _following(document: Document, index: int) -> Block | None:
    """The next block of the running text."""
    return next((b for b in document.blocks[index + 1 :] if not b.furniture and b.kind != "note"), None)


def _is_heading(document: Document, index: int, text: str, found: Findings) -> bool:
    """Whether a whole block is set as a heading and names business."""
    block = document.blocks[index]
    if typed := TYPED.match(text):
        text = text[typed.end() :]
    words = len(text.split())
    if not words or words > HEADING_WORDS or not re.search(r"[A-Za-z]{2}|(?:[A-Z]\.){2}", text):
        return False
    looks = block.kind == "heading" or _covers(block, document)
    if not looks and not (found.kind == "minutes" and _in_capitals(document, index, text)):
        return False
    if re.match(r"\d{1,2}(?:st|nd|rd|th)\b", text, re.IGNORECASE):
        return False
    if text[:1].islower() or text[:1] in '“‘"@[' or re.match(r"(?:www\.|https?:|tel\b)", text, re.IGNORECASE):
        return False
    # "5. Decisions" and "24/062. Minutes" are business, "1.1 In attendance" is not.
    counted = bool(typed or (block.label and _WHOLE.fullmatch(block.label)))
    numbered = counted or bool(block.label and block.label[0].isdigit())
    if (
        text.endswith(";")
        or (text.endswith(",") and not numbered)
        or (text.endswith(".") and words > 12 and not numbered)
        or is_marked(text)
    ):
        return False
    if (not counted and is_never_title(text)) or (not numbered and (is_sentence(text) or _TOLD.search(text))):
        return False
    if found.kind not in ("minutes", "agenda"):
        initials = found.kind == "slides" and _INITIALS.fullmatch(text)
        if is_no_section(text) or (not numbered and (FRONT.fullmatch(text) or initials)):
            return False
    if _ATTENDING.fullmatch(text) and _lists_people(document, index):
        return False
    below = _following(document, index)
    if block.kind != "heading" and not numbered and below and is_mover_line(_text(document, below)):
        return False  # a motion in bold over the line that names its mover
    if DATE_LINE.fullmatch(text) or ITEM_REFERENCE.fullmatch(text):
        return (found.kind == "report" and block.page not in (None, 1)) or _is_diary(document, block)
    if (
        not block.label
        and not typed
        and (_names_the_body(index, text, found) or _names_somebody(document, index, text))
    ):
        return False
    if found.kind == "minutes":
        return not text.endswith("?") and (numbered or not _OF_A_REPORT.fullmatch(text))
    return numbered or not (text.endswith(".") or _is_person(text) or (words > 8 and has_verb(text)))


def _is_diary(document: Document, block: Block) -> bool:
    """Whether headings of one level are dates again and again: the sections of a report month by month."""
    alike = [b for b in document.blocks if b.kind == "heading" and b.level == block.level and b.size == block.size]
    dates = [b for b in alike if DATE_LINE.fullmatch(_text(document, b))]
    return block.kind == "heading" and len(dates) >= 3 and 2 * len(dates) >= len(alike)


def _in_capitals(document: Document, index: int, text: str) -> bool:
    """Whether a line is set apart by capitals alone, with text below that is not in capitals."""
    words = len(text.split())
    if has_verb(text) or not (
        text.isupper() and words <= 14 and sum(c.isalpha() for c in text) > (5 if words > 1 else 3)
    ):
        return False
    following = _following(document, index)
    if words == 1 and not (text.isalpha() and following and _is_sentence_below(document, following)):
        return False
    return following is None or bool(following.label) or not _text(document, following).isupper()


def _is_sentence_below(document: Document, block: Block) -> bool:
    """Whether a paragraph of some length stands below a line of one word in capitals."""
    return block.kind == "paragraph" and len(_text(document, block).split()) >= _SENTENCE


def _coded(document: Document) -> dict[int, Heading]:
    """Lines in capitals that begin with a code, as in a consent agenda: "AV.1 ENGLISH: NEW COURSES"."""
    found: dict[int, Heading] = {}
    for index, block in enumerate(document.blocks):
        text = _text(document, block) if block.kind in ("paragraph", "heading") and not block.label else ""
        code = _CODE.match(text) if text.isupper() and len(text.split()) <= HEADING_WORDS else None
        if code:
            title = text[code.end() :].rstrip(": ")
            found[index] = Heading(
                block.start, block.end, title, code["number"], "items.coded", index, block.size or 0.0
            )
    adjacent = sum(index + 1 in found for index in found)
    listed = 2 * adjacent >= len(found)
    return {i: replace(h, listed=listed) for i, h in found.items()} if len(found) >= _OUTLINE else {}


def _is_bare_title(document: Document, index: int, last: Heading) -> bool:
    """Whether a plain short line heads the text below it, or is a title that meetings everywhere have.

    Within a motion or a resolution a short line is part of that.
    """
    block = document.blocks[index]
    following = _following(document, index)
    if block.kind == "paragraph" and not block.label and _STANDING.fullmatch(_text(document, block)):
        return True
    if block.kind != "paragraph" or block.label or block.bold or following is None or following.kind == "table_row":
        return False
    if _MOTION.search(document.text, last.end, block.start):
        return False
    before = next((b for b in reversed(document.blocks[:index]) if not b.furniture and b.kind != "note"), block)
    ended = "." if before.start == last.start else _text(document, before)
    return is_bare_title(_text(document, block), ended, _text(document, following))


def _names_somebody(document: Document, index: int, text: str) -> bool:
    """Whether a line without a number holds the initials of who is to act, or the name of who speaks next."""
    front = document.text[: document.blocks[min(len(document.blocks) - 1, 40)].start]
    if _INITIALS.fullmatch(text) and text not in ("AOB", "AOCB"):
        return all(
            re.search(rf"\({one}\)|\t{one}\b|\b{one}$", front, re.MULTILINE) for one in re.findall(r"[A-Z]+", text)
        )
    following = _following(document, index)
    return following is not None and is_speaker(text, _text(document, following))


def _is_front(document: Document, index: int) -> bool:
    """Whether a line before the first item belongs to the head of the minutes: a title, or a label of those present."""
    text = _text(document, document.blocks[index])
    if FRONT.fullmatch(text):
        return True
    following = _following(document, index)
    if following is None or not (text.endswith(":") or following.kind == "list_item"):
        return False
    line = _text(document, following)
    return len(line.split()) <= 8 and len(people_in(line)) >= 1


def _lists_people(document: Document, index: int) -> bool:
    """Whether an entry of a list that names one person follows a line."""
    following = _following(document, index)
    line = _text(document, following) if following and following.kind == "list_item" else ""
    return 0 < len(line.split()) <= 8 and len(people_in(line)) == 1


def _is_person(text: str) -> bool:
    """Whether a heading only names somebody with a role, as under a foreword."""
    people = people_in(text)
    return bool(people) and text.startswith(people[0].name) and bool(_ROLE.search(people[0].role or ""))


def _heads_table(document: Document, index: int, text: str) -> bool:
    """Whether a short line in a log stands right above a table, or above another such line."""
    following = next((b for b in document.blocks[index + 1 :] if not b.furniture), None)
    short = document.blocks[index].kind == "paragraph" and len(text.split()) <= TITLE_WORDS and not text.endswith(".")
    heads = following is not None and following.kind == "table_row"
    return short and heads and not FRONT.fullmatch(text) and not is_never_title(text)


def _covers(block: Block, document: Document) -> bool:
    """Whether all of a paragraph is set in bold."""
    start = content_start(document, block)
    bold = sum(min(b, block.end) - max(a, start) for a, b in block.bold if b > start)
    return bold >= 0.95 * (block.end - start) and block.kind in ("paragraph", "list_item")


def _names_the_body(index: int, text: str, found: Findings) -> bool:
    """Whether a line is the document's title, or names on the first page who met and when."""
    block = found.document.blocks[index]
    if text.casefold() == (found.document.title or "").casefold() or (
        index < 3 and (DATE_LINE.search(text) or re.search(r"\bminutes$|\d{4}-\d\d-\d\d$", text, re.IGNORECASE))
    ):
        return True
    known = {(name or "").casefold() for name in (found.meeting.organisation, found.meeting.body)}
    if found.kind == "report" and index and _text(found.document, found.document.blocks[0]):
        top = _text(found.document, found.document.blocks[0]).casefold()  # "Open data strategy", printed again inside
        if text.casefold() in {top, *(f"{name} {top}" for name in known)}:
            return True
    first = (block.page or 1) == 1
    # A committee that is named further down, where there are no pages, is one that reports.
    head = first and (block.page is not None or index < _HEAD)
    return (text.casefold() in known and (first or found.kind == "report")) or (head and names_body(text))


def _front_matter(found: Findings, series: Mapping[int, Entry], rows: Mapping[int, Heading]) -> int:
    """The first block that can be an item: what comes before names the body, the date and those present."""
    document = found.document
    if found.kind not in ("minutes", "agenda"):
        cover = _after_cover(document) if found.kind == "report" else 0
        return max(_after_title(document), _after_memo(document), cover)
    for index, block in enumerate(document.blocks[:60]):
        text = _text(document, block)
        heading = block.kind == "heading"
        run_in = block.label and NUMBER.fullmatch(block.label) and _run_in(document, block)
        numbered = run_in or (heading and (block.label or _typed_number(text)))
        if numbered or index in rows or index in series or _BEGINS.match(text):
            return index
    return 0


def _typed_number(text: str) -> bool:
    """Whether a heading begins with a number such as PL/21/24."""
    typed = TYPED.match(text)
    return bool(typed and typed["number"])


def _after_title(document: Document) -> int:
    """The block after a report's title: the largest type among its first blocks."""
    first = [b for b in document.blocks[:8] if not b.furniture and (b.page or 1) == 1]
    sizes = [b.size for b in first if b.size]
    usual = sorted(b.size for b in document.blocks if b.kind == "heading" and b.size)
    if not sizes or not first or first[0].kind != "heading" or max(sizes) < usual[len(usual) // 2] + 1:
        return 0
    biggest = max(sizes)
    index = 0
    for number, block in enumerate(document.blocks[:12]):
        if block.furniture or (block.kind == "heading" and (block.size or 0) >= biggest - 0.5):
            index = number + 1
        else:
            break
    return index


def _after_cover(document: Document) -> int:
    """The block after a report's title, subtitles and whom it is from and for, none of which has text below it.

    The last heading before the first paragraph of text is the first section's. What stands above it in other type, or
    on a page of its own, or above the first number, is the cover.
    """
    running = [(index, block) for index, block in enumerate(document.blocks[:24]) if not block.furniture]
    text = next((n for n, (_, block) in enumerate(running) if _is_running_text(document, block)), 0)
    headings = [(i, b) for i, b in running[:text] if b.kind == "heading" or _covers(b, document)]
    if len(headings) < 2:
        return 0
    _, section = headings[-1]
    above = [
        index
        for index, block in headings[:-1]
        if not block.label
        and (block.page or 1) == 1
        and (abs((block.size or 0) - (section.size or 0)) > 0.4 or block.page != section.page or section.label)
    ]
    return above[-1] + 1 if above else 0


def _is_running_text(document: Document, block: Block) -> bool:
    return block.kind == "paragraph" and len(_text(document, block).split()) >= 15


def _after_memo(document: Document) -> int:
    """The block after the "From:", "To:", "Subject:" at the head of a report."""
    told = [
        index
        for index, block in enumerate(document.blocks[:20])
        if (block.page or 1) == 1 and not block.label and _MEMO.match(document.text[block.start : block.end])
    ]
    if len(told) < 3:
        return 0
    last, below = document.blocks[told[-1]], document.blocks[told[-1] + 1 : told[-1] + 2]
    hangs = below and below[0].kind == "heading" and (below[0].indent or 0) > (last.indent or 0)
    return told[-1] + 1 + bool(hangs)  # a long subject goes on in a line set in under it


def _appended(document: Document, series: Mapping[int, Entry]) -> int:
    """The block where papers are appended to minutes: "Appendix A" alone in a line, and no number follows it."""
    numbered = [
        index
        for index, block in enumerate(document.blocks)
        if index in series or (block.kind == "heading" and (block.label or "-")[0].isdigit())
    ]
    for index, block in enumerate(document.blocks):
        last = len(numbered) >= 3 and index > numbered[-1] and not block.furniture and not block.label
        if last and _APPENDED.fullmatch(_text(document, block)):
            return index
    return len(document.blocks)


def _with_text(document: Document, headings: list[Heading]) -> list[Heading]:
    """A report's headings less those in a row of such that stand over no text, as in a chart or a list of names."""
    kept: list[Heading] = []
    adjacent = False  # to the heading before it
    usual = _text_size(document)
    for position, heading in enumerate(headings):
        following = headings[position + 1] if position + 1 < len(headings) else None
        after = _following(document, heading.block)
        empty = after is None or (
            following is not None and document.blocks[following.block] is after and following.size >= heading.size - 0.3
        )
        small = heading.size < usual - 0.2
        broken = after is not None and _breaks_off(document, heading, after)
        charted = after is not None and not re.search("[A-Za-z]", _text(document, after))
        if heading.number or not (small or broken or charted or (empty and (adjacent or after is None))):
            kept.append(heading)
        adjacent = empty
    return kept


def _breaks_off(document: Document, heading: Heading, after: Block) -> bool:
    """Whether a line set large goes on in the next of its size, as the words of a poster or a quotation do."""
    alike = after.kind == "heading" and not after.label and abs((after.size or 0.0) - heading.size) < 0.3
    return alike and _text(document, after)[:1].islower()


def _text_size(document: Document) -> float:
    """The size of type that most of the text is set in, 0 if unknown."""
    sizes: Counter[float] = Counter()
    for block in document.blocks:
        if block.kind in ("paragraph", "list_item") and block.size:
            sizes[block.size] += block.end - block.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _numbered_rows(document: Document, *, agenda: bool) -> dict[int, Heading]:
    """Rows with a number in one cell and a title in the next, by block.

    In minutes these are items where text follows the titles: a table of numbers and titles alone is the agenda.
    """
    found: dict[int, Heading] = {}
    followed = 0
    for index, block in enumerate(document.blocks):
        if block.kind != "table_row" or block.column_header or not (heading := _numbered_row(document, index)):
            continue
        found[index] = heading
        goes_on = heading.end < _cells(block)[1][1]
        followed += goes_on or (index + 1 < len(document.blocks) and not _numbered_row(document, index + 1))
    rows = found if agenda or 2 * followed >= len(found) else {}
    return rows or ({} if agenda else _in_first_column(document))


def _in_first_column(document: Document) -> dict[int, Heading]:
    """The titles in the first column of minutes that are set as a table headed "Item | Discussion | Action"."""
    found: dict[int, Heading] = {}
    tables: set[int | None] = set()
    for index, block in enumerate(document.blocks):
        texts = [document.text[start:end].strip(" :") for start, end in block.cells]
        if len(texts) > 1 and _HEADS_TITLES.fullmatch(texts[0]) and any(map(_HEADS_TEXT.fullmatch, texts[1:])):
            tables.add(block.table)
        elif block.table in tables and texts and texts[0]:
            start, end = block.cells[0]
            typed = TYPED.match(texts[0])
            title = texts[0][typed.end() :] if typed else texts[0]
            if len(title.split()) <= TITLE_WORDS and title[:1].isupper() and not is_sentence(title):
                number = typed[typed.lastgroup or 0] if typed else None
                found[index] = Heading(start, end, title, number, "items.row", index, block.size or 0.0)
    return found


def _cells(block: Block) -> list[tuple[int, int]]:
    return [(start, end) for start, end in block.cells if end > start]


def _numbered_row(document: Document, index: int) -> Heading | None:
    """A number alone in its cell, and beside it a bold title, with the text that it runs into perhaps."""
    block = document.blocks[index]
    cells = _cells(block)
    if block.kind != "table_row" or len(cells) < 2:
        return None
    (first, last), (start, end) = cells[:2]
    number = NUMBER.fullmatch(document.text[first:last])
    bold = next((min(b, end) for a, b in block.bold if a <= start < b), start)
    title = document.text[start:bold].rstrip(": ")
    if not number or not title or len(title.split()) > TITLE_WORDS or not re.search("[A-Za-z]{2}", title):
        return None
    return Heading(first, start + len(title), title, number[1], "items.row", index, block.size or 0)


def _titled_row(document: Document, index: int) -> Heading | None:
    """A row of one bold cell."""
    block = document.blocks[index]
    cells = _cells(block)
    if block.column_header or len(cells) != 1:
        return None
    (start, end), text = cells[0], document.text[cells[0][0] : cells[0][1]]
    if not any(a <= start and b >= end for a, b in block.bold) or len(text.split()) > TITLE_WORDS:
        return None
    if (FRONT.fullmatch(text) or _THOSE.fullmatch(text)) and _heads_names(document, index):
        return None
    if is_never_title(text) or not re.search("[A-Za-z]{2}", text):
        return None
    return Heading(start, end, text.rstrip(": "), None, "items.row", index, block.size or 0)


def _heads_names(document: Document, index: int) -> bool:
    """Whether the row below begins with the name of a person, as in a table of attendance."""
    following = _following(document, index)
    cells = [document.text[slice(*cell)] for cell in following.cells] if following else []
    return len(people_in(next(filter(str.strip, cells), ""))) == 1


def _run_in(document: Document, block: Block) -> str | None:
    """A bold title at the head of a paragraph or list item, set off from the text that follows it."""
    start = content_start(document, block)
    if not block.bold or block.kind not in ("list_item", "paragraph"):
        return None
    a, b = next(((a, b) for a, b in block.bold if b > start), (0, 0))
    if a > start or b >= block.end - 5:
        return None
    title, rest = document.text[start:b].strip(), document.text[b : block.end].lstrip()
    if not block.label and FRONT.fullmatch(title) and people_in(rest):
        return None  # "**Apologies:** Cllr Orme"
    if (title.endswith(":") or rest.startswith(":")) and not _may_run_in(document, block):
        return None
    dashed = title.endswith((":", "–", "-", "—")) or rest.startswith((":", "–", "-", "—"))
    title = title.rstrip(":–-— ").strip()
    if (
        not (block.label or dashed or (rest[:1].isupper() and _is_habit(document)))
        or not 1 <= len(title.split()) <= 12
        or not title[:1].isupper()
    ):
        return None
    if is_never_title(title) or re.match(
        r"(?:RESOLVED|AGREED|ACTION(?! plans?\b)|DECISION|Cllr|Councillor|Mr|Mrs|Ms|Dr|Motion|Vote|Question|Answer"
        r"|Comment|Response|Note)\b"
        r"|(?:item|page|para|paragraph|minute)s? \d"
        r"|(?:results?|outcome|disposition|discussion|status|proposal|rationale|background"
        r"|(?:moved|seconded|proposed)(?: by)?|mover|seconder|proposer"
        r"|in favou?r|for|against|opposed|abst\w+|ayes?|nays?|yeas?|noes|absent|recused)$",
        title,
        re.IGNORECASE,
    ):
        return None
    return title if dashed or rest[:1].isupper() else None


def _is_habit(document: Document) -> bool:
    """Whether paragraphs again and again begin with a bold title that nothing but its type sets off."""
    return sum(_bold_head(document, block) for block in document.blocks) >= 3


def _bold_head(document: Document, block: Block) -> bool:
    if block.kind != "paragraph" or block.label or not block.bold or block.bold[0][0] != block.start:
        return False
    title, rest = document.text[block.start : block.bold[0][1]].strip(), document.text[block.bold[0][1] : block.end]
    return is_title_like(title) and len(title.split()) <= 6 and rest.lstrip()[:1].isupper()


def _may_run_in(document: Document, block: Block) -> bool:
    """Whether "Security: ..." can be an item: it has a number or letter, or else nothing in the document has one."""
    if block.label and NUMBER.fullmatch(block.label):
        return True
    return not any(b.label and b.label[0].isdigit() for b in document.blocks if b.kind == "heading" or b.bold)


def _of_series(document: Document, entry: Entry) -> Heading:
    block = document.blocks[entry.block]
    title = _LINKED.sub("", entry.title)
    end = entry.start + len(title)
    return Heading(block.start, end, title.rstrip(":"), entry.number, "items.numbered", entry.block, block.size or 0.0)


def _heading(document: Document, index: int, rule: str, *, title: str, child: bool = False) -> Heading:
    block = document.blocks[index]
    number = NUMBER.fullmatch(block.label) if block.label else None
    start = content_start(document, block)
    title = _LINKED.sub("", title.strip())
    end = start + len(title)
    printed = number[1] if number else None
    reference = re.search(r"\s*\(item (\d+[a-z]?)\)$", title, re.IGNORECASE)
    if reference:
        title, printed = title[: reference.start()], printed or reference[1]
    elif not printed:
        typed = TYPED.match(title) or _IN_FRONT.match(title)
        title, printed = (title[typed.end() :], typed[typed.lastgroup or 0]) if typed else (title, None)
        printed = printed or _number_below(document, index)
    return Heading(block.start, end, title.rstrip(":").strip(), printed, rule, index, block.size or 0.0, child)


def _number_below(document: Document, index: int) -> str | None:
    """The number in a line "(Item 3)" that follows a heading without one."""
    for block in document.blocks[index + 1 : index + 2]:
        match = ITEM_REFERENCE.fullmatch(document.text[block.start : block.end].strip())
        return match[1] if match else None
    return None


def _nested(document: Document, headings: list[Heading]) -> list[AgendaItem]:
    """Headings to items: who stands under whom, and how far each reaches."""
    depths = _depths(headings)
    items: list[AgendaItem] = []
    open_items: list[tuple[int, str]] = []
    for position, (heading, depth) in enumerate(zip(headings, depths, strict=True)):
        following = (
            h.start for h, d in zip(headings[position + 1 :], depths[position + 1 :], strict=True) if d <= depth
        )
        end = heading.end if heading.listed else next(following, len(document.text))
        while open_items and open_items[-1][0] >= depth:
            open_items.pop()
        item_id = content_id("item", document.id, heading.start, heading.number, heading.title)
        items.append(
            AgendaItem(
                id=item_id,
                number=heading.number,
                title=heading.title,
                end=end,
                rule=heading.rule,
                parent_id=open_items[-1][1] if open_items else None,
                citation=document.cite(heading.start, heading.end),
            )
        )
        open_items.append((depth, item_id))
    return items


def _depths(headings: list[Heading]) -> list[int]:
    """How deep each heading stands, from 0, by the order of its kinds of number where the top ones are no figures.

    Numbers with stops tell it themselves, and those that count from one again within a series; letters, run-in titles
    and headings without a number stand under the last number, unless nothing is numbered.
    """
    if outlined := _outlined(headings):
        return outlined
    numbered = [h for h in headings if h.number and h.number[0].isdigit() and not h.child and "." not in h.number]
    size = max((h.size for h in numbered), default=0.0)
    inner = _counted_again(headings)
    depths = []
    for position, heading in enumerate(headings):
        if heading.child:
            depths.append(2)
        elif not heading.number:
            depths.append(1 if numbered and heading.size <= size + 0.6 and heading.start > numbered[0].start else 0)
        elif heading.number[0].isdigit():
            stops = heading.number.count(".") if re.fullmatch(r"\d{1,2}(\.\d{1,2})+", heading.number) else 0
            depths.append(stops + (position in inner))
        else:
            depths.append(1 if numbered else 0)
    return depths


def _outlined(headings: list[Heading]) -> list[int]:
    """Depths where the items are numbered I., II. or A., B.: each kind of number stands under that which it follows.

    Empty where they are not.
    """
    opened: dict[str, int] = {}
    families: list[str] = []
    for heading in headings:
        number = heading.number or ""
        family, value = family_of(f"{number}.", number, opened) if number else ("", 0)
        opened[family] = value
        families.append(family)
    top = next(filter(None, families), "")
    if top not in ("ROMAN", "LETTER") or families.count(top) < _OUTLINE:
        return []
    depths: list[int] = []
    above: list[str] = []
    for family in families:
        if family:
            above = above[: above.index(family)] if family in above else above
            depths.append(len(above))
            above.append(family)
        else:
            depths.append(len(above))
    return depths


def _counted_again(headings: list[Heading]) -> set[int]:
    """The headings numbered from one again inside an item, after which the items' own numbers go on: 4, 1, 2, 5."""
    plain = [(i, int(h.number)) for i, h in enumerate(headings) if h.number and h.number.isdigit() and not h.child]
    found: set[int] = set()
    at = 0
    while at < len(plain) - 1:
        (_, value), (_, following) = plain[at], plain[at + 1]
        after = next((n for n in range(at + 2, len(plain)) if plain[n][1] == value + 1), None)
        if following == 1 and value > 1 and after is not None and _rises(plain[at + 1 : after]):
            # Where the inner series itself comes to the number, the last of that number goes on with the outer one.
            after = max(n for n in range(after, len(plain)) if plain[n][1] == value + 1 and _rises(plain[at + 1 : n]))
            found |= {index for index, _ in plain[at + 1 : after]}
            at = after
        else:
            at += 1
    return found


def _rises(numbers: list[tuple[int, int]]) -> bool:
    return all(b[1] == a[1] + 1 for a, b in itertools.pairwise(numbers))
