"""What the assistant says when there is no answer, in Chinese and English."""

from assistant.types import Language, Reason, ReasonKind

_TEXT: dict[ReasonKind, dict[Language, str]] = {
    "nothing_found": {
        "zh": "文件里没有找到与这个问题有关的内容。",
        "en": "Nothing in the notes has to do with this question.",
    },
    "not_answered": {
        "zh": "文件里没有回答这个问题。下面是最接近的段落，仅供参考，不是答案。",
        "en": "The notes do not answer this question. The nearest passages below are not an answer.",
    },
    "unknown_name": {
        "zh": "文件里没有提到{names}。下面是最接近的段落，仅供参考，不是答案。",
        "en": "The notes do not mention {names}. The nearest passages below are not an answer.",
    },
    "unknown_place": {
        "zh": "文件里没有{names}这一处。下面是最接近的段落，仅供参考，不是答案。",
        "en": "The notes have no {names}. The nearest passages below are not an answer.",
    },
    "empty_section": {
        "zh": "文件里{names}只有标题，没有正文。",
        "en": "The notes have only the heading of {names}, not its text.",
    },
    "lost_table": {
        "zh": "文件里{names}这张表只留下了标题和注，表中的内容缺失，无从回答。",
        "en": "Of the table {names} the notes have only the caption and the note; its contents are missing.",
    },
}


def reason_text(reason: Reason, language: Language) -> str:
    """One or two sentences that say why there is no answer."""
    quote = "“{}”" if language == "zh" else "‘{}’"
    if reason.kind in ("empty_section", "lost_table"):
        quote = "《{}》"
    names = ("、" if language == "zh" else ", ").join(quote.format(term) for term in reason.terms)
    return _TEXT[reason.kind][language].format(names=names)
