"""What a figure measures: its unit, or the noun that it counts, and its name.

A figure without either takes them from what it is set against ("against a target of 8"), from what it is a part of
("of which 3 were upheld"), or from the register or the label that it stands beside.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from extract.names import (
    are_what,
    counted,
    counted_by_subject,
    group_of,
    labelled_by,
    lemma_of,
    name_of,
    of_which,
    whole_of,
)
from extract.quantities import Quantity, duration_unit, singular
from minutes.model import Role

_NO_NOUN = frozenset(
    "point phase wave stage part way thing issue question option reason area step minute version item page "
    "paragraph section number "
    "appendix time date o'clock side term aspect element stream strand theme limb priority objective key "
    "amendment motion meeting "
    "aim target measure group block language quotation quote nomination councillor male female runner "
    "secondment band wish party colleague copy paper report recommendation resolution proposal form barrier matter "
    "change factor speaker kind type "
    "region notice statement sign workstream idea variable direction "
    "category tranche campaign occasion initiative exception suggestion avenue commitment principle pillar "
    "ordinance program presentation slide increase period cohort semester grade profile migration example "
    "reference elector component capability video surname letter".split()
)
_MADE = frozenset(
    "report recommendation measure occasion notice video letter".split()
)  # are counted when the count is in figures
# What is known to be so many and is only spoken of: "the three larger libraries", "each of the 12 districts".
_KNOWN = re.compile(
    r"\b(?:the|these|those|all|both|its|their|our|last|the other|sets? out|setting out|one of|the following)\s$",
    re.IGNORECASE,
)
_WAITS = frozenset(
    "wait delay waiting service journey backlog gap turnaround old".split()
)  # what has a length that is measured
_COLLECTIVE = frozenset("staff people personnel police stock cattle livestock youth fte".split())
MANY = 25  # from so many on, even reports and times are counted and not only told off
_FRACTION = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|our|all|these|those|more than|over|around|about|a total of)\s)*")
# "Of the 38 schools, 17 ...": what is counted is said once.
_PARTITION = re.compile(r"(?:\W*|[^,;]{3,60}, )(?:[Oo]f|Out of|Among|Amongst)\s(?:the|our|its|these|those|all)?\b")


_OF_THESE = re.compile(r"\s(?:\([^)]*\)\s)?of (?:these|them|those|whom|which)\b")
_OF_WHICH = re.compile(r"\b(?:of|for|with) (?:which|whom|these|those|them)\b", re.IGNORECASE)
_GOES_ON_LIST = re.compile(
    r"(?:[,;:]|, with|\band|\bof which|\bof whom|\bOf these)\s(?:about |around |over |another |a further )?$"
)
_ANOTHER = re.compile(r"\b(?:another|a further|that)\s(?:about |around |over )?$", re.IGNORECASE)
# "The huts are thirty years old", "the slipway, which was over 40 years old".
# "the 210 stage one appeals": a stage, and not how many.
_STAGED = re.compile(r"\s(?:stage|level|tier) (?:one|two|three|\d) (?P<what>[a-z]{3,}s)\b", re.IGNORECASE)
# "(open more than 20 weeks)": whom the figure beside it is of.
_OF_WHOM = re.compile(r"\((?:[a-z]+ ){0,4}(?:more|less|longer|fewer) than $|\((?:[a-z]+ ){0,4}(?:over|under|within) $")
_OLD = re.compile(r"\syears old\b(?! or )")
_OLD_IS = re.compile(
    r"(?P<what>(?:\b(?!than |the |a |since |as |that |which )[\w’'-]+ ){0,2}\b(?!that\b|which\b)[\w’'-]+)"
    r",?(?: that| which)? (?:is|are|was|were) (?:only |already |now |over |about |almost |nearly |more than )?$",
    re.IGNORECASE,
)
_PLACES = re.compile(r"-(?P<what>place|berth|seat|pitch|space|pupil)\s[a-z]")  # "a 16-place unit"
_STRONG = re.compile(r"-strong\s[A-Za-z]")  # "a 40-strong crew"
_OR_SO = re.compile(r"^(?:one|two|three|four|five|six) or ")
_OUT_OF = re.compile(r"\bout of (?:the |a total of |about )?$")  # "12 pitches out of 40"
_UP_ON = re.compile(
    r"\s(?:up|down|more|fewer) (?:from|on|than) (?:last|the (?:last|previous)) (?:week|month|quarter|year)\b"
)
_ONLY_ONE = re.compile(r"\bonly $", re.IGNORECASE)
_SEEN = re.compile(r"\s(?P<what>(?:[a-z-]+\s){0,2}[a-z-]+) (?:recorded|reported|received|registered)\b")
_THERE_IS = re.compile(
    r"\b(?:there (?:is|was|are|were|had been|has been|have been)|received|recorded)\s(?:only |just )?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\b(?:to|and|then|or|from|roughly|nearly|almost|about|around|over)|[&;,])\s*\W*$")
_SET_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against"
    r"|(?:up|down|increas\w+|decreas\w+|fell|fallen|ris\w+|rose|reduc\w+|drop\w*) (?:from|by|of|to)"
    r"|up|down|a further|an additional|surveys?:"
    r"|(?:increase|rise|reduction|fall|decrease|drop|total|estimate|target|plan|tolerance|threshold|ceiling|cap|goal|aim"
    r"|trajectory|peak|limit|capacity|profile|standard|average|median|mean|figure|ambition|England|nationally|neighbours)"
    r"(?: for [\w/ ]{1,20})?(?: of| for| (?:is|was)(?: for| to [a-z]+)?| being|:|,)?|from [^.;]{1,40} to)\s"
    r"(?:a |an |the |about |around |over |just |only |nearly |almost |roughly )*\(?$",
    re.IGNORECASE,
)
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|reduction|fall|decrease|drop|total|estimate|average) of\s(?:about\s|over\s|around\s)?$"
    r"|\b(?:compared (?:with|to)|surveys?:|against|there were)\s$",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\b(?:it|this|that|the (?:figure|number|total)) (?:was|is|stood at|had been|has been|rose to|fell to)\s"
    r"(?:about |around )?$",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(r"\s(?:fewer|more|higher|lower|less|above|below) (?:than|the|in)\b")
_LIMIT = re.compile(
    r"(?<!\bby )(?<!\bwas )(?<!\bjust )\b(?:over|more than|under|less than|fewer than|longer than|within"
    r"|in under|beyond|exceeding)\s(?:the |a )?$",
    re.IGNORECASE,
)
# "Attendance last season was 14,320, down from 17,905": a bare number that its subject says all of.
_STOOD = re.compile(
    r"(?:^|[.;–—-]\s|:\s)(?P<label>[A-Z][a-z][^,;:.–—]{2,70}?) (?:was|were|is|are|stood at|totall?ed|reached)"
    r" (?:about |around |just |over )?$"
)
_STOOD_END = re.compile(r"\s*(?:[,;.]|$|(?:or|for|down|up|compared|against|and|in)\b)")
# "Door count 9,211.", "New members: 231 (target 250)": a label that says all of the figure beside it.
_LABEL = re.compile(
    r"(?:^|[.;]\s)\W{0,3}(?P<label>(?:[A-Z][a-z]+[ -])?(?:[a-z]+[ -]){0,4}(?P<last>[A-Za-z][a-z]+))(?:\s?[:–—-])?\s$"
)
_COUNTED = re.compile(r"[a-z]{3,}s|(?:[a-z ]+ )?(?:count|attendance|circulation|enrol\w*|membership|footfall|usage)")
_NO_LABEL = re.compile(
    r"(?:cheques|checks|vouchers|minutes|resolutions|items|pages|sections|paragraphs|rooms|rules|policies|numbers|notes"
    r"|plots|lots|refs|cases|orders|ordinances|bylaws|articles|lines|routes|buses|plans|class|address|this|was|has|its|actions|risks|recommendations|appendices|tables"
    r"|figures|chapters|annexes|units|flats|houses|phases|motions|questions|priorities|objectives|agendas)",
    re.IGNORECASE,
)
_STANDS = 20  # smaller numbers may be scores, dates and names
_LABEL_END = re.compile(r"\s*(?:[,;.](?!\d)|$|\(|(?:at|in|on|from|for|down|up|compared|against|and)\b)")
_OPENED = re.compile(r"\s?\([^)]*")  # what stands in brackets after a figure
_NO_COUNT = re.compile(
    r"\b(?:dates?|times?|ages?|numbers?|votes?|results?|answers?|scores?|items?|years?|pages?|rooms?|codes?|it|this|that|there|he|she)$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d\s?[km]$", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:surplus|deficit|reserves?|grants?|budgets?|costs?|income|turnover|profit|loss|funding|balance|spend|revenue)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:score|rate|average|index|ratio|progress|median|life expectancy"
    r"|per (?:head|person|pupil|capita|household|\d[\d,]*)|times (?:earnings|higher|as|the))\b|^\w+:",
    re.IGNORECASE,
)
_RATE_OF = re.compile(r"\s(?:\([^)]*\)\s)?per [\d,]{3,}")
_OF_A_YEAR = re.compile(
    r"\b(?:(?:in|for|at|of|above|below|than|with) (?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:/\d\d)?"
    r"|(?:previous|last|prior) (?:year|quarter|month)|(?:years?|months?) (?:ago|earlier|before)) \($"
)
_HELD_FOR = re.compile(
    r"\b(?:who|which|looked after|been|same)\b[^.;,]{0,40}\bfor\s(?:at least\s|over\s|more than\s)?$"
)
_OF_ANOTHER_TIME = re.compile(
    r"[(;]\s?(?:(?:19|20)\d\d(?:/\d\d)?|(?:the )?(?:last|previous) (?:year|month|quarter)|target(?=\s\d|:)|Q[1-4]"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{4})?)(?:\s?:)?\s$"
)
_SCORED = re.compile(r"\b(?:risk|score|rating)\b", re.IGNORECASE)
# "increased from 12 to 16"
_RESCORED = re.compile(
    r"\b(?:increased|reduced|raised|lowered|moved|re-?scored|scores? (?:of|for) [^.;\d]{0,12}\d{0,3}[^.;\d]{0,40})"
    r" (?:from|from \d+ to)\s$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s$")
_AFTER_BOTH = re.compile(
    r"\s(?:[a-z-]+\s){0,1}?(?!was\b|is\b|has\b|this\b|its\b|as\b)([a-z]{3,}s|[a-z]+(?<=week|hour|year))\b"
)
_ROLL = re.compile(r"\son (?:the |the school )?roll\b")
_QUEUE = re.compile(r"\s(?:now |currently |still )?on (?:(?:the|our|its) )?(?:[\w-]+ ){0,2}(?:waiting )?list\b")
_EHC_PLAN = re.compile(
    r"\s(?:\w+\s){0,2}education,? health,? (?:and|&) (?:social )?care (?:\(EHC\) )?(?P<what>plan|need)", re.IGNORECASE
)
# "13 low risk and 2 medium risk items"
_BOTH = re.compile(
    r"\s(?:(?!and\b)[a-z]*[a-rt-z]\s){1,3}and\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z]+\s){1,3}?"
    r"(?P<what>[a-z]{3,}s)\b"
)
_AND_BOTH = re.compile(r"\b\d+\s(?:(?!and\b)[a-z]*[a-rt-z]\s){1,3}and\s$")
_BOTH_END = re.compile(r"\s(?:[a-z]+\s){1,3}?(?P<what>[a-z]{3,}s)\b")
_DONE = {
    "viewed": "view",
    "visited": "visit",
    "downloaded": "download",
    "watched": "view",
    "borrowed": "loan",
    "opened": "opening",
}
_TIMES = re.compile(rf"\b({'|'.join(_DONE)})\s(?:more than |over |nearly |almost |about )?$", re.IGNORECASE)
_SERVED = re.compile(r"notices (?:had been|have been|were) (?:served|issued)\b")
_NOUN_AFTER = re.compile(r"\s(?!to \d)[a-z]")
_OF_YEAR = re.compile(
    r"\s(?:[a-z]+\s){0,2}Year\s(?:R|\d{1,2})\s(?:[a-z]+\s){0,2}?(?P<what>[a-z]{3,}s)\b"
)  # "90 Year 7 places"
# "38 of 46 (83%) indicators"
_SHARE_BESIDE = re.compile(
    r"\s(?:of (?:the )?\d[\d,]*\s)?\(\d+(?:\.\d+)?\s?%\)\s(?:of (?:the )?)?(?:[a-z-]+\s){0,3}?(?P<what>[a-z]{3,}s)\b"
)
# "Of the listed indicators 21 were on target": what is parted is named where it is parted.
_OF_THE = re.compile(r"\W*(?:Of|Out of) (?:the|our|these|those|all)(?: the)? (?P<what>[^\d,;:]{2,60}?\w),?\s(?=\d)")
# "Visits stood at 132,268": what is printed in thousands is no name.
_STANDS_AT = re.compile(
    r"(?:\b(?:was|were|is|are|st(?:ood|ands?) at|total(?:s|led|ling|ing)|reach(?:ed|ing)|at|to|from|of|above|below"
    r"|exceed(?:ed|ing)|record(?:ed|ing)|an? (?:further|additional))|:)\s"
    r"(?:about |around |over |nearly |almost |just |only |approximately |some )?$"
)
_RUNS_AT = re.compile(r"\b(?:at|averag\w+|about|around|to|is|are|was|were)\s$")
_A_MONTH = re.compile(r"\s(?:a|an|per|each|every)\s(?:hour|day|week|month|quarter|year)\b")
_NUMBERED = re.compile(r"\bnumbered\s(?:about |around |over )?$")
_SCORE_IS = re.compile(r"\b(?:score|index|rating):\s$", re.IGNORECASE)
_TARGET_IS = re.compile(r"\btarget(?: of| is| was| =|:)?\s$", re.IGNORECASE)
_UP_FROM = re.compile(r"\s\((?:up|down) from")
_PLURAL_BEFORE = re.compile(r"\b([a-z]{3,}s)\s$")
_ENTRY = re.compile(
    r"\W{0,3}(?P<number>\d[\d,]*)\s(?:(?!of\b|in\b|for\b|to\b|with\b|at\b|on\b)[a-z-]+,?\s){0,6}(?P<what>[a-z]{3,}s)"
    r"(?:\s(?:of|in|for|to|with|at|on)\b.{0,80})?[.;]?",
    re.DOTALL,
)
_THOUSAND = re.compile(r"\d{1,3}(?:,\d{3})+")
_TO_DATE = re.compile(r"\s(?:in the )?year[- ]to[- ]date\b")
_GOES_ON = re.compile(r"[,;)]\s(?:and\s)?$")  # "10 indicators show a rise, 22 are stable, and six are falling"


@dataclass(frozen=True)
class Said:
    """What one figure was found to mean."""

    unit: str | None
    name: str | None
    role: Role = "actual"
    group: str | None = None


@dataclass(frozen=True)
class Told:
    """The figures before one: the last of its sentence, the last of the sentence before, the last that was a count."""

    previous: Said | None = None
    before: Said | None = None
    counted: Said | None = None
    period: str | None = None  # of the first figure of the sentence before, in the same paragraph


def said_of(parsed: Doc, quantities: list[Quantity], index: int, told: Told) -> Said | None:
    """Unit and name of a figure; null if nothing says what it counts."""
    quantity = quantities[index]
    span = parsed.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    told_so = _set_phrase(parsed, quantities, index, span)
    if told_so:
        return told_so
    noun = None if _TO_DATE.match(parsed.text, quantity.end) else _less_to_date(counted(span), span)
    if quantity.unit == "%" and told.counted and _OF_WHICH.search(parsed.text[: quantity.start][-12:]):
        return Said("%", of_which(span, told.counted.name), group=told.counted.name)
    if noun is not None and _OPENED.fullmatch(parsed.text, quantity.end, noun.idx):
        noun = None  # "Complaints: 4 (previous year 9)"
    if quantity.unit:
        near = noun if noun is not None and noun.i - span.end < 4 else None
        return Said(quantity.unit, name_of(span, near), group=group_of(span))
    follows = quantities[index + 1] if index + 1 < len(quantities) else None
    if follows and not follows.unit and _FRACTION.fullmatch(parsed.text[quantity.end : follows.start]):
        if quantity.in_words and quantity.least == 1:
            return None  # "one of the 2,196 who came"
        whole = said_of(parsed, quantities, index + 1, Told()) or told.counted  # "26 of the 40 pitches"
        return replace(whole, name=of_which(span, whole.name)) if whole else None
    if _RATE_OF.match(parsed.text, quantity.end):
        return Said("score", name_of(span, None))
    part = _part(parsed, quantities, index, span, noun, told)
    if part:
        return part
    group = None if quantity.in_words else whole_of(span)
    if group is not None and not group.like_num:
        return Said(lemma_of(group, span), name_of(span, group))
    time = _is_time(noun, span)
    if noun is not None and not time:
        counting = _counting(parsed, quantities, index, span, noun, told)
        alone = counting is None and noun.tag_ == "NN" and told.previous and not is_unit(told.previous.unit)
        if alone:
            return _like_the_last(parsed, quantity, told)  # "412 on site and roughly 900 online"
        entry = _entry(parsed.text, quantity) if counting is None else None
        return Said(entry, name_of(span, None)) if entry else counting
    if entry := _entry(parsed.text, quantity):
        return Said(entry, name_of(span, None))
    governed = None if quantity.in_words else counted_by_subject(span)
    if governed:
        return Said(governed, name_of(span, None))
    return _like_the_last(parsed, quantity, told) or _labelled(parsed, quantity, span)


def _set_phrase(parsed: Doc, quantities: list[Quantity], index: int, span: Span) -> Said | None:
    """What a bare figure measures by a phrase that the parser cannot take apart: "402 on roll", "viewed 900 times"."""
    quantity, text = quantities[index], parsed.text
    before = text[: quantity.start]
    if quantity.unit:
        return None
    if _ROLL.match(text, quantity.end):
        return Said("pupil", "pupils on roll")
    if _QUEUE.match(text, quantity.end):
        return Said(None, name_of(span, None))
    if plan := _EHC_PLAN.match(text, quantity.end):
        return Said(plan["what"].casefold(), name_of(span, None))
    if (done := _TIMES.search(before)) and text.startswith(" times", quantity.end):
        return Said(_DONE[done[1].casefold()], name_of(span, None))
    if _SCORED.search(text) and _RESCORED.search(before) and not _NOUN_AFTER.match(text, quantity.end):
        return Said("score", name_of(span, None))
    if both := _SHARE_BESIDE.match(text, quantity.end):
        return Said(singular(both["what"]), name_of(span, None))
    if _OLD.match(text, quantity.end) and (old := _OLD_IS.search(before)):
        return Said("year", f"age of {old['what']}")
    if quantity.least == 1 and _ONLY_ONE.search(before) and (seen := _SEEN.match(text, quantity.end)):
        return Said(seen["what"], name_of(span, None))
    if places := _PLACES.match(text, quantity.end):
        return Said(places["what"], name_of(span, None))
    if staged := _STAGED.match(text, quantity.end):
        return Said(singular(staged["what"].casefold()), f"{staged[0].strip()}")
    if _STRONG.match(text, quantity.end):
        return Said("person", name_of(span, None))
    if not before and _UP_ON.match(text, quantity.end):
        return Said(None, name_of(span, None))
    year = _OF_YEAR.match(text, quantity.end)
    unit = year["what"].rstrip("s") if year else _shared(text, quantities, index)
    return Said(unit, name_of(span, None)) if unit else None


def _shared(text: str, quantities: list[Quantity], index: int) -> str | None:
    """The unit printed after the second of two figures: "from 19 to 27 weeks", "3 high and 4 low risk items"."""
    quantity = quantities[index]
    follows = quantities[index + 1] if index + 1 < len(quantities) else None
    if follows and _FROM.search(text[: quantity.start]) and text[quantity.end : follows.start] == " to ":
        after = _AFTER_BOTH.match(text, follows.end)
        return singular(after[1]) if after else None
    both = _BOTH.match(text, quantity.end) if follows else None
    if both is None and _AND_BOTH.search(text[: quantity.start]):
        both = _BOTH_END.match(text, quantity.end)
    return duration_unit(both["what"]) or both["what"].rstrip("s") if both else None


def _less_to_date(noun: Token | None, span: Span) -> Token | None:
    """The noun before "year to date", which the parser takes for a part of it: "two outbreaks year to date"."""
    if noun is None or noun.doc[noun.i : noun.i + 3].text.casefold() != "year to date" or noun.i - 1 < span.end:
        return noun
    return noun.nbor(-1) if noun.nbor(-1).pos_ in ("NOUN", "PROPN") else None


def _entry(text: str, quantity: Quantity) -> str | None:
    """What an entry of a list counts that begins with its figure: "57 electric heating and hot water upgrades"."""
    entry = _ENTRY.fullmatch(text) if quantity.least >= 10 and not quantity.in_words else None
    return singular(entry["what"]) if entry and entry.start("number") == quantity.start else None


def _like_the_last(parsed: Doc, quantity: Quantity, told: Told) -> Said | None:
    """What a bare figure measures that is set against the one before it, or joined to it: "against a target of 8"."""
    before = parsed.text[: quantity.start]
    if told.previous and _is_compared(parsed.text, quantity):
        # "up 6% on the previous year (585)" gives the share's count, not another share.
        counted = told.counted if told.previous.unit == "%" and quantity.least > 100 else None
        return counted or told.previous
    if told.before and not is_unit(told.before.unit) and _CHANGE_OF.search(before):
        return told.before
    if told.counted and (_IT_WAS.search(before) or (quantity.least > 10 and _OUT_OF.search(before))):
        return told.counted
    joined = told.previous if told.previous and told.previous.unit != "%" else told.counted if told.previous else None
    return joined if not quantity.in_words and _JOINED.search(before) else None


def _labelled(parsed: Doc, quantity: Quantity, span: Span) -> Said | None:
    """What a bare figure measures by the register or the label that it stands beside, or as a score."""
    whole = quantity.least == int(quantity.least)
    labelled = labelled_by(span) if whole and not quantity.in_words else None
    if labelled:
        return Said(*labelled)
    if phrased := _phrased(parsed.text, quantity, span):
        return phrased
    subject = _STOOD.search(parsed.text[: quantity.start]) if whole and quantity.least >= _STANDS else None
    if subject and not _NO_COUNT.search(subject["label"]) and _STOOD_END.match(parsed.text, quantity.end):
        return Said(None, subject["label"])
    label = _LABEL.search(parsed.text[: quantity.start]) if whole and quantity.least >= _STANDS else None
    last = label["last"].casefold() if label else ""
    counted_by = _COUNTED.fullmatch(last) and not _NO_LABEL.fullmatch(last)
    if label and counted_by and _LABEL_END.match(parsed.text, quantity.end):
        return Said(None, label["label"])
    if _THOUSANDS.search(span.text) and _SUM.search(parsed.text):
        return Said(None, name_of(span, None))  # "a surplus of 26k"
    return Said("score", name_of(span, None)) if not whole and _SCORE.search(parsed.text) else None


def _phrased(text: str, quantity: Quantity, span: Span) -> Said | None:
    """What a bare figure measures by the words right beside it: "Falls with harm = 41", "running at 115 a month"."""
    before, after = text[: quantity.start], text[quantity.end : quantity.end + 12]
    if _SCORE_IS.search(before):
        return Said("score", name_of(span, None))
    if _UP_FROM.match(after) and (noun := _PLURAL_BEFORE.search(before)):
        return Said(singular(noun[1]), name_of(span, None))  # "exclusions 23 (up from 15)"
    told = (
        before.endswith("= ")
        or _NUMBERED.search(before)
        or (_RUNS_AT.search(before) and _A_MONTH.match(after))
        or (quantity.least >= MANY and _TARGET_IS.search(before))
        or (_THOUSAND.fullmatch(span.text) and _STANDS_AT.search(before))
    )
    return Said(None, name_of(span, None)) if told else None


def _part(
    parsed: Doc, quantities: list[Quantity], index: int, span: Span, noun: Token | None, told: Told
) -> Said | None:
    """What a figure is a part of that was counted before: "Of the 38 schools, 17 are full and nine close to it"."""
    quantity, whole = quantities[index], told.counted or _parted(parsed.text)
    before = parsed.text[: quantity.start]
    if whole is None or (quantity.small_word and span.start > 0 and all(q.in_words for q in quantities[:index])):
        return None  # "seven decisions, of which five had been dismissed" only tells off
    pronoun = _OF_THESE.match(parsed.text, quantity.end)
    split = _PARTITION.match(parsed.text) or _OF_WHICH.search(before)
    verb = span.end < len(parsed) and (parsed[span.end].pos_ in ("VERB", "AUX") or parsed[span.end].lower_ == "which")
    joined = quantity.in_words and before.endswith(" and ")  # "29 applied and five were seen"
    again = span.start <= 1 or joined or _GOES_ON.search(before) or _ANOTHER.search(before)
    bare = noun is None or noun.tag_ not in ("NNS", "NNPS")
    if pronoun or (split and (verb or (bare and _GOES_ON_LIST.search(before)))) or (verb and again and bare):
        are = are_what(span) if verb else None
        return Said(are or whole.unit, of_which(span, whole.name))
    return None


def _parted(text: str) -> Said | None:
    """What a sentence says that its figures are parts of: "Of the listed indicators 21 were on target"."""
    told = _OF_THE.match(text)
    return Said(singular(told["what"].split()[-1]), told["what"]) if told else None


def _counting(parsed: Doc, quantities: list[Quantity], index: int, span: Span, noun: Token, told: Told) -> Said | None:
    """Unit and name of a figure by the noun that it counts; null where it only tells off, names or frames."""
    quantity = quantities[index]
    duration = duration_unit(noun.text)
    if quantity.in_words and not duration and _OR_SO.search(parsed.text[quantity.start : quantity.end]):
        return None  # "two or three events" is no exact number
    if quantity.in_words and quantity.least == 1 and noun.tag_ == "NNS":
        return None  # "one charges £90 and the other £40"
    if duration and not _is_term(noun):
        return None if _is_threshold(parsed, quantities, index) else Said(duration, name_of(span, noun))
    few = quantity.small_word and noun.tag_ not in ("NNS", "NNPS") and not _is_one(parsed, quantity, noun, told)
    spoken_of = noun.lemma_.casefold() in (_NO_NOUN if quantity.in_words else _NO_NOUN - _MADE)
    spoken_of = spoken_of and not _PARTITION.match(parsed.text) and not _SERVED.match(parsed.text, noun.idx)
    told_off = spoken_of or _is_known(parsed.text, quantities, index)
    told_off = (
        told_off and quantity.least < MANY and quantity.least == int(quantity.least)
    )  # "2.4 points above" measures
    if duration or few or told_off or _is_no_count(quantity, noun, span):
        return None
    return Said(lemma_of(noun, span), name_of(span, noun))


def _is_one(parsed: Doc, quantity: Quantity, noun: Token, told: Told) -> bool:
    """Whether "one" counts: "there had been one complaint", "six libraries and one depot"."""
    before = parsed.text[: quantity.start]
    joined = told.previous is not None and before.endswith(" and ")
    return quantity.least == 1 and noun.tag_ == "NN" and bool(joined or _THERE_IS.search(before))


def _is_time(noun: Token | None, span: Span) -> bool:
    """Whether the noun after a figure begins a new phrase that tells the time: "up from 79 a year earlier"."""
    return (
        noun is not None and duration_unit(noun.text) is not None and span.doc[span.end].lower_ in ("a", "one", "last")
    )


def _is_compared(text: str, quantity: Quantity) -> bool:
    """Whether a bare figure is set against the one before it: "against a target of 8", "5 fewer than in 2022"."""
    before = text[: quantity.start]
    if _OF_ANOTHER_TIME.search(before) and text[quantity.end : quantity.end + 1] in ")%;":
        return True
    if _SET_AGAINST.search(before) or (not quantity.in_words and _DIFFERENCE.match(text, quantity.end)):
        return True
    if _OF_A_YEAR.search(before) and text[quantity.end : quantity.end + 1] == ")":
        return True  # "148 people, twice the number in 2022/23 (67)"
    return before.endswith("(") and bool(re.match(r"\s(?:in|at|for|last|a year)\b", text[quantity.end :]))


def _is_threshold(parsed: Doc, quantities: list[Quantity], index: int) -> bool:
    """Whether a length of time only says which cases another figure is of: "38 over 65 weeks", "83% within 10 days"."""
    others = [q for q in quantities if q is not quantities[index] and not _is_timed(parsed, q)]
    before = parsed.text[: quantities[index].start]
    if _OF_WHOM.search(before) and re.match(r"\s\w+\)", parsed.text[quantities[index].end :]):
        return True
    return bool(others and _LIMIT.search(before)) or bool(
        any(q.unit == "%" for q in others) and _HELD_FOR.search(before)
    )


def _is_timed(parsed: Doc, quantity: Quantity) -> bool:
    after = re.match(r"[\s-]([a-z]+)", parsed.text[quantity.end :])
    return quantity.unit is None and after is not None and duration_unit(after[1]) is not None


def _is_known(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a count is of what the reader knows, and no part of a share ("9 of the 12 pitches")."""
    start, before = quantities[index].start, quantities[index - 1] if index else None
    one = before is not None and before.in_words and before.least == 1  # "one of 4 crafts" names one
    parts = before and not one and _FRACTION.fullmatch(text[before.end : start])
    return bool(_KNOWN.search(text[:start])) and not parts and not _PARTITION.match(text)


def _is_no_count(quantity: Quantity, noun: Token, span: Span) -> bool:
    """Whether a number only stands before a noun and counts nothing: "Open Data 500 project", "3 Introduction ...."."""
    if not re.fullmatch(r"[^\W\d_].*\w", noun.text) or re.search(r"[/=&@]", noun.text):
        return True  # an address, or the mark of a footnote before one
    following = next(iter(span.doc[span.end : span.end + 1]), None)
    opens = following is not None and following.is_title and following.pos_ in ("ADJ", "DET", "PRON", "ADV")
    if opens and span.start == 0 and not quantity.in_words and quantity.least < 100:
        return True  # the mark of a footnote before its sentence: "9 Public assets are ..."
    numbering = span.start == 0 and span.doc[span.end : span.end + 1].text[:1].isupper() and not quantity.in_words
    if numbering and quantity.least < 100 and not any(token.pos_ in ("VERB", "AUX") for token in span.doc):
        return True
    rest = noun.doc[noun.i + 1 : noun.i + 3]
    joined = rest.text[:1] == "(" or (rest.text[:4] == "and " and rest[1].like_num)  # "400 special school and 230 ..."
    printed = noun.doc[span.start : span.end].text
    alone = noun.lemma_ == noun.text and noun.lower_ not in _COLLECTIVE and not joined and not quantity.in_words
    if alone and noun.tag_ == "NNP" and "," not in printed and quantity.least > 1:
        return noun.text[0].isupper() and not noun.text.endswith("s")  # "Rules 4301 Gate and Lock", "3 Mill Bank"
    return alone and noun.tag_ == "NN" and 1 < quantity.least < (1000 if "," in printed else 10_000)


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


def is_unit(unit: str | None) -> bool:
    """Whether a unit is money, a share or a length of time, and not a noun that is counted."""
    return unit is None or unit in ("%", "pp", "GBP", "USD", "EUR", "score") or duration_unit(unit) is not None
