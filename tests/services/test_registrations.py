from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.models import AuditEvent, Consent, ContactOpening, Organisation, Registration, User
from matchmaker.queries import privacy
from matchmaker.schemas.pipeline import REGISTRATION
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import registrations
from matchmaker.wording.consents import CURRENT

Make = Callable[..., Any]
FORM: dict[str, Any] = {
    "side": "producer",
    "name": "HTX Man Bac Ha (mau)",
    "person": "Giang A Pao",
    "phone": "+84 912.345.678",
    "province": "Lào Cai",
    "goods": "man tam hoa",
    "consent": True,
}


@pytest.fixture
def form() -> dict[str, Any]:
    return RegistrationSchema().load(FORM)


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user("officer", provinces=["Lào Cai"]).id)


def test_a_registration_waits_and_says_which_text_was_agreed_to(session: Any, form: dict[str, Any]) -> None:
    row = registrations.send(form)

    assert (row.status, row.consent, row.phone, row.entered_by) == ("new", CURRENT, "0912345678", None)


def test_the_same_form_sent_twice_is_one(session: Any, form: dict[str, Any]) -> None:
    first = registrations.send(form)

    assert registrations.send(form).id == first.id
    assert registrations.send(form | {"phone": "0912345679"}).id != first.id


def test_the_trail_of_a_registration_names_no_person(session: Any, form: dict[str, Any]) -> None:
    registrations.send(form)

    facts = str(session.scalar(select(AuditEvent.facts).where(AuditEvent.action == "registration.sent")))
    assert "Giang" not in facts
    assert "0912345678" not in facts


def test_an_approval_makes_the_organisation_its_consent_and_an_account(
    session: Any, form: dict[str, Any], officer: User
) -> None:
    row = registrations.approve(registrations.send(form).id, officer)

    member = session.get(Organisation, row.organisation_id)
    assert (member.name, member.province, member.contacts[0].phone) == (FORM["name"], "Lào Cai", "0912345678")
    user = session.get(User, row.user_id)
    assert (user.email, user.role_names, user.organisation_id) == ("0912345678", {"producer"}, member.id)
    assert privacy.standing_consent(member.id).text == CURRENT


def test_a_known_organisation_gets_one_more_person_to_call_and_no_twin(
    session: Any, form: dict[str, Any], officer: User, make_member: Make
) -> None:
    known = make_member("producer", name="HTX Mận Bắc Hà (mẫu)", province="Lào Cai", phone="0999999999")
    row = registrations.send(form)

    assert [(each.id, each.why) for each in registrations.resembling(row, officer)] == [(known, "same")]
    registrations.approve(row.id, officer, organisation_id=known)
    session.expire_all()
    assert [contact.phone for contact in session.get(Organisation, known).contacts] == [
        "0999999999",
        "0912345678",
    ]
    assert session.scalar(select(func.count()).select_from(Organisation)) == 1


@pytest.mark.parametrize(
    ("twin", "why"),
    [
        ({"phone": "0912345678", "name": "Khác hẳn"}, "phone"),
        ({"phone": "0911111111", "name": "Khác hẳn", "tax_code": "53-00-123456"}, "tax_code"),
    ],
)
def test_who_shares_a_telephone_or_a_tax_code_is_shown(
    session: Any, form: dict[str, Any], officer: User, make_member: Make, twin: dict[str, str], why: str
) -> None:
    make_member("producer", province="Lào Cai", **twin)
    other = registrations.send(form | twin | {"tax_code": "5300123456"})
    row = registrations.send(form | {"tax_code": "5300123456"})

    found = {each.waiting: each.why for each in registrations.resembling(row, officer)}
    assert found[False] == why
    assert found[True] == "tax_code"
    assert other.id != row.id


def test_two_accounts_cannot_share_a_sign_in_name(session: Any, form: dict[str, Any], officer: User) -> None:
    registrations.approve(registrations.send(form).id, officer)
    again = registrations.send(form)

    with pytest.raises(Conflict, match="sign_in_taken"):
        registrations.approve(again.id, officer)
    assert session.get(Registration, again.id).status == "new"


def test_a_rejection_erases_the_person_and_keeps_the_reason(
    session: Any, form: dict[str, Any], officer: User
) -> None:
    row = registrations.reject(registrations.send(form).id, "duplicate", "đã có", officer)

    assert (row.status, row.reason, row.note) == ("rejected", "duplicate", "đã có")
    assert [getattr(row, name) for name in registrations.PERSONAL] == ["", "", "", ""]


def test_a_decision_is_taken_once(session: Any, form: dict[str, Any], officer: User) -> None:
    row = registrations.send(form)
    with pytest.raises(Stale):
        registrations.approve(row.id, officer, version=9)
    registrations.approve(row.id, officer, version=1)

    with pytest.raises(Conflict, match="registration_decided"):
        registrations.reject(row.id, "duplicate", "", officer)


@pytest.mark.parametrize("before", sorted(REGISTRATION))
def test_only_what_the_table_of_stages_lets_follow_is_decided(
    session: Any, form: dict[str, Any], officer: User, before: str
) -> None:
    row = registrations.send(form)
    row.status = before
    session.commit()

    if "rejected" in REGISTRATION[before]:
        assert registrations.reject(row.id, "duplicate", "", officer).status == "rejected"
    else:
        with pytest.raises(Conflict, match="registration_decided"):
            registrations.reject(row.id, "duplicate", "", officer)


def test_an_officer_of_another_province_does_not_know_of_it(
    session: Any, form: dict[str, Any], make_user: Make
) -> None:
    row = registrations.send(form)
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)

    for act in (registrations.opened, registrations.approve):
        with pytest.raises(NotFound):
            act(row.id, far)


def test_whoever_opened_the_telephone_before_the_approval_is_known_to_the_member_after_it(
    session: Any, form: dict[str, Any], officer: User
) -> None:
    row = registrations.send(form)
    registrations.opened(row.id, officer)
    assert session.scalar(select(ContactOpening.organisation_id)) is None

    registrations.approve(row.id, officer)
    session.expire_all()
    assert [opening.user_id for opening in privacy.openings(row.organisation_id)] == [officer.id]


def test_a_consent_told_to_an_officer_names_the_officer(
    session: Any, form: dict[str, Any], officer: User
) -> None:
    row = registrations.approve(registrations.send(form, officer).id, officer)

    kept = session.scalar(select(Consent).where(Consent.organisation_id == row.organisation_id))
    assert (kept.how, kept.noted_by) == ("told", officer.id)


def test_the_link_of_one_registration_opens_no_other(session: Any, form: dict[str, Any]) -> None:
    first, second = registrations.send(form), registrations.send(form | {"phone": "0912345670"})

    assert registrations.followed(first.id, registrations.key(first)).id == first.id
    for wrong in (registrations.key(second), "", "ô"):
        with pytest.raises(NotFound):
            registrations.followed(first.id, wrong)
