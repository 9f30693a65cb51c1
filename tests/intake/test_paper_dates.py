import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("Nhân điều 3 tấn, ATTP còn đến 10/01/2027", ()),
        ("mật ong 500 lít, HACCP valid until 15 Mar 2027", ()),
        ("chè 2 tạ/tháng, VietGAP có hiệu lực đến tháng 6/2027", ()),
        ("mật ong 5 tấn mỗi tháng, tháng 3 đến tháng 7, HACCP đến 31/01/2027", (3, 4, 5, 6, 7)),
        ("Vải thiều VietGAP từ tháng 5 đến tháng 7, 20 tấn", (5, 6, 7)),
    ],
)
def test_the_last_day_of_a_paper_is_no_month_of_delivery(reader: Reader, words: str, months: tuple[int, ...]):
    assert reader.read(words).months == months


def test_from_now_on_is_no_april(reader: Reader) -> None:
    assert 4 not in reader.read("mang kho 2 ta 1 thang tu gio den het thang 2").months


def test_meals_are_not_the_amount_of_goods_weighed(reader: Reader) -> None:
    reading = reader.read("bếp ăn 2.500 suất, cần 350kg củ cải mỗi ngày")
    assert (reading.quantity_min, reading.unit, reading.per) == (350, "kg", "day")


def test_tu_alone_is_no_four(reader: Reader) -> None:
    assert reader.read("hat dieu tu dong goi, 3 ta, 220k/ky").price_min == 220_000
