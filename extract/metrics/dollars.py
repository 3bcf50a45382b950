"""Whose dollars "$" stands for: those of the country that a document tells of, else American ones."""

import re
from collections.abc import Iterator

from minutes.model import Document, Metric

AMERICAN = "USD"
_HEAD = 1500  # characters at the head of a document, in which it says where its body is
_PRINTED = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CDN": "CAD", "NZ": "NZD"}
_CODE = re.compile(rf"\b(?P<code>AUD|CAD|NZD)\b|\b(?P<prefix>{'|'.join(_PRINTED)}) ?\$(?=\d)")
_DOMAINS = {"au": "AUD", "ca": "CAD", "nz": "NZD"}
_DOMAIN = re.compile(r"\b[\w-]+\.(?:(?:com|org|net|gov|edu|asn|co|govt|ac|school)\.)?(?P<of>au|ca|nz)\b(?!\.\w)")
_COUNTRY = re.compile(
    r"\b(?:(?P<AUD>Australian?|Australasian?|New South Wales|Queensland|Tasmania)"
    r"|(?P<CAD>Canad(?:a|ian)|Alberta|British Columbia|Manitoba|Newfoundland|Nova Scotia|Ontario|Qu[eé]bec"
    r"|Saskatchewan)"
    r"|(?P<NZD>New Zealand|Aotearoa))\b"
)
_OF_AMERICA = re.compile(r"\bUSD\b|\bUS ?\$")


def in_own_dollars(document: Document, metrics: list[Metric]) -> list[Metric]:
    """The figures, with the currency of the country for those that print "$" alone."""
    if not any(metric.unit == AMERICAN for metric in metrics):
        return metrics
    own = _dollar(document.text)
    return metrics if own == AMERICAN else [_converted(metric, own) for metric in metrics]


def _converted(metric: Metric, own: str) -> Metric:
    bare = metric.unit == AMERICAN and not _OF_AMERICA.search(metric.text)
    return metric.model_copy(update={"unit": own}) if bare else metric


def _dollar(text: str) -> str:
    """The code of the dollar that a document counts in, by the first kind of evidence that names one country alone."""
    for evidence in (_codes(text), _domains(text), _countries(text[:_HEAD])):
        found = set(evidence)
        if len(found) == 1:
            return found.pop()
        if found:
            break  # of several countries
    return AMERICAN


def _codes(text: str) -> Iterator[str]:
    for match in _CODE.finditer(text):
        yield match["code"] or _PRINTED[match["prefix"]]


def _domains(text: str) -> Iterator[str]:
    for match in _DOMAIN.finditer(text):
        yield _DOMAINS[match["of"]]


def _countries(text: str) -> Iterator[str]:
    for match in _COUNTRY.finditer(text):
        yield match.lastgroup or AMERICAN
