"""What a hand scanner or a typing hand put into a code field: a participant or a slip."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from matchmaker.queries.search import fold

Document = Mapping[str, Any]
_PERSONAL = re.compile(r"/p/([^/]+)/([^/]+)/[0-9a-f]+/?")
_SLIP = re.compile(r"/conferences/([^/]+)/results/([^/]+)/([^/]+)/?")
_PLACE = re.compile(r"(\S+)[\s/,-]+(\S+)")


def guest(text: str, conference_id: str, document: Document) -> str | None:
    """The participant of a personal link, an id or a booth; None for anything else."""
    found = _PERSONAL.fullmatch(_path(text))
    if found:
        told, wanted = unquote(found[1]), unquote(found[2])
        return wanted if told == conference_id and _known(document, wanted) else None
    code = text.strip().casefold()
    for key in ("id", "booth"):
        for row in document["participants"]:
            if code and str(row.get(key) or "").casefold() == code:
                return str(row["id"])
    return None


def slip(
    text: str, conference_id: str, document: Document, meetings: Sequence[Document]
) -> list[tuple[str, str]]:
    """The meetings that a slip's address, "slot table", an id or words of names mean; none or several."""
    found = _SLIP.fullmatch(_path(text))
    if found:
        told, first, second = (unquote(part) for part in found.groups())
        right = told == conference_id and _known(document, first) and _known(document, second)
        return [(first, second)] if right else []
    place = _PLACE.fullmatch(text.strip())
    if place:
        slot, table = (part.casefold() for part in place.groups())
        at = [(m["a"], m["b"]) for m in meetings if _stands(m, slot, table)]
        if at:
            return at
    words = fold(text).split()
    names = {p["id"]: fold(f"{p['id']} {p.get('name') or ''}") for p in document["participants"]}
    exact = [(m["a"], m["b"]) for m in meetings if fold(text.strip()) in (fold(m["a"]), fold(m["b"]))]
    return exact or [
        (m["a"], m["b"])
        for m in meetings
        if words and all(word in f"{names.get(m['a'], '')} {names.get(m['b'], '')}" for word in words)
    ]


def _stands(meeting: Document, slot: str, table: str) -> bool:
    """Whether a meeting is in this slot at this table; a table may be named without its leading letter."""
    own = str(meeting["table"]).casefold()
    return str(meeting["slot"]).casefold() == slot and table in (own, own.lstrip("tb0"), own.lstrip("t"))


def _known(document: Document, participant: str) -> bool:
    return any(row["id"] == participant for row in document["participants"])


def _path(text: str) -> str:
    try:
        return urlsplit(text.strip()).path
    except ValueError:
        return ""
