"""Pairs of names by classes of the trade: goods that serve, goods in another form, and false friends."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText
from scoring.product.normalise import fold

# The least similarity of goods that serve, the band of another form, the most of a false friend.
SERVES, FORM_LOW, FORM_HIGH, FALSE = 0.57, 0.12, 0.6, 0.3


def near(matcher: ProductMatcher, demand: str, offer: str) -> float:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    return float(found.similarity[0, 0])


def pairs(text: str) -> list[tuple[str, str]]:
    """Lines of "demand = offer"."""
    return [
        (one.strip(), other.strip()) for one, other in (line.split("=") for line in text.strip().splitlines())
    ]


SAME = {
    "scientific": """
        reynoutria multiflora = Củ hà thủ ô đỏ
        fallopia multiflora = hà thủ ô đỏ khô
        paris polyphylla = củ thất diệp nhất chi hoa
        trọng lâu = bảy lá một hoa
        panax vietnamensis = sâm Ngọc Linh
        docynia indica = táo mèo
        michelia tonkinensis = hạt dổi
        ampelopsis cantoniensis = chè dây
        zanthoxylum rhetsa = mắc khén
        amomum tsaoko = thảo quả
        illicium verum = hoa hồi
        morinda officinalis = ba kích
        auricularia = mộc nhĩ
        lentinula edodes = nấm hương
        gynostemma pentaphyllum = giảo cổ lam
        camellia oleifera oil = dầu sở
        litsea cubeba oil = tinh dầu màng tang
        oncorhynchus mykiss = cá hồi
        melientha suavis = rau sắng
        canna edulis = củ dong riềng
        """,
    "regions": """
        hột vịt muối = trứng vịt muối
        hột gà = trứng gà
        đậu phộng = lạc
        nấm mèo = mộc nhĩ
        khoai mì = sắn
        thịt heo = thịt lợn
        mè đen = vừng đen
        trái thơm = dứa
        bắp nếp = ngô nếp
        khổ qua = mướp đắng
        chà bông heo = ruốc thịt lợn
        nghêu = ngao
        vịt xiêm = ngan thịt
        bông cải xanh = súp lơ xanh
        chanh dây = chanh leo
        bí rợ = bí đỏ
        dưa leo = dưa chuột
        trái tắc = quả quất
        cá quả = cá lóc
        bánh tráng = bánh đa nem gạo lứt
        """,
    "English": """
        lacquer bowl = bát sơn mài
        lacquer box = hộp sơn mài
        silk scarf = khăn lụa tơ tằm
        silk fabric = lụa tơ tằm
        hand-woven brocade = vải thổ cẩm
        dried bamboo shoots = măng khô
        cashew kernels = hạt điều nhân
        macadamia kernels = nhân mắc ca
        salted duck eggs = trứng vịt muối
        lotus seeds = hạt sen
        water hyacinth basket = giỏ lục bình
        clay wine jar = chum sành ngâm rượu
        star anise = hoa hồi khô
        fish sauce = nước mắm cá cơm
        black cardamom = thảo quả khô
        dried squid = khô mực
        """,
    "served": """
        trà túi lọc giảo cổ lam = trà giảo cổ lam
        trà giảo cổ lam = giảo cổ lam túi lọc
        trà túi lọc chè dây gừng = trà chè dây
        artichoke tea bags = trà atiso
        trà vối túi lọc = trà túi lọc vối
        cà phê hòa tan = cà phê sữa hòa tan
        trà đinh lăng = trà túi lọc đinh lăng
        """,
    "peoples": """
        bánh chưng gù = bánh chưng đen
        rượu cần = rượu ghè Tây Nguyên
        thắng cố = thắng cố ngựa
        thổ cẩm = thổ cẩm người Mông
        khèn Mông = khèn của người Mông
        chẩm chéo = chẳm chéo Tây Bắc
        trâu gác bếp = thịt trâu sấy gác bếp
        dao rèn = dao Phúc Sen
        giấy dó = giấy dó thủ công
        """,
    "planted": """
        cây giống mắc ca = mắc ca ghép giống
        cây giống bưởi da xanh = bưởi da xanh giống
        phôi nấm sò = bịch phôi nấm sò
        gà giống = gà đen giống
        """,
}  # fmt: skip

OTHER_FORM = """
    mít tươi = mít sấy
    nấm hương tươi = nấm hương khô
    tôm tươi = tôm khô
    ba kích tươi = ba kích khô
    chuối = chuối sấy dẻo
    gừng tươi = gừng sấy lát
    cá cơm tươi = cá cơm khô
    xoài = xoài cấp đông
    nghệ tươi = nghệ khô
    hàu sữa = hàu khô
    cà phê nhân = cà phê rang xay
    ớt tươi = ớt khô
    sâm Ngọc Linh tươi = sâm Ngọc Linh khô
    cá tra phi lê đông lạnh = khô cá tra
    táo mèo = táo mèo khô
    """  # fmt: skip

FALSE_FRIENDS = {
    "planted": """
        mắc ca = cây giống mắc ca
        nấm sò = phôi nấm sò
        cây giống bưởi = quả bưởi
        cây giống mắc ca = hạt mắc ca sấy
        """,
    "another plant": """
        hà thủ ô đỏ = hà thủ ô trắng
        hạt dổi = hạt dẻ
        chè dây = chè vằng
        tam thất = tam thất hoang
        thảo quả = táo quả
        đậu khấu = đậu đũa
        sâm cau = quả cau
        dứa dại = dứa tươi
        """,
    "things": """
        cam sành = sơn màu cam
        cá chép = mô hình cá chép
        thanh long = trái cây giả thanh long
        lợn = thức ăn cho lợn
        gà = cám gà
        tôm = thức ăn cho tôm
        hoa sen = tranh hoa sen
        rượu cần = ghè gốm ủ rượu
        chanh leo = nước rửa chén chanh
        ốc hương = nhang hương
        """,
    "flavours": """
        sầu riêng = snack vị sầu riêng
        dâu tây = kẹo hương dâu tây
        trứng muối = bắp rang sốt trứng muối
        durian = durian flavoured biscuit
        mật ong = hạt điều vị mật ong
        """,
    "letters": """
        đào = dao rèn
        bơ = thịt bò
        cá hồi = hoa hồi
        măng khô = măng cụt
        hồng giòn = hồng xiêm
        cà chua = cá chua
        hạt sen = hạt sẻn gai
        củ đậu = dầu ăn
        muối = mướp
        cá kho = cà khô
        mắm = mầm
        """,
    "parts": """
        sen = trà sen
        dừa = xơ dừa
        mít = hạt mít
        cà phê = vỏ cà phê làm phân bón
        chuối = lá chuối
        sắn = lá sắn
        trâu = da trâu gác bếp
        """,
}  # fmt: skip


@pytest.mark.parametrize(("demand", "offer"), [p for text in SAME.values() for p in pairs(text)])
def test_goods_are_one_under_all_their_names(matcher: ProductMatcher, demand: str, offer: str) -> None:
    assert near(matcher, demand, offer) >= SERVES
    assert near(matcher, offer, demand) >= SERVES


@pytest.mark.parametrize(("demand", "offer"), pairs(OTHER_FORM))
def test_goods_in_another_form_are_near_and_no_match(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert FORM_LOW <= near(matcher, demand, offer) <= FORM_HIGH


@pytest.mark.parametrize(("demand", "offer"), [p for text in FALSE_FRIENDS.values() for p in pairs(text)])
def test_what_only_looks_alike_is_kept_apart(matcher: ProductMatcher, demand: str, offer: str) -> None:
    assert near(matcher, demand, offer) < FALSE


@pytest.mark.parametrize(("demand", "offer"), [p for text in SAME.values() for p in pairs(text)][::3])
def test_marks_left_out_on_one_side_keep_the_goods_near(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert near(matcher, fold(demand), offer) >= 0.35
