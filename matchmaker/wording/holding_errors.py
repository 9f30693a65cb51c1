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
    "nothing_held": (
        "Chưa giữ lượng hàng nào để cam kết.",
        "Nothing is held that could be promised.",
    ),
    "pool_settled": (
        "Nhóm này đã chốt hoặc đã thôi; không đổi được nữa.",
        "This pool is settled or given up; it can be changed no more.",
    ),
    "pool_changed": (
        "Nhóm vừa được tính lại; xin xem phần của từng bên rồi ghi lại.",
        "The pool has just been worked out anew; look at the shares and enter it again.",
    ),
    "pool_empty": (
        "Nhóm chưa có thành viên nào.",
        "The pool has no member yet.",
    ),
    "pool_without_lead": (
        "Chưa có bên nào đứng đầu xuất được hóa đơn mà bên mua cần.",
        "No member can lead: none issues the invoice that the buyer needs.",
    ),
    "pool_not_accepted": (
        "Chỉ nhóm đã chốt mới vào hội nghị như một bên bán.",
        "Only an accepted pool takes part in a conference as one supplier.",
    ),
    "lead_without_organisation": (
        "Chào bán của bên đứng đầu chưa thuộc đơn vị nào đã đăng ký, nên chưa vào hội nghị được.",
        "The lead's offer belongs to no registered organisation, so it cannot enter a conference.",
    ),
    "members_unanswered": (
        "Còn {count} thành viên chưa đồng ý với phần của mình; hỏi hết rồi mới chốt.",
        "{count} members have not agreed to their share yet; ask them before accepting.",
    ),
    "less_needs_amounts": (
        "Ghi lượng bên đó giao được trong từng tháng, ít nhất một tháng.",
        "Enter what the member can deliver in each month, in one at least.",
    ),
    "less_is_not_less": (
        "Lượng này không ít hơn phần đang tính; nếu đủ thì chọn “Đồng ý”.",
        "That is no less than the share; choose “yes” if it can deliver all of it.",
    ),
    "not_a_pool_amount": (
        "Lượng phải là số từ 0 trở lên, ví dụ 1500 hoặc 2,5.",
        "An amount is a number from 0, for example 1500 or 2.5.",
    ),
}
