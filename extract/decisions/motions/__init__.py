"""Motions: how they are put, who moved them, what came of them, and amendments to them."""
