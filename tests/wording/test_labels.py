from __future__ import annotations

import pytest

from matchmaker.permissions import ROLES
from matchmaker.schemas import choices
from matchmaker.schemas.demands import DemandSchema
from matchmaker.web.buyer import FIELDS
from matchmaker.wording import labels
from matchmaker.wording.certificates import USUAL
from scoring.profile import CRITERIA

KINDS = sorted([*labels.TABLES, "certificate", "channel"])


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("decision", choices.DECISIONS),
        ("decision_reason", choices.REASONS),
        ("per", choices.PERIODS),
        ("price_basis", choices.PRICE_BASES),
        ("invoice", choices.INVOICES),
        ("storage", choices.STORAGES),
        ("channel", choices.CHANNELS),
        ("criterion", CRITERIA),
        ("role", tuple(ROLES)),
        ("certificate", USUAL),
        ("certificate_short", USUAL),
        ("match_status", ("suggested", "accepted", "rejected", "held")),
    ],
)
def test_every_code_of_the_trade_has_a_name(kind: str, codes: tuple[str, ...]) -> None:
    assert set(codes) <= set(labels.table(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_there_in_both_languages(kind: str) -> None:
    assert [code for code, (vi, en) in labels.table(kind).items() if not vi.strip() or not en.strip()] == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"certificate", "field"}))
def test_two_codes_of_a_kind_never_read_the_same(kind: str) -> None:
    for column in (0, 1):
        names = [pair[column] for pair in labels.table(kind).values()]
        assert len(names) == len(set(names))


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    assert labels.label("certificate", "NEW_PAPER", "vi") == "NEW_PAPER"


def test_a_name_follows_the_language() -> None:
    assert labels.label("decision_reason", "small_scale", "vi") == "Quy mô nhỏ"
    assert labels.label("decision_reason", "small_scale", "en") == "Scale too small"


def test_choices_keep_the_order_of_their_table() -> None:
    assert [code for code, _name in labels.choices("invoice", "en")] == list(choices.INVOICES)


def test_units_are_translated_and_unknown_ones_kept() -> None:
    assert labels.unit("tấn", "vi") == "tấn"
    assert labels.unit("tấn", "en") != "tấn"
    assert labels.unit("mủng", "en", 3) == "mủng"


def test_units_stand_in_the_plural_where_english_wants_it() -> None:
    assert labels.unit("tấn", "en", 1) == "tonne"
    assert labels.unit("tấn", "en", 15) == "tonnes"
    assert labels.unit("kg", "en", 15) == "kg"
    assert [labels.plural(name) for name in ("box", "bunch", "quantity", "day")] == [
        "boxes",
        "bunches",
        "quantities",
        "days",
    ]


def test_the_fields_of_the_demand_form_have_names() -> None:
    named = labels.table("field")
    shown = set(FIELDS)
    assert shown <= set(named)
    assert shown <= set(DemandSchema().fields)


def test_each_act_that_may_be_done_on_behalf_of_a_member_has_its_words() -> None:
    """The actions that services record with an organisation acted for, by name."""
    done = {
        *(
            "offer.posted",
            "offer.changed",
            "offer.confirmed",
            "offer.closed",
            "offer.paused",
            "offer.resumed",
        ),
        *("demand.posted", "demand.changed", "demand.confirmed", "demand.closed", "demand.paused"),
        *("demand.resumed", "registration.approved", "registration.paused", "registration.renewed"),
        *(
            "consent.given",
            "consent.withdrawn",
            "link.renewed",
            "match.decided",
            "match.stage",
            "match.terms",
        ),
        *("match.delivered", "introduction.answered", "contacts.opened", "pool.answered"),
    }
    assert [code for code in sorted(done) if labels.label("act", code, "vi") == code] == []
