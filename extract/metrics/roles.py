"""Roles: whether a figure is a target, a forecast or a comparator."""

import re
from datetime import date

from spacy.tokens import Doc, Token

from extract.metrics.places import Place
from extract.quantities.figures import MONEY
from minutes.model import Role
from models.language import lemma

_TARGET = re.compile(
    r"(?P<measured>\b(?:against|meeting|of|with|within) the (?:[\w-]+ ){0,3}?(?:standard|target|plan|profile)s?"
    r" (?:is|was|were|stood)\b)"
    r"|\b(?:(?:(?<!\bon )(?:(?<!achieved )(?<!exceeded )(?<!met )(?<!missed )|(?=target (?:being|of|was)\b))target"
    r"|(?<!\d )targets)\b(?!(?<=with a target)[,;)]| (?:group|population|audience)"
    r"| (?:was|were|ha[sd] been|have been) (?:achieved|exceeded|met|missed))"
    r"|(?<!stretch )aim(?:s|ed|ing)? (?:for|of|to|was|is|at)|the aims?\b"
    r"|intention (?:of (?:being|getting|reaching)|(?:is|was) to (?:be|get|reach))"
    r"|(?:against|than) (?:an? |the |its |our )?(?:original |initial )?(?:design|planning|budget) assumption(?: of)?"
    r"|of an? (?:\w+ )?plan of(?= [£$€]?\d)|stretch aim|ambition|goal|floor standard|benchmark of"
    r"|(?:against|than|compared (?:with|to)) (?:a|an|the|its|their|our) (?:[\w-]+ ){0,3}?"
    r"(?:plan|limit|standard|policy|profile|trajectory|(?:allocation|establishment|programme|requirement) of)\b"
    r"|(?:efficiency|savings?) requirement of"
    r"|against (?:an? |the |its |our )?(?:(?:[\w-]+ ){0,2}(?:profile|covenant|golden rule|expectation) of"
    r"|(?:profiled|phased|budgeted|expected)(?: [\w-]+){0,2}?(?=\s[£$€]?(?:\d|$)))|requirement being"
    r"|(?:tightest|lender|loan|bank) covenant (?:of|at)|golden rule of"
    r"|hop(?:e[sd]?|ing) to (?:see [\w’ ]{1,20})?(?:achieve|exceed|reach)\b"
    r"|standard of|standard (?:is|was)(?! (?:met|achieved|missed|exceeded|not))"
    r"|(?:limits?|ceiling|cap|threshold|tolerance|authori[sz]ed \w+) of|trajectory\b"
    r"|(?:limit|ceiling|threshold|tolerance) for the (?:year|quarter|month)"
    r"|polic(?:y|ies)\b(?: \w+){0,2} (?:is|was|asks? for|calls? for|requires?|sets?)\b"
    r"|promised|(?:against|of|than|below|above) (?:the |a )?required(?=\s[£$€]?(?:\d|$))"
    r"|required (?:reduction|increase|saving|level|standard|improvement)|minimum (?:\w+ )?(?:level|balance|of)"
    r"|intend(?:s|ed)? to (?:bring|cut|double|grow|halve|increase|lift|lower|raise|reach|reduce)"
    r"|budgeted (?:\w+ ){0,2}of"
    r"|(?:the|our|its) plan (?:was|is|being|had been)(?=\s$)"
    r"|(?:the|our|its) (?:full[- ]year |annual )?plan (?:was|is|being|had been) for"
    r"|want(?:s|ed)? to reach|to ensure that|will have (?:achieved|maintained|reached)"
    r"|want (?:[\w’-]+ ){1,12}to be(?: no (?:less|more|lower|higher) than)?"
    r"|targeted (?:[a-z]+ ){0,3}(?:times?|rates?|levels?) of)\b",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"(?:[^\w(]{0,2}(?:(?!achieved|met|missed|exceeded|reached|of|above|below|over|under)\w+\s)?"
    r"|\s?\((?:the |our )?(?=[a-z]+\)))"
    r"(?:targets?|aimed for|ambition|goal|standard|threshold|ceiling|trajectory)\b"
    r"(?!\s?[:=]|\s(?:not|was|is|being|[–-])\s|\s(?:of )?[£$€]?\d)"
    r"|\W{0,2}(?:is |was )?(?:needed|required) (?:for|to|by (?=(?:19|20)\d\d|the)|under)\b"
    # "£40 allowed for in the bid", "the 300 that it had set out to reach"
    r"|\s(?:that (?:was|were|had been) |which (?:was|were|had been) )?(?:allowed(?: for)?|assumed|budgeted|envisaged"
    r"|planned|provided for) (?:in|at|by) (?:the|its|our|their) (?:[a-z]+ )?(?:bid|budget|business case|case"
    r"|application|outset|plan|proposal|start|strategy)\b"
    r"|\s(?:of )?(?:[a-z]+ )?(?:that |which )?(?:it|they|we)(?: had|’d)? (?:(?:set out|aimed|hoped|intended) to"
    r"|planned)\b"
    # "the 20 days that the Council had set itself"
    r"|\s(?:[a-z]+ )?that (?:it|they|we|the [A-Z]?[a-z]+) (?:had|has|have) set (?:itself|themselves|ourselves)\b"
    r"|\s(?:[a-z]+ )?(?:that (?:was|were|had been) )?(?:budgeted for(?! in)|built in ?to the (?:[a-z]+ )?budget)\b",
    re.IGNORECASE,
)
# "It should be less than 15%", "18% of the crew should be from the town".
_SHOULD = re.compile(
    r"\bshould (?:be|stay|remain|not exceed|reach)\s"
    r"(?:(?:at least|(?:no )?(?:more|less|lower) than|under|over|below|above)\s)?$"
)
_SHOULD_AFTER = re.compile(r" of (?:[\w’'-]+ ){1,6}should (?:be|have|come|reach)\b")
_TARGETS_AFTER = re.compile(r"\s(?:[a-z]+ ){0,2}targets\b")  # "20 of the 31 targets": they are what is counted
# "£4m of savings to find", "91% is a stretching target", "we assume a take-up of 91%"
_TO_FIND = re.compile(
    r"\s(?:of |in |worth of )?(?:(?:new|further|recurrent|planned|annual|additional) )?"
    r"(?:cuts|efficienc(?:y|ies)|reductions|savings)(?: target)? to (?:achieve|be (?:achieved|delivered|found|made)"
    r"|deliver|find|identify|make|meet|realise)\b"
)
# "It needs to find £4m of further savings"
_NEEDS_TO_FIND = re.compile(
    r"\b(?:needs?|needed|required|ha[sd]|have) to (?:achieve|deliver|find|make|realise) [£$€]?$"
)
_NEEDS_TO_RAISE = re.compile(r"\bneeds? to raise (?:about |another |around |a further )?[£$€]?$")
_SAVINGS = re.compile(r"[^.;,]{0,80}\b(?:cuts|efficienc(?:y|ies)|savings)\b")
_IS_AIM = re.compile(
    r"(?: [a-z][\w-]*){0,4}? (?:is|was|remains|represents) (?:an?|our|the) (?:[a-z]+ (?:but |and )?){0,3}"
    r"(?:ambition|goal|target)\b(?! (?:group|population|audience|for which|that (?:was|had been) (?:met|missed)))"
)
_ASSUMED = re.compile(
    r"\b(?:analysis|budget|calculation|case|estimate|figures?|forecast|model|options?|plan|projections?|report|scenario"
    r"|strategy|we|which)\s(?:also )?assumes?\s(?!that\b[^.;]{60})[^.;£$€%\d]{0,80}[£$€]?$",
    re.IGNORECASE,
)
# A plan's aims are set in the imperative: "Plant 2,000 more trees", "Cut the use of gas by 60% by 2028".
_AIM = re.compile(
    r"\W{0,20}(?:cut|grow|improve|increase|lift|lower|raise|reduce)\s(?!(?:from|in|of|on)\b)(?:[a-z-]+\s){1,5}(?:to|by)\s[£$€]?\d"
    r"|\W{0,20}(?:achieve|bring|build|create|cut|deliver|double|ensure|extend|fit|grow|halve|hold|improve|increase|install"
    r"|keep"
    r"|lift|lower|maintain|open|place|plant|provide|publish|raise|reach|recruit|reduce|support|train)\s(?:an?|the|our"
    r"|its"
    r"|all|at least|a further|up to|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|[a-z]+ (?:panels|levels"
    r"|rates))\b",
    re.IGNORECASE,
)
_TARGET_NEXT = re.compile(
    r"(?:\s[a-z]+){0,2}\s?\((?:the |a |our )?(?:target|plan|threshold|trajectory)\b(?! (?:met|achieved|exceeded))"
)
# What a place's adjective makes a target and no comparison: "the national standard of 90%".
_ITS_TARGET = re.compile(r"\s(?:waiting time )?(?:standard|target|ambition|expectation|requirement|threshold)s?\b")
_WAS_AT = re.compile(r"\b(?:up|down|fallen|risen|reduced|increased) from (?:about |around )?[£$€]?$", re.IGNORECASE)
# Also the second of two: "by 7 points from 31% in Fenwold and 22% in Ashby".
_FROM = re.compile(
    r"\bfrom (?:about |around |an? )?(?:(?:high|low|peak) of )?"
    r"(?:\d[\d.,]*\s?%? in [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3} and )?$"
)
_IS_ACTUAL = re.compile(r"\bactual(?:ly)?\s?[=:]?\s$", re.IGNORECASE)
_WILL_MOVE = re.compile(
    r"\b(?:will|would|should|to)\s(?:increase|rise|grow|improve|decrease|fall|reduce|drop"
    r"|be (?:cut|decreased|halved|improved|increased|lowered|raised|reduced))\b[^.;]{0,120}$",
    re.IGNORECASE,
)
_LIMIT = r"at least|at most|below|under|above|over|up to|(?:no |not )?(?:more|less|fewer|lower|higher) than"
_TO = re.compile(
    r"(?:\s[a-z]+){0,3}?(?:\s(?:in|at|for) [^.;,()]{4,20}|\s\([^.;()]{4,20}\))?"
    rf" to (?:(?:{_LIMIT}|about|around|the (?:[\w-]+ )?level of) )?[£$€]?\d"
)
# What a plan promises, and what it foresees: "absence will have fallen from 8.4% in 2020/21 to below 5%", "the roll
# will have grown to 412".
_WILL_HAVE = re.compile(
    r"\bwill have (?:been )?(?:(?P<better>improved|cut|declined|decreased|dropped|fallen|halved|lowered|narrowed"
    r"|reduced)|doubled|grown|increased|raised|risen)\b"
    r"(?:(?!, (?:and|with)\b|\b(?:are|compared|is|was|were|while)\b)(?:[^.;]|\.(?=\d))){0,100}$",
    re.IGNORECASE,
)
_LIMITED = re.compile(rf"\b(?:{_LIMIT}) [£$€]?$", re.IGNORECASE)
_BUDGETED = re.compile(
    r"\b(?:on|(?P<against>against)|of) (?:a|an|the|its)"
    r" (?:(?:net|gross|profiled|phased|total|approved|original|revised|current|revenue|capital) ){0,2}budget"
    r" (?:for the (?:full |whole )?year )?of\s$",
    re.IGNORECASE,
)
# "41 gates were hung, against the 90 planned", "against 540 expected by March", "short of the £90 in its bid"
_SET_AGAINST = re.compile(r"\b(?:above|against|below|out of|short of|than)(?: the| an?)? [£$€]?$")
_PLANNED_AFTER = re.compile(
    r"\s(?:[a-z]+ )?(?:budgeted|expected|planned|profiled)(?: (?:at|by|for|to)\b|\W*(?:$|[.,;(]))"
    r"|\sin (?:its|our|the|their) (?:bid|budget|business case|plan|tender)\b"
)
# "Of the £6m savings programme, £4m had been delivered"
_OF_THE = re.compile(r"(?:^|[.;•] )\W*Of (?:its|our|the) [£$€]?$")
_SAVINGS_AFTER = re.compile(
    r"\s(?:of )?(?:[a-z]+ ){0,2}(?:efficienc(?:y|ies)|savings)\b(?:[^.;]|\.(?=\d)){0,90}"
    r"\b(?:achieved|delivered|on (?:course|track))\b"
)
# "£4m of it has been spent", beside what was planned
_DONE_AFTER = re.compile(
    r"\W{0,2}(?:\([^()]{1,12}\)\W{0,2})?(?:has|have|had) (?:already |now |since )?been"
    r" (?:achieved|delivered|made|paid|received|saved|secured|spent)\b"
)
# "against a target of £4m, an underspend of £1m", "against a target of £4m, which represented a shortfall of £1m"
_DIFFERENCE = re.compile(
    r"\brepresent(?:s|ed|ing) an?\b"
    r"|, an? (?:deficit|(?:over|under)(?:achievement|spend)|shortfall|surplus) of [£$€]?$"
)
_OF_THESE_AFTER = re.compile(r"\s?of (?:it|that|them|these|this|those)\b")
# "against £4,100 a year earlier"
_EARLIER_AFTER = re.compile(r"\s?(?:a|one) year (?:ago|before|earlier)\b|\s?(?:in )?(?:last|the previous) year\b")
_AGAINST = re.compile(r"\b(?:against|compared (?:to|with)|down from|up from) [£$€]?$")
# "be raised from 25 to 37 hours"
_BE_MOVED_TO = re.compile(r"\bbe (?:cut|extended|increased|lifted|lowered|raised|reduced) from [^.;]{1,30} to [£$€]?$")
# "(budget £55,000)", "(plan: 12)": what stands in brackets beside a figure is what it should have been.
_BRACKETED = re.compile(
    r"\((?:the |our )?(?:(?:national|statutory|government|contract) )?"
    r"(?:budget|plan|profile|aim|limit|cap|threshold|floor|ceiling|standard|requirement|trajectory)(?: of| was|:)?\s?$",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:forecast\w*|project(?:ed|ing|ions?)\b|(?<!could )(?<!can )expect(?:ed|s)? (?:to|by|in|at|that|the)"
    r"|(?<!than )expected(?! (?:standards?|levels?|progress|outcomes?|range|floor))|(?<!than )anticipated"
    r"|(?<!\bhad )(?<!\bhave )to be [a-z]+ed (?:[^.;,\d]{1,40} )?at a cost of"
    r"|plans for (?:an additional|another|a further)"
    r"|\b(?:we|they|officers|staff) project\b"
    r"|predict\w*|planned(?! (?:care|maintenance|admissions?|surgery|procedures?|operations?|treatments?|preventi\w+))"
    r"|plans? to|plan for|requirement of|due to receive|modelled|still required|on track to"
    r"|to be (?:raised|delivered|made|saved|allocated)|upcoming"
    r"|be (?:increased|raised|uplifted|reduced|cut|lowered|frozen|set|capped) (?:by|to|at)"
    r"|propos(?:e[ds]?|ing) (?:to|that) (?:[a-z]+ ){0,6}(?:be )?(?:raise|increase|reduce|lower|set|freeze|cut)d?"
    r"|recommend(?:s|ed|ing)? an?|(?:is|are|was|were) asking for"
    r"|draft budget|set aside|the budget (?:of|is|proposes|for(?! (?:the )?(?:financial )?(?:year )?20\d\d))"
    r"|in (?:its|the) programme for"
    r"|additional \S+ (?:required|needed)|need to draw"
    r"|(?:is|are|was|were) to (?:fall|go (?:down|up)|increase|reduce|rise)"
    r"|provisionally (?:agreed|approved|fixed|set))\b",
    re.IGNORECASE,
)
# Headings over what is yet to come; "Planned care" is none.
COMING = re.compile(
    r"\b(?:forecast\w*|projections?|projected|proposed|proposals?|draft budget|budget for)\b", re.IGNORECASE
)
# Of sums only: "supported the proposed transfer" says nothing of the share that did; people are estimated as they are.
_OF_SUMS = re.compile(
    r"\b(?:propos(?:e[ds]?|als?|ing)|(?!(?<=\ban )estimated $)estimate[ds]?|assum(?:ed|es|ing))\b", re.IGNORECASE
)
_MOVED = re.compile(
    r"\W*(?:That\s(?:the \w+\s)?)?(?:Add|Allocate|Award|Earmark|Fund(?! balance)|Increase|Invest|Move|Provide"
    r"|Reallocate|Reduce|Reinstate|Remove|Set aside|Spend|Transfer|Use)\b(?! (?:of|in|was|is|to date|to the end)\b)"
)
_MOVED_AFTER = re.compile(
    r"(?:(?!\sand\s)[^.;,]){0,40}\bbe (?:allocated|awarded|donated|granted|moved|set aside|spent|transferred)\b"
)
_FORECAST_AFTER = re.compile(
    r"\W{0,2}(?:has|had|have) been (?:assumed|estimated|modelled|proposed(?! by\b))\b"
    r"|\W{0,2}(?:was|were|is|are) (?:assumed|modelled|proposed(?! by\b))\b"
    r"|\W{0,2}(?:(?!and\b|but\b|or\b)\w+\s){0,2}(?:forecast|projected|is expected|are expected"
    r"|is due(?! (?:mainly|largely|mostly|partly|in (?:large )?part|primarily|chiefly|entirely"
    r"|to (?:the|an?|higher|lower|delay\w*|increased|reduced|rising|falling|more|fewer)\b)))\b"
    r"|[^.;,]{0,40}\bstill required\b",
    re.IGNORECASE,
)
# "a further 410 planned for 2025/26"
_PLANNED_FOR = re.compile(
    r"\s(?:[a-z]+ ){0,2}planned (?:for|in|over|during) (?:the |this |next )?(?:(?:19|20)\d\d|coming|next|[a-z]+ year)\b"
)
# "projected to reach £38m (31 March 2024: £28m)": in brackets is what was at another time.
_AT_THE_TIME = re.compile(
    r"\((?:[^():\d]{0,12}\d{1,2} )?[^():]{0,20}\b(?:19|20)\d\d(?:/\d\d)?: ?(?:[A-Z][\w’-]+ ){0,3}[£$€]?$"
)
_ACTUAL = re.compile(
    r"\b(?:had (?:now |already )?(?:added|risen|fallen|grown|increased|decreased|brought in"
    r"|cost|earned|paid|provided|raised|received)|(?:over|under) (?:its |their )?(?:original )?budget"
    r"|to date|spent|saved|actual\w*|achieved|st(?:ands|ood) at|was delivered|in hand)\b",
    re.IGNORECASE,
)
# Where a clause ends that a word such as "forecast" holds for.
_BREAK = re.compile(
    r";|, and (?:the|its|our)\b|\(?\b(?:from an? |the )?baseline\b"
    r"|\b(?:but|while|whilst|although|whereas|compared|against(?=\s(?:[£$€]?\d|an?\s|the (?:national|target"
    r"|plan|average)))|, with (?:[\w’]+ ){1,3}at|up from|down from|than|on top of|however)\b"
    r"(?<!no higher than)(?<!no lower than)(?<!no more than)(?<!no less than)(?<!no fewer than)",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?<!\bto )\b(?:was|were|had|has|have|reached|achieved|is|are)\b", re.IGNORECASE)
# Whose figure is given for comparison, in words that name no place: "the sector average of 5.6 days".
_COMPARED = re.compile(
    r"\b(?:median|average|mean) (?:for|of|across|among) (?:our|the|its|their) (?:peers?|peer group|sector|family"
    r"|comparators?)\b|\bexperience of (?:comparator|similar|other|peer) [a-z]+\b"
    r"|\b(?:sector(?:al)?|acute|group|regional|state|county|industry|peer|survey|similar|comparable|family|benchmark"
    r"|comparator)(?:[ -]group)?[- ]"
    r"(?:average|mean|median|figure|position|rate|benchmark|schools|forces|councils|authorities|trusts|organisations"
    r"|providers)\b"
    r"|\b(?:authority|borough|city|district|divisional|ward)[- ](?:average|mean|median)\b"
    r"|\b(?:average|mean|median|figure|rate) (?:for|of|across|among)"
    r" (?:(?:all|the|other|our|its|comparable|similar) ){0,2}(?:[\w’'-]+ ){0,3}?"
    r"(?:(?:(?:city )?region|country|sector) as a whole|authorities|boroughs|councils|counties|districts|forces"
    r"|funds|trusts|benchmarking (?:club|group)|family group|peers)\b"
    r"|\(benchmark(?: of|:)?(?=\s$)"
    r"|\bmost similar (?:forces|group|authorities|councils)\b|\bbenchmark \w+ rate\b",
    re.IGNORECASE,
)
# "compared with 84% for the region"
_COMPARED_WITH = re.compile(r"\b(?:against|compared (?:to|with)|than) $")
_FOR_ALL = re.compile(
    r"\s?%? (?:across|for|in) the (?:(?:city )?region|country|sector|(?:[\w’-]+ ){1,4}as a whole)\b(?! of\b)"
)
# What a return on investments is set beside, and no aim: "returned 4%, below the benchmark of 5%".
_MARKET = re.compile(
    r"\b(?:returns?|returned|portfolio|mandate|equit(?:y|ies)|(?:out|under)perform\w*)\b", re.IGNORECASE
)
_BENCHMARK = re.compile(r"\bbenchmark of\s$", re.IGNORECASE)
_FOR_BENCHMARK = re.compile(
    r"\s(?:for|by|in) (?:the |its |their )?(?:benchmark|index|comparable funds)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\W*(?:of )?(?:the )?(?:\d+ )?(?:other |upper[- ]tier |local )?(?:local authorities|councils|authorities)\b",
    re.IGNORECASE,
)
_NATIONAL_BODY = re.compile(
    r"\b(?:UK|National|England|Wales|Scotland|Britain|British|Department|Ministry|Office|Government|World"
    r"|International|Royal)\b"
)
_FROM_OTHERS = re.compile(
    r"\s?(?:(?:percentage )?points? |pp )?(?:above|ahead of|behind|below|(?:better|higher|lower|worse) than|short of)"
    r" (?:(?:that|those) (?:of|for|in) )?(?:the )?"
)
_SHARE_OF = re.compile(r"\s?of the ")
_AVERAGE_NEXT = re.compile(r"\s(?:average|mean|median|figure|level|rate)\b")
_OPINION = re.compile(r"\b(?:favour\w*|oppos\w+|prefer\w+|repl(?:ied|ying)|respond\w*|support\w*)\b")
_WISHES = frozenset("recommend prefer like choose welcome".split())  # "58% would recommend it" tells what is
# What people are able to do is no forecast: "91% of residents could get to a shop on foot".
_ABLE = frozenset("access afford expect find get hear name reach read recall see speak swim travel use walk".split())
_SPENT_OVER = re.compile(r"\b(?:(?:over|under)sp(?:end|ent)\w*|variance|deficit|surplus|shortfall)\b", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had been|was|were|had)\b[^.;,]*$")
_NOW = frozenset("currently presently already".split())
_MODALS = frozenset({"will", "would", "could", "may", "might", "shall", "'ll"})


def role_of(
    text: str, parsed: Doc, figure: tuple[int, int], *, unit: str | None, earlier: list[tuple[int, int]],
    place: Place | None, home: str | None, period: str | None, written: date | None, planned: bool,
) -> Role:  # fmt: skip
    """What a figure is given for. `earlier` are the figures before it in the sentence, `period` is the one that the
    sentence gives; `planned` tells that what stands around the sentence is of sums to come. Of two cues the nearer
    one holds: "the ambition of 76% and the England average of 69.4%"."""
    before, after = text[: figure[0]], text[figure[1] :]
    if beside := _told_beside(before, after, unit):
        return beside
    if unit in MONEY and (_NEEDS_TO_RAISE.search(before) or (_NEEDS_TO_FIND.search(before) and _SAVINGS.match(after))):
        return "target"
    if (unit in MONEY and _TO_FIND.match(after)) or (unit != "GBP" and _IS_AIM.match(after)):
        return "target"
    if _ASSUMED.search(before):
        return "forecast"
    if unit == "%" and (_SHOULD.search(before) or _SHOULD_AFTER.match(after)):
        return "target"
    # "The waiting standard was 78% (target 85%)": a standard by name, whose target is told apart.
    apart = _TARGET_NEXT.match(after) or (earlier and _OF_THESE_AFTER.match(after))
    aimed = -1 if apart else _last(_TARGET, before, earlier)
    if sets_out(before) and _TO.match(after) and (aimed >= 0 or _AIM.match(text) or _WILL_MOVE.search(before)):
        return "actual"  # where an aim sets out from: "down from 13% to 8%"
    if aimed >= 0 and _DIFFERENCE.search(before, aimed):
        aimed = -1
    wider = place is not None and _is_wider(text, figure, place, home)
    compared = max(
        _last(_COMPARED, before, earlier), place.start if place and wider and place.start < figure[0] else -1
    )
    market = bool(_BENCHMARK.search(before) and _MARKET.search(before))
    if aimed > compared and not market:
        return "target"
    others = bool(home) and _OTHERS.match(after)  # a body that is of no council tells of all of them
    if wider or compared >= 0 or others or market or _compared_after(before, after):
        return "comparator"
    if _AIM.match(text) and (unit not in MONEY or (period and re.search(r"\bby\b", text))):
        return "target"
    ahead = period and written and period[:4] > str(written.year)
    if not ahead and ((period and _AT_THE_TIME.search(before)) or _has_been(before, after)):
        return "actual"
    if role := _will_have(before, unit):
        return role
    budgeted = _BUDGETED.search(before)
    if budgeted and budgeted["against"] and not _SPENT_OVER.search(before):
        return "target"  # "£2m was spent, against a budget of £1.5m"
    if not ahead and (budgeted or _WAS_AT.search(before)):
        return "actual"  # "an overspend of £2m on a net budget of £18m", "would be £0.8m, down from £1.1m"
    if _PLANNED_FOR.match(after) or _BE_MOVED_TO.search(before):
        return "forecast"
    foreseen = any(_last(cue, before, earlier) >= 0 for cue in ((FORECAST, _OF_SUMS) if unit in MONEY else (FORECAST,)))
    if foreseen or (ahead and period and period[0].isdigit()):
        return "forecast"
    if _modal(parsed, figure) and not _passed(before, period, written):
        return "forecast"
    money = re.search(r"[£$€%]", text[figure[0] : figure[1]])
    planned = planned and not (unit == "%" and _OPINION.search(text))
    return "forecast" if money and _is_sum_to_come(before, after, planned) else "actual"


def against_place(text: str, figure: tuple[int, int], place: Place) -> bool:
    """Whether a place's own figure is only what a figure is reckoned from: "86% of the UK average", "3 points behind
    England"."""
    between = text[figure[1] : place.start]
    return bool(
        place.wider
        and place.start > figure[0]
        and (_FROM_OTHERS.fullmatch(between) or (_SHARE_OF.fullmatch(between) and _AVERAGE_NEXT.match(text, place.end)))
    )


def sets_out(before: str) -> bool:
    """Whether a figure is what a change sets out from: "down from 13%"."""
    return bool(_FROM.search(before))


def _will_have(before: str, unit: str | None) -> Role | None:
    """What a figure is that "will have fallen from 8.4% in 2020/21 to below 5%"; where that sets out from is actual."""
    moves = _WILL_HAVE.search(before)
    if moves is None:
        return None
    if sets_out(before):
        return "actual"
    promised = _LIMITED.search(before) or (unit in ("%", "pp") and moves["better"])
    return "target" if promised else "forecast"


def _has_been(before: str, after: str) -> bool:
    """Whether a figure is of what has been done, or of an earlier year that another is set against."""
    return bool(_DONE_AFTER.match(after) or (_AGAINST.search(before) and _EARLIER_AFTER.match(after)))


def _told_beside(before: str, after: str, unit: str | None) -> Role | None:
    """What the words right beside a figure give it for: "(target 85%)", "76% against a target", "actual = 552"."""
    counts = unit != "%" and _TARGETS_AFTER.match(after)
    if (_TARGET_AFTER.match(after) and not counts) or _BRACKETED.search(before):
        return "target"
    if _SET_AGAINST.search(before) and _PLANNED_AFTER.match(after):
        return "target"
    if _OF_THE.search(before) and _SAVINGS_AFTER.match(after):
        return "target"
    return "actual" if _IS_ACTUAL.search(before) else None


def _is_wider(text: str, figure: tuple[int, int], place: Place, home: str | None) -> bool:
    """Whether a figure's place is what others are compared with, or another council, and not where an aim is set."""
    local = home is None or not _NATIONAL_BODY.search(home)
    wider = (place.wider and local) or _peer(place.name, home)
    return wider and not (place.start < figure[0] and _ITS_TARGET.match(text, place.end))


def _is_sum_to_come(before: str, after: str, planned: bool) -> bool:
    """Whether a sum is one of a budget, a motion or a forecast, and not one that was spent."""
    spent = _ACTUAL.search(before[-60:] + after[:40])
    return bool(_FORECAST_AFTER.match(after)) or _proposes(before, after) or (planned and not spent)


def _passed(before: str, period: str | None, written: date | None) -> bool:
    """Whether a figure is told of a year that is over, though its sentence goes on about what would be."""
    year = re.fullmatch(r"\d{4}", period or "")
    return bool(year and written and int(year[0]) < written.year and _HAD.search(before[-60:]))


def plans(stem: str) -> bool:
    """Whether the stem of a list speaks of sums to come: "Proposed amount:"."""
    return bool(FORECAST.search(stem) or _OF_SUMS.search(stem))


def _proposes(before: str, after: str) -> bool:
    """Whether a sum is moved in a motion or a budget: "Allocate up to £5k", "£3m to repair", "that £2k be spent"."""
    return bool((_MOVED.match(before) and not before.endswith("the ")) or _MOVED_AFTER.match(after)) or (
        not before.strip(" “\"'‘") and bool(re.match(r"\sto (?!the |an? |our |its |each )[‘“']?[a-z]", after))
    )


def _peer(name: str, home: str | None) -> bool:
    """Whether a place is another council of the home's own rank."""
    if home is None or name == home or not (name.endswith("Council") and home.endswith("Council")):
        return False
    return not re.search(r"\b(?:Town|Parish|Community)\b", f"{name} {home}")


# "4 falls against a target of 6, 12 complaints and 9 thefts": what follows the comma is told like the falls
_AGAINST_ONE = re.compile(
    r"\d[^;:]*\s(?:against|than|compared (?:to|with)) (?:an?|the|its|our|their) (?:[\w-]+ ){0,2}(?!\w+s\b)\w+(?: of)?$",
    re.IGNORECASE,
)


def _last(cue: re.Pattern[str], before: str, earlier: list[tuple[int, int]]) -> int:
    """Where the last cue before a figure stands that holds for it: in its clause, or for the whole of a list that it
    begins; -1 where there is none."""
    found = list(cue.finditer(before))
    if not found:
        return -1
    start, between = found[-1].start(), before[found[-1].end() :]
    measured = found[-1].groupdict().get("measured")  # "performance against the standard was 58%"
    shut = between.find(")") > -1 and "(" not in between[: between.find(")")]
    if measured or shut or _BREAK.search(between) or len(between) > 140:
        return -1
    listed = [end for begin, end in earlier if begin >= found[-1].end()]
    if listed and "," in before[listed[0] :] and _AGAINST_ONE.search(before, 0, found[-1].end()):
        return -1
    holds = len(between) <= 90 if not listed else not _SAID.search(before[max(end for _, end in earlier) :])
    return start if holds else -1


def _compared_after(before: str, after: str) -> bool:
    """Whether a figure is that of whoever follows it: "6.4% for the group of most similar forces"."""
    follows = _COMPARED.search(after[:60])
    if _FOR_BENCHMARK.match(after) or (_COMPARED_WITH.search(before) and _FOR_ALL.match(after)):
        return True
    return bool(
        follows
        and re.fullmatch(r"\W*(?:for|in|across|among|at) (?:the |its |our )?(?:group of )?", after[: follows.start()])
    )


def _aids(verb: Token) -> set[str]:
    return {token.lower_ for token in verb.children if token.dep_ in ("aux", "auxpass")}


def _not_done(verb: Token, start: int) -> bool:
    """Whether a verb tells of what a figure before it "could not" do or have done to it."""
    return start < verb.idx and any(token.dep_ == "neg" for token in verb.children)


def _modal(parsed: Doc, figure: tuple[int, int]) -> bool:
    """Whether the verb that a figure hangs on is of the future ("will cost £40"), and not of what might have been."""
    span = parsed.char_span(*figure, alignment_mode="expand")
    ancestors = span.root.ancestors if span is not None else ()
    verb = next((token for token in ancestors if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not _aids(verb) and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head  # "would take two boats out of use and save £310"
    aids = _aids(verb)
    wished = lemma(verb) in _WISHES or any(t.dep_ == "acomp" and t.lower_ == "likely" for t in verb.children)
    wished = wished or (lemma(verb) == "take" and "may" in aids)  # "approval may take four weeks", as it does
    wished = wished or ("could" in aids and (lemma(verb) in _ABLE or _not_done(verb, figure[0])))
    wished = wished or (verb.tag_ == "VBG" and bool(aids & {"may", "might", "could"}))  # "340 may be missing out"
    wished = wished or bool(_NOW & {token.lower_ for token in verb.children})
    return bool(aids & _MODALS) and "have" not in aids and not wished
