from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seeds import reference
from seeds.overlay import ADD, CHANGE, OWN, RETIRE, Change, changed, difference, homeless, lay_over

PLUM = {"key": "plum", "parent": "fruit", "name_vi": "mận", "synonyms_vi": "mận hậu;mận cơm", "form": "fresh"}
FRUIT = {"key": "fruit", "parent": "", "name_vi": "trái cây", "synonyms_vi": "", "form": ""}
names = st.lists(st.sampled_from(["mận hậu", "mận cơm", "mận tả van", "mận máu"]), unique=True)


def laid(*changes: Change, rows: tuple[dict[str, str], ...] = (FRUIT, PLUM)) -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in lay_over(rows, changes)}


def test_rows_without_changes_stay_as_they_are_shipped() -> None:
    assert lay_over(reference("products"), []) == reference("products")


def test_a_synonym_is_added_beside_those_that_are_shipped() -> None:
    change = Change("plum", CHANGE, add={"synonyms_vi": ["mận máu"]})

    assert laid(change)["plum"]["synonyms_vi"] == "mận hậu;mận cơm;mận máu"


def test_a_new_release_shows_through_where_nobody_changed_anything() -> None:
    change = Change("plum", CHANGE, set={"form": "dried"}, add={"synonyms_vi": ["mận máu"]})
    released = PLUM | {"name_vi": "quả mận", "synonyms_vi": "mận hậu;mận tả van"}

    row = laid(change, rows=(FRUIT, released))["plum"]

    assert row["name_vi"] == "quả mận"
    assert row["synonyms_vi"] == "mận hậu;mận tả van;mận máu"
    assert row["form"] == "dried"


def test_a_new_kind_stands_last_with_what_is_not_said_left_empty() -> None:
    row = lay_over([FRUIT, PLUM], [Change("local_tao_meo", ADD, set={"name_vi": "táo mèo"})])[-1]

    assert row == {"key": "local_tao_meo", "parent": "", "name_vi": "táo mèo", "synonyms_vi": "", "form": ""}


def test_a_key_of_two_columns_names_a_row() -> None:
    rows = [{"product": "plum", "market": "CN", "open": "0"}]
    changes = [Change("plum/CN", CHANGE, set={"open": "1"}), Change("plum/EU", ADD, set={"open": "1"})]

    assert lay_over(rows, changes, ("product", "market")) == [
        {"product": "plum", "market": "CN", "open": "1"},
        {"product": "plum", "market": "EU", "open": "1"},
    ]


def test_a_retired_kind_is_gone_and_later_changes_of_it_do_nothing() -> None:
    changes = [
        Change("local_x", ADD, set={"name_vi": "x"}),
        Change("local_x", RETIRE),
        Change("local_x", CHANGE, set={"name_vi": "y"}),
    ]

    assert set(laid(*changes)) == {"fruit", "plum"}


def test_changes_of_a_row_that_a_release_dropped_are_named() -> None:
    lost = Change("plum", CHANGE, set={"form": "dried"})

    assert homeless([FRUIT], [lost]) == [lost]
    assert lay_over([FRUIT], [lost]) == [FRUIT]


def test_no_shipped_key_looks_like_one_of_our_own() -> None:
    assert [row["key"] for row in reference("products") if row["key"].startswith(OWN)] == []


@given(before=names, after=names, form=st.sampled_from(["fresh", "dried", ""]))
def test_the_difference_of_two_rows_leads_from_one_to_the_other(
    before: list[str], after: list[str], form: str
) -> None:
    row = PLUM | {"synonyms_vi": ";".join(before)}
    wanted = {"form": form, "synonyms_vi": ";".join(after)}

    made = changed(row, difference(row, wanted))

    assert made["form"] == form
    assert set(made["synonyms_vi"].split(";")) == set(wanted["synonyms_vi"].split(";"))


def test_a_change_comes_out_of_its_stored_form_as_it_went_in() -> None:
    change = Change("plum", CHANGE, set={"form": "dried"}, drop={"synonyms_vi": ["mận cơm"]})

    assert Change.read(change.key, change.action, change.values) == change
