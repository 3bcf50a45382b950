"""What the surroundings of a sentence say of its figures: its paragraph, its headings, and the document as a whole."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import pairwise

from extract.dates import MONTH, dates_in
from extract.findings import Findings
from extract.metrics.listed import DATED
from extract.metrics.places import (
    Place,
    councils_by_letters,
    home_of,
    in_small_letters,
    known_places,
    places_in,
    site_of,
)
from extract.metrics.roles import COMING
from extract.periods.finding import Period, periods_in
from extract.periods.printed import QUARTER
from extract.periods.stretches import (
    begins,
    financial_year,
    numbered_month,
    quarter_before,
    quarter_ended,
    quarter_told,
    quarter_year,
)
from extract.quantities.figures import MONEY
from minutes.model import AgendaItem

# Headings whose dates are those of a meeting or a deadline and not of what was measured.
_OF_A_MEETING = re.compile(r"\b(?:minutes|meetings?|apologies|declarations?|actions?|matters arising)\b", re.IGNORECASE)
_REPORTING = re.compile(
    r"\b(?:annual|quarterly|half[- ]year\w*|monitoring|outturn|accounts|budget)\b"
    r"|\bquarter (?:\d|one|two|three|four)\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
_ON_YEAR_ENDED = re.compile(r"\b(?:year|quarter|months|period) (?:which )?end(?:ed|ing)\b", re.IGNORECASE)
# Reports that are given once a year, or on what is held once a year
_OFFICERS = re.compile(
    r"\b(?:chair\w*|president|treasurer|secretary|captain|librarian|warden|conference|season|membership)(?:[’']s|s[’'])?"
    r" report\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"\b(?:budget|outturn|forecast|revenue|capital|finance|financial)\b", re.IGNORECASE)
_BUDGET_FOR = re.compile(r"\bbudget for (?:the )?(?:year |financial year )?(?P<year>20\d\d)\b", re.IGNORECASE)
# A sentence that goes on about what the one before it said.
_ELLIPTIC = re.compile(
    r"(?:(?:Of|Among(?:st)?|Both|In addition to) (?:these|this|those|that)|It|Its|This|That|These|Those|They|Both"
    r"|The (?:remain\w+|total|figure|average|rate|rest|same|national|longest|shortest|highest|lowest)|By comparison"
    r"|In (?:England|Wales|Scotland)|Nationally|Regionally|For \w+)\b"
)
# "It was noted that ...", which goes on about nothing
_IT_WAS_SAID = re.compile(
    r"It (?:is|was|had been|has been) (?:also )?(?:agreed|asked|confirmed|explained|felt|hoped|noted|observed|proposed"
    r"|reported|requested|resolved|said|stated|suggested|understood)\b"
)
_ALSO = re.compile(r"\b(?:is|are|was|were|has|have|had) also\b")
CAPTION = re.compile(r"(?:table|figure|chart)\s*[\dA-Z][\d.]{0,3}\b", re.IGNORECASE)
# What an item opens with says what its figures are for: "The Clerk presented the monitoring report for Quarter 2", and
# not "The survey found that May 1987 had ...".
_OPENING = re.compile(
    r"\b(?:reports?|monitoring|outturn|position|figures|statistics|data|accounts|results|performance|dashboard"
    r"|return|review|survey|census)\b(?:(?!, (?:which|who)\b| (?:found|indicate|show|suggest)\w* that\b)[^.;:]){0,60}$",
    re.IGNORECASE,
)
# A period at the head of a sentence holds for the sentences after it.
_LEAD = re.compile(
    r"(?:(?:in|during|for|by|at|as at|as of|over|the|end of|year|period|quarter|month|budget|accounts|outturn)\b\W*)*",
    re.IGNORECASE,
)
_AT_A_TIME = re.compile(r"as of\b|(?:as )?at\b", re.IGNORECASE)  # which holds for what stood so then
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}(?:/\d\d)?(?![-\d])")
_YEAR_OR_QUARTER = re.compile(r"\d{4}(?:/\d\d)?(?: Q[1-4])?")
_AS_OF_TODAY = re.compile(r"\b[Aa]s (?:of|at) today\b(?![’'])")
_THIS_MONTH = re.compile(r"\b(?:[Ee]arlier )?[Tt]his month\b(?![’'])")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_THE_QUARTER = re.compile(r"\b(?:(?:in|during|over|for|of) (?:the|this)|this) quarter\b", re.IGNORECASE)
_LAST_QUARTER = re.compile(r"\b(?:in|during|over|for) (?:the )?(?:last|previous) quarter\b(?! of)", re.IGNORECASE)
_PREVIOUS_QUARTER = re.compile(r"\b(?:(?:in|during|over|for) )?the previous quarter\b(?! of)", re.IGNORECASE)
_IN_THIS_QUARTER = re.compile(r"\b(?:in|during|over|for) this quarter\b", re.IGNORECASE)
# "This scheme could provide 60 homes", which is of no time that was told before
_COULD = re.compile(
    r"\b(?:could|might) (?:[a-z]+ly )?"
    r"(?:add|be|become|bring|cost|create|deliver|give|hold|house|lead|mean|provide|save)\b"
)
# "There are now 31 children", which is of the day of writing and of no time that was told before
_NOW = re.compile(r"\b(?:(?<!have )(?<!has )(?<!had )now|currently|at present|today)\b", re.IGNORECASE)
# "9 related to paint", after what the nine are of
_OF_THE_LAST = re.compile(
    r"\W*(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:concerned|involved|related to|resulted)\b"
    r"|[^.;\d]*\b\d[\d,]*+ of (?:these|those|them)\b",
    re.IGNORECASE,
)
# "Since the ferry opened it has carried 97 boats", "the ferry opened in May and has carried 97 boats"
_SINCE_BEGUN = re.compile(
    r"(?<!st )(?<!time )\bsince (?:[a-z’']+ ){1,4}?(?:began|opened|started|was launched|was set up)\b"
    r"|\b(?:began|opened|started|(?:was|were) (?:launched|introduced|set up)) (?:in|on) [^.;]{3,30}?"
    r"(?:,| and) (?:has|have|had)\b",
    re.IGNORECASE,
)
_REPLIED = re.compile(r"\b(?:consult\w+|favour\w*|oppos\w+|prefer\w+|repl(?:ied|ying)|respon\w+|support\w*|survey)\b")
_WAS = re.compile(r"\b(?:had|have|has|was|were|stood)\b")
_OF_CHANGES = re.compile(
    r"\b(?:assum\w+|awards?|blocks?|budgets?|cuts?|efficienc\w+|funding|grants?|increas\w+|lev(?:y|ies)|maximum|precept"
    r"|propos\w+|reduc\w+|rents?|rise|risen|rose|savings?|settlement|tax|uplift)\b"
)
# What the years in a heading are of, and not its figures: "Harbour Strategy 2022-2027"
_PLAN = re.compile(r"\b(?:plan|strategy|framework|vision|agreement)\b", re.IGNORECASE)
_STRETCH_OF_YEARS = re.compile(r"\d{4}(?:/\d\d)?-\d{4}(?:/\d\d)?")
# What a report is for goes on to its next sentence; a day, a month or a calendar year is told of one thing.
_GOES_ON_TO_NEXT = re.compile(r"/\d\d| Q\d")
_FOR_THE_YEAR = re.compile(r"\bfor the (?:full |whole )?year(?=\W*(?:$|has|had|is|was|of)\b|[,.;)])", re.IGNORECASE)
_THE_YEAR = re.compile(
    r"\bin-year (?:deficit|(?:over|under) ?spend|position|surplus|variance)\b"
    r"|\byear[- ]to[- ]date\b|\boutturn\b|\b(?:the )?full[- ]year\b|\bmonth \d{1,2}\b",
    re.IGNORECASE,
)
_TO_DATE = re.compile(
    r"\byear[- ]to[- ]date\b|\bin-year (?:deficit|(?:over|under) ?spend|position|surplus|variance)\b", re.IGNORECASE
)
_TWO_YEARS = re.compile(r"\b20\d\d/\d\d\b")
_FINANCE_AHEAD, _SCHOOL_AHEAD = 4, 9  # months in which a year of finance and one of schools begin
_IN_MONTH = re.compile(r"\bin[- ](?:the )?month\b", re.IGNORECASE)
_MONTH_NUMBER = re.compile(r"\b(?:[Mm]onth |M|[Pp]eriod |P)(1[0-2]|0?[1-9])\b")
_AREA = re.compile(r"\b(?:(?:in|across|within|of) the|The) (?P<area>borough|county|district|parish)\b(?!\s[A-Z]|[’'])")
_REPORTER = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:[Tt]he\s)?(?P<who>(?!(?:I|A|KPI|FAQ)s?\b)[A-Z]{2,6})\s"
    r"(?:(?:has|have|had|is|was|continues?)\b|reported\b|published\b)"
)
_STATED = re.compile(r"(?:[a-z]+ )?(?:balances?|position)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?]\s+(?=[^a-z])")
# What goes on about the place before it: "The site took 640 tonnes"
_THE_SAME = re.compile(
    r"The (?:(?:building|centre|company|hall|hospital|library|project|school|scheme|service|site|unit|ward)"
    r"|[a-z ]{3,40} there)\b"
)
_THE_BODY = re.compile(r"\W*(?:The|This) (?:Council|Authority|Trust)(?! Tax| tax)\b")  # whose document it is
_SUBJECT = re.compile(r"\W*(?:The )?")
_FIGURE = re.compile(r"(?<![\w/])(?!(?:19|20)\d\d\b)\d(?!\d*(?:st|nd|rd|th)\b)")
_LINES, _SHORT = 6, 60  # lines of a list below a date, and characters of one
_BELOW, _PERIOD_ALONE = 30, 24  # blocks below a heading that is a period alone, and characters of it
_FIRST = 5  # blocks that hold the title of one
_HEAD = 25  # blocks in which a report says what period it is for


@dataclass
class Setting:
    """The document as the background of its figures."""

    found: Findings

    @cached_property
    def written(self) -> date | None:
        """The day of the meeting or report, from which "last year" is told; late in the month where that is all."""
        printed = self.found.meeting.date or self.found.document.date or ""
        try:
            day = date.fromisoformat(printed if len(printed) == 10 else f"{printed}-28")
        except ValueError:
            return None
        return max(day, self._ended or day)

    @cached_property
    def _ended(self) -> date | None:
        """The day on which the year ended that a report is on by its title: it is written no earlier, whichever day its
        first table bears."""
        for line in self._titles:
            told = _ON_YEAR_ENDED.search(line)
            dated = next(dates_in(line[told.end() :]), None) if told else None
            if dated and (day := dated.on(None)):
                return day
        return None

    @cached_property
    def _titles(self) -> list[str]:
        """The title of a report and the headings at its head; none of minutes."""
        document = self.found.document
        if self.found.kind == "minutes":
            return []
        head = (block for block in document.blocks[:_HEAD] if block.kind == "heading" and not block.furniture)
        return [document.title or "", *(document.text[block.start : block.end] for block in head)]

    @cached_property
    def home(self) -> str | None:
        """The organisation whose document it is: minutes and reports speak of their own, and seldom say so."""
        return home_of(self.found.document, self.found.meeting.organisation, self.found.meeting.body)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names that the document uses as places."""
        return known_places(self.found.document) | self.found.acronyms

    @cached_property
    def _councils(self) -> dict[str, str]:
        """Other councils, by the letters that the document uses for them."""
        own = self.found.acronyms
        return {short: name for short, name in councils_by_letters(self.found.document).items() if short not in own}

    def periods(self, text: str, start: int | None = None) -> list[Period]:
        """The periods that a text names; a quarter without its year needs to know where the text stands."""
        if "quarter" in text and _LAST_QUARTER.search(text) and (told := self._quarters(text)):
            return told
        quarter = QUARTER.search(text)
        undated = self.written is None or quarter
        within = self._year(start) if start is not None and undated else None
        if quarter and within is None and self.written and self._financial:
            within = quarter_year(quarter[0], self.written)
        found = [*self._periods_in(text, within), *self._for_the_year(text, start), *self._today(text, start)]
        quarters = [iso for period in found if (iso := quarter_before(period.iso))]
        last = _PREVIOUS_QUARTER.search(text) if quarters else None
        found += [Period(*last.span(), quarters[0])] if last else []
        return sorted(found, key=lambda period: period.start)

    def _today(self, text: str, start: int | None) -> list[Period]:
        """The day of the meeting or the report, where a text says that it tells of "today", or its month; "this month"
        may be that of the report that an item is about."""
        iso = self.found.meeting.date or self.found.document.date
        if not iso:
            return []
        named = _AS_OF_TODAY.search(text) if "today" in text else None
        month = _THIS_MONTH.search(text) if "month" in text and start is not None else None
        if month and (self._over(start or 0) or iso[:4]) == iso[:4]:
            return [Period(*month.span(), iso[: len("2024-05")], told=True)]
        return [Period(*named.span(), iso, told=True)] if named else []

    def _for_the_year(self, text: str, start: int | None) -> list[Period]:
        """The financial year that a forecast "for the year" is of, also in a report on a quarter of it."""
        named = _FOR_THE_YEAR.search(text)
        if named is None or not COMING.search(text):
            return []
        year = self._year(start) if start is not None else None
        if year is None and self.written and self._financial:
            year = financial_year(self.written)
        return [Period(*named.span(), year, told=True)] if year and "/" in year else []

    def _quarters(self, text: str) -> list[Period]:
        """The last quarter and this one, where the report is for one and a text sets one against the other."""
        reported = re.fullmatch(r"(?P<year>\S+) Q(?P<number>[2-4])", self._reporting or "")
        if not reported:
            return []
        last = f"{reported['year']} Q{int(reported['number']) - 1}"
        named = [Period(*match.span(), last) for match in _LAST_QUARTER.finditer(text)]
        return named + [Period(*match.span(), reported[0]) for match in _IN_THIS_QUARTER.finditer(text)]

    @cached_property
    def _financial(self) -> bool:
        """Whether the document counts in pounds, or in years of finance, so that its quarters are those from April."""
        return bool(re.search(r"£|\b20\d\d/\d\d\b", self.found.document.text))

    @cached_property
    def _year_of_writing(self) -> str | None:
        """The year in which a document is written that counts in years of two: from April those of finance and those of
        schools part, and what is told "to date" may be of the one before."""
        two = self.written and not _FINANCE_AHEAD <= self.written.month < _SCHOOL_AHEAD
        return (
            financial_year(self.written)
            if two and self.written and _TWO_YEARS.search(self.found.document.text)
            else None
        )

    def _year(self, start: int) -> str | None:
        """The year of the nearest heading that names one, or of the report."""
        headed = [period.iso for item in self.headings(start) for period in self.periods(item.title)]
        year = next((match for iso in [*headed, self._reporting or ""] if (match := _YEAR.match(iso))), None)
        return year[0] if year else None

    @cached_property
    def _periods_in(self) -> Callable[[str, str | None], list[Period]]:
        """The same headings and beginnings of paragraphs are asked for again with each figure below them."""
        return cache(lambda text, within: periods_in(text, self.written, within))

    @cached_property
    def places(self) -> Callable[[str], list[Place]]:
        """The places that a text names."""
        return cache(self._places_in)

    def _places_in(self, text: str) -> list[Place]:
        """The places of a text, less letters that stand for the body and only say whose estimate or plan is meant."""
        letters = self.found.acronyms
        named = places_in(text, self.known, self.home, self._councils)
        return [place for place in named if not (place.name in letters and text.endswith("the ", 0, place.start))]

    @cached_property
    def _places_of(self) -> Callable[[str], list[Place]]:
        """The places that a heading names; of one in capitals those that the text names in small letters, too."""
        text = self.found.document.text

        def named(title: str) -> list[Place]:
            if site := site_of(title):
                return [site]
            if (as_printed := self.places(title)) or not title.isupper():
                return as_printed
            found = self.places(in_small_letters(title))
            return [place for place in found if re.search(rf"[a-z,] {re.escape(place.name)}\b", text)]

        return cache(named)

    def headings(self, offset: int) -> list[AgendaItem]:
        """The items that hold `offset`, the innermost first; the caption of a table stands under the item before it."""
        held = self.found.holding(offset)[::-1]
        if held and CAPTION.match(held[0].title) and held[0].citation.start > 0:
            return [held[0], *self.headings(held[0].citation.start - 1)]
        return held

    def goes_on(self, start: int) -> bool:
        """Whether a sentence goes on about what the one before it said."""
        return bool(_ELLIPTIC.match(self.found.document.text, start))

    def planned(self, offset: int, block_start: int) -> bool:
        """Whether a sum stands under a forecast, or in a paragraph on the budget of a year that is yet to end."""
        headings = self.headings(offset)
        if headings and COMING.search(headings[0].title):
            return True
        budget = _BUDGET_FOR.search(self.found.document.text, block_start, offset)
        return bool(budget and self.written and int(budget["year"]) >= self.written.year)

    def is_ahead(self, iso: str, unit: str | None, said: str) -> bool:
        """Whether a period begins only after the day of writing, and a figure is of what is or was by then.

        Sums and changes under "Budget 2025/26" are those of that year, what people think of it is not.
        """
        first = begins(iso)
        if unit in MONEY or not (first and self.written and first > 12 * self.written.year + self.written.month):
            return False
        shared = unit in ("%", "pp", "score")
        return not shared or bool(_REPLIED.search(said) or (_WAS.search(said) and not _OF_CHANGES.search(said)))

    def tells_of_year(self, said: str) -> bool:
        """Whether a sentence speaks of "the year to date" or of "today", which those after it need not."""
        return bool(_THE_YEAR.search(said) or _FOR_THE_YEAR.search(said) or _AS_OF_TODAY.search(said))

    def period_around(self, start: int, block_start: int, said: str = "", last: str | None = None) -> str | None:
        """The period of a figure whose sentence gives none: of the sentence before it, a heading, or the report.

        `said` is the sentence, `last` the period that the one before it, in the same paragraph, gives for its first
        figure. What the sentence calls "the quarter" or "the year to date" is that of the heading or the report.
        """
        text = self.found.document.text
        if _NOW.search(said) or _SINCE_BEGUN.search(said):
            return None
        if _COULD.search(said):
            return self._over(start)
        if _THE_YEAR.search(said) or _THE_QUARTER.search(said):
            around = self._over(start)
            if around is None and _TO_DATE.search(said):
                return self._year_of_writing
            return around and (_year_of(around, said) if _THE_YEAR.search(said) else _quarter_of(around))
        if self.goes_on(start) or (last and (_ALSO.search(said) or _OF_THE_LAST.match(said))):
            if last:
                return last
            before = [
                p for p in self.periods(text[block_start:start], start) if not (p.told or p.back or len(p.iso) >= 10)
            ]
            if before:
                return before[-1].iso
        carried = last if last and _GOES_ON_TO_NEXT.search(last) else None
        return self._led(block_start, start) or carried or self._dated_above(block_start) or self._over(start)

    def _dated_above(self, block_start: int) -> str | None:
        """The date over the short lines of a list: "As at 1 May 2024:"."""
        document = self.found.document
        index = document.block_index(block_start)
        for block in reversed(document.blocks[max(0, index - _LINES) : index]):
            said = document.text[block.start : block.end].strip()
            if (said.endswith(":") or _STATED.match(said)) and DATED.fullmatch(said):
                named = self.periods(said)
                return named[0].iso if named else None
            if block.kind == "heading" or len(said) > _SHORT or not said[-1:].isdigit():
                return None
        return None

    def _over(self, start: int) -> str | None:
        """The period of the headings over a sentence, of what its item opens with, or of the report."""
        if told := self._period_alone(start):
            return told
        for item in self.headings(start):
            headed = [] if _OF_A_MEETING.search(item.title) else self._of_title(item.title, start)
            opened = None if headed else self._opened(item)
            if headed or opened:
                return opened or _of_heading(item.title, headed)
        return self._reporting

    def _period_alone(self, start: int) -> str | None:
        """The period of the last heading above a sentence, where it is nothing else: "2021/22", which is no item."""
        document = self.found.document
        if self.found.kind == "minutes":
            return None
        index = document.block_index(start)
        above = reversed(document.blocks[max(0, index - _BELOW) : index])
        block = next((block for block in above if block.kind == "heading" and not block.furniture), None)
        title = document.text[block.start : block.end].strip() if block else ""
        named = self.periods(title) if len(title) < _PERIOD_ALONE and any(map(str.isdigit, title)) else []
        alone = len(named) == 1 and _YEAR_OR_QUARTER.fullmatch(named[0].iso)
        return named[0].iso if alone and not re.search(r"\w", _less(title, named[0])) else None

    def _of_title(self, title: str, start: int) -> list[Period]:
        """The periods of a heading, also "Month 11" of the financial year that the meeting is in or that ended last."""
        named = self.periods(title, start)
        if _PLAN.search(title):
            named = [period for period in named if not _STRETCH_OF_YEARS.fullmatch(period.iso)]
        month = _MONTH_NUMBER.search(title) if not named and self.written else None
        return [Period(*month.span(), numbered_month(int(month[1]), self.written))] if month and self.written else named

    def _led(self, block_start: int, start: int) -> str | None:
        """The period that a sentence before this one in its paragraph begins with: "In January, 41% were late."."""
        said = self.found.document.text[block_start:start]
        for period in reversed(self.periods(said, start)):
            sentence = re.split(r"[.;:!?]\s+", said[: period.start])[-1]
            led = not period.back and _LEAD.fullmatch(sentence)
            if led and not _AT_A_TIME.match(sentence + said[period.start : period.end]):
                return period.iso
        return None

    def _opened(self, item: AgendaItem) -> str | None:
        """The period of the report that the first sentence of an item is about."""
        text = self.found.document.text
        opening = text[item.citation.end : item.end][:300].lstrip()
        first = re.split(r"[.;]\s+(?=[A-Z])", opening)[0]
        told = (p for p in self.periods(first) if not (p.back or _DAY.fullmatch(p.iso)))  # a day is one balance's
        named = [p for p in told if _OPENING.search(first[: p.start])]
        return named[0].iso if named else None

    @cached_property
    def _reporting(self) -> str | None:
        """The period that a report as a whole is for, from its title or what stands at its head."""
        document = self.found.document
        if self.found.kind == "minutes":
            return None
        head = [document.text[b.start : b.end] for b in document.blocks[:_HEAD] if not b.furniture]
        for line in [document.title or "", *(line for line in head if len(line) < 160)]:
            reporting = _REPORTING.search(line) or (line in self._titles and _ON_YEAR_ENDED.search(line))
            named = periods_in(line) if reporting else []
            if named:
                return quarter_told(line, named[0].iso)
        return _reported_year([document.title or "", *head[:_FIRST]])

    def place_around(self, start: int, block_start: int) -> str | None:
        """The place of a figure whose sentence names none: of the paragraph, a heading, or the organisation itself."""
        text = self.found.document.text
        if self.home and _THE_BODY.match(text, start):
            return self.home
        named = [
            self._carried(text[block_start:start], start),
            *(self._places_of(item.title) for item in self.headings(start)),
        ]
        own = [place for places in named for place in reversed(places) if not place.wider]
        return own[0].name if own else self.home or self._subject(block_start) or self._area(block_start)

    def _carried(self, before: str, start: int) -> list[Place]:
        """The places of the paragraph so far that a sentence may still be about: not those of sentences that tell
        figures of their own ("12 were late in Fenwold. Fines came to £40"), unless this one goes on about the last, or
        that begins with the place."""
        ends = [0, *(match.end() for match in _SENTENCE_END.finditer(before)), len(before)]
        sentences = [span for span in pairwise(ends) if before[slice(*span)].strip()]
        goes_on = (self.goes_on(start) and not _IT_WAS_SAID.match(self.found.document.text, start)) or _THE_SAME.match(
            self.found.document.text, start
        )
        free = [span for span in sentences if not _FIGURE.search(before, *span)]
        free += sentences[-1:] if goes_on else []
        last = sentences[-1][0] if sentences else 0
        named = [place for place in self.places(before) if not place.wider]
        nearest = named[-1:]  # one further back is of what was left behind
        return [
            place
            for place in nearest
            if any(a <= place.start < b for a, b in free) or _SUBJECT.fullmatch(before, last, place.start)
        ]

    def _area(self, block_start: int) -> str | None:
        """The borough or the parish that a paragraph speaks of, where nothing says which it is."""
        document = self.found.document
        told = _AREA.search(document.text, block_start, document.blocks[document.block_index(block_start)].end)
        return told["area"] if told else None

    def _subject(self, block_start: int) -> str | None:
        """The organisation that a paragraph begins with, by its letters: "DWP reported that ..."."""
        told = _REPORTER.match(self.found.document.text, block_start)
        return told["who"] if told else None


def _less(text: str, period: Period) -> str:
    return text[: period.start] + text[period.end :]


def _reported_year(lines: list[str]) -> str | None:
    """The year of an officer's report, in its title or alone on the line below: "Treasurer's Report", "2022/23"."""
    for line, below in pairwise([*lines, ""]):
        if len(line) < _SHORT and _OFFICERS.search(line) and not _MONTH.search(line):
            named = periods_in(line) or (periods_in(below) if len(below) <= len("2022/2023") else [])
            if len(named) == 1 and _YEAR.fullmatch(named[0].iso):
                return named[0].iso
    return None


def _year_of(iso: str, said: str) -> str:
    """The year of a quarter, or the financial year of a month."""
    month = re.fullmatch(r"(\d{4})-(\d\d)", iso)
    if month and _IN_MONTH.search(said):
        return iso  # "24 cases in month, bringing the year to date total to 231"
    return financial_year(date(int(month[1]), int(month[2]), 1)) if month else re.sub(r" Q\d$", "", iso)


def _quarter_of(iso: str) -> str | None:
    """The quarter that a month ends, where a report on that month speaks of "the quarter"; null where it ends none."""
    return quarter_ended(iso) if re.fullmatch(r"\d{4}-\d\d", iso) else iso


def _of_heading(title: str, headed: list[Period]) -> str:
    """The period of a heading: of several the one year; a month in that of a budget report stands for its year."""
    years = [period.iso for period in headed if re.fullmatch(r"\d{4}/\d\d", period.iso)]
    quarters = [period.iso for period in headed if re.search(r" Q\d$", period.iso)]
    if quarters and not _BUDGET.search(title):
        return quarters[-1]
    month = re.fullmatch(r"(\d{4})-(\d\d)", headed[-1].iso)
    if years or not month or not _BUDGET.search(title):
        return years[-1] if years else headed[-1].iso
    return financial_year(date(int(month[1]), int(month[2]), 1))
