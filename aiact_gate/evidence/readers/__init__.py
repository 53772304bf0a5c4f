# SPDX-License-Identifier: Apache-2.0
"""One module a document format, each with `read(opened) -> Document`."""
