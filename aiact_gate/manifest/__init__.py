# SPDX-License-Identifier: Apache-2.0
"""The manifest: strict loading, validation against its schema, and its answers as named facts."""
