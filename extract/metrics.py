"""Metrics: figures that measure something, with what, when, where and against what.

The parser is slow, so it sees no sentence without a figure. What each figure measures is found by `extract.names`,
its period by `extract.periods`, its place by `extract.places`, its role by `extract.roles`; what the sentence leaves
open, the paragraph, the headings and the document may say (`extract.setting`).
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.changes import change_of, direction_of, is_change
from extract.counting.finding import said_of
from extract.counting.said import Said, Told, is_unit
from extract.dates import MONTH
from extract.findings import Findings, findings
from extract.headline import Headline, headlines
from extract.listed import Listed, is_of_aims, listed_at, tallied
from extract.periods.finding import Period
from extract.periods.nearest import has_own, period_at
from extract.places import Place, place_at
from extract.quantities import Quantity, quantities_in
from extract.roles import against_place, role_of
from extract.setting import Setting
from extract.tables.finding import table_metrics
from extract.tables.prose import told_in_cells
from extract.text import Sentence, as_text, content_start
from minutes.model import AgendaItem, Block, Document, Metric, Role, content_id
from models.language import parser

_IN_SERIES = re.compile(
    r"[\s(),;/&–-]*(?:(?:to|and|then|or|from|in|at|by|of|up|down|on|for|compared|against|with|than|the|a|an"
    r"|just|short|only|but|higher|lower"
    r"|year|total|average|national|regional|nationally|regionally|figure|recorded|median|mean|about|around"
    r"|over|the end of|early|late"
    r"|term|school|academic|financial|summer|autumn|spring|half|first|\d{4}(?:[/-]\d\d)?|weeks?|months?|days?"
    r"|years?|hours?|minutes?|(?-i:(?<=in )[A-Z]\w+(?: [A-Z]\w+)*)"
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
    r"|higher|lower|more|less|fewer|better|worse|above|below|over|under|short|slower|faster|adverse|ahead|behind"
    r"|favourable"
    r"|weeks?|months?|days?|years?|hours?|minutes?|seconds?|cases|present|trends|will|reach|our|we|want|working"
    r"|Quarter|Autumn|Spring|Summer|Winter|term|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b\W*)+",
    re.IGNORECASE,
)
_VOTE_BEFORE = re.compile(
    r"\b(?:for|against|yes|no|in favour)\s*[:(]\s*\(?$|\b(?:ayes?|noes|nays?|yeas?|abstain\w*|abstentions?|votes?|voted"
    r"|voting)\s*[:(]?\s*\(?$|\b(?:passe[sd]|fail(?:s|ed)|carrie[sd])\s*[:(]\s*$",
    re.IGNORECASE,
)
# "22 for (96%)", where the sentence tells of a vote
_SHARE_BEFORE = re.compile(
    r"\d\s+(?:votes?\s+)?(?:for|against|yes|no|in favou?r|ayes?|noes|nays?|votes?|abst\w*)\s?\($", re.IGNORECASE
)
# "48213 mend the gate" among others of the kind: the number of a ticket or a request, and no count.
_ENTRY = re.compile(r"\W{0,3}(?P<number>\d{5,9})(?!\d)(?=\s[^\W\d])")
_VOTE_AFTER = re.compile(
    r"\)?\s*(?:votes?|abstentions?|abstained|ayes?|yeas?|nays?|noes|in favou?r"
    r"|(?:voted )?(?:for|against)(?=\W*(?:and\b|\d|$|the (?:motion|amendment|proposal))))\b",
    re.IGNORECASE,
)
# "12 out of 17 Senators present", of the meeting itself
_PRESENT_AFTER = re.compile(
    r"\s(?:(?:out )?of (?:the )?\d+ )?(?:[a-z]+ )?"
    r"(?:senators|members|councillors|governors|trustees|directors|delegates)"
    r"(?: (?:were|was|are))? present\b"
    r"|\s(?:[a-z]+ )?(?:visitors|guests|people|residents) attend(?:ed|ing) the meeting\b",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"\b(?:invoices?|payments?|accounts? for payment|cheques?|expenditure to approve|bills|payees?)\b", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:balances?|reserves?|in (?:the )?bank)\b", re.IGNORECASE)  # told among the payments
# Sums that a meeting pays or approves to be paid.
_PAID = re.compile(
    r"\b(?:(?:bill|invoice) (?:of|from) [^.;\d]{3,60} in the amount of|be paid [£$€]\d|(?:chq|cheque)\.? nos?\.? ?\d"
    r"|(?:approve|authorise|schedule of|list of|following) (?:the |all )?payments?\b"
    r"|payments? (?:(?:was|were|be) )?(?:approved|authorised|agreed)\b"
    r"|^\W*(?:\w\)\s)?(?:agreed|resolved|decided) (?:to (?:award|donate|grant|give)"
    r"|(?:an?|the) (?:award|donation|grant) of) [£$€][\d,.]+ (?:to|towards)\b"
    r"|fees? of [£$€][\d,.]+ be paid|accounts? payable|(?:warrants?|checks?|vouchers?) (?:nos?\b|#)"
    r"|following (?:donations|grants|contributions)\b[^:;£$€]{0,40}:.{3,80}?[£$€]\d"
    r"|\d{4,} (?:through|to) \d{4,}, in the amount|(?:motion|resolved|agreed|moved)\W{1,3}(?:that |to )?pay"
    r" (?-i:[A-Z])[^.;\d]{1,40} [£$€]?\d"
    r"|cheques? (?:for (?:approval|payment|signature)|drawn|to be signed)\b)",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"[;,] (?:and )?of (?:these|those|which|whom|them)\b")
# What only says which cases another figure is of: "3 or more moves", "looked after for two years or more".
_OR_MORE = re.compile(r"\s(?:[a-z]+\s)?(?:or|and) (?:more|less|fewer|over|above|longer|older|under)\b")
# "an average of 80 or higher": what is asked of those that are meant
_OR_HIGHER = re.compile(r"\s(?:or|and) (?:greater|higher|above|better)\b")
_REACHED = re.compile(r"\b(?:achieved|averaged|had|reached|scored)\b")
_OF_THOSE = re.compile(r"(?<!target )(?<!aim )(?<!standard )(?<!goal )(?<!minimum )\bof\s$")
_LEAST = re.compile(r"\b(?:targets?|aims?|standards?|minimum|goals?|of)\b[^.;]{0,20}$", re.IGNORECASE)
# A heading over what is aimed at: what "will increase to 80%" below it is a target.
_GOALS = re.compile(r"\b(?:goals?|targets?|ambitions?|expected outcomes|what success looks like)\b", re.IGNORECASE)
_OF_THESE_IS = re.compile(r"Of (?:these|those|which|the above)\b")
_OWN = re.compile(r"\b(?:their|its|his|her) [a-z]+ (?:for|of|in) (?:the )?$")
_PLANNED_LATER = re.compile(r"\d[^.;]{0,60}\bplanned (?:for|in|over|during) (?:the )?$")
_AT_QUARTER = re.compile(r"\bat (?:the end of )?(?:quarter \d|Q\d)\b", re.IGNORECASE)
_CHARTED = re.compile(r"[\d.,%→\s]+(?:°[CF]|[kKMxX])?\+?")  # a figure alone in its line labels a part of a chart
_TERM = re.compile(
    r"\b(?:at least|minimum of) \w+ (?:\(\d+\) )?years?[’']? (?:of )?(?:[a-z]+ )?experience\b|\b\d+[- ]words?\b"
    r"|\b\w+[- ](?:year|month|week|day|hour|minute)s?[- ](?:term|programme|plan|strategy|contract|review|period"
    r"|trend|average|lease|capital|cycle|time limit|olds|(?<=-)old|old(?= (?:children|boys|girls|pupils|people"
    r"|(?:[a-z]+ ){0,2}(?:assessments?|boosters?|checks?|entitlements?|offers?|places?|reviews?)\b)))\b"
    r"|\b(?:s?he|they|child|children|boys?|girls?|man|woman|son|daughter|pupils?|people|who) (?:is|are|was|were)"
    r" (?:[a-z]+ ){0,2}\w+ (?:year|month)s old\b"
    r"|\b\w+-(?:month|week|year|dai|hour)ly\b"
    r"|\b\w+-(?:year|month|week|day|hour|minute)\b(?![ -](?:wait|delay|backlog|journey|gap|turnaround|service)\b)"
    r"|\b(?:extend\w*|appoint\w*|display\w*|postpone\w*|leas\w+|valid|to (?:run|last|continue))\b"
    r"[^.;,\d]{0,25}\s(?:for|by) (?:a further |another )?\w+ (?:year|month|week|day|hour|minute)s?\b"
    r"|\b\w+[- ](?:month|week|day|hour|minute)s?[- ](?:[a-z]+[- ]){0,2}?(?:pathway|screening|performance)s?\b"
    # when in a life or a course a share is taken, how far something has come, and how sure a test is
    r"|\b(?:breastfeeding|checks?|coverage|destinations?|feeding|follow[- ]ups?|mortality|outcomes?|prevalence|quits?"
    r"|rates?|remission|retention|reviews?|smoking|survival|uptake) (?:at|by)"
    r" \w+(?: (?:to|or|and) \w+)? (?:year|month|week|day)s?\b"
    r"|\b\w+ (?:year|month|week|day)s (?:into|on from) (?:an?|the|its|our|this|their)\b"
    r"|\bsignifican\w+ at (?:the )?\d[\d.]*\s?%|\b\d[\d.]*\s?%[- ](?:confidence|significance|credible)\b",
    re.IGNORECASE,
)
# A line of a ledger, which has no verb: "03/11/23 £9.20 FEE TO THE GUILD", "£20.00 INTERNAL AUDITOR", or the
# number of a cheque: "100302 - Locksmith (keys) - £17.50".
_LEDGER = re.compile(
    r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})? )?[£$€][\d,.]+ [A-Z][\w’'&/. -]{2,60}"
    r"|\d{5,7}\s(?:[–—-]\s)?[A-Z][^£$€]{2,60}[£$€][\d,.]+"
)
_INCOME = re.compile(
    r"\b(?:balances?|grants?|income|interest|precept|receipts?|rents?|repayment|sales?)\b", re.IGNORECASE
)
# What is set apart or allowed, and not measured: "Open forum (15 mins)", "a break of ten minutes".
_SET_APART = re.compile(
    r"\((?:up to )?\d+ (?:min(?:ute)?s?|hours?)(?:, [^()\d]{2,60})?\)|\btime\W{1,3}\d+ min(?:ute)?s?\b"
    r"|\b(?:break|recess|adjournment) of \w+ (?:minutes|hours?)\b"
    r"|\bwithin \w+ (?:\(\d+\) )?(?:working )?(?:days|weeks|months) (?:of|from|after) (?:this|its|the|their|receipt"
    r"|receiving)\b"
    r"|\b(?:branch(?:es)?|crowns?|canopy|height) by \d+\s?%?"
    r"|\bwith \w+ (?:days|weeks|months|years) (?:remaining|left|to go)\b"
    r"|\b(?:have|had|has|given|allowed) \w+ (?:days|weeks|months) (?:in which )?to (?!run\b)[a-z]"
    r"|[“\"][£$€]?[\d,.]+[mk]?[”\"] (?:[a-z]+ ){1,3}[“\"]"
    r"[£$€]?[\d,.]+[mk]?[”\"]"  # "corrected from “£1.2m” to “£12m”"
    r"|\b(?:will|would|may|can) (?:each )?have \w+ minutes\b"
    r"|\b\w+ minutes? (?:each|per (?:person|speaker))\b|\ballow(?:ed|s)? (?:up to )?\w+ minutes\b"
    r"|\b(?:limited to|set aside)(?: up to)? \w+ min(?:ute)?s\b|\bshared? [^.;]{0,40} \d+(?:/\d+)? min(?:ute)?s each\b"
    r"|\bfor \w+ more (?:years?|months?|terms?)\b|\b\w+ (?:days|weeks|months) (?:would|will|should|might) be (?:enough"
    r"|sufficient|fine|ample|too \w+)\b"
    r"|\b(?:did|serv(?:ed?|ing)|chaired|worked|stood|sat|continued?)\b[^.;,\d]{0,40} for (?:over )?\w+ years\b"
    r"|\b(?:in|for|after|over) (?:his|her|their|my|our) \w+ years (?:on|as|in|with|of)\b"
    r"|\bfor \w+ nights\b|\bany (?:one|single) (?:day|night|week|month)\b"
    # "Each 1% on the rate brings in £6,000"
    r"|\b(?:each|every) \d[\d.]*\s?% (?=(?:on|of|rise|increase|added|off)\b)"
    r"|\b(?:uptake|coverage|doses?|MMR)\b[^.;,\d]{0,40} (?:at|by|aged?) "
    r"(?:the age of )?\w+ (?:months|years)(?! (?:later|after|earlier))\b"
    r"|\b(?:delay|defer|put off)\w*(?: [a-z]+){0,3} (?:for|by) \w+ (?:days|weeks|months)\b",
    re.IGNORECASE,
)
# "two signatories are required": what is asked for and not what there is.
_NEEDED = re.compile(
    r"\s(?:[a-z-]+\s){1,4}(?:(?:is|are|was|were|would be|will be) (?:required|needed)\b|to be [a-z]+(?:ed|sent|put)\b)"
)
_TO_OFFICE = re.compile(r"\b(?:appointment|election|co-option|re-?election) of\s$", re.IGNORECASE)
# "One has a lock": one of what was told before.
_STANDS_FOR = re.compile(r"\s(?:has|had|is|was|will|would|can|could|may|might|should|must)\b")
# "The panel is made up of three trustees and one member": who belongs to a body by its rules.
_COMPOSED = re.compile(r"\b(?:compris(?:es|ing)|composed of|consists of|made up of)\s(?:[^.;:,]* and )?$")
# "We need two more people", which are not there
_SOUGHT = re.compile(
    r"\b(?:needs?|needed|looking for|seeking|requires?) (?:another |at least |about )?$", re.IGNORECASE
)
_SOUGHT_ARE = re.compile(
    r"\s(?:(?:more|new|extra|other|additional)\s)?(?:people|persons|volunteers|helpers|members|representatives"
    r"|signatories|candidates|trustees|directors)\b"
)
_BELONGS = re.compile(r"\s(?:[a-z-]+ )?(?:members?|representatives?|trustees?|governors?|councillors?|directors?)\b")
# "1) the move, 2) the licence": what is told off in a sentence.
_TOLD_OFF = re.compile(r"\b(\d)\) (?=[a-z])", re.IGNORECASE)
# "Rules 4301 Gates, 4317 Keys of the Mill and 4322 Boats": numbers that names begin with.
_OF_NAMES = re.compile(r"\b\d{3,5}(?:\.\d+)? (?=[A-Z][a-z])")
# A standard is only named in "The 62 day standard was met", and is what a figure is set against in "outside the 20 day
# standard".
_STANDARD = re.compile(r"\b\w+[- ](?:month|week|day|hour|minute)s?[- ](?:[a-z]+[- ]){0,2}?standards?\b", re.IGNORECASE)
_SET_BY = re.compile(r"\b(?:against|outside|outside of|within|than|to|of|from|beyond) (?:the |a |our |its )?$")
# What a colour stands for: "Red = more than 10% off the target".
_THERE = re.compile(r"\W*(?:(?:out )?of \d+ )?(?:[\w’']+ ){0,3}(?:present|attend\w*|apolog\w+|absent)\b", re.IGNORECASE)
_KEY = re.compile(
    r"\W*(?:red|amber|green)\b\W{0,3}(?:means|is when|is where|if)?\s?(?:more|less|within|on or|above|below|over|under"
    r"|performance|between|worse|better|up to|at least|at or|target)\b",
    re.IGNORECASE,
)
_PLANNING = re.compile(
    r"\b(?:erection|storey|bedroom|planning (?:application(?!s?\s(?:during|in|over))|permission|consent)|extension"
    r"|change of use|residential development|proposed conversion"
    r"|(?:reduc|remov|fell|prun|clear)\w* [^.;]{0,40}(?:branch\w*|crown|tree)s?|pollard\w*)\b",
    re.IGNORECASE,
)
_DIMENSION = re.compile(
    r"[\s-]?(?:[a-z]+\s){0,2}(?:dwellings?(?! fires?)|metres?|miles?|sq)\b|[’′″](?=[\s,;.x]|$)"
    r"|\s(?:feet|foot|ft|inches) (?:high|wide|long|deep|tall|across)\b",
    re.IGNORECASE,
)
# What is built where, in feet: "a 30-foot variance", "moved back ten feet from the lot line"
_LAND = re.compile(
    r"\b(?:variances?|setbacks?|zoning|lots?|parcels?|easements?|property|high water mark|square f(?:ee|oo)t"
    r"|home|house|garage|structures?|driveway|fences?)\b",
    re.IGNORECASE,
)
_FEET = re.compile(r"[\s-](?:sq(?:uare|\.)? ?)?(?:feet|foot|ft)\b")
_SHORT_YEAR = re.compile(r"\b(?:FY|CY|[Ff]iscal [Yy]ear|[Cc]lass of|[Ss]ummer|[Ww]inter|[Ss]pring|[Aa]utumn)\s?[’‘']$")
_STREET = re.compile(
    r"\s(?:North|South|East|West)\b(?!\s[A-Z])(?=[\s.,;)])"
)  # "41200 South", where streets are numbers
# "Two new posts, a Warden and a Ferryman, ...": what is told off by name.
_BY_NAME = re.compile(
    r"\s(?:[a-z]+\s){0,3}[a-z]+(?:,| [–—-]| \(|:)\s?(?:an? |the )?[A-Z][^.;:,–—(]{1,50}? and (?:an? |the )?[A-Z]"
)
_NUMBERED = re.compile(r"\d+(?:[./-]\d+)*\.?\s+(?=[A-Z])")  # a paragraph's own number: "1202 Public session"
_ACRONYM_NEXT = re.compile(r"\d[\d,]*\s[A-Z]{2,6}\s[a-z]")
# "58% of the 731 owners who replied did not know": of whom a share is, and what is told of them.
_OF_WHOM = re.compile(
    r"\s?of (?:the |all |our |those |these |its )?(?:\d[\d,]* (?!(?:and|to|or) \d))?"
    r"(?P<whom>(?=[a-z\d])[^.,;:()]{3,70}? (?:are|could|did|do|does|felt|had|has|have|is|know|knew|reported|said"
    r"|thought|told|was|were)\b[^.,;:()]{0,60})"
)
_NAME_WORDS = 14
_RATED = re.compile(r"\b(?:per|every)\s$")  # "£3.12 per £1,000", "every three years"
_RATE = re.compile(r"\bper \d")
_LIMITED = re.compile(r"\b(?:limit|maximum speed)\b[^.;\d]{0,20}$", re.IGNORECASE)
_VOTED = re.compile(
    r"\bvot(?:ed?|es|ing)\b.*\b(?:for|against|no|abstain\w*)\b|\babstain|\babstentions?\b|\+1\b", re.IGNORECASE
)


_TOLD_APART = 10  # smaller counts are the same by chance
_NEXT_MEETING = re.compile(
    r"(?:the )?(?:(?:date|time) of (?:the )?)?next (?:\w+ )?(?:meeting|call)\b"
    r"(?:\s?[:–—-]| (?:is|will be|was|to be|on|at)\b)",
    re.IGNORECASE,
)
# "The Guild met on Tuesday 4 May at 18:00 for two hours", above the first item.
_CONVENED = re.compile(
    r"\b(?:met|held|convened|took place)\b[^.;]{0,60}\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\b(?:met|held|convened|took place)\b[^.;]{{0,60}}\b{MONTH}\b",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(r"(?:dates?\b|next meeting|apologies|present\b)", re.IGNORECASE)  # an item that is
FEW = 2  # items; where no more were found, there are others that were missed
TOLD = 20  # words of a paragraph; a line of a head has fewer, or names people
PROSE = 90  # characters; a cell with fewer is a label or a figure
MANY = 60  # figures; hardly a sentence has half as many
_WITH_DIGIT = re.compile(r"(?<!\S)\S*?\d")
REPEATED_WORDS = 7  # a sentence with fewer may well be said twice


def find_metrics(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).metrics`."""
    found = findings(doc)
    if found.kind != "agenda":
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
    in_cells = told_in_cells(found)
    held = list(_held(found, in_cells))
    if not held:
        return
    texts = [text.replace("\t", " ") for _, text, _, _ in held]
    told = Told()
    block = -1
    counts: set[tuple[str | None, str | None, float]] = set()
    for (sentence, _, quantities, headline), parsed in zip(held, parser().pipe(texts, batch_size=64), strict=True):
        if (
            sentence.block != block
            and not _listed(found, block, sentence.block)
            and not _OF_THESE_IS.match(as_text(parsed))
        ):
            told = Told()
        period = told.period if sentence.block == block else None
        for index, (metric, said) in enumerate(
            _sentence(setting, sentence, quantities, parsed, replace(told, period=period), headline)
        ):
            if not _is_known(metric, counts):
                cell = in_cells.get(sentence.start)
                aimed = cell and metric.role == "actual" and cell.aims(as_text(parsed), metric.value)
                role = {"role": "target"} if aimed else {}
                yield metric.model_copy(update={"table": cell.data, **role}) if cell else metric
            kept = index == 0 and metric.role == "actual" and not (metric.period or "").startswith("since")
            kept = kept and not setting.tells_of_year(as_text(parsed))
            period = metric.period if kept else period
            told = Told(None, said, told.counted if is_unit(said.unit) else said, period)
        block = sentence.block


def _held(found: Findings, in_cells: Container[int]) -> Iterator[tuple[Sentence, str, list[Quantity], Headline | None]]:
    """The sentences that hold figures, as they are read: with a figure that is set large over one."""
    set_large = headlines(found)
    begun = {headline.sentence.start for headline in set_large.values()}  # where their figures stand
    for sentence in (part for whole in found.sentences for part in _parts(found, whole)):
        if sentence.start in begun:
            continue
        headline = set_large.get(sentence.start)
        text = headline.text if headline else found.document.text[sentence.start : sentence.end]
        if quantities := _measures(found, sentence, text, in_cell=sentence.start in in_cells):
            yield headline.sentence if headline else sentence, text, quantities, headline


def _parts(found: Findings, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or stretches of one that has more figures than a sentence has: a table without lines, a list.

    Each figure is looked at beside all others of its sentence.
    """
    numbers = [match.start() for match in _WITH_DIGIT.finditer(found.document.text, sentence.start, sentence.end)]
    cuts = [sentence.start, *numbers[MANY::MANY], sentence.end]
    for start, end in pairwise(cuts):
        yield replace(sentence, start=start, end=end)


def _is_known(metric: Metric, counts: set[tuple[str | None, str | None, float]]) -> bool:
    """Whether a count is one that the item has told and only goes on about: "90 came. Of the 90 who came, 9 ..."."""
    if isinstance(metric.value, tuple) or metric.value < _TOLD_APART or is_unit(metric.unit):
        return False
    count = (metric.item_id, metric.unit, metric.value)
    known = count in counts and bool(re.search(rf"\b[Tt]he {metric.value:,.0f}\b", metric.text.replace("\n", " ")))
    counts.add(count)
    return known


def _listed(found: Findings, above: int, block: int) -> bool:
    """Whether a block goes on with a list that the block of the last figure begins, or is in; "3.2" is no such list."""
    blocks, text = found.document.blocks, found.document.text
    numbered = re.match(r"\d", blocks[block].label or "")
    if (
        above < 0
        or numbered
        or blocks[block].kind != "list_item"
        or any(b.kind == "heading" for b in blocks[above:block])
    ):
        return False
    return blocks[above].kind == "list_item" or text[: blocks[above].end].rstrip().endswith(":")


def _in_prose(sentence: Sentence, block: Block) -> bool:
    """Whether a sentence stands in a cell of minutes that are set as a table, which tells more than a figure."""
    return any(start <= sentence.start < end and end - start > PROSE for start, end in block.cells)


def _measures(found: Findings, sentence: Sentence, text: str, *, in_cell: bool) -> list[Quantity]:
    """The figures of a sentence that may be metrics, by the place of the sentence and what stands around them."""
    document = found.document
    block = document.blocks[sentence.block]
    if not in_cell and not _is_read(found, sentence, block):
        return []
    quantities = list(quantities_in(text))
    if not quantities or not _is_of_business(found, sentence, text) or _is_of_sums(found, text):
        return []
    minutes = found.kind == "minutes"  # where homes and lengths are those of what is applied for
    planned, voted = minutes and _PLANNING.search(text), _VOTED.search(text)
    numbered = _is_numbered_entry(found, sentence)
    terms = _terms(text, minutes=minutes)
    if minutes and sentence.start <= content_start(document, block):
        counts = block.label and _ACRONYM_NEXT.match(text)  # "(f) 1140 RSV plans": the number is its label's
        terms += [m.span() for m in [_NUMBERED.match(text)] if m and not counts]
    return [
        q
        for q in quantities
        if (q.unit or not (voted or numbered or _is_bare(text, q)))
        and not (q.unit == "%" and voted and _SHARE_BEFORE.search(text[: q.start]))
        and (q.unit == "%" or not (planned or (minutes and _DIMENSION.match(text, q.end))))
        and not (minutes and _FEET.match(text, q.end) and _LAND.search(text))
        and not (_SHORT_YEAR.search(text[: q.start]) or _STREET.match(text, q.end))
        and not _RATED.search(text[: q.start])
        and not (q.unit == "mph" and _LIMITED.search(text[: q.start]))
        and not any(a <= q.start < b for a, b in terms)
        and not (q.in_words and block.kind == "heading")
    ]


def _is_read(found: Findings, sentence: Sentence, block: Block) -> bool:
    """Whether a sentence is of the running text, a heading of a report, or in a table that minutes are set as."""
    if block.kind == "heading":
        return found.kind != "minutes"
    if block.kind == "table_row":
        return found.kind == "minutes" and _in_prose(sentence, block)
    return block.kind != "note"


def _is_of_business(found: Findings, sentence: Sentence, text: str) -> bool:
    """Whether a sentence stands under an item that tells of figures, and not at the head of minutes or in accounts."""
    if found.kind == "minutes" and _NEXT_MEETING.match(text):
        return False
    item = next((i for i in reversed(found.items) if i.citation.start <= sentence.start < i.end), None)
    if found.kind == "minutes" and len(found.items) > FEW and _is_head(found, sentence, item):
        return False
    if item is None:
        return True
    return not _OF_MEETING.match(item.title) and not (_PAYMENT.search(item.title) and not _HELD.search(text))


def _is_numbered_entry(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence begins with a number as one right above or below it does: an entry of a list of tickets."""
    document, blocks = found.document, found.document.blocks
    own = _ENTRY.match(document.text, sentence.start) if sentence.start == _begin(document, sentence.block) else None
    if own is None:
        return False
    beside = [index for index in (sentence.block - 1, sentence.block + 1) if 0 <= index < len(blocks)]
    others = [_ENTRY.match(document.text, _begin(document, index), blocks[index].end) for index in beside]
    return any(other and len(other["number"]) == len(own["number"]) for other in others)


def _begin(document: Document, index: int) -> int:
    return content_start(document, document.blocks[index])


def _is_head(found: Findings, sentence: Sentence, item: AgendaItem | None) -> bool:
    """Whether a sentence is the title of an item, or stands above the first without telling anything at length.

    Minutes in which hardly any item was found have their figures there, too.
    """
    if item:
        return sentence.start < item.citation.end
    block = found.document.blocks[sentence.block]
    above = found.document.text[block.start : block.end]
    listed = any(e.citation and block.start <= e.citation.start < block.end for e in found.attendance)
    return len(above.split()) < TOLD or listed or bool(_THERE.match(above) or _CONVENED.search(above))


def _is_of_sums(found: Findings, text: str) -> bool:
    """Whether a sentence is a payment, an entry of a ledger, a contents line or the key of a chart."""
    if _PAID.search(text) or _CHARTED.fullmatch(text) or _KEY.match(text) or "....." in text:
        return True
    return found.kind == "minutes" and bool(_LEDGER.fullmatch(text.strip())) and not _INCOME.search(text)


def _terms(text: str, *, minutes: bool) -> list[tuple[int, int]]:
    """The stretches of a sentence whose figures name, number or tell off, and measure nothing."""
    terms = [m.span() for m in _TERM.finditer(text)]
    told_off = list(_TOLD_OFF.finditer(text)) if ") " in text else []
    terms += [m.span() for m in told_off] if len(told_off) > 1 else []
    terms += [m.span() for m in _STANDARD.finditer(text) if not _SET_BY.search(text[: m.start()])]
    if minutes:
        of_names = list(_OF_NAMES.finditer(text))
        terms += [m.span() for m in of_names] if len(of_names) > 2 else []
        terms += [m.span() for m in _SET_APART.finditer(text)]
    return terms


def _is_bare(text: str, quantity: Quantity) -> bool:
    """Whether a figure without a unit is a vote or a limit, or only says how many are needed, named or elected."""
    before, end = text[: quantity.start], quantity.end
    if _VOTE_BEFORE.search(before) or _VOTE_AFTER.match(text, end) or _PRESENT_AFTER.match(text, end):
        return True
    if _OR_MORE.match(text, end) and not _LEAST.search(before):
        return True
    if _OR_HIGHER.match(text, end) and _OF_THOSE.search(before) and not _REACHED.search(before):
        return True
    named = quantity.small_word and (
        _NEEDED.match(text, end)
        or (_SOUGHT_ARE.match(text, end) and _SOUGHT.search(before))
        or _BY_NAME.match(text, end)
        or (quantity.value == 1 and _STANDS_FOR.match(text, end))
        or _TO_OFFICE.search(before)
        or (_COMPOSED.search(before) and _BELONGS.match(text, end))
    )
    return bool(named)


def _sentence(
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
    for index, quantity in enumerate(quantities):
        said = said_of(parsed, quantities, index, replace(told, previous=previous))
        if headline and quantity.end <= headline.end:
            counted = said or previous  # "6 → 2": both are of the same
            said = Said(counted.unit if counted else quantity.unit, headline.name)
        if said is None and (label := tallied(setting.found, sentence.block, text)):
            said = Said("score" if _RATE.search(label) else None, label)
        if said is None:
            continue
        listed = listed_at(setting.found, sentence.block, text, (quantity.start, quantity.end), setting.home)
        if listed:
            said = replace(said, name=listed.name)
        elif previous and said.unit == previous.unit and _in_series(text, end, quantity):
            said = replace(previous, group=said.group or previous.group)  # "57.1% (2021), 56.4% (2022)" are one thing
        elif not said.name and (of := _OF_WHOM.match(text, quantity.end)):
            said = replace(said, name=" ".join(of["whom"].split()[:_NAME_WORDS]))
        elif _ONLY_WHERE.fullmatch(said.name or "South"):
            # "The national average is 54%" goes on about the figure before it, or about what the heading names.
            above = (
                previous or before or Said(said.unit, next((i.title for i in setting.headings(sentence.start)), None))
            )
            name = " ".join(filter(None, (above.name, said.name))) or None
            said = replace(said, name=name, group=said.group or above.group)
        metric = _metric(scene, quantities, index, said, told, listed, made[0][1] if made else None)
        previous, end = replace(said, role=metric.role), quantity.end
        if not is_unit(said.unit) and not _is_of(said, told.counted):
            told = replace(told, counted=previous)
        made.append((quantity, metric, previous))
    figures, units = [quantity for quantity, _, _ in made], [metric.unit for _, metric, _ in made]
    for index, (_, metric, said) in enumerate(made):
        own = metric.role in ("actual", "forecast")
        yield metric.model_copy(update={"change": change_of(text, figures, units, index)}) if own else metric, said


def _is_of(said: Said, whole: Said | None) -> bool:
    """Whether a count was named as a part of another, of which the next one may be a part, too."""
    return whole is not None and said.unit == whole.unit and (said.name or "").startswith(f"{whole.name} ")


@dataclass(frozen=True)
class _Scene:
    """A sentence with the periods and places that it names."""

    setting: Setting
    sentence: Sentence
    parsed: Doc
    periods: list[Period]
    places: list[Place]


def _is_part(scene: _Scene, quantities: list[Quantity], index: int) -> bool:
    """Whether a figure is a part of the first, with no period of its own: "98 in May; of these 37 ..., and 12 ..."."""
    text, quantity = scene.parsed.text, quantities[index]
    parts = list(_OF_THESE.finditer(text, quantities[0].end, quantity.start))
    return bool(parts) and not any(p.start >= parts[-1].start() for p in scene.periods)


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
    first: Metric | None,
) -> Metric:
    """The metric of one figure; `first` is that of the first figure in the sentence, null for that one itself."""
    setting, sentence, text, quantity = scene.setting, scene.sentence, scene.parsed.text, quantities[index]
    found = setting.found
    citation = found.document.cite(sentence.start, sentence.end)
    figure = (quantity.start, quantity.end)
    others = [(q.start, q.end) for q in quantities if q is not quantity]
    block = found.document.blocks[sentence.block]
    in_cell = block.kind == "table_row" and found.kind != "minutes"  # whose neighbours say other things
    opening = sentence.start if in_cell else block.start
    around = setting.period_around(sentence.start, opening, text, told.period)
    periods = [period for period in scene.periods if not _is_of_another(text, figure, period)]
    own = period_at(periods, text, figure, others, around)
    if first and (is_change(text, quantity) or _is_part(scene, quantities, index)):
        own = first.period  # "97 in May, compared with 109 a year earlier, a reduction of 11%"
    place = (listed and listed.place) or place_at(scene.places, text, figure, others)
    if place and against_place(text, figure, place):
        place = None
    role = role_of(
        text, scene.parsed, figure, unit=said.unit, earlier=[other for other in others if other < figure], place=place,
        home=setting.home, period=own, written=setting.written,
        planned=_is_planned(scene, sentence.start + quantity.start, block, told, listed),
    )  # fmt: skip
    if _is_aim(scene, block, said, role):
        role = "target"
    if first and role == "comparator" and not has_own(scene.periods, text, figure):
        own = first.period  # "In 2024, 39% were issued; this compared with 55% in 2023, and with 44% across London"
    if own and role == "forecast" and _AT_QUARTER.search(text):
        own = re.sub(r" Q\d$", "", own)  # "At quarter 2 an overspend of £5m was forecast", which is that of the year
    elsewhere = None if role == "comparator" else setting.place_around(sentence.start, opening)
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
