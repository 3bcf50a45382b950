from pathlib import Path

import pytest

from index.abbreviations import abbreviations, key, longs, rewritten, shorts, spelt_out
from index.catalogue import Catalogue
from index.passages import passages
from minutes.found import Filters
from tests.index.samples import document_of, minutes_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An Education, Health and Care Plan (EHCP) was made.", {"EHCP": "Education, Health and Care Plan"}),
        ("Education, Health and Care Plans (EHCPs)", {"EHCP": "Education, Health and Care Plans"}),
        ("The Department for Education (DfE) said so", {"DfE": "Department for Education"}),
        ("HWRC (Household Waste Recycling Centre)", {"HWRC": "Household Waste Recycling Centre"}),
        ("the Early\nYears Team (EYT)", {"EYT": "Early Years Team"}),
        ("the Head of Transport (HT) and the Clerk (TC)", {"HT": "Head of Transport"}),
        pytest.param("The plan (EHCP) was made", {}, id="not spelt out"),
        pytest.param("of Transport (OT)", {}, id="no small word begins it"),
        pytest.param("It was late (see above) and the Panel (12) agreed", {}, id="no abbreviation"),
        pytest.param("Bus Plan (BP) and Big Pond (BP)", {"BP": "Bus Plan"}, id="the first one"),
    ],
)
def test_what_a_text_explains(text: str, expected: dict[str, str]) -> None:
    assert abbreviations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Late EHCPs", ("EHCP: Extra Heavy Concrete Pipe",)),
        ("The NHS said so", ("NHS: National Health Service",)),
        pytest.param("The National Health Service (NHS) said so", (), id="it says so itself"),
        pytest.param("The XQZ said so", (), id="nobody says"),
    ],
)
def test_abbreviations_are_spelt_out_by_the_document_or_by_common_use(text: str, expected: tuple[str, ...]) -> None:
    assert spelt_out(text, {"EHCP": "Extra Heavy Concrete Pipe"}) == expected


def test_a_passage_is_found_by_what_its_abbreviations_stand_for(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    document = document_of(
        "# 1 Plans\nOf all EHCPs a third were late this year, which nobody at the meeting thought right."
    )
    minutes = minutes_of(document)
    catalogue.put(document, minutes, passages(document, minutes), "1")
    assert catalogue.matching(["education", "care"], Filters()).best(9)
    catalogue.close()


def test_forms_in_a_question() -> None:
    assert shorts("How many EHCPs did DfE fund on the A road?") == ["EHCP", "DfE"]
    assert key("Education, Health and Care Plans") == key("education health care plan") == "education health care plan"
    assert longs("are care plans late")["care plan"] == "care plans"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("late EHCPs", ["late Education, Health and Care Plan"]),
        ("late education, health and care plans in May", ["late EHCP in May"]),
        ("late buses", []),
    ],
)
def test_a_question_is_put_in_other_words(tmp_path: Path, question: str, expected: list[str]) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    texts = ["The Education, Health and Care Plan (EHCP) is late", "An Extra Heavy Concrete Pipe (EHCP) broke"]
    for n, text in enumerate([texts[0], texts[1], f"Again: {texts[0]}"]):  # most say it is a plan
        document = document_of(text, path=f"{n}.txt")
        minutes = minutes_of(document)
        catalogue.put(document, minutes, passages(document, minutes), "1")
    found = rewritten(question, catalogue.meanings(shorts(question)), catalogue.names(list(longs(question))))
    assert found == expected
    catalogue.close()
