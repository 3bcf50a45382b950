"""The figures of a sentence that may measure something."""

from collections.abc import Iterator
from math import isinf

from extract.quantities.barred import barred_in
from extract.quantities.figures import FIGURE, Quantity, read, second
from extract.quantities.framing import frames, is_file_size, is_fraction, is_laid_down, is_rule, is_threshold, labels
from extract.quantities.naming import is_name, is_numbering, is_year


def quantities_in(text: str) -> Iterator[Quantity]:
    """The figures of a sentence that may measure something, from left to right."""
    place, barred = 0, None
    while match := FIGURE.search(text, place):
        barred = barred_in(text) if barred is None else barred
        found = read(text, match)
        # Two figures that look like a range and are none ("in 2022 to 17%") are read one after the other.
        place = found.end if found else match.end()
        if found is None or isinf(found.least):  # no number has hundreds of figures
            continue
        if match["number2"] and any(
            a <= match.start() and b <= match.start("number2") < found.end
            for a, b in barred
            if match.end("number") <= b
        ):
            place = second(match)  # "in 2022/23 to 33.5%": a year and a share are no range
            continue
        if any(a < found.end and found.start < b for a, b in barred) and not _clear(found, barred):
            if isinstance(found.value, tuple) and match["number2"]:
                place = second(match)  # "in 2019/20 to 1,105": the end of a year and a figure are no range
            continue
        if found.unit is None and (is_numbering(text, found) or text.startswith("*", found.end)):
            continue  # "5* data"
        if found.unit is None and not found.in_words and is_year(found, text):
            continue
        if found.unit is None and (frames(found, text) or labels(found, text)):
            continue
        if (
            is_fraction(found, text)
            or is_threshold(found, text)
            or is_rule(found, text)
            or is_laid_down(found, text)
            or is_file_size(found, text)
            or (found.unit is None and is_name(found, text))
        ):
            continue
        yield found


def _clear(found: Quantity, barred: list[tuple[int, int]]) -> bool:
    """Money and percentages stand, unless inside a reference that is larger than they are."""
    return found.unit is not None and not any(
        a <= found.start and found.end <= b and b - a > found.end - found.start for a, b in barred
    )
