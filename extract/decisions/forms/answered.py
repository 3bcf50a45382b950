"""What a body answers to the applications it was asked about: alone in a line below each, or last in its entry.

A council that is consulted has no objection, or objects; a body that gives consents grants, refuses or defers them, as
does one that gives money.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import get_args

from extract.decisions.forms.rows import OF_AUTHORITY
from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Outcome

_PLANNING = re.compile(r"\b(?:planning|applications?|consultations?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council (?:has|had|have|raised?|makes?|made) )?"
    r"(?:no (?:further )?(?:objections?|observations?|comments?)|(?P<against>objections?|objects?|refus(?:e|al))"
    r"|supports?|supported)(?:\.?$| \(| (?:but|subject|provided|with|however|as|on|due|because)\b|\s?[:;,–-]\s)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12})+\b")
# "25/00731/FUL. Porch, 7 Quay Row. No objection.", "P/24/011 Mill Lane. OBJECT – too high."
_LAST = re.compile(
    r"[.;:)–—-]\s+(?:(?:the )?(?:parish |town |community )?council (?:strongly )?(?:(?:has|had|raises?|makes?) (?=no)"
    r"|(?=objects?\b|supports?\b|(?:wishe[sd] to )?leaves? )))?"
    r"(?:(?:no (?:further )?(?:objections?|observations?|comments?)|supports?|supported)"
    r"(?: (?:provided|subject|but)\b[^.;]{3,120})?|(?:wishe[sd] to )?leaves? (?:this|it|the (?:matter|decision)) to the"
    r" [^.;:]{3,60}? officers?|(?P<against>objection(?: \([^()]{3,120}\))?"
    r"|objects?(?: (?:on|to|as|because|due)\b[^.;]{3,200})?|refuse))"
    r"(?:\s?[:;,–—-]\s.{3,160}?)?\.?(?: \([^()]{3,80}\)\.?)?(?:\s(?-i:[A-Z]{2,3}))?\s*$",
    re.IGNORECASE,
)
# "25/0127 – The Plough, four houses. ... 25/0131 – The Forge, windows. No objection.": applications in one paragraph
_OPENED = re.compile(rf"(?:^|(?<=[.!?)]\s)){_REFERENCE.pattern}(?=\s?[–—:-]\s|,\s)")
_INITIALS = re.compile(r"(?<=\.)\s+[A-Z]{2,3}\s*$")  # from the margin beside the entry
# What an entry without a reference is on, below a heading of planning: "12 Quay Row – porch to dwelling. Supported."
_BUILT = re.compile(
    r"\b(?:erection|extensions?|alterations?|conversion|installation|formation|replacement|change of use|demolition"
    r"|dwellings?|dormers?|garage|porch|conservator(?:y|ies)|outbuildings?|windows?|signage|listed building)\b",
    re.IGNORECASE,
)
_CONSENTS = re.compile(r"\bconsents?\b(?! (?:agenda|calendar|items?|business)\b)", re.IGNORECASE)
# "C/24/031 – Mr Tay – footbridge. Consent granted subject to a rail.", "... Refused, as the bank is weak."
_GIVEN = re.compile(
    r"[.;:)–—-]\s+(?:(?P<approved>(?:consent )?(?:granted|approved))|(?P<rejected>(?:consent )?refused)"
    r"|(?P<deferred>deferred))\b[^;]{0,200}$",
    re.IGNORECASE,
)
_GRANTS = re.compile(r"\b(?:grants?|bids?|donations?|requests?|awards?|funding)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:(?<=\s)|^)\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s+(?=[A-Z])")
# "(2) Quay Choir £400 approved, once accounts are seen;", "(3) Chess Club, £90: declined – not in the parish"
_ASKED = re.compile(
    r"[A-Z](?:(?! (?:was|were|is|are|had|has|be|not|to|that|which) )[^.;:]){3,80}?,? [£€$]\d[\d,.]*[km]?"
    r"(?: [–—-]|[,:])? (?:(?P<approved>approved|granted|agreed|awarded)|(?P<rejected>declined|refused|rejected)"
    r"|(?P<deferred>deferred))(?=$|[,;.]| [–—-] | (?:subject|provided|as|pending|until|to)\b)[^;]{0,120}?"
    r"(?P<ends>[.;]?(?: and)?\s*)$"
)
# "Grants were awarded as follows:", over entries that tell no more than who gets what
_AWARDS = re.compile(
    r"\b(?:grants?|donations?|awards?)\b(?! (?:that|which))[^.:]{0,60} (?:were|was) (?:therefore |then |all )?"
    r"(?:awarded|agreed|approved|made|given|voted)\b(?! (?:last|in|at|by the)\b)[^.:]{0,40}:$",
    re.IGNORECASE,
)
# "Lock Choir, £90 for music"
_AWARDED = re.compile(
    r"[A-Z](?:(?! (?:was|were|is|are|had|has|be|not|to|that|which|asked|declined|refused) )[^.;:£€$]){2,80}?"
    r"(?:,|:| [–—-])? \(?[£€$]\d(?:[\d,.]*\d)?k?\)?"
    r"(?:,? (?:for|towards?|to) (?:(?!declined|refused|deferred)[^;.]){2,120}?)?(?P<ends>[.;,]?(?: and)?\s*)$"
)
_ENTRY = 400  # characters; a longer entry tells of a debate
_ABOVE = 600  # characters, in which the application is told


def answered(found: Findings) -> Iterator[tuple[Limb, Outcome]]:
    """The answers that no decision tells, each with its outcome."""
    document = found.document
    asked = [item for item in found.items if _PLANNING.search(item.title) or _CONSENTS.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    heads = ""  # the last line that heads applications
    for block in document.blocks if asked else ():
        start = content_start(document, block)
        item = next((item for item in asked if item.citation.end <= start < item.end), None)
        if not item or block.furniture:
            continue
        said = document.text[start : block.end]
        heads = said if said.endswith(":") else heads
        opened = list(_OPENED.finditer(said))
        if len(opened) > 1 and not opened[0].start():
            places = [start + each.start() for each in opened]
            yield from _entries(found, item.title, pairwise([*places, block.end]), taken)
            continue
        if any(at < block.end and start < to for at, to in taken):
            continue
        answer = _ANSWER.match(said)
        above = max(item.citation.end, start - _ABOVE)
        if answer and _REFERENCE.search(document.text, above, start):
            yield Limb(start, block.end), "rejected" if answer["against"] else "approved"
        elif not answer and not OF_AUTHORITY.search(heads) and (outcome := _closing(said, item.title)):
            aside = _INITIALS.search(said)
            yield Limb(start, start + aside.start() if aside else block.end), outcome


def granted(found: Findings) -> Iterator[tuple[Limb, Outcome]]:
    """The entries of a sentence or a list on grants that each name who asked, the sum and what became of it."""
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    for limb, outcome in [*_granted_in_sentences(found), *_granted_in_lists(found)]:
        if not any(at < limb.end and limb.start < to for at, to in taken):
            yield limb, outcome


def _granted_in_sentences(found: Findings) -> Iterator[tuple[Limb, Outcome]]:
    """The entries of sentences in which each is labelled and told so."""
    text = found.document.text
    for said in found.sentences:
        words = text[said.start : said.end]
        if "(" not in words or not _GRANTS.search(words) or OF_AUTHORITY.search(words):
            continue
        cuts = list(_LABEL.finditer(words))
        if len(cuts) < 2:
            continue
        ends = [said.start + cut.start() for cut in cuts[1:]] + [said.end]
        asked = [_ASKED.match(text[said.start + cut.end() : end]) for cut, end in zip(cuts, ends, strict=True)]
        if not all(asked):
            continue
        stem = (said.start, said.start + cuts[0].start())
        for cut, each in zip(cuts, filter(None, asked), strict=True):
            yield _grant(each, said.start + cut.end(), stem)


def _granted_in_lists(found: Findings) -> Iterator[tuple[Limb, Outcome]]:
    """The entries told so of lists that a line on grants leads to."""
    document = found.document
    stem: tuple[int, int] | None = None
    awards = False
    for block in document.blocks:
        if block.furniture:
            continue
        words = document.text[block.start : block.end]
        if block.kind != "list_item" or words.endswith(":"):
            leads = words.endswith(":") and _GRANTS.search(words) and not OF_AUTHORITY.search(words)
            stem = (block.start, block.end) if leads else None
            awards = bool(stem and _AWARDS.search(words))
        elif stem:
            start = content_start(document, block)
            if each := _ASKED.match(document.text[start : block.end]):
                yield _grant(each, start, stem)
            elif awards and (each := _AWARDED.match(document.text[start : block.end])):
                yield Limb(start, start + each.start("ends"), stem), "approved"


def _grant(each: re.Match[str], start: int, stem: tuple[int, int]) -> tuple[Limb, Outcome]:
    """One entry, of which `start` is the place in the document, and what became of it."""
    outcome: Outcome = next(outcome for outcome in get_args(Outcome) if each.groupdict().get(outcome))
    return Limb(start, start + each.start("ends"), stem), outcome


def _entries(
    found: Findings, title: str, stretches: Iterable[tuple[int, int]], taken: list[tuple[int, int]]
) -> Iterator[tuple[Limb, Outcome]]:
    """The entries of one paragraph on several applications, each as far as the sentence that answers it."""
    text = found.document.text
    for low, high in stretches:
        said = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, high)]
        answers = (s for s in said if _ANSWER.match(text[s.start : s.end]) or _LAST.search(text[low : s.end]))
        end = next((answer.end for answer in answers), None)
        if end is None or any(at < end and low < to for at, to in taken):
            continue
        if outcome := _closing(text[low:end], title):
            yield Limb(low, end), outcome


def _closing(entry: str, title: str) -> Outcome | None:
    """The outcome that closes an entry which names one application, and tells of no debate on it."""
    named = len(_REFERENCE.findall(entry))
    built = not named and "planning" in title.casefold() and _BUILT.search(entry)
    if len(entry) > _ENTRY or not (named == 1 or built):
        return None
    if last := _LAST.search(entry):
        return "rejected" if last["against"] else "approved"
    given = _GIVEN.search(entry) if _CONSENTS.search(title) else None
    return next((outcome for outcome in get_args(Outcome) if given and given.groupdict().get(outcome)), None)
