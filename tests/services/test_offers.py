from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict, InvalidRecord, NotAllowed, NotFound, Stale
from matchmaker.models import Certificate, Offer, Product, User
from matchmaker.services import offers

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


def test_an_offer_keeps_what_was_written_beside_what_was_understood(officer: User) -> None:
    record = {"id": "O1", "product": "Mận", "supply_text": "20 tấn/vụ, tháng 6, 15.000 đ/kg"}

    offer = offers.post(record, officer)

    assert offer.raw == record
    assert (offer.parsed["quantity"], offer.parsed["per"], offer.parsed["months"]) == (20000, "season", [6])
    assert offer.parsed["price_min"] == 15000
    assert {"field": "price_basis", "code": "assumed_farm_gate", "facts": {}} in offer.doubts


def test_papers_are_kept_with_their_last_day(session: Any, officer: User, offer_record: Any) -> None:
    offers.post(offer_record | {"ocop_stars": 4, "ocop_expiry": None}, officer)

    papers = session.execute(
        select(Certificate.code, Certificate.stars, Certificate.expires_on).order_by(Certificate.code)
    )
    assert [(code, stars, str(day)) for code, stars, day in papers] == [
        ("ATTP", None, "2028-12-31"),
        ("OCOP", 4, "None"),
        ("VIETGAP", None, "2028-12-31"),
    ]


def test_a_member_has_a_product_once(session: Any, officer: User, make_member: Make) -> None:
    member = make_member("producer")

    for number in (1, 2):
        offers.post({"id": f"O{number}", "product": "Mận"}, officer, member)

    assert [product.name for product in session.scalars(select(Product))] == ["Mận"]
    assert session.get(Offer, "O1").producer == "Đơn vị producer (mẫu)"


def test_a_producer_enters_for_its_own_organisation(session: Any, make_user: Make, make_member: Make) -> None:
    own, other = make_member("producer"), make_member("producer", name="Khác")
    producer = session.get(User, make_user("producer", organisation_id=own).id)

    assert offers.post({"product": "Mận"}, producer).organisation_id == own
    with pytest.raises(NotAllowed):
        offers.post({"product": "Mận"}, producer, other)


def test_an_officer_cannot_act_for_a_member_elsewhere_or_of_the_other_side(
    session: Any, make_user: Make, make_member: Make
) -> None:
    officer = session.get(User, make_user("officer", provinces=["Lào Cai"]).id)

    with pytest.raises(NotFound):
        offers.post({"product": "Mận"}, officer, make_member("producer", province="Cà Mau"))
    with pytest.raises(Conflict, match="wrong_side"):
        offers.post({"product": "Mận"}, officer, make_member("buyer", province="Lào Cai"))


def test_a_place_that_nobody_knows_is_refused_and_nothing_is_kept(session: Any, officer: User) -> None:
    with pytest.raises(InvalidRecord) as refused:
        offers.post({"id": "O1", "product": "Mận", "place": "Xyzzyqwerty"}, officer)

    assert refused.value.messages["place"][0]["code"] == "unknown_place"
    assert session.get(Offer, "O1") is None


def test_a_change_moves_the_version_by_one(officer: User, offer_record: Any) -> None:
    offers.post(offer_record, officer)

    changed = offers.change("O1", offer_record | {"months": [8], "certificates": ["OCOP4"]}, officer, 1)

    assert changed.version == 2
    assert changed.parsed["months"] == [8]
    assert [(paper.code, paper.stars) for paper in changed.certificates] == [("OCOP", 4)]
    with pytest.raises(Stale):
        offers.change("O1", offer_record, officer, 1)
    with pytest.raises(Stale):
        offers.close("O1", officer, 1)
