"""The minutes of a meeting in Akoma Ntoso 3.0, http://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0.html.

Agenda items are sections of a debate, with the text that stands under them; running headers and footers are left out. A
paragraph refers to the people and the records that are named in it, which `references` lists: decisions and actions as
events. Votes stand in `analysis`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from exports.holdings import Exported, Holdings
from minutes.model import Action, Block, Citation, Decision, Document, Minutes, Votes, content_id
from writing import legal

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCE = "minutebook"  # who says what the metadata do
BRITISH, NONE = "gb", "zz"  # places with a code or a region are British; ISO 3166 gives "zz" to no country
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def akoma_ntoso(holdings: Holdings) -> Exported:
    """A file for each meeting; minutes that name no day of a meeting have no name in Akoma Ntoso, and are left out."""
    files: dict[str, bytes] = {}
    left = 0
    for document, minutes in holdings.documents():
        if minutes.document.kind != "minutes":
            continue
        if not DAY.fullmatch(minutes.meeting.date or ""):
            left += 1
            continue
        known = holdings.library.area(minutes.meeting.organisation)
        root = Debate(
            document, minutes, source=holdings.source(minutes.document), exempt=holdings.filters.exempt,
            country=BRITISH if known else NONE,
        ).root  # fmt: skip
        name = f"{minutes.meeting.date}-{document.id}.xml"
        files[name] = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return Exported(files, {"meeting": len(files)}, (f"{left} undated left out",) if left else ())


class Debate:
    """The minutes of one meeting as an element tree, `root`."""

    def __init__(self, document: Document, minutes: Minutes, *, source: str, exempt: bool, country: str) -> None:
        self._document, self._minutes, self._source, self._country = document, minutes, source, country
        self._hidden = [] if exempt else [(each.start, each.end) for each in minutes.exempt]
        self._cited = sorted(
            (each.start, place, each.end, name) for place, (name, each) in enumerate(self._citations())
        )
        self._longest = max((end - start for start, _, end, _ in self._cited), default=0)
        self.root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN})
        debate = _put(self.root, "debate", name="minutes")
        self._meta(_put(debate, "meta"))
        self._body(debate)

    def _body(self, debate: Any) -> None:
        """The text before the first item as preface, then a section for each item."""
        first = min((each.citation.start for each in self._minutes.items), default=len(self._document.text))
        before = [each for each in self._shown() if each.start < first]
        if before and self._minutes.items:
            preface = _put(debate, "preface")
            for block in before:
                self._paragraph(preface, block.start, block.end)
        body = _put(debate, "debateBody")
        sections = self._sections(body)
        for block in self._shown():
            if block.start < first and self._minutes.items:
                continue
            item = self._minutes.item_at(block.start) or self._minutes.item_at(block.end - 1)
            section = sections.get(item.id if item else None)
            if section is None:
                section = sections[None] = _put(body, "debateSection", name="other", eId="other")
            start = block.start
            if item and block.start <= item.citation.start < block.end:
                start = item.citation.end
            elif item and item.citation.start < block.end <= item.citation.end:
                continue
            self._paragraph(section, start, block.end)
        if not len(body):
            _put(body, "debateSection", name="other", eId="other")

    def _sections(self, body: Any) -> dict[str | None, Any]:
        found: dict[str | None, Any] = {}
        for item in self._minutes.items:
            parent = found.get(item.parent_id) if item.parent_id else None
            section = _put(body if parent is None else parent, "debateSection", name="item", eId=item.id)
            if item.number:
                _put(section, "num").text = legal(item.number)
            _put(section, "heading").text = legal(item.title)
            found[item.id] = section
        return found

    def _shown(self) -> Iterator[Block]:
        for block in self._document.blocks:
            hidden = any(start < block.end and block.start < end for start, end in self._hidden)
            if not block.furniture and not hidden:
                yield block

    def _paragraph(self, parent: Any, start: int, end: int) -> None:
        text = self._document.text[start:end].strip()
        if text:
            first = bisect_left(self._cited, (start - self._longest,))  # none before it reaches so far
            near = self._cited[first : bisect_left(self._cited, (end,))]
            about = [name for _, name in sorted((place, name) for _, place, stop, name in near if start < stop)]
            refers = {"refersTo": " ".join(f"#{each}" for each in dict.fromkeys(about))} if about else {}
            _put(parent, "p", **refers).text = legal(text)

    def _citations(self) -> Iterator[tuple[str, Citation]]:
        """What is listed in `references`, with the places that refer to it."""
        for person in self._minutes.attendance:
            if person.citation:
                yield _person(person.name), person.citation
        yield from ((each.id, each.citation) for each in self._events())

    def _events(self) -> Iterable[Decision | Action]:
        return (*self._minutes.decisions, *self._minutes.actions)

    # ---- what is said of it -------------------------------------------------------------------------------------

    def _meta(self, meta: Any) -> None:
        self._identification(_put(meta, "identification", source=f"#{SOURCE}"))
        self._votes(meta)
        self._references(_put(meta, "references", source=f"#{SOURCE}"))

    def _identification(self, parent: Any) -> None:
        """Work, expression and manifestation; the published file, or its content, is an alias of the last."""
        day, status = self._minutes.meeting.date or "", self._minutes.meeting.status
        work = f"/akn/{self._country}/debate/minutes/{day}/{self._document.id}"
        for name, uri in (
            ("FRBRWork", work), ("FRBRExpression", f"{work}/eng"), ("FRBRManifestation", f"{work}/eng.xml"),
        ):  # fmt: skip
            level = _put(parent, name)
            _put(level, "FRBRthis", value=f"{uri}/!main" if name != "FRBRManifestation" else f"{work}/eng/!main.xml")
            _put(level, "FRBRuri", value=uri)
            if name == "FRBRManifestation":
                _put(level, "FRBRalias", name="source", value=self._source)
            _put(level, "FRBRdate", date=day, name="meeting")
            _put(level, "FRBRauthor", href=f"#{self._author()[0]}")
            if name == "FRBRWork":
                _put(level, "FRBRcountry", value=self._country)
                _put(level, "FRBRsubtype", value="minutes")
                _put(level, "FRBRname", value=legal(self._document.title or self._author()[1]))
            elif name == "FRBRExpression":
                if status:
                    _put(level, "FRBRauthoritative", value="true" if status == "confirmed" else "false")
                _put(level, "FRBRlanguage", language="eng")

    def _author(self) -> tuple[str, str]:
        meeting = self._minutes.meeting
        name = " · ".join(filter(None, (meeting.body, meeting.organisation)))
        return content_id("org", name.casefold()), name or "Not named"

    def _votes(self, meta: Any) -> None:
        voted = [each for each in self._minutes.decisions if each.votes]
        if not voted:
            return
        analysis = _put(_put(meta, "analysis", source=f"#{SOURCE}"), "parliamentary")
        for decision in voted:
            voting = _put(analysis, "voting", eId=f"vote-{decision.id}", refersTo=f"#{decision.id}",
                          outcome=f"#{decision.outcome}")  # fmt: skip
            for name, value in _counted(decision):
                _put(voting, "count", eId=f"vote-{decision.id}-{name}", value=value, refersTo=f"#{name}")

    def _references(self, references: Any) -> None:
        _concept(references, "TLCOrganization", SOURCE, "Minutebook", "organization")
        _concept(references, "TLCOrganization", *self._author(), "organization")
        for name in dict.fromkeys(each.name for each in self._minutes.attendance):
            _concept(references, "TLCPerson", _person(name), name, "person")
        for each in self._events():
            kind = "decision" if isinstance(each, Decision) else "action"
            _concept(references, "TLCEvent", each.id, each.text, kind)
        voted = [each for each in self._minutes.decisions if each.votes]
        told = {each.outcome for each in voted} | {name for each in voted for name, _ in _counted(each)}
        for name in sorted(told):
            _concept(references, "TLCConcept", name, name, "vote")


def _counted(decision: Decision) -> list[tuple[str, str]]:
    """The counts of a vote, those that are printed; of a unanimous one nothing else is known."""
    votes = decision.votes
    if not isinstance(votes, Votes):
        return [("for", "unanimous")] if votes else []
    counts = {"for": votes.for_, "against": votes.against, "abstain": votes.abstain}
    return [(name, str(count)) for name, count in counts.items() if count is not None]


def _concept(parent: Any, tag: str, own: str, name: str, kind: str) -> None:
    _put(parent, tag, eId=own, href=f"/akn/ontology/{kind}/{own}", showAs=legal(name))


def _person(name: str) -> str:
    return content_id("per", name.casefold())


def _put(parent: Any, tag: str, /, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{AKN}}}{tag}", attributes)
