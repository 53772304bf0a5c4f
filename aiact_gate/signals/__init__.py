# SPDX-License-Identifier: Apache-2.0
"""What a repository shows that may contradict its manifest; a signal raises a question and decides nothing."""
