from collections import Counter

import pytest

from index.catalogue.across import Group, Talk
from index.topics import Found, phrases, telling, topics

ASHBY, BURLEY = ("Ashby Council", "Cabinet", "2023"), ("Burley Trust", "Board", "2023")


def talk(texts: dict[Group, list[str]]) -> list[Talk]:
    said = [(group, f"{group[0]} {group[2]} {n}", text) for group, held in texts.items() for n, text in enumerate(held)]
    return [
        *(Talk(group, item, number, text) for number, (group, item, text) in enumerate(said)),
        *(Talk(group, item, None, "Next steps") for group, item, _ in said),
    ]


def found(texts: dict[Group, list[str]]) -> list[Found]:
    return topics(talk(texts), frozenset({"amber"}), limit=5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cost of school buses.", {"cost", "school", "school buses", "buses"}),
        ("Cllr R. Amber drew up the Budget.", {"drew", "budget"}),
        ("Apologies were noted by the committee.", set()),
        ("the EHCP and other team", {"EHCP"}),
        ("SCHOOL BUSES", {"school", "school buses", "buses"}),
        ("see https://example.org/bus or write to a@example.org", set()),
        ("It was briefly explained, then asking", set()),
        ("Ashby’s libraries", {"libraries"}),
    ],
)
def test_phrases(text: str, expected: set[str]) -> None:
    assert {words for _, words in phrases(text, own=frozenset({"ashby"}))} == expected


def test_singular_and_plural_are_one_phrase() -> None:
    assert {key for key, _ in phrases("school budget")} == {key for key, _ in phrases("schools budgets")}


def test_what_a_body_speaks_of_more_than_others_is_its_topic() -> None:
    told = found({
        ASHBY: ["The culvert survey cost a sum", "A culvert survey was made", "The culvert survey is due and the lamp"],
        BURLEY: ["The speech therapy cost a sum", "A speech therapy list", "More speech therapy and the lamp"],
    })  # fmt: skip
    assert [(each.group, each.name, len(each.items)) for each in told] == [
        (ASHBY, "culvert survey", 3),
        (BURLEY, "speech therapy", 3),
    ]
    assert told[0].numbers[:1] == [0]


def test_a_long_debate_counts_once() -> None:
    texts = ["The culvert survey. " * 50, *["The tea room"] * 4]
    assert [each.name for each in found({ASHBY: texts, BURLEY: ["A lamp post"] * 9})] == ["tea room", "lamp post"]


def test_a_word_alone_is_a_topic_where_it_is_in_a_title() -> None:
    texts = {ASHBY: ["The culvert of the lane"] * 5, BURLEY: ["A lamp, and a post"] * 5}
    assert found(texts) == []
    titled = [*talk(texts), Talk(ASHBY, "Ashby Council 2023 0", None, "Culvert")]
    assert [each.name for each in topics(titled, frozenset(), limit=5)] == ["culvert"]


def test_phrases_that_share_words_and_items_are_one_topic() -> None:
    texts = {ASHBY: ["A school bus contract"] * 4 + ["Any school bus"], BURLEY: ["A lamp, and a post"] * 5}
    (topic,) = found(texts)
    assert {topic.name, *topic.terms} == {"school bus", "school bus contract", "bus contract"}


def test_years_are_apart_and_the_latest_comes_first() -> None:
    later = (*ASHBY[:2], "2024")
    told = found({ASHBY: ["A culvert survey"] * 3, later: ["The tea room"] * 3, BURLEY: ["A lamp post"] * 3})
    assert [(each.group[2], each.name) for each in told][:2] == [("2024", "tea room"), ("2023", "culvert survey")]


def test_what_was_not_asked_for_is_compared_with_and_not_listed() -> None:
    every = talk({ASHBY: ["A culvert survey"] * 3, BURLEY: ["A lamp post"] * 3})
    asked = [Talk(each.group, each.item, each.number, each.text, each.group == ASHBY) for each in every]
    assert {each.group for each in topics(asked, frozenset(), limit=5)} == {ASHBY}


def test_the_score_grows_with_the_share_and_with_the_evidence() -> None:
    totals = Counter({"own": 10, "shared": 20, "once": 1, "other": 100})
    scores = telling({"own": 10, "shared": 10, "once": 1, "other": 10}, totals)
    assert scores["own"] > scores["once"] > 0 > scores["other"]
    assert scores["own"] > scores["shared"]
