"""A loan officer decides; the score is advice, is never shown alone, and can be switched off."""
from collections.abc import Callable
from dataclasses import dataclass

from .events import Sink, write
from .score import Score

LOW = 620   # below it a second officer looks at every refusal
BLIND = 10  # one application in ten is decided without the score, so that officers keep their own judgement


@dataclass
class Desk:
    """One desk for all officers of a branch."""

    fetch: Callable[[dict], Score]
    sink: Sink
    suspended: bool = False

    def suspend(self, officer: str, reason: str) -> None:
        """Stop asking for scores at once; any officer may do so."""
        self.suspended = True
        write(self.sink, "suspended", officer=officer, reason=reason)

    def resume(self, head: str, reason: str) -> None:
        self.suspended = False
        write(self.sink, "resumed", officer=head, reason=reason)

    def advice(self, number: int, application: dict) -> Score | None:
        """The score, or None where the officer has to decide without it."""
        if self.suspended or number % BLIND == 0:
            return None
        try:
            score = self.fetch(application)
        except (ValueError, OSError) as error:
            write(self.sink, "no_score", application=number, reason=str(error))
            return None
        write(self.sink, "scored", application=number, points=score.points, model_version=score.model_version)
        return score

    def decide(self, number: int, score: Score | None, granted: bool, officer: str, reason: str, second: str = "") -> str:
        """Record the decision of a person; a refusal needs a reason, and with a low score a second person."""
        if not officer or not reason:
            raise ValueError("a decision needs an officer and a reason")
        low = score is not None and score.points < LOW
        if low and not granted and second in ("", officer):
            raise ValueError("a refusal on a low score needs a second officer")
        decision = "granted" if granted else "refused"
        against = score is not None and granted == low
        write(self.sink, "override" if against else "decision", application=number, decision=decision,
              officer=officer, second=second, reason=reason)
        return decision
