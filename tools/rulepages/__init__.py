# SPDX-License-Identifier: Apache-2.0
"""What tools/rule_pages.py writes: one page a rule, one a built-in finding, and the index."""
