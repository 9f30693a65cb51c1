"""What is said of lists sent as spreadsheets: of their cells, rows, columns and state, in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording import doubts, fields

Pair = tuple[str, str]

STATUS: dict[str, Pair] = {
    "checking": ("đang đọc", "being read"),
    "checked": ("chờ duyệt", "to be reviewed"),
    "taking": ("đang nhập", "being taken in"),
    "taken": ("đã nhập", "taken in"),
    "undone": ("đã hoàn tác", "undone"),
    "failed": ("không đọc được", "not read"),
}
DOES: dict[str, Pair] = {
    "create": ("thêm mới", "new"),
    "change": ("sửa", "changed"),
    "keep": ("giữ nguyên", "unchanged"),
    "closed": ("đã đóng, bỏ qua", "closed, left alone"),
    "bad": ("chưa nhập được", "refused"),
}
KIND: dict[str, Pair] = {"offer": ("Chào bán", "Offers"), "demand": ("Nhu cầu mua", "Demands")}
WHY: dict[str, Pair] = {
    "name": ("theo tên cột", "by its name"),
    "alike": ("tên gần giống", "by a like name"),
    "content": ("đoán theo nội dung", "guessed by content"),
    "remembered": ("đã chọn lần trước", "chosen before"),
    "chosen": ("đã chọn", "chosen"),
    "": ("chưa biết", "unknown"),
}
ALIKE: dict[str, Pair] = {
    "same": ("trùng tên", "same name"),
    "name": ("tên giống {likeness} %", "name {likeness} % alike"),
    "place": ("cùng nơi, tên giống {likeness} %", "same place, name {likeness} % alike"),
    "phone": ("trùng số điện thoại", "same telephone"),
    "tax_code": ("trùng mã số thuế", "same tax code"),
}
NOTES: dict[str, Pair] = {
    "formulas": ("Ô công thức được đọc theo kết quả đã lưu.", "Formulas are read as their saved results."),
    "macros": ("Tệp có macro; máy không chạy.", "The file has macros; they are not run."),
    "links": ("Tệp có liên kết ra ngoài; máy không mở.", "The file has external links; they are not opened."),
    "TCVN3": ("Chữ gõ kiểu TCVN3 (.VnTime) đã đổi sang Unicode.", "TCVN3 letters were turned into Unicode."),
    "VNI": ("Chữ gõ kiểu VNI đã đổi sang Unicode.", "VNI letters were turned into Unicode."),
    "windows-1258": ("Bảng mã windows-1258 đã đổi sang Unicode.", "Windows-1258 was turned into Unicode."),
}
# Names of columns that are no fields of a record.
MORE_FIELDS: dict[str, Pair] = {
    "ignore": ("Bỏ qua cột này", "Leave this column out"),
    "producer": ("Bên bán (HTX, cơ sở, hộ)", "Seller (cooperative, firm, household)"),
    "buyer": ("Bên mua", "Buyer"),
    "legal_form": ("Loại hình", "Type of organisation"),
    "tax_code": ("Mã số thuế", "Tax code"),
    "address": ("Địa chỉ trụ sở", "Registered address"),
    "contact_role": ("Chức vụ", "Position"),
    "email": ("Email", "Email"),
    "old_district": ("Huyện (cũ)", "District (former)"),
    "retail_price": ("Giá bán lẻ (chỉ lưu)", "Retail price (kept only)"),
    "ocop_decision": ("Số quyết định OCOP", "OCOP decision number"),
    "ocop_decided_on": ("Ngày quyết định OCOP", "OCOP decision date"),
    "grade": ("Phẩm cấp", "Grade"),
    "sold_at": ("Đang bán ở đâu", "Sold at"),
    "max_payment_days": ("Chịu công nợ tối đa (ngày)", "Longest payment term (days)"),
    "max_discount_pct": ("Chiết khấu tối đa (%)", "Highest discount (%)"),
    "delivery_rhythm": ("Nhịp giao hàng", "Delivery rhythm"),
}
# Why a list was not checked, taken in or undone.
REFUSALS: dict[str, Pair] = {
    "import_not_ready": (
        "Danh sách này vừa thay đổi hoặc đang được xử lý; hãy mở lại trang rồi làm tiếp.",
        "This list has just changed or is being worked on; open the page again and go on from there.",
    ),
    "import_changes_nothing": (
        "Danh sách này không thêm, không sửa gì, nên không có gì để nhập.",
        "This list adds and changes nothing, so there is nothing to take in.",
    ),
    "import_outdated": (
        "Có bản ghi đã được nhập hoặc sửa từ lúc xem trước, nên chưa nhập gì; hãy đọc lại danh sách.",
        "Records were entered or changed since the dry run, so nothing was taken in; read the list again.",
    ),
    "import_in_use": (
        "{count} bản ghi của danh sách đã được sửa, duyệt hoặc giữ hàng ({names}), nên chưa hoàn tác gì.",
        "{count} records of it were changed, decided on or held since ({names}); nothing was undone.",
    ),
}
CELLS: dict[str, Pair] = {
    "cell_unread": (
        "Chưa hiểu “{value}”; để trống, cần hỏi lại.",
        "“{value}” was not understood; left empty, ask.",
    ),
    "cell_formula_error": (
        "Ô công thức báo lỗi {value}; để trống.",
        "The formula gives the error {value}; left empty.",
    ),
    "as_above": (
        "Ô trống, hiểu là như dòng trên: “{value}”.",
        "Left empty, taken as in the row above: “{value}”.",
    ),
    "cell_turned_to_date": (
        "Bảng tính đã đổi ô này thành ngày {value}; có phải ý là các tháng?",
        "The spreadsheet turned this cell into the date {value}; were months meant?",
    ),
    "not_a_date": (
        "Chỉ có tháng, năm ({value}); cần ngày.",
        "Month and year only ({value}); a day is needed.",
    ),
    "price_open": ("Giá để thỏa thuận; để trống.", "The price is to be agreed; left empty."),
    "papers_not_yet": ("Nói là chưa có: {papers}.", "Said to be lacking: {papers}."),
    "papers_unread": ("Không thấy giấy nào trong “{value}”.", "No paper was found in “{value}”."),
    "choice_taken": ("“{value}” được hiểu là {code}; cần hỏi lại.", "“{value}” is taken for {code}; ask."),
    "zero_put_back": ("Bảng tính làm mất số 0 đầu; đã thêm lại.", "The leading zero was lost; put back."),
    "months_added_up": (
        "Cộng lượng các tháng thành {quantity} mỗi năm; cần xem đơn vị.",
        "The months’ amounts add up to {quantity} a year; see the unit.",
    ),
    "ocop_expiry_counted": (
        "Hạn OCOP tính 36 tháng từ ngày {decided}.",
        "OCOP expiry counted as 36 months from {decided}.",
    ),
    "several_products": (
        "Một dòng có nhiều sản phẩm (“{value}”); nên tách mỗi sản phẩm một dòng.",
        "Several products in one row (“{value}”); better a row for each.",
    ),
    "row_twice": ("Trùng mã {id} với dòng {row}.", "Same id {id} as in row {row}."),
}


def said(table: Mapping[str, Pair], code: str, lang: str, **facts: Any) -> str:
    """The words of a code; an unknown one as it is."""
    pair = table.get(code)
    return pair[lang == "en"].format(**facts) if pair else code


def mark(code: str, facts: Mapping[str, Any], lang: str) -> str:
    """What is to be said of a cell."""
    if lang in facts:
        return str(facts[lang])
    if code in CELLS:
        return CELLS[code][lang == "en"].format_map(doubts.Facts(facts))
    return doubts.sentence(code, facts, lang)


def field(name: str, lang: str) -> str:
    """The name of a column's field; of ``month:7`` the month."""
    if name.startswith("month:"):
        return ("Tháng ", "Month ")[lang == "en"] + name.removeprefix("month:")
    pair = MORE_FIELDS.get(name) or fields.FIELD.get(name)
    return pair[lang == "en"] if pair else name
