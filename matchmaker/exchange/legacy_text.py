"""Vietnamese text in the encodings from before Unicode: windows-1258, TCVN3 (ABC fonts) and VNI.

TCVN3 (TCVN 5712:1993, VN3) gives every accented small letter a byte of its own; capitals with a tone have
none, for documents changed to a capitals font (.VnTimeH) instead. VNI Windows writes a vowel and then a mark
as two bytes. Both also hide in modern workbooks, as Latin-1 letters under a font of that encoding
("S¶n phÈm", "Saûn phaåm"). Which one a text is in is told by how many of its marked words are Vietnamese
syllables under each reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress

from matchmaker.intake.syllables import is_syllable

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢£¤¥¦§",
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_VNI_MARKS = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "ê": "\u0306",
    "â": "\u0302",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_VNI_ALONE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI_ALONE |= {low.upper(): high.upper() for low, high in _VNI_ALONE.items()}
_VNI_MARKS |= {mark.upper(): combining for mark, combining in _VNI_MARKS.items()}
_VNI_PAIR = re.compile(f"([AEOUYaeouyÔôÖö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_ALONE)}])")
_MARKED = re.compile(r"[^\x00-\x7f]")
# What lies between words. Latin-1 signs do not: in a wrong reading they stand for letters, and count.
_BETWEEN = re.compile(r"[\s\d\x00-\x40\x5b-\x60\x7b-\x7f\u2000-\u206f\u20ab\u20ac]+")
SAMPLE = 20_000  # letters of each text that its encoding is told by
LEAST_SHARE, LEAST_LEAD = 0.8, 0.25  # of the marked words, to believe a reading; over the text as it stands


def from_tcvn3(text: str) -> str:
    """Text whose letters are TCVN3 codes, as Unicode.

    >>> from_tcvn3("Gi¸ b¸n sØ")
    'Giá bán sỉ'
    """
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """Text whose letters are VNI Windows codes, as Unicode.

    >>> from_vni("Saûn phaåm ñòa phöông")
    'Sản phẩm địa phương'
    """
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    UTF-8 and UTF-16 by their rules; of the rest, the reading with most Vietnamese syllables. Raises
    ``UnicodeDecodeError`` where no reading makes Vietnamese of it: nothing is guessed.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16"), "UTF-16"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refused = error
    else:
        healed, name = healed_text([text])
        return healed[0], name or "UTF-8"
    shares = {}
    for name, read in _READINGS.items():
        with suppress(UnicodeDecodeError):
            shares[name] = _share([read(data[:SAMPLE])])
    for name in sorted(shares, key=lambda name: -shares[name]):
        if shares[name] >= LEAST_SHARE:
            with suppress(UnicodeDecodeError):
                return _READINGS[name](data), name
    raise refused


def healed_text(texts: Iterable[str]) -> tuple[list[str], str]:
    """Texts of one column, brought to Unicode where they are TCVN3 or VNI letters, and the encoding's name.

    The name is "" and the texts stay where they read best as they are.
    """
    kept = list(texts)
    if not any("\u00a1" <= letter <= "\u00ff" for text in kept for letter in text):
        return kept, ""
    plain = _share(kept)
    best = (plain + LEAST_LEAD, "")
    for name, convert in _CONVERSIONS.items():
        share = _share(convert(text[:SAMPLE]) for text in kept)
        if share >= LEAST_SHARE and share > best[0]:
            best = (share, name)
    if not best[1]:
        return kept, ""
    return [_CONVERSIONS[best[1]](text) for text in kept], best[1]


def _share(texts: Iterable[str]) -> float:
    """The share of the words with a letter beyond ASCII that are Vietnamese syllables; 0 without any."""
    words = [word for text in texts for word in _BETWEEN.split(text[:SAMPLE]) if _MARKED.search(word)]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _vni_letter(found: re.Match[str]) -> str:
    if alone := found[3]:
        return _VNI_ALONE[alone]
    letter = _VNI_ALONE.get(found[1], found[1])
    return letter + _VNI_MARKS[found[2]]


_TCVN3_TABLE = str.maketrans(_TCVN3)
_READINGS: dict[str, Callable[[bytes], str]] = {
    "windows-1258": lambda data: unicodedata.normalize("NFC", data.decode("cp1258")),
    "TCVN3": lambda data: from_tcvn3(data.decode("latin-1")),
    "VNI": lambda data: from_vni(data.decode("latin-1")),
}
_CONVERSIONS: dict[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
