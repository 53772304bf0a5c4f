# SPDX-License-Identifier: Apache-2.0
"""What a pull request changes: a tree of the past beside the work tree, and what of it may be trusted."""
