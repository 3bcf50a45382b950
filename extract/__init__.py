"""Documents to minutes: one spaCy component a kind of record, over rules held as data."""

from extract.pipeline import extract

__all__ = ["extract"]
