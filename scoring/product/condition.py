"""The form of the goods that one record names, from all that it says of them."""

from __future__ import annotations

from scoring.product.cues import form_of_phrase
from scoring.product.forms import Form, implied_form, same_form
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, keys_of
from scoring.product.normalise import syllables
from scoring.product.record import Record
from scoring.product.relation import state

# The forms that keep goods what they are, so that one may be told for another.
KEPT_FORMS = (Form.DRIED, Form.FROZEN)
USUAL_FORMS = (Form.FRESH, *KEPT_FORMS)


def form_of(
    lexicon: Lexicon, record: Record, chosen: Match | None, kinds: tuple[int, ...], kept: Form
) -> Form:
    """The form told beside the goods, in their own name or where they are named again, NONE for none.

    What is usually fresh has the form in which it is ``kept``, whatever its name says.
    """
    usual = implied_form(state(lexicon.kinds[kinds[0]])) if kinds else Form.FRESH
    if kept and same_form(usual, Form.FRESH):
        return kept
    if record.form is Form.CANNED and kinds and not same_form(usual, Form.FRESH):
        return Form.NONE  # what is no longer fresh is boxed, not canned: "rong nho tách nước đóng hộp 100 g"
    if record.form or not kinds:
        return record.form
    if chosen is not None and chosen in record.goods and usual in USUAL_FORMS:
        keys = keys_of(record.name, record.accented)
        own = form_of_phrase(keys[chosen.start : chosen.end], record.accented)
        if own and own is not _named_form(lexicon, kinds[0]):
            return own
    return _told_again(lexicon, record, kinds[0], usual)


def _named_form(lexicon: Lexicon, kind: int) -> Form:
    """The form in the main name of a kind: half-dried squid is what it is, however the table keeps it."""
    return form_of_phrase([word.marked for word in syllables(lexicon.kinds[kind].name_vi)], accented=True)


def _told_again(lexicon: Lexicon, record: Record, kind: int, usual: Form) -> Form:
    """The form of the same product where a clause of the description opens with it: "mận sấy dẻo"."""
    for match in record.told:
        opens = match.start == 0 or record.rest[match.start].broken
        for other in match.kinds if opens else ():
            form = implied_form(state(lexicon.kinds[other]))
            if form in KEPT_FORMS and not same_form(form, usual) and lexicon.one_product(kind, other):
                return form
    return Form.NONE
