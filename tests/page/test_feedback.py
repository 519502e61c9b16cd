import json
from pathlib import Path

import pytest
from small_library import SmallLibrary

from assistant.page import feedback
from assistant.page.places import reference


def sent(library: SmallLibrary, verdict: str) -> list[object]:
    passage = library.passage()
    start, end = passage.evidence[0]
    return ["宽带？", verdict, reference("small", passage.chunk.start, passage.chunk.end), f"{start}-{end}"]


def test_right_becomes_gold_in_the_form_of_the_judged_questions(library: SmallLibrary, tmp_path: Path) -> None:
    path = tmp_path / "new" / "judged.jsonl"
    call = feedback.feedback_call(library, path, clock=lambda: 1.5)
    assert call(sent(library, "right")) == {"kept": True}
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "id": "f1500",
        "lang": "zh",
        "type": "feedback",
        "question": "宽带？",
        "gold": [{"quote": "第一句说宽带。", "section": "1", "page": 4}],
        "answerable": True,
        "note": "right",
    }


def test_wrong_evidence_is_answerable_without_gold_and_a_missed_refusal_is_not(library: SmallLibrary) -> None:
    wrong = feedback.judged_line(library, "q", "wrong_evidence", "small:1-2", "")
    refuse = feedback.judged_line(library, "q", "should_have_refused", "nowhere", "")
    assert wrong["gold"] == [] and wrong["answerable"] is True and "small:1-2" in str(wrong["note"])
    assert refuse["gold"] == [] and refuse["answerable"] is False


@pytest.mark.parametrize("odd", [None, [], ["q", "right"], ["", "right", "", ""], ["q", "perfect", "", ""], ["q" * 2000, "right", "", ""]])
def test_odd_verdicts_are_not_kept(library: SmallLibrary, tmp_path: Path, odd: object) -> None:
    assert feedback.feedback_call(library, tmp_path / "f")(odd) == {"kept": False}
    assert not (tmp_path / "f").exists()


def test_a_file_that_cannot_be_written_or_is_full_is_said(library: SmallLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert feedback.feedback_call(library, tmp_path)(sent(library, "right")) == {"kept": False}
    monkeypatch.setattr(feedback, "LARGEST_FILE", 10)
    call = feedback.feedback_call(library, tmp_path / "f")
    assert [call(sent(library, "right"))["kept"] for _ in range(2)] == [True, False]
