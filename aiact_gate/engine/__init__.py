# SPDX-License-Identifier: Apache-2.0
"""The engines that evaluate the rules, all behind one protocol."""
