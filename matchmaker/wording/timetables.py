"""Words on the making of a timetable: how far a run is and how it ended, what made a version and changed."""

from __future__ import annotations

STAGE: dict[str, tuple[str, str]] = {
    "": ("Đang chờ đến lượt", "Waiting for its turn"),
    "first": ("Đã có lịch đầu tiên", "A first timetable is there"),
    "selected": ("Đã chọn các cuộc nên gặp", "The meetings worth holding are chosen"),
    "timed": ("Đã xếp vào khung giờ", "Meetings have their times"),
    "improved": ("Đang cải thiện", "Being improved"),
    "compacted": ("Đang bớt khoảng chờ", "Closing gaps"),
    "seated": ("Đã xếp bàn", "Meetings have their tables"),
}

RUN: dict[str, tuple[str, str]] = {
    "queued": ("Đang chờ", "Waiting"),
    "running": ("Đang xếp", "Under way"),
    "done": ("Đã xong", "Done"),
    "failed": ("Không xong", "Failed"),
    "cancelled": ("Đã dừng", "Stopped"),
}

CAUSE: dict[str, tuple[str, str]] = {
    "planned": ("Xếp lịch", "Arranged"),
    "moved": ("Chuyển một cuộc gặp", "One meeting moved"),
    "repaired": ("Xếp lại trong ngày", "Repaired on the day"),
    "restored": ("Lấy lại bản trước", "An earlier version restored"),
}

CHANGE: dict[str, tuple[str, str]] = {
    "kept": ("giữ nguyên", "kept"),
    "moved": ("đổi giờ", "another time"),
    "reseated": ("đổi bàn", "another table"),
    "lost": ("bỏ", "dropped"),
    "added": ("thêm", "added"),
}

# How a participant's answer on its wishes came.
SOURCE: dict[str, tuple[str, str]] = {
    "link": ("qua đường dẫn riêng", "by personal link"),
    "paper": ("phiếu giấy", "on paper"),
    "officer": ("ban tổ chức ghi", "entered by an organizer"),
    "file": ("bảng tính", "spreadsheet"),
}
