# SPDX-License-Identifier: Apache-2.0
"""Rules that an organisation adds: a first one to start from, and the run of their examples."""
