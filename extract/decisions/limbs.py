"""The limbs of a resolution: lettered, numbered or bulleted, in one paragraph or one a block."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from extract.findings import Findings
from extract.text import Sentence, content_start
from minutes.model import Block, Document

_INLINE = re.compile(r"(?:(?<=\s)|^)\(?(?P<label>[a-z]|[ivx]{1,5}|\d{1,2})\.?\)\s*(?=\S)", re.IGNORECASE)
_DOTTED = re.compile(r"(?:(?<=\s)|^)(?P<label>\d{1,2})\.\s+(?=[A-Za-z])")
# "a. The report be noted. b. The target be 40", "That the trial i. be kept up in May; ii. be told of in June"
_LETTERED = re.compile(r"(?:(?<=\s)|^)(?P<label>[a-h]|i{1,3}|iv|vi{0,3})\.\s+(?=[A-Za-z])")
_IN_TURN = (("a", "b", "c", "d", "e", "f", "g", "h"), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
# "R1 That two oars be bought", "RECOMMENDATION 2: That the loft be let"
_CODED = re.compile(
    r"(?:R|Rec\.?|Recommendation(?: No\.?)?)\s?(?P<number>\d{1,2})\s?[:.–-]?\s+(?=[A-Z])", re.IGNORECASE
)
_INDENT = 12  # points, by which limbs of one list may differ
_WORDS = 4  # of a limb; where all of them have fewer they are the parts of a sentence
_INTERLUDE = 12  # words; a plain line between two limbs with fewer is a heading among them
# What comes after it is part of the resolution: "be refused for the following reasons:".
_IN_ONE = re.compile(
    r"\b(?:as follows|namely|(?:following|these) (?:[\w-]+ )?(?:reasons?|conditions?|grounds|terms"
    r"|amendments?|corrections?|changes|dates|payments|invoices|accounts)|subject to|provided(?: that)?"
    r"|on (?:the )?condition(?: that)?|conditional (?:up)?on"
    r"|with the (?:addition|inclusion|exception|omission|deletion) of)(?: ?\([^()]{3,200}\))?[\s:;.–—-]*$",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"\bas follows\s*:\s*$", re.IGNORECASE)
_ENTRY = re.compile(r"[A-Z\d][^.;:–—]{2,80}(?: [–—-]|:) [A-Z£€$\d][^;:–—]{1,100}")
# "That the following points should be put to the county." over a list
_FOLLOWING_BELOW = re.compile(
    r"\bthe following (?:[a-z-]+ ){1,3}(?:should|shall|will|would|to|are|is|be)\b[^.:;]{2,80}\.\s*$", re.IGNORECASE
)
_LEADS = 12  # words of a line that leads to limbs
# How a stem ends that its limbs go on from; other words make a sentence, even without a full stop.
_GOES_ON = re.compile(
    r"(?:[:;,–—-]|\b(?:that|to|the|an?|of|for|by|with|be|and|as|in|on|is|are|were|was|its|following|follows|below"
    r"|unanimously|(?<!chair of )(?<!chair of the )(?<!clerk to the )(?:council|committee|board|cabinet|members?"
    r"|councillors|panel|governors|trustees|group|forum|commission|authority|executive|senate|meeting)))\W*$",
    re.IGNORECASE,
)
# "Apply again. Action items:": a list of tasks, and no limbs, stands below; so it does below "Actions:" alone.
_TASKS = r"(?:[A-Z]\w+ )?(?:action|task|follow-?up|to-?do)s?(?: \w+){0,3}"
_ACTIONS_BELOW = re.compile(rf"(?<=\.)\s+{_TASKS}:\s*$", re.IGNORECASE)
_HEADS_ACTIONS = re.compile(rf"\W*{_TASKS}\s?:?\W*", re.IGNORECASE)
# "(5 for, 3 against)", "by 5 votes to 3": how it was decided what stands below
_COUNTED = re.compile(
    r"\(?(?:unanimous\w*|nem\.? ?con\.?|(?:on |by )?(?:an? |the )?(?:casting vote|majority|show of hands)[^().;]{0,40}"
    r"|(?:with |by )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: votes?| members?| councillors?)?(?: in favou?r| for| to|[–-])[^().;:]{0,60})\)?",
    re.IGNORECASE,
)
_SENTENCE = 3  # words; what has fewer is no sentence of its own
_FIRST = ("a", "i", "1")  # labels of the first limb
_SECOND = ("b", "ii", "2")
_LABELLED = re.compile(r"(?P<label>\(?[ai1][.)])\s+(?=\S)", re.IGNORECASE)
_TYPED = re.compile(r"(\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})[.)]|[•▪–—-])\s+(?=\S)")
_VOTING = re.compile(r"(?:voting|votes?)(?: record)?:?", re.IGNORECASE)  # over how they voted on each
_THAT = re.compile(r"(?:and )?that\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3}\.\d{1,3}\.?")
# Where the talk goes on in the paragraph of the last limb: "... in May. Cllr Orme reported that the oars were dry."
_TALK = re.compile(
    r"(?<=[a-z\d)]\.) (?=(?:The (?:Chair\w*|Clerk|Mayor|Reeve|Treasurer|Secretary)"
    r"|(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z][\w.’'-]+ ?){1,3}) ?(?:also |then )?"
    r"(?:reported|said|thanked|asked|explained|advised|informed|stated|told|mentioned|welcomed|congratulated|added)\b)"
)
_ASKED_TO = re.compile(r"\b(?:was|were|is|are) (?:asked|invited|requested) to\b", re.IGNORECASE)
_LEADS_TO_CLAUSES = re.compile(r"\b(?:that|to)\s?:[\s–—-]*$", re.IGNORECASE)  # "RESOLVED THAT:"
_PARTS = re.compile(r";(?: and)?$")
_LEADS_ON = re.compile(r"(?:;|[;,] and)\s*$")
_TRAILING = re.compile(r"(?:[;,]\s*(?:and|or)?|\s+and)\s*$")


@dataclass(frozen=True)
class Limb:
    """One limb, less its label; `stem` is what it follows on from, null for a resolution in one piece."""

    start: int
    end: int
    stem: tuple[int, int] | None = None


def limbs_of(document: Document, start: int, index: int, stop: int) -> list[Limb]:
    """The limbs of the resolution whose words begin at `start` in block `index`; none reaches beyond `stop`.

    A resolution without limbs is one limb.
    """
    block = document.blocks[index]
    end = min(block.end, stop)
    inline = _inline(document.text[start:end])
    if inline and _IN_ONE.search(document.text[start : start + inline[0][0]]):
        return [Limb(start, end)]
    if inline:
        stem = (start, start + inline[0][0]) if inline[0][0] else None
        limbs = [Limb(start + at, start + _trimmed(document.text[start:end], to), stem) for _, at, to in inline]
        return [*limbs, *_further(document, index, stop, document.text[start + inline[-1][0] : end], stem)]
    if below := _ACTIONS_BELOW.search(document.text, start, end):
        return [Limb(start, below.start())]
    if opened := _opened(document, start, end, index, stop):
        return opened
    if document.text[start:end].rstrip().endswith((":", "–", "—", "-")) and (
        coded := _coded_below(document, index, stop, (block.start, end))
    ):
        return coded
    rest = document.text[start:end].strip(" :–—-")
    counted = _COUNTED.fullmatch(rest) is not None
    if _IN_ONE.search(rest) or _FOLLOWING_BELOW.search(document.text, start, end):
        entries = _following(document, index, stop, (block.start, end), open_stem=False)
        entries = entries or _entries_below(document, index, stop)
        if entries:
            return [Limb(start, entries[-1].end)]
    if len(rest.split()) <= 25 and not rest.endswith((".", ";", "; and")):
        whole = len(rest.split()) >= _SENTENCE and not counted and not _GOES_ON.search(document.text[start:end])
        if whole and not _first_below(document, index, stop):
            return [Limb(start, end)]
        limbs = _following(document, index, stop, (block.start, end), open_stem=len(rest.split()) <= _LEADS)
        if limbs:
            return limbs
    return [Limb(start, end)] if rest else []


def _entries_below(document: Document, index: int, stop: int) -> list[Limb]:
    """The lines "Mill Committee – Cllrs Orme and Keld" below block `index`: none, or two and more."""
    if not _AS_FOLLOWS.search(document.text, document.blocks[index].start, document.blocks[index].end):
        return []
    below = (block for block in document.blocks[index + 1 :] if not block.furniture)
    lines = takewhile(
        lambda b: b.start < stop and b.kind == "paragraph" and bool(_ENTRY.fullmatch(document.text, b.start, b.end)),
        below,
    )
    limbs = [Limb(block.start, block.end) for block in lines]
    return limbs if len(limbs) > 1 else []


def _coded_below(document: Document, index: int, stop: int, stem: tuple[int, int] | None) -> list[Limb]:
    """The paragraphs below block `index` that begin "R1 That ...", "R2 That ...": none, or two and more."""
    limbs: list[Limb] = []
    last = 0
    for block in document.blocks[index + 1 :]:
        if block.furniture or block.kind == "note":
            continue
        coded = _CODED.match(document.text, block.start, block.end) if block.start < stop else None
        if not coded or int(coded["number"]) <= last:
            break
        last = int(coded["number"])
        said = document.text[block.start : block.end]
        limbs.append(Limb(coded.end(), block.start + _trimmed(said, len(said)), stem))
    return limbs if len(limbs) > 1 else []


def coded_above(document: Document, index: int, low: int) -> list[Limb]:
    """The paragraphs right above block `index` that begin so, and not above `low`: none, or two and more."""
    first = index
    while first and (above := document.blocks[first - 1]).start >= low:
        if not (above.furniture or _CODED.match(document.text, above.start, above.end)):
            break
        first -= 1
    return _coded_below(document, first - 1, document.blocks[index].start, None) if first < index else []


def _opened(document: Document, start: int, end: int, index: int, stop: int) -> list[Limb]:
    """The limbs of which the first stands on the line of the marker, "AGREED: (i) ...", and the others below it."""
    first = _LABELLED.match(document.text, start, end)
    below = next((b for b in document.blocks[index + 1 :] if not b.furniture), None) if first else None
    if not first or not below or below.start >= stop or not below.label:
        return []
    if below.label.strip("().:").casefold() not in _SECOND or label_kind(below.label) != label_kind(first["label"]):
        return []
    stem = (document.blocks[index].start, first.start("label"))
    rest = _following(document, index, stop, stem, open_stem=False)
    return [Limb(first.end(), start + _trimmed(document.text[start:end], end - start), stem), *rest]


def _further(document: Document, index: int, stop: int, last: str, stem: tuple[int, int] | None) -> Iterator[Limb]:
    """The limbs in blocks of their own with which a paragraph of limbs goes on: "(3) ...; and" over "(4) ..."."""
    labelled = _INLINE.match(last)
    label = labelled["label"].casefold() if labelled else ""
    for block in document.blocks[index + 1 :] if label and _LEADS_ON.search(last) else ():
        if block.furniture or block.kind == "note":
            continue
        own = (block.label or "").strip("().").casefold()
        if block.start >= stop or not own or own != _next_label(label) or not _LEADS_ON.search(last):
            return
        label, last = own, document.text[block.start : block.end]
        yield Limb(content_start(document, block), block.start + _trimmed(last, len(last)), stem)


def _next_label(label: str) -> str:
    """The label after one: "4" after "3", "c" after "b"; of Roman numerals none."""
    if label.isdigit():
        return str(int(label) + 1)
    return chr(ord(label) + 1) if len(label) == 1 and label not in "ivx" else ""


def _inline(text: str) -> list[tuple[int, int, int]]:
    """Label start, text start and end of labelled limbs inside one paragraph: two or more, in order."""
    found = list(_INLINE.finditer(text)) or _dotted(text)
    first = next((m for m in found if m["label"].lower() in ("a", "i", "1")), None)
    if not first:
        return []
    kind = label_kind(first["label"])
    labels = [m for m in found if m.start() >= first.start() and label_kind(m["label"], kind) == kind]
    if len(labels) < 2:
        return []
    ends = [m.start() for m in labels[1:]] + [len(text)]
    if all(len(text[m.end() : end].split()) < _WORDS for m, end in zip(labels, ends, strict=True)):
        return []  # "funds for (a) travel, (b) books and (c) desks"
    return [(m.start(), m.end(), end) for m, end in zip(labels, ends, strict=True)]


def _dotted(text: str) -> list[re.Match[str]]:
    """Numbers with a stop that count from one on: "Cabinet: 1. noted the report 2. agreed the fees", as in a cell."""
    found = list(_DOTTED.finditer(text))
    counted = [int(match["label"]) for match in found] == [*range(1, len(found) + 1)]
    opens = found and (not text[: found[0].start()].strip() or text[: found[0].start()].rstrip().endswith(":"))
    return found if counted and opens else _lettered(text)


def _lettered(text: str) -> list[re.Match[str]]:
    """Letters or Roman numerals with a stop that count from the first on, each after the end of the one before."""
    found = list(_LETTERED.finditer(text))
    labels = tuple(match["label"] for match in found)
    if len(found) < 2 or labels not in (counts[: len(labels)] for counts in _IN_TURN):
        return []
    opens = not text[: found[0].start()].strip()
    ends = (text[: match.start()].rstrip() for match in found[1:])
    return found if all(_PARTS.search(end) or (opens and end.endswith(".")) for end in ends) else []


def _following(document: Document, index: int, stop: int, stem: tuple[int, int], *, open_stem: bool) -> list[Limb]:
    """Limbs that stand in blocks of their own after the stem."""
    limbs: list[list[int]] = []
    own = document.blocks[index]
    first: Block | None = None  # whose label and indent tell a limb from a part of one
    leads = False  # whether the last limb leads to a list of its own
    for number in range(index + 1, len(document.blocks)):
        block = document.blocks[number]
        if block.start >= stop:
            break
        if block.furniture or block.kind == "note":
            continue
        if block.kind == "table_row":
            if not limbs and own.kind == "table_row" and own.table == block.table:
                return _in_rows(document, number, stop, stem)
            break
        if block.label:
            if first is None and _is_next_to(block, own):
                break
            if limbs and document.text[block.start : block.end].strip() == block.label:
                break  # the number of the next item, on a line of its own
            first = first or block
            if _is_alike(block, first) and not (limbs and _is_next_to(block, own, first)):
                limbs.append([content_start(document, block), block.end])
                leads = document.text.endswith(":", block.start, block.end)  # "1) To close these actions:"
            elif limbs and (leads or _is_within(block, first, own)):
                limbs[-1][1] = block.end
            else:
                break
        elif leads and document.text[block.start] in '“"':
            limbs[-1][1] = block.end  # "with this condition:", and the words of that
        elif not limbs:
            if open_stem and (whole := _with_reasons(document, number, stop, stem)):
                return whole
            if open_stem and not _limbs_ahead(document, number, stop):
                return _plain(document, number, stop, stem)
            if not open_stem:
                break
            said = document.text[block.start : block.end]
            if said.endswith(":") and len(said.split()) <= _LEADS:
                stem = (block.start, block.end)  # "That the Council be recommended:" below "Decision"
        elif not interlude(document, number, label_kind(first.label or "") if first else "", stop):
            break
    if limbs and document.text.startswith("that ", limbs[-1][0]) and (talk := _TALK.search(document.text, *limbs[-1])):
        limbs[-1][1] = talk.start()
    if limbs and first and _is_first(first) and limbs[0][1] == first.end:
        limbs[:1] = _on_one_line(document, first) or limbs[:1]
    return [Limb(a, a + _trimmed(document.text[a:b], b - a), stem) for a, b in limbs]


def _in_rows(document: Document, number: int, stop: int, stem: tuple[int, int]) -> list[Limb]:
    """The limbs in rows of their own, as in a table that only puts what was said beside the numbers of the items."""
    lines = takewhile(lambda line: line[2], _lines(document, number, stop))
    return [Limb(a, a + _trimmed(document.text[a:b], b - a), stem) for a, b, _ in lines]


def _on_one_line(document: Document, block: Block) -> list[list[int]]:
    """The limbs of a block that begins with the first, "(a) that ...; (b) that ..."; none if that is alone."""
    text = document.text[block.start : block.end]
    limbs = _inline(text)
    if not limbs or limbs[0][0] or text[slice(*limbs[1][:2])].strip(" ().").casefold() not in _SECOND:
        return []
    return [[block.start + start, block.start + end] for _, start, end in limbs]


def _with_reasons(document: Document, number: int, stop: int, stem: tuple[int, int]) -> list[Limb]:
    """A resolution below its stem with the list that is part of it: "That it be refused for the following reasons:"."""
    block = document.blocks[number]
    if not _IN_ONE.search(document.text, block.start, block.end):
        return []
    entries = _following(document, number, stop, stem, open_stem=False)
    return [Limb(content_start(document, block), entries[-1].end, stem)] if entries else []


def _is_next_to(block: Block, own: Block, first: Block | None = None) -> bool:
    """Whether a block is the next of the list that the decision itself stands in."""
    kind = label_kind((first or block).label or "")
    return bool(own.label) and kind == label_kind(own.label or "") and block.indent == own.indent


def _is_alike(block: Block, first: Block) -> bool:
    """Whether a block has the kind of label that the first limb has, and is indented like it."""
    kind = label_kind(first.label or "")
    level = first.indent is None or block.indent is None or abs(block.indent - first.indent) < _INDENT
    return label_kind(block.label or "", kind) == kind and level


def _is_within(block: Block, first: Block, own: Block) -> bool:
    """Whether a block is a limb's own limb."""
    kind = label_kind(block.label or "", label_kind(first.label or ""))
    if _NUMBERED.fullmatch((block.label or "").strip()) and kind != label_kind(first.label or ""):
        return False  # "4.6" is the next paragraph of the item, and no part of "(c)"
    return (block.indent or 0) >= (first.indent or 0) and kind != label_kind(own.label or "")


def _first_below(document: Document, index: int, stop: int) -> bool:
    """Whether the next block is the first of some limbs: "(a)", "i." or "1."."""
    block = next((b for b in document.blocks[index + 1 :] if not b.furniture), None)
    return bool(block and block.start < stop and _is_first(block))


def _is_first(block: Block) -> bool:
    return bool(block.label) and (block.label or "").strip("().:").casefold() in _FIRST


def _limbs_ahead(document: Document, number: int, stop: int) -> bool:
    """Whether the first of some limbs comes within the next few blocks: what stands before it still is the stem."""
    for block in document.blocks[number : number + 4]:
        if block.start >= stop or block.kind == "heading":
            return False
        if _is_first(block):
            return True
    return False


def limbs_in_turn(document: Document, index: int, stop: int) -> list[Limb]:
    """The paragraphs from block `index` on that each begin "That" or "And that": none, or two and more."""
    limbs: list[Limb] = []
    for block in document.blocks[index:]:
        text = document.text[block.start : block.end]
        if block.start >= stop or not _THAT.match(text):
            break
        limbs.append(Limb(block.start, block.start + _trimmed(text, len(text))))
    return limbs if len(limbs) > 1 else []


def limbs_listed(document: Document, index: int, stop: int) -> list[Limb]:
    """The entries "1.", "2." of a list from block `index` on, be it below "That the Council:"; none, or two and more.

    The lines of a motion may stand in the rows of a table, one in each.
    """
    limbs: list[list[int]] = []
    stem: tuple[int, int] | None = None
    first = ""  # label
    for start, end, label in _lines(document, index, stop):
        if not limbs and not stem and not label and document.text[start:end].endswith(":"):
            stem = (start, end)
        elif label and (limbs or label.strip("().").casefold() in _FIRST):
            first = first or label
            if label_kind(label, label_kind(first)) == label_kind(first):
                limbs.append([start, end])
            else:
                limbs[-1][1] = end
        else:
            break
    told = [Limb(a, a + _trimmed(document.text[a:b], b - a), stem) for a, b in limbs]
    return told if len(told) > 1 else []


def _lines(document: Document, index: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Where the lines from block `index` on begin after their labels and end, and these, as far as they are text."""
    for at in range(index, len(document.blocks)):  # a slice is costly for every motion
        block = document.blocks[at]
        if block.start >= stop or block.kind == "heading":
            return
        if block.furniture or block.kind == "note":
            continue
        cells = [cell for cell in block.cells if document.text[slice(*cell)].strip()]
        if block.kind != "table_row":
            yield content_start(document, block), block.end, block.label or ""
        elif len(cells) == 1:
            typed = _TYPED.match(document.text, *cells[0])
            yield typed.end() if typed else cells[0][0], cells[0][1], typed[1] if typed else ""
        else:
            return


def _plain(document: Document, number: int, stop: int, stem: tuple[int, int]) -> list[Limb]:
    """Paragraphs without labels after a stem that stands alone: one, and those that go on in the same manner."""
    limbs: list[Limb] = []
    clauses = bool(_LEADS_TO_CLAUSES.search(document.text, *stem))
    for block in document.blocks[number:]:
        text = document.text[block.start : block.end]
        if block.start >= stop or block.furniture or block.kind not in ("paragraph", "list_item"):
            break
        first = document.text[limbs[0].start : limbs[0].end].split()[0] if limbs else ""
        # "Members note ..." and below it "Members support ..." go on in one manner, and so do clauses below "THAT:".
        alike = re.match(r"(?:That|To|And that)\b", text) or text.startswith(f"{first} ")
        if limbs and not alike and not (clauses and text[:1].islower()):
            break
        limbs.append(Limb(content_start(document, block), block.start + _trimmed(text, len(text)), stem))
    return limbs


def interlude(document: Document, number: int, kind: str, stop: int) -> bool:
    """Whether an unlabelled line, or two, only head the limbs that go on after them."""
    for block in [b for b in document.blocks[number : number + 4] if not b.furniture][:3]:
        text = document.text[block.start : block.end].strip()
        if block.start >= stop or block.kind == "heading" or _VOTING.fullmatch(text) or _HEADS_ACTIONS.fullmatch(text):
            return False
        if block.label:
            return block.start > document.blocks[number].start and label_kind(block.label, kind) == kind
        if len(text.split()) > _INTERLUDE and (kind == "bullet" or not text.endswith(":")):
            return False  # "We thought of two more things:" leads to points of its own
    return False


def label_kind(label: str, among: str | None = None) -> str:
    """Letter, roman, number or bullet, with its punctuation; `among` settles what "i" is."""
    bare = label.strip("().:[]")
    around = "()" if label.startswith("(") else ")" if ")" in label else "."
    if bare.isdigit() or re.fullmatch(r"\d+(?:\.\d+)+", bare):
        return "number" + around
    if re.fullmatch(r"[ivx]+", bare, re.IGNORECASE) and not (among or "").startswith("letter"):
        return "roman" + around
    return (
        "letter" + around
        if bare.isalpha() and label != "o" and len(bare) == 1
        else "bullet"
        if not bare.isalnum() or label == "o"
        else "roman" + around
    )


def _trimmed(text: str, end: int) -> int:
    """Where a limb ends, less a closing semicolon, comma or "and"."""
    return len(_TRAILING.sub("", text[:end].rstrip()))


def sentence_before(found: Findings, sentence: Sentence, since: int) -> Sentence | None:
    """The sentence before one in its paragraph, unless a decision has been made of it."""
    index = bisect_left(found.starts, sentence.start) - 1
    before = found.sentences[index] if index >= 0 else sentence
    told = since <= before.start < sentence.start and before.block == sentence.block
    return before if told and not _ASKED_TO.search(found.document.text, before.start, before.end) else None
