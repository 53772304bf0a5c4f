# SPDX-License-Identifier: Apache-2.0
"""Fuzzes the manifest: any bytes load and keep to the schema, or are refused with a place."""

import sys

import atheris

with atheris.instrument_imports(include=["aiact_gate"]):
    from pathlib import Path

    from aiact_gate.manifest.answers import answers
    from aiact_gate.manifest.document import Manifest
    from aiact_gate.manifest.validate import validate
    from aiact_gate.manifest.yaml_subset import YamlError, loads


def one(data: bytes) -> None:
    """Load one text; a problem has a place, and what keeps to the schema has answers."""
    try:
        loaded = loads(data)
    except YamlError as error:
        assert error.problem.line >= 1
        assert error.problem.message
        return
    if isinstance(loaded.data, dict):
        manifest = Manifest(Path("ai-system.yaml"), "ai-system.yaml", loaded.data, loaded.marks)
        if not validate(manifest):
            answers(manifest)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
