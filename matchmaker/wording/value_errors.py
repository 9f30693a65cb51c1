"""What can be wrong with a value that somebody writes; part of ``errors``."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
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
    "not_an_email": ("Địa chỉ thư điện tử không hợp lệ.", "Not an e-mail address."),
    "invalid_value": ("Giá trị không hợp lệ.", "The value is not valid."),
}
