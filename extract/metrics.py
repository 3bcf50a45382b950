"""Metrics: figures that measure something, with what, when, where and against what.

The parser is slow, so it sees no sentence without a figure. What each figure measures is found by `extract.names`,
its period by `extract.periods`, its place by `extract.places`, its role by `extract.roles`; what the sentence leaves
open, the paragraph, the headings and the document may say (`extract.setting`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from extract.findings import Findings, findings
from extract.listed import Listed, listed_at
from extract.names import counted, counted_by_subject, lemma_of, name_of, of_which, whole_of
from extract.periods import Period, period_at
from extract.places import Place, place_at
from extract.quantities import Quantity, duration_unit, quantities_in
from extract.roles import direction_of, role_of
from extract.setting import Setting
from extract.tables import table_metrics
from extract.text import Sentence
from minutes.model import Metric, Role, content_id
from models.language import parser

_IN_SERIES = re.compile(
    r"[\s(),;/&–-]*(?:(?:to|and|then|or|from|in|at|by|of|up|down|on|for|compared|against|with|than|the|a|an"
    r"|just|short|only|but|higher|lower"
    r"|year|total|average|national|regional|nationally|regionally|figure|recorded|median|mean|about|around"
    r"|over|the end of|early|late"
    r"|term|school|academic|financial|summer|autumn|spring|half|first|\d{4}(?:[/-]\d\d)?|weeks?|months?|days?"
    r"|years?|hours?|minutes?"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b[\s(),;/&–-]*)*",
    re.IGNORECASE,
)
_ONLY_WHERE = re.compile(
    r"(?:(?:the|a|of|for|is|it|was|in|at|and|to|had|been|by|end|on|total|average|figure|performance|rate"
    r"|national|nationally|regional|region"
    r"|local|England|Wales|UK|North|South|East|West|London|Midlands|Yorkshire|Humber|neighbours?|statistical"
    r"|comparator|mean|median|other"
    r"|latest|this|that|compared|with|year|whole|as|which|target|aim|weeks|months|days|years|cases|present"
    r"|trends|will|reach|our|we|want"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b\W*)+",
    re.IGNORECASE,
)
_NO_NOUN = frozenset(
    "point phase wave stage part way thing issue question option reason area step minute version item page "
    "paragraph section number "
    "appendix time date o'clock side term aspect element stream strand theme limb priority objective key "
    "amendment motion meeting "
    "aim target measure group block language quotation quote nomination councillor male female runner "
    "secondment band wish party colleague copy paper report recommendation resolution proposal form barrier matter "
    "change factor speaker kind type "
    "region notice statement sign".split()
)
_VOTE = re.compile(
    r"\b(?:for|against|abstain\w*|abstentions?|votes?|voted|voting)\s*[:(]?\s*\(?$|^\)?\s*(?:votes?|abstentions?"
    r"|abstained|against|in favour)\b",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"\b(?:invoices?|payments?|accounts? for payment|cheques?|expenditure to approve|bills|payees?)\b", re.IGNORECASE
)
# Sums that a meeting pays or approves to be paid.
_PAID = re.compile(
    r"\b(?:(?:approve|authorise|schedule of|list of|following) (?:the |all )?payments?\b"
    r"|fees? of [£$€][\d,.]+ be paid)",
    re.IGNORECASE,
)
_CHARTED = re.compile(r"[\d.,%\s]+")  # a share alone in its line labels a part of a chart
# What is known to be so many and is only spoken of: "the three larger libraries", "each of the 12 districts".
_KNOWN = re.compile(r"\b(?:the|these|those|all|both|its|their|our|last)\s$", re.IGNORECASE)
_TERM = re.compile(
    r"\b\w+[- ](?:year|month|week|day|hour|minute)s?[- ](?:term|programme|plan|strategy|contract|review|period"
    r"|trend|lease|capital|cycle|time limit|olds?)\b",
    re.IGNORECASE,
)
_PLANNING = re.compile(
    r"\b(?:erection|dwellings?|storey|bedroom|planning (?:application(?!s?\s(?:during|in|over))|permission|consent)"
    r"|extension"
    r"|change of use|residential development"
    r"|proposed conversion|metres?|km|miles?|mph|sq)\b",
    re.IGNORECASE,
)


_WAITS = frozenset(
    "wait delay waiting service journey backlog gap turnaround old".split()
)  # what has a length that is measured
REPEATED_WORDS = 7  # a sentence with fewer may well be said twice
_COLLECTIVE = frozenset("staff people personnel police stock cattle livestock youth fte".split())
MANY = 25  # from so many on, even reports and times are counted and not only told off
_FRACTION = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|our|all|these|those|more than|over|around|about|a total of)\s)*")
# "Of the 38 schools, 17 ...": what is counted is said once.
_PARTITION = re.compile(r"\W*(?:Of|Out of|Among|Amongst)\s(?:the|our|its|these|those|all)?\b")


_GOES_ON = re.compile(r"[,;)]\s(?:and\s)?$")  # "10 indicators show a rise, 22 are stable, and six are falling"
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|reduction|fall|decrease|drop|total|estimate|average) of\s(?:about\s|over\s|around\s)?$"
    r"|\b(?:compared (?:with|to)|surveys?:|against|there were)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What one figure was found to mean."""

    unit: str
    name: str | None
    role: Role = "actual"


def find_metrics(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).metrics`."""
    found = findings(doc)
    if found.kind in ("minutes", "report", "slides"):
        setting = Setting(found)
        prose = list(_prose(setting))
        found.metrics += [*(_once(prose) if found.kind == "minutes" else prose), *table_metrics(setting)]
        found.metrics.sort(key=lambda metric: metric.citation.start)
    return doc


def _once(metrics: list[Metric]) -> Iterator[Metric]:
    """Figures less those of a resolution that the minutes print a second time, as moved and as carried."""
    printed: dict[str, int] = {}
    for metric in metrics:
        text = re.sub(r"\W+", " ", metric.text).strip().casefold()
        if (
            len(text.split()) < REPEATED_WORDS
            or printed.setdefault(text, metric.citation.start) == metric.citation.start
        ):
            yield metric


def _prose(setting: Setting) -> Iterator[Metric]:
    found = setting.found
    held = [(s, qs) for s in found.sentences if (qs := _measures(found, s))]
    if not held:
        return
    texts = [found.document.text[s.start : s.end].replace("\t", " ") for s, _ in held]
    before: Said | None = None
    block = -1
    for (sentence, quantities), parsed in zip(held, parser().pipe(texts, batch_size=64), strict=True):
        if sentence.block != block and not _listed(found, block, sentence.block):
            before = None
        for metric, said in _sentence(setting, sentence, quantities, parsed, before):
            yield metric
            before = said
        block = sentence.block


def _listed(found: Findings, above: int, block: int) -> bool:
    """Whether a block goes on with a list that the block of the last figure begins, or is in."""
    blocks, text = found.document.blocks, found.document.text
    if above < 0 or blocks[block].kind != "list_item" or any(b.kind == "heading" for b in blocks[above:block]):
        return False
    return blocks[above].kind == "list_item" or text[: blocks[above].end].rstrip().endswith(":")


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
    if _PLANNING.search(text) or _PAID.search(text) or _CHARTED.fullmatch(text):
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
    setting: Setting, sentence: Sentence, quantities: list[Quantity], parsed: Doc, before: Said | None
) -> Iterator[tuple[Metric, Said]]:
    """The metrics of a sentence; `before` is the last figure of the sentence before it in the same paragraph."""
    text = parsed.text
    scene = _Scene(setting, sentence, parsed, setting.periods(text, sentence.start), setting.places(text))
    previous, end = None, 0
    for index, quantity in enumerate(quantities):
        said = _said(parsed, quantities, index, previous, before)
        if said is None:
            continue
        listed = listed_at(setting.found, sentence.block, text, (quantity.start, quantity.end), setting.home)
        if listed:
            said = replace(said, name=listed.name)
        elif previous and said.unit == previous.unit and _IN_SERIES.fullmatch(text[end : quantity.start]):
            said = previous  # "57.1% (2021), 56.4% (2022)" measure one thing
        elif _ONLY_WHERE.fullmatch(said.name or "South"):
            # "The national average is 54%" goes on about the figure before it, or about what the heading names.
            above = (
                previous or before or Said(said.unit, next((i.title for i in setting.headings(sentence.start)), None))
            )
            said = Said(said.unit, " ".join(filter(None, (above.name, said.name))) or None)
        metric = _metric(scene, quantities, index, said, before, listed)
        previous, end = replace(said, role=metric.role), quantity.end
        yield metric, previous


def _said(
    parsed: Doc, quantities: list[Quantity], index: int, previous: Said | None, before: Said | None
) -> Said | None:
    """Unit and name of a figure; null if nothing says what it counts."""
    quantity = quantities[index]
    span = parsed.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    noun = counted(span)
    if quantity.unit:
        return Said(quantity.unit, name_of(span, noun if noun is not None and noun.i - span.end < 4 else None))
    follows = quantities[index + 1] if index + 1 < len(quantities) else None
    if follows and not follows.unit and _FRACTION.fullmatch(parsed.text[quantity.end : follows.start]):
        whole = _said(parsed, quantities, index + 1, None, None)  # "26 of the 40 pitches"
        return Said(whole.unit, of_which(span, whole.name)) if whole else None
    verb = span.end < len(parsed) and (parsed[span.end].pos_ in ("VERB", "AUX") or parsed[span.end].lower_ == "which")
    listed = _PARTITION.match(parsed.text) or _GOES_ON.search(parsed.text[: quantity.start])
    counted_above = previous if listed else before if span.start <= 1 else None
    if verb and counted_above and not _is_unit(counted_above.unit):
        return Said(counted_above.unit, of_which(span, counted_above.name))
    group = None if quantity.in_words else whole_of(span)
    if group is not None:
        return Said(lemma_of(group, span), name_of(span, group))
    if noun is not None:
        duration = duration_unit(noun.text)
        if duration and not _is_term(noun):
            return Said(duration, name_of(span, noun))
        few = quantity.small_word and noun.tag_ not in ("NNS", "NNPS")
        told_off = noun.lemma_.casefold() in _NO_NOUN or _is_known(parsed.text, quantities, index)
        if duration or few or (told_off and quantity.least < MANY) or _is_no_count(quantity, noun, span):
            return None
        return Said(lemma_of(noun, span), name_of(span, noun))
    governed = None if quantity.in_words else counted_by_subject(span)
    if governed:
        return Said(governed, name_of(span, None))
    above = previous or before
    if (
        above
        and not _is_unit(above.unit)
        and not quantity.in_words
        and _CHANGE_OF.search(parsed.text[: quantity.start])
    ):
        return above
    if (
        previous
        and not quantity.in_words
        and re.search(r"\b(?:to|and|&|then|or|from|;|,)\s*\W*$", parsed.text[: quantity.start])
    ):
        return previous
    if quantity.least != int(quantity.least) and re.search(
        r"\b(?:score|rate|average|index|ratio|progress)\b|^\w+:", parsed.text, re.IGNORECASE
    ):
        return Said("score", name_of(span, None))
    return None


def _is_known(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a count is of what the reader knows, and no part of a share ("9 of the 12 pitches")."""
    start = quantities[index].start
    parts = index > 0 and _FRACTION.fullmatch(text[quantities[index - 1].end : start])
    return bool(_KNOWN.search(text[:start])) and not parts and not _PARTITION.match(text)


def _is_no_count(quantity: Quantity, noun: Token, span: Span) -> bool:
    """Whether a number only stands before a noun and counts nothing: "Open Data 500 project", "3 Introduction ...."."""
    if not re.fullmatch(r"[^\W\d_].*\w", noun.text) or re.search(r"[/=&@]", noun.text):
        return True  # an address, or the mark of a footnote before one
    numbering = span.start == 0 and span.doc[span.end : span.end + 1].text[:1].isupper() and not quantity.in_words
    if numbering and quantity.least < 100 and not any(token.pos_ in ("VERB", "AUX") for token in span.doc):
        return True
    rest = noun.doc[noun.i + 1 : noun.i + 3]
    joined = rest.text[:1] == "(" or (rest.text[:4] == "and " and rest[1].like_num)  # "400 special school and 230 ..."
    singular = noun.tag_ == "NN" and noun.lemma_ == noun.text and noun.lower_ not in _COLLECTIVE and not joined
    return singular and 1 < quantity.least < 1000 and not quantity.in_words


def _is_term(noun: Token) -> bool:
    """Whether a length of time only describes what follows it: "a three year forecast", "22 years' service"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is None or after.lemma_.casefold() in _WAITS:
        return False
    led = after.pos_ in ("NOUN", "PROPN") and noun.head.i > noun.i
    return after.text in ("’", "'") or (noun.tag_ in ("NN", "NNP") and (led or _leads_on(noun)))


def _leads_on(noun: Token) -> bool:
    """Whether a length of time in the singular stands before a name: "a 3 year financial forecast"."""
    run = noun.doc[noun.i + 1 : noun.i + 3]
    nouns = [token for token in run if token.pos_ in ("NOUN", "PROPN")]
    only = all(token.pos_ in ("NOUN", "PROPN", "ADJ") for token in run[: 1 + (run[0].pos_ == "ADJ")])
    return bool(nouns) and only and not any(token.lemma_.casefold() in _WAITS for token in run)


def _is_unit(unit: str) -> bool:
    """Whether a unit is money, a share or a length of time, and not a noun that is counted."""
    return unit in ("%", "pp", "GBP", "USD", "EUR", "score") or duration_unit(unit) is not None


@dataclass(frozen=True)
class _Scene:
    """A sentence with the periods and places that it names."""

    setting: Setting
    sentence: Sentence
    parsed: Doc
    periods: list[Period]
    places: list[Place]


def _metric(
    scene: _Scene, quantities: list[Quantity], index: int, said: Said, before: Said | None, listed: Listed | None
) -> Metric:
    setting, sentence, text, quantity = scene.setting, scene.sentence, scene.parsed.text, quantities[index]
    found = setting.found
    citation = found.document.cite(sentence.start, sentence.end)
    figure = (quantity.start, quantity.end)
    others = [(q.start, q.end) for q in quantities if q is not quantity]
    block = found.document.blocks[sentence.block]
    around = setting.period_around(sentence.start, block.start)
    own = period_at(scene.periods, text, figure, others, around)
    place = (listed and listed.place) or place_at(scene.places, text, figure, others)
    role = role_of(
        text, scene.parsed, figure, unit=said.unit, earlier=[other for other in others if other < figure], place=place,
        home=setting.home, period=own, written=setting.written,
        planned=setting.planned(sentence.start + quantity.start, block.start) or (
            before is not None and before.role == "forecast" and setting.goes_on(sentence.start)
        ) or (listed is not None and listed.planned
        ),
    )  # fmt: skip
    elsewhere = None if role == "comparator" else setting.place_around(sentence.start, block.start)
    return Metric(
        id=content_id("met", found.document.id, sentence.start + quantity.start, index, quantity.value),
        item_id=found.item_id(sentence.start),
        text=citation.quote,
        value=quantity.value,
        unit=said.unit,
        name=said.name,
        period=own or around,
        place=place.name if place else elsewhere,
        role=role,
        direction=direction_of(text),
        citation=citation,
        rule="metric.sentence",
    )
