# SPDX-License-Identifier: Apache-2.0
"""`python -m aiact_gate`."""

import os
import sys

# Python looks for modules in the current folder first, and that is often the repository under check.
try:
    _HERE = os.getcwd()  # noqa: PTH109 -- a pathlib.py in that folder must not be imported
except OSError:
    _HERE = ""  # it was deleted, and holds nothing
if _HERE and not sys.flags.safe_path and os.path.realpath(f"{__file__}/../..") != os.path.realpath(_HERE):
    sys.path[:] = [entry for entry in sys.path if entry and os.path.realpath(entry) != os.path.realpath(_HERE)]

from aiact_gate.cli.main import main  # only now is it safe

main()
