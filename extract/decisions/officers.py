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
    r"|other|general) )*(?:officers?|officials|office[- ](?:bearers|holders)|committee|board|council|executive|trustees"
    r"|directors|members)\b.*)?"
    r"|(?:newly )?elected (?:officers|committee|board|officials)",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?!(?:Returning|Presiding|Outgoing|Retiring|Former|Past|Previous|Nominated)\b)[A-Z][\w’'/&-]*[- ]){0,4}"
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
_ONE_NAME = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]+")
# Of a list of those who stand, or who held office until now; it says who was elected nowhere.
_OTHERS = re.compile(
    r"\b(?:nominat\w+|nominees?|candidates?|standing for|stood for|outgoing|retiring|step(?:ping|ped) down"
    r"|postponed|deferred|will be elected|to be elected|no elections?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"elect|appoint|co-?opt|\bofficers\b|\bslate\b|\ben bloc\b|unopposed", re.IGNORECASE)
_SEVERAL = 2  # lines, by which a list of officers is known


def elected(found: Findings) -> Iterator[Limb]:
    """The lines of officers below such headings, where no decision there tells of the election."""
    told = [(decision.citation.start, decision.text) for decision in found.decisions]
    for item in found.items:
        if not _ELECTS.fullmatch(item.title.strip(" :.")):
            continue
        if any(item.citation.start <= at < item.end and _TOLD.search(text) for at, text in told):
            continue
        lines = list(_officers(found, item))
        if len(lines) >= _SEVERAL:
            yield from lines


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
        start, end = cells[0][0], cells[1][1]
        text = "\t".join(document.text[slice(*cell)].strip() for cell in cells)
    else:
        start = content_start(document, block)
        text = document.text[start : block.end].rstrip()
        end = start + len(text)
    return Limb(start, end) if _names_officer(text) else None


def _names_officer(text: str) -> bool:
    if (turned := _TURNED.fullmatch(text)) and not is_role(turned["name"]):
        return names_one(turned["name"])
    line = _LINE.fullmatch(text)
    if not line or not people_in(line["names"]):
        return False
    return is_list(line["names"], share=0.6) if line["gap"].strip(" ") else bool(_ONE_NAME.fullmatch(line["names"]))
