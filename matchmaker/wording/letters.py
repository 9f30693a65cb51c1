"""Sentences of the letters of a conference: report, memoranda, order of signing, invitation (vi, en)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # report
    "report": ("Báo cáo", "Report"),
    "report_about": ("Kết quả {name}", "Results of {name}"),
    "to": ("Kính gửi: {who}", "To: {who}"),
    "to_blank": ("……………………", "……………………"),
    "ministry": ("Bộ Công Thương", "Ministry of Industry and Trade"),
    "opening": (
        "{unit} báo cáo kết quả {name} như sau:",
        "{unit} reports the results of {name} as follows:",
    ),
    "part_1": ("I. TÌNH HÌNH TỔ CHỨC", "I. HOW IT WAS HELD"),
    "when": ("1. Thời gian: {days}.", "1. Time: {days}."),
    "where": ("2. Địa điểm: {venue}.", "2. Place: {venue}."),
    "who": (
        "3. Thành phần: {producers} đơn vị bán hàng của {provinces} tỉnh, thành phố và {buyers} đơn vị "
        "mua hàng; "
        "{booths} gian hàng (Phụ lục I, II).",
        "3. Participants: {producers} sellers from {provinces} provinces and {buyers} buyers; {booths} "
        "booths "
        "(Annexes I, II).",
    ),
    "present": (
        "Theo điểm danh: {arrived} đơn vị có mặt, {absent} đơn vị vắng, {unknown} đơn vị chưa điểm danh.",
        "Checked in: {arrived} present, {absent} absent, {unknown} not seen.",
    ),
    "part_2": ("II. KẾT QUẢ GIAO THƯƠNG", "II. RESULTS OF THE MEETINGS"),
    "meetings": (
        "1. Cuộc gặp giao thương: đã xếp lịch {arranged} cuộc; có phiếu ghi nhận {told} cuộc, trong đó "
        "đã gặp "
        "{held} cuộc (Phụ lục III).",
        "1. Meetings: {arranged} arranged; {told} with a result slip, of which {held} took place (Annex "
        "III).",
    ),
    "steps": (
        "Kết quả ghi trên phiếu (một cuộc gặp có thể có nhiều kết quả):",
        "Results on the slips (a meeting may have several):",
    ),
    "agreements": (
        "2. Ghi nhớ, hợp đồng (Phụ lục IV). Biên bản ghi nhớ, hợp đồng nguyên tắc và hợp đồng mua bán "
        "được thống "
        "kê riêng, không cộng gộp:",
        "2. Memoranda and contracts (Annex IV). Memoranda, framework contracts and purchase contracts "
        "are counted "
        "apart and never added up:",
    ),
    "part_3": ("III. KHÓ KHĂN, VƯỚNG MẮC", "III. DIFFICULTIES"),
    "difficulties": (
        "Các cặp chưa thành hoặc không phù hợp, theo lý do:",
        "Pairs that came to nothing or do not fit, by reason:",
    ),
    "no_difficulties": ("Chưa ghi nhận lý do không thành nào.", "No reason has been recorded."),
    "part_4": ("IV. ĐỀ XUẤT, KIẾN NGHỊ", "IV. RECOMMENDATIONS"),
    "blank_line": ("…………………………………………………………………………", "…………………………………………………………………………"),
    "closing": (
        "Trên đây là báo cáo kết quả {name}./.",
        "This is the report on the results of {name}.",
    ),
    "annex_1": ("Đơn vị tham gia", "Participants"),
    "annex_2": ("Gian hàng", "Booths"),
    "annex_3": ("Kết quả từng cuộc gặp", "Result of each meeting"),
    "annex_4": ("Biên bản ghi nhớ, hợp đồng", "Memoranda and contracts"),
    "kinds": ("Loại văn bản", "Kind"),
    # signing
    "script": ("Kịch bản ký kết", "Order of signing on stage"),
    "script_1": (
        "Người dẫn chương trình mời lãnh đạo chứng kiến lên sân khấu: {witness}.",
        "The host asks the witnesses on stage: {witness}.",
    ),
    "script_turn": (
        "Lượt {turn}: mời đại diện các cặp {numbers} lên sân khấu, bên bán đứng bên trái, bên mua đứng "
        "bên phải bàn ký.",
        "Turn {turn}: the representatives of pairs {numbers} come on stage, sellers on the left, buyers "
        "on the right.",
    ),
    "script_sign": (
        "Các cặp cùng ký hai bản, trao biên bản, bắt tay, chụp ảnh lưu niệm cùng lãnh đạo.",
        "Each pair signs two copies, exchanges them, shakes hands, and is photographed with the witnesses.",
    ),
    "script_end": (
        "Người dẫn chương trình cảm ơn; thư ký thu một bản sao mỗi biên bản để theo dõi.",
        "The host gives thanks; the secretary keeps a copy of each memorandum for the follow-up.",
    ),
    "not_binding": (
        "Biên bản ghi nhớ không ràng buộc pháp lý, không tính vào hợp đồng.",
        "Memoranda are not binding and are not counted as contracts.",
    ),
    # memorandum
    "mou": ("Biên bản ghi nhớ", "Memorandum of understanding"),
    "mou_about": (
        "Về việc hợp tác tiêu thụ sản phẩm",
        "On co-operation in the sale of products",
    ),
    "mou_place": (
        "Hôm nay, ngày … tháng … năm {year}, tại {venue}, trong khuôn khổ {name}, chúng tôi gồm:",
        "Today, …/…/{year}, at {venue}, within {name}, we are:",
    ),
    "side_a": ("BÊN A (bên bán): {name}", "PARTY A (seller): {name}"),
    "side_b": ("BÊN B (bên mua): {name}", "PARTY B (buyer): {name}"),
    "address": ("Địa chỉ: {text}", "Address: {text}"),
    "person": (
        "Đại diện: {name}          Chức vụ: {title}",
        "Represented by: {name}          Position: {title}",
    ),
    "phone": ("Điện thoại: {text}", "Telephone: {text}"),
    "dots": ("……………………", "……………………"),
    "mou_agree": ("Hai bên thống nhất ghi nhớ các nội dung sau:", "The two parties note the following:"),
    "signs_for_pool": (
        "Bên A đứng đầu và ký thay mặt nhóm gom hàng gồm {count} bên.",
        "Party A leads a pool of {count} and signs on its behalf.",
    ),
    "mou_1": (
        "Điều 1. Sản phẩm: {product}.",
        "Article 1. Product: {product}.",
    ),
    "mou_2": (
        "Điều 2. Sản lượng dự kiến: {volume}. Số lượng, quy cách, giá, thời gian và địa điểm giao nhận "
        "cụ thể do hai "
        "bên thỏa thuận trong hợp đồng.",
        "Article 2. Expected quantity: {volume}. Quantities, packing, price, time and place of delivery "
        "are left to a "
        "contract.",
    ),
    "mou_3": (
        "Điều 3. Bên A chuẩn bị hàng mẫu, báo giá và bản sao giấy tờ của sản phẩm (chứng nhận an toàn "
        "thực phẩm, nguồn "
        "gốc, hóa đơn); Bên B phản hồi về mẫu và hướng dẫn tiêu chuẩn, thủ tục nhập hàng.",
        "Article 3. Party A prepares samples, prices and copies of the product's papers (food safety, "
        "origin, "
        "invoices); Party B answers on the samples and explains its standards and procedures.",
    ),
    "mou_4": (
        "Điều 4. Hai bên cử đầu mối liên hệ, trao đổi trước ngày …/…/…… và thông báo kết quả cho Ban Tổ "
        "chức để theo dõi.",
        "Article 4. Each party names a contact, they speak before …/…/……, and tell the organizers the "
        "outcome.",
    ),
    "mou_5": (
        "Điều 5. Biên bản này ghi nhận thiện chí hợp tác, không ràng buộc trách nhiệm pháp lý và không "
        "thay thế hợp đồng. "
        "Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.",
        "Article 5. This memorandum records good will; it is not legally binding and replaces no "
        "contract. There are "
        "two copies, one for each party.",
    ),
    "for_a": ("Đại diện Bên A", "For Party A"),
    "for_b": ("Đại diện Bên B", "For Party B"),
    # invitation
    "invitation": ("Giấy mời", "Invitation"),
    "invitation_about": ("Tham dự {name}", "To {name}"),
    "invites": (
        "{unit} trân trọng kính mời: {party}",
        "{unit} has the honour to invite: {party}",
    ),
    "invited_to": ("Tham dự {name}.", "To take part in {name}."),
    "invited_when": ("Thời gian: {days}.", "Time: {days}."),
    "invited_where": ("Địa điểm: {venue}.", "Place: {venue}."),
    "invited_booth": ("Gian hàng của đơn vị: {booth}.", "Your booth: {booth}."),
    "invited_table": ("Bàn giao thương của đơn vị: {table}.", "Your table: {table}."),
    "invited_link": (
        "Đề nghị đơn vị mở liên kết riêng dưới đây (hoặc quét mã QR trên thẻ đại biểu) để chọn bên muốn gặp "
        "trước ngày {until} và xem lịch gặp:",
        "Please open your own link below (or scan the code on your card) to choose whom you wish to meet "
        "before {until}, and to see your timetable:",
    ),
    "invited_bring": (
        "Đề nghị mang theo hàng mẫu, báo giá và bản sao giấy tờ của sản phẩm. Rất mong đơn vị thu xếp "
        "tham dự./.",
        "Please bring samples, prices and copies of the product's papers. We look forward to seeing you.",
    ),
}


def say(key: str, lang: str, **facts: object) -> str:
    """A sentence of a letter in one language with its facts."""
    text = SENTENCES[key][lang == "en"]
    return text.format(**facts) if facts else text
