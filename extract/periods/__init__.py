"""Periods as reports print them, and which of them a figure is for."""
