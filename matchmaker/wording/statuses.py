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

# The terms of a purchase, and how each of them stands between the two sides.
TERM: dict[str, tuple[str, str]] = {
    "payment": ("Thời hạn thanh toán", "Payment"),
    "discount": ("Chiết khấu", "Discount"),
    "returns": ("Trả hàng, hàng hư hỏng", "Returns and spoilt goods"),
    "penalty": ("Phạt giao chậm, giao thiếu", "Penalties for late or short delivery"),
    "packing": ("Quy cách, đóng gói", "Specification and packing"),
    "delivery_place": ("Địa điểm, giờ giao nhận", "Place and hour of delivery"),
    "price_basis": ("Nơi tính giá, ai chịu cước", "Basis of the price, who pays freight"),
    "tolerance": ("Dung sai số lượng, chất lượng", "Tolerance of quantity and quality"),
}
TERM_STATE: dict[str, tuple[str, str]] = {
    "agreed": ("Đã khớp", "Agreed"),
    "differs": ("Còn khác nhau", "They differ"),
    "compare": ("Hai bên đã nêu, cần thống nhất", "Both have spoken, to be settled"),
    "half": ("Mới một bên nêu", "One side has spoken"),
    "open": ("Chưa bên nào nêu", "Nobody has spoken"),
}

# What a side answers to an introduction, how it came in, and whose it is.
ANSWER: dict[str, tuple[str, str]] = {
    "interested": ("Quan tâm", "Interested"),
    "sample": ("Cần hàng mẫu", "Wants a sample"),
    "terms": ("Đề nghị điều kiện khác", "Proposes other terms"),
    "refused": ("Chưa phù hợp", "Does not fit"),
    "": ("Chưa trả lời", "No answer yet"),
}
PRODUCER_ANSWER: dict[str, tuple[str, str]] = {**ANSWER, "sample": ("Gửi được hàng mẫu", "Can send a sample")}
HOW: dict[str, tuple[str, str]] = {
    "link": ("qua đường dẫn riêng", "by its own link"),
    "account": ("bằng tài khoản của đơn vị", "by its account"),
    "officer": ("cán bộ ghi", "noted by an officer"),
}
REMINDED: dict[str, tuple[str, str]] = {
    "phone": ("qua điện thoại", "by telephone"),
    "zalo": ("qua Zalo", "by Zalo"),
    "email": ("qua thư điện tử", "by e-mail"),
}
SIDE: dict[str, tuple[str, str]] = {
    "buyer": ("bên mua", "the buyer"),
    "producer": ("bên cung ứng", "the producer"),
}
