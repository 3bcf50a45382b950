"""Pages that hold one item."""

from tests.extract.samples import minutes_of


def test_an_agenda_item_page_has_one_item() -> None:
    text = """
        # Wenmarch County Council
        # Agenda item
        # Home to school transport
        # Meeting of Children’s Commission, Monday 16 January 2023 7.00 pm (Item 4.)
        # Minutes:
        The Chair welcomed the officers.
        4.1 The Chair asked what had been reported. The Commission noted the report.
        """
    minutes = minutes_of(text, media_type="text/html")
    assert [item.title for item in minutes.items] == ["Home to school transport"]
    assert [item.rule for item in minutes.items] == ["items.page"]
