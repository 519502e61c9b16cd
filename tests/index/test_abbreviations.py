"""What stands before an abbreviation in brackets is its name, less what leads to it."""

from functools import partial

import jieba.posseg
import pytest

from index.abbreviations import Tagger, find_aliases
from index.terms import _tag, load_dictionary


@pytest.fixture(scope="module")
def tag() -> Tagger:
    return partial(_tag, jieba.posseg.POSTokenizer(load_dictionary()))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("重点突破软件定义网络（SDN）", ("软件定义网络", "SDN")),
        ("全面质量管理（TQM）", ("全面质量管理", "TQM")),
        ("不断丰富知识产权（IP）", ("知识产权", "IP")),
        ("全面加强现场可编程门阵列 (FPGA)", ("现场可编程门阵列", "FPGA")),
        ("可编程逻辑控制器（PLC）", ("可编程逻辑控制器", "PLC")),
        ("积极发展平台即服务（PaaS）", ("平台即服务", "PaaS")),
        ("推广政府和社会资本合作（PPP）", ("政府和社会资本合作", "PPP")),
        ("一般意义的信息和通信技术 (ICT)", ("信息和通信技术", "ICT")),
        ("发展人工智能和虚拟现实（VR）", ("虚拟现实", "VR")),
        ("宽带和光纤入户（FTTH）", ("光纤入户", "FTTH")),
        ("完善和推广信息技术服务标准（ITSS）", ("信息技术服务标准", "ITSS")),
        ("实现从非对称数字用户线路（ADSL）", ("非对称数字用户线路", "ADSL")),
    ],
)
def test_name_before_the_bracket(tag: Tagger, text: str, pair: tuple[str, str]) -> None:
    assert find_aliases([text, text], tag) == (pair,)


@pytest.mark.parametrize("text", ["发展技术（ABC）", "信息物理系统（2017）", "（CPS）", "在人类之间的技术 (human-technology)"])
def test_no_name_before_the_bracket(tag: Tagger, text: str) -> None:
    assert find_aliases([text], tag) == ()
