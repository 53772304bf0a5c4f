# SPDX-License-Identifier: Apache-2.0
"""Names of files: how they are written into a report, and which of them are git's own."""


def printable(name: str) -> str:
    r"""Return the name with bytes that are no text written out as `\xff`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if not name.isascii() else name


def is_gits_own(part: str) -> bool:
    """Tell whether a part of a path is git's folder, also where case, dots or spaces at the end do not count."""
    return part.casefold().rstrip(". ") in {".git", "git~1"}
