"""Files to documents: one reader a format, then cleaning that keeps the offsets right."""

from ingest.reading import read

__all__ = ["read"]
