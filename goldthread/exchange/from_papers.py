"""Records read from a council's papers → plans and rounds as the bundle holds them, each row with document and line.

`plan_from` and `round_from` take a report as the reader made it, after a person has removed the rows not accepted and
said which measure each row is. `proposals` proposes those identities, `doubts` lists what to look at first.
"""

from __future__ import annotations

from goldthread.exchange.papers_doubts import Doubt, doubts
from goldthread.exchange.papers_errors import NoIdentity, NotAPlan
from goldthread.exchange.papers_lineage import Proposal, key_of, keyed_measures, proposals
from goldthread.exchange.papers_plan import plan_from, plan_id
from goldthread.exchange.papers_round import round_from

__all__ = [
    "Doubt",
    "NoIdentity",
    "NotAPlan",
    "Proposal",
    "doubts",
    "key_of",
    "keyed_measures",
    "plan_from",
    "plan_id",
    "proposals",
    "round_from",
]
