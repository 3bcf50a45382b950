"""Votes: how many were on each side, who they were, and what was decided where the vote alone tells so."""
