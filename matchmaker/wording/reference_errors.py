"""What can be wrong with reference data and what is fitted to them; part of ``errors``."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
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
}
