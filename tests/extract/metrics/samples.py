"""What the tests of metrics share."""

from minutes.model import Metric, Minutes
from tests.extract.samples import minutes_of, said


def only(text: str) -> Metric:
    (metric,) = said(text).metrics
    return metric


def figures(minutes: Minutes) -> list[tuple[object, str | None]]:
    return [(metric.value, metric.unit) for metric in minutes.metrics]


def tabled(text: str) -> list[Metric]:
    return [metric for metric in minutes_of(f"# Annual report on libraries\n{text}").metrics if metric.table]


REPORT = "# Fenwold Harbour Trust\nAnnual report for 2023/24\n# Boats\n"
