"""What a seller's words only liken his goods to: "thơm như tỏi Lý Sơn" makes no garlic one of Lý Sơn.

Goods that are "như", "kiểu" or "tương đương" others, "không kém" or "ngon hơn" them, "as sweet as" or
"similar to" them, are none of these. Examples ("các loại như cam, quýt") are the goods themselves, and so is
the variety behind "giống", which likens only after a word of taste or of degree ("ngọt giống vải Lục Ngạn").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_LIKE = re.compile(
    r"(?<!\w)(?:"
    r"(?:(?:(?:không|khong|ko) )?(?:(?:giống|giong|gần|gan|y|hệt|tựa|tua|tương tự|tuong tu|cũng|"
    r"cung) )?(?:như|nhu)"
    r"(?! (?:cầu|cau|yếu|yeu|sau|trên|tren|hình|hinh|ảnh|mẫu|mau|cũ|cu|ý|vậy|vay|thế|nhau|yêu|mô tả|đã|hợp|"
    r"bên|"
    r"năm|mọi|thường|khi|tháng|giá|chào|báo|đăng|quy|tiêu|nam|moi|thuong|thang|dang)(?!\w))|"
    r"(?:giống|giong) (?:hệt|het|y|với|voi)(?: như| nhu)?|hao hao|na ná|tựa|hệt|gần bằng|gan bang|"
    r"(?P<variety>giống|giong)|"
    r"(?:similar|comparable|equivalent|akin|equal) (?:to|with)|resembl(?:es?|ing)|unlike|"
    r"(?:much |just |tastes? |tasting |looks? |smells? |sweet |fragrant |large |big )like|in the style of|"
    r"as (?!such|well|per|soon|of|from|long|much|a |the )\w+ as|"
    r"(?:the )?same (?:taste|quality|aroma|flavou?r|size) as|not inferior to)"
    r"|(?P<named>(?:theo )?(?:kiểu|kieu|lối|phong cách|phong cach)|(?:tương đương|tuong duong)(?: với| voi)?|"
    r"(?:không|khong|chẳng|chang|ko) (?:thua )?(?:kém|kem|thua)(?: gì| gi)?|"
    r"(?:sánh|sanh|ngang) (?:ngang|với|bằng|ngửa|tầm|voi|bang)(?: với| voi)?|so với|so voi|hơn|hon|"
    r"(?:(?:không|khong|chẳng|ko) )?(?:khác|khac)(?: gì| gi| với)?|"
    r"(?:thay thế|thay the|thay)(?: được| duoc)?(?: cho)?|(?:better|sweeter|larger|more \w+) than)"
    r"(?: hàng| hang)?"
    r")(?!\w)",
    re.IGNORECASE,
)
# English says it behind the name too: "Arabica-like taste", "Ly Son style garlic".
_BEHIND = re.compile(r"((?:[A-Z][\w'’]*[ -]){1,3}?)(?:like|style)(?!\w)(?! [A-Z])")
_TASTE = re.compile(
    r"(?<!\w)(?:thơm|thom|ngon|ngọt|ngot|bùi|bui|dẻo|deo|giòn|gion|đậm|béo|xốp|bở|vị|mùi|hương thơm|"
    r"chất lượng|"
    r"chat luong|gần|gan|rất|trông|nhìn|ăn)$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?<!\w)(?:các|cac|nhiều|nhieu|những|nhung|mọi|đủ|một số|mot so|vài|loại|loai|gồm|gom|đặc sản|dac san|"
    r"sản phẩm|san pham|mặt hàng|mat hang|ví dụ|various|several|many|all|such)(?!\w)",
    re.IGNORECASE,
)
# Where the clause goes on to the goods themselves.
_ON = re.compile(
    r"[,;:.()\n](?!\d)|[–—]| -? ?(?=\d)| - |(?<!\w)(?:nhưng|mà|trồng|nuôi|hái|làm|tại|ở|từ|do|vì|giao|đóng|"
    r"giá|bán|có|không|"
    r"được|đạt|năng suất|trong|tai|dong|gia|ban|nhung|giao|but|grown|from|at|in|packed|with|and)(?!\w)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?:[A-ZĐÂÊÔƠƯÁÀẢÃẠĂẮẰẲẴẶÉÈẺẼẸÍÌỈĨỊÓÒỎÕỌÚÙỦŨỤÝỲỶỸỴ]\w*|[a-z]{1,4}\d+)")
_CLAUSE = re.compile(r"[,;.(\n](?!\d)")
_FIGURE = re.compile(r" *(?:khoảng |khoang )?\d")
_MAY = re.compile(
    r"như|nhu\b|giống|giong|kiểu|kieu|đương|duong|hao hao|na ná|tựa|hệt|gần bằng|kém|kem\b|thua|sánh|sanh|"
    r"ngang|"
    r"so với|so voi|hơn|hon\b|khác|khac|thay|lối|phong c|like|style|similar|comparable|equ|akin|resembl| as |"
    r"than"
)  # in small letters: so it is found five times as quickly


class Likened(NamedTuple):
    """A text without what it likens its goods to, and the clauses that do so, as written."""

    text: str
    clauses: tuple[str, ...] = ()


@lru_cache(maxsize=65_536)
def likened(text: str) -> Likened:
    """A seller's text without what it likens his goods to.

    >>> likened("tỏi trồng ở Hải Dương, thơm như tỏi Lý Sơn").text
    'tỏi trồng ở Hải Dương, thơm'
    """
    if not _MAY.search(text.lower()):
        return Likened(text)
    kept, clauses, at = "", [], 0
    while found := _LIKE.search(text, at):
        end = _end_of(text, found)
        if end:
            kept += text[at : found.start()].rstrip(" ")
            clauses.append(_clause(text, found.start(), end))
        else:
            end = found.end()
            kept += text[at:end]
        at = end
    kept += text[at:]
    if behind := _BEHIND.search(kept):
        clauses.append(_clause(kept, behind.start(), behind.end()))
        kept = _BEHIND.sub("", kept)
    return Likened(kept.strip(" ,;"), tuple(clauses)) if clauses else Likened(text)


def _end_of(text: str, found: re.Match[str]) -> int:
    """Where what is likened ends; 0 where the words liken nothing."""
    before, after = text[: found.start()].rstrip(), text[found.end() :]
    if _FIGURE.match(after) or not after.strip():
        return 0
    if found["variety"] and not _TASTE.search(before):
        return 0
    clause = re.split(r"[;.]", before)[-1]
    own = clause.rsplit(",", 1)[-1]
    if found[0].lower() in ("như", "nhu") and _MANY.search(own if own.strip() else clause):
        return 0
    stop = _ON.search(after, len(after) - len(after.lstrip()))
    what = after[: stop.start()] if stop else after
    if not what.strip() or (found["named"] and not _NAME.search(what)):
        return 0
    return found.end() + len(what.rstrip())


def _clause(text: str, start: int, end: int) -> str:
    """The words that liken, from the beginning of their clause."""
    before = _CLAUSE.split(text[:start])[-1].strip()
    return f"{before} {text[start:end].strip()}".strip()
