"""Figures of data tables: each with its row’s label, its column’s header, and the unit that either tells."""
