"""What measures nothing: sentences of payments and of the meeting itself, figures that name, number or set apart."""

import re

from extract.dates import MONTH
from extract.findings import Findings
from extract.metrics.assembly import of_assembly
from extract.quantities.figures import MONEY, Quantity
from extract.quantities.finding import quantities_in
from extract.text import Sentence, content_start
from minutes.model import AgendaItem, Block, Document

_VOTE_BEFORE = re.compile(
    r"\b(?:for|against|yes|no|in favour)\s*[:(]\s*\(?$|\b(?:ayes?|noes|nays?|yeas?|abstain\w*|abstentions?|votes?|voted"
    r"|voting)\s*[:(]?\s*\(?$|\bvotes? to\s$|\bballots?\s?:\s?$|\b(?:passe[sd]|fail(?:s|ed)|carrie[sd])\s*[:(]\s*$",
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
    r"|(?:voted )?(?:for|against)(?=\W*(?:and\b|\d|$|the (?:motion|amendment|proposal)))"
    r"|(?:were|was) (?:for|against) (?:[a-z]+ing(?= [^.;]*\b(?:for|against)\b)|the (?:motion|amendment|proposal)))\b",
    re.IGNORECASE,
)
# "12 out of 17 Senators present", of the meeting itself
_PRESENT_AFTER = re.compile(
    r"\s(?:(?:out )?of (?:the )?\d+ )?(?:[a-z]+ )?"
    r"(?:senators|members|councillors|governors|trustees|directors|delegates)"
    r"(?: (?:were|was|are))? present\b"
    r"|\s(?:people|persons|attendees) (?:(?:were|was) )?present(?=\W*(?:$|[.;]))"
    r"|\s(?:[a-z]+ )?(?:visitors|guests|people|residents) attend(?:ed|ing) the meeting\b"
    r"|\s(?:[a-z]+ )?(?:persons|residents|members|owners) (?:were |was )?in attendance\b",
    re.IGNORECASE,
)
# "Attendance: 26 persons, including officers"
_ATTENDANCE_IS = re.compile(r"\battendance\b[^.;\d]{0,12}:\s$", re.IGNORECASE)
_PEOPLE = re.compile(r"\s(?:members|people|persons|residents)\b")
_PAYMENT = re.compile(
    r"\b(?:invoices?|payments?|accounts? for payment|cheques?|expenditure to approve|bills|payees?)\b", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:balances?|reserves?|in (?:the )?bank)\b", re.IGNORECASE)  # told among the payments
# Sums that a meeting pays or approves to be paid.
_PAID = re.compile(
    r"\b(?:(?:bill|invoice) (?:of|from) [^.;\d]{3,60} in the amount of|be paid [£$€]\d|(?:chq|cheque)\.? nos?\.? ?\d"
    r"|(?:approve|authorise|schedule of|list of|following) (?:the |all )?payments?\b"
    r"|payments? (?:(?:was|were|be) )?(?:approved|authorised|agreed)\b"
    r"|^\W*payments? (?:of|totalling|to the (?:sum|value) of) [£$€][\d,.]+ (?:was|were|be) (?:agreed|made"
    r"|approved|authorised)\b"
    r"|^\W*(?:agreed|granted|awarded|donated):? [£$€][\d,.]+\W*$"
    r"|\b(?:carried|agreed|resolved) that [£$€][\d,.]+ be (?:given|donated|awarded|granted|sent) to\b"
    r"|^\W*(?:\w\)\s)?(?:agreed|resolved|decided) (?:to (?:award|donate|grant|give)"
    r"|(?:an?|the) (?:award|donation|grant) of) [£$€][\d,.]+ (?:to|towards)\b"
    r"|\b(?:agreed|resolved|decided) to pay [£$€][\d,.]+ (?:to|for)\b"
    r"|\b(?:agreed|resolved|decided) (?:to (?:make )?|that )an? (?:award|donation|gift) of [£$€][\d,.]+ "
    r"(?:be (?:given|made|paid|sent) )?(?:to|towards)\b"
    r"|\bmotion (?:to|that)\b[^.;£$€]{0,40} [£$€][\d,.]+ to (?:buy|pay|purchase)\b"
    r"|fees? of [£$€][\d,.]+ be paid|accounts? payable|(?:warrants?|checks?|vouchers?) (?:nos?\b|numbers?\b|#)"
    r"|following (?:donations|grants|contributions)\b[^:;£$€]{0,40}:.{3,80}?[£$€]\d"
    r"|\d{4,} (?:through|to) \d{4,}, in the amount|(?:motion|resolved|agreed|moved)\W{1,3}(?:that |to )?pay"
    r" (?-i:[A-Z])[^.;\d]{1,40} [£$€]?\d"
    r"|cheques? (?:for (?:approval|payment|signature)|drawn|to be signed)\b"
    r"|cheques? for [£$€][\d,.]+ [^.;\d]{0,60}\bbe (?:[a-z]+ )?signed\b|statement of accounts dated"
    r"|^\W*paid (?:since|between|during|out|by)\b[^.;:£$€]{0,40}:"
    r"|\bthat [£$€][\d,.]+ (?:should |would |is to |to )?be paid\b"
    r"|\bpayments (?:as )?(?:listed|set out|shown|scheduled) (?:above|below|overleaf))",
    re.IGNORECASE,
)
# "Una suggested moving £40 to the bell fund but there was no support": a sum that nobody wanted
_NOT_WANTED = re.compile(
    r"\b(?:suggest|propos)\w*\b.{0,200}\b(?:no (?:support|seconder|backing)|not (?:supported|agreed|seconded)"
    r"|turned down|(?:was|were) (?:lost|rejected|refused|defeated))\b",
    re.IGNORECASE,
)
_PAYMENTS = 60  # entries of a list of them
# What leads to such a list
_TO_PAY = re.compile(
    r"\b(?:to pay|payments?|pay(?:ing)?|approved?|authorised?|settle)\b[^.:;]{0,30}\b(?:accounts|payments|invoices"
    r"|bills|cheques|creditors|sums|amounts)\b[^.:;£$€]{0,40}:\s*$",
    re.IGNORECASE,
)
# What only says which cases another figure is of: "3 or more moves", "looked after for two years or more".
_OR_MORE = re.compile(r"\s(?:[a-z]+\s)?(?:or|and) (?:more|less|fewer|over|above|longer|older|under)\b")
# "an average of 80 or higher": what is asked of those that are meant
_OR_HIGHER = re.compile(r"\s(?:or|and) (?:greater|higher|above|better)\b")
_REACHED = re.compile(r"\b(?:achieved|averaged|had|reached|scored)\b")
_OF_THOSE = re.compile(r"(?<!target )(?<!aim )(?<!standard )(?<!goal )(?<!minimum )\bof\s$")
_LEAST = re.compile(r"\b(?:targets?|aims?|standards?|minimum|goals?|of)\b[^.;]{0,20}$", re.IGNORECASE)
_CHARTED = re.compile(r"[\d.,%→\s]+(?:°[CF]|[kKMxX]|mph)?[+.]?")  # a figure alone in its line labels a part of a chart
_TERM = re.compile(
    r"\b(?:at least|minimum of) \w+ (?:\(\d+\) )?years?[’']? (?:of )?(?:[a-z]+ )?experience\b"
    r"|\b\d[\d,]*(?:\s?(?:to|-|–)\s?\d[\d,]*)?[- ]words?\b"
    # how long somebody had served who leaves: "Ada Orme – Master Diver – 22 years"
    r"|^\W*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3} [–—-] [^\d.;]{3,60} [–—-] \d{1,2} years\W*$"
    r"|\b\w+[- ](?:year|month|week|day|hour|minute)s?[- ](?:term|programme|plan|strategy|contract|review|period"
    r"|trend|average|lease|capital|cycle|time limit|olds|(?<=-)old|old(?= (?:children|boys|girls|pupils|people"
    r"|(?:[a-z]+ ){0,2}(?:assessments?|boosters?|checks?|entitlements?|offers?|places?|reviews?)\b)))\b"
    r"|\b(?:s?he|they|child|children|boys?|girls?|man|woman|son|daughter|pupils?|people|who) (?:is|are|was|were)"
    r" (?:[a-z]+ ){0,2}\w+ (?:year|month)s old\b"
    r"|\b\w+-(?:month|week|year|dai|hour)ly\b"
    r"|\b\w+-(?:year|month|week|day|hour|minute)\b(?![ -](?:wait|delay|backlog|journey|gap|turnaround|service)\b)"
    r"|\b(?:extend\w*|appoint\w*|display\w*|postpone\w*|renew\w*|leas\w+|valid|to (?:run|last|continue))\b"
    r"[^.;,\d]{0,25}\s(?:for|by) (?:a further |another )?\w+ (?:year|month|week|day|hour|minute)s?\b"
    r"|\b\w+[- ](?:month|week|day|hour|minute)s?[- ](?:[a-z]+[- ]){0,2}?(?:pathway|screening|performance)s?\b"
    # when in a life or a course a share is taken, how far something has come, and how sure a test is
    r"|\b(?:breastfeeding|checks?|coverage|destinations?|feeding|follow[- ]ups?|mortality|outcomes?|prevalence|quits?"
    r"|rates?|remission|retention|reviews?|smoking|survival|uptake) (?:at|by)"
    r" \w+(?: (?:to|or|and) \w+)? (?:year|month|week|day)s?\b"
    r"|\b(?:\d+|two|three|four|five|six) (?:consecutive|successive) (?:cycles|meetings|months|quarters|terms|years)\b"
    r"|\b\w+ (?:year|month|week|day)s (?:into|on from) (?:an?|the|its|our|this|their)\b"
    # how far people stand apart, and how one is looked after
    r"|\b\w+[- ](?:feet|foot|metres?) (?:apart|(?:for|of) (?:physical|social) distancing)\b"
    r"|\b(?:one|1)[- ](?:to|2)[- ](?:one|1)\b"
    # what is proposed in place of another thing, and sizes in inches
    r"|\b\d+ (?:instead of|rather than) \d+ [a-z]+|(?<![\w.])\d{1,3}[”\"]\s?[-–x]\s?\d{1,3}[”\"]"
    # how sure a figure is: "(95% CI: 3.1 – 4.6)", "95% confidence interval 190 to 231"
    r"|\b\d[\d.]*\s?%[- ](?:CIs?\b|(?:confidence|credible) (?:intervals?|limits?)\b)"
    r"(?:[\s:=(\[,]|\b(?:is|was|of|from|between)\b){0,6}-?\d[\d.,]*\s?%?\s?(?:[-–—,;]|to|and)\s?-?\d[\d.,]*(?:\s?%)?"
    r"|\b(?-i:CIs?|95%CI)[\s:=(\[]{1,3}-?\d[\d.,]*\s?%?\s?(?:[-–—,;]|to)\s?-?\d[\d.,]*(?:\s?%)?"
    r"|\bsignifican\w+ at (?:the )?\d[\d.]*\s?%|\b\d[\d.]*\s?%[- ](?:confidence|significance|credible)\b",
    re.IGNORECASE,
)
# Figures that are parts of something else: of an address on the web, "11 00 Break" of an agenda, the label of "B.16 The
# wardens", "1 © Crown copyright" and "14 Chapter 5: Boats", ages that part two groups, and numbers that are dialled.
_NO_FIGURE = re.compile(
    r"(?:\b\d{1,3}\s)?(?:\bhttps?://|\bwww\.)\S+|(?<!\S)[^\s%]*%2[0-9A-F]\S*"
    r"|(?<![\d.,£$€])\b(?:0?\d|1\d|2[0-3])\s[0-5][05](?=\s[A-Z][a-z])"
    r"|^\W*[A-Z]\.\d{1,2}(?=\s)"
    r"|^\d{1,2}\.\d{1,2}(?=\s[A-Z][a-z]+ (?:(?:and|of|for) )?[A-Z][a-z])"  # "1.2 Correspondence and Matters Arising"
    r"|\b\d{1,2}\s?(?:©|(?:\([cC]\)\s)?Crown [cC]opyright)"
    r"|\b\d{1,3}\s(?:Chapter|Annex|Appendix|Section|Part)\s[\dA-Z]{1,2}\b"
    # lines that go by a number: "the 12 and 15 services", "the 7 bus"
    r"|\b[Tt]he \d{1,3}[A-Z]?(?:(?:(?:, | and | & |/)\d{1,3}[A-Z]?)+ (?:bus(?:es)?|routes?|services?|trains?|trams?)"
    r"| (?:bus|route|service|train|tram))(?! (?:areas?|level|lines?|standard|users?)\b)\b"
    # how large each is of those that are counted: "six 7.5 tonne lorries"
    r"|(?<![\d.,])\d[\d.,]*[ -](?:gallon|inch|litre|tonne|ton|volt)(?=[ -](?:[a-z]+ ){0,2}"
    r"(?:barrels|bins|bottles|caddies|containers|drums|lorries|lorry|monitors|pipes|screens|skips|tanks|trailers|trucks"
    r"|vehicles|wagons)\b)"
    # what is meant by a class: "of low birth weight (less than 2.5kg)", "above a threshold of 600 loans"
    r"|\((?:at least|at most|(?:less|more|lighter|heavier|longer|shorter) than|over|under|above|below|up to)"
    r" \d[\d.,]*\s?(?:cm|g|kg|km|m|mm|mph)\)"
    r"|\b(?:[Aa]bove|[Bb]elow|[Bb]eyond|[Oo]ver|[Uu]nder) (?:a|an|the) (?:[a-z]+ )?threshold of [£$€]?\d[\d.,]*"
    # "Every £1 spent brings in £3"
    r"|\b(?:[Ee]ach|[Ee]very) [£$€]1(?= (?:given|invested|of|spent|that|we)\b)"
    # titles: "the story 40 Thieves"
    r"|\b(?:book|comedy|film|musical|novel|pantomime|play|(?:production|reading|screening|performance) of|story)"
    r",? [‘“\"']?\d{1,3}(?= [A-Z][a-z])"
    r"|\b(?:[Uu]nder|[Oo]ver)[ -]\w+ (?:and|or) (?:the )?(?:under|over)[ -]\d+s?\b"
    r"|(?<![\d.,£$€])\b(?:101|111|999)(?= (?:calls?|callers?|services?|lines?|numbers?|figures|demand|response"
    r"|performance|contacts?|handling)\b)"
    # a code of letters and a number: "B 61 Ferry ropes", "F 12-3 Gates", "AB 4/CD 9 Tide tables"
    r"|(?<![\w£$€.,/-])(?<!Band )(?<!Class )(?<!Group )(?<!Option )(?<!Phase )(?<!Site )(?<!Type )(?<!Zone )"
    r"[A-Z] \d{1,3}(?:-\d{1,2})?(?= [A-Z][a-z])"
    r"|(?<![\w£$€.,/-])[A-Z]{1,3} \d{1,3}/[A-Z]{1,3} \d{1,3}\b"
)
# A line of a ledger, which has no verb: "03/11/23 £9.20 FEE TO THE GUILD", "£20.00 INTERNAL AUDITOR", or the
# number of a cheque: "100302 - Locksmith (keys) - £17.50".
_LEDGER = re.compile(
    r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})? )?[£$€][\d,.]+ [A-Z][\w’'&/. -]{2,60}(?:\s?\([^()]{1,60}\)?){0,2}"
    r"|\(?\d{1,2}/\d{1,2}/\d{2,4} [£$€][\d,.]+ [A-Z].{2,80}"  # "(04/05/24 £9.20 ROPE PAID BY DD) (12)"
    r"|\d{5,7}\s(?:[–—-]\s)?[A-Z][^£$€]{2,60}[£$€][\d,.]+"
)
# "the figure in item 5 should have read £310 and not £130": what is mended in earlier minutes
_CORRECTED = re.compile(
    r"\b(?:figures?|sums?|amounts?|totals?|corrections?|minutes?|minute \d[\d./]*|paragraph|page) [^.;]{0,60}?"
    r"\b(?:should (?:have )?(?:read|been (?:recorded|minuted|printed) as)"
    r"|(?:to|should) be (?:amended|corrected|changed) (?:from|to)"
    r"|(?:be|was|were) (?:amended|corrected) (?:from|to read))\b"
    # "Una asked that £310 be changed to £130"
    r"|\b(?:asked|requested|said) that [£$€]?\d[\d,.]* (?:should )?be (?:amended|changed|corrected|altered) to\b",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"\b(?:balances?|grants?|income|interest|precept|receipts?|rents?|repayment|sales?)\b", re.IGNORECASE
)
# What is set apart or allowed, and not measured: "Open forum (15 mins)", "a break of ten minutes".
_SET_APART = re.compile(
    r"\((?:up to )?\d+ (?:min(?:ute)?s?|hours?)(?:, [^()\d]{2,60})?\)|\btime\W{1,3}\d+ min(?:ute)?s?\b"
    r"|\b(?:break|recess|adjournment) of \w+ (?:minutes|hours?)\b"
    r"|\bwithin \w+ (?:\(\d+\) )?(?:working )?(?:days|weeks|months) (?:of|from|after) (?:an?|each|every|this|its|the"
    r"|their|receipt|receiving)\b"
    r"|\b(?:branch(?:es)?|crowns?|canopy|height) by \d+\s?%?"
    r"|\bwith (?:only |just )?\w+ (?:days|weeks|months|years) (?:remaining|left|to go)\b"
    r"|\b(?:have|had|has|given|allowed) \w+ (?:days|weeks|months) (?:(?:in which )?to (?!run\b)[a-z]|from the\b)"
    r"|[“\"][£$€]?[\d,.]+[mk]?[”\"] (?:[a-z]+ ){1,3}[“\"]"
    r"[£$€]?[\d,.]+[mk]?[”\"]"  # "corrected from “£1.2m” to “£12m”"
    r"|\b(?:can|may|shall|should|will|would) (?:each )?have (?:at most |no more than |up to )?\w+ minutes\b"
    # how long somebody has done something, a hearing was withdrawn, or a building has stood so
    r"|\b(?:[Hh]e|[Ss]he|who) (?:had|has|have) (?:been )?(?!wait)[a-z]+(?:d|en|ht|ing|pt)\b[^.;,\d]{0,40}? for"
    r" (?:about |almost |more than |nearly |over |some )?\w+(?:[ -][a-z]+)? years\b"
    r"|\b(?:adjourn|deliberat|retir|withdr)\w*\b[^.;,\d]{0,40} for \w+ (?:minutes|hours?)\b"
    r"|\b(?:allowed|given|granted) (?:a further |up to )?\w+ (?:minutes|hours?) (?:in which )?(?:for|to)\b"
    r"|\b(?:been|lain|stood) (?:boarded up|closed|derelict|disused|empty|shut|vacant) for (?:over |nearly )?\w+ years\b"
    # what is listed or must be passed
    r"|\b[Tt]he (?:list|register|schedule) of \d+ [a-z]+(?= [^.;]{0,40}\b(?:approved|circulated|noted|received)\b)"
    r"|\bexceed\w* (?:the )?(?:threshold of )?\d[\d,]* signatures\b"
    r"|\b\w+ minutes requested\b"
    r"|\b\w+ minutes? (?:each|per (?:person|speaker))\b|\ballow(?:ed|s)? (?:up to )?\w+ minutes\b"
    r"|\b(?:limit(?:ed|s)?(?: [a-z]+){0,4} to|set aside)(?: up to)? \w+ min(?:ute)?s\b"
    r"|\bshared? [^.;]{0,40} \d+(?:/\d+)? min(?:ute)?s each\b"
    r"|\bfor \w+ more (?:years?|months?|terms?)\b|\b\w+ (?:days|weeks|months) (?:would|will|should|might) be (?:enough"
    r"|sufficient|fine|ample|too \w+)\b"
    r"|\b(?:did|serv(?:ed?|ing)|chaired|worked|stood|sat|continued?)\b[^.;,\d]{0,40} for (?:over )?\w+ years\b"
    r"|\b(?:in|for|after|over) (?:his|her|their|my|our) \w+ years (?:on|as|in|with|of)\b"
    r"|\b(?:been|be) (?:done|(?:done )?(?:like (?:this|that)|(?:this|that) way)|(?:over|under|within) budget)"
    r" for (?:over |about |more than |nearly )?\w+ years\b|\b\w+ minutes? (?:to|past|before|after) the hour\b"
    # what a road or a bridge must not carry
    r"|\b(?:vehicles|lorries|HGVs?|trucks|wagons|traffic|weight (?:limit|restriction))\b[^.;,\d]{0,20}"
    r"\b(?:over|above|exceeding|of|than) \d[\d.]*[ -]?t(?:onne|on)?s?\b"
    r"|\b\d[\d.]*[ -]?t(?:onne|on)?s? (?:weight )?(?:limit|restriction)\b"
    # what members pay from now on
    r"|\b(?:rents?|subs|subscriptions?|fees?|charges?) (?:(?:is |are )?to |will |would |should )?"
    r"(?:remain|stay|be (?:kept|held)) (?:the same )?at [£$€][\d,.]+"
    r"|\bfor \w+ nights\b|\bany (?:one|single) (?:day|night|week|month)\b"
    # what a rule or a consent allows
    r"|\b(?:maximum|minimum) of \w+ (?:days|hours|nights|weeks|months) in (?:any|each|every|a)\b"
    r"|\bmore than \w+ (?:days|nights|weeks) in any\b|\b(?:contract|lease|licence) (?:duration|term): \w+ years?\b"
    r"|\b(?:expiration|expiry) of \w+ (?:days|weeks|months|years)\b"
    r"|\b(?:charges?|fees?|rate) of \d+% of the (?:full|normal|published|standard|usual)\b"
    r"|\b(?:monitor|pilot|suspend|trial)\w*\b[^.;,\d]{1,60} for \w+ (?:days|weeks|months|years)\b"
    # "Each 1% on the rate brings in £6,000"
    r"|\b(?:each|every) (?:\d[\d.]*\s?%|£1|\d{1,2}p) (?=(?:on|of|rise|increase|added|off|in|invested|spent)\b)"
    # "CPI plus 1%" is a rule, and "whether 4% was enough" a question
    r"|\b(?:CPIH?|RPIX?|inflation|base rate)\s?(?:plus|minus|less|[+–-])\s?\d[\d.]*\s?%"
    r"|\b(?:if|whether) [£$€]?\d[\d.,]*[mk]?\s?%? (?:was|were|is|are|would be|might be) (?:enough|sufficient"
    r"|too|realistic|reasonable|fair|high|low|right|achievable|affordable|adequate)\b"
    r"|\b(?:figures|options|costings?|models?|scenarios|illustrations|calculations) (?:for|at|of)"
    r" (?:(?:an? )?(?:increases?|rises?) of )?\d[\d.]*\s?%(?:(?:, |,? (?:and|or) )\d[\d.]*\s?%)+"
    r"|\b(?:uptake|coverage|doses?|MMR)\b[^.;,\d]{0,40} (?:at|by|aged?) "
    r"(?:the age of )?\w+ (?:months|years)(?! (?:later|after|earlier))\b"
    r"|\b(?:delay|defer|put off)\w*(?: [a-z]+){0,3} (?:for|by) \w+ (?:days|weeks|months)\b",
    re.IGNORECASE,
)
# "two signatories are required": what is asked for and not what there is.
_NEEDED = re.compile(
    r"\s(?:[a-z-]+\s){1,4}(?:(?:is|are|was|were|would be|will be) (?:required|needed)\b|to be [a-z]+(?:ed|sent|put)\b)"
)
# "show two others", "four members were too few", "three different oars": how many are spoken of
_SPOKEN_OF = re.compile(
    r"\s(?:others\b|different\s"
    r"|(?:[a-z]+\s)?(?:prices|quotes|quotations|estimates)\b"  # that were asked for
    r"|(?:[A-Za-z-]+\s){1,2}?(?:is|are|was|were|would be) (?:too (?:few|many)|enough|sufficient|plenty)\b)"
)
# "Two pupils shared what they had liked": who spoke to the meeting
_SPOKE = re.compile(
    r"\s(?:[a-z-]+\s)?(?:members|neighbours|parents|people|persons|pupils|residents|speakers|students|teachers"
    r"|visitors)\b[^.;:,]{0,50}?\s(?:addressed the|commented|(?:express|voic)ed|led the|raised concerns?"
    r"|shared (?:her|his|how|their|what)|spoke)\b"
)
# "the election of two of its five directors", "two candidates were nominated"
_ELECTING = re.compile(
    r"\b(?:appoint|co-?opt|elect|nominat|renew|replac)\w*\s(?:(?:and|or) [a-z]+\s)?(?:\w+ of (?:its|our|the)\s)?$",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\s(?:[a-z-]+\s)?(?:of (?:its|our|the) \w+\s)?(?i:councillors|directors|governors|members|officers|trustees)\b"
)
_STANDING = re.compile(
    r"\scandidates?(?: (?:was|were|had been|have been) nominated\b|[.;]|$)"
    r"|\s(?:[a-z-]+\s)?(?:directors|governors|members|officers|trustees) to serve\b"
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
# "a working group of four members", "he had spoken with two firms": how many were asked or chosen
_CHOSEN = re.compile(
    r"\b(?:(?:working|task|steering|finish|small) (?:group|party|team)|sub-?committee|panel) of (?:up to )?$"
    r"|\b(?:approach|contact)(?:ed|ing)\s$|\b(?:written|wrote) to\s$"
    r"|\bsp(?:oke|oken|eaking) (?:with|to|for)\s(?:[^.;,]{1,30}\sand\s(?:for\s)?)?$",
    re.IGNORECASE,
)
_TO_GET = re.compile(
    r"\b(?:to|will|would|should) (?:book|buy|order|hire|bring|fetch|purchase)\s$"
)  # "to book two tents"
_SHARE = re.compile(r"\s(?:out )?of\b")  # "had spoken to six of the nine ferrymen", which tells how many there are
_BELONGS = re.compile(r"\s(?:[a-z-]+ )?(?:members?|representatives?|trustees?|governors?|councillors?|directors?)\b")
# "1) the move, 2) the licence": what is told off in a sentence.
_TOLD_OFF = re.compile(r"\b(\d)\) (?=[a-z])", re.IGNORECASE)
# "Rules 4301 Gates, 4317 Keys of the Mill and 4322 Boats": numbers that names begin with.
_OF_NAMES = re.compile(r"\b\d{3,5}(?:\.\d+)? (?=[A-Z][a-z])")
# A standard is only named in "The 62 day standard was met", and is what a figure is set against in "outside the 20 day
# standard".
_STANDARD = re.compile(
    r"\b\w+[- ](?:month|week|day|hour|minute)s?[- ](?:(?!(?:against|than|the)\b)[a-z]+[- ]){0,2}?standards?\b",
    re.IGNORECASE,
)
_SET_BY = re.compile(r"\b(?:against|outside|outside of|within|than|to|of|from|beyond) (?:the |a |our |its )?$")
_THERE = re.compile(r"\W*(?:(?:out )?of \d+ )?(?:[\w’']+ ){0,3}(?:present|attend\w*|apolog\w+|absent)\b", re.IGNORECASE)
# What a colour stands for: "Red = more than 10% off the target", "are rated Green where the target is met, Amber ...".
_KEY = re.compile(
    r"\W*(?:(?:[\w’]+ ){1,4}(?:are|is) (?:rated|shown as|marked) )?(?:red|amber|green)\b"
    r"\W{0,3}(?:means|is when|is where|if|where)?\s?(?:the )?(?:more|less|within|on or|above|below|over|under"
    r"|performance|between|worse|better|up to|at least|at or|target)\b",
    re.IGNORECASE,
)
# "green – on target; amber – within 5% of it; red – off by more than 5%"
_KEYED = re.compile(
    r"\b(?:amber|green|red|yellow)\s?[–—:=-]\s?"
    r"(?:above|behind|below|better|less|met|missed|more|off|on (?:target|track)"
    r"|over|target|under|up to|within|worse)\b",
    re.IGNORECASE,
)
# "Two applications.": an entry that only says what is to be told
_ONLY_TOLD_OFF = re.compile(
    r"\W*\w+ (?:[a-z]+ )?(?:applications|appointments|emails|items|letters|matters|questions|reports|requests)\W*"
)
_PLANNING = re.compile(
    r"\b(?:erection|storey|bedroom|(?:retrospective|outline|householder|part[- ]retrospective) (?:planning )?"
    r"application for"
    r"|(?<![\w/])[A-Z]{1,4}/(?:19|20)?\d\d/\d{3,6}|(?<![\w/])\d\d/\d{4,6}/[A-Z]{2,4}\b"
    r"|planning (?:application(?!s?\s(?:during|in|over))|permission|consent)|extension"
    r"|^\W*(?:replacement|removal|installation) of (?:[\w-]+ ){1,3}(?:windows?|doors?|signs?|roof\w*)\b"
    r"|rooflights?|parking variance|\bbuilding of \w+ (?:new )?(?:houses|homes|dwellings)"
    r"|change of use|residential development|proposed conversion"
    r"|(?:reduc|remov|fell|prun|clear)\w* [^.;]{0,40}(?:branch\w*|crown|tree)s?|pollard\w*)\b",
    re.IGNORECASE,
)
_DIMENSION = re.compile(
    r"[\s-]?(?:\(\w+\)\s)?(?:[a-z]+\s){0,2}(?:dwellings?(?! fires?)|metres?|miles?|sq)\b|[’′″](?=[\s,;.x]|$)"
    r"|\s(?:feet|foot|ft|inches) (?:high|wide|long|deep|tall|across|in (?:depth|height|length|width))\b",
    re.IGNORECASE,
)
# "a Section 106 agreement securing a contribution of £40,000 to the school"
_OBLIGED = re.compile(r"\b(?:[Ss]ection|[Ss]\.?) ?106\b|\b(?:planning|legal) (?:agreement|obligation)", re.IGNORECASE)
_CONTRIBUTION = re.compile(r"\b(?:contributions?|commuted sum|payment)\b[^;£]{0,40}$", re.IGNORECASE)
_HOMES = re.compile(r"\s(?:[a-z]+\s){0,2}dwellings\b")
_SCHEME = 5000  # dwellings
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
_RATED = re.compile(r"\b(?:per|every)\s$")  # "£3.12 per £1,000", "every three years"
_LIMITED = re.compile(r"\b(?:limit|maximum speed)\b[^.;\d]{0,20}$", re.IGNORECASE)
_VOTED = re.compile(
    r"\bvot(?:ed?|es|ing)\b.*\b(?:for|against|no|abstain\w*)\b|\babstain|\babstentions?\b|\+1\b", re.IGNORECASE
)
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


def _in_prose(sentence: Sentence, block: Block) -> bool:
    """Whether a sentence stands in a cell of minutes that are set as a table, which tells more than a figure."""
    return any(start <= sentence.start < end and end - start > PROSE for start, end in block.cells)


def measuring(found: Findings, sentence: Sentence, text: str, *, in_cell: bool) -> list[Quantity]:
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
        and (q.unit == "%" or not (planned or (minutes and _DIMENSION.match(text, q.end))) or _is_of_area(text, q))
        and not (minutes and _FEET.match(text, q.end) and _LAND.search(text))
        and not (_SHORT_YEAR.search(text[: q.start]) or _STREET.match(text, q.end))
        and not _RATED.search(text[: q.start])
        and not (minutes and of_assembly(text, q))
        and not (q.unit == "mph" and _LIMITED.search(text[: q.start]))
        and not any(a <= q.start < b for a, b in terms)
        and not (q.in_words and block.kind == "heading")
    ]


def _is_of_area(text: str, quantity: Quantity) -> bool:
    """Whether a figure beside what is built is the sum of an obligation, or of more homes than one scheme has."""
    if quantity.unit in MONEY:
        return bool(_OBLIGED.search(text) and _CONTRIBUTION.search(text[: quantity.start]))
    return quantity.least >= _SCHEME and bool(_HOMES.match(text, quantity.end))


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
    if found.kind == "minutes" and _is_to_be_paid(found.document, sentence.block):
        return False
    if item is None:
        return True
    return not _OF_MEETING.match(item.title) and not (_PAYMENT.search(item.title) and not _HELD.search(text))


def _is_to_be_paid(document: Document, index: int) -> bool:
    """Whether an entry belongs to a list of what a meeting pays: "RESOLVED to pay the following accounts:"."""
    label = document.blocks[index].label
    if not label:
        return False
    for block in (document.blocks[place] for place in range(index - 1, max(-1, index - 1 - _PAYMENTS), -1)):
        if block.label != label and not block.furniture:
            return bool(_TO_PAY.search(document.text, block.start, block.end))
    return False


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
    if found.kind == "minutes" and "%" not in text and _NOT_WANTED.search(text):
        return True
    if (
        _PAID.search(text)
        or _CHARTED.fullmatch(text)
        or _KEY.match(text)
        or len(_KEYED.findall(text)) > 1
        or "....." in text
    ):
        return True
    if found.kind != "minutes":
        return False
    return bool(_CORRECTED.search(text)) or bool(_LEDGER.fullmatch(text.strip()) and not _INCOME.search(text))


def _terms(text: str, *, minutes: bool) -> list[tuple[int, int]]:
    """The stretches of a sentence whose figures name, number or tell off, and measure nothing."""
    terms = [m.span() for pattern in (_TERM, _NO_FIGURE) for m in pattern.finditer(text)]
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
    if _ATTENDANCE_IS.search(before) and _PEOPLE.match(text, end):
        return True
    if _OR_MORE.match(text, end) and not _LEAST.search(before):
        return True
    if _OR_HIGHER.match(text, end) and _OF_THOSE.search(before) and not _REACHED.search(before):
        return True
    named = quantity.small_word and (
        _NEEDED.match(text, end)
        or (_SOUGHT_ARE.match(text, end) and _SOUGHT.search(before))
        or _BY_NAME.match(text, end)
        or _ONLY_TOLD_OFF.fullmatch(text)
        or _SPOKEN_OF.match(text, end)
        or _SPOKE.match(text, end)
        or _STANDING.match(text, end)
        or (_ELECTED.match(text, end) and _ELECTING.search(before))
        or (quantity.value == 1 and _STANDS_FOR.match(text, end))
        or _TO_OFFICE.search(before)
        or _TO_GET.search(before)
        or (_CHOSEN.search(before) and not _SHARE.match(text, end))
        or (_COMPOSED.search(before) and _BELONGS.match(text, end))
    )
    return bool(named)
