"""Figures that are set against the one before them, or are a part of it."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from extract.counting.names import are_what, noun_phrase, of_which, share_of
from extract.counting.nouns import PARTITION
from extract.counting.said import Said, Told, is_unit
from extract.quantities.figures import Quantity
from extract.quantities.naming import tells_of_each
from extract.quantities.nouns import singular
from extract.text import as_text
from models.language import lemma

_OF_THESE = re.compile(r"\s(?:\([^)]*\)\s)?of (?:these|them|those|whom|which)\b")
_OF_WHICH_HERE = re.compile(r"\bof (?:which|whom)\s(?:about |only |just )?$")
OF_WHICH = re.compile(r"\b(?:of|for|with) (?:which|whom|these|those|them)\b", re.IGNORECASE)
_GOES_ON_LIST = re.compile(
    r"(?:[,;:]|, with|\band|\bof which|\bof whom|\bOf these)\s(?:about |around |over |another |a further )?$"
)
_ANOTHER = re.compile(r"\b(?:another|a further|that)\s(?:about |around |over )?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\bout of (?:the |a total of |about )?$")  # "12 pitches out of 40"
_SCORED_OUT_OF = re.compile(r"\b(?:rated|rating|scor(?:ed?|ing)) (?:of |at )?\d[\d.]* out of $")
_JOINED = re.compile(r"(?:\b(?:to|and|then|or|from|roughly|nearly|almost|about|around|over)|[&;,])\s*\W*$")
_SET_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|as (?:against|opposed to)"
    r"|against (?:an?|the|its|our) (?:[\w-]+ ){1,3}of|(?:above|below|double|twice|half|than|within sight of)(?= the )"
    r"|(?:up|down|increas\w+|decreas\w+|fell|fallen|ris\w+|rose|reduc\w+|drop\w*) (?:from|by|of|to)"
    r"|up|down|a further|an additional|surveys?:"
    r"|(?:increase|rise|reduction|fall|decrease|drop|total|estimate|target|plan|tolerance|threshold|ceiling|cap|goal|aim(?:ed|s)?|establishment"
    r"|trajectory|peak|limit|capacity|profile|standard|average|median|mean|figure|ambition|England|nationally|neighbours)"
    r"(?: (?:by|for) [\w/ ]{1,20})?(?: of| for| (?:is|was)(?: for| to [a-z]+)?| being|:|,)?|from [^.;]{1,40} to)\s"
    r"(?:a |an |the |about |around |over |just |only |nearly |almost |roughly |at (?:least|most) "
    r"|no (?:fewer|more) than )*\(?$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom [^.;]{1,40} to\s$")
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|reduction|fall|decrease|drop|total|estimate|average) of\s(?:about\s|over\s|around\s)?$"
    r"|\b(?:compare[ds] (?:with|to)|surveys?:|against|there were)\s$",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\b(?:it|this|that|the (?:figure|number|total)) (?:was|is|stood at|had been|has been|rose to|fell to"
    r"|(?:had|has) (?:now |since )?(?:come down|dropped|fallen|gone up|grown|increased|risen) to)\s"
    r"(?:about |around )?$",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\s(?:last|the (?:last|previous)) (?:year|summer|autumn|winter|spring|term|season|quarter|month)\b"
)
# "At the weir it is 2.9 and at the ford as much as 6", after "at the quay the error is 1.4 points"
_ELSEWHERE = re.compile(
    r"(?:^|,\s|\b(?:and|but|while)\s)(?:[Aa]mong|[Aa]t|[Ff]or|[Ii]n|[Oo]n)\s[^.;,\d]{3,40}?\s(?:it (?:is|was)\s"
    r"(?:about |around |more like |nearer |now |only )?|as (?:few|high|little|low|many|much) as\s)$"
)
# "Tender B scored 87.5, the next 81"
_THE_NEXT = re.compile(
    r"[,;] (?:and |with )?the (?:lowest|next|other|others|runner-up|second|third)(?: (?:best|highest|lowest))?"
    r"(?: (?:at|had|on|scored|was|with))?\s$"
)
_ENDS = re.compile(r"\s?(?:[.;)]|,(?!\d)|$)|\sand (?:among|at|for|in|on)\b")
_ENDS_PART = re.compile(r"\s?(?:[.;,]|$)|\sand [A-Z]")
# "in an average of 9 minutes, inside the 12 minute target"
_AIMED_AT = re.compile(
    r"\s(?P<unit>minute|hour|day|week|month|year)s? (?:[a-z]+ )?(?:target|standard|limit)\b"
    r"(?! (?:was|were|is|are|had)\b)"
)
_INSIDE = re.compile(r"\b(?:against|beyond|exceeding|inside|outside|outside of|within|than) (?:the |a |our |its )$")
_DIFFERENCE = re.compile(r"\s(?:fewer|more|higher|lower|less|above|below) (?:than|the|in)\b")
_OF_A_YEAR = re.compile(
    r"\b(?:(?:in|for|at|of|above|below|than|with) (?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:/\d\d)?"
    r"|(?:previous|last|prior) (?:year|quarter|month)|(?:years?|months?) (?:ago|earlier|before)) \($"
)
OF_ANOTHER_TIME = re.compile(
    r"[(;]\s?(?:(?:19|20)\d\d(?:/\d\d)?|(?:the )?(?:last|previous) (?:year|month|quarter)|target(?=\s\d|:)|Q[1-4]"
    r"|[Qq]uarter [1-4]|(?:(?:as )?at )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{4})?(?:\s?(?:to|[-–])\s?(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December))?)(?:\s?[:–-])?\s?$"
)
# "Of the listed indicators 21 were on target": what is parted is named where it is parted.
_OF_THE = re.compile(r"\W*(?:Of|Out of) (?:the|our|these|those|all)(?: the)? (?P<what>[^\d,;:]{2,60}?\w),?\s(?=\d)")
_OF_THE_COUNTED = re.compile(r"\W*(?:Of|Out of) (?:the|our|these|those) (?:\d+|two|[a-z]+) [a-z]+")
# "Six of the boats have been mended, three have sunk": parts of what the reader knows, of which none was counted.
SOME_OF = re.compile(
    r"\W*(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) of (?:the|our|its|these|those) (?:[a-z]+ ){0,2}[a-z]{3,}s"
    r" (?:are|remain(?:ed)?|were|ha(?:d|ve) (?:been|not|now)"
    r"|(?:ha(?:d|ve) )?(?:achieved|completed|finished|gained|graduated|passed|qualified))\b"
)
# "of which £4m (80%) is for roads and £1m for paths"
_OF_THE_SUM = re.compile(r"\bof (?:which|this|that|it),?\s(?:about |around |just |nearly |only |over |some )?$")
_AND_PART = re.compile(r"(?:,|\band|\bwith)\s(?:a further |about |around |the remaining |the other |the balance of )?$")
_SAID_OF_PART = re.compile(r"\s(?:\(\d[\d.]*\s?%\)\s)?(?:of (?:it|this|which)\s)?(?P<said>[a-z]+)\b")
# "an overspend of £4m, which represents 3% of the net budget", "340 calls, or 12% of the total"
_REPRESENTS = re.compile(
    r"(?:\b(?:represent(?:s|ed|ing)?|equat(?:es|ed|ing) to|equivalent to)|[,(]\s?or)\s"
    r"(?:about |around |just |nearly |only |over |some |under )?$"
)
_IS_BRACKETED = re.compile(r"\d\s?(?:k|m|bn|million|billion)? \($")
_WHICH = re.compile(r",? (?:that|which) [a-z]+$")
_OPENS_SHARE = re.compile(r"\W*(?:It|That|This|Which) ")
# "10 indicators show a rise, 22 are stable, and six are falling", "41 reviews, with 12 now signed off"
_GOES_ON = re.compile(r"[,;)]\s(?:(?:and|with)\s)?$")


def part_of(
    parsed: Doc, quantities: list[Quantity], index: int, span: Span, noun: Token | None, told: Told
) -> Said | None:
    """What a figure is a part of that was counted before: "Of the 38 schools, 17 are full and nine close to it"."""
    quantity, whole = quantities[index], told.counted or _parted(as_text(parsed))
    before = as_text(parsed)[: quantity.start]
    of_the = _OF_THE_COUNTED.match(as_text(parsed))  # "Of the nine gates six were shut and three were open"
    told_off = quantity.small_word and not of_the and span.start > 0 and all(q.in_words for q in quantities[:index])
    parted = index > 0 and _OF_WHICH_HERE.search(before)  # "nine appeals, of which five had been dismissed"
    if whole is None or (told_off and not (parted or SOME_OF.match(as_text(parsed)))):
        return None  # "seven decisions had been made and five were late" only tells off
    pronoun = _OF_THESE.match(as_text(parsed), quantity.end)
    split = PARTITION.match(as_text(parsed)) or OF_WHICH.search(before)
    also = span.end + 1 < len(parsed) and parsed[span.end].lower_ in ("already", "also", "now", "still")
    after = parsed[span.end + also : span.end + also + 1]
    verb = len(after) == 1 and (after[0].pos_ in ("VERB", "AUX") or after[0].lower_ == "which")
    joined = quantity.least > 1 and before.endswith(" and ")  # "29 applied and five were seen"
    again = span.start <= 1 or joined or _GOES_ON.search(before) or _ANOTHER.search(before)
    bare = noun is None or noun.tag_ not in ("NNS", "NNPS")
    if pronoun or (split and (verb or (bare and _GOES_ON_LIST.search(before)))) or (verb and again and bare):
        are = are_what(span) if verb else None
        # "10 indicators show a rise, 22 are stable": these are none of those that rise
        what = whole.name if pronoun or split else whole.what or whole.name
        return Said(are or whole.unit, of_which(span, what), what=what)
    return None


def part_of_sum(parsed: Doc, quantity: Quantity, span: Span, told: Told) -> Said | None:
    """What a sum is that is told as a part of another: "£5m, of which £4m (80%) is for roads and £1m for paths"."""
    text = as_text(parsed)
    before = text[: quantity.start]
    if told.total is None or quantity.unit != told.total.unit:
        return None
    first = _OF_THE_SUM.search(before) or (before.endswith(", ") and PARTITION.match(text))
    goes_on = told.previous is not None and told.previous.what == told.total.name and _AND_PART.search(before)
    said = _SAID_OF_PART.match(text, quantity.end) if first or goes_on else None
    after = parsed.char_span(said.start("said"), said.end("said")) if said else None
    if after is None or after[0].pos_ not in ("VERB", "AUX", "ADP"):
        return None
    return Said(quantity.unit, of_which(span, told.total.name), what=told.total.name)


def share_told(parsed: Doc, quantity: Quantity, span: Span, told: Told) -> Said | None:
    """What a share is that only says how large the figure before it is: "an overspend of £4m, or 3% of the budget"."""
    before, last = as_text(parsed)[: quantity.start], told.previous
    wholes = [whole.name for whole in (told.total, told.counted) if whole]
    if quantity.unit == "%" and last and last.what in wholes and _IS_BRACKETED.search(before):
        return replace(last, unit="%", group=last.what)  # "of which £4m (80%) is for roads"
    led = _REPRESENTS.search(before) if quantity.unit == "%" else None
    what = told.previous if led and (told.previous or not _OPENS_SHARE.match(before)) else told.before if led else None
    whole = share_of(span) if what and what.name and what.unit not in ("%", "pp") else None
    if not (what and what.name and whole):
        return None
    return Said("%", f"{_WHICH.sub('', what.name)} as a share of {whole}")


def _parted(text: str) -> Said | None:
    """What a sentence says that its figures are parts of: "Of the listed indicators 21 were on target"."""
    told = _OF_THE.match(text)
    return Said(singular(told["what"].split()[-1]), told["what"]) if told else None


def like_the_last(parsed: Doc, quantity: Quantity, told: Told) -> Said | None:
    """What a bare figure measures that is set against the one before it, or joined to it: "against a target of 8"."""
    before = as_text(parsed)[: quantity.start]
    if told.previous and _is_compared(as_text(parsed), quantity):
        # "up 6% on the previous year (585)" gives the share's count, not another share.
        counted = told.counted if told.previous.unit == "%" and quantity.least > 100 else None
        head = told.head if not _FROM_TO.search(before) else None
        return counted or head or told.previous
    if told.before and not is_unit(told.before.unit) and _CHANGE_OF.search(before):
        return told.before
    out_of = quantity.least > 10 and _OUT_OF.search(before) and not _SCORED_OUT_OF.search(before)
    if told.counted and (_IT_WAS.search(before) or out_of):
        return told.counted
    joined = told.previous if told.previous and told.previous.unit != "%" else told.counted if told.previous else None
    return joined if not quantity.in_words and _JOINED.search(before) else None


# "Falls fell by 12%, from 410 to 361"
_CHANGED_BY = re.compile(
    r"\bby (?:about |around |over )?\d[\d.]*\s?%,? from (?:about |around )?(?:\d[\d,.]* to (?:about |around )?)?$"
)


def is_changed_by(text: str, quantity: Quantity) -> bool:
    """Whether a bare figure is what a share was reckoned from, or came to, and so is no share itself."""
    return quantity.unit is None and bool(_CHANGED_BY.search(text, 0, quantity.start))


def changed_by(parsed: Doc, quantity: Quantity) -> Said | None:
    """What such a figure counts: the subject of its sentence, where that is told in the plural."""
    subjects = (t for t in parsed if t.dep_ in ("nsubj", "nsubjpass") and t.idx < quantity.start)
    told = next((t for t in subjects if t.tag_ in ("NNS", "NNPS")), None)
    return Said(lemma(told).casefold(), noun_phrase(told, parsed[told.i : told.i])) if told is not None else None


def beside_the_last(text: str, quantity: Quantity, told: Told) -> Said | None:
    """What a figure measures that is the aim of the one before it, or what that was last time or is elsewhere: "9
    minutes, inside the 12 minute target", "12 points behind, when it was nine last year"."""
    last, before = told.previous, text[: quantity.start]
    if (last or told.before) and not quantity.unit and _ENDS.match(text, quantity.end) and _ELSEWHERE.search(before):
        return replace(last or told.before or Said(None, None), role="actual")
    if last is None or quantity.unit:
        return None
    if (
        not quantity.in_words
        and not is_unit(last.unit)
        and _ENDS_PART.match(text, quantity.end)
        and tells_of_each(before)
    ):
        return replace(last, name=last.what or last.name)
    if _LAST_TIME.match(text, quantity.end) and _IT_WAS.search(before):
        return last
    if last.unit == "score" and _THE_NEXT.search(before) and _ENDS.match(text, quantity.end):
        return last
    aim = _AIMED_AT.match(text, quantity.end)
    return replace(last, role="target") if aim and last.unit == aim["unit"] and _INSIDE.search(before) else None


def _is_compared(text: str, quantity: Quantity) -> bool:
    """Whether a bare figure is set against the one before it: "against a target of 8", "5 fewer than in 2022"."""
    before = text[: quantity.start]
    if OF_ANOTHER_TIME.search(before) and text[quantity.end : quantity.end + 1] in ")%;":
        return True
    if _SET_AGAINST.search(before):
        return True
    if quantity.in_words and before.endswith(", ") and quantity.least > 1 and _DIFFERENCE.match(text, quantity.end):
        return True  # "61, eight fewer than in May"
    if not quantity.in_words and _DIFFERENCE.match(text, quantity.end):
        return True
    if _OF_A_YEAR.search(before) and text[quantity.end : quantity.end + 1] == ")":
        return True  # "148 people, twice the number in 2022/23 (67)"
    return before.endswith("(") and bool(re.match(r"\s(?:in|at|for|last|a year)\b", text[quantity.end :]))
