"""People told of in sentences: "Apologies were received from ...", "Also present was ..."."""

import re
from collections.abc import Iterator

from extract.attendance.labels import BESIDE, HEAD, STATED, Label
from extract.attendance.naming import SOMEBODY, is_list, named_in
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import TITLES
from extract.text import Sentence
from minutes.model import Attendance, Capacity

_SENT = re.compile(
    r"(?P<names>[^.]+?(?:\.[^.]+?)*?) (?:had |has |have )?(?:also )?"
    r"(?:sent|given|gave|tendered|offered|submitted|e-?mailed|recorded(?= apologies by e-?mail))"
    r" (?:(?:his|her|their|advance) )?apologies\b(?! (?:for (?:late|leaving|(?:his|her|their) late)"
    r"|(?:in advance )?for (?:the )?(?:next|following|[A-Z][a-z]+(?:’s|'s)?) (?:\w+ )?meeting))"
)
# Above the first item; below it somebody may be sorry for something else.
_SORRY = re.compile(r"(?P<names>[A-Z][^.]{3,80}) apologised(?: for (?:his |her |their )?absence)?(?=\W*$)")
# "Apologies were received, with consent, from Ada Brindle and Tom Orme."
_ASIDE = re.compile(
    r"\b[Aa]pologies\b[\w\s]{0,30}\b(?:received|accepted|given|noted|sent|tendered), [\w\s’'-]{3,40}, (?:from|by|for)"
    r" (?P<names>[A-Z].+?)\.?$"
)
IN_CHAIR = re.compile(
    r"(?:(?:The|An) [A-Z]\w+, )?(?P<names>(?:[A-Z][\w.’'-]*,?\s){2,5}?)"
    r"(?:(?:was |took )?(?:in )?the [Cc]hair|(?:was )?presid(?:ed|ing))\W*$"
)
APOLOGIES = re.compile(
    r"\bapolog(?:ies|y|ises)\b(?:(?:\s+for absence\s*:\s*(?:were|was)\b)?[\w\s]{0,60}?\b(?:from|by|on behalf of"
    r"|(?:recorded|noted|received|tendered|given|accepted) for)\b"
    # "to accept the apologies of Cllrs Orme and Tay"
    rf"|\s+of(?= (?-i:{TITLES} [A-Z]))|\s+for absence\s*:(?!\s*w(?:ere|as)\b)"
    r"|\s*[:–-])\s*(?P<names>.+?)(?:(?<!\b[A-ZÀ-Þ])(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Cllr)(?<!Cllrs)(?<!Messrs)(?<!Rev)(?<!Prof)\.(?:\s|$)"
    r"|\bno other\b"
    # what is told of the last of them: "Cllr Orme who was away", "Cllr Keld during her leave"
    r"|\s(?:who (?:was|were|had|is|has)|during|whilst|while|owing to|due to|because)\b(?![^.;]*\band [A-Z])"
    r"|$)",
    re.IGNORECASE | re.DOTALL,
)
WERE_THERE = re.compile(
    r"(?P<names>.+?),? (?:(?:were|was) (?:also )?(?:present|in attendance|with us)"
    r"|(?:also )?(?:present|attended)(?=\W*$)|came (?:along )?(?:for|to) the\b"
    r"|arrived (?:late\b|(?:shortly|soon) after\b|at (?:about |around )?\d{1,2})|(?:also |later )?(?:attended"
    r"|joined) (?:the meeting"
    r"|remotely|virtually|via|to (?:present|give)|for (?:this )?item))\b"
)
_STANDS_FOR = re.compile(
    r"^[A-Z][\w.’'-]*+(?:\s[A-Z][\w.’'-]*+){1,3}, (?:our|the|a|an) (?:[\w’'-]+ ){0,3}"
    r"(?:representative|delegate|liaison|officer|planner|adviser|advisor|manager|member|chair\w*|clerk|secretary|surveyor|engineer|architect)\b[^,;.]{0,60}$"
)
_CLAUSE = re.compile(r"\b(?:and|Also) (?=[A-Z])")
_THAT = re.compile(r"\b(?:and|that) (?=[A-Z])")  # "said that Ada Brindle had sent her apologies"
_NOBODY = re.compile(
    r"(?:He|She|They|We|It|This|That|Who|Everyone|Nobody|None|The(?:re)?"
    r"|Also|Others?|Those|Not|Members(?! [A-Z])|Officers|No)\b"
)
_PRESENT_WERE = re.compile(
    r"(?:(?:Those|Also|Others?|The|(?!Not\b)[A-Z][a-z]+) )?(?:[Ss]taff |[Oo]fficers )?"
    r"(?:(?:[Mm]embers|[Dd]irectors|[Tt]rustees|[Cc]ouncillors|[Ss]upervisors|[Cc]ommissioners|[Gg]overnors) )?"
    r"(?:[Pp]resent|[Aa]ttending|[Ii]n attendance|Attendees|Visitors|Guests|Observers)"
    r"(?: (?:via|by|on) (?:[Tt]ele|[Vv]ideo|[Zz]oom|[Tt]eams|[Pp]hone)\w*| in person| remotely| virtually| online)?"
    r" (?:were|was|included)(?:,? in alphabetical order,?)?:?"
    r"(?: (?:board |council |committee )?(?:members|trustees|directors|supervisors|commissioners|councillors|guests"
    r"|visitors))? (?P<names>[A-Z].+?)(?:,? (?:taking|who took"
    r"|as) |\.?$)"
)
_BESIDES = re.compile(r"(?:also|others?|staff|officers|visitors|guests|observers)\b", re.IGNORECASE)
# "Councilors Orme and Keld answered the roll call."
_ANSWERED = re.compile(r"(?P<names>[A-Z].+?) (?:answered|responded to) (?:the )?roll(?: ?call)?\b")
# "Trustee Orme answered “present” and Trustee Keld answered “present”."
_ANSWERED_HERE = re.compile(
    r"(?<![\w.’'-])(?P<names>(?:[A-Z][\w.’'-]*\s){1,4})(?i:answered|responded),?"
    r" (?:[“\"‘'](?i:present|here)\b|(?i:present|here)(?=\s*(?:[.,;]|and [A-Z]|$)))"
)
# "..., with Cllr Una Keld in attendance as substitute."
_IN_PLACE = re.compile(
    r"\bwith (?P<names>[A-Z][^,;:]{3,60}) (?:present|in attendance|attending) as (?:a )?substitutes?\b"
)
# "The following members were present: Orme, Tay", "Commissioners Keld and Fell were excused."
_FOLLOWING = re.compile(
    r"The following (?:\w+ ){0,3}were (?P<state>present|absent|excused|in attendance)[^:.]{0,20}: (?P<names>[A-Z].+)"
)
# "The meeting was attended by Ada Brindle and two residents", "It began at 7 pm with Tom Orme and Una Keld present".
_AMONG_THEM = re.compile(
    r"\bmeeting\b[^.:]{0,60}?\battended by:? (?P<by>[A-Z].+)"
    r"|\b(?:order|opened|began|commenced|convened|met)\b[^.]{0,80}? with (?P<with>[A-Z][^.]{3,300}?)"
    r" (?:being )?(?:present|in attendance|attending)\b"
    r"|\b(?:people|members|persons|residents|were|was) (?:present|in attendance|attended),? (?:including|namely)"
    r" (?P<including>[A-Z].+)"
    r"|\b(?:members|directors|trustees|commissioners) (?:being )?(?:present|in attendance),? as follows:"
    r" (?P<as>[A-Z].+)"
    r"|\bfollowing (?:[\w’'-]+ ){0,4}(?:present|in attendance|attending|participating)"
    r"(?: (?:by|via|on|in) [\w’'-]{2,12}(?: call| link)?| remotely| virtually| online)?: (?P<following>[A-Z].+)"
    r"|\bwelcomed (?:all )?(?:those|members|everyone|everybody) (?:who were |in )?(?:present|attend(?:ing|ance)):"
    r" (?P<welcomed>[A-Z].+)"
)
_WERE_AWAY = re.compile(r"(?P<names>[A-Z].+?),? (?:was|were) (?P<state>absent|excused)(?=\W*$)")
# "Absent were Trustees Orme and Tay."
_AWAY_WERE = re.compile(
    r"(?:(?:Those|Also) )?(?:Absent|Excused) (?:were|was):?(?: Trustees?| Members?"
    r"| Directors?)? (?P<names>[A-Z].+?)\.?$"
)
# "was called to order at 7 pm by President Ada Brindle"
_CALLED_BY = re.compile(
    r"\b[Cc]alled (?:the .{0,60} )?to order\b.{0,60}? by (?:the )?"
    r"(?P<names>(?:[A-Z][\w.’'-]*,? ){1,5}[A-Z][\w’'-]+)(?=,? at\b|[.,;]|$)"
    r"|\b[Tt]he [Cc]hair\w* \((?P<chair>[A-Z][^()]{3,40})\) (?:welcomed|opened|called)\b"
    r"|^(?P<who>(?:[A-Z][\w.’'-]*,?\s){1,6}?)called (?:the |this )?(?:(?:[\w’',-]+ ){0,9}?to order|roll)\b"
)
# "Mrs Duren who gave proxy to Mr Keld": she is away, and he is there.
_PROXY = re.compile(
    r"(?<![\w.’'-])(?P<away>(?:[A-Z][\w.’'-]*\s){1,4}?(?:[A-Z][\w’'-]*)),? ?\(?(?:who )?(?:has |had |having )?"
    r"(?:gave|given|gives|giving) "
    r"(?:(?:(?:his|her|their|a) )?(?:proxy|power of attorney|mandate)|(?:his|her|their) powers?) to "
    r"(?P<by>(?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w’'-]*)(?=[\s.,;)]*(?:and\b|$|[.,;)]))"
)
# "All the councillors are present with the exception of Mrs Duren."
_EXCEPTED = re.compile(
    r"(?:All|Every|The (?:full|whole))\b[^.]{0,60}\b(?:present|attended|in attendance)\b,? "
    r"(?:(?:with the )?exception of|with the exception of|except(?: for)?|apart from|save(?: for)?) (?P<names>[A-Z].+)"
)
# "from Cllr Marl, substituted by Cllr Brindle, and Dr Orme", "from Cllr Marl with Cllr Brindle attending in her place"
_SUBSTITUTED = re.compile(
    rf",? (?:(?:who )?was )?(?:substituted|represented|replaced) by (?P<by>{SOMEBODY})"
    rf"|,? with (?P<who>{SOMEBODY}) (?:attending|present|in attendance|substituting|deputising|standing in)\b"
    r"(?: (?:in|as|for|on) (?:his|her|their|an?)? ?(?:him|them|place|stead|behalf|substitute|deputy)\b)?"
)
_HERE = re.compile(r"\b(?:answered|responded)\b")
_CAME = re.compile(r"present|attend|participating", re.IGNORECASE)
_MEMBER: Label = ("present", "member")


def in_prose(found: Findings) -> Iterator[Attendance]:
    """People told of in a sentence at the head: apologies, and who else was there."""
    for block in found.document.blocks[:HEAD]:
        if block.furniture:
            continue
        for start, end in block.cells or ((block.start, block.end),):
            yield from _sorry(found, start, end)
    for sentence in found.sentences:
        if sentence.block >= HEAD:
            return
        yield from _told_sorry(found, sentence)
        yield from _chaired(found, sentence)
        yield from _away(found, sentence)
        yield from _by_proxy(found, sentence)
        yield from _opened(found, sentence)
        yield from _present(found, sentence)
        yield from _there(found, sentence)


def _chaired(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Who took the chair."""
    chair = IN_CHAIR.match(found.document.text, sentence.start, sentence.end)
    if chair and people_in(chair["names"]):
        yield from named_in(found, chair["names"], chair.start("names"), _MEMBER, role="Chair")


def _away(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Those of whom a sentence says that they were absent or excused, or the state of "the following"."""
    for pattern in (_AWAY_WERE, _WERE_AWAY, _FOLLOWING):
        told = pattern.match(found.document.text, sentence.start, sentence.end)
        if told and is_list(told["names"], share=0.6) and not _NOBODY.match(told["names"]):
            state = told.groupdict().get("state") or "absent"
            yield from named_in(found, told["names"], told.start("names"), STATED.get(state, ("absent", None)))


def _by_proxy(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Those who are away and have given their vote to somebody, who holds it, and whom "all except" names."""
    text = found.document.text
    excepted = _EXCEPTED.match(text, sentence.start, sentence.end)
    names = excepted["names"] if excepted else ""
    for told in _PROXY.finditer(text, sentence.start, sentence.end):
        if is_list(told["away"], share=0.6) and is_list(told["by"], share=0.6):
            yield from named_in(found, told["away"], told.start("away"), ("apologies", None))
            yield from named_in(found, told["by"], told.start("by"), _MEMBER)
            names = names.replace(told[0], " " * len(told[0]))
    if excepted and is_list(names, share=0.6):
        yield from named_in(found, names, excepted.start("names"), ("absent", None))


def _opened(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Who called the meeting to order, and with whom it began."""
    words = found.document.text[sentence.start : sentence.end]
    opened = _CALLED_BY.search(words)
    names = opened[opened.lastgroup or 0] if opened else ""
    if opened and len(people_in(names)) == 1:
        yield from named_in(found, names, sentence.start + opened.start(opened.lastgroup or 0), _MEMBER)
    among = _AMONG_THEM.search(found.document.text, sentence.start, sentence.end) if _CAME.search(words) else None
    names = among[among.lastgroup or 0] if among else ""
    if among and is_list(_bare(names), share=0.5):
        yield from named_in(found, names, among.start(among.lastgroup or 0), _MEMBER)


def _there(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Those of whom a sentence or one of its clauses says that they were there."""
    text = found.document.text
    clauses = [cut.end() for cut in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    reached = sentence.start
    for start in (sentence.start, *clauses):
        told = WERE_THERE.match(text, start, sentence.end) if start >= reached else None
        names = told["names"] if told else ""
        if told and (is_list(_bare(names), share=0.6) or _is_one_of(names)) and not _NOBODY.match(names):
            reached = told.end()
            yield from named_in(found, told["names"], told.start("names"), BESIDE)


def _is_one_of(names: str) -> bool:
    """Whether one is named and whom somebody stands for follows: "Ada Brindle, our delegate to the county"."""
    one = _STANDS_FOR.match(names)
    return bool(one) and len(people_in(names)) == 1 and " " in people_in(names)[0].name


def _present(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Those who a sentence says were present, answered the roll call or stood in for somebody."""
    text = found.document.text
    words = text[sentence.start : sentence.end]
    were = _PRESENT_WERE.match(text, sentence.start, sentence.end)
    if were and is_list(_bare(were["names"]), share=0.35):
        capacity: Capacity = "in attendance" if _BESIDES.match(were[0]) else "member"
        yield from named_in(found, were["names"], were.start("names"), ("present", capacity))
    answered = _ANSWERED.match(text, sentence.start, sentence.end) if "roll" in words else None
    if answered and is_list(answered["names"], share=0.6):
        yield from named_in(found, answered["names"], answered.start("names"), _MEMBER)
    here = _ANSWERED_HERE.finditer(text, sentence.start, sentence.end) if _HERE.search(words) else ()
    for one in here:
        yield from named_in(found, one["names"], one.start("names"), _MEMBER)
    stood = _IN_PLACE.search(text, sentence.start, sentence.end) if "substitute" in words else None
    if stood and is_list(stood["names"], share=0.6):
        yield from named_in(found, stood["names"], stood.start("names"), ("present", "substitute"))


def _told_sorry(found: Findings, sentence: Sentence) -> Iterator[Attendance]:
    """Those of whom a sentence or one of its clauses says that they sent apologies."""
    if "pologi" not in found.document.text[sentence.start : sentence.end]:
        return
    above = not found.items or sentence.start < found.items[0].citation.start
    clauses = [cut.end() for cut in _THAT.finditer(found.document.text, sentence.start, sentence.end)]
    for start in (sentence.start, *clauses):
        for pattern in (_SENT, _ASIDE, _SORRY) if above else (_SENT, _ASIDE):
            sent = pattern.match(found.document.text, start, sentence.end)
            if sent and is_list(_bare(sent["names"]), share=0.6):
                yield from named_in(found, sent["names"], sent.start("names"), ("apologies", None))


def _sorry(found: Findings, start: int, end: int) -> Iterator[Attendance]:
    """Those who sent apologies, as a stretch of text tells."""
    text = found.document.text
    for match in APOLOGIES.finditer(text[start:end]):
        none = re.search(r"\b(?:no|without) $", text[start : start + match.start()], re.IGNORECASE)
        if not none and not re.search(r"\b(?:late(?:ness)?|temporary)\b", match[0]):
            names, at = match["names"], start + match.start("names")
            for one in _SUBSTITUTED.finditer(names):
                whom = one.lastgroup or 0
                yield from named_in(found, one[whom], at + one.start(whom), ("present", "substitute"))
            names = _SUBSTITUTED.sub(lambda one: "," + " " * (len(one[0]) - 1), names)
            yield from named_in(found, names, at, ("apologies", None))


def _bare(names: str) -> str:
    """Names less what is told of them in brackets."""
    return re.sub(r"\([^)]*\)", "", names)
