"""The catalogue: documents, their records and passages, in SQLite or PostgreSQL.

Only this package knows the database; what SQLite and PostgreSQL do each in its own way is in `sqlite` and `postgres`.
"""

from index.catalogue.across import Across
from index.catalogue.embedding import Embedding
from index.catalogue.registers import Registers


class Catalogue(Registers, Across, Embedding):
    """An open catalogue. Every method is one transaction."""
