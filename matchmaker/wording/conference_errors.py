"""What can be wrong with a conference: its preparation, its day and its results; part of ``errors``."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # preparing a conference
    "not_a_time": (
        "Giờ phải viết như 8:00 hoặc 13h30: “{value}”.",
        "Write a time as 8:00 or 13:30: “{value}”.",
    ),
    "not_a_span": (
        "Giờ nghỉ viết như 9:40-10:00, cách nhau bằng dấu chấm phẩy: “{value}”.",
        "Write a break as 9:40-10:00, several with semicolons between: “{value}”.",
    ),
    "span_order": (
        "Giờ kết thúc phải sau giờ bắt đầu: {value}.",
        "The end must be after the start: {value}.",
    ),
    "not_slots": (
        "Khung giờ ghi bằng số, ví dụ 1-3; 7: “{value}”.",
        "Write slots by number, for example 1-3; 7: “{value}”.",
    ),
    "unknown_slots": ("Không có khung giờ số {value}.", "There is no time slot {value}."),
    "not_interpreters": (
        "Phiên dịch ghi như vi-en: 2 (ngôn ngữ và số người),"
        " hay vi-en: 2 (5-8) nếu chỉ có mặt ở các khung đó: “{value}”.",
        "Write interpreters as vi-en: 2 (languages and how many),"
        " or vi-en: 2 (5-8) for those slots alone: “{value}”.",
    ),
    "not_closed_at": (
        "Ghi bàn, dấu hai chấm, rồi các khung giờ, ví dụ 5: 1-2: “{value}”.",
        "Write the table, a colon, then the slots, for example 5: 1-2: “{value}”.",
    ),
    "unknown_table": ("Không có bàn “{value}”.", "There is no table “{value}”."),
    "limits_order": (
        "Số cuộc ít nhất lớn hơn số cuộc nhiều nhất.",
        "The fewest meetings are more than the most.",
    ),
    "session_without_slot": (
        "Buổi {number} không đủ dài cho một cuộc gặp.",
        "Session {number} is too short for a meeting.",
    ),
    "sessions_overlap": (
        "Buổi {number} và buổi {other} trùng giờ nhau.",
        "Sessions {number} and {other} share time.",
    ),
    "at_session": ("Buổi {number}, {field}: {reason}", "Session {number}, {field}: {reason}"),
    "cannot_meet": (
        "Không có trong danh sách các bên có thể gặp: {value}.",
        "Not among those who can be met: {value}.",
    ),
    "header_missing": (
        "Không thấy dòng tiêu đề có cột “Tên” hoặc “Mã”.",
        "No header row with a column “Name” or “Id” was found.",
    ),
    "row_twice": ("Đơn vị “{id}” có ở hai dòng.", "“{id}” stands in two rows."),
    "no_session": ("Cần ít nhất một buổi.", "At least one session is needed."),
    # wishes and timetables
    "not_the_latest_timetable": (
        "Lịch này đã có bản mới hơn; hãy mở bản mới nhất.",
        "There is a newer version of this timetable; open the latest.",
    ),
    "breaks_a_rule": (
        "Chuyển như vậy trái quy tắc của hội nghị.",
        "This move would break a rule of the conference.",
    ),
    "participant_has_meetings": (
        "Đơn vị này đã có cuộc gặp trong lịch nên không bỏ được; nếu không đến, hãy ghi vắng ở “Trong ngày”.",
        "This participant has meetings in the timetable and cannot be removed; note it as absent on the day.",
    ),
    "nobody_takes_part": (
        "Hội nghị chưa có đơn vị nào, nên chưa xếp lịch được.",
        "Nobody takes part in the conference yet, so nothing can be arranged.",
    ),
    "wishes_closed": (
        "Đã hết hạn nhận nguyện vọng; xin liên hệ ban tổ chức.",
        "The time for wishes is over; please ask the organizers.",
    ),
    "too_many_musts": (
        "Chỉ chọn nhiều nhất {max} bên nhất định phải gặp; các bên khác xin chọn “muốn gặp”.",
        "At most {max} can be marked as must; mark the others as wanted.",
    ),
    "published_already": (
        "Bản lịch số {number} đã được phát hành.",
        "Version {number} of the timetable has been handed out already.",
    ),
    "planning_runs": (
        "Máy đang xếp lịch hội nghị này; hãy đợi, hoặc dừng lần xếp đó.",
        "This conference is being arranged already; wait, or stop that run.",
    ),
    "planning_interrupted": (
        "Việc xếp lịch bị ngắt giữa chừng; hãy xếp lại.",
        "The run was interrupted; start it again.",
    ),
    "changed_while_planning": (
        "Hội nghị được sửa trong lúc máy xếp lịch, nên lịch đó không còn đúng; hãy xếp lại.",
        "The conference was changed while it was arranged, so that timetable no longer holds; start again.",
    ),
    "slots_in_use": (
        "Lịch mới nhất đang có cuộc gặp ở khung giờ sẽ mất; hãy giữ khung đó.",
        "The latest timetable has meetings in a time slot that would go; keep that slot.",
    ),
    "tables_in_use": (
        "Bàn sẽ bớt là bàn cố định của một đơn vị hoặc đang có cuộc gặp; hãy đổi bàn của đơn vị đó trước.",
        "A table that would go is somebody's own or has meetings; give that participant another table first.",
    ),
    "no_timetable_in_time": (
        "Chưa tìm được lịch đủ mọi cuộc bắt buộc trong {seconds} giây.",
        "No timetable with every required meeting was found in {seconds} s.",
    ),
    # the day of a conference, and after
    "slot_required": ("Chọn khung giờ.", "Choose a time slot."),
    "slot_is_past": ("Khung {value} đã qua.", "Slot {value} is past."),
    "no_timetable_yet": ("Chưa có lịch nào để sửa.", "There is no timetable yet to repair."),
    "no_repair": (
        "Chưa tìm được phương án trong {seconds} giây; hãy thử lại, hoặc bớt điều phải giữ.",
        "No way was found in {seconds} s; try again, or hold fewer things fixed.",
    ),
    "proposal_lost": (
        "Phương án này không còn dùng được; hãy tính lại.",
        "This proposal can no longer be used; have it made again.",
    ),
    "meeting_locked": (
        "Cuộc gặp này đang khóa; hãy mở khóa trước khi chuyển.",
        "This meeting is locked; unlock it before moving it.",
    ),
    "is_the_latest_timetable": ("Đây đang là bản mới nhất.", "This is the latest version already."),
    "version_does_not_fit": (
        "Bản này dùng một đơn vị, khung giờ hoặc bàn không còn nữa.",
        "This version uses a participant, slot or table that is gone.",
    ),
    "only_where_met": ("Chỉ ghi khi hai bên đã gặp.", "Only where the two met."),
    "unfit_alone": (
        "“Không phù hợp” thì không chọn thêm kết quả khác.",
        "“Does not fit” stands alone.",
    ),
    "unfit_reason": ("Không phù hợp thì cần chọn lý do.", "What does not fit needs a reason."),
    "unfit_reason_only": (
        "Chỉ ghi lý do khi không phù hợp hoặc không thành.",
        "A reason is only for what does not fit or failed.",
    ),
    "unit_required": ("Có số lượng thì cần đơn vị tính.", "A quantity needs its unit."),
    "quantity_required": ("Có đơn vị tính thì cần số lượng.", "A unit needs its quantity."),
    "slip_typed_meanwhile": (
        "{by} đã nhập phiếu này lúc {at}; dưới đây là phiếu đã nhập.",
        "{by} typed in this slip on {at}; it is shown below.",
    ),
    "slip_not_found": (
        "Không tìm thấy phiếu “{value}”. Quét mã, hoặc gõ khung và bàn (ví dụ 3 T12), hoặc tên một bên.",
        "No slip “{value}”. Scan its code, or type slot and table (for example 3 T12), or a party’s name.",
    ),
    "guest_not_found": ("Không có đơn vị nào mang mã “{value}”.", "No participant has the code “{value}”."),
}
