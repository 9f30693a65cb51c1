"""Statuses of registrations, matches, demands and organisations, in the words officers use."""

from __future__ import annotations

REGISTRATION: dict[str, tuple[str, str]] = {
    "new": ("Mới tiếp nhận", "Newly received"),
    "verifying": ("Đang thẩm tra", "Being checked"),
    "info_needed": ("Cần bổ sung", "More information needed"),
    "approved": ("Đã duyệt", "Approved"),
    "paused": ("Tạm ngừng/Hết hàng", "Paused or out of stock"),
    "expired": ("Hết hạn", "Expired"),
    "rejected": ("Từ chối", "Refused"),
}

MATCH: dict[str, tuple[str, str]] = {
    "suggested": ("Đề xuất", "Suggested"),
    "accepted": ("Cán bộ đã duyệt", "Accepted by an officer"),
    "rejected": ("Loại", "Rejected"),
    "held": ("Tạm giữ", "On hold"),
    "introduced": ("Đã giới thiệu hai bên", "Both sides introduced"),
    "scheduled": ("Đã xếp lịch", "Scheduled"),
    "met": ("Đã gặp", "Met"),
    "no_show": ("Vắng", "Absent"),
    "sample": ("Gửi mẫu/báo giá", "Sample or quotation"),
    "audit": ("Khảo sát vùng/cơ sở", "Site visit"),
    "mou": ("Ký biên bản ghi nhớ", "Memorandum signed"),
    "framework": ("Ký HĐ nguyên tắc", "Framework contract signed"),
    "contract": ("Mở mã/HĐ mua bán", "Listed or purchase contract"),
    "delivered": ("Đã giao lần đầu", "First delivery made"),
    "ongoing": ("Duy trì", "Ongoing"),
    "closed": ("Kết thúc", "Closed"),
    "failed": ("Không thành", "Failed"),
}

DECISION: dict[str, tuple[str, str]] = {
    "accept": ("Đã duyệt", "Accepted"),
    "reject": ("Đã loại", "Rejected"),
    "hold": ("Tạm giữ", "On hold"),
}

# Why a match came to nothing: the causes that past conferences reported, and one for the rest.
DECISION_REASON: dict[str, tuple[str, str]] = {
    "small_scale": ("Quy mô nhỏ", "Scale too small"),
    "product_criteria": ("Không đạt tiêu chí hàng hóa", "Does not meet product criteria"),
    "papers": ("Thiếu giấy tờ", "Papers missing"),
    "price": ("Giá không phù hợp", "Price does not fit"),
    "discount": ("Mức chiết khấu", "Discount"),
    "payment": ("Điều kiện thanh toán", "Terms of payment"),
    "logistics": ("Vận chuyển khó", "Transport too difficult"),
    "season_over": ("Hết vụ", "Season is over"),
    "buyer_changed_plan": ("Bên mua đổi kế hoạch", "Buyer changed plans"),
    "unreachable": ("Không liên lạc được", "Could not be reached"),
    "other": ("Lý do khác (ghi rõ)", "Another reason (say which)"),
}

# Who has come to a conference.
ATTENDANCE: dict[str, tuple[str, str]] = {
    "arrived": ("Đã đến", "Arrived"),
    "late": ("Đến muộn", "Late"),
    "absent": ("Vắng", "Absent"),
    "left": ("Đã về sớm", "Left early"),
    "": ("Chưa thấy", "Not seen yet"),
}

# What became of one demand, as the board shows it.
DEMAND: dict[str, tuple[str, str]] = {
    "ranking": ("Đang xếp hạng", "Being ranked"),
    "to_decide": ("Chờ quyết định", "To be decided"),
    "no_match": ("Chưa có nguồn", "No supply yet"),
    "held": ("Tạm giữ", "On hold"),
    "decided": ("Đã duyệt nguồn", "Supply accepted"),
    "closed": ("Đã hết hạn", "Past its deadline"),
}
