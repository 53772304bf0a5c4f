"""The letter that explains a decision to the person it concerns."""
from pathlib import Path
from string import Template

from .score import Score

FACTORS = {
    "monthly_income": "your monthly income",
    "monthly_rent": "your monthly rent",
    "open_loans": "the number of loans you are paying back",
    "amount": "the amount you asked for",
    "months_employed": "how long you have been employed",
}


def letter(name: str, decision: str, score: Score | None, reason: str, officer: str) -> str:
    """The text of letters/explanation.txt with the facts of this decision."""
    used = "no score, because none could be computed from your data" if score is None else f"{score.points} of 1000 points"
    named = [FACTORS[factor] for factor in score.factors] if score else ["the documents you handed in"]
    text = Template(Path("letters/explanation.txt").read_text(encoding="utf-8"))
    return text.substitute(name=name, decision=decision, score=used, factors=", ".join(named), reason=reason, officer=officer)
