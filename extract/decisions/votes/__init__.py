"""Votes: how many were on each side, who they were, and what is told of no motion but by the vote on it."""
