"""What the service's own commands say on the terminal, in Vietnamese and English on one line."""

from __future__ import annotations

from typing import Any

SENTENCES: dict[str, tuple[str, str]] = {
    "serving": ("Đang chạy tại {address}", "Serving at {address}"),
    "stop_hint": ("Bấm Ctrl+C để dừng", "Press Ctrl+C to stop"),
    "port_taken": (
        "Cổng {port} đang bận; hãy dùng --port",
        "Port {port} is in use; choose another with --port",
    ),
    "migrated": ("Cấu trúc dữ liệu đã sẵn sàng", "The tables are up to date"),
    "backed_up": ("Đã sao lưu {rows} dòng vào {file}", "Backed up {rows} rows to {file}"),
    "restored": ("Đã khôi phục {rows} dòng từ {file}", "Restored {rows} rows from {file}"),
    "erased_again": (
        "Đã xóa lại dữ liệu cá nhân của {count} đơn vị đã rút đồng ý sau khi sao lưu",
        "Erased again the personal data of {count} organisations whose consent was taken back "
        "after the backup",
    ),
    "erasures_unknown": (
        "Bản sao lưu làm ngày {day}, {age} ngày trước. Không có tệp {file}, nên không biết từ ngày ấy "
        "ai đã rút đồng ý: việc xóa dữ liệu cá nhân từ ngày ấy phải làm lại",
        "The backup was made on {day}, {age} days ago. There is no file {file} that tells who took a "
        "consent back since: erasures of personal data since that day must be done again",
    ),
    "exported": ("Đã xuất {rows} dòng vào {file}", "Exported {rows} rows to {file}"),
    "imported": (
        "Thêm {create}, sửa {change}, giữ nguyên {keep}, chưa nhập được {bad}",
        "{create} new, {change} changed, {keep} unchanged, {bad} refused",
    ),
    "looked": ("Mới xem thử, chưa lưu gì", "Only looked at; nothing was saved"),
    "seeding": ("Đang nạp dữ liệu mẫu …", "Loading the demonstration data …"),
    "seeded": (
        "Đã nạp {offers} chào bán, {demands} nhu cầu và xếp hạng",
        "Loaded {offers} offers and {demands} demands, and ranked them",
    ),
    "not_empty": (
        "Cơ sở dữ liệu đã có dữ liệu; không nạp gì thêm",
        "The database holds data already; nothing was loaded",
    ),
    "logins": ("Đăng nhập mẫu, mật khẩu {password}:", "Demonstration logins, password {password}:"),
    "organisation_created": ("Đã nhập đơn vị {name}", "Entered the organisation {name}"),
    "user_created": ("Đã tạo người dùng {email}", "Created the user {email}"),
    "password": ("Mật khẩu: {password}", "Password: {password}"),
    "token": ("Mã truy cập API (chỉ hiện một lần): {token}", "API token (shown this once): {token}"),
    "working": ("Đang chờ việc", "Waiting for jobs"),
    "doctor_ok": ("Không thấy gì sai", "Nothing is wrong"),
    "doctor_bad": ("Có {count} điều cần xem", "{count} things need attention"),
    "check_python": ("Python {version}", "Python {version}"),
    "check_data": ("Thư mục dữ liệu {path} ghi được", "The data folder {path} can be written"),
    "check_database": ("Cơ sở dữ liệu {kind} trả lời", "The database {kind} answers"),
    "check_tables": ("Bảng đúng phiên bản {version}", "The tables are at version {version}"),
    "check_integrity": ("Tệp dữ liệu nguyên vẹn", "The database file is whole"),
    "check_audit": ("Chuỗi nhật ký liền mạch", "The chain of the audit trail holds"),
    "check_reference": ("Dữ liệu tham chiếu nhất quán", "The reference data agree"),
    "check_front_end": ("Giao diện đã dựng", "The front end is built"),
    "check_rankings": (
        "Không nhu cầu nào chờ xếp hạng: {waiting}",
        "Demands waiting to be ranked: {waiting}",
    ),
    "data_not_writable": ("Không ghi được vào {path}", "Cannot write to {path}"),
    "database_silent": ("Cơ sở dữ liệu không trả lời: {reason}", "The database does not answer: {reason}"),
    "tables_behind": (
        "Bảng ở phiên bản {version}, cần {head}: chạy matchmaker migrate",
        "The tables are at version {version}, {head} is needed: run matchmaker migrate",
    ),
    "integrity_broken": ("Tệp dữ liệu hỏng: {reason}", "The database file is damaged: {reason}"),
    "audit_broken": ("Nhật ký bị đứt ở sự kiện {event}", "The audit trail breaks at event {event}"),
    "reference_wrong": (
        "Dữ liệu tham chiếu có {count} lỗi: {first}",
        "Reference data: {count} faults: {first}",
    ),
    "front_end_missing": ("Giao diện chưa dựng: make run", "The front end is not built: make run"),
}


def sentence(code: str, **facts: Any) -> str:
    """The sentence for a code, "Vietnamese · English"."""
    vietnamese, english = (template.format_map(facts) for template in SENTENCES[code])
    return vietnamese if vietnamese == english else f"{vietnamese} · {english}"
