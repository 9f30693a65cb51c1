from __future__ import annotations

import pytest

from matchmaker.intake.places_names import joined_key
from matchmaker.intake.places_text import alternatives, cut, leading_type, parts

NAMES = [
    "Mai Sơn",
    "Sơn La",
    "Cò Nòi",
    "Quản Bạ",
    "Bạ",
    "Chợ Gạo",
    "Gạo",
    "Bản Lầu",
    "Bà Rịa - Vũng Tàu",
    "Tam Đảo",
]
NAMES += ["Phú Thọ", "Hà Giang", "Bắc Hà", "Quy Nhơn"]
KNOWN = frozenset(map(joined_key, NAMES))


def told(text: str) -> list[tuple[str, str]]:
    return [(n.type, " ".join(n.written)) for part in parts(text, KNOWN) for n in cut(part, KNOWN) if n.known]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "xã Cò Nòi, huyện Mai Sơn, tỉnh Sơn La",
            [("xa", "Cò Nòi"), ("huyen", "Mai Sơn"), ("tinh", "Sơn La")],
        ),
        ("x.Cò Nòi h.Mai Sơn Sơn La", [("xa", "Cò Nòi"), ("huyen", "Mai Sơn"), ("", "Sơn La")]),
        ("co noi mai son son la", [("", "co noi"), ("", "mai son"), ("", "son la")]),
        ("Quản Bạ (Hà Giang)", [("", "Quản Bạ"), ("", "Hà Giang")]),
        ("Chợ Gạo", [("", "Chợ Gạo")]),
        ("huyện Chợ Gạo", [("huyen", "Chợ Gạo")]),
        ("Bà Rịa – Vũng Tàu", [("", "Bà Rịa Vũng Tàu")]),
        ("Cò Nòi - Mai Sơn", [("", "Cò Nòi"), ("", "Mai Sơn")]),
        ("Quy Nhon port", [("cang", "Quy Nhon")]),
        ("tam dao phu tho", [("", "tam dao"), ("", "phu tho")]),
        ("xã Bản Lầu", [("xa", "Bản Lầu")]),
        ("thôn Mai Sơn xã Cò Nòi", [("xa", "Cò Nòi")]),
    ],
)
def test_a_text_is_cut_into_types_and_names(text: str, names: list[tuple[str, str]]) -> None:
    assert told(text) == names


def test_unexplained_words_become_one_unknown_name() -> None:
    (unknown,) = [n for n in cut("xyz abc", KNOWN) if not n.known]
    assert unknown.written == ("xyz", "abc")


def test_dates_and_empty_parts_are_left_out() -> None:
    assert parts("Bắc Hà, , (từ 1/7/2025)", KNOWN) == ["Bắc Hà", "từ"]


def test_a_slash_offers_alternatives_in_their_surroundings() -> None:
    assert alternatives("Hà Tiên/Rạch Giá (Kiên Giang)") == ["Hà Tiên(Kiên Giang)", "Rạch Giá (Kiên Giang)"]


def test_a_type_is_only_one_as_it_is_spelt() -> None:
    assert leading_type("xã Nà Xyz") == ("xa", ["Nà", "Xyz"])
    assert leading_type("Quản Xyz") == ("", ["Quản", "Xyz"])
