"""The headings of a report that are sections: those that stand over text."""

import re
from collections import Counter

from extract.items.heading import Heading, block_below, text_of
from minutes.model import Block, Document


def with_text(document: Document, headings: list[Heading]) -> list[Heading]:
    """A report's headings less those in a row of such that stand over no text, as in a chart or a list of names."""
    kept: list[Heading] = []
    adjacent = False  # to the heading before it
    usual = _text_size(document)
    for position, heading in enumerate(headings):
        following = headings[position + 1] if position + 1 < len(headings) else None
        after = block_below(document, heading.block)
        empty = after is None or (
            following is not None and document.blocks[following.block] is after and following.size >= heading.size - 0.3
        )
        over_table = after is not None and after.kind == "table_row" and heading.size > usual - 1.2
        small = heading.size < usual - 0.2 and not over_table
        broken = after is not None and _breaks_off(document, heading, after)
        charted = bool(_FIGURE.fullmatch(heading.title)) or (after is not None and _is_charted(document, after))
        if heading.number or not (small or broken or charted or (empty and (adjacent or after is None))):
            kept.append(heading)
        adjacent = empty
    return kept


_FIGURE = re.compile(r"[£$€]?\d[\d,.]*\s?(?:%|[kKmMxX]|in \d{1,2})?\+?")
_WORDS = 3  # of what is said of a figure that is set large; the label of a part of a chart has fewer


def _is_charted(document: Document, after: Block) -> bool:
    """Whether a heading stands over the bare figures of a chart, and not over one with the line that it is told in."""
    if re.search("[A-Za-z]{2}", text_of(document, after)):
        return False
    below = block_below(document, document.block_index(after.start))
    return below is None or len(re.findall("[A-Za-z]{2,}", text_of(document, below))) < _WORDS


def _breaks_off(document: Document, heading: Heading, after: Block) -> bool:
    """Whether a line set large goes on in the next of its size, as the words of a poster or a quotation do."""
    alike = after.kind == "heading" and not after.label and abs((after.size or 0.0) - heading.size) < 0.3
    return alike and text_of(document, after)[:1].islower()


def _text_size(document: Document) -> float:
    """The size of type that most of the text is set in, 0 if unknown."""
    sizes: Counter[float] = Counter()
    for block in document.blocks:
        if block.kind in ("paragraph", "list_item") and block.size:
            sizes[block.size] += block.end - block.start
    return sizes.most_common(1)[0][0] if sizes else 0.0
