"""What the title of an item looks like, and which lines are set like one and are none."""

import re

TITLE_WORDS = 16  # a plain numbered line with more is a paragraph
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DATE_LINE = re.compile(
    rf"(?:date:?\s+)?(?:\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\.?,? (?:on )?)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\b"
    r".{0,25}(?:19|20)\d\d.{0,20}"
    # "Tuesday 4th May, 2 pm – 4 pm"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}"
    r"(?:(?:,? (?:at |from )?|\s?[–-]\s?)\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?){0,2}",
    re.IGNORECASE,
)
ITEM_REFERENCE = re.compile(r"\(?\s*(?:agenda )?item (?:no\.? ?)?(\d{1,2}[a-z]?)\s*\)?\.?", re.IGNORECASE)
# A number typed before the title, where the reader of the file saw no label.
TYPED = re.compile(
    rf"(?:(?!\d{{1,2}} (?i:{_MONTH}) (?:19|20)\d\d)"
    r"(?P<number>(?:(?!LOST|PASS|VOTE)[A-Z]{1,4}[/ ]?|[A-Z][A-Za-z]{1,4}/)?\d{1,4}/\d{1,4}"
    r"(?:\.\d{1,2}(?!\d)|\([a-z]\))?|\d\d-\d\d/[A-Z]{2,5}/\d{1,3}"
    r"|§?\d{1,3}(?:[A-Ha-h]|\([a-z]{1,3}\)|(?:\.\d{1,2})*)|\d{4}(?=[.:)])|\d{4}\.(?!00)\d\d|\d{5})"
    # "M041/24 2. PONDS", "41 (2) PONDS": what the agenda numbered is numbered again in a series of minutes
    r"(?:[.:)/]?(?: [–-])?\s+(?:\(?\d{1,3}\)|\d{1,2}\.))?[.:)/]?(?: [–-])?\s+"
    r"(?=[A-Z]|(?:19|20)\d\d(?:/\d\d|[–-]\d\d)? [A-Z])"
    r"|(?P<stuck>\d{1,2})\.(?=[A-Z]{3})"  # "5.PONDS AND PATHS"
    r"|(?P<section>§\s?\d{1,3}(?:\.\d{1,2})*)[.:]?\s+(?=[A-Z])"  # "§ 4.1 Wardens", as in Sweden and Finland
    r"|\(?(?P<letter>[a-z])\)\s*(?=[A-Z])"
    r"|(?i:(?:agenda |discussion )?(?:item|topic)|min(?:ute)?)(?i: no\.?)?\s+"
    r"(?P<item>\d{1,3}(?:[./]\d{1,4})?[a-z]?)\s*[.:–—-]?\s+"
    r"(?=[“\"]?[A-Z]|\d(?:st|nd|rd|th) [A-Z]))"
)
# Lines that are set like headings and are none, wherever they stand ...
_NO_ITEM = re.compile(
    r"(?:(?:un)?restricted items?|(?:agenda )?part [ab12i]+|(?:no\.? )?items?"
    r"|action(?:s|ed)?(?: by)?|owner|agenda|agenda items?"
    r"|actions? (?!LOG\b)(?-i:[A-Z]{2,3}(?:(?:/|, ?| & | and | (?!(?:AND|FOR|THE|ON|OF|TO|IN|BY)\b))[A-Z]{2,3}){0,5})"
    r"|\((?:[\w.’'/&-]+ ){1,5}to action\)"
    r"|(?:of|held (?:at|in|on|via)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*"
    r"|draft|confidential|unclassified|official|(?:un)?confirmed minutes\b.*"
    r"|(?:also |those |members |councillors |officers |directors )?(?:present|in attendance|attending"
    r"|attendees|attendance|invited|officials|observers|presenters|other attendees"
    r"|(?:(?:voting|non-voting|other|board|committee|council|meeting) )*(?:members? )?attendance|visitors"
    r"|absent|guests|apologies received|not present)(?: virtually| online)?\b.{0,40}"
    r"|not in attendance|key|signed.*|(?:leas-?)?ch?athaoirleach|(?:vice-?)?chair(?:man|woman|person)?"
    r"(?:\s*:.*|\s?(?:…|[-–—_.](?: ?[-–—_.]){2}).*)?"
    r"|(?:clerk|secretary|mayor|president)(?: to the .{0,30})?(?:\s*:.*)?|date|time|(?:venue|location)(?:\s*:.*)?|place"
    r"|(?:unanimously )?(?:approved|accepted|adopted|rejected|declined|deferred|withdrawn)(?: unanimously)?"
    r"|links|tl;?dr|none|nil|n/a|no report|nothing to report|resolved.*|(?:and )?agreed|resolution(?:s|(?: no\.?"
    r"| number)?[\s:]*[\w/.-]{0,20}\d[\w/.-]{0,20}(?: \d{1,2}/\d{1,2})?)?"
    r"|(?:please note|minutes subject to|all minutes).*|decisions?|considered|(?:supporting|additional) documents"
    r"|(?:the )?(?:(?:sub-?)?committee|board|council|cabinet|panel|forum|authority|trustees|governors)"
    r" (?:resolved|agreed|noted|decided|determined|approved|recommended)(?: that| to)?(?::? ?[–-])?"
    r"|recommended|decisions? taken|noted|motion"
    r"|(?:(?:first|second|third|fourth|further|proposed|original) )?amendment(?: (?:no\.? ?)?\d{1,2}| [A-E])?"
    r"(?: (?:moved |proposed |put forward )?(?:by|from) .{3,60})?"
    r"|(?:the )?(?:substantive|original) motion(?: as amended)?"
    r"|voting|votes?|(?:results? of )?(?:the )?(?:vote|voting|division)|carried|(?:amendment"
    r"|motion) (?:lost|carried)"
    r"|(?:motion |amendment )?(?:carried|lost|defeated|passed|approved)(?: (?:unanimously|by|nem|u\b|unan|\d).{0,30}"
    r"| ?\((?:as|with|subject|by|after|\d)\b[^()]{2,40}\)"
    r"|.{0,30}\b(?:for|against):.*)?"
    r"|result:.*|due(?: (?:by|date))?|meeting: \d\d?/\d\d/\d{4}\b.*|attest(?:ed(?: (?:to|by))?)?|meeting"
    r"|minutes|(?:meeting )?notes|distribution|circulation|item|description|\d+(?:st|nd|rd|th) meeting"
    r"|(?:table|figure|chart|graph) \d+\b.*|(?:reasons?|rationale)(?: for (?:the )?(?:decisions?|recommendations?))?"
    r"|(?:this is )?(?:not )?a key decision|(?:non-)?key decision(?:[ :(–-].{0,40})?"
    r"|(?:members[’'] )?questions (?:from|by|of) (?:the )?(?:(?:sub-?)?committee|panel|commission|board)"
    r"|(?:alternative |other )?options? considered.*|alternatives? considered.*"
    r"|(?:votes? |voting |voted )?(?:for|against)(?: the (?:motion|amendment|proposal))?(?:: .*)?"
    r"|(?:council|board|committee|staff|voting members|members) (?:present|excused|absent)"
    # "Proposed closure of a path" is business, "Proposed Una Keld" is not
    r"|(?:moved|seconded|proposed(?! (?:[\w-]+ )?(?:revisions?|amendments?|changes?|budget)\b)"
    r"(?!(?-i: (?:[A-Z][\w’'-]* ){0,3}(?!that\b|seconded\b)[a-z]{4,}\b)(?!.*\bseconded\b)))\b.*"
    r"|(?:officer|officers|staff|administration)(?:[’']s?)? recommendations?"
    r"|(?:(?:officer|officers|staff)[’']?s? recommendations? ?/ ?)?(?:council|committee"
    r"|board) (?:decision|resolution)s?"
    r"(?: ?\(.*\)| no.*| [\d/.-]+)?"
    r"|proponents?|opponents?|neutral|opposed|(?:public )?testimony(?: in (?:favou?r|opposition))?"
    r"|(?:respectfully )?submitted(?: by)?\b.*|(?:minutes )?(?:taken|recorded|prepared|compiled|submitted) by\b.*"
    r"|minutes by (?:[A-Z][\w.’'-]+ ){1,3}.{0,40}|minutes by [A-Z][\w.’'-]+"
    r"|no (?:further )?(?:objections?|observations?|comments?)(?: (?:but|subject|on|to)\b.*)?"
    r"|(?:sub-?|grand )?totals?:?\s*[£$€]\s?[\d,.]+|[A-Z]{1,4}/\d[\w/]*(?:(?:,| and| &) [A-Z]{1,4}/\d[\w/]*){1,5}"
    r"|(?:discussion|talking) points"
    r"|(?:responsible|relevant|reporting) (?:officer|person|lead|director|manager)s?(?:\s*:.*)?"
    r"|(?:key|main) (?:points|issues|lines of enquiry)(?: raised)?(?: (?:during|in|from) the (?:discussion|debate))?"
    r"|(?:[\w’']+ ){1,4}(?:present|absent|excused)"
    r"|the (?:board|committee|council(?: of governors)?|governing body|panel"
    r"|cabinet|forum|chair\w*|(?:(?:assistant|executive|deputy) )?director|clerk)"
    r"|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr) .{3,30} in the chair"
    r"|(?:.* )?page \d{1,3} of \d{1,3}"
    r"|page \d+.*|(?:table of )?contents(?: page)?|page last updated.*|(?:report |lead )?authors?"
    r"|responses?|reply|end of (?:the )?(?:meeting|minutes)|index of (?:addresses|applications|items|minutes)"
    r"|(?:the )?meeting (?:finish|clos|end|adjourn|start|open)(?:ed|e?s)?\s*[:–-]\s*\d.*"
    r"|(?:start|end|finish|begin|venue|clos(?:e|ing))(?:s|ed|ing)?(?: time)?:\s*\d.*"
    r"|(?:date, time,?|(?:location|venue|place|date|time)s?,?) (?:and|&) (?:location|venue|place|date|time)s?"
    # headings over all that was said
    r"|proceedings|(?:(?:major|key|main) )?(?:discussion )?topics(?: (?:discussed|of discussion))?"
    # what follows "Date of next meeting"
    r"|(?!next\b)(?:[\w’'&-]+ ){1,8}meeting(?: at)? \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|(?:[\w’'&-]+ ){1,8}meeting to follow"
    r"|(?:(?:planning |application |our )*ref(?:erence)?\.?(?: no\.?)?)"
    r"|break\b[\d\s:.–-]*|(?:coffee|tea|lunch|dinner|comfort) break\b.{0,60}|lunch|dinner|group photo(?:graph)?"
    r"|(?:meeting )?recording"
    # what was done with what is printed beside it
    r"|received|reported|confirmed|noted|considered|discussed|endorsed|resolved)[:.]?",
    re.IGNORECASE,
)
# Labels of those who came, whatever number stands before them. "Attendance" alone may be that of pupils.
_THOSE_THERE = re.compile(
    r"(?:(?:also|those|others|(?:board |committee |council )?members|councillors|officers|directors|trustees"
    r"|governors) )?(?:present|in attendance|attending|absent|not present)(?: and apologies)?|attendees"
    r"|apologies ?/ ?(?:absent|not present)"
    r"|(?:key )?participants|non[- ]attendance"
    # and what forms number besides
    r"|meeting (?:information|details)|agenda items",
    re.IGNORECASE,
)
_OUTLINED = re.compile(r"^\d{1,2}(?:-\d{1,2}){1,3}\s+")  # "1-1-2 Participants"
_MARKED = re.compile(
    r"(?:RESOLVED|AGREED|RECOMMEND|Resolved|Agreed)\b|That (?=.*\b(?:be|is|are|have|has)\b|[^.]*\.$)"
    r"|\(?(?:ACTION|DECISION|Action|Decision)s?\s?[:–-]"
    r"|(?:Action|ACTION) (?:[Pp]oint|POINT|[Ii]tem|ITEM)s?\s?[:–-]\s*\w"
    r"|(?:Action|ACTION) (?:[A-Z]{1,6}[/.-]?)?\d[\d/.]*\s?[:–-]"
    r"|(?:APPROVE|DELEGATE|ENDORSE|AUTHORISE|AUTHORIZE|ADOPT|RATIFY|RECOMMEND)(?:S|E?D)? (?=[a-z])"
    # "UK/TO to mend the gate", and not "PC to consider the gate"
    r"|(?:[A-Z]{2,3}|All)(?:(?:/| and | & |, )[A-Z]{2,3})* to"
    r" (?!(?:be|consider|discuss|receive|approve|note|agree|adopt|confirm|review|hear|decide|the|an?)\b)[a-z]{3,} [a-z]"
    # "I will move that lamps be lit on the quay": what a member gives notice of
    r"|I (?:will|shall) (?:ask|move|propose)\b"
    # "UK noted two lamps that are out."
    r"|[A-Z]{2,3} (?:noted|asked|said|reported|advised|thanked|explained) (?=.*\.$)"
    # "MOTION – a ferry be run", and not "MOTION – A FERRY"
    r"|(?:Motion|VOTE|Vote)\s*[:–-]|MOTION\s*(?::|[–-](?!(?! ?(?:CARRIED|LOST|MOVED|PASSED|SO)\b) ?[^a-z:]{5,80}$))"
    r"|THAT (?:(?:THE|THIS|OUR) )?[A-Z]+ [^.:]{12,}[.:]$"
    # "The Council of Governors NOTED the report."
    r"|(?=[^a-z]*[A-Z][a-z])(?:[A-Z][a-z’'-]+ (?:(?:of|for|and|the) )*){1,8}"
    r"(?:NOTED|RECEIVED|AGREED|RESOLVED|APPROVED|ENDORSED|ADOPTED|ACCEPTED|SUPPORTED"
    r"|RATIFIED|CONFIRMED|CONSIDERED|DEFERRED|REJECTED|RECOMMENDED)\b"
)
# ... and only where no number stands before them and no item came yet.
FRONT = re.compile(
    r"apologies(?: for absence| received)?\s?:?-?"
    r"|(?!(?:apologies(?:,| and| &) )?(?:approval|adoption|confirmation|signing) of\b)"
    r"(?:[\w’'&-]+ ){0,6}(?:meeting )?minutes(?: of .*)?"
    rf"|{_MONTH} \d{{1,2}},? (?:19|20)\d\d,? (?:[\w’'&-]+ ){{0,6}}minutes"
    r"|minutes of(?:: ?| )(?:a|the|\d{4}-\d\d-\d\d|\d{1,2}) .{0,120}|(?:meeting )?(?:summary )?notes of .{0,80}"
    r"|(?:[\w’'&-]+ ){0,4}(?:[AE]GM|general meeting)(?: \d{4}(?:/\d\d)?)?(?: election)? (?:results|summary|recap|notes)"
    r"|.{0,40}\baction log\b.{0,40}",
    re.IGNORECASE,
)
_BODY_LINE = re.compile(
    r"(?:the )?[\w&’',.() -]{0,60}\b(?:council|committee|board|cabinet|panel|commission|group|trust"
    r"|consortium|association|society|senate|assembly|ips|ltd)"
    r"(?: (?:meeting|minutes|meeting minutes|of [\w ]{1,40}))?(?:\s*[–-].{0,40})?",
    re.IGNORECASE,
)
_IN_NO_NAME = re.compile(r"\b(?:within|by|to|from|on|with|in|filling|opening|update)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|noted that|agreed|resolved|asked|said|reported)\b")
_SAID = re.compile(
    rf"{_VERB.pattern}|\b(?:passed|carried|seconded|moved|adjourned|closed|thanked|drew)\b", re.IGNORECASE
)


def is_never_title(text: str) -> bool:
    """Whether a line is a label of the page ("Present", "Action", "Motion carried"), whatever its look."""
    return bool(_NO_ITEM.fullmatch(text))


def names_those_there(text: str) -> bool:
    """Whether a line is the label of those who came or did not, which is no business though it has a number."""
    return bool(_THOSE_THERE.fullmatch(_OUTLINED.sub("", text.rstrip(" .:"))))


def is_marked(text: str) -> bool:
    """Whether a line opens a decision or an action ("RESOLVED that ...", "ACTION: Clerk")."""
    return bool(_MARKED.match(text))


def names_body(text: str) -> bool:
    """Whether a line reads like the name of a body or its meeting ("Amenities Committee Meeting")."""
    return bool(_BODY_LINE.fullmatch(text) and len(text.split()) <= 12 and not _IN_NO_NAME.search(text))


def is_sentence(text: str) -> bool:
    """Whether a line tells something: it ends like a sentence, or leads on to a list, and has a verb."""
    return text.endswith((".", ":")) and bool(_SAID.search(text))


def has_verb(text: str) -> bool:
    """Whether a line tells something, with a finite verb that titles seldom have."""
    return bool(_VERB.search(text.lower() if text.isupper() else text))


# "To confirm the minutes of the meeting of the Council held on 4 May", as summonses name their business
_TO_DO = re.compile(
    r"To (?i:receive|consider|confirm|approve|note|agree|hear|discuss|review|adopt|resolve|elect|appoint|sign|accept"
    r"|record|co-opt|declare|decide|invite)\b(?! (?:that|who)\b)"
)
# "Discussion and possible action on the replacement of the pumps at the lower works", as American agendas do
_TO_BE_DONE = re.compile(
    r"(?:update|discussion|presentation|consideration|approval|adoption|review|report|public hearing|request)s?"
    r"(?: and (?:possible |potential )?\w+)? (?:on|of|by|to|for|from|regarding|concerning)\b",
    re.IGNORECASE,
)
BUSINESS_WORDS = 30
# Titles that are labels of the page where no number stands before them.
_WITH_NUMBER = re.compile(
    r"(?:previous |last )?minutes|recordings?|(?:vice[- ]?|deputy )?chair(?:man|woman|person)?|agenda|motions?"
    r"|secretary"
    r"|treasurer|decisions?|distribution",
    re.IGNORECASE,
)


_LETTER_FIRST = re.compile(r"[a-z]-?[A-Z][a-z]")  # "e-Payments", "iPads"


def is_title_like(text: str) -> bool:
    """Whether a line without any look of a heading can be a title: short, capital first, no verb, no full stop."""
    words = text.split()
    business = _TO_DO.match(text) or (_TO_BE_DONE.match(text) and not _SAID.search(text))
    if business and len(words) <= BUSINESS_WORDS and not text.endswith((".", ";", ",", "?")):
        return True
    if (
        not words
        or len(words) > TITLE_WORDS
        or (text.endswith(":") and len(words) > 5)
        or text.endswith((".", ";", ",", "?"))
        or (not text[0].isupper() and not text[0].isdigit() and not _LETTER_FIRST.match(text))
        or text.startswith(("http", "www."))
    ):
        return False
    return not (has_verb(text) or _TELLS.match(text) or is_never_title(text) or names_those_there(text))


# What no title of plain text has: a verb, a value after a colon, somebody's name; "Mr Orme’s bequest" is a title.
_NO_BARE_TITLE = re.compile(
    r"(?!\b(?:Amended|Revised|Proposed|Updated|Outstanding|Forthcoming|Planning|Parking|Meeting|Lighting|Housing"
    r"|Funding|Training|Building|Crossing|Fencing|Planting)\b)"
    # "Painting and tarring the barge"
    r"(?!^(?!Following|During|Regarding|Concerning|Being|Having|Including)[A-Z][a-z]+ing (?:and|of|the|our|new|for)\b)"
    r"(?<!ing and )\b\w+(?:ed|ing)\b"
    r"|:\s+[A-Z]|^(?:Apologies|Present|Absent)\s?[–-]|[@\d£$…]"
    r"|^(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b(?! (?:[A-Z]\w+ )?[A-Z]\w+[’']s )"
    r"|^(?:In|At|On|This|These|An?|No|None|Nil)\b|[–(-]$|\("
)


def is_bare_title(text: str, before: str, following: str, *, least: int = 10) -> bool:
    """Whether a short line of plain text heads what follows: text ended above it, and a sentence begins below."""
    words = text.rstrip(":").split()
    return (
        1 <= len(words) <= 7
        and is_title_like(text.rstrip(":"))
        and not _NO_BARE_TITLE.search(text)
        and not re.fullmatch(r"[A-Z]{1,4}(?:[/, ]+[A-Z]{1,4})*", text)
        and before.rstrip().endswith((".", "!", "?"))
        and len(following.split()) >= least
        and following[:1].isupper()
    )


_IN_FULL = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}(?P<surname>[A-Z][\w’'-]+)(?=$|,|\s*[–-]|\s+\d)")
_BY_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councill?or)\.? (?P<names>(?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w’'-]*)")


def is_speaker(text: str, following: str) -> bool:
    """Whether a heading is the name, with an address perhaps, of the person whose words follow: "Mr. Orme said ...".

    "Tom Orme, 12 Mill Lane, Fenwold" heads what Mr Orme said at a hearing; it is no business.
    """
    name, begun = _IN_FULL.match(text), _BY_TITLE.match(following)
    said = begun["names"].split() if begun else []
    return bool(name and any(word.startswith(name["surname"]) for word in said))  # "Mr Orme’s dog"


# Words as large as headings that are none: the words of a figure, an address, the beginning of a sentence.
_NO_SECTION = re.compile(
    r"(?:[\d.,]+\s)?(?:up|down|over|hundred|thousand|million|hours?|(?:per ?cent))"
    r"|.*(?:\bwww\.|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b).*|.*\s(?:&|and|of|the|for|by|with)"
    r"|(?:this|the|these) (?:chart|graph|table|figure|map)s? \w+s?",
    re.IGNORECASE,
)


def is_no_section(text: str) -> bool:
    """Whether a line set like a heading of a report or of slides is a piece of a chart, an address or a sentence."""
    return bool(_NO_SECTION.fullmatch(text))


_PRESENTED = re.compile(
    r"(?:,|\s[–-])\s(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){1,2})$"
    r"|\((?P<in>[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,2})\)$"
)


def presenter_of(text: str) -> str | None:
    """The name at the end of a title of who presents it: "From the Lace Guild, Tom Orme", "Paths (Una Keld)"."""
    named = _PRESENTED.search(text)
    return named[named.lastgroup or 0] if named and is_title_like(text) else None


_OUTCOME = (
    r"(?:none|nil|no|nothing|not|n/a|moved|motion|approved|proposed|seconded|agreed|noted|received|carried|passed"
    r"|\d{1,2}[.:]\d\d(?:\s?[ap]m)?)\b"
)
_TAIL = re.compile(
    rf"(?:(?<=\w\w)|(?<=\.[A-Z]))\.\s+(?={_OUTCOME})|\s*[–—-]+\s+(?={_OUTCOME})"
    r"|,\s+(?=(?:no (?:report|update|business|news|discussion)|nothing to report|none|nil)\.?$)",
    re.IGNORECASE,
)
# "To note: the ferry fares": what is to be done with the business, and the title goes on
_TO_LABEL = re.compile(r"To [A-Za-z]+(?: (?:and|or|&) [A-Za-z]+)?:\s+(?=[A-Z])")
_DASH = re.compile(
    r"(?!(?<=\b20\d\d)\s+[–—-]\s+(?:20)?\d\d\b)\s+[–—-]\s+"  # not of years: "Election of Chair for 2031 – 32"
    r"|(?<=[a-z]{3})[–—-]\s+(?!(?:and|or|to)\b)"  # also "Old business- none"
)
_SHORT_HEAD = re.compile(
    r"(?!(?:The|An?|This|That|It|We|He|She|They|There|In|On|At|Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\b"
    # "Councillor vacancy: two had applied", "Councillors’ reports: there were none"
    r"(?![’']s?\s| (?i:vacanc|surger|allowance|report|training|co-?option|update|question|item|matter)))"
    r"(?P<head>[\w’'&/(),-]++(?: [\w’'&/(),-]++){0,5} ?)(?<!\bHon)(?<!\bNo)(?<!\bSt)(?<!\bRef)(?:[.:]\s+(?=[A-Z]))"
)
# "Approval of the minutes of the meeting of 17th May 2023: It was proposed ..."
_LONG_HEAD = re.compile(
    r"(?P<head>(?:Approval|Adoption|Minutes|Confirmation) (?:[\w’'&/(),-]++ ?){3,10})\.\s+(?=[A-Z])|"
    r"(?P<colon>[A-Z][\w’'&/(),–-]*+(?: [\w’'&/(),–-]++){6,13}) ?:\s+(?=[A-Z])"
)
# "That the road be closed", "Receives the report": a limb below "That the Council"
_LIMB = (
    r"(?:That (?:the|this|these|it|an?|any|all|Council)"
    r"|Receives|Confirms|Approves|Adopts|Accepts|Agrees|Delegates|Endorses|Resolves|Authorises|Directs|Determines"
    r"|Acknowledges|Requests (?:the|that)|Notes (?:the|that))\b"
)
IS_LIMB = re.compile(_LIMB)
# "The Chairman welcomed all", which is no title
_TELLS = re.compile(
    r"(?:The )?(?:Chair(?:man|woman|person)?|Clerk|Council|Committee|Board|Mayor|President|Secretary|Treasurer|Members"
    r"|Cllr \w+) \w+ed\b"
    r"|(?:However|Therefore|Furthermore|Meanwhile|Moreover),? [a-z]"
    r"|.{0,60}\b(?:I|[Ww]e) (?:suggest|think|hope|believe)\b"
    rf"|{_LIMB}|(?:No one|Nobody|Everyone|All) \w+ed\b|[A-Z][a-z]+ [a-z]+ed (?:the|a|an)\b"
)


# "5. FINANCIAL REPORT The Chair noted ...", "4. MINUTES ORME MOVED to ...": capitals, and then a sentence
_CAPITAL_HEAD = re.compile(
    r"(?P<head>(?!(?:RESOLVED|AGREED|MOVED|ACTION)\b)(?:[A-Z][A-Z’'/,-]{4,}"
    r"|[A-Z][A-Z’'&/,-]*+(?: [A-Z&/-][A-Z’'&/,-]*+){1,9}?))"
    r" +(?=(?:(?:CHAIR|MAYOR|PRESIDENT) )?[A-Z][a-z]+ [a-zA-Z]|(?:[A-Z]\. )?[A-Z]{3,} MOVED\b)"
)
# What meetings everywhere have
_USUAL = (
    r"(?:consent (?:agenda|calendar|items)|matters arising(?: from the (?:last |previous )?minutes)?|any other business"
    r"|AOC?B|(?:old|new|unfinished) business|public (?:comments?|participation|forum|question time)|correspondence"
    r"|announcements|adjourn(?:ment)?|declarations? of interests?|apologies for absence|date of (?:the )?next meeting"
    r"|call to order|roll call and quorum|open forum|committee reports|pledge of allegiance"
    r"|(?:minutes of (?:the )?|the )?(?:last|previous) (?:meeting|minutes)"
    r"|(?:re-?)?(?:election|co-?option|appointment) of (?:the |an? |new )?(?:[\w-]+ ){0,2}?(?:(?:vice[- ]?|deputy )?"
    r"chair(?:man|woman|person)?|officers|(?:committee )?members|committee|trustees|councillors?(?:\(s\))?|president"
    r"|secretary|treasurer)"
    r"|(?:approval|adoption) of (?:the )?(?:minutes|agenda)"
    r"|(?:\w+ ){0,2}?(?:treasurer|secretary|chair(?:man|person)?|president|director|librarian|clerk|superintendent"
    r"|manager|supervisor|inspector|steward|captain)[’']?s[’']? (?:report|update))"
)
# ... of which a plain line is a title by itself
STANDING = re.compile(
    rf"{_USUAL}(?: (?:for|of|from) (?:(?:\w+ )?\d{{1,2}},? (?:\w+,? )?\d{{4}}|\w+ \d{{1,2}}, \d{{4}}))?[:.?]?",
    re.IGNORECASE,
)
# ... "III Approval of Agenda Commissioner Orme moved ...": and then a sentence
_STANDING_HEAD = re.compile(
    rf"(?P<head>(?i:{_USUAL}|roll call|(?:approval|adoption|confirmation) of (?:the )?(?:previous )?"
    r"(?:agenda|minutes|bills|vouchers)|apologies|police (?:report|matters)"
    r"|(?:chair(?:man|woman|person)?|treasurer|secretary|clerk|president|headteacher|warden)[’']?s? reports?))"
    r" +(?=(?!Received|From|And|Of|To|Report|The [Mm]inutes|(?:RECEIVED|FROM|FOR|AND|OF|TO|REPORTS?)\b)"
    r"[A-Z]\w* [\w.]+)"
)
# "1. Apologies for absence Una, Tom and Ada"
_APOLOGIES_HEAD = re.compile(
    r"(?P<head>(?i:apologies(?: for absence)?)) +"
    r"(?=(?!Received|And|For|From|To|Of|The)[A-Z][\w.’'-]+(?: [A-Z][\w’'-]+)?(?:,| and | & |$))"
)
# "IV Officer Election Commissioner Orme moved ..."
_SPOKEN_HEAD = re.compile(
    r"(?P<head>(?:[\w’'&/(),-]++ ){1,6}?)"
    r"(?=(?:Commissioner|Councill?or|Cllr|Trustee|Director|Supervisor|Mr|Mrs|Ms|Dr)\.? "
    r"[A-Z][\w’'-]+ (?:moved|made|proposed|reported|said|asked|called|noted|presented|gave|advised|stated|welcomed)\b)"
)
# "4. Choice of Wardens Upon the proposal of Mr Orme it was resolved ...", "7. Reports • It was said ..."
_BEGINS = re.compile(
    r"(?P<named>[A-Z]\.? [A-Z][\w’'-]+ [a-z]+ed\b)|•|\(?[a-z]\)|(?:Members|Councillors|Governors|Trustees) (?=[a-z])"
    r"|(?:Two|Three|Four|Five|Six) (?!(?:and|to|was|were|is|are|has|had)\b)(?=[a-z])"
    r"|(?:The|It|There|This|These|Upon|No|Having|After|Following|As|When|Both|We|He|She|They|None|Nothing|Nobody)\b"
)
_LEADS_ON = frozenset("of for to at from in on and or the with by a an & under".split())  # after which no title ends
# A sentence, with the stops behind initials and in figures: "held on 4.03.24"; to its end, if it has no stop
_FIRST = re.compile(r"(?:[^.]|\.(?=\S)|(?<=\b[A-Z])\.)+(?:\.|$)")
_WORD = re.compile(r"[\w’'&/(),-]+(?=\s|$)")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)? [A-Z]")  # "2024 Annual Return The Clerk showed it."
_SENTENCE_WORDS = 4
_NOTHING_TOLD = re.compile(r"(?:NO|NONE|NIL|NOTHING|N/A|CLLRS?|COUNCILLORS?|MRS?|MS|DR|THE)\b")
# With these, beside a number, what is said after a dash is no part of it: "1. Apologies – Una Keld"
USUAL = re.compile(
    rf"{STANDING.pattern}|apologies|welcome|(?:treasurer|secretary|chair|clerk)|finance|planning|A\.O\.(?:C\.)?B\.?"
    r"|next meeting",
    re.IGNORECASE,
)


# "Quarter ending June 30, 2024", "March 2024", "Year to date"
_PERIOD = re.compile(
    rf"(?:(?:for )?(?:the )?(?:(?:first|second|third|fourth|1st|2nd|3rd|4th) )?"
    rf"(?:quarter|period|month|year|half[- ]year)\b"
    rf"[^.;:]{{0,30}}|(?:{_MONTH} )?(?:\d{{1,2}},? )?(?:{_MONTH} )?(?:19|20)\d\d)(?: ?\([^()]{{1,20}}\))?",
    re.IGNORECASE,
)
_COLON_AND_DASH = re.compile(r":[–—-]\s")  # "Apologies:– Ada Brindle, Tom Orme"
_COLON_HEAD = re.compile(r"(?P<head>[A-Z][\w’' ]{2,60}):\s")  # "Welcome: the Chair greeted all", "Apologies: none"
# What stands under "1.2" as a title also where its text runs on.
STANDS = re.compile(
    r"(?:approval|adoption|roll call|minutes|apologies|declarations?|call to order|adjournment"
    r"|confirmation)\b",
    re.IGNORECASE,
)


# "2. Lease of the quay", and below it "Recommendation: Approve it", which may have run into one line
_OF_STAFF = re.compile(
    r"(?<=[\w)])\s+(?:Staff |Officer’s |Officers’ )?(?:Recommendations?|Recommended (?:Action|Motion)|Requested Action"
    r"|Action Requested|(?:Fiscal|Financial|Budget) Impact)(?=\s?:(?:\s|$))"
)


def without_advice(text: str) -> str:
    """A title less the label of what the staff advise, which stands below it."""
    advised = _OF_STAFF.search(text)
    return text[: advised.start()] if advised else text


def title_of(text: str, *, top: bool) -> str:
    """The title in a plain numbered line, which may go on: "Allotments – none", "Adjournment. Moved and seconded."

    Empty if the line has no title. At the `top` level a title may end with a stop, or run into its text after one.
    """
    text = _COLON_AND_DASH.split(without_advice(text.strip()), maxsplit=1)[0]
    if text.endswith(":") and len(text.split()) <= 10:
        text = text[:-1].rstrip()
    if top and (colon := _COLON_HEAD.match(text)) and USUAL.fullmatch(colon["head"]):
        return colon["head"]
    if top and (sorry := _APOLOGIES_HEAD.match(text)):
        return sorry["head"]
    if top and (run := _CAPITAL_HEAD.match(text) or _STANDING_HEAD.match(text) or _SPOKEN_HEAD.match(text)):
        title, rest = run["head"].rstrip(" –—-"), text[run.end() :]
        if len(rest.split()) >= _SENTENCE_WORDS and "." in rest and is_title_like(title):
            return title
    if top and (run_on := _run_on(text)):
        return run_on
    head = _TAIL.split(text, maxsplit=1)[0]
    dashed = _DASH.split(head, maxsplit=1)
    told = len(dashed) == 2 and len(dashed[1].split()) > 6 and len(dashed[0].split()) > (not top)
    if (told or (top and USUAL.fullmatch(dashed[0]))) and not _is_of_period(dashed):
        head = dashed[0]
    cut = _SHORT_HEAD.match(head) or _LONG_HEAD.match(head) if top and not _TO_LABEL.match(head) else None
    if cut and not _in_two_parts(head, cut):
        head = re.sub(r" [a-z\d]$", "", cut[cut.lastgroup or 0])  # "NEW BUSINESS a. Lease"
    head = head.rstrip(" .–—-") if top or len(head) < len(text) else head.rstrip(" –—-")
    return head if is_title_like(head) or (top and _WITH_NUMBER.fullmatch(head)) else ""


def _is_of_period(dashed: list[str]) -> bool:
    """Whether a report is told from others behind a dash by its period: "Treasurer’s report – quarter to 30 June"."""
    return len(dashed) == 2 and bool(
        re.search(r"\breports?$", dashed[0], re.IGNORECASE) and _PERIOD.fullmatch(dashed[1])
    )


def _in_two_parts(head: str, cut: re.Match[str]) -> bool:
    """Whether a title in capitals has a colon in it: "FERRY INCOME: YEAR ENDED 31ST MARCH 2024"."""
    begun, rest = cut[cut.lastgroup or 0], head[cut.end() :]
    if not head.isupper() or cut[0].rstrip()[-1] != ":" or USUAL.fullmatch(begun.strip()):
        return False
    return len(rest.split()) > 1 and not has_verb(rest) and not _NOTHING_TOLD.match(rest)


def _run_on(text: str) -> str:
    """The words before a sentence that nothing sets off from its title; empty where there is none."""
    if not (text[:1].isupper() or _YEAR_FIRST.match(text)):
        return ""
    led = _TO_LABEL.match(text)
    end = led.end() if led else 0
    for _ in range(BUSINESS_WORDS if _TO_DO.match(text) else TITLE_WORDS):
        word = _WORD.match(text, end)
        if not word:
            return ""
        end = word.end() + 1
        begins = _BEGINS.match(text, end) if word[0].casefold() not in _LEADS_ON else None
        told = _FIRST.match(text, end) if begins else None
        if begins and told and len(told[0].split()) >= _SENTENCE_WORDS:
            head = text[: word.end()].rstrip(" –—-")
            return head if (begins["named"] or _SAID.search(told[0])) and is_title_like(head) else ""
    return ""
