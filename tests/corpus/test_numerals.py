"""Chinese numerals are read, and written as the ids of sections write them."""

import pytest

from corpus.numerals import in_chinese, value


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("26", 26),
        ("二十六", 26),
        ("廿六", 26),
        ("卅", 30),
        ("十", 10),
        ("十三", 13),
        ("七", 7),
        ("百", 100),
        ("一百零三", 103),
        ("二六", 26),
    ],
)
def test_numeral_has_one_value(numeral: str, number: int) -> None:
    assert value(numeral) == number


@pytest.mark.parametrize(("number", "numeral"), [(3, "三"), (10, "十"), (13, "十三"), (20, "二十"), (21, "二十一"), (100, "100")])
def test_number_is_written_as_ids_write_it(number: int, numeral: str) -> None:
    assert in_chinese(number) == numeral
