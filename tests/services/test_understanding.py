from __future__ import annotations

from datetime import date

import pytest

from matchmaker.errors import InvalidRecord
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import certificates, demand_from, find_place, offer_from
from scoring.columns.items import listed_needs, needs_of
from scoring.records import Certificate, Doubt, Offer, Place, Size

TODAY = date(2026, 11, 21)


def test_what_a_record_states_is_never_replaced_by_its_text() -> None:
    record = {
        "id": "O1",
        "product": "Mận",
        "quantity": 5,
        "unit": "tấn",
        "months": [8],
        "price_min": 20000,
        "price_basis": "depot",
        "supply_text": "20 tạ mỗi tuần, tháng 6, 15.000 đ/kg",
    }

    offer = offer_from(record, load_reference(), TODAY)

    assert (offer.quantity, offer.unit, offer.months, offer.price_min) == (5, "tấn", (8,), 20000)
    assert offer.price_basis == "depot"


def test_absent_fields_are_read_from_the_text() -> None:
    record = {"id": "O1", "product": "Mận", "supply_text": "2 tấn/tuần, tháng 6-7, 15.000đ/kg"}

    offer = offer_from(record, load_reference(), TODAY)

    assert (offer.quantity, offer.unit, offer.per) == (2000, "kg", "week")
    assert offer.months == (6, 7)
    assert (offer.price_min, offer.price_unit) == (15000, "kg")


def test_the_season_text_goes_before_the_free_text() -> None:
    record = {"id": "D1", "product": "Mận", "season_text": "tháng 9", "demand_text": "cần 2 tấn tháng 6"}

    assert demand_from(record, load_reference(), TODAY).months == (9,)


def test_an_assumed_price_basis_is_a_doubt() -> None:
    offer = offer_from({"id": "O1", "product": "Mận", "price_min": 1000}, load_reference(), TODAY)

    assert Doubt("price_basis", "assumed_farm_gate") in offer.doubts


@pytest.mark.parametrize(
    ("text", "offered", "wanted"),
    [
        ("20k/kg tại vườn", "farm_gate", "farm_gate"),
        ("20k/kg tại kho", "depot", "delivered"),
        ("20k/kg giao tại kho", "depot", "delivered"),
        ("20k/kg giao tại chợ Lim", "", "delivered"),
        ("giá tới chợ dưới 280k/kg", "", "delivered"),
        ("8.500 đ/kg giao nhà máy", "delivered", "delivered"),
        ("gia ve kho Ha Noi 30k/kg", "", "delivered"),
        ("20k/kg FOB Hải Phòng", "", ""),
        ("60-70k/kg, giao Hà Nội", "", "delivered"),
        ("100k/kg giao lò mổ", "delivered", "delivered"),
    ],
)
def test_where_the_price_is_taken_is_read_from_the_words_of_each_side(
    text: str, offered: str, wanted: str
) -> None:
    record = {"id": "X", "product": "Mận", "supply_text": text, "demand_text": text}
    offer = offer_from(record, load_reference(), TODAY)
    assert offer.price_basis == offered
    assert demand_from(record, load_reference(), TODAY).price_basis == wanted
    assert any(doubt.code == "price_at_place" for doubt in offer.doubts) is (offered == "")
    assert offer_from({**record, "price_basis": "depot"}, load_reference(), TODAY).price_basis == "depot"


@pytest.mark.parametrize("words", ["giao tại kho", "giao tai kho lanh", "giao hàng tại kho"])
def test_whose_store_a_sellers_price_is_delivered_at_is_a_doubt(words: str) -> None:
    record = {"id": "X", "product": "Mận", "supply_text": f"20k/kg {words}"}
    own = offer_from(record, load_reference(), TODAY)
    assert own.price_basis == "depot"
    assert Doubt("price_basis", "store_whose", {"value": words}) in own.doubts
    stated = offer_from({**record, "price_basis": "delivered"}, load_reference(), TODAY)
    assert (stated.price_basis, stated.doubts) == ("delivered", ())
    theirs = offer_from({**record, "supply_text": f"20k/kg {words} bên mua"}, load_reference(), TODAY)
    assert theirs.price_basis == "delivered"


@pytest.mark.parametrize(
    ("text", "place", "basis"),
    [
        ("48,000 VND/kg FOB Cat Lai", "Cát Lái, Hồ Chí Minh", "delivered"),
        ("FCA Hai Phong warehouse, 42k/kg", "Hai Phong", "delivered"),
        ("48,000 VND/kg FOB Cat Lai", "Lạng Sơn", ""),
    ],
)
def test_a_port_where_the_buyer_takes_the_goods_is_his_door(text: str, place: str, basis: str) -> None:
    record = {"id": "X", "product": "Mận", "place": place, "demand_text": text}
    assert demand_from(record, load_reference(), TODAY).price_basis == basis


def test_a_note_says_where_a_price_is_taken() -> None:
    record = {"id": "X", "product": "Mận", "price_min": 9000, "price_unit": "kg", "note": "giá tại vườn"}
    assert offer_from(record, load_reference(), TODAY).price_basis == "farm_gate"


def test_a_quantity_without_a_unit_is_a_doubt() -> None:
    offer = offer_from({"id": "O1", "product": "Mận", "quantity": 3}, load_reference(), TODAY)

    assert Doubt("unit", "unit_missing", {"quantity": 3}) in offer.doubts


@pytest.mark.parametrize(
    ("required", "accepted"),
    [
        (None, ()),
        (False, ()),
        (True, ("HDDT", "HDDT_MTT")),
        (["BANG_KE"], ("BANG_KE",)),
    ],
)
def test_the_invoices_that_serve(required: object, accepted: tuple[str, ...]) -> None:
    record = {"id": "D1", "product": "Mận", "invoice_required": required}

    assert demand_from(record, load_reference(), TODAY).invoices_accepted == accepted


def test_the_least_amount_may_be_told_in_kilograms() -> None:
    record = {"id": "D1", "product": "Mận", "min_lot_kg": 500}
    offer = {"id": "O1", "product": "Mận", "min_order": 2, "min_order_unit": "tạ"}

    demand = demand_from(record, load_reference(), TODAY)
    offered = offer_from(offer, load_reference(), TODAY)

    assert (demand.min_lot, demand.min_lot_unit) == (500, "kg")
    assert (offered.min_order, offered.min_order_unit) == (2, "tạ")


def test_papers_carry_their_last_day_and_stars() -> None:
    assert certificates(["ATTP", "VIETGAP@2027-01-31", "OCOP4"]) == (
        Certificate("ATTP"),
        Certificate("VIETGAP", date(2027, 1, 31)),
        Certificate("OCOP", None, 4),
    )


def test_a_place_is_found_under_its_old_names() -> None:
    place, _ = find_place("huyện Bắc Hà, tỉnh Lào Cai", load_reference())

    assert place.province == "Lào Cai"
    assert place.lat == pytest.approx(22.53, abs=0.3)


def test_a_commune_that_bears_the_name_of_its_old_district_is_found_as_its_text_would_be() -> None:
    said = {"commune": "Kỳ Sơn", "province": "Nghệ An", "old_district": "Kỳ Sơn", "old_province": "Nghệ An"}
    place, doubts = find_place(said, load_reference())
    written, _ = find_place("Kỳ Sơn, Nghệ An", load_reference())

    assert doubts == []
    assert (place.lat, place.lon, place.text) == (written.lat, written.lon, "Kỳ Sơn, Nghệ An")


def test_no_place_is_no_doubt() -> None:
    assert find_place(None, load_reference()) == (Place(), [])


def test_a_place_that_nobody_knows_refuses_the_record() -> None:
    with pytest.raises(InvalidRecord) as refused:
        find_place("Xyzzyqwerty", load_reference())

    assert refused.value.messages["place"][0]["vi"]


def test_the_size_of_a_piece_is_read_from_any_text_of_a_record():
    told = {"id": "R", "product": "Nước mắm", "packaging": "chai 500 ml", "note": "thùng 12 chai"}
    offer = offer_from(told, load_reference(), date(2026, 11, 26))
    assert offer.sizes == (Size("chai", 500, 500, "ml"),)
    demand = demand_from({"id": "Q", "product": "nước mắm chai 1 lít"}, load_reference(), date(2026, 11, 26))
    assert demand.sizes == (Size("chai", 1, 1, "lít"),)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"supply_text": "40-60 kg/ngày, giá thoả thuận"}, "thoả thuận"),
        ({"note": "theo báo giá tuần"}, "theo báo giá"),
        ({"supply_text": "40 kg/ngày, 12.000 đ/kg, có thương lượng"}, None),
        ({"supply_text": "40 kg/ngày"}, None),
    ],
)
def test_a_price_left_open_is_a_doubt_with_its_words(record: dict[str, str], words: str | None) -> None:
    offer = offer_from({"id": "O1", "product": "Mận", **record}, load_reference(), TODAY)
    said = [doubt.facts["value"] for doubt in offer.doubts if doubt.code == "price_open"]
    assert (said[0] if said else None) in (words, f"giá {words}")


def test_a_price_in_another_money_is_kept_as_it_is_written_and_not_converted() -> None:
    record = {"id": "O1", "product": "Quế", "price_min": 3.1, "price_unit": "USD/kg"}
    offer = offer_from(record, load_reference(), TODAY)
    money = [doubt.facts for doubt in offer.doubts if doubt.code == "other_currency"]
    assert (offer.price_min, money) == (None, [{"currency": "USD", "low": 3.1, "unit": "kg"}])
    dong = offer_from({**record, "price_unit": "VND/kg", "price_min": 60000}, load_reference(), TODAY)
    assert (dong.price_min, dong.price_unit) == (60000, "kg")


def test_each_of_several_amounts_is_kept_with_its_words() -> None:
    text = "măng khô 3 tấn, mộc nhĩ 1 tấn; giá 220k/kg"
    offer = offer_from({"id": "O1", "product": "măng, mộc nhĩ", "supply_text": text}, load_reference(), TODAY)
    parts = next(doubt.facts["parts"] for doubt in offer.doubts if doubt.code == "several")
    assert [(part["words"], part["quantity"]) for part in parts] == [
        ("măng khô 3 tấn", 3000), ("mộc nhĩ 1 tấn", 1000),
    ]  # fmt: skip
    assert offer.remarks == text


def test_live_weight_and_the_weight_of_heads_are_kept_from_a_message() -> None:
    text = "40 con/thang, con 50-60kg, 95k/kg hoi"
    offer = offer_from({"id": "O1", "product": "lợn đen", "supply_text": text}, load_reference(), TODAY)
    assert (offer.price_unit, offer.sizes) == ("kg hơi", (Size("con", 50, 60, "kg"),))


def test_an_amount_without_a_figure_is_a_doubt_with_its_words() -> None:
    record = {"id": "X", "product": "Gạo", "demand_text": "mỗi thứ vài tạ", "note": "chỉ nhận gạo mới"}
    demand = demand_from(record, load_reference(), TODAY)
    found = [doubt for doubt in demand.doubts if doubt.code == "amount_open"]
    assert [(doubt.field, doubt.facts["value"]) for doubt in found] == [("quantity", "mỗi thứ vài tạ")]
    assert (demand.note, demand.remarks) == ("chỉ nhận gạo mới", "mỗi thứ vài tạ; chỉ nhận gạo mới")
    stated = demand_from({**record, "quantity": 5, "unit": "tạ"}, load_reference(), TODAY)
    assert not any(doubt.code == "amount_open" for doubt in stated.doubts)


def test_words_about_lorries_say_nothing_against_the_place_that_a_record_states() -> None:
    record = {
        "id": "D",
        "product": "Ổi lê",
        "price_max": 16000,
        "price_unit": "kg",
        "price_basis": "farm_gate",
    }
    note = {"note": "bên mua tự đưa xe lạnh đến kho đóng gói"}
    demand = demand_from(record | note, load_reference(), TODAY)
    assert demand.price_basis == "farm_gate"
    assert not any(doubt.code == "basis_differs" for doubt in demand.doubts)


def test_what_a_piece_weighs_beside_the_amount_is_its_size() -> None:
    text = "cai meo 50 bo/ngay moi bo 3 lang, 6k 1 bo"
    offer = offer_from({"id": "O", "product": "cải mèo", "supply_text": text}, load_reference(), TODAY)
    assert [(size.unit, round(size.low, 2), size.measure) for size in offer.sizes] == [("bó", 0.3, "kg")]


def test_a_place_of_the_price_that_contradicts_the_one_chosen_is_asked() -> None:
    record = {"id": "X", "product": "Lợn đen", "price_min": 9000, "price_unit": "kg", "note": "tại trại"}
    offer = offer_from({**record, "price_basis": "delivered"}, load_reference(), TODAY)
    assert offer.price_basis == "delivered"
    assert [doubt.facts["value"] for doubt in offer.doubts if doubt.code == "basis_differs"] == ["tại trại"]
    same = offer_from({**record, "price_basis": "farm_gate"}, load_reference(), TODAY)
    assert not any(doubt.code == "basis_differs" for doubt in same.doubts)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("100 kg/thang moi loai, quanh nam, muc khong qua 1tr2/kg", ["muc"]),
        ("100 kg/thang moi loai, toi da 1tr2/kg", []),
        ("muc 1tr2/kg, ca 300k/kg", []),
    ],
)
def test_a_ceiling_beside_one_of_several_goods_is_for_that_alone(text: str, named: list[str]) -> None:
    record = {"id": "X", "product": "muc kho, khô cá", "demand_text": text}
    demand = demand_from(record, load_reference(), TODAY)
    assert [doubt.facts["value"] for doubt in demand.doubts if doubt.code == "price_of_one"] == named


def test_each_of_several_prices_keeps_the_words_beside_it() -> None:
    text = "mỗi tuần 200 kg cá thu tối đa 240k/kg giao bếp, mực tối đa 280k/kg"
    demand = demand_from({"id": "X", "product": "cá thu, mực", "demand_text": text}, load_reference(), TODAY)
    parts = next(d.facts["parts"] for d in demand.doubts if (d.field, d.code) == ("price", "several"))
    told = [(part["words"], part["price_max"]) for part in parts]
    assert told == [("mỗi tuần 200 kg cá thu tối đa 240k/kg", 240000), ("mực tối đa 280k/kg", 280000)]
    assert demand.price_max == 240000


def test_a_year_in_words_gives_the_days_of_delivery_where_none_are_stated() -> None:
    record = {"id": "D1", "product": "Lạc", "demand_text": "8 tấn/tháng cả năm 2027"}
    known = load_reference()

    read = demand_from(record, known, TODAY)
    stated = demand_from({**record, "deliver_to": date(2027, 6, 30)}, known, TODAY)
    open_ended = demand_from({"id": "D1", "product": "Lạc", "season_text": "từ tháng 4/2027"}, known, TODAY)

    assert (read.deliver_from, read.deliver_to) == (date(2027, 1, 1), date(2027, 12, 31))
    assert (stated.deliver_from, stated.deliver_to) == (None, date(2027, 6, 30))
    assert (open_ended.deliver_from, open_ended.deliver_to) == (date(2027, 4, 1), None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("giao từ 10/12 đến 20/1, 3 tấn", (date(2026, 12, 10), date(2027, 1, 20))),
        ("giao từ ngày 5 tháng 3 đến ngày 25 tháng 5", (date(2027, 3, 5), date(2027, 5, 25))),
        ("bán Tết, lấy từ 20/12 đến 25 tháng Chạp", (date(2026, 12, 20), date(2027, 2, 1))),
        ("từ 15/11 đến 15/12, 2 tấn", (None, date(2026, 12, 15))),
        ("giao tháng 12 đến tháng 1", (None, None)),
    ],
)
def test_the_days_that_a_buyer_names_are_those_of_delivery(
    text: str, days: tuple[date | None, date | None]
) -> None:
    demand = demand_from({"id": "D1", "product": "Cam", "demand_text": text}, load_reference(), TODAY)
    offer = offer_from({"id": "O1", "product": "Cam", "supply_text": text}, load_reference(), TODAY)

    assert (demand.deliver_from, demand.deliver_to) == days
    assert (offer.deliver_from, offer.deliver_to) == (None, None)  # they come again every year


@pytest.mark.parametrize(
    ("text", "quantity", "per"),
    [
        ("3 tháng một lứa, mỗi lứa 500 con", 500, "quarter"),
        ("2 tháng 1 lứa 300 con", 1800, "year"),
        ("nửa tháng 1 chuyến 3 tấn", 6000, "month"),
        ("mỗi chuyến 2 tấn", 2000, "batch"),
    ],
)
def test_batches_at_an_interval_are_spread_over_a_period(text: str, quantity: float, per: str) -> None:
    offer = offer_from({"id": "O1", "product": "Gà đồi", "supply_text": text}, load_reference(), TODAY)

    assert (offer.quantity, offer.per) == (quantity, per)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("cá phi lê 1,5 tấn/tuần, giá 68.000 giao Thủ Dầu Một", "kg"), ("30 kg, giá 3k2/khuc", "")],
)
def test_a_price_without_a_unit_beside_a_weight_is_taken_as_one_of_a_kilogram(text, unit):
    record = {"id": "D", "product": "cá tra phi lê", "demand_text": text}
    demand = demand_from(record, load_reference(), date(2026, 11, 27))
    assert demand.price_unit == unit
    assert bool(unit) == (Doubt("price_unit", "unit_taken", {"unit": "kg"}) in demand.doubts)
    said = demand_from(record | {"demand_text": "2 tan/thang; 75k/kg"}, load_reference(), TODAY)
    assert said.price_unit == "kg"
    assert all(each.code != "unit_taken" for each in said.doubts)


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        ({"supply_text": "15000 qua thang 8, 32k/qua tai vuon, loai 1-1.3kg"}, 1, 1.3),
        ({"supply_text": "8 nghìn quả, quả 0,7 - 1 cân, 20 nghìn 1 quả"}, 0.7, 1),
        ({"quantity": 12000, "unit": "quả", "description": "300–450 g, còn cuống"}, 0.3, 0.45),
    ],
)
def test_fruits_counted_of_a_range_of_weights_are_of_no_single_weight(record, low, high) -> None:
    offer = offer_from({"id": "O1", "product": "bưởi Phúc Trạch", **record}, load_reference(), TODAY)
    assert offer.unit_kg is None
    assert [(size.low, size.high) for size in offer.sizes] == [(pytest.approx(low), pytest.approx(high))]


def test_a_range_of_weights_beside_a_pack_or_of_goods_by_weight_is_no_fruit() -> None:
    told = {"id": "O1", "product": "Bưởi", "supply_text": "2 tấn, lấy từ 1-2 kg/khách, trái đẹp"}
    assert offer_from(told, load_reference(), TODAY).sizes == ()


@pytest.mark.parametrize("words", ["hàng có sẵn", "co san", "Có sẵn trong kho", "sẵn hàng", "in stock"])
def test_goods_at_hand_are_there_from_now_on_and_nobody_says_until_when(words: str) -> None:
    offer = offer_from({"id": "O1", "product": "Miến dong", "season_text": words}, load_reference(), TODAY)
    assert offer.months == (11, 12)
    assert any(doubt.code == "open_end" for doubt in offer.doubts)


@pytest.mark.parametrize("words", ["chưa có sẵn", "đặc sản", "theo đặt hàng"])
def test_goods_that_are_not_at_hand_have_no_months(words: str) -> None:
    offer = offer_from({"id": "O1", "product": "Miến dong", "season_text": words}, load_reference(), TODAY)
    assert offer.months == ()


@pytest.mark.parametrize(
    ("text", "needs", "per"),
    [
        ("30 kg nấm hương và 20 kg mộc nhĩ mỗi tuần", [30, 20], "week"),
        ("30kg nam huong va 20kg moc nhi moi tuan", [30, 20], "week"),
        ("mỗi tháng 200 kg nấm hương, 50 kg mộc nhĩ", [200, 50], "month"),
        ("cần 40kg nấm hương + 25kg mộc nhĩ/tháng", [40, 25], "month"),
        ("nấm hương 30 kg/tuần, mộc nhĩ 20 kg/tuần", [30, 20], "week"),
    ],
)
def test_each_of_several_goods_has_its_own_amount_and_the_period_of_all(
    text: str, needs: list[int], per: str
) -> None:
    record = {"id": "D1", "product": "Nấm hương khô, mộc nhĩ khô", "demand_text": text}
    demand = demand_from(record, load_reference(), TODAY)
    assert demand.per == per
    for name, need in zip(("Nấm hương khô", "Mộc nhĩ khô"), needs, strict=True):
        meant = needs_of(Offer("o", name), listed_needs(demand))
        assert [(part["quantity"], part["per"]) for part in meant] == [(need, per)]


def test_a_period_behind_the_last_of_several_amounts_is_not_that_of_the_first() -> None:
    record = {"id": "D1", "product": "Mực khô, cá ngừ", "demand_text": "mực 50 kg, cá ngừ 200 kg mỗi tuần"}
    demand = demand_from(record, load_reference(), TODAY)
    assert [part["per"] for part in listed_needs(demand)] == ["", "week"]


@pytest.mark.parametrize(
    ("text", "unit", "kg"),
    [
        ("150 con/tuần, 1,1–1,3 kg/con", "con", None),  # of no one weight
        ("40 con, con 50-60kg", "con", None),
        ("20.000 quả, 1,2-1,5 kg/quả", "quả", None),
    ],
)
def test_heads_of_several_weights_stay_heads(text: str, unit: str, kg: float | None) -> None:
    read = demand_from({"id": "D", "product": "gà đen", "demand_text": text}, load_reference(), TODAY)
    assert (read.unit, read.unit_kg) == (unit, kg)


@pytest.mark.parametrize(
    ("grade", "low", "high"),
    [
        ("40-60 kg/con, tha doi", 40, 60),
        ("40–60 kg/con, thả đồi", 40, 60),
        ("tu 45 kg/con", 45, 45),
        ("1,8-2,2 kg mot con", 1.8, 2.2),
    ],
)
def test_what_a_head_weighs_is_read_in_the_grade_with_or_without_marks(grade, low, high) -> None:
    record = {"id": "O1", "product": "lon den hoi", "quantity": 60, "unit": "con", "grade": grade}
    offer = offer_from(record, load_reference(), TODAY)
    assert [(size.unit, size.low, size.high) for size in offer.sizes] == [("con", low, high)]


def test_other_sizes_of_a_grade_and_what_is_left_are_no_weight_of_a_head() -> None:
    for grade in ("hop 500 g", "con 40-60 kg", "qua 300 g"):  # "còn 40–60 kg"
        record = {"id": "O1", "product": "lon den hoi", "quantity": 60, "unit": "con", "grade": grade}
        assert offer_from(record, load_reference(), TODAY).sizes == ()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"supply_text": "2 tạ mỗi tháng, Tết gấp đôi", "season_text": "quanh năm"}, "Tết gấp đôi"),
        ({"supply_text": "500 lít/tháng, tết làm thêm", "months": [*range(1, 13)]}, "tết làm thêm"),
        ({"supply_text": "200 chai/tháng", "season_text": "quanh năm, Tết nấu thêm"}, "Tết nấu thêm"),
        ({"supply_text": "200 chai/tháng", "season_text": "quanh năm, nghỉ Tết"}, None),
    ],
)
def test_more_at_a_feast_is_kept_whichever_text_names_the_months(record, words) -> None:
    offer = offer_from({"id": "O1", "product": "Rượu ngô", **record}, load_reference(), TODAY)
    assert next((doubt.facts["words"] for doubt in offer.doubts if doubt.code == "peak"), None) == words
