"""Decisions set in tables: a column of outcomes, a row labelled "Decision", a motion with its movers and its votes."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from extract.people.words import is_role
from minutes.model import Block, Votes

_LABELS = {
    "motion": r"(?:text of )?(?:the )?motion|proposal|proposed resolution",
    "mover": r"(?:moved|proposed|proposal|motion)(?: by)?|mover|proposer",
    "seconder": r"(?:seconded|second)(?: by)?|seconder",
    "movers": r"(?:moved|mover|proposed|proposer)(?: by)? ?(?:/|&|and) ?(?:seconded|seconder)(?: by)?",
    "for": r"(?:votes )?for|in favou?r|ayes?|yes|yeas?",
    "against": r"(?:votes )?against|opposed|nays?|noes|no",
    "abstain": r"abstain(?:ed|ing)?|abstentions?|abst",
    "decision": r"(?:committee |board |council )?(?:decisions?|resolutions?)(?: (?:taken|made|reached))?|outcomes?"
    r"|resolved|agreed|conclusions?|(?:decisions?|outcomes?|resolutions?) ?(?:/|and|&) ?(?:decisions?|outcomes?"
    r"|resolutions?|conclusions?)",
    "result": r"results?|verdict|vote(?: count)?|carried\??",
    "recommendation": r"(?:officers?[’']? |staff )?recommend(?:ations?|ed(?: (?:motion|resolution|decision|action))?)",
    "item": r"(?:agenda )?(?:items?|topics?|subjects?|matters?|business|minute)(?: (?:no|number|title))?",
    "talk": r"discussions?|summary|(?:key )?points?(?: discussed| raised)?|notes|background|minutes?|details?",
}
_FIELDS = {name: re.compile(words, re.IGNORECASE) for name, words in _LABELS.items()}
# Columns of other tables: of actions, applications, risks and indicators, whose outcomes are none of the meeting's.
_OTHERS = re.compile(
    r"owner|lead|due(?: date)?|deadline|by (?:when|whom)|status|progress|rag|target|indicator|measure|risk|applicant"
    r"|application(?: (?:no|number|ref\w*))?|ref(?:erence)?|proposal|location|address|date",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:none|nil|n/?a|no decisions?\b.*|for (?:information|discussion|noting)|tb[acd]|yes|no|key|non-key)?\W*",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:approv|agree|adopt|accept|noted?\b|receiv|endors|ratif|resolv|recommend|defer|refus|reject|support|confirm"
    r"|carried|decided|elect|appoint|no objection|grant|withdrawn|delegat|authori)|^(?:that|to) [a-z]",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|defeated|fail(?:s|ed)|rejected|not (?:carried|passed|approved))\b", re.IGNORECASE)
# What became of a recommendation, in the cell beside it
_AS_RECOMMENDED = re.compile(
    r"(?:(?:yes|all|unanimously)[,:]? )?(?:agreed|approved|accepted|adopted|carried|passed|resolved|endorsed|supported"
    r"|(?P<lost>not (?:agreed|approved|accepted|adopted|supported|carried)|rejected|refused|lost|declined))"
    r"(?: unanimously| as recommended|,? \(?(?:unanimous(?:ly)?|nem\.? ?con|\d{1,2} ?(?:[–-]|votes?|for|to))\b"
    r"[^.]{0,40})?\.?",
    re.IGNORECASE,
)
# The column of a table of grants that says what each applicant asked for, and what is said of one in its last column
_ASKED_FOR = re.compile(
    r"(?:(?:amount|sum|grant|funding|value)s? )?(?:asked for|applied for|requested|sought)(?: ?\(?£\)?)?"
    r"|(?:amount|sum|grant|funding) of request",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"[£€]\s?\d|\bturned down\b|\bin full\b|\bheld over\b", re.IGNORECASE)
_NOT_GIVEN = re.compile(
    r"\b(?:turned down|refused|declined|rejected|unsuccessful|not (?:granted|approved|awarded|supported))\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[A-Za-z]{3}")  # what a row is about, and not its number or a sum
# Labels of a box that tells what was decided below what was said, and who is to do what.
_BOXES = re.compile(r"decisions?(?: taken| made)?|actions?(?: points?)?|to[ -]?do|next steps?", re.IGNORECASE)
_TWO = re.compile(r"(?P<mover>[^/&,;\n]{2,40}?)(?: ?[/&,;\n] ?| and )(?P<seconder>[^/&,;\n]{2,40})")
_STOP = re.compile(r"(?<=[\w)]{2})[.!?]\s+(?=[A-Z])")
_LABEL = 40  # characters over a table of votes
_TO_BE = re.compile(r"\b(?:to be|be|is to|are to) \w+|^to [a-z]", re.IGNORECASE)


class Tabled(NamedTuple):
    """What a table tells was decided; `within` is where the verdict and the votes stand that belong to it.

    It is `above` the table where that says no more than what became of it.
    """

    limb: Limb
    motion: Motion
    lost: bool
    within: tuple[int, int]
    above: bool = False


def tabled(found: Findings) -> Iterator[Tabled]:
    """The decisions that the tables of minutes tell by how they are set."""
    rows = [block for block in found.document.blocks if block.kind == "table_row" and not block.furniture]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        heads = _fields(found, table[0])
        if (votes := _votes_alone(found, table, heads)) and _below_decision(found, table[0].start):
            yield Tabled(
                Limb(table[0].start, table[-1].end), Motion(votes=votes), False, (table[0].start, table[-1].end), True
            )
            continue
        if "motion" in heads and {"decision", "result", "for", "mover"} & heads.keys():
            yield from (_motion(found, heads, row) for row in table[1:] if len(row.cells) > max(heads.values()))
        elif "decision" in heads and {"item", "talk"} & heads.keys() and not _is_other(found, table[0]):
            yield from _column(found, table[1:], heads["decision"])
        elif heads.keys() >= {"recommendation", "decision"} and not _is_other(found, table[0]):
            yield from _recommended(found, table[1:], heads)
        elif (told := heads.get("decision", heads.get("result"))) is not None and _is_of_grants(found, table[0]):
            yield from _grants(found, table[1:], told)
        elif told is not None and (verdicts := _verdicts(found, table, told)):
            yield from verdicts
        else:
            yield from _labelled(found, table)


def _votes_alone(found: Findings, table: list[Block], heads: dict[str, int]) -> Votes | None:
    """The counts in a table of nothing else, in a row below their heads or each beside its label; else null."""
    if len(table) == 2 and len(heads) == len(table[0].cells) == len(table[1].cells):
        told = {name: _texts(found, table[1])[at] for name, at in heads.items()}
    elif all(len(row.cells) == 2 for row in table):
        told = {_field(label) or label: count for label, count in (_texts(found, row) for row in table)}
    else:
        return None
    if not {"for", "against"} <= told.keys() <= {"for", "against", "abstain"}:
        return None
    if not all(count.isdigit() for count in told.values()):
        return None
    return Votes(
        for_=int(told["for"]), against=int(told["against"]), abstain=int(told["abstain"]) if "abstain" in told else None
    )


def _below_decision(found: Findings, offset: int) -> bool:
    """Whether nothing but a label, "The vote was as follows:", parts a table from the decision above it."""
    ends = max((each.citation.end for each in found.decisions if each.citation.end <= offset), default=None)
    return ends is not None and len(found.document.text[ends:offset].strip(" .\n")) <= _LABEL


def _texts(found: Findings, row: Block) -> list[str]:
    return [found.document.text[start:end].strip(" :.\n") for start, end in row.cells]


def _fields(found: Findings, row: Block) -> dict[str, int]:
    """Which cell of a row holds which label."""
    fields: dict[str, int] = {}
    for index, text in enumerate(_texts(found, row)):
        name = next((name for name, words in _FIELDS.items() if name not in fields and words.fullmatch(text)), None)
        if name:
            fields[name] = index
    return fields


def _is_other(found: Findings, row: Block) -> bool:
    return any(_OTHERS.fullmatch(text) for text in _texts(found, row))


def _motion(found: Findings, heads: dict[str, int], row: Block) -> Tabled:
    """A motion in a row, below the heads of its columns."""
    told = {name: _texts(found, row)[index] for name, index in heads.items()}
    return _put(row.cells[heads["motion"]], told, (row.start, row.end))


def _put(cell: tuple[int, int], told: dict[str, str], within: tuple[int, int]) -> Tabled:
    sides = ", ".join(f"{side}: {told[side]}" for side in ("for", "against", "abstain") if told.get(side, "").isdigit())
    result = told.get("result", "") or told.get("decision", "")
    if both := _TWO.fullmatch(told.get("movers", "")):
        told = {**told, "mover": both["mover"], "seconder": both["seconder"]}
    motion = Motion(_whom(told, "mover"), _whom(told, "seconder"), votes_in(sides) or votes_in(result))
    return Tabled(Limb(*cell), motion, bool(_LOST.search(result)), within)


def _whom(told: dict[str, str], field: str) -> str | None:
    """Who moved or seconded, without what they are: "Una Keld, Director, Ward 2"."""
    name, _, rest = told.get(field, "").partition(", ")
    return (name if rest and is_role(rest.split(",")[0]) else told.get(field)) or None


def _column(found: Findings, rows: list[Block], at: int) -> Iterator[Tabled]:
    """The cells of a column of outcomes."""
    for row in rows:
        cell = row.cells[at] if at < len(row.cells) else (row.end, row.end)
        text = found.document.text[slice(*cell)].strip()
        if not _NOTHING.fullmatch(text) and _TELLS.search(text):
            yield Tabled(Limb(*cell), Motion(), False, cell)


def _recommended(found: Findings, rows: list[Block], heads: dict[str, int]) -> Iterator[Tabled]:
    """What was recommended with "Agreed" or "Refused" beside it, or else what stands there was decided instead."""
    for row in rows:
        if len(row.cells) <= max(heads.values()):
            continue
        asked, answer = row.cells[heads["recommendation"]], row.cells[heads["decision"]]
        text = found.document.text[slice(*answer)].strip()
        if verdict := _AS_RECOMMENDED.fullmatch(text):
            if asked[0] < asked[1]:
                motion = Motion(votes=votes_in(text))
                yield Tabled(Limb(*asked), motion, bool(verdict["lost"]), (row.start, row.end))
        elif len(text.split()) > 1 and not _NOTHING.fullmatch(text) and _TELLS.search(text):
            yield Tabled(Limb(*answer), Motion(votes=votes_in(text)), False, (row.start, row.end))


def _verdicts(found: Findings, table: list[Block], at: int) -> list[Tabled]:
    """What was put in each row, where the column of the votes holds a verdict in every one: "Lamps | Approved"."""
    put = []
    for row in table[1:]:
        texts = _texts(found, row)
        verdict = _AS_RECOMMENDED.fullmatch(texts[at]) if at < len(texts) else None
        named = next((n for n, text in enumerate(texts) if n != at and _NAMES.search(text)), None)
        if verdict is None or named is None:
            return []
        votes = votes_in(texts[at])
        put.append(Tabled(Limb(*row.cells[named]), Motion(votes=votes), bool(verdict["lost"]), (row.start, row.end)))
    return put if len(put) > 1 and not _is_other(found, table[0]) else []


def _is_of_grants(found: Findings, row: Block) -> bool:
    return any(_ASKED_FOR.fullmatch(text) for text in _texts(found, row))


def _grants(found: Findings, rows: list[Block], at: int) -> Iterator[Tabled]:
    """What each applicant was given, in any words: "£300, if the owner signs", "Granted in full"."""
    for row in rows:
        cell = row.cells[at] if at < len(row.cells) else (row.end, row.end)
        text = found.document.text[slice(*cell)].strip()
        if text and not _NOTHING.fullmatch(text) and (_GIVEN.search(text) or _TELLS.search(text)):
            yield Tabled(Limb(*cell), Motion(votes=votes_in(text)), bool(_NOT_GIVEN.search(text)), cell)


def _labelled(found: Findings, table: list[Block]) -> Iterator[Tabled]:
    """Rows whose first cell says what the second holds: "Motion | ...", "Moved | ...", or "Decision | ..."."""
    if put := _decided_in_rows(found, table):
        yield from put
        return
    labels = [(next(iter(_fields(found, row)), None), row) for row in table if len(row.cells) == 2]
    names = {name for name, _ in labels}
    if "motion" in names and {"mover", "result", "decision"} & names:
        first = next(row for name, row in labels if name == "motion")
        told = {name: _texts(found, row)[1] for name, row in labels if name and name != "motion"}
        yield _put(first.cells[1], told, (first.start, table[-1].end))
        return
    if {"result", "mover"} <= names:  # of the motion above the table
        result = next(row for name, row in labels if name == "result")
        told = {name: _texts(found, row)[1] for name, row in labels if name}
        yield _put(result.cells[1], told, (table[0].start, table[-1].end))._replace(above=True)
        return
    boxed = len(labels) == len(table) and all(_BOXES.fullmatch(_texts(found, row)[0]) for _, row in labels)
    for name, row in labels:
        if name == "decision" and names & {"item", "talk"} and row is not table[0]:
            yield from _column_cell(found, row)
        elif name == "decision" and boxed:
            yield from _sentences_in_box(found, row)


def _decided_in_rows(found: Findings, table: list[Block]) -> list[Tabled]:
    """Each decision in a box with the rows of its movers and its votes below it, or in cells beside each other."""
    text = found.document.text
    pairs = [
        pair for row in table if len(row.cells) % 2 == 0 for pair in zip(row.cells[::2], row.cells[1::2], strict=True)
    ]
    named = [(_field(text[slice(*label)].strip(" :.\n")), cell) for label, cell in pairs]
    decided = [at for at, (name, _) in enumerate(named) if name == "decision"]
    moved = {"mover", "seconder", "result", "for"} & {name for name, _ in named}
    if not decided or not moved or any(map(says_nothing, (text[slice(*named[at][1])] for at in decided))):
        return []
    put = []
    for at, after in pairwise([*decided, len(named)]):
        told = {name: text[slice(*cell)].strip(" :.\n") for name, cell in named[at + 1 : after] if name}
        if len(text[slice(*named[at][1])].split()) > 2:
            put.append(_put(named[at][1], told, (named[at][1][0], max(cell[1] for _, cell in named[at:after]))))
    return put


def _field(label: str) -> str | None:
    return next((name for name, words in _FIELDS.items() if words.fullmatch(label)), None)


def _sentences_in_box(found: Findings, row: Block) -> Iterator[Tabled]:
    """Each sentence beside the label "Decision" in a box that says what is to be or was decided, and not who moved."""
    start, end = row.cells[1]
    text = found.document.text
    ends = [stop.end() for stop in _STOP.finditer(text, start, end)]
    for first, last in pairwise([start, *ends, end]):
        last = first + len(text[first:last].rstrip())
        said = text[first:last]
        if len(said.split()) > 2 and (_TO_BE.search(said) or _TELLS.search(said)) and not is_mover_line(said):
            yield Tabled(Limb(first, last), Motion(), bool(_LOST.search(said)), (first, last))


def _column_cell(found: Findings, row: Block) -> Iterator[Tabled]:
    start, end = row.cells[1]
    text = found.document.text[start:end]
    if not _NOTHING.fullmatch(text) and (_TELLS.search(text) or len(text.split()) > 2):
        yield Tabled(Limb(start, end), Motion(), False, (start, end))
