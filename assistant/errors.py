"""QuestionError: a question that cannot be asked; its text tells the person what to change, in their language."""

from typing import Literal

Problem = Literal["blank", "too_long", "control_character", "no_words", "language"]
LONGEST_QUESTION = 1000  # characters; the longest judged question has 70

_LANGUAGES = {"日文": "Japanese", "韩文": "Korean", "俄文": "Russian", "阿拉伯文": "Arabic", "泰文": "Thai"}
_TEXT: dict[Problem, dict[str, str]] = {
    "blank": {"zh": "问题是空的。请输入一个问题。", "en": "The question is empty. Type a question."},
    "too_long": {
        "zh": f"问题有 {{value}} 个字符，最多 {LONGEST_QUESTION} 个。请缩短后再问。",
        "en": f"The question has {{value}} characters; at most {LONGEST_QUESTION} are allowed. Shorten it and ask again.",
    },
    "control_character": {
        "zh": "问题里有控制字符 {value}。请删去后再问。",
        "en": "The question holds the control character {value}. Remove it and ask again.",
    },
    "no_words": {"zh": "问题“{value}”里没有文字。请用中文或英文提问。", "en": "“{value}” holds no words. Ask in Chinese or English."},
    "language": {"zh": "问题是用{value}写的。请用中文或英文提问。", "en": "The question is written in {value}. Ask in Chinese or English."},
}


class QuestionError(Exception):
    """A question that cannot be asked. `str(error)` is in Chinese and English; `text(language)` in one of them."""

    def __init__(self, problem: Problem, value: str = "") -> None:
        self.problem = problem
        self.value = value
        super().__init__(f"{self.text('zh')} / {self.text('en')}")

    def text(self, language: str) -> str:
        """The sentence for a person who reads `language`, `zh` or `en`."""
        value = _LANGUAGES.get(self.value, self.value) if language == "en" else self.value
        return _TEXT[self.problem][language].format(value=value)


class BatchFileError(Exception):
    """A file of questions that cannot be read, or of results that cannot be written."""
