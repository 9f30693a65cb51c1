"""Print introductions: the letter, the copies, the script of the calls; the trail tells that they were."""

from __future__ import annotations

from matchmaker.documents import call_scripts, introductions
from matchmaker.documents.introductions import MEMBER, Letter
from matchmaker.documents.papers import Paper
from matchmaker.documents.prints import written
from matchmaker.errors import NotFound
from matchmaker.models import Introduction, IntroductionVersion, User
from matchmaker.queries import introductions as queries
from matchmaker.services import answering, audit, calling, pool_answers
from matchmaker.services.transaction import use_case

FORMS = ("pdf", "docx")
KINDS = ("letter", "copy", "copies", "script")


def printed(
    introduction_id: int, which: str, form: str, lang: str, actor: User, base: str = "", *, number: int = 0,
    match_id: int = 0, offer_id: str = "",
) -> bytes:  # fmt: skip
    """One of `KINDS` in one of `FORMS`; ``number`` is the version (0: the latest), ``match_id`` whose copy,
    or ``offer_id`` of which member of the pool.

    Raises ``NotFound``, and ``NotPrintedError`` when the pages fail.
    """
    found = queries.one(introduction_id, actor)
    told = letter(found, base, number)
    if form not in FORMS or which not in KINDS:
        raise NotFound
    body = written(_papers(told, which, lang, match_id, offer_id), form)
    _note(introduction_id, which, told, actor)
    return body


def letter(introduction: Introduction, base: str = "", number: int = 0) -> Letter:
    """A version of an introduction with its links. Raises ``NotFound`` for an unknown version."""
    version = _version(introduction, number)
    links = _links(introduction, version, base) if base else {}
    return Letter(version.document, introduction.number, introduction.made_on, version.number, links)


def _links(introduction: Introduction, version: IntroductionVersion, base: str) -> dict[str, str]:
    """The links of a version: those of today for the latest; an earlier one prints with those that it went
    out with last, which stood when the next was issued."""
    later = next((each for each in introduction.versions if each.number == version.number + 1), None)
    serials = later.document.get("serials", {}) if later else {}
    key = answering.key(introduction, serial=serials.get(""))
    links = {"": f"{base}/i/{introduction.id}/{key}"}
    for row in introduction.introduced:
        key = answering.key(introduction, row, serials.get(str(row.match_id)))
        links[str(row.match_id)] = f"{base}/i/{introduction.id}/{row.match_id}/{key}"
    for member in introduction.pool.members if introduction.pool else ():
        links[f"{MEMBER}{member.offer_id}"] = f"{base}/g/{member.id}/{pool_answers.key(member)}"
    return links


def _version(introduction: Introduction, number: int) -> IntroductionVersion:
    if not number:
        return introduction.versions[-1]
    for version in introduction.versions:
        if version.number == number:
            return version
    raise NotFound


def _papers(told: Letter, which: str, lang: str, match_id: int, offer_id: str) -> list[Paper]:
    if which == "letter":
        return introductions.to_buyer(told, lang)
    if which == "script":
        return [call_scripts.script(told, lang)]
    if which == "copies":
        rows = [row["match"] for row in told.standing]
        found = [paper for each in rows for paper in introductions.to_producer(told, each, lang)]
        members = [row["offer"] for row in told.members]
        return found + [paper for each in members for paper in introductions.to_member(told, each, lang)]
    try:
        if offer_id:
            return introductions.to_member(told, offer_id, lang)
        return introductions.to_producer(told, match_id, lang)
    except KeyError as error:
        raise NotFound from error


@use_case
def _note(introduction_id: int, which: str, told: Letter, actor: User) -> None:
    facts = {"which": which, "number": told.version}
    audit.record("introduction.printed", "introduction", introduction_id, facts, actor)
    calling.letter(told.document, introduction_id, actor)
