# SPDX-License-Identifier: Apache-2.0
"""Mutants of the rules and of the data of the law, and the laboratory in which the tests meet them."""
