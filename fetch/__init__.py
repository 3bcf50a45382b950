"""Gets published minutes from a council's web site, politely, and names them in the manifest of a corpus."""
