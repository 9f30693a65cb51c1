"""The words of a conference's lists, letters and reports, by key: (Vietnamese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # heads of columns
    "no": ("STT", "No."),
    "party": ("Đơn vị", "Organisation"),
    "side": ("Bên", "Side"),
    "province": ("Tỉnh, thành phố", "Province"),
    "delegate": ("Người dự", "Delegate"),
    "position": ("Chức vụ", "Position"),
    "phone": ("Điện thoại", "Telephone"),
    "booth": ("Gian", "Booth"),
    "table": ("Bàn", "Table"),
    "note": ("Ghi chú", "Notes"),
    "heads": ("{n} người", "{n} people"),
    "needs": ("Cần chuẩn bị", "Needs"),
    "goods": ("Sản phẩm", "Products"),
    "day": ("Ngày", "Day"),
    "slot": ("Khung", "Slot"),
    "time": ("Giờ", "Time"),
    "producer": ("Bên bán", "Seller"),
    "buyer": ("Bên mua", "Buyer"),
    "volume": ("Sản lượng", "Quantity"),
    "months": ("Tháng có hàng", "Months"),
    "papers": ("Giấy tờ", "Papers"),
    "place": ("Nơi sản xuất", "Place of production"),
    "packing": ("Quy cách", "Packing"),
    "contact": ("Liên hệ", "Contact"),
    "expected_volume": ("Sản lượng dự kiến", "Expected quantity"),
    "value": ("Giá trị (đồng)", "Value (VND)"),
    "tonnes": ("Tấn", "Tonnes"),
    "other_units": ("Đơn vị tính khác", "Other units"),
    "count": ("Số lượng", "Number"),
    "share": ("Tỷ lệ (%)", "Share (%)"),
    "reason": ("Lý do", "Reason"),
    "result": ("Kết quả", "Result"),
    "signer": ("Người ký", "Signs"),
    "order": ("Lượt", "Turn"),
    "lacking": ("Còn thiếu, cần làm rõ", "Missing or unclear"),
    "asked_by": ("Bên mua yêu cầu", "Asked by"),
    "expires": ("Ngày hết hạn", "Valid until"),
    "met": ("Đã gặp", "Met"),
    "address": ("Địa chỉ", "Address"),
    "link": ("Liên kết riêng", "Personal link"),
    "next_on": ("Hẹn ngày", "Next on"),
    "stage": ("Đang ở bước", "Stage"),
    "after_months": ("Sau {n} tháng ({day})", "After {n} months ({day})"),
    "meetings_in_slots": ("Số cuộc gặp", "Meetings"),
    # sides
    "producers": ("Đơn vị bán hàng", "Sellers"),
    "buyers": ("Đơn vị mua hàng", "Buyers"),
    "peers": ("Đơn vị", "Organisations"),
    "no_province": ("Chưa rõ tỉnh, thành phố", "Province not known"),
    # titles
    "delegates_title": ("Danh sách đơn vị, đại biểu tham gia", "Organisations and delegates"),
    "booths_title": ("Danh sách gian hàng", "Booths"),
    "plan_title": ("Sơ đồ gian hàng", "Plan of booths"),
    "tables_title": ("Lịch giao thương theo bàn", "Meetings by table"),
    "participants_title": ("Lịch giao thương theo đơn vị", "Meetings by participant"),
    "slips_title": ("Bảng ghi nhận kết quả giao thương", "Results of meetings"),
    "cards_title": ("Danh sách thẻ đại biểu", "Name cards"),
    "signs_title": ("Biển tên bàn", "Table signs"),
    "interpreters_title": ("Lịch phiên dịch", "Interpreters' timetable"),
    "without_interpreter": ("Cần phiên dịch, chưa có người", "Need an interpreter and have none"),
    "grid_title": ("Lịch giao thương toàn hội nghị", "All meetings"),
    "catalogue_title": ("Danh mục sản phẩm", "Catalogue of products"),
    "signing_title": (
        "Danh sách và kịch bản ký biên bản ghi nhớ",
        "Signing of memoranda: list and order on stage",
    ),
    "signing_list": ("Danh sách các cặp ký", "Pairs that sign"),
    "missing_title": ("Danh sách giấy tờ còn thiếu, sắp hết hạn", "Papers missing or about to lapse"),
    "follow_title": ("Bảng theo dõi sau hội nghị", "Follow-up after the conference"),
    "counted": ("{count} {what}", "{count} {what}"),
    "of_producers": ("đơn vị bán hàng", "sellers"),
    "of_buyers": ("đơn vị mua hàng", "buyers"),
    "of_peers": ("đơn vị", "organisations"),
    "of_booths": ("gian hàng", "booths"),
    "of_products": ("sản phẩm", "products"),
    "of_meetings": ("cuộc gặp", "meetings"),
    "of_pairs": ("cặp", "pairs"),
    "of_papers": ("mục", "items"),
    "none_yet": ("Chưa có mục nào.", "Nothing yet."),
    "version": ("Bản {number}", "Version {number}"),
    "version_replaces": ("Bản {number} – thay bản {before}", "Version {number} – replaces version {before}"),
    "personal_data": (
        "Có dữ liệu cá nhân: chỉ dùng trong ban tổ chức, không phát tán.",
        "Holds personal data: for the organizers only.",
    ),
    "lapsed": ("đã hết hạn {day}", "lapsed {day}"),
    "lapses": ("hết hạn {day}", "until {day}"),
    "stars": ("{name} {stars} sao", "{name}, {stars} stars"),
    # official heads
    "country": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "unit_blank": ("(Tên cơ quan, tổ chức)", "(Name of the organisation)"),
    "number": ("Số: {number}", "No. {number}"),
    "place_date": ("{place}, ngày … tháng {month} năm {year}", "{place}, {month}/{year}"),
    "place_blank": ("…………", "…………"),
    "copies": ("Nơi nhận:", "Copies to:"),
    "archive": ("Lưu: VT.", "File."),
    "as_above": ("Như trên;", "As above;"),
    "annex": ("Phụ lục {number}", "Annex {number}"),
    "annex_of": (
        "(Kèm theo Báo cáo số {number} ngày … tháng … năm {year} của {unit})",
        "(With report no. {number} of {year} by {unit})",
    ),
    "signer_title": ("Thủ trưởng đơn vị", "Head of the organisation"),
    "organisers": ("Ban Tổ chức", "The organizers"),
}

# What a meeting ended with, and the steps ticked on its slip.
OUTCOMES: dict[str, tuple[str, str]] = {
    "met": ("Đã gặp", "Met"),
    "producer_absent": ("Bên bán vắng", "Seller absent"),
    "buyer_absent": ("Bên mua vắng", "Buyer absent"),
    "both_absent": ("Hai bên vắng", "Both absent"),
    "cancelled": ("Hủy", "Cancelled"),
}
STEPS: dict[str, tuple[str, str]] = {
    "interested": ("Quan tâm", "Interested"),
    "sample": ("Gửi mẫu", "Sample"),
    "quote": ("Báo giá", "Quotation"),
    "visit": ("Khảo sát", "Site visit"),
    "mou": ("Ký ghi nhớ", "Memorandum"),
    "unfit": ("Không phù hợp", "Does not fit"),
}
AGREEMENTS: dict[str, tuple[str, str]] = {
    "mou": ("Biên bản ghi nhớ", "Memoranda of understanding"),
    "framework": ("Hợp đồng nguyên tắc", "Framework contracts"),
    "contract": ("Hợp đồng mua bán, đơn hàng", "Purchase contracts and orders"),
}
STAGES: dict[str, tuple[str, str]] = {
    "introduced": ("Đã giới thiệu hai bên", "Both sides introduced"),
    "scheduled": ("Đã xếp lịch", "Scheduled"),
    "met": ("Đã gặp", "Met"),
    "no_show": ("Vắng", "Absent"),
    "sample": ("Gửi mẫu", "Sample"),
    "quote": ("Báo giá", "Quotation"),
    "visit": ("Khảo sát vùng/cơ sở", "Site visit"),
    "mou": ("Ký biên bản ghi nhớ", "Memorandum signed"),
    "framework": ("Ký HĐ nguyên tắc", "Framework contract"),
    "contract": ("HĐ mua bán", "Purchase contract"),
    "delivered": ("Đã giao lần đầu", "First delivery"),
    "ongoing": ("Duy trì", "Ongoing"),
    "closed": ("Kết thúc", "Closed"),
    "failed": ("Không thành", "Failed"),
}


def word(key: str, lang: str, **facts: object) -> str:
    """A word or sentence of the papers in one language, with its facts filled in."""
    text = WORDS[key][lang == "en"]
    return text.format(**facts) if facts else text


def named(table: dict[str, tuple[str, str]], code: str, lang: str) -> str:
    """The name of a code; the code itself where it has none."""
    pair = table.get(code)
    return pair[lang == "en"] if pair else code
