"""Numbered series: which run of numbers through a document numbers its items, and which only a list."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from extract.actions.marked.task import LIST_HEAD
from extract.attendance.numbered import names_first, people_listed
from extract.items.titles import IS_LIMB, STANDS, is_sentence, title_of, without_advice
from extract.text import content_start
from minutes.model import Block, Document

NUMBER = re.compile(
    r"[\[(]?((?:[A-Z][A-Za-z]{0,4}[/.]|[A-Z]{1,5}(?=\d{1,4}/\d\d))?\d{1,4}(?:[./]\d{1,4}){0,3}[A-Ha-h]?|[A-Za-z]|[ivxlIVXL]{1,5})[\])]?[.:)]*"
)
# What a line without a label may begin with: "III. Finance", "7 Finance", "16/138 Finance", "Item 7 – Finance"
_TYPED = re.compile(
    r"([IVX]{1,5})\.?\s+(?=[A-Z])"
    r"|(?:[Aa]genda |AGENDA )?(?:[Ii]tem|ITEM)\s?(\d{1,2}[a-z]?|\d{1,3}/\d{2,4})(?:\W{1,4}(?=[A-Z])|[.:]?\s*$)"
    r"|([A-Z][A-Za-z]{1,4}/\d{1,4}/\d\d-\d\d)[.:]?\s+(?=[A-Z])"
    r"|[Mm]inute (?:[Nn]o\.? ?)?(\d{1,4}/\d{2,4}|\d{1,4}(?=:))[.:]?\s+(?=[A-Z])"
    r"|([A-H]\d{1,2})\s+(?=[A-Z][a-z]{2})|([A-Z]{2,4}\.\d{1,4}\.\d{2,4})\s+(?=[A-Z])"
    r"|([1-9]\d?[a-h])\.\s+(?=[A-Z][\w’']+)"  # "5b. Boats", put between 5 and 6
    r"|(?!\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: (?:19|20)\d\d\b| at\b|,))"  # "11 May 2026 at 6 pm"
    r"((?:[A-Z]{1,4}/?|[A-Z][A-Za-z]{1,4}/)?\d{1,4}(?:/\d{2,4}){1,2}|[1-9]\d{0,4}"
    r"|0\d\d)(?:[.:]?\s+|(?<=\d{3})\.)(?=[A-Z][\w’']+)"  # also "2114.Boats"
)
_INITIALLED = re.compile(
    r"(?:[A-Z]{3,}.{0,12}: )?(?:[A-Z]\. ?){1,3}(?:(?:de|van|von|Mc|O’) ?)?[A-Z][a-z][\w’'-]*(?:, .{3,40})?"
)
_INNER = re.compile(r"(\d{1,2})[.)]\s+(?=[A-Z])")  # "• 2) Fees", in a list that was pasted into another
_ITEM = re.compile(r"(?:agenda )?item ?\d", re.IGNORECASE)
# "11 June, 17 September and 19 November 2025", which has no number but a day
_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?=[,;]|\s?[–-]|\.?\s*$| (?:\d|and \d|to \d|at \d))"
)
_FEW = 3  # lines numbered "1."; where there are fewer, "1)" may number the items
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LINK = re.compile(r"https?://\S+(?:\s[\w/.#?=&%-]+)?")  # which may run over the end of a line
# "“I will ask at the June meeting", which a member's question or motion in a summons begins with
_ASKED = re.compile(r"[“\"‘]+(?:I will (?:ask|move)|That|To ask)\b")
_LINES = 6  # of a question
_TOP = ("item", "number", "reference", "ROMAN", "LETTER")
_LEADS, _LEAD_WORDS = 4, 30  # entries that begin in bold, and words of what is set so
_SAID = 4  # words after a topic that say more of it than "– none" does
_NOTHING = re.compile(  # "– none due to time", which says no more of it
    r"[\s,.:–—-]*(?:none|nil|nothing|no (?:report|update|business|news)|n/a|not (?:taken|reached|met)|deferred"
    r"|postponed|held over)\b[^.]{0,40}\W*$",
    re.IGNORECASE,
)
_TITLED, _ASKS = 4, 14  # titles, among which a question may be one, and words of that
_LETTERED = 0.8  # of the lines in small letters, where these are titles
_SPAN = 0.3  # of the text; a series of items runs through the document, a list stands in one place


@dataclass(frozen=True)
class Entry:
    """A plain line with a number: its place, the family and value of its number, and its title, "" if it has none."""

    block: int
    family: str
    value: int
    number: str  # as printed, less its punctuation
    start: int  # of the title
    title: str
    has_body: bool


def numbered_titles(document: Document) -> dict[int, Entry]:
    """The plain lines that are items by their number alone, by block.

    Their numbers rise by one through the document and most of them are titles with text under them. Where headings
    are numbered, these are the items; of plain lines only "5.1" and the like can stand under them.
    """
    entries = _entries(document)
    runs = _ones(entries) or _runs(entries)
    labels = [(index, b.label) for index, b in enumerate(document.blocks) if b.kind == "heading" and b.label]
    if sum(label[0].isdigit() for _, label in labels) >= 3:
        counted = [(index, int(label.strip(".:()"))) for index, label in labels if label.strip(".:()").isdigit()]
        return _under_headings(runs) | _between_headings(runs, counted) | _lettered(document, runs)
    headings = sum(b.kind == "heading" or in_bold(b) for b in document.blocks)
    runs = [run for run in runs if not _are_people(document, run)]
    top = [run for run in runs if _are_items(document, run, among_headings=headings >= 3)]
    if not top:
        return (_under_headings(runs) if headings >= 3 else {}) | _lettered(document, runs)
    # Lists inside the entries of another are points, where several have one and nothing but points is told in them.
    inner = {id(run) for run in runs if _is_inner(document, run)}
    begin, chosen = top[0][0].block, {id(run) for run in top}
    items = (_with_questions(document, run) for run in top if not _is_led_in(document, run, top))
    found = {entry.block: entry for run in items for entry in run if entry.title}
    for run in runs:
        if id(run) not in chosen and run[0].block > begin:
            whole = run[0].family not in _TOP and 2 * sum(e.has_body for e in run) >= len(run)
            listed = len(run) >= 3 and not whole and all(not entry.has_body for entry in run[:-1])
            if not listed and not (len(inner) > 1 and id(run) in inner) and not _runs_on(document, run):
                found |= {entry.block: entry for entry in run if entry.title and (entry.has_body or whole)}
    return found


def _with_questions(document: Document, run: Sequence[Entry]) -> list[Entry]:
    """A run of titles with the questions among them that have text below: "7. Should the fair move to May?"."""
    found = [*run]
    if sum(bool(entry.title) for entry in run) < _TITLED:
        return found
    for at, (entry, following) in enumerate(pairwise([*run, None])):
        if entry and not entry.title and (not following or following.block > entry.block + 1):
            text = document.text[entry.start : document.blocks[entry.block].end].strip()
            if (
                text.endswith("?")
                and text[:1].isupper()
                and len(text.split()) <= _ASKS
                and not re.search(r"[.?!]\s", text)
            ):
                found[at] = replace(entry, title=text)
    return found


def _are_people(document: Document, run: Sequence[Entry]) -> bool:
    """Whether a run lists people whom a sentence leads to: "Those who applied were:", "1. Ada Brindle, Fenwold"."""
    above = document.blocks[max(0, run[0].block - 1)]
    if above.kind == "heading" or not document.text[above.start : above.end].rstrip().endswith(":"):
        return False
    named = sum(names_first(document.text[one.start : document.blocks[one.block].end]) for one in run)
    return len(run) > 1 and 3 * named >= 2 * len(run)


def _is_inner(document: Document, run: Sequence[Entry]) -> bool:
    """Whether a run is a list inside another one, with no text below its entries but points."""
    below = [document.blocks[entry.block + 1 : entry.block + 2] for entry in run]
    inside = any(run[0].family.startswith(f"{family} in ") for family in _TOP)
    return inside and all(block.kind == "list_item" for blocks in below for block in blocks)


def _is_led_in(document: Document, run: Sequence[Entry], others: Sequence[Sequence[Entry]]) -> bool:
    """Whether a run is the list that a sentence inside another one leads in: "The works are as follows:"."""
    above = document.blocks[max(0, run[0].block - 1)]
    if above.kind == "heading" or not document.text[above.start : above.end].rstrip().endswith(":"):
        return False
    return any(other[0].block < run[0].block and run[-1].block < other[-1].block for other in others)


def _ones(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The one run of titles that are all numbered 1, as lists are that were parted by the text between; else none."""
    numbered = [entry for entry in entries if entry.family == "number"]
    ones = len(numbered) >= 3 and all(entry.value == 1 for entry in numbered)
    return [numbered] if ones and all(entry.title and entry.has_body for entry in numbered) else []


def _under_headings(runs: Sequence[Sequence[Entry]]) -> dict[int, Entry]:
    """Lines numbered "5.1", "5.2" that are titles, each with its text."""
    runs = [run for run in runs if run[0].family.startswith("under ") and len(run) > 1 and _are_titles(run, share=0.6)]
    return {entry.block: entry for run in runs for entry in run if entry.has_body}


def _lettered(document: Document, runs: Sequence[Sequence[Entry]]) -> dict[int, Entry]:
    """Lines lettered A, B, C or a, b, c, in whatever order, each a title alone in its line with text below it."""
    found: dict[int, Entry] = {}
    for family in ("LETTER", "letter", "letter)"):
        lines = [entry for run in runs for entry in run if entry.family == family]
        titled = [e for e in lines if e.has_body and _is_whole_title(document, e)]
        # Small letters number much else: the limbs of a resolution, the points of a list.
        if len(titled) >= 3 and (family == "LETTER" or len(titled) >= _LETTERED * len(lines)):
            found |= {entry.block: entry for entry in titled}
    return found


def _is_whole_title(document: Document, entry: Entry) -> bool:
    return entry.title == document.text[entry.start : document.blocks[entry.block].end].strip()


def _between_headings(runs: Sequence[Sequence[Entry]], headings: Sequence[tuple[int, int]]) -> dict[int, Entry]:
    """Lines whose number is the one that the numbered headings leave out just there, or with which they go on."""
    found: dict[int, Entry] = {}
    places = [index for index, _ in headings]
    last = (-1, 0)  # where the last such line stands, and its number
    for entry in sorted((e for run in runs for e in run if e.family == "number" and e.title), key=attrgetter("block")):
        at = bisect_left(places, entry.block)
        above, before = max([last, *headings[max(0, at - 1) : at]])
        if above >= 0 and before == entry.value - 1 and (at == len(headings) or headings[at][1] == entry.value + 1):
            found[entry.block] = entry
            last = (entry.block, entry.value)
    return found


def _are_items(document: Document, run: Sequence[Entry], *, among_headings: bool) -> bool:
    """Whether a run at the top level numbers the document's items."""
    if run[0].family not in _TOP and not run[0].family.startswith("under "):
        return False
    length = document.blocks[run[-1].block].start - document.blocks[run[0].block].start
    # A long row of titles is one even where papers are appended that are longer than the minutes.
    through = length >= _SPAN * len(document.text) or (len(run) >= 6 and _are_titles(run, share=0.8))
    whole = run[0].value == 1 and all(entry.has_body and _is_whole_title(document, entry) for entry in run)
    enough = len(run) >= (2 if run[0].family == "item" or (whole and not among_headings) else 3)
    return enough and _are_titles(run, share=0.5) and (through or not among_headings)


def _are_titles(run: Sequence[Entry], *, share: float) -> bool:
    titled = [entry for entry in run if entry.title]
    # Where text follows the last alone it is the list of an agenda.
    told = titled[:-1] if len(titled) > 2 else titled
    return len(titled) >= share * len(run) and any(entry.has_body for entry in told)


def _runs_on(document: Document, run: Sequence[Entry]) -> bool:
    """Whether lettered points say after their topic what there is to say: "(b) Training – two are still to go"."""
    lettered = run[0].family.startswith(("letter", "roman"))
    rests = [document.text[entry.start + len(entry.title) : document.blocks[entry.block].end] for entry in run]
    said = sum(len(rest.split()) > _SAID and not _NOTHING.match(rest) for rest in rests)
    return lettered and 2 * said > len(run)


def _entries(document: Document) -> list[Entry]:
    """All plain lines with a number, a letter or a roman number, in order."""
    found: list[Entry] = []
    open_values: dict[str, int] = {}
    listed = people_listed(document)
    stopped = sum(bool(re.fullmatch(r"\d{1,3}\.?", block.label or "")) for block in document.blocks)
    least = min((block.level for block in document.blocks if _is_plainly_numbered(block)), default=0)
    leads = _bold_leads(document)
    tasks = listing = False  # whether the loop is under "Actions", and in a list that is numbered anew
    over = ""  # the family of the entry "Actions" that the loop is under
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            tasks = bool(LIST_HEAD.fullmatch(document.text[content_start(document, block) : block.end].strip(" :")))
            listing = False
        told = _number(document, block) if index not in listed else None
        if not told:
            continue
        number, start = told
        if tasks:  # a number that goes on above the list is the next item's; what else is numbered there are tasks
            family, value = family_of(block.label or f"{number}.", number, open_values)
            listing = listing or value == 1 or value != open_values.get(family, 0) + 1
            if listing:
                continue
            tasks = False
        if (len(number) == 1 and number.isupper() and _is_initial(document, index)) or IS_LIMB.match(
            document.text, start
        ):
            continue
        family, value = family_of(block.label or f"{number}.", number, open_values)
        family = "item" if family == "number" and _ITEM.match(document.text, block.start) else family
        family = "number" if family == "number)" and stopped < _FEW else family
        if over and family != over:
            continue  # "2. Open actions", and below it "a. Una to mend the gate"
        headed = family in _TOP and LIST_HEAD.fullmatch(document.text[start : block.end].strip(" .:"))
        over = family if headed else ""
        if family in _TOP and _is_plainly_numbered(block) and block.level > least:
            family = f"{family} in {block.level}"
        open_values[family] = value
        alone = block.label and document.text[block.start : block.end].strip() == block.label
        if alone or (family == "item" and start >= block.end):
            index, start, block = _title_below(
                document, index
            )  # "1." over "Boats:", "Item 1." over "To note the fares"
            if asked := _asked_below(document, index):
                found.append(Entry(index, family, value, number, start, asked, has_body=True))
                continue
        text = document.text[start : block.end]
        title = leads.get(index) or title_of(
            text.partition(f" {number}.1 ")[0], top=family in _TOP or bool(STANDS.match(text))
        )
        goes_on = bool(title) and len(title) < len(text.rstrip(" .:"))
        bold = block.bold and block.bold[0][0] <= start
        if goes_on and family.startswith("under ") and not (bold or STANDS.match(title)):
            title, goes_on = "", False  # "5.1 Mill Committee – the Chair reported that ..." is a paragraph with a label
        if family.startswith("under ") and text.endswith(":") and is_sentence(text):
            title, goes_on = "", False  # "5.1 The Clerk drew attention to the following:" leads to a list
        found.append(Entry(index, family, value, number, start, title, goes_on))
    places = {entry.block: entry for entry in found}
    return [replace(e, has_body=bool(e.title) and (e.has_body or _has_body(document, e, places))) for e in found]


def _title_below(document: Document, index: int) -> tuple[int, int, Block]:
    """The paragraph that a number alone in its line stands over, and where its text begins; else the line's end."""
    for at, block in enumerate(document.blocks[index + 1 : index + 2], index + 1):
        if block.kind == "paragraph" and not block.furniture:
            return at, block.start, block
    return index, document.blocks[index].end, document.blocks[index]


def _asked_below(document: Document, index: int) -> str:
    """The question or motion in bold that begins here, as printed: "“I will ask that the lamps be mended”"; else ""."""
    last = index
    while last < len(document.blocks) and last < index + _LINES and in_bold(document.blocks[last]):
        last += 1
    asked = document.text[document.blocks[index].start : document.blocks[last - 1].end] if last > index else ""
    return " ".join(asked.split()).rstrip(".") if _ASKED.match(asked) else ""


def _bold_leads(document: Document) -> dict[int, str]:
    """The words in bold that plainly numbered entries begin with, by block, where several do: "1. **Market update.**".

    Such an entry may be longer than a title, or be all in bold.
    """
    leads: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        start = content_start(document, block)
        if not _is_plainly_numbered(block) or not block.bold:
            continue
        begun, end = block.bold[0]
        if begun > start and (end < block.end or " " in document.text[start:begun].strip()):
            continue  # the first word may be set with its number: "10.Approve" **the lease**
        lead = without_advice(document.text[start:end]).strip().rstrip(" .:–—-")
        if lead[:1].isupper() and len(lead.split()) <= _LEAD_WORDS and not IS_LIMB.match(lead):
            leads[index] = lead
    return leads if len(leads) >= _LEADS else {}


def _is_plainly_numbered(block: Block) -> bool:
    """Whether a list gives an entry a plain number, which tells nothing of the list that it stands in."""
    return block.kind == "list_item" and bool(re.fullmatch(r"\d{1,3}[.)]?", block.label or ""))


def _is_initial(document: Document, index: int) -> bool:
    """Whether a letter and a word are somebody's name, in a line above or below another such: "I. Orme", "A.M. Tay"."""
    near = document.blocks[max(0, index - 1) : index + 2]
    return all(_INITIALLED.fullmatch(document.text[block.start : block.end]) for block in near)


def _number(document: Document, block: Block) -> tuple[str, int] | None:
    """The number before a plain line and where its text begins."""
    if block.kind not in ("list_item", "paragraph"):
        return None
    if block.label == "•" and (inner := _INNER.match(document.text, content_start(document, block), block.end)):
        return inner[1], inner.end()
    if block.label:
        match = NUMBER.fullmatch(block.label)
        return (match[1], content_start(document, block)) if match else None
    typed = _TYPED.match(document.text[block.start : block.end])
    if typed and _DAY.match(document.text, block.start + typed.end(), block.end):
        return None
    return (typed[typed.lastindex or 0], block.start + typed.end()) if typed else None


def family_of(label: str, number: str, opened: dict[str, int]) -> tuple[str, int]:
    """The kind of number that it is, and its place there: "(b)" is the second of the letters in brackets.

    "i" is a letter where the letters have come to h, and else a roman number; "V" is a roman number.
    """
    bracket = ")" if ")" in label or "]" in label else ""
    digits = [int(part) for part in re.findall(r"\d+", number)]
    if len(digits) == 2 and digits[1] == 0 and "/" not in number:
        return "number", digits[0]  # "3.0 Finance" over "3.1 Fees"
    if len(digits) > 1 and "/" not in number and number[0].isdigit():
        if len(digits) > 2:
            return "deeper", digits[-1]
        return f"under {'.'.join(map(str, digits[:-1]))}", digits[-1]
    if digits:
        # 16/24 counts on before the year, 24/016 after it.
        at = -1 if len(digits) > 1 and opened.get("reference", -2) + 1 == digits[-1] else 0
        return ("reference" if len(digits) > 1 else f"number{bracket}"), digits[at]
    letter = f"{'LETTER' if number.isupper() else 'letter'}{bracket}"
    value = ord(number.lower()[0]) - ord("a") + 1
    if re.fullmatch(r"[ivxl]+", number.lower()) and (len(number) > 1 or opened.get(letter) != value - 1 or value == 1):
        return f"{'ROMAN' if number.isupper() else 'roman'}{bracket}", roman_value(number)
    return letter, value


def roman_value(number: str) -> int:
    """The value of a roman number up to 89."""
    values = [_ROMAN[sign] for sign in number.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _runs(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries of one family that count on: each one, or at most two, more than the one before it."""
    runs: list[list[Entry]] = []
    for entry in entries:
        # A list inside an item counts from one again; after it the item's own series goes on.
        alike = (run for run in reversed(runs) if run[0].family == entry.family)
        run = next((run for run in alike if 0 <= entry.value - run[-1].value <= 2), None)
        if run and (entry.value != 1 or re.fullmatch(r"1[a-h]", entry.number)):  # "1b" goes on with 1
            run.append(entry)
        else:
            runs.append([entry])
    return runs


def _has_body(document: Document, entry: Entry, entries: Mapping[int, Entry]) -> bool:
    """Whether text follows a line, and not just the next of its series or another title."""
    for index, block in enumerate(document.blocks[entry.block + 1 :], entry.block + 1):
        if block.furniture or block.kind == "note":
            continue
        if block.kind == "heading" or in_bold(block):
            return False
        if block.kind == "list_item" and block.level < document.blocks[entry.block].level:
            return False  # the list that it stands in is over
        following = entries.get(index)
        if _LINK.fullmatch(document.text[content_start(document, block) : block.end].strip(" \u200b")):
            return False  # "8.2 Issue:" and below it an address only
        return not (following and following.family == entry.family and 0 <= following.value - entry.value <= 2)
    return False


def in_bold(block: Block) -> bool:
    return block.kind == "paragraph" and not block.label and block.in_bold
