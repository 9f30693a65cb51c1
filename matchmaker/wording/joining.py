"""Words of registrations, of what is done on behalf of members, and of what may be refused there."""

from __future__ import annotations

SIDE: dict[str, tuple[str, str]] = {
    "producer": ("Bên bán", "Seller"),
    "buyer": ("Bên mua", "Buyer"),
    "department": ("Cơ quan", "Department"),
}

GUEST_SIDE: dict[str, tuple[str, str]] = {  # of a participant in a conference
    "producer": ("Bên bán", "Producer"),
    "buyer": ("Bên mua", "Buyer"),
    "peer": ("Đơn vị", "Participant"),
}

REASON: dict[str, tuple[str, str]] = {
    "duplicate": ("Đơn vị đã có trong hệ thống", "The organisation is already here"),
    "not_in_trade": (
        "Không sản xuất hoặc không mua hàng nông sản, thủ công",
        "Neither makes nor buys such goods",
    ),
    "unreachable": ("Không liên lạc được", "Could not be reached"),
    "incomplete": ("Thiếu thông tin, hỏi lại không có trả lời", "Information is missing and nobody answered"),
    "asked": ("Người đăng ký xin rút", "Withdrawn by who sent it"),
    "other": ("Lý do khác", "Another reason"),
}

PAUSE_REASON: dict[str, tuple[str, str]] = {
    "out_of_stock": ("Hết hàng", "Out of stock"),
    "season_over": ("Hết vụ", "Season is over"),
    "asked": ("Đơn vị xin tạm ngừng", "Asked for by the organisation"),
    "papers": ("Giấy tờ hết hạn", "Papers have lapsed"),
    "unreachable": ("Không liên lạc được", "Could not be reached"),
    "other": ("Lý do khác", "Another reason"),
}

# How a stage of a registration came about, and how a consent was given.
STAGE_HOW: dict[str, tuple[str, str]] = {
    "form": ("gửi qua trang đăng ký", "by the public form"),
    "link": ("người đăng ký bổ sung qua đường dẫn riêng", "supplied by its own link"),
    "officer": ("cán bộ ghi", "noted by an officer"),
    "service": ("đến hạn", "its day had come"),
}
CONSENT_HOW: dict[str, tuple[str, str]] = {
    "form": ("đánh dấu khi đăng ký", "ticked when registering"),
    "link": ("đánh dấu ở đường dẫn riêng", "ticked at its own link"),
    "told": ("nói hoặc ký với cán bộ", "told to an officer, or signed"),
    "refused": (
        "không có bản đồng ý; đã xóa tên người và số điện thoại",
        "no consent; names of persons and telephones erased",
    ),
}

RESEMBLING: dict[str, tuple[str, str]] = {
    "same": ("trùng tên", "the same name"),
    "name": ("tên gần giống", "a similar name"),
    "phone": ("trùng số điện thoại", "the same telephone"),
    "tax_code": ("trùng mã số thuế", "the same tax code"),
}

OPENED_FOR: dict[str, tuple[str, str]] = {
    "questions": ("gọi hỏi thêm về hồ sơ", "calling about open questions"),
    "registration": ("thẩm tra đăng ký", "checking a registration"),
    "match": ("giới thiệu hai bên", "an introduction"),
    "demand": ("tìm nguồn gom cho một nhu cầu", "looking for what fills a demand"),
    "introduction": ("xem thư giới thiệu", "a letter of introduction"),
    "pool": ("gom hàng cho một đơn", "filling an order together"),
    "conference": ("chuẩn bị hội nghị", "preparing a conference"),
    "consent": ("gửi bản đồng ý", "sending the text of the consent"),
}

# What was done on behalf of a member, by the action in the trail.
ACT: dict[str, tuple[str, str]] = {
    "offer.posted": ("nhập chào bán", "entered an offer"),
    "offer.changed": ("sửa chào bán", "changed an offer"),
    "offer.confirmed": ("xác nhận chào bán", "confirmed an offer"),
    "offer.closed": ("rút chào bán", "withdrew an offer"),
    "offer.paused": ("cho chào bán tạm nghỉ", "let an offer rest"),
    "offer.resumed": ("mở lại chào bán", "took an offer up again"),
    "demand.paused": ("cho nhu cầu tạm nghỉ", "let a demand rest"),
    "demand.resumed": ("mở lại nhu cầu", "took a demand up again"),
    "demand.posted": ("nhập nhu cầu", "entered a demand"),
    "demand.changed": ("sửa nhu cầu", "changed a demand"),
    "demand.confirmed": ("xác nhận nhu cầu", "confirmed a demand"),
    "demand.closed": ("đóng nhu cầu", "closed a demand"),
    "registration.approved": ("duyệt đăng ký", "approved the registration"),
    "link.renewed": ("gửi lại đường dẫn vào tài khoản", "gave a new link to an account"),
    "registration.paused": ("ghi đơn vị tạm ngừng", "noted that the organisation pauses"),
    "registration.renewed": ("mở lại hoặc gia hạn đăng ký", "renewed the registration"),
    "registration.expired": ("đăng ký hết hạn", "the registration expired"),
    "consent.given": ("ghi việc đồng ý cho lưu thông tin", "noted the consent"),
    "consent.withdrawn": ("ghi việc rút lại đồng ý", "noted that the consent was withdrawn"),
    "introduction.answered": ("ghi câu trả lời giới thiệu", "noted an answer to an introduction"),
    "match.stage": ("ghi bước của kết nối", "noted a stage of a match"),
    "match.terms": ("ghi điều khoản của đơn vị", "noted terms"),
    "match.delivered": ("ghi lần giao hàng", "noted a delivery"),
    "pool.answered": ("ghi câu trả lời về đơn gom", "noted an answer to a pool"),
    "contacts.opened": ("xem người liên hệ của bên kia", "looked up whom to call at the other side"),
    "match.decided": ("trả lời thay", "answered"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "not_a_phone": (
        "Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678.",
        "A telephone has 10 digits, for example 0912 345 678.",
    ),
    "consent_needed": (
        "Cần đồng ý thì hệ thống mới được lưu thông tin. Chưa đồng ý thì chưa lưu gì.",
        "Nothing may be kept without your consent. Nothing has been kept yet.",
    ),
    "registration_stage": (
        "Đăng ký này đang ở bước khác, nên không làm được việc đó. Hãy tải lại trang.",
        "This registration stands at another stage, which does not allow that. Load the page again.",
    ),
    "registration_decided": (
        "Đăng ký này đã có người quyết định.",
        "Somebody has already decided on this registration.",
    ),
    "sign_in_taken": (
        "“{value}” đã là tên đăng nhập của một tài khoản khác.",
        "“{value}” already signs in to another account.",
    ),
    "no_trader": (
        "Chỉ bên bán và bên mua mới rút lại đồng ý ở đây.",
        "Only sellers and buyers take a consent back here.",
    ),
    "wrong_password": ("Mật khẩu hiện nay không đúng.", "The present password is not right."),
    "passwords_differ": ("Hai lần gõ không giống nhau.", "The two do not match."),
}
