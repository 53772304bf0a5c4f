# SPDX-License-Identifier: Apache-2.0
"""Renderers: each a pure function from a report to text."""
