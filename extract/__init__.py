"""Takes the records from a document: a spaCy pipeline with a component for each kind, driven by rules that are data."""

from extract.pipeline import extract

__all__ = ["extract"]
