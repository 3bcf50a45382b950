"""Series drawn over time: Vega-Lite through Altair, as an SVG or as a web page that needs no network.

Each figure is a dot over the middle of its period, and a thin line as long as the period is. It carries its citation:
what it says, the page, and a link that opens the file there; as a title in an SVG, as a tooltip and as its description
for screen readers in a web page. What has no period that is understood cannot be drawn.
"""

import json
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutes.currencies import SIGNS
from minutes.found import Entry, Listed, Matrix, Measure, Point, Series
from wording import inline, measure_title, point_figure, reference, shortened

FONT = "Arial, Liberation Sans, sans-serif"  # as wide in a browser as where the chart is laid out
WIDTH, HEIGHT = 560, 220  # pixels of one panel
TITLE = 72  # characters of bold type in a line as wide as a panel
YEARS = 5  # from which months are too fine
SYMBOL = "graphics-symbol"  # the role that Vega gives to a mark
PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<div id="plot"></div>
<script>{bundle}</script>
<script>
vegaEmbed("#plot", {spec}, {{"mode": "vega-lite", "renderer": "svg", "actions": false}}).catch(console.error);
</script>
</body>
</html>
"""


@dataclass(frozen=True)
class Panel:
    """What is drawn on one pair of axes: points, each with the name of its line."""

    title: str
    unit: str | None
    points: tuple[tuple[str, Point], ...]


def panels_of_series(found: Iterable[Series]) -> list[Panel]:
    """A panel a series, with a line for its place and one for each place that it is compared with."""
    return [
        Panel(
            measure_title(each),
            each.unit,
            tuple((_line(point, _compared(point) or each.place), point) for point in _dated(each.points)),
        )
        for each in found
    ]


def panels_of_matrix(compared: Matrix) -> list[Panel]:
    """A panel a measure; with a line for each place or body, or, where periods are compared, as of a series."""

    def line(measure: Measure, entry: Entry, point: Point) -> str:
        if compared.by == "period":
            return _line(point, _compared(point) or measure.place)
        if compared.by == "region":
            return _line(point, point.place, entry.lane)
        return _line(point, entry.lane, _compared(point) if compared.by == "body" else None)

    return [
        Panel(
            measure_title(each),
            each.unit,
            tuple((line(each, entry, point), point) for entry in each.entries for point in _dated(entry.points)),
        )
        for each in compared.measures
    ]


def _dated(points: Iterable[Point]) -> list[Point]:
    return [point for point in points if point.start and point.end]


def _compared(point: Point) -> str | None:
    """The place that another one is compared with."""
    return point.place if point.role == "comparator" else None


def _line(point: Point, *of: str | None) -> str:
    """What a line is of: `Fenshire Council`, `Fenshire Council, target`, `England, comparator`."""
    return inline(", ".join(filter(None, (*of, point.role if point.role != "actual" else None))) or "figures")


Link = Callable[[Listed], str]  # where a figure's words can be looked at


def in_file(source: Listed) -> str:
    """The file itself, at the page."""
    page = source.record.citation.page
    return Path(source.document.path).absolute().as_uri() + (f"#page={page}" if page else "")


def pictured(panels: Sequence[Panel]) -> bytes:
    """The panels as a PNG, twice as fine as the screen."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(_chart(panels, in_file).to_dict(), scale=2))


def drawn(panels: Sequence[Panel], suffix: str, *, link: Link = in_file) -> str:
    """The panels as the text of a `.svg` or `.html` file."""
    import vl_convert

    spec = _chart(panels, link).to_dict()
    if suffix == ".svg":
        return _titled(vl_convert.vegalite_to_svg(spec))
    # Text from documents stands in the page's script, which a "</script>" must not end.
    safe = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    title = inline(panels[0].title).replace("&", "&amp;").replace("<", "&lt;")
    return PAGE.format(title=title, bundle=vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"), spec=safe)


def _chart(panels: Sequence[Panel], link: Link) -> Any:
    import altair as alt

    return (
        alt.vconcat(*(_panel(panel, link) for panel in panels))
        .resolve_scale(color="independent", shape="shared")
        .configure(font=FONT, padding={"left": 5, "top": 5, "bottom": 5, "right": 30})
        .configure_title(anchor="start", fontSize=13)
        .configure_legend(labelLimit=260, symbolOpacity=1)
    )


def _panel(panel: Panel, link: Link) -> Any:
    import altair as alt

    data = alt.InlineData(values=[_values(label, point, link) for label, point in panel.points])
    utc = alt.Scale(type="utc")
    unit = SIGNS.get(panel.unit or "", panel.unit)
    y = alt.Y("value:Q", title=unit, scale=alt.Scale(zero=False, padding=8))
    one = len({line for line, _ in panel.points}) == 1  # which the title names
    colour = alt.Color("line:N", title=None, legend=None if one else alt.Legend())
    roles = {"actual": "circle", "forecast": "cross", "target": "diamond", "comparator": "square"}
    used = [role for role in roles if any(point.role == role for _, point in panel.points)]
    shape = alt.Shape(
        "role:N",
        title=None,
        scale=alt.Scale(domain=list(roles), range=list(roles.values())),
        legend=alt.Legend(values=used) if used != ["actual"] else None,
    )
    told = [
        alt.Tooltip(f"{name}:N", title=name.capitalize()) for name in ("figure", "line", "period", "name", "source")
    ]
    base = alt.Chart(data, title=textwrap.wrap(inline(panel.title), TITLE), width=WIDTH, height=HEIGHT)
    axis = alt.Axis(format=_by_the(panel), labelOverlap="greedy", labelSeparation=6, tickCount=8)
    middle = alt.X("middle:T", title=None, scale=utc, axis=axis)
    ranges = base.mark_rule(aria=False).encode(x=middle, y="low:Q", y2="high:Q", color=colour)
    periods = base.mark_rule(opacity=0.4, aria=False).encode(
        x=alt.X("start:T", scale=utc), x2="end:T", y=y, color=colour
    )
    trend = base.transform_filter("datum.role === 'actual' || datum.role === 'comparator'").transform_filter(
        "!datum.conflict"
    )
    lines = trend.mark_line(aria=False).encode(x=middle, y=y, color=colour)
    dots = base.mark_point(filled=True, size=70, opacity=1).encode(
        x=middle, y=y, color=colour, shape=shape, tooltip=told, href="link:N", description="citation:N"
    )
    rings = base.transform_filter("datum.conflict").mark_point(size=260, color="#c00", aria=False)
    return alt.layer(periods, ranges, lines, dots, rings.encode(x=middle, y=y))


def _by_the(panel: Panel) -> str:
    """How dates below a panel are written: years where they span more than a few of them, else months."""
    days = [day for _, point in panel.points for day in (point.start, point.end) if day]
    return "%Y" if (max(days) - min(days)).days > YEARS * 365 else "%b %Y"


def _values(label: str, point: Point, link: Link) -> dict[str, Any]:
    """One point as Vega reads it."""
    low, high = point.value if isinstance(point.value, tuple) else (point.value, point.value)
    start, end = point.start, point.end
    first = point.sources[0]
    figure, sources = point_figure(point), "; ".join(map(_source, point.sources))
    conflict = " (conflict: another document gives another value)" if point.conflict else ""
    return {
        "start": f"{start}", "end": f"{end}", "middle": f"{start + (end - start) / 2}" if start and end else None,
        "value": (low + high) / 2, "low": low, "high": high, "line": label, "role": point.role,
        "conflict": point.conflict, "figure": figure + conflict, "period": point.period,
        "name": inline(getattr(first.record, "name", None) or ""), "source": sources,
        "citation": f"{label}, {point.period}: {figure}{conflict}. {sources}",
        "link": link(first),
    }  # fmt: skip


def _source(source: Listed) -> str:
    """The words, and the document and page where they stand."""
    cited = source.record.citation
    place = reference(source.document, source.meeting, cited)
    return inline(f"“{shortened(cited.quote)}” ({place}, {source.record.id})")


def _titled(svg: str) -> str:
    """The SVG with a title for each mark that has a description, which browsers show when one points at it."""
    from lxml import etree

    root = etree.fromstring(svg.encode())
    for mark in root.iter("{*}path"):
        if mark.get("role") == SYMBOL and (told := mark.get("aria-label")):
            title = etree.Element(f"{{{root.nsmap[None]}}}title")
            title.text = told
            mark.insert(0, title)
    return str(etree.tostring(root, encoding="unicode"))
