"""Lists of people that stand side by side on a page."""

from pathlib import Path

from extract import extract
from ingest import read
from tests.ingest.pdf.drawing import Drawing


def test_tables_side_by_side_have_each_the_label_over_it(tmp_path: Path) -> None:
    page = Drawing()
    page.text(72, 60, "Fenwold Boat Trust", bold=True, size=16)
    page.text(72, 80, "Minutes of the meeting of the Board held on 12 March 2024 in the Old Forge")
    page.text(72, 120, "Present", bold=True)
    page.text(330, 120, "Apologies", bold=True)
    left, right = [("Una Keld", "Chair"), ("Tom Orme", "Trustee")], [("Nia Tay", "Trustee"), ("Bo Fell", "Trustee")]
    page.table(72, 150, (100, 100), left, header=False)
    page.table(330, 150, (100, 100), right, header=False)
    path = tmp_path / "minutes.pdf"
    path.write_bytes(page.done())
    told = {entry.name: entry.status for entry in extract(read(path)).attendance}
    assert told["Una Keld"] == told["Tom Orme"] == "present"
    assert told["Nia Tay"] == told["Bo Fell"] == "apologies"
