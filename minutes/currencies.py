"""The currencies that are read and written: their signs, and their codes by ISO 4217."""

CODES = {"£": "GBP", "$": "USD", "€": "EUR", "₹": "INR"}
SIGNS = {code: sign for sign, code in CODES.items()} | {"AUD": "A$", "CAD": "C$", "NZD": "NZ$"}
