"""What goods are to the product they name, and the words that make them so.

Words are written with their marks; a reader folds them for texts typed without any. Source: the wording
of supply registration forms and product labels.
"""

from __future__ import annotations

from enum import IntEnum


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
    TOOL = 9  # a thing with which it is made, held or kept, or goods of another trade that bear its name


ROLE_WORDS: dict[Role, tuple[str, ...]] = {
    Role.SEEDLING: (
        "giống", "cây giống", "hạt giống", "con giống", "củ giống", "cây con", "cây ghép", "bầu ươm",
        "phôi", "phôi nấm", "bịch phôi", "bịch nấm", "meo nấm", "meo giống", "hom giống", "nhánh chiết",
        "cành chiết", "nhánh giâm", "cành giâm", "mắt ghép",
        "bò giống", "trâu giống", "lợn giống", "heo giống", "dê giống", "gà giống", "vịt giống",
        "cá giống", "tôm giống", "cua giống", "ốc giống", "hàu giống", "ếch giống", "lươn giống",
        "cái giống", "đực giống", "nái giống", "hậu bị", "làm giống", "chọn giống",
        "nuôi cấy mô", "hom", "chồi giống", "dây giống", "ngọn giống", "mầm giống",
        "plantlet", "budwood", "scion", "tissue culture", "tissue cultured", "bare root", "plug tray",
        "gốc ghép", "cây chiết", "bầu đen", "bầu giống", "cây cấy mô", "giống cấy mô", "trứng giống",
        "gà con", "vịt con", "ngan con", "heo con", "bê con", "nghé con", "tôm post", "cá bột",
        "nguyên chủng", "giống xác nhận", "cấp xác nhận", "certified seed", "foundation seed", "for sowing",
        "ngày tuổi", "thực sinh", "seedling", "sapling", "for planting", "planting material", "fingerling",
        "cutting", "spat", "juvenile", "grafted tree", "grafted plant", "air layer", "marcot", "seed potato",
        "rootstock", "day old", "chick", "piglet", "post larvae", "breeding stock", "spawn", "nursery",
    ),
    Role.PACKAGING: (
        "bao bì", "thùng carton", "thùng xốp", "hộp đựng", "túi đựng", "hộp giấy", "giỏ đựng", "rổ đựng",
        "lưới bọc", "xốp lưới", "tem nhãn", "nhãn mác", "túi bao", "túi bọc", "vỏ hộp", "vỏ lon",
        "chai đựng", "hũ đựng", "thùng đựng", "khay đựng", "khay nhựa", "packaging", "empty box",
        "carton box", "crate for", "box for", "bag for", "label", "foam net", "jar for",
        "carton for", "tray for", "pouch for", "bottle for", "sleeve for", "wrapper for", "empty bottle",
        "empty jar", "empty tin", "empty can",
    ),
    Role.MACHINE: (
        "máy", "dây chuyền", "thiết bị", "lò sấy", "dụng cụ", "tủ sấy", "kho lạnh", "machine", "equipment",
        "dryer", "slicer", "peeler", "grinder", "roaster", "processing line", "cutter", "máy ép", "bộ ấm",
    ),
    Role.FERTILISER: (
        "thuốc trị rầy", "thuốc trị sâu", "thuốc trị bệnh", "thuốc kích", "thuốc dưỡng", "thuốc phun",
        "thuốc xịt", "thuốc rầy", "thuốc sâu", "phân bón",
        "phân hữu cơ", "phân vi sinh", "phân", "thuốc trừ sâu", "thuốc bảo vệ thực vật",
        "fertiliser", "fertilizer", "compost", "pesticide", "manure",
    ),
    Role.COSMETIC: (
        "kem dưỡng", "xà phòng", "xà bông", "dầu gội", "sữa tắm", "mặt nạ", "nước hoa", "son dưỡng",
        "mỹ phẩm", "tẩy tế bào chết", "serum", "nến thơm", "soap", "shampoo", "cosmetic", "lotion",
        "face mask", "candle", "lip balm", "scrub", "skincare", "sữa rửa mặt", "nước rửa", "dưỡng da",
        "dưỡng tóc", "dưỡng môi", "dưỡng ẩm", "dưỡng thể", "khử mùi", "perfume", "lip care",
        "hair mask", "body wash", "hand wash", "face cream", "hand cream", "eye cream", "skin cream",
        "body butter", "conditioner", "toothpaste", "deodorant", "bath bomb",
    ),
    Role.TOUR: (
        "tour", "du lịch", "homestay", "tham quan", "trải nghiệm", "vé", "nghỉ dưỡng", "farmstay",
        "dịch vụ", "khóa học", "tourism", "workshop", "visit", "ticket", "hội chợ",
        "making class", "cooking class", "excursion", "day trip", "cruise", "lễ hội", "trekking",
    ),
    Role.TOOL: (
        "mô hình", "đồ chơi", "phụ tùng", "lốp xe", "vỏ xe", "sơn màu", "sơn nước", "sơn tường", "xi măng",
        "bằng nhựa",
        "hoa giả", "quả giả", "trái cây giả", "thức ăn cho", "thức ăn chăn nuôi", "toy", "plastic model",
        "artificial", "replica", "fake", "paint", "feed for", "ornament",
    ),
    Role.WASTE: (
        "bã", "xác", "phế phẩm", "phụ phẩm", "trấu", "husk waste", "residue", "by product", "pomace",
        "bagasse",
    ),
}  # fmt: skip

# A word at the head of a Vietnamese name that makes the product after it only a part of the goods.
MADE_OF_HEADS = (
    "bánh", "kẹo", "mứt", "nước", "nước ép", "siro", "si rô", "rượu", "bia", "dầu", "tinh dầu", "cao",
    "trà", "chè", "sữa", "sữa chua", "kem", "snack", "giấm", "mắm", "sốt", "xốt", "lá", "hoa", "cành", "vỏ",
    "hạt", "rễ", "xôi", "cháo", "súp", "phở", "bún", "gỏi", "nem", "chả", "tương", "thạch", "viên",
    "viên nang", "thức ăn", "tinh chất", "chiết xuất", "gia vị", "muối", "xúc xích", "ruốc", "sinh tố",
    "nhân", "ô mai", "bún riêu", "pate", "rau câu", "thực phẩm chức năng", "chà bông",
)  # fmt: skip
# The same at the tail of an English name.
MADE_OF_TAILS = (
    "cake", "candy", "wine", "liquor", "spirit", "oil", "tea", "juice", "jam", "sauce", "paste",
    "chip", "extract", "drink", "beverage", "ice cream", "jelly", "cookie", "biscuit", "snack", "vinegar",
    "leaf", "flower", "peel", "seed", "salt", "syrup", "noodle", "butter", "cracker", "beer", "capsule",
    "flavour", "flavoured", "flavored",
    "scented", "milk", "ball", "sausage", "roll", "soup", "seasoning", "blossom", "shell", "husk", "bran",
    "bean", "brittle", "bar", "crisp", "nougat", "toffee", "cream", "pudding", "crust", "bowl", "cup",
    "spoon", "straw", "basket", "lamp", "lampshade", "charcoal", "soap", "figurine", "toy",
    "grit", "meal", "feed", "ash", "hull", "stalk", "pellet", "briquette",
)  # fmt: skip
# Words by which an English name only tells what its goods, named behind, have of a product.
MODIFIERS = (
    "based", "coated", "infused", "stuffed", "filled", "flavoured", "flavored", "scented",
)  # fmt: skip

# Words before a product that only tell a taste or a smell ("snack vị sầu riêng").
FLAVOURS = ("vị", "hương vị", "hương", "sốt", "xốt", "mùi")

SET_WORDS = (
    "set", "combo", "giỏ quà", "hộp quà", "bộ quà", "túi quà", "set quà", "gift set", "gift box",
    "gift basket", "hamper", "quà tặng",
)  # fmt: skip
# A vessel at the head of a name, and the words that make it one to be filled.
CONTAINERS = (
    "hũ", "chai", "lọ", "thùng", "hộp", "túi", "bao", "khay", "rổ", "sọt", "giỏ", "can", "bình", "giấy",
    "màng", "lưới", "nắp", "xốp", "vỉ", "két",
)  # fmt: skip
HOLDING = ("đựng", "gói", "bọc", "lót", "carton", "xốp", "nhựa", "pet", "kraft",)  # fmt: skip

# Verbs that tell what a thing is for: a strange noun, one of these and a product is a thing for the product
# ("nồi nấu rượu", "lồng nhốt gà"). Bare, only those that are seldom another word.
PURPOSES = (
    "làm", "nấu", "uống", "đựng", "nhốt", "nuôi", "trồng", "pha", "cắt", "thái", "gọt", "bóc", "hái", "sấy",
    "rang", "xay", "gói", "bọc", "cắm", "ươm", "ép", "chứa", "bưng", "ngâm", "ủ",
)  # fmt: skip
# Verbs that beside a product of farm or sea tell the use of a thing; a form of goods is none of them.
USES = (
    "buộc", "đóng", "nhồi", "trải", "nướng", "đựng", "gói", "bọc", "cắt", "thái", "gọt", "bóc", "xay", "ép",
    "trồng", "hái", "chứa", "đan", "khò", "lót", "xúc", "cân", "cào", "đập",
)  # fmt: skip
# Words after bare "giong" that make it a thing to be planted and no variety: "dau tay giong nuoi cay mo".
PLANTING = frozenset(("nuoi", "cay", "f1", "khoe", "ghep", "chiet", "thuan", "vo", "in", "bau"))
BARE_PURPOSES = frozenset(("nau", "uong", "dung", "nhot", "nuoi"))

# Parts under which goods of a category are sold anyway: "hạt" of pepper is pepper, "hạt" of a fruit is not.
_PLANT = ("herb", "herbal tea", "medicinal", "tea", "health")
_GRAIN = ("nut", "coffee", "spice", "grain", "oilseed", "pulse", "cacao", "rice", "medicinal")
NATURAL_PARTS: dict[str, tuple[str, ...]] = {
    "hạt": _GRAIN,
    "seed": _GRAIN,
    "nhân": ("nut", "coffee", "cacao", "oilseed", "grain", "spice", "medicinal"),
    "bean": ("coffee", "cacao", "spice", "pulse"),
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
    "nước": ("beverage", "condiment"),
    "sữa": ("dairy",),
    "dầu": ("edible oil", "essential oil"),
    "oil": ("edible oil", "essential oil"),
    "tinh dầu": ("essential oil",),
    "chip": ("dried fruit", "snack"),
    "cake": ("confectionery", "prepared food", "rice product"),
    "candy": ("confectionery",),
    "jam": ("confectionery", "fruit product"),
    "wine": ("alcohol",),
    "liquor": ("alcohol",),
    "spirit": ("alcohol",),
    "drink": ("beverage", "health"),
    "juice": ("beverage", "fruit product"),
    "milk": ("dairy", "beverage", "ingredient"),
    "sauce": ("condiment",),
    "paste": ("condiment",),
    "vinegar": ("condiment",),
    "salt": ("condiment",),
    "roll": ("handicraft",),
    "sausage": ("meat",),
    "blossom": ("bee product", "flower"),
}
