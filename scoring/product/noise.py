"""Words that say little of what a product is: packing, amounts, papers, praise, and the joints of a name."""

from __future__ import annotations

from scoring.product.normalise import spellings


def _bag(text: str) -> frozenset[str]:
    """Both spellings of each word."""
    return frozenset(spelling for word in text.split() for spelling in spellings(word))


# Packing, amounts, papers and praise are kept out of the text that is compared.
PACKING = _bag(
    "thùng hộp túi bao hũ chai lọ gói can lon bịch khay bó bình cuộn cây sọt rổ két xe tải container kiện "
    "box carton bag jar bottle pack packed crate tray sack can pouch bulk case pcs piece tin fob cif"
)
AMOUNTS = _bag(
    "kg g gr gram ml l lít lit tấn tạ yến lạng cân ký kí quả trái con củ cái chiếc bộ mét cm mm ton tonne "
    "mt kgs ngày tuần tháng năm vụ day week month year per mỗi một hai ba"
)
PAPERS = _bag(
    "vietgap globalgap ocop haccp iso attp organic sao star certified certificate gi kosher halal fda brc"
)
PRAISE = _bag(
    "loại hàng ngon đẹp chuẩn cao cấp đặc sản sạch premium grade type class quality special export xuất "
    "khẩu size nguyên chất tự nhiên natural pure"
)
NOISE = PACKING | AMOUNTS | PAPERS | PRAISE

# Where an English name turns from the goods to their purpose, origin or dressing.
ENGLISH_TURNS = _bag("for from with in of by to at w")
ALTERNATIVES = _bag("or hoặc hay hoac")
# Words before a product that leave it the head of its name: "trái bơ", "củ sâm", "cây quế".
PARTS = _bag(
    "quả trái củ hạt cây lá hoa bông nụ vỏ rễ con thịt cùi cơm ruột múi tép giống búp ngọn bẹ thân nấm rau "
    "gạo qua trai cu hat cay la bong nu vo re thit cui com ruot giong bup ngon be than nam gao các cac loại "
    "loai đặc sản dac san"
)
# Words after which a name says which of two namesakes it means.
GLOSSES = _bag("loại loai tức tuc hay gọi goi")
# Foreign words that Vietnamese names are written with; they tell no language.
LOANS = _bag(
    "siro snack salon tour combo set collagen serum socola bonsai atiso actiso cascara bina balo carton "
    "homestay farmstay voucher surimi kimchi kombucha matcha nilon vani kraft cacao arabica robusta "
    "moka detox"
)
# Colours and ways that very many products share.
COMMON = _bag("lên men đỏ xanh đen vàng trắng")
# How goods are raised, caught and sorted: words after a product that make it no other one.
RAISED = _bag("quảng canh nuôi trồng câu lai ghép hữu rừng vườn đồi nương biển sông to nhỏ non già")
# How they are picked, cleaned, cut, chosen and sold: the same.
DRESSED = _bag(
    "làm nhân mổ lột bóc tách gọt khứa thái lát cắt khúc rút xương làm rửa sơ nguyên chín chùm buộc xô bi "
    "tuyển chọn lựa thu hoạch đầu cuối mùa sớm muộn trái nghịch bán sỉ lẻ giá nhà cây gốc mini lúa nước "
    "ướp đá cấp mát để dành mới còn đã chưa không có từ của ở tại cho hai "
    "ổn định vùng cao số lượng lớn tốt chính gốc trước quý tết dịp"
)
