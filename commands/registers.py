"""The registers, comparisons of metrics, and what is written from them."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

from rich.console import RenderableType

from commands.app import app, say
from commands.options import (
    FOUND,
    REGISTERS,
    As,
    AsSeries,
    ComparedBy,
    LibraryFolder,
    Limit,
    Plot,
    Register,
    RegisterAs,
    To,
    Words,
    example,
    filtered,
    named,
)
from commands.shared import draw, file_form_of, open_library, tell
from minutes.found import Filters, Listed, RecordKind, Status, stands
from printing import corrections_view, emit, emptied_lines, line, matrix_view, register_table, series_view
from rows import (
    COMPARE_COLUMNS,
    CORRECTION_COLUMNS,
    SERIES_COLUMNS,
    correction_row,
    gold_json,
    listed_row,
    matrix_rows,
    matrix_text,
    record_columns,
    series_rows,
    series_text,
    to_json,
)
from saving import save
from wording import copies_text, counted, coverage_text, unfollowed_text


def register(
    name: Register,
    filters: Filters,
    query: Words = None,
    library: LibraryFolder = None,
    limit: Limit = None,
    to: To = None,
    form: RegisterAs = None,
    status: Status | None = None,
    overdue: bool | None = None,
    vanished: bool | None = None,
) -> None:
    """List the records of one kind, latest meeting first."""
    kind: RecordKind = name[:-1]  # type: ignore[assignment]
    file_form = file_form_of(form, to) if to else None
    store = open_library(library)
    words = " ".join(query or []) or None
    asked: list[Status] = [each for each in (status, overdue and "overdue", vanished and "vanished") if each]

    def listed(filters: Filters) -> list[Listed]:
        found = store.follow(store.records(kind, query=words, filters=filters))
        for each in asked:
            found = [one for one in found if one.followed and stands(one.followed.fate, one.followed.late, each)]
        return found

    found = listed(filters)
    shown = found[:limit]

    def view() -> list[RenderableType]:
        if asked:  # what became of records is not counted in the catalogue
            left = len(listed(replace(filters, all=True))) - len(found)
        else:
            left = store.mistrusted(kind, query=words, filters=filters)
        hidden = f"; {left:,} of low trust left out, --all shows them" if left else ""
        copies = [line(told)] if (told := copies_text(store.copies(filters))) else []
        if shown:
            summed = line(f"{len(shown):,} of {counted(len(found), kind)}{hidden}.")
            return [register_table(kind, shown), summed, *copies]
        emptied = store.emptied_by(filters, lambda fewer: bool(listed(fewer)))
        if asked and not emptied and store.records(kind, query=words, filters=filters):
            emptied = tuple(f"status:{each}" for each in asked)
        every = store.follow(store.records(kind, query=words, filters=filters)) if "vanished" in asked else []
        why = [line(told)] if (told := unfollowed_text(every)) else []
        looked = coverage_text(store.coverage(filters), f"No {name} found in").rstrip(".")
        return [line(f"{looked}{hidden}."), *emptied_lines(emptied), *why]

    if to is None or file_form is None:
        emit(form or "table", shown, listed_row, record_columns(kind), view)
    else:
        from writing import notes_on, register_file  # brings in what writes workbooks and Word documents

        notes = notes_on(words, filters, store.coverage(filters), status=asked, copies=store.copies(filters))
        save(to, register_file(file_form, kind, shown, title=name.capitalize(), notes=notes))
        say(f"Wrote {counted(len(shown), kind)} to {to}.")


def metrics(
    filters: Filters,
    query: Words = None,
    library: LibraryFolder = None,
    limit: Limit = None,
    series: AsSeries = False,
    plot: Plot = None,
    to: To = None,
    form: RegisterAs = None,
) -> None:
    """The register of metrics, or what they measure over periods."""
    if not series and not plot:
        register("metrics", filters, query, library, limit, to, form)
        return
    store, words = open_library(library), " ".join(query or [])
    found = store.series(query=words, filters=filters)
    shown = found[:limit]

    def book() -> bytes:
        from writing import notes_on, workbook  # as above

        notes = notes_on(words, filters, store.coverage(filters))
        return workbook(SERIES_COLUMNS, series_rows(shown), title="Series", notes=notes)

    def view() -> list[RenderableType]:
        emptied = (
            () if found else store.emptied_by(filters, lambda f: bool(store.records("metric", query=words, filters=f)))
        )
        return [*series_view(shown, len(found), store.coverage(filters)), *emptied_lines(emptied)]

    if plot:
        from plotting import panels_of_series

        draw(panels_of_series(shown), plot)
    if not plot or to or form:
        tell(form, to, partial(series_text, shown), book, view)


for _name, (_own, _listed, _example) in REGISTERS.items():
    _run = metrics if _name == "metrics" else partial(register, _name)
    app.command(_name, help=f"List {_listed}, latest meeting first.", epilog=example(f"minutebook {_name} {_example}"))(
        filtered(*FOUND, *_own)(_run)
    )


@app.command(
    epilog=example("minutebook compare plans --by place", "minutebook compare waiting --by period --plot it.svg")
)
@filtered(*FOUND)
def compare(
    filters: Filters,
    query: Words = None,
    by: ComparedBy = "place",
    library: LibraryFolder = None,
    limit: Limit = None,
    plot: Plot = None,
    to: To = None,
    form: RegisterAs = None,
) -> None:
    """Set figures of the same measure side by side, and say where documents are silent and where there are none."""
    store, words = open_library(library), " ".join(query or [])
    compared = store.compare(by, query=words, filters=filters)
    shown = compared.model_copy(update={"measures": compared.measures[:limit]})

    def book() -> bytes:
        from writing import notes_on, workbook  # as above

        notes = notes_on(words, filters, store.coverage(filters))
        return workbook(COMPARE_COLUMNS, matrix_rows(shown), title="Comparison", notes=notes)

    def view() -> list[RenderableType]:
        told = shown.measures
        emptied = (
            () if told else store.emptied_by(filters, lambda f: bool(store.records("metric", query=words, filters=f)))
        )
        return [*matrix_view(compared, told), *emptied_lines(emptied)]

    if plot:
        from plotting import panels_of_matrix

        draw(panels_of_matrix(shown), plot)
    if not plot or to or form:
        tell(form, to, partial(matrix_text, shown), book, view)


@app.command(epilog=example("minutebook corrections", "minutebook corrections --gold gold/"))
def corrections(
    library: LibraryFolder = None,
    gold: Annotated[
        Path | None, named("DIR", "Write the records of corrected documents there, for the scorer.", file_okay=False)
    ] = None,
    form: As = "table",
) -> None:
    """List what people corrected, or write corrected documents as examples to measure extraction by."""
    store = open_library(library)
    if gold is None:
        found = store.corrections()
        emit(form, found, correction_row, CORRECTION_COLUMNS, lambda: corrections_view(found))
        return
    held = store.corrected()
    common = Path(os.path.commonpath([Path(each.document.path).parent for each in held])) if held else Path()
    for minutes in held:
        name = Path(minutes.document.path).relative_to(common)
        file = gold / name.with_name(f"{name.name}.json")
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, to_json(gold_json(minutes, name.as_posix())).encode())
    say(f"Wrote {counted(len(held), 'document')} to {gold}; their files are named from {common}.")
