"""PDF pages to blocks: words and places from PDFium or text recognition, then the order in which a person reads."""
