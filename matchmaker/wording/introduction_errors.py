"""Sentences for what introductions, answers and the pipeline refuse (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "nothing_to_introduce": (
        "Chưa có nguồn nào đã duyệt mà chưa giới thiệu. Hãy duyệt ít nhất một nguồn trước.",
        "No accepted supply is left to introduce. Accept at least one first.",
    ),
    "introduced_already": (
        "Đã giới thiệu ngày {day}, văn bản số {number}. Muốn sửa thì phát hành lại văn bản đó; muốn giới "
        "thiệu thêm nguồn thì duyệt nguồn đó trước.",
        "Introduced on {day} by letter {number}. Issue that letter again to change it; to introduce more "
        "supply, accept it first.",
    ),
    "nothing_to_remind": (
        "Bên này đã trả lời, hoặc không cần trả lời nữa, nên không ghi lần nhắc.",
        "This side has answered, or no longer has to, so no reminder is noted.",
    ),
    "match_not_accepted": (
        "Chỉ giới thiệu những nguồn cán bộ đã duyệt.",
        "Only supply that an officer has accepted is introduced.",
    ),
    "answer_reason": ("Chọn lý do chưa phù hợp.", "Choose why it does not fit."),
    "answer_reason_only": (
        "Chỉ chọn lý do khi trả lời chưa phù hợp.",
        "A reason belongs to an answer that it does not fit.",
    ),
    "terms_in_words": (
        "Ghi điều kiện mà đơn vị đề nghị.",
        "Write the terms that you propose.",
    ),
    "introduction_over": (
        "Kết nối này đã đi tiếp hoặc đã dừng nên không nhận câu trả lời nữa.",
        "This introduction has gone on or has ended, and takes no more answers.",
    ),
    "stage_not_next": (
        "Từ bước “{before}” không sang được bước “{after}”.",
        "A match that stands at “{before}” does not go on to “{after}”.",
    ),
    "stage_before_later": (
        "Ngày này đứng trước bước “{after}” đã ghi, mà bước “{before}” không thể đứng trước bước đó.",
        "On this day it would come before “{after}”, which “{before}” cannot lead to.",
    ),
    "delivery_needs_quantity": ("Ghi lượng đã giao.", "Write how much was delivered."),
    "not_delivering": (
        "Chưa có hợp đồng nên chưa ghi được lần giao hàng; ghi hợp đồng hoặc đơn hàng trước.",
        "Nothing can be delivered before a contract or an order; note that first.",
    ),
}
