"""What a committee that reports to the body has decided, as its report tells: that is none of the body's decisions.

Nor is what is told in the papers that are appended to the minutes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.decisions.limbs import label_kind
from extract.findings import Findings
from extract.text import content_start
from minutes.model import AgendaItem, Block

# "Finance Committee chair's report: May", "Minutes of the Audit Committee"
_REPORT = re.compile(
    r"(?=.*\b(?i:reports?|updates?|minutes|assurance|summary|highlights|feedback)\b)"
    r"(?:.*? )??(?P<name>(?:[A-Z][\w’'-]*,? (?:(?:and|&|of|for) )?){1,6}(?:[Ss]ub-?)?[Cc]ommittee)\b"
)
# The line that its points stand below: "The Chair of the Committee presented the report and drew attention to:"
_LEADS = re.compile(r"\b(?:report\w*|updated?|highlight\w*|discuss\w*|attention|points|issues|matters|includ\w+)\b")
_OWN = re.compile(r"(?:RESOLVED|AGREED|RECOMMENDED|DECISION)\b")  # what the body itself made of the report
_PAPER = re.compile(r"(?:appendix|annexe?)\b", re.IGNORECASE)
_PRINTED = re.compile(
    r"\bresolved\b|\bresolution(?: no\.? ?[\w/.-]{1,12})?:", re.IGNORECASE
)  # the text of which may be appended


def is_report(found: Findings, item: AgendaItem) -> bool:
    """Whether another committee reports under an item."""
    own = set(re.findall(r"\w+", f"{found.meeting.body or ''} {found.meeting.organisation or ''}".casefold()))
    named = _REPORT.match(item.title) if own else None
    return bool(named and not set(re.findall(r"\w{4,}", named["name"].casefold())) <= own)


def told_elsewhere(found: Findings) -> Iterator[tuple[int, int]]:
    """Where each point of a committee's report begins and ends, below its heading or a line that leads to them."""
    blocks = found.document.blocks
    starts = [block.start for block in blocks]
    for item in (each for each in found.items if is_report(found, each)):
        first = bisect_right(starts, item.citation.start)
        leads = True
        for block in blocks[first : bisect_right(starts, item.end - 1)]:
            text = found.document.text[content_start(found.document, block) : block.end]
            if block.furniture or not _is_point(block):
                leads = leads if block.furniture else text.endswith(":") and bool(_LEADS.search(text))
            elif leads and not _OWN.match(text):
                yield block.start, block.end
    yield from _appended(found)


def _appended(found: Findings) -> Iterator[tuple[int, int]]:
    """What the papers tell that are appended to the minutes, but for the resolutions that they print."""
    text = found.document.text
    if found.appended is None or not _PAPER.match(text, found.appended):
        return
    for block in found.document.blocks:
        if block.start >= found.appended and not _PRINTED.search(text, block.start, block.end):
            yield block.start, block.end


def _is_point(block: Block) -> bool:
    return block.kind == "list_item" and label_kind(block.label or "") == "bullet"
