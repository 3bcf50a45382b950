"""Who moved and who seconded, as a text tells: "Moved by Ms Orme, seconded by Mr Tay", "M/S/C Orme/Tay"."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.names import IN_SMALL, NAME, NO_NAME, NOT_NAME, OFFICIAL, SLASHED_TITLE, TITLE
from extract.findings import Findings
from minutes.model import Votes

# The head of a motion that is two names and a colon, behind its number: "R2041-17 T. Orme, U. Keld: That ..."
_TWO_NAMES = (
    rf"(?:\S{{0,15}}\d\S{{0,15}}\s+(?:-\s?\d+\s+)?)?(?P<mover>{NAME})\s?[,/–-]\s?(?P<seconder>{NAME}):\s+"
    r"(?=(?i:that|whereas|be it|now,? therefore)\b)"
)
# "Weir 19/086 ORME: That it be mended.", with the subject of it in the margin
_BY_ONE = (
    r"(?:[A-Z][\w-]*\s+){0,2}\d{2,4}[/-]\d{2,4}\s+"
    r"(?P<mover>[A-Z]{3,}(?:[-’'][A-Z]{2,})?):\s+(?=[Tt]hat\b)(?P<seconder>)"
)
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
        rf"^{_TWO_NAMES}",
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
        rf"(?:^|[.;:,–—-] )(?P<mover>{NAME}) {_PUT}\b.{{0,300}}?(?i:\bseconded (?:by )?)(?P<seconder>{NAME})",
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
        rf"(?P<mover>{TITLE}{NO_NAME}[A-Z][\w-]*(?: [A-Z][\w-]*){{0,2}})[’']s (?i:motion|proposal|amendment)\b"
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
        rf"(?:^|\n){_BY_ONE}",
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
_HEADED = (re.compile(_TWO_NAMES), re.compile(_BY_ONE))
_THEY_MOVED = re.compile(r"(?:He|She) (?:then |therefore |also |duly )*(?:moved|proposed)\b")
_ALSO_MOVED = re.compile(r"\band (?:he|she) (?:then |therefore |so )?(?:moved|proposed) that\b")
_THEY_MOVED_AND = re.compile(
    rf"(?:He|She) (?:then |therefore |also |duly )*(?:moved|proposed),? (?:and )?(?P<seconder>{NAME}),? "
    r"seconded\b(?! by)"
)
_OPENS = re.compile(
    rf"(?:The (?:Vice-)?(?:Chair\w*|Leader|Convener) of [^,.;:]{{3,60}}, (?=[A-Z]))?"
    rf"(?P<who>{OFFICIAL}{NAME}|The (?:Chair(?:man|woman|person)?|Mayor|Provost|President|Conven[eo]r|Cathaoirleach))"
    r"(?! and\b|,? [A-Z]|[’']| of\b)"
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


def headed(text: str) -> re.Match[str] | None:
    """The words that name who moved a text ahead of it, "Orme/Tay: ", "19/086 ORME: ", and nothing else."""
    return next((match for pattern in _HEADED if (match := pattern.match(text))), None)


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


def by_whom(found: Findings, at: int, told: Motion) -> Motion:
    """A motion with whom "He moved" means: who begins the sentence before it in the paragraph."""
    if not told.seconder and (seconded := _THEY_MOVED_AND.match(found.document.text, at)):
        told = replace(told, seconder=seconded["seconder"])
    own = found.sentences[bisect_left(found.starts, at) :][:1]
    if not told.mover and own and own[0].start == at and _ALSO_MOVED.search(found.document.text, at, own[0].end):
        opens = _OPENS.match(found.document.text, at)
        return replace(told, mover=opens["who"]) if opens else told
    index = bisect_left(found.starts, at) - 1
    blocks, text = found.document.blocks, found.document.text
    said = found.sentences[index] if index >= 0 else None
    if told.mover or not said or at >= blocks[said.block].end or not _THEY_MOVED.match(text, at):
        return told
    opens = _OPENS.match(text, said.start, said.end)
    return replace(told, mover=opens["who"]) if opens else told
