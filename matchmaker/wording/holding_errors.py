"""Sentences for what the holding of quantities and the pooling of producers refuse (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "holding_exceeds": (
        "Chào bán {id} không còn đủ: tháng {month} chỉ còn {free} {unit} chưa giữ cho đơn khác.",
        "Offer {id} has not so much left: in month {month} only {free} {unit} are not kept for others.",
    ),
    "holding_exceeds_whole": (
        "Chào bán {id} không còn đủ: cả vụ chỉ còn {free} {unit} chưa giữ cho đơn khác.",
        "Offer {id} has not so much left: of the whole only {free} {unit} are not kept for others.",
    ),
    "holding_day": (
        "Ngày giữ hàng phải từ hôm nay đến không quá {most} ngày nữa.",
        "Goods are held until a day from today to {most} days ahead.",
    ),
    "amount_unsaid": (
        "Chào bán {id} chưa nói rõ sản lượng nên không giữ hàng được.",
        "Offer {id} states no amount, so nothing of it can be held.",
    ),
    "promised_already": (
        "Lượng hàng này đã cam kết; muốn đổi thì thôi cam kết trước.",
        "This quantity is promised already; release it before changing it.",
    ),
    "nothing_held": ("Chưa giữ lượng hàng nào để cam kết.", "Nothing is held that could be promised."),
}
