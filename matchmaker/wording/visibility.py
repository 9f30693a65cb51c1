"""Names of permissions, fields and viewers, for the page of who may do and see what."""

from __future__ import annotations

PERMISSION: dict[str, tuple[str, str]] = {
    "see_board": ("Xem bảng kết nối", "See the matching board"),
    "see_demands": ("Xem nhu cầu (trong phạm vi của mình)", "See demands (within one’s scope)"),
    "post_demand": ("Đăng nhu cầu", "Post demands"),
    "change_demand": ("Sửa, đóng nhu cầu", "Change and close demands"),
    "see_offers": ("Xem chào bán (trong phạm vi của mình)", "See offers (within one’s scope)"),
    "post_offer": ("Đăng chào bán", "Post offers"),
    "change_offer": ("Sửa, rút chào bán", "Change and withdraw offers"),
    "see_matches": ("Xem các cặp ghép", "See matches"),
    "decide": ("Duyệt, loại, tạm giữ", "Accept, reject, hold"),
    "see_organisations": ("Xem đơn vị", "See organisations"),
    "change_organisation": ("Sửa đơn vị", "Change organisations"),
    "act_for_member": ("Làm thay thành viên", "Act for members"),
    "import_lists": ("Nhập danh sách", "Import lists"),
    "see_conferences": ("Xem hội nghị", "See conferences"),
    "arrange_conferences": ("Chuẩn bị hội nghị, xếp lịch", "Prepare and arrange conferences"),
    "repair_conferences": ("Sửa lịch trong ngày", "Mend timetables on the day"),
    "record_meetings": ("Ghi kết quả gặp", "Record meetings"),
    "search_reference": ("Tra tên hàng, địa danh", "Look up goods and places"),
    "manage_users": ("Quản lý người dùng, thông số chung", "Manage users and common settings"),
    "see_profiles": ("Xem bộ trọng số", "See profiles"),
    "change_profiles": ("Soạn bộ trọng số", "Draft profiles"),
    "adopt_profile": ("Đưa bộ trọng số vào dùng", "Adopt profiles"),
    "see_reference": ("Xem danh mục", "See the catalogue"),
    "change_lexicon": ("Sửa tên hàng", "Change names of goods"),
    "change_markets": ("Sửa thị trường xuất khẩu", "Change export markets"),
    "change_channels": ("Sửa điều kiện chung của kênh bán", "Change the terms of channels"),
    "change_buyer_terms": ("Sửa điều kiện của bên mua", "Change a buyer’s usual terms"),
    "change_coefficients": ("Sửa thông số vận chuyển", "Change the figures of transport"),
    "fill_orders": ("Gom hàng, giữ hàng", "Fill orders and hold quantities"),
    "let_in": ("Duyệt đăng ký tham gia", "Decide on registrations"),
    "own_account": ("Tài khoản của mình", "One’s own account"),
    "introduce": ("Giới thiệu hai bên", "Introduce both sides"),
    "answer": ("Trả lời giới thiệu", "Answer introductions"),
}

VIEWER: dict[str, tuple[str, str]] = {
    "own": ("Chủ hồ sơ", "Whose record it is"),
    "partner": ("Bên kia của cặp ghép", "The other side of the match"),
    "rival": ("Thành viên khác", "Other members"),
    "office": ("Cán bộ, quản trị", "Officers, administrators"),
    "reader": ("Ban tổ chức, người theo dõi", "Organizers, national readers"),
    "stranger": ("Người ngoài", "Strangers"),
}

STAGE: dict[str, tuple[str, str]] = {
    "1": ("ngay", "at once"),
    "2": ("sau khi duyệt", "once accepted"),
    "3": ("sau khi giới thiệu", "once introduced"),
    "9": ("không", "never"),
}

FIELD: dict[str, tuple[str, str]] = {
    "product": ("Sản phẩm", "Product"),
    "commune": ("Xã, tỉnh", "Commune and province"),
    "amount": ("Sản lượng, lượng cần", "Amounts"),
    "months": ("Các tháng", "Months"),
    "papers": ("Giấy tờ và hạn", "Papers and their last days"),
    "reasons": ("Lý do và điểm", "Reasons and the score"),
    "price": ("Giá", "Price"),
    "party": ("Tên đơn vị", "Name of the organisation"),
    "record": ("Mã hồ sơ", "Id of the record"),
    "wording": ("Lời đã viết, ghi chú", "Free text as written, notes"),
    "person": ("Người liên hệ", "Person to call"),
    "phone": ("Điện thoại", "Telephone"),
    "email": ("Thư điện tử", "E-mail"),
    "tax_code": ("Mã số thuế", "Tax code"),
    "address": ("Địa chỉ đăng ký", "Registered address"),
    "phone_in_text": ("Số điện thoại lẫn trong tên hàng", "Telephone typed into a product’s name"),
    "person_in_text": ("Tên người lẫn trong ghi chú", "Person named in a note"),
    "coordinates": ("Tọa độ", "Coordinates"),
}
