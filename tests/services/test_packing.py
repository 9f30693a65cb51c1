"""The pack of a large conference: made in the background, told how far, fetched by who asked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import NotFound
from matchmaker.models import PrintJob, User
from matchmaker.models.base import now
from matchmaker.queries import conferences as queries
from matchmaker.queries import print_jobs
from matchmaker.services import arranging, conferences, packing, printing
from matchmaker.services.printing import Order
from matchmaker.services.transaction import transaction
from tests.services.test_conferences import document


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(app: Flask, organizer: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(app.config, "DATA", tmp_path)
    conferences.post(document(), organizer, "C1")
    arranging.arrange("C1", organizer, 1)
    return "C1"


def found(job: PrintJob, actor: User) -> PrintJob:
    return print_jobs.one(queries.one(job.conference_id, actor), job.id, actor)


def test_a_pack_is_made_whole_and_tells_how_far_it_is(conference_id: str, organizer: User) -> None:
    job = packing.ask(conference_id, "zip", Order(1), organizer)
    with pytest.raises(NotFound):
        packing.made(conference_id, job.id, organizer)
    packing.carry_out(job.id)
    job, path = packing.made(conference_id, job.id, organizer)
    assert (job.status, job.made, job.total) == ("done", 41, 41)
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        assert len(book.namelist()) == 41
    assert [file.name for file in path.parent.iterdir()] == [f"{job.id}.zip"]


def test_the_next_pack_throws_the_one_before_away(conference_id: str, organizer: User) -> None:
    first = packing.ask(conference_id, "pdf", Order(), organizer)
    packing.carry_out(first.id)
    _, path = packing.made(conference_id, first.id, organizer)
    assert path.read_bytes().startswith(b"%PDF")
    second = packing.ask(conference_id, "pdf", Order(), organizer)
    assert not path.exists()
    assert found(second, organizer).status == "queued"


def test_a_pack_is_for_who_asked_for_it(
    conference_id: str, organizer: User, make_user: Callable[..., User]
) -> None:
    job = packing.ask(conference_id, "pdf", Order(), organizer)
    packing.carry_out(job.id)
    with pytest.raises(NotFound):
        packing.made(conference_id, job.id, make_user("organizer", "other@example.com"))


def test_pages_that_fail_are_told_and_leave_no_file(
    conference_id: str, organizer: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def failing(*_given: Any) -> bytes:
        raise NotPrintedError("too_slow", seconds=1)

    monkeypatch.setattr(printing, "printed", failing)
    job = packing.ask(conference_id, "pdf", Order(), organizer)
    packing.carry_out(job.id)
    assert (found(job, organizer).status, found(job, organizer).error) == ("failed", "too_slow")
    assert list((tmp_path / "prints").iterdir()) == []


def test_a_job_done_is_not_done_again_and_one_too_old_is_held_for_lost(
    conference_id: str, organizer: User, session: Any
) -> None:
    job = packing.ask(conference_id, "pdf", Order(), organizer)
    assert not packing.lost(job)
    with transaction():
        session.get(PrintJob, job.id).asked_at = now() - timedelta(hours=1)
    assert packing.lost(found(job, organizer))
    packing.carry_out(job.id)
    made_at = found(job, organizer).done_at
    packing.carry_out(job.id)
    assert found(job, organizer).done_at == made_at


@pytest.mark.parametrize(("form", "number"), [("exe", 1), ("zip", 7)])
def test_an_unknown_form_or_version_is_not_found(
    form: str, number: int, conference_id: str, organizer: User
) -> None:
    with pytest.raises(NotFound):
        packing.ask(conference_id, form, Order(number), organizer)
