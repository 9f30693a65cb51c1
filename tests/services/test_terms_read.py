"""Terms in a text fill the fields that the record leaves out, and never those that it states."""

from __future__ import annotations

from datetime import date

from matchmaker.services.reference import load_reference
from matchmaker.services.terms_read import keeping_read, left_read
from matchmaker.services.understanding import demand_from, offer_from

TODAY = date(2026, 11, 27)


def test_a_buyer_who_writes_his_terms_has_them() -> None:
    text = "mua chanh dây 8 tấn/ngày, 9.500đ/kg tại nhà máy, trả tiền 3 ngày, chiết khấu 2%"
    demand = demand_from({"id": "D", "product": "chanh dây", "demand_text": text}, load_reference(), TODAY)
    assert (demand.payment_days, demand.discount_pct, demand.returns) == (3, 2, None)
    stated = {"id": "D", "product": "chanh dây", "demand_text": text, "payment_days": 20}
    assert demand_from(stated, load_reference(), TODAY).payment_days == 20


def test_a_seller_who_writes_his_terms_has_them_and_money_ahead_is_kept() -> None:
    record = {"id": "O", "product": "bưởi", "supply_text": "30k/kg tại vườn, cọc 30%, cho gối đầu 1 chuyến"}
    offer = offer_from(record | {"note": "không đổi trả"}, load_reference(), TODAY)
    assert (offer.max_payment_days, offer.accepts_returns) == (None, False)
    told = {doubt.code: doubt.facts for doubt in offer.doubts}
    assert told["paid_ahead"] == {"percent": 30}
    assert told["payment_open"] == {"value": "gối đầu 1 chuyến"}


def test_how_long_goods_keep_is_read_where_no_field_says_it():
    assert keeping_read({"supply_text": "lạp xưởng 210k, hạn 3 tháng"}) == {"shelf_life_days": 90}
    assert keeping_read({"supply_text": "hạn 3 tháng", "shelf_life_days": 60}) == {}
    assert left_read({"demand_text": "han con 3 ngay tro len"}) == {"min_remaining_days": 3}
    assert left_read({"demand_text": "han con 3 ngay", "min_remaining_share": 0.5}) == {}
