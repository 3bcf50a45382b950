"""Who moved, who seconded, and how the vote went."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extract.alternatives import either
from extract.dates import MONTH
from extract.people.words import HONOURS
from minutes.model import Block, Document, RollCall, Votes

_TITLE = (
    r"(?:(?:Cllr|Cr|Councill?or|Council ?member|Council President|Commissioner|Trustee|Director|Senator|Mayor|Ald"
    r"|Alderman|Supervisor|(?:(?:Committee|Board) )?Member|Governor"
    r"|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Lord|Lady)\b\.?\s+){0,2}"
)
_NO_NAME = (
    r"(?!(?i:(?:proposed|proposer|moved|mover|seconded|seconder|second|sec|carried|resolved|agreed|motion|amendment"
    r"|approved|adopted|accepted|tabled|failed|votes?|voting|unanimous\w*|passed|by|that|and|all|for|against|abstain\w*|ayes?|nays?|nayes|noes|yeas?)\b))"
)
_WORD = rf"{_NO_NAME}(?:[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-Þ][\w’'‟À-ÿ-]*)"  # "O‟Farne", as some files have it
# Taken as a whole or not at all: "Mr" may be read as a title or as a word, which in a list of names has no end of ways.
_PARTICLES = r"(?:(?:de|la|le|du|da|di|del|della|van|von|der|den|ten|ter|bin|ibn|al|ap)[^\S\n]+){0,2}"  # "Guy de Tay"
NAME = rf"(?=[A-ZÀ-Þ])(?>{_TITLE}{_WORD}(?:[^\S\n]+{_PARTICLES}{_WORD}){{0,3}})"
# The head of a motion that is two names and a colon, behind its number: "R2041-17 T. Orme, U. Keld: That ..."
TWO_NAMES = (
    rf"(?:\S{{0,15}}\d\S{{0,15}}\s+(?:-\s?\d+\s+)?)?(?P<mover>{NAME})\s?[,/–-]\s?(?P<seconder>{NAME}):\s+"
    r"(?=(?i:that|whereas|be it|now,? therefore)\b)"
)
# What a line of a mover and a seconder with a stroke between them begins with, apart from other lines with a stroke.
SLASHED_TITLE = (
    r"(?=(?i:C(?:ll)?r|Councill?ors?|Trustees?|(?:Deputy )?Mayor)\b)(?:(?:Cllrs|Crs|Trustees|Councill?ors)\s+)?"
)
# "councillor keld", as a web page may have it in small letters that shows it in capitals
IN_SMALL = r"(?:councill?or|alderman|trustee|commissioner|director|(?:deputy )?mayor)\s[\w’'-]{2,20}"
OFFICIAL = r"(?=(?:Cllr|Cr|Councill?or|Ald|Alderman|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Lord|Lady)\b)"
_PUT = (
    r"(?i:(?:(?:also|duly|formally|then|therefore) )?"
    r"(?:proposed|proposes|moved|moves|motioned|motions|nominated|nominates))"
)
_SECONDED = r"(?i:seconded|second|2nd|supported)"
# Who is named by an office alone
_HOLDER = (
    r"(?:[Tt]he )?(?:(?:Vice|Deputy)[- ])?(?:Chair(?:man|woman|person)?|Mayor|Leader|Convener|Provost|President)"
    r"(?: of the (?:Council|Committee|Board|Panel))?(?= (?:it|that|and|then|formally|moved|proposed)\b|,)"
)
_MAKES = r"(?:ma(?:de|kes)|sets?|offer(?:ed|s)|brings?|brought|puts?)"  # "sets the motion to wait"
# What stands between commas after a name: "as Chairman", "the Cabinet Member for Roads"
_OFFICE = (
    r"(?i:(?:as )?(?:the )?(?:[\w’'-]+ ){0,5}?(?:member|chair\w*|vice-\w+|leader|lead|holder|spokes\w+|conven[eo]r"
    r"|mayor|president|treasurer)\b[^,.;]{0,50})"
)
_MOVED = [
    re.compile(pattern)
    for pattern in (
        # "Proposed by Councillor: Orme (T)", and below it who seconded; "Proposed (TO) & seconded (UK)"
        rf"(?i:\b(?:proposed|moved) by (?:councill?or|cllr)\s?[:;])\s*(?P<mover>{NAME}(?: \([A-Z]\))?)\s*"
        rf"(?i:seconded by (?:councill?or|cllr)\s?[:;])\s*(?P<seconder>{NAME}(?: \([A-Z]\))?)",
        rf"(?i:\b(?:proposed|moved|made) )\((?P<mover>{NAME})\),?\s*(?:&\s?|(?i:and ))?"
        rf"(?i:seconded )\((?P<seconder>{NAME})\)",
        # "M/S/C Orme/Tay to wait", "Moved/seconded: Orme/Tay", "Orme (P), Tay (S)", "P: TO, S: UK", "1st Orme 2nd Tay"
        rf"(?:\bM/S(?:/[ACPU])?|\bMS[CPU]\b|(?i:\b(?:motion|moved|mover|proposed|proposer)\s?/\s?second(?:ed|er)?"
        rf"(?: by)?\b))[\s:.–-]{{0,3}}\(?(?P<mover>{NAME})\s?[/,&]\s?(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME}) \((?:P|(?i:prop\w*|mov\w*))\)[\s,;/&]*(?:and )?"
        rf"(?P<seconder>{NAME}) \((?:S|(?i:sec\w*))\)",
        rf"(?:^|[\n(\[.;]\s?)(?:P(?=[:.])|1st|(?i:prop))\s?[:.]?\s+(?P<mover>{NAME})[\s,;/]*"
        rf"(?:\bS(?=[:.])|\b2nd|\b(?i:sec))\s?[:.]?\s+(?P<seconder>{NAME})",
        # "MOTION: APPROVED 1st: ORME 2nd: TAY"
        rf"\b1 ?(?i:st) ?: ?(?P<mover>{NAME})[\s,;/]*2 ?(?i:nd) ?: ?(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME}) (?:and|&) (?P<seconder>{NAME}) "
        r"(?i:(?:respectively )?(?:proposed|moved) (?:and|&) seconded)",
        # "Dr Orme was nominated for Chair by Ms Keld, seconded by Mr Tay", "Ms Keld nominated Dr Orme, seconded by ..."
        rf"(?i:\b(?:proposed|nominated) (?:as|for|to be) [^.;]{{3,50}}? by )(?P<mover>{NAME}),? "
        rf"(?i:(?:and )?(?:was )?seconded by )(?P<seconder>{NAME})",
        rf"\b(?P<mover>{NAME}),? (?i:proposed|nominated) {OFFICIAL}{NAME}(?i: (?:as|for|to be) [^.;,]{{3,50}}?)?,? "
        rf"(?i:(?:and )?(?:was )?seconded by )(?P<seconder>{NAME})",
        # ... also "moved by the Leader of the Council, Councillor Orme, and seconded by"
        r"(?i:\b(?:proposed|moved|nominated|proposer|mover)(?: by)?(?: the)?\s*[:–-]?\s*)"
        rf"(?:[A-Z][^,.;:]{{3,60}}, {OFFICIAL})?(?P<mover>{NAME})(?:\s*\([^)]*\))?[\s,;/.&()]*"
        r"(?i:(?:and )?(?:was )?(?:duly )?(?:seconded|seconder|second|2nd|supported)(?: by)?(?: the)?\s*[:–-]?\s*)"
        rf"(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME}),? seconded by (?P<seconder>{NAME}),? (?i:moved|proposed)\b",
        rf"(?i:\bmotion\s*)\((?P<mover>{NAME}),? (?:seconded by|second:?) (?P<seconder>{NAME})\)",
        # "Motion approved – Orme and Tay"
        rf"(?i:\bmotion (?:approved|carried|passed|adopted)\s?[–—-]\s?)(?P<mover>{NAME}) (?:and|&) (?P<seconder>{NAME})"
        r"(?=[.;]?\s*$)",
        # "Motion: Orme/Tay that the fee be halved"
        rf"(?i:\bmotion:?\s+)(?P<mover>{NAME})/(?P<seconder>{NAME})(?= (?i:that|to)\b)",
        rf"^{TWO_NAMES}",
        rf"^(?:\S{{0,15}}\d\S{{0,15}}\s+)?(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})(?=\s(?i:that)\b)",
        # "Cr Orme / Cr Tay" and nothing else on the line, "Motion to wait (Orme/Tay)."
        rf"(?:^|[\n\t]){SLASHED_TITLE}(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})(?=\s*(?:\n|$))",
        # "ORME/TAY MOVED TO APPROVE THE MINUTES.", "Orme/Tay  Carried"
        rf"(?:^|[\n.;] ?)(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})(?=,?\s+(?i:moved|motioned|carried)\b)",
        rf"^(?i:motion)\b[^\n]{{0,300}}?\((?P<mover>{NAME})\s*/\s*(?P<seconder>{NAME})\)",
        r"(?i:\b(?:resolved|moved|motion|carried|agreed|approved|adopted|accepted|amended):?\s*)"
        rf"\((?P<mover>{NAME})\s*/\s*(?P<seconder>{NAME})\)",
        rf"(?P<mover>{NAME})(?: \([^)]*\))?,? {_PUT}\b[^;]{{0,300}}; (?P<seconder>{NAME}) (?i:seconded)",
        # "the Leader proposed and Mr Orme, Member for Piers, Locks and Lost Goods, seconded": a portfolio is no name
        rf"(?P<mover>{NAME})(?: \([^)]*\))?,? {_PUT} and (?P<seconder>{OFFICIAL}{NAME}), [^.;]{{3,160}}, "
        r"(?i:second(?:ed|s)\b)(?! by)",
        # "Cllr Orme, Cabinet Member for Roads, moved, and Cllr Tay seconded, that ..."
        rf"{OFFICIAL}(?P<mover>{NAME}), {_OFFICE}, {_PUT}\b[^.]{{0,160}}?(?P<seconder>{NAME}),? "
        r"(?i:second(?:ed|s)\b)(?! by)",
        rf"{OFFICIAL}(?P<mover>{NAME}), {_OFFICE}, {_PUT}\b[^.]{{0,300}}?(?i:\bseconded by )(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME})(?: \([^)]*\))?,? {_PUT}\b[^.]{{0,160}}?(?P<seconder>{NAME})(?: \([^)]*\))?,? "
        r"(?i:second(?:ed|s)\b)(?! by)",
        rf"(?:^|[.;:•] )(?P<mover>{NAME}) (?:{_PUT}|(?i:{_MAKES} (?:an?|the) motion))\b(?:[^.]|\.\d){{0,300}}\.\s+"
        rf"(?:• )?(?P<seconder>(?:{NAME} and )?{NAME}) (?i:second(?:ed|s)\b)",
        rf"(?:^|[.;:,–—-] )(?P<mover>{NAME}) {_PUT}\b.{{0,300}}?(?i:\bseconded by )(?P<seconder>{NAME})",
        rf"(?i:(?:proposed|moved)\b[^.]{{0,60}}? by )(?P<mover>{NAME}) and (?P<seconder>{NAME})",
        rf"(?i:(?:motion|amendment|proposal) (?:(?:was )?(?:made )?by|in the name of) )(?P<mover>{NAME})"
        rf"(?:[^.]|\.\d){{0,400}}?{_SECONDED}(?i: (?:by )?)(?P<seconder>{NAME})",
        rf"(?i:\bmotion(?:ed)?\b[^.]{{0,200}}? by )(?P<mover>{NAME})[;,]? "
        rf"(?i:(?:and )?second(?:ed)? (?:by )?)(?P<seconder>{NAME})",
        # "A motion to adopt it was made by Trustee Orme and a second was given by Trustee Tay."
        rf"(?i:\bmotion\b[^.]{{0,300}}? was (?:made|offered) by )(?P<mover>{NAME}),? "
        rf"(?i:(?:and )?(?:the |a )?second(?:ed)? (?:was )?(?:made |given |offered )?by )(?P<seconder>{NAME})",
        rf"(?:^|[.;:,] )(?P<mover>{NAME}) (?i:{_MAKES} (?:(?:a|an|the) )?motion)\b"
        rf".{{0,300}}?(?:{_SECONDED}(?i: by )(?P<seconder>{NAME}))",
        rf"(?:^|[.;:] )(?P<mover>{NAME}) (?i:{_MAKES} (?:(?:a|an|the) )?motion)\b[^.;]{{0,300}}?, "
        rf"(?P<seconder>{NAME}) (?i:second(?:ed|s))\b(?! by)",
        # "Cllr Orme’s motion, “that it wait”, was seconded by Cllr Tay."
        rf"(?P<mover>{_TITLE}{_NO_NAME}[A-Z][\w-]*(?: [A-Z][\w-]*){{0,2}})[’']s (?i:motion|proposal|amendment)\b"
        rf"[^.]{{0,300}}?(?i:\bseconded by )(?P<seconder>{NAME})",
        # "An amendment in the name of Cllr Orme, seconded by Cllr Tay, that ..."
        rf"(?i:\b(?:motion|amendment|proposal) in the name of )(?P<mover>{NAME}),? (?i:(?:and )?seconded by )"
        rf"(?P<seconder>{NAME})",
        r"(?i:on (?:the |an? )?(?:motion|proposal|proposition|nomination) (?:of|by) )"
        rf"(?P<mover>(?:the (?=Chair|Vice|Deputy|Mayor|Leader|Conven|President|Treasurer|Provost))?{NAME}),? "
        rf"(?i:(?:and )?seconded (?:by )?)(?P<seconder>{NAME})",
        rf"(?i:\bon (?:the |a )?motion (?:of|by) (?:(?:councill?ors|cllrs|crs|members|commissioners|trustees) )?)"
        rf"(?P<mover>{NAME}) and (?P<seconder>{NAME})",
        rf"(?i:\b(?:motion|prop(?:osed)?\.?)\s*[:–-]?\s*)(?P<mover>{NAME})[\s,;/.]*"
        rf"(?i:(?:sec(?:ond|onded)?|2nd)\.?\s*[:–-]?\s*)(?P<seconder>{NAME})",
        rf"(?i:\b(?:approved|adopted|agreed)\s*[:–-]\s*)(?P<mover>{NAME})[\s,;/.]*"
        rf"(?i:seconded\s*[:–-]?\s*)(?P<seconder>{NAME})",
        # "Moved Cr Orme that it wait. Seconded Cr Tay.", "Proposed: Ada Orme, Officer; seconded: Una Tay, Officer"
        rf"(?i:\b(?:proposed|moved)(?: by)?:? )(?P<mover>{NAME})\b[^;]{{0,300}}?[.;,\n]\s*"
        rf"(?i:seconded(?: by)?:? )(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME}) {_PUT}\b[^.]{{0,300}}\.\s*(?i:second(?:ed)?(?: by)?)\s*[:\n]\s*"
        rf"(?P<seconder>{NAME})",
        rf"(?i:\bprop\w* by )(?P<mover>{NAME})[^.]{{0,80}}?(?i:second\w* by )(?P<seconder>{NAME})",
        rf"(?:^|[.;:] |\) |\d |^(?i:with|there being|hearing|having|seeing|as|after|following)\b[^.;:\n]{{0,100}}, )"
        rf"(?P<mover>{NAME}) (?:(?:then|also|therefore|duly) )?"
        rf"(?:{_PUT}(?= (?i:that|the|to|for|an?|approval|acceptance|adoption|denial)\b)"
        rf"|(?i:made a motion)|(?i:{_MAKES} (?:an?|the) motion)(?= (?i:to|that|for)\b))(?P<seconder>)",
        # "A motion was made to wait by Una Keld. A second was made by Tom Orme.", "Motion to wait: Keld, second: Orme"
        rf"(?i:\bmotion was made )(?i:(?:to|that|for) [^.;:]{{3,160}}? )?"
        rf"(?i:by )(?:senator )?(?P<mover>{NAME})[^.;]{{0,200}}"
        rf"(?i:(?:[.;]\s+an? second was (?:made|given)|,? and was seconded) by )(?:senator )?(?P<seconder>{NAME})",
        rf"(?i:\bmotion (?:to|that) )[^.;\n]{{3,200}}?[:(–—-]\s?(?P<mover>{NAME}),? (?:and )?"
        rf"(?i:second(?:ed)?(?: by)?:? )(?P<seconder>{NAME})",
        rf"^(?P<mover>{NAME}) (?i:motion)(?= (?!by\b|was\b|is\b|to be\b|carried|passed|fail)[a-z])(?P<seconder>)",
        rf"(?i:\bmoved by:?\s+)(?P<mover>(?i:{IN_SMALL}))\s+(?i:seconded by:?\s+)(?P<seconder>(?i:{IN_SMALL}))",
        rf"(?i:\bmotion (?:was made (?:to|that) [^.;:]{{3,160}}? |(?:was )?(?:(?:made|offered) )?)by )"
        rf"(?P<mover>{NAME})(?P<seconder>)",
        rf"(?i:\bmotion (?:stood|standing|stands|was tabled|was submitted|tabled|submitted) (?:in the name of|by) )"
        rf"(?P<mover>{NAME})(?P<seconder>)",
        rf"{OFFICIAL}(?P<mover>{NAME}), {_OFFICE}, {_PUT}\b(?P<seconder>)",
        rf"(?P<mover>{NAME}) (?i:so moved)\b(?P<seconder>)",
        # "Cllr Orme thought it unfair and moved that the fee be halved.", and nobody else between
        rf"(?:^|[.;:] ){OFFICIAL}(?P<mover>{NAME}),? (?:(?!{OFFICIAL})[^.;:]){{3,160}}? and (?:moved|proposed) "
        r"(?=that )(?P<seconder>)",
        # "On the motion of the Chairman it was agreed to go on.", "It was resolved, on the proposition of Mrs Tay,"
        rf"(?i:\bon the (?:motion|proposition|proposal) of )(?P<mover>{_HOLDER}|{OFFICIAL}{NAME})"
        r"(?=,? (?i:it was|that|the|and)\b)(?P<seconder>)",
        # "The Leader moved, and it was agreed, that ..."
        rf"(?:^|[.;:] )(?P<mover>{_HOLDER}) (?:then |formally )?(?:moved|proposed)(?=,? and it was )(?P<seconder>)",
        # "As no more was raised Una Keld made a motion to close."
        rf"(?<=[a-z] )(?P<mover>{NAME}) (?i:made (?:a|the) motion (?:to|that)\b|moved that\b)(?P<seconder>)",
        rf"(?i:\b(?:proposal|motion|amendment) (?:by|from) )"
        rf"(?P<mover>(?:the (?=Chair|Vice|Deputy|Mayor|Leader|Conven|President|Treasurer|Provost))?{NAME})"
        r"(?=:? (?i:to|that|move) )(?P<seconder>)",
        # "Una nominates Tom as Chair. (He was out.) Hew seconded."; "Una: Move to close." and below it "Tom: Seconded."
        rf"(?:^|[\n.] ?)(?P<mover>{NAME}) (?i:nominate[sd]) (?=[A-Z])(?P<seconder>)",
        rf"^(?P<mover>{NAME}): (?i:moved? (?:to|that)\b)(?P<seconder>)",
        rf"(?i:\bsecond(?:ed)? by )(?P<seconder>{NAME})(?P<mover>)",
        rf"(?:^|\n|[.;:] |, and (?={OFFICIAL}))(?P<seconder>{NAME}) (?i:second(?:ed|s))\b(?! by)(?P<mover>)",
        rf"(?i:\b(?:proposed|moved) by:? )(?P<mover>{NAME})(?P<seconder>)",
        rf"^(?i:(?:it was )?(?:proposed|moved) (?:to|that) )[^.;:]{{3,160}}? by (?P<mover>{NAME})[.;]?$(?P<seconder>)",
        # "Move to renew the lease by Una Keld", and below it "Seconded – Tom Orme"
        rf"^(?i:(?:moved?|motion) (?:to|that) )(?:[^.;:\n]|\.\d){{3,200}}?(?: by|\s?[:–—]|\s-) "
        rf"(?P<mover>{NAME})[.;]?$(?P<seconder>)",
        rf"(?:^|\n)(?i:second(?:ed|er)?)\s?[:–—-]\s?(?P<seconder>{NAME})(?=[.;]?(?:\n|$))(?P<mover>)",
        rf"(?i:\b(?:proposal|motion|amendment)\b[^.]{{0,200}}? was put by )(?P<mover>{NAME})(?P<seconder>)",
        # "7(a) Cllr Orme:" over the motion that follows in quotation marks
        rf"(?:^|\n)(?:\W*\d[\w().]*\s+)?(?P<mover>(?=(?:Cllr|Councillor|Cr|Mr|Mrs|Ms"
        rf"|Dr)\b){NAME}):\s*[“\"]\s*$(?P<seconder>)",
    )
]
# Who seconded, after who moved: "... to close it." and below it "• Dr Tay seconded the motion."; ", Dr Tay seconding"
_SECONDED_AFTER = re.compile(
    rf"(?:^|\n|[.;:,•)] |\band )(?P<who>{NAME})(?: \([^)]*\))?[,:]? (?i:second(?:ed|s|ing)\b)(?! by| to (?:the|a))"
    rf"|\b(?i:seconded by:?|second(?:er)?\s?[:–-])\s(?P<by>{NAME})"
)
_MOVED_AGAIN = re.compile(r"\b(?:moved|proposed|made an? motion|motion (?:by|to|was made)|amendment)\b", re.IGNORECASE)
# No pattern above matches without one of these.
_MAY_MOVE = re.compile(r"prop|mov|motion|second|2nd|nominat|P:|\(P\)|[/“\"]|: (?:that|whereas|be it)\b", re.IGNORECASE)
NOT_NAME = re.compile(
    r"(?:The(?! (?:(?:Vice|Deputy)[- ])?(?:Chair|Mayor|Convener|Leader|Provost|President|Cathaoirleach))"
    r"|That|It|This|They|He|She|We|All|Members|Council(?! (?:[Mm]ember|President) [A-Z])"
    r"|(?:Committee|Board)(?! Member [A-Z])|Motion|Amendment|Following|On|An?(?! [A-Z]))\b"
)
_NUMBERS = {
    word: number
    for number, word in enumerate("no one two three four five six seven eight nine ten eleven twelve".split())
} | dict.fromkeys(("nil", "none", "nobody", "no-one"), 0)
_WORDED = r"(\d{1,3}|none|nobody|no-one|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nil)"
_DIGIT = re.compile(r"\d")
_TALLY = re.compile(
    r"\b(?:passe[sd]|carrie[sd]|moved|approved|adopted|confirm(?:ed)?|rejected|fail(?:s|ed)|votes? (?:of|was)"
    r"|vote[sd]?|votes?:|majority(?: of)?)\s*[:,]?\s*\(?(?:by )?(?:a vote of )?"
    r"(?P<for>\d{1,3})\s*(?:[–-]|to|,)\s*(?P<against>\d{1,3})(?:\s*(?:[–-]|,)\s*(?P<abstain>\d{1,3}))?(?![\d%])",
    re.IGNORECASE,
)
# "4-0-1 (Ayes: …; Noes: None; Absent: Keld)": the third figure counts those who were away.
_AWAY = re.compile(r"\babsent:?\s(?!none)(?![^\n]*\babst)", re.IGNORECASE)
_SCORED = re.compile(
    r"(?:\b(?=[cdflmpvy\d])|(?=\())(?:"  # where these begin
    r"\b(?:carried|passed|lost|defeated|failed|voted|votes?:)\s+(?P<for>\d{1,2})\s*(?:/|to)\s*(?P<against>\d{1,2})(?![\d/%])"
    r"|\(?(?<!\d[–/-])\b(?P<yes>\d{1,2})\s*[–/-]\s*(?P<no>\d{1,2})(?:\s*[–/-]\s*(?P<away>\d{1,2}))? vote\b"
    r"|\byes\s?(?P<y>\d{1,2})\W{1,3}no\s?(?P<n>\d{1,2})\b"
    r"|\b(?:carried|lost|defeated|fell|majority) \((?P<aye>\d{1,2})\s?[–-]\s?(?P<nay>\d{1,2})\))",
    re.IGNORECASE,
)
# "Aye 16 Nay 0 Abst. 1"
_SIDES = re.compile(
    r"(?<!\d )\b(?:ayes?|yeas?|yes|for)\s?[:–-]?\s?(?P<for>\d{1,3})"
    r"[\s,;/]+(?:nays?|noes|no|against)\s?[:–-]?\s?(?P<against>\d{1,3})"
    r"(?:[\s,;/]+(?:abst\w*|obs)\.?\s?[:–-]?\s?(?P<abstain>\d{1,3}))?(?![\d%])",
    re.IGNORECASE,
)
# "One against." and nothing else in its sentence: a vote of which only those are told who were not for it.
_ONE_SIDE = re.compile(
    rf"(?:^|[.)\n]\s*){_WORDED}\s+(?:members? |councillors? )?(?:(?:voted|voting) )?"
    r"(?:against|abst(?:ain\w*|entions?|\.))\s*(?:[.()]|$)",
    re.IGNORECASE,
)
# "No objections, motion passed.", "carried without dissent"
_NOBODY_AGAINST = re.compile(
    r"\bno (?:objections?|dissent|opposition)(?: (?:were|was) (?:raised|heard))?[,.;] "
    r"(?:no (?:further )?discussion[,.;] )?"
    r"(?:the )?(?:motion|proposal|resolution) (?:was |is )?(?:passe[sd]|carrie[sd]|approved|adopted)\b"
    r"|\b(?:passed|carried|approved|adopted) (?:without|with no) (?:any )?dissent\b",
    re.IGNORECASE,
)
_VOTING = (
    r"[^\S\n]+(?:(?:(?:parish|town|city|county|borough|district|board|committee) )?(?:members?|councillors?) )?"
    r"(?:(?:votes?|voted|voting|being|were) )?"
)
_CAME_OUT = "passed|carried|approved|adopted|accepted|agreed|resolved|lost|defeated|failed|not pass|not carry"
# One side alone: "passed with 3 opposed", "did not pass (9 in favor when 20 are needed)"
_PASSED_WITH = re.compile(
    rf"\b(?:{either(_CAME_OUT)})\b(?: unanimously)?,? ?(?:but )?"
    rf"(?:with |by (?!{_WORDED} votes? (?:to|against) )|\()(?:only |just )?{_WORDED} "
    r"(?:members? |councillors? |votes? )?(?:voting )?(?:in favou?r|for|opposed|against|abst|dissent|ayes?\b|yes votes?"
    r"|affirmative|nay|no vote)",
    re.IGNORECASE,
)
_AYES_ALONE = re.compile(r"\bvote[.:,]? \d{1,2} (?:ayes|yeas|yes)\b", re.IGNORECASE)  # "Vote. 6 Ayes."
# A motion put against an amendment, as in Scotland.
_DIVISION = re.compile(
    r"\bmotion\b\W{0,3}(?:received )?(?P<a>\d{1,3})\b.{0,40}?\bamendment\b\W{0,3}(?:received )?(?P<b>\d{1,3})\b"
    r"|\b(?P<c>\d{1,3})\b.{0,20}?\bfor the motion\b.{0,40}?\b(?P<d>\d{1,3})\b.{0,20}?\bfor the amendment\b"
    r"|\b(?P<f>\d{1,3})\b.{0,20}?\bfor the amendment\b.{0,40}?\b(?P<e>\d{1,3})\b.{0,20}?\bfor the motion\b",
    re.IGNORECASE | re.DOTALL,
)
# The same with those who voted printed between, in a list or in the columns of a table: "For the Motion | For the
# Amendment | Abstained" and below it "Councillors Orme and Tay (2) | Councillor Keld (1) | Mr Sallow (1)".
_DIVISION_LISTED = re.compile(
    r"\bfor the motion\W{0,3}(?P<a>\d{1,3})\b.{0,1500}?\bfor the amendment\W{0,3}(?P<b>\d{1,3})\b"
    r"|\bfor the motion,? [^()]*\((?P<e>\d{1,3})\),? (?:and )?for the amendment,? [^()]*\((?P<f>\d{1,3})\)"
    r"|\bfor the amendment,? [^()]*\((?P<h>\d{1,3})\),? (?:and )?for the motion,? [^()]*\((?P<g>\d{1,3})\)"
    r"|\bfor the motion\s+for the amendment\b[^()]*\((?P<c>\d{1,3})\)[^()]*\((?P<d>\d{1,3})\)"
    r"(?:[^()]{0,400}\((?P<abstain>\d{1,3})\))?",
    re.IGNORECASE | re.DOTALL,
)
_LOST_BY = re.compile(
    rf"\b(?:lost|defeated|rejected|turned down)\b.{{0,20}}?\bby {_WORDED} votes? to {_WORDED}\b", re.IGNORECASE
)
_UNCOUNTED = r"(?<!\d )(?<!\bone )(?<!\btwo )(?<!\bsix )(?<!\bten )" + "".join(
    rf"(?<!\b{word} )" for word in "four five nine three seven eight".split()
)  # "5 ayes 1 nay": the count stands ahead
_OF_WHAT = (
    r"(?: (?:of )?the (?:substantive )?(?:motion|amendment|proposal|recommendations?)"
    r"(?=\s*[:(–-]|\s\d{1,2}(?:[,.;]|$| and | with )))?"
)
# The count after the word ("For (12)") before the count ahead of it ("12 for").
_SAY_FOR = (
    # but not "appointed for two years", "voted for five to be co-opted", "set for 8 July"
    rf"\b(?:for|in favou?r){_OF_WHAT}\s*[:(–-]?\s*{_WORDED}\b(?![\d%])(?! (?:years?|months?|weeks?|days?|hours?"
    rf"|terms?|of|to be|others?|more|{MONTH})\b)",
    rf"\b(?:(?:ayes|yeas)\s*[:(]|(?:aye|yea|yes)\s*[:–-])\s*{_WORDED}\b",
    rf"{_UNCOUNTED}\b(?:ayes?|yeas?)\s*[–-]?\s*{_WORDED}\b",
    rf"(?<![£$€.,\d])\b{_WORDED}{_VOTING}(?:for|in favou?r|ayes?|yeas?|yes)\b",
    rf"(?:\b(?:by|of|(?:lost|carried|defeated|passed),) |\(){_WORDED} votes? to\b",
    rf"\bapproved\s*[:–-]?\s*{_WORDED}(?=[,;]\s*opposed)",
    rf"\b(?:elected|chosen|returned) (?:with|by) {_WORDED} votes\b(?! to\b)",
    r"\+1\s*:\s*(\d+)\b",
)
_SAY_AGAINST = (
    rf"\bagainst(?: it(?= \d))?{_OF_WHAT}\s*[:(–-]?\s*{_WORDED}\b(?!%)",
    rf"\b(?:(?:nays|nayes|noes)\s*[:(–-]|(?:nay|no(?!-one\b))\s*[:–-])\s*{_WORDED}\b",
    rf"{_UNCOUNTED}\b(?:nays?|nayes|noes)\s*{_WORDED}\b",
    rf"\b(?:agreed|approved|carried|passed|adopted)\b[^.;]{{0,30}}? with {_WORDED} (?:dissenting )(?:voices?|votes?)\b",
    rf"\b{_WORDED}{_VOTING}(?:against|opposed|objections?(?! (?:be|is|are|to)\b)|nays?|noes|no)\b",
    rf"\bvotes? to {_WORDED}\b",
    rf"\bopposed\s*[:–-]?\s*{_WORDED}(?=[,;.\n]|$)",
    r"\b(\d{1,3}) RON\b",  # who would re-open nominations
    r"[-−–]1\s*:\s*(\d+)\b",
)
_SAY_ABSTAIN = (
    rf"\babst(?:ain(?:ed|ing)?|entions?)\s*[:(–-]?\s*{_WORDED}\b",
    r"(?<![\d+−–:/.-])\b0\s*:\s*(\d+)\b",
    rf"\b{_WORDED}\s+(?:members?\s+|councillors?\s+)?abst(?:ain(?:ed|ing)?|entions?|\.)(?!\w)",
)
_FOR, _AGAINST, _ABSTAIN = (
    [re.compile(pattern, re.IGNORECASE) for pattern in patterns] for patterns in (_SAY_FOR, _SAY_AGAINST, _SAY_ABSTAIN)
)
# "5 in favour 1 against 2 abstained": no count stands after its word here.
_COUNTS_AHEAD = re.compile(
    rf"\b{_WORDED} (?:votes? |voted |voting )?(?:in favou?r|for) {_WORDED} (?:votes? |voted |voting )?against\b",
    re.IGNORECASE,
)
# What a vote has that is told in numbers, but for "passed with four in favour".
_OTHER_SIDE = re.compile(
    r"(?=(?-i:[anovANOV01−–-]))(?:against|oppos|objection|\bnays?\b|\bnayes\b|\bno(?:es)?\b|abst|votes? to\b"
    r"|[-−–]1\s*:|0\s*:)",
    re.IGNORECASE,
)
_SIDE = (
    r"(?i:\+1|[-−–]1|0(?=:)|for|in favou?r|ayes?|yeas?|yes|against|nays?|noes|no|opposed"
    r"|abstain(?:ed|ing)?|abstentions?)(?i: the (?:substantive )?(?:motion|amendment|proposal|recommendations?))?"
    r"\s*(?:\(\d{1,3}\))?\s*[:–—-]"
)
_ONE_OF_SIDES = re.compile(
    r"(?:votes )?(?:for|in favou?r|against|ayes?|nays?|noes|abstain(?:ed|ing)?|abstentions?)", re.IGNORECASE
)
# The heads and labels of a ballot: "Candidate | Votes", "Spoilt papers", "Re-open nominations (RON)", "Round 2".
_RUNNING = re.compile(
    r"(?:names? of )?(?:candidates?|nominees?|options?|choices?|motions?|proposals?|resolutions?)(?: names?)?",
    re.IGNORECASE,
)
_POLLED = re.compile(
    r"(?:(?:no\.?|number|total|share) (?:of )?)?(?:(?:first|1st)[- ]preference )?votes?(?: (?:received|cast|for))?"
    r"(?:\s?\([^)]*\))?|(?:round|count|stage) \d{1,2}|(?:first|second|third|final|\d(?:st|nd|rd|th)) (?:round|count)"
    r"|(?:ballots?|first preferences)",
    re.IGNORECASE,
)
_BALLOTS = re.compile(
    r"(?:(?:total|valid|invalid|spoil(?:ed|t)|void|rejected|blank|empty|unused)(?:,? | and | or |/|& ?)?)+"
    r"(?:ballots?(?: papers?)?|voting papers|papers|votes?(?: cast)?)(?: (?:cast|received|issued|returned))?",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"re-?open(?:ing)? (?:the )?nominations?(?:\s?\(RON\))?|none of the above", re.IGNORECASE)
# "For: Cllrs Orme and Tay. Against (1): Cllr Keld"
_LISTED = re.compile(
    rf"(?<![\w’'+-])(?P<side>{_SIDE})\s*"
    r"(?P<names>(?:[^.;:\n–—]|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Cllrs)\.|(?<=\bM[rs])\.|(?<=Mrs)\.|(?<=Dr)\.)+?)"
    rf"(?=\s*(?:(?<!\b[A-Z])(?<!Cllr)(?<!Cllrs)(?<!\bM[rs])(?<!Mrs)(?<!Dr)\.|[;\n]|$"
    rf"|\(?(?<![\w’'-])(?i:voting |voted )?{_SIDE}))"
)
# "For (2)" in a line of its own, and those who did so in the next
_COUNTED = re.compile(
    r"^\W{0,3}(?:(?:those |members )?(?:voting |voted ))?"
    r"(?P<side>for|in favou?r|against|ayes?|yeas?|nays?|noes|abst(?:ain(?:ed|ing)?|entions?))"
    r"(?: the (?:substantive )?(?:motion|amendment|proposal|recommendations?))?"
    r"\s?\((?P<count>\d{1,3})\)\s?[:–—-]?[^\S\n]*(?:\n|$)(?=(?P<names>[^\n]*))",
    re.IGNORECASE | re.MULTILINE,
)
_HONOURS = re.compile(rf",?\s{HONOURS}\b\.?")
_YES_LINE = re.compile(r"^(?:yes|ayes?|yeas?)\s?:", re.IGNORECASE | re.MULTILINE)  # names nobody who voted otherwise
# "Orme – aye; Keld – nay"
# "for" ends what is said of somebody, as in "Orme – for; Tay – against", and not "Example Council, for the first time"
_CALL = (
    r"(?:\s*[,:–—-]\s*|\s(?=(?i:aye|yea|yes|nay)\b))"
    r"(?P<side>(?i:ayes?|yeas?|yes|(?:for|in favou?r)(?=\s*(?:[^\w\s]|and\b|$))|nays?|no|against|abstain(?:ed)?))\b"
)
_CALLED = re.compile(rf"(?P<name>{NAME}){_CALL}")
_CALLS = re.compile(_CALL)
# "Ms Orme, Mr Tay and Ms Keld – all yes"
_ALL_YES = re.compile(r"\s*[,:–—-]\s*(?:all|both) (?:yes|ayes?|yeas?|in favou?r)\b", re.IGNORECASE)
_CALLED_TOGETHER = re.compile(rf"(?P<names>{NAME}(?:(?:, and |, | and ){NAME})+)(?i:{_ALL_YES.pattern})")
_STUCK = re.compile(r"(?<=[a-z])-(?=(?:yes|no|aye|nay|all|abstain(?:ed|ing)?)\b)")  # "Orme-yes"
_ABSTAINED = re.compile(rf"(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? (?i:abstain(?:ed|ing))\b")
# "(TO abstained)" and nothing else in its sentence: all that is told of a vote
_ABSTAINED_ALONE = re.compile(
    rf"(?:^|[.)\n]\s*|\()(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? (?i:abstain(?:ed|ing)"
    r"(?: from (?:the )?(?:vote|voting))?)\s*(?:[.)]|$)"
)
# "agreed to move the moorings from May, TO abstaining until he has word from the owners"
_ABSTAINING = re.compile(rf"(?:,|\bwith) (?P<who>{NAME}(?:(?:, | and |, and ){NAME})*) abstaining\b")
# "..., with Mr Orme voting against, RESOLVED", "Mr Orme voted against.", "(prop. Una, sec. Nia, Tom against)"
_OPPOSING = re.compile(
    rf"(?:, |\bwith |^|[.)\n(]\s*)(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? "
    rf"(?i:vot(?:ing|ed) against|dissenting)\s*(?=[.),;]|$)|(?:, |\()(?P<one>{NAME}) against(?=[.)]| [–—-] )"
)
_IN_FAVOUR = re.compile(rf"\b{_WORDED} (?:votes? |members? )?(?:being )?in favou?r\b", re.IGNORECASE)
_CHAIR = r"(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_CASTING = re.compile(
    rf"(?P<who>{_CHAIR}),? (?:then |having )?(?:us(?:ed|es|ing)|exercis(?:ed|ing)|cast|gave)"
    rf" (?:his|her|their|the|a)(?: \w+)? casting vote\b|\bcasting vote of (?P<of>{_CHAIR})",
)
_UNANIMOUS = re.compile(
    r"\b(?=[abcntuy])(?:unanimous(?:ly)?\b|\bnem\.? ?con\b|\ball (?:members |councillors |of )?(?:the board "
    r"|present )?(?:were |voted )?in (?:favou?r|(?:full )?agreement)\b(?!\s?[:–-]?\s?\d)"
    r"|\ball (?:of the )?(?:members |councillors )?(?:present )?voting in favou?r\b(?!,? (?:but|except|save|other))"
    r"|\ball (?:of )?(?:the )?(?:councillors|members|governors|trustees|directors)(?: present)? agreed(?=[.;,)\n]|$)"
    r"|\ball the \w+ were in agreement\b"
    r"|\b(?:the|all) (?:\w+ ){1,3}(?:were|was) in (?:full|unanimous|complete) agreement\b|\ball ayes?\b"
    r"|\b(?:ayes?|yeas?)\s?[:–-]\s?all\b|\ball (?:members |councillors |trustees )?(?:present )?vot(?:ed"
    r"|ing) [“\"]?(?:aye|yes|yea|in the affirmative)\b"
    r"|\bby acclamation\b"
    r"|(?:^|(?<=[.,;\n])|(?<=[.,;\n–—] )|(?<=[A-Z] ))All (?:were )?agreed(?=[.;,)\n]|$)"
    # "Ms Orme seconds the motion all approve", "All agreed to wait": not "the bills were all approved"
    r"|(?:^|(?<=[.,;\n])|(?<=[.,;\n] )|(?<=\bmotion )|(?<=\bseconds )|(?<=\bseconded ))"
    r"all (?:members |present )?(?:approved?|agree)(?=[.;,)\n]|$)"
    r"|^all (?:present )?agreed? (?:to|that)\b"
    r"|\b(?:agreed|approved|confirmed|accepted|adopted|carried) by all"
    r"(?= (?:to|that|and|as|councillor[’']?s|members|trustees|governors)\b|[.,;:)\n]|$)"
    r"|\b(?:agreed|approved|accepted|adopted|carried) by every(?:one|body)(?: present)?(?=[.;)\n]|$)"
    r"|\b(?:agreed|approved|confirmed|accepted|adopted|carried) by all (?:(?:members|councillors|(?:of )?those) )?"
    r"present\b)",
    re.IGNORECASE,
)
# One of these the words above hold.
_OF_ALL = ("unanim", "nem", "all", "by every", "acclam", "full agreement", "complete agreement")


VERDICT_LINE = re.compile(
    r"(?:(?:the )?(?:substantive )?(?:motion|amendment) (?:was )?)?(?:(?:accordingly|therefore|thus|then|duly) )?"
    r"(?:carried|lost|agreed|defeated)"
    r"(?: unanimously)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Motion:
    """Who moved and seconded, and the vote, as far as a stretch of text says."""

    mover: str | None = None
    seconder: str | None = None
    votes: Votes | Literal["unanimous"] | None = None

    def over(self, other: "Motion") -> "Motion":
        """This, with what it leaves open taken from `other`; of another's motion no mover or seconder is taken."""
        another = any(own and told and not _is_same(own, told) for own, told in (
            (self.mover, other.mover), (self.seconder, other.seconder)))  # fmt: skip
        return replace(
            self,
            mover=self.mover or (None if another else other.mover),
            seconder=self.seconder or (None if another else other.seconder),
            votes=self.votes or other.votes,
        )

    def __bool__(self) -> bool:
        return bool(self.mover or self.seconder or self.votes)


def _is_same(name: str, other: str) -> bool:
    """Whether two names may be of one person: "Ms Orme" and "ORME"."""
    alone = any(len(each.split()) == 1 for each in (name, other))
    return name == other or (alone and name.split()[-1].casefold() == other.split()[-1].casefold())


def motion_in(text: str) -> Motion:
    """Mover, seconder and votes that `text` tells."""
    mover = seconder = None
    for pattern in _MOVED if _MAY_MOVE.search(text) else ():
        match = pattern.search(text)
        if match and not NOT_NAME.match(match["mover"] or match["seconder"]):
            mover, seconder = (
                match[who].removesuffix("’s").removesuffix("'s") or None for who in ("mover", "seconder")
            )
            seconder = seconder or _seconder_after(text, match.end())
            break
    return Motion(mover, seconder, votes_in(text))


def _seconder_after(text: str, offset: int) -> str | None:
    """Who seconded, as told further on in a text, where nobody moved anything else before that."""
    seconded = _SECONDED_AFTER.search(text, offset)
    if not seconded or _MOVED_AGAIN.search(text, offset, seconded.start()):
        return None
    name: str = seconded["who"] or seconded["by"]
    return None if NOT_NAME.match(name) else name


def votes_in(text: str) -> Votes | Literal["unanimous"] | None:
    """The counts of a vote, or "unanimous" where it is not counted; null if the text tells of none."""
    small = text.casefold()
    if any(word in small for word in _OF_ALL) and _UNANIMOUS.search(text):
        counted = _told(text, None)  # "unanimously adopted, 7-0"
        return counted if counted and counted.for_ and counted.against == 0 else "unanimous"
    called = roll_call(text)
    told = _told(text, called) or called
    if told is None:
        told_of = (_ABSTAINED_ALONE, _ABSTAINING) if "abstain" in small else ()
        alone = next((found for pattern in told_of if (found := pattern.search(text))), None)
        opposing = _OPPOSING.search(text) if "against" in small or "dissenting" in small else None
        listed = (opposing and (opposing["who"] or opposing["one"]), alone and alone["who"])
        against, abstain = (len(_names(names) or ()) or None if names else None for names in listed)
        favour = _IN_FAVOUR.search(text) if against or alone else None
        for_ = _number(favour[1]) if favour else None
        return Votes(for_=for_, against=against, abstain=abstain) if against or alone else None
    abstained = _ABSTAINED.search(text) if told.abstain is None and called is None else None
    casting = _CASTING.search(text)
    if called and told.abstain is None and told.for_ == called.for_:  # "passed 5-0. Orme, Tay, ... – all yes"
        told = told.model_copy(update={"abstain": called.abstain})
    return told.model_copy(
        update={
            "abstain": len(_names(abstained["who"]) or ()) or None if abstained else told.abstain,
            "names": called.names if called else None,
            "casting": (casting["who"] or casting["of"]).rstrip(".") if casting else None,
        }
    )


def _told(text: str, called: Votes | None) -> Votes | None:
    """The counts that are printed as numbers; a third where nobody was `called` who abstained is of those away."""
    numbered = _DIGIT.search(text)
    if numbered and (tally := _TALLY.search(text)):
        told = [int(tally[part]) if tally[part] else None for part in ("for", "against", "abstain")]
        nobody = called and not called.abstain and "abst" not in text[tally.end() :].casefold()
        if told[2] and (_AWAY.search(text, tally.end()) or nobody):
            told[2] = None
        return Votes(for_=told[0], against=told[1], abstain=told[2])
    if numbered and (sides := _SIDES.search(text)):
        abstain = int(sides["abstain"]) if sides["abstain"] else None
        return Votes(for_=int(sides["for"]), against=int(sides["against"]), abstain=abstain)
    if numbered and (division := division_in(text)):
        listed = _DIVISION_LISTED.search(text)
        abstain = int(listed["abstain"]) if listed and listed["abstain"] else _count(_ABSTAIN, text)
        return Votes(for_=division[0], against=division[1], abstain=abstain)
    if lost := _LOST_BY.search(text):
        fewer, more = sorted((_number(lost[1]), _number(lost[2])))
        return Votes(for_=fewer, against=more, abstain=_count(_ABSTAIN, text))
    if numbered and (scored := _SCORED.search(text)):
        return Votes(
            for_=int(scored["for"] or scored["yes"] or scored["y"] or scored["aye"]),
            against=int(scored["against"] or scored["no"] or scored["n"] or scored["nay"]),
            abstain=int(scored["away"]) if scored["away"] else None,
        )
    passed_with = _PASSED_WITH.search(text) or _AYES_ALONE.search(text)
    if _NOBODY_AGAINST.search(text):
        return Votes(against=0)
    if not (passed_with or _OTHER_SIDE.search(text)):
        return None
    after = 1 if _COUNTS_AHEAD.search(text) else 0
    counts = [_count(patterns[after:], text) for patterns in (_FOR, _AGAINST, _ABSTAIN)]
    given = sum(count is not None for count in counts)
    one_sided = given and (passed_with or _ONE_SIDE.search(text))
    alone = counts[2] is not None and called is None and "vot" in text.casefold()
    if given >= 2 or one_sided or alone:
        return Votes(for_=counts[0], against=counts[1], abstain=counts[2])
    return None


def division_in(text: str) -> tuple[int, int] | None:
    """The votes for a motion and for the amendment that it was put against."""
    if told := _DIVISION.search(text):
        return int(told["a"] or told["c"] or told["e"]), int(told["b"] or told["d"] or told["f"])
    listed = _DIVISION_LISTED.search(text)
    if not listed:
        return None
    return int(listed["a"] or listed["c"] or listed["e"] or listed["g"]), int(
        listed["b"] or listed["d"] or listed["f"] or listed["h"]
    )


def heads_votes(texts: Iterable[str]) -> bool:
    """Whether the heads or labels of a table are those of a vote or a ballot: "For", "Against", "Nominee"."""
    labels = [text.strip(" :.\n") for text in texts]
    sides = {_side(text) for text in labels if _ONE_OF_SIDES.fullmatch(text)}
    kinds = [any(map(kind.fullmatch, labels)) for kind in (_RUNNING, _POLLED)]
    ballots = {text.casefold() for text in labels if _BALLOTS.fullmatch(text)}
    return len(sides) > 1 or all(kinds) or len(ballots) > 1 or any(map(_NOBODY.fullmatch, labels))


def of_votes(document: Document, table: list[Block]) -> bool:
    """Whether a table counts how people voted, in columns or in rows."""
    cells = (*table[0].cells, *(row.cells[0] for row in table if row.cells))
    return heads_votes(document.text[start:end] for start, end in cells)


def roll_call(text: str) -> Votes | None:
    """The names of a recorded vote, and how many there are on each side; null where it is none.

    "For: Cllrs Orme and Tay. Against: Cllr Keld", "For (1)" over the name, "Orme – aye; Keld – nay". On a side that is
    not printed there was nobody, unless another is printed with nobody on it: "Noes: None" leaves open who abstained.
    """
    text = _STUCK.sub(" - ", text)
    sides: dict[str, tuple[str, ...]] = {}
    for match in _LISTED.finditer(text):
        listed = _names(match["names"])
        if listed is not None:
            sides.setdefault(_side(match["side"]), listed)
    yes_alone = len(sides.get("for", ())) > 1 and _YES_LINE.search(text)
    if not yes_alone and ("for" not in sides or len(sides) < 2 or not any(sides.values())):
        sides = _counted(text) or _called(text)
    if not sides:
        return None
    names = RollCall(for_=sides["for"], against=sides.get("against", ()), abstain=sides.get("abstain", ()))
    whole = all(sides.values())
    counts = {side: len(sides.get(side, ())) for side in ("against", "abstain") if whole or side in sides}
    return Votes(for_=len(sides["for"]), names=names, **counts)


def _counted(text: str) -> dict[str, tuple[str, ...]]:
    """Who voted how, below lines that count each side; none where there are other names than were counted."""
    sides: dict[str, tuple[str, ...]] = {}
    for match in _COUNTED.finditer(text):
        names = (_names(match["names"]) or ()) if int(match["count"]) else ()
        if len(names) != int(match["count"]) or _side(match["side"]) in sides:
            return {}
        sides[_side(match["side"])] = names
    return sides if "for" in sides and len(sides) > 1 else {}


def _called(text: str) -> dict[str, tuple[str, ...]]:
    """Who voted how, each called by name: "Orme – aye; Keld – nay", "Orme, Tay and Keld – all yes"."""
    called: list[tuple[str, str]] = []
    for match in _CALLED_TOGETHER.finditer(text) if _ALL_YES.search(text) else ():  # a name is costly to look for
        called += [("for", name) for name in _names(match["names"]) or ()]
    if called or len(_CALLS.findall(text)) > 1:
        called += [(_side(match["side"]), match["name"]) for match in _CALLED.finditer(text)]
    sides = {side: tuple(name for told, name in called if told == side) for side in dict(called)}
    return {"for": ()} | sides if len(called) > 1 else {}


def _side(word: str) -> str:
    word = word.casefold()
    return "abstain" if re.match(r"abst|0", word) else "for" if re.match(r"for|in |ay|y|\+", word) else "against"


def _names(text: str) -> tuple[str, ...] | None:
    """The names in a list that holds nothing else; none for "None", null where something else stands there."""
    if re.fullmatch(r"\W*(?:none|nil|0)?\W*", text, re.IGNORECASE):
        return ()
    bare = re.sub(r"^\s*(?:Cllrs|Councill?ors|Members|Messrs|Crs)\b\.?\s*|\s*\(\d+\)\s*", "", text)
    bare = _HONOURS.sub("", re.sub(r"\b(?:Cllrs|Councill?ors|Crs)\b\.? ", "", bare))
    parts = [part.strip(" .\n") for part in re.split(r",|;|&|\band\b", bare) if part.strip(" .\n")]
    return tuple(parts) if parts and all(re.fullmatch(NAME, part) for part in parts) else None


def _count(patterns: list[re.Pattern[str]], text: str) -> int | None:
    match = next((match for pattern in patterns if (match := pattern.search(text))), None)
    return _number(match[1]) if match else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
