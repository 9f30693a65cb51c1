"""The organisations that a list names: which are known, which may be the same spelt otherwise, which are new.

Nothing is merged by itself: a name like a known one, or sharing its telephone or tax code, is a question; in
the same place a name may differ more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from matchmaker.extensions import db
from matchmaker.intake.text import fold
from matchmaker.models import Organisation, User
from matchmaker.queries.scope import visible

SIDE = {"offer": "producer", "demand": "buyer"}
ALIKE, ALIKE_NEAR = 88.0, 76.0  # rapidfuzz's 0..100, from which two names are asked about; in one place
MOST_ASKED = 3  # candidates for one name
# Words of a name that tell the form of the organisation and not which one it is.
_FORM_WORDS = re.compile(
    r"\b(?:htx|hop tac xa|tht|to hop tac|cong ty|cty|tnhh|mtv|cp|co phan|dntn|doanh nghiep|tu nhan|hkd|ho|"
    r"ho kinh doanh|co so|san xuat|kinh doanh|nong nghiep|dich vu|thuong mai|sx|kd|va|cooperative|company|"
    r"ltd|co|jsc)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known organisation that a name may mean: why (same, name, place, phone, tax_code), how alike."""

    id: str
    name: str
    province: str
    why: str
    likeness: int


@dataclass(slots=True)
class Named:
    """One name of the list: its rows, what the list says of it, the places (province, commune) of its rows,
    and whom it may mean.

    ``known`` is the organisation that it is without a question; with ``candidates`` and no ``known`` a person
    is asked; with neither it is new.
    """

    name: str
    rows: int = 0
    party: dict[str, Any] = field(default_factory=dict)
    places: set[tuple[str, str]] = field(default_factory=set)
    known: str = ""
    candidates: list[Candidate] = field(default_factory=list)


def name_key(name: str) -> str:
    """A name as two lists would share it: without accents, case and marks."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(name)).split())


Row = tuple[str, Mapping[str, Any], Mapping[str, Any]]


def parties(kind: str, rows: Iterable[Row], actor: User) -> list[Named]:
    """The names of a list with whom they may mean; ``rows`` are a name, what is said beside it, and the place
    as understood."""
    found: dict[str, Named] = {}
    for name, party, place in rows:
        if key := name_key(name):
            named = found.setdefault(key, Named(name))
            named.rows += 1
            named.party |= {field: value for field, value in party.items() if value}
            if place.get("province"):
                named.places.add((place["province"], place.get("commune") or ""))
    known = _known(SIDE[kind], actor)
    by_key: dict[str, list[_Known]] = {}
    for each in known:
        by_key.setdefault(each.key, []).append(each)
    cores = {each.id: each.core for each in known}
    lookup = {each.id: each for each in known}
    for key, named in found.items():
        same = by_key.get(key, [])
        if len(same) == 1 and not _contradicts(same[0], named.party):
            named.known = same[0].id
            continue
        named.candidates = [Candidate(each.id, each.name, each.province, "same", 100) for each in same]
        named.candidates += _alike(key, named, cores, lookup, {each.id for each in same})
        del named.candidates[MOST_ASKED:]
    return sorted(found.values(), key=lambda named: (not named.candidates, named.name))


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    name: str
    key: str
    core: str
    province: str
    commune: str
    tax_code: str
    phones: frozenset[str]


def _known(side: str, actor: User) -> list[_Known]:
    statement = (
        select(Organisation)
        .where(Organisation.side == side, visible(Organisation, actor))
        .options(selectinload(Organisation.contacts))
    )
    return [
        _Known(
            row.id,
            row.name,
            name_key(row.name),
            _core(name_key(row.name)),
            row.province,
            row.commune,
            digits(row.tax_code),
            frozenset(filter(None, (digits(contact.phone) for contact in row.contacts))),
        )
        for row in db.session.scalars(statement)
    ]


def _core(key: str) -> str:
    return " ".join(_FORM_WORDS.sub(" ", key).split()) or key


def digits(text: Any) -> str:
    """The digits of a telephone or a tax code, +84 as 0."""
    bare = re.sub(r"\D", "", str(text or ""))
    return f"0{bare[2:]}" if bare.startswith("84") and len(bare) == 11 else bare


def _contradicts(known: _Known, party: Mapping[str, Any]) -> bool:
    """Whether a list gives a known name another tax code."""
    said = digits(party.get("tax_code"))
    return bool(said and known.tax_code and said != known.tax_code)


def _alike(
    key: str, named: Named, cores: Mapping[str, str], lookup: Mapping[str, _Known], taken: set[str]
) -> list[Candidate]:
    phone, tax = digits(named.party.get("phone")), digits(named.party.get("tax_code"))
    shared = [
        Candidate(
            each.id, each.name, each.province, "tax_code" if tax and each.tax_code == tax else "phone", 100
        )
        for each in lookup.values()
        if each.id not in taken and ((tax and each.tax_code == tax) or (phone and phone in each.phones))
    ]
    taken = taken | {candidate.id for candidate in shared}
    near = process.extract(
        _core(key), cores, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE_NEAR, limit=10 + len(taken)
    )
    return shared + [
        _candidate(lookup[name], "name" if likeness >= ALIKE else "place", likeness)
        for _, likeness, name in near
        if name not in taken and (likeness >= ALIKE or _neighbours(lookup[name], named))
    ]


def _candidate(known: _Known, why: str, likeness: float) -> Candidate:
    return Candidate(known.id, known.name, known.province, why, round(likeness))


def _neighbours(known: _Known, named: Named) -> bool:
    """Whether the list names the commune of a known organisation; its province where one knows no more."""
    return any(
        province == known.province and (not known.commune or not commune or commune == known.commune)
        for province, commune in named.places
    )
