"""A conference with long names and the timetable that goes with it, for the prints."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from matchmaker.scheduling import Conference, plan

# Every Vietnamese letter, lower and upper case, and the đồng.
LETTERS = (
    "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ "
    "AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ EÈÉẺẼẸ ÊỀẾỂỄỆ IÌÍỈĨỊ OÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ UÙÚỦŨỤ ƯỪỨỬỮỰ YỲÝỶỸỴ Đ ₫"
)
LONG = "Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp và Du lịch Cộng đồng Phường Nguyễn Thượng Hiền Khuỷu Sông"


@pytest.fixture
def conference() -> dict[str, Any]:
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
def schedule(conference: dict[str, Any]) -> dict[str, Any]:
    return plan(Conference.from_record(conference), 2).as_record()


@pytest.fixture
def pages() -> Callable[[bytes], list[str]]:
    """The text of each page, spaces and line breaks as single spaces."""

    def read(pdf: bytes) -> list[str]:
        return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]

    return read
