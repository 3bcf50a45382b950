import re

import pytest

from index.passages import CONTEXT, LONG, passages, sentences, split
from minutes.found import Passage
from minutes.model import Document, Exempt
from tests.index.samples import ASHBY, BURLEY, document_of, minutes_of


def cut(text: str) -> list[Passage]:
    document = document_of(text)
    return passages(document, minutes_of(document))


def texts(text: str) -> list[str]:
    return [passage.text for passage in cut(text)]


LONG_LINE = "This paragraph has a good many more than twelve words so that it stands alone in the list. "
OTHER_LINE = "Another paragraph is also long enough to be shown without its neighbours before and after it. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{LONG_LINE}\n{OTHER_LINE}", [LONG_LINE.strip(), OTHER_LINE.strip()], id="one a paragraph"),
        pytest.param("Short one.\nShort two.", ["Short one.\nShort two."], id="short neighbours joined"),
        pytest.param("Short.\n# 2 Next\nShort too.", ["Short.", "Short too."], id="not across items"),
        pytest.param("Short.\n^ Page 2\nShort too.", ["Short.", "Short too."], id="not across a page's furniture"),
        pytest.param("# 1 Title only", [], id="a heading is no passage"),
        pytest.param("RESOLVED: that it be done", ["RESOLVED: that it be done"], id="a decision"),
        pytest.param(
            "RESOLVED:\n(a) that it be done\n(b) that they be told",
            ["RESOLVED:\n(a) that it be done", "RESOLVED: that they be told"],
            id="each limb with its stem",
        ),
        pytest.param(
            f"{LONG_LINE} RESOLVED:\nThat the toy be bought.",
            [LONG_LINE.strip(), "RESOLVED:\nThat the toy be bought."],
            id="no dangling stem",
        ),
        pytest.param(
            "|! Area | Rate\n| North | 3\n| South | 4", ["Area\tRate\nNorth\t3\nSouth\t4"], id="table rows joined"
        ),
    ],
)
def test_passages(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "records"),
    [
        ("RESOLVED: that it be done", "decision", ["dec"]),
        ("ACTION: The Clerk to write", "action", ["act"]),
        ("The rate was 12% in May", "metric", ["met"]),
        ("Members spoke of it", "paragraph", []),
        ("ACTION: The Clerk to ask why the rate was 12%", "action", ["act", "met"]),
        ("RESOLVED: that the target be 12%\n", "decision", ["dec", "met"]),
    ],
)
def test_kind_is_that_of_the_strongest_record(text: str, kind: str, records: list[str]) -> None:
    (passage,) = cut(text)
    assert passage.kind == kind
    assert [record_id[:3] for record_id in passage.record_ids] == records


def test_header_says_where_it_was_said() -> None:
    found = next(p for p in cut(ASHBY) if "petition" in p.text)
    assert found.header == "Ashby Council · Cabinet · 2023-01-16 · 3 Library opening hours"


def test_the_names_of_the_columns_go_with_every_part_of_a_table() -> None:
    rows = "\n".join(f"| Place {n} | a remark of seven words on this place | {n}" for n in range(9))
    first, *others = cut(f"|! Area | Remark | Rate\n{rows}")
    assert first.text.startswith("Area")
    assert others
    assert all(passage.header.endswith("Area Remark Rate") for passage in others)


@pytest.mark.parametrize(
    ("title", "boilerplate"),
    [
        ("1 Apologies for absence", True),
        ("2 Declarations of Disclosable Pecuniary Interests", True),
        ("9 Date of next meeting", True),
        ("9 Date and time of the next meeting", True),
        ("3. To approve the minutes of the previous meeting", True),
        ("4 Minutes of the Lamps Panel held on 4 May 2021", True),
        ("3 Move to approve minutes", True),
        ("3 Minutes and matters arising", False),
        ("Minutes of the last meeting: actions", False),
        ("Publishing of minutes on the web site", False),
        ("12 Notice of meetings and of visits", False),
        ("4 School transport", False),
        ("5 Interest rates", False),
        ("6 Fire service annual report", False),
    ],
)
def test_boilerplate(title: str, boilerplate: bool) -> None:
    (passage,) = cut(f"# {title}\nSomething was said.")
    assert passage.boilerplate is boilerplate


@pytest.mark.parametrize("text", [ASHBY, BURLEY, LONG_LINE * 30, "word " * 500])
def test_every_word_of_the_running_text_is_in_exactly_one_passage(text: str) -> None:
    document = document_of(text)
    found = passages(document, minutes_of(document))
    assert all(document.text[p.citation.start : p.citation.end] == p.citation.quote for p in found)
    running = [document.text[b.start : b.end] for b in document.blocks if not b.furniture and b.kind != "heading"]
    quoted = " ".join(passage.citation.quote for passage in found)
    assert re.sub(r"\s+|\([b-z]\)", "", quoted) == re.sub(r"\s+|\([b-z]\)", "", "".join(running))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"# 1 One\n{LONG_LINE}\n{OTHER_LINE}", ["1 One\n…"] * 2, id="side by side, under their title"),
        pytest.param(f"# 1 One\n{LONG_LINE}\n# 2 Two\n{OTHER_LINE}", ["1 One\n…", "2 Two\n…"], id="one an item"),
        pytest.param(f"{LONG_LINE}\nRESOLVED: that it be done", ["…"] * 2, id="a decision with what led to it"),
    ],
)
def test_what_stands_together_is_shown_together(text: str, expected: list[str]) -> None:
    found = cut(text)
    running = [passage.citation.quote for passage in found]
    for passage, shown in zip(found, expected, strict=True):
        beginning = shown.removesuffix("…")
        assert passage.context.quote.startswith(beginning)
        assert passage.citation.quote in passage.context.quote
        together = [quote for quote in running if quote in passage.context.quote]
        assert len(together) == len([other for other in found if other.context == passage.context])


def test_a_context_is_no_longer_than_a_reader_wants() -> None:
    contexts = {passage.context.quote for passage in cut("\n".join([LONG_LINE, OTHER_LINE] * 30))}
    sizes = [len(context.split()) for context in contexts]
    assert max(sizes) <= CONTEXT * 1.2
    assert max(sizes) - min(sizes) <= 2 * len(LONG_LINE.split())


def test_what_is_exempt_is_in_no_other_context() -> None:
    document = document_of(f"# 1 One\n{LONG_LINE}\n{OTHER_LINE}")
    minutes = minutes_of(document)
    start = document.text.index("Another")
    hidden = Exempt(start=start, end=len(document.text), mark=document.cite(start, start + 7))
    first, second = passages(document, minutes.model_copy(update={"exempt": (hidden,)}))
    assert (first.exempt, second.exempt) == (False, True)
    assert "Another" not in first.context.quote


def test_ids_depend_on_the_content_alone() -> None:
    assert [p.id for p in cut(ASHBY)] == [p.id for p in cut(ASHBY)]
    assert len({p.id for p in cut(ASHBY) + cut(BURLEY)}) == len(cut(ASHBY)) + len(cut(BURLEY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ("Cllr. Example spoke. Then a vote.", ["Cllr. Example spoke.", "Then a vote."]),
        ("See e.g. Annex A. It says so.", ["See e.g. Annex A. It says so."]),
        ("It was 3.5 per cent. “Good,” she said.", ["It was 3.5 per cent.", "“Good,” she said."]),
        ("One thing; another thing", ["One thing;", "another thing"]),
        ("a b c d e f", ["a b c", "d e f"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    words = 3 if text.startswith("a b c") else LONG
    assert [text[start:end].strip() for start, end in sentences(text, 0, len(text), words=words)] == expected


@pytest.mark.parametrize("count", [1, 7, 13, 20])
def test_split_makes_parts_of_about_equal_length(count: int) -> None:
    text = LONG_LINE * count
    sizes = [len(text[start:end].split()) for start, end in split(text, 0, len(text))]
    assert sum(sizes) == len(text.split())
    assert max(sizes) <= LONG
    assert max(sizes) - min(sizes) <= 2 * len(LONG_LINE.split())


def test_an_empty_document_has_no_passages() -> None:
    empty: Document = document_of("")
    assert passages(empty, minutes_of(empty)) == []


def test_the_title_of_an_item_is_no_passage_though_it_is_no_heading() -> None:
    document = document_of("# 1 Waiting times\nThe Board heard of them.")
    minutes = minutes_of(document)
    plain = [block.model_copy(update={"kind": "paragraph"}) for block in document.blocks]
    (passage,) = passages(document.model_copy(update={"blocks": tuple(plain)}), minutes)
    assert passage.text == "The Board heard of them."


def test_two_decisions_in_the_same_words_share_a_passage() -> None:
    document = document_of("RESOLVED: that it be done")
    minutes = minutes_of(document)
    twin = minutes.decisions[0].model_copy(update={"id": "dec-twin"})
    (passage,) = passages(document, minutes.model_copy(update={"decisions": (*minutes.decisions, twin)}))
    assert passage.record_ids == (minutes.decisions[0].id, "dec-twin")
