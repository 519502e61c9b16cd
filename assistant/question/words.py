"""The words of a question that name something, and where they stand in a passage."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from index.normalise import simplify

# Words that build a question and name nothing in it. A closed class: policy words such as 任务, 安全, 加强 are never among them.
_ASKING = """
什么 啥 怎么 怎样 怎么样 怎么办 怎么说 如何 哪些 哪 哪个 哪里 哪儿 哪种 哪类 哪几 哪年 哪一年 几 多少 多大 多高
多快 多久 多长 谁 何时 何 为什么 为何 吗 呢 吧 啊 呀 么 嘛 的 了 得 地 着 过 是 在 和 与 及 以及 或 或者
对 对于 把 被 要 有 没有 有没有 这 那 这个 那个 这些 那些 它 它们 其 其中 里 里面 中 上 下 个 为 能 能不能
会 会不会 可以 想 我 我们 咱 咱们 你 你们 他 他们 说 讲 提到 提出 是否 是不是 要不要 咋 请问 问 一下 关于
方面 什么样 什么时候 到底 究竟 东西 事 事情 玩意儿 玩意 还 也 都 就 又 让 给 用 从 到 由 向 等 分别 各 各自 才 只 而 但 并 所 之
以 于 就是 还是 有关 相关 内容 情况 老 那么 这么 时候
"""
_ASKING_ENGLISH = """
which what how who whom whose when where why is are was were be been the a an of in on at to for and or with by from as into about
do does did should will would can could must may might it its this that these those there their they them he she we you i me my
our your any some much many more most not no if than then also have has had say says said according notes document s t re
"""
FUNCTION_WORDS = frozenset((_ASKING + _ASKING_ENGLISH).split())


def content_words(words: Sequence[str]) -> list[str]:
    """The words that name something, each once, in order."""
    return [word for word in dict.fromkeys(words) if word not in FUNCTION_WORDS]


def find_printed(words: Sequence[str], text: str) -> tuple[str, ...]:
    """The words as they stand in `text`: `工业4.0` is found as `工业 4.0`; longer words first, none inside another."""
    folded = _fold(text)
    found: dict[str, str] = {}
    for word in sorted(words, key=len, reverse=True):
        if not any(word in longer for longer in found) and (match := _printed_pattern(word).search(folded)):
            found[word] = text[match.start() : match.end()]
    return tuple(dict.fromkeys(found.values()))


@lru_cache(maxsize=1024)
def _printed_pattern(word: str) -> re.Pattern[str]:
    pattern = r"\s*".join(re.escape(c) for c in word)
    return re.compile(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])" if word.isascii() else pattern)


@lru_cache(maxsize=1024)
def _fold(text: str) -> str:
    """The text as it is searched, character by character: the length stays the same."""
    folded = "".join(c if "\u4e00" <= c <= "\u9fff" or len(n := unicodedata.normalize("NFKC", c).lower()) != 1 else n for c in text)
    return simplify(folded)
