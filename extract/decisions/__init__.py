"""Decisions: from the trigger that tells of one to its limbs, its outcome, who moved it and the votes."""
