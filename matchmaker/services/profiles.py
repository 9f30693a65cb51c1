"""Profiles of the ranking: keep versions, take one into use, and give the one in use to whoever ranks.

Which one is in use stands in the database alone; a process keeps only profiles built from their digest, so
web and workers agree from the moment of an adoption.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from matchmaker.errors import Conflict, NotAllowed, Stale
from matchmaker.extensions import db
from matchmaker.models import ProfileAdoption, ProfileVersion, User
from matchmaker.permissions import Permission
from matchmaker.queries import profiles
from matchmaker.queries.scope import everywhere
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from scoring.profile import CRITERIA, THRESHOLDS, Profile, ProfileRefusedError

AUTHOR_LONGEST = 200  # letters of a name that are kept
DECIDING = ("weights", "base", "thresholds")


def active() -> Profile:
    """The profile that rankings are made with."""
    ready()
    return built(profiles.active_digest() or "")


def ready() -> None:
    """See that the profile delivered with the software is among the versions, and that one is in use."""
    if profiles.of_digest(Profile.default().version) is None:
        _keep_delivered()


def built(digest: str) -> Profile:
    """The profile with this digest. Raises ``LookupError`` where no version has it."""
    return _built(digest)


@use_case
def save(data: Mapping[str, Any], note: str, actor: User, based_on: int | None = None) -> ProfileVersion:
    """Keep a profile as the next version under its name; nothing is ranked with it yet.

    Raises ``ProfileRefusedError`` with all that is wrong, ``Conflict`` ``profile_known`` where a version
    decides all rankings alike already.
    """
    profile = Profile.from_data({**data, "author": (actor.name or actor.email)[:AUTHOR_LONGEST]})
    same = profiles.of_digest(profile.version)
    if same is not None:
        raise Conflict("profile_known", **_told(same))
    row = _version(profile, note, actor)
    row.based_on = based_on
    db.session.add(row)
    db.session.flush()
    audit.record("profile.saved", "profile", row.id, _kept(row), actor)
    return row


@use_case
def adopt(profile_id: int, note: str, actor: User, seen: int | None) -> ProfileAdoption:
    """Take a version into use for the whole service; an earlier one too, which reverts to it.

    The rankings follow by ``rank_stale``, which the entry point defers. ``seen`` is the adoption that the
    actor saw in force. Raises ``NotAllowed`` for an officer of some provinces only, ``Stale`` where another
    was adopted meanwhile, ``Conflict`` ``profile_in_use``.
    """
    if not everywhere(actor):
        raise NotAllowed(permission=Permission.ADOPT_PROFILE.value)
    row, last = profiles.one(profile_id), profiles.adopted()
    if last is not None and last.id != seen:
        raise Stale
    if last is not None and last.profile_id == row.id:
        raise Conflict("profile_in_use", **_told(row))
    Profile.from_data({"name": row.name, **row.content})  # an old version may lack what is needed today
    return _adopt(row, note, actor)


@use_case
def _keep_delivered() -> None:
    """Keep the delivered profile; use it where none is in use or one delivered earlier is.

    A profile of one's own that was saved by an earlier release is completed with the thresholds that it
    could not know.
    """
    if profiles.of_digest(Profile.default().version) is not None:
        return  # another process was first
    delivered = _version(Profile.default(), "", None)
    delivered.delivered, delivered.author = True, Profile.default().author
    db.session.add(delivered)
    db.session.flush()
    audit.record("profile.delivered", "profile", delivered.id, _kept(delivered), None)
    last = profiles.adopted()
    if last is None or last.profile.delivered:
        _adopt(delivered, "", None)
    elif last.profile.content != (completed := _completed(last.profile.content)):
        _use_completed(last.profile, completed, delivered)


def _use_completed(own: ProfileVersion, content: dict[str, Any], delivered: ProfileVersion) -> None:
    """Use a profile of one's own as completed; the delivered one where it is refused even so."""
    try:
        profile = Profile.from_data({"name": own.name, "author": own.author, **content})
    except ProfileRefusedError:
        _adopt(delivered, "", None)
        return
    row = profiles.of_digest(profile.version)
    if row is None:
        row = _version(profile, own.note, None)
        row.author, row.based_on = own.author, own.id
        db.session.add(row)
        db.session.flush()
        audit.record("profile.completed", "profile", row.id, _kept(row), None)
    _adopt(row, "", None)


def _completed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The deciding values with the delivered ones for what is new, and without what is no more."""
    given = Profile.default().as_data()
    names = {"weights": CRITERIA, "base": CRITERIA, "thresholds": tuple(THRESHOLDS)}
    defaults = {**given, "weights": dict.fromkeys(CRITERIA, 0.0)}
    return {
        part: {name: content.get(part, {}).get(name, defaults[part][name]) for name in names[part]}
        for part in DECIDING
    }


def _adopt(row: ProfileVersion, note: str, actor: User | None) -> ProfileAdoption:
    last = profiles.adopted()
    adoption = ProfileAdoption(
        profile=row, note=note, adopted_by=actor.id if actor else None, replaces=last.id if last else None
    )
    db.session.add(adoption)
    before = _told(last.profile) if last else None
    facts = _told(row) | {"note": note, "before": before}
    audit.record("profile.adopted", "profile", row.id, facts, actor)
    return adoption


def _version(profile: Profile, note: str, actor: User | None) -> ProfileVersion:
    data = profile.as_data()
    return ProfileVersion(
        name=profile.name,
        number=profiles.next_number(profile.name),
        digest=profile.version,
        content={part: data[part] for part in DECIDING},
        note=note,
        author=profile.author,
        made_by=actor.id if actor else None,
    )


def _kept(row: ProfileVersion) -> dict[str, Any]:
    return _told(row) | {"content": row.content, "note": row.note, "based_on": row.based_on}


def _told(row: ProfileVersion) -> dict[str, Any]:
    return {"name": row.name, "number": row.number, "digest": row.digest}


@lru_cache(maxsize=16)
def _built(digest: str) -> Profile:
    row = profiles.of_digest(digest)
    if row is None:
        raise LookupError(digest)
    return Profile.from_data({"name": row.name, "author": row.author, **row.content})
