"""Tables as a data package: CSV or Parquet files and a `datapackage.json` that says what is in them.

https://datapackage.org/standard/data-package/, version 2. Text stands in CSV files to the letter, since quotes have to
verify: they are for programs. A register for a spreadsheet, where no text is run as a formula, `--to FILE` writes.
"""

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from exports.holdings import Exported, Holdings, file_name
from exports.tables import TABLES, Column, Row, Table
from rows import to_json
from wording import figure
from writing import notes_on

Form = Literal["csv", "parquet"]
MEDIA: dict[Form, str] = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE_NAME = re.compile(r"[-a-zA-Z0-9._]+")


class Written(NamedTuple):
    table: Table
    path: str
    content: bytes


def package(holdings: Holdings, form: Form) -> Exported:
    """All tables and the description of them; a table without rows is there, too."""
    written, counts = [], {}
    for table in TABLES:
        rows = list(table.rows(holdings))
        counts[table.noun] = len(rows)
        content = _csv(table.columns, rows) if form == "csv" else _parquet(table.columns, rows)
        written.append(Written(table, f"{table.name}.{form}", content))
    description = {
        "$schema": PROFILE,
        "name": "minutebook",
        "title": "Minutes and reports: agenda items, decisions, actions and metrics with their citations",
        "description": " ".join(notes_on(None, holdings.filters, holdings.library.coverage(holdings.filters))),
        **_origins(holdings),
        "resources": [_resource(each, form) for each in written],
    }
    files = {"datapackage.json": to_json(description).encode(), **{each.path: each.content for each in written}}
    return Exported(files, counts)


def _origins(holdings: Holdings) -> dict[str, Any]:
    """The documents as sources, and the licences that they are known to have; neither may be an empty list."""
    held = [each.document for each in holdings.library.documents(filters=holdings.filters) if each.document]
    sources = [
        {"title": each.title or file_name(each), **({"path": url} if (url := holdings.of(each).url) else {})}
        for each in held
    ]
    licences = sorted({licence for each in held if (licence := holdings.of(each).licence)})
    found = {"sources": sources, "licenses": [_licence(each) for each in licences]}
    return {name: each for name, each in found.items() if each}


def _licence(licence: str) -> dict[str, str]:
    if re.match("https?://", licence):
        return {"path": licence}
    if LICENCE_NAME.fullmatch(licence):
        return {"name": licence}
    return {"name": re.sub(r"[^-a-zA-Z0-9._]+", "-", licence).strip("-") or "other", "title": licence}


def _resource(written: Written, form: Form) -> dict[str, Any]:
    table = written.table
    keys = [
        {"fields": column.name, "reference": {"resource": "" if column.of == table.name else column.of, "fields": "id"}}
        for column in table.columns
        if column.of
    ]
    schema = {
        "fields": [_field(each, first=table.keyed and not number) for number, each in enumerate(table.columns)],
        **({"primaryKey": ["id"]} if table.keyed else {}),
        **({"foreignKeys": keys} if keys else {}),
    }
    return {
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": written.path,
        "format": form,
        "mediatype": MEDIA[form],
        **({"encoding": "utf-8"} if form == "csv" else {}),
        "bytes": len(written.content),
        "hash": f"sha256:{hashlib.sha256(written.content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, *, first: bool) -> dict[str, Any]:
    given = {
        "required": column.required or None,
        "unique": first or None,
        "enum": list(column.choices) or None,
        "pattern": column.pattern,
    }
    constraints = {name: value for name, value in given.items() if value is not None}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    writer.writerows([_cell(row.get(column.name)) for column in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return figure(value) if isinstance(value, float) else value


def _parquet(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    fields = [
        pa.field(
            column.name,
            types[column.type],
            nullable=not column.required,
            metadata={"description": column.description, **({"unit": column.unit} if column.unit else {})},
        )
        for column in columns
    ]
    # As in the CSV file, where nothing is no text.
    values = [[value if (value := row.get(column.name)) != "" else None for row in rows] for column in columns]
    arrays = [pa.array(each, field.type) for each, field in zip(values, fields, strict=True)]
    buffer = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), buffer, compression="zstd")
    return buffer.getvalue()
