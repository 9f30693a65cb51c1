"""Numbers as they are written and said in Vietnamese and English trade.

The grammar is its own: digits are ASCII digits, a point before three digits groups thousands, a comma
marks decimals, and a magnitude may be followed by its next place ("1tr2" is 1.2 million). Text that is
no such number is not a number; nothing is handed to ``int`` or ``float`` to guess at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

_MOST_DIGITS = 15
# "hai trăm nghìn tỷ" has three; more is no number that anybody trades in.
_MOST_MAGNITUDES = 3
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

MAGNITUDES = Phrases(
    [
        *meaning(
            Decimal(1000),
            "k | nghìn | ngàn | ng | thousand | nghin | ngìn",
        ),
        *meaning(
            Decimal(1_000_000),
            "tr | triệu | million | củ | mil",
        ),
        *meaning(
            Decimal(1_000_000_000),
            "tỷ | tỉ | billion",
        ),
        *meaning(
            Decimal(100),
            "trăm | hundred",
        ),
        ("chục", Decimal(10)),
        ("vạn", Decimal(10_000)),
        ("thiên", Decimal(1000)),
        ("dozen", Decimal(12)),
    ]
)
# Short or homonymous without accents: believed only where nothing else can be meant.
_RISKY = frozenset({"van", "thien", "tram", "ti", "ty", "cu", "mil", "ng"})
_COUNTED_IN_MANY = frozenset(
    {
        "nghin",
        "ngan",
        "trieu",
        "kg",
        "ky",
        "tan",
        "con",
        "qua",
        "trai",
        "dong",
        "ruoi",
        "lit",
        "trung",
        "dua",
        "cau",
        "tom",
        "ca",
        "ga",
        "vit",
        "hoa",
        "cay",
        "giong",
    }
)
_WRITTEN_FRACTIONS = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
_UNITS_WORDS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip
_DIGIT_WORDS = Phrases([(w, Decimal(v)) for w, v in (*_UNITS_WORDS.items(), *_ENGLISH.items())])
_ONLY_AFTER_TENS = frozenset({"lam", "nham", "tu"})
_HALF_MORE = Phrases.listed("and a half")
HALF = Phrases([("rưỡi", None), ("rưởi", None), ("ruỡi", None)])


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in tokens ``start`` to ``end`` (exclusive).

    ``scale`` is the last magnitude said with it (1 where none was), ``digits`` whether it began with
    digits, ``sure`` is False for unaccented number words, ``others`` are other readings of its digits.
    """

    value: Decimal
    start: int
    end: int
    scale: Decimal = Decimal(1)
    digits: bool = True
    sure: bool = True
    others: tuple[Decimal, ...] = ()


def plain_values(text: str) -> tuple[Decimal, ...]:
    """The readings of a run of digits, points and commas, the likeliest first; none if it is no number.

    ``1.500`` → 1500; ``2,5`` and ``2.5`` → 2.5; ``1.234.567,8``; ``40,000`` → 40000 or else 40;
    ``1000.000`` → a million or else 1000; ``0.500`` → 0.5; ``6.7.8`` → nothing.
    """
    if not text.isascii() or not 0 < sum(c.isdigit() for c in text) <= _MOST_DIGITS:
        return ()
    if text.isdigit():
        return (Decimal(text),)
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = "," if text.rfind(",") > text.rfind(".") else "."
        grouping = "." if decimal == "," else ","
        whole, _, part = text.partition(decimal)
        if grouping in part or decimal in part or not _grouped(whole, grouping):
            return ()
        return (Decimal(f"{whole.replace(grouping, '')}.{part}"),)
    mark = "." if points else ","
    if _grouped(text, mark):
        thousands = Decimal(text.replace(mark, ""))
        if mark == "," and commas == 1:
            return thousands, Decimal(text.replace(",", "."))
        return (thousands,)
    if points + commas > 1:
        return ()
    whole, _, part = text.partition(mark)
    value = Decimal(text.replace(",", "."))
    if mark == "." and len(part) == 3 and len(whole) > 3:
        return Decimal(whole + part), value  # "1000.000" is meant as a million
    return (value,)


def _grouped(text: str, mark: str) -> bool:
    first, *rest = text.split(mark)
    return bool(rest) and 1 <= len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in rest)


def read_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The number that begins at token ``i``, with its magnitudes and what follows them."""
    first = _leading(tokens, i)
    if first is None:
        return None
    return _with_magnitudes(tokens, first)


def _leading(tokens: Sequence[Token], i: int) -> Number | None:
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number":
        values = plain_values(token.text)
        if not values:
            return None
        value, end = values[0], i + 1
        if (half := _fraction(tokens, i)) is not None:
            return Number(half, i, i + 3)
        if end < len(tokens) and tokens[end].text in _FRACTIONS:
            return Number(value + _FRACTIONS[tokens[end].text], i, end + 1)
        return Number(value, i, end, others=values[1:])
    if token.text in _FRACTIONS:
        return Number(_FRACTIONS[token.text], i, i + 1)
    if token.is_("nửa") or token.folded == "half":
        end = i + 2 if i + 1 < len(tokens) and tokens[i + 1].folded in ("a", "an") else i + 1
        return Number(Decimal("0.5"), i, end, digits=False, sure=not (token.plain and token.folded == "nua"))
    return _said(tokens, i)


def _fraction(tokens: Sequence[Token], i: int) -> Decimal | None:
    """ "1/2", "1/4", "3/4" written together before a word; a date has been read as one before."""
    if i + 3 >= len(tokens) or not (
        tokens[i + 1].glued and tokens[i + 2].glued and tokens[i + 3].kind == "word"
    ):
        return None
    return _WRITTEN_FRACTIONS.get("".join(t.text for t in tokens[i : i + 3]))


def _said(tokens: Sequence[Token], i: int) -> Number | None:
    """Number words below a thousand: "hai", "mười hai", "hai mươi lăm", "một trăm hai mươi"."""
    hundreds = _DIGIT_WORDS.at(tokens, i)
    if hundreds and hundreds.end < len(tokens) and tokens[hundreds.end].is_("trăm", "hundred"):
        at = hundreds.end + 1
        if at < len(tokens) and tokens[at].is_("linh", "lẻ", "and"):
            at += 1
        rest = _tens(tokens, at)
        if rest and (at > hundreds.end + 1 or rest.value >= 10):
            return Number(hundreds.value * 100 + rest.value, i, rest.end, digits=False)
    return _tens(tokens, i) or _bare_magnitude(tokens, i)


def _tens(tokens: Sequence[Token], i: int) -> Number | None:
    """Number words below a hundred."""
    if i >= len(tokens):
        return None
    if tokens[i].is_("mười"):
        ones = _DIGIT_WORDS.at(tokens, i + 1)
        value = Decimal(10) + (ones.value if ones else 0)
        return Number(value, i, ones.end if ones else i + 1, digits=False, sure=not tokens[i].plain)
    hit = _DIGIT_WORDS.at(tokens, i)
    if hit is None or not hit.value:  # "không" alone is "not"
        return None
    if tokens[i].folded in _ONLY_AFTER_TENS:  # "Lam Dong" is no five đồng
        return None
    if _HALF_MORE.at(tokens, hit.end):
        return Number(hit.value + Decimal("0.5"), i, hit.end + 3, digits=False)
    if hit.end < len(tokens) and tokens[hit.end].is_("mươi"):
        ones = _DIGIT_WORDS.at(tokens, hit.end + 1)
        value = hit.value * 10 + (ones.value if ones else 0)
        return Number(value, i, ones.end if ones else hit.end + 1, digits=False)
    return Number(hit.value, i, hit.end, digits=False, sure=hit.exact)


def _bare_magnitude(tokens: Sequence[Token], i: int) -> Number | None:
    """ "trăm rưỡi" and "chục tấn" leave the one before the magnitude out."""
    if not tokens[i].is_("trăm", "chục", "triệu") or (i and tokens[i - 1].text == "/"):
        return None
    if tokens[i].plain and not HALF.at(tokens, i + 1):
        return None
    return Number(Decimal(1), i, i, digits=False)


def _with_magnitudes(tokens: Sequence[Token], first: Number, depth: int = 0) -> Number | None:
    """Multiplies by the magnitudes that follow, and adds halves, next places and lower magnitudes."""
    value, end, scale = first.value, first.end, Decimal(1)
    for _ in range(_MOST_MAGNITUDES):
        hit = MAGNITUDES.at(tokens, end)
        if hit is None or not _believable(tokens, end, hit.exact):
            break
        value, scale, end = value * hit.value, scale * hit.value, hit.end
    if end == first.end:
        return first if first.end > first.start else None
    half = HALF.at(tokens, end)
    if half:
        return Number(value + scale / 2, first.start, half.end, scale, first.digits)
    added = _next_place(tokens, end, scale, depth)
    if added:
        return Number(value + added[0], first.start, added[1], scale, first.digits)
    return Number(value, first.start, end, scale, first.digits, others=tuple(o * scale for o in first.others))


def _believable(tokens: Sequence[Token], i: int, exact: bool) -> bool:
    token = tokens[i]
    if token.folded in ("k", "tr", "ng") and not token.glued and len(token.text) > 2:
        return False
    if token.folded == "chuc" and i + 1 < len(tokens) and tokens[i - 1].folded == "/":
        return False
    if token.glued or exact or token.folded not in _RISKY:
        return True
    return i + 1 < len(tokens) and tokens[i + 1].folded in _COUNTED_IN_MANY


def _next_place(tokens: Sequence[Token], i: int, scale: Decimal, depth: int) -> tuple[Decimal, int] | None:
    """What follows a magnitude and belongs to it: "1tr2" adds 200,000, "1 triệu 200 nghìn" as well."""
    if i >= len(tokens) or depth >= _MOST_MAGNITUDES:
        return None
    following = _leading(tokens, i)
    if following is None:
        return None
    inner = MAGNITUDES.at(tokens, following.end)
    if inner and inner.value < scale and _believable(tokens, following.end, inner.exact):
        lower = _with_magnitudes(tokens, following, depth + 1)
        if lower and tokens[lower.end - 1].is_("chục"):
            return None  # "35k một chục" is a price for ten
        return (lower.value, lower.end) if lower and lower.value < scale else None
    token = tokens[i]
    if token.kind == "word":
        return spoken_place(tokens, i, scale)
    if token.kind != "number" or not token.text.isdigit() or len(token.text) > 3:
        return None
    if not token.glued and not stands_alone(tokens, i + 1):
        return None
    if token.text == "1" and tokens[i - 1].folded == "k" and _weighs(tokens, i + 1):
        return None  # "80k1kg" is 80k for 1 kg
    return Decimal(token.text) * scale / 10 ** len(token.text), i + 1


def _weighs(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].is_("kg", "ký", "kí", "cân", "lạng", "lít", "con", "quả", "trái")


def spoken_place(tokens: Sequence[Token], i: int, scale: Decimal) -> tuple[Decimal, int] | None:
    """ "một triệu hai" adds two hundred thousand; "một" is not: "hai nghìn một cân"."""
    hit = _DIGIT_WORDS.at(tokens, i)
    said = hit is not None and (1 < hit.value < 10 or tokens[i].marked == "mốt")
    if hit is None or not hit.exact or not said or not stands_alone(tokens, hit.end):
        return None
    return hit.value * scale / 10, hit.end


def stands_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number that ends before token ``i`` counts nothing itself and opens no range or date."""
    if i >= len(tokens):
        return True
    following = tokens[i]
    if following.kind == "number":
        return False
    if following.text == "/":
        return i + 1 < len(tokens) and tokens[i + 1].kind == "word"
    return (following.kind == "mark" and following.text in ",;.)\n(") or following.is_(
        "đồng", "đ", "vnd", "vnđ", "mỗi", "một", "hàng", "trên", "per", "cho"
    )
