import pickle
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from scoring.columns import OfferColumns
from scoring.columns.offers import shelf_of
from scoring.horizon import ALWAYS, NEVER
from scoring.product import Form, Kind, Lexicon, ProductMatcher
from scoring.records import Certificate, Place
from seeds import reference


@pytest.fixture
def columns(trade, offer):
    return lambda *changes: OfferColumns.build([offer(**each) for each in changes], trade)


def test_rows_are_in_the_order_of_ids_whatever_order_they_come_in(columns):
    assert columns({"id": "b"}, {"id": "c"}, {"id": "a"}).ids == ("a", "b", "c")


def test_amounts_are_kilograms_a_month(columns):
    found = columns({"quantity": 4, "unit": "tấn", "per": "season", "months": (6, 7)})
    assert (found.rate[0], found.whole[0], found.base[0]) == (2000, 4000, 0)


def test_what_was_not_said_is_nan_or_minus_one(columns):
    found = columns({"quantity": None, "price_min": None, "price_max": None, "invoice": "", "storage": ""})
    assert np.isnan(found.rate[0])
    assert (found.price_base[0], found.invoice[0], found.storage[0]) == (-1, -1, -1)


def test_papers_hold_their_last_day(columns):
    found = columns({"certificates": (Certificate("ATTP", date(2027, 1, 1)), Certificate("QR"))})
    assert found.papers["ATTP"][0] == date(2027, 1, 1).toordinal()
    assert found.papers["QR"][0] == ALWAYS


def test_stars_are_read_from_the_field_or_the_paper(columns):
    said, written, none = (
        columns({"ocop_stars": 4, "ocop_expiry": date(2027, 1, 1)}),
        columns({"certificates": (Certificate("OCOP", None, 3),)}),
        columns({}),
    )
    assert (said.stars[0], said.stars_until[0]) == (4, date(2027, 1, 1).toordinal())
    assert (said.papers["OCOP"][0], written.stars[0]) == (date(2027, 1, 1).toordinal(), 3)
    assert (none.stars[0], none.stars_until[0]) == (0, NEVER)


def test_the_shelf_life_of_the_table_fits_the_storage_offered():
    kind = Kind("x", storage="chilled", shelf_ambient_days=3, shelf_chilled_days=20)
    assert [shelf_of(kind, storage) for storage in ("ambient", "chilled")] == [3, 20]
    assert all(np.isnan(shelf_of(kind, storage)) for storage in ("frozen", "live", ""))
    frozen = Kind("y", storage="frozen", shelf_chilled_days=180)
    assert shelf_of(frozen, "frozen") == 180
    assert np.isnan(shelf_of(frozen, "chilled"))
    assert np.isnan(shelf_of(None, "ambient"))


def test_columns_can_be_sent_to_another_process(columns):
    found = columns({"id": "a"}, {"id": "b"})
    again = pickle.loads(pickle.dumps(found))
    assert again.ids == found.ids
    assert (again.months == found.months).all()


def test_picked_rows_keep_their_values(columns):
    found = columns({"id": "a", "quantity": 1}, {"id": "b", "quantity": 2})
    picked = found.take(np.array([1, 1, 0], dtype=np.int32))
    assert picked.ids == ("b", "b", "a")
    assert picked.rate.tolist() == [2000, 2000, 1000]
    assert picked.papers["ATTP"].tolist() == [ALWAYS] * 3


def test_a_renewed_paper_counts_before_the_lapsed_one(trade, offer):
    lapsed = offer(certificates=(Certificate("OCOP", date(2026, 1, 1), 3), Certificate("OCOP", None, 4)))
    columns = OfferColumns.build([lapsed], trade)
    assert (int(columns.stars[0]), int(columns.stars_until[0])) == (4, ALWAYS)


def test_fresh_goods_stored_or_packed_frozen_are_frozen(columns):
    found = columns({"id": "a", "storage": "frozen"}, {"id": "b", "packaging": "cấp đông IQF"}, {"id": "c"})
    assert found.texts.form[found.text].tolist() == [Form.FROZEN, Form.FROZEN, Form.NONE]


def test_marks_in_other_fields_leave_a_bare_word_its_own_meaning(columns):
    bare = {"product": "vai", "description": "", "producer": "HTX Xanh", "place": Place()}
    found = columns({"id": "a", **bare}, {"id": "b", **bare, "producer": "Hợp tác xã Xanh"})
    assert len(found.texts) == 2


def test_names_that_hold_a_place_are_told(trade, offer):
    lexicon = Lexicon.from_rows(reference("products")[:9], places=["Sa Pa"])
    context = replace(trade, lexicon=lexicon, matcher=ProductMatcher(lexicon))
    offers = [offer(id="a", product="địa lan Sa Pa"), offer(id="b", product="địa lan")]
    assert OfferColumns.build(offers, context).names_place.tolist() == [True, False]
