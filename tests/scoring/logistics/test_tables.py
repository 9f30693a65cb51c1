from __future__ import annotations

import numpy as np
import pytest

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.roads import read_edges, read_nodes
from scoring.logistics.tables import build, landmasses
from seeds import reference


def test_sums_along_a_path_are_those_of_its_edges() -> None:
    edges = [e for e in read_edges(reference("roads")) if e.carries_freight]
    joined = {end for e in edges for end in (e.a, e.b)}
    nodes = [n for n in read_nodes(reference("places")) if n.id in joined]
    c = Coefficients()
    tables = build(nodes, edges, c)
    index = {n.id: i for i, n in enumerate(nodes)}
    for start, end in [("dong_van", "hcm"), ("phu_quoc", "hanoi"), ("ly_son", "muong_nhe")]:
        path = tables.path(index[start], index[end])
        total = np.sum([tables.edge_of[step].quantities(c) for step in path], axis=0)
        assert total == pytest.approx(tables.totals[:, index[start], index[end]])
    assert (tables.totals[:, range(len(nodes)), range(len(nodes))] == 0).all()
    assert tables.totals.shape == (COUNT, len(nodes), len(nodes))
    assert np.isfinite(tables.totals[Q.WEIGHT_H, index["hanoi"], index["da_lat"]])


def test_of_two_ways_between_the_same_ends_the_quicker_is_kept() -> None:
    rows = [r for r in reference("roads") if {r["from"], r["to"]} == {"ha_tien", "phu_quoc_bai_vong"}]
    slow = {**rows[0], "mode": "cargo_boat", "drive_or_sail_hours": "9"}
    nodes = [n for n in read_nodes(reference("places")) if n.id in ("ha_tien", "phu_quoc_bai_vong")]
    for order in ([rows[0], slow], [slow, rows[0]]):
        tables = build(nodes, read_edges(order), Coefficients())
        assert tables.edge_of[0, 1].mode == "ferry"


def test_the_mainland_is_one_and_islands_are_their_own() -> None:
    edges = read_edges(reference("roads"))
    joined = {end for e in edges for end in (e.a, e.b)}
    nodes = [n for n in read_nodes(reference("places")) if n.id in joined]
    land = dict(zip([n.id for n in nodes], landmasses(nodes, edges).tolist(), strict=True))
    assert {land["hanoi"], land["ca_mau"], land["dong_van"], land["cai_rong"]} == {0}
    assert land["phu_quoc"] == land["phu_quoc_bai_vong"] != 0
    assert len({land["ly_son"], land["phu_quy"], land["phu_quoc"], land["con_dao"], 0}) == 5
