"""The rules hold for documents that they were not made for: a regulation, a plan, and Markdown."""

from pathlib import Path

import pytest

from corpus.chunking import chunk_document
from corpus.readers import read_corpus, read_document
from corpus.types import Document

REGULATION = """城市公共数据管理办法

第一章 总则

第一条 为了规范公共数据管理，制定本办法。

第二条 本办法适用于本市行政区域内的公共数据。

第二章 数据共享

第一节 目录

第三条 公共数据实行目录管理。
第三条规定的例外另行公布。

第二节 平台

第四条 市人民政府建立统一平台，各区不再另建。

第三章 附则

第五条 本办法自2024年1月1日起施行。
"""
PLAN = """某市数字经济发展规划

一、总体要求

（一）指导思想。坚持新发展理念，推动高质量发展。

（二）发展目标

到2025年，数字经济占比达到百分之十。

二、重点任务

（一）建设基础设施

1. 光纤网络

新建光纤十万公里。

2. 移动网络

新建基站两千个，覆盖 3.5 万个村庄。

（二）培育产业

各地区要支持企业上云。

三、保障措施

各级财政要安排资金。

附件：重点任务分工表
"""
MARKDOWN = """# 关于促进家政服务的意见

国办发〔2019〕30号

## 一、总体要求

坚持**自愿**原则。

## 二、主要任务

### （一）培训

- 每年培训一万人。
- 3 个月内完成登记。

### （二）监管

建立信用记录。

## Background

Home services grow.
"""


@pytest.fixture
def documents(tmp_path: Path) -> dict[str, Document]:
    (tmp_path / "regulation.txt").write_bytes(REGULATION.encode("gb18030"))
    (tmp_path / "plan.txt").write_bytes(PLAN.replace("\n", "\r\n").encode("gb18030"))
    (tmp_path / "care.md").write_text(MARKDOWN, encoding="utf-8")
    return {document.id: document for document in read_corpus(tmp_path)}


def outline(document: Document) -> list[tuple[str, ...]]:
    return [section.path[1:] for section in document.sections]


def test_a_regulation_has_chapters_and_sections_and_its_articles_are_text(documents: dict[str, Document]) -> None:
    regulation = documents["regulation"]
    assert regulation.titles() == ("城市公共数据管理办法",)
    assert outline(regulation) == [
        (),
        ("第一章 总则",),
        ("第二章 数据共享",),
        ("第二章 数据共享", "第一节 目录"),
        ("第二章 数据共享", "第二节 平台"),
        ("第三章 附则",),
    ]
    assert [chunk.text for chunk in chunk_document(regulation)] == [
        "第一条 为了规范公共数据管理，制定本办法。\n第二条 本办法适用于本市行政区域内的公共数据。",
        "第三条 公共数据实行目录管理。\n第三条规定的例外另行公布。",
        "第四条 市人民政府建立统一平台，各区不再另建。",
        "第五条 本办法自2024年1月1日起施行。",
    ]


def test_a_plan_has_three_levels_and_a_closing(documents: dict[str, Document]) -> None:
    plan = documents["plan"]
    tasks = "二、重点任务"
    assert plan.title == "某市数字经济发展规划"
    assert outline(plan) == [
        (),
        ("一、总体要求",),
        ("一、总体要求", "（一）指导思想"),
        ("一、总体要求", "（二）发展目标"),
        (tasks,),
        (tasks, "（一）建设基础设施"),
        (tasks, "（一）建设基础设施", "1 光纤网络"),
        (tasks, "（一）建设基础设施", "2 移动网络"),
        (tasks, "（二）培育产业"),
        ("三、保障措施",),
        ("结尾",),
    ]
    texts = {chunk.section.title: chunk.text for chunk in chunk_document(plan)}
    assert texts["培育产业"] == "各地区要支持企业上云。"
    assert texts["保障措施"] == "各级财政要安排资金。"
    assert texts["结尾"] == "附件：重点任务分工表"


def test_markdown_headings_are_sections_and_its_lists_are_text(documents: dict[str, Document]) -> None:
    care = documents["care"]
    assert care.titles() == ("关于促进家政服务的意见",)
    assert outline(care) == [
        (),
        ("一、总体要求",),
        ("二、主要任务",),
        ("二、主要任务", "（一）培训"),
        ("二、主要任务", "（二）监管"),
        ("Background",),
    ]
    assert [chunk.text for chunk in chunk_document(care)] == [
        "国办发〔2019〕30号",
        "坚持**自愿**原则。",
        "- 每年培训一万人。\n- 3 个月内完成登记。",
        "建立信用记录。",
        "Home services grow.",
    ]


def test_one_document_a_file_and_all_in_one_file_give_the_same_passages(tmp_path: Path) -> None:
    bodies = {"甲市规划": "一、总则\n\n甲市要提速。\n", "乙省意见": "一、总则\n\n乙省要降费。\n"}
    for title, body in bodies.items():
        (tmp_path / f"{title}.txt").write_text(f"{title}\n\n{body}", encoding="utf-8")
    apart = read_corpus(tmp_path)
    together = tmp_path / "all.txt"
    together.write_text("\n".join(f"1.{n} {title}\n\n{body}" for n, (title, body) in enumerate(bodies.items(), 1)), encoding="utf-8")
    joined = read_document(together)
    passages = {(c.section.path, c.text) for document in apart for c in chunk_document(document)}
    assert {(c.section.path, c.text) for c in chunk_document(joined)} == passages
    assert passages == {(("甲市规划", "一、总则"), "甲市要提速。"), (("乙省意见", "一、总则"), "乙省要降费。")}
