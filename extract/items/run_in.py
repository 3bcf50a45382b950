"""Titles that their text runs in from: in bold, or in capitals."""

import re
from dataclasses import replace

from extract.attendance.naming import is_list, names_one
from extract.findings import Findings
from extract.items.heading import HEADING_WORDS, OUTLINE, Heading, as_heading, is_led_to, text_of
from extract.items.series import NUMBER
from extract.items.titles import FRONT, TYPED, has_verb, is_never_title, is_title_like, without_advice
from extract.people.lists import people_in
from extract.people.words import is_role
from extract.text import Sentence, content_start
from minutes.model import Block, Document

_SAID = 2  # words after a run-in title; "– none" and "No progress." are part of one sentence with it
_POINTS = 20  # of a list that a paragraph leads to
_MAY_LEAD = ("items.run-in", "items.numbered", "items.coded")
_SHORT = 5  # characters; fewer after a bold title are no text ...
_NOTHING = re.compile(r"[:–—-]?\s*(?:none|nil|n/a)\.?", re.IGNORECASE)  # ... but for these
ATTENDING = re.compile(
    r"(?:(?:voting|non-voting|other|board|committee|council|staff|management and) )*(?:members?|guests?|observers?"
    r"|attendees|absentees|staff|officers|directors|trustees|delegates|visitors|representatives|participants|presenters"
    r"|secretariat)\b.*",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    r"(?P<title>[A-Z][A-Z’'&/,.]{2,}(?: [A-Z&/(][A-Z’'&/,.()]*){0,7}?)(?::|\s?[–—-](?!-)|\.(?=\s[A-Z]))\s*(?=\S)"
)
_VOTED = re.compile(
    r"(?:AYES?|NOES|NAYS?|YEAS?|ABST\w+|ABSENT|PRESENT|APOLOG\w+(?! FOR)|ALSO|STAFF|GUESTS?|MOTION|MOVED|SECOND\w*"
    r"|VOTES?|DATE|TIME"
    r"|(?:[A-Z]+ ){1,3}(?:PRESENT|ABSENT|EXCUSED)"
    r"|OTHERS? (?:PRESENT|IN ATT|ATTEND)\w*"
    r"|M/?S/?[CDU]|VEN|REVD?|HON|PROF|CLLRS?|MESSRS"
    r"|PLACE|LOCATION|VENUE|THOSE|ACTIONS?|NOTES?|ROLL|ATTEND\w+|RESOLVED|IN ATT\w+|MEMBERS|CTO|DRAFT|APPROVED)\b"
)
# "Treasurer's report", which an office alone is not
_OF_BUSINESS = re.compile(
    r"\b(?:reports?|updates?|minutes|matters|business|elections?|appointments?|remarks|reviews?|vacancy|duties)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z]{2,5}")  # "AOCB", which is in capitals anyhow
# "**Fees. RESOLVED** that they be halved": what follows the title is in bold, too.
_DECIDED = re.compile(r"(?<=\w\w)\.\s+(?=(?:RESOLVED|AGREED|NOTED|APPROVED|RECEIVED)\W*$)")
_DASHES = (":", "–", "-", "—")
_APPLIED = re.compile(r"\d{2,4}/\d{2,5}/[A-Z]{1,4}(?:/[A-Z]{1,4})?(?: [–-]|:)? [A-Z]")  # with what is applied for
# What a paragraph begins with that is a part of an item, or says who speaks.
_CODE = re.compile(r"(?=\D*\d)[A-Z0-9]+(?:[/.-][A-Z0-9]+)+")  # of an application
_NO_TITLE = re.compile(
    r"(?:RESOLVED|AGREED|ACTION(?! plans?\b)|DECISION|Cllr|Councillor|Mr|Mrs|Ms|Dr|Motion|Vote|Question|Answer"
    r"|Comment|Response|Note|TODO|(?:Voting|Election) results?|Final resolution)\b"
    r"|(?:item|page|para|paragraph|minute)s? \d"
    r"|(?:results?|outcome|disposition|discussion|status|proposal|rationale|background"
    r"|(?:moved|seconded|proposed)(?: by)?|mover|seconder|proposer"
    r"|in favou?r|for|against|opposed|abst\w+|ayes?|nays?|yeas?|noes|absent|recused)$",
    re.IGNORECASE,
)

_LISTING = re.compile(
    r"(?:key |main )?(?:participants|attendees|attendance|decisions?|resolutions?|action (?:items?|points?)|actions?)"
    r"(?: (?:made|taken|agreed|reached))?(?: (?:&|and) [\w-]+)?:?",
    re.IGNORECASE,
)


def part_titles(found: Findings, headings: list[Heading]) -> None:
    """Cut the sentences that a run-in title begins: "**Meeting with the owner** Agreed to wait." says it in its own."""
    text = found.document.text
    titled = {heading.block: heading.end for heading in headings if heading.rule in _MAY_LEAD}
    parted: list[Sentence] = []
    for sentence in found.sentences:
        end = titled.get(sentence.block, sentence.start)
        told = text[end : sentence.end].lstrip(" \n:.–—-")
        if sentence.start < end and len(told.split()) > _SAID:
            parted += [replace(sentence, end=end), replace(sentence, start=sentence.end - len(told))]
        else:
            parted.append(sentence)
    found.sentences = parted


def with_capitals(document: Document, headings: list[Heading]) -> list[Heading]:
    """Headings in capitals with the words in capitals among them that paragraphs run in from."""
    taken = {one.block for one in headings if one.title.isupper() and not _ACRONYM.fullmatch(one.title)}
    if not taken:
        return headings
    shouted = run_in_capitals(document, few=OUTLINE - len(taken))
    return sorted([*headings, *(one for one in shouted if one.block not in taken)], key=lambda each: each.start)


def run_in_capitals(document: Document, *, few: int = OUTLINE) -> list[Heading]:
    """Where nothing is set apart, the words in capitals that paragraphs run in from: "STREET LAMPS – Two are out.".

    Less than `few` of them say nothing.
    """
    titles = []
    for index, block in enumerate(document.blocks):
        match = _IN_CAPITALS.match(text_of(document, block)) if block.kind in ("paragraph", "list_item") else None
        title = match["title"].strip() if match else ""
        if title and not _is_label(title) and not is_led_to(document, index):
            titles.append(as_heading(document, index, "items.run-in", title=title))
    return titles if len(titles) >= few else []


def without_details(document: Document, headings: list[Heading]) -> list[Heading]:
    """Less the labels in bold without a number, "**Security:** two doors stood open.", where others are set apart.

    Such a label opens a point of what is told below a heading; only where no other heading is there are they business.
    """
    shouted = [one for one in headings if one.title.isupper() and not _is_detail_of(document, one)]
    details = {
        heading.block
        for heading in headings
        # "**TREASURER’S REPORT:** Una Keld" is set like the headings about it
        if _is_detail_of(document, heading) and not (len(shouted) >= OUTLINE and heading.title.isupper())
    }
    details |= _heads_of_points(document, headings) if details else set()
    details |= _entries(document, headings)
    return headings if len(details) == len(headings) else [one for one in headings if one.block not in details]


def _is_detail_of(document: Document, heading: Heading) -> bool:
    return heading.rule == "items.run-in" and heading.child and not heading.number and _leads_on(document, heading)


def _leads_on(document: Document, heading: Heading) -> bool:
    """Whether a colon stands behind a label."""
    return document.text[heading.end : document.blocks[heading.block].end].lstrip().startswith(":")


def _heads_of_points(document: Document, headings: list[Heading]) -> set[int]:
    """The points in bold, "• **Costs:**", that head points as labels beside them do, under a heading of business."""
    found: set[int] = set()
    headed = False
    for heading in headings:
        block = document.blocks[heading.block]
        if block.kind != "list_item":
            headed = block.kind == "heading"
        elif headed and not heading.number and not (block.label or "0")[0].isalnum():
            found |= {heading.block} if text_of(document, block).endswith(":") else set()
    return found


def _entries(document: Document, headings: list[Heading]) -> set[int]:
    """The points that open in bold below a heading over those present, decisions or tasks: "1. **Fees:** halved"."""
    points = {one.block: _leads_on(document, one) for one in headings if one.rule == "items.run-in"}
    lists: list[list[int]] = []
    listing = False
    for index, block in enumerate(document.blocks) if points else ():
        if block.kind == "heading":
            listing = bool(_LISTING.fullmatch(text_of(document, block)))
            lists += [[]] if listing else []
        elif listing and index in points and block.kind == "list_item":
            lists[-1].append(index)
    return {at for entries in lists if all(points[each] for each in entries) for at in entries}


# "**Ferry fares** (Paper 4)": what was before the meeting, behind a title in bold
_PAPERS = re.compile(
    r"\s*\((?:agenda |board |confidential )?(?:annex|appendi(?:x|ces)|attachments?|documents?|enc(?:losure)?s?|items?"
    r"|oral|papers?|reports?|tabled|verbal)\b[^()]{0,80}\)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"20\d\d(?:[/–-]\d\d)? [a-z]")  # "2024/25 fares and dues"


def _is_label(title: str) -> bool:
    """Whether words in capitals say whose names, which vote or what kind of paragraph follows."""
    never = is_never_title(title) and title != "MINUTES"
    return bool(never or _VOTED.match(title) or ATTENDING.fullmatch(title))


def _names(block: Block, rest: str, typed: bool) -> bool:
    """Whether nothing but a name stands behind a title, or a list of them where that has no number."""
    named, numbered = rest.strip(" :–-—"), typed or bool(block.label and NUMBER.fullmatch(block.label))
    return names_one(named) or (not numbered and is_list(named, share=0.6))


def run_in_title(document: Document, block: Block) -> str | None:
    """A bold title at the head of a paragraph or list item, set off from the text that follows it."""
    start = content_start(document, block)
    if not block.bold or block.kind not in ("list_item", "paragraph"):
        return None
    a, b = next(((a, b) for a, b in block.bold if b > start), (0, 0))
    if decided := _DECIDED.search(document.text, start, b):
        b = decided.end()
    papers = _PAPERS.match(document.text, b, block.end)
    printed, rest = document.text[start:b].strip(), document.text[papers.end() if papers else b : block.end].lstrip()
    stopped = printed.endswith(".") or rest.startswith(".")
    rest = re.sub(r"^\.\s+(?=[A-Z])", "", rest)  # "**Fees**. The Clerk", whose stop is not in bold
    typed = TYPED.match(printed)
    title = printed[typed.end() :] if typed else printed
    numbered = bool(block.label or typed)
    if a > start or (b >= block.end - _SHORT and not (numbered and (papers or _NOTHING.fullmatch(rest)))):
        return None
    if _is_detail(block, rest):
        return None
    if not numbered and FRONT.fullmatch(title) and people_in(rest):
        return None  # "**Apologies:** Cllr Orme"
    if ATTENDING.fullmatch(title) and len(title.split()) < 3 and not has_verb(rest) and people_in(rest):
        return None  # "**Secretariat:** Una Keld"
    if is_role(title.rstrip(":–-— ")) and not _OF_BUSINESS.search(title) and _names(block, rest, typed is not None):
        return None  # "**Treasurer:** Una Keld", "(c) **Treasurer** Una Keld": who holds an office
    if (title.endswith(":") or rest.startswith(":")) and not _may_run_in(document, block):
        return None
    dashed = title.endswith(_DASHES) or rest.startswith(_DASHES)
    if not (numbered or dashed or (rest[:1].isupper() and _is_habit(document))):
        return None
    if not (numbered or dashed) and stopped and not none_numbered(document):
        return None  # "**Oars.** Two are lost.", a point of what is told under "3. Matters arising"
    title = title.rstrip(":–-— ").strip()
    if numbered and _APPLIED.match(title) and len(title.split()) <= HEADING_WORDS and rest[:1].isupper():
        return re.sub(r"(?<=\w{3})\.$", "", title)
    if not 1 <= len(title.split()) <= 12 or is_never_title(title) or _NO_TITLE.match(title):
        return None
    if not (title[:1].isupper() or (papers and _OF_YEAR.match(title))):
        return None
    if not re.search(r"[^\W\d_]{2}", title) or _CODE.fullmatch(title):
        return None  # "**A** Una Keld", "**D.** Tom Orme", "**DC/24/0311** – a porch"
    apart = dashed or rest[:1].isupper() or (numbered and papers)
    return re.sub(r"(?<=\w\w[\w)])\.$", "", without_advice(printed).rstrip(":–-— ")) if apart else None


def is_point(document: Document, index: int) -> bool:
    """Whether a bullet is one of those that a numbered paragraph leads to: "3.2 By quay:", "• **Mill Quay** – shut"."""
    if (document.blocks[index].label or "0")[0].isalnum():
        return False
    above = (document.blocks[at] for at in range(index - 1, max(-1, index - 1 - _POINTS), -1))
    over = next(
        (b for b in above if not b.furniture and (b.kind != "list_item" or (b.label or "")[:1].isdigit())), None
    )
    return over is not None and over.kind == "list_item" and document.text[over.start : over.end].endswith(":")


def _is_detail(block: Block, rest: str) -> bool:
    """Whether a bold word opens a point below another, or an address: "◦ **Goal:** to wait", "• **Notes:** https://"."""
    point = block.kind == "list_item" and not (block.label or "0")[0].isalnum()
    return point and (block.level > 1 or rest.lstrip(": ").startswith(("http", "www.")))


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
    if (block.label and NUMBER.fullmatch(block.label)) or TYPED.match(document.text, block.start):
        return True
    return none_numbered(document)


def none_numbered(document: Document) -> bool:
    """Whether nothing that is set apart has a number."""
    set_apart = (block for block in document.blocks if block.kind == "heading" or block.bold)
    return not any((b.label and b.label[0].isdigit()) or TYPED.match(document.text, b.start) for b in set_apart)
