"""Words of the trade that change what a product name means: its form, its role, its packing.

Each table is written with its marks; a reader folds it for texts that were typed without any. Sources:
the wording of supply and demand registration forms and of product labels.
"""

from __future__ import annotations

from enum import IntEnum


class Form(IntEnum):
    """The state in which goods are traded; NONE where the words do not say."""

    NONE = 0
    FRESH = 1
    DRIED = 2
    FROZEN = 3
    POWDER = 4
    ROASTED = 5
    GREEN = 6
    JUICE = 7
    PICKLED = 8
    LIVE = 9
    SMOKED = 10
    CANNED = 11
    SWEET = 12
    OIL = 13
    PROCESSED = 14


class Role(IntEnum):
    """What the offer is to the product it names: the goods themselves, made of it, or a thing around it."""

    GOODS = 0
    MADE_OF = 1
    SEEDLING = 2
    PACKAGING = 3
    MACHINE = 4
    FERTILISER = 5
    COSMETIC = 6
    TOUR = 7
    WASTE = 8


FORM_WORDS: dict[Form, tuple[str, ...]] = {
    Form.FRESH: ("tươi", "fresh", "mới hái", "ăn tươi"),
    Form.DRIED: (
        "khô", "sấy", "sấy dẻo", "sấy khô", "sấy giòn", "sấy thăng hoa", "phơi khô", "phơi", "treo gió",
        "một nắng", "1 nắng", "dried", "dry", "dehydrated", "sun dried", "freeze dried", "chips",
    ),
    Form.FROZEN: ("đông lạnh", "cấp đông", "trữ đông", "frozen", "iqf"),
    Form.POWDER: ("bột", "tinh bột", "nghiền", "xay mịn", "powder", "ground", "starch", "flour"),
    Form.ROASTED: ("rang", "rang xay", "rang mộc", "roasted"),
    Form.GREEN: ("nhân xô", "nhân xanh", "nhân sống", "green bean", "unroasted", "raw bean"),
    Form.JUICE: ("nước ép", "nước cốt", "siro", "si rô", "juice", "syrup", "puree", "concentrate", "cô đặc"),
    Form.PICKLED: ("muối chua", "ngâm", "ngâm giấm", "dầm", "pickled", "brined", "fermented", "lên men"),
    Form.LIVE: ("sống", "còn sống", "live", "nguyên con sống"),
    Form.SMOKED: ("hun khói", "gác bếp", "xông khói", "smoked"),
    Form.CANNED: ("đóng hộp", "đóng lon", "canned", "tinned"),
    Form.SWEET: ("mứt", "jam", "candied", "crystallised"),
    Form.OIL: ("tinh dầu", "essential oil"),
}  # fmt: skip

# A word at the head of a Vietnamese name that makes the product named after it only a part of the goods.
MADE_OF_HEADS = (
    "bánh", "kẹo", "mứt", "nước", "nước ép", "siro", "si rô", "rượu", "bia", "dầu", "tinh dầu", "cao",
    "trà", "chè", "sữa", "sữa chua", "kem", "snack", "giấm", "mắm", "sốt", "xốt", "lá", "hoa", "cành", "vỏ",
    "hạt", "rễ", "xôi", "cháo", "súp", "phở", "bún", "gỏi", "nem", "chả", "tương", "thạch", "viên", "viên nang",
    "thức ăn", "tinh chất", "chiết xuất", "gia vị", "muối", "xúc xích", "ruốc", "sinh tố", "ô mai", "bún riêu",
    "pate", "thực phẩm chức năng", "chà bông",
)  # fmt: skip
# The same at the tail of an English name.
MADE_OF_TAILS = (
    "cake", "candy", "candies", "wine", "liquor", "spirit", "oil", "tea", "juice", "jam", "sauce",
    "paste", "chip", "extract", "drink", "beverage", "ice cream", "jelly", "cookie", "biscuit", "snack", "vinegar",
    "leaf", "flower", "peel", "seed", "salt", "syrup", "noodle", "butter", "cracker", "beer",
    "capsule", "milk", "ball", "sausage", "roll", "soup", "seasoning", "blossom", "shell", "husk", "bran",
)  # fmt: skip

ROLE_WORDS: dict[Role, tuple[str, ...]] = {
    Role.SEEDLING: (
        "giống", "cây giống", "hạt giống", "con giống", "củ giống", "cây con", "cây ghép", "bầu ươm", "phôi",
        "meo giống", "seedling", "sapling", "for planting", "planting material", "fingerling", "breeding stock",
        "spawn", "nursery",
    ),
    Role.PACKAGING: (
        "bao bì", "thùng carton", "thùng xốp", "hộp đựng", "túi đựng", "hộp giấy", "hộp quà", "giỏ đựng",
        "rổ đựng", "sọt", "lưới bọc", "xốp lưới", "tem nhãn", "nhãn mác", "túi bao", "túi bọc", "vỏ hộp",
        "vỏ lon", "chai đựng", "hũ đựng", "thùng đựng", "khay đựng", "khay nhựa", "packaging", "empty box",
        "carton box", "gift box", "crate for", "box for", "bag for", "label", "foam net", "jar for",
    ),
    Role.MACHINE: (
        "máy", "dây chuyền", "thiết bị", "lò sấy", "dụng cụ", "tủ sấy", "kho lạnh", "machine", "equipment",
        "dryer", "slicer", "peeler", "grinder", "roaster", "processing line", "cutter", "máy ép", "bộ ấm",
    ),
    Role.FERTILISER: (
        "phân bón", "phân hữu cơ", "phân vi sinh", "phân", "thuốc trừ sâu", "thuốc bảo vệ thực vật",
        "fertiliser", "fertilizer", "compost", "pesticide", "manure", "giá thể",
    ),
    Role.COSMETIC: (
        "kem dưỡng", "xà phòng", "xà bông", "dầu gội", "sữa tắm", "mặt nạ", "nước hoa", "son dưỡng", "mỹ phẩm",
        "tẩy tế bào chết", "serum", "nến thơm", "soap", "shampoo", "cosmetic", "lotion", "face mask", "candle",
        "lip balm", "scrub", "skincare", "sữa rửa mặt", "nước rửa", "dưỡng da", "dưỡng tóc", "perfume",
    ),
    Role.TOUR: (
        "tour", "du lịch", "homestay", "tham quan", "trải nghiệm", "vé", "nghỉ dưỡng", "farmstay", "dịch vụ",
        "khóa học", "tourism", "workshop", "visit", "ticket", "hội chợ", "lễ hội",
    ),
    Role.WASTE: ("bã", "xác", "phế phẩm", "phụ phẩm", "trấu", "husk waste", "residue", "by product", "pomace"),
}  # fmt: skip

# Packing, amounts, papers and praise: they say nothing of what the product is.
PACKING = frozenset(
    [
        "thùng",
        "hộp",
        "túi",
        "bao",
        "hũ",
        "chai",
        "lọ",
        "gói",
        "can",
        "lon",
        "bịch",
        "khay",
        "bó",
        "bình",
        "cuộn",
        "cây",
        "sọt",
        "rổ",
        "két",
        "xe",
        "tải",
        "container",
        "kiện",
        "box",
        "carton",
        "bag",
        "jar",
        "bottle",
        "pack",
        "packed",
        "crate",
        "tray",
        "sack",
        "can",
        "pouch",
        "bulk",
        "case",
        "pcs",
        "piece",
        "tin",
        "fob",
        "cif",
    ]
)
AMOUNTS = frozenset(
    [
        "kg",
        "g",
        "gr",
        "gram",
        "ml",
        "l",
        "lít",
        "lit",
        "tấn",
        "tạ",
        "yến",
        "lạng",
        "cân",
        "ký",
        "kí",
        "quả",
        "trái",
        "con",
        "củ",
        "cái",
        "chiếc",
        "bộ",
        "mét",
        "cm",
        "mm",
        "ton",
        "tonne",
        "mt",
        "kgs",
        "ngày",
        "tuần",
        "tháng",
        "năm",
        "vụ",
        "day",
        "week",
        "month",
        "year",
        "per",
        "mỗi",
        "một",
        "hai",
        "ba",
    ]
)
PAPERS = frozenset(
    [
        "vietgap",
        "globalgap",
        "ocop",
        "haccp",
        "iso",
        "attp",
        "organic",
        "sao",
        "star",
        "certified",
        "certificate",
        "gi",
        "kosher",
        "halal",
        "fda",
        "brc",
    ]
)
PRAISE = frozenset(
    [
        "loại",
        "hàng",
        "ngon",
        "đẹp",
        "chuẩn",
        "cao",
        "cấp",
        "đặc",
        "sản",
        "sạch",
        "premium",
        "grade",
        "type",
        "class",
        "quality",
        "special",
        "export",
        "xuất",
        "khẩu",
        "size",
        "nguyên",
        "chất",
        "tự",
        "nhiên",
        "natural",
        "pure",
    ]
)
NOISE = PACKING | AMOUNTS | PAPERS | PRAISE

# Where an English name turns from the goods to their purpose, origin or dressing.
ENGLISH_TURNS = frozenset(["for", "from", "with", "in", "of", "by", "to", "at", "w"])
ALTERNATIVES = frozenset(("or", "hoặc", "hay", "hoac"))

# Parts under which goods of a category are sold anyway: "hạt" of pepper is pepper, "hạt" of a fruit is not.
_PLANT = ("herb", "herbal tea", "medicinal", "tea", "health")
_GRAIN = ("nut", "coffee", "spice", "grain", "oilseed", "pulse", "cacao", "rice", "medicinal")
NATURAL_PARTS: dict[str, tuple[str, ...]] = {
    "hạt": _GRAIN,
    "seed": _GRAIN,
    "lá": _PLANT,
    "leaf": _PLANT,
    "rễ": _PLANT,
    "hoa": (*_PLANT, "flower"),
    "flower": (*_PLANT, "flower"),
    "trà": ("tea", "herbal tea"),
    "chè": ("tea", "herbal tea"),
    "tea": ("tea", "herbal tea"),
    "vỏ": ("spice",),
    "rượu": ("alcohol",),
    "bánh": ("confectionery", "prepared food", "snack", "rice product"),
    "kẹo": ("confectionery",),
    "bún": ("noodle",),
    "phở": ("noodle",),
    "noodle": ("noodle",),
    "mắm": ("condiment",),
    "nước": ("beverage",),
    "sữa": ("dairy",),
    "dầu": ("edible oil", "essential oil"),
    "oil": ("edible oil", "essential oil"),
    "tinh dầu": ("essential oil",),
}
