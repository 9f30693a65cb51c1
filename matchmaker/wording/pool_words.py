"""Names of what happens to a pool: answers, orders, causes of a new solution (vi, en)."""

from __future__ import annotations

ANSWER: dict[str, tuple[str, str]] = {
    "": ("chưa hỏi", "not asked yet"),
    "asked": ("chờ trả lời", "waiting for an answer"),
    "yes": ("đồng ý", "yes"),
    "less": ("giao được ít hơn", "less"),
    "no": ("không tham gia", "no"),
}
HOW: dict[str, tuple[str, str]] = {
    "phone": ("qua điện thoại", "by telephone"),
    "link": ("qua đường dẫn riêng", "by its own link"),
}
ACTION: dict[str, tuple[str, str]] = {
    "keep": ("giữ đúng phần đang tính", "keep its present share"),
    "out": ("không lấy hàng của bên này", "leave it out"),
    "fix": ("lấy đúng các lượng ghi bên dưới", "take exactly the amounts below"),
    "most": ("lấy không quá các lượng ghi bên dưới", "take at most the amounts below"),
    "clear": ("bỏ yêu cầu trước, để máy tự chọn", "drop the earlier order"),
}
CAUSE: dict[str, tuple[str, str]] = {
    "first": ("bản tính nhanh", "quick answer"),
    "exact": ("bản tính chính xác", "exact solution"),
    "ordered": ("theo yêu cầu của cán bộ", "as the officer ordered"),
    "answered": ("sau câu trả lời của thành viên", "after a member's answer"),
    "again": ("tính lại", "worked out anew"),
}
STATUS: dict[str, tuple[str, str]] = {
    "open": ("đang gom", "open"),
    "accepted": ("đã chốt", "accepted"),
    "closed": ("đã thôi", "given up"),
}
CHANGE: dict[str, tuple[str, str]] = {
    "in": ("mới vào nhóm", "new in the pool"),
    "out": ("ra khỏi nhóm", "left the pool"),
    "more": ("nhận thêm", "more"),
    "less": ("bớt đi", "less"),
    "moved": ("đổi tháng giao", "other months"),
}
