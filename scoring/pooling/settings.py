"""What a pool is allowed and what it is judged by: dated settings, never figures in the code of a solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

BufferPolicy = Literal["name", "add", "none"]
KINDS = ("company", "cooperative", "group", "household")  # of organisations; "" where it is not known

# A year's chance that a member delivers nothing of what it agreed to, by kind of organisation.
DEFAULT_RATES: Mapping[str, float] = {
    "company": 0.08,
    "cooperative": 0.10,
    "group": 0.15,
    "household": 0.20,
    "": 0.14,
}


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """An operator's settings. Shares are of one, distances km by road, times hours.

    ``surplus`` is the most that is agreed to be delivered, as a multiple of what is wanted; a pool of the
    same fill may cost up to ``cost_tolerance`` more where that saves members. ``buffer``: a stand-by member
    is named beside the pool ("name"), taken into it ("add"), or not looked for ("none").
    """

    default_rate: Mapping[str, float] = field(default_factory=lambda: dict(DEFAULT_RATES))
    surplus: float = 1.3
    delivered_share: float = 0.95  # of what the pool promises: less is a failed delivery
    max_members: int = 40
    pickup_within_km: float = 150.0  # from the first stop to any other
    pickup_detour_km: float = 80.0  # more than the way from the first stop to the buyer, by each other stop
    max_rounds: int = 6  # of collection: more than one only where one cannot fill the demand
    stop_hours: float = 0.75
    lead_buys: tuple[str, ...] = ("BANG_KE",)  # of members with these the lead buys, and invoices the whole
    cost_tolerance: float = 0.05
    share_tolerance: float = 0.2
    buffer: BufferPolicy = "name"
    buffer_gain: float = 0.05  # least gain in the chance of delivery for which a stand-by is named
    enough_reliability: float = 0.95  # from here on no stand-by is looked for
    dated: str = ""  # day on which these figures were last looked at

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> PoolSettings:
        """Reads rows with columns group, name, value, checked_on; unknown names are a ``KeyError``."""
        known = {f.name for f in fields(cls)}
        rates: dict[str, float] = dict(DEFAULT_RATES)
        found: dict[str, Any] = {}
        days = []
        for row in rows:
            days.append(row.get("checked_on", ""))
            if row["group"] == "default_rate":
                rates[row["name"]] = float(row["value"])
            elif row["name"] not in known:
                raise KeyError(row["name"])
            else:
                found[row["name"]] = _read(row["name"], row["value"])
        return cls(default_rate=rates, dated=max(days, default=""), **found)


def _read(name: str, value: str) -> Any:
    if name == "buffer":
        return value
    if name == "lead_buys":
        return tuple(filter(None, value.split(";")))
    return int(value) if name in ("max_members", "max_rounds") else float(value)
