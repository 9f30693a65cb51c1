"""The administrative maps."""

from seeds import administrative


def test_the_counts_of_both_maps_are_those_of_the_law():
    assert len(administrative.old_provinces()) == 63
    assert len(administrative.new_provinces()) == 34
    assert len(administrative.communes()) == 3321


def test_merged_provinces_lead_to_their_successor():
    lead = administrative.successors()
    assert (lead["Yên Bái"], lead["Kon Tum"], lead["Hà Nội"]) == ("Lào Cai", "Quảng Ngãi", "Hà Nội")


def test_a_commune_is_named_with_its_province():
    assert "Mường Khương, Lào Cai" in administrative.communes().values()
