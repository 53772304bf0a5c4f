"""Train and run the ranking model. Age, postcode and career gaps are no features (risks R1, R2)."""
import hashlib
from pathlib import Path

FEATURES = ("years_experience", "degree_level", "skill_match", "certificates")
RANGES = {
    "years_experience": (0.0, 50.0),
    "degree_level": (0.0, 8.0),
    "skill_match": (0.0, 1.0),
    "certificates": (0.0, 30.0),
}


class InputOutOfRangeError(ValueError):
    """An application that the model was not validated for."""


def check(applicant: dict) -> list[float]:
    """The values of the features in order; refuses what lies outside the validated ranges."""
    row = []
    for name in FEATURES:
        low, high = RANGES[name]
        value = applicant.get(name)
        if not isinstance(value, int | float) or not low <= value <= high:
            raise InputOutOfRangeError(name)
        row.append(float(value))
    return row


def train(csv_path: str, out_path: str) -> float:
    """Fit the model on applications up to 2024, return the accuracy on those of 2025."""
    import joblib
    import pandas as pd
    from sklearn.ensemble import GradientBoostingClassifier

    data = pd.read_csv(csv_path)
    fit, test = data[data["year"] < 2025], data[data["year"] == 2025]
    model = GradientBoostingClassifier(random_state=7).fit(fit[list(FEATURES)], fit["invited"])
    joblib.dump(model, out_path)
    return model.score(test[list(FEATURES)], test["invited"])


def fingerprint(model_path: str) -> str:
    """SHA-256 of the model file, written to each event."""
    return hashlib.sha256(Path(model_path).read_bytes()).hexdigest()


def score(model_path: str, applicant: dict) -> float:
    """Points from 0 to 100."""
    values = check(applicant)
    import joblib
    import pandas as pd

    row = pd.DataFrame([values], columns=list(FEATURES))
    return float(joblib.load(model_path).predict_proba(row)[0, 1] * 100)
