"""Metrics: figures that measure something, with what, when, where and against what.

The parser is slow, so it sees no sentence without a figure. What is measured is read off the dependency parse,
after Vo, Almasian and Gertz, "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023): the noun that the figure
counts, the subject of its verb, or what its preposition hangs on; in an elliptic sentence the words around it, or
the figure before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extract.findings import Findings, findings
from extract.periods import Period, period_at, periods_in
from extract.quantities import Quantity, duration_unit, quantities_in
from extract.tables import table_metrics
from extract.text import Sentence
from minutes.model import Direction, Metric, Role, content_id
from models.language import parser

NAME_WORDS = 14
ENOUGH_WORDS = 4  # a name with fewer that carry meaning takes in what is said after the figure
_IN_SERIES = re.compile(
    r"[\s(),;/&–-]*(?:(?:to|and|then|or|from|in|at|by|of|up|down|compared|against|with|the|year|total|\d{4}(?:[/-]\d\d)?|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)[\s(),;/&–-]*)*",
    re.IGNORECASE,
)
_ONLY_WHERE = re.compile(
    r"(?:(?:the|a|of|for|is|and|total|average|figure|performance|rate|national|nationally|regional|region|local|England|Wales|UK|"
    r"North|South|East|West|London|Midlands|Yorkshire|Humber|neighbours?|statistical|comparator|mean|median|other)\b\W*)+",
    re.IGNORECASE,
)
_NO_NOUN = frozenset(
    "point phase wave stage part way thing issue question option reason area step minute version item page "
    "paragraph section number "
    "appendix time date o'clock side term aspect element stream strand theme limb priority objective key "
    "amendment motion meeting "
    "copy paper report recommendation resolution proposal form barrier matter change factor speaker kind type "
    "region notice statement sign".split()
)
_COMPARATOR = re.compile(
    r"\b(?:national(?:ly)?|england|regional(?:ly)?|region|south west|south east|north west|north east"
    r"|east midlands|west midlands|neighbours?|statistical|uk|great britain|other (?:authorities|councils)"
    r"|elsewhere|benchmark)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?|aim(?:s|ed|ing)?|ambition|goal|floor standard|benchmark of|limit|threshold)\b", re.IGNORECASE
)
_FORECAST = re.compile(
    r"\b(?:forecast\w*|project(?:ed|ing|ion)|expected?|estimated?|anticipated|predict\w*|planned|plans? (?:to"
    r"|for)|proposed?|would|will|could|might|may|potential|modelled|draft|upcoming|likely|assumed|up to)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:increas\w+|ris(?:e|en|ing)|rose|grew|grown|growth|up from|higher|improv\w+|more than the previous)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreas\w+|reduc\w+|fell|fallen|fall|declin\w+|down from|lower|cut|fewer|drop\w*)\b", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:unchanged|stable|no change|remained (?:at|the same)|level)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?P<national>(?i:national(?:ly)?))\b|\b(?P<name>England|Wales|Scotland|Northern Ireland|UK|London"
    r"|South West|South East|North West|North East|East Midlands"
    r"|West Midlands|Yorkshire and (?:the )?Humber|East of England)\b|\b(?:in|across|within|for"
    r"|at)\s+(?P<in>(?:[A-Z][\w’'-]+)(?: (?:and|of|&|[A-Z][\w’'-]+))*(?<! and)(?<! of))",
)
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d|Quarter|Year"
    r"|Phase|Appendix|Section|Table|Figure|Item)\b"
)
_VOTE = re.compile(
    r"\b(?:for|against|abstain\w*|abstentions?|votes?|voted|voting)\s*[:(]?\s*\(?$|^\)?\s*(?:votes?|abstentions?"
    r"|abstained|against|in favour)\b",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"\b(?:invoices?|payments?|accounts? for payment|cheques?|expenditure to approve|bills|payees?)\b", re.IGNORECASE
)
_TERM = re.compile(
    r"\b\w+[- ](?:year|month|week|day|hour|minute)s?[- ](?:term|programme|plan|strategy|contract|review|period"
    r"|trend|lease|capital|cycle|time limit|olds?)\b",
    re.IGNORECASE,
)
_PLANNING = re.compile(
    r"\b(?:erection|dwelling|storey|bedroom|planning (?:application|permission|consent)|extension"
    r"|proposed conversion|metres?|km|miles?|mph|sq)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What one figure was found to mean."""

    unit: str
    name: str | None


def find_metrics(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).metrics`."""
    found = findings(doc)
    if found.kind in ("minutes", "report", "slides"):
        found.metrics += [*_prose(found), *table_metrics(found)]
        found.metrics.sort(key=lambda metric: metric.citation.start)
    return doc


def _prose(found: Findings) -> Iterator[Metric]:
    held = [(s, qs) for s in found.sentences if (qs := _measures(found, s))]
    if not held:
        return
    texts = [" ".join(found.document.text[s.start : s.end].split("\t")) for s, _ in held]
    before: Said | None = None
    block = -1
    for (sentence, quantities), parsed in zip(held, parser().pipe(texts, batch_size=64), strict=True):
        if sentence.block != block:
            before = None
        for metric, said in _sentence(found, sentence, quantities, parsed, before):
            yield metric
            before = said
        block = sentence.block


def _measures(found: Findings, sentence: Sentence) -> list[Quantity]:
    """The figures of a sentence that may be metrics, by the place of the sentence and what stands around them."""
    document = found.document
    block = document.blocks[sentence.block]
    text = document.text[sentence.start : sentence.end]
    if block.kind in ("note", "table_row", "heading") and not (
        found.kind in ("slides", "report") and block.kind == "heading"
    ):
        return []
    if not any(character.isdigit() for character in text) and not re.search(
        r"\b(?:[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        text,
        re.IGNORECASE,
    ):
        return []
    item = next((i for i in reversed(found.items) if i.citation.start <= sentence.start < i.end), None)
    if found.kind == "minutes" and (item is None or sentence.start < item.citation.end):
        return []
    if item and (
        _PAYMENT.search(item.title) or re.match(r"(?:date|next meeting|apologies|present)", item.title, re.IGNORECASE)
    ):
        return []
    if _PLANNING.search(text):
        return []
    terms = [m.span() for m in _TERM.finditer(text)]
    return [
        q
        for q in quantities_in(text)
        if (q.unit or not _VOTE.search(text[max(0, q.start - 14) : q.start]))
        and (q.unit or not _VOTE.search(text[q.end : q.end + 16]))
        and not any(a <= q.start < b for a, b in terms)
    ]


def _sentence(
    found: Findings, sentence: Sentence, quantities: list[Quantity], parsed: Doc, before: Said | None
) -> Iterator[tuple[Metric, Said]]:
    """The metrics of a sentence; `before` is the last figure of the sentence before it in the same paragraph."""
    text = parsed.text
    periods = periods_in(text)
    previous, end = None, 0
    for index, quantity in enumerate(quantities):
        said = _said(parsed, quantity, previous)
        if said is None:
            continue
        if previous and said.unit == previous.unit and _IN_SERIES.fullmatch(text[end : quantity.start]):
            said = previous  # "57.1% (2021), 56.4% (2022)" measure one thing
        elif _ONLY_WHERE.fullmatch(said.name or "South") and (previous or before):
            said = Said(said.unit, (previous or before or said).name)  # "the national average is 54%"
        previous, end = said, quantity.end
        others = [q.start for q in quantities if q is not quantity]
        period = _period(found, sentence, periods, quantity, others)
        yield _metric(found, sentence, text, quantity, said, period, index), said


def _said(parsed: Doc, quantity: Quantity, previous: Said | None) -> Said | None:
    """Unit and name of a figure; null if nothing says what it counts."""
    span = parsed.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    noun = _counted(span)
    if quantity.unit:
        return Said(quantity.unit, _name(span, noun if noun is not None and noun.i - span.end < 4 else None))
    if noun is not None:
        lemma = (
            noun.lemma_.casefold()
            if noun.lemma_.casefold() != noun.text.casefold() or not noun.text.isupper()
            else noun.text
        )
        duration = duration_unit(noun.text)
        if lemma in _NO_NOUN or (quantity.small_word and not duration and noun.tag_ not in ("NNS", "NNPS")):
            return None
        modifiers = [t.text.casefold() for t in noun.lefts if t.dep_ == "compound" and t.i >= span.end]
        return Said(duration or " ".join([*modifiers, lemma]), _name(span, noun))
    governed = None if quantity.in_words else _counted_by_subject(span)
    if governed:
        return Said(governed, _name(span, None))
    if (
        previous
        and re.search(r"\b(?:to|and|&|then|or|from|;|,)\s*\W*$", parsed.text[: quantity.start])
        and not quantity.in_words
    ):
        return Said(previous.unit, previous.name)
    value = quantity.value if not isinstance(quantity.value, tuple) else quantity.value[0]
    if value != int(value) and re.search(
        r"\b(?:score|rate|average|index|ratio|progress)\b|^\w+:", parsed.text, re.IGNORECASE
    ):
        return Said("score", _name(span, None))
    return None


def _counted(span: Span) -> Token | None:
    """The noun that a number counts, which must follow it."""
    head = span.root.head
    if (
        span.root.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod")
        and head.i >= span.end
        and head.pos_ in ("NOUN", "PROPN")
    ):
        return head
    # The parser loses "400 additional specialist school places": take the last noun of the run that follows.
    last = None
    for token in span.doc[span.end : span.end + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            last = token
        elif last is not None or (token.pos_ not in ("ADJ", "ADV", "NUM") and token.text not in ("-", "/", "&")):
            break
    return last


def _counted_by_subject(span: Span) -> str | None:
    """What a bare number counts that its subject names: "user numbers grew to 5,100", "births peaked at 18,000"."""
    governor = _governor(span)
    if governor is None:
        return None
    if governor.lemma_.casefold() == "population":
        return "person"
    if governor.lemma_.casefold() in ("number", "total", "count"):
        of = next((t for child in governor.children if child.lower_ == "of" for t in child.children), None)
        inner = of if of is not None else next((t for t in governor.lefts if t.dep_ == "compound"), None)
        return inner.lemma_.casefold() if inner is not None else None
    moved = {"grow", "rise", "increase", "fall", "drop", "peak", "decrease", "reduce", "reach", "total"}
    verbs = {token.lemma_ for token in span.root.ancestors if token.pos_ == "VERB"}
    return governor.lemma_.casefold() if verbs & moved and governor.tag_ == "NNS" else None


def _name(span: Span, noun: Token | None) -> str | None:
    """What is measured, in the sentence's own words."""
    governor = _governor(span)
    words = _phrase(noun, span) if noun is not None else []
    if governor is not None and governor not in words and len(words) < 4:
        words = words + _phrase(governor, span)[: 6 if words else NAME_WORDS]
    if not words:
        # Nothing hangs together: the words before the figure in its clause.
        before = [t for t in span.doc[: span.start] if not t.is_space]
        cut = max((i for i, t in enumerate(before) if t.text in (";", ":")), default=-1)
        words = (before[cut + 1 :] or before)[-10:]
    if sum(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and not t.like_num for t in words) < ENOUGH_WORDS:
        words = words + [t for t in _following(span) if t not in words]
    return _clean(words)


def _following(span: Span) -> list[Token]:
    """What is said of a figure after it, to the end of its clause."""
    after: list[Token] = []
    for token in span.doc[span.end : span.end + NAME_WORDS]:
        if token.text in (";", ".", ",") or token.like_num or token.text in "£$€%":
            break
        if not token.is_punct and token.pos_ != "AUX":
            after.append(token)
    return after


def _governor(span: Span) -> Token | None:
    """The noun that a figure says something of: what "of" hangs on, else the subject of its verb."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.lower_ == "of":
        inner = next((t for t in following.children if t.dep_ == "pobj"), None)
        if inner is not None:
            return inner
    token = span.root
    for _ in range(6):
        head = token.head
        if head is token:
            break
        if head.pos_ in ("NOUN", "PROPN") and head.i < span.start:
            return head
        if head.pos_ in ("VERB", "AUX"):
            subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)
            if subject is not None and subject.pos_ not in ("PRON", "DET"):
                return subject
            dobj = next(
                (c for c in head.children if c.dep_ in ("dobj", "attr", "oprd") and not span.start <= c.i < span.end),
                None,
            )
            if dobj is not None:
                return dobj
        token = head
    return None


def _phrase(noun: Token, span: Span) -> list[Token]:
    """A noun with what modifies it, less the figure itself."""
    words = [t for t in noun.subtree if not span.start <= t.i < span.end and not t.is_punct and not t.is_space]
    near = sorted(words, key=lambda t: abs(t.i - noun.i))[:NAME_WORDS]
    return sorted(near, key=lambda t: t.i)


def _clean(tokens: list[Token]) -> str | None:
    words = [
        t.text
        for t in tokens
        if t.text not in "()[]“”\"'*•£$€%"
        and not t.like_num
        and t.lower_ not in ("over", "around", "approximately", "almost", "about")
    ]
    while words and words[0].casefold() in (
        "the",
        "a",
        "an",
        "of",
        "and",
        "that",
        "in",
        "by",
        "with",
        "was",
        "were",
        "is",
        "to",
        "for",
        "at",
    ):
        words.pop(0)
    return " ".join(words[:NAME_WORDS]) or None


def _period(
    found: Findings, sentence: Sentence, periods: list[Period], quantity: Quantity, others: list[int]
) -> str | None:
    if periods:
        return period_at(periods, quantity.start, quantity.end, others)
    item = next((i for i in reversed(found.items) if i.citation.start <= sentence.start < i.end), None)
    headed = periods_in(item.title) if item else []
    return headed[-1].iso if headed and found.kind != "minutes" else None


def _metric(
    found: Findings, sentence: Sentence, text: str, quantity: Quantity, said: Said, period: str | None, index: int
) -> Metric:
    document = found.document
    citation = document.cite(sentence.start, sentence.end)
    clause = _clause(text, quantity)
    return Metric(
        id=content_id("met", document.id, sentence.start + quantity.start, index, quantity.value),
        item_id=found.item_id(sentence.start),
        text=citation.quote,
        value=quantity.value,
        unit=said.unit,
        name=said.name,
        period=period,
        place=_place(clause),
        role=_role(clause, text, quantity),
        direction=_direction(text),
        citation=citation,
        rule="metric.sentence",
    )


def _clause(text: str, quantity: Quantity) -> str:
    """The part of the sentence around a figure, up to the next figure's own words."""
    cuts = [
        m.end()
        for m in re.finditer(r"[,;/]\s| against | compared (?:to|with) | than (?:the )?(?=national)| and ", text)
    ]
    start = max((cut for cut in cuts if cut <= quantity.start), default=0)
    end = min((cut for cut in cuts if cut > quantity.end), default=len(text))
    return text[start:end]


def _place(clause: str) -> str | None:
    for match in _PLACE.finditer(clause):
        if match["national"]:
            return "national"
        place = match["name"] or match["in"]
        if place and not _MONTHS.match(place):
            return str(place)
    return None


def _role(clause: str, text: str, quantity: Quantity) -> Role:
    near = text[max(0, quantity.start - 60) : quantity.end + 25]
    if _TARGET.search(near) and _TARGET.search(clause):
        return "target"
    if _COMPARATOR.search(clause):
        return "comparator"
    return "forecast" if _FORECAST.search(clause) else "actual"


def _direction(text: str) -> Direction | None:
    ways: tuple[tuple[Direction, re.Pattern[str]], ...] = (("up", _UP), ("down", _DOWN), ("level", _LEVEL))
    found = [way for way, pattern in ways if pattern.search(text)]
    return found[0] if len(found) == 1 else None
