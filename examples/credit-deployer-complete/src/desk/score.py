"""The creditworthiness score of ScoreWell 5.1, asked for with validated inputs only."""
from dataclasses import dataclass

import requests

VENDOR = "https://api.scorewell.example/v5/score"
# Input fields and ranges of section 3.2 of the instructions for use of ScoreWell 5.1.
RANGES = {"monthly_income": (0, 50_000), "monthly_rent": (0, 10_000), "open_loans": (0, 30), "amount": (1_000, 50_000)}
FIELDS = {*RANGES, "months_employed"}


@dataclass(frozen=True)
class Score:
    """Points from 0 to 1000, the three factors that moved them most, and the version of the model."""

    points: int
    factors: tuple[str, str, str]
    model_version: str


def check(application: dict) -> dict:
    """The fields that the vendor needs and no others; what is missing or out of range goes to a person."""
    if not FIELDS <= application.keys():
        raise ValueError("a field of the instructions for use is missing")
    for name, (low, high) in RANGES.items():
        if not low <= application[name] <= high:
            raise ValueError(f"{name} is outside the range of the instructions for use")
    return {name: application[name] for name in sorted(FIELDS)}


def fetch(application: dict) -> Score:
    answer = requests.post(VENDOR, json=check(application), timeout=10)
    answer.raise_for_status()
    body = answer.json()
    return Score(body["score"], tuple(body["factors"][:3]), body["model_version"])
