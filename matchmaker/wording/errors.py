"""Sentences for the codes of refused values and refused actions, in Vietnamese and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from matchmaker.wording import conference_errors, holding_errors, imports, introduction_errors, joining

# code: (Vietnamese, English); {names} are facts.
SENTENCES: dict[str, tuple[str, str]] = {
    **conference_errors.SENTENCES,
    **imports.REFUSALS,
    **holding_errors.SENTENCES,
    **introduction_errors.SENTENCES,
    **joining.SENTENCES,
    # values
    "required": ("Cần điền mục này.", "This is needed."),
    "unknown_field": ("Không có mục này.", "There is no such field."),
    "not_text": ("Phải là chữ.", "Must be text."),
    "too_long": ("Dài quá {max} ký tự.", "Longer than {max} characters."),
    "not_a_number": ("Phải viết bằng số, ví dụ 1500 hoặc 2,5.", "Write a number, for example 1500 or 2.5."),
    "ambiguous_number": (
        "“{value}” có hai cách hiểu: hãy viết {thousands} hoặc {decimal}.",
        "“{value}” can be read in two ways: write {thousands} or {decimal}.",
    ),
    "not_money": (
        "Phải là số đồng, ví dụ 25000, 25k hoặc 1,5 triệu.",
        "Must be an amount of đồng, such as 25000, 25k or 1,5 triệu.",
    ),
    "not_finite": ("Phải là số hữu hạn.", "Must be a finite number."),
    "not_whole": ("Phải là số nguyên, ví dụ 30.", "Must be a whole number, for example 30."),
    "too_small": ("Không được nhỏ hơn {min}.", "Must not be less than {min}."),
    "too_large": ("Không được lớn hơn {max}.", "Must not be more than {max}."),
    "not_yes_or_no": ("Phải là có hoặc không (true, false).", "Must be yes or no (true, false)."),
    "not_a_date": (
        "Phải là ngày có thật, viết 25/11/2026 hoặc 2026-11-25.",
        "Must be a real date, written 25/11/2026 or 2026-11-25.",
    ),
    "date_out_of_range": ("Ngày nằm ngoài khoảng 1990–2100.", "The date lies outside 1990–2100."),
    "not_a_month": ("Tháng phải là số từ 1 đến 12: {value}.", "A month is a number from 1 to 12: {value}."),
    "not_a_list": ("Phải là danh sách.", "Must be a list."),
    "too_many": ("Nhiều quá {max} mục.", "More than {max} items."),
    "unknown_choice": ("“{value}” không có trong: {choices}.", "“{value}” is none of: {choices}."),
    "unknown_unit": ("Không biết đơn vị “{value}”.", "Unknown unit “{value}”."),
    "not_a_certificate": (
        "Giấy chứng nhận phải là MÃ hoặc MÃ@năm-tháng-ngày: “{value}”.",
        "A certificate is CODE or CODE@year-month-day: “{value}”.",
    ),
    "not_a_place": ("Nơi chốn phải là chữ hoặc một đối tượng.", "A place is text or an object."),
    "unknown_place": ("Không tìm thấy nơi “{value}”.", "The place “{value}” was not found."),
    "place_same_name": (
        "Nhiều nơi tên “{value}”; ghi rõ xã và tỉnh: {candidates}.",
        "Several places are called “{value}”; name commune and province: {candidates}.",
    ),
    "place_province_only": (
        "“{value}” chỉ là tên tỉnh; cần xã hoặc thị trấn (ví dụ: {candidates}).",
        "“{value}” is only a province; name a commune or town (for example {candidates}).",
    ),
    "place_misspelt": (
        "Không có nơi “{value}”; có phải: {candidates}?",
        "There is no place “{value}”; is it one of: {candidates}?",
    ),
    "place_unit_unknown": (
        "Không có đơn vị “{value}” trên bản đồ; có phải: {candidates}?",
        "No unit “{value}” is on the map; is it one of: {candidates}?",
    ),
    "place_conflict": (
        "Các tên trong “{value}” không cùng một nơi: {candidates}.",
        "The names in “{value}” do not lie in each other: {candidates}.",
    ),
    "outside_country": ("Toạ độ nằm ngoài Việt Nam.", "The coordinates lie outside Viet Nam."),
    "coordinates_incomplete": ("Cần cả vĩ độ và kinh độ.", "Both latitude and longitude are needed."),
    "not_an_id": (
        "Mã chỉ gồm chữ không dấu, số, dấu . _ - và dài tối đa 64.",
        "An id has plain letters, digits, . _ - and at most 64 of them.",
    ),
    "price_order": ("Giá thấp nhất lớn hơn giá cao nhất.", "The lowest price is above the highest."),
    "days_taken": (
        "Đã có dòng cho đúng những ngày này: hãy sửa dòng ấy trong bảng.",
        "There is a row for just these days already: change that row in the table.",
    ),
    "date_order": ("Ngày bắt đầu sau ngày kết thúc.", "The first day is after the last."),
    "reason_required": ("Từ chối thì cần chọn lý do.", "A rejection needs a reason."),
    "reason_not_wanted": ("Chỉ từ chối mới có lý do.", "Only a rejection has a reason."),
    "note_required": ("Lý do “khác” thì cần ghi chú.", "The reason “other” needs a note."),
    "other_id": ("Mã trong nội dung phải là “{id}”.", "The id in the body must be “{id}”."),
    "reserved_id": (
        "“{value}” là tên trang của hệ thống; hãy chọn mã khác.",
        "“{value}” names a page of the service; choose another id.",
    ),
    "valid_until_past": (
        "Hạn trả lời {value} đã qua; hãy ghi ngày chưa tới.",
        "The last day {value} has passed; name a day to come.",
    ),
    "duplicate_key": ("Mục “{value}” ghi hai lần.", "“{value}” is given twice."),
    "bad_host": ("Tên máy chủ trong yêu cầu không đúng.", "The request names a host that is not ours."),
    "not_an_object": ("Mỗi bản ghi phải là một đối tượng.", "A record must be an object."),
    "not_utf8": ("Dòng này không phải UTF-8.", "This line is not UTF-8."),
    "line_too_long": ("Dòng dài quá {max} byte.", "The line is longer than {max} bytes."),
    "empty_file": ("Tệp không có bản ghi nào.", "The file holds no record."),
    "not_json": ("Không đọc được JSON.", "This is not JSON."),
    "not_an_email": ("Địa chỉ thư điện tử không hợp lệ.", "Not an e-mail address."),
    # reference data
    "reason_missing": (
        "Cần ghi lý do, để người sau biết vì sao đổi.",
        "A reason is needed, so that others know why this was changed.",
    ),
    "one_price": (
        "Ghi giá một kg hoặc giá cả chuyến, chỉ một trong hai.",
        "Give the price of a kilogram or of the trip, one of the two.",
    ),
    "both_ends": ("Ghi cả nơi đi và nơi đến, hoặc khoảng km.", "Give both places, or a band of km."),
    "band_order": ("Số cuối phải lớn hơn số đầu.", "The end must be above the beginning."),
    "place_asked": (
        "“{value}” có thể là: {names}. Ghi rõ xã và tỉnh.",
        "“{value}” may be: {names}. Name commune and province.",
    ),
    "place_not_found": (
        "Không tìm thấy nơi “{value}”, hoặc mới chỉ là tên tỉnh.",
        "“{value}” is not found, or only names a province.",
    ),
    "withdrawn_already": ("Dòng này đã thôi dùng.", "It is out of use already."),
    "too_few_quotes": ("Chưa đủ báo giá để hiệu chỉnh.", "There are too few quotes for a calibration."),
    "fit_no_better": (
        "Khớp không đúng hơn cước đang tính; không áp dụng.",
        "The fit is no better than what is computed; it is not adopted.",
    ),
    "nothing_to_fit": ("Không có gì thay đổi.", "Nothing would change."),
    "not_positive": ("Phải lớn hơn 0.", "Must be more than 0."),
    "day_to_come": ("Ngày này chưa tới.", "This day is still to come."),
    "delivered_unsigned": ("Ngày này trước khi ký hợp đồng.", "On this day no contract had been signed yet."),
    "nothing_changed": ("Chưa có gì thay đổi.", "Nothing has been changed."),
    "no_letter": ("Tên phải có chữ cái.", "A name must have letters."),
    "market_known": (
        "Mặt hàng này đã có dòng cho thị trường này; hãy mở dòng đó để sửa.",
        "There is an entry of this product for this market already; open that one to change it.",
    ),
    "unknown_kind": (
        "Danh mục không có mặt hàng “{value}”; hãy chọn một tên gợi ý.",
        "The catalogue has no product “{value}”; choose one of the names suggested.",
    ),
    "several_kinds": (
        "Nhiều mặt hàng cùng tên “{value}”; hãy ghi mã: {keys}.",
        "Several products are called “{value}”; write the key: {keys}.",
    ),
    "unknown_key": ("Không có mặt hàng mang mã “{value}”.", "No product has the key “{value}”."),
    "circle": (
        "Mặt hàng này không thể nằm dưới chính nó.",
        "A product cannot stand below itself.",
    ),
    "itself": ("Một mặt hàng không thể dễ nhầm với chính nó.", "A product cannot be confused with itself."),
    "variety_without_parent": (
        "Giống thì phải thuộc một mặt hàng.",
        "A variety has to belong to a product.",
    ),
    "one_name_only": (
        "Chỉ ghi một tên, không có dấu chấm phẩy.",
        "Write one name only, without a semicolon.",
    ),
    "others_rest_on_it": (
        "Chưa bỏ được, vì các mục sau còn dựa vào: {names}.",
        "This cannot be taken away, for these rest on it: {names}.",
    ),
    "invalid_value": ("Giá trị không hợp lệ.", "The value is not valid."),
    # actions
    "invalid": ("Có mục chưa đúng; xem từng mục.", "Some fields are not right; see each."),
    "refused": ("Không thực hiện được.", "This was refused."),
    "not_found": ("Không tìm thấy.", "Not found."),
    "not_allowed": ("Bạn không có quyền làm việc này.", "You may not do this."),
    "not_signed_in": ("Cần đăng nhập.", "Please sign in."),
    "conflict": ("Trái với dữ liệu đang có.", "This conflicts with what is stored."),
    "duplicate_id": ("Mã “{id}” đã có.", "The id “{id}” is already taken."),
    "stale": (
        "Người khác vừa sửa mục này; hãy xem lại rồi làm lại.",
        "Somebody has just changed this; look again, then repeat.",
    ),
    "already_accepted": (
        "{by} đã duyệt lúc {at}; hãy xem lại rồi quyết định.",
        "{by} accepted this on {at}; look again, then decide.",
    ),
    "already_rejected": (
        "{by} đã từ chối lúc {at}; hãy xem lại rồi quyết định.",
        "{by} rejected this on {at}; look again, then decide.",
    ),
    "already_held": (
        "{by} đã tạm giữ lúc {at}; hãy xem lại rồi quyết định.",
        "{by} put this on hold on {at}; look again, then decide.",
    ),
    "record_closed": (
        "Mục “{id}” đã đóng, không sửa được nữa; hãy đăng mục mới.",
        "“{id}” is closed and can no longer be changed; enter a new one.",
    ),
    "offer_withdrawn": (
        "Chào bán “{id}” đã được rút; không quyết định được nữa.",
        "The offer “{id}” was withdrawn; there is nothing left to decide.",
    ),
    "demand_withdrawn": (
        "Nhu cầu “{id}” đã đóng; không quyết định được nữa.",
        "The demand “{id}” is closed; there is nothing left to decide.",
    ),
    "match_not_current": (
        "Lần xếp hạng mới nhất không còn ghép hai bên này; hãy xem lại danh sách.",
        "The latest ranking no longer names this pair; look at the list again.",
    ),
    "profile_known": (
        "“{title}” đã có đúng các giá trị này; hãy dùng bản đó.",
        "“{title}” has exactly these values; use that one.",
    ),
    "profile_in_use": (
        "“{title}” đang được dùng.",
        "“{title}” is in use already.",
    ),
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
    "list_has_faults": (
        "Danh sách có {count} ô chưa đúng, nên chưa nhập gì.",
        "{count} cells of the list are not right, so nothing was taken in.",
    ),
    "sheet_too_big": (
        "Tệp quá lớn, kể cả khi giải nén; nhiều nhất {megabytes} MB.",
        "The file is too large, or grows too large when unpacked; at most {megabytes} MB.",
    ),
    "sheet_too_long": (
        "Bảng quá dài hoặc quá rộng: nhiều nhất {rows} dòng và {columns} cột.",
        "The sheet is too long or too wide: at most {rows} rows and {columns} columns.",
    ),
    "sheet_unreadable": (
        "Tệp không phải bảng tính (.xlsx, .xls, .ods, .csv) hoặc đã hỏng; hãy mở ra và lưu lại thành .xlsx.",
        "The file is no spreadsheet (.xlsx, .xls, .ods, .csv) or is damaged; open it and save it as .xlsx.",
    ),
    "sheet_password": (
        "Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        "The file has a password; remove it and send the file again.",
    ),
    "sheet_other_kind": (
        "Đây là tệp {kind}, không phải bảng tính; hãy gửi tệp Excel (.xlsx) hoặc .csv.",
        "This is a {kind} file, not a spreadsheet; send an Excel (.xlsx) or .csv file.",
    ),
    "sheet_too_many": (
        "Tệp có hơn {most} trang tính; hãy tách ra.",
        "The file has more than {most} sheets; split it.",
    ),
    "sheet_no_columns": (
        "Không thấy cột giá và cột nơi đi (hoặc nhà xe); hãy dùng mẫu.",
        "There is no column of prices and of places (or carriers); use the template.",
    ),
    "sheet_empty": ("Tệp không có dòng nào.", "The file has no rows."),
    "sheet_encoding": (
        "Không nhận ra bảng mã của tệp .csv; hãy lưu thành “CSV UTF-8” hoặc .xlsx.",
        "The encoding of the .csv is not known; save it as “CSV UTF-8” or as .xlsx.",
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
    "version_missing": ("Cần gửi If-Match với ETag đã đọc.", "Send If-Match with the ETag that you read."),
    "idempotency_key_reused": (
        "Khoá Idempotency-Key này đã dùng cho nội dung khác.",
        "This Idempotency-Key was used with another body.",
    ),
    "idempotency_key_invalid": (
        "Idempotency-Key phải có từ 1 đến 255 ký tự ASCII in được.",
        "An Idempotency-Key has 1 to 255 printable ASCII characters.",
    ),
    "busy": (
        "Hệ thống đang bận; hãy thử lại sau ít giây.",
        "The service is busy; try again in a few seconds.",
    ),
    "cannot_start": (
        "Chưa khởi động được, hãy xem lại cấu hình: {reason}",
        "Cannot start; please look at the settings: {reason}",
    ),
    "database_failed": ("Cơ sở dữ liệu báo lỗi: {reason}", "The database failed: {reason}"),
    "database_not_empty": (
        "Cơ sở dữ liệu đã có dữ liệu ({tables}); muốn thay hết thì thêm --replace.",
        "The database holds data already ({tables}); give --replace to put the backup in their place.",
    ),
    "archive_other_format": ("Tệp này không phải bản sao lưu.", "This file is no backup."),
    "archive_other_tables": (
        "Bản sao lưu thuộc phiên bản bảng {theirs}, ở đây là {ours}; khôi phục bằng bản ấy rồi nâng cấp.",
        "The backup is of tables {theirs}, these are {ours}; restore it with its own version, then upgrade.",
    ),
    "archive_damaged": (
        "Bản sao lưu hỏng hoặc thiếu ({reason}); chưa khôi phục gì.",
        "The backup is damaged or cut short ({reason}); nothing was restored.",
    ),
    "wrong_side": ("Đơn vị này không phải bên {side}.", "This organisation is not a {side}."),
    "cursor_invalid": ("Con trỏ trang không hợp lệ.", "The page cursor is not valid."),
    "weak_password": ("Mật khẩu cần ít nhất {min} ký tự.", "A password needs at least {min} characters."),
    "unknown_role": ("Không có vai trò “{value}”.", "There is no role “{value}”."),
    "unknown_province": (
        "Không có tỉnh “{value}” trên bản đồ mới.",
        "There is no province “{value}” on the new map.",
    ),
    "member_unknown": ("Không có đơn vị “{value}”.", "There is no organisation “{value}”."),
    # HTTP
    "bad_request": ("Yêu cầu không đúng dạng.", "The request is malformed."),
    "method_not_allowed": (
        "Địa chỉ này không nhận phương thức đó.",
        "This address does not take that method.",
    ),
    "too_big": ("Nội dung gửi lên quá lớn.", "What was sent is too large."),
    "unsupported_media_type": ("Hãy gửi application/json.", "Send application/json."),
    "too_many_requests": (
        "Quá nhiều lần thử; hãy đợi rồi thử lại.",
        "Too many attempts; wait, then try again.",
    ),
    "internal": (
        "Có lỗi bên trong; sự việc đã được ghi lại.",
        "Something failed inside; it has been recorded.",
    ),
}


def sentence(code: str, facts: Mapping[str, Any] | None = None, language: str = "vi") -> str:
    """The sentence for a code in ``vi`` or ``en``; an unknown code reads as an invalid value."""
    vietnamese, english = SENTENCES.get(code, SENTENCES["invalid_value"])
    template = english if language == "en" else vietnamese
    return template.format_map(_Facts(facts or {}))


def message(code: str, facts: Mapping[str, Any] | None = None) -> dict[str, str]:
    """A code with its sentence in both languages: ``{"code", "vi", "en"}``."""
    return {"code": code, "vi": sentence(code, facts, "vi"), "en": sentence(code, facts, "en")}


class _Facts(dict[str, Any]):
    """Facts for a template: missing ones read as an ellipsis, lists are joined, long values are cut."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _shown(value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(_shown, value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:79] + "…"
