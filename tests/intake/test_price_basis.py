"""Where a price is taken is read in the writer's own words, and never guessed."""

from __future__ import annotations

import pytest

from matchmaker.intake.price_basis import find_basis
from matchmaker.intake.price_places import NAMED_PLACE, OPEN_STORE, PORT, STORE, WORKS
from matchmaker.intake.reading import Reader
from matchmaker.intake.text import tokenize


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("giá 6-7k/kg tại vườn", "farm_gate", "tại vườn"),
        ("120k, lay tan nha", "farm_gate", "lay tan nha"),
        ("bò hơi 95.000 đ/kg tại trại", "farm_gate", "tại trại"),
        ("55k/kg tai kho", STORE, "tai kho"),
        ("55k/kg tại kho HTX", "depot", "tại kho HTX"),
        ("101-106k/kg giao tại kho", OPEN_STORE, "giao tại kho"),
        ("giao tai kho lanh 90k/kg", OPEN_STORE, "giao tai kho lanh"),
        ("90k/kg giao kho", OPEN_STORE, "giao kho"),
        ("90k/kg giao tai nha kho", OPEN_STORE, "giao tai nha kho"),
        ("90k/kg giao kho lạnh", OPEN_STORE, "giao kho lạnh"),
        ("90k/kg delivered at warehouse", OPEN_STORE, "delivered at warehouse"),
        ("90k/kg giao kho siêu thị", "delivered", "giao kho siêu thị"),
        ("90k/kg giao kho chuỗi", "delivered", "giao kho chuỗi"),
        ("90k/kg giao kho chuỗi cửa hàng", "delivered", "giao kho chuỗi cửa hàng"),
        ("90k/kg giao kho chuoi sieu thi", "delivered", "giao kho chuoi sieu thi"),
        ("9k/kg tai kho chuoi", STORE, "tai kho"),
        ("90k/kg giao kho Hà Nội", NAMED_PLACE, "giao kho Hà Nội"),
        ("giá xuất kho 90k/kg", "depot", "giá xuất kho"),
        ("55k/kg giao tại kho bên mua", "delivered", "giao tại kho bên mua"),
        ("55k/kg giao tại kho anh", "delivered", "giao tại kho anh"),
        ("55k/kg giao tại kho siêu thị", "delivered", "giao tại kho siêu thị"),
        ("55k/kg giao tận kho", "delivered", "giao tận kho"),
        ("55k/kg giao tại kho HTX", "depot", "giao tại kho HTX"),
        ("giá 210–230k/kg tại xã, đi xe khách", "farm_gate", "tại xã"),
        ("30k/kg, giao o trung tam xa", "farm_gate", "giao o trung tam xa"),
        ("30k/kg đầu bản", "farm_gate", "đầu bản"),
        ("30k/kg ra xe", "depot", "ra xe"),
        ("3 usd/kg at cooperative warehouse", STORE, "at cooperative warehouse"),
        ("18.000 đ/kg, lên xe", "depot", "lên xe"),
        ("22k/kg giao tận nơi", "delivered", "giao tận nơi"),
        ("10k/kg giao tận bếp", "delivered", "giao tận bếp"),
        ("18k giao tan nha hang", "delivered", "giao tan nha hang"),
        ("95.000 đ/kg đã gồm vận chuyển", "delivered", "đã gồm vận chuyển"),
        ("70k/chai giao tai cang Phan Thiet, 1500 chai", NAMED_PLACE, "giao tai cang Phan Thiet"),
        ("24-26 ngàn/kg giao chành Châu Đốc", "truck_station", "giao chành Châu Đốc"),
        ("85-100k/kg tai dao", "farm_gate", "tai dao"),
        ("350 nghìn/hộp giao tới TP.HCM", NAMED_PLACE, "giao tới TP.HCM"),
        ("gia toi 32k/kg giao Long Bien, co tem", NAMED_PLACE, "giao Long Bien"),
        ("75k/lít giao Hà Nội, nợ 15 ngày", NAMED_PLACE, "giao Hà Nội"),
        ("185k/kg giao cửa khẩu Móng Cái, phải có mã", NAMED_PLACE, "giao cửa khẩu Móng Cái"),
        ("195k/kg giao Cau Giay truoc 5h sang", NAMED_PLACE, "giao Cau Giay"),
        ("gia toi da 90k/kg ve nha may, tra sau 30 ngay", "delivered", "ve nha may"),
        ("gia 50k/kg tai nha may Ha Noi", WORKS, "tai nha may Ha Noi"),
        ("40k/kg tại nhà hàng", STORE, "tại nhà hàng"),
        ("USD 9.5/kg FOB Hai Phong", PORT, "FOB Hai Phong"),
        ("USD 3/kg FOB, min 1 FCL", PORT, "FOB"),
        ("CIF 4.2 USD/kg", PORT, "CIF"),
        ("52k/kg FCA Hai Phong", PORT, "FCA Hai Phong"),
        ("52k/kg FCA", "depot", "FCA"),
        ("about 61,000 VND/kg net ex-factory", "farm_gate", "ex-factory"),
        ("price 44k/kg ex-works", "farm_gate", "ex-works"),
        ("30k VND/kg Ex-Farm", "farm_gate", "Ex-Farm"),
        ("30k/kg farm-gate", "farm_gate", "farm-gate"),
        ("95-110k VND/kg ex cold store", STORE, "ex cold store"),
        ("70k/kg ex-warehouse", STORE, "ex-warehouse"),
        ("70k/kg ex mill", WORKS, "ex mill"),
        ("honey 48k/kg at bee yard", "farm_gate", "at bee yard"),
        ("50k/kg len xe tai chanh Cang Long", "truck_station", "len xe tai chanh Cang Long"),
        ("50k/kg lên xe tại kho", "depot", "lên xe"),
        ("35k/kg tại vựa", STORE, "tại vựa"),
        ("28-32k tai diem tap ket Cai Be", STORE, "tai diem tap ket Cai Be"),
        ("15k/kg tai to hop tac", "farm_gate", "tai to"),
        ("tôm 220k/kg tại vuông", "farm_gate", "tại vuông"),
        ("cá thu 210k/kg tại cảng, 3 tạ mỗi chuyến", "farm_gate", "tại cảng"),
        ("ghe toi vuon lay 4k/kg", "farm_gate", "toi vuon"),
        ("bán tại bè 95k/kg", "farm_gate", "tại bè"),
        ("150k/kg, ship bên mua chịu", "depot", "ship bên mua chịu"),
        ("giá chưa gồm cước 85k/kg", "depot", "chưa gồm cước"),
        ("45k/kg gửi xe Phương Trang", "truck_station", "gửi xe"),
        ("90k/hộp giao xe khách đi Kon Tum", "truck_station", "giao xe khách"),
        ("180k/kg giao bến xe Nước Ngầm", "truck_station", "giao bến xe Nước Ngầm"),
        ("65k/kg giao chợ đầu mối Bình Điền", NAMED_PLACE, "giao chợ đầu mối Bình Điền"),
        ("42k/kg giao cho dau moi Thu Duc moi dem", NAMED_PLACE, "giao cho dau moi Thu Duc"),
        ("80k/kg giao tận nơi nội thành Đà Nẵng", NAMED_PLACE, "giao tận nơi nội thành Đà Nẵng"),
        ("giá ≤45k/kg tới kho Dĩ An", NAMED_PLACE, "tới kho Dĩ An"),
        ("nhận 5-15/1 tại Tân Thuận HCM, 1tr4/kg", NAMED_PLACE, "tại Tân Thuận HCM"),
        ("400k/con giao quận 7", NAMED_PLACE, "giao quận 7"),
        ("giao truoc 15/1/2027 kho Long Bien, 210k/kg", STORE, "kho Long Bien"),
        ("gia 60k/kg den tan bep", "delivered", "den tan bep"),
        ("28k/kg đến trường", "delivered", "đến trường"),
        ("155k/kg landed price in Dong Nai", NAMED_PLACE, "landed price in Dong Nai"),
        ("4.9 USD/kg at our packing house in Son La", WORKS, "at our packing house"),
        ("40k/kg collected from orchard", "farm_gate", "collected from orchard"),
        ("price at origin 40k/kg", "farm_gate", "at origin"),
        ("150k/kg tại kho nhà", "farm_gate", "tại kho nhà"),
        ("18k/kg giao nội thành", NAMED_PLACE, "giao nội thành"),
        ("45k/kg ship trong thành phố", NAMED_PLACE, "ship trong thành phố"),
        ("18k/kg, giao tận bến", "truck_station", "giao tận bến"),
        ("cá 90k/kg tại bến", "farm_gate", "tại bến"),
        ("mật 120k/lít, lấy tận nơi", "farm_gate", "lấy tận nơi"),
        ("45k/kg đầu bờ", "farm_gate", "đầu bờ"),
        ("45k/kg giao lên xe ở Mộc Châu", "depot", "lên xe"),
        ("22k/kg cước tính riêng", "depot", "cước tính riêng"),
        ("giá vào nhà máy 8.500đ/kg", "delivered", "giá vào nhà máy"),
        ("trả 55k/kg, xe công ty vào tận vườn lấy", "farm_gate", "vào tận vườn"),
    ],
)
def test_the_place_of_a_price_is_read_with_its_words(text: str, code: str, words: str) -> None:
    tokens = tokenize(text).tokens
    found = find_basis(tokens)
    assert found is not None
    assert (found.code, text[tokens[found.start].start : tokens[found.end - 1].end]) == (code, words)


@pytest.mark.parametrize(
    "text",
    [
        "20k/kg",
        "không giao tận nơi, 20k/kg",
        "20k/kg tại vườn, 22k/kg giao tận nơi",  # two prices: which one is asked
        "giao tại 12",
        "20k/kg giao T12",
        "20k/kg giao lạnh, giao ngay, giao 3 chuyến",
        "20K/KG GIAO HANG NGAY",
        "long nhan kho Hung Yen 200k/kg",  # dried, and no store
        "mực khô Phan Thiết 900k/kg",
        "đóng gói tại xưởng, 60k/hộp",
        "bán tại quầy bar, giá 150k/chai",
        "300-400 lit, ban tu thang 9, de o kho",
        "gạo tẻ cho bếp ăn, 18k/kg",
        "giao hai đợt, 90k/kg",
        "tea 200k/kg in June",
        "rice 10k/kg, goods from Dak Lak",
        "mực 900k/kg khô Phan Thiết",
        "",
    ],
)
def test_where_nothing_is_said_or_two_things_are_nothing_is_read(text: str) -> None:
    assert find_basis(tokenize(text).tokens) is None


def test_goods_brought_to_the_place_that_a_message_names_are_priced_there_in_small_letters_too() -> None:
    text = "35k/kg giao nha trang moi tuan"
    start = text.index("nha trang")
    found = find_basis(tokenize(text).tokens, [(start, start + len("nha trang"))])
    assert found is not None
    assert (found.code, found.end - found.start) == (NAMED_PLACE, 3)


def test_of_two_places_that_of_the_price_itself_is_believed() -> None:
    tokens = tokenize("giá 20k/kg giao Bắc Giang, 19k/kg lấy tại vườn").tokens
    assert find_basis(tokens) is None
    found = find_basis(tokens, price=(1, 5))
    assert found is not None
    assert (found.code, found.name) == (NAMED_PLACE, (6, 8))


@pytest.mark.parametrize("text", ["FOB price not above 42,000 VND/kg", "rice, FOB price max 30,000 VND/kg"])
def test_the_word_price_is_no_name_of_a_port(reader: Reader, text: str) -> None:
    assert reader.read(text).basis_name == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cà phê nhân 105k/kg kho Di Linh", STORE),
        ("90k/kg ca kho em lam", ""),
        ("giá 136-140 nghìn/kg kho HTX, Hướng Phùng", "depot"),
        ("gia 55k/kg kho hop tac xa", "depot"),
        ("mực 900k/kg khô Phan Thiết", ""),
        ("coffee 100k/kg from Dak Lak", ""),
        ("rice 10k/kg from January", ""),
    ],
)
def test_a_store_beside_a_price_is_no_dry_weight_and_an_origin_or_a_month_no_place(
    reader: Reader, text: str, code: str
) -> None:
    assert reader.read(text).price_basis == code
