# SPDX-License-Identifier: Apache-2.0
"""Collectors: they open the evidence that a manifest names, and state what they saw."""
