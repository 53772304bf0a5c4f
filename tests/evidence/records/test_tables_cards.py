# SPDX-License-Identifier: Apache-2.0
"""Tables of risks, model and data cards, bills of materials and Croissant fill what they answer, and nothing else."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.evidence import index, registers, tables, vocabulary
from tests.evidence.conftest import Repo
from tests.support import EXAMPLES

ELEMENTS = index.load()
RISK = "Applicants with a break in their career are ranked lower."
MEASURE = "The length of a break is removed before training."


@pytest.fixture
def real(repo: Repo) -> Repo:
    repo.elements = ELEMENTS
    return repo


def _table(header: str, *rows: str, form: str) -> str:
    if form == "csv":
        return "\n".join(line.replace(" | ", ";") for line in (header, *rows))
    columns = header.count("|") + 1
    lines = [f"| {header} |", f"|{'---|' * columns}", *(f"| {row} |" for row in rows)]
    return "# Risks\n\n" + "\n".join(lines) + "\n"


FULL = "Risk | Likelihood | Severity | Measure | Residual risk | Accepted by"


@pytest.mark.parametrize("form", ["md", "csv"])
@pytest.mark.parametrize(
    ("header", "row", "states"),
    [
        (FULL, f"{RISK} | low | high | {MEASURE} | low | C. Moreau", ("present", "present", "present", "present")),
        (
            FULL,
            f"{RISK} | low | high | none decided | low | C. Moreau",
            ("present", "present", "placeholder", "present"),
        ),
        (FULL, f"{RISK} | low | TBD | {MEASURE} | low | ", ("present", "incomplete", "present", "incomplete")),
        ("Risk | Measure", f"{RISK} | {MEASURE}", ("present", "missing", "present", "missing")),
        ("Risk | Likelihood | Measure", f"{RISK} | low | {MEASURE}", ("present", "missing", "present", "missing")),
        ("Risiko | Maßnahmen", f"{RISK} | {MEASURE}", ("present", "missing", "present", "missing")),
        ("Risk | Owner", f"{RISK} | me", ("missing", "missing", "missing", "missing")),
    ],
)
def test_a_table_is_a_register(real: Repo, form: str, header: str, row: str, states: tuple[str, ...]) -> None:
    real.write(f"r.{form}", _table(header, row, form=form))
    fact = real.fact("risk-management", f"r.{form}")
    if fact["state"] == "unreadable":
        assert "columns" in fact["note"]
        assert set(states) == {"missing"}
        return
    found = [fact["elements"][ref]["state"] for ref in ("9(2)(a)", "9(2)(b)", "9(2)(d)", "9(5)-residual")]
    assert found == list(states)
    assert {seen["state"] for ref, seen in fact["elements"].items() if ref == "9(1)"} == {"missing"}


def test_the_row_is_named(real: Repo) -> None:
    real.write("r.md", _table(FULL, f"{RISK} | a | b | {MEASURE} | c | d", f"{RISK} | a | b | TODO | c | d", form="md"))
    seen = real.fact("risk-management", "r.md")["elements"]["9(2)(d)"]
    assert (seen["state"], seen["line"]) == ("incomplete", 6)
    assert seen["note"].startswith("row 2, Measure: ")


def test_a_table_in_a_code_block_is_none(real: Repo) -> None:
    real.write("r.md", f"# Risks\n\n```\n{_table(FULL, f'{RISK} | a | b | {MEASURE} | c | d', form='md')}```\n")
    assert real.states("risk-management", "r.md")["9(2)(a)"] == "missing"


def test_names_of_columns_are_names_of_the_schema() -> None:
    assert all(tables._refs(name) or name == "risks.id" for name in registers.schema("risk-register")["x-columns"])


CARD = """---
license: apache-2.0
library_name: transformers
base_model: acme/base-1.0
---

# Model card

## Uses

### Direct Use

Ranking of short texts in the office of a public library.

### Downstream Use

{downstream}

### Out-of-Scope Use

Nothing that decides about persons.

## Training Details

### Hyperparameters

Learning rate of one thousandth.
"""


def test_a_model_card_answers_what_it_answers(real: Repo) -> None:
    real.write("README.md", CARD.format(downstream="Search and sorting functions of catalogues."))
    fact = real.fact("gpai-model-documentation", "README.md")
    found = {ref: seen for ref, seen in fact["elements"].items() if seen["state"] != "missing"}
    assert {ref: seen["state"] for ref, seen in found.items()} == {"XI.1.1(a)": "present", "XI.1.1(f)": "present"}
    assert found["XI.1.1(a)"]["note"] == "from the model card: Direct Use, Downstream Use"
    assert found["XI.1.1(a)"]["line"] == 11


def test_an_untouched_model_card_answers_nothing(real: Repo) -> None:
    real.write("README.md", CARD.format(downstream="[More Information Needed]"))
    seen = real.fact("gpai-model-documentation", "README.md")["elements"]["XI.1.1(a)"]
    assert seen["state"] == "incomplete"
    real.write("README.md", CARD.format(downstream="").replace("### Downstream Use", ""))
    seen = real.fact("gpai-model-documentation", "README.md")["elements"]["XI.1.1(a)"]
    assert (seen["state"], "“Downstream Use”" in seen["note"]) == ("incomplete", True)


def test_the_same_headings_without_the_front_matter_of_a_card(real: Repo) -> None:
    real.write("a.md", CARD.format(downstream="Search in catalogues of books.").partition("---\n\n")[2])
    assert real.states("gpai-model-documentation", "a.md")["XI.1.1(a)"] == "missing"


def test_a_dataset_card(real: Repo) -> None:
    body = "\n\n".join(
        f"### {title}\n\n{RISK}"
        for title in ("Data Collection and Processing", "Annotation process", "Who are the source data producers?")
    )
    real.write("data.md", f"---\nsize_categories: [1K<n<10K]\n---\n\n# Data\n\n{body}\n")
    states = real.states("data-governance", "data.md")
    assert (states["10(2)(c)"], states["10(2)(b)"], states["10(2)(f)"]) == ("present", "incomplete", "missing")


def _bom(**card: Any) -> str:
    model = {
        "type": "machine-learning-model",
        "name": "m",
        "licenses": [{"license": {"id": "Apache-2.0"}}],
        "modelCard": card,
    }
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [model]})


def test_a_bill_of_materials(real: Repo) -> None:
    energy = [{"activity": "training", "activityEnergyCost": {"value": 410, "unit": "kWh"}}]
    card = {
        "modelParameters": {
            "task": "ranking of texts",
            "inputs": [{"format": "text"}],
            "outputs": [{"format": "score"}],
        },
        "considerations": {
            "useCases": ["sorting of books in catalogues"],
            "environmentalConsiderations": {"energyConsumptions": energy},
        },
    }
    real.write("bom.json", _bom(**card))
    fact = real.fact("gpai-model-documentation", "bom.json")
    found = {ref for ref, seen in fact["elements"].items() if seen["state"] == "present"}
    assert found == {"XI.1.1(a)", "XI.1.1(e)", "XI.1.1(f)", "XI.1.2(e)"}
    assert fact["elements"]["XI.1.2(e)"]["note"].startswith("from the CycloneDX bill of materials")
    energy[0]["activity"] = "inference"
    real.write("bom.json", _bom(**card))
    assert real.states("gpai-model-documentation", "bom.json")["XI.1.2(e)"] == "missing"


def test_performance_by_group_in_a_bill_of_materials(real: Repo) -> None:
    metric = {"type": "recall", "value": "0.81", "slice": "women"}
    real.write("bom.json", _bom(quantitativeAnalysis={"performanceMetrics": [metric]}))
    assert real.states("instructions-for-use", "bom.json")["13(3)(b)(v)"] == "present"


def test_croissant(real: Repo) -> None:
    data = {
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "description": RISK,
        "rai:dataPreprocessingProtocol": ["Duplicates were removed by hash."],
        "rai:dataAnnotationProtocol": "Two recruiters labelled each record.",
    }
    real.write("croissant.json", json.dumps(data, indent=1))
    fact = real.fact("data-governance", "croissant.json")
    assert (fact["elements"]["10(2)(c)"]["state"], fact["elements"]["10(2)(c)"]["line"]) == ("present", 5)
    assert fact["elements"]["10(2)(b)"]["state"] == "missing"
    assert real.states("technical-documentation", "croissant.json")["IV.2(d)"] == "incomplete"


def test_elements_of_cards_are_those_of_the_law() -> None:
    known = {element.ref for spec in ELEMENTS.documents.values() for element in spec.elements}
    for card in vocabulary.load("cards").values():
        assert card["source"].startswith("https://")
        assert {ref for answer in card["answers"] for ref in answer["refs"]} <= known


@pytest.mark.parametrize(
    "value", [[], {"components": 1}, {"components": [1, None, {"type": []}]}, {"components": {"a": 1}}]
)
def test_odd_bills_of_materials(real: Repo, value: Any) -> None:
    real.write("b.json", json.dumps({"bomFormat": "CycloneDX"} | (value if isinstance(value, dict) else {})))
    assert real.fact("gpai-model-documentation", "b.json")["state"] in {"empty", "missing"}


CARDS = Path(__file__).resolve().parents[1] / "samples" / "cards"
FILLED: list[tuple[str, str, dict[str, str]]] = [
    (
        "model-card.md",
        "gpai-model-documentation",
        {
            "53(1)(a)": "from the model card: Training Procedure, Testing Data, Metrics, Results",
            "XI.1.1(a)": "from the model card: Direct Use, Downstream Use",
            "XI.1.1(f)": "from the model card: license",
            "XI.1.2(a)": "from the model card: How to Get Started with the Model",
        },
    ),
    ("model-card.md", "training-content-summary", {"TS-1.2-dep": "from the model card: base_model"}),
    (
        "model-card.md",
        "instructions-for-use",
        {
            "13(3)(b)(iii)": "from the model card: Out-of-Scope Use, Bias, Risks, and Limitations",
            "13(3)(b)(v)": "from the model card: Factors, Results",
        },
    ),
    (
        "dataset-card.md",
        "data-governance",
        {
            "10(2)(b)": "from the dataset card: Data Collection and Processing, Who are the source data producers?, "
            "Personal and Sensitive Information",
            "10(2)(c)": "from the dataset card: Data Collection and Processing, Annotation process",
        },
    ),
    (
        "bom-1.6.json",
        "gpai-model-documentation",
        {
            "XI.1.1(a)": "from the CycloneDX bill of materials: modelParameters.task, considerations.useCases[]",
            "XI.1.1(e)": "from the CycloneDX bill of materials: inputs[].format, outputs[].format",
            "XI.1.1(f)": "from the CycloneDX bill of materials: licenses[]",
            "XI.1.2(e)": "from the CycloneDX bill of materials: energyConsumptions[training].activityEnergyCost",
        },
    ),
    (
        "bom-1.5.json",
        "gpai-model-documentation",
        {
            "XI.1.1(a)": "from the CycloneDX bill of materials: modelParameters.task, considerations.useCases[]",
            "XI.1.1(e)": "from the CycloneDX bill of materials: inputs[].format, outputs[].format",
            "XI.1.1(f)": "from the CycloneDX bill of materials: licenses[]",
        },
    ),
    (
        "croissant-1.0.json",
        "data-governance",
        {
            "10(2)(b)": "from the Croissant metadata: rai:dataCollection, rai:dataCollectionType, "
            "rai:personalSensitiveInformation",
            "10(2)(c)": "from the Croissant metadata: rai:dataPreprocessingProtocol, rai:dataAnnotationProtocol",
        },
    ),
]


@pytest.mark.parametrize(("name", "evidence", "filled"), FILLED, ids=[f"{name}-{id_}" for name, id_, _ in FILLED])
def test_what_teams_already_have_fills_its_elements_and_says_so(
    real: Repo, name: str, evidence: str, filled: dict[str, str]
) -> None:
    text = (CARDS / name).read_text(encoding="utf-8")
    real.write(name, text)
    elements = real.fact(evidence, name)["elements"]
    assert {ref: seen.get("note") for ref, seen in elements.items() if seen["state"] == "present"} == filled
    lines = text.splitlines()
    assert all(lines[elements[ref]["line"] - 1].strip() for ref in filled)


@pytest.mark.parametrize(("name", "evidence", "filled"), FILLED, ids=[f"{name}-{id_}" for name, id_, _ in FILLED])
def test_a_card_of_placeholders_fills_nothing(real: Repo, name: str, evidence: str, filled: dict[str, str]) -> None:
    text = (CARDS / name).read_text(encoding="utf-8")
    if name.endswith("json"):
        hollow = re.sub(r'("(?:task|format|id|expression|slice|description|rai:\w+)": )"[^"]*"', r'\1"TBD"', text)
        hollow = re.sub(r'("(?:useCases|rai:\w+)": )\[[^\]]*\]', r'\1["TBD"]', hollow)
        hollow = re.sub(r'("(?:value|unit)": )(?:"[^"]*"|\d+)', r'\1"TBD"', hollow)
    else:
        hollow = re.sub(r"(?m)^([^#\s].*)$", "[More Information Needed]", text.partition("\n---\n")[2])
        hollow = re.sub(r"(license|base_model): .*", r"\1: TBD", text.partition("\n---\n")[0]) + "\n---\n" + hollow
    real.write(name, hollow)
    elements = real.fact(evidence, name)["elements"]
    assert not {elements[ref]["state"] for ref in filled} & {"present", "not-applicable"}


def test_the_source_is_shown_to_people(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(EXAMPLES / "gpai-provider", folder)
    shutil.copy(CARDS / "model-card.md", folder / "docs" / "model-card.md")
    manifest = folder / "ai-system.yaml"
    text = re.sub(r"(?m)^(  gpai-model-documentation:).*$", r"\1 docs/model-card.md", manifest.read_text("utf-8"))
    manifest.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "aiact_gate", "explain", "gpai/model-documentation", str(folder)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert "from the model card: Direct Use, Downstream Use" in ran.stdout, ran.stdout + ran.stderr
