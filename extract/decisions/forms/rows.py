"""Applications in tables: what the last column says was made of the one that its row begins with."""

import re

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import Sentence

# The number of an application, and the column that says what was made of it.
_REFERENCE = re.compile(r"(?=.*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,10})+")
_VERDICT_COLUMN = re.compile(
    r"(?:(?:parish |town |community )?(?:council|committee|board|members)[’']?s? )?"
    r"(?:decisions?|comments?|responses?|observations?|resolutions?|outcomes?|recommendations?|views?)",
    re.IGNORECASE,
)
OF_AUTHORITY = re.compile(
    r"\b(?:authority|LPA|decisions? (?:notices?|received|notified)|(?:borough|district|county|city) council"
    r"|determined)\b",
    re.IGNORECASE,
)
_OUT_OF_ROOM = re.compile(r"\s*\([^()]{3,60} (?:out of|left) the (?:room|meeting)\)\.?\s*$")
# "that these comments be sent to the District Council:", whose comments they so are not
_TO_AUTHORITY = re.compile(
    r"\b(?:sent|made|submitted|forwarded|returned|passed) to (?:the )?(?:borough|district|county|city) council\b"
    r"|\b(?:sent|made|submitted|forwarded|returned|passed) to the (?:planning authority|LPA)\b",
    re.IGNORECASE,
)


def is_row_verdict(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence opens the last cell of a row that begins with a reference, below a column of verdicts.

    What another authority decided, as the line above the table says, is none of the body's.
    """
    document = found.document
    block = document.blocks[sentence.block]
    if block.kind != "table_row" or len(block.cells) < 2 or block.cells[-1][0] != sentence.start:
        return False
    if not any(_REFERENCE.fullmatch(document.text[start:end].strip()) for start, end in block.cells[:2]):
        return False
    first = sentence.block
    while first and (document.blocks[first - 1].furniture or document.blocks[first - 1].table == block.table):
        first -= 1
    head = next(b for b in document.blocks[first:] if b.table == block.table)
    above = document.blocks[first - 1] if first else head
    column = document.text[slice(*head.cells[-1])].strip() if head.cells else ""
    line = _TO_AUTHORITY.sub("", document.text[above.start : above.end])
    return bool(_VERDICT_COLUMN.fullmatch(column)) and not OF_AUTHORITY.search(line)


def row_of(found: Findings, sentence: Sentence) -> Limb:
    """The last cell of a row, which goes on from the application that the row begins with."""
    text, cells = found.document.text, found.document.blocks[sentence.block].cells
    start = next(start for start, end in cells if _REFERENCE.fullmatch(text[start:end].strip()))
    verdict, end = cells[-1]
    away = _OUT_OF_ROOM.search(text, verdict, end)
    return Limb(verdict, away.start() if away else end, (start, cells[-2][1]))
