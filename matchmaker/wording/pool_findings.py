"""Sentences for what a pool finds: reasons, refusals, what must be asked, what would help (vi, en).

Vetoes and missing steps of single offers are told by ``wording.reasons``; here stands what only a pool says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from matchmaker.wording.labels import label, unit
from matchmaker.wording.months import span
from matchmaker.wording.numbers import number, weight

Facts = Mapping[str, Any]
MOST_CAUSES = 4

SENTENCES: dict[str, tuple[str, str]] = {
    # reasons
    "members": (
        "{members} bên được chọn trong {possible} bên có thể tham gia.",
        "{members} of {possible} possible members were chosen.",
    ),
    "best_single": (
        "Bên lớn nhất ({producer}) một mình chỉ đáp ứng được {fill} %.",
        "The largest ({producer}) alone fills {fill} % only.",
    ),
    "several_rounds": (
        "Các bên ở xa nhau nên gom thành {rounds} chuyến.",
        "Members lie far apart, so the goods are collected in {rounds} rounds.",
    ),
    "surplus": (
        "Lượng nhận cam kết nhiều hơn cần {amount} ({share} %), phòng khi có bên giao thiếu.",
        "{amount} more than wanted are agreed on ({share} %), in case one falls short.",
    ),
    "months_assumed": (
        "Đơn không nói tháng cần hàng; tính theo mùa của mặt hàng ({months}).",
        "The demand names no months; those of the product's season were taken ({months}).",
    ),
    "lot_unit_differs": (
        "Lô tối thiểu của bên mua tính bằng đơn vị khác nên chưa xét; xin hỏi lại.",
        "The buyer's least lot is in another unit and was not applied; ask about it.",
    ),
    "cost_unknown": (
        "{count} bên chưa nói giá nên giá đến nơi chưa tính các bên ấy.",
        "{count} members name no price; the delivered cost leaves them out.",
    ),
    "lead_buys": (
        "{count} bên không xuất hóa đơn: bên đứng đầu lập bảng kê mua vào rồi xuất hóa đơn cho cả lượng.",
        "{count} members issue no invoice: the lead buys from them by a list of purchases and invoices all.",
    ),
    "shares_uneven": (
        "Chưa chia đều được theo sức của từng bên: chênh nhau đến {spread} %.",
        "The shares do not follow what each has: they lie up to {spread} % apart.",
    ),
    "rest_unsaleable": (
        "{members} bên còn lại một ít dưới lô tối thiểu, khó bán riêng.",
        "{members} members keep a rest below the least lot, hard to sell alone.",
    ),
    "named_differently": (
        "Các bên gọi hàng khác nhau ({names}): thống nhất tên, loại trên nhãn và hóa đơn.",
        "Members call the goods differently ({names}): agree on name and grade for labels and invoices.",
    ),
    # refusals
    "filled_in_part": (
        "Còn thiếu {lacks}{months}.{causes}",
        "{lacks} are missing{months}.{causes}",
    ),
    "pooling_refused": (
        "Bên mua không nhận hàng gộp của nhiều bên.",
        "The buyer takes no goods of several producers together.",
    ),
    "need_unsaid": (
        "Đơn chưa nói rõ lượng cần nên chưa gom được; xin hỏi bên mua.",
        "The demand states no amount, so nothing can be pooled; ask the buyer.",
    ),
    "no_member": (
        "Chưa có bên nào tham gia được trong {offers} chào bán đã xét.{causes}",
        "None of {offers} offers looked at can take part.{causes}",
    ),
    # what must be asked
    "grade_unsaid": (
        "Hàng loại mấy? Bên mua cần loại {demanded}, chào bán chưa ghi loại.",
        "Which grade? The buyer wants grade {demanded}, the offer does not say.",
    ),
    "invoice_unsaid": (
        "Xuất được hóa đơn loại nào? Bên mua nhận {invoices}.",
        "Which invoice can it issue? The buyer takes {invoices}.",
    ),
    "place_unknown": (
        "Lấy hàng ở xã nào?",
        "In which commune are the goods collected?",
    ),
    "lead_invoices": (
        "Có đồng ý để bên đứng đầu lập bảng kê mua vào và xuất hóa đơn không?",
        "Does it agree that the lead buys by a list of purchases and invoices?",
    ),
    # what would help
    "confirm_cultivar": (
        "Xác nhận đúng giống bên mua cần ({demanded}).",
        "Confirm the cultivar that the buyer wants ({demanded}).",
    ),
    "lower_min_lot": (
        "Bên mua nhận lô nhỏ hơn {from_said}.",
        "The buyer takes lots below {from_said}.",
    ),
    "add_month": (
        "Giao thêm {months}.",
        "Deliver in {months} too.",
    ),
}

# Why offers are no members, in a few words.
CAUSES: dict[str, tuple[str, str]] = {
    "wrong_product": ("khác mặt hàng", "other goods"),
    "wrong_form": ("khác dạng hàng", "another form"),
    "wrong_season": ("lệch vụ", "out of season"),
    "missing_cert": ("thiếu giấy tờ", "papers missing"),
    "cert_expired": ("giấy tờ hết hạn", "papers lapsed"),
    "market_closed": ("thị trường chưa mở", "market closed"),
    "cannot_reach": ("không kịp hạn dùng", "cannot arrive in time"),
    "no_invoice": ("không có hóa đơn", "no invoice"),
    "moq_too_high": ("đơn tối thiểu quá lớn", "least order too large"),
    "volume_too_small": ("lượng quá nhỏ", "too small"),
    "price_over": ("giá vượt trần", "price above the ceiling"),
    "terms_refused": ("điều khoản không hợp", "terms refused"),
    "other_cultivar": ("khác giống", "another cultivar"),
    "cultivar_unsaid": ("chưa rõ giống", "cultivar not said"),
    "product_unsure": ("chưa chắc cùng mặt hàng", "not surely the same goods"),
    "other_grade": ("khác loại", "another grade"),
    "amount_unsaid": ("chưa nói sản lượng", "no amount said"),
    "units_differ": ("khác đơn vị tính", "another unit"),
    "months_unsaid": ("chưa nói tháng có hàng", "months not said"),
    "promised_elsewhere": ("đã hứa cho đơn khác", "promised elsewhere"),
    "below_lot": ("dưới lô tối thiểu", "below the least lot"),
    "below_own_least": ("dưới đơn tối thiểu của chính bên đó", "below its own least order"),
    "forbidden": ("cán bộ không lấy", "left out by the officer"),
    "no_lead": ("không bên nào xuất hóa đơn được", "nobody can invoice"),
    "none_fits": ("không ghép được vào chuyến gom", "fits into no collection"),
}


def sentence(code: str, facts: Facts, lang: str) -> str:
    """A finding as a sentence; "" for a code that stands elsewhere. ``producer`` names the offer's."""
    pair = SENTENCES.get(code)
    if pair is None:
        return ""
    return pair[lang == "en"].format_map(_Said(_worded(code, facts, lang)))


class _Said(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def _worded(code: str, facts: Facts, lang: str) -> dict[str, Any]:
    told, name = dict(facts), str(facts.get("unit") or "kg")
    for key in ("fill", "share", "spread"):
        if isinstance(told.get(key), (int, float)):
            told[key] = number(told[key] * 100, lang)
    for key in ("lacks", "amount"):
        if isinstance(told.get(key), (int, float)):
            told[key] = _amount(told[key], name, lang)
    told["from_said"] = _amount(facts["from"], name, lang) if "from" in facts else "…"
    told["count"] = number(len(facts.get("offers") or ()), lang) if code != "no_member" else ""
    told["names"] = ", ".join(map(str, facts.get("names") or ()))
    demanded = facts.get("demanded")
    told["demanded"] = demanded if isinstance(demanded, str) else ", ".join(map(str, demanded or ()))
    accepted = facts.get("invoices_accepted") or ()
    told["invoices"] = ", ".join(label("invoice", each, lang) for each in accepted).lower()
    told["causes"] = _causes(facts.get("causes") or (), lang)
    months = [int(month) for month in facts.get("months") or ()]
    told["months"] = span(months, lang) if months else ""
    if code == "filled_in_part" and months:
        told["months"] = f" ({told['months']})"
    return told


def _causes(rows: Iterable[Facts], lang: str) -> str:
    """Why other offers serve not, the commonest first; other goods are no reason worth telling."""
    known = [
        f"{number(row['offers'], lang)} {CAUSES[row['code']][lang == 'en']}"
        for row in rows
        if row["code"] in CAUSES and row["code"] not in ("wrong_product", "wrong_form")
    ][:MOST_CAUSES]
    if not known:
        return ""
    head = " Others: " if lang == "en" else " Các bên khác: "
    return f"{head}{'; '.join(known)}."


def _amount(amount: float, name: str, lang: str) -> str:
    if name.startswith("kg"):
        return weight(amount, lang)
    return f"{number(amount, lang, 1)} {unit(name, lang, amount)}"
