# SPDX-License-Identifier: Apache-2.0
"""How a file's name is written into a report: a name may be any bytes, and a report is text."""


def printable(name: str) -> str:
    r"""Return the name with bytes that are no text written out as `\xff`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if not name.isascii() else name
