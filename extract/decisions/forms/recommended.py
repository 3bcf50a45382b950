"""What staff recommended, over the line that tells what was done with it: "Recommendation: Adopt the budget."."""

import re
from collections.abc import Iterator

from extract.findings import Findings

_LABEL = re.compile(
    r"^(?:(?:staff|officer|administration)(?:[’']?s)? )?recommend(?:ations?|ed (?:action|motion))\s?:",
    re.IGNORECASE | re.MULTILINE,
)
_DONE = re.compile(
    r"^(?:(?:board|council|committee|commission) )?(?:action|decision|resolution|motion|vote)(?: taken)?\s?:"
    r"|^(?:it was )?(?:moved|resolved)\b",
    re.IGNORECASE | re.MULTILINE,
)


def recommended(found: Findings) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end that give a recommendation on which the item tells the action below."""
    document = found.document
    for label in _LABEL.finditer(document.text):
        block = document.blocks[document.block_index(label.start())]
        if _DONE.search(document.text, block.end, found.item_end(label.start())):
            yield block.start, block.end
