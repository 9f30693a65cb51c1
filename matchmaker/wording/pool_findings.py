"""Sentences for what a pool finds: reasons, refusals and what must be asked (vi, en)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording.labels import unit
from matchmaker.wording.months import span
from matchmaker.wording.numbers import number, weight

Facts = Mapping[str, Any]

SENTENCES: dict[str, tuple[str, str]] = {
    "members": (
        "{members} bên được chọn trong {possible} bên có thể tham gia.",
        "{members} of {possible} possible members were chosen.",
    ),
    "best_single": (
        "Bên lớn nhất một mình chỉ đáp ứng được {fill} %.",
        "The largest alone fills {fill} % only.",
    ),
    "filled_in_part": ("Còn thiếu {lacks}{months}.", "{lacks} are missing{months}."),
    "need_unsaid": (
        "Đơn chưa nói rõ lượng cần, nên chưa gom được.",
        "The demand states no amount, so nothing can be pooled.",
    ),
    "no_member": (
        "Chưa có bên nào tham gia được trong {offers} chào bán đã xét.",
        "None of {offers} offers can take part.",
    ),
    "grade_unsaid": ("Hàng loại mấy? Chào bán chưa ghi loại.", "Which grade? The offer does not say."),
    "invoice_unsaid": ("Xuất được hóa đơn loại nào?", "Which invoice can it issue?"),
    "place_unknown": ("Lấy hàng ở xã nào?", "In which commune are the goods collected?"),
    "lead_invoices": (
        "Bên này không xuất hóa đơn; bên đứng đầu lập bảng kê mua vào và xuất hóa đơn.",
        "It issues no invoice; the lead buys by a list of purchases and invoices.",
    ),
}


def sentence(code: str, facts: Facts, lang: str) -> str:
    """A finding as a sentence; "" for one that needs no words."""
    pair = SENTENCES.get(code)
    if pair is None:
        return ""
    told = dict(facts)
    if "fill" in told:
        told["fill"] = number(told["fill"] * 100, lang)
    if "lacks" in told:
        name = told.get("unit", "kg")
        told["lacks"] = (
            weight(told["lacks"], lang)
            if name == "kg"
            else f"{number(told['lacks'], lang, 1)} {unit(name, lang, 2)}"
        )
    if code == "filled_in_part":
        months = told.get("months")
        told["months"] = f" ({span([int(m) for m in months], lang)})" if months else ""
    return pair[lang == "en"].format(**told)
