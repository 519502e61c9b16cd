from small_library import EVIL, TEXT

from assistant.page.markup import Marks, attributes, button, marked, paragraphs


def test_marks_follow_offsets_and_every_slice_is_escaped() -> None:
    text = "甲<b>乙丙</b>丁"
    html = marked(text, 0, len(text), Marks((1, 7), ((4, 6),)))
    assert html == '甲<span class="passage-text">&lt;b&gt;</span><mark>乙丙</mark><span class="passage-text">&lt;</span>/b&gt;丁'


def test_a_repeated_sentence_is_marked_only_where_it_was_found() -> None:
    assert marked("同句。同句。", 0, 6, Marks(evidence=((3, 6),))) == "同句。<mark>同句。</mark>"


def test_marks_that_reach_beyond_the_slice_are_cut_to_it() -> None:
    assert marked("一二三四", 1, 3, Marks(evidence=((0, 4),))) == "<mark>二三</mark>"


def test_a_page_turn_inside_the_evidence_is_shown_and_does_not_break_the_words() -> None:
    html = marked("一二三四", 0, 4, Marks(evidence=((0, 4),), page_turns=((2, "第 5 页"),)))
    assert html == '<mark>一二</mark><span class="page-turn" data-page="第 5 页"></span><mark>三四</mark>'


def test_the_words_are_unchanged_by_marking() -> None:
    from html import unescape
    from re import sub

    html = marked(TEXT, 0, len(TEXT), Marks((3, 30), ((5, 9), (12, 20))))
    assert unescape(sub(r"<[^>]*>", "", html)) == TEXT


def test_attributes_cannot_be_left() -> None:
    assert attributes([("title", '" onclick="x')]) == ' title="&quot; onclick=&quot;x"'
    assert attributes([("hidden", True), ("lang", None)]) == " hidden"


def test_a_label_is_text() -> None:
    assert EVIL not in button(EVIL, "copy", ("data-copy", EVIL))


def test_paragraphs_keep_their_offsets() -> None:
    text = "\n甲\n\n 乙 \n"
    assert [text[a:b] for a, b in paragraphs(text, 0, len(text))] == ["甲", " 乙 "]
