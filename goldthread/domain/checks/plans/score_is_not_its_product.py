"""A risk score that is not likelihood times impact."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import RiskRecord, ScoreRecord


def _find(evidence: Evidence) -> Iterator[Finding]:
    for risk in evidence.paper.risks:
        for name, score in (("current", risk.current), ("target", risk.target)):
            said = _wrong(score)
            if said:
                yield CHECK.finding(risk.where, _quoted(risk, score), f"the {name} score: {said}")
    for matrix in evidence.paper.matrices:
        for cell in matrix.cells:
            if cell.product is not None and cell.product != cell.likelihood * cell.impact:
                yield CHECK.finding(
                    cell.where,
                    f"{cell.product} {cell.level}".strip(),
                    f"likelihood {cell.likelihood} times impact {cell.impact} is {cell.likelihood * cell.impact}, "
                    f"the matrix says {cell.product}",
                )


def _wrong(score: ScoreRecord) -> str:
    if score.impact is None or score.likelihood is None or score.score is None:
        return ""
    product = score.impact * score.likelihood
    if score.score == product:
        return ""
    return f"impact {score.impact} times likelihood {score.likelihood} is {product}, the register says {score.score}"


def _quoted(risk: RiskRecord, score: ScoreRecord) -> str:
    return f"{risk.ref} {score.impact} {score.likelihood} {score.score}".strip()


CHECK = Check(
    name="score-is-not-its-product",
    severity=Severity.ERROR,
    looks_at="scores of risks and squares of the matrix",
    find=_find,
    remedy="Multiply again and correct the score or its parts.",
)
