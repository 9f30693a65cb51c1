"""English trade names of Vietnamese goods, beside their Vietnamese names, over the groups of the lexicon."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText

# The least similarity of goods that serve.
SERVES = 0.57

SERVING = """
Purple sticky rice wine = rượu nếp cẩm
Ethnic jar wine = rượu cần
Apricot liqueur = rượu mơ
Highland corn whiskey = rượu ngô
Ginger tea bags = trà gừng
Roselle tea = trà hoa atiso đỏ
Goji tea = trà kỷ tử
False cardamom = thảo quả
Purple corn = ngô tím
Finger millet = kê chân vịt
Ridge gourd = mướp khía
Ivy gourd = rau mảnh bát
Alfalfa sprouts = rau mầm
Galingale tuber = hương phụ
Agastache = hoắc hương
Andrographis = xuyên tâm liên
Sappanwood = tô mộc
Isatis root = bản lam căn
Squid patties = chả mực
Squid fish cake Ha Long = chả mực
Amberjack = cá cam
Golden threadfin bream = cá đổng
Live grouper = cá mú trân châu
Top shell = ốc đụn
Antique ark = sò lông
Sea lettuce = rong cải
Shredded dried squid = mực xé
Pork tongue, smoked = lưỡi lợn hun khói
Back basket = gùi
Bamboo pannier = gùi tre
Handwoven hemp cloth = vải lanh
Batik hemp = vải lanh vẽ sáp ong
Winnowing tray = nong nia
Bamboo fish trap = đó bắt cá
Wooden mask = mặt nạ gỗ
Bamboo hat = nón tre
Crackle-glaze vase = bình gốm men rạn
Unglazed vase = gốm Bàu Trúc
Phu Lang jar = chum Phù Lãng
Brocade wallet = ví thổ cẩm
Dong Ho prints = tranh Đông Hồ
Sweet soup = chè hạt sen
Black jelly = thạch đen
Ginseng honey = mật ong sâm
Bamboo salt = muối tre
Natural indigo dye = bột chàm
Asiatic hard clam = nghêu
Manila clam = ngao
Chub mackerel = cá saba
Corvina-type white croaker = cá đù
Trevally jack = cá khế
Cutlass fish = cá hố
Nine-hole abalone = bào ngư
Elkhorn sea moss = rong sụn
Stone crab = cù kỳ
Puffer fish = cá nóc
Serpent gourd = mướp rắn
Kimchee = kim chi
Flowering cabbage = cải ngọt
Sword lily = hoa lay ơn
Eustoma = hoa cát tường
Dianthus = hoa cẩm chướng
China wood oil = dầu trẩu
Kaoliang = rượu cao lương
Guinea hen = gà sao
Agarwood perfume = nước hoa trầm hương
Prawn floss = ruốc tôm
"""

# Goods that share a word with the demand and are others.
OTHERS = """
măng lưỡi lợn khô = Lưỡi lợn ướp muối hun khói
Pork tongue = măng lưỡi lợn
Black garlic wine = tỏi đen
Gac wine = dầu gấc
Hemp cloth = hạt lanh
Crackle-glaze vase = chậu nhựa
Sea lettuce = xà lách
Pearl oyster = ngọc trai
Bamboo salt = đũa tre
Strawberry wine = dâu tây tươi
Three-leaf ginger tea = gừng củ tươi
Wooden rice steamer = gạo tẻ
Indigo dye powder = vải chàm
Jackfruit = cá khế
Sword lily = cá kiếm
China wood oil = gỗ keo
Elkhorn sea moss = gạc hươu
Stone crab = đá mỹ nghệ
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in (line.split(" = ") for line in text.strip().splitlines())]


def near(matcher: ProductMatcher, demand: str, offer: str) -> float:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    return float(found.similarity[0, 0])


@pytest.mark.parametrize(("demand", "offer"), pairs(SERVING))
def test_english_and_vietnamese_names_of_one_product_meet(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert near(matcher, demand, offer) >= SERVES


@pytest.mark.parametrize(("demand", "offer"), pairs(OTHERS))
def test_goods_that_share_a_word_stay_apart(matcher: ProductMatcher, demand: str, offer: str) -> None:
    assert near(matcher, demand, offer) < 0.3


def test_a_short_name_of_bamboo_shoots_is_told_by_its_description(matcher: ProductMatcher) -> None:
    shoots = ProductText("luoi lon Cho Don", "mang cu thai ban, kho vang")
    tongue = ProductText("lưỡi lợn muối", "gói 300 g")
    keys = [matcher.lexicon.kinds[matcher.reading(text).kind].key for text in (shoots, tongue)]
    assert keys == ["bamboo_shoot_luoi_lon", "pork_tongue"]


@pytest.mark.parametrize(
    ("demand", "offer"),
    pairs("""
mật ong = Honey extractor
gà = Chicken coop
hàu = Oyster spat
tôm hùm = Lobster cage
mực = Squid jig
lụa = Silk weaving loom
đèn lồng = Lantern making class
lê = Pear-shaped vase
óc chó = Walnut wood table
mía = Sugarcane bagasse
xoài = Mango packing box
thanh long = Carton for dragon fruit
bơ = Avocado hair mask
"""),
)
def test_things_around_a_product_are_not_the_product(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert near(matcher, demand, offer) < 0.05


@pytest.mark.parametrize(
    ("demand", "offer"),
    pairs("""
lê = Highland pears, packing in cartons
mật ong = Honey, glass jar
tôm hùm = Lobster, cage farmed
nho = Table grapes
gùi = Back basket for trekking
lụa = Handloom silk
"""),
)
def test_goods_that_tell_how_they_are_raised_and_packed_are_goods(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert near(matcher, demand, offer) > 0.5
