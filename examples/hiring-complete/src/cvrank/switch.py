"""The stop switch: while it is on nothing is scored and all applications go to people unranked."""
from dataclasses import dataclass

from .events import Sink, write


@dataclass
class Switch:
    """One switch a customer, shown as a red button in the recruiter's page."""

    sink: Sink
    stopped: bool = False

    def stop(self, person: str, reason: str) -> None:
        """Stop at once; no confirmation is asked."""
        self.stopped = True
        write(self.sink, "stopped", person=person, reason=reason)

    def resume(self, person: str, reason: str) -> None:
        """Only the lead recruiter's account may call this."""
        self.stopped = False
        write(self.sink, "resumed", person=person, reason=reason)
