from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Organisation, User
from matchmaker.queries import reference_changes as changed
from matchmaker.schemas.choices import CHANNELS
from matchmaker.services import channels, reference_log
from matchmaker.services.channels import usual_terms
from seeds.problems import parts

pytestmark = pytest.mark.usefixtures("session")
Make = Callable[..., Any]


@pytest.fixture
def buyer(session: Any, make_member: Make) -> Organisation:
    return session.get(Organisation, make_member("buyer", channel="supermarket"))


def as_written(terms: channels.Terms, **other: str) -> dict[str, str]:
    return {column: told.value for column, told in terms.items()} | other


def save_buyer(buyer: Organisation, actor: User, **other: str) -> Any:
    wanted = as_written(channels.of_buyer(buyer), **other)
    return channels.save_buyer(buyer, wanted, "vì", actor, changed.stamp("buyers").number)


def save_channel(actor: User, channel: str, **other: str) -> Any:
    wanted = as_written(channels.of_channel(channel), **other)
    return channels.save_channel(channel, wanted, "vì", actor, changed.stamp("channels").number)


def papers(channel: str, product: str = "") -> list[str]:
    return parts(usual_terms(channel, product)["required_certificates"].value)


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_has_usual_terms(channel: str) -> None:
    assert usual_terms(channel)["invoice_required"].value


def test_papers_depend_on_the_form_of_the_goods() -> None:
    assert "PUC_CN" in papers("exporter_cn", "vải thiều tươi")
    assert "PUC_CN" not in papers("exporter_cn", "long nhãn sấy khô")


def test_no_paper_is_named_twice() -> None:
    found = papers("supermarket", "mận tam hoa")
    assert len(found) == len(set(found))


def test_an_unknown_channel_asks_for_nothing() -> None:
    assert usual_terms("", "vải") == usual_terms("moon", "vải") == {}


def test_a_changed_template_serves_the_channel_and_says_when_it_was_set(make_user: Make) -> None:
    saved = save_channel(make_user("administrator"), "supermarket", payment_days="21")

    told = usual_terms("supermarket")["payment_days"]
    assert (told.value, told.origin, told.at) == ("21", "channel", saved.at)
    assert usual_terms("supermarket")["min_remaining_share"].origin == "shipped"
    assert saved.before == {"payment_days": "30"}


def test_a_buyers_own_field_goes_before_the_channels_and_the_others_follow_it(
    buyer: Organisation, make_user: Make
) -> None:
    actor = make_user("administrator")
    save_buyer(buyer, actor, payment_days="7")
    save_channel(actor, "supermarket", payment_days="45", discount_pct="12")

    terms = usual_terms("supermarket", buyer=buyer)

    assert (terms["payment_days"].value, terms["payment_days"].origin) == ("7", "buyer")
    assert (terms["discount_pct"].value, terms["discount_pct"].origin) == ("12", "channel")
    assert usual_terms("supermarket")["payment_days"].value == "45"


def test_a_buyers_own_template_is_not_for_another_channel(buyer: Organisation, make_user: Make) -> None:
    save_buyer(buyer, make_user(), payment_days="7")

    assert usual_terms("wholesale", buyer=buyer)["payment_days"].value == "30"


def test_a_field_set_to_what_the_channel_says_follows_the_channel_again(
    buyer: Organisation, make_user: Make
) -> None:
    actor = make_user("administrator")
    save_buyer(buyer, actor, payment_days="7")
    save_buyer(buyer, actor, payment_days="30")
    save_channel(actor, "supermarket", payment_days="45")

    assert channels.of_buyer(buyer)["payment_days"].value == "45"


def test_a_buyer_may_ask_for_nothing_where_the_channel_asks(buyer: Organisation, make_user: Make) -> None:
    save_buyer(buyer, make_user(), required_fresh="")

    assert parts(usual_terms("supermarket", "mận tam hoa", buyer)["required_certificates"].value) == ["ATTP"]


def test_a_change_of_a_buyers_template_is_taken_back(buyer: Organisation, make_user: Make) -> None:
    actor = make_user()
    saved = save_buyer(buyer, actor, payment_days="7")

    reference_log.take_back(saved, "nhầm", actor, 1)

    assert channels.of_buyer(buyer)["payment_days"].value == "30"


def test_templates_are_not_saved_unchanged_unread_or_for_nobody(
    buyer: Organisation, make_user: Make, make_member: Make
) -> None:
    actor = make_user("administrator")
    with pytest.raises(InvalidRecord):
        save_buyer(buyer, actor)
    save_buyer(buyer, actor, payment_days="7")
    with pytest.raises(Stale):
        channels.save_buyer(buyer, as_written(channels.of_buyer(buyer), payment_days="9"), "vì", actor, 0)
    with pytest.raises(NotFound):
        channels.save_channel("moon", as_written(channels.of_channel("moon")), "vì", actor, 0)
    with pytest.raises(NotFound):
        channels.buyer_for(make_member("producer"), actor)
