# SPDX-License-Identifier: Apache-2.0
"""The rules as files: where they are, what their metadata says, what a decision must look like."""
