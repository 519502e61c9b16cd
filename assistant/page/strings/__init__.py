"""The page's own words: one file per language, one type that both must fill."""

from assistant.page.strings.en import ENGLISH
from assistant.page.strings.types import Strings
from assistant.page.strings.zh import CHINESE

LANGUAGES: dict[str, Strings] = {"zh": CHINESE, "en": ENGLISH}

__all__ = ["CHINESE", "ENGLISH", "LANGUAGES", "Strings"]
