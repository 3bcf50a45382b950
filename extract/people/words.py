"""The words that tell a name from an office, a body or a line of business."""

import re

from extract.alternatives import either
from extract.ruleset import word_list

TITLES = (
    r"(?:(?:[BCDPT]/)?(?:County |District |Dist\. |Borough |City |Town |Parish )?"
    r"(?:C?Cllr(?:[’']?s)?|C?Clrs?|Councillors?|Councilors?|Crs?"
    r"|Council ?[Mm]embers?)|(?:His|Her) Honou?r(?: Judge)?|(?:Deputy )?Warden"
    r"|Commissioners?|Supervisors?|Trustees?|Selectm[ae]n|Councilm[ae]n|Councilwom[ae]n|Messrs|Fr"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lady|Lord|Baroness|Rev(?:d|erend)?|Canon|Father|Sister"
    r"|(?:PC|PCSO)(?: \d{2,5})?|Sgt|Sergeant|(?:(?:Chief|Detective|Det\.?) )*Supt"
    r"|Insp(?:ector)?|CPOs?|Cyng(?:horydd)?|Shri|Smt|Thiru|Tmt|Er|Ar|Capt|Ven"
    r"|(?:(?:Assistant|Deputy|Temporary|Acting|T/) ?)*Chief Constable"
    r"|(?:(?:Detective|Chief) )+(?:Superintendent|Inspector)|(?:Area|Group|Borough) Commander"
    r"|Hon|(?:Deputy |Vice )?Mayor|Alderm[ae]n|Alderwoman|Council President|Bailie)\b\.?"
)
OF_AN_AREA = r"(?:County|District|Borough|City|Town|Parish)$"
# Those of several people: "Cllrs. Orme and Tay", "Messrs. Orme, Tay and Keld".
PLURAL = (
    r"(?:C?Cllr[’']?s|C?Clrs|Councill?ors|Council ?[Mm]embers|Crs|CPOs|Aldermen|Commissioners|Supervisors|Trustees"
    r"|Selectmen|Messrs)\b\.?"
)
HONOURS = (
    r"(?:OAM|OBE|MBE|CBE|BEM|KBE|DBE|KC|QC|JP|DL|MP|MEP|T\.?D|MSP|MS|MLA|AM|Esq|PhD|BA|MA|FCA|FRSA"
    r"|[BM](?:Sc|Eng|Ed|Phil)|DPhil|LL[BMD]|MBA|[CI]Eng)"
)
INITIALS = r"[A-Z](?=[a-z]{0,2}[A-Z])[A-Za-z]{1,3}"
_OFFICES = (
    r"chair\w*|vice|mayor|clerk|officer|director|manager|secretary|treasurer|councillors?|head|leader|minister"
    r"|counsel|member|representative|constable|adviser|advisor|lead|commissioner|president|principal|deputy|assistant"
    r"|governance professional"
    r"|observer|administrator|accountant|auditors?|team|minutes?|trustee|convener|cathaoirleach|editor|governor"
    r"|coordinator|co-ordinator|specialist|analyst|planner|attorney|recorder|parent|staff|co-opted|associate|holder"
    r"|superintendent|nurse|headteacher|teacher|registrar|librarian|surveyor|consultant|solicitor|engineer|supervisor"
    r"|inspector|ombudsman|bursar|executive|chief|facilitator|caretaker|resident|partner|curator|technician|biologist"
    r"|visitor|volunteer|councilm[ae]n|councilwom[ae]n|selectm[ae]n|selectwom[ae]n|developer|owner|proprietor"
    r"|architect|contractor|designer|researcher|lecturer|scientist|physician|pharmacist|therapist|paramedic"
    r"|journalist|photographer|webmaster|quartermaster|apprentice|intern|economist|historian|archivist|lawyer"
    r"|barrister|trainer|organi[sz]er|instructor|programmer|liaison|spokes(?:wo)?man|spokesperson|reporter|columnist"
    r"|investigator|applicant|ecologist|geologist|hydrologist|archaeologist|captain|lieutenant|presiding|at[- ]large"
    r"|reps?"
)
ROLE = re.compile(rf"\b(?:{either(_OFFICES)}|(?:co-?)?founder|(?-i:C[AEFIOT]O|RFO))\b", re.IGNORECASE)
_BODY_WORDS = (
    r"council|board|trust|alliance|nhs|partnership|group|committee|commission|police|school|university|centre"
    r"|initials|representing|action|none|nil|n/a|public|press|residents?|parishioners|electors|members|officers"
    r"|observers|councillors|directors|staff|trustees|governors|guests|visitors|items|quorum|apologies|present|absent"
    r"|icb|vacant|vacancy|zoom|teams|office|govt|government|assembly|assemblies|agency|ministry|institute|foundation"
    r"|society|association|authority|federation|guild|limited|ltd|plc|uhb|ccg|archives|secretariat|gazette|herald"
    r"|chronicle|advertiser|echo|radio|administration|services?|bureau|network|inc|company|ministers|signatures?"
    r"|corporation|llc|llp|gmbh|technologies|laboratory|laboratories"
    r"|signed|forum|committees|approved|accepted|received|noted|carried|resolved|department"
)
_BODY = rf"(?:{either(_BODY_WORDS)})$"
BODY = re.compile(_BODY, re.IGNORECASE)
# words of business, which no name has
_BUSINESS = (
    r"matters|arising|minutes|agenda|business|reports?|orders?|welcome|introductions?|allegiance|correspondence"
    r"|finances?|safeguarding|questionnaires?|declarations?|interests|approval|meetings?|announcements|adjournment"
    r"|administrative|support|attendance|absence|discussion|opening|election|updates?|rules|objectives|presentation"
    r"|workshop|apology|resolutions?|motions?|items discussed|item nos?|issues|deliverables|milestones"
)
GROUP = re.compile(rf"{_BODY}|\b(?:{either(_BUSINESS)})\b", re.IGNORECASE)
AN_OFFICE = (
    r"(?:(?:Vice|Deputy|Acting)[- ])?"
    r"(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|President|Convener|Minutes)"
)
# "Head of Legal and Democratic Services": what the second half of an office ends with.
OF_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:Services?|Resources|Finance|Development|Care|Health|Housing|Planning|Education"
    r"|Families|Governance|Communications|Policy|Strategy|Partnerships?|Inclusion|Operations|Engagement|Performance"
    r"|Transformation|Safety|Growth|Regeneration|Communities|Affairs|Standards|Assets|Procurement|Improvement"
    r"|Environment|Transport|Learning|Highways|Culture|Leisure|Skills|Safeguarding|Commissioning)"
)
WORD = (
    r"(?:(?:[A-ZÀ-Þ]\.){1,3}[A-ZÀ-Þ][\w’'À-ÿ-]+"
    r"|@\w[\w-]*"  # the handle somebody goes by
    r"|(?:[A-ZÀ-Þ]\.){1,3}[A-ZÀ-Þ]\.?(?!\w)|[A-ZÀ-Þ]\.?"
    r"|(?:[A-ZÀ-Þ][\w’'À-ÿ]*|d[aeiu]|de la|van|von|der|bin|al|ter|Mc|O’)"
    r"(?:-[\w’'À-ÿ]+)*)"
)
NAME = re.compile(rf"(?:(?:{TITLES}(?:\s+|(?<=\.)))+(?:the\s+)?)?{WORD}(?:[\s]+{WORD}){{0,5}}(?:,?\s+{HONOURS}\b)*\*?")
NAMED = re.compile(
    rf"(?:{TITLES}\s+)+(?!(?:{TITLES}))(?:.*\s)?[A-ZÀ-Þ][\w’'.)-]*\*?"
    r"(?<!County)(?<!Borough)(?<!City)(?<!Town)(?<!Parish)(?<!District)"
)
# "left at 6.40pm", "who was ill", said of one of a list
CAME_OR_WENT = re.compile(
    r"[\s,–-]+\(?(?:left|arrived|arr\.?|joined|departed|who|because|due to|owing to|as (?:s?he|they)"
    r"|(?:have |had |has )?(?:been|be|was|were|is) (?:received|accepted|noted|approved)|online|remotely|by zoom"
    r"|on (?:leave|holiday))\b.*$",
    re.IGNORECASE,
)
_TITLE_OF = re.compile(
    rf"{TITLES}\s*[A-Z(]|(?:{TITLES}\s*)+$(?<!Councillor)(?<!Mayor)(?<!Commissioner)(?<!Trustee)"
    r"(?<!Constable)(?<!Superintendent)(?<!Inspector)(?<!Commander)"
)
_TITLED = re.compile(rf"^(?:{TITLES}\s+)+")


def is_role(text: str) -> bool:
    """Whether a text says what somebody is, and does not name them: "Cabinet Member for Parks and Street Scene"."""
    bare = re.sub(r"(?<=\w)\s*\(.*", "", text)  # "Ada Brindle (Clerk)" names her
    return bool(ROLE.search(bare)) and not _TITLE_OF.match(text) and len(text.split()) <= 16


def is_work(text: str) -> bool:
    """Whether words are of offices or a body, and not of a name."""
    offices = ROLE.search(text) or ROLE.search(text.rstrip("s"))
    return bool(offices or GROUP.search(text) or OF_OFFICE.fullmatch(f"The {text}"))


def begins_with_given(text: str) -> bool:
    """Whether the first word is a forename that many have."""
    return re.split(r"\W", text.strip(), maxsplit=1)[0].casefold() in word_list("given")


def untitled(name: str) -> str:
    """A name without the titles before it."""
    return _TITLED.sub("", name)


def are_initials(letters: str, name: str) -> bool:
    """ "RW" or "MCa" beside Ray Wold or Mary Carrow. What is printed for two of the same letters need not agree."""
    return len(name.split()) > 1 and letters[0] == untitled(name)[:1]
