"""Nuts in their shell are no kernels, and what was done to nuts of a place is read beside the place."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence


def refused(explained, wanted, offered) -> bool:
    match = explained(wanted, offered)
    return "wrong_form" in [each.code for each in match.refusals]


@pytest.mark.parametrize(
    ("wanted", "offered", "apart"),
    [
        ("Hạt mắc ca sấy nứt vỏ", "Nhân mắc ca tách vỏ", True),
        ("nhan macca", "macca say nut vo Krong Nang", True),
        ("Macadamia in-shell", "Macadamia kernels", True),
        ("Macadamia kernels", "Hạt mắc ca nứt máy", True),
        ("óc chó nguyên vỏ", "nhân óc chó", True),
        ("nhân óc chó", "quả óc chó còn vỏ", True),
        ("hạt điều còn vỏ", "nhân điều", True),
        ("Mắc ca nhân sữa", "Mắc ca sấy nứt vỏ", True),
        ("Hạt mắc ca sấy nứt vỏ", "Mắc ca sấy nứt", False),
        ("Hạnh nhân", "Hạnh nhân nguyên vỏ", False),
        ("hạt điều vỏ lụa", "nhân điều còn vỏ lụa", False),
        ("Hạt mắc ca", "Nhân mắc ca", False),
    ],
)
def test_kernels_and_nuts_in_their_shell_do_not_stand_in(explained, wanted, offered, apart):
    assert refused(explained, {"product": wanted}, {"product": offered}) == apart


def test_the_kernel_within_is_spoken_of_in_a_specification(explained):
    wanted = {"product": "Hạt mắc ca", "spec": "nứt đều ≥95%, nhân trắng sữa"}
    assert not refused(explained, wanted, {"product": "Mắc ca sấy nứt vỏ"})
    assert refused(explained, wanted, {"product": "Nhân mắc ca"})
    (veto,) = explained(wanted, {"product": "Nhân mắc ca"}).refusals
    told = sentence(veto.code, veto.facts, "vi")
    assert "“Nhân mắc ca” là nhân đã tách vỏ, bên mua cần hạt còn vỏ" in told
    assert "is the shelled kernel, the nut in its shell is wanted" in sentence(veto.code, veto.facts, "en")


@pytest.mark.parametrize(
    ("offered", "right"),
    [
        ("mắc ca Tuần Giáo sấy nứt", True),
        ("mac ca Tuan Giao say nut vo", True),
        ("Mắc ca Krông Năng sấy", True),
        ("Mắc ca Tuần Giáo", False),
    ],
)
def test_what_was_done_to_nuts_of_a_place_is_read_beside_it(explained, offered, right):
    match = explained({"product": "Hạt mắc ca sấy nứt vỏ"}, {"product": offered})
    row = next(each for each in match.reasons if each.criterion == "product")
    assert (row.code in ("product_same", "product_variety")) == right
    assert ("process_unsaid" in row.facts) != right


def test_roasted_cashews_of_a_place_are_no_other_form(explained):
    wanted = {"product": "hạt điều rang muối"}
    assert not refused(explained, wanted, {"product": "hạt điều Bình Phước rang muối"})
    assert refused(explained, wanted, {"product": "hạt điều thô Bình Phước"})
