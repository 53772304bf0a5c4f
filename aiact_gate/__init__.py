# SPDX-License-Identifier: Apache-2.0
"""The gate that stops a release when an AI system lacks what the EU AI Act asks for."""

__version__ = "0.1.0"
