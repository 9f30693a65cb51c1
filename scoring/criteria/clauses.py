"""What a specification asks, thing by thing, as the buyer wrote it, and what an offer can say to each."""

from __future__ import annotations

import re
from typing import NamedTuple

from scoring.criteria.measures import measures
from scoring.criteria.packs import UNITS, packs_in
from scoring.units import fold

SAME, PART, OTHER, UNSAID = "same", "part", "other", "unsaid"
UNMET, TO_FREEZE, PART_SAID, REPACK = "unmet", "to_freeze", "part_said", "repack"
CHOSEN = "chosen"  # of several that the offer has, one of which is wanted
WEIGHED_LIVE, WEIGHED_WHOLE = "weighed_live", "weighed_whole"
BREAK = re.compile(r"[;\n]|,(?!\d)|(?<!\b[Rr]eg)(?<!\b[Nn]o)\. |\bvà\b|\bva\b|\band\b|\bkèm\b")
CHOICE = re.compile(r"/(?!\s*(?:1 ?)?(?:kg|qua|trai|con|cu|l\b|lit))|\bhoac\b|\bor\b")
WORD = re.compile(r"[a-z0-9]+")
OR_WORDS = ("hoac", "or")
OR = re.compile(rf"\b(?:{'|'.join(OR_WORDS)})\b")
_DIGITS = re.compile(r"[0-9]+")


class Clause(NamedTuple):
    """One thing that a demand specifies, what the offer says to it, and its words ("" where none)."""

    asks: str
    says: str
    offered: str = ""
    refused: bool = False  # a refusal of the buyer, of whom nothing is to be asked then


def clauses(text: str) -> list[str]:
    """What a specification asks, thing by thing; figures of one kind that "hoặc" ends are one choice."""
    found: list[str] = []
    pieces = [each for part in BREAK.split(text) for each in _apart(trimmed(part))]
    for part in pieces:
        if found and _is_code(part) and _ends_in_code(found[-1]):
            found[-1] += f", {part}"
            continue
        if found and _CONTENT.fullmatch(part) and packs_in(found[-1]) and measures(fold(found[-1])):
            found[-1] += f", {part}"  # "gói 250 g, 500 g": either will do
            continue
        if found and _REFUSAL.match(fold(found[-1])) and part[:1].isupper() and len(part.split()) < 3:
            found[-1] += f", {part}"  # "không nhận MD2, Cayen"
            continue
        if found and _belongs(found[-1], part):
            joint = next((each for each in _JOINTS if f"{found[-1]}{each}{part}" in text), ", ")
            found[-1] += f"{joint}{part}"
            continue
        while found and OR.search(fold(part)) and _is_choice_of(found[-1], part):
            part = f"{found.pop()}, {part}"
        found.append(part)
    return [_closed(each) for each in found]


# Cuts of one carcass, and what is tested by one standard: "pha sấn, vai, mông", "andehit và methanol theo …".
_CUT = (
    r"(?:san|sấn|vai|mong|mông|dui|đùi|suon|sườn|nac|nạc|ba chi|ba chỉ|than|thăn|gio|giò|"
    r"chan|chân|duoi|đuôi|ma|má|"
    r"uc|ức|canh|cánh|co|cổ|bap|bắp|sống|nam|nạm|gau|gầu)"
)
_CUTS = re.compile(rf"(?:.*\b(?:pha|xẻ|xe|cắt|cat|thịt|thit|lấy|lay)\b.*|{_CUT}(?:, {_CUT})*)", re.IGNORECASE)
_ENDS_IN_CUT = re.compile(rf"\b{_CUT}$", re.IGNORECASE)
_STANDARD = re.compile(
    r"[\w ]{2,24}? (?:theo|đạt|dat|per|to) (?:qcvn|tcvn|tieu chuan|tiêu chuẩn|standard|eu|codex)", re.I
)
_TESTED = re.compile(
    r"(?:and|al)ehi?[ty]d?e?s?|methanol|furfurol|chì|chi|asen|arsen|cadimi|thủy ngân|thuy ngan|lead|"
    r"cadmium|aflatoxin|ochratoxin|salmonella|e\.? ?coli|vi sinh|kim loại nặng|kim loai nang",
    re.I,
)


_JOINTS = (" và ", " va ", " and ", ", ")


def cuts_in(text: str) -> frozenset[str]:
    """The cuts of a carcass that a text names, folded."""
    return frozenset(fold(cut) for cut in re.findall(rf"\b{_CUT}\b", text, re.IGNORECASE))


def _belongs(before: str, part: str) -> bool:
    """Whether a piece runs on the one before: another cut of it, or another test by one standard."""
    if re.fullmatch(_CUT, part, re.IGNORECASE):
        return bool(_CUTS.fullmatch(before)) and _ENDS_IN_CUT.search(before) is not None
    return _TESTED.fullmatch(before) is not None and _STANDARD.match(part) is not None


_MINUS = re.compile(r"[\s.]*([-–−] ?)(?=\d+(?:[.,]\d+)? ?(?:[-–]|°|º|độ|do\b|oC\b|C\b))", re.IGNORECASE)


def trimmed(part: str) -> str:
    """A piece of a text without the signs about it, but for the minus of a temperature: "-18°C"."""
    minus, kept = _MINUS.match(part), part.strip(" .-–")
    return f"{minus[1]}{kept}" if minus and not kept.startswith(minus[1]) else kept


_REFUSAL = re.compile(r"(?:khong|ko) (?:nhan|lay|mua|dung|thu)\b")


def _closed(part: str) -> str:
    """A piece without a bracket of which the other one stands in another piece."""
    opened, shut = part.count("("), part.count(")")
    if opened == shut:
        return part
    return " ".join((part.replace("(", " ") if opened > shut else part.replace(")", " ")).split())


_CONTENT = re.compile(r"\d[\d.,]* ?(?:kg|g|gr|ml|l|lít|lit)", re.IGNORECASE)
_OWN = re.compile(
    r"(?<!\w)(?:(?:hút |ép |hut |ep )?(?:chân không|chan khong)|nguyên con|nguyen con|rửa sạch|rua sach|"
    r"(?:không|khong) (?:xương|da|đầu|vỏ|hạt|xuong|dau|vo|hat))(?!\w)",
    re.IGNORECASE,
)
# A size and the pack that so much of it goes in: "nải 5–6 kg/thùng 13 kg".
_PACKED = re.compile(
    r"([^/]*\d[^/]*?) ?/ ?((?:thùng|hộp|túi|khay|sọt|bao|rổ|kiện|két|bó|gói|thung|hop|tui|sot|ro|kien|bo|goi|"
    r"carton|box|bag|tray) ?\d[^/]*)",
    re.IGNORECASE,
)
LONG = 6  # words of a piece that is likely to ask for several things


def _apart(part: str) -> list[str]:
    """What a long piece asks beside its goods and size: "gà làm sạch nguyên con hút chân không 1,6–2 kg"."""
    if (packed := _PACKED.fullmatch(part)) and not packs_in(packed[1]):
        return [packed[1], packed[2]]
    tail = ON_PACK.search(part)
    if (
        tail
        and _CONTENT.search(head := part[: tail.start()])
        and packs_in(head)
        and not OR.search(fold(part))
    ):
        return [head.strip(), tail[1]]  # "chai 500 ml có tem"
    if len(part.split()) < LONG or OR.search(fold(part)) or packs_in(part):
        return [part]
    own = [found[0] for found in _OWN.finditer(part)]
    rest = " ".join(_OWN.sub(" ", part).split())
    return [rest, *own] if own and len(rest.split()) > 1 else [part]


# What is on a pack, behind the pack: "chai sứ hoặc thủy tinh có tem rượu".
ON_PACK = re.compile(
    r" ((?:có|kèm|dán|in|co|kem|dan|with) (?:tem|nhãn|nhan|mã|ma|logo|van|nắp|nap|quai|seal|label|stamp)"
    r"\b.*)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:[a-z]|x{1,2}l|[1-9]|vip)\b", re.IGNORECASE)


def _is_code(part: str) -> bool:
    """Whether a piece is the code of a grade or size alone: the "C" of "dạt B, C"."""
    return _CODE.fullmatch(part) is not None


def _ends_in_code(part: str) -> bool:
    """Whether a piece names a grade or size and no more: "loại 1", "size M"."""
    words = part.split()
    return len(words) > 1 and _is_code(words[-1])


def _is_choice_of(before: str, part: str) -> bool:
    """Whether the piece before a choice belongs to it: "túi 250 g, 500 g hoặc 1 kg", "đỏ, vàng hoặc tím"."""
    choices = [each.strip() for each in OR.split(fold(part)) if each.strip()]
    one, others = measures(fold(before)), [measures(each) for each in choices]
    if one and all(others):
        bare = all(not set(WORD.findall(each)) - UNITS - set(_DIGITS.findall(each)) for each in choices)
        return bare and all(each[0].dimension == one[0].dimension for each in others)
    short = len(before.split()) == 1 and all(len(each.split()) == 1 for each in choices)
    return short and not one and not any(others)


def is_of_sorts(plain: str, sorts: frozenset[str]) -> bool:
    """Whether a clause names nothing but sorts of the goods."""
    choices = [words.strip() for words in CHOICE.split(plain)]
    return bool(sorts) and all(
        any(words == sort or words.endswith(f" {sort}") for sort in sorts) for words in choices if words
    )
