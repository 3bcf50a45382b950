"""Decisions told by how they are set: in tables, on forms, and in lines below a label, an entry or a heading."""
