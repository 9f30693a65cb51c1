"""What the buyer specifies of the goods, and whether the offer says the same, something else, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matchmaker.wording.reasons.phrases import Facts, choose, quoted


def told(facts: Facts, lang: str) -> str:
    """ "; bên mua cần “quả ≥ 200 g”, bên bán chưa ghi: phải hỏi": the tail of a sentence on the goods."""
    parts = []
    if same := _asks(facts, "same"):
        words = _listed(same, lang)
        parts.append(choose(lang, f"đúng quy cách {words} bên mua ghi", f"{words}, as the buyer specifies"))
    for row in _rows(facts, "chosen"):
        asks, has = quoted(row["asks"], lang), quoted(row["offered"], lang)
        parts.append(
            choose(
                lang,
                f"bên bán ghi {has}, bên mua lấy {asks}: có hàng, ghi rõ khi đặt",
                f"the offer says {has}, {asks} is wanted: it is there, to be named in the order",
            )
        )
    for row in _rows(facts, "part"):
        by_lot = re.search(r"%|độ|\bdo\b|brix", f"{row['asks']} {row['offered']}".lower()) is not None
        asks, has = quoted(row["asks"], lang), quoted(row["offered"], lang)
        parts.append(
            choose(
                lang,
                f"bên mua cần {asks}, bên bán có {has}: {'phải chọn lô đạt' if by_lot else 'phải chọn lọc'}",
                f"the buyer wants {asks}, the offer has {has}: "
                + ("only lots that meet it" if by_lot else "to be sorted"),
            )
        )
    for row in _rows(facts, "unmet"):
        asks, has = quoted(row["asks"], lang), quoted(row["offered"], lang)
        wants = "ghi" if row.get("refused") else "cần"  # of what is refused nothing is needed
        if undone(row):
            parts.append(
                choose(
                    lang,
                    f"bên mua {wants} {asks}, bên bán ghi {has}: chưa đạt, bên bán phải làm nốt trước "
                    "khi giao hoặc bên mua chịu nhận",
                    f"{asks} is specified, the offer says {has}: not met, to be done before delivery unless "
                    "the buyer takes it so",
                )
            )
            continue
        parts.append(
            choose(
                lang,
                f"bên mua {wants} {asks}, bên bán ghi {has}: không đạt, chỉ ghép được nếu bên mua chịu đổi",
                f"the buyer wants {asks}, the offer says {has}: not met, only if the buyer takes other goods",
            )
        )
    for row in _rows(facts, "to_freeze"):
        asks, kept = (
            quoted(row["asks"], lang),
            choose(lang, *_KEPT.get(row["offered"], ("để thường", "kept as is"))),
        )
        parts.append(
            choose(
                lang,
                f"bên bán {kept}, bên mua cần {asks}: phải cấp đông rồi mới giao",
                f"{kept}, the buyer wants {asks}: to be frozen before delivery",
            )
        )
    for offered, wanted in _by_words(facts, "part_said").items():
        asks, has = _listed(wanted, lang), quoted(offered, lang)
        parts.append(
            choose(
                lang,
                f"bên mua cần {asks}, bên bán ghi {has}: đối chiếu, hỏi chỗ chưa rõ",
                f"the buyer wants {asks}, the offer says {has}: compare, ask what is not clear",
            )
        )
    for offered, wanted in _by_words(facts, "repack").items():
        asks, has = _listed(wanted, lang), quoted(offered, lang)
        parts.append(
            choose(
                lang,
                f"bên mua cần {asks}, bên bán đóng {has}: hỏi có phải đóng lại không và bên nào đóng",
                f"the buyer wants {asks}, the goods are packed as {has}: ask whether to repack and by whom",
            )
        )
    for row in _rows(facts, "other"):
        asks, has = quoted(row["asks"], lang), quoted(row["offered"], lang)
        parts.append(
            choose(
                lang,
                f"bên mua cần {asks}, bên bán ghi {has}: đối chiếu, không hợp thì hỏi bên mua có nhận không",
                f"the buyer wants {asks}, the offer says {has}: compare, where that differs ask whether the "
                "buyer takes it",
            )
        )
    parts += [_of_heads(row, lang) for name in _HEADS for row in _rows(facts, name)]
    if clauses := unsaid(facts):
        words = _listed(clauses, lang)
        if facts.get("seller_words"):
            claim, to_do = unfound(words, facts, lang)
            parts.append(f"{claim}: {to_do}")
        else:
            silent = "mô tả của bên bán chưa ghi" if facts.get("seller_notes") else "bên bán chưa ghi"
            vi = f"bên mua cần {words}, {silent}: phải hỏi"
            en = f"the buyer wants {words}, of which the offer says nothing: to be asked"
            parts.append(choose(lang, vi, en))
    return "".join(f"; {part}" for part in parts)


def unfound(words: str, facts: Facts, lang: str, quoting: bool = True) -> tuple[str, str]:
    """That words of the buyer are not said, and what to do: where the seller says more of his goods than was
    held against them that is quoted, for one of his words may mean the same."""
    if not facts.get("seller_words"):
        return (
            choose(lang, f"chưa ghi {words}", f"does not say {words}"),
            choose(lang, "phải hỏi lại", "to be asked"),
        )
    own = f" ({_listed(facts['seller_words'], lang)})" if quoting else ""
    return (
        choose(lang, f"chưa thấy {words} trong lời bên bán{own}", f"{words} was not found in its words{own}"),
        choose(lang, "xem lại, thiếu thì hỏi", "look, ask what is lacking"),
    )


# What is still in the goods, or not yet done to them, can be mended before they go.
_UNDONE = re.compile(
    r"(?:(?:rất |rat )?(?:ít|it) |hơi |hoi |vẫn |van )*(?:còn|con|lẫn|lan|có lẫn|co lan|chưa|chua|dính|dinh|"
    r"hàng xô|hang xo|un\w+ed|not |mixed|with some)(?!\w)",
    re.IGNORECASE,
)
# Heads that are wanted slaughtered and weighed alive, or nobody says how.
_HEADS = {
    "weighed_live": (
        "bên mua cần {asks}, bên bán ghi {has} cân hơi: phải hỏi trọng lượng sau mổ",
        "the buyer wants {asks}, the offer says {has} live weight: ask what it weighs slaughtered",
    ),
    "weighed_whole": (
        "bên mua cần {asks}, bên bán ghi {has}: phải hỏi là cân cả con hay sau khi làm sạch",
        "the buyer wants {asks}, the offer says {has}: ask whether that is whole or cleaned",
    ),
}


def _of_heads(row: Facts, lang: str) -> str:
    asks, has = quoted(row["asks"], lang), quoted(row["offered"], lang)
    return choose(lang, *_HEADS[row["says"]]).format(asks=asks, has=has)


def asked(facts: Facts) -> list[str]:
    """The clauses of the buyer that are to be asked, in his words."""
    settled = ("same", "unmet", "repack", "chosen")
    return [row["asks"] for row in facts.get("spec") or () if row["says"] not in settled]


def unsaid(facts: Facts) -> list[str]:
    """The clauses of which nothing was found in the offer, in the buyer's words."""
    return _asks(facts, "unsaid")


def beside(facts: Facts, asks: str) -> str:
    """What the seller says himself of what a clause asks, short enough to stand in a line; "" else."""
    said = next((row["offered"] for row in _rows(facts, "part_said") if row["asks"] == asks), "")
    return said if len(said) <= IN_LINE else ""


IN_LINE = 70  # letters of the seller's words that a line quotes


_TREATED = re.compile(
    r"\b(?:chiếu xạ|xông hơi|hấp nhiệt|hơi nước nóng|khử trùng|irradiat\w+|chieu xa|xong hoi)\b", re.I
)


_UNTREATED = re.compile(r"(?<!\w)(?:không|khong|ko|chưa|chua|cấm|no|not|non|un|without|free)(?!\w)", re.I)


_SOFT = re.compile(
    r"\b(?:khỏe|khoẻ|đẹp|ngon|sang|sang trọng|bắt mắt|hấp dẫn|chất lượng|uy tín|câu chuyện|thẩm mỹ|"
    r"độc đáo|khoe|dep|"
    r"sang trong|chat luong|uy tin|cau chuyen)\b",
    re.IGNORECASE,
)


def is_soft(words: str) -> bool:
    """Whether a clause asks for what nobody measures, which is no question to begin with."""
    return _SOFT.search(words) is not None and not any(letter.isdigit() for letter in words)


def is_treatment(words: str) -> bool:
    """Whether a clause asks for goods to be treated, which either side may see to; a ban is nobody's task."""
    return _TREATED.search(words) is not None and _UNTREATED.search(words) is None


def repacked(facts: Facts) -> list[str]:
    """The packs that the buyer wants and the goods are not in, in his words."""
    return _asks(facts, "repack")


def undone(row: Facts) -> bool:
    """Whether what is not met is still left in the goods, or not yet done to them."""
    return _UNDONE.match(str(row["offered"])) is not None


def unmet(facts: Facts) -> list[Facts]:
    """The clauses with a figure that the offer does not reach, or exceeds."""
    return _rows(facts, "unmet")


def refuses(row: Facts) -> bool:
    """Whether a clause of the buyer is a refusal: then there is nothing to ask him."""
    return bool(row.get("refused"))


_KEPT = {
    "chilled": ("ướp mát", "kept chilled"),
    "ambient": ("để thường", "kept at room temperature"),
    "live": ("bán sống", "sold alive"),
}


def _rows(facts: Facts, says: str) -> list[Facts]:
    return [row for row in facts.get("spec") or () if row["says"] == says]


def _by_words(facts: Facts, says: str) -> dict[str, list[str]]:
    """The clauses by the words of the offer that they are told beside."""
    found: dict[str, list[str]] = {}
    for row in _rows(facts, says):
        found.setdefault(row["offered"], []).append(row["asks"])
    return found


def _asks(facts: Facts, says: str) -> list[str]:
    return [row["asks"] for row in _rows(facts, says)]


def _listed(words: Sequence[str], lang: str) -> str:
    return ", ".join(quoted(each, lang) for each in words)
