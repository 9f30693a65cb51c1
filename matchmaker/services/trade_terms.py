"""Prices that either side's words take at a port or abroad: "CIF Hamburg", "giá DAP Bằng Tường".

Freight inside the country says nothing of a price abroad: none is added, and where it is taken is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from matchmaker.services.record_words import joined
from scoring.product.normalise import could_be_vietnamese
from scoring.records import Doubt
from scoring.units import fold

Record = Mapping[str, Any]

_TERM = re.compile(
    r"(?<![\w&])(?P<term>(?i:fob|cif|cfr|cnf|c ?& ?f|cip|cpt|dap|ddp|dpu|fas))(?: (?i:cảng|cang|port|tại|tai|"
    r"at))?"
    r"(?P<name>(?: [A-ZĐÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ][\w’']*){0,3})"
)
_TO_THE_DOOR = ("dap", "ddp", "dpu")
# Ports and towns of the country as foreigners write them, in one word.
_HOME = frozenset(
    [
        "saigon",
        "haiphong",
        "danang",
        "hanoi",
        "hochiminh",
        "hcmc",
        "cantho",
        "quynhon",
        "quinhon",
        "vungtau",
        "catlai",
        "caimep",
        "vict",
        "icd",
        "mongcai",
        "langson",
        "laocai",
        "huunghi",
        "nhatrang",
        "vietnam",
    ]
)
_ABROAD = frozenset(
    (
        *(
            "thuong hai",
            "bang tuong",
            "quang chau",
            "nam ninh",
            "ha khau",
            "dong hung",
            "tham quyen",
            "bac kinh",
        ),
        *("thien tan", "thanh dao", "dai lien", "hong kong", "dai loan", "cao hung", "con minh", "han quoc"),
        *("nhat ban", "trung quoc", "hoa ky", "chau au", "long bang"),
    )
)


def is_abroad(name: str) -> bool:
    """Whether the name of a place lies abroad: no syllables of Vietnamese, or one of those known.

    >>> is_abroad("Hamburg"), is_abroad("Bằng Tường"), is_abroad("Cát Lái"), is_abroad("Haiphong")
    (True, True, False, False)
    """
    words = fold(name).split()
    words = words[1:] if words[:1] in (["port"], ["cang"]) else words
    if not words:
        return False
    joined = "".join(words)
    if joined in _HOME or any(word in _HOME for word in words):
        return False
    strange = [word for word in words if not could_be_vietnamese(word)]
    return bool(strange) or " ".join(words[:2]) in _ABROAD


def trade_terms(record: Record, *fields: str) -> tuple[str, bool]:
    """The term of trade with its place that the words of a record take its price at, and whether that is
    abroad; "" where they name none, or only the buyer's door at home."""
    text = joined(record, *fields)
    for found in _TERM.finditer(text):
        abroad = is_abroad(found["name"])
        if abroad or (found["name"] and fold(found["term"]) not in _TO_THE_DOOR):
            return found[0].strip(), abroad
    return "", False


def of_terms(
    record: Record, fields: tuple[str, ...], doubts: list[Doubt], sells: bool
) -> tuple[list[Doubt], bool]:
    """The doubts with that on a price abroad or at a port, and whether the price is taken abroad."""
    words, abroad = trade_terms(record, *fields)
    known = [each for each in doubts if each.code in ("price_at_place", "basis_differs")]
    if not words or (known and not abroad):
        return doubts, False
    rest = [each for each in doubts if each not in known and each.code != "assumed_farm_gate"]
    if abroad and (sells or record.get("price_max") or record.get("demand_text")):
        told = {"value": words, "name": "", "hub": True}
        return [*rest, Doubt("price_basis", "price_at_place", told)], True
    return [*rest, Doubt("price_basis", "basis_differs", {"value": words})], False
