"""A row like a record on the market is a question; merged, it changes that record, undoably."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, AuditEvent, Import, Offer, Organisation, User
from matchmaker.queries import imports
from matchmaker.services import import_parties, importing, offers, organisations

HEAD = "Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Giá (1.000đ/kg),Nơi sản xuất\n"
PLUMS = 'HTX Mận Bắc Hà,mận tam hoa loại 1,55,T6-T7,15,"Bắc Hà, Lào Cai"\n'


@pytest.fixture
def officer(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer", provinces=[EVERYWHERE])


@pytest.fixture
def known(officer: User) -> Offer:
    """The plums that the cooperative has offered already, in its own words."""
    member = organisations.register({"side": "producer", "name": "HTX Mận Bắc Hà"}, officer)
    record = {
        "product": "Mận tam hoa Bắc Hà",
        "quantity": 60,
        "unit": "tấn",
        "per": "year",
        "months": [6, 7],
        "place": "Bắc Hà, Lào Cai",
    }
    return offers.post(record, officer, member.id)


def checked(officer: User, rows: str = PLUMS) -> Import:
    found = importing.send((HEAD + rows).encode(), "a.csv", "offer", "", officer)
    importing.check(found.id)
    return imports.one(found.id, officer)


def answered(found: Import, officer: User, record: str) -> Import:
    importing.read_again(found.id, officer, found.version, answers={"records": {"1": record}})
    importing.check(found.id)
    return imports.one(found.id, officer)


def taken(found: Import, officer: User) -> Import:
    importing.ask(found.id, officer, found.version, only_good=True)
    importing.take(found.id)
    return imports.one(found.id, officer)


def test_a_like_row_is_asked_about_and_enters_as_new_while_nobody_answers(
    officer: User, known: Offer
) -> None:
    found = checked(officer)
    assert found.look["alike"] == {"1": [known.id]}
    assert found.look["counts"] == {"create": 1}
    taken(found, officer)
    assert len(db.session.scalars(select(Offer)).all()) == 2


def test_a_merged_row_changes_the_record_and_undoing_restores_it(officer: User, known: Offer) -> None:
    before, name = dict(known.raw), known.id
    found = answered(checked(officer), officer, name)
    assert found.look["counts"] == {"change": 1}
    found = taken(found, officer)
    (offer,) = db.session.scalars(select(Offer))
    assert (offer.raw["quantity"], offer.raw["price_min"], offer.parsed["quantity"]) == (
        55_000,
        15_000,
        55_000,
    )
    actions = [event.action for event in db.session.scalars(select(AuditEvent).filter_by(subject_id=name))]
    assert actions == ["offer.posted", "offer.changed"]
    importing.undo(found.id, officer, found.version)
    (offer,) = db.session.scalars(select(Offer).execution_options(populate_existing=True))
    assert offer.raw == before


def test_an_answer_can_be_taken_back(officer: User, known: Offer) -> None:
    found = answered(checked(officer), officer, known.id)
    assert found.look["alike"] == {"1": [known.id]}  # still asked, with the answer
    assert answered(found, officer, "").look["counts"] == {"create": 1}


def test_a_record_that_was_not_asked_about_cannot_be_named(officer: User, known: Offer) -> None:
    other = offers.post(
        {"product": "Chè Shan tuyết", "quantity": 4, "unit": "tấn"}, officer, known.organisation_id
    )
    found = answered(checked(officer), officer, other.id)
    assert found.answers["records"] == {}
    assert found.look["counts"] == {"create": 1}


@pytest.mark.parametrize(
    "row",
    [
        'HTX Mận Bắc Hà,Chè Shan tuyết,55,T6-T7,15,"Bắc Hà, Lào Cai"\n',
        'HTX Mận Bắc Hà,mận tam hoa,5,T6-T7,15,"Bắc Hà, Lào Cai"\n',
        'HTX Mận Bắc Hà,mận tam hoa,55,T10,15,"Bắc Hà, Lào Cai"\n',
        'HTX Mận Bắc Hà,mận tam hoa,55,T6-T7,15,"Mộc Châu, Sơn La"\n',
        'HTX Suối Giàng,mận tam hoa,55,T6-T7,15,"Bắc Hà, Lào Cai"\n',
    ],
    ids=["other goods", "a tenth of the amount", "other months", "another place", "another party"],
)
def test_a_row_that_differs_in_what_matters_is_not_asked_about(officer: User, known: Offer, row: str) -> None:
    assert checked(officer, row).look["alike"] == {}


def test_a_row_that_is_known_by_its_names_is_no_question(officer: User) -> None:
    taken(checked(officer), officer)
    again = checked(officer)
    assert (again.look["counts"], again.look["alike"]) == ({"keep": 1}, {})


def test_a_new_organisation_is_at_home_where_its_goods_are_and_its_officer_sees_it(
    officer: User, make_user: Callable[..., User]
) -> None:
    local = make_user("officer", email="laocai@example.com", provinces=["Lào Cai"])
    taken(checked(local), local)
    member = db.session.scalars(select(Organisation)).one()
    assert member.province == "Lào Cai"
    other = checked(local, PLUMS.replace("mận tam hoa loại 1", "Chè Shan tuyết"))
    taken(other, local)
    assert len(db.session.scalars(select(Organisation)).all()) == 1


def test_a_name_that_differs_more_is_asked_about_in_the_same_place(officer: User) -> None:
    organisations.register(
        {"side": "producer", "name": "HTX Mận Tả Van", "province": "Lào Cai", "commune": "Bắc Hà"}, officer
    )
    said = {"province": "Lào Cai", "commune": "Bắc Hà"}
    (here,) = import_parties.parties("offer", [("HTX mận Tả Van Chư", {}, said)], officer)
    (there,) = import_parties.parties("offer", [("HTX mận Tả Van Chư", {}, {"province": "Sơn La"})], officer)
    assert [(each.why, each.name) for each in here.candidates] == [("place", "HTX Mận Tả Van")]
    assert there.candidates == []


def test_organisations_that_go_with_an_undone_list_leave_an_event(officer: User) -> None:
    found = taken(checked(officer), officer)
    member = db.session.scalars(select(Organisation)).one().id
    importing.undo(found.id, officer, found.version)
    assert db.session.scalars(select(Organisation)).all() == []
    events = db.session.scalars(select(AuditEvent).filter_by(action="organisation.removed")).all()
    assert [(event.subject_id, event.facts["import"]) for event in events] == [(member, found.id)]
