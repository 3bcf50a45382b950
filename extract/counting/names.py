"""Names and units: what a figure measures, read off the dependency parse.

After Vo, Almasian and Gertz, "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023): the noun that the figure counts,
the subject of its verb, or what its preposition hangs on; in an elliptic sentence the words around it.
"""

import itertools
import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.quantities.naming import tells_of_each
from extract.quantities.nouns import duration_unit, singular
from extract.text import as_text
from models.language import lemma

NAME_WORDS = 14
_MOVES = frozenset("grow rise increase fall drop peak decrease reduce reach total stand".split())
# "in excess of £2m", "a surplus on the year of £2m"
_VAGUE = frozenset("range region excess top order amount sum year month quarter period week day".split())
ENOUGH_WORDS = 4  # a name with fewer that carry meaning takes in what is said after the figure


def counted(span: Span) -> Token | None:
    """The noun that a number counts, which must follow it."""
    if re.match(r"\s[–—-]\s", as_text(span.doc)[span.end_char :]):
        return None  # "rose to eleven - the Mill, the Ford", which tells them off
    head = span.root.head
    joined = span.end < len(span.doc) and span.doc[span.end].text in "-–"  # "two-tier systems"
    while not joined and head.i >= span.end and _is_led(head):
        head = head.head  # "21 estate agent boards" counts boards
    if head.lower_ == "time" and head.i + 1 < len(span.doc) and head.nbor().lower_ == "equivalent":
        run = itertools.takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "ADJ"), span.doc[head.i :])
        return [t for t in run if t.pos_ != "ADJ"][-1]  # "25 full time equivalent jobs"
    if (
        span.root.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod")
        and head.i >= span.end
        and head.pos_ in ("NOUN", "PROPN")
    ):
        return head
    # The parser loses "400 additional specialist school places": take the last noun of the run that follows.
    last = None
    for token in span.doc[span.end : span.end + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            last = token
        elif last is not None or (
            token.pos_ not in ("ADJ", "ADV", "NUM")
            and token.tag_ not in ("VBN", "VBG")
            and token.text not in ("-", "/", "&")
        ):
            break
    return last


def _is_led(noun: Token) -> bool:
    """Whether a noun in the singular, and no length of time, stands before the noun that it describes."""
    led = noun.dep_ == "compound" and noun.head.i > noun.i
    return led and noun.tag_ not in ("NNS", "NNPS") and not duration_unit(noun.text)


def whole_of(span: Span) -> Token | None:
    """What a bare number is a part of, in the plural: "369 of the current requests", "120 of our members"."""
    after = span.doc[span.end : span.end + 2]
    if (
        len(after) < 2
        or after[0].lower_ != "of"
        or after[1].lower_ not in ("the", "our", "its", "their", "these", "those")
    ):
        return None
    return next((t for t in after[0].children if t.dep_ == "pobj" and t.tag_ in ("NNS", "NNPS")), None)


_PLURAL = re.compile(r"[a-z]{3,}[^aisu]s")


def is_plural(noun: Token) -> bool:
    """Whether a noun that the tagger takes for one in the singular is none: "audits"."""
    return noun.tag_ == "NN" and bool(_PLURAL.fullmatch(noun.text))


_LETTERS = re.compile(r"[A-Z][A-Za-z]*[A-Z]s")  # "GPs", "EqIAs"
_MIXED = re.compile(r"[a-z]+[A-Z]+\d?[a-z]?")  # "tCO2e"


def lemma_of(noun: Token, span: Span) -> str:
    """The unit that a noun makes: in the singular, with its compound, or its letters where they follow it."""
    noted = _NOTED.fullmatch(noun.text)
    word = "use" if noun.lower_ == "uses" else lemma(noun).casefold()  # which the lemmatizer takes for "us"
    word = singular(noted[1]) if noted else singular(word) if is_plural(noun) else word
    if _LETTERS.fullmatch(noun.text):
        word = noun.text[:-1]
    if _MIXED.fullmatch(noun.text):
        word = noun.text
    if word == noun.text.casefold() and noun.text.isupper():
        word = noun.text
    rest = [token.text for token in noun.doc[noun.i + 1 : noun.i + 4]]
    if len(rest) == 3 and rest[0] == "(" and rest[2] == ")" and re.fullmatch(r"[A-Z]{2,6}s?", rest[1]):
        return rest[1].rstrip("s")  # "38 Key Performance Indicators (KPIs)"
    led = [t for t in noun.lefts if t.dep_ == "compound" and t.i >= span.end]
    modifiers = [t.text.casefold() for t in led if len(t) > 1 and t.text != "FTE"]  # "Band D homes", "FTE staff"
    return " ".join([*modifiers, word])


_SHARE = re.compile(r"\s\(\d[\d.]*\s?%\)")


def of_which(span: Span, whole: str | None) -> str | None:
    """The name of a part: what is said of it, and what it is a part of."""
    after = _after_bracket(span)  # "17 (45%) are full"
    shared = after is not None and _SHARE.match(as_text(span.doc), span.end_char)
    said = _clean(_following(span, after.i if after is not None and shared else span.end))
    if whole and said and whole.endswith(said):
        return whole
    return " ".join(filter(None, (whole, said))) or None


def noun_phrase(noun: Token, span: Span) -> str | None:
    """What a figure counts, without what is said of those it counts: "indicators" of "10 indicators show a rise"."""
    return _clean(_phrase(noun, span))


def counted_by_subject(span: Span) -> str | None:
    """What a bare number counts that its subject or object names: "user numbers grew to 5,100"."""
    verbs = [token for token in span.root.ancestors if token.pos_ == "VERB"]
    objects = [child for verb in verbs for child in verb.children if child.dep_ == "dobj" and child.i < span.start]
    moved = any(lemma(verb) in _MOVES for verb in verbs)
    for governor in filter(None, (_governor(span), *objects)):
        word = lemma(governor).casefold()
        if word == "population":
            return "person"
        if word in ("number", "total", "count", "backlog"):
            of = next((t for child in governor.children if child.lower_ == "of" for t in child.children), None)
            inner = of if of is not None else next((t for t in governor.lefts if t.dep_ == "compound"), None)
            return lemma(inner).casefold() if inner is not None and inner not in span else None
        if (moved or _is_told(span, governor)) and governor.tag_ == "NNS":
            return word
    return _of_change(span)


_UP_OR_DOWN = re.compile(
    r"\b(?:is|are|was|were|’re)\s(?:up|down)\s(?:by\s|from\s(?:[\d,]+\s(?:[a-z]+\s){0,3}?to\s)?)(?:about\s|around\s)?$"
)
_CHANGES = frozenset("increase rise reduction fall drop decrease growth".split())


def _of_change(span: Span) -> str | None:
    """What a bare number counts that is up or down: "calls were up by 153", "a fall in visits from 283 to 205"."""
    governor = _governor(span)
    if governor is not None and lemma(governor) in _CHANGES:
        inside = (t for child in governor.children if child.lower_ == "in" for t in child.children if t.dep_ == "pobj")
        return next((_counted_lemma(t) for t in inside if t.tag_ == "NNS"), None)
    if _UP_OR_DOWN.search(as_text(span.doc)[: span.start_char]):
        verbs = [token for token in span.root.ancestors if token.pos_ in ("VERB", "AUX")]
        subjects = (child for verb in verbs for child in verb.children if child.dep_ == "nsubj")
        return next((_counted_lemma(t) for t in subjects if t.tag_ == "NNS" and t.i < span.start), None)
    return None


def _counted_lemma(noun: Token) -> str:
    """The singular of a noun, or of what its "numbers" are of: "membership numbers"."""
    inner = next((t for t in noun.lefts if t.dep_ == "compound"), None) if lemma(noun) == "number" else None
    return lemma(inner if inner is not None else noun).casefold()


def _is_told(span: Span, governor: Token) -> bool:
    """Whether a bare number of many is what its subject, which is nothing but spoken of, was: "loans were 3,446"."""
    verb = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end : span.end + 1].text
    return (
        verb is not None
        and lemma(verb) == "be"
        and lemma(governor) not in _NO_COUNT
        and (not after or after in ".,;()" or after in ("compared", "against", "in", "for", "up", "down"))
    )


_NO_COUNT = frozenset("number figure date time result hour score mark rate level price cost fee charge age".split())


def are_what(span: Span) -> str | None:
    """What a bare number is said to be: "of these, 1,041 were false alarms"."""
    verb = span.doc[span.end]
    attribute = next((t for t in verb.children if t.dep_ == "attr" and t.tag_ == "NNS" and t.i > span.end), None)
    return lemma_of(attribute, span) if attribute is not None else None


# What is counted where a register or a list is: "the school roll was 412".
_REGISTERS = {
    "roll": "pupil", "enrolment": "pupil", "enrollment": "student", "population": "person", "membership": "member",
    "headcount": "employee", "readership": "reader", "list": None, "caseload": "case", "backlog": None,
    "capacity": None,
}  # fmt: skip


def labelled_by(span: Span) -> tuple[str | None, str | None] | None:
    """Unit and name of a bare number by the register that it tells ("the waiting list stood at 1,240") or by the label
    that it stands after ("Homelessness applications: 231"); a unit that is not told is null."""
    register = _register(span)
    if register is not None:
        people = next((t for t in span.doc if t.tag_ == "NNS" and lemma(t).casefold() in _PEOPLE), None)
        known = _REGISTERS[lemma(register).casefold()]
        return known or (lemma(people).casefold() if people is not None else None), _clean(_phrase(register, span))
    before = as_text(span.doc)[: span.start_char]
    label = _LABEL.match(before) or _COUNT_LABEL.search(before)
    words = span.doc.char_span(label.start("label"), label.end("label"), alignment_mode="contract") if label else None
    nouns = [
        t
        for t in words or ()
        if (t.tag_ in ("NNS", "NNPS") or (t.tag_ == "VBZ" and t.i > 0)) and lemma(t).casefold() not in _NO_LABEL
    ]
    if words is None or not nouns:
        return None
    head = next((noun for noun in nouns if noun.head not in words or noun.dep_ == "ROOT"), nouns[0])
    unit = lemma(head).casefold()
    return (unit.rstrip("s") if head.tag_ == "NNPS" else unit), words.text


def _register(span: Span) -> Token | None:
    """The register that a figure tells: the subject of its verb, or the noun right before it."""
    subjects = [
        child for token in span.root.ancestors if token.pos_ in ("VERB", "AUX") for child in token.children
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < span.start
    ][:1]  # fmt: skip
    before = [
        t for t in span.doc[max(0, span.start - 3) : span.start] if t.lower_ not in ("of", "a", "is", "was", "at", ":")
    ]
    told = [t for subject in subjects for t in (subject, *subject.rights) if t.pos_ in ("NOUN", "PROPN")]
    inner = [t for subject in subjects for t in subject.subtree if lemma(t).casefold() == "roll"]
    for token in (*told, *inner, *before[-1:]):
        if lemma(token).casefold() in _REGISTERS and not (
            lemma(token) == "list" and token.nbor(-1).lower_ != "waiting"
        ):
            return token
    return None


_PEOPLE = frozenset(
    "patient person child pupil student household applicant resident family adult staff employee tenant carer learner"
    " woman man girl boy cyp people parent victim offender worker nurse teacher user visitor customer member respondent"
    " leaver mother baby infant teenager pensioner driver".split()
)
_OF_WHOLE = re.compile(r"\W*(?:Out of|Of) (?!th[aeio]\w{0,3},|them,|which,)[^,;.\d]+, $")
_LABEL = re.compile(r"\s*(?:[•o▪–-]\s)?(?P<label>[A-Z][^:;.\d]{4,80}?)\s?(?::|\s[–—-])\s(?:about |around |over )?$")
# "Fire calls: 31; flood calls: 12"
_COUNT_LABEL = re.compile(r"\d[;,]\s(?:and\s)?(?P<label>[A-Za-z][^:;,.\d]{3,60}?)\s?(?::|\s[–—-])\s$")
_NO_LABEL = frozenset(
    "member apology vote minute page item note action meeting point day hour year month detail".split()
)


def name_of(span: Span, noun: Token | None) -> str | None:
    """What is measured, in the sentence's own words."""
    before = as_text(span.doc)[: span.start_char]
    label = _LABELLED.match(before) if noun is None or duration_unit(noun.text) else None
    label = label or (_labelled_part(span, before) if noun is None else None)
    if label and not _NO_MEASURE.match(label["label"]):
        return label["label"].strip()
    of, governor = _of_what(span), _governor(span)
    words = set(_phrase(noun, span) if noun is not None else ())
    if of is not None:
        words |= {of.head, *_phrase(of, span)}
    timed = noun is not None and duration_unit(noun.text) is not None
    if governor is not None and noun is not None and _is_listed(noun, governor, span):
        governor = None  # "over 90 people, 45 dogs and 12 horses"
    included = _INCLUDING.search(before)
    if included or (governor is not None and noun is not None and lemma(governor) == lemma(noun)):
        governor = None  # "96 cases of one kind and 7 cases of another"; "£31.6m, including £4m for repairs"
    if governor is not None and governor not in words and (timed or _meaning(words) < ENOUGH_WORDS):
        words |= set(_nearest(governor, span, 6 if words and not timed else NAME_WORDS))
    if (not words and not included) or (timed and (governor is None or not words - {noun})):
        words |= set(_clause_before(span)[-10:])
    if governor is not None and lemma(governor) in _CHANGES and (shown := _shows(governor)) is not None:
        # "Data on boats for hire showed an increase in use"
        words = (words | set(_nearest(shown, span, 8))) - {t for t in governor.children if t.dep_ == "det"}
    words = _less_others(words, span) or words
    if _OF_WHOLE.match(before) and before.endswith(", "):
        # "Of all the loans in May, 4% were to crews"
        words = {t for t in words if t.text != ","} | set(_following(span))
    if _meaning(words) < ENOUGH_WORDS:
        words |= set(_following(span))
    return _clean(sorted(words - ({noun} if timed and _meaning(words) > 1 else set()), key=lambda t: t.i))


def _is_listed(noun: Token, governor: Token, span: Span) -> bool:
    """Whether what a figure counts is joined to what the one before it counts."""
    joined = noun.dep_ == "conj" and governor in noun.ancestors and governor.i < span.start
    return joined and any(child.dep_ == "nummod" and child not in span for child in governor.children)


def _less_others(words: set[Token], span: Span) -> set[Token]:
    """Words less those of other figures: what follows the next one, or stands at one before, up to what parts them."""
    others = [token.i for token in span.doc if _is_other_figure(token, span)]
    following = next((i for i in others if i >= span.end), len(span.doc))
    before = [i for i in others if i < span.start]
    taken: set[int] = set()
    for start, end in itertools.pairwise([*before, span.start]):
        parts = [t.i for t in span.doc[start:end] if t.tag_ == "CC" or t.text in ",;"]
        taken.update(range(start, parts[0] + 1) if parts else ())
    return {token for token in words if token.i < following and token.i not in taken}


def _is_other_figure(token: Token, span: Span) -> bool:
    outside = not span.start <= token.i < span.end
    number = token.like_num and token.pos_ != "ADJ"  # not "first"
    return outside and number and not (_hyphened(token) or _defines(token) or _YEAR.fullmatch(token.text))


_YEAR = re.compile(r"(?:19|20)\d\d")
# Before a number that is a part of what is measured: "plans issued within 20 weeks", "people aged 65", "Key Stage 2".
_DEFINING = frozenset("within aged age under over than stage level year type grade phase tier top band class".split())


def _defines(token: Token) -> bool:
    """Whether a number says what is measured, and is no figure of its own."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if before is not None and token.text == "8" and before.text in ("Attainment", "Progress"):
        return True  # what schools are measured by
    return (
        before is not None
        and before.lower_ in _DEFINING
        and not (after is not None and (after.text in "%£$€" or after.lower_ in _SCALES))
    )


_INCLUDING = re.compile(r"\b(?:including|comprising|plus)\s[£$€]?$")


def _labelled_part(span: Span, before: str) -> re.Match[str] | None:
    """The label of one figure in a series of labels and figures."""
    if label := _PART_LABEL.search(before):
        return label
    if (label := _GAPPED.search(before)) and _all_of(label, span, ("NOUN", "ADJ")):
        return label
    label = _SUM_LABEL.search(before) if span.text[0] in "£$€" else None
    nouns = label is not None and _all_of(label, span, ("NOUN", "PROPN", "ADJ", "CCONJ", "SYM"))
    led = as_text(span.doc)[span.end_char :].startswith(" of ")  # "additional £6m of grant" goes on after the sum
    return label if nouns and not led and not any(token.tag_ in _TENSED for token in span.doc) else None


def _all_of(label: re.Match[str], span: Span, kinds: tuple[str, ...]) -> bool:
    words = span.doc.char_span(label.start("label"), label.end("label"), alignment_mode="contract")
    return bool(words) and all(token.pos_ in kinds or _NOUNLIKE.search(token.text) for token in words or ())


def _meaning(words: set[Token]) -> int:
    """How many of the words carry meaning."""
    return sum(t.pos_ in _MEANING and not t.like_num for t in words)


_MEANING = ("NOUN", "PROPN", "ADJ", "VERB")
# "999 calls answered within 10 seconds: 86%": what stands before the colon says it all.
_LABELLED = re.compile(r"\s*(?:[•o▪–-]\s)?(?P<label>[A-Z0-9][^:;.]{4,90}?[a-z)])\s?:\s(?:about |around |over )?[£$€]?$")
# "Traffic: up 6%; loans: down 28%": each part of a series of figures has a label of its own,
_PART_LABEL = re.compile(
    r"(?:^|[;,•]|\d%?|\))\s*(?:and\s)?(?P<label>[A-Za-z][^\d:;,£$€%()]{2,60}?)\s?:\s(?:(?:up|down|about|around"
    r"|over)\s){0,2}"
    r"(?:by\s)?[£$€]?$"
)
# has one for which the verb is not said again: "Attendance was 94% and punctuality 91%",
_GAPPED = re.compile(
    r"\d(?:[\d,.]*\d)?\s?(?:%|[mk]|bn|million|billion)?\)?,?\sand\s"
    r"(?P<label>(?!(?:[a-z]+ )*(?:target|average|median|mean|figure|total|goal"
    r"|plan|budget|year|month|week|day|quarter|increase|decrease|rise|fall|reduction|drop|surplus"
    r"|deficit|most"
    r"|overspend|underspend|neighbours?|peers?|further|additional|maximum|minimum)\s)[a-z][a-z’' -]{3,40}?)\s$"
)
# (where the parser takes the second for a verb),
_NOUNLIKE = re.compile(r"(?:ness|ity|tion|sion|ment|ance|ence|age|ure)s?$|^(?:funding|lettings?|spending|takings)$")
# or stands before it in a series of sums that no verb joins: "Current account £5,071, savings account £4,002".
_SUM_LABEL = re.compile(r"(?:^|[;,.•\d]\s+)(?:and\s)?(?P<label>[A-Za-z][^\d:;,£$€%()]{2,50}?)\s$")
_NO_MEASURE = re.compile(
    r"(?:Proposal|Option|Note|NB|Action|Resolved|Recommend\w*|Motion|Amendment|Key|Table|Figure|Of which|These|This"
    r"|The following|Including|Examples?)\b"
    r"|.*\b(?:that|said|are|is|were|was|has|have|had|include\w*|improved|following)$",
    re.IGNORECASE,
)


_TENSED = ("VBD", "VBZ", "VBP", "MD")
_FINITE = ("VBD", "VBZ", "VBP", "MD", "WDT", "WP")


def group_of(span: Span) -> str | None:
    """The population that a figure is for: what a share is of, or the people that its name is about."""
    of, governor = _of_what(span), _governor(span)
    if of is not None and (of.tag_ in ("NNS", "NNPS") or lemma(of).casefold() in _PEOPLE):
        said = itertools.takewhile(lambda t: t.tag_ not in _FINITE and not t.is_punct, span.doc[of.left_edge.i :])
        return _clean(list(said)[:NAME_WORDS])
    after = span.doc[span.end] if span.end < len(span.doc) else None
    about = (
        inner
        for token in (*([after] if after is not None else []), *(governor.subtree if governor is not None else ()))
        if token.lower_ in ("for", "among", "amongst", "of", "by")
        for inner in token.children
        if inner.dep_ == "pobj" and lemma(inner).casefold() in _PEOPLE
    )
    people = next(about, None)
    return _clean(_phrase(people, span)) if people is not None else None


def _clause_before(span: Span) -> list[Token]:
    """The words before a figure in its clause."""
    before = [t for t in span.doc[: span.start] if not t.is_space]
    cut = max((i for i, t in enumerate(before) if t.text in (";", ":")), default=-1)
    return before[cut + 1 :] or before


def _following(span: Span, start: int = 0) -> list[Token]:
    """What is said of a figure after it, or from a token on, to the end of its clause."""
    after: list[Token] = []
    start = start or span.end
    for token in span.doc[start : start + NAME_WORDS]:
        figure = token.like_num and not _defines(token)
        if (
            token.text in (";", ".", ",")
            or figure
            or token.text in "£$€%"
            or _is_rupee(token)
            or token.lower_ in _TURNS
            or _is_the_same(token)
            or _REPRESENTS.match(token.doc[token.i : token.i + 2].text)
        ):
            break
        if not token.is_punct and token.pos_ != "AUX":
            after.append(token)
    return after


_REPRESENTS = re.compile(r"represent(?:s|ed|ing) an?\b")  # "£4m, representing an overspend of £1m"


def _is_the_same(token: Token) -> bool:
    """Whether a token begins what only compares a figure: "(the same as last year)"."""
    return token.lower_ == "the" and token.doc[token.i + 1 : token.i + 3].text.lower() == "same as"


def _is_rupee(token: Token) -> bool:
    """Whether a token is the sign of rupees, or what follows a sum of them: "Rs 500/-"."""
    return token.text in _RUPEES or token.text.endswith("/-")


_RUPEES = frozenset(("₹", "Rs", "Rs.", "INR"))
_TURNS = frozenset("against compared versus while whereas but although up down".split())
# Who does or says something, and is not what is measured.
_AGENTS = frozenset(
    "council committee cabinet board staff officer member trust force service department authority team group chair"
    " director commissioner company foundation school government city clerk".split()
)


def _of_what(span: Span) -> Token | None:
    """What the "of" after a figure leads to: "the schools" of "92% (38% in 2010) of the schools"."""
    following = _after_bracket(span)
    if following is None or following.lower_ != "of":
        return None
    return next((t for t in following.children if t.dep_ == "pobj"), None)


def _governor(span: Span) -> Token | None:
    """The noun that a figure says something of: what its preposition hangs on, else the subject of its verb."""
    token, named = span.root, None
    for _ in range(6):
        head = token.head
        if head is token:
            break
        if head.pos_ == "NOUN" and head.i < span.start and head.lower_ not in _VAGUE:
            return head
        if head.pos_ == "PROPN" and head.i < span.start:
            named = named or head  # "highest in Fenwold (66%)": what was highest says more
        said = _of_verb(head, span) if head.pos_ in ("VERB", "AUX") else None
        if said is not None:
            return said
        token = head
    return named


def _of_verb(verb: Token, span: Span) -> Token | None:
    """What a verb says a figure of: its subject, or its object where the subject only acts."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and not span.start <= c.i < span.end]
    acts = subject is not None and (subject.pos_ == "PROPN" or lemma(subject).casefold() in _AGENTS)
    if objects and objects[0].i < span.start and lemma(verb) in _MOVES_WHAT and _is_from_or_to(span):
        return objects[0]  # "The levy raises the budget from £4m to £5m"
    if objects and (subject is None or (acts and objects[0].i < span.start)):
        return objects[0]
    if subject is not None and subject.pos_ not in ("PRON", "DET"):
        return subject
    if subject is not None and verb.dep_ == "relcl":
        return verb.head  # "a journey that took 12 minutes"
    return objects[0] if objects else None


_MOVES_WHAT = frozenset(
    "bring cut decrease increase lift lower push raise reduce take".split()
)  # one thing that another does


def _is_from_or_to(span: Span) -> bool:
    """Whether a figure is where a change begins or ends, or how large it is."""
    led = re.search(
        r"\b(?:by|from|to) (?:about |around |just |over |some )?[£$€]?$",
        as_text(span.doc)[: span.end_char - len(span.text)],
    )
    return led is not None


def _shows(change: Token) -> Token | None:
    """What shows a change, and so says what it is one of: "Data on boats" of "Data on boats showed a rise in use"."""
    if change.dep_ != "dobj" or lemma(change.head) not in ("show", "see", "indicate", "reveal"):
        return None
    subject = next((c for c in change.head.children if c.dep_ == "nsubj"), None)
    named = subject is not None and subject.pos_ in ("NOUN", "PROPN") and lemma(subject).casefold() not in _AGENTS
    return subject if named else None


def share_of(span: Span) -> str | None:
    """What the "of" after a share leads to: "the net budget" of "3% of the net budget"."""
    of = _of_what(span)
    return _clean(_phrase(of, span)) if of is not None else None


def _after_bracket(span: Span) -> Token | None:
    """The token that follows a figure, past what stands in brackets: "92% (38% in 2010) of the schools"."""
    rest = span.doc[span.end :]
    if len(rest) and rest[0].text == "(":
        shut = next((token.i for token in rest[:12] if token.text == ")"), None)
        return span.doc[shut + 1] if shut is not None and shut + 1 < len(span.doc) else None
    return rest[0] if len(rest) else None


def _phrase(noun: Token, span: Span) -> list[Token]:
    """A noun with what modifies it, less the figure itself."""
    return _nearest(noun, span, NAME_WORDS)


def _nearest(noun: Token, span: Span, most: int) -> list[Token]:
    below = (t for t in noun.doc[noun.left_edge.i : noun.right_edge.i + 1] if t == noun or noun.is_ancestor(t))
    limit = _next_told(span)
    words = {t for t in below if not (span.start <= t.i < span.end or t.is_punct or t.is_space) and t.i < limit}
    # Where the parser lost what stands right before it: "Void re-let times averaged 34 days".
    first = min((t.i for t in words), default=noun.i)
    run = itertools.takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "ADJ") or t.text == "-", reversed(span.doc[:first]))
    words |= {t for t in run if not t.is_punct} if noun.i < span.start else set()
    return sorted(sorted(words, key=lambda t: (abs(t.i - noun.i), t.i))[:most], key=lambda t: t.i)


def _next_told(span: Span) -> int:
    """Where the next of several names begins of which the same is told: "41 boats, Orme 37 and Keld 12"."""
    figure = next((t for t in span.doc[span.end :] if t.like_num), None)
    if figure is None or not tells_of_each(as_text(span.doc)[: figure.idx]):
        return len(span.doc)
    before = (t.i for t in reversed(span.doc[span.end : figure.i]) if t.text == "," or t.tag_ == "CC")
    return next(before, len(span.doc))


_HEDGES = frozenset("over around approximately almost about roughly nearly some".split())
_JOINTS = frozenset(
    "the a an of and or that which in on by with was were is are be been to for at as per from had has have than its"
    " our".split()
)


def _clean(tokens: list[Token]) -> str | None:
    """Words as they are printed, without the figures among them and what only joins them at either end."""
    kept = [
        t
        for t in tokens
        if t.text not in "()[]“”\"'*•£$€%+~→"
        and not _is_rupee(t)
        and not (t.like_num and not (_hyphened(t) or _defines(t)))
        and (t.lower_ not in _HEDGES or (t.i + 1 < len(t.doc) and t.nbor() in tokens and _defines(t.nbor())))
        and not _of_figure(t)
        and not _STROKE.match(t.text)
        and not (_SCALED.fullmatch(t.text) and t.i and (t.nbor(-1).text in "£$€" or "*" in t.text))
        and not _leads_to_figure(t)
    ]
    while kept and (
        kept[0].lower_ in _JOINTS or kept[0].tag_ in _OPENS_NO_NAME or kept[0].is_punct or _is_least(kept[0])
    ):
        kept.pop(0)
    kept = _less_aside(kept[:NAME_WORDS])
    while kept and (
        kept[-1].lower_ in _JOINTS or kept[-1].tag_ in _ENDS_NO_NAME or kept[-1].text == "," or _is_aim(kept)
    ):
        kept.pop()
    printed = _LEADS_ON.sub("", _NOTED.sub(r"\1", "".join(_printed(kept))))
    return _THEN.sub("", _LIMITS.sub("", printed)).strip() or None


# The mark of a note at the end of a word: "opened 49 times6".
_NOTED = re.compile(
    r"\b((?!(?:band|covid|grade|level|line|part|phase|room|stage|step|tier|type|unit|ward|week|year|zone)\d)[a-z]{3,})"
    r"[1-9]\d?\b"
)
# What led to a figure that the name leaves out: "a wait of 12 weeks for boats"
_LEADS_ON = re.compile(r"\bof (?:at least )?(?=(?:for|in|at(?! least)|from|on|over|with|across|per|during)\b(?!-))")
_THEN = re.compile(r"(?<=\w) (?:for|in|during|since) (?:FY)?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?$")
_OPENS_NO_NAME = frozenset("IN CC WRB WDT WP MD EX PRP".split())
_ENDS_NO_NAME = frozenset("IN CC DT WRB WDT WP MD TO PRP PRP$ EX".split())


def _less_aside(kept: list[Token]) -> list[Token]:
    """Words less what somebody says of them besides: "a study that we are considering"."""
    turns = (
        place
        for place, (token, following) in enumerate(itertools.pairwise(kept))
        if (place > 0 and token.lower_ in ("that", "which", "who", "if") and following.tag_ == "PRP")
        or (place > 2 and token.lower_ in ("against", "compared"))
    )
    return kept[: next(turns, len(kept))]


def _is_least(token: Token) -> bool:
    """Whether a word is what is left of "at least", whose figure the name leaves out."""
    return token.lower_ in ("least", "most") and token.i > 0 and token.nbor(-1).lower_ == "at"


def _is_aim(kept: list[Token]) -> bool:
    """Whether words end in what something is for, broken off: "a lower limit to help"."""
    return kept[-1].tag_ == "VB" and len(kept) > 3 and kept[-2].lower_ == "to"


def _leads_to_figure(token: Token) -> bool:
    """Whether a preposition leads to nothing but a figure, which the name leaves out: "balance of £40 in the bank"."""
    if token.pos_ != "ADP" or token.i + 1 == len(token.doc):
        return False
    after = itertools.dropwhile(lambda t: t.lower_ in _HEDGES or t.text in _SIGNS, token.doc[token.i + 1 :])
    figure = next(after, None)
    bare = figure is not None and figure.like_num and not (_hyphened(figure) or _defines(figure))
    return figure is not None and bare and not _goes_on_to_noun(figure)


_SIGNS = "£$€~("


def _goes_on_to_noun(figure: Token) -> bool:
    """Whether a figure stands before what it counts: "of 40 boats"."""
    rest = figure.doc[figure.i + 1 : figure.i + 4]
    bare = itertools.dropwhile(lambda t: t.lower_ in _SCALES or t.text in "%+-–", rest)
    after = next(bare, None)
    money = figure.i > 0 and figure.nbor(-1).text in "£$€"
    return not money and after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and rest[0].text != "%"


_LIMITS = re.compile(
    r"^(?:out of|Between|Up to|More than|At least|Less than|Fewer than|Only|Just|In total)\b\s*(?:of\s)?"
    r"|^(?:quarters|thirds|fifths|tenths) of (?:(?:all|our|the) )?",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\d[\d.,]*%?/[^\W\d]")  # "11.3%/England", which is one token
# "741k", "1Million" and "18.9**%", each of which is one token
_SCALED = re.compile(r"\d[\d,.]*(?:k|m|bn|thousand|million|billion|\*+%?)", re.IGNORECASE)
_SCALES = frozenset("k m bn mn million billion thousand hundred cent percent".split())


def _of_figure(token: Token) -> bool:
    """Whether a token is part of a figure that stands before it: "m" of "£12m", "per cent"."""
    if token.lower_ == "per":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "cent"
    before = token.nbor(-1) if token.i else None
    return token.lower_ in _SCALES and before is not None and (before.like_num or before.lower_ == "per")


def _hyphened(token: Token) -> bool:
    """Whether a number is part of a word: "four-hour"."""
    return token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor().text == "-"


def _printed(tokens: list[Token]) -> Iterator[str]:
    """The text of tokens, with the hyphen or stroke that joins two of them."""
    for token, last in zip(tokens, [None, *tokens], strict=False):
        if last is not None:
            between = token.doc[last.i + 1 : token.i].text
            apart = last.whitespace_ or (between and between not in ("-", "/"))
            yield " " if apart else between
        yield token.text
