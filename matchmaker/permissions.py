"""Who may do what: one enum, one table from roles to permissions, one decorator for entry points."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import g, has_request_context
from flask_login import current_user

from matchmaker.errors import NotAllowed, NotSignedIn
from matchmaker.models import Demand, Offer, User

P = ParamSpec("P")
R = TypeVar("R")


class Permission(StrEnum):
    """One thing that a person may be allowed to do. Whether to this record is a matter of scope."""

    SEE_BOARD = "see_board"
    SEE_DEMANDS = "see_demands"
    POST_DEMAND = "post_demand"
    CHANGE_DEMAND = "change_demand"
    SEE_OFFERS = "see_offers"
    POST_OFFER = "post_offer"
    CHANGE_OFFER = "change_offer"
    SEE_MATCHES = "see_matches"
    DECIDE = "decide"
    SEE_ORGANISATIONS = "see_organisations"
    CHANGE_ORGANISATION = "change_organisation"
    ACT_FOR_MEMBER = "act_for_member"
    IMPORT_LISTS = "import_lists"
    SEE_CONFERENCES = "see_conferences"
    ARRANGE_CONFERENCES = "arrange_conferences"
    REPAIR_CONFERENCES = "repair_conferences"
    RECORD_MEETINGS = "record_meetings"
    SEARCH_REFERENCE = "search_reference"
    MANAGE_USERS = "manage_users"
    SEE_PROFILES = "see_profiles"
    CHANGE_PROFILES = "change_profiles"
    ADOPT_PROFILE = "adopt_profile"
    SEE_REFERENCE = "see_reference"
    CHANGE_LEXICON = "change_lexicon"
    CHANGE_MARKETS = "change_markets"
    CHANGE_CHANNELS = "change_channels"
    CHANGE_BUYER_TERMS = "change_buyer_terms"
    CHANGE_COEFFICIENTS = "change_coefficients"
    FILL_ORDERS = "fill_orders"
    LET_IN = "let_in"
    OWN_ACCOUNT = "own_account"
    INTRODUCE = "introduce"
    ANSWER = "answer"


_READING = {
    Permission.SEE_BOARD,
    Permission.SEE_DEMANDS,
    Permission.SEE_OFFERS,
    Permission.SEE_MATCHES,
    Permission.SEE_ORGANISATIONS,
    Permission.SEE_CONFERENCES,
    Permission.SEARCH_REFERENCE,
    Permission.SEE_PROFILES,
    Permission.SEE_REFERENCE,
    Permission.OWN_ACCOUNT,
}
_OFFICE = _READING | {
    Permission.POST_DEMAND,
    Permission.CHANGE_DEMAND,
    Permission.POST_OFFER,
    Permission.CHANGE_OFFER,
    Permission.DECIDE,
    Permission.CHANGE_ORGANISATION,
    Permission.ACT_FOR_MEMBER,
    Permission.IMPORT_LISTS,
    Permission.RECORD_MEETINGS,
    Permission.REPAIR_CONFERENCES,  # on the day the officers on duty mend what the organizer arranged
    Permission.CHANGE_PROFILES,
    Permission.ADOPT_PROFILE,  # and only an officer of all provinces: services.profiles.adopt
    Permission.CHANGE_LEXICON,
    Permission.CHANGE_MARKETS,
    Permission.CHANGE_BUYER_TERMS,
    Permission.FILL_ORDERS,
    Permission.LET_IN,
    Permission.INTRODUCE,
}
ROLES: dict[str, frozenset[Permission]] = {
    "officer": frozenset(_OFFICE),
    "buyer": frozenset(
        {
            Permission.SEE_DEMANDS,
            Permission.POST_DEMAND,
            Permission.CHANGE_DEMAND,
            Permission.SEE_MATCHES,
            Permission.SEARCH_REFERENCE,
            Permission.CHANGE_BUYER_TERMS,
            Permission.OWN_ACCOUNT,
            Permission.ANSWER,
        }
    ),
    "producer": frozenset(
        {
            Permission.SEE_OFFERS,
            Permission.POST_OFFER,
            Permission.CHANGE_OFFER,
            Permission.SEE_MATCHES,
            Permission.SEARCH_REFERENCE,
            Permission.OWN_ACCOUNT,
            Permission.ANSWER,
        }
    ),
    "organizer": frozenset(
        _READING | {Permission.ARRANGE_CONFERENCES, Permission.REPAIR_CONFERENCES, Permission.RECORD_MEETINGS}
    ),
    "national_reader": frozenset(_READING),
    "administrator": frozenset(
        _OFFICE
        | {
            Permission.ARRANGE_CONFERENCES,
            Permission.MANAGE_USERS,
            Permission.CHANGE_CHANNELS,
            Permission.CHANGE_COEFFICIENTS,
            Permission.ANSWER,  # of no organisation's: it finds nothing to answer
        }
    ),
}

# Endpoints that anyone may call; every other one names a permission. (``security.verify`` is never there.)
PUBLIC = frozenset(
    {
        "static",
        "security.login",
        "security.logout",
        "security.static",
        "security.verify",
        "public.home",
        "public.choose_language",
        "joining.choose",  # whoever asks to be let in
        "joining.form",
        "joining.send",
        "joining.followed",  # whoever has the link of the registration it sent
        "joining.supplied",
        "joining.consent",
        "consent_links.page",  # whoever has a member's own link to the text
        "consent_links.send",
        "set_up.page",  # whoever has an account's own link
        "set_up.send",
        "api-docs.openapi_json",
        "api_page.page",
        "personal_pages.page",  # whoever has a participant's own link
        "personal_pages.send",
        "personal_pages.contact",
        "personal_pages.ics",
        "pool_links.page",  # whoever has a pool member's own link
        "pool_links.send",
        "answer_links.buyer",  # whoever has a side's own link of an introduction
        "answer_links.buyer_send",
        "answer_links.producer",
        "answer_links.producer_send",
        "hall.board",  # whoever has the link of the hall's board
    }
)


def allowed(user: User, permission: Permission) -> bool:
    """Whether one of the user's roles has the permission."""
    return any(permission in ROLES.get(role, ()) for role in user.role_names)


def owns(user: User, record: Offer | Demand) -> bool:
    """Whether a record of trade is the user's: entered by it, or its organisation's."""
    return record.posted_by == user.id or (
        record.organisation_id is not None and record.organisation_id == user.organisation_id
    )


def actor() -> User:
    """Who acts in the present request: the token's user for the API, else the one signed in.

    Raises ``NotSignedIn`` for nobody.
    """
    user = g.get("token_user") if "token_user" in g else current_user
    if not has_request_context() or user is None or not user.is_authenticated or not user.active:
        raise NotSignedIn
    found: User = user if isinstance(user, User) else user._get_current_object()
    return found


def may(permission: Permission) -> bool:
    """Whether the present actor has the permission; nobody has none."""
    try:
        return allowed(actor(), permission)
    except NotSignedIn:
        return False


def authorise(permission: Permission) -> User:
    """The present actor, if it has the permission. Raises ``NotSignedIn`` or ``NotAllowed``."""
    user = actor()
    if not allowed(user, permission):
        raise NotAllowed(permission=permission.value)
    return user


def requires(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only actors with the permission call an entry point; the entry point says so in ``.permission``."""

    def mark(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            authorise(permission)
            return view(*args, **kwargs)

        declared: Any = checked
        declared.permission = permission
        return checked

    return mark
