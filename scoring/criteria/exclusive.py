"""What excludes another thing of its kind: who freeze-dries does not dry cold, a yellow flesh is no purple
one, fillets without their skin do not have it. Said of the same goods, it is a plain no to what is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold

# Ways of one step of the work, none of which is another; folded.
_WAYS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b") for words in group)
    for group in (
        (
            "(?:say )?thang hoa|dong kho|freeze[- ]dr(?:ied|ying)",
            "say lanh|cold[- ]dried",
            "say (?:nhiet|nong|lo|dien|than|cui|hoi|bang (?:than|cui|dien|lo))|oven[- ]dried",
            "say chan khong",
            "phoi (?:nang|gian|bat|san|tu nhien)|sun[- ]dried",
            "phoi (?:bong )?ram|phoi (?:trong )?mat|hong gio|shade[- ]dried",
        ),
        ("say deo|soft[- ]dried", "say gion|chien gion|crispy|crunchy"),
        ("iqf|dong roi|cap dong roi|roi tung (?:con|mieng|qua)", "block|(?:cap )?dong (?:khoi|banh)"),
        ("rang moc", "rang (?:tam|bo|duong)|tam (?:bo|huong|gia vi)"),
        ("rang cui", "rang (?:dien|ga|may|cong nghiep)"),
    )
)
_COLOUR = r"trang|do|vang|tim|xanh|den|hong|cam|nau|xam|bac"
_COLOURED = re.compile(
    rf"\b(?P<part>ruot|vo|thit|cui|hoa|la|than|da|long|nhan|mau|mui|chan|mo) (?:mau |co mau |: ?)?"
    rf"(?P<colours>(?:{_COLOUR})\b(?:(?: ?[,/+-] ?| (?:va|hoac) | )(?:{_COLOUR})\b)*)"
)
_IN_ENGLISH = re.compile(
    r"\b(?P<colours>white|red|yellow|purple|green|black|pink|orange|brown)[- ](?P<part>flesh|skin)(?:ed|s)?\b"
)
_VIETNAMESE = {
    "white": "trang", "red": "do", "yellow": "vang", "purple": "tim", "green": "xanh", "black": "den",
    "pink": "hong", "orange": "cam", "brown": "nau", "flesh": "ruot", "skin": "vo",
}  # fmt: skip
_ONE_PART = {"thit": "ruot", "cui": "ruot", "long": "ruot", "mui": "ruot", "da": "vo"}
_ALIKE = tuple(
    map(frozenset, (("do", "hong"), ("vang", "cam"), ("do", "cam"), ("do", "tim"), ("do", "nau"),
                    ("den", "nau"), ("den", "tim"), ("den", "xam"), ("vang", "nau"), ("trang", "bac"),
                    ("xam", "bac"), ("vang", "xanh"), ("hong", "cam"), ("hong", "trang"), ("trang", "vang"),
                    ("xanh", "den"), ("hong", "tim")))
)  # fmt: skip
# What goods have or are rid of.
_PART = (
    r"(?P<part>da|vo|dau|rau|duoi|vay|xuong|dam|hat|cuong|la|re|ruot|mang|mai|cang|chan|long|mo|mat|"
    r"tem|nhan|nhan mac|nap|khoa zip|vo lua|mong|tai|ngoi|gai|seo|noi tang)"
)
_KEPT = re.compile(
    rf"(?<!chua )(?<!khong )(?<!ko )\b(?:con|ca|nguyen|co|de|giu|kem)(?: nguyen| ca| du| day du)* {_PART}\b"
)
_GONE = re.compile(
    rf"\b(?:bo|lot|loc|rut|cat|cat bo|chat|tach|boc|go|got|khong|khong co|khong con|khong dan|ko|ko co|"
    rf"chua co|chua dan) (?:het |sach )?{_PART}\b"
)
_PARTED = re.compile(rf"{_KEPT.pattern.replace('?P<part>', '?:')}|{_GONE.pattern.replace('?P<part>', '?:')}")
_MADE = frozenset(("tem", "nhan", "nhan mac", "nap", "khoa zip"))  # which are put on, and never taken off
_BEHIND = re.compile(r" ?(?:$|[,;.()\d/+-]|(?:va|loai|hang|ruou|size|co|dong|tuoi|kho|truoc|khi|cho|ngon)\b)")


@lru_cache(maxsize=65_536)
def excluded(asks: str, told: str) -> str:
    """The folded words of an offer that exclude what a clause asks; "" where it says none, or that as well.

    >>> excluded("sấy thăng hoa", "hoa nguyen bong, say lanh"), excluded("còn da", "phi le bo da")
    ('say lanh', 'bo da')
    """
    plain, wanted = _asked(asks)
    if not plain:
        return ""
    own = _plain(told)
    has = _DENIED.sub(" ", own)
    return _other_way(wanted, has) or _other_colour(wanted, has) or _with_or_without(plain, own)


_DENIED = re.compile(r"\b(?:khong|ko|chua|no|not|non|without|tranh|cam)\b[^,;.()]*")


@lru_cache(maxsize=16_384)
def _asked(asks: str) -> tuple[str, str]:
    """A clause folded, and that without what it denies ("không tẩm bơ" wants none of it); both empty where
    nothing that it asks excludes anything."""
    plain = _plain(asks)
    wanted = _DENIED.sub(" ", plain)
    ways = any(each.search(wanted) for group in _WAYS for each in group)
    return (plain, wanted) if ways or _colours(wanted) or _PARTED.search(plain) else ("", "")


def _plain(text: str) -> str:
    """A text folded, in which the "con" of animals and the "đá" of ice are no "còn" and no "da"."""
    parts = re.split(r"([;,\n])", text)
    return "".join(fold(part if part.isascii() else _OTHER_WORDS.sub("_", part)) for part in parts)


# Written with its marks, none of these is the word that it is when folded.
_OTHER_WORDS = re.compile(
    r"(?<!\w)(?:con|đá|đã|đa|bò|bó|lốt|lót|đề|đế|cá|cà|rau|đậu|đâu|mái|do|đến|đền|hỏng|trang|nấu)(?!\w)",
    re.IGNORECASE,
)


def _other_way(plain: str, own: str) -> str:
    for group in _WAYS:
        asked = [each for each in group if each.search(plain)]
        if not asked or any(each.search(own) for each in asked):
            continue
        for each in group:
            if each not in asked and (found := each.search(own)):
                return found[0]
    return ""


def _colours(text: str) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Part: its colours, and the words that tell them."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for each in (*_COLOURED.finditer(text), *_IN_ENGLISH.finditer(text)):
        part = _VIETNAMESE.get(each["part"], each["part"])
        names = (_VIETNAMESE.get(word, word) for word in re.findall(r"[a-z]+", each["colours"]))
        told = frozenset(name for name in names if name not in ("va", "hoac"))
        found.setdefault(_ONE_PART.get(part, part), []).append((told, each[0]))
    return found


def _other_colour(plain: str, own: str) -> str:
    told = _colours(own)
    for part, wanted in _colours(plain).items():
        asked = frozenset().union(*(colours for colours, _ in wanted))
        has = told.get(part) or []
        given = frozenset().union(*(colours for colours, _ in has))
        near = any({one, other} in _ALIKE for one in asked for other in given)
        if has and not asked & given and not near:
            return has[0][1]
    return ""


def _with_or_without(plain: str, own: str) -> str:
    for asked, said in ((_KEPT, _GONE), (_GONE, _KEPT)):
        for wanted in asked.finditer(plain):
            if (said is _KEPT and wanted["part"] in _MADE) or not _BEHIND.match(plain[wanted.end() :]):
                continue
            same = [each for each in asked.finditer(own) if each["part"] == wanted["part"]]
            for found in () if same else said.finditer(own):
                if found["part"] == wanted["part"] and _BEHIND.match(own[found.end() :]):
                    return found[0]
    return ""


@lru_cache(maxsize=65_536)
def left_on(asks: str, told: str) -> bool:
    """Whether a clause asks for nothing but a part left on or taken off, and an offer says that in other
    words: "nguyên da" is "còn da"."""
    plain, own = _plain(asks), _plain(told)
    for said in (_KEPT, _GONE):
        wanted = said.fullmatch(plain)
        if wanted and any(
            each["part"] == wanted["part"] and _BEHIND.match(own[each.end() :]) for each in said.finditer(own)
        ):
            return wanted["part"] not in _MADE
    return False
