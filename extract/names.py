"""Names and units: what a figure measures, read off the dependency parse.

After Vo, Almasian and Gertz, "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023): the noun that the figure counts,
the subject of its verb, or what its preposition hangs on; in an elliptic sentence the words around it.
"""

import itertools
import re

from spacy.tokens import Span, Token

from extract.quantities import duration_unit

NAME_WORDS = 14
_MOVES = frozenset("grow rise increase fall drop peak decrease reduce reach total".split())
_VAGUE = frozenset({"range", "region", "excess", "top", "order"})  # "in excess of"
ENOUGH_WORDS = 4  # a name with fewer that carry meaning takes in what is said after the figure


def counted(span: Span) -> Token | None:
    """The noun that a number counts, which must follow it."""
    head = span.root.head
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


def lemma_of(noun: Token, span: Span) -> str:
    """The unit that a noun makes: in the singular, with its compound, or its letters where they follow it."""
    lemma = noun.lemma_.casefold()
    if lemma == noun.text.casefold() and noun.text.isupper():
        lemma = noun.text
    rest = [token.text for token in noun.doc[noun.i + 1 : noun.i + 4]]
    if len(rest) == 3 and rest[0] == "(" and rest[2] == ")" and re.fullmatch(r"[A-Z]{2,6}s?", rest[1]):
        return rest[1].rstrip("s")  # "38 Key Performance Indicators (KPIs)"
    modifiers = [t.text.casefold() for t in noun.lefts if t.dep_ == "compound" and t.i >= span.end]
    return " ".join([*modifiers, lemma])


def of_which(span: Span, whole: str | None) -> str | None:
    """The name of a part: what is said of it, and what it is a part of."""
    said = _clean(_following(span))
    return " ".join(filter(None, (whole, said))) or None


def counted_by_subject(span: Span) -> str | None:
    """What a bare number counts that its subject or object names: "user numbers grew to 5,100"."""
    verbs = [token for token in span.root.ancestors if token.pos_ == "VERB"]
    objects = [child for verb in verbs for child in verb.children if child.dep_ == "dobj" and child.i < span.start]
    moved = any(verb.lemma_ in _MOVES for verb in verbs)
    for governor in filter(None, (_governor(span), *objects)):
        lemma = governor.lemma_.casefold()
        if lemma == "population":
            return "person"
        if lemma in ("number", "total", "count"):
            of = next((t for child in governor.children if child.lower_ == "of" for t in child.children), None)
            inner = of if of is not None else next((t for t in governor.lefts if t.dep_ == "compound"), None)
            return inner.lemma_.casefold() if inner is not None else None
        if moved and governor.tag_ == "NNS":
            return lemma
    return None


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
        people = next((t for t in span.doc if t.tag_ == "NNS" and t.lemma_.casefold() in _PEOPLE), None)
        known = _REGISTERS[register.lemma_.casefold()]
        return known or (people.lemma_.casefold() if people is not None else None), _clean(_phrase(register, span))
    label = _LABEL.match(span.doc.text[: span.start_char])
    words = span.doc.char_span(label.start("label"), label.end("label"), alignment_mode="contract") if label else None
    nouns = [t for t in words or () if t.tag_ == "NNS" and t.lemma_.casefold() not in _NO_LABEL]
    if words is None or not nouns:
        return None
    head = next((noun for noun in nouns if noun.head not in words or noun.dep_ == "ROOT"), nouns[0])
    return head.lemma_.casefold(), words.text


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
    inner = [t for subject in subjects for t in subject.subtree if t.lemma_.casefold() == "roll"]
    for token in (*told, *inner, *before[-1:]):
        if token.lemma_.casefold() in _REGISTERS and not (
            token.lemma_ == "list" and token.nbor(-1).lower_ != "waiting"
        ):
            return token
    return None


_PEOPLE = frozenset("patient person child pupil student household applicant resident family adult".split())
_LABEL = re.compile(r"\s*(?:[•o▪–-]\s)?(?P<label>[A-Z][^:;.\d]{4,80}?)\s?(?::|\s[–—-])\s(?:about |around |over )?$")
_NO_LABEL = frozenset(
    "member apology vote minute page item note action meeting point day hour year month detail".split()
)


def name_of(span: Span, noun: Token | None) -> str | None:
    """What is measured, in the sentence's own words."""
    governor = _governor(span)
    words = _phrase(noun, span) if noun is not None else []
    timed = noun is not None and duration_unit(noun.text) is not None
    if governor is not None and governor not in words and (timed or len(words) < 4):
        words = words + _phrase(governor, span)[: 6 if words else NAME_WORDS]
        if timed:  # "passengers waited 15 minutes on the platform": who, then how long
            words = sorted(set(words), key=lambda t: t.i)
    if not words:
        # Nothing hangs together: the words before the figure in its clause.
        before = [t for t in span.doc[: span.start] if not t.is_space]
        cut = max((i for i, t in enumerate(before) if t.text in (";", ":")), default=-1)
        words = (before[cut + 1 :] or before)[-10:]
    if sum(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and not t.like_num for t in words) < ENOUGH_WORDS:
        words = words + [t for t in _following(span) if t not in words]
    return _clean(words)


def _following(span: Span) -> list[Token]:
    """What is said of a figure after it, to the end of its clause."""
    after: list[Token] = []
    for token in span.doc[span.end : span.end + NAME_WORDS]:
        if token.text in (";", ".", ",") or token.like_num or token.text in "£$€%":
            break
        if not token.is_punct and token.pos_ != "AUX":
            after.append(token)
    return after


def _governor(span: Span) -> Token | None:
    """The noun that a figure says something of: what "of" hangs on, else the subject of its verb."""
    following = _after_bracket(span)
    if following is not None and following.lower_ == "of":
        inner = next((t for t in following.children if t.dep_ == "pobj"), None)
        if inner is not None:
            return inner
    token = span.root
    for _ in range(6):
        head = token.head
        if head is token:
            break
        if head.pos_ in ("NOUN", "PROPN") and head.i < span.start and head.lower_ not in _VAGUE:
            return head
        if head.pos_ in ("VERB", "AUX"):
            subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)
            if subject is not None and subject.pos_ not in ("PRON", "DET"):
                return subject
            if subject is not None and head.dep_ == "relcl":
                return head.head  # "a journey that took 12 minutes"
            dobj = next(
                (c for c in head.children if c.dep_ in ("dobj", "attr", "oprd") and not span.start <= c.i < span.end),
                None,
            )
            if dobj is not None:
                return dobj
        token = head
    return None


def _after_bracket(span: Span) -> Token | None:
    """The token that follows a figure, past what stands in brackets: "92% (38% in 2010) of the schools"."""
    rest = span.doc[span.end :]
    if len(rest) and rest[0].text == "(":
        shut = next((token.i for token in rest[:12] if token.text == ")"), None)
        return span.doc[shut + 1] if shut is not None and shut + 1 < len(span.doc) else None
    return rest[0] if len(rest) else None


def _phrase(noun: Token, span: Span) -> list[Token]:
    """A noun with what modifies it, less the figure itself."""
    words = [t for t in noun.subtree if not span.start <= t.i < span.end and not t.is_punct and not t.is_space]
    near = sorted(words, key=lambda t: abs(t.i - noun.i))[:NAME_WORDS]
    return sorted(near, key=lambda t: t.i)


def _clean(tokens: list[Token]) -> str | None:
    words = [
        t.text
        for t in tokens
        if t.text not in "()[]“”\"'*•£$€%"
        and not t.like_num
        and t.lower_ not in ("over", "around", "approximately", "almost", "about")
    ]
    while words and words[0].casefold() in (
        "the",
        "a",
        "an",
        "of",
        "and",
        "that",
        "in",
        "by",
        "with",
        "was",
        "were",
        "is",
        "to",
        "for",
        "at",
    ):
        words.pop(0)
    return " ".join(words[:NAME_WORDS]) or None
