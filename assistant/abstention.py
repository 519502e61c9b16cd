"""Is the best passage good enough to be called an answer?"""

from assistant.question.reading import Understood
from assistant.retriever import Search
from assistant.types import Reason

NEAR = 0.45  # MaxSim of the best passage; questions about weather and recipes stay below it


def judge(search: Search, understood: Understood) -> Reason | None:
    """Why a search has no answer; None where it has one."""
    if not search.fused:
        return Reason("nothing_found")
    best = search.late[0].score if search.late else 1.0
    return Reason("not_answered") if best < NEAR else None
