"""The layers of a record of trade as JSON: the record as it came, and what scoring makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from scoring.records import Certificate, Demand, Doubt, Offer, Place, Size

_DAYS = {"ocop_expiry", "deliver_from", "deliver_to", "valid_until", "expires"}


def plain(value: Any) -> Any:
    """A record with its days as text, ready for JSON."""
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def parsed(record: Offer | Demand) -> dict[str, Any]:
    """An understood record as JSON, without its doubts and what is kept of it, which stand elsewhere."""
    content: dict[str, Any] = plain(asdict(record))
    content.pop("doubts")
    content.pop("kept", None)
    return content


def doubts(record: Offer | Demand) -> list[dict[str, Any]]:
    """The doubts of an understood record as JSON."""
    return [plain(asdict(doubt)) for doubt in record.doubts]


def offer(content: Mapping[str, Any], open_doubts: list[Any]) -> Offer:
    """The understood offer out of its JSON."""
    known = _known(Offer, content, open_doubts)
    return Offer(**known | {"certificates": _papers(content, "certificates")})


def demand(content: Mapping[str, Any], open_doubts: list[Any]) -> Demand:
    """The understood demand out of its JSON."""
    papers = {name: _papers(content, name) for name in ("required_certificates", "preferred_certificates")}
    known = _known(Demand, content, open_doubts)
    return Demand(**known | papers | {"invoices_accepted": tuple(content.get("invoices_accepted", ()))})


def _known(
    kind: type[Offer] | type[Demand], content: Mapping[str, Any], open_doubts: list[Any]
) -> dict[str, Any]:
    """The fields that the record still has, with days, months, place, sizes and doubts as values."""
    names = {field.name for field in fields(kind)}
    known = {name: _day(name, value) for name, value in content.items() if name in names}
    known["months"] = tuple(content.get("months", ()))
    known["place"] = Place(**content.get("place", {}))
    known["sizes"] = tuple(Size(**size) for size in content.get("sizes", ()))
    known["doubts"] = tuple(Doubt(**doubt) for doubt in open_doubts)
    return known


def _papers(content: Mapping[str, Any], name: str) -> tuple[Certificate, ...]:
    return tuple(
        Certificate(**{key: _day(key, value) for key, value in paper.items()})
        for paper in content.get(name, ())
    )


def _day(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in _DAYS and value else value
