"""What files are read with, beside this program."""

from contextlib import suppress
from functools import cache
from importlib.metadata import version

TOOLS = ("lxml", "pdfplumber", "pypdfium2", "python-docx", "spacy")


@cache
def tools() -> dict[str, str]:
    """The versions of what files are read with, that of Tesseract only where it is installed."""
    import pytesseract

    found = {name: version(name) for name in TOOLS}
    with suppress(pytesseract.TesseractNotFoundError, SystemExit):
        found["tesseract"] = str(pytesseract.get_tesseract_version())
    return found
