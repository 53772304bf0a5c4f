# SPDX-License-Identifier: Apache-2.0
"""Fuzzes one harness, guided by coverage: `python fuzz/run.py NAME [options of libFuzzer] [folders of a corpus]`."""

import logging
import sys

import atheris

with atheris.instrument_imports(include=["aiact_gate", "docutils.parsers", "pypdf", "markdown_it"]):
    from harnesses import HARNESSES

if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, HARNESSES[name])
    atheris.Fuzz()
