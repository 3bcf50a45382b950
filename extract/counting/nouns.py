"""Figures that count the noun after them, and those that only tell off, name or frame."""

import re

from spacy.tokens import Doc, Span, Token

from extract.counting.names import is_plural, lemma_of, name_of, noun_phrase
from extract.counting.phrases import MANY
from extract.counting.said import Said, Told
from extract.quantities.figures import Quantity
from extract.quantities.nouns import duration_unit
from extract.text import as_text
from models.language import lemma

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
    "criterion figure config lib reference elector component capability tier level scenario comment remark "
    "addition nos noes ayes nays video surname letter reminder email review".split()
)
_MADE = frozenset(
    "report recommendation measure occasion notice video letter comment remark reminder email review".split()
)  # are counted when the count is in figures
# What is known to be so many and is only spoken of: "the three larger libraries", "each of the 12 districts".
_KNOWN = re.compile(
    r"\b(?:the|these|those|all|any|both|its|their|our|last|the other|sets? out|setting out|one of|the following)\s$",
    re.IGNORECASE,
)
_WAITS = frozenset(
    "wait delay waiting service journey backlog gap turnaround old".split()
)  # what has a length that is measured
_COLLECTIVE = frozenset("staff people personnel police stock cattle livestock youth fte".split())
FRACTION = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|our|all|these|those|more than|over|around|about|a total of|an estimated"
    r"|approximately|nearly|almost|some|up to)\s)*"
)
# "Of the 38 schools, 17 ...": what is counted is said once.
PARTITION = re.compile(r"(?:\W*|[^,;]{3,60}, )(?:[Oo]f|Out of|Among|Amongst)\s(?:the|our|its|these|those|all)?\b")
# "(open more than 20 weeks)": whom the figure beside it is of.
_OF_WHOM = re.compile(r"\((?:[a-z]+ ){0,4}(?:more|less|longer|fewer) than $|\((?:[a-z]+ ){0,4}(?:over|under|within) $")
# "against 79 twelve months before"
_AGO = re.compile(r"\s[a-z]+ (?:years|quarters|months|weeks|days) (?:ago|before|earlier|previously)\b")
# "found 14 matters, 11 of which have been mended": what is parted was counted
_PARTED = re.compile(r",? (?:\d+|two|three|four|five|six|seven|eight|nine|ten) of (?:these|those|which|whom|them)\b")
_OR_SO = re.compile(r"^(?:one|two|three|four|five|six) or ")
_THERE_IS = re.compile(
    r"\b(?:there (?:is|was|are|were|had been|has been|have been)|received|recorded)\s(?:only |just )?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?<!\bby )(?<!\bwas )(?<!\bjust )\b(?:over|more than|under|less than|fewer than|longer than|within"
    r"|in under|beyond|exceeding)\s(?:the |a )?$",
    re.IGNORECASE,
)
_HELD_FOR = re.compile(
    r"\b(?:who|which|looked after|been|same)\b[^.;,]{0,40}\bfor\s(?:at least\s|over\s|more than\s)?$"
)
_DONE_IN = re.compile(r"\b(?:[a-z]{3,}ed|given|held|made|paid|seen) in $")  # "Checks made in 20 days: 46%"
_SHARE_IN = re.compile(r"(?:%|per cent) of [^.;,\d]{3,60} in $")  # "58% of the larger claims in 13 weeks"
_FOR_OR_AGAINST = re.compile(r"\sof (?:complaint|objection|support)\b")  # letters that an application drew
_SERVED = re.compile(r"notices (?:had been|have been|were) (?:served|issued)\b")


def less_to_date(noun: Token | None, span: Span) -> Token | None:
    """The noun before "year to date", which the parser takes for a part of it: "two outbreaks year to date"."""
    if noun is None or noun.doc[noun.i : noun.i + 3].text.casefold() != "year to date" or noun.i - 1 < span.end:
        return noun
    return noun.nbor(-1) if noun.nbor(-1).pos_ in ("NOUN", "PROPN") else None


def by_noun(parsed: Doc, quantities: list[Quantity], index: int, span: Span, noun: Token, told: Told) -> Said | None:
    """Unit and name of a figure by the noun that it counts; null where it only tells off, names or frames."""
    quantity = quantities[index]
    duration = duration_unit(noun.text)
    if quantity.in_words and not duration and _OR_SO.search(as_text(parsed)[quantity.start : quantity.end]):
        return None  # "two or three events" is no exact number
    if quantity.small_word and as_text(parsed).endswith(":"):
        return None  # "Two halls are let, as follows:"
    if quantity.in_words and quantity.least == 1 and noun.tag_ == "NNS":
        return None  # "one charges £90 and the other £40"
    if duration and not _is_term(noun):
        return None if _is_threshold(parsed, quantities, index) else Said(duration, name_of(span, noun))
    few = quantity.small_word and noun.tag_ not in ("NNS", "NNPS") and not _is_one(parsed, quantity, noun, told)
    spoken_of = lemma(noun).casefold() in (_NO_NOUN if quantity.small_word else _NO_NOUN - _MADE)
    spoken_of = spoken_of and not _FOR_OR_AGAINST.match(as_text(parsed), noun.idx + len(noun))
    spoken_of = spoken_of and not (not quantity.in_words and _PARTED.match(as_text(parsed), noun.idx + len(noun)))
    spoken_of = spoken_of and not PARTITION.match(as_text(parsed)) and not _SERVED.match(as_text(parsed), noun.idx)
    told_off = spoken_of or _is_known(as_text(parsed), quantities, index)
    told_off = (
        told_off and quantity.least < MANY and quantity.least == int(quantity.least)
    )  # "2.4 points above" measures
    if duration or few or told_off or _is_no_count(quantity, noun, span):
        return None
    return Said(lemma_of(noun, span), name_of(span, noun), what=noun_phrase(noun, span))


def _is_one(parsed: Doc, quantity: Quantity, noun: Token, told: Told) -> bool:
    """Whether "one" counts: "there had been one complaint", "six libraries and one depot"."""
    before = as_text(parsed)[: quantity.start]
    joined = told.previous is not None and before.endswith(" and ")
    return quantity.least == 1 and noun.tag_ == "NN" and bool(joined or _THERE_IS.search(before))


def is_time(noun: Token | None, span: Span) -> bool:
    """Whether the noun after a figure begins a new phrase that tells the time: "up from 79 a year earlier"."""
    if noun is None or duration_unit(noun.text) is None:
        return False
    return span.doc[span.end].lower_ in ("a", "one", "last") or bool(_AGO.match(as_text(span.doc), span.end_char))


def _is_known(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a count is of what the reader knows, and no part of a share ("9 of the 12 pitches")."""
    start, before = quantities[index].start, quantities[index - 1] if index else None
    one = before is not None and before.in_words and before.least == 1  # "one of 4 crafts" names one
    parts = before and not one and FRACTION.fullmatch(text[before.end : start])
    return bool(_KNOWN.search(text[:start])) and not parts and not PARTITION.match(text)


def _is_threshold(parsed: Doc, quantities: list[Quantity], index: int) -> bool:
    """Whether a length of time only says which cases another figure is of: "38 over 65 weeks", "83% within 10 days"."""
    others = [q for q in quantities if q is not quantities[index] and not _is_timed(parsed, q)]
    before = as_text(parsed)[: quantities[index].start]
    if _OF_WHOM.search(before) and re.match(r"\s\w+\)", as_text(parsed)[quantities[index].end :]):
        return True
    shared = any(q.unit == "%" for q in others)
    return bool(others and _LIMIT.search(before)) or bool(
        shared and (_HELD_FOR.search(before) or _DONE_IN.search(before) or _SHARE_IN.search(before))
    )


def _is_timed(parsed: Doc, quantity: Quantity) -> bool:
    after = re.match(r"[\s-]([a-z]+)", as_text(parsed)[quantity.end :])
    return quantity.unit is None and after is not None and duration_unit(after[1]) is not None


def _is_no_count(quantity: Quantity, noun: Token, span: Span) -> bool:
    """Whether a number only stands before a noun and counts nothing: "Open Data 500 project", "3 Introduction ...."."""
    if not re.fullmatch(r"[^\W\d_].*\w", noun.text) or re.search(r"[/=&@]|\A[A-Z]+\d", noun.text):
        return True  # an address, or the mark of a footnote before one, or a code: "K9"
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
    alone = lemma(noun) == noun.text and noun.lower_ not in _COLLECTIVE and not joined and not quantity.in_words
    if alone and noun.tag_ == "NNP" and "," not in printed and quantity.least > 1:
        return noun.text[0].isupper() and not noun.text.endswith("s")  # "Rules 4301 Gate and Lock", "3 Mill Bank"
    plural = is_plural(noun)
    return alone and noun.tag_ == "NN" and not plural and 1 < quantity.least < (1000 if "," in printed else 10_000)


def _is_term(noun: Token) -> bool:
    """Whether a length of time only describes what follows it: "a three year forecast", "22 years' service"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is None or lemma(after).casefold() in _WAITS:
        return False
    led = after.pos_ in ("NOUN", "PROPN") and noun.head.i > noun.i
    return after.text in ("’", "'") or (noun.tag_ in ("NN", "NNP") and (led or _leads_on(noun)))


def _leads_on(noun: Token) -> bool:
    """Whether a length of time in the singular stands before a name: "a 3 year financial forecast"."""
    run = noun.doc[noun.i + 1 : noun.i + 3]
    nouns = [token for token in run if token.pos_ in ("NOUN", "PROPN")]
    only = all(token.pos_ in ("NOUN", "PROPN", "ADJ") for token in run[: 1 + (run[0].pos_ == "ADJ")])
    return bool(nouns) and only and not any(lemma(token).casefold() in _WAITS for token in run)
