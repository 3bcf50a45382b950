"""How many voted for, against and neither, as figures tell: "carried 7-2", "For: 7, against: 2", "by 7 votes to 2"."""

import re

from extract.alternatives import either
from extract.dates import MONTH
from minutes.model import Votes

_NUMBERS = {
    word: number
    for number, word in enumerate("no one two three four five six seven eight nine ten eleven twelve".split())
} | dict.fromkeys(("nil", "none", "nobody", "no-one"), 0)
WORDED = r"(\d{1,3}|none|nobody|no-one|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nil)"
_DIGIT = re.compile(r"\d")
_TALLY = re.compile(
    r"\b(?:passe[sd]|carrie[sd]|moved|approved|adopted|confirm(?:ed)?|rejected|lost|defeated"
    r"|fail(?:s|ed)|votes? (?:of|was)"
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
    rf"(?:^|[.)\n]\s*){WORDED}\s+(?:members? |councillors? )?(?:(?:voted|voting) )?"
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
    rf"(?:with |by (?!{WORDED} votes? (?:to|against) )|\()(?:only |just )?{WORDED} "
    r"(?:members? |councillors? |votes? )?(?:voting )?(?:in favou?r|for|opposed|against|abst|dissent|ayes?\b|yes votes?"
    r"|affirmative|nay|no vote)",
    re.IGNORECASE,
)
# "Vote. 6 Ayes.", and "Five ayes." with nothing else in its sentence
_AYES_ALONE = re.compile(
    rf"\bvote[.:,]? \d{{1,2}} (?:ayes|yeas|yes)\b|(?:^|[.)\n]\s*){WORDED} (?:ayes|yeas)\s*(?:[.;]|$)", re.IGNORECASE
)
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
    rf"\b(?:lost|defeated|rejected|turned down)\b.{{0,20}}?\bby {WORDED} votes? to {WORDED}\b", re.IGNORECASE
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
    rf"\b(?:for|in favou?r){_OF_WHAT}\s*[:(–-]?\s*{WORDED}\b(?![\d%])(?! (?:years?|months?|weeks?|days?|hours?"
    rf"|terms?|of|to be|others?|more|{MONTH})\b)",
    rf"\b(?:(?:ayes|yeas)\s*[:(]|(?:aye|yea|yes)\s*[:–-])\s*{WORDED}\b",
    rf"{_UNCOUNTED}\b(?:ayes?|yeas?)\s*[–-]?\s*{WORDED}\b",
    rf"(?<![£$€.,\d])\b{WORDED}{_VOTING}(?:for|in favou?r|ayes?|yeas?|yes)\b",
    rf"(?:\b(?:by|of|(?:lost|carried|defeated|passed),) |\(){WORDED} votes? to\b",
    rf"\bapproved\s*[:–-]?\s*{WORDED}(?=[,;]\s*opposed)",
    rf"\b(?:elected|chosen|returned) (?:with|by) {WORDED} votes\b(?! to\b)",
    r"\+1\s*:\s*(\d+)\b",
)
_SAY_AGAINST = (
    rf"\bagainst(?: it(?= \d))?{_OF_WHAT}\s*[:(–-]?\s*{WORDED}\b(?!%)",
    rf"\b(?:(?:nays|nayes|noes)\s*[:(–-]|(?:nay|no(?!-one\b))\s*[:–-])\s*{WORDED}\b",
    rf"{_UNCOUNTED}\b(?:nays?|nayes|noes)\s*{WORDED}\b",
    rf"\b(?:agreed|approved|carried|passed|adopted)\b[^.;]{{0,30}}? with {WORDED} (?:dissenting )(?:voices?|votes?)\b",
    rf"\b{WORDED}{_VOTING}(?:against|opposed|objections?(?! (?:be|is|are|to)\b)|nays?|noes|no)\b",
    rf"\bvotes? to {WORDED}\b",
    rf"\bopposed\s*[:–-]?\s*{WORDED}(?=[,;.\n]|$)",
    r"\b(\d{1,3}) RON\b",  # who would re-open nominations
    r"[-−–]1\s*:\s*(\d+)\b",
)
_SAY_ABSTAIN = (
    rf"\babst(?:ain(?:ed|ing)?|entions?)\s*[:(–-]?\s*{WORDED}\b",
    r"(?<![\d+−–:/.-])\b0\s*:\s*(\d+)\b",
    rf"\b{WORDED}\s+(?:members?\s+|councillors?\s+)?abst(?:ain(?:ed|ing)?|entions?|\.)(?!\w)",
)
_FOR, _AGAINST, _ABSTAIN = (
    [re.compile(pattern, re.IGNORECASE) for pattern in patterns] for patterns in (_SAY_FOR, _SAY_AGAINST, _SAY_ABSTAIN)
)
# "5 in favour 1 against 2 abstained": no count stands after its word here.
_COUNTS_AHEAD = re.compile(
    rf"\b{WORDED} (?:votes? |voted |voting )?(?:in favou?r|for) {WORDED} (?:votes? |voted |voting )?against\b",
    re.IGNORECASE,
)
# What a vote has that is told in numbers, but for "passed with four in favour".
_OTHER_SIDE = re.compile(
    r"(?=(?-i:[anovANOV01−–-]))(?:against|oppos|objection|\bnays?\b|\bnayes\b|\bno(?:es)?\b|abst|votes? to\b"
    r"|[-−–]1\s*:|0\s*:)",
    re.IGNORECASE,
)


def figures_in(text: str, called: Votes | None) -> Votes | None:
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
        fewer, more = sorted((number_of(lost[1]), number_of(lost[2])))
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


def _count(patterns: list[re.Pattern[str]], text: str) -> int | None:
    match = next((match for pattern in patterns if (match := pattern.search(text))), None)
    return number_of(match[1]) if match else None


def number_of(word: str) -> int:
    """The number that a word of `WORDED` tells: 0, where it is "none"."""
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
