"""The councils, trusts and societies that a text names, by how such names are written."""

import re
from collections.abc import Iterator

from extract.bodies.words import (
    BARE,
    BODY_WORD,
    CAPITALISED,
    COUNCIL_KIND,
    KIND_OF_MEETING,
    LEADING,
    LINK,
    capitalised,
)
from extract.dates import MONTH

# What a board of a city is for, "City of Fenwold Historic Preservation Commission": no part of the city's name
_AFFAIRS = (
    r"Planning|Zoning|Historic|Select|Parks|Recreation|Library|Police|Fire|Public|Human|Arts|Ethics|Finance|Transportation"
    r"|Economic|Redevelopment|Conservation|Environmental|Utilities|Airport|Advisory|Design|Charter|Budget|Cemetery"
)
# "THE CITY OF EXAMPLE DOES ORDAIN": in a line of capitals the verb looks like a part of the name.
_PLACE = (
    r"(?!(?:Does|Do|Did|Is|Are|Was|Has|Have|Shall|Will|May|Ordains?|Resolves?|Hereby|Amending|Adopting|Establishing"
    rf"|Authori[sz]ing|Regarding|Relating|Providing|Regular|Special|Annual|Ordinary|Extraordinary|Minutes|Meeting"
    rf"|Board|Committee|Court|Senate|Council|Cabinet|Commission|{_AFFAIRS})\b){CAPITALISED}(?!/)"
)
# Of what an association is one: a word of its name, and not what stands behind that
MEMBER = (
    r"(?!(?:Annual|Board|Committee|Council|Executive|Extraordinary|General|Management|Meeting|Minutes|AGM|Notes|Report"
    rf"|Regular|Special|Trustees|Agenda)\b|(?i:{MONTH})\b){CAPITALISED}"
)
_BODIES = (
    "Overview|Scrutiny|Planning|Licensing|Cabinet|Audit|Health|Council|Executive|Standards|Pensions?|Schools|Children"
    "|Minutes|Meeting|Agenda|Draft"
)
# "Fenwold with Mill St Oda Parish Council", "Tarn, Fenwold and Mill Community Council": of several places
_PLACES = (
    rf"(?:(?!(?:Agreement|Communication|Consultation|Contact|Correspondence|Discussions?|Engagement|Joint"
    rf"|Liaison|Links|Meetings?|Negotiations?|Partnership|Relations?|Talks|Work|Working)\b)"
    rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}} with"
    rf"|(?<![^\n])(?:{CAPITALISED}(?: {CAPITALISED})?, ){{1,3}}{CAPITALISED}(?: {CAPITALISED})? (?:and|&))"
    rf" (?:{CAPITALISED} ){{1,4}}(?:Parish|Town|Community) Council\b"
)
_ORGANISATION = re.compile(
    rf"(?=[A-Z])\b({_PLACES}|(?:{CAPITALISED} ){{1,4}}University(?= Council\b)"
    # but not "City of Fenwold Minutes of a Meeting of Council"
    rf"|(?:(?:St|Mt)\. )?{CAPITALISED}(?:[ -](?:(?!(?:Meeting|Minutes)\b){CAPITALISED}|{LINK})){{0,24}}?[ -]"
    rf"(?:{COUNCIL_KIND} Council|Council\b(?! Meeting| Chamber| Tax)|NHS (?:Foundation )?Trust"
    r"|Integrated Care (?:Board|Partnership|System)|Clinical Commissioning Group|Integration Joint Board"
    r"|Conservation District|(?:Health|Drainage|Water|Harbour) Board|Harbou?r (?:Improvement )?Commissioners"
    # "Fenwold Society of Bell Ringers and Friends"
    rf"|(?:Association|Federation|Society|Institute|(?:(?<=International )|(?<=World )|(?<=National ))Organi[sz]ation)"
    rf" (?:of|for) (?:the )?{MEMBER}"
    rf"(?:,? (?:(?:and|of|the|&) )*{MEMBER}){{0,6}}"
    r"|Healthwatch|Health Watch|Consortium|Association|Students?[’'] Union|MBC|MDC|CBC"
    r"|Federation|Society|IPS"
    r"|University(?!(?:(?<=The University)|(?<=Technological University)|(?<=National University)) of (?:the )?[A-Z])"
    r"|College|School(?: District(?! (?:No\.|Number|#) ?\d)|(?! (?:Committee|Board)\b))|Academy"
    r"|Trust(?: Limited| Ltd)?|Authority(?! of [A-Z])"
    # and "Fenwold Libraries and Mills Trust"
    r"|Libraries(?: IPS)?(?! (?:and|&) (?:[A-Z]\w+ ){1,2}Trust\b)"
    r"|Foundation(?! Trust)|Institute|Constabulary|(?:Homes|Housing|Housing Group) (?:Limited|Ltd))\b"
    r"(?! (?:NHS|Hospitals?|Teaching|Health|Trust|Academy|Council|College|School|Association|Foundation|District"
    r"|PTA|PTO|PTSA|PFA|Students?[’'] Union)\b)"
    rf"|(?:Technological|National) University of (?:the )?{_PLACE}(?: (?!(?i:{MONTH})\b){_PLACE}){{0,2}}"
    # "At a meeting of the Proprietors of the Fenwold Navigation"
    rf"|(?<=Proprietors of the ){CAPITALISED}(?: (?:and )?{CAPITALISED}){{0,3}}"
    r" (?:Bridge|Canal|Gas ?works|Harbour|Navigation|Railway|Turnpike|Waterworks)(?: Company)?"
    # "University of Fenwold, Larkhaven"
    rf"|University of (?:the )?(?:{_PLACE} ){{0,2}}{_PLACE}, {CAPITALISED}(?: {CAPITALISED})?(?=\n|\Z)"
    rf"|Housing Authority of (?:the )?(?:(?:City|County|Town) of )?{_PLACE}(?: (?!(?i:{MONTH})\b){_PLACE}){{0,2}}"
    rf"|(?:City and County|College|University|City|Town|Village|County|Shire|(?:Rural )?Municipality|Township"
    rf"|Port(?! of (?:Call|Entry)\b)|(?:Regional |(?<!Municipal )(?<!Metropolitan )(?<!Regional ))District) of {_PLACE}"
    rf"(?: (?!(?i:{MONTH}|no)\b){_PLACE}){{0,2}}(?: No\.? ?\d{{1,4}}\b)?"
    rf"|(?:(?:Common|Union|Free|Central|Consolidated|Independent|Rural|Elementary|High|Public) ){{0,3}}"
    rf"School District (?:No\.|Number|#) ?\d{{1,3}}(?: \({CAPITALISED}(?: {CAPITALISED}){{0,3}}\))?"
    rf"|(?:{CAPITALISED} ){{0,3}}Museums? of (?:the )?{_PLACE}(?: {_PLACE}){{0,2}}"
    rf"|(?:(?:London|Royal|Metropolitan) )?Borough of {CAPITALISED}"
    rf"(?:(?: and)? (?!(?:{_BODIES})\b){CAPITALISED}|[ -](?:upon|on|under)[ -]{CAPITALISED})?"
    rf"|(?:Department|Ministry) (?:for|of) {CAPITALISED}(?:(?:,| and|, and| &)? {CAPITALISED})*?"
    # "Department for Boats, Mills and Forges", whose first comma does not end the name
    rf"(?=,(?! {CAPITALISED}(?:,? {CAPITALISED}){{0,3}},? (?:and|&) [A-Z])"
    r"|\.|’|'|\s(?!and\b|&)[a-z(–-]|\s(?:Open|Annual|Strategy|Report|Business|Plan|Review)\b|$)"
    rf"|Office of the Police and Crime Commissioner for {CAPITALISED}(?: {CAPITALISED})?"
    r"|(?:Home|Cabinet|Foreign) Office\b"
    rf"|Healthwatch (?:(?!(?:Board|Committee|Meeting|Minutes|Annual|Advisory|Steering|Group)\b){CAPITALISED}"
    rf"(?: (?:(?:and|of) )?(?!(?:Board|Committee|Meeting|Minutes|Annual|Advisory|Steering|Group)\b){CAPITALISED})"
    r"{0,3}))"
)
_ADVERB = re.compile(r"[A-Z][a-z]+ly (?:the|our) ")  # "Financially the Association is sound"
# "Committee on Libraries", "County Committee on School Districts"
_OF_BODY = re.compile(r"^(?:Committee|Commission|Panel|Forum|Group|Team|Board)\b|\b(?:Committee|Commission) on\b")
_BODY_OF = re.compile(rf"^.*\b(?:{BODY_WORD}(?: (?:General )?Meeting)?|Members|General Meeting|AGM) of (?:the )?")
# "Report on Fenwold School", which is about the school
ABOUT = re.compile(
    r"^(?:(?:Briefing|Correspondence|Discussion|Donation|Feedback|Grant|Letter|News|Presentation|Proposal|Report|Request"
    r"|Response|Review|Talk|Update|Visit)s? (?:about|at|from|on|regarding|to|with) (?:the )?)+"
)


def named(source: str) -> Iterator[tuple[str, str, str]]:
    """The organisations that a text names, as printed, each with what stands before and after it on the line."""
    text = "\n".join(map(capitalised, source.split("\n")))
    for match in _ORGANISATION.finditer(text):
        name = less_body(match[1].strip())
        spoken = BARE.fullmatch(name) or _OF_BODY.search(name) or _ADVERB.match(name)
        if 1 < len(name.split()) <= 9 and not spoken:
            at = match.end() - len(name)
            after = text[match.end() :].split("\n", 1)[0]
            yield name, text[text.rfind("\n", 0, at) + 1 : at].strip(), after.strip()


def less_body(name: str) -> str:
    """ "Scrutiny Commission of Example County Council" is a body of the organisation."""
    return KIND_OF_MEETING.sub("", _BODY_OF.sub("", ABOUT.sub("", LEADING.sub("", name))))
