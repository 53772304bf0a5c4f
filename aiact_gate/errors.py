# SPDX-License-Identifier: Apache-2.0
"""The errors that end a run: what the operator of the gate has to mend."""


class GateError(Exception):
    """The gate could not judge; the command prints `message` and `hint` and exits with 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(GateError):
    """The call itself is wrong: a path, an option or a value that cannot be used."""


class EngineError(GateError):
    """An engine failed, answered in the wrong shape, or did not answer in time."""


class PolicyError(GateError):
    """The rules could not be loaded, or a rule does not keep to the shape of a rule."""
