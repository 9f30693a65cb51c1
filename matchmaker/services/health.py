"""Whether what the service stands on is there and whole. Reads only."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from matchmaker.extensions import MIGRATIONS, db
from matchmaker.services import audit
from matchmaker.services.matches import stale
from seeds.checks import check_all


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is good, a code for the sentence, and facts."""

    good: bool
    code: str
    facts: dict[str, Any] = field(default_factory=dict)


def findings() -> Iterator[Finding]:
    """All checks in order; those on the contents are left out when the tables are not there."""
    yield Finding(True, "check_python", {"version": platform.python_version()})
    yield _data_folder(current_app.config["DATA"])
    yield _reference()
    yield _front_end(Path(str(current_app.static_folder)))
    answering = _database()
    yield answering
    if not answering.good:
        return
    tables = _tables()
    yield tables
    if tables.good:
        yield from _contents()


def _data_folder(path: Path) -> Finding:
    path.mkdir(parents=True, exist_ok=True)
    writable = os.access(path, os.W_OK)
    return Finding(writable, "check_data" if writable else "data_not_writable", {"path": path})


def _reference() -> Finding:
    faults = check_all()
    if faults:
        return Finding(False, "reference_wrong", {"count": len(faults), "first": faults[0]})
    return Finding(True, "check_reference")


def _front_end(static: Path) -> Finding:
    built = (static / "build" / "manifest.json").is_file()
    return Finding(built, "check_front_end" if built else "front_end_missing")


def _database() -> Finding:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        return Finding(False, "database_silent", {"reason": type(error).__name__})
    return Finding(True, "check_database", {"kind": db.engine.dialect.name})


def _tables() -> Finding:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    head = ScriptDirectory.from_config(config).get_current_head()
    version = MigrationContext.configure(db.session.connection()).get_current_revision()
    if version != head:
        return Finding(False, "tables_behind", {"version": version, "head": head})
    return Finding(True, "check_tables", {"version": version})


def _contents() -> Iterator[Finding]:
    if db.engine.dialect.name == "sqlite":
        said = str(db.session.scalar(text("PRAGMA quick_check")))
        yield Finding(
            said == "ok", "check_integrity" if said == "ok" else "integrity_broken", {"reason": said}
        )
    broken = audit.broken_at()
    yield Finding(broken is None, "check_audit" if broken is None else "audit_broken", {"event": broken})
    yield Finding(True, "check_rankings", {"waiting": len(stale())})
