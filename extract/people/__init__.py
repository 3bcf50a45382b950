"""Names of people, as minutes print them in lists."""
