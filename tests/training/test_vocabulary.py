"""Which pieces a new vocabulary has."""

from training.tokenizer import build_tokenizer, chinese_pieces, teacher_pieces, used_pieces

TEXTS = ["推进宽带网络提速降费，宽带网络", "寬帶網絡", "宽带用户"]


def test_words_take_the_room_that_characters_leave_the_frequent_first() -> None:
    everything = [piece for piece, _ in chinese_pieces(iter(TEXTS), 100)]
    words = [piece for piece in everything if len(piece) > 1]
    characters = [piece for piece in everything if len(piece) == 1]
    assert words[0] == "宽带" and set(characters) == set("宽带网络")
    fewer = [piece for piece, _ in chinese_pieces(iter(TEXTS), len(characters) + 2)]
    assert fewer == [*words[:2], *characters]
    assert [piece for piece, _ in chinese_pieces(iter(TEXTS), 1)] == characters  # a text can always be cut


def test_what_the_normaliser_would_never_leave_takes_no_room() -> None:
    assert not {"寬帶", "網絡", "寬"} & {piece for piece, _ in chinese_pieces(iter(TEXTS * 2), 100)}


def test_a_piece_of_the_teacher_is_used_where_a_text_has_it() -> None:
    used = used_pieces(iter(["Villages get fibre.", "broadband"]))
    assert {"villages", "fibre", "broadband"} <= used and "beyonce" not in used
    ours = {piece.removeprefix("▁") for piece in teacher_pieces()}
    assert {piece.removeprefix("##") for piece in used} <= ours | {"[CLS]", "[SEP]"}


def test_the_tokenizer_has_the_pieces_it_is_given() -> None:
    tokenizer = build_tokenizer(chinese_pieces(iter(TEXTS), 100))
    assert tokenizer.encode("寬帶網絡").tokens == ["[CLS]", "▁", "宽带", "网络", "[SEP]"]
