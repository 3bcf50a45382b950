"""Figures that say for how long, of which cases, or by what rule, and not what was measured."""

import re

from extract.dates import MONTH
from extract.quantities.figures import MONEY, Quantity

# A stretch of time that frames what is told and measures nothing: "over the next two years", "six months ago".
_FRAME_BEFORE = re.compile(
    r"(?:\b(?:next|past|last|most recent|first|previous|coming|following|these|within|every|time in)|est in)\s+"
    r"(?:\w+\s+)?$"
    r"|\b(?:low|high|great|larg|small|bigg|fast)est\b[^.;\d]{0,25}\s(?:in|for)\s(?:over |more than |nearly )?$"
    r"|\b(?:period of|after|limited to|at least|celebrat\w+(?: of)?|across|terms? of"
    r"|(?:goes|going|dating) back(?: over)?)\s$"
    r"|\bassum(?:es?|ing)\s(?:an? )?$"
    r"|\b(?:in place|in post) for\s(?:over |about |some )?$|\bend of\s$"
    # what is laid down for how long, however long it takes to say: "the notice is to be shown on the gate for 9 days"
    r"|\b(?:extend|display)\b[^.;]{20,90} for\s$"
    r"|\b(?:periods?|lengths? of time|maximum|minimum|total) (?:of|for compliance of)\s"
    r"(?:no (?:less|more) than |up to )?$"
    r"|\bfor (?:the|a) full\s$|\bnot less than\s$"
    r"|\b(?:withdr[ae]wn?|paused)\b[^.;,]{0,50}\bfor\s$"
    r"|\bin office for between \w+ and\s$|\b(?:spans?|spanning|beyond)\s$"
    r"|\b(?:during|throughout|over|after|in) (?:his|her|their|my|our)\s$"  # "in her four years here"
    r"|\b(?:he|she|who) (?:[a-z]+ ){0,3}?(?:spent|stay(?:ed|s))\s$"
    r"|\b(?:dozens|hundreds|thousands|scores|many) of [a-z -]{3,40}\s(?:over|in|across)\s(?:about |around |some )?$"
    r"|\b(?:made available|(?:freez|froze)\w*|suspend\w*|seconded|loaned|funded)\b[^.;,\d]{0,25} for\s"
    r"(?:another |a further |up to )?$"
    # what was settled, and for how long: "elected Reeve for one year", "confirmed for three years"
    r"|\b(?:(?:re-?)?elected|confirmed|extend(?:ed|ing)?|granted|in office|in power|run for election)\b[^.;,]{0,60}"
    r"\bfor\s(?:between )?$"
    # what is laid down: "no later than 10 days", "must be kept for 30 days"
    r"|\bno (?:closer|earlier|later|longer|sooner) than\s$"
    r"|\bmust be (?:displayed|held|kept|made|paid|retained|stored|submitted)\b[^.;]{0,80}$"
    r"|\b(?:record|hearing|nominations?|floor|polls?|ballot|consultation|survey|comments?)\b[^.;\d]{0,30}"
    r"\bopen(?:ed)? for\s$"
    r"|\b(?:lived|living|resided|residing|residents?|(?:families|family|parents)\b[^.;\d]{0,40}\bbeen)\b"
    r"[^.;\d]{0,50}\bfor\s(?:over |more than |nearly |almost |about )?$"
    r"|(?:%|per cent)\sin\s(?:the\s)?$"  # "an increase of 11% in twelve months"
    r"|[£$€]\s?\d(?:[^.;]|\.\d){0,40}\s(?:over|across)\s(?:the\s)?$",  # "£4m over three years"
    re.IGNORECASE,
)
# "to spend no more than £400 on oars", "at a cost not exceeding £60": what is settled, and no bound of items
_AT_MOST = re.compile(
    r"\b(?:amount|cost|expenditure|price|purchase|spend|spending|sum)\b[^.;,\d]{0,80}"
    r"\b(?:no|not) (?:exceeding|more than|to exceed)\s$",
    re.IGNORECASE,
)
# "be appointed as auditor at a fee of £300": what one is paid, and no rule
_APPOINTED_AT = re.compile(r"\b(?:appoint|commission|engag|instruct)\w*\b[^.;]{0,80}\bat an? (?:[a-z]+ )?fee of\s$")
# An amount that is set as a rule: "a fee of $250", "the $1000 fee", "fines of up to $5000".
_FEE = re.compile(
    r"(?<!\bin )\b(?:fees?|fines?|penalt(?:y|ies)|deposit|(?<!depreciation )charges?|membership|subscription)"
    r" of\s(?:up to\s)?$"
    r"|\b(?:ticket|entry) (?:prices?|costs?)\b[^.]{0,80}$|\b(?:hired?|available) (?:at|for)\s$",
    re.IGNORECASE,
)
_FEE_AFTER = re.compile(
    r"\s(?:(?:monthly|yearly|annual|weekly) [a-z]+\s|[a-z]+\s)?"
    r"(?:fees?|charge\b|fines?|penalt(?:y|ies)|deposits?|coins?|banknotes?)\b(?! income)"
    r"|\s?(?:/-\s?)?(?:per|/)\s?(?:hour|hr|session|sitting|ticket|night|meal|lesson)\b|\sa night\b"
    r"|\s(?:[a-z]+\s)?(?:limit|threshold)\b"
    r"|\s(?:per|a|an|each) (?:adult|child|family|head|member|person|player|team) as\b"
    r"|\s?(?:per|/|a)\s?(?:person|child|adult|head|member)\s?(?:per|/|a|and)\s?"
    r"(?:day|night|visit|session|week|term|year)\b"
)
# "the letting of the hall at £28 an hour"
_LET_AT = re.compile(r"\b(?:hir(?:e|ed|ing)|let|letting|rent(?:ed|ing))\b[^.;£$€]{0,60}\bat\s$")
_LET_BY = re.compile(r"\san? (?:day|half[- ]day|hour|session)\b")
_THRESHOLD = re.compile(
    r"\b(?:spend\w*|data|expenditure|transactions?|items?|contracts?|purchases?|assets|value|payments?"
    r"|invoices?|suppliers?|tenders?)"
    r"\b[^.;,]{0,60}\b(?:over|above|exceeding|greater than|more than)\s$|\blimit of\s$|\bthreshold (?:of |\()$"
    r"|\bthreshold for [^.;£$€\d]{3,60}:?\s$"
    r"|\b(?:any|each|every) [a-z]+(?: [a-z]+)? (?:over|above|exceeding|more than)\s$"
    # "to raise the delegated limit from £400 to £900", "the Financial Regulations with the limit in 4.2 set at £300"
    r"|\b(?:authoris\w+|delegated|delegation|expenditure|purchas\w+|signing|spending) (?:limit|threshold)s?\b"
    r"[^.;£$€]{0,60}\b(?:at|from|to)\s(?:[£$€][\d,.]+[km]? to )?$"
    r"|\b(?:Financial Regulations?|Standing Orders?)\b[^;£$€]{0,40}\b(?:limit|threshold)s?\b[^;£$€]{0,25}"
    r"\b(?:at|from|to)\s(?:[£$€][\d,.]+[km]? to )?$"
    r"|\b(?:grants|loans|awards) of (?:up to|at least)\s$|\bwith (?:less|more) than\s$",
    re.IGNORECASE,
)
_MEASURES = ("mph", "kph", "km/h", "km", "kg", "mm", "cm", "kW", "MW", "GW", "kWh", "MWh", "GWh")
# A distance or a speed that only says where, or what is allowed: "within 5 km", "a 20mph limit".
_WITHIN = re.compile(r"\b(?:within|exceeding|in excess of) (?:a |an )?$", re.IGNORECASE)
_SET_BY = re.compile(
    r"\s?(?:speed |fun )?(?:away|apart|from|limits?|zones?|radius|walks?|runs?|routes?|races?|roads?|highway|schemes?"
    r"|roundels?|programmes?|signs?|streets?)\b",
    re.IGNORECASE,
)
_FAR_FROM = re.compile(
    r"\s(?:feet|foot|ft|yards?|yds?|met(?:re|er)s?)\s(?:away|apart|from)\b"
    r"|\s(?:houses|doors|streets|blocks)\s(?:down|up|along|away|from)\b",
)
# What a share must be, and not what it was: "a 75% majority", "a quorum is 25% of members".
_RULE = re.compile(r"\b(?:quorum|quorate)\b", re.IGNORECASE)
# "councils are required to collect 22 measures", "tenants who owe £900": what is asked for, and whom a rule is for.
_ASKED = re.compile(
    r"\b(?:must|needs? to|required to|expected to) (?:also )?have (?:[a-z]+ed )?(?:at least )?$"
    r"|\brequired (?:by [^.;,\d]{3,40} )?to (?:collect|hold|keep|publish|report(?: on)?)\s$"
    r"|\b(?:who|which|that) owe[sd]? (?:(?!fell|rose|dropped|stood|was|were|is|are|has|have|had)[\w’/£,]+ ){0,9}$"
    r"|\b(?:those|tenants|households|accounts|cases|analysis)\b[^.;,\d]{0,20}\barr?ears (?:of )?(?:more than|over)\s$",
    re.IGNORECASE,
)
_MAJORITY = re.compile(r"\s(?:majority\b|of (?:the )?votes?\b)", re.IGNORECASE)
# "10.9 for each 100,000 people", "schools with fewer than 50 pupils": whom a rate or a group is told by.
_DEFINING = re.compile(r"\b(?:per|each|every|with (?:fewer|more|less) than)\s$", re.IGNORECASE)
_FRAME_AFTER = re.compile(
    r"[\s-]?(?:(?!(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the)\s)"
    r"[a-z]+\s)?(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?)[’']?\b"
    r"(?! (?:wait|delay|service|journey))(?P<ago>\s(?:ago"
    r"|(?:later|earlier)(?! than (?:planned|programmed|scheduled|expected|intended|hoped|forecast))"
    r"|before(?:hand)?|after(?:wards?)?|prior|previously|in (?:arrears|advance)|down the line|notice"
    r"|grace|(?<=years )of(?! age)|(?<=day )a week|(?<=days )in a row|(?<=s )following (?=the\b)"
    r"|(?<=(?:onth|week)s )away|from (?:the date of )?(?:this|the) (?:[a-z]+ )?meeting"
    r"|(?:has|have|had) (?:passed|elapsed|gone by))\b)?",
    re.IGNORECASE,
)


def labels(found: Quantity, text: str) -> bool:
    """Whether a range is the label of the figure after it: "6-8: 110 pupils"."""
    return isinstance(found.value, tuple) and bool(_HEADS_FIGURE.match(text, found.end))


_HEADS_FIGURE = re.compile(r"\s?:\s?\d")
_OPENS = len("With more than ")  # characters; "With more than 900 visitors a year, ..." tells how many there are
# "had doubled in five years": how long something took that another figure measures, or nothing does.
_IN_LONG = re.compile(r"\bin\s$", re.IGNORECASE)
_LONG = re.compile(r"\s(?:years?|months?)\b", re.IGNORECASE)
# "elected for three years from 1 May"
_FROM_DATE = re.compile(
    rf"\s(?:years?|months?) (?:from|until|to|with effect from) (?:the )?(?:\d{{1,2}} )?{MONTH}\b", re.IGNORECASE
)
# "will be ready in 8 weeks or so": when something will be
_AHEAD = re.compile(
    r"\b(?:will|shall|should|would|wants? to|take place|next (?:\w+ )?meeting|ready|again|back"
    r"|(?:is|are|be|falls?) due)\b[^.;]{0,40}\bin\s(?:about |around |some )?$",
    re.IGNORECASE,
)
_SOON = re.compile(r"\s(?:weeks?|days?)[’']?(?=[.,;]|$| or so\b| time\b| (?:to|at)\b)")
# "clerk for over 30 years", "retired after 12 years": how long somebody served
_SERVED = re.compile(
    r"\b(?:retir\w+|served|serving|head|chair\w*|secretary|treasurer|clerk|members?|volunteer\w*|president|councillor"
    r"|trustee|governor|warden|held office)\b[^.;\d]{0,50}\b(?:for|after)\s"
    r"(?:over |more than |nearly |almost |about |some )?$",
    re.IGNORECASE,
)
_SPANS = re.compile(r"\s(?:years|months|weeks|days|sessions)\b(?!-)")
_YEARS = re.compile(r"\s(?:years|months)\b(?!-)")
# "£400 for the four months": for how long another figure is told
_FOR_THE = re.compile(r"\s(?:months|quarters|weeks|years)\b(?! of\b(?! [£$€]))")
# "for the twelve months to February": how long a figure is told for.
_SPAN_TO = re.compile(r"\s(?:months|weeks|quarters|years)\s(?:up to|to|ended|ending)\s(?=[A-Z\d]|the end\b)")


# "in those three years", "all twelve weeks", "in the same twelve months": a time that was told before
_TOLD_BEFORE = re.compile(
    r"\b(?:(?:in|over|during|for|throughout|across) (?:those|these)|completed all|(?:in|over|during|for) the same)\s$"
)
# "Covering report PDF 302 KB": how large the file is that a page offers
_FILE = re.compile(r"\b(?:CSV|DOCX?|ODS|ODT|PDF|PPTX?|RTF|XLSX?|ZIP)[,:]?\s\(?$")
_SIZES = frozenset(("KB", "MB", "GB", "kB", "KiB", "MiB"))


def is_file_size(found: Quantity, text: str) -> bool:
    """Whether a figure is how large a file is: "Ferry plan PDF 302 KB"."""
    return found.unit in _SIZES and bool(_FILE.search(text[: found.start]))


def frames(found: Quantity, text: str) -> bool:
    time = _FRAME_AFTER.match(text, found.end)
    before = text[: found.start]
    if before.endswith("the ") and _SPAN_TO.match(text, found.end):
        return True
    if before.endswith("for the ") and _FOR_THE.match(text, found.end):
        return True
    if _IN_LONG.search(before) and _LONG.match(text, found.end):
        return True
    if _SOON.match(text, found.end) and _AHEAD.search(before):
        return True
    if _TOLD_BEFORE.search(before) and _SPANS.match(text, found.end):
        return True
    if _YEARS.match(text, found.end) and _SERVED.search(before):
        return True
    if before.endswith("for ") and _FROM_DATE.match(text, found.end):
        return True
    return bool(time and ((time["ago"] and not before.endswith("by ")) or _FRAME_BEFORE.search(before)))


def is_fraction(found: Quantity, text: str) -> bool:
    """Whether a number word is part of a fraction that is told in words: "two thirds", "three quarters"."""
    return found.in_words and bool(re.match(r"[\s-](?:thirds?|quarters?|fifths?|tenths?)\b", text[found.end :]))


# "every mill processing over 5,000 sacks", "wardens, all working less than 15 hours": whom a rule is for.
_RULED = re.compile(
    r"\b(?:all|any|every|each|those|anyone|anybody|employees|staff|people|members)\b[^.;,\d]{0,60}?\b(?:handling"
    r"|processing|earning|work(?:ing)?|costing|worth|owning|employing|travelling|paying|claiming)\s"
    r"(?:over|more than|less than|fewer than|under|at least|up to)\s$",
    re.IGNORECASE,
)
# Days "over 25°C", "30°C or above", "25°C+": which are meant.
_BEYOND = re.compile(r"\b(?:over|above|exceed\w*|reach(?:es|ing)?|below|under|at least)\s$")
_AND_BEYOND = re.compile(r"\s?\+|\s(?:or|and) (?:above|over|more|higher|below|under|lower|less)\b")


def is_threshold(found: Quantity, text: str) -> bool:
    """Whether an amount only says which items are meant: "spend over £25,000", "transactions of £500 and over"."""
    before, after = text[: found.start], text[found.end :]
    if before.endswith(("over ", "than ", "under ", "least ", "up to ")) and _RULED.search(before):
        return True
    return found.unit in MONEY and bool(
        (_THRESHOLD.search(before) and not _AT_MOST.search(before))
        or (_FEE.search(before) and not _APPOINTED_AT.search(before))
        or _FEE_AFTER.match(after)
        or (_LET_BY.match(after) and _LET_AT.search(before))
        or re.match(r"\+|\s(?:and|or) (?:over|above|more|under)\b", after)
    )


# "The entry fee was raised to £12 for adults and £6 for children", and not what the fees of all came to
_CHARGED = re.compile(
    r"\b(?:(?:registration|membership|entry|entrance|joining|admission|annual|hire|pitch|mooring)"
    r" (?:fees?|subscriptions?)|subscriptions?|subs|dues)\b"
    r" (?:(?:was|were|is|are|be|been|being|has|have|will|should|would|remains?|kept|set|fixed|raised|increased|reduced"
    r"|changed|agreed|unchanged|at|to|now) ){1,6}(?:[£$€₹]\d[\d.,]* (?:[a-z]+ ){1,5}and )?$"
    r"|\bmembership (?:[a-z]+ ){0,3}costs? $",
    re.IGNORECASE,
)
_MOST = 1000  # that one of many is charged
# "Boat allowance of £40 per sitting, or £60 (away)", where what is paid to somebody is told by the day or the mile
_ALLOWANCE = re.compile(
    r"\b(?:allowances?|honorari(?:um|a)|per diem|remuneration|(?-i:T\.?A\.?|D\.?A\.?)(?=\W))", re.IGNORECASE
)
_BY_THE_DAY = re.compile(
    r"\bper (?:day|sitting|session|lecture|hour|km|kilomet(?:re|er)|mile|night|meal)\b", re.IGNORECASE
)
# "Tom suggested 300 euros.", "Una suggests: pay £7", which nobody paid
_PROPOSED = re.compile(
    r"\b(?:suggest(?:s|ed)|proposed|said):? (?:(?:that )?(?:we|to) )?(?:pay |charge )?(?:about |around )?$"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;:,]|$)|\sand (?:others|another|some)\b")
# "each may bring no more than three guests"
_ALLOWED = re.compile(
    r"\b(?:may|can|could|must|should) (?:(?:only|each|also) )*(?:bring|invite|claim|book|borrow|nominate|submit|send)"
    r" (?:no more than|up to|at most|a maximum of) $"
    r"|\b(?:[Nn]obody|[Nn]o ?one|[Nn]o [a-z]+) (?:(?:can|may|will) (?:get|have|receive)|gets"
    r"|receives) (?:more than|over) $"
)
# "You can moor 2 boats at each ring", "may not take more than eight turns", "must have served at least two terms"
_LAID_DOWN = re.compile(
    r"\b[Yy]ou (?:can|could|may|must|need(?: to)?|have to|put|take) (?:[a-z]+ )?$"
    r"|\b(?:(?:may|must|shall|can|could) not|cannot) [^.;,\d]{0,30}\b(?:exceed|(?:more|less|fewer|longer) than)\s$"
    r"|\bmust have (?:been|completed|served|attended|held|had)\b[^.;,\d]{0,40}"
    r"\b(?:at least|(?:a )?minimum of|no (?:less|fewer) than)\s$"
)
_OF_MAJORITY = re.compile(r"\bmajority of (?:at least |more than )?$")
_SURE = re.compile(r"\s(?:behind|certain|clear|committed|confident|convinced|likely|sure)\b")  # "100% sure"
# Speeds that others go beyond, and zones: "drivers at more than 38 mph", "exceeded 30mph"
_PAST = re.compile(r"\b(?:exceed\w*|(?:drivers|vehicles|cars|traffic)\b[^.;]{0,25} (?:over|above|than)|zones? of)\s$")


def is_laid_down(found: Quantity, text: str) -> bool:
    """Whether a figure is what people may or must do, and not what they did, or only says that somebody is sure."""
    before = text[: found.start]
    if found.unit is None:
        return bool(_LAID_DOWN.search(before))
    if found.unit == "%":
        return bool(_OF_MAJORITY.search(before) or (found.value == 100 and _SURE.match(text, found.end)))
    return found.unit in ("mph", "kph") and bool(_PAST.search(before))


def is_rule(found: Quantity, text: str) -> bool:
    """Whether a figure only says what a vote needs, what a rate is told by, or which of a group are meant."""
    if found.unit in MONEY and found.least < _MOST and _CHARGED.search(text[: found.start]):
        return True
    if found.unit in MONEY and _BY_THE_DAY.search(text) and _ALLOWANCE.search(text):
        return True
    if found.unit in MONEY and _PROPOSED.search(text[: found.start]) and _CLAUSE_ENDS.match(text, found.end):
        return True
    if found.unit != "%" and _ALLOWED.search(text[: found.start]):
        return True
    if found.unit in (None, "%") and (_RULE.search(text) or _MAJORITY.match(text, found.end)):
        return True
    if found.unit in _MEASURES and (_WITHIN.search(text[: found.start]) or _SET_BY.match(text, found.end)):
        return True
    if found.unit is None and _FAR_FROM.match(text, found.end):
        return True
    if found.unit in ("°C", "°F") and (_BEYOND.search(text[: found.start]) or _AND_BEYOND.match(text, found.end)):
        return True
    if found.unit != "%" and _ASKED.search(text[: found.start]):
        return True
    return found.unit is None and bool(_DEFINING.search(text[: found.start])) and found.start > _OPENS
