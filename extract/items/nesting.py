"""Which item stands under which, and how far each reaches."""

import itertools
import re

from extract.items.heading import OUTLINE, Heading
from extract.items.series import family_of
from minutes.model import AgendaItem, Document, content_id

_CODED = re.compile(r"[A-Z]{1,5}[ /.-]?\d")


def nested(document: Document, headings: list[Heading]) -> list[AgendaItem]:
    """Headings to items: who stands under whom, and how far each reaches."""
    depths = _depths(document, headings)
    items: list[AgendaItem] = []
    open_items: list[tuple[int, str]] = []
    for position, (heading, depth) in enumerate(zip(headings, depths, strict=True)):
        following = (
            h.start for h, d in zip(headings[position + 1 :], depths[position + 1 :], strict=True) if d <= depth
        )
        end = heading.end if heading.listed else next(following, len(document.text))
        while open_items and open_items[-1][0] >= depth:
            open_items.pop()
        item_id = content_id("item", document.id, heading.start, heading.number, heading.title)
        items.append(
            AgendaItem(
                id=item_id,
                number=heading.number,
                title=heading.title,
                end=end,
                rule=heading.rule,
                parent_id=open_items[-1][1] if open_items else None,
                citation=document.cite(heading.start, heading.end),
            )
        )
        open_items.append((depth, item_id))
    return items


def _depths(document: Document, headings: list[Heading]) -> list[int]:
    """How deep each heading stands, from 0, by the order of its kinds of number where the top ones are no figures.

    Numbers with stops tell it themselves, and those that count from one again within a series; letters, run-in titles
    and headings without a number stand under the last number, unless nothing is numbered.
    """
    if outlined := _outlined(headings):
        return outlined
    figures = [(heading.number or "").lstrip("§ ") for heading in headings]
    numbered = [h for h, n in zip(headings, figures, strict=True) if n[:1].isdigit() and not h.child and "." not in n]
    size = max((h.size for h in numbered), default=0.0)
    inner = _counted_again(headings)
    within = set() if numbered else _within_coded(document, headings)
    known = {heading.number for heading in headings}
    depths = []
    for position, (heading, number) in enumerate(zip(headings, figures, strict=True)):
        if heading.child:
            depths.append(2)
        elif not heading.number:
            below = numbered and heading.size <= size + 0.6 and heading.start > numbered[0].start
            depths.append(1 if below or position in within else 0)
        elif number[0].isdigit():
            stops = number.count(".") if re.fullmatch(r"\d{1,2}(\.\d{1,2})+", number) else 0
            if re.fullmatch(r"\d{1,2}(-\d{1,2})+", number) and number.rpartition("-")[0] in known:
                stops = number.count("-")  # "1-2" under "1"; "24-2" alone is of the year 2024
            depths.append(stops + (position in inner))
        else:
            depths.append(1 if numbered else 0)
    return depths


def _outlined(headings: list[Heading]) -> list[int]:
    """Depths where the items are numbered I., II. or A., B.: each kind of number stands under that which it follows.

    Empty where they are not.
    """
    opened: dict[str, int] = {}
    families: list[str] = []
    for heading in headings:
        number = heading.number or ""
        family, value = family_of(f"{number}.", number, opened) if number else ("", 0)
        opened[family] = value
        families.append(family)
    top = next(filter(None, families), "")
    if top not in ("ROMAN", "LETTER") or families.count(top) < OUTLINE:
        return []
    depths: list[int] = []
    above: list[str] = []
    for family in families:
        if family:
            above = above[: above.index(family)] if family in above else above
            depths.append(len(above))
            above.append(family)
        else:
            depths.append(len(above))
    return depths


def _within_coded(document: Document, headings: list[Heading]) -> set[int]:
    """The headings without a number that are set smaller than those numbered "MC007/25" or "EX 12", below the first.

    One in capitals among numbered ones in capitals heads as much as these do; one in small letters does not.
    """
    coded = [n for n, h in enumerate(headings) if h.number and _CODED.match(h.number) and not h.child]
    if len(coded) < OUTLINE:
        return set()
    level = max(document.blocks[headings[n].block].level for n in coded)
    capitals = all(headings[n].title.isupper() for n in coded)
    return {
        n
        for n, heading in enumerate(headings)
        if n > coded[0]
        and not heading.number
        and (document.blocks[heading.block].level > level or (capitals and not heading.title.isupper()))
    }


def _counted_again(headings: list[Heading]) -> set[int]:
    """The headings numbered from one again inside an item, after which the items' own numbers go on: 4, 1, 2, 5."""
    plain = [(i, int(h.number)) for i, h in enumerate(headings) if h.number and h.number.isdigit() and not h.child]
    found: set[int] = set()
    at = 0
    while at < len(plain) - 1:
        (_, value), (_, following) = plain[at], plain[at + 1]
        after = next((n for n in range(at + 2, len(plain)) if plain[n][1] == value + 1), None)
        if following == 1 and value > 1 and after is not None and _rises(plain[at + 1 : after]):
            # Where the inner series itself comes to the number, the last of that number goes on with the outer one.
            after = max(n for n in range(after, len(plain)) if plain[n][1] == value + 1 and _rises(plain[at + 1 : n]))
            found |= {index for index, _ in plain[at + 1 : after]}
            at = after
        else:
            at += 1
    return found


def _rises(numbers: list[tuple[int, int]]) -> bool:
    return all(b[1] == a[1] + 1 for a, b in itertools.pairwise(numbers))
