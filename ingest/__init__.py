"""Turns files into documents. Each format has its reader; all of them build text and offsets the same way."""

from ingest.reading import read

__all__ = ["read"]
