"""Names of the codes that records of trade carry: periods, price bases, invoices, storage, terrain, roles."""

from __future__ import annotations

PER: dict[str, tuple[str, str]] = {
    "total": ("tổng cộng", "in total"),
    "day": ("mỗi ngày", "a day"),
    "week": ("mỗi tuần", "a week"),
    "month": ("mỗi tháng", "a month"),
    "quarter": ("mỗi quý", "a quarter"),
    "season": ("mỗi vụ", "a season"),
    "year": ("mỗi năm", "a year"),
    "batch": ("mỗi đợt", "a batch"),
}

PRICE_BASIS: dict[str, tuple[str, str]] = {
    "farm_gate": ("tại nơi sản xuất", "at the place of production"),
    "depot": ("tại kho bên bán", "at the seller's store"),
    "truck_station": ("tại chành xe", "at the truck station"),
    "delivered": ("giao tại kho bên mua", "delivered to the buyer"),
}

INVOICE: dict[str, tuple[str, str]] = {
    "HDDT": ("Hóa đơn điện tử", "Electronic invoice"),
    "HDDT_MTT": ("Hóa đơn điện tử từ máy tính tiền", "Electronic invoice from a cash register"),
    "BANG_KE": ("Bảng kê thu mua (không hóa đơn)", "Purchase list (no invoice)"),
    "KHONG": ("Không có hóa đơn", "No invoice"),
}

STORAGE: dict[str, tuple[str, str]] = {
    "ambient": ("nhiệt độ thường", "ambient"),
    "chilled": ("mát", "chilled"),
    "frozen": ("đông lạnh", "frozen"),
    "live": ("hàng sống", "live"),
}

TERRAIN: dict[str, tuple[str, str]] = {
    "mountain": ("miền núi", "mountains"),
    "highland": ("cao nguyên", "highlands"),
    "midland": ("trung du", "midlands"),
    "delta": ("đồng bằng", "delta"),
    "coast": ("ven biển", "coast"),
    "island": ("hải đảo", "island"),
}

LEGAL_FORM: dict[str, tuple[str, str]] = {
    "DN": ("Doanh nghiệp", "Enterprise"),
    "HTX": ("Hợp tác xã", "Cooperative"),
    "THT": ("Tổ hợp tác", "Cooperative group"),
    "HKD": ("Hộ kinh doanh", "Household business"),
    "household": ("Hộ sản xuất", "Producing household"),
}

ROLE: dict[str, tuple[str, str]] = {
    "administrator": ("Quản trị", "Administrator"),
    "officer": ("Cán bộ xúc tiến", "Trade officer"),
    "organizer": ("Ban tổ chức", "Organizer"),
    "national_reader": ("Cơ quan trung ương", "National reader"),
    "buyer": ("Bên mua", "Buyer"),
    "producer": ("Bên bán", "Producer"),
}

CRITERION: dict[str, tuple[str, str]] = {
    "product": ("Sản phẩm", "Product"),
    "volume": ("Sản lượng", "Volume"),
    "season": ("Mùa vụ", "Season"),
    "logistics": ("Vận chuyển", "Transport"),
    "freshness": ("Độ tươi", "Freshness"),
    "price": ("Giá", "Price"),
    "requirements": ("Giấy tờ, yêu cầu", "Papers and requirements"),
    "terms": ("Điều kiện mua bán", "Terms of trade"),
    "preferences": ("Ưu tiên (OCOP, chỉ dẫn địa lý)", "Preferences (OCOP, origin)"),
}
