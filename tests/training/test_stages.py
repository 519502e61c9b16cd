"""Every stage on a handful of lines: what one writes the next one reads, and a stopped run goes on where it was."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from training import distillation, export, retrieval, teacher, tokenizer, transplant
from training.batching import tokenize
from training.optimisation import Schedule
from training.sources import MissingTextsError
from training.student import read_student

SMALL = ["--seed", "3", "--device", "cpu"]


@pytest.fixture
def transplanted(data: Path, teacher: Path, tmp_path: Path) -> Path:
    common = ["--data", str(data), *SMALL]
    tokenizer.main([*common, "--out", str(tmp_path / "pieces")])
    transplant.main([*common, "--out", str(tmp_path / "start"), "--tokenizer", str(tmp_path / "pieces")])
    return tmp_path / "start"


def stage(name: str, start: Path, data: Path, out: Path, steps: int) -> list[str]:
    vectors = str(out.parent / "vectors")
    return ["--data", str(data), *SMALL, "--start", str(start), "--teacher", vectors, "--out", str(out / name), "--steps", str(steps)]


def test_every_stage_reads_what_the_one_before_wrote(data: Path, transplanted: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs"
    teacher.main(["--data", str(data), *SMALL, "--out", str(tmp_path / "vectors")])
    distillation.main(stage("distilled", transplanted, data, out, 3))
    retrieval.main(stage("retrieving", out / "distilled" / "student", data, out, 3))
    trained, start = (read_student(folder, torch.float32, torch.device("cpu")) for folder in (out / "retrieving" / "student", transplanted))
    name = "encoder.layer.0.output.dense.weight"
    assert not torch.equal(trained.body.state_dict()[name], start.body.state_dict()[name])
    export.main(["--out", str(tmp_path / "final"), "--student", str(out / "retrieving" / "student"), *SMALL])
    assert load_file(tmp_path / "final" / "model.safetensors")["embeddings.word_embeddings.weight"].dtype == torch.float16


def test_a_stopped_run_ends_where_an_unbroken_one_does(
    data: Path, transplanted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distillation, "Schedule", lambda steps: Schedule(steps, warm_up=1, decay_share=0))
    teacher.main(["--data", str(data), *SMALL, "--out", str(tmp_path / "vectors")])
    for steps in (2, 4):
        distillation.main(stage("stopped", transplanted, data, tmp_path / "runs", steps))
    distillation.main(stage("unbroken", transplanted, data, tmp_path / "runs", 4))
    stopped, unbroken = (load_file(tmp_path / "runs" / name / "snapshot.safetensors") for name in ("stopped", "unbroken"))
    assert all(torch.equal(stopped[name], unbroken[name]) for name in unbroken)


def test_the_teacher_encodes_only_what_has_no_vector(data: Path, teacher: Path, tmp_path: Path) -> None:
    from training.teacher import TeacherVectors, main

    main(["--data", str(data), *SMALL, "--out", str(tmp_path / "vectors")])
    shards = sorted((tmp_path / "vectors").glob("*.npy"))
    main(["--data", str(data), *SMALL, "--out", str(tmp_path / "vectors")])
    assert sorted((tmp_path / "vectors").glob("*.npy")) == shards
    vectors = TeacherVectors(tmp_path / "vectors")
    assert np.allclose(np.linalg.norm(vectors(list(vectors.position)[:5]), axis=1), 1, atol=1e-2)


def test_the_transplant_keeps_the_teachers_rows_and_reads_glosses(transplanted: Path, teacher: Path) -> None:
    ours, theirs = load_file(transplanted / "model.safetensors"), load_file(teacher / "model.safetensors")
    names = ("embeddings.word_embeddings.weight",) * 2
    student = read_student(transplanted, torch.float32, torch.device("cpu"))
    row = student.tokenizer.token_to_id("▁village")
    lines = (teacher / "vocab.txt").read_text(encoding="utf-8").splitlines()
    assert torch.equal(ours[names[0]][row], theirs[names[1]][lines.index("village")])


def test_missing_texts_say_what_to_put_where(tmp_path: Path) -> None:
    with pytest.raises(MissingTextsError, match=r"tatoeba_cmn\.jsonl\.gz.*DATA/train"):
        teacher.main(["--data", str(tmp_path), *SMALL, "--out", str(tmp_path / "vectors")])


def test_traditional_and_accented_text_is_cut_as_simplified_and_plain(transplanted: Path) -> None:
    student = read_student(transplanted, torch.float32, torch.device("cpu"))
    traditional, simplified, accented, plain = tokenize(student.tokenizer, ["農民進城", "农民进城", "thé village", "the village"], 32)
    assert traditional == simplified
    assert accented == plain


def test_the_vocabulary_has_each_piece_once(transplanted: Path) -> None:
    vocabulary = json.loads((transplanted / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = [piece for piece, _ in vocabulary]
    assert len(pieces) == len(set(pieces))


def test_a_mixed_export_lies_between_the_start_and_the_trained_student(transplanted: Path, tmp_path: Path) -> None:
    from training.checkpoint import write_folder

    student = read_student(transplanted, torch.float32, torch.device("cpu"))
    moved = {name: weight + 1 for name, weight in student.body.state_dict().items()}
    write_folder(tmp_path / "moved", student, moved)
    command = ["--student", str(tmp_path / "moved"), "--before", str(transplanted), "--share", "0.25", "--out", str(tmp_path / "mixed")]
    export.main([*command, *SMALL])
    name = "encoder.layer.0.output.dense.weight"
    start = load_file(transplanted / "model.safetensors")[name]
    assert torch.allclose(load_file(tmp_path / "mixed" / "model.safetensors")[name].float(), start + 0.25, atol=1e-2)


def test_the_twin_scores_late_interaction_with_the_same_weights(transplanted: Path, tmp_path: Path) -> None:
    from sentence_transformers import MultiVectorEncoder, SentenceTransformer

    from training import twin

    export.main(["--student", str(transplanted), "--out", str(tmp_path / "final"), *SMALL])
    twin.main(["--encoder", str(tmp_path / "final"), "--out", str(tmp_path / "late"), *SMALL])
    late = MultiVectorEncoder(str(tmp_path / "late"), device="cpu", model_kwargs={"dtype": "float32"})
    plain = SentenceTransformer(str(tmp_path / "final"), device="cpu", model_kwargs={"dtype": "float32"})
    tokens = plain.encode("the village gets fibre", output_value="token_embeddings")[1:-1]
    tokens = tokens / tokens.norm(dim=1, keepdim=True)
    assert torch.allclose(late.encode_query(["the village gets fibre"])[0], tokens, atol=1e-5)
    assert late.similarity_fn_name == "meanmaxsim"
    assert (tmp_path / "late" / "model.safetensors").is_symlink()
