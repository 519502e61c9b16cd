"""A policy of three sentences, and passages by themselves."""

from collections.abc import Sequence

from corpus.types import Chunk, PageSpan, Section

SMALL = """城市数字规划

一、宽带网络

推进宽带网络提速降费，城镇实现光网覆盖，农村用户带宽达到 50 兆比特。

二、数据开放

建立信息物理系统（CPS）标准。推动政府数据向社会开放，保护个人信息。

三、人才培养

组织实施制造业人才培养计划，提高技术工人待遇，发展投贷联动。
"""


def chunk(text: str, headings: str = "", name: str = "") -> Chunk:
    """A passage by itself, under one heading or none."""
    section = Section("s", "", headings, (headings,) if headings else (), 1, 0, len(text), 0, len(text), PageSpan(1, 1))
    return Chunk(name or text, "d", text, section, 0, len(text), PageSpan(1, 1))


def chunks(texts: Sequence[str]) -> list[Chunk]:
    return [chunk(text, name=f"c{at}") for at, text in enumerate(texts)]
