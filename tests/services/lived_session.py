"""What people do in a long session, so that every audited table comes to hold something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Introduction, Match, PoolMember, Registration, User
from matchmaker.queries import profiles as saved_profiles
from matchmaker.queries.holdings import Purpose
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import (
    answering,
    arranging,
    attending,
    calling,
    conferences,
    consents,
    decisions,
    delivering,
    demands,
    exposure,
    freight_lists,
    holdings,
    importing,
    introducing,
    knowledge,
    lexicon,
    matches,
    meeting_results,
    offers,
    offices,
    organisations,
    pipeline,
    place_answers,
    pool_answers,
    pool_settling,
    pooling,
    profiles,
    registration_stages,
    registrations,
    reminding,
    terms_sheet,
    users,
    wishing,
)  # fmt: skip
from tests.conftest import DEMAND, OFFER, TODAY, reload
from tests.services import (
    test_freight_lists,
    test_importing,
    test_lexicon,
    test_place_answers,
    test_profiles,
    test_registrations,
)
from tests.services.pool_market import NAMES, PLACES, VILLAGES, large_demand
from tests.services.test_conferences import document

Make = Callable[..., Any]


def of_reference_data(admin: User) -> None:
    profiles.ready()
    own = profiles.save(test_profiles.dearer(), "giá trước", admin, saved_profiles.versions()[0].id)
    test_profiles.adopt(own, admin)
    change = lexicon.save(
        lexicon.addition(test_lexicon.row(**test_lexicon.NEW)), "lạ", admin, knowledge.lexicon_version()
    )
    lexicon.undo(change.id, "nhập nhầm", admin, 1)
    exposure.limit(5, 20_000, "vùng xa", admin)
    for kind, record in (("quotes", test_freight_lists.QUOTE), ("cards", test_freight_lists.CARD)):
        freight_lists.take(kind, [(2, record)], admin)
    freight_lists.withdraw("quotes", 1, admin)
    offices.save("Lào Cai", {**offices.usual("Lào Cai"), "signer": "Trần Thị Mẫu"}, admin, 0)


def of_members(admin: User) -> str:
    """Registrations let in and turned down, a consent taken back; gives the organisation that stays."""
    form = RegistrationSchema().load(test_registrations.FORM)
    rows = [registrations.send(form | {"phone": f"091234567{n}", "name": f"HTX {n} (mẫu)"}) for n in range(2)]
    rows += [registrations.send(form | {"phone": "0912345672", "name": "Hộ A (mẫu)"}, admin)]
    for row in rows:
        registrations.opened(row.id, admin)
    staying, leaving = (str(registrations.approve(row.id, admin).organisation_id) for row in rows[1:])
    registration_stages.begin(rows[0].id, admin)
    registration_stages.ask(rows[0].id, "địa chỉ", admin)
    registration_stages.supply(rows[0].id, registrations.key(rows[0]), "thôn 3")
    registrations.reject(rows[0].id, "incomplete", "thiếu địa chỉ", admin)
    offers.post(OFFER | {"id": "OP"}, admin, staying)
    registration_stages.pause(rows[1].id, "out_of_stock", "gọi bà Pao", admin)
    offers.post(OFFER | {"id": "OQ"}, admin, staying)
    registration_stages.renew(rows[1].id, admin)
    db.session.get_one(Registration, rows[1].id).expires_on = TODAY - timedelta(days=1)
    db.session.commit()
    registration_stages.expire()
    offers.post(OFFER | {"id": "OR"}, admin, staying)
    registration_stages.renew(rows[1].id, admin)
    listed = organisations.register({"side": "buyer", "name": "Chợ C (mẫu)", "province": "Lào Cai"}, admin)
    consents.give(listed.id, consents.key(listed.id))
    refusing = organisations.register({"side": "buyer", "name": "Chợ D (mẫu)", "province": "Lào Cai"}, admin)
    consents.withdraw(refusing.id, admin)
    user = db.session.scalars(select(User).where(User.organisation_id == leaving)).one()
    users.issue_token(user, "máy")
    offers.post(OFFER | {"id": "OL"}, admin, leaving)
    calling.contacts([staying, leaving], admin)
    consents.withdraw(leaving, admin)
    return staying


def of_records(admin: User, seller: str, buyer: str) -> None:
    offers.post(OFFER, admin, seller, confirmed={"quantity": 61, "unit": "tấn"})
    offers.post(OFFER | {"id": "O2", "price_min": 30000, "price_max": 39000}, admin)
    offers.confirm("O2", {"price_max": 38000, "lead_time_days": 3}, admin, 1)
    offers.change("O2", OFFER | {"id": "O2", "price_min": 15000}, admin, 2)
    offers.post(OFFER | {"id": "O3"}, admin)
    offers.close("O3", admin, 1)
    demands.post(DEMAND, admin, buyer)
    demands.confirm("D1", {"payment_days": 20}, admin, 1)
    demands.confirm("D1", {"payment_days": None}, admin, 2)
    for place in (test_place_answers.SON_LA, test_place_answers.LAO_CAI):
        place_answers.remember("member:M1", "Tân Lập", place, place["commune"], admin)
    done = test_importing.taken(admin, test_importing.PLUMS, test_importing.TEA)
    importing.undo(done.id, admin, done.version)
    test_importing.taken(admin, test_importing.RICE)


def of_matches(admin: User) -> None:
    matches.rank_demand("D1")
    first, second = db.session.scalars(
        select(Match).where(Match.offer_id.in_(("O1", "O2"))).order_by(Match.offer_id)
    ).all()
    decisions.decide(first.id, "hold", "", "chờ giá", admin)
    for match in (first, second):
        decisions.decide(match.id, "accept", "", "", admin, on_behalf_of=None)
    purpose = Purpose(match_id=first.id)
    holdings.hold({"O1": {6: 6_000, 7: 1_000}}, purpose, TODAY + timedelta(days=5), admin)
    holdings.hold({"O1": {6: 5_000, 7: 1_000}}, purpose, TODAY + timedelta(days=9), admin)
    holdings.promise(purpose, admin)
    other = Purpose(match_id=second.id)
    holdings.hold({"O2": {6: 1_000}}, other, TODAY + timedelta(days=9), admin)
    holdings.release(other, admin)
    made = introducing.introduce("D1", [first.id, second.id], admin)
    introducing.reissue(made.id, "sửa người ký", admin)
    for match_id in (0, second.id):
        answering.withdraw_link(made.id, match_id, admin)
    rows = {row.match_id: row for row in db.session.get_one(Introduction, made.id).introduced}
    answering.open_contacts(rows[first.id], "buyer", "officer", admin)
    answering.open_contacts(rows[first.id], "buyer", "link")
    for match_id, how in ((0, "zalo"), (first.id, "phone")):
        reminding.note(made.id, match_id, how, admin)
    answering.answer(rows[first.id], "buyer", {"answer": "sample", "note": "2 kg"}, "link")
    for told in ({"answer": "refused", "reason": "papers"}, {"answer": "interested"}):
        answering.answer(rows[second.id], "producer", told, "officer", admin)
    terms_sheet.say(first, "buyer", {"tolerance": "±5 %"}, "link", None, first.demand.organisation_id)
    for stage in ("sample", "mou", "contract"):
        noted = {"stage": stage, "happened_on": TODAY, "behalf": "buyer", "value": 9, "note": "gọi điện"}
        pipeline.note_stage(first.id, noted, admin)
    for amount in (1, 4, 9):
        told = {"delivered_on": TODAY, "quantity": amount, "unit": "tấn", "value": 7}
        delivering.deliver(first, told, "link", None, "producer")


def of_pools(admin: User, make_offer: Make, make_demand: Make) -> None:
    for offer, tonnes in VILLAGES.items():
        told = {"id": f"P{offer}", "quantity": tonnes, "producer": NAMES[offer], "place": PLACES[offer]}
        make_offer(admin, **told)
    large_demand(admin, make_demand, id="DP")
    pool = pooling.propose("DP", admin)
    pooling.carry_out(pool.id)
    pooling.hold("DP", TODAY + timedelta(days=7), admin)
    out, *_rest = pooling.shares_of(db.session.get_one(type(pool), pool.id))
    pooling.order("DP", {"forbidden": [out]}, admin, db.session.get_one(type(pool), pool.id).version)
    shares = list(pooling.shares_of(db.session.get_one(type(pool), pool.id)))
    pool_answers.withdraw("DP", shares[0], admin)
    for offer in shares:
        pool_answers.by_phone("DP", offer, "yes", {}, "đồng ý", admin, None)
    waiting = select(PoolMember).where(PoolMember.pool_id == pool.id, PoolMember.answer == "asked")
    for member in db.session.scalars(waiting).all():
        pool_answers.by_phone("DP", member.offer_id, "yes", {}, "", admin, None)
    pool_settling.accept("DP", "đủ", admin)
    pool_settling.give_up("DP", "bên mua đổi ý", admin)


def of_conferences(admin: User, make_user: Make, seller: str, buyer: str) -> None:
    organizer = reload(make_user("organizer"))
    day = (TODAY - timedelta(days=3)).isoformat()
    people = [
        {"id": "P1", "organisation": seller, "side": "producer", "name": "HTX", "available": [1, 2]},
        {"id": "P2", "side": "producer", "name": "HTX 2", "available": [1, 2]},
        {"id": "B1", "organisation": buyer, "side": "buyer", "name": "ST", "host": True, "available": [1, 2]},
    ]
    slots = [{"id": s, "day": 1, "session": "am", "date": day} for s in (1, 2)]
    pairs = [{"a": p, "b": "B1", "score": 300_000} for p in ("P1", "P2")]
    conferences.post(document(participants=people, slots=slots, pairs=pairs), organizer, "C1", "Bắc Ninh")
    wishing.replace("C1", "P1", {"B1": wishing.Said("want", 1)}, organizer)
    wishing.replace("C1", "P2", {}, organizer)
    version = arranging.arrange("C1", organizer, 2)
    conferences.publish("C1", version.number, organizer)
    for status in ("absent", "arrived"):
        attending.note("C1", "P1", status, organizer)
    attending.note("C1", "P2", "arrived", organizer)
    attending.undo("C1", "P1", organizer)
    told = {"outcome": "met", "steps": ["sample", "mou"], "quantity": 12.5, "unit": "tấn", "value": 300}
    for seen, producer in enumerate(("P1", "P1")):
        meeting_results.enter("C1", (producer, "B1"), told, organizer, seen)
    meeting_results.enter("C1", ("P2", "B1"), told, organizer)
    pipeline.note_meeting_stage("C1", ("P2", "B1"), {"stage": "quote", "happened_on": TODAY}, organizer)
