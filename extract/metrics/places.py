"""Places: the area or organisation that a figure is for.

Built in are the nations and the nine English regions; all other places are names that the document itself uses as
such: "in Fenwold", "Fenwold Library", "the Fenwold Trust". Where a sentence names none, what stands around it may
(`extract.metrics.setting`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from extract.dates import MONTH
from minutes.model import Document

REGIONS = (
    "North East", "North West", "Yorkshire and the Humber", "Yorkshire and Humber", "East Midlands", "West Midlands",
    "East of England", "South East", "South West", "Greater London",
)  # fmt: skip
NATIONS = (
    "England and Wales", "England", "Wales", "Scotland", "Northern Ireland", "Great Britain", "United Kingdom", "UK",
)  # fmt: skip
# What a name ends in that is a place or runs one.
_ENDINGS = (
    "Council|County|Borough|District|City|Town|Village|Parish|Region|Trust|School|Academy|College|University|Library"
    "|Libraries|Hospital|Surgery|Park|Station|Bridge|Meadows?|Lane|Street|Road|Avenue|Hall|House|Farm|Island|Forest"
    "|Valley|Prison|Museum|Theatre|Church|Harbour|Airport|Tunnel|Campus|Gallery|Quay|Pier|Fields"
    "|(?:Arts|Community|Day|Health|Information|Leisure|Medical|Shopping|Sports|Visitor|Youth) Centre|Cemetery"
    "|Pavilion"
    "|Crescent|Estate|Terrace|Elementary|Primary|Playing Field|Recreation Ground|Lido"
    "|Ltd|Limited|Foundation|Agency|Constabulary"
)
# What a name ends in that is neither, though it stands after "in" or "across".
_NO_END = re.compile(
    r"\b(?:Accounts?|Act|Affairs|Agenda|Agreement|Awards?|Band|Bids?|Bill|Board|Budget"
    r"|(?<!Arts )(?<!Community )(?<!Day )(?<!Health )(?<!Information )(?<!Leisure )(?<!Medical )(?<!Shopping )"
    r"(?<!Sports )(?<!Visitor )(?<!Youth )Centre|Commission|Committee|Commons"
    r"|Books|Contribution|Culture|Grants|Hours|Innovation|Issues|Journey|Lecturers?|(?<!Somerset )Levels?|Literature"
    r"|Meals|Members|Notice|Scale"
    r"|Signs|(?:Site|Managing) Agent"
    r"|Community|Consultation|Council Tax"
    r"|Debate|Directorate|Forum|Framework|Funds?|Debit|Governance|Group|Grant|Guidance|Index|Indicators?|Lords|Meeting|Mayor"
    r"|Network|Office|Panel|Plan|Policy|Priority|Process|Programme|Project|Register|Report|Review|Scheme"
    r"|Service|Services"
    r"|Auditor|Councillor|Engineer|Judge|Manager|Nurse|Officer|Surveyor|Valuer"
    r"|Programs?|Settlement|Standards?|Statement|Strategy|System|Tables?|Target|Team|Tax|Unit|Week|Year|Data|Care|Education)\Z"
)
_NAME = r"[A-Z][\w’'&-]*\w(?:\s(?:(?:and|&|of|the|upon|on|cum|under|le)\s){0,2}[A-Z][\w’'&-]*\w)*"
_ENDED = re.compile(rf"\b(?P<name>{_NAME}\s(?:{_ENDINGS})(?:\s(?:of\s)?[A-Z]\w+){{0,2}})\b")
_AFTER = re.compile(
    r"\b(?:in|across|within|throughout|around|near|at|covering|(?:residents|tenants) of)\s(?:the\s)?"
    r"(?:(?:city|county|town|borough|district|village|parish|area|port|Isle) of\s)?"
    rf"(?!Reading,? (?:and )?(?:[Ww]riting|[Mm]ath))(?P<name>{_NAME})"
)
# "In Fenwold, 41% were let": where a sentence begins
_AT_HEAD = re.compile(rf"\W*(?:Across|At|In|Within) (?P<name>{_NAME})(?=,)")
# "the lowest was Fenwold at 48%", "the Fenwold fire station".
_SUPERLATIVE = re.compile(
    rf"\b(?:highest|lowest|longest|shortest|largest|smallest|biggest|best|worst)\b[^.;,\d]{{0,30}}?\b(?:was|were|is"
    rf"|being|at)\s(?:the\s)?(?P<name>{_NAME})(?=\s(?:at|with|\(|on)|\s?\()"
)
_BUILDING = re.compile(
    rf"\b(?P<name>{_NAME}\s(?:fire station|police station|leisure centre|health centre|library|depot"
    r"|bus station|community centre|pumping station|railway station|recycling centre|sports centre|swimming pool"
    r"|village hall|care home|primary school|corridor|estate|ward))\b"
)
_CENTRE = re.compile(r"\bthe (?P<name>(?:town|city|village) centre|(?:north|south)[- ](?:east|west))\b")
# "The Lido sold 4,000 tickets", "that the Friends had 31 members": whoever has or did what was counted.
_HAVING = re.compile(
    rf"(?:^|[,;:]\s|\b(?:that|and|while|where)\s)[Tt]he\s(?P<name>{_NAME})\s(?:also\s|now\s|still\s)?"
    r"(?:receive[sd]?|has|have|had|saw|shared|recorded|achieved|employs?|serves?|carries|attracted|spends?|spent"
    r"|attended|maintains?|raised|used|opened|sold|answered|handled|completed|owns?|runs?|ran)\s"
)
# "as WCC need to save £4m", where the document says elsewhere which council that is
_LETTERS_HAVING = re.compile(r"\b(?P<letters>[A-Z]{3,6})\s(?:also\s|now\s|still\s)?(?:needs?|has|have|had)\sto\s")
# "FHB received £40,000", "WGA was awarded £3m": whoever is called by its letters
_LETTERS_DOING = re.compile(
    r"(?:^|[.;:,•]\s|\b(?:that|and|but|while|as|comment|so)\s)(?P<letters>(?!VAT|PAYE)[A-Z]{3,6})\s"
    r"(?:(?:also|now|still|will|would|has|have|had)\s){0,2}"
    r"(?:receives?|received|spent|raised|lost|attended|interview(?:ed)?|recruited|passed|pays?|paid|(?:is|are) running"
    r"|(?:has|have|had) (?=(?:about |around |over |some )?[£$€]?\d)"
    r"|(?:was|were|been|be)\s(?:allocated|awarded|given|granted))\s"
)
_COUNCIL = re.compile(
    r"\b[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2}\s(?:County|City|District|Borough|Metropolitan|Parish|Town)\sCouncil\b"
)
_ACTING = re.compile(
    r"\b(?:Council|Committee|Board|Panel|Cabinet|Commission|Leader|Manager|Head|Group|Authority|Team|Government"
    r"|Executive|Trustees|Governors|Association|Society|Clerk|Commissioner|Constable|Headteacher|Inspector|Mayor|Minister"
    r"|Officer|President|Principal|Secretary|Superintendent|Treasurer|Warden)\Z"
)
# "the initial Scottish grant", but not "the Scottish Government"
_ADJECTIVE = re.compile(r"\b(?P<adjective>Scottish|Welsh)\s(?=[a-z])")
_AVERAGE = re.compile(r"(?:average|mean|median|figure|rate|level|target|universit)")
# "the Fenwold average was 63%"
_AVERAGE_OF = re.compile(r"\b[Tt]he (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) average\b(?! (?:wait|time|age|cost))")
_NATION = {"Scottish": "Scotland", "Welsh": "Wales"}
_OWNER = re.compile(  # whose board a "Mill Foundation Board" is
    rf"(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*?\s(?:{_ENDINGS}|Authority|Association|Society|Federation))\b"
)
_GOVERNED = re.compile(
    r"\b(?:[Gg]overning (?:[Bb]ody|[Bb]oard)|[Gg]overnors|[Ll]ocal (?:[Aa]cademy )?[Bb]oard|[Aa]cademy [Cc]ouncil)"
    rf" (?:of|for|at) (?:the )?(?P<name>{_NAME})$"
)
_POLICED = re.compile(rf"(?P<name>{_NAME}) (?:Police(?:,? Fire)? and Crime|Fire and Rescue)\b")
_IN_TITLE = re.compile(rf"\s*[^\n]{{0,120}}?\b(?P<nation>{'|'.join(NATIONS)})\b")
_GIVEN = re.compile(rf"\b(?P<given>{'|'.join(REGIONS + NATIONS)})\b")
_WIDER = re.compile(
    r"\b(?P<national>nationally|(?-i:nationwide)|countrywide|national(?=\W*(?:\d|$)|\s(?:average|mean|median"
    r"|figure|gap|rate|level|total"
    r"|comparator|benchmark|target|ambition|expectation|aim|settlement|performance|position|standard|picture|at|is"
    r"|was)\b|\s(?:[a-z]+\s){1,2}(?:average|rate)\b))\b"
    r"|\b(?P<regional>regionally|regional(?=\s(?:average|mean|median|figure|rate|level|total|comparator|benchmark)\b))"
    r"|\b(?P<peers>statistical neighbours?|(?:other|neighbouring) (?:local )?(?:authorities|councils)"
    r"|neighbouring (?-i:[A-Z])\w+|local authority(?=\s\d)"
    r"|(?:authority|borough|city|district|divisional|sector|state|ward)"
    r"(?= (?:average|mean|median|target|figure)\b)"
    r"|the force area as a whole|the core cities"
    r"|(?:group of )?most similar (?:forces|authorities|councils)|the \w+ counties)\b"
    r"|\bacross the (?P<around>region|country)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?<!\bfrom )(?<!\bby )(?<!\bwith )"
    r"\bthe\s(?P<kind>county|town|city|borough|district|parish|village)(?:’s|'s)?\b"
    r"(?!\s(?:tax|council|hall|centre)|\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"\b(?:in|within) the region(?! of\b)|\b(?:across|in|of|on) the region(?=[’']s\b)"
    r"|\b(?P<compared>(?:against|compared (?:to|with)|than) [^.;, ]+ for) the region\b"
    r"|^The region(?= (?:is|has|had|was|received|recorded|saw|spent)\b)"
)  # not "in the region of £2m"
_SMALL = re.compile(r"\b(?:Town|Parish|Community|Village|District|Borough)\b")
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Months?|Weeks?|Days?|Spring|Summer|Autumn|Winter|Q\d|Quarters?|Years?|Phase"
    r"|Excel|PowerPoint|Appendix|Annex|[A-Z]{1,3}\d{1,3}"
    r"|Section|Table"
    r"|Figure|Item|Minute|Paragraph|Part|Schedule|Chapter|Standing|English|Maths|Mathematics|Writing|GCSE|Key|KS\d|EYFS"
    r"|Level|Stage|Tier|Government|Parliament|Cabinet|Chair\w*|Vice|Members?|Officers?|Directors?|Councillors?"
    r"|Cllrs?|Mr"
    r"|Mrs|Ms|Dr|Full|Treasurer|Clerk|Secretary|Convener|President|This|These|Those|It|He|She|We|They|There|All|Any"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Reception|Nursery|Reports? of|Membership of|Remarks"
    r"|Adults?|Children(?:[’']s)?|Public|Health|Finance|Additional|Further|Extra|Existing|Another"
    r"|Direct|Money Market|Question|Student|Teams|Zoom"
    r"|Christmas|Easter|Covid|COVID|AOB|Scrutiny|Total|Budget|Local Authorit\w+|Primary|Secondary|Mainstream"
    r"|Early|Social"
    r"|Beat|Chancellor|Fall|Freshers?|PayPal|Precept|Savings|Chequing|Work Program"
    r"|(?:Accounting|Astronomy|Biology|Chemistry|Computer Science|Economics|Engineering|Geography|History|Law|Medicine"
    r"|Nursing|Philosophy|Physics|Planting|Politics|Psychology|Sociology|Statistics)(?=\Z|\s(?:and |& )?[A-Z])"
    r"|Business|Services?|Action|Ofsted|CQC|Department|Ministry|Housing Association|RESOLVED|Resolved|Section)\b"
)
# "County Council", "Primary School": a kind, and no name.
_ONLY_KIND = re.compile(
    rf"(?!\w+ (?:Road|Lane|Street|Avenue)\Z)"
    rf"(?:(?:{_ENDINGS}|Community|Unitary|Couty|Primary|Secondary|Infant|Junior|High|Grammar|Special|Wildlife"
    rf"|Care|Village|Charity|Regional|Municipal|Technical|Advisory)\s?)+\Z"
)
# What stands after a name that is no part of it: "Fenwold College Remarks May", "Fenwold Library Opening Hours"
_TAIL = re.compile(
    r"(?:\s(?:Although|Despite|However|It|No|Notice|Opening Hours|Service Costs|Since|They|This|We|Remarks"
    rf"|(?i:{MONTH})))+$"
)
_RUNS = re.compile(r"(?:Road|Street|Lane|Avenue|School|Park|Bridge|Terrace|Crescent|Library|Hall)\Z")
# What a name of one thing says of another: "Signs on Mill Road", "Report on Mill School"; not "Barton on Sea School"
_ON = re.compile(
    r"(?:(?:\w[\w’'-]* ){2,}|(?:Debate|Lights?|Note|Parking|Presentation|Repairs?|Report|Signs?|Speeding|Traffic|Update"
    r"|Works?) )on (?:the )?(?=[A-Z])"
)
# "Keeper of the Old Mill", "Care of the Warden": who or what is of something, and is no place
_OF_NO_PLACE = re.compile(
    r"(?:[A-Z][\w’'-]* )*(?:Award|Back|Captain|Chair|Chief|Clerk|Dean|Director|Draft|Edge|End|Friends?|Front|Hands|Head"
    r"|Keeper|Leader|List|Master|Minutes|Owners?|Patron|Plans?|President|Ranger|Rear|Rector|Reports?|Secretary|Side|State"
    r"|Treasurer|Use|Users|Vicar|Volume [IVX]+|Warden|Winners?) of\b"
)
# Letters of whoever speaks next, or a verb in capitals: "Keld Wind Farm JS", "Keld Council APPROVED"
_SPEAKS_NEXT = re.compile(rf"\b(?:{_ENDINGS})(?P<next>(?:\s[A-Z]{{2,}})+)$")
# How a sentence begins before a name: "The", and "In May" of "In May Fenwold Parish Council gave a grant".
_LED = re.compile(
    r"(?:[A-Z]{2,6}\s)?The\s|(?:Although|And|As|But|Despite|If|Since|That|Though|When|Whether|While)\s(?:[Tt]he\s)?"
    r"|(?:In|During|Since|From|By|Last|This)\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s(?:The\s)?"
)
_PARTED = re.compile(r"[;/](?<!\d/(?=\d))|\b(?:compared|against|than|while|whilst|but|whereas)\b")
# "an England figure of 73%", "(England: 7.4%)": a wider place that stands at the next figure is not that of the last.
_GOES_TO_NEXT = re.compile(
    r"(?:’s|'s)?\W{0,2}(?:(?:average|figure|rate|mean|median|level|position|total)\b\W*)?(?:(?:of|is|was|being|at)\b\W*)?"
    r"(?:about |around |over )?[£$€]?\d",
    re.IGNORECASE,
)
_AT = re.compile(r"%?(?:\s[a-z]+){0,5}?\s(?:in|at|for|from|across|within)\s(?:the\s)?")
_MEASURED_FROM = re.compile(
    r"\b(?:above|below|under|higher|lower|better|worse|more|less|fewer|ahead|behind|short|outside|within)\b",
    re.IGNORECASE,
)
_TOWARDS = re.compile(rf"\b(?:for|to|from|of|around|near)\s(?P<name>{_NAME})")
# A place that is known as "Orme and Fenwold" stands as "Orme & Fenwold", too.
_AND, _AND_OR_SIGN = r"\ and\ ", r"\ (?:and|&)\ "
_SPOKEN_OF = 4  # times that a place is named which stands after "in" or "across" only once
_HEAD = 400  # characters that hold the title of a document
_FAR = 160  # as far as a place is sought from a figure, in characters with their surcharges


@dataclass(frozen=True)
class Place:
    """A place and where in the text it is named; `wider` where others are compared with it (a nation, peers)."""

    start: int
    end: int
    name: str
    wider: bool = False


def places_in(
    text: str,
    known: frozenset[str] = frozenset(),
    home: str | None = None,
    lettered: Mapping[str, str] = MappingProxyType({}),
) -> list[Place]:
    """The places that a text names, from left to right.

    `known` are names that the document uses as places elsewhere; `home` is the organisation that "the county" means;
    `lettered` are the councils that the document names in full, by their letters.
    """
    found: list[Place] = []
    for match in _WIDER.finditer(text):
        named = match["peers"] or match["around"]
        name = named or ("national" if match["national"] else "regional")
        found.append(Place(match.start(), match.end(), name.removeprefix("neighbouring "), wider=True))
    for pattern in (_AFTER, _ENDED, _SUPERLATIVE, _BUILDING, _CENTRE):
        for match in pattern.finditer(text):
            goes_on = re.match(r"\s([A-Z]\w+)", text[match.end("name") :])  # "City Region Transport Settlement"
            if not (goes_on and _NO_END.search(goes_on[1])):
                found += _named(match.start("name"), match["name"], found)
    if head := _AT_HEAD.match(text):
        found += _named(head.start("name"), head["name"], found)
    for match in _GIVEN.finditer(text):
        if _alone(text, match.span(), found):
            found.append(Place(match.start(), match.end(), match["given"], wider=True))
    for match in _AVERAGE_OF.finditer(text) if "average" in text else ():
        if _alone(text, match.span("name"), found) and not _NO_PLACE.match(match["name"]):
            found.append(Place(*match.span("name"), match["name"], wider=match["name"] not in (home or "")))
    for match in _HAVING.finditer(text):
        start, name = match.start("name"), match["name"]
        taken = any(p.start < match.end("name") and start < p.end for p in found)
        own = _ONLY_KIND.match(name) and name in (home or "")  # "the Trust had"
        if not (taken or own or _NO_PLACE.match(name) or _NO_END.search(name) or _ACTING.search(name)):
            found.append(Place(start, match.end("name"), name))
    for match in _LETTERS_HAVING.finditer(text) if lettered else ():
        if full := lettered.get(match["letters"]):
            found.append(Place(*match.span("letters"), full))
    for match in _LETTERS_DOING.finditer(text):
        if not any(p.start < match.end("letters") and match.start("letters") < p.end for p in found):
            letters = match["letters"]
            found.append(Place(*match.span("letters"), lettered.get(letters, letters)))
    for match in _ADJECTIVE.finditer(text):
        compared = _AVERAGE.match(text, match.end())
        found.append(Place(match.start(), match.end() - 1, _NATION[match["adjective"]], wider=bool(compared)))
    for match in _any_of(known).finditer(text) if known else ():
        if _alone(text, match.span(), found):
            found.append(Place(match.start(), match.end(), match[0]))
    for match in _REGION.finditer(text):
        found.append(Place(match.end() - len("the region"), match.end(), "the region", wider=bool(match["compared"])))
    for match in _KIND.finditer(text) if home else ():
        found.append(_of_kind(match, home or ""))
    return sorted(found, key=lambda place: place.start)


# "24/00871/FUL – Mill Farm, Orme", and not "24/00871/FUL – Erection of a barn" or "24/00871 – Budget"
_SITE = re.compile(
    r"(?:.{0,20}?\b)?(?:[A-Z]{1,4}/(?:19|20)?\d\d/\d{3,6}|(?:19|20)?\d\d/\d{3,6}/[A-Z]{2,6})\s?[:–—-]\s"
    r"(?!(?i:change|construction|conversion|demolition|erection|extension|installation|new|outline|proposed|removal"
    r"|replace|retention|retrospective|single|two|use|variation|works))(?P<site>(?:\d{1,4}\w? )?[A-Z][^:;()–—]{3,70})"
)
_WITHIN_NAMES = frozenset("a across and at by for from in of on or the to under upon within".split())


def site_of(title: str) -> Place | None:
    """The site that the heading of an application gives behind its reference."""
    told = _SITE.match(title)
    return Place(*told.span("site"), told["site"].strip()) if told else None


def in_small_letters(title: str) -> str:
    """A heading in capitals as it would be written in a sentence: "Repairs at Mill Lane"."""

    def written(word: re.Match[str]) -> str:
        small = word[0].lower()
        return small if small in _WITHIN_NAMES else small.capitalize()

    return re.sub(r"[^\W\d_][^\W\d_’']*(?:[’'][A-Z]+)?", written, title)


@lru_cache(8)  # a document's are asked for again with each of its sentences
def _any_of(known: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(rf"\b(?:{names.replace(_AND, _AND_OR_SIGN)})\b")


def _of_kind(match: re.Match[str], home: str) -> Place:
    """ "The county": the home itself, unless that is a town or parish within it."""
    own = match["kind"].title() in home or not re.search(
        r"\b(?:Town|Parish|Community|City|Borough|District|County)\b", home
    )
    name = home if own else f"the {match['kind'].casefold()}"
    wider = not own and match["kind"].casefold() == "county" and bool(_SMALL.search(home))
    return Place(match.start(), match.end(), name, wider)


def _named(start: int, name: str, found: list[Place]) -> list[Place]:
    """The place that a run of capitalised words names; none where it is a month, a rank or a kind only."""
    led = _LED.match(name) or (_ON.match(name) if " on " in name and _RUNS.search(name) else None)
    start, name = (start + led.end(), name[led.end() :]) if led else (start, name)
    if _NO_PLACE.match(name):
        return []  # "Q3", before what may be the mark of a footnote is taken off
    name = _TAIL.sub("", re.sub(r"(?:[’']s?|\d+)$", "", name))
    if speaks := _SPEAKS_NEXT.search(name):
        name = name[: speaks.start("next")]
    taken = any(p.start < start + len(name) and start < p.end for p in found)
    if " of " in name and _OF_NO_PLACE.match(name):
        return []
    if taken or len(name) < 2 or _NO_PLACE.match(name) or _NO_END.search(name) or _ONLY_KIND.match(name):
        return []
    if re.fullmatch(r"[A-Z]+[a-z]?[A-Z]+s?", name) and name not in NATIONS:  # "FHB", "DoE"
        return []
    return [Place(start, start + len(name), name, wider=name in REGIONS or name in NATIONS)]


def _alone(text: str, span: tuple[int, int], found: list[Place]) -> bool:
    """Whether a name is not a part of a longer one ("NHS England", "South East Water")."""
    if any(place.start < span[1] and span[0] < place.end for place in found):
        return False
    before = re.search(r"\b([A-Z]\w*)\s(?:of\s)?$", text[: span[0]])
    led = before and before[1].casefold() not in ("in", "for", "the", "across", "while", "of", "and", "with", "within")
    return not led and not re.match(r"\s(?:and\s)?[A-Z][a-z]", text[span[1] :])


def known_places(document: Document) -> frozenset[str]:
    """The names that stand after "in", "across" or "within" at least twice, and so are places wherever they stand.

    Once is enough for one that stands after "for", "to" and the like again and again.
    """
    counts = _counts(document.text)
    often = Counter(match["name"] for match in _TOWARDS.finditer(document.text))
    spoken_of = _mentions(document.text, counts)
    return frozenset(
        name for name, count in counts.items() if count >= 2 or often[name] >= 2 or spoken_of[name] >= _SPOKEN_OF
    )


def councils_by_letters(document: Document) -> dict[str, str]:
    """The councils that a document names in full and by their letters, too, less letters that stand for two."""
    named = {re.sub(r"\s+", " ", match[0]) for match in _COUNCIL.finditer(document.text)}
    letters = Counter("".join(word[0] for word in name.split()) for name in named)
    by_letters = {"".join(word[0] for word in name.split()): name for name in named}
    return {short: name for short, name in by_letters.items() if letters[short] == 1 and short in document.text}


_BREAK = re.compile(r"\b")


def _mentions(text: str, names: Iterable[str]) -> Counter[str]:
    """How often each of the names stands in the text, in one reading of it: years of minutes hold hundreds of names."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_first[re.split(r"\W", name, maxsplit=1)[0]].append(name)
    return Counter(
        name
        for word in re.finditer(r"\b[A-Z]\w*", text)
        for name in by_first.get(word[0], ())
        if text.startswith(name, word.start()) and _BREAK.match(text, word.start() + len(name))
    )


def _counts(text: str) -> Counter[str]:
    return Counter(
        place.name
        for match in re.finditer(rf"\b(?:in|across|within|throughout)\s(?P<name>{_NAME})", text)
        for place in _named(0, match["name"], [])
        if not place.wider and len(place.name.split()) <= 4
    )


def home_of(document: Document, organisation: str | None, body: str | None = None) -> str | None:
    """The organisation whose document it is, in full where the document says what its letters stand for.

    The governors of a school are those of the school, whichever trust it is in, and a panel for the police is that of
    their area, whichever council holds it.

    Where no organisation is known, what the name of the body says of it ("Fenwold Police and Crime Panel", "Mill
    Foundation Board"), else the one place that the document speaks of time and again, else the nation in its title.
    """
    if of_body := _GOVERNED.search(body or "") or _POLICED.match(body or ""):
        return of_body["name"]
    if not organisation:
        whose = next((name for name in _counts(document.text) if re.match(rf"{re.escape(name)}\b", body or "")), None)
        named = _OWNER.match(body or "")
        if whose or (named and not _ONLY_KIND.match(named["name"])):
            return whose or (named["name"] if named else None)
        (name, count), (_, second) = [*_counts(document.text).most_common(2), ("", 0), ("", 0)][:2]
        if count >= 3 and count >= 2 * second and re.search(rf"\b{re.escape(name)}\b", document.text[:_HEAD]):
            return name
        titled = _IN_TITLE.match(document.text)
        return titled["nation"] if titled else None
    if not re.fullmatch(r"[A-Z]{2,6}", organisation):
        return None if _ONLY_KIND.match(organisation) else organisation
    letters = r"\s(?:(?:and|of|for|the)\s)?".join(rf"{letter}\w+" for letter in organisation)
    full = re.search(rf"\b{letters}\b", document.text)
    return re.sub(r"\s+", " ", full[0]) if full else organisation


# "12 in Fenwold, at Orme 22": a place that leads to the next figure
_LEADS_TO_NEXT = re.compile(
    r"(?:\sthere)?(?:\s(?:we|it|they|and|had|has|have|was|were|is|are|about|around|over)\b){0,3}\s[£$€]?\d"
)
# "12 (9%) live in Fenwold and 31 (22%) in Orme": what is told of the second as of the first
_AND_NEXT = re.compile(r"(?:,? and|,? while|,|;)\s(?:about |around |over |another |a further )?[£$€]?")
_IN_CLAUSE = re.compile(r"(?:[^.;:]|\.(?=\d)){0,60}?\s(?:across|at|from|in|within)\s(?:the\s)?")
_IN_BRACKETS = re.compile(r"[^()]*\)")


_GIVERS = re.compile(r"(?:Association|Bank|Council|Foundation|Lottery|Society|Trust)\Z")
_GIVEN_FOR = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication)|award\w*|donat\w+|fund(?:s|ed|ing)|gifts?|grants?|includ\w+|legac(?:y|ies)|obtained"
    r"|receiv\w+|secured|won)\b(?:[^.;]|\.(?=\d)){0,160}[£$€]?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"[^.;:,\d]{0,40}\bfrom (?:the )?")


def is_giver(place: Place, text: str, figure: tuple[int, int]) -> bool:
    """Whether a sum only comes from a place: "a grant of £40 from the Fenwold Trust"."""
    after = place.start >= figure[1] and bool(_GIVERS.search(place.name))
    return after and bool(_FROM.fullmatch(text, figure[1], place.start) and _GIVEN_FOR.search(text, 0, figure[0]))


def place_at(places: list[Place], text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> Place | None:
    """The place that a figure is for: the nearest, where clauses and other figures count as distance."""
    near = [
        (
            _distance(place, text, figure, others) + 60 * any(_bound(place, text, other) for other in others),
            place.start,
            place,
        )
        for place in places
    ]
    ahead = [one for one in near if one[2].start >= figure[1] and _stands_at(one[2], text, figure, others)]
    if ahead and any(
        not place.wider and _AND_NEXT.fullmatch(text[place.end : figure[0]])
        for place in places
        if place.end <= figure[0]
    ):
        return min(ahead, key=lambda one: one[:2])[2]
    best = min(near, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] < _FAR else None


def _stands_at(place: Place, text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether a place is told of a figure in its own clause, past no more than its share or what it was spent on."""
    between = text[figure[1] : place.start]
    passed = sum(figure[1] <= other[0] < place.start for other in others)
    return passed <= 1 and not place.wider and bool(_IN_CLAUSE.fullmatch(between)) and not _PARTED.search(between)


def _distance(place: Place, text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> int:
    before = place.end <= figure[0]
    start, end = (place.end, figure[0]) if before else (figure[1], place.start)
    between = text[start:end]
    if not before and re.search(r"[;,]\s", between) and _is_of_next(place, text, between):
        return _FAR
    parted = len(_PARTED.findall(between))
    if not before and between.count("(") > between.count(")") and any(start <= other[0] < end for other in others):
        return _FAR  # "27% wrote of it (56% nationally)"
    if place.wider and before and _IN_BRACKETS.match(between):
        return _FAR  # "was 73% (UK 75%) and 460 more were laid up"
    if place.wider and (_is_next(place, text, between) if not before else _only_compared(place, text)):
        return _FAR
    # "20.8%, lower than the national 21.6%", "5.4% apply, and the regional average is 4.4%".
    if place.wider and (parted or (not before and (len(between) > 40 or "," in between.removesuffix(", ")))):
        return _FAR
    passed = sum(start <= other[0] < end for other in others)
    if before and re.fullmatch(r"\W*(?:(?:In|Across|Within|For|At|Of)\s)?(?:the\s)?", text[: place.start]):
        return len(between) // 2 + 20 * passed + 40 * parted
    # "14.6% in Reading, and 19.1% nationally": what follows the next figure is not this one's.
    return len(between) + 50 * parted + 12 * between.count(", ") + (45 if before else 90) * passed


def _bound(place: Place, text: str, figure: tuple[int, int]) -> bool:
    """Whether a place stands at a figure before it: "94 weeks in Fenwold"."""
    return place.start >= figure[1] and bool(_AT.fullmatch(text[figure[1] : place.start]))


def _is_of_next(place: Place, text: str, between: str) -> bool:
    """Whether a place that comes after a figure stands in the next clause, or leads to the next figure."""
    clause = bool(re.search(r";\s(?:and )?(?:[Aa]t|[Ii]n) (?:the )?$", between))
    leads = re.search(r"[;,]\s(?:and |while )?(?:at|in) (?:the )?$", between)
    return clause or bool(leads and _LEADS_TO_NEXT.match(text, place.end))


def _is_next(place: Place, text: str, between: str) -> bool:
    """Whether a wider place after a figure belongs to the next one, or is only what the figure is measured from."""
    return bool(_GOES_TO_NEXT.match(text, place.end) or _MEASURED_FROM.search(between))


def _only_compared(place: Place, text: str) -> bool:
    """Whether a wider place before a figure only ends a comparison: "a lower rate than England: 68 offences"."""
    return bool(
        re.search(r"\b(?:than|as) (?:in |the |that of )*$", text[: place.start])
        and text[place.end : place.end + 1] == ":"
    )
