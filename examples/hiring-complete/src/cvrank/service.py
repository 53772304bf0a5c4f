"""Puts applications into the recruiter's queue. Only a person rejects."""
from dataclasses import dataclass

from . import model
from .events import Sink, write
from .switch import Switch

MODEL = "models/cvrank.joblib"
CUT_OFF = 55.0
BLIND = 20  # one application in so many is shown without points, against automation bias and feedback


@dataclass
class Service:
    """Ranking for one customer."""

    sink: Sink
    switch: Switch
    cut_off: float = CUT_OFF

    def handle(self, application: dict) -> str:
        """The queue of an application: read-first, read-later or unranked; never a rejection."""
        ident = application["id"]
        if self.switch.stopped:
            return "unranked"
        try:
            points = model.score(MODEL, application)
        except model.InputOutOfRangeError as error:
            write(self.sink, "input_refused", application=ident, field=str(error))
            return "unranked"
        write(self.sink, "scored", application=ident, points=round(points, 1))
        if ident % BLIND == 0:
            return "unranked"
        if points < self.cut_off:
            write(self.sink, "read_later", application=ident, points=round(points, 1))
            return "read-later"
        return "read-first"

    def decide(self, ident: int, suggested: str, decision: str, person: str, reason: str) -> str:
        """Record a person's decision; `person` and, for a rejection, `reason` are required."""
        if not person or (decision == "rejected" and not reason):
            raise ValueError("a rejection needs a person and a reason")
        write(self.sink, "decision", application=ident, decision=decision, person=person)
        if (suggested, decision) in {("read-later", "shortlisted"), ("read-first", "rejected")}:
            write(self.sink, "override", application=ident, suggested=suggested, decision=decision, person=person, reason=reason)
        return decision
