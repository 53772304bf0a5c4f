# SPDX-License-Identifier: Apache-2.0
"""One click command a file; no logic."""
