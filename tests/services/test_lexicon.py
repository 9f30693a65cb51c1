"""The lexicon in the hands of officers: looked at first, kept with its author and reason, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker import jobs
from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Match, Ranking, ReferenceChange, User
from matchmaker.queries import reference_changes as changed
from matchmaker.queries import search
from matchmaker.schemas.products import KindSchema, as_row
from matchmaker.services import knowledge, lexicon
from matchmaker.services.audit import broken_at
from scoring.product import ProductText
from seeds import reference
from tests.services.test_races import AT_ONCE, at_once

Make = Callable[..., Any]
NEW = {
    "name_vi": "quả prêu lăng",
    "rank": "kind",
    "parent": "trái cây (fruit)",
    "form": "fresh",
    "source": "tra cứu",
}


def row(**written: Any) -> dict[str, str]:
    """Cells as the form of a kind gives them."""
    return as_row(KindSchema().load(written))


def as_written(key: str, **other: str) -> dict[str, str]:
    """The cells of a kind as its form shows them, with some written otherwise."""
    found = lexicon.kind(key)
    return {column: found[column] for column in KindSchema().fields} | other


def kept(change: Any, actor: User) -> ReferenceChange:
    return lexicon.save(change, "theo danh mục của tỉnh", actor, knowledge.lexicon_version())


@pytest.fixture
def officer(make_user: Make) -> User:
    return make_user()


@pytest.fixture
def strangers(make_offer: Make, make_demand: Make, officer: User) -> None:
    """A demand and an offer under two names that no shipped kind has, beside an ordinary pair."""
    make_offer(officer)
    make_offer(officer, id="O2", product="Prưng hmang Kon Plông")
    make_demand(officer)
    make_demand(officer, id="D2", product="quả prêu lăng")


def test_a_new_kind_is_looked_at_before_it_is_kept(session: Any, strangers: None) -> None:
    proposal = lexicon.propose(lexicon.addition(row(**NEW, synonyms_vi="prưng hmang")))

    assert [(p.demand, p.offer, p.after) for p in proposal.effect.new] == [("D2", "O2", "same")]
    assert proposal.effect.lost == []
    assert proposal.version == 0
    assert session.scalars(select(ReferenceChange)).all() == []
    assert len(changed.rows("products")) == len(reference("products"))


def test_a_new_kind_matches_once_it_is_kept_and_no_longer_once_it_is_taken_back(
    session: Any, strangers: None, officer: User
) -> None:
    change = kept(lexicon.addition(row(**NEW, synonyms_vi="prưng hmang")), officer)
    jobs.rank_stale()

    match = session.scalar(select(Match).where(Match.demand_id == "D2", Match.offer_id == "O2"))
    assert (match.current, match.lexicon) == (True, 1)
    assert match.evidence["reasons"][0]["facts"]["demanded_kind"] == "local_qua_preu_lang"

    undone, proposal = lexicon.propose_undo(change.id)
    assert undone.id == change.id
    assert [(p.demand, p.offer, p.before) for p in proposal.effect.lost] == [("D2", "O2", "same")]
    lexicon.undo(change.id, "nhập nhầm", officer, 1)
    jobs.rank_stale()

    session.refresh(match)
    assert match.current is False
    assert changed.rows("products") == tuple(reference("products"))
    assert broken_at() is None


def test_only_the_rankings_that_a_change_touches_are_made_anew(
    session: Any, strangers: None, officer: User
) -> None:
    before = {r.demand_id: r.done_at for r in session.scalars(select(Ranking))}

    kept(lexicon.addition(row(**NEW, synonyms_vi="prưng hmang")), officer)
    jobs.rank_stale()

    after = {
        r.demand_id: r for r in session.scalars(select(Ranking).execution_options(populate_existing=True))
    }
    assert after["D1"].done_at == before["D1"]
    assert after["D2"].done_at > before["D2"]
    assert {r.lexicon for r in after.values()} == {1}
    assert session.scalar(select(Match.lexicon).where(Match.demand_id == "D1")) == 0


def test_a_change_is_known_to_every_reader_at_its_next_step(session: Any, officer: User) -> None:
    earlier = knowledge.matcher()
    kept(lexicon.addition(row(**NEW)), officer)

    later = knowledge.matcher()

    assert later is not earlier
    assert later is knowledge.matcher()
    assert later.reading(ProductText("prêu lăng")).kinds != earlier.reading(ProductText("prêu lăng")).kinds
    assert [found.key for found in search.products("preu lang")] == ["local_qua_preu_lang"]


def test_what_was_looked_at_is_not_built_again_when_it_is_kept_or_taken_back(
    session: Any, strangers: None, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, built = knowledge.reference.matcher_of, []

    def counted(rows: Any) -> Any:
        built.append(len(rows))
        return build(rows)

    monkeypatch.setattr(knowledge.reference, "matcher_of", counted)
    change = lexicon.addition(row(**NEW | {"name_vi": "quả prêu rừng"}))

    looked = lexicon.propose(change)
    saved = kept(change, officer)
    knowledge.matcher()
    lexicon.propose_undo(saved.id)

    assert looked.effect.lost == []
    assert built == [len(reference("products")) + 1]


def test_a_change_is_kept_with_its_author_time_reason_and_what_was_said_before(
    session: Any, officer: User
) -> None:
    change = lexicon.alteration("plum", as_written("plum", storage="ambient"))

    saved = kept(change, officer)

    assert (saved.number, saved.user_id, saved.reason) == (1, officer.id, "theo danh mục của tỉnh")
    assert saved.values == {"set": {"storage": "ambient"}}
    assert saved.before == {"storage": "chilled"}
    event = session.scalar(select(AuditEvent).where(AuditEvent.action == "products.change"))
    assert (event.subject_id, event.facts["values"]) == ("plum", saved.values)


def test_a_synonym_alone_leaves_all_else_to_the_next_release(session: Any, officer: User) -> None:
    plum = lexicon.kind("plum")

    change = lexicon.alteration("plum", as_written("plum", synonyms_vi=plum["synonyms_vi"] + ";mận trâu"))

    assert change.values == {"add": {"synonyms_vi": ["mận trâu"]}}


def test_a_name_that_another_kind_has_is_told_with_and_without_marks(session: Any) -> None:
    change = lexicon.addition(row(**{**NEW, "synonyms_vi": "mận\nbò"}))

    found = {(c.name, c.key): (c.same, c.apart) for c in lexicon.propose(change).collisions}

    assert found["mận", "plum"] == (True, False)
    assert found["bò", "avocado"] == (False, False)


def test_kinds_are_named_by_name_with_or_without_marks_or_by_key(session: Any) -> None:
    assert lexicon.named("mận (plum)") == lexicon.named("Mận") == lexicon.named("plum") == ["plum"]
    assert lexicon.named("không có gì như thế") == []


@pytest.mark.parametrize(
    ("written", "field", "code"),
    [
        ({"parent": "một thứ lạ"}, "parent", "unknown_kind"),
        ({"confusable_with": "một thứ lạ"}, "confusable_with", "unknown_kind"),
    ],
)
def test_a_fault_is_told_at_its_field(session: Any, written: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        lexicon.propose(lexicon.addition(row(**NEW | written)))

    assert [m["code"] for m in refused.value.messages[field]] == [code]


def test_a_kind_cannot_be_put_below_itself(session: Any) -> None:
    with pytest.raises(InvalidRecord) as refused:
        lexicon.propose(lexicon.alteration("plum", as_written("plum", parent="plum_tam_hoa")))

    assert [m["code"] for m in refused.value.messages["parent"]] == ["circle"]


def test_nothing_is_kept_without_a_reason_or_a_difference(session: Any, officer: User) -> None:
    with pytest.raises(InvalidRecord, match="invalid"):
        lexicon.save(lexicon.addition(row(**NEW)), "  ", officer, 0)
    with pytest.raises(InvalidRecord, match="invalid"):
        lexicon.propose(lexicon.alteration("plum", as_written("plum")))

    assert session.scalars(select(ReferenceChange)).all() == []


def test_a_change_looked_at_in_an_earlier_state_is_refused(session: Any, officer: User) -> None:
    kept(lexicon.addition(row(**NEW)), officer)

    with pytest.raises(Stale):
        lexicon.save(lexicon.alteration("plum", as_written("plum", form="dried")), "vì", officer, 0)


def test_of_two_changes_at_once_one_is_kept(app: Flask, officer: User) -> None:
    def save(actor: User) -> object:
        return lexicon.save(lexicon.addition(row(**NEW)), "vì", actor, 0).number

    assert at_once(app, save, officer.id) == {"1": 1, "stale": AT_ONCE - 1}


def test_an_own_addition_can_be_retired_and_a_shipped_kind_cannot(session: Any, officer: User) -> None:
    key = kept(lexicon.addition(row(**NEW)), officer).key

    kept(lexicon.retirement(key), officer)

    assert key not in changed.by_key("products")
    with pytest.raises(NotFound):
        lexicon.retirement("plum")
    with pytest.raises(NotFound):
        lexicon.retirement(key)


def test_what_others_rest_on_cannot_be_taken_away(session: Any, officer: User) -> None:
    above = kept(lexicon.addition(row(**NEW)), officer)
    kept(
        lexicon.addition(row(**NEW | {"name_vi": "prêu tím", "rank": "variety", "parent": above.key})),
        officer,
    )

    for take in (
        lambda: lexicon.propose(lexicon.retirement(above.key)),
        lambda: lexicon.propose_undo(above.id),
    ):
        with pytest.raises(Conflict) as refused:
            take()
        assert refused.value.facts == {"names": ["prêu tím"]}


def test_an_undo_is_no_change_and_nothing_is_taken_back_twice(session: Any, officer: User) -> None:
    change = kept(lexicon.addition(row(**NEW)), officer)
    undo = lexicon.undo(change.id, "nhầm", officer, 1)

    for number in (change.id, undo.id, 999_999, -1):
        with pytest.raises(NotFound):
            lexicon.propose_undo(number)


def test_a_key_taken_back_is_not_given_to_another_kind(session: Any, officer: User) -> None:
    first = kept(lexicon.addition(row(**NEW)), officer)

    second = lexicon.addition(row(**NEW | {"parent": first.key, "rank": "variety"}))

    assert (first.key, second.key) == ("local_qua_preu_lang", "local_qua_preu_lang_2")


def test_two_kinds_are_set_apart_for_all_pairs_of_their_lines(
    session: Any, make_offer: Make, make_demand: Make, officer: User
) -> None:
    make_offer(officer, product="mận tam hoa")
    make_demand(officer, product="mận")
    assert db.session.scalar(select(Match.eligible)) is True
    key = kept(lexicon.addition(row(**NEW)), officer).key

    found = lexicon.propose(lexicon.alteration("plum", as_written("plum", confusable_with=key)))

    assert found.change.values["add"] == {"confusable_with": [key]}
    assert found.effect.pairs == ()
