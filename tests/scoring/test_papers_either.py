import pytest

from scoring.papers_either import papers_either
from scoring.records import Certificate


@pytest.mark.parametrize(
    ("words", "required", "taken"),
    [
        ("HACCP or ISO22000 required, EU label", "HACCP", {"HACCP": ("ISO22000",)}),
        ("phải có giấy ATTP hoặc VietGAP còn hạn", "VIETGAP", {"VIETGAP": ("ATTP", "CK_ATTP")}),
        ("must be VN organic certified or EU organic", "HC_VN", {"HC_VN": ("HC_EU",)}),
        ("GlobalGAP hay VietGAP đều được", "GLOBALGAP", {"GLOBALGAP": ("VIETGAP",)}),
        ("HACCP and ISO 22000 factory", "HACCP", {}),
        ("có ATTP, giao thứ 2 hoặc thứ 5, VietGAP", "ATTP", {}),
    ],
)
def test_either_paper_is_taken_where_the_buyer_joins_them_by_or(demand, words, required, taken):
    wanted = demand(required_certificates=(Certificate(required),), remarks=words)
    assert papers_either(wanted) == taken


def test_where_the_fields_name_both_papers_both_are_asked(demand):
    both = (Certificate("HACCP"), Certificate("ISO22000"))
    assert papers_either(demand(required_certificates=both, remarks="HACCP or ISO 22000")) == {}
