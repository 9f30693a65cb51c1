"""What an offer says is still in its goods, or not yet done to them, where a buyer wants it out or done: "còn
lẫn cuống, hạt đen" to "đã bỏ hạt đen", "chưa rửa" to "rửa sạch"."""

from __future__ import annotations

import re

from scoring.criteria.meaning import plain_of, without_denials
from scoring.criteria.quoting import as_written
from scoring.units import fold

# What is done to goods, by its marked words: folded, many are other words.
_DEEDS = (
    *("rửa", "sàng", "lựa", "nhặt", "bóc", "gọt", "lột", "cắt", "tách", "lọc", "bỏ", "loại bỏ", "phân loại"),
    *("chọn", "tuyển", "tuyển chọn", "sấy", "phơi", "cạo", "đánh", "rút", "làm sạch", "hút chân không"),
    *("xử lý", "hấp", "luộc", "rang", "phân cỡ", "dán nhãn", "khử trùng", "chần", "cắt bỏ"),
)
_FOLDED = {fold(each): each for each in _DEEDS}
_DEED = rf"(?:{'|'.join(sorted(_FOLDED, key=len, reverse=True))})"
_DONE = re.compile(rf"\b{_DEED}\b")
_UNDONE = re.compile(
    rf"\b(?:chua|khong|ko)(?: (?:duoc|qua|kip|he|co|phai|lam))? ({_DEED})\b((?: (?!de\b|nen\b)[a-z]+){{0,3}})"
)
_IN_ENGLISH = re.compile(
    r"\b(?:un|non[- ]|not (?:yet )?)(washed|sorted|graded|peeled|cleaned|shelled|trimmed|sieved|destoned)\b"
)
_HEAP = re.compile(r"\bhang xo\b|\bxo (?:bo|vuon|lo)\b")  # as it comes from the field
_SORTING = frozenset(("sang", "lua", "nhat", "phan loai", "chon", "tuyen", "tuyen chon", "phan co"))
_DIRT = r"(?:dat|cat|bun|vo|hat|cuong|re|la|long|vay|ruot|tap|rac|soi|xo|lua|la|cang|xo|da)"
# What a clause wants out of its goods.
_OUT = (
    re.compile(rf"\b(?:da |duoc )*(?P<deed>{_DEED})(?: het| bo| sach| ky)* (?P<things>(?:[a-z]+ ?){{1,4}})"),
    re.compile(rf"\b(?:sach|het) (?P<things>{_DIRT}\b)"),
    re.compile(
        r"\b(?:(?:khong|ko)(?: con| lan| co| dinh| bi)*|free of|without|no) (?P<things>(?:[a-z]+ ?){1,4})"
    ),
    re.compile(r"(?P<things>(?:[a-z]+ ){1,2})(?:removed|free)\b"),
)
_IN = re.compile(
    r"(?<!\d )\b(?!con \d[\d.,]*(?! ?%))(?:(?:rat )?it |hoi |van )*"
    r"(?:con(?: lan| dinh| sot| nguyen| nhieu| it| ca| de)*|"
    r"(?:co |bi |hay )?lan(?: lon| nhieu| it| voi| ca)*|dinh(?: nhieu| it)*|mixed with|with some|contain\w*) "
)
_NOUNS = frozenset(
    ("hat", "qua", "trai", "cu", "la", "con", "hang", "cay", "chat")
)  # the next word tells which
_LEAN = frozenset(
    ("sach", "het", "ky", "bo", "da", "va", "hoac", "the", "any", "all", "nao", "gi", "lam", "duoc")
)
_ENDS = re.compile(r"[;\n.()]|\b(?:nhung|but|da|duoc|va|and)\b")
MOST = 3  # words of a thing that a list goes on with


def left_in(asks: str, plain: str, told: str) -> str:
    """The words of an offer, whole, by which what a clause wants out is in, or what it wants done is not; ""
    where it says neither."""
    own = "; ".join(plain_of(part) for part in told.split(";"))  # each with its own marks or none
    found = _undone(asks, plain, own, told) or _still_there(asks, plain, without_denials(own), told)
    return as_written(found, told) if found else ""


def _is_deed(deed: str, written: str) -> bool:
    """Whether a deed stands in a text, by its marks where the text has any: "bỏ", and no "bò" or "bơ"."""
    return written.isascii() or _FOLDED[deed] in written.lower()


def _undone(asks: str, plain: str, own: str, told: str) -> str:
    if re.match(r"(?:chua|khong|ko|no|non|un|not)\b", plain):
        return ""
    done = {each[0] for each in _DONE.finditer(plain) if _is_deed(each[0], asks)}
    for found in _UNDONE.finditer(own) if done else ():
        if found[1] not in done or not _is_deed(found[1], as_written(found[0], told)):
            continue
        what = set(found[2].split()) - _LEAN
        wanted = set(plain.partition(found[1])[2].split()) - _LEAN
        if not what or not wanted or what & wanted:  # "không cắt cành bán" says nothing of a stalk
            return found[0]
    if done & _SORTING and (heap := _HEAP.search(own)):
        return heap[0]
    english = _IN_ENGLISH.search(own)
    return english[0] if english and re.search(rf"\b{english[1]}\b", plain) else ""


def _still_there(asks: str, plain: str, own: str, told: str) -> str:
    for pattern in _OUT:
        for out in pattern.finditer(plain):
            if (deed := out.groupdict().get("deed")) and not _is_deed(deed, asks):
                continue
            things = [word for word in out["things"].split() if word not in _LEAN]
            named = {word for word in things if word not in _NOUNS} or set(things)
            if named and (found := _list_with(named, own)) and _same_words(named, asks, found, told):
                return found
    return ""


def _same_words(named: set[str], asks: str, found: str, told: str) -> bool:
    """Whether what is named is the same with its marks, where both sides write them: "thối" is no "thôi"."""
    written = as_written(found, told)
    if re.match(r"con\b", written.lower()) and not written.isascii():
        return False  # heads of animals
    if asks.isascii() or written.isascii():
        return True
    own = set(re.findall(r"\w+", written.lower()))
    return all(word in own for word in re.findall(r"\w+", asks.lower()) if fold(word) in named)


def _list_with(named: set[str], own: str) -> str:
    """The words from where an offer says that something is in its goods to where that list holds what is
    named: each item of it is a bare thing, and what is said anew ends it."""
    for found in _IN.finditer(own):
        end = found.end()
        for n, item in enumerate(_ENDS.split(own[end:])[0].split(",")):
            words = re.findall(r"[a-z0-9%]+", item)
            if n and (len(words) > MOST or any(word[0].isdigit() for word in words)):
                break
            if n and _DONE.match(item.strip()):
                break
            end += len(item) + (1 if n else 0)
            if named <= set(words):
                return own[found.start() : end].strip(" ,")
    return ""
