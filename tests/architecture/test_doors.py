"""Doors that somebody could try to learn by what is not shown: each is shut, or tells nothing.

Members ask with what they know or guess (a name, a telephone, an id, a coordinate) in every word that an
address could search, filter or sort by, and are answered as if they had asked with a word that nobody has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker.extensions import db, limiter
from matchmaker.models import Demand, Match, Offer
from matchmaker.queries import shown
from matchmaker.queries.visibility import Stage
from tests.architecture.canaries import MARKET, RECORD, STAGES, canaries, declared
from tests.architecture.test_visibility import Clients, addressed, market_of

WORDS = ("q", "name", "party", "product", "phone", "organisation", "lat", "near", "id", "buyer", "producer")
ORDERS = ("price", "-price", "phone", "party", "lat", "name", "organisation_id", "posted_by")
GUESSED = ("party", "person", "phone", "price", "coordinates", "record", "address", "email")
# What differs from answer to answer whoever asks: nonces, keys against sending twice, and moments.
CHANCE = re.compile(r"nonce[=-]\S+|value=\S+|\d\d:\d\d(?::[\d.+:]+)?")


@pytest.fixture(scope="module")
def clients(session_app: Flask) -> Iterator[Clients]:
    """Everybody in one market, which is read and never changed."""
    with market_of(session_app) as found:
        yield found


def lists(app: Flask) -> list[str]:
    """The addresses of a member's pages and calls that read."""
    own = ("/api/v1/", "/demands/", "/offers/", "/map", "/introduced", "/account", "/today")
    with app.app_context():
        return [path for _rule, path in addressed(app, "GET") if path.startswith(own)]


def answered(clients: Clients, viewer: str, path: str, word: str = "") -> tuple[int, str]:
    """Status and text of an answer without what is of chance, and without the word asked with."""
    limiter.reset()
    answer = clients[viewer][path.startswith("/api/")].get(path)
    text = CHANCE.sub("", answer.get_data(as_text=True))
    for written in {path, word, quote(word), quote(word, safe="")} - {""}:
        text = text.replace(written, "")
    return answer.status_code, text


@pytest.mark.parametrize("viewer", ["BX", "PB"])
def test_asking_with_a_hidden_word_is_answered_like_asking_with_a_word_that_nobody_has(
    viewer: str, session_app: Flask, clients: Clients
) -> None:
    open_to = [path for path in lists(session_app) if answered(clients, viewer, path)[0] == 200]

    assert open_to
    assert "\n".join(map(str, told_by_words(clients, viewer, open_to))) == ""


def test_with_the_filter_off_a_hidden_name_is_found_by_the_same_words(
    session_app: Flask, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "sees", lambda field, viewer, stage: True)

    assert ("/map/", "PB", "party") in told_by_words(clients, "BX", ["/map/"])


def told_by_words(clients: Clients, viewer: str, paths: list[str]) -> list[tuple[str, str, str]]:
    """Where a hidden word of a party makes a difference: address, party, field."""
    told = []
    for path, party in product(paths, MARKET):
        hidden = [field for field in GUESSED if not declared(viewer, party, field)]
        for field in hidden:
            word = canaries(party)[field]
            nobody = re.sub(r"[0-9]", "6", word) if word[0].isdigit() else f"Xw{word[2:]}k"
            asked = [
                answered(clients, viewer, f"{path}?{'&'.join(f'{name}={each}' for name in WORDS)}", each)
                for each in (word, nobody)
            ]
            if asked[0] != asked[1]:
                told.append((path, party, field))
    return told


@pytest.mark.parametrize("viewer", ["BX"])
def test_no_order_that_is_asked_for_tells_what_is_hidden(
    viewer: str, session_app: Flask, clients: Clients
) -> None:
    told = []
    for path in lists(session_app):
        plain = answered(clients, viewer, path)
        if plain[0] != 200:
            continue
        for order in ORDERS:
            for name in ("sort", "order", "order_by"):
                status, text = answered(clients, viewer, f"{path}?{name}={order}")
                if status == 200 and sorted(text.split()) == sorted(plain[1].split()) and text != plain[1]:
                    told.append((path, name, order))

    assert "\n".join(map(str, told[:20])) == ""


@pytest.mark.parametrize("viewer", MARKET)
def test_an_id_of_another_member_is_answered_like_one_that_nobody_has(
    viewer: str, session_app: Flask, clients: Clients
) -> None:
    mine = {RECORD[viewer]}
    with session_app.app_context():
        own = {
            str(row.id) for row in db.session.scalars(select(Match)) if mine & {row.offer_id, row.demand_id}
        }
        foreign = {str(row) for row in db.session.scalars(select(Match.id))} - own
        others = {each for model in (Offer, Demand) for each in db.session.scalars(select(model.id))} - mine
    told = []
    for base in ("/api/v1/matches/{}", "/api/v1/matches/{}/way", "/api/v1/matches/{}/pipeline"):
        told += [
            base.format(each)
            for each in foreign
            if answered(clients, viewer, base.format(each))
            != answered(clients, viewer, base.format("987654"))
        ]
    for base in (
        *("/api/v1/offers/{}", "/api/v1/demands/{}", "/api/v1/offers/{}/matches", "/demands/{}/edit"),
        *("/offers/{}", "/demands/{}", "/offers/{}/demands", "/api/v1/demands/{}/matches"),
    ):
        told += [
            base.format(each)
            for each in others
            if answered(clients, viewer, base.format(each), each)
            != answered(clients, viewer, base.format("KHONGCO"), "KHONGCO")
        ]

    assert foreign
    assert "\n".join(map(str, told[:20])) == ""


def test_the_mark_of_a_version_stays_while_what_is_hidden_changes(
    session_app: Flask, clients: Clients
) -> None:
    with session_app.app_context():
        hidden = [
            row.id
            for row in db.session.scalars(select(Match))
            if row.demand_id == RECORD["BX"] and row.offer_id == RECORD["PB"]
        ]
    assert STAGES["BX", "PB"] is Stage.SUGGESTED
    script = clients["BX"][1]
    answer = script.get(f"/api/v1/matches/{hidden[0]}")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers.get("Last-Modified") is None
    assert answer.headers.get("ETag", '"1"').strip('"').isdigit()  # how many decisions, and of nothing else
