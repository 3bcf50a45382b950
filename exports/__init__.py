"""What is held, in forms that others' programs read: one module a standard.

Library ── Holdings (filters: nothing exempt or of low trust unless asked for) ── a standard ──> files

Every export of the same holdings is the same to the byte, but for what became of tasks, which depends on the day. What
a document does not state is null or left out. No export names a path of the machine that it was made on.
"""
