"""Figures whose meaning a phrase or a label beside them tells, which the parser cannot take apart."""

import re

from spacy.tokens import Doc, Span

from extract.counting.levels import by_level, is_scored
from extract.counting.names import labelled_by, name_of
from extract.counting.said import Said
from extract.quantities.figures import Quantity
from extract.quantities.nouns import duration_unit, singular
from extract.text import as_text

MANY = 25  # from so many on, even reports and times are counted and not only told off
# "the 210 stage one appeals": a stage, and not how many.
_STAGED = re.compile(r"\s(?:stage|level|tier) (?:one|two|three|\d) (?P<what>[a-z]{3,}s)\b", re.IGNORECASE)
# "The huts are thirty years old", "the slipway, which was over 40 years old".
_OLD = re.compile(r"\syears old\b(?! or )")
_OLD_IS = re.compile(
    r"(?P<what>(?:\b(?!than |the |a |since |as |that |which )[\w’'-]+ ){0,2}\b(?!that\b|which\b)[\w’'-]+)"
    r",?(?: that| which)? (?:is|are|was|were) (?:only |already |now |over |about |almost |nearly |more than )?$",
    re.IGNORECASE,
)
_PLACES = re.compile(r"-(?P<what>place|berth|seat|pitch|space|pupil)\s[a-z]")  # "a 16-place unit"
# "The number of boats on the mere did not: it fell from 51 in May to 47 in June"
_NUMBER_MOVED = re.compile(
    r"\b[Tt]he (?:total )?number of (?P<what>(?:[a-z-]+ )?(?P<noun>[a-z]{3,}s)(?: [a-z-]+){0,6}?)"
    r"(?: did(?: not)?)?[:;,]"
    r" (?:it|this|which) (?:had |has )?(?:increased|fallen|fell|grew|grown|risen|rose|went up) from"
    r" (?:\d[\d,]* [^.;]{0,30}to )?$"
)
# "go from 6 weekly to 3 weekly": how often, told as the time between
_EVERY = re.compile(
    r"\s(?P<unit>week|month|year)ly(?=\W*$|[.,;)]"
    r"| (?:and|basis|collections?|cycle|from|in|intervals|or|rota|rotation|to|will)\b)"
)
_FREQUENCY = re.compile(r"\b(?P<what>frequency of (?:[a-z-]+ ){1,4}?)(?=(?:at|from|is|to|was)\b)")
_STRONG = re.compile(r"-strong\s[A-Za-z]")  # "a 40-strong crew"
_UP_ON = re.compile(
    r"\s(?:up|down|more|fewer) (?:from|on|than) (?:last|the (?:last|previous)) (?:week|month|quarter|year)\b"
)
_ONLY_ONE = re.compile(r"\bonly $", re.IGNORECASE)
_SEEN = re.compile(r"\s(?P<what>(?:[a-z-]+\s){0,2}[a-z-]+) (?:recorded|reported|received|registered)\b")
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
_FIRST_DECIMAL = re.compile(r"[^\d]+ (?:is|stood at|was|were) \d+\.0+")  # "The rate was 66.0", which is no count
_STANDS = 20  # smaller numbers may be scores, dates and names
_LABEL_END = re.compile(r"\s*(?:[,;.](?!\d)|$|\(|(?:at|in|on|from|for|down|up|compared|against|and)\b)")
_NO_COUNT = re.compile(
    r"\b(?:dates?|times?|ages?|numbers?|votes?|results?|answers?|scores?|items?|years?|pages?|rooms?|codes?|it|this|that|there|he|she)$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d\s?[km]$", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:surplus|deficit|reserves?|grants?|budgets?|costs?|income|turnover|profit|loss|funding|balance|spend|revenue|rais(?:e[ds]?|ing)"
    r"|award(?:ed|s)?|donat(?:ed|ions?))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:score|rate|average|index|likelihood|odds|ratio|attainment|progress|median|life expectancy"
    r"|per (?:head|person|pupil|capita|household|\d[\d,]*)|times (?:earnings|higher|as|the))\b|^\w+:",
    re.IGNORECASE,
)
# "240 registered": an entry that says no more than what so many did
_TOOK_PART = re.compile(
    r"\W*(?P<number>\d[\d,]*) (?:attended|registered|enrolled|joined|responded|signed up|took part|participated"
    r"|logged (?:in|on)|clicked (?:in|through)|tuned in|turned up|dropped in|replied)(?: (?:online|in person|live))?\W*"
)
_SCORED = re.compile(r"\b(?:risk|score|rating)\b", re.IGNORECASE)
# "Risk 3 (flood) stayed at 15"
_RISK = r"\b(?P<risk>(?:[Rr]isk (?:[A-Z]{1,4})?|(?-i:[A-Z]{0,2}R[A-Z]?))\d{1,3}[a-z]?(?: \([^()\d]{2,50}\))?)"
_MOST_RISK = 100
_RISK_AT = re.compile(
    rf"{_RISK} (?:(?:had|has|was|were|is|now) ){{0,2}}"
    r"(?:kept|remain(?:ed|s)|scored|stay(?:ed|s)|stood|stands|rated) (?:unchanged )?at\s$"
)
_RISK_MOVED = re.compile(
    rf"{_RISK} (?:(?:had|has|have|was|were|is|been) ){{0,3}}"
    r"(?:brought|come|came|gone|went|moved|taken|fallen|fell|lowered|raised|reduced|risen|rose)"
    r"(?: up| down)? from\s(?:\d+ to\s)?$"
)
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
# "The moorings, 48 in number, are let", "Its tenants, 112 in all"
_IN_ALL = re.compile(r"\s(?:in all|in number|in total|all told)(?=[,.;)]|$)")
_ALL_WHAT = re.compile(r"(?P<what>(?:\b[\w’'-]+ ){0,3}\b[a-z]{3,}s)\b(?: [\w’'/-]+){0,5},\s(?:some |about |around )?$")
_ROLL = re.compile(r"\son (?:the |the school )?roll\b")
# "The school roll now 31, down from 40"
_ROLL_IS = re.compile(
    r"\b(?:[Ss]chool|[Pp]upil|[–—:-]|[Tt]he) roll (?:(?:is|was|has|had|now|stood|stands|currently|been) ){1,3}(?:at )?$"
)
# "4.6 years’ supply of land"
_SUPPLY = re.compile(
    r"\s(?P<unit>year|month|week|day)s?[’'] (?P<what>(?:[a-z]+ ){0,2}?(?:cover|stock|supply)\b"
    r"(?: of (?:[a-z]+ ?){1,4})?)"
)
# "12 points behind in grades": a gap between shares
_POINTS = re.compile(r"\s(?:percentage )?points (?:adrift|ahead|behind)\b")
_OF_SHARES = re.compile(r"%|per cent|\b(?:attain|attend|disadvantaged|exam|GCSE|grades?\b|pass(?:ed|es)?\b|poll)")
# "no major faults, four minor and nine slight"
_GRADES = (
    r"(?:amber|critical|green|high|low|major|medium|minor|moderate|red|serious|severe|slight|very high|very low)"
    r"(?:[ -](?:priority|risk))?"
)
_GRADED = re.compile(rf"\s(?P<grade>{_GRADES})(?=[.,;)]|$| and\b)")
_GRADED_BEFORE = re.compile(
    rf"\b(?:no|\d+|[a-z]+) {_GRADES} (?P<what>[a-z]{{3,}}s),?(?: and)? (?:[\w-]+ {_GRADES},? (?:and )?){{0,3}}$"
)
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
_NOUN_AFTER = re.compile(r"\s(?!to \d)[a-z]")
_NOUN_IS = re.compile(r"\s(?!(?:after|and|as|because|but|due|following|for|in|on|since|to|while|with)\b)[a-z]")
_OF_YEAR = re.compile(
    r"\s(?:[a-z]+\s){0,2}Year\s(?:R|\d{1,2})\s(?:[a-z]+\s){0,2}?(?P<what>[a-z]{3,}s)\b"
)  # "90 Year 7 places"
# "38 of 46 (83%) indicators", "38 (2023 - 41) indicators"
_SHARE_BESIDE = re.compile(
    r"\s(?:of (?:the )?\d[\d,]*\s)?\((?:\d+(?:\.\d+)?\s?%|(?:19|20)\d\d(?:/\d\d)?\s?[-–:]\s?\d[\d,]*+)\)"
    r"\s(?:of (?:the )?)?(?:[a-z-]+\s){0,3}?(?P<what>[a-z]{3,}s)\b"
)
# "Visits stood at 132,268": what is printed in thousands is no name.
_STANDS_AT = re.compile(
    r"(?:\b(?:was|were|is|are|st(?:ood|ands?) at|total(?:s|led|ling|ing)|reach(?:ed|ing)|at|to|from|of|above|below"
    r"|exceed(?:ed|ing)|record(?:ed|ing)|an? (?:further|additional))|:)\s"
    r"(?:about |around |over |nearly |almost |just |only |approximately |some )?$"
)
_RUNS_AT = re.compile(r"\b(?:at|averag\w+|about|around|to|is|are|was|were|be)\s$")
_A_MONTH = re.compile(r"\s(?:a|an|per|each|every)\s(?:hour|day|week|month|quarter|year)\b")
# "Lorry trips would be 38 a day"
_WHAT_RUNS = re.compile(r"\b(?P<what>[a-z]{3,}s) (?:averag\w+|are|were|(?:will|would) be) (?:about |around )?$")
_NUMBERED = re.compile(r"\bnumbered\s(?:about |around |over )?$")
_SCORE_IS = re.compile(r"\b(?:score|index|rating):\s$", re.IGNORECASE)
# "the target for mill visits in 2025/26 be set at 60,000"
_TARGET_SET = re.compile(
    r"\btarget for (?P<what>(?:[a-z-]+ ){0,3}[a-z]{3,}s)\b[^.;:]{0,40}? (?:is|was|be|been)"
    r" (?:fixed|kept|lowered|raised|set) (?:at|to) $"
)
_TARGET_IS = re.compile(r"\btarget(?: of| is| was| =|:)?\s$", re.IGNORECASE)
_UP_FROM = re.compile(r"\s\((?:up|down) from")
_PLURAL_BEFORE = re.compile(r"\b([a-z]{3,}s)\s$")
_ENTRY = re.compile(
    r"\W{0,3}(?P<number>\d[\d,]*)\s(?:(?!of\b|in\b|for\b|to\b|with\b|at\b|on\b)[a-z-]+,?\s){0,6}(?P<what>[a-z]{3,}s)"
    r"(?:\s(?:of|in|for|to|with|at|on)\b.{0,80})?[.;]?",
    re.DOTALL,
)
_THOUSAND = re.compile(r"\d{1,3}(?:,\d{3})+")


def by_phrase(parsed: Doc, quantities: list[Quantity], index: int, span: Span) -> Said | None:
    """What a bare figure measures by a phrase that the parser cannot take apart: "402 on roll", "viewed 900 times"."""
    quantity, text = quantities[index], as_text(parsed)
    before = text[: quantity.start]
    if quantity.unit:
        return None
    if is_scored(text, quantity):
        return Said("score", name_of(span, None))
    if _IN_ALL.match(text, quantity.end) and (what := _ALL_WHAT.search(before)):
        return Said(singular(what["what"].split()[-1]), what["what"])
    if _ROLL.match(text, quantity.end):
        return Said("pupil", "pupils on roll")
    if _ROLL_IS.search(before) and not _NOUN_AFTER.match(text, quantity.end):
        return Said("pupil", "pupils on roll")
    if supply := _SUPPLY.match(text, quantity.end):
        return Said(supply["unit"], supply["what"].strip())
    if _POINTS.match(text, quantity.end) and _OF_SHARES.search(text):
        return Said("pp", name_of(span, None))
    if (grade := _GRADED.match(text, quantity.end)) and (graded := _GRADED_BEFORE.search(before)):
        return Said(singular(graded["what"]), f"{grade['grade']} {graded['what']}")
    if _QUEUE.match(text, quantity.end):
        return Said(None, name_of(span, None))
    if plan := _EHC_PLAN.match(text, quantity.end):
        return Said(plan["what"].casefold(), name_of(span, None))
    if (done := _TIMES.search(before)) and text.startswith(" times", quantity.end):
        return Said(_DONE[done[1].casefold()], name_of(span, None))
    risk = (_RISK_AT.search(before) or _RISK_MOVED.search(before)) if quantity.least <= _MOST_RISK else None
    if risk and not _NOUN_IS.match(text, quantity.end):
        return Said("score", f"score of {risk['risk'].replace('Risk', 'risk')}")
    if _SCORED.search(text) and _RESCORED.search(before) and not _NOUN_AFTER.match(text, quantity.end):
        return Said("score", name_of(span, None))
    if both := _SHARE_BESIDE.match(text, quantity.end):
        return Said(singular(both["what"]), name_of(span, None))
    if _OLD.match(text, quantity.end) and (old := _OLD_IS.search(before)):
        return Said("year", f"age of {old['what']}")
    if quantity.least == 1 and _ONLY_ONE.search(before) and (seen := _SEEN.match(text, quantity.end)):
        return Said(seen["what"], name_of(span, None))
    if it_moved := _NUMBER_MOVED.search(before):
        return Said(singular(it_moved["noun"]), it_moved["what"])
    if every := _EVERY.match(text, quantity.end):
        often = _FREQUENCY.search(before)
        return Said(every["unit"], often["what"].strip() if often else name_of(span, None))
    if places := _PLACES.match(text, quantity.end):
        return Said(places["what"], name_of(span, None))
    if staged := _STAGED.match(text, quantity.end):
        return Said(singular(staged["what"].casefold()), f"{staged[0].strip()}")
    took_part = _TOOK_PART.fullmatch(text) if not quantity.in_words else None
    if _STRONG.match(text, quantity.end) or took_part:
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


def entry_of(text: str, quantity: Quantity) -> str | None:
    """What an entry of a list counts that begins with its figure: "57 electric heating and hot water upgrades"."""
    entry = _ENTRY.fullmatch(text) if quantity.least >= 10 and not quantity.in_words else None
    return singular(entry["what"]) if entry and entry.start("number") == quantity.start else None


def by_label(parsed: Doc, quantity: Quantity, span: Span) -> Said | None:
    """What a bare figure measures by the register or the label that it stands beside, or as a score."""
    whole = quantity.least == int(quantity.least) and not _FIRST_DECIMAL.fullmatch(as_text(parsed)[: quantity.end])
    labelled = labelled_by(span) if whole and not quantity.in_words else None
    if labelled:
        return Said(*labelled)
    if phrased := _phrased(as_text(parsed), quantity, span):
        return phrased
    subject = _STOOD.search(as_text(parsed)[: quantity.start]) if whole and quantity.least >= _STANDS else None
    if subject and not _NO_COUNT.search(subject["label"]) and _STOOD_END.match(as_text(parsed), quantity.end):
        return Said(None, subject["label"])
    label = _LABEL.search(as_text(parsed)[: quantity.start]) if whole and quantity.least >= _STANDS else None
    last = label["last"].casefold() if label else ""
    counted_by = _COUNTED.fullmatch(last) and not _NO_LABEL.fullmatch(last)
    if label and counted_by and _LABEL_END.match(as_text(parsed), quantity.end):
        return Said(None, label["label"])
    if _THOUSANDS.search(span.text) and _SUM.search(as_text(parsed)):
        return Said(None, name_of(span, None))  # "a surplus of 26k"
    return Said("score", name_of(span, None)) if not whole and _SCORE.search(as_text(parsed)) else None


def _phrased(text: str, quantity: Quantity, span: Span) -> Said | None:
    """What a bare figure measures by the words right beside it: "Falls with harm = 41", "running at 115 a month"."""
    before, after = text[: quantity.start], text[quantity.end : quantity.end + 12]
    if _SCORE_IS.search(before):
        return Said("score", name_of(span, None))
    if said := by_level(text, quantity, span):
        return said
    if (aim := _TARGET_SET.search(before)) and not _NOUN_AFTER.match(after):
        return Said(singular(aim["what"].split()[-1]), aim["what"], "target")
    if _UP_FROM.match(after) and (noun := _PLURAL_BEFORE.search(before)):
        return Said(singular(noun[1]), name_of(span, None))  # "exclusions 23 (up from 15)"
    told = (
        before.endswith("= ")
        or _NUMBERED.search(before)
        or (_RUNS_AT.search(before) and _A_MONTH.match(after))
        or (quantity.least >= MANY and _TARGET_IS.search(before))
        or (_THOUSAND.fullmatch(span.text) and _STANDS_AT.search(before))
    )
    runs = _WHAT_RUNS.search(before) if told and _A_MONTH.match(after) else None
    return Said(singular(runs["what"]) if runs else None, name_of(span, None)) if told else None
