"""Fit the rule of abstention on the fitting part of the judged questions, and say how good it is by cross-validation.

Usage: python -m evaluation.fit [--out FILE]
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.abstention import RULE, nearness
from assistant.assistant import Assistant
from evaluation.topics import QUESTIONS, Topic, read_topics

REFUSED_WRONGLY = 0.05  # of the answerable questions, by cross-validation
_STRENGTH = 0.3  # inverse of the L2 penalty: a dozen signals on about 230 questions
_FOLDS, _SEED = 10, 0
_MARGIN = 0.02  # of cosine: so far below every answered question lies what found nothing


def main(arguments: list[str] | None = None) -> int:
    """Fit, write the rule, print its figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fit", description="Fit the rule of abstention.")
    parser.add_argument("--out", type=Path, default=RULE, help="where the rule goes")
    options = parser.parse_args(arguments)
    assistant = Assistant.open()
    topics = [t for t in read_topics(sorted(QUESTIONS.glob("*.jsonl")), assistant.documents) if t.part == "fit"]
    rule = fit_rule(*collect(assistant, topics))
    options.out.write_text(json.dumps(rule, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(rule["fitted"], indent=1) + "\n")
    return 0


def collect(assistant: Assistant, topics: list[Topic]) -> tuple[list[dict[str, float]], list[bool]]:
    """The signals of each topic that the rule decides, and whether it is unanswerable."""
    values: list[dict[str, float]] = []
    unanswerable: list[bool] = []
    for topic in topics:
        signals = assistant.signals(topic.question, topic.history)
        if signals and not signals.names:
            values.append(signals.values)
            unanswerable.append(not topic.answerable)
    return values, unanswerable


def fit_rule(values: list[dict[str, float]], unanswerable: list[bool]) -> dict[str, Any]:
    """A logistic rule; its limit is the quantile of the answerable topics' cross-validated chances."""
    names = list(values[0])
    x, y = np.array([[row[name] for name in names] for row in values]), np.array(unanswerable)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=2000))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    chances = cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1]
    distances = np.array([nearness(row) for row in values])
    near = float(distances[~y].min()) - _MARGIN
    chances[distances < near] = 1.0
    limit = float(np.quantile(chances[~y], 1 - REFUSED_WRONGLY))
    model.fit(x, y)
    scaler, logistic = model[0], model[1]
    columns = zip(names, scaler.mean_, scaler.scale_, logistic.coef_[0], strict=True)
    signals = {name: [round(float(v), 5) for v in row] for name, *row in columns}
    numbers = {"bias": float(logistic.intercept_[0]), "limit": limit, "near": near}
    return {"signals": signals, **{name: round(value, 5) for name, value in numbers.items()}, "fitted": _figures(chances, y, limit)}


def _figures(chances: np.ndarray, unanswerable: np.ndarray, limit: float) -> dict[str, float]:
    return {
        "answerable": int((~unanswerable).sum()),
        "unanswerable": int(unanswerable.sum()),
        "area_under_roc": round(float(roc_auc_score(unanswerable, chances)), 3),
        "refused": round(float((chances[unanswerable] > limit).mean()), 3),
        "refused_wrongly": round(float((chances[~unanswerable] > limit).mean()), 3),
    }


if __name__ == "__main__":
    sys.exit(main())
