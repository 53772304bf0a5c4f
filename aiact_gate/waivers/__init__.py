# SPDX-License-Identifier: Apache-2.0
"""Waivers: who answers for releasing in spite of a finding, why, and until when."""

from typing import Final

NAME: Final = "aiact-waivers.yaml"
MAX_DAYS: Final = 180
"""The longest a waiver may last; a configuration may only shorten it."""
SOON: Final = 14
"""A waiver that runs out within so many days is said to run out soon."""
