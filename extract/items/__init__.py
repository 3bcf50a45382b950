"""Agenda items: the titled headings of business in every style of numbering, and without numbers."""
