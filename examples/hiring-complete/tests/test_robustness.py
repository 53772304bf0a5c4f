"""What the model was not validated for is refused and handed to a person."""
import pytest

from cvrank import model
from cvrank.service import Service
from cvrank.switch import Switch

GOOD = {"id": 1, "years_experience": 4, "degree_level": 6, "skill_match": 0.7, "certificates": 2}


@pytest.mark.parametrize("change", [{"skill_match": 1.4}, {"years_experience": -1}, {"degree_level": None}, {"certificates": "many"}])
def test_out_of_range_is_unranked(change):
    lines = []
    assert Service(lines.append, Switch(lines.append)).handle(GOOD | change) == "unranked"
    assert "input_refused" in lines[0]


def test_protected_attributes_are_no_features():
    assert not {"age", "postcode_index", "gap_months", "gender"} & set(model.FEATURES)
