"""Dates as minutes print them, and what "by the end of June" means at a given meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.alternatives import either

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
# Few words begin with one of these letters, and only these are compared with all the names.
MONTH = "(?=[adfjmnos])(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![A-Za-z])\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_OF_MONTH = rf"\s+(?=(?-i:[A-Z])){MONTH}"
# "4/5/6 June" are three days, of which the last is taken; "4/5/06 may be too late" is one
_DAYS = rf"(?:(?:\d{{1,2}}{_ORDINAL}/){{1,3}}(?=\d{{1,2}}{_ORDINAL}{_OF_MONTH}))?"
_DATE_BEGINS = "mon|tue|wed|thu|fri|sat|sun|the|" + "|".join(name for name in MONTHS if len(name) == 3)
DATE = re.compile(
    rf"(?=(?-i:[\dADFJMNOSTWadfjmnostw]))\b(?=\d|{either(_DATE_BEGINS)})(?:"
    rf"{WEEKDAY}(?:the\s+)?{_DAYS}(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s+of)?\s+(?P<m1>{MONTH}),?(?:\s*(?P<y1>[12]\d{{3}}))?\b"
    # "in March 14 boats were let" counts boats
    rf"|(?:(?<!\bin )|(?!{MONTH}\s\d{{1,2}}\s[a-z]{{3,}}s\b)){WEEKDAY}"
    rf"(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?!,\d{{3}}\b){_ORDINAL}(?:,?\s+(?P<y2>[12]\d{{3}}))?\b(?!:)"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    rf"|(?P<d4>\d{{1,2}})(?P<sep>[./])(?P<m4>\d{{1,2}})(?P=sep)(?P<y4>(?:19|20)?\d\d)\b(?!{_OF_MONTH}))",
    re.IGNORECASE,
)
UNNAMED_DATE = re.sub(r"\?P<\w+>", "", DATE.pattern.replace("(?P=sep)", "[./]"))  # to be put into another pattern
_SEASON = "autumn|spring|summer|winter|Easter|Christmas"
MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """A date in a text: where it stands, its parts, and the year where one is printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, default_year: int | None) -> date | None:
        """The date, in `default_year` where none is printed; null if there is no such day."""
        year = self.year or default_year
        try:
            return date(year, self.month, self.day) if year else None
        except ValueError:
            return None


def dates_in(text: str) -> Iterator[Dated]:
    """Every full date in `text`. Numbers with stops or slashes are read day first, as British minutes write."""
    for match in DATE.finditer(text):
        form = next(n for n in "1234" if match[f"d{n}"])
        year = match[f"y{form}"]
        month = match[f"m{form}"]
        number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").casefold()]
        full = int(year) + (2000 if len(year) == 2 else 0) if year else None
        if 1 <= number <= 12 and 1 <= int(match[f"d{form}"]) <= 31:
            yield Dated(match.start(), match.end(), int(match[f"d{form}"]), number, full)


_LATER_MEETING = (
    rf"(?:(?:next|following|forthcoming|future|later|subsequent|{MONTH}(?:[’']s)?|{_SEASON}) )"
    r"(?:(?!(?:to|at|for|by)\b)[\w&’'-]+ ){0,4}?"
    r"(?:meeting|mtg|agenda|AGM|call)s?\b(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?"
    rf"(?: (?:in|on) (?:{UNNAMED_DATE}|{MONTH}))?"
)
_NUMBER = r"(?:\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of|several)"
# "ahead of the fair and the Clerk would see to it": what somebody then does is no part of when
_UP_TO = (
    r"(?:(?! and (?:the |an? |s?he |they |this |that )?(?:[\w’'-]+ ){0,3}(?:said|agreed|would|will|was|is|to)\b)"
    r"[^,.;()])"
)
_DUE_BEGINS = (
    r"after|ahead|apr|around|as |asap|a\.s\.a\.p|at|aug|before|by|close|closing|cob|deadline|dec|due|during|each|eod"
    r"|every|feb|following|for|fri|from|in|jan|jul|jun|later|mar|may|mon|next|no later|noon|nov|oct|on|our|outside|over"
    r"|prior|promptly|sep|shortly|starting|straight|target|the|this|thu|to|tomorrow|tue|two|three|four|five|six|until|wed"
    r"|week|with|w/|wb|wc"
)
_DUE = re.compile(
    # No part begins with another word, and most words of a text are none of these.
    rf"\b(?=(?:{either(_DUE_BEGINS)}|\d))(?:"
    + "|".join(
        (
            rf"\b(?:by|before|prior to|ahead of|no later than|on|until|for|at|in time for|to|after) "
            rf"(?:(?:the|a|an|our|its|their|his|her|(?:the )?\w+[’']s) )?(?:end of )?{_LATER_MEETING}",
            rf"\b(?:by|(?:on or )?before|on|no later than|until|prior to|for|from|starting)\s+(?:the )?(?:end of )?"
            rf"(?:(?:w/c|w/b|week (?:commencing|beginning)) )?(?:{UNNAMED_DATE})",
            r"\b(?:in the |the )?(?:w/?c|w/?b|week (?:commencing|beginning|of))\s+"
            rf"(?:{UNNAMED_DATE}|\d{{1,2}}[/.]\d{{1,2}}\b)",
            # "by 13/4", and no share of something: what "by 3/4" means nobody can tell
            r"\b(?:by|before|due) (?!(?:1/[234]|2/3|3/4)\b)\d{1,2}/\d{1,2}(?![/\d]| (?:of|majority|cup|inch))",
            r"\b(?:by|before) the \d{1,2}(?:st|nd|rd|th)\b(?! \w+ (?:19|20)\d\d| century)",
            r"\b(?:by|before|at|until) (?:the )?end (?:of )?(?:the )?"
            r"(?:(?:FY|(?:financial|academic|school) year|year) ?)?20\d\d[/–-]\d{2,4}",
            r"\b(?:by|before|during|in|for) (?:the )?(?:end (?:of )?)?Q[1-4]\b"
            r"(?: (?:of )?(?:FY ?)?(?:20)?\d\d(?:[/–-]\d\d)?)?",
            r"\bby (?:the )?(?:(?:year|month|term|quarter)[ -]end|EO[WDMY]|COB)\b(?! \w*day)",
            rf"\b(?:(?:by|before|over|during|in|after) )?(?:the )?(?:{MONTH}|{_SEASON}) half[ -]term\b"
            rf"|\b(?:to|for|at|by) (?:the )?(?:{MONTH}) (?-i:[A-Z]{{3,5}})(?=[.,;)]|$)",
            r"\b(?:by|before) (?:next )?(?:satur|sun)day\b|\b(?:by|before) the (?:weekend|new year)\b"
            r"|\bwithin the (?:week|fortnight|month)\b"
            r"|\b(?:to|in|for) next (?:report|update|newsletter|return)\b"
            rf"|\bin (?:good )?time for (?:the|its|our|any) {_UP_TO}{{3,40}}"
            rf"|\bin (?:good )?time for (?:publication|submission|issue)\b"
            rf"(?: (?:in|on|by) (?:{UNNAMED_DATE}|{MONTH}))?",
            r"\b(?:by|before|over|during) (?:the )?half[ -]term(?: holidays?| break)?\b"
            r"|\bat the earliest opportunity\b|\ba\.s\.a\.p\b",
            r"\b(?:by|before|in time for) the (?:next |\d{4} )?AGM\b",
            rf"\b(?:by|before) (?:the )?(?:year|month|term)[’']s end\b"
            rf"|\bby (?:the|that) (?:same |closing |due |agreed |stated |statutory |legal |revised |submission )?"
            rf"(?:date|deadline)(?: of (?:{UNNAMED_DATE}))?"
            rf"(?=[,.;)]|$| and\b)|\bat least {_NUMBER} (?:working )?(?:days|weeks|months) (?:in advance|beforehand)\b"
            rf"|\bin {_NUMBER} cycles\b|\bon (?:Remembrance Sunday|Bonfire Night|Hallowe[’']?en|Armistice Day)\b",
            r"\b(?:by|before|at|until) (?:the )?(?:very )?(?:end|start|close|beginning|middle)"
            r"(?! (?:of )?(?:the |this )?(?:lane|road|street|drive|path|village|garden|hall|field|line|page|list|report"
            r"|document|queue|building|pier|quay|bridge)\b)(?: of)? "
            r"(?:the |this |next )?(?:(?:financial|calendar|academic|school|municipal) )?\w+"
            r"(?: (?:year|term|month|week|quarter|meeting|(?:19|20)\d\d))?",
            rf"\b(?:by|before|until|for|no later than|prior to) (?:early |mid[- ]|late |the )?(?:{MONTH}|{_SEASON})"
            r"(?: (?:19|20)\d\d)?(?: (?:(?:board )?meeting|board|committee|council|cabinet|panel|break|holidays?|recess"
            r"|term)\b)?",
            rf"\bprior to (?:the|a|an|any|its|our) {_UP_TO}{{3,60}}",
            rf"\b(?:ahead|in advance) of (?:(?:the|its|our|any) {_UP_TO}{{3,40}}|20\d\d(?:[/-]\d\d)?\b)",
            r"\bon (?:the )?(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day"
            rf" (?:in|of) (?:{MONTH})(?: (?:19|20)\d\d)?",
            rf"\b(?:on|over) the weekend of (?:{UNNAMED_DATE})",
            rf"\b(?:in|during|by) the (?:first|second|third|fourth|last|final) (?:week|half|quarter)\b"
            rf"(?: of (?:the year|{MONTH}))?",
            rf"\bbefore (?:the|its|our|their) (?:[\w’-]+ ){{0,3}}(?:meeting|round|holidays?|deadline|season|event"
            rf"|seminar|ceremon(?:y|ies)|workshop|conference|debate|visit|inspection|hearing|elections?)"
            rf"(?: on (?:{UNNAMED_DATE}))?(?=[.,;)]|$| and )",
            rf"\bat (?:its|the|our|their|a) (?:[\w-]+ )?meeting in (?:{MONTH})(?: (?:19|20)\d\d)?\b",
            r"\bbefore the (?:first|next) (?:(?!(?:is|are|was|were|has|have|had)\b)[\w’-]+ ){0,2}(?:session|term"
            r"|quarter|visit|match|walk|festival|date|newsletter|issue|inspection|review)\b",
            r"\bbefore (?:publication|submission|issue|year[- ]end|work starts)\b"
            r"|\bnext time\b(?=[\s–-]*(?:[.;,(]|$|this))"
            r"|\bin future (?:reports|returns|updates)\b|(?<=\()next (?:\w+ ){0,3}meeting(?=\))",
            r"\blater (?:(?:in )?the|this) (?:year|month|week|term)\b|\bpromptly\b(?=[.;,]|$)"
            r"|\bat the (?:first|last) (?:[\w-]+ ){0,2}meeting (?:in|of) (?:each|every|the|this|next)"
            r" (?:[a-z]+ )?(?:year|term|quarter)\b",
            r"\bbefore (?:then\b|that (?:date|meeting|time)\b)|\bon completion\b",
            rf"\b(?:to|for|at|by|in) (?:the )?(?:{MONTH}) (?:work )?"
            r"(?:committee|board|council|cabinet|panel|forum|session)\b",
            r"\b(?:in|for|with|at|to) the next (?:[\w-]+ ){0,2}(?:report|update|newsletter|magazine|bulletin|issue"
            r"|edition|return|round|briefing|mailing"
            r"|(?:iteration|version)(?: of the (?:report|paper|plan|register))?)\b",
            rf"(?<=\battend )(?:the |our )?(?:next|{MONTH}) (?:\w+ )?meeting\b"
            r"|\b(?:before|for|to|at) the next (?-i:Board|Council|Cabinet|Committee|Assembly)\b(?=[.,;)]|$| and )"
            r"|\bbefore (?:the|any|these|those) (?:[\w’'-]+ ){1,5}(?:(?:takes?|took) effect|(?:comes?|came) into"
            r" (?:force|effect)|(?:goes|go|went) live)\b"
            rf"|\baround (?:early |mid[- ]|late )?(?:{MONTH})\b(?: (?:19|20)\d\d)?",
            rf"\b(?:from|in|during|over|after) (?:early |mid[- ]|late[r]? |the )?(?:{MONTH}|{_SEASON}|new year)\b"
            r"(?: (?:19|20)\d\d)?",
            r"\b(?:from|in|during|by|before) (?:early |mid[- ]|late )?20\d\d(?:[/-]\d\d)?\b",
            rf"\b(?:with)?in (?:the )?(?:(?:next|coming|upcoming) (?:{_NUMBER} )?|{_NUMBER} )(?:working )?"
            r"(?:days|weeks|months|fortnight|month|week)\b(?:[’']? time| of (?:the|this|today[’']s) meeting\b)?"
            r"|\bin a fortnight\b"
            r"|\bin a year[’']s time\b|\bfrom (?:the )?next (?:quarter|term|year)\b"
            r"|\bfrom (?:Q|Quarter )[1-4]\b|\bnext (?:spring|summer|autumn|fall|winter)\b",
            r"\bin due course|\bin the (?:near )?future|\bas soon as (?:is )?(?:possible|practicable)"
            r"|\bas soon as (?:it|they|this|these|there|s?he|we|the [^,.;]{3,30}?) "
            r"(?:is|are|was|were|has|have|had|receives?d?) [^,.;()]{2,40}"
            r"|\basap\b|\bas a matter of urgency"
            r"|\bshortly\b(?! (?:after|before))|(?<=\bdiscuss )(?:at )?next meeting\b",
            r"(?<!\bfor )(?<!\bof )(?<!\bevery )(?<!\beach )\b"
            r"(?:by |before )?(?:next (?:week|month|year)|this (?:week|month|year|term|quarter)|tomorrow"
            r"|(?:(?:EOD|COB|noon|close of (?:play|business)|\d{1,2}(?:[:.]\d\d)? ?[ap]m) (?:on )?)?"
            r"(?:mon|tues|wednes|thurs|fri)day)\b(?! (?:evening|morning|afternoon)s)",
            r"\boutside (?:of )?the meeting|\b(?:after|following) (?:the |this )?meeting\b(?= *[.,;:)]|$| to [a-z])"
            r"|\b(?:each|every) (?:month|quarter|term|year|meeting)",
            rf"\bfollowing the (?:20\d\d|{MONTH}) [\w ]{{3,30}}|\bat the same time as [^,.;]{{5,60}}",
            r"\bafter (?:half[- ]term|the (?:\w+ )?(?:holidays?|break|recess|election)s?)\b",
            # a meeting of its own kind, "at the AGM", "at its 43rd session", and not "at the meeting"
            r"\bat (?:the|an|its|our|this year[’']s) (?:\d{1,3}(?:st|nd|rd|th) (?:[\w-]+ ){0,3}(?:meeting|session"
            r"|conference)|(?:extraordinary|special|emergency|annual) (?:[\w-]+ ){0,3}meeting|AGM|EGM)\b"
            r"(?=[.,;)]|$| (?:and|with)\b)"
            r"|\btowards the end of (?:the|this|next) (?:month|quarter|term|year)\b"
            rf"|\b(?:at least )?{_NUMBER} (?:working )?(?:days|weeks) (?:before|prior to|ahead of|in advance of)"
            rf" (?:the|each|every|any|its|our) {_UP_TO}{{3,40}}"
            r"|\bat once\b(?=[.,;)]|$| and\b)|\bstraight ?away\b|\bforthwith\b",
            rf"\b(?:due|deadline|target|closing)(?: date)?(?: of| is|:)? (?:{UNNAMED_DATE})",
        )
    )
    + ")",
    re.IGNORECASE,
)
# What has to happen first; a date in the same sentence says more.
_CONDITION = re.compile(
    "|".join(
        (
            r"(?<!ask )(?<!enquire )(?<!know )(?<!confirm )(?<!check )(?<!out )(?<!clarify )(?<!establish )(?<!see )"
            r"(?<!exactly )"
            r"\b(?:when|once) [^,.;]{2,50}? (?:becomes?|is|are|has|have|had) [^,.;]{3,60}",
            r"\b(?:when|once) [^,.;]{2,50}? (?:was|were) (?:completed?|ready|occupied|built|open|in force|available"
            r"|to hand|known|received|published"
            r"|finali[sz]ed|confirmed|signed|announced|issued|back)\b(?! (?:in|on|by) )",
            r"\bwhen (?:s?he|it|they|we) (?:receives?|hears?|gets?|arrives?|returns?)\b[^,.;()]{0,40}",
            rf"\b{_NUMBER} (?:days|weeks|months|years) after (?:the|its|their|our) [^,.;]{{3,40}}"
            r" (?:begins?|starts?|opens?|closes?"
            r"|ends?)\b",
            r"\bwhen the time (?:comes?|came)\b|\bbefore (?:[a-z]+ ){1,3}(?:begin|change|close|end|open|start)s?\b",
            r"(?<!at )\bonce (?!again\b|more\b|or\b|every\b|per\b|upon\b)(?:[^,.;]{2,40} (?:receives?d?|arrives?"
            r"|opens?|starts?|begins?|knows?|gets?|comes?|ends?)\b[^,.;]{0,60}|completed?\b|received|agreed|approved"
            r"|known|available|finali[sz]ed|confirmed|published|ready|signed)",
            r"\bwhen (?:available|ready|known|possible|published|complete|completed|received|finali[sz]ed)\b",
            r"\bbefore (?:making|taking|signing|sending|issuing|finali[sz]ing|publishing|confirming|deciding)"
            r" [^,.;()]{2,40}",
            r"\bbefore (?:any|the|an?|his|her|their|our|it|they|we|s?he|this|that|these) [^,.;]{0,40}?\b(?:is|are"
            r"|was|were|issued?|opens?|closes?|begins?|starts?|ends?|expires?|goes|takes|can|leaves?|decision"
            r"|deadline|event|season"
            r"|election|holidays?)\b(?: (?:is|are|has been)(?= ))?(?: (?:made|taken|[a-z]+ed|sent"
            r"|put in hand|place|set|opens?|starts?|begins?|ends?))?(?: by (?:the )?[A-Z]\w+)?",
        )
    ),
    re.IGNORECASE,
)
# "Once the costs are known the Clerk will apply": no comma tells where the condition ends.
_ANOTHER_CLAUSE = re.compile(r"\b(?:will|would|shall|should)\b", re.IGNORECASE)
# "that the item be brought forward from June to May", "to move it forward to May"
_FORWARD = re.compile(
    rf"\b(?:brought|bring|moved?) (?:[^.;]{{1,80}} )?forward (?:from [^.;]{{3,30}} )?"
    rf"(?P<due>to (?:the )?(?:(?:{UNNAMED_DATE})|(?:{MONTH})(?: (?:19|20)\d\d)?(?: meeting)?))",
    re.IGNORECASE,
)
_BARE_DUE = re.compile(
    rf"(?:{UNNAMED_DATE})|\b(?:(?:{MONTH}|{_SEASON}|Q[1-4]) (?:19|20)\d\d)\b|\bnext (?:\w+ )?meeting\b"
    rf"|\bASAP\b|\bongoing\b|\b(?:early|mid|late|end(?: of)?)[ -](?:{MONTH})\b|\b(?:end (?:of )?)?Q[1-4]\b"
    rf"|\bend (?:of )?(?:the )?(?:FY|term|year|month|week)\b|\bnext (?:mtg|call|AGM)\b|\bimmediate(?:ly)?\b"
    rf"|\b\d{{1,2}}/\d{{1,2}}(?=\W*$)|\b(?:{MONTH})-\d\d\b",
    re.IGNORECASE,
)
_COUNTS = dict(
    zip("a one two three four five six seven eight nine ten twelve".split(), (1, *range(1, 11), 12), strict=True)
)
_FIRM = re.compile(r"\b(?:by|before|until|no later than)\b", re.IGNORECASE)
_SINCE = re.compile(r"(?:after|from|during|over) ", re.IGNORECASE)
_PERIOD = re.compile(rf"(?:with)?in (?:the )?(?:(?:next|coming) )?{_NUMBER} ", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:giv(?:e|es|en|ing) (?:him|her|them|it|the|notice|residents|tenants)|allow\w*|grant\w*|unless|warn\w*"
    r"|notice to|if|letting (?:him|her|them)|that (?:he|she|they|it) (?:must|should|has|have|had)"
    r"|requir\w+ (?:him|her|them|it))\b",
    re.IGNORECASE,
)
# Since when it has been put off: "to see to the hedge (c/f from May)"
_PUT_OFF = re.compile(r"\b(?:c/f|b/f|carried (?:forward|over)|held over|deferred|outstanding) $", re.IGNORECASE)
# The day of something else that the sentence tells of: "the survey of boats, which is due to end on 12 March".
_ON = re.compile(rf"(?:on|in|for|from|during|w/?c|week) .*?(?:{UNNAMED_DATE}|{MONTH})", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:"
    r"(?:will|would|to|is|are|was|were) (?:be(?:ing)? held|take place)(?: [^,;:.]{1,60})?"
    r"|(?:will|would|due to|scheduled to|planned to|expected to)"
    r" (?:begin|start|commence|open|close|end|expire|finish|conclude)(?: with [^,;:.]{1,40})?"
    r"|(?:which|that) (?:(?:will|would) be|is|are|was|were|begins?|began|starts?|started|opens?|opened|closes?|closed"
    r"|ends?|ended|expires?|expired|takes? place|took place)"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:scheduled|planned)"
    r"|(?:to|that|will|would|should|shall) [^;:.]*(?<!\bbe )(?:scheduled|planned)"
    r") $",
    re.IGNORECASE,
)
_UNCLEAR_AFTER = timedelta(days=183)  # a day and month that passed less than this ago may be the one that has passed


_FOR_SEASON = re.compile(rf"for (?:early |mid[- ]|late |the )?(?:{MONTH}|{_SEASON})$", re.IGNORECASE)
_SEASON_OF = re.compile(
    r"\s(?!(?:and|as|at|because|before|but|by|from|if|in|on|once|or|rather|so|that|to|unless|until|via|when|where|which|while"
    r"|with)\b)[a-z]"
)


def due_in(text: str, *, bare: bool = False) -> str | None:
    """The words of `text` that say when something is due; with `bare`, a date or a month alone says so, too."""
    if "forward" in text and (moved := _FORWARD.search(text)):
        return moved["due"].strip(" .")
    no_due = (_grace, _put_off, _of_event, _of_season)
    due = (match for match in _DUE.finditer(text) if not any(is_other(text, match) for is_other in no_due))
    condition = _CONDITION.search(text)
    if condition and _ANOTHER_CLAUSE.search(condition[0]):
        condition = None
    first = next(due, None)
    if first and _SINCE.match(first[0]):  # "a report on the funds after March 2025, to its meeting in May"
        first = next((match for match in due if not _SINCE.match(match[0])), first)
    match = first or condition or (_BARE_DUE.search(text) if bare else None)
    return match[0].strip(" .") if match else None


def _grace(text: str, match: re.Match[str]) -> bool:
    """Whether a period is one that somebody else is given: "to tell him that he must leave within two weeks"."""
    return bool(_PERIOD.match(match[0]) and _GIVEN.search(text, 0, match.start()))


def _put_off(text: str, match: re.Match[str]) -> bool:
    """Whether a day is the one that a task was first for: "to see to the hedge (c/f from May)"."""
    return match[0].startswith("from ") and bool(_PUT_OFF.search(text, max(0, match.start() - 20), match.start()))


def _of_event(text: str, match: re.Match[str]) -> bool:
    """Whether a day is that of an event: "to ask for a delay of the poll scheduled for May 2025"."""
    return bool(_ON.match(match[0]) and _EVENT.search(text, 0, match.start()))


def _of_season(text: str, match: re.Match[str]) -> bool:
    """Whether a season or a month says of what kind a thing is: "to draw up a rota for the winter hours"."""
    return bool(_FOR_SEASON.match(match[0]) and _SEASON_OF.match(text, match.end()))


def resolve_due(due: str, meeting: str | None, *, ahead: Sequence[date] = ()) -> date | None:
    """The day by which something "due" is due, seen from a meeting on `meeting` (ISO 8601); null if open.

    A date without a year is the first such day after the meeting; a month is due on its last day. `ahead` are the
    dates of later meetings that the minutes print, the next one first: "the next meeting" is one of them, or open.
    """
    held = date.fromisoformat(meeting) if meeting and len(meeting) == 10 else None
    for found in dates_in(due):
        if found.year or not held:
            return found.on(None)
        day = found.on(held.year)
        if day and day < held:
            return None if held - day < _UNCLEAR_AFTER and not _FIRM.search(due) else found.on(held.year + 1)
        return day
    if re.search(r"\b(?:meeting|agenda)\b", due, re.IGNORECASE):
        return _meeting_meant(due, ahead)
    if re.search(r"\b(?:early|mid|start|beginning|middle)\b", due, re.IGNORECASE):
        return None
    dated = MONTH_YEAR.search(due)
    if dated:
        return _last_day(int(dated["y"]), MONTHS[dated["m"].rstrip(".").casefold()])
    return _seen_from(held, due) if held else None


def _meeting_meant(due: str, ahead: Sequence[date]) -> date | None:
    """ "The next meeting" or "the June meeting", of those whose dates are printed."""
    if re.search(r"\bnext (?:\w+ )?(?:meeting|agenda)\b", due, re.IGNORECASE):
        return ahead[0] if ahead else None
    month = re.search(rf"\b({MONTH})", due, re.IGNORECASE)
    number = MONTHS[month[1].rstrip(".").casefold()] if month else None
    return next((day for day in ahead if day.month == number), None)


def _seen_from(held: date, due: str) -> date | None:
    """What "by June", "by the end of the month" or "within two weeks" is, said at a meeting on `held`."""
    month = re.search(rf"\b({MONTH})", due, re.IGNORECASE)
    if month and re.search(r"\b(?:end(?: of)?|by|before|in|during)\b", due, re.IGNORECASE):
        number = MONTHS[month[1].rstrip(".").casefold()]
        # "At the end of April", said in May, may be the April just past; "by the end of April" is still to come.
        unclear = 0 < held.month - number <= 3 and not _FIRM.search(due)
        return None if unclear else _last_day(held.year + (number < held.month), number)
    if re.search(r"\btomorrow\b", due, re.IGNORECASE):
        return held + timedelta(days=1)
    if re.search(r"\bend of (?:the|this) month\b", due, re.IGNORECASE):
        return _last_day(held.year, held.month)
    if re.search(r"\bend of (?:the|this) (?:calendar )?year\b", due, re.IGNORECASE):
        return date(held.year, 12, 31)
    span = re.search(
        r"\b(?:with)?in (?:the next )?(?:(\w+) )?(?:working )?(day|week|fortnight|month)s?\b", due, re.IGNORECASE
    )
    if not span or "working" in due:
        return None
    count = int(span[1]) if span[1] and span[1].isdigit() else _COUNTS.get((span[1] or "a").casefold())
    return _after(held, count, span[2].casefold()) if count else None


def _after(held: date, count: int, unit: str) -> date:
    if unit != "month":
        return held + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    month = held.month - 1 + count
    last = _last_day(held.year + month // 12, month % 12 + 1)
    return min(last, last.replace(day=min(held.day, last.day)))


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
