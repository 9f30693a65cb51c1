"""What a specification asks in one language or wording is met by an offer that says it in another one."""

import pytest

from scoring.criteria.own_words import left_unread
from scoring.criteria.specification import specified
from scoring.records import Demand, Offer


def told(spec, words, name="Hàng mẫu"):
    product, _, more = words.partition("; ") if "; " in words else (name, "", words)
    clauses = specified(Offer("o", product, description=more), Demand("d", product, spec=spec))
    return [(clause.says, clause.offered) for clause in clauses]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("natural dye", "Khăn; nhuộm chàm, dệt tay"),
        ("plant-dyed", "Vải; nhuộm củ nâu"),
        ("linen or cotton", "Khăn; sợi bông tự nhiên"),
        ("linen", "Khăn; vải lanh dệt tay"),
        ("nhuộm tự nhiên", "Scarf; indigo dyed"),
        ("handmade", "Khăn; dệt khung cửi"),
        ("dệt tay", "Scarf; handloomed, cotton"),
        ("hand-embroidered", "Áo; thêu tay toàn bộ"),
        ("natural rattan", "Giỏ mây tự nhiên; cao 30 cm"),
        ("no lacquer", "Giỏ mây; không sơn"),
        ("unvarnished", "Khay gỗ; để mộc"),
        ("không sơn", "Rattan tray; unlacquered, 30 cm"),
        ("set of 3 nesting baskets", "Giỏ mây tự nhiên bộ 3 chiếc; lồng bộ"),
        ("bộ 3 chiếc lồng nhau", "Basket, set of 3; nested"),
        ("có nắp", "Basket; with lid"),
        ("leather handle, lidded", "Giỏ; có nắp, quai da"),
        ("glazed", "Bát sứ; tráng men"),
        ("mau vang sam", "Đường thốt nốt; viên 20 g, vàng sậm"),
        ("khong pha duong mia", "Đường thốt nốt; nguyên chất"),
        ("không pha đường mía", "Mật mía dừa; không pha đường"),
        ("pure", "Mật ong; nguyên chất"),
        ("unfiltered", "Mật ong; không lọc"),
        ("raw, unheated", "Mật ong; không qua nhiệt"),
        ("green bean", "Cà phê; nhân xanh S16"),
        ("wet processed", "Cà phê nhân; chế biến ướt"),
        ("honey process", "Cà phê nhân; chế biến mật ong"),
        ("chế biến khô", "Green coffee; natural process"),
        ("only ripe cherries", "Cà phê; hái chín"),
        ("freeze-dried", "Dâu tây; sấy thăng hoa"),
        ("phơi nắng", "Dried squid; sun-dried on racks"),
        ("hun khói", "Thịt trâu; gác bếp"),
        ("smoked", "Thịt lợn; treo gác bếp"),
        ("headless, shell-on", "Tôm sú; bỏ đầu, còn vỏ"),
        ("skinless boneless", "Cá phi lê; lạng da, rút xương"),
        ("gutted and scaled", "Cá lóc; bỏ ruột, đánh vảy"),
        ("PBO", "Cá tra; rút xương dăm"),
        ("IQF", "Mực; đông rời từng con"),
        ("deveined", "Tôm thẻ; rút chỉ lưng"),
        ("nguyên con", "Whole round mackerel; 300 g"),
        ("hạt lựu", "Mango; diced 1 cm"),
        ("unsalted", "Hạt điều; không muối"),
        ("nhạt muối", "Cá cơm; lạt"),
        ("no added sugar", "Xoài sấy; không tẩm đường"),
        ("unsulphured", "Măng khô; không xông sinh"),
        ("không phẩm màu", "Noodles; no artificial colouring"),
        ("no preservatives", "Miến; không dùng phẩm màu, chất bảo quản"),
        ("không phụ gia", "Bún; additive-free"),
        ("no preservatives", "Bún; không chất phụ gia"),
        ("mould-free, no foreign matter", "Nấm hương; không mốc, không lẫn tạp chất"),
        ("no bruises", "Mận; không dập"),
        ("không dập, không sâu", "Plums; unbruised, worm-free"),
        ("non-GMO", "Ngô; giống không biến đổi gen"),
        ("antibiotic-free", "Trứng; không kháng sinh"),
        ("wild harvested", "Sim; mọc tự nhiên trong rừng"),
        ("free range", "Gà đồi; chăn thả"),
        ("thả vườn", "Chicken; free-range, 1.5 kg"),
        ("old trees", "Chè Shan; cây cổ thụ"),
        ("hái tay", "Tea; hand-picked"),
        ("new crop", "Gạo; vụ mới"),
        ("single origin", "Cà phê; cùng một vùng trồng"),
        ("with stem", "Cam; còn cuống"),
        ("seedless", "Nho; không hạt"),
        ("one bud two leaves", "Chè; 1 tôm 2 lá"),
        ("vacuum packed", "Thịt; hút chân không"),
        ("English label", "Mật ong; nhãn phụ tiếng Anh"),
        ("barcode", "Miến; có mã vạch"),
        ("unfiltered", "Mật ong; chưa lọc"),
        ("bo dau, lot vo, rut chi", "Shrimp; headless, peeled, deveined"),
        ("whole cleaned squid", "Mực ống; nguyên con làm sạch"),
        ("gift box with English label", "Trà; hộp quà, nhãn tiếng Anh"),
        ("compostable packaging", "Ống hút; bao bì phân hủy sinh học"),
        ("100% cotton", "Khăn; 100% sợi bông"),
        ("free from pests and moulds", "Gạo; sạch sâu mọt, không mốc"),
        ("clean of mud", "Xà lách; sạch bùn"),
        ("no old stock", "Hạt điều; vụ mới"),
        ("no power loom", "Khăn; dệt tay"),
        ("no starch filler", "Bột nghệ; nguyên chất"),
        ("food-grade plastic", "Can nhựa; nhựa thực phẩm"),
        ("nuôi thả, không cám tăng trọng", "Black pig; free-range, no growth promoters"),
        ("khong pha duong mia", "Duong thot not; khong tron duong mia"),
        ("vaccinated, ear-tagged", "Bò; đã tiêm phòng, đeo thẻ tai"),
        ("glass jar 500 g", "Mật ong; hũ thủy tinh 500 g"),
        ("tui kraft 250 g", "Tea; kraft bag 250 g"),
        ("stem cut", "Nấm hương; cắt chân"),
        ("seeds removed", "Mơ; đã bỏ hạt"),
        ("wheel-thrown", "Bình gốm; chuốt bàn xoay"),
        ("hand-rolled by women", "Trà; vò tay, hand-rolled by women of the village"),
    ],
)  # fmt: skip
def test_what_the_offer_says_in_other_words_is_met(spec, words):
    assert {says for says, _ in told(spec, words)} == {"same"}


@pytest.mark.parametrize(
    ("spec", "words", "shown"),
    [
        ("natural dye", "Khăn; nhuộm công nghiệp", "nhuộm công nghiệp"),
        ("nhuộm chàm", "Scarf; synthetic dye", "synthetic dye"),
        ("linen", "Khăn; sợi bông", "sợi bông"),
        ("sợi lanh", "Scarf; cotton 180 cm", "cotton"),
        ("handwoven", "Khăn; dệt máy", "dệt máy"),
        ("no lacquer", "Giỏ mây; sơn bóng", "sơn bóng"),
        ("skin-on", "Cá phi lê; bỏ da", "bỏ da"),
        ("skinless", "Cá phi lê; còn da", "còn da"),
        ("bóc vỏ", "Shrimp; shell-on", "shell-on"),
        ("unpeeled", "Tôm; bóc vỏ", "bóc vỏ"),
        ("nguyên con", "Cá thu; cut into chunks", "cut into chunks"),
        ("whole", "Cá thu; cắt khúc", "cắt khúc"),
        ("unsalted", "Hạt điều; tẩm muối", "tẩm muối"),
        ("sun dried", "Măng; sấy lò", "sấy lò"),
        ("freeze-dried", "Dâu; sấy lạnh", "sấy lạnh"),
        ("washed", "Cà phê nhân; honey process", "honey process"),
        ("green bean", "Cà phê; rang mộc", "rang mộc"),
        ("headless", "Tôm; còn đầu", "còn đầu"),
        ("free range", "Gà; nuôi nhốt", "nuôi nhốt"),
        ("new crop", "Gạo; vụ trước", "vụ trước"),
        ("with lid", "Giỏ; không nắp", "không nắp"),
        ("unpasteurised", "Mật; thanh trùng", "thanh trùng"),
        ("không hun khói", "Sausage; smoked", "smoked"),
        ("sliced", "Thịt trâu; xé sợi", "xé sợi"),
        ("unfiltered", "Mật ong; lọc sạch", "lọc sạch"),
    ],
)
def test_what_the_offer_says_to_the_contrary_is_not_met(spec, words, shown):
    assert told(spec, words) == [("unmet", shown)]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("sợi lanh", "Rau; bảo quản lạnh"),
        ("indigo dyed", "Khăn; dệt tay"),
        ("natural process", "Khăn; nhuộm tự nhiên"),
        ("honey process", "Kẹo; mật ong rừng"),
        ("with seed", "Giỏ quà; có hạt điều"),
        ("không sơn", "Măng Bắc Sơn; loại 1"),
        ("no lacquer", "Giỏ; đan tay"),
        ("purple skin", "Khoai lang; ruột tím, vỏ vàng"),
        ("glass", "Bát; sứ trắng"),
        ("bamboo", "Giỏ; mây nước"),
        ("cotton", "Chè; bó 10 bông"),
        ("smoked", "Thịt lợn; ướp muối"),
        ("no sulphur", "Măng; lưu huỳnh đạt"),
        ("rot-free", "Ca rot; loai 1"),
        ("gluten free", "Bánh; không đường"),
        ("100% linen", "Khăn; sợi lanh pha bông"),
        ("no silk", "Khăn; sợi bông"),
        ("cotton lining", "Giỏ; lót vải"),
        ("không ướp hương", "Cá; không ướp đá"),
        ("astringent-free", "Nuoc mam; khong chat bao quan"),
        ("silk", "Mien dong; soi to"),
        ("debearded", "Chanh; giao ca bo rau"),
        ("còn đuôi", "Cá; rượu không duoi 30 do"),
        ("mould-free", "Măng; đã sấy chống mốc"),
        ("washable, undyed", "Khăn; 60 cm"),
    ],
)
def test_words_that_only_look_alike_or_say_less_are_not_taken_for_it(spec, words):
    assert "same" not in {says for says, _ in told(spec, words)}


def test_what_is_more_general_is_laid_beside():
    assert told("indigo dyed", "Khăn; nhuộm tự nhiên, 60 cm") == [("part_said", "nhuộm tự nhiên")]


def test_words_that_answered_a_clause_are_not_quoted_as_unread():
    offer = Offer("o", "Giỏ mây", description="không sơn, mây rừng trồng ba năm")
    rows = [{"asks": "no lacquer", "says": "same", "offered": ""}]
    assert left_unread(offer, rows, "Rattan baskets") == ["mây rừng trồng ba năm"]


@pytest.mark.parametrize(
    ("spec", "words", "shown"),
    [
        ("natural dye", "Khăn; nhuộm tự nhiên một phần, còn lại nhuộm công nghiệp",
         "nhuộm tự nhiên một phần, còn lại nhuộm công nghiệp"),
        ("wet processed", "Cà phê; 70% chế biến ướt", "70% chế biến ướt"),
        ("old trees", "Chè; 30% cổ thụ", "30% cổ thụ"),
        ("sun-dried", "Cá; phơi nắng khi trời đẹp, mưa thì sấy lò",
         "phơi nắng khi trời đẹp, mưa thì sấy lò"),
        ("boneless", "Cá; rút xương phụ thu 5k", "rút xương phụ thu 5k"),
        ("no sulphur", "Măng; lưu huỳnh dưới 10 ppm", "lưu huỳnh dưới 10 ppm"),
    ],
)  # fmt: skip
def test_what_holds_of_some_of_the_goods_is_laid_beside(spec, words, shown):
    assert told(spec, words) == [("part_said", shown)]


def test_a_choice_that_the_seller_leaves_is_met():
    assert told("handwoven", "Khăn; dệt tay hoặc dệt máy theo đơn") == [("same", "")]
    assert told("medium roast", "Cà phê; rang vừa, rang đậm") == [("same", "")]


def test_goods_dried_in_a_vacuum_are_not_packed_in_one():
    assert told("vacuum packed", "Chuối; sấy chân không") != [("same", "")]
