"""Whose document it is where its title names that right before the body or the meeting: "FQX Steering Group, 4 May"."""

import re

from extract.bodies.words import BODY_WORD, COUNCILLORS, OPENING, SHOUTED, head_of
from minutes.model import Document

TITLE = 3  # lines at the head, one of which is the title
ALONE = 3  # times that a coined word stands for itself, by which it is a name
MOSTLY = 4  # times as often as without a capital
# A name that is no usual word: by its letters, or with a capital inside it, "OpenTide", "TideUp", "OTGeo:UK"
_COINED = r"(?:[A-Z]{3,7}|[A-Z][a-z]+[A-Z]\w*|[A-Z]{2,}[a-z]+\w*)(?:[:-][A-Z]{2,5})?"
_OF_ALL = (
    r"(?:Technical Steering Committee|Steering (?:Committ?ee|Group|Council)|(?:Technical|Governance|Executive"
    r"|(?:Project )?Management) (?:Committee|Council|Board)|(?:Usage|Governing|Advisory) Board"
    r"|Board of (?:Directors|Trustees)|Board|Committee"
    r"|(?:[Cc]ommittee|[Bb]oard|[Ee]xec(?:utive)?)(?= (?:[Mm]eeting|[Mm]inutes|[Nn]otes)\b))"
)
_LED = r"^(?:.{0,80}?\b(?:[Mm]inutes|[Nn]otes|[Aa]genda|[Mm]eeting)\b.{0,30}?(?<!\w))??"
_GENERAL = (
    r"(?:[12]\d{3} )?(?:AGM|(?:Annual |Extraordinary |Special )?General Meeting|Annual (?:Members[’'] )?Meeting)\b"
)
_BEFORE_BODY = re.compile(rf"{_LED}(?P<whose>{_COINED}) {_OF_ALL}\b(?! (?:of|for)\b)")
_BEFORE_MEETING = re.compile(rf"{_LED}(?P<whose>{_COINED}) {_GENERAL}")
# "Minutes of an FCC meeting", at which councillors met
_COUNCIL = re.compile(
    rf"{_LED}(?P<whose>(?!PCC\b)[A-Z]{{1,3}}[BCDPT]C) (?:(?i:ordinary|monthly|full|council) )*(?i:meeting)\b"
)
# "Fenwold Barge Users Group – Annual General Meeting 2024"
_PARTED = re.compile(rf"^(?P<whose>[A-Z][\w’'&]++(?: (?:(?:of|and|for|the) )?[A-Z][\w’'&]++){{1,5}}) [–—-] {_GENERAL}")
# "Tidea Board of Directors", "Barge Joinery Steering Committee"; a plan, a village or a school has one, too
_USUAL = (
    r"(?:Plan|Project|Programme|Strategy|Policy|Partnership|Local|Town|Village|Parish|City|County|School|College|Hall"
    r"|Library|Community|Neighbourhood|Joint|National|Regional|Annual|Interim|Draft|The|Final|Meeting|Minutes|Technical"
    r"|Executive|Project|Regular|Special|Monthly|Health|Care|Housing|Transport|Highways|Planning|Services?|Centre|Data"
    r"|Management|Development|Change|Safety|Education|Governance|Public|Open)\b"
)
_NAMED = rf"(?P<whose>(?:[A-Z][a-z]{{3,}} )?(?!{_USUAL})[A-Z][a-z]{{3,}})"
_WORDS = {
    re.compile(rf"{_LED}{_NAMED} {body}\b"): least
    for body, least in (
        (r"(?:Board of (?:Directors|Trustees)|Governing Board|Technical Steering Committee)", 1),
        (r"(?:PMB|PMC|SIG|TC|TSC|TAC|WG)(?=:? (?i:meeting|minutes|call)\b)", ALONE - 1),
        (r"(?:Steering (?:Committee|Group)|(?:Technical|Governance) Committee)", ALONE),
    )
}
# What letters before a body say that it is about, or of what kind: "CCTV Committee"
_ABOUT = re.compile(
    r"SEND|SEN|CCTV|ICT|EDI|ESG|STEM|CAMHS|MASH|LGPS|AGM|EGM|GDPR|HRA|CEO|PTA|PTO|PFA|NHS|ICB|COVID|DRAFT|JOINT|MINUTES"
)


def ahead_of_its_body(document: Document) -> str | None:
    """ "FQX", where minutes are titled "FQX Steering Group"; "Tidea", where text goes on with that coined word."""
    lines = [*head_of(document)[:TITLE], document.title or ""]
    councillors = COUNCILLORS.search(document.text, 0, OPENING)
    patterns = [_PARTED, _BEFORE_MEETING, _BEFORE_BODY, *([_COUNCIL] if councillors else [])]
    for line in lines:
        for pattern in patterns:
            match = pattern.search(line)
            if match and _may_own(match["whose"], line):
                return str(match["whose"])
    named = (
        (match["whose"], least) for each, least in _WORDS.items() for line in lines if (match := each.search(line))
    )
    return next((word for word, least in named if _is_coined(word, document.text, least)), None)


def _may_own(name: str, line: str) -> bool:
    """Whether a name before a body is whose it is: no subject, no word of a line in capitals, and no body itself."""
    about = _ABOUT.fullmatch(name) or SHOUTED.fullmatch(name) or (name.isupper() and line.isupper())
    return not about and not (re.search(rf"\b{BODY_WORD}\b", name) and not name.endswith("Group"))


def _is_coined(word: str, text: str, least: int) -> bool:
    """Whether a text has words as a name: with a capital wherever they stand, and `least` times before no body."""
    alone = len(re.findall(rf"\b{word}\b(?! (?:{BODY_WORD}|Steering|Technical|Governing|Governance)\b)", text))
    usual = len(re.findall(rf"(?<![\w/.@:-]){word.casefold()}(?![\w./-])", text))
    return alone >= least and MOSTLY * usual <= alone
