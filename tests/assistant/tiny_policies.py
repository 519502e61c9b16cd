"""Two short policies that the notes know nothing of, and passages by themselves."""

from corpus.types import Chunk, PageSpan, Section

RULES = """城市公共数据管理办法

第一章 总则

第一条 为了规范公共数据管理，制定本办法。

第二章 数据共享

第一节 目录

第三条 公共数据实行目录管理，目录每年更新。

第二节 平台

第四条 市人民政府建立统一平台，各区不再另建。
"""
HARBOUR = """港口绿色发展规划

一、总体要求

（一）指导思想

坚持绿色发展，保护海洋环境。

（二）发展目标

到2030年，岸电使用率达到百分之九十，码头车辆全部用电。

二、重点任务

（一）建设岸电设施

新建岸电泊位三十个。落实《城市公共数据管理办法》（市令〔2019〕7号）。

三、保障措施
"""


def passage(text: str, *path: str, at: int = 0) -> Chunk:
    """A passage of the document `d` that begins at offset `at`, under these headings."""
    section = Section("/".join(path), "", path[-1], path, len(path), 0, 9999, 0, 9999, PageSpan(1, 1))
    return Chunk(f"d:{at}", "d", text, section, at, at + len(text), PageSpan(1, 1))
