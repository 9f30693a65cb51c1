"""Memoranda: who signs, the order on stage, each pair's paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from matchmaker.documents.material import Material
from matchmaker.documents.memoranda import memoranda
from matchmaker.documents.prints import made
from tests.documents.conftest import LONG, result
from tests.documents.reading import sheets, texts

Pages = Callable[[bytes], list[str]]


def test_the_pairs_that_sign_are_listed_with_the_quantity_of_their_slip(
    material: Material, pages: Pages
) -> None:
    printed = " ".join(pages(made(material, "signing", "pdf", "vi")))
    assert "SỞ CÔNG THƯƠNG" in printed
    assert "20,5 tấn" in printed
    assert "300 hộp" in printed
    assert "Giàng Thị Súa, Giám đốc" in printed
    assert "Siêu thị 2" not in printed


def test_pairs_come_on_stage_five_at_a_time(material: Material) -> None:
    many = replace(
        material, results=[result(f"P{i}", f"B{j}", steps=["mou"]) for i in range(6) for j in range(2)]
    )
    told = texts(made(many, "signing", "docx", "vi"))
    assert [t for t in told if "Lượt" in t and "mời đại diện" in t and "cặp 11–12" in t]
    assert sum("mời đại diện các cặp" in t for t in told) == 3


def test_a_memorandum_names_both_parties_what_and_how_much_and_binds_nobody(
    material: Material, pages: Pages
) -> None:
    first = pages(made(material, "memoranda", "pdf", "vi"))[0]
    for told in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"BÊN A (bên bán): {LONG}",
        "BÊN B (bên mua): Siêu thị 1",
        "Giàng Thị Súa",
        "Sản phẩm: Mận tam hoa.",
        "Sản lượng dự kiến: 20,5 tấn.",
        "không ràng buộc trách nhiệm pháp lý",
    ):
        assert told in first


def test_the_word_file_says_the_same_as_the_pdf(material: Material, pages: Pages) -> None:
    printed = " ".join(pages(made(material, "memoranda", "pdf", "vi")))
    told = texts(made(material, "memoranda", "docx", "vi"))
    assert all(" ".join(text.split()).lstrip("– ") in printed for text in told if text.strip())
    assert sum(text.startswith("BÊN A") for text in told) == 2


def test_before_anybody_has_met_each_meeting_gets_its_memorandum(material: Material) -> None:
    early = replace(material, results=(), stages=())
    assert len(memoranda(early, "vi")) == 49
    assert memoranda(early, "vi", ("P0", "B1"))[0].names == (LONG, "Siêu thị 1")


def test_of_a_large_conference_only_those_who_must_meet_get_one_beforehand(
    material: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.documents.memoranda.MOST_BEFOREHAND", 10)
    early = replace(material, results=(), stages=())
    assert [paper.names for paper in memoranda(early, "vi")] == [("", "")]  # one to fill in by hand
    material.conference["pairs"][0]["required"] = True
    assert [paper.names for paper in memoranda(early, "vi")] == [(LONG, "Siêu thị 0")]


def test_a_pair_that_no_ranking_names_is_listed_with_what_the_producer_brings(material: Material) -> None:
    people = {p["id"]: p for p in material.conference["participants"]}
    people["P1"]["products"] = ["Chè Shan tuyết", "Miến dong", "Mật ong"]
    people["B1"]["wants"] = ["miến dong"]
    (only,) = sheets(made(material, "signing", "xlsx", "vi")).values()
    goods = {row[1]: row[5] for row in only if len(row) > 6 and row[0] in (1, 2)}
    assert goods[people["P1"]["name"]] == "Miến dong"
    assert goods[people["P0"]["name"]] == "Mận tam hoa"
    people["B1"]["wants"] = []
    (only,) = sheets(made(material, "signing", "xlsx", "vi")).values()
    assert "Chè Shan tuyết, Miến dong, Mật ong" in [row[5] for row in only if len(row) > 6]


def test_the_memorandum_of_a_pool_says_for_how_many_its_lead_signs(material: Material) -> None:
    pooled = replace(material, pooled={frozenset(("P0", "B1")): 4})
    told = [t for t in texts(made(pooled, "memoranda", "docx", "vi")) if "nhóm gom hàng" in t]
    assert len(told) == 1
    assert "ký thay mặt nhóm gom hàng gồm 4 bên" in told[0]
