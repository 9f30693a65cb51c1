"""A conference with long names and the timetable that goes with it, for the prints."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pypdf
import pytest

from matchmaker.documents.material import Goods, Lack, Material, Traded, told_people
from matchmaker.scheduling import Conference, plan

# Every Vietnamese letter, lower and upper case, and the đồng.
LETTERS = (
    "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ "
    "AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ EÈÉẺẼẸ ÊỀẾỂỄỆ IÌÍỈĨỊ OÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ UÙÚỦŨỤ ƯỪỨỬỮỰ YỲÝỶỸỴ Đ ₫"
)
LONG = "Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp và Du lịch Cộng đồng Phường Nguyễn Thượng Hiền Khuỷu Sông"


def seven_by_seven() -> dict[str, Any]:
    """Seven sellers and seven buyers, fourteen slots over two sessions: 49 meetings, one name very long."""
    slots = [
        {
            "id": t,
            "day": "2026-12-10",
            "session": "am" if t <= 7 else "pm",
            "start": f"{7 + t:02}:00",
            "end": f"{7 + t:02}:20",
        }
        for t in range(1, 15)
    ]
    ids = [s["id"] for s in slots]
    sellers = [
        {"id": f"P{i}", "side": "producer", "name": f"HTX Số {i} (mẫu)", "available": ids} for i in range(7)
    ]
    sellers[0] |= {"name": LONG, "products": ["Mận tam hoa", "Chè Shan tuyết"], "booth": "A01"}
    buyers = [
        {
            "id": f"B{i}",
            "side": "buyer",
            "host": True,
            "name": f"Siêu thị {i}",
            "available": ids,
            "fixed_table": f"T{i}",
        }
        for i in range(7)
    ]
    return {
        "format": "meetplan/1",
        "name": "Hội nghị kết nối (mẫu)",
        "participants": sellers + buyers,
        "slots": slots,
        "tables": [{"id": f"T{i}"} for i in range(7)],
        "pairs": [
            {"a": p["id"], "b": b["id"], "score": 1, "reasons": ["Đúng giống"]}
            for p in sellers
            for b in buyers
        ],
    }


@pytest.fixture
def conference() -> dict[str, Any]:
    return seven_by_seven()


@cache
def planned() -> dict[str, Any]:
    return plan(Conference.from_record(seven_by_seven()), 2).as_record()


@pytest.fixture
def schedule() -> dict[str, Any]:
    return copy.deepcopy(planned())


@pytest.fixture
def pages() -> Callable[[bytes], list[str]]:
    """The text of each page, spaces and line breaks as single spaces."""

    def read(pdf: bytes) -> list[str]:
        return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]

    return read


@pytest.fixture
def material(conference: dict[str, Any], schedule: dict[str, Any]) -> Material:
    """The conference with its timetable, goods, lacks, results and stages of a few pairs."""
    people = conference["participants"]
    people[0] |= {
        "province": "Lào Cai",
        "delegates": [
            {"name": "Giàng Thị Súa", "title": "Giám đốc", "phone": "0100 123 456"},
            {"name": "Vàng A Páo", "title": "Kế toán", "phone": "0100 654 321"},
        ],
    }
    people[1] |= {"province": "Đắk Lắk", "booth": "A10", "delegates": 3}
    people[2] |= {"province": "An Giang", "booth": "A2"}
    conference["venue"] = "Nhà văn hóa (mẫu)"
    conference["host"] = {
        "parent": "UBND tỉnh Bắc Ninh",
        "unit": "Sở Công Thương",
        "place": "Bắc Ninh",
        "signer_title": "Giám đốc",
        "signer": "Nguyễn Văn Mẫu",
        "number": "…/BC-SCT",
    }
    traded = Traded("Mận tam hoa", "60 tấn mỗi vụ", ["Đúng giống mận."])
    return Material(
        conference,
        {**schedule, "version": 3, "replaces": 2},
        goods={
            "P0": [
                Goods("Mận tam hoa", "60 tấn mỗi vụ", "T6–T7", "VietGAP", "Xã Bắc Hà, Lào Cai", "thùng 20 kg")
            ]
        },
        lacks=[Lack("P0", "Mận tam hoa", "Tem truy xuất", "Siêu thị 1", date(2027, 1, 31))],
        traded={frozenset(("P0", "B1")): traded},
        contacts={p["id"]: told_people(p) for p in people},
        links={p["id"]: f"https://ket-noi.example/p/C1/{p['id']}/0a1b" for p in people},
        results=RESULTS,
        stages=STAGES,
        attendance={"P0": "arrived", "P1": "absent"},
        base="https://ket-noi.example/conferences/C1",
        today=date(2027, 4, 1),
    )


def result(producer: str, buyer: str, outcome: str = "met", **more: Any) -> dict[str, Any]:
    return {"producer": producer, "buyer": buyer, "outcome": outcome, "steps": [], "reason": ""} | more


RESULTS = [
    result("P0", "B1", steps=["interested", "mou"], quantity=20.5, unit="tấn", value=400_000_000),
    result("P1", "B1", steps=["mou"], quantity=300, unit="hộp", value=30_000_000),
    result("P2", "B2", steps=["unfit"], reason="papers"),
    result("P3", "B3", "producer_absent"),
]
STAGES = [
    {"producer": "P0", "buyer": "B1", "stage": "framework", "reason": "", "happened_on": date(2027, 1, 5)},
    {"producer": "P0", "buyer": "B1", "stage": "contract", "reason": "", "happened_on": date(2027, 3, 1)}
    | {"quantity": 50, "unit": "tạ", "value": 90_000_000},
    {"producer": "P1", "buyer": "B1", "stage": "failed", "reason": "price", "happened_on": date(2027, 2, 1)},
]


def spoken(conference: dict[str, Any]) -> dict[str, Any]:
    """The sellers speak Vietnamese, two buyers English; two interpreters, one in the morning alone."""
    for p in conference["participants"]:
        p["languages"] = ["en"] if p["id"] in ("B1", "B2") else ["vi"]
    conference["interpreters"] = [
        {"languages": ["en", "vi"], "count": 1},
        {"languages": ["vi", "en"], "count": 1, "available": [1, 2, 3, 4, 5, 6, 7]},
    ]
    return conference


@pytest.fixture
def abroad(material: Material) -> Material:
    """The same with buyers from abroad, planned with interpreters."""
    conference = spoken(copy.deepcopy(dict(material.conference)))
    return replace(material, conference=conference, schedule=copy.deepcopy(planned_abroad()))


@cache
def planned_abroad() -> dict[str, Any]:
    return plan(Conference.from_record(spoken(seven_by_seven())), 4).as_record()
