"""What a buyer will not have, does without, or sees to himself: clauses that ask nothing of a seller.

"Không lấy quýt đường", "Ri6 không mua", "IQF not accepted" and "gừng trâu củ to loại" name goods that are
refused; "aseptic not needed" and "không bắt buộc có cuống" waive; "label supplied by buyer" and "bên mua lo
xe lạnh" are the buyer's own work. What may not be in the goods ("không phẩm màu", "no sulphur") is asked of
them all the same, and stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.records import Demand
from scoring.units import fold

_MARKS = re.compile(r"([;\n()]|\.(?=\s|$)|,(?!\d)|(?<!\w)(?:và|va|and)(?!\w))", re.IGNORECASE)
_ENDS = frozenset(";\n().")
_OTHERWISE = (  # what is refused of a trade and not of goods: times, amounts, terms, the half of a phrase
    r"gop|tra|them|thang|chu nhat|chu|cn|dip|neu|giao|tu|vao|ngay|ky|trong|tet"
    r"|qua(?! (?:tuoi|chin|kho|non|xanh|uong|dap|nat|ung|thoi|hong|sau|lep|deo|rung|loai|be|nho|to)\b)"
    r"|duoi|tren|thu \d|cuoi tuan"
    r"|don|hop dong|dat coc|coc|tien|hoa don|bang ke|phi|ship|it hon|nho hon|hon|\d+ ?(?:%|kg|g|tan|ta)"
)
_HEAD = r"(?:tuyet doi |nhat dinh |ben (?:mua|em|minh|toi) |chung toi |cua hang |nha may |toi )?"
# Words that, folded, are others as well ("cam", "tranh", "mien"), as they are folded here.
_MARKED = {"cấm": "kcam", "tránh": "ktranh", "kiêng": "kkieng", "miễn": "kmien"}
_MARKED_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_MARKED)})(?!\w)", re.IGNORECASE)
_MARKED_TAKE = r"kkieng|kmien(?! (?:la|sao|phi|thue|cuoc|ship|giao|tra|kiem|dich|chao|tiep|nhan)\b)"
_MARKED_HOLD = r"(?:nghiem )?kcam|ktranh"
_REFUSE = r"(?:nhan|lay|mua|thu mua|chap nhan|nhap|an hang)"
_BEFORE = re.compile(
    rf"^{_HEAD}(?:(?:khong|ko|chua) {_REFUSE}|mien (?:chao|tiep|nhan)|dung chao|ngoai tru|loai tru|tu choi|"
    rf"{_MARKED_TAKE}|tru(?= [a-z]))"
    rf"(?: (?:hang|loai|do|cac|giong|cac loai))* (?!(?:{_OTHERWISE})\b)"
    r"|^(?:we )?(?:strictly |absolutely )?(?:(?:do |will |can)(?: ?not|n.t) (?:accept|take|buy|want)|"
    r"not accept(?:ing)?|except(?: for)?|excluding|rejects?|no thanks to|refus(?:e|ing)) "
)
# The English "no", and no flower that opens ("nở") without its marks.
_DENY = r"no(?! ?\d)(?! (?:deu|hoa|bung|he|cham|som|vua|mot|hai|ba|dung|het|khi|truoc|sau|nhanh|to)\b)"
# What may not be in the goods or be done to them: it is asked of all, and an offer that says it is refused.
_KEEP_OUT = re.compile(
    rf"^(?:tuyet doi |nhat dinh )?(?:(?:khong|ko)(?: duoc)?|{_MARKED_HOLD}|{_DENY}|not|without|never|avoid|"
    r"free (?:of|from))(?: (?:co|bi|dung|su dung|lan|any|added))* "
    r"(?!(?:qua|duoi|tren|vuot|hon|nho|lon|thap|cao|it|nhieu|more|less|over|below|later|earlier|can|bat buoc|"
    r"yeu cau|phai|need|kem|chi|needed|required|ke|phan biet|gioi han|tinh|rang buoc)\b)"
)
_NO = re.compile(rf"^(?:{_DENY}|khong dung|khong phai(?: la| hang| loai| giong)*) ")
_NOT_THIS = r"(?:khong|ko) phai (?:(?:la|mat|thu|loai|hang|cai) ?)+(?:nay|do|can|can mua|ben mua can)?.*"
_BEHIND = re.compile(
    rf" (?:(?:thi |xin )?(?:khong|ko) (?:{_REFUSE}|dung|thu)|mien (?:chao|tiep|ban|nhan)|dung chao|"
    rf"{_NOT_THIS}|loai bo|"
    r"(?:(?:is|are|will be) )?(?:not (?:be )?(?:accepted|wanted|allowed|taken)|unacceptable|rejected|refused|"
    r"excluded|not acceptable))$"
)
_TURNED_OUT = re.compile(r"(?<!phan)(?<!cac)(?<!du)(?<!chung)(?<!kim)(?<!moi)(?<!nhieu)(?<!hai)(?<!ba) loai$")
_WAIVED = re.compile(
    r"\b(?:not (?:needed|required|necessary|mandatory|compulsory|essential|important)|no need|"
    r"optional|(?:khong|ko) (?:can(?: thiet| phai)?|bat buoc|doi hoi|nhat thiet|quan trong)|khoi can)\b"
    r"|\b(?:ok|okay|acceptable|welcome)$"
)
_PLACE = r"(?:plant|factory|packing ?house|warehouse|facility|facilities|works|site|cost|expense|account|lab)"
_BUYER = r"(?:the )?(?:buyer(?:[’'`]?s)?|customer(?:[’'`]?s)?|importer(?:[’'`]?s)?|us\b|our\b)"
_DONE = "lo|tu|cap|cung cap|chiu|phu trach|thue|bo tri|dieu|mang|dua|gui|dan|in|dong goi|van chuyen|xu ly|lam"
_HIS_OWN = re.compile(
    rf"\b(?:ben mua|nguoi mua|ben em|ben minh|ben toi|chung toi) (?:se |xin |duoc )?(?:tu )?(?:{_DONE})\b"
    rf"(?! gia)|\b(?:do|boi) (?:ben mua|nguoi mua|chung toi|ben em|ben minh)\b|"
    rf"\b(?:supplied|provided|arranged|paid|done|handled|made|packed|printed|labell?ed|booked|organi[sz]ed|"
    rf"covered|borne|sterili[sz]ed|irradiated|fumigated|treated|sorted|graded|processed)\b.{{0,12}}"
    rf"\b(?:by {_BUYER}(?! \w*spec)|(?:at|in) {_BUYER} (?:own )?{_PLACE})|"
    r"\b(?:buyer|importer|we) (?:will |shall |to )?(?:pack|suppl|provid|arrang|pay|print|label|sterili|"
    r"collect|pick|fumigat|irradiat|organi[sz]|send)\w*"
)
_CODE = re.compile(r"[a-z][a-z-]*\d[a-z0-9-]*")
_CHOICE = re.compile(r"/|\b(?:hoặc|hoac|hay|or|nor|với|cùng)\b", re.IGNORECASE)
_LEAN = frozenset(
    (
        *("hàng", "hang", "loại", "loai", "đồ", "các", "cac", "giống", "giong", "thì", "thi", "xin"),
        *("nữa", "nua", "cũng", "cung", "no", "any", "in", "this", "lot", "lots", "goods", "treated"),
    )
)


class Refused(NamedTuple):
    """A clause in which a buyer refuses goods, in his words, and the names of these."""

    clause: str
    goods: tuple[str, ...]


class Asked(NamedTuple):
    """A text without the clauses that ask nothing of a seller, and what it refuses."""

    text: str
    refused: tuple[Refused, ...] = ()


_MAY = re.compile(
    r"\b(?:khong|ko|mien|dung chao|tru|tu choi|kieng|loai|no|not|except|excluding|rejects?|rejected|refused|"
    r"excluded|"
    r"unacceptable|optional|ok|okay|acceptable|welcome|khoi|by|our|buyer|we|ben|nguoi mua|chung toi)\b"
)


@lru_cache(maxsize=16_384)
def asked_of(text: str, product: str) -> Asked:
    """What a text of a buyer asks of a seller of goods called ``product``, and what it refuses.

    >>> asked_of("da bóng. Không lấy quýt đường", "quýt hồng").text
    'da bóng.'
    """
    if not _MAY.search(fold(text)):
        return Asked(text)
    kept: list[str] = []
    refused: list[Refused] = []
    own = frozenset(re.findall(r"[a-z0-9]+", fold(product)))
    runs_on, opener = False, ""
    pieces = _MARKS.split(text)
    for part, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        plain = _folded(part).strip(" .-–:")
        goods, words = _refused(part, plain, own), part.strip(" .-–:")
        if goods:
            opener = _opener(words, plain)
        elif runs_on and _is_more(part, own):
            goods, words = _names(part), f"{opener} {words}".strip()
        if goods:
            refused.append(Refused(words, goods))
        elif not (_WAIVED.search(plain) or _HIS_OWN.search(plain)):
            kept += [part, mark]
        runs_on = bool(goods) and not _BEHIND.search(plain) and mark not in _ENDS
    return Asked("".join(kept), tuple(refused)) if len(kept) < len(pieces) else Asked(text)


MOST_MORE = 4  # words of another sort that a refusal runs on to


def _folded(part: str) -> str:
    return fold(_MARKED_WORD.sub(lambda found: _MARKED[found[0].lower()], part))


@lru_cache(maxsize=65_536)
def is_refusal(clause: str) -> bool:
    """Whether a clause of a buyer refuses something, wherever in it he says so: then he need not be asked
    whether he takes it.

    >>> [is_refusal(each) for each in ("No printed batik", "quả nám không nhận", "không quá 5 % tấm")]
    [True, True, False]
    """
    plain = _folded(clause).strip(" .-–:")
    return any(pattern.search(plain) for pattern in (_BEFORE, _KEEP_OUT, _BEHIND))


@lru_cache(maxsize=16_384)
def kept_out(clause: str) -> str:
    """What a clause will have in no goods, in its own words; "" where it says nothing of the kind."""
    plain, words = _folded(clause).strip(" .-–:"), clause.strip(" .-–:").split()
    found = _KEEP_OUT.search(plain)
    if not found or len(words) != len(plain.split()):
        return ""
    return " ".join(words[len(plain[: found.end()].split()) :])


def _opener(words: str, plain: str) -> str:
    """The words by which a refusal begins, for what it runs on to: "không nhận"."""
    found = _BEFORE.search(plain) or _NO.search(plain)
    return " ".join(words.split()[: len(plain[: found.end()].split())]) if found else ""


def _refused(part: str, plain: str, own: frozenset[str]) -> tuple[str, ...]:
    """The goods that one clause refuses; none where it speaks of something else."""
    words = part.strip(" .-–:").split()
    if len(words) != len(plain.split()):
        return ()
    if found := _BEFORE.search(plain):
        return _names(" ".join(words[len(plain[: found.end()].split()) :]))
    if (found := _NO.search(plain)) and own & set(re.findall(r"[a-z0-9]+", plain[found.end() :])):
        return _names(" ".join(words[len(plain[: found.end()].split()) :]))
    if found := _BEHIND.search(plain):
        before = plain[: found.start()]
        turned_out = " loai bo" in found[0] and before.split()[0] not in own
        if turned_out or re.match(rf"(?:{_OTHERWISE})\b", before):
            return ()
        return _names(" ".join(words[: len(before.split())]))
    if (found := _TURNED_OUT.search(plain)) and len(words) > 2 and plain.split()[0] in own:
        return _names(" ".join(words[:-1]))
    return ()


def _is_more(part: str, own: frozenset[str]) -> bool:
    """Whether a piece behind a refusal runs it on: another sort of the goods, or a name: "MD2, Cayen"."""
    words = part.split()
    if not 0 < len(words) <= MOST_MORE:
        return False
    plain = fold(part).split()
    if plain[0] in own or plain[0] in ("khong", "ko", "no"):
        return plain[0] in own
    return len(words) <= 2 and is_name(words[0])


def is_name(word: str) -> bool:
    """Whether a word is written as the name or the code of a sort: "Cayen", "MD2"."""
    return word[:1].isupper() or _CODE.fullmatch(fold(word)) is not None


def _names(words: str) -> tuple[str, ...]:
    """The goods that words name, each for itself, without "hàng", "loại" and the like before them."""
    found = []
    for choice in _CHOICE.split(words):
        own = choice.strip(' .-–:"“”').split()
        while own and own[0].lower() in _LEAN:
            own = own[1:]
        while own and own[-1].lower() in _LEAN:
            own = own[:-1]
        if any(letter.isalpha() for word in own for letter in word):  # and no month or size alone
            found.append(" ".join(own))
    return tuple(found)


def is_his_own(plain: str) -> bool:
    """Whether a folded clause tells of work or cost that the buyer sees to himself."""
    return _HIS_OWN.search(plain) is not None


def asked_text(demand: Demand, text: str) -> str:
    """One of a demand's texts without what asks nothing of a seller."""
    return asked_of(text, demand.product).text if text else ""


def refused_by(demand: Demand) -> tuple[Refused, ...]:
    """All that a buyer refuses in his specification, description and free words, or beside the name of what
    he wants: "dê cỏ (dê lai không lấy)"."""
    return _refused_in(demand.product, demand.spec, demand.description, demand.remarks)


@lru_cache(maxsize=16_384)
def _refused_in(product: str, *texts: str) -> tuple[Refused, ...]:
    found = tuple(each for text in texts if text for each in asked_of(text, product).refused)
    return (*found, *_refused_beside(product))


_TAKING = re.compile(
    r"\b(?:khong|ko|mien|dung) (?:nhan|lay|mua|thu mua|chap nhan|chao|tiep)\b|"
    r"\bnot (?:accept|be accept|taken|wanted)"
)


@lru_cache(maxsize=16_384)
def _refused_beside(product: str) -> tuple[Refused, ...]:
    """What a name of goods wanted says that the buyer does not take; what may not be in them is asked."""
    if not _TAKING.search(fold(product)):
        return ()
    return tuple(each for each in asked_of(product, product).refused if _TAKING.search(fold(each.clause)))


def without_refusals(product: str) -> str:
    """A name of goods wanted without what it says that the buyer does not take."""
    return asked_of(product, product).text if _refused_beside(product) else product
