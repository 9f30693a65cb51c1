"""A demand that no single producer fills, and those who can fill it together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matchmaker.models import User

# what each of them has in June and in July, in tonnes of the two months together
VILLAGES = {"O1": 6, "O2": 8, "O3": 10, "O4": 12}
PLACES = {
    "O1": {"commune": "Bắc Hà", "province": "Lào Cai", "lat": 22.5246, "lon": 104.307},
    "O2": {"commune": "Bản Liền", "province": "Lào Cai", "lat": 22.5080, "lon": 104.420},
    "O3": {"commune": "Tả Củ Tỷ", "province": "Lào Cai", "lat": 22.6290, "lon": 104.430},
    "O4": {"commune": "Lùng Phình", "province": "Lào Cai", "lat": 22.6140, "lon": 104.360},
}
NAMES = {
    "O1": "HTX Mận Bắc Hà (mẫu)",
    "O2": "HTX Bản Liền (mẫu)",
    "O3": "THT Tả Củ Tỷ (mẫu)",
    "O4": "HTX Lùng Phình (mẫu)",
}


def villages(user: User, make_offer: Callable[..., Any], members: dict[str, str] | None = None) -> None:
    """Posts an offer of plums from each village; ``members`` are the organisations they belong to."""
    for offer, tonnes in VILLAGES.items():
        make_offer(
            user,
            (members or {}).get(offer),
            id=offer,
            quantity=tonnes,
            producer=NAMES[offer],
            place=PLACES[offer],
        )


def large_demand(user: User, make_demand: Callable[..., Any], buyer: str | None = None, **more: Any) -> str:
    """Posts a demand for 12 tonnes of plums a month in June and July; small producers may pool."""
    return make_demand(
        user, buyer, quantity=12, unit="tấn", per="month", months=[6, 7], pooling_allowed=True, **more
    )
