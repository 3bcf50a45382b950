"""Officers in lines below the heading of their election, an office and who holds it: "Treasurer – Tom Keld"."""

import re
from collections.abc import Iterator

from extract.attendance.naming import is_list, names_one
from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import is_role
from extract.text import content_start
from minutes.model import AgendaItem, Block, Document

_ELECTS = re.compile(
    r"(?:(?:annual|general|board|committee|council|officers?[’']?s?|executive) )?(?:re-?)?(?:elections?|appointments?)"
    r"(?: (?:and|&|/) (?:re-?)?(?:elections?|appointments?))?(?:\W+20\d\d\b.*"
    r"| (?:of|for) (?:(?:the|new|our|club|society|honorary|executive|board|committee|council|management|and|&|its|all"
    r"|other|general|(?-i:[A-Z]{2,6})) )*(?:officers?|officials|office[- ](?:bearers|holders)|committee|board|council"
    r"|executive|trustees|directors|members)\b.*)?"
    r"|(?:newly )?elected (?:officers|committee|board|officials)",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?!(?:Returning|Presiding|Outgoing|Retiring|Former|Past|Previous|Nominated)\b)[A-Z][\w’'/&-]*[- ]"
    r"(?:(?:and|&|of|for) )?){0,4}"
    r"(?i:(?:(?:vice|deputy|co)-)?(?:chair(?:man|woman|person)?|President|Secretary|Treasurer|Captain|Officer|Auditors?"
    r"|Examiner|Editor|Webmaster|Librarian|Archivist|Registrar|Steward|Conven[eo]r|Co-?ordinator|Marshal|Trustees?"
    r"|Members?|Rep(?:resentative)?s?|Manager|Organi[sz]er|Directors?|Warden|Clerk|Commodore|Quartermaster|Scribe"
    r"|Historian|Curator|Delegates?|Committee|Liaison|Custodian|Administrator|Governor|Recorder|Bursar))"
)
_LINE = re.compile(
    rf"(?P<office>{_OFFICE})(?P<gap>\s*(?:[:–—]|\s-|\.{{2,}}|…|\t)\s*|\s+)"
    r"(?P<names>[A-Z][^:;]{3,160}?)(?:\s*[(–—,-]+\s*(?:re-?)?(?:elected|appointed|unopposed|returned|continuing"
    r"|unanimous\w*)[^()]{0,20}\)?)?[.;,]?\s*"
)
# "Tom Keld, Treasurer"
_TURNED = re.compile(
    rf"(?P<name>(?:[A-Z][\w’'.-]* ){{1,3}}[A-Z][\w’'-]+)\s*(?:[,:]|\s[–—-])\s*{_OFFICE}"
    r"(?:\s*\([^()]{3,40}\))?[.;,]?\s*"
)
# "Tom Keld as Treasurer"
_AS = re.compile(rf"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'.-]*){{0,3}}) as (?:the |our )?{_OFFICE}[.;,]?\s*")
_HEADS_NAMES = re.compile(rf"{_OFFICE}:\s*")  # "Members:", over their names
# A line over them that tells of the vote: "Your new committee are:", "The motions were carried unanimously"
_LEADS = re.compile(
    r"(?!.*\b(?:swear|sworn|oath|welcom\w*|install\w*|certif\w*|outgoing|retiring"
    r"|nominat\w+ (?:were|was|received))\b)"
    r"(?:.*\b(?:newly elected|new (?:committee|board|officers|executive|council|trustees|directors)"
    r"|(?:was|were|are|been) (?:(?:all|duly|unanimously|hereby) )*(?:re-?)?elected|vot(?:e|ing) results?"
    r"|results? of (?:the )?(?:votes?|elections?|ballots?)|election results?)\b[^.]*:"
    r"|.*\b(?:motions|votes|nominations|slate)\b.{0,80}\b(?:carried|passed|approved|unanimous\w*)\b[^.]*\.?:?)",
    re.IGNORECASE,
)
_CELL_LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})[.)]\s+(?=[A-Z])")  # "(b) Treasurer" in a row
_LINE_LENGTH = 200  # characters
_MAY_LEAD = ("elected", "new ", "result", "carried", "passed", "approved", "unanimous")  # one of which it holds
_ONE_NAME = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]+")
# Of a list of those who stand, or who held office until now; it says who was elected nowhere.
_OTHERS = re.compile(
    r"\b(?:nominat\w+|nominees?|candidates?|standing for|stood for|outgoing|retiring|step(?:ping|ped) down"
    r"|postponed|deferred|will be elected|to be elected|no elections?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"elect|appoint|co-?opt|\bofficers\b|\bslate\b|\ben bloc\b|unopposed", re.IGNORECASE)
# "Nominee: Tom Keld. Tom Keld accepted."
_ACCEPTED = re.compile(r"\bNominees?: (?P<who>[A-Z][^.:;\n]{3,80})\. (?P=who),? (?:has |have )?accepted\b\.?")
_SEVERAL = 2  # lines, by which a list of officers is known


def elected(found: Findings) -> Iterator[tuple[Limb, tuple[int, int]]]:
    """The lines of officers below such headings or lines, where no decision there tells of the election.

    Each with the place of a line over them that tells of the vote, and of nothing else.
    """
    told = [(each.citation.start, f"{each.stem or ''} {each.text}") for each in found.decisions]
    led = list(_led(found))
    yield from led
    for each in _ACCEPTED.finditer(found.document.text):
        if not any(each.start() <= at < each.end() for at, _ in told):
            yield Limb(each.start(), each.end()), (each.start(), each.start())
    for item in found.items:
        if not _ELECTS.fullmatch(item.title.strip(" :.")):
            continue
        if any(item.citation.start <= at < item.end and _TOLD.search(text) for at, text in told):
            continue
        lines = list(_officers(found, item))
        if len(lines) >= _SEVERAL and not any(item.citation.start <= limb.start < item.end for limb, _ in led):
            yield from ((limb, (limb.start, limb.start)) for limb in lines)


def _led(found: Findings) -> Iterator[tuple[Limb, tuple[int, int]]]:
    """The lines of officers right below a line that tells of the vote on them all."""
    document = found.document
    blocks = [block for block in document.blocks if not block.furniture]
    taken = [(decision.citation.start, decision.citation.end) for decision in found.decisions]
    for index, over in enumerate(blocks):
        if over.kind in ("heading", "note", "table_row") or over.end - over.start > _LINE_LENGTH:
            continue
        text = document.text[content_start(document, over) : over.end].strip()
        small = text.casefold()
        if not (any(word in small for word in _MAY_LEAD) and _LEADS.fullmatch(text)):
            continue
        lines = list(_run(document, blocks, index + 1))
        low, high = (lines[0].start, lines[-1].end) if lines else (over.end, over.end)
        if len(lines) >= _SEVERAL and not any(start < high and low < end for start, end in taken):
            yield from ((limb, (over.start, over.end)) for limb in lines)


def _run(document: Document, blocks: list[Block], index: int) -> Iterator[Limb]:
    """The lines of officers one below the other; the names below an office alone belong to it."""
    while index < len(blocks):
        block = blocks[index]
        limb, index = _officer(document, block), index + 1
        if limb is None and _HEADS_NAMES.fullmatch(document.text, content_start(document, block), block.end):
            end = block.end
            while index < len(blocks) and blocks[index].kind == "list_item" and _is_name(document, blocks[index]):
                end, index = blocks[index].end, index + 1
            limb = Limb(content_start(document, block), end) if end > block.end else None
        if limb is None:
            return
        yield limb


def _is_name(document: Document, block: Block) -> bool:
    return names_one(document.text[content_start(document, block) : block.end].strip())


def _officers(found: Findings, item: AgendaItem) -> Iterator[Limb]:
    """The lines right below a heading that name an office and somebody; none where another line tells of candidates."""
    document = found.document
    blocks = [b for b in document.blocks_between(item.citation.end + 1, item.end) if not b.furniture]
    limbs = [_officer(document, block) for block in blocks]
    rest = " ".join(document.text[b.start : b.end] for b, limb in zip(blocks, limbs, strict=True) if limb is None)
    if not _OTHERS.search(rest):
        yield from filter(None, limbs)


def _officer(document: Document, block: Block) -> Limb | None:
    """The office and who was elected to it, as a line or a row of two cells tells, or null."""
    if block.kind == "table_row":
        cells = [cell for cell in block.cells if document.text[slice(*cell)].strip()]
        if len(cells) != 2:
            return None
        labelled = _CELL_LABEL.match(document.text, *cells[0])
        start, end = labelled.end() if labelled else cells[0][0], cells[1][1]
        text = f"{document.text[start : cells[0][1]].strip()}\t{document.text[slice(*cells[1])].strip()}"
    else:
        start = content_start(document, block)
        text = document.text[start : block.end].rstrip()
        end = start + len(text)
    return Limb(start, end) if _names_officer(text) else None


def _names_officer(text: str) -> bool:
    if appointed := _AS.fullmatch(text):
        return not is_role(appointed["name"])
    if (turned := _TURNED.fullmatch(text)) and not is_role(turned["name"]):
        return names_one(turned["name"])
    line = _LINE.fullmatch(text)
    if not line or not people_in(line["names"]):
        return False
    return is_list(line["names"], share=0.6) if line["gap"].strip(" ") else bool(_ONE_NAME.fullmatch(line["names"]))
