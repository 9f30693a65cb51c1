"""Where the place lies that a seller names for his price: "giao bến xe Mỹ Đình", "tại cảng Cô Tô"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from math import inf
from typing import Any

from matchmaker.intake.price_places import HUBS
from matchmaker.intake.text import fold
from matchmaker.services.reference import Reference
from scoring.logistics.distance import apart_km, unit_vectors
from scoring.records import Doubt, Place

_WITHIN = re.compile(r"^(?:(?:noi|ngoai) thanh|trung tam)(?: |$)")
_GATE = re.compile(r"\b(?:cua khau|ck|border gate)\b")
_TERM = re.compile(r"^(?:fob|cif|cfr|cnf|fca|cpt|cip|fas) ")
_BARE_PORT = re.compile(
    r"(?<!\w)(?:(?:giá|giao|gia) )?(?:tại |tai |ở )(?:cảng|cang|cầu cảng|bến cảng)(?!\w)", re.IGNORECASE
)
_INLAND = ("mountain", "highland", "midland")
_OWN = re.compile(r"^(?:trong thanh pho|trong pho|trong tinh|noi tinh)$")  # of the seller's own province
_ONE_COMMUNE_KM = 80  # between the islands of one commune
_OF_COMMUNES = frozenset(
    ("dac", "khu", "xa", "huyen", "tinh", "dao", "thanh", "pho", "kien", "giang", "binh", "thuan", "quang",
     "ninh", "ba", "ria", "vung", "tau", "khanh", "hoa", "nam", "ngai")
)  # fmt: skip
AT_HOME_KM = 25  # as the crow flies: a store within this of the place of production is the seller's own


def at_place(doubt: Doubt, basis: str, own: Place, reference: Reference) -> list[Doubt]:
    """The doubt with the place on the map under ``at``; none where the basis says enough without it.

    ``own`` is where the goods are produced. A store or a station of which the name is on no map, or that
    stands where the goods grow, is told by the basis alone.
    """
    if doubt.code == "freight_said":
        return _freight(doubt, own, reference)
    if doubt.code != "price_at_place":
        return [doubt]
    name = str(doubt.facts.get("name") or doubt.facts["value"])
    if basis in ("depot", "farm_gate") and _within_own(name, own):
        return []
    gate = _GATE.search(fold(str(doubt.facts["value"]))) is not None
    found = _found(f"cửa khẩu {name}", False, "", reference) if gate else None
    found = found or _found(name, bool(doubt.facts.get("hub")), own.province, reference)
    if found is None or found.lat is None or found.lon is None:
        return [] if basis else [doubt]
    if basis in ("depot", "farm_gate") and _near(found, own):
        return []
    facts = {**doubt.facts, "at": _told(found)}
    others = [_found(each, False, own.province, reference) for each in doubt.facts.get("more") or ()]
    if also := [_told(each) for each in others if each is not None and None not in (each.lat, each.lon)]:
        facts["also"] = also
    return [replace(doubt, facts=facts)]


def _told(place: Place) -> dict[str, Any]:
    return {name: value for name, value in asdict(place).items() if value not in (None, "")}


def at_some_port(basis: str, doubts: list[Doubt], told: str, own: Place) -> tuple[str, list[Doubt]]:
    """The basis of a price "tại cảng": of goods from inland that is a port which nobody names, and not where
    they grow; of those from the coast it is where the boats come in."""
    found = _BARE_PORT.search(told) if basis == "farm_gate" and own.terrain in _INLAND else None
    if not found or any(doubt.code == "price_at_place" for doubt in doubts):
        return basis, doubts
    return "", [*doubts, Doubt("price_basis", "price_at_place", {"value": found[0], "hub": True})]


def picked_up(own: Place, doubts: Iterable[Doubt]) -> Place:
    """Where goods of a commune of several islands lie: on the one at whose quay the seller names his price,
    where he says of no other that they grow there."""
    if own.terrain != "island" or own.level != "island":
        return own
    for doubt in doubts:
        at = doubt.facts.get("at") if doubt.code == "price_at_place" else None
        if not at or at.get("terrain") != "island" or at.get("province") != own.province:
            continue
        quay = Place(**at)
        words = fold(own.text).replace(",", " ").split()
        known = set(fold(f"{own.commune} {own.province}").split()) | _OF_COMMUNES
        if set(words) <= known and _apart(quay, own) < _ONE_COMMUNE_KM:
            return replace(quay, text=own.text, commune=own.commune)
    return own


def _freight(doubt: Doubt, own: Place, reference: Reference) -> list[Doubt]:
    """The seller's own freight with the place that it is for under ``at``; none to a station, or to a place
    that no map knows."""
    if doubt.facts.get("to_station"):
        return []
    if not (name := str(doubt.facts.get("to") or "")):
        return [doubt]
    found = _found(name, False, own.province, reference)
    if found is None or found.lat is None or found.lon is None:
        return []
    return [replace(doubt, facts={**doubt.facts, "at": _told(found)})]


def _within_own(name: str, own: Place) -> bool:
    """Whether the name is that of the place where the goods are produced, as its record writes it."""
    return f" {fold(name).strip(' .')} " in f" {fold(own.text or own.commune).replace(',', ' ')} "


def _found(name: str, hub: bool, province: str, reference: Reference) -> Place | None:
    """The place of a name: of several that bear it the one in the seller's own province."""
    from matchmaker.services.understanding import place_meant

    key = _TERM.sub("", _WITHIN.sub("", _OWN.sub("", fold(name)))).strip(" .")
    if not key and province:
        return place_meant(reference.gazetteer.resolve(province, endpoint=True), name)
    bare = name.split()[-len(key.split()) :] if key else []
    text = HUBS[key] if hub and key in HUBS else " ".join(bare)
    for words in (text, f"{text}, {province}") if province else (text,):
        place = reference.gazetteer.resolve(words, endpoint=True)
        if place.best is not None:
            return place_meant(place, name)
    return None


def _near(one: Place, other: Place) -> bool:
    return _apart(one, other) < AT_HOME_KM


def _apart(one: Place, other: Place) -> float:
    """Km between two places as the crow flies; endless where one is not known."""
    if None in (one.lat, one.lon, other.lat, other.lon):
        return inf
    a, b = unit_vectors([(one.lat or 0, one.lon or 0), (other.lat or 0, other.lon or 0)])
    return float(apart_km(a, b))
