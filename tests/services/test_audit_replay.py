"""The trail alone, played again, gives the tables row by row, whatever was done in a long session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table, select, text

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Base, User
from matchmaker.models.base import Moment
from matchmaker.services import (
    audit,
)  # fmt: skip
from tests.conftest import reload
from tests.services.lived_session import (
    of_conferences,
    of_matches,
    of_members,
    of_pools,
    of_records,
    of_reference_data,
)
from tests.services.trail import Replay

Make = Callable[..., Any]
Row = dict[str, Any]
NUMBER = "a number of the database alone: the row is known by what it says"
COUNT = "counts the changes, and each is an event"
PERSON = "tells of a person, and the trail names none"
SECRET = "a secret, and the trail holds none"
DERIVED = "worked out anew from what is replayed"
WORK = "how far the work of a machine has come, no change that anybody made"
MARKED = "part of what the mark is the hash of"
FOLDED = "compared as a column of users"
# Whole tables, and columns of others, that are not compared; nor are moments: events have their own.
NOT_COMPARED = {
    **dict.fromkeys(("products", "places", "certificates", "rankings"), DERIVED),
    **dict.fromkeys(("planning_runs", "print_jobs", "imports", "import_rows", "idempotency_keys"), WORK),
    "unlock_reports": DERIVED,
    **dict.fromkeys(("user_roles", "roles", "user_scopes"), FOLDED),
    "sender_columns": "what the columns of a sender's next list may mean: only proposed, and confirmed anew",
    "contacts": PERSON,
    "audit_events": "the trail itself, which its chain of hashes holds",
    **{
        f"{table}.id": NUMBER
        for table in (
            *("api_tokens", "consents", "contact_openings", "decisions", "holdings", "introduction_versions"),
            *("introduction_reminders", "introduced_matches", "introduction_answers", "match_stages"),
            *("terms_said", "deliveries", "registration_stages"),
            *("pool_versions", "pool_members", "profile_adoptions", "freight_quotes", "rate_cards"),
            *("schedule_versions", "meeting_results", "wishes", "attendances"),
        )
    },
    **{
        f"{table}.version": COUNT
        for table in (
            *("organisations", "registrations", "offers", "demands", "offices", "introductions", "pools"),
            *("conferences", "meeting_results"),
        )
    },
    **{f"users.{name}": PERSON for name in ("email", "name")},
    **{f"users.{name}": SECRET for name in ("password", "fs_uniquifier")},
    "users.language": "what the person reads in, set by a click and told to nobody",
    "api_tokens.digest": SECRET,
    "organisations.registered_address": PERSON,
    "registration_stages.note": PERSON,
    **{f"registrations.{name}": PERSON for name in ("person", "role", "phone", "email", "note")},
    **{
        f"{table}.{name}": DERIVED
        for table, more in (("offers", ("producer", "product_id")), ("demands", ("buyer", "channel")))
        for name in ("product", "parsed", "doubts", "valid_until", "place_id", *more)
    },
    **{
        f"matches.{name}": DERIVED
        for name in (
            *("position", "rank", "score", "base", "eligible"),
            *("evidence", "profile", "lexicon", "current"),
        )
    },
    "offices.phone": PERSON,
    **dict.fromkeys(("pool_versions.changes", "schedule_versions.changes"), DERIVED),
    "place_answers.text": DERIVED,
    "place_answers.named": "the place in the words of the page, beside the place itself",
    "pools.solving": WORK,
    "profile_versions.author": PERSON,
    "profile_adoptions.replaces": NUMBER,
    **{
        f"freight_quotes.{name}": MARKED
        for name in (
            *("origin_text", "destination_text", "origin", "destination"),
            *("tonnes", "price", "quoted_on", "vehicle", "source"),
        )
    },
    **{
        f"rate_cards.{name}": MARKED
        for name in (
            *("carrier", "origin_text", "destination_text", "origin", "destination", "km_from", "km_to"),
            *("tonnes_from", "tonnes_to", "price", "valid_from", "valid_to"),
        )
    },
}  # fmt: skip
DIGESTED = {"introduction_versions", "pool_versions", "conferences", "schedule_versions"}  # their documents
ENDED = {"withdrawn_at", "published_at"}  # moments that say also whether


def compared(table: Table) -> list[str]:
    """The columns of a table that the trail has to tell."""
    names = []
    for column in table.columns:
        moment = isinstance(column.type, Moment) and column.name not in {*ENDED, "expires_at"}
        if not moment and not {table.name, f"{table.name}.{column.name}"} & set(NOT_COMPARED):
            names.append(column.name)
    return names


def plain(value: Any) -> Any:
    """As JSON tells it."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def stored() -> dict[str, list[Row]]:
    """What the tables hold."""
    found: dict[str, list[Row]] = {}
    for table in Base.metadata.sorted_tables:
        names = compared(table)
        rows = db.session.execute(select(table)).mappings().all() if names else []
        for row in rows:
            told = {name: plain(row[name]) for name in names}
            if table.name == "matches" and told["status"] == "suggested" and told["version"] == 1:
                continue  # ranked, and nobody has said anything of it
            told |= {name: told[name] is not None for name in ENDED & set(names)}
            if table.name in DIGESTED:
                told["document"] = audit.digest(row["document"])
            found.setdefault(table.name, []).append(told)
    _refer(found)
    return found


def _refer(found: dict[str, list[Row]]) -> None:
    """Put what is known of a row where another refers to its number."""
    tables = Base.metadata.tables
    introduced = {
        row.id: (row.introduction_id, row.match_id)
        for row in db.session.execute(select(tables["introduced_matches"]))
    }
    slips = {
        row.id: (row.conference_id, row.producer, row.buyer)
        for row in db.session.execute(select(tables["meeting_results"]))
    }
    for row in found.get("introduction_answers", ()):
        row["introduced_id"] = introduced[row["introduced_id"]]
    for row in found.get("match_stages", ()):
        row["result_id"] = slips.get(row["result_id"])
    for row in found.get("users", ()):
        user = db.session.get_one(User, row["id"])
        row |= {"roles": sorted(user.role_names), "provinces": sorted(user.provinces)}


def differing() -> dict[str, tuple[list[str], list[str]]]:
    """By table, the rows that the trail alone tells of, and those that the tables alone hold."""
    db.session.rollback()
    played = Replay(db.session.scalars(select(AuditEvent).order_by(AuditEvent.id))).tables
    held = stored()
    found = {}
    for name in sorted({*played, *held}):
        told, kept = (
            sorted(repr(sorted((k, plain(v)) for k, v in row.items())) for row in each.get(name, ()))
            for each in (played, held)
        )
        if told != kept:
            found[name] = ([r for r in told if r not in kept], [r for r in kept if r not in told])
    return found


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    return reload(make_user("administrator"))


@pytest.fixture
def lived(
    session: Any, admin: User, make_user: Make, make_member: Make, make_offer: Make, make_demand: Make
) -> None:
    """A long session, in which every audited table comes to hold something."""
    buyer = make_member(
        "buyer", name="Siêu thị A (mẫu)", province="Bắc Ninh", phone="0100000009", contact="A"
    )
    of_reference_data(admin)
    seller = of_members(admin)
    of_records(admin, seller, buyer)
    of_matches(admin)
    of_pools(admin, make_offer, make_demand)
    of_conferences(admin, make_user, seller, buyer)


def test_the_trail_played_again_equals_the_tables_row_by_row(lived: None) -> None:
    assert differing() == {}
    assert audit.broken_at() is None
    empty = [t.name for t in Base.metadata.sorted_tables if compared(t) and t.name not in stored()]
    assert empty == [], "the session must fill every table that is compared"


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("offers", "UPDATE offers SET status = 'closed' WHERE id = 'O1'"),
        ("matches", "UPDATE matches SET status = 'rejected' WHERE offer_id = 'O1' AND demand_id = 'D1'"),
        ("deliveries", "UPDATE deliveries SET quantity = 2 WHERE quantity = 4"),
        ("holdings", "DELETE FROM holdings WHERE status = 'delivered'"),
    ],
)
def test_a_change_made_around_the_services_is_seen(
    admin: User, make_user: Make, make_member: Make, table: str, statement: str
) -> None:
    buyer = make_member("buyer", province="Bắc Ninh")
    of_records(admin, make_member("producer", province="Lào Cai"), buyer)
    of_matches(admin)
    assert differing() == {}

    with db.engine.connect().execution_options(matchmaker_write=True) as connection, connection.begin():
        assert connection.execute(text(statement)).rowcount > 0
    assert list(differing()) == [table]


def test_what_is_not_compared_exists() -> None:
    known = {
        name
        for table in Base.metadata.sorted_tables
        for name in (table.name, *(f"{table.name}.{column.name}" for column in table.columns))
    }
    assert set(NOT_COMPARED) <= known
