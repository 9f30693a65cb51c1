"""Letters of introduction: numbered, versioned, and a stage of every match that they introduce."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker.errors import Conflict, DomainError, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Introduction, LetterNumber, Match, MatchStage
from matchmaker.queries import introductions, match_stages
from matchmaker.services import answering, decisions, introducing, letter_printing, offices
from matchmaker.services.transaction import transaction
from tests.conftest import TODAY, apart, reload

Make = Callable[..., Any]
CONTACT = {"name": "Giàng A Mẫu", "role": "Giám đốc", "phone": "0100 000 009", "email": "bac@example.com"}


def test_all_accepted_matches_are_introduced_best_first(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    made = introducing.introduce("D1", [], reload(make_user()))

    assert [row.match_id for row in made.introduced] == accepted
    assert (made.year, made.number, made.made_on) == (2026, 1, TODAY)
    assert [match_stages.latest(each).stage for each in accepted] == ["introduced"] * 2
    document = made.versions[0].document
    assert document["buyer"]["contacts"] == [CONTACT]
    assert document["candidates"][0]["party"]["name"] == "HTX Mận (mẫu)"
    assert document["candidates"][0]["by_month"] == {"6": 30000.0, "7": 30000.0}
    assert document["candidates"][0]["papers"][0] | {"number": ""} == {
        "code": "ATTP", "number": "", "stars": None, "expires": "2028-12-31",
    }  # fmt: skip


def test_no_reason_on_paper_tells_a_price(session: Any, accepted: list[int], make_user: Make) -> None:
    made = introducing.introduce("D1", [], reload(make_user()))
    told = [row for one in made.versions[0].document["candidates"] for row in one["reasons"]]

    assert told
    assert not {"ceiling", "price_low", "floor_total"} & {name for row in told for name in row["facts"]}


def test_the_trail_names_who_was_opened_but_holds_no_contact(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    introducing.introduce("D1", [], reload(make_user()))
    events = db.session.scalars(select(AuditEvent).where(AuditEvent.subject == "introduction")).all()

    assert [event.action for event in events] == [
        "introduction.issued", "contacts.opened", "introduction.made",
    ]  # fmt: skip
    assert len(events[1].facts["organisations"]) == 2
    assert CONTACT["phone"] not in str([event.facts for event in events])


def test_a_match_is_introduced_once(session: Any, accepted: list[int], make_user: Make) -> None:
    officer = reload(make_user())
    introducing.introduce("D1", accepted[:1], officer)

    with pytest.raises(Conflict, match="introduced_already"):
        introducing.introduce("D1", accepted, officer)
    second = introducing.introduce("D1", [], officer)
    assert [row.match_id for row in second.introduced] == accepted[1:]
    with pytest.raises(Conflict, match="introduced_already") as refused:
        introducing.introduce("D1", [], officer)
    told = {"number": f"3/{TODAY.year}", "day": f"{TODAY:%d/%m/%Y}", "introduction": second.id}
    assert refused.value.facts == told


def test_only_accepted_matches_of_the_demand_are_introduced(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    decisions.decide(accepted[0], "hold", "", "", officer)

    with pytest.raises(Conflict, match="match_not_accepted"):
        introducing.introduce("D1", accepted, officer)
    with pytest.raises(NotFound):
        introducing.introduce("D1", [999_999], officer)
    assert db.session.scalar(select(LetterNumber.last)) is None


def test_an_officer_of_elsewhere_finds_no_demand(session: Any, accepted: list[int], make_user: Make) -> None:
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))

    with pytest.raises(NotFound):
        introducing.introduce("D1", [], far)


def test_a_letter_issued_again_keeps_its_number_and_the_earlier_version(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    made = introducing.introduce("D1", [], officer)
    before = made.versions[0].document
    seller = made.introduced[0].match.offer.organisation
    seller.name = "HTX Mận Bắc Hà Mới (mẫu)"
    db.session.commit()
    again = introducing.reissue(made.id, "đổi tên", officer, made.version)

    assert [one.number for one in again.versions] == [1, 2]
    assert again.number == 1
    assert again.versions[0].document == before
    assert again.versions[1].document["candidates"][0]["party"]["name"] == "HTX Mận Bắc Hà Mới (mẫu)"
    with pytest.raises(Stale):
        introducing.reissue(made.id, "", officer, 1)


def test_each_sides_letter_has_a_number_of_its_own_that_it_keeps_when_issued_again(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    made = introducing.introduce("D1", [], officer)
    introducing.reissue(made.id, "", officer)
    first, second = (
        {str(match): number for match, number in v.document["numbers"].items()} for v in made.versions
    )

    assert made.number == 1
    assert sorted(first.values()) == [2, 3]
    assert first == second
    assert db.session.scalar(select(LetterNumber.last)) == 3


def test_a_letter_of_before_each_side_had_a_number_keeps_to_one(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    made = introducing.introduce("D1", [], officer)
    old = {name: value for name, value in made.versions[0].document.items() if name != "numbers"}
    made.versions[0].document = old
    db.session.commit()

    assert "numbers" not in introducing.reissue(made.id, "", officer).versions[-1].document
    assert db.session.scalar(select(LetterNumber.last)) == 3


def test_a_letter_issued_again_leaves_out_what_was_withdrawn_and_ends_with_the_demand(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    made = introducing.introduce("D1", [], officer)
    first, second = made.introduced
    first.match.offer.status = "withdrawn"
    db.session.commit()
    told = introducing.reissue(made.id, "", officer).versions[-1].document["candidates"]

    assert [(row["match"], row["place"], row.get("gone", False)) for row in told] == [
        (second.match_id, 1, False), (first.match_id, 2, True),
    ]  # fmt: skip
    answering.answer(second, "buyer", {"answer": "refused", "reason": "price"}, "officer", officer)
    with pytest.raises(Conflict, match="nothing_to_introduce"):
        introducing.reissue(made.id, "", officer)
    made.demand.status = "withdrawn"
    db.session.commit()
    with pytest.raises(Conflict, match="demand_withdrawn"):
        introducing.reissue(made.id, "", officer)
    assert len(made.versions) == 2


def test_an_earlier_version_prints_with_the_links_it_went_out_with(
    session: Any, accepted: list[int], make_user: Make
) -> None:
    officer = reload(make_user())
    made = introducing.introduce("D1", [], officer)
    went_out = letter_printing.letter(made, "https://x").links
    introducing.reissue(made.id, "", officer)
    answering.withdraw_link(made.id, 0, officer)
    answering.withdraw_link(made.id, accepted[0], officer)
    made = introductions.one(made.id, officer)
    latest = letter_printing.letter(made, "https://x").links

    assert letter_printing.letter(made, "https://x", 1).links == went_out
    assert {name for name in went_out if latest[name] != went_out[name]} == {"", str(accepted[0])}
    with pytest.raises(NotFound):
        answering.opened_by_buyer(made.id, went_out[""].split("/")[-1])
    assert answering.opened_by_buyer(made.id, latest[""].split("/")[-1]).id == made.id


def test_an_answer_sent_twice_is_one(session: Any, accepted: list[int], make_user: Make) -> None:
    row = introducing.introduce("D1", [], reload(make_user())).introduced[0]
    for _ in range(2):
        answering.answer(row, "buyer", {"answer": "sample", "note": "2 kg"}, "link")
    answering.answer(row, "buyer", {"answer": "sample", "note": "3 kg"}, "link")

    assert [each.note for each in row.answers] == ["2 kg", "3 kg"]


def test_numbers_run_by_province_and_year(session: Any) -> None:
    wanted = [("Lào Cai", 2026), ("Lào Cai", 2026), ("Bắc Ninh", 2026), ("Lào Cai", 2027)]
    with db.session.no_autoflush:
        assert [offices.next_number(*each) for each in wanted] == [1, 2, 1, 1]
    db.session.rollback()


def many_letters(app: Flask, make_user: Make, make_offer: Make, make_demand: Make) -> list[int]:
    """The numbers that 32 letters of one province take at once."""
    admin, count = make_user("administrator"), 32
    make_offer(admin)
    for place in range(count):
        make_demand(admin, id=f"D{place}")
    with apart(app):
        for each in list(db.session.scalars(select(Match.id))):
            decisions.decide(each, "accept", "", "", reload(admin))

    def letter(place: int) -> list[int]:
        with app.app_context():
            try:
                made = introducing.introduce(f"D{place}", [], reload(admin))
                return [made.number, *made.versions[0].document["numbers"].values()]
            finally:
                db.session.remove()

    with ThreadPoolExecutor(count) as clients:
        return [number for taken in clients.map(letter, range(count)) for number in taken]


def test_32_letters_at_once_take_each_their_own_number(
    app: Flask, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    """The letter to the buyer and the one to the producer, 64 in all."""
    assert sorted(many_letters(app, make_user, make_offer, make_demand)) == list(range(1, 65))


def careless(province: str, year: int) -> int:
    """A number read first and written after, in two statements."""
    last = db.session.scalar(select(LetterNumber.last).where(LetterNumber.province == province)) or 0
    db.session.rollback()
    sleep(0.05)
    offices.next_number(province, year)
    return last + 1


@pytest.mark.parametrize("way", [offices.next_number, careless])
def test_one_statement_numbers_32_clients_apart_and_two_do_not(
    app: Flask, way: Callable[[str, int], int]
) -> None:
    together = Barrier(32)

    def take(_: int) -> int:
        with app.app_context():
            together.wait()
            try:
                with transaction():
                    return way("Lào Cai", 2026)
            finally:
                db.session.remove()

    with ThreadPoolExecutor(32) as clients:
        taken = list(clients.map(take, range(32)))
    assert (sorted(taken) == list(range(1, 33))) == (way is offices.next_number)


def test_two_clients_do_not_introduce_the_same_match(
    app: Flask, accepted: list[int], make_user: Make
) -> None:
    officer = make_user()

    def letter(_: int) -> str:
        with app.app_context():
            try:
                introducing.introduce("D1", accepted, reload(officer))
                return "made"
            except DomainError as error:
                return error.code
            finally:
                db.session.remove()

    with ThreadPoolExecutor(6) as clients:
        told = list(clients.map(letter, range(6)))
    assert sorted(told) == sorted(["made", *["introduced_already"] * 5])
    with apart(app):
        assert len(db.session.scalars(select(MatchStage.id)).all()) == 2
        assert len(db.session.scalars(select(Introduction.id)).all()) == 1


def test_producers_and_buyers_read_their_own_introductions_alone(
    session: Any, accepted: list[int], make_user: Make, make_member: Make
) -> None:
    made = introducing.introduce("D1", accepted[:1], reload(make_user()))
    match = made.introduced[0].match
    own = reload(make_user("producer", organisation_id=match.offer.organisation_id))
    other = reload(make_user("producer", "other@example.com", organisation_id=make_member("producer")))

    assert introductions.one(made.id, own).id == made.id
    with pytest.raises(NotFound):
        introductions.one(made.id, other)


def test_the_head_of_letters_is_usual_until_an_officer_of_the_province_says_otherwise(
    session: Any, make_user: Make
) -> None:
    officer = reload(make_user("officer", provinces=["Lào Cai"]))
    assert offices.office("Lào Cai").parent == "UBND tỉnh Lào Cai"
    assert offices.office("Huế").parent == "UBND thành phố Huế"

    record = {**offices.usual("Lào Cai"), "signer": "Trần Thị Mẫu"}
    offices.save("Lào Cai", record, officer, 0)
    assert offices.office("Lào Cai").signer == "Trần Thị Mẫu"
    with pytest.raises(Stale):
        offices.save("Lào Cai", record, officer, 0)
    with pytest.raises(NotFound):
        offices.save("Cà Mau", record, officer, 0)


def test_whose_letter_it_is(session: Any, accepted: list[int], make_user: Make, make_member: Make) -> None:
    demand = db.session.get(Match, accepted[0]).demand
    department = make_member("department", province="Sơn La")
    asked = {
        "Sơn La": make_user("officer", "a@example.com", organisation_id=department),
        "Lào Cai": make_user("officer", "b@example.com", provinces=["Lào Cai"]),
        "Bắc Ninh": make_user("officer", "c@example.com"),
    }
    assert {offices.province_of(demand, reload(user)) for user in asked.values()} == set(asked)
