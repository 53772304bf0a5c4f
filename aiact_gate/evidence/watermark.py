# SPDX-License-Identifier: Apache-2.0
"""Says whether the watermark of a sample is detected: by the declared command, or by a test that saw these bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from aiact_gate.evidence import detector, junit

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened

Answer = detector.Answer | Literal["other-bytes", "unbound"]
_SHOWN = 12  # digits of a digest, enough to find it in a report


class Watermarks:
    """Looks for the watermark in one sample after the other."""

    def __init__(self, context: Context, declared: Any) -> None:
        self._context = context
        self._command = detector.command_of(declared)
        self._tests: dict[tuple[str, str], junit.TestSeen] = {}
        self._too_slow = ""

    def look(self, opened: Opened, declared: Any) -> tuple[Answer | None, str]:
        """Return the answer for one sample, and a sentence where it is not "detected"."""
        allowed = self._context.allow_commands
        if declared is not None and not (self._command and allowed):  # what is seen now says more than a report
            return self._tested(opened, declared)
        if not self._command:
            return None, ""
        return self._asked(opened) if allowed else ("not-allowed", detector.NOT_ALLOWED)

    def _asked(self, opened: Opened) -> tuple[Answer, str]:
        if self._too_slow:
            return "failed", self._too_slow
        context = self._context
        place, folder = context.repository.place(opened), context.manifest.path.parent
        try:
            return detector.detect(self._command, place, folder, opened.file or "")
        except detector.TooSlowError as error:
            self._too_slow = f"{error} and is not asked again."
            return "failed", f"{error}."

    def _tested(self, opened: Opened, declared: Any) -> tuple[Answer, str]:
        seen = self._test(declared)
        if seen.result != "passed":
            return ("not-detected" if seen.result == "failed" else "failed"), seen.note
        if opened.sha256 in seen.digests:
            return "detected", ""
        shown = f"{(opened.sha256 or '')[:_SHOWN]}…"
        test = f"the test {declared.get('test')} in {seen.file}"
        if seen.digests:
            return "other-bytes", f"{opened.file} has the SHA-256 {shown}, which {test} does not name; run it again."
        note = f"{test} names no SHA-256 of what it looked at; record that of {opened.file} ({shown}) as a property."
        return "unbound", note[0].upper() + note[1:]

    def _test(self, declared: Any) -> junit.TestSeen:
        """Return what the report says, read once for all samples."""
        shape = declared if isinstance(declared, dict) else {}
        key = (str(shape.get("report")), str(shape.get("test")))
        if key not in self._tests:
            self._tests[key] = junit.look(self._context, declared)
        return self._tests[key]
