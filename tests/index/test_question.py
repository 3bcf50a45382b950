import pytest

from index.question import dates, terms, understood
from minutes.errors import QueryError
from minutes.found import Filters


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("what did we decide about school transport?", ["decide", "school", "transport"]),
        ('who agreed the "school transport" budget', ["school transport", "agreed", "budget"]),
        ("“Health and Wellbeing”", ["Health and Wellbeing"]),
        ('an unclosed "quote', ["unclosed", "quote"]),
        ("to be or not to be", ["to", "be", "or", "not"]),
        ("R/54/149A Children's budget_2024", ["R", "54", "149A", "Children", "s", "budget", "2024"]),
        ('"" ?!', []),
        ("budget budget", ["budget"]),
    ],
)
def test_terms(query: str, expected: list[str]) -> None:
    assert terms(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("the budget of 2013", {"2013"}),
        ("the two sessions in May 2021", {"2021", "2021-05"}),
        ("what came of it on 6th Sept. 2021", {"2021", "2021-09"}),
        ("between 2019 and 2020-11", {"2019", "2020", "2020-11"}),
        ("admissions 2023/24 and 2024-25", {"2023", "2024"}),
        ("who may leave in the evening", set()),
        ("£2000 for item 1987a of R/2019/4, room 12019", set()),
    ],
)
def test_the_years_and_months_that_a_question_names(query: str, expected: set[str]) -> None:
    assert dates(query) == expected


@pytest.mark.parametrize(
    ("query", "text", "filters"),
    [
        ("bus fares", "bus fares", {}),
        ("bus fares body:cabinet", "bus fares", {"body": "cabinet"}),
        ('Body:"health board" bus', "bus", {"body": "health board"}),
        ("bus after:2023 before:2024", "bus", {"since": "2023", "until": "2023"}),
        ("bus before:2024-01", "bus", {"until": "2023-12"}),
        ("bus before:2024-03-01", "bus", {"until": "2024-02-29"}),
        ("bus before:2024-03-21", "bus", {"until": "2024-03-20"}),
        ("bus before:21/03/2024", "bus", {"until": "2024-03-20"}),
        ('bus before:"March 2024"', "bus", {"until": "2024-02"}),
        ("bus date:2024", "bus", {"since": "2024", "until": "2024"}),
        ("bus before:easter", "bus", {"until": "easter"}),
        ("bus before:2023-02-30", "bus", {"until": "2023-02-30"}),  # refused by the search, as --until is
        (
            "bus kind:decision outcome:noted mover:pike",
            "bus",
            {"kind": "decision", "outcome": "noted", "mover": "pike"},
        ),
        ("bus -taxi", "bus", {"without": ("taxi",)}),
        ('bus -"taxi rank" -coach', "bus", {"without": ("taxi rank", "coach")}),
        ('late "school bus" runs', "late school bus runs", {"holds": ("school bus",)}),
        ("18-25 year-olds - and others", "18-25 year-olds - and others", {}),
        ("at 12:30 re:view", "at 12:30 re:view", {}),
        ("http://oakford.example at:noon Power:5kW", "http://oakford.example at:noon Power:5kW", {}),
        ("the mover : Pike", "the mover : Pike", {}),
    ],
)
def test_a_query_is_taken_apart(query: str, text: str, filters: dict[str, object]) -> None:
    question = understood(query, Filters())
    assert question.text == text
    assert question.filters == Filters(**filters)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("body:cabinet", "nothing to search for beside the filters; .*: minutebook decisions --body cabinet"),
        ("mover:Tay", "list what they let through: minutebook decisions --mover Tay"),
        ('owner:"the Clerk" outcome:noted', "minutebook actions --owner 'the Clerk' --outcome noted"),
        ("-taxi", "nothing to search for"),
        ("bus kind:vote", "kind:vote is not understood; write kind: and one of decision, action, metric, paragraph"),
        ("movr:Brindle ferries", "movr: is no field; write mover:, or a space before the colon if it is a word"),
        ("bus Outcomes:noted", "Outcomes: is no field; write outcome:"),
        (
            "owner: Brindle",
            "owner: has nothing after it; write owner:WORD, or a space before the colon if it is a word",
        ),
        ("bus body:panel", "body:panel and 'cabinet' cannot both be meant"),
    ],
)
def test_what_cannot_be_asked_is_told(query: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        understood(query, Filters(body="cabinet" if "panel" in query else None))
