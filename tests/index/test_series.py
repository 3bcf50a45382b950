"""Metrics of invented councils as series over periods, and side by side."""

import random
from itertools import combinations
from typing import Any

import pytest

from index.places import Authority, areas_of
from index.series import compare, figures, series_of
from minutes.found import Coverage, Ingested, Listed, Point, Series
from minutes.model import By, DocumentInfo, Meeting, Metric
from tests.index.samples import document_of

AREAS = areas_of([Authority("E10000901", "Fenshire", 2024, region="E12000006")])
PLANS = "plans issued within 20 weeks"


class Report:
    """A report whose metrics are written one a line: `41% | plans issued in time | 2021 | place | role`."""

    def __init__(
        self, name: str, *lines: str, organisation: str | None = "Fenshire County Council", date: str = "2024-03-01",
        body: str | None = "Cabinet", item: str = "Performance", table: bool = False,
    ) -> None:  # fmt: skip
        document = document_of("\n".join([f"Report {name}", *(line.replace("|", "/") for line in lines)]))
        self.info: DocumentInfo = document.info
        self.meeting = Meeting(organisation=organisation, body=body, date=date)
        self.metrics: list[Listed] = []
        for block, line in zip(document.blocks[1:], lines, strict=True):
            value, metric, *rest = (part.strip() or None for part in line.split("|"))
            period, place, role, group = (*rest, None, None, None, None)[:4]
            number, _, unit = (value or "").partition(" ") if " " in (value or "") else ((value or "")[:-1], "", "%")
            record = Metric(
                id=f"met-{name}{len(self.metrics)}", citation=document.cite(block.start, block.end), rule="toy",
                item_id="itm-1", text=line, value=float(number), unit=unit, name=metric, period=period, place=place,
                role=role or "actual", group=group, table=table,
            )  # fmt: skip
            listed = Listed(
                document=self.info, meeting=self.meeting, item={"number": "1", "title": item}, record=record
            )
            self.metrics.append(listed)

    @property
    def held(self) -> Ingested:
        return Ingested(path=self.info.path, outcome="unchanged", document=self.info, meeting=self.meeting)


def told(*reports: Report, words: str = "") -> list[Series]:
    return series_of([metric for report in reports for metric in report.metrics], AREAS, words.split())


def points(series: Series) -> list[tuple[Any, ...]]:
    return [(p.period, p.value, *([p.role, p.place] if p.role != "actual" else [])) for p in series.points]


def test_a_series_is_in_order_of_time_and_from_several_documents() -> None:
    old = Report("a", f"52% | {PLANS} | 2022", f"41% | {PLANS} | 2021", date="2023-01-10")
    new = Report("b", "58% | share of EHCPs issued within the statutory 20 weeks | 2023", f"52% | {PLANS} | 2022")
    (series,) = told(new, old)
    assert points(series) == [("2021", 41), ("2022", 52), ("2023", 58)]
    assert [len(point.sources) for point in series.points] == [1, 2, 1]
    assert series.names == (PLANS, "share of EHCPs issued within the statutory 20 weeks")
    assert (series.unit, series.place, series.area and series.area.region) == (
        "%", "Fenshire County Council", "East of England",
    )  # fmt: skip


def test_documents_that_differ_are_a_conflict_and_both_are_shown() -> None:
    (series,) = told(
        old := Report("a", f"41% | {PLANS} | 2021", f"52% | {PLANS} | 2022", date="2023-01-10"),
        new := Report("b", f"53% | {PLANS} | 2022"),
    )
    assert [(p.period, p.value, p.conflict) for p in series.points] == [
        ("2021", 41, False), ("2022", 52, True), ("2022", 53, True),
    ]  # fmt: skip
    assert [p.sources[0].document.id for p in series.points] == [old.info.id, old.info.id, new.info.id]


def test_figures_without_a_period_are_told_last_and_contradict_nobody() -> None:
    old, new = Report("a", f"41% | {PLANS}", date="2023-01-10"), Report("b", f"43% | {PLANS}")
    (series,) = told(new, old, Report("c", f"52% | {PLANS} | 2022"))
    assert points(series) == [("2022", 52), (None, 41), (None, 43)]
    assert not any(point.conflict for point in series.points)


def test_targets_and_comparators_stand_beside_the_actual_figures() -> None:
    (series,) = told(
        Report(
            "a",
            f"41% | {PLANS} | 2021",
            "60% | target for plans issued within 20 weeks | 2021 | | target",
            "50% | plans issued within 20 weeks, England average | 2021 | England | comparator",
            "47% | our statistical neighbours | 2021 | statistical neighbours | comparator",
        )
    )
    assert points(series) == [
        ("2021", 41),
        ("2021", 60, "target", "Fenshire County Council"),
        ("2021", 50, "comparator", "England"),
        ("2021", 47, "comparator", "statistical neighbours"),
    ]
    assert series.name == PLANS


def test_an_unnamed_comparator_is_of_the_figure_before_it_under_its_item_and_of_its_unit() -> None:
    first = Report("a", "11% | NEET (EHCP) | 2019", "10% | England | 2019 | England | comparator")
    (series,) = told(first)
    assert points(series)[1:] == [("2019", 10, "comparator", "England")]
    other = Report("b", "11 week | wait for speech therapy | 2019", "10% | England | 2019 | England | comparator")
    assert len(told(other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("11% | NEET (EHCP) | 2019", "9% | NEET (SEN Support) | 2022"),
        ("11% | NEET (EHCP) | 2019", "11 person | NEET (EHCP) | 2020"),
        ("11% | NEET (EHCP) | 2019", "9% | NEET (EHCP) | 2020 | Eastholm"),
        ("11% | absence | 2019 | | | boys", "9% | absence | 2020 | | | girls"),
        ("11% | KS1 reading | 2019", "9% | KS2 reading | 2020"),
        ("11% | rate | 2019", "9% | rate | 2020"),
    ],
)
def test_another_group_unit_place_or_measure_is_another_series(one: str, other: str) -> None:
    assert len(told(Report("a", one), Report("b", other))) == 2


def test_the_group_may_stand_in_the_name() -> None:
    assert len(told(Report("a", "9% | absence of boys | 2019"), Report("b", "8% | absence | 2020 | | | boys"))) == 1


def test_the_place_may_be_stated_or_be_the_organisation() -> None:
    assert len(told(Report("a", f"41% | {PLANS} | 2021 | Fenshire"), Report("b", f"52% | {PLANS} | 2022"))) == 1


def test_what_is_near_is_joined_unless_it_contradicts() -> None:
    one = Report("a", "52% | children with a plan taught in mainstream schools | 2022")
    longer = "% | children with a plan taught in mainstream"
    assert len(told(one, Report("b", f"54{longer} | 2023"))) == 1
    assert len(told(one, Report("b", f"52{longer} | 2022"))) == 1
    assert len(told(one, Report("b", f"54{longer} | 2022"))) == 2


def test_a_shorter_name_is_the_same_measure_where_an_exact_value_bears_it_out() -> None:
    one = Report("a", "487 request | requests for assessment | 2021", "640 request | requests for assessment | 2023")
    assert len(told(one, Report("b", "561 request | number of requests | 2022"))) == 2
    assert len(told(one, Report("b", "640 request | number of requests | 2023"))) == 1
    assert len(told(one, Report("b", "600 request | number of requests | 2023"))) == 2


def test_a_name_that_says_little_holds_in_its_own_sentence() -> None:
    report = Report("a", "214 report | reports | 2023", "97 report | reports | 2022", "80 report | reports | 2021")
    sentence = "There were 214 reports in 2023, up from 97 in 2022."
    for index in (0, 1):
        listed = report.metrics[index]
        said = listed.record.model_copy(update={"text": sentence})
        report.metrics[index] = listed.model_copy(update={"record": said})
    assert sorted(len(series.points) for series in told(report)) == [1, 2]


def test_a_name_of_one_word_needs_a_heading_in_common() -> None:
    market = Report("a", "71% | Occupancy | 2022", item="Saturday market")
    assert len(told(market, Report("b", "78% | Occupancy | 2023", item="The market square"))) == 1
    assert len(told(market, Report("b", "78% | Occupancy | 2023", item="Hospital beds"))) == 2


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [("57", "57.4", False), ("57", "57.6", True), ("60", "64", True), ("5.5", "5", True), ("5", "5.4", False)],
)
def test_a_rounded_value_is_no_conflict_but_is_shown(one: str, other: str, conflict: bool) -> None:
    (series,) = told(Report("a", f"{one}% | {PLANS} | 2022"), Report("b", f"{other}% | {PLANS} | 2022"))
    assert [point.conflict for point in series.points] == [conflict, conflict]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [("5500000", "5482310", False), ("5500000", "5412310", True), ("5000", "5100", True), ("1400", "1412", False)],
)
def test_large_values_are_rounded_to_thousands_and_more(one: str, other: str, conflict: bool) -> None:
    (series,) = told(
        Report("a", f"{one} GBP | cost of buses | 2022"), Report("b", f"{other} GBP | cost of buses | 2022")
    )
    assert [point.conflict for point in series.points] == [conflict, conflict]


@pytest.mark.parametrize("table", [False, True])
def test_what_one_name_does_not_tell_apart_in_one_document_stands_alone(table: bool) -> None:
    line = "12 place | places in schools | 2022"
    report = Report("a", line, "31 place | places in schools | 2022", "9 place | places in schools | 2021", table=table)
    assert sorted(len(series.points) for series in told(report)) == [1, 1, 1]


def test_words_choose_a_series_with_all_that_belongs_to_it() -> None:
    report = Report(
        "a", "11% | NEET (EHCP) | 2019", "10% | England | 2019 | England | comparator", "7% | absence | 2019"
    )
    (series,) = told(report, words="neet ehcp")
    assert len(series.points) == 2
    assert told(report, words="neet absence") == []


@pytest.mark.parametrize("words", ["survey pupils", "surveys pupil", "journey"])
def test_words_are_found_in_any_of_their_forms(words: str) -> None:
    assert told(Report("a", "90 pupil | pupils asked about their journeys in the last two surveys | 2022"), words=words)


def test_organisations_that_are_not_known_are_not_one_place() -> None:
    reports = [Report(name, f"{n}% | {PLANS} | 202{n}", organisation=None) for n, name in enumerate("ab", 1)]
    assert len(told(*reports)) == 2


def test_a_comparator_that_says_no_more_than_the_figure_beside_it_is_of_it() -> None:
    sentence = Report(
        "a",
        "40% | Fenshire children and young people with EHCPs | 2024 | Fenshire",
        "32% | young people with EHCPs nationally | 2024 | national | comparator | Fenshire children with EHCPs",
        "31% | attendance of young people nationally | 2024 | national | comparator",
        organisation="FCC",
    )
    same = [each.model_copy(update={"record": each.record.model_copy(update={"text": "One sentence."})})
            for each in sentence.metrics]  # fmt: skip
    apart = [len(series.points) for series in series_of(sentence.metrics, AREAS)]
    assert (apart, [len(series.points) for series in series_of(same, AREAS)]) == ([1, 1, 1], [2, 1])


def test_how_much_a_number_grew_is_no_share() -> None:
    share = Report("a", "40% | children and young people with EHCPs in special schools | 2024")
    grown = Report("b", "11% | number of children and young people with EHCPs in special schools | 2024")
    assert len(told(share, grown)) == 2
    count = "{} child | {}children with EHCPs | {}"
    assert (
        len(
            told(
                *(
                    Report(*each)
                    for each in (("a", count.format(90, "number of ", 2023)), ("b", count.format(95, "", 2024)))
                )
            )
        )
        == 1
    )


QUARTERLY = (
    "{} visit | Total visits | {}",
    "{} view | Page views | {}",
    "{}% | New visits | {}",
    "{}% | Visits that bounce | {}",
)


def quarterly(name: str, period: str, *values: int, organisation: str | None = None) -> Report:
    lines = (line.format(value, period) for line, value in zip(QUARTERLY, values, strict=False))
    return Report(name, *lines, organisation=organisation, table=True)


def test_reports_of_one_run_are_one_place_though_they_name_no_organisation() -> None:
    found = told(quarterly("a", "2013/14 Q2", 446, 900, 61, 44), quarterly("b", "2013/14 Q3", 486, 950, 63, 41))
    assert [points(series) for series in found if series.name == "Total visits"] == [
        [("2013/14 Q2", 446), ("2013/14 Q3", 486)]
    ]
    assert len(found) == 4


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(quarterly("b", "2013/14 Q3", 486, 950, 63), id="few measures in common"),
        pytest.param(quarterly("b", "2013/14 Q2", 486, 900, 61, 44), id="another value for the same period"),
        pytest.param(quarterly("b", "2013/14 Q3", 486, 950, 63, 41, organisation="Marlow Council"), id="of another"),
    ],
)
def test_reports_of_two_runs_are_two_places(other: Report) -> None:
    found = told(quarterly("a", "2013/14 Q2", 446, 900, 61, 44), other)
    assert [len(series.points) for series in found if series.name == "Total visits"] == [1, 1]


# ---- side by side ---------------------------------------------------------------------------------------------------

FEN = Report("a", f"41% | {PLANS} | 2021", f"52% | {PLANS} | 2022", f"50% | {PLANS} | 2022 | England | comparator")
MARL = Report(
    "b", f"61% | {PLANS} | 2022", "3% | absence from school | 2022", organisation="Marlow Council", body="Board"
)
MUTE = Report("c", organisation="Ardale Council", body="Panel", date="2021-02-01")
COVERAGE = Coverage(documents=3, bodies=3, passages=9, first="2021-02-01", last="2024-03-01")


def matrix(by: By, words: str = "plans") -> dict[str, list[tuple[int, list[float | tuple[float, float]]]]]:
    """The lanes with how many documents could speak of them, and the values of each measure."""
    reports = (FEN, MARL, MUTE)
    found = [metric for report in reports for metric in report.metrics]
    held = [report.held for report in reports]
    known = [*held, Report("d", organisation="Elder Council", date="2009-01-01").held]
    compared = compare(found, by, AREAS, held, known=known, coverage=COVERAGE, words=words.split())
    return {
        lane.name: [
            (lane.documents, [point.value for point in measure.entries[number].points]) for measure in compared.measures
        ]
        for number, lane in enumerate(compared.lanes)
    }


def test_places_side_by_side_with_those_of_which_nothing_is_said() -> None:
    assert matrix("place") == {
        "Ardale Council": [(1, [])],
        "Elder Council": [(0, [])],
        "England": [(1, [50])],
        "Fenshire": [(1, [41, 52])],
        "Marlow Council": [(1, [61])],
    }


def test_regions_side_by_side_with_what_lies_in_none_that_is_known() -> None:
    assert matrix("region") == {
        "East of England": [(1, [41, 52])],
        "no region known": [(3, [61, 50])],
    }


def test_bodies_side_by_side() -> None:
    assert matrix("body") == {
        "Board · Marlow Council": [(1, [61])],
        "Cabinet · Elder Council": [(0, [])],
        "Cabinet · Fenshire County Council": [(1, [41, 52, 50])],
        "Panel · Ardale Council": [(1, [])],
    }


def test_a_body_may_be_called_after_its_organisation() -> None:
    reports = [
        Report("a", f"41% | {PLANS} | 2021", body="Health Board"),
        Report("b", f"52% | {PLANS} | 2022", body="Fenshire Health Board"),
        Report("c", f"3% | {PLANS} | 2023", body=None),
    ]
    held = [report.held for report in reports]
    found = [metric for report in reports for metric in report.metrics]
    compared = compare(found, "body", AREAS, held, known=held, coverage=COVERAGE)
    assert [(lane.name, lane.documents) for lane in compared.lanes] == [
        ("Fenshire County Council", 1), ("Health Board · Fenshire County Council", 2),
    ]  # fmt: skip


def test_periods_side_by_side_place_by_place() -> None:
    assert matrix("period") == {"2021": [(2, [41]), (2, [])], "2022": [(2, [52, 50]), (2, [61])]}


def test_neighbours_of_two_councils_are_not_one_place() -> None:
    line = f"47% | {PLANS} | 2021 | statistical neighbours | comparator"
    reports = Report("a", line), Report("b", line.replace("47", "49"), organisation="Marlow Council")
    found = [metric for report in reports for metric in report.metrics]
    held = [report.held for report in reports]
    compared = compare(found, "place", AREAS, held, known=held, coverage=COVERAGE)
    lanes = [lane.name for lane in compared.lanes if "neighbours" in lane.name]
    assert lanes == ["statistical neighbours (Fenshire County Council)", "statistical neighbours (Marlow Council)"]
    assert not any(p.conflict for m in compared.measures for e in m.entries for p in e.points)


def test_a_point_says_of_what_area_it_is() -> None:
    def code(point: Point) -> str | None:
        return point.area and point.area.code

    (series,) = told(FEN)
    assert [code(point) for point in series.points] == ["E10000901", "E10000901", "E92000001"]


def test_words_that_tell_figures_apart_are_those_that_comparing_all_of_them_finds() -> None:
    chance = random.Random(7)
    for size in (2, 3, 5, 9):
        for _ in range(150):
            names = [
                frozenset(chance.sample("abcdefghij"[: size + 1], chance.randint(0, 5) % size)) for _ in range(size)
            ]
            values = {name: {chance.randint(1, 2) for _ in range(chance.randint(1, 2))} for name in names}
            expected = {
                word
                for one, other in combinations(values, 2)
                if 2 * len(one & other) >= min(len(one), len(other)) > 0 and len(values[one] | values[other]) > 1
                for word in one ^ other
            }
            assert figures._apart(values) == expected


@pytest.mark.parametrize(
    "named",
    ["permits issued in ward {0}", "pupils at Mill Lane {0}", "pupils at {0} near {1} by {2} lane", "{0} {1} {2}"],
)
def test_names_are_not_all_compared_with_one_another(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    asked: list[object] = []
    apart = figures._told_apart
    monkeypatch.setattr(figures, "_told_apart", lambda *given: asked.append(None) or apart(*given))
    values = {frozenset(named.format(n, n + 5000, n + 10000).split()): {0 if n else 1} for n in range(1000)}
    figures._apart(values)
    assert len(asked) < 10 * len(values)
