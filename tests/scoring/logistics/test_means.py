from __future__ import annotations

import pytest

from scoring.logistics.means import allowed
from scoring.records import Demand

NOWHERE = ("", "")


def demand(**more: str) -> Demand:
    return Demand(id="D1", product="Hồ tiêu", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "shelf", "storage", "kinds", "means"),
    [
        (demand(), 180.0, "ambient", NOWHERE, ()),
        (demand(channel="exporter_eu"), 180.0, "ambient", NOWHERE, ("ship",)),
        (demand(), 180.0, "ambient", ("", "seaport"), ("ship",)),
        (demand(channel="exporter_cn"), 5.0, "chilled", NOWHERE, ("flight",)),
        (demand(channel="exporter_jp"), 12.0, "chilled", NOWHERE, ("ship", "flight")),
        (demand(), 5.0, "chilled", NOWHERE, ()),
        (demand(), 5.0, "chilled", ("island", ""), ("flight",)),
        (demand(), 200.0, "ambient", ("island", ""), ()),
        (demand(delivery_rhythm="Bằng đường hàng không, 2 chuyến"), 90.0, "ambient", NOWHERE, ("flight",)),
        (demand(spec="HỎA TỐC"), None, "", NOWHERE, ("flight",)),
        (demand(description="gửi máy bay"), 3.0, "live", NOWHERE, ("flight",)),
        (demand(spec="fair trade, hairy"), 3.0, "ambient", NOWHERE, ()),
        (demand(), None, "ambient", ("", "airport"), ("flight",)),
        (demand(channel="exporter_cn"), None, "live", NOWHERE, ()),
    ],
)  # fmt: skip
def test_ships_and_flights_are_offered_only_where_goods_and_order_allow(
    asked: Demand, shelf: float | None, storage: str, kinds: tuple[str, str], means: tuple[str, ...]
) -> None:
    assert allowed(asked, shelf, storage, kinds) == means
