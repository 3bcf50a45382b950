"""What people from outside told the meeting, each under a line with their name and address: it gives nobody a task."""

import re
from collections.abc import Iterator

from extract.decisions.motions.putting import PUT
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block

# "Una Keld, 12 Quay Street, Fenwold", "Tom Orme – 4400 SE Mill Ct., Fenwold, OR"; a dateline has a month in place of
# the street.
_ADDRESSED = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}(?:,| [–-]| of)? \d{1,5}[A-Z]?,? "
    r"(?:(?:[NSEW]{1,2}|North|South|East|West)\.? )?(?:[A-Z][\w.’'-]*|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][\w’'-]*){0,3}?"
    r"(?: (?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Court|Ct|Way|Place|Pl|Boulevard|Blvd|Circle|Cir|Terrace"
    r"|Highway|Hwy|Close|Crescent|Row|Square|Trail|Loop)\b\.?|, [A-Z]\w+(?: [A-Z]\w+)?,? [A-Z]{2}\b)"
)
_LINE = 14  # words; a line with a name and an address has no more
# Who of the body answers them: that may be a task.
_OF_THE_BODY = re.compile(
    r"(?:(?:the|vice|deputy) )?(?:mayor|councill?(?:or|man|woman|member)|council|cllr|chair\w*|president|commissioner"
    r"|trustee|alder\w+|supervisor|select\w+|city|town|village|county|parish|clerk|recorder|attorney|solicitor|manager"
    r"|director|administrator|staff|officers?|planner|engineer|members?|board|committee|motion|action)\b",
    re.IGNORECASE,
)


def testified(found: Findings) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends that somebody from outside speaks in, within the items."""
    first = found.items[0].citation.start if found.items else len(found.document.text)
    begun = {item.citation.start for item in found.items}
    speaks = False
    for block in found.document.blocks:
        if block.furniture or block.start < first:
            continue  # the address of a place to meet stands above the items
        text = found.document.text[content_start(found.document, block) : block.end]
        addressed = bool(_ADDRESSED.match(text))
        if block.start in begun or _heads(block, text) or _goes_on(text):
            speaks = addressed
        elif addressed or (speaks and not _OF_THE_BODY.match(text)):
            yield block.start, block.end


def _heads(block: Block, text: str) -> bool:
    """Whether a block is a heading, or a line that holds no more than a name with its address."""
    return block.kind == "heading" or (bool(_ADDRESSED.match(text)) and len(text.split()) <= _LINE and text[-1] != ".")


def _goes_on(text: str) -> bool:
    """Whether the meeting goes on to its own business: something is moved, or the hearing closed."""
    moved = (_OF_THE_BODY.match(text) or "second" in text) and PUT.search(text)  # "she moved to the quay in 1990"
    return bool(moved) or "earing was closed" in text or "losed the public" in text
