"""What buyers ask of the goods in free words."""

import pytest

from scoring.criteria.wishes import wished_in, wishes, without_price_remarks
from scoring.records import Demand


@pytest.mark.parametrize(
    ("remarks", "spec", "asked"),
    [
        ("can buoi co la, thung 10kg", "", ["co la", "thung 10kg"]),
        ("lấy dê móc hàm, hút chân không", "", ["móc hàm", "hút chân không"]),
        ("bưởi có lá", "quả có lá", []),
        ("giao buổi sáng, có làm thêm", "", []),
    ],
)
def test_free_words_ask_for_parts_and_packs_that_no_specification_says(remarks, spec, asked):
    assert wishes(Demand("d", "bưởi", remarks=remarks, spec=spec)) == asked


def test_a_grade_in_the_name_is_asked_and_what_is_written_twice_once():
    assert wishes(Demand("d", "Vải thiều loại 1")) == ["loại 1"]
    assert wishes(Demand("d", "vải", remarks="cần vải có lá; vải có lá", note="vải có lá")) == ["có lá"]


@pytest.mark.parametrize(
    ("remarks", "asked"),
    [
        ("2 tấn cà chua, trái đều, không dập, giao chợ đầu mối trước 3h sáng", ["trái đều", "không dập"]),
        ("hạt mắc ca nứt vỏ size 20-24mm 5 tạ, ẩm dưới 3%, không tẩy trắng",
         ["size 20-24mm", "ẩm dưới 3%", "không tẩy trắng"]),
        ("120 kg cá kèo khô 30-40 con/kg, không phẩm màu", ["30-40 con/kg", "không phẩm màu"]),
        ("tiêu 500 g/l trở lên, tạp dưới 1%", ["500 g/l trở lên", "tạp dưới 1%"]),
        ("18 tan/tuan, trai 250g tro len", ["trai 250g tro len"]),
        ("3 tấn bưởi Diễn, quả tròn đều trên 1 kg, hộp 4 quả", ["quả tròn đều trên 1 kg", "hộp 4 quả"]),
        ("mỗi tháng 12 tấn nhân robusta R2 sàng 16, 102k/kg", ["R2 sàng 16"]),
        ("200 chai rượu mỗi tháng, không lấy can; phải có tem", ["có tem"]),
        ("200 lo mat ong, khong pha duong, chai thuy tinh", ["khong pha duong", "chai thuy tinh"]),
        ("chum dep tren 300g, hat tron, khong lan te", ["chum dep tren 300g", "hat tron", "khong lan te"]),
        ("1 x 40' container every month, khăn 35x180 cm", ["35x180 cm"]),
        ("xấu mã cũng được nếu rẻ, không cần cuống lá", []),  # what is allowed
        ("100 kg/ngày, giao trước 5 giờ sáng, giá 25-30k/kg, tháng 2 đến tháng 5, trả tiền ngay", []),
        ("đổi trái không sáp, không gộp hàng, không quá 20k", []),
        ("phải có hóa đơn đỏ, can 400 kg, con lon den", []),
    ],
)  # fmt: skip
def test_conditions_in_a_long_text_are_found_and_its_amounts_and_terms_are_none(remarks, asked):
    assert wishes(Demand("d", "hàng", remarks=remarks)) == asked


def test_a_size_goes_with_the_one_of_several_goods_that_its_sentence_opens_with():
    free = "Bap cai cuon chat 1-1,8 kg, bo la gia; su su khong gia xo"
    several = Demand("D", "Bắp cải, cải thảo, su su quả", remarks=free)
    assert "Bắp cải 1-1,8 kg" in wishes(several)
    assert "1-1,8 kg" in wishes(Demand("D", "Bắp cải", remarks=free))


@pytest.mark.parametrize(
    ("product", "free", "found"),
    [
        ("Bắp cải, cải thảo, su su quả", "Bap cai cuon chat 1-1,8 kg; su su khong gia xo",
         ["Bắp cải 1-1,8 kg", "su su khong gia xo"]),
        ("Bắp cải", "Bap cai cuon chat 1-1,8 kg", ["1-1,8 kg"]),
        ("Cam, bưởi", "bưởi không hạt", ["bưởi không hạt"]),
    ],
)  # fmt: skip
def test_of_several_goods_a_wish_keeps_the_words_that_say_of_which_it_is(product, free, found):
    assert wishes(Demand("d", product, remarks=free)) == found


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Đi hàng không và tàu lạnh sang Hà Lan", ()),
        ("gui hang khong sang EU", ()),
        ("vận chuyển hàng không lạnh", ()),
        ("hàng không dập, giao đều", ("không dập",)),
    ],
)
def test_the_air_that_goods_travel_by_denies_nothing(text, wish):
    assert tuple(each for piece in text.split(",") for each in wished_in(piece)) == wish


@pytest.mark.parametrize(
    "piece",
    [
        "Thanh toán 45 ngày không rút ngắn được",
        "cong no 30 ngay, khong keo dai",
        "chuyển khoản không trễ hẹn",
    ],
)
def test_what_is_said_of_payment_is_no_wish_on_goods(piece):
    assert wished_in(piece.split(",")[0]) == ()


@pytest.mark.parametrize(
    ("spec", "left"),
    [
        ("loại 1, giá thỏa thuận theo mẫu", "loại 1, "),
        ("gia theo mau; qua deu", "; qua deu"),
        ("báo giá theo tuần, size 3", ", size 3"),
        ("xem mẫu rồi chốt giá", ""),
        ("price by sample", ""),
        ("già tự nhiên, theo mẫu đã duyệt", "già tự nhiên, theo mẫu đã duyệt"),
        ("gia vị theo mẫu", "gia vị theo mẫu"),
    ],
)
def test_what_leaves_the_price_to_be_agreed_asks_nothing_of_the_goods(spec, left):
    assert without_price_remarks(spec) == left
