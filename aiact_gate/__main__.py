# SPDX-License-Identifier: Apache-2.0
"""`python -m aiact_gate`."""

from aiact_gate.cli.main import main

main()
