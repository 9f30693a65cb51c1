"""Names of what reference data are made of: ranks and forms of products, markets, changes."""

from __future__ import annotations

RANK: dict[str, tuple[str, str]] = {
    "family": ("Nhóm hàng", "Family"),
    "kind": ("Mặt hàng", "Product"),
    "variety": ("Giống, vùng trồng", "Variety or origin"),
}
FORM: dict[str, tuple[str, str]] = {
    "fresh": ("Tươi", "Fresh"),
    "dried": ("Khô", "Dried"),
    "frozen": ("Đông lạnh", "Frozen"),
    "processed": ("Chế biến", "Processed"),
    "live": ("Sống", "Live"),
    "craft": ("Thủ công mỹ nghệ", "Handicraft"),
    "plant": ("Cây, hoa cảnh", "Plants and flowers"),
    "service": ("Dịch vụ", "Service"),
}
OCOP_GROUP: dict[str, tuple[str, str]] = {
    "1": ("1 – Thực phẩm", "1 – Food"),
    "2": ("2 – Đồ uống", "2 – Drinks"),
    "3": ("3 – Dược liệu và sản phẩm từ dược liệu", "3 – Medicinal plants and their products"),
    "4": ("4 – Thủ công mỹ nghệ", "4 – Handicrafts"),
    "5": ("5 – Sinh vật cảnh", "5 – Ornamental plants and animals"),
    "6": ("6 – Du lịch cộng đồng, du lịch sinh thái", "6 – Community and ecological tourism"),
}
CONFIDENCE: dict[str, tuple[str, str]] = {
    "high": ("chắc chắn", "certain"),
    "medium": ("khá chắc", "fairly certain"),
    "low": ("cần kiểm tra lại", "to be checked"),
}
# What an offered product is to the one asked for.
RELATION: dict[str, tuple[str, str]] = {
    "same": ("đúng mặt hàng", "the product itself"),
    "variety": ("một giống của mặt hàng cần", "a variety of it"),
    "generic": ("đúng mặt hàng, chưa rõ giống", "the product, variety not said"),
    "sibling": ("giống khác", "another variety"),
    "other_form": ("cùng mặt hàng, khác dạng", "the product in another form"),
    "family": ("cùng họ", "of one family"),
    "category": ("cùng nhóm", "of one category"),
    "unrelated": ("không liên quan", "unrelated"),
    "unknown": ("chưa biết, chỉ so chữ", "unknown, by words alone"),
    "gated": ("không phải hàng hóa đó", "not the goods"),
}
MARKET: dict[str, tuple[str, str]] = {
    "CN": ("Trung Quốc", "China"),
    "EU": ("Liên minh châu Âu", "European Union"),
    "US": ("Hoa Kỳ", "United States"),
    "JP": ("Nhật Bản", "Japan"),
}
OPENNESS: dict[str, tuple[str, str]] = {
    "1": ("Đã mở", "Open"),
    "0": ("Chưa mở", "Not open"),
    "": ("Chưa rõ", "Not known"),
}
SUBJECT: dict[str, tuple[str, str]] = {
    "products": ("Mặt hàng", "Products"),
    "markets": ("Thị trường", "Markets"),
    "channels": ("Mẫu theo kênh", "Channel templates"),
    "buyers": ("Mẫu của bên mua", "Buyers' templates"),
    "coefficients": ("Hệ số vận chuyển", "Freight coefficients"),
}
ACTION: dict[str, tuple[str, str]] = {
    "add": ("Thêm", "Added"),
    "change": ("Sửa", "Changed"),
    "retire": ("Bỏ", "Retired"),
    "undo": ("Hoàn tác", "Undone"),
}
