"""What may wait for an officer, by kind."""

from __future__ import annotations

KIND: dict[str, tuple[str, str]] = {
    "registrations": ("Đăng ký mới", "New registrations"),
    "info_waited": ("Đăng ký chờ bổ sung quá 7 ngày", "Registrations waiting for information over 7 days"),
    "expiring": ("Đăng ký hết hạn trong 30 ngày", "Registrations that expire within 30 days"),
    "answers": ("Quá hạn trả lời giới thiệu", "Introductions without an answer"),
    "follow_ups": ("Đến kỳ hỏi thăm sau giới thiệu", "Introduced matches to ask after"),
    "decisions": ("Cần quyết định trong 14 ngày", "Decisions due within 14 days"),
    "no_match": ("Nhu cầu chưa có nguồn phù hợp", "Demands without a fitting offer"),
    "doubts": ("Hồ sơ còn chỗ chưa rõ", "Records with doubts"),
    "holds": ("Lượng giữ sắp hết hạn (3 ngày)", "Holds that end within 3 days"),
    "papers": ("Giấy tờ hết hạn trong 60 ngày", "Papers that lapse within 60 days"),
    "consents": ("Đơn vị chưa có bản đồng ý", "Members without a consent on record"),
    "pools": ("Đơn gom còn thiếu", "Pools still lacking"),
}
