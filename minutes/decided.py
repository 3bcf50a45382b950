"""How a line tells what was decided, by which readers and rules keep it from a heading."""

import re

DECIDES = re.compile(
    r"\b(?:was|were) (?:(?:also|duly|then|unanimously) )?(?:agreed|approved|noted|received|resolved|adopted|deferred"
    r"|ratified)\b"
    r"|\b(?:noted|approved|agreed|resolved|endorsed|ratified|NOTED|APPROVED|AGREED|ENDORSED|RATIFIED) (?:the|that|to) "
    r"|\bRESOLVED\b.* that "
)
