"""What changed from one document to another: the records of each kind, and the paragraphs that hold none of them.

Records are compared in their own words: what differs in form only (`index.quotes`) is the same. Each one is paired with
that of the other document which is most like it; those left over were added or removed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from index.quotes import Word, edits, fold, words_in
from minutes.found import Change, ChangeKind, FieldChange
from minutes.model import Action, AgendaItem, Block, Citation, Decision, Document, Extracted, Metric, Minutes

ALIKE = 60  # of 100; a pair that is less alike is one record taken out and another one put in
FIELDS: dict[ChangeKind, tuple[str, ...]] = {  # what of a record is compared, beside its words
    "item": ("number",),
    "decision": ("outcome", "mover", "seconder", "votes", "delegated_to"),
    "action": ("owner", "due", "due_date", "status"),
    "metric": ("value", "unit", "name", "period", "place", "role", "direction"),
    "paragraph": (),
}
Side = tuple[Document, Minutes]


@dataclass(frozen=True)
class Thing:
    """A record or a paragraph, as it is compared."""

    key: str
    text: str
    citation: Citation
    fields: dict[str, str]
    item: dict[str, str | None] | None


def changes(old: Side, new: Side, *, exempt: bool = False) -> tuple[list[Change], dict[str, int]]:
    """What changed, in the order of the newer document, and how many of each kind did not.

    Paragraphs marked as exempt are compared only if asked for; the records are those that are given.
    """
    found: list[Change] = []
    same: dict[str, int] = {}
    for kind in ("item", "decision", "action", "metric"):
        before, after = ([*_records(side, kind)] for side in (old, new))
        pairs = _paired(before, after)
        same[f"{kind}s"] = sum(_equal(kind, a, b) for a, b in pairs)
        found += [change for a, b in pairs if (change := _change(kind, a, b))]
    told = [[c.old for c in found if c.old], [c.new for c in found if c.new]]
    pairs = _paragraphs([*_blocks(old, exempt)], [*_blocks(new, exempt)])
    same["paragraphs"] = sum(_equal("paragraph", a, b) for a, b in pairs)
    found += [
        change
        for a, b in pairs
        if not (_told(a, told[0]) or _told(b, told[1])) and (change := _change("paragraph", a, b))
    ]
    return sorted(found, key=_place), same


def _records(side: Side, kind: ChangeKind) -> Iterator[Thing]:
    _, minutes = side
    by_id = {item.id: item for item in minutes.items}
    for record in getattr(minutes, f"{kind}s"):
        text = _text(record)
        fields = {name: str(value) for name in FIELDS[kind] if (value := getattr(record, name)) is not None}
        item = by_id.get(getattr(record, "item_id", None) or "")
        yield Thing(_key(text), text, record.citation, fields, _label(item))


def _text(record: Extracted) -> str:
    match record:
        case AgendaItem():
            return record.title
        case Decision() | Action() | Metric():
            return " ".join(filter(None, (getattr(record, "stem", None), record.text)))
    return record.citation.quote


def _blocks(side: Side, exempt: bool) -> Iterator[Thing]:
    document, minutes = side
    titles = [item.citation for item in minutes.items]
    for block in document.blocks:
        if block.furniture or block.start == block.end or (not exempt and _hidden(block, minutes)):
            continue
        cited = document.cite(block.start, block.end)
        if not _told_at(cited, titles) and (key := _key(cited.quote)):
            yield Thing(key, cited.quote, cited, {}, _label(minutes.item_at(block.start)))


def _hidden(block: Block, minutes: Minutes) -> bool:
    return any(each.start < block.end and block.start < each.end for each in minutes.exempt)


def _key(text: str) -> str:
    return fold(text, [(0, len(text))]).text


def _label(item: AgendaItem | None) -> dict[str, str | None] | None:
    return {"number": item.number, "title": item.title} if item else None


def _paired(before: Sequence[Thing], after: Sequence[Thing]) -> list[tuple[Thing | None, Thing | None]]:
    """Each thing with the other side's that is most like it, each taken once."""
    pairs: list[tuple[Thing | None, Thing | None]] = []
    left, right = [*before], [*after]
    rules: tuple[Callable[[Thing], object], ...] = (
        lambda each: (each.key, sorted(each.fields.items()), _title(each)),
        lambda each: (each.key, sorted(each.fields.items())),
        lambda each: each.key,
    )
    for rule in rules:
        waiting: dict[str, list[Thing]] = {}
        for each in right:
            waiting.setdefault(repr(rule(each)), []).append(each)
        for each in [*left]:
            if same := waiting.get(repr(rule(each))):
                other = same.pop(0)
                pairs.append((each, other))
                left.remove(each)
                right.remove(other)
    if left and right:
        pairs += _alike(left, right)
    return pairs + [(each, None) for each in left] + [(None, each) for each in right]


def _alike(left: list[Thing], right: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Pairs that are alike, the best first, each taken out of the lists."""
    scores = process.cdist([a.key for a in left], [b.key for b in right], scorer=fuzz.ratio, score_cutoff=ALIKE)
    ranked = sorted(
        ((float(scores[i, j]) + 5 * _common(a, b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)
         if scores[i, j]),
        reverse=True,
    )  # fmt: skip
    lefts, rights = [*left], [*right]
    for _, i, j in ranked:
        if lefts[-i] in left and rights[-j] in right:
            left.remove(lefts[-i])
            right.remove(rights[-j])
            yield lefts[-i], rights[-j]


def _common(a: Thing, b: Thing) -> int:
    """How much two things have in common beside their words."""
    return sum(b.fields.get(name) == value for name, value in a.fields.items()) + (_title(a) == _title(b))


def _title(each: Thing) -> str:
    return _key((each.item or {}).get("title") or "")


def _paragraphs(before: Sequence[Thing], after: Sequence[Thing]) -> list[tuple[Thing | None, Thing | None]]:
    """Paragraphs side by side; what is only broken into other paragraphs, or stands elsewhere, is no change."""
    pairs: list[tuple[Thing | None, Thing | None]] = []
    for op in _replacements([each.key for each in before], [each.key for each in after]):
        old, new = before[op[0] : op[1]], after[op[2] : op[3]]
        if "".join(each.key for each in old) == "".join(each.key for each in new):
            pairs += [(each, each) for each in new]
        else:
            pairs += _paired(old, new)
    moved = _paired([a for a, b in pairs if a and not b], [b for a, b in pairs if b and not a])
    return [pair for pair in pairs if all(pair)] + moved


def _replacements(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that are equal, and stretches of which one takes the place of the other."""
    at = (0, 0)
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            yield at[0], op.src_start, at[1], op.dest_start
            yield op.src_start, op.src_end, op.dest_start, op.dest_end
            at = op.src_end, op.dest_end
    yield at[0], len(old), at[1], len(new)


def _equal(kind: ChangeKind, a: Thing | None, b: Thing | None) -> bool:
    """Whether nothing changed; a figure is the same in a sentence that was put in other words."""
    return bool(a and b and a.fields == b.fields and (a.key == b.key or kind == "metric"))


def _change(kind: ChangeKind, a: Thing | None, b: Thing | None) -> Change | None:
    if _equal(kind, a, b):
        return None
    last = b or a
    return Change(
        kind=kind,
        change="changed" if a and b else "removed" if a else "added",
        fields=tuple(
            FieldChange(field=name, old=a.fields.get(name), new=b.fields.get(name))
            for name in FIELDS[kind]
            if a and b and a.fields.get(name) != b.fields.get(name)
        ),
        edits=edits(_words(a), _words(b)) if a and b and a.key != b.key else (),
        item=last.item if last else None,
        old_text=a.text if a else None,
        new_text=b.text if b else None,
        old=a.citation if a else None,
        new=b.citation if b else None,
    )


def _words(thing: Thing) -> list[Word]:
    return words_in(thing.text, [(0, len(thing.text))])


def _told(thing: Thing | None, cited: Sequence[Citation]) -> bool:
    return bool(thing and _told_at(thing.citation, cited))


def _told_at(place: Citation, cited: Sequence[Citation]) -> bool:
    return any(each.start < place.end and place.start < each.end for each in cited)


def _place(change: Change) -> tuple[int, int]:
    """By the place in the newer document; what was taken out where it stood in the older."""
    cited = change.new or change.old
    return (cited.start if cited else 0), int(change.new is not None)
