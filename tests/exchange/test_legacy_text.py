"""Old encodings of Vietnamese are told apart by what they spell, and nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.exchange import legacy_text
from matchmaker.exchange.legacy_text import decoded, from_tcvn3, from_vni, healed_text

SENTENCE = (
    "Sản phẩm địa phương: mật ong bạc hà Mèo Vạc, chè Shan tuyết Suối Giàng, quýt Bắc Sơn, ổi, ỷ lại; "
    "Nguyễn Thị Hoa, giá 25.000 đ/kg, thu hoạch tháng 10 đến tháng 12"
)
# The same as a typist of the time left it.
TCVN3 = (
    "S¶n phÈm ®Þa ph\u00ad¬ng: mËt ong b¹c hµ MÌo V¹c, chÌ Shan tuyÕt Suèi Giµng, quýt B¾c S¬n, æi, û l¹i; "
    "NguyÔn ThÞ Hoa, gi¸ 25.000 ®/kg, thu ho¹ch th¸ng 10 ®Õn th¸ng 12"
)
VNI = (
    "Saûn phaåm ñòa phöông: maät ong baïc haø Meøo Vaïc, cheø Shan tuyeát Suoái Giaøng, quyùt Baéc Sôn, oåi, "
    "yû laïi; Nguyeãn Thò Hoa, giaù 25.000 ñ/kg, thu hoaïch thaùng 10 ñeán thaùng 12"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """As the keyboards of Windows write it: the shaped letter, then the tone as a mark of its own."""
    parts = []
    for letter in unicodedata.normalize("NFC", text):
        flat = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in flat if mark in TONES)
        parts.append(unicodedata.normalize("NFC", "".join(m for m in flat if m not in TONES)) + tone)
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "UTF-8"),
        (SENTENCE.encode("utf-8-sig"), "UTF-8"),
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (windows_1258(SENTENCE), "windows-1258"),
        (TCVN3.encode("latin-1"), "TCVN3"),
        (VNI.encode("latin-1"), "VNI"),
        (TCVN3.encode(), "TCVN3"),  # a workbook of an old font, saved as UTF-8
    ],
)
def test_a_file_of_every_old_encoding_is_read(data: bytes, encoding: str) -> None:
    assert decoded(data) == (SENTENCE, encoding)


def test_bytes_that_spell_no_vietnamese_are_refused_and_not_guessed() -> None:
    for data in ("Café crème".encode("latin-1"), bytes(range(128, 256)), b"\xff\xfe\x00"):
        with pytest.raises(UnicodeDecodeError):
            decoded(data)


def test_texts_that_read_well_as_they_are_stay() -> None:
    for texts in (["Café crème, façade"], [SENTENCE], ["½ kg", "25 m²"], ["Séng Cù"], []):
        assert healed_text(texts) == (texts, "")


def test_a_column_is_told_as_a_whole() -> None:
    texts, name = healed_text(["Gi¸ b¸n", "S¶n phÈm", "25.000", "kg"])
    assert (texts, name) == (["Giá bán", "Sản phẩm", "25.000", "kg"], "TCVN3")
    assert healed_text(["Ñôn giaù", "Saûn phaåm"]) == (["Đơn giá", "Sản phẩm"], "VNI")


@given(st.text(max_size=300))
def test_any_text_is_healed_without_an_error(text: str) -> None:
    healed, name = healed_text([text])
    assert len(healed) == 1
    assert name or healed == [text]


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, name = decoded(data)
    except UnicodeDecodeError:
        return
    assert isinstance(text, str)
    assert name


def test_every_letter_of_both_tables_comes_back() -> None:
    assert from_tcvn3("".join(legacy_text._TCVN3)) == "".join(legacy_text._TCVN3.values())
    assert from_vni("aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ ô ö ôï öï") == (
        "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ ơ ư ợ ự"
    )
