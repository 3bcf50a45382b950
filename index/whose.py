"""By which name the library knows an organisation or a body that its documents call by several.

Documents of one council say "Fenwold Town Council", "FTC" or, in an agenda, nothing but "Cabinet". They are put
together where documents show it: by letters that one of them explains, or that those of the full name go on with; by
the organisation that others of the same source give the same body; by a name that differs in nothing but the legal form
behind it, or in where it is parted into organisation and body. Where more than one name would fit, each stays as it is
printed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from index.abbreviations import FEWEST, initials

LETTERS = re.compile(r"[A-Z][A-Za-z&]{1,8}[A-Z]")
LOOKED = 5  # documents of a full name that are looked through for its letters
LEGAL = re.compile(
    r"(\S+ .*\S),? (?:CIC|CIO|IPS|Inc\.?|LLP|Limited|Ltd\.?|plc)", re.IGNORECASE
)  # of two words and more
OFTEN = 2  # times that letters are used by those whom they stand for; once they may be somebody else's


@dataclass(frozen=True)
class Said:
    """Whose a document says that it is. `source` is the folder that it came in."""

    id: str
    source: str
    organisation: str | None
    body: str | None


Explained = Mapping[str, Sequence[tuple[str, str]]]  # abbreviations with their long forms, by document
Text = Callable[[str], str]  # of a document, by its id
Ids = defaultdict[str, list[str]]  # of documents, by the name that they give


def known(said: Sequence[Said], explained: Explained, text: Text) -> dict[str, tuple[str | None, str | None]]:
    """Organisation and body of each document, by its id."""
    said = _with_form(_rejoined(said))
    organisations = _full_names(((each.id, "", each.organisation) for each in said), explained, text)
    named = [replace(each, organisation=organisations.get(("", each.organisation or ""))) for each in said]
    owned = _owned(named, explained, text)
    scopes = {each.id: each.organisation or f"/{each.source}" for each in owned}  # whose bodies have one name each
    bodies = _full_names(((each.id, scopes[each.id], each.body) for each in owned), explained, text)
    return {each.id: (each.organisation, bodies.get((scopes[each.id], each.body or ""))) for each in owned}


def _rejoined(said: Sequence[Said]) -> list[Said]:
    """The same, "Fenwold Parish" with a body "Council" as others have "Fenwold Parish Council", with the body of these.

    Which is the one that ends the name, "Parish Council".
    """
    held: defaultdict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for each in said:
        if each.organisation:
            held[_folded(each.organisation)].add((each.organisation, each.body))

    def whole(each: Said) -> Said:
        joined = _folded(f"{each.organisation} {each.body}")
        if not each.organisation or not each.body or joined not in held:
            return each
        own = {body for _, body in held[joined] if body and joined.endswith(f" {_folded(body)}")}
        body = own.pop() if len(own) == 1 else each.body
        return replace(each, organisation=max(name for name, _ in held[joined]), body=body)

    return [whole(each) for each in said]


def _with_form(said: Sequence[Said]) -> list[Said]:
    """The same, "Fenwold Mill" as "Fenwold Mill Ltd" where others are called so, and none "Fenwold Mill CIC"."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for each in said:
        if found := LEGAL.fullmatch(each.organisation or ""):
            forms[_folded(found[1])].add(found[0])

    def full(name: str | None) -> str | None:
        found = forms[_folded(name)] if name else ()
        return max(found) if len({_folded(each) for each in found}) == 1 else name

    return [replace(each, organisation=full(each.organisation)) for each in said]


def shorts(said: Iterable[Said]) -> set[str]:
    """The letters that the names may be called by, or that stand in their place."""
    names = {name for each in said for name in (each.organisation, each.body) if name}
    return {name if LETTERS.fullmatch(name) else (initials(name) or "").upper() for name in names} - {""}


def _full_names(
    named: Iterable[tuple[str, str, str | None]], explained: Explained, text: Text
) -> dict[tuple[str, str], str]:
    """For each scope and name, as documents (by id) give it there, the name that it is known by."""
    scopes: defaultdict[str, Ids] = defaultdict(lambda: defaultdict(list))
    for id_, scope, name in named:
        if name:
            scopes[scope][name].append(id_)
    return {
        (scope, short): full for scope, ids in scopes.items() for short, full in _spelt(ids, explained, text).items()
    }


def _spelt(ids: Ids, explained: Explained, text: Text) -> dict[str, str]:
    """The full name of each name; of those that differ in capitals alone the most usual form."""
    usual: dict[str, str] = {}
    for name in sorted(ids, key=lambda each: (len(ids[each]), each)):
        usual[_folded(name)] = name
    by_initials: defaultdict[str, list[str]] = defaultdict(list)
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for name in usual.values():
        by_initials[initials(name) or ""].append(name)
    for name, own in ids.items():
        for short, long in chain.from_iterable(explained.get(each, ()) for each in own):
            if short == name or _folded(long) == _folded(name):
                meant[short].add(_folded(long))
                usual.setdefault(_folded(long), long)

    def full(name: str) -> str:
        if not LETTERS.fullmatch(name):
            return usual[_folded(name)]
        if longs := meant[name]:
            return usual[min(longs)] if len(longs) == 1 else name
        same = by_initials[name.casefold()] if len(name) >= FEWEST else []
        uses = len(same) == 1 and any(_says(text(each), name, OFTEN) for each in ids[same[0]][:LOOKED])
        return same[0] if uses else name

    return {name: full(name) for name in ids}


def _owned(named: Sequence[Said], explained: Explained, text: Text) -> list[Said]:
    """The same, those of no organisation with that of their body, if others of their source give it one.

    No other organisation may have a body of that name; and as many name it as do not and nobody else's documents come
    from there, or the document itself speaks of the organisation.
    """
    holders: defaultdict[str, set[str | None]] = defaultdict(set)
    sources: defaultdict[str, set[str | None]] = defaultdict(set)
    counts = Counter((each.source, _folded(each.body or ""), each.organisation) for each in named)
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for each in named:
        if each.organisation:
            holders[_folded(each.body or "")].add(each.organisation)
            sources[each.source].add(each.organisation)
            own = explained.get(each.id, ())
            letters[each.organisation] |= {short for short, long in own if _folded(long) == _folded(each.organisation)}

    def owner(each: Said) -> str | None:
        body = _folded(each.body or "")
        if each.organisation or not body or len(holders[body]) != 1:
            return each.organisation
        (only,) = holders[body]
        told, silent = counts[each.source, body, only], counts[each.source, body, None]
        if only and told and sources[each.source] == {only} and told >= silent:
            return only
        if only and told > 1:
            said = text(each.id)
            if _says(said, only, 1) or any(_says(said, short, OFTEN) for short in letters[only]):
                return only
        return None

    return [replace(each, organisation=owner(each)) for each in named]


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _says(text: str, name: str, times: int) -> bool:
    """Whether a text has a name so often, as a word of its own."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) >= times
