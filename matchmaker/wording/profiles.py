"""Words about profiles of the ranking: their values in the units people think in, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import choose

Pair = tuple[str, str]
# The name that the delivered profile carries in its file, as people read it.
DELIVERED: Pair = ("Bộ mặc định", "Default")
UNITS: Mapping[str, Pair] = {
    "percent": ("%", "%"),
    "points": ("%", "%"),
    "times": ("lần", "times"),
    "hours": ("giờ", "hours"),
    "money": ("đ/kg", "VND/kg"),
    "days": ("ngày", "days"),
    "plain": ("", ""),
}
SCALE = {"percent": 100.0}  # all other units are shown as the profile has them


@dataclass(frozen=True)
class Value:
    """One threshold: its unit, its name, and what it does."""

    unit: str
    name: Pair
    hint: Pair


VALUES: Mapping[str, Value] = {
    "product_right": Value(
        "percent",
        ("Đúng giống, đúng loại: mức thấp nhất", "The right variety: least"),
        ("Điểm sản phẩm khi hàng đúng là thứ cần.", "Product score of goods that are what is wanted."),
    ),
    "product_right_spread": Value(
        "percent",
        ("Đúng giống: phần theo độ giống của tên", "The right variety: by likeness of names"),
        ("Cộng thêm tối đa khi tên hai bên giống hệt.", "Added at most where both names are alike."),
    ),
    "product_generic": Value(
        "percent",
        ("Cần một giống, chào chung chung", "A variety wanted, none named"),
        (
            "Điểm sản phẩm khi bên bán không nói giống nào.",
            "Product score where the producer names no variety.",
        ),
    ),
    "product_text": Value(
        "percent",
        ("Sản phẩm chưa có trong danh mục", "Products not in the list"),
        ("Nhân với độ giống của tên hai bên.", "Times the likeness of both names."),
    ),
    "product_sibling": Value(
        "percent",
        ("Giống khác cùng loại: mức thấp nhất", "Another variety: least"),
        (
            "Luôn phải xếp sau mọi hàng đúng giống.",
            "Must always rank below all goods of the right variety.",
        ),
    ),
    "product_sibling_spread": Value(
        "percent",
        ("Giống khác: phần theo độ giống của tên", "Another variety: by likeness of names"),
        ("Cộng thêm tối đa khi tên hai bên giống hệt.", "Added at most where both names are alike."),
    ),
    "product_other_form": Value(
        "percent",
        ("Cùng loại, khác dạng (sấy, đông lạnh…)", "The same, in another form (dried, frozen …)"),
        ("Nhân với độ giống; hàng khác dạng vẫn bị loại.", "Times the likeness; still refused."),
    ),
    "product_family": Value(
        "percent",
        ("Chỉ cùng nhóm hàng", "Only of the same family"),
        ("Nhân với độ giống; hàng khác nhóm vẫn bị loại.", "Times the likeness; still refused."),
    ),
    "product_text_least": Value(
        "percent",
        ("Tên phải giống ít nhất", "Names must be alike at least"),
        (
            "Áp dụng cho sản phẩm ngoài danh mục; thấp hơn thì loại.",
            "For products not in the list; below it they are refused.",
        ),
    ),
    "volume_far_below": Value(
        "percent",
        ("Sản lượng ít nhất so với nhu cầu", "Least share of the need"),
        (
            "Thấp hơn mức này và bên mua không nhận hàng gom thì loại.",
            "Below it, and where pooling is refused, an offer is refused.",
        ),
    ),
    "volume_ample": Value(
        "times",
        ("Sản lượng coi là dư dả", "Ample supply"),
        ("Số lần nhu cầu để được điểm cao nhất.", "Times the need for the full score."),
    ),
    "volume_plenty_bonus": Value(
        "percent",
        ("Phần điểm dành cho lượng dự phòng", "Share of the score for a reserve"),
        ("Phần điểm sản lượng chỉ có khi cung nhiều hơn cầu.", "Given only for supply above the need."),
    ),
    "hours_half": Value(
        "hours",
        ("Giờ đường làm điểm giảm một nửa", "Hours that halve the score"),
        ("Điểm đường đi giảm một nửa sau từng ấy giờ.", "The transport score halves each so many hours."),
    ),
    "freight_half": Value(
        "money",
        ("Cước làm điểm giảm một nửa", "Freight that halves the score"),
        ("Điểm cước giảm một nửa sau từng ấy đồng một kg.", "The freight score halves each so many đồng."),
    ),
    "slack_risk_days": Value(
        "days",
        ("Dư dưới mức này là sát hạn", "Tight below"),
        (
            "Số ngày còn dư so với yêu cầu khi hàng đến nơi.",
            "Days to spare above what is wanted on arrival.",
        ),
    ),
    "price_span": Value(
        "percent",
        ("Khoảng giá từ trần đến điểm tuyệt đối", "Span from the ceiling to the full score"),
        ("Rẻ hơn trần từng ấy thì được trọn điểm giá.", "So much below the ceiling scores in full."),
    ),
    "price_negotiable": Value(
        "percent",
        ("Vượt trần còn thương lượng được", "Still negotiable above the ceiling"),
        (
            "Vượt trần trong mức này vẫn giữ lại, xếp sau và phải bàn giá; vượt hơn thì bị loại.",
            "Up to so much above it an offer stays, ranked lower, to be talked about; beyond, it goes.",
        ),
    ),
    "price_step_most": Value(
        "percent",
        ("Mức giảm giá lớn nhất được gợi ý", "Largest price step suggested"),
        ("Giảm quá mức này thì không gợi ý nữa.", "A larger one is not suggested."),
    ),
    "requirement_doubt": Value(
        "percent",
        ("Yêu cầu chưa rõ được tính", "A requirement not known counts"),
        ("Ví dụ chưa nói có hóa đơn hay không.", "For example an invoice that nobody spoke of."),
    ),
    "payment_longest": Value(
        "days",
        ("Số ngày nợ làm điểm về 0", "Days of credit that score nothing"),
        ("Khi bên bán không nói chịu được bao lâu.", "Where the producer declared no limit."),
    ),
    "discount_most": Value(
        "points",
        ("Chiết khấu làm điểm về 0", "Discount that scores nothing"),
        ("Khi bên bán không nói chịu được bao nhiêu.", "Where the producer declared no limit."),
    ),
    "preferred_share": Value(
        "percent",
        ("Phần điểm dành cho giấy tờ bên mua ưa", "Share for the papers the buyer likes"),
        ("Phần còn lại cho sao OCOP và chỉ dẫn địa lý.", "The rest is for OCOP stars and origin."),
    ),
}
PARTS: Mapping[str, Pair] = {
    "weights": ("Trọng số", "Weights"),
    "base": ("Điểm gốc", "Base values"),
    "thresholds": ("Ngưỡng", "Thresholds"),
}
ERRORS: Mapping[str, Pair] = {
    "absent": ("Cần điền mục này.", "This is needed."),
    "unknown": ("Không có mục này.", "There is no such field."),
    "not_a_number": ("Phải viết bằng số, ví dụ 12 hoặc 2,5.", "Write a number, for example 12 or 2.5."),
    "out_of_range": ("Phải từ {low} đến {high}{unit}.", "Must lie between {low} and {high}{unit}."),
    "not_thousandths": (
        "Chỉ nhận đến một phần nghìn: 5,5 % được, 5,55 % thì không.",
        "Only whole thousandths: 5.5 % will do, 5.55 % will not.",
    ),
    "sum_not_one": (
        "Các trọng số phải cộng lại đúng 100 %; nay là {sum} %.",
        "The weights must sum to 100 % exactly; they sum to {sum} %.",
    ),
    "cultivar_not_decisive": (
        "Giống khác có thể vượt giống đúng: khoảng cách giữa hai mức là {gap} %, mọi tiêu chí khác cộng lại "
        "được {others} %. Hãy hạ mức này hoặc tăng trọng số sản phẩm.",
        "Another variety could outrank the right one: the gap of the two tiers is {gap} %, all others "
        "together make {others} %. Lower this, or raise the weight of the product.",
    ),
    "not_a_profile": (
        "Tệp không phải là một bộ trọng số dạng JSON.",
        "The file is not a profile in JSON.",
    ),
    "too_long": ("Dài quá {max} ký tự.", "Longer than {max} characters."),
}


def unit_of(field: str) -> str:
    """The unit in which people read a value; ``field`` is ``part.name``."""
    part, _, name = field.partition(".")
    if part != "thresholds":
        return "percent"
    return VALUES[name].unit if name in VALUES else "plain"


def name_of(field: str, lang: str) -> str:
    """The name of a value: the criterion's, or the threshold's."""
    part, _, name = field.partition(".")
    if part == "thresholds":
        return choose(lang, *VALUES[name].name) if name in VALUES else name
    if not name:
        return choose(lang, *PARTS.get(part, (part, part)))
    return label("criterion", name, lang)


def hint_of(threshold: str, lang: str) -> str:
    """What a threshold does, in a sentence."""
    return choose(lang, *VALUES[threshold].hint) if threshold in VALUES else ""


def unit_name(field: str, lang: str) -> str:
    """The unit of a value in words."""
    return choose(lang, *UNITS[unit_of(field)])


def shown(field: str, value: float, lang: str) -> str:
    """A value in its unit, as it is read: "5,5 %", "2.000 đ/kg"."""
    unit = unit_name(field, lang)
    text = number(value * SCALE.get(unit_of(field), 1.0), lang, 3)
    return f"{text} {unit}".strip()


def title(name: str, number_: int, delivered: bool, lang: str) -> str:
    """A version as people call it: "Bộ mặc định, bản 1"."""
    called = choose(lang, *DELIVERED) if delivered else name
    return choose(lang, f"{called}, bản {number_}", f"{called}, version {number_}")


def sentence(field: str, code: str, facts: Mapping[str, Any], lang: str) -> str:
    """What is wrong with a value, in its unit."""
    scale, unit = SCALE.get(unit_of(field), 1.0), unit_name(field, lang)
    told = {
        "low": number(_scaled(facts.get("low"), scale), lang, 3),
        "high": number(_scaled(facts.get("high"), scale), lang, 3),
        "unit": f" {unit}" if unit else "",
        "max": facts.get("max"),
        **{name: number(_scaled(facts.get(name), 100), lang, 2) for name in ("sum", "gap", "others")},
    }
    return choose(lang, *ERRORS[code]).format(**told)


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale
