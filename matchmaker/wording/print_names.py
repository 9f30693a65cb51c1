"""The prints of a conference: what each is called and what it is for; the names of their files (vi, en)."""

from __future__ import annotations

# code: (name vi, name en, what for vi, what for en)
PRINTS: dict[str, tuple[str, str, str, str]] = {
    "delegates": (
        "Danh sách đơn vị, đại biểu",
        "Organisations and delegates",
        "Đón tiếp, điểm danh; theo tỉnh, thành phố.",
        "For the reception, by province.",
    ),
    "booths": (
        "Danh sách gian hàng",
        "Booths",
        "Bố trí và kiểm tra gian hàng.",
        "For setting up and checking the booths.",
    ),
    "plan": ("Sơ đồ gian hàng", "Plan of booths", "Dán ở cửa vào.", "For the entrance."),
    "tables": (
        "Lịch theo bàn",
        "Timetable by table",
        "Đặt trên từng bàn giao thương.",
        "One for each table.",
    ),
    "participants": (
        "Lịch theo đơn vị",
        "Timetable by participant",
        "Phát cho từng đơn vị; nửa trang một đơn vị, cắt theo vạch.",
        "To hand out: half a page each, cut along the marks.",
    ),
    "grid": (
        "Lịch toàn hội nghị",
        "Whole timetable",
        "Dán ở bàn thư ký và cửa hội trường.",
        "For the secretaries' desk and the door of the hall.",
    ),
    "interpreters": (
        "Lịch phiên dịch",
        "Interpreters",
        "Phát cho người phiên dịch: ai ở bàn nào, lúc nào.",
        "For the interpreters: who is at which table when.",
    ),
    "slips": (
        "Phiếu ghi nhận kết quả",
        "Result slips",
        "Mỗi cuộc gặp một phiếu; quét mã QR để nhập kết quả.",
        "One for each meeting; scan the code to enter the result.",
    ),
    "cards": (
        "Thẻ đại biểu",
        "Name cards",
        "Tám thẻ một tờ; mã QR mở trang riêng của đơn vị.",
        "Eight to a sheet; the code opens the participant's own page.",
    ),
    "signs": (
        "Biển tên bàn",
        "Table signs",
        "Gập đôi, đọc được từ hai phía.",
        "Fold in two; read from both sides.",
    ),
    "catalogue": (
        "Danh mục sản phẩm",
        "Catalogue of products",
        "Gửi bên mua trước hội nghị; không có giá và số điện thoại.",
        "For buyers before the conference; without prices and telephones.",
    ),
    "signing": (
        "Danh sách, kịch bản ký ghi nhớ",
        "Signing: list and order on stage",
        "Cho người dẫn chương trình và lễ tân.",
        "For the host and the ushers.",
    ),
    "memoranda": (
        "Biên bản ghi nhớ",
        "Memoranda of understanding",
        "Mỗi cặp một biên bản điền sẵn; chưa có phiếu ký thì in cho mọi cuộc gặp.",
        "Filled in for each pair that signs; before the meetings, for each that meets.",
    ),
    "missing": (
        "Giấy tờ còn thiếu",
        "Missing papers",
        "Gọi nhắc đơn vị bổ sung trước hội nghị.",
        "For reminding participants before the conference.",
    ),
    "report": (
        "Báo cáo tổng hợp và phụ lục",
        "Report with annexes",
        "Trình UBND tỉnh, Bộ Công Thương; sửa trên tệp Word.",
        "For the province and the ministry; edit the Word file.",
    ),
    "follow": (
        "Bảng theo dõi sau hội nghị",
        "Follow-up",
        "Gọi hỏi sau 1, 3, 6, 12 tháng.",
        "For calls after 1, 3, 6 and 12 months.",
    ),
    "invitations": (
        "Giấy mời",
        "Invitations",
        "Gửi từng đơn vị, có liên kết riêng để ghi nguyện vọng.",
        "For each participant, with its own link for its wishes.",
    ),
}
FOLDERS: dict[str, tuple[str, str]] = {
    "pdf": ("In (PDF)", "Print (PDF)"),
    "xlsx": ("Bảng tính (Excel)", "Spreadsheets (Excel)"),
    "docx": ("Văn bản (Word)", "Texts (Word)"),
}
FORMS: dict[str, str] = {"pdf": "PDF", "xlsx": "Excel", "docx": "Word"}


def name(code: str, lang: str) -> str:
    """What a print is called."""
    return PRINTS[code][lang == "en"]


def purpose(code: str, lang: str) -> str:
    """What a print is for."""
    return PRINTS[code][2 + (lang == "en")]


def file_name(code: str, number: str, form: str, lang: str) -> str:
    """ "03 Lịch theo bàn.pdf"."""
    return f"{number} {name(code, lang)}.{form}"
