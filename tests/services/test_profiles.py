from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker import jobs
from matchmaker.errors import Conflict, NotAllowed, Stale
from matchmaker.models import AuditEvent, Match, ProfileAdoption, ProfileVersion, Ranking, User
from matchmaker.queries import profiles as stored
from matchmaker.services import audit, matches, profiles
from scoring.profile import Profile, ProfileRefusedError

Make = Callable[..., Any]


def dearer(share: float = 0.03) -> dict[str, Any]:
    """The delivered profile under a name of its own, with a share of weight moved from volume to price."""
    data = Profile.default().as_data() | {"name": "Ưu tiên giá"}
    weights = data["weights"]
    moved = {"volume": round(weights["volume"] - share, 3), "price": round(weights["price"] + share, 3)}
    return data | {"weights": weights | moved}


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    """An administrator in the present session."""
    return session.get(User, make_user("administrator").id)


def adopt(row: ProfileVersion, actor: User) -> ProfileAdoption:
    last = stored.adopted()
    return profiles.adopt(row.id, "thử", actor, last.id if last else None)


def events(session: Any) -> list[str]:
    return list(session.scalars(select(AuditEvent.action).where(AuditEvent.subject == "profile")))


def test_the_delivered_profile_is_the_first_version_and_in_use(session: Any) -> None:
    assert profiles.active() == Profile.default()

    (row,) = stored.versions()
    assert (row.name, row.number, row.delivered) == ("default", 1, True)
    assert row.digest == Profile.default().version == stored.active_digest()
    assert events(session) == ["profile.delivered", "profile.adopted"]


def test_asking_twice_keeps_one_version(session: Any) -> None:
    profiles.ready()
    profiles.ready()

    assert len(stored.versions()) == len(stored.adoptions()) == 1


def test_a_saved_version_is_numbered_under_its_name_and_changes_nothing(session: Any, admin: User) -> None:
    profiles.ready()
    first = profiles.save(dearer(), "giá trước", admin, based_on=stored.versions()[0].id)
    second = profiles.save(dearer(0.04), "", admin)

    assert [(row.name, row.number) for row in (first, second)] == [("Ưu tiên giá", 1), ("Ưu tiên giá", 2)]
    assert (first.author, first.made_by, first.note) == (admin.email, admin.id, "giá trước")
    assert profiles.active() == Profile.default()
    assert audit.broken_at() is None


def test_values_that_are_kept_already_are_refused_by_the_name_that_has_them(admin: User) -> None:
    profiles.ready()
    with pytest.raises(Conflict) as refused:
        profiles.save(Profile.default().as_data() | {"name": "Khác"}, "", admin)

    assert refused.value.code == "profile_known"
    told = {"name": "default", "number": 1, "digest": Profile.default().version}
    assert refused.value.facts == told


def test_a_profile_that_cannot_rank_is_not_kept(session: Any, admin: User) -> None:
    with pytest.raises(ProfileRefusedError):
        profiles.save(dearer(2), "", admin)

    assert stored.versions() == []


def test_adopting_ranks_open_demands_anew_and_their_matches_carry_the_version(
    session: Any, admin: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(admin)
    make_demand(admin)
    before = session.scalar(select(Match.score))
    row = profiles.save(dearer(), "", admin)

    adopt(row, admin)
    assert matches.stale() == ["D1"]
    jobs.rank_stale()

    match = session.scalar(select(Match))
    assert match.profile == row.digest == session.get(Ranking, "D1").profile
    assert match.score != before
    assert matches.stale() == []


def test_going_back_to_an_earlier_version_gives_the_earlier_scores(
    session: Any, admin: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(admin)
    make_demand(admin)
    before = session.scalar(select(Match.score))
    first = stored.versions()[0]

    adopt(profiles.save(dearer(), "", admin), admin)
    jobs.rank_stale()
    adopt(first, admin)
    jobs.rank_stale()

    assert session.scalar(select(Match.score)) == before
    assert [each.profile_id for each in stored.adoptions()][-1] == first.id
    assert len(stored.adoptions()) == 3
    assert events(session).count("profile.adopted") == 3


def test_a_ranking_computed_with_a_profile_that_was_replaced_meanwhile_is_dropped(
    session: Any, admin: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(admin)
    make_demand(admin)
    row = profiles.save(dearer(), "", admin)
    old = profiles.active().version
    adopt(row, admin)

    matches._store("D1", 1, [], matches.today(), 0, old)

    assert session.get(Ranking, "D1").eligible == 1


def test_a_new_offer_waits_where_a_ranking_still_follows_another_profile(
    session: Any, admin: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(admin)
    make_demand(admin)
    adopt(profiles.save(dearer(), "", admin), admin)
    make_offer(admin, id="O2")

    matches.rank_for_offer("O2")
    assert session.scalars(select(Match.offer_id)).all() == ["O1"]
    jobs.rank_stale()

    assert sorted(session.scalars(select(Match.offer_id))) == ["O1", "O2"]
    assert {match.profile for match in session.scalars(select(Match))} == {stored.active_digest()}


def test_of_two_adoptions_at_once_one_is_refused(session: Any, admin: User) -> None:
    profiles.ready()
    seen = stored.adopted().id  # type: ignore[union-attr]
    first = profiles.save(dearer(), "", admin)
    second = profiles.save(dearer(0.04), "", admin)
    profiles.adopt(first.id, "", admin, seen)

    with pytest.raises(Stale):
        profiles.adopt(second.id, "", admin, seen)


def test_the_version_in_use_cannot_be_adopted_again(admin: User) -> None:
    profiles.ready()
    with pytest.raises(Conflict) as refused:
        adopt(stored.versions()[0], admin)

    assert refused.value.code == "profile_in_use"


def test_an_officer_of_some_provinces_saves_but_does_not_adopt(session: Any, make_user: Make) -> None:
    profiles.ready()
    officer = session.get(User, make_user("officer", provinces=["Lào Cai"]).id)
    row = profiles.save(dearer(), "", officer)

    with pytest.raises(NotAllowed):
        adopt(row, officer)
    assert profiles.active() == Profile.default()


def test_an_officer_of_all_provinces_adopts(session: Any, make_user: Make) -> None:
    profiles.ready()
    officer = session.get(User, make_user("officer").id)
    row = profiles.save(dearer(), "", officer)
    adopt(row, officer)

    assert profiles.active().version == row.digest


@pytest.fixture
def next_release(monkeypatch: pytest.MonkeyPatch) -> Profile:
    """The software as delivered next: another default profile."""
    data = Profile.default().as_data()
    fresh = Profile.from_data(data | {"base": data["base"] | {"price": 0.4}})
    monkeypatch.setattr(Profile, "default", classmethod(lambda cls: fresh))
    return fresh


def test_a_release_with_another_delivered_profile_is_used_where_nobody_chose_one(
    session: Any, request: pytest.FixtureRequest
) -> None:
    profiles.ready()
    fresh = request.getfixturevalue("next_release")

    assert profiles.active() == fresh
    assert [(row.name, row.number) for row in stored.versions()] == [("default", 2), ("default", 1)]


def test_a_release_leaves_a_profile_that_somebody_chose_in_use(
    session: Any, admin: User, request: pytest.FixtureRequest
) -> None:
    profiles.ready()
    own = profiles.save(dearer(), "", admin)
    adopt(own, admin)
    request.getfixturevalue("next_release")

    assert profiles.active().version == own.digest
    assert len(stored.versions()) == 3


def test_a_chosen_profile_is_completed_with_a_threshold_that_came_later(session: Any, admin: User) -> None:
    profiles.ready()
    own = profiles.save(dearer(), "", admin)
    adopt(own, admin)
    older = {part: dict(values) for part, values in own.content.items()}
    del older["thresholds"]["price_span"]
    own.content = older
    session.get(ProfileVersion, stored.versions()[-1].id).digest = "an earlier release"
    session.commit()

    completed = profiles.active()

    assert completed["price_span"] == Profile.default()["price_span"]
    assert completed.weights == Profile.from_data(dearer()).weights
    assert stored.adopted().profile.author == admin.email  # type: ignore[union-attr]
