"""A result slip is typed in once, corrected by whoever saw it, and moves its match along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from matchmaker.documents.outcomes import counted
from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Match, User
from matchmaker.queries import conference_matches, conference_results, match_stages
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, conferences, following, gathering, meeting_results, pipeline
from matchmaker.services.calendar import today
from matchmaker.services.transaction import transaction
from tests.services.test_conferences import document

DAY = date(2026, 11, 10)
MOU = {"outcome": "met", "steps": ["sample", "mou"], "quantity": 12.5, "unit": "tấn", "value": 300_000_000}


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def sides(
    organizer: User,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
    make_demand: Callable[..., str],
) -> tuple[str, str]:
    """A producer and a buyer with a ranked match, in the conference C1, arranged."""
    officer = make_user("officer")
    producer, buyer = make_member("producer", province="Lào Cai"), make_member("buyer", province="Bắc Ninh")
    make_offer(officer, producer)
    make_demand(officer, buyer)
    people = [
        {"id": "S1", "organisation": producer, "side": "producer", "name": "HTX", "available": [1, 2]},
        {
            "id": "B1",
            "organisation": buyer,
            "side": "buyer",
            "name": "Siêu thị",
            "host": True,
            "available": [1, 2],
        },
    ]
    slots = [{"id": s, "day": 1, "session": "am", "date": DAY.isoformat()} for s in (1, 2)]
    conferences.post(document(participants=people, slots=slots, pairs=[]), organizer, "C1", "Bắc Ninh")
    arranging.arrange("C1", organizer, 2)
    return "S1", "B1"


def stages(session: Any) -> list[tuple[str, date, float | None]]:
    match = session.query(Match).filter(Match.current).one()
    return [(s.stage, s.happened_on, s.quantity) for s, _name in match_stages.of_match(match.id)]


def test_a_slip_is_kept_and_moves_its_match_along(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    result = meeting_results.enter("C1", sides, MOU, organizer)
    assert (result.producer, result.buyer, result.version, result.steps) == ("S1", "B1", 1, ["sample", "mou"])
    assert stages(session) == [("met", DAY, None), ("sample", DAY, None), ("mou", DAY, 12.5)]


def test_parties_the_wrong_way_round_are_the_same_slip(sides: tuple[str, str], organizer: User) -> None:
    meeting_results.enter("C1", sides[::-1], MOU, organizer)
    assert conference_results.one("C1", *sides) is not None


def test_a_corrected_slip_replaces_the_stages_that_it_told_and_no_others(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    first = meeting_results.enter("C1", sides, MOU, organizer)
    pipeline.note_stage(first.match_id or 0, {"stage": "visit", "happened_on": date(2026, 11, 5)}, organizer)
    unfit = {"outcome": "met", "steps": ["unfit"], "reason": "price"}
    second = meeting_results.enter("C1", sides, unfit, organizer, 1)
    assert second.version == 2
    assert stages(session) == [("visit", date(2026, 11, 5), None), ("met", DAY, None), ("failed", DAY, None)]


def test_a_no_show_is_a_stage_and_a_cancelled_meeting_is_none(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    meeting_results.enter("C1", sides, {"outcome": "buyer_absent"}, organizer)
    assert stages(session) == [("no_show", DAY, None)]
    meeting_results.enter("C1", sides, {"outcome": "cancelled"}, organizer, 1)
    assert stages(session) == []


def test_two_who_type_the_same_slip_do_not_overwrite_each_other(
    sides: tuple[str, str], organizer: User
) -> None:
    meeting_results.enter("C1", sides, MOU, organizer)
    for seen in (0, 7):
        with pytest.raises(Stale, match="slip_typed_meanwhile") as refused:
            meeting_results.enter("C1", sides, {"outcome": "cancelled"}, organizer, seen)
        assert refused.value.facts["by"] == organizer.email
    kept = conference_results.one("C1", *sides)
    assert kept is not None
    assert kept.outcome == "met"


def test_strangers_and_foreign_provinces_are_not_found(
    sides: tuple[str, str], organizer: User, make_user: Callable[..., User]
) -> None:
    for wrong in (("S1", "B9"), ("S1", "S1")):
        with pytest.raises(NotFound):
            meeting_results.enter("C1", wrong, MOU, organizer)
    far = make_user("officer", "far@example.com", provinces=["Cà Mau"])
    with pytest.raises(NotFound):
        meeting_results.enter("C1", sides, MOU, far)


def test_a_later_stage_counts_for_the_conference_at_which_the_two_met(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    result = meeting_results.enter("C1", sides, {"outcome": "met"}, organizer)
    match_id = result.match_id or 0

    def noted(stage: str, day: date) -> str | None:
        return pipeline.note_stage(match_id, {"stage": stage, "happened_on": day}, organizer).conference_id

    assert noted("visit", date(2026, 11, 1)) is None
    assert noted("contract", date(2026, 11, 20)) == "C1"
    with pytest.raises(InvalidRecord):
        noted("delivered", date(2026, 11, 22))


def test_parties_without_a_match_have_the_stages_of_their_slip(organizer: User, session: Any) -> None:
    conferences.post(document(), organizer, "C2")
    result = meeting_results.enter("C2", ("P1", "B1"), MOU, organizer)
    assert result.match_id is None
    told = [(stage.stage, match) for stage, match in conference_results.stages("C2")]
    assert told == [("met", None), ("sample", None), ("mou", None)]
    later = {"stage": "contract", "happened_on": today(), "quantity": 3.0, "unit": "tấn"}
    pipeline.note_meeting_stage("C2", ("P1", "B1"), later, organizer)
    assert [stage.stage for stage, _name in match_stages.of_result(result.id)][-1] == "contract"
    (row,) = following.followed(queries.one("C2", organizer))
    assert row.stage is not None
    assert row.stage.stage == "contract"
    figures = counted(gathering.material("C2", 0, "vi", organizer))
    assert [(a.producer, a.buyer, a.quantity) for a in figures.agreements["contract"]] == [("P1", "B1", 3.0)]
    assert len(figures.agreements["mou"]) == 1


def test_a_later_stage_without_a_slip_is_not_found(sides: tuple[str, str], organizer: User) -> None:
    with pytest.raises(NotFound):
        pipeline.note_meeting_stage(
            "C1", sides, {"stage": "visit", "happened_on": date(2026, 11, 5)}, organizer
        )


def test_publishing_schedules_the_matches_of_its_meetings_once(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    conferences.publish("C1", 1, organizer)
    assert [name for name, _day, _amount in stages(session)] == ["scheduled"]
    people = queries.one("C1", organizer).document["participants"]
    best = {pair: match.id for pair, match in conference_matches.best_among(people).items()}
    assert conference_matches.best_ids_among(people) == best
    assert len(best) == 1
    arranging.arrange("C1", organizer, 1)
    conferences.publish("C1", 2, organizer)
    assert [name for name, _day, _amount in stages(session)] == ["scheduled"]


def test_a_later_version_that_drops_the_meeting_takes_the_schedule_back(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    conferences.publish("C1", 1, organizer)
    emptied = {**queries.one("C1", organizer).schedules[-1].document, "meetings": []}
    conferences.keep_schedule("C1", emptied, organizer, cause="repaired")
    assert [name for name, _day, _amount in stages(session)] == ["scheduled"]
    conferences.publish("C1", 2, organizer)
    assert stages(session) == []


def test_a_match_that_has_met_is_not_scheduled_again_and_keeps_its_schedule_of_before(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    meeting_results.enter("C1", sides, MOU, organizer)
    conferences.publish("C1", 1, organizer)
    assert [name for name, _day, _amount in stages(session)] == ["met", "sample", "mou"]


def test_a_slip_goes_to_the_match_that_was_scheduled_even_when_the_ranking_names_it_no_more(
    sides: tuple[str, str], organizer: User, session: Any
) -> None:
    conferences.publish("C1", 1, organizer)
    match = session.query(Match).one()
    with transaction():
        match.current = False
    assert meeting_results.enter("C1", sides, MOU, organizer).match_id == match.id
