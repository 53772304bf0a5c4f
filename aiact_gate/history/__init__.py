# SPDX-License-Identifier: Apache-2.0
"""What git knows about the evidence: whether it is committed, and what changed since it was written."""
