"""The metrics of a sentence: each figure with what it measures, when, where, and in what role.

What each figure measures is found by `extract.counting`, its period by `extract.periods`, its place by
`extract.metrics.places`, its role by `extract.metrics.roles`; what the sentence leaves open, the paragraph, the
headings and the document may say (`extract.metrics.setting`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.counting.finding import said_of
from extract.counting.said import Said, Told, is_unit
from extract.metrics.changes import as_changes, change_of, direction_of, is_change
from extract.metrics.coordinated import apart, elsewhere, there, where_told, with_purposes
from extract.metrics.deadlines import due_at, is_lead
from extract.metrics.headline import Headline
from extract.metrics.listed import Listed, is_of_aims, listed_at, tallied
from extract.metrics.places import Place, is_giver, place_at
from extract.metrics.roles import against_place, role_of, sets_out
from extract.metrics.setting import Setting
from extract.periods.finding import Period
from extract.periods.nearest import has_own, period_at
from extract.quantities.figures import MONEY, Quantity
from extract.text import Sentence, as_text
from minutes.model import Block, Metric, Role, content_id

_IN_SERIES = re.compile(
    r"[\s(),;/&–-]*(?:(?:to|and|then|or|from|in|at|by|of|up|down|on|for|compared|against|with|than|the|a|an"
    r"|just|short|only|but|higher|lower"
    r"|year|total|average|national|regional|nationally|regionally|figure|recorded|median|mean|about|around"
    r"|over|the end of|early|late"
    r"|term|school|academic|financial|summer|autumn|spring|half|first|\d{4}(?:[/-]\d\d)?|weeks?|months?|days?"
    r"|years?|hours?|minutes?|pre-[a-z]+(?: levels?)?|(?-i:(?<=in )[A-Z]\w+(?: [A-Z]\w+)*)"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b[\s(),;/&–-]*)*",
    re.IGNORECASE,
)
# Words that say where, when, or how a figure stands to another one, and not what it measures.
_ONLY_WHERE = re.compile(
    r"(?:(?:the|a|an|of|for|is|it|was|were|in|at|and|to|had|been|by|on|as|which|with|than|from|this|that|both|its|our"
    r"|their"
    r"|end|total|average|figure|performance|rate|mean|median|amount|value|level|point|points|percentage|group"
    r"|national|nationally|regional|region|sector|local|England|Wales|UK|North|South|East|West|London|Midlands"
    r"|Yorkshire"
    r"|Humber|neighbours?|statistical|comparator|other|forces|similar|most|peer|state|county"
    r"|latest|compared|year|quarter|month|earlier|later|ago|whole|previous|last|same|period|time|so|far|date|until"
    r"|since"
    r"|target|goal|aim|aiming|asking|committee|board|council|trust|university|college|society|s|Easter|Christmas|policy|ambition|standard|threshold|ceiling|cap|tolerance"
    r"|trajectory|plan|profile|benchmark|budget"
    r"|up|down|increase|rise|reduction|fall|decrease|drop|growth|improvement|deterioration|risen|fallen|rose|fell"
    r"|significantly|slightly|considerably|substantially|marginally"
    r"|higher|lower|more|less|fewer|better|worse|above|below|over|under|short|slower|faster|adverse|ahead|behind"
    r"|favourable"
    r"|weeks?|months?|days?|years?|hours?|minutes?|seconds?|cases|present|trends|will|reach|our|we|want|working|reached|achieved"
    r"|Quarter|Autumn|Spring|Summer|Winter|term|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b\W*)+",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(r"\b(?:annual|half-yearly|quarterly) (?:accounts|report|review)\b", re.IGNORECASE)
# "This is well above the target in the Mill Plan of 25% cover": of what the figure before it measures.
_SET_BESIDE = re.compile(
    r"(?:above|against|ahead of|below|behind|better than|close to|compare[sd]? (?:to|with)|higher than|in line with"
    r"|lower than|over|short of|under|worse than)"
    r" (?:an?|its|our|the|their) (?:[\w’-]+ ){0,4}?"
    r"(?:ambition|average|benchmark|goal|median|standard|target|threshold)\b[^.,;:\d]{0,60}$"
)
_OF_ITS_OWN = re.compile(r"[^.,;:\d]{0,30}\sfor\b")  # "an average of £2 a visit for a static library"
_GOES_ON = re.compile(
    r"\W{0,20}(?:It|That|The figure|This|Which) (?:is|was|compare[sd]|stands|stood)\b[^.,;:\d]{0,20}$"
)
_OF_THESE = re.compile(r"[;,] (?:and )?of (?:these|those|which|whom|them)\b")
# A heading over what is aimed at: what "will increase to 80%" below it is a target.
_GOALS = re.compile(
    r"\b(?:goals?|targets?|ambitions?|expected outcomes|what success looks like|objectively verifiable indicators)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:their|its|his|her) [a-z]+ (?:for|of|in) (?:the )?$")
_PLANNED_LATER = re.compile(r"\d[^.;]{0,60}\bplanned (?:for|in|over|during) (?:the )?$")
_AT_QUARTER = re.compile(r"\bat (?:the end of )?(?:quarter \d|Q\d)\b", re.IGNORECASE)
# "58% of the 731 owners who replied did not know": of whom a share is, and what is told of them.
_OF_WHOM = re.compile(
    r"\s?of (?:the |all |our |those |these |its )?(?:\d[\d,]* (?!(?:and|to|or) \d))?"
    r"(?P<whom>(?=[a-z\d])[^.,;:()]{3,70}? (?:are|could|did|do|does|felt|had|has|have|is|know|knew|reported|said"
    r"|thought|told|was|were)\b[^.,;:()]{0,60})"
)
_NAME_WORDS, _RELATIVE_WORDS = 14, 8
_FOR_WHICH = re.compile(r"(?:^|[.;:,] )(?P<what>[^.;:,]{5,120}),? (?:for|in|of|on|against) which [^.;:,\d]{0,40}$")
_COPULA = re.compile(r"\b(?:is|are|was|were)\s(?:the\s|an?\s)?|^(?:The|An?)\s")
# "163 over the last six months": a stretch whose months are not told, and not what the report is for
_STRETCH = (
    r"\b(?:over|in|during|within) the (?:last|past|next|following|coming)"
    r" (?:few|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:weeks|months|years)\b(?! (?:of|to)\b.{0,20}\d{4})"
)
_STRETCH_BEFORE = re.compile(rf"{_STRETCH},?(?: (?!and\b|but\b)[a-z]+){{0,4}} $", re.IGNORECASE)
_STRETCH_AFTER = re.compile(rf"(?: (?!and\b|but\b)[a-z]+){{0,4}} {_STRETCH}", re.IGNORECASE)
_STROKE = re.compile(r"\s?/\s?[A-Z]")
# "countries told of: Norway (112)", of which each is a place
_OF_PLACES = re.compile(r"\b(?:boroughs|cities|counties|countries|districts|nations|regions|towns|villages|wards)\b")
_BEFORE_BRACKET = re.compile(r"(?P<name>[A-Z][\w’'-]*+(?: (?:(?:of|and|the) )?[A-Z][\w’'-]*+){0,3}) \($")
_RATE = re.compile(r"\bper \d")
_OURS = re.compile(r"\b(?:all )?(?:of )?our $")
# "some authorities had reserves of £90m", which are of none that is named
_OF_OTHERS = re.compile(
    r"\b(?:many|most|other|several|some|\d+(?: of the \d+)?) (?:local )?(?:authorities|boroughs|councils)\b"
    r"[^.;:£$€%]{0,80}[£$€]?$"
)
# "40 crews from 3 ports": how many ports is only said of the crews
_WHERE_FROM = re.compile(r"(?:\s[a-z-]+){1,3} (?:across|at|from|in) (?:about |around |nearly |over |some )?")


def told_in(
    setting: Setting,
    sentence: Sentence,
    quantities: list[Quantity],
    parsed: Doc,
    told: Told,
    headline: Headline | None,
) -> Iterator[tuple[Metric, Said]]:
    """The metrics of a sentence; `told` are the figures before it in the same paragraph."""
    text = as_text(parsed)
    scene = _Scene(setting, sentence, parsed, setting.periods(text, sentence.start), setting.places(text))
    made: list[tuple[Quantity, Metric, Said]] = []
    previous, before, end = None, told.before, 0
    named: str | None = None  # what the figure before says that this one measures
    total: Said | None = None  # the last sum that is no part of another
    head: Said | None = None  # the count that the figure before only says the whereabouts of
    base: Said | None = None  # what the figure before took its name from, where it only says of where it is
    for index, quantity in enumerate(quantities):
        said = said_of(parsed, quantities, index, replace(told, previous=previous, total=total, head=head))
        if headline and quantity.end <= headline.end:
            counted = said or previous  # "6 → 2": both are of the same
            said = Said(counted.unit if counted else quantity.unit, headline.name)
        if said is None and (label := tallied(setting.found, sentence.block, text)):
            said = Said("score" if _RATE.search(label) else None, label)
        if said is None:
            named = None
            continue
        listed = listed_at(setting.found, sentence.block, text, (quantity.start, quantity.end), setting.home)
        if listed:
            said = replace(said, name=listed.name)
        elif previous and said.unit == previous.unit and _in_series(text, end, quantity):
            # "57.1% (2021), 56.4% (2022)" are one thing
            name = elsewhere(previous.name or "", text[end : quantity.start], text[quantity.end :]) or None
            said = replace(previous, name=name, group=said.group or previous.group)
        elif not said.name and (of := _OF_WHOM.match(text, quantity.end)):
            said = replace(said, name=" ".join(of["whom"].split()[:_NAME_WORDS]))
        elif _ONLY_WHERE.fullmatch(said.name or "South"):
            # "The national average is 54%" goes on about the figure before it, or about what the heading names.
            title = next((item.title for item in setting.headings(sentence.start)), "")
            heading = Said(said.unit, title if not _OF_REPORT.search(title) else None)
            around = before if before and (before.unit == said.unit or setting.goes_on(sentence.start)) else None
            beside = base if _STROKE.match(text, end) else None  # "North East is 11.3%/England is 9.4%"
            above = base = beside or previous or _relative(text, quantity, said) or around or heading
            name = " ".join(filter(None, (above.name, said.name))) or None
            said = replace(said, name=name, group=said.group or above.group)
        elif (beside := _set_beside(text, end, quantity, previous, before)) and said.unit == beside.unit:
            said = replace(beside, group=said.group or beside.group)
        if previous and previous.name and said.name == previous.name:
            said = replace(said, name=elsewhere(said.name, text[end : quantity.start], text[quantity.end :]))
        said, named = _apart(parsed, quantities, index, replace(said, name=named or said.name))
        if previous and said.unit == previous.unit:
            said = replace(said, name=there(said.name, previous.name))
        metric = _metric(scene, quantities, index, said, told, listed, {q.start: m for q, m, _ in made})
        head = (head or previous) if previous and _WHERE_FROM.fullmatch(text, end, quantity.start) else None
        previous, end = replace(said, role=metric.role), quantity.end
        total = previous if said.unit in MONEY and said.what is None else total
        if not is_unit(said.unit) and not _is_of(said, told.counted):
            told = replace(told, counted=previous)
        made.append((quantity, metric, previous))
    figures, units = [quantity for quantity, _, _ in made], [metric.unit for _, metric, _ in made]
    names = as_changes([metric.name for _, metric, _ in made], text, figures)
    if len(made) > 1 and all(unit in MONEY for unit in units):
        names = with_purposes(names, text, [(quantity.start, quantity.end) for quantity in figures])
    for index, (_, metric, said) in enumerate(made):
        change = change_of(text, figures, units, index) if metric.role in ("actual", "forecast") else None
        yield metric.model_copy(update={"name": names[index], "change": change}), said


def _relative(text: str, quantity: Quantity, said: Said) -> Said | None:
    """What the noun before a relative clause says of its figure: "the limit to mend boats, for which ours was 60%"."""
    told = _FOR_WHICH.search(text[: quantity.start])
    what = _COPULA.split(told["what"])[-1] if told else ""
    return Said(said.unit, " ".join(what.split()[-_RELATIVE_WORDS:])) if what else None


def _apart(parsed: Doc, quantities: list[Quantity], index: int, said: Said) -> tuple[Said, str | None]:
    """What a figure measures, and what the next one does if both share a verb and the first was given both names."""
    after = quantities[index + 1 : index + 2]
    between = (quantities[index].end, after[0].start) if after else (0, 0)
    names = apart(said.name, as_text(parsed)[slice(*between)]) if said.name and after else None
    if not names:
        return said, None
    span = parsed.char_span(*between, alignment_mode="expand") or ()
    words = [word.pos_ for word in span if word.text in names[1].split()]
    thing = "VERB" not in words and ("NOUN" in words or "PROPN" in words)  # and not "fell by 2% and cost £40"
    that_of = names[1] not in as_text(parsed)  # "and that of the hall"
    return replace(said, name=names[0]), names[1] if thing or that_of else None


def _set_beside(text: str, end: int, quantity: Quantity, previous: Said | None, before: Said | None) -> Said | None:
    """The figure that a target or an average is set beside, by their words: the last, which ends at `end`, or the one
    of the sentence before."""
    between = text[end : quantity.start]
    told = _SET_BESIDE.search(between)
    if not told or _OF_ITS_OWN.match(text, quantity.end):
        return None
    if previous:
        return previous
    return before if _GOES_ON.match(between[: told.start()]) else None


def _is_of(said: Said, whole: Said | None) -> bool:
    """Whether a count was named as a part of another, of which the next one may be a part, too."""
    return (
        whole is not None
        and (said.unit == whole.unit or said.what == whole.name)
        and (said.name or "").startswith(f"{whole.name} ")
    )


@dataclass(frozen=True)
class _Scene:
    """A sentence with the periods and places that it names."""

    setting: Setting
    sentence: Sentence
    parsed: Doc
    periods: list[Period]
    places: list[Place]


def _whole(scene: _Scene, quantities: list[Quantity], index: int) -> int:
    """Where the figure begins that one without a period of its own is a part of: "98 in May; of these 37 ...".

    It is the first of its clause; -1 where there is none.
    """
    text, quantity = as_text(scene.parsed), quantities[index]
    parts = list(_OF_THESE.finditer(text, quantities[0].end, quantity.start))
    if not parts or any(p.start >= parts[-1].start() for p in scene.periods):
        return -1
    clause = text.rfind(";", 0, parts[-1].start()) + 1
    return next((other.start for other in quantities if clause <= other.start < parts[-1].start()), -1)


def _is_of_another(text: str, figure: tuple[int, int], period: Period) -> bool:
    """Whether a period is that of something in another clause: "20 were on track, 2 had met their aim for 2022/23",
    "640 were painted, with 410 more planned for 2025"."""
    between = text[figure[1] : period.start] if period.start > figure[0] else text[period.end : figure[0]]
    if period.start > figure[0] and _PLANNED_LATER.search(between):
        return True
    return bool(_OWN.search(text[: period.start])) and ", " in between


def _in_series(text: str, end: int, quantity: Quantity) -> bool:
    """Whether a figure goes on with the series of the last: "57.1% (2021), 56.4% (2022)"; not with "of" of its own."""
    own = re.match(r"\s?(?:[a-z]+\s){0,2}?of (?!which|them|these|those)[a-z]", text[quantity.end :])
    return not own and bool(_IN_SERIES.fullmatch(text[end : quantity.start]))


def _metric(
    scene: _Scene,
    quantities: list[Quantity],
    index: int,
    said: Said,
    told: Told,
    listed: Listed | None,
    made: dict[int, Metric],
) -> Metric:
    """The metric of one figure; `made` are those of the figures before it, by where they stand."""
    setting, sentence, text, quantity = scene.setting, scene.sentence, as_text(scene.parsed), quantities[index]
    found = setting.found
    citation = found.document.cite(sentence.start, sentence.end)
    figure, first = (quantity.start, quantity.end), next(iter(made.values()), None)
    others = [(q.start, q.end) for q in quantities if q is not quantity]
    block = found.document.blocks[sentence.block]
    in_cell = block.kind == "table_row" and found.kind != "minutes"  # whose neighbours say other things
    opening = sentence.start if in_cell else block.start
    around = setting.period_around(sentence.start, opening, text, told.period)
    starts = sets_out(text[: quantity.start])  # which is not when an aim is due
    periods = [
        period
        for period in scene.periods
        if not _is_of_another(text, figure, period) and not (starts and is_lead(text, period))
    ]
    own = period_at(periods, text, figure, others, around)
    if first and is_change(text, quantity):
        own = first.period  # "97 in May, compared with 109 a year earlier, a reduction of 11%"
    elif (whole := _whole(scene, quantities, index)) in made:
        own = made[whole].period
    if _STRETCH_AFTER.match(text, quantity.end) or _STRETCH_BEFORE.search(
        text[max(0, quantity.start - 90) : quantity.start]
    ):
        own = around = None
    place = (listed and listed.place) or _place(scene, said, figure, others)
    role = role_of(
        text, scene.parsed, figure, unit=said.unit, earlier=[other for other in others if other < figure],
        place=None if said.part else place, home=setting.home, period=own, written=setting.written,
        planned=_is_planned(scene, sentence.start + quantity.start, block, told, listed),
    )  # fmt: skip
    role = "target" if _is_aim(scene, block, said, role) else role
    if not starts:
        set_out = [metric.period for at, metric in made.items() if sets_out(text[:at])]
        role, own = _with_due(scene, figure, role, own, around, set_out)
    if first and _goes_with_first(scene, role, own, figure, others):
        # "In 2024, 39% were issued; this compared with 55% in 2023, and with 44% across London"
        own = next((metric.period for at, metric in made.items() if not sets_out(text[:at])), None)
    if own and role == "forecast" and _AT_QUARTER.search(text):
        own = re.sub(r" Q\d$", "", own)  # "At quarter 2 an overspend of £5m was forecast", which is that of the year
    if around and role in ("actual", "comparator") and setting.is_ahead(around, said.unit, text):
        around = None
    of_others = _OF_OTHERS.search(text, 0, quantity.start)
    elsewhere = (
        None if role == "comparator" or said.part or of_others else setting.place_around(sentence.start, opening)
    )
    return Metric(
        id=content_id("met", found.document.id, sentence.start + quantity.start, index, quantity.value),
        item_id=found.item_id(sentence.start),
        text=citation.quote,
        value=quantity.value,
        unit=said.unit,
        name=said.name,
        period=own or around,
        place=place.name if place else elsewhere,
        group=said.group,
        role=role,
        direction=direction_of(text, figure) if role in ("actual", "forecast") else None,
        citation=citation,
        rule="metric.sentence",
    )


def _place(scene: _Scene, said: Said, figure: tuple[int, int], others: list[tuple[int, int]]) -> Place | None:
    """The place that a figure is for; that of one in brackets behind a name is that name or none."""
    text = as_text(scene.parsed)
    if said.part and text.endswith("(", 0, figure[0]):
        named = next((place for place in scene.places if text[place.end : figure[0]] == " ("), None)
        own = (
            _BEFORE_BRACKET.search(text[: figure[0]]) if named is None and _OF_PLACES.search(said.name or "") else None
        )
        return Place(*own.span("name"), own["name"]) if own else named
    if _OURS.search(text, 0, figure[0]):
        return None  # "after longer hours at Mill Library, our 44 libraries"
    sums = [figure, *others] if said.unit in MONEY else []
    givers = [place for place in scene.places if any(is_giver(place, text, one) for one in sums)]
    place = place_at([place for place in scene.places if place not in givers], text, figure, others)
    last = max((end for _, end in others if end <= figure[0]), default=None)
    if place and last is not None and place.end <= figure[0] and not place.wider:
        there_told = where_told(text[last : figure[0]], text[figure[1] :])
        place = Place(*figure, there_told) if there_told and there_told != place.name else place
    return None if place and against_place(text, figure, place) else place


def _with_due(
    scene: _Scene, figure: tuple[int, int], role: Role, own: str | None, around: str | None, set_out: list[str | None]
) -> tuple[Role, str | None]:
    """Role and period of a figure as one of the aims of a sentence, which are for the day that they are due.

    `set_out` are the periods of the figures before it that a change sets out from.
    """
    text = as_text(scene.parsed)
    if role == "target" and own and any(own < (period or "") for period in set_out):
        own = None  # "from 21% in 2023 to the level of 18% in 2019", when it is yet to be so again
    due = due_at(scene.setting, scene.sentence.block, text, scene.periods)
    if due is None:
        return role, own
    if due.beside and role in ("actual", "forecast") and not _is_before(own, due.iso):
        role = "target"
    kept = own is not None and (own.endswith(due.iso) or has_own(scene.periods, text, figure))
    late = _is_before(own or around, due.iso) and not kept
    return role, due.iso if role in ("target", "forecast") and (late or not (own or around)) else own


def _is_before(iso: str | None, other: str) -> bool:
    """Whether a period is of an earlier year than another."""
    return iso is not None and iso.removeprefix("since ")[:4] < other[:4]


def _goes_with_first(
    scene: _Scene, role: Role, own: str | None, figure: tuple[int, int], others: list[tuple[int, int]]
) -> bool:
    """Whether a figure that another is compared with has no period of its own, or a target only that of a third:
    "95% to date, compared with 96% in 2023 and a target of 97%"."""
    text = as_text(scene.parsed)
    if role not in ("comparator", "target") or has_own(scene.periods, text, figure):
        return False
    named = [period for period in scene.periods if period.iso == own]
    return role == "comparator" or any(has_own(named, text, other) for other in others)


def _is_planned(scene: _Scene, start: int, block: Block, told: Told, listed: Listed | None) -> bool:
    """Whether what stands around a figure is of sums to come: the stem of its list, or the sentence that it goes on."""
    setting = scene.setting
    if setting.planned(start, block.start) or (listed is not None and listed.planned):
        return True
    return told.before is not None and told.before.role == "forecast" and setting.goes_on(scene.sentence.start)


def _is_aim(scene: _Scene, block: Block, said: Said, role: Role) -> bool:
    """Whether a figure is one of a list of aims, or a share foreseen under a heading of goals."""
    setting, sentence = scene.setting, scene.sentence
    if role == "actual":
        return block.kind == "list_item" and is_of_aims(setting.found, sentence.block)
    goals = role == "forecast" and said.unit == "%"
    return goals and any(_GOALS.search(item.title) for item in setting.headings(sentence.start))
