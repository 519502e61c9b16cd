"""Look numbers of sections up: which one is `第二十六章第二节`, `1.6.3（二）`, `第（七）条` here, and which is none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.question.document_numbers import Looked
from assistant.question.place_numbers import (
    PARTS,
    Item,
    Ordinal,
    Span,
    decimals,
    is_joined,
    items,
    ordinals,
    outlines,
    printed_numbers,
    rank,
)
from assistant.question.place_titles import Mention, Named, contains
from corpus.types import Section
from index.normalise import normalise

_UNITS = frozenset("编篇章节")
_ITEMS = frozenset(PARTS) | {"条"}
# what an item may be printed as, by what it is called: the first that is there counts
_PRINTED_AS = {"条": ({"条"}, {"("}, _ITEMS), "(": ({"("}, {"#"}), "部分": (_ITEMS | _UNITS,)}


class _Placed(Protocol):
    @property
    def section(self) -> Section: ...
    @property
    def mention(self) -> str: ...


class Numbering:
    """The numbers of the sections of a corpus."""

    def __init__(self, named: Sequence[Named], texts: Iterable[str] = ()) -> None:
        """Read the number printed before each title, and in the title itself, and the decimals in the texts."""
        self._named = named
        self._decimals = frozenset(decimal for text in texts for decimal in decimals(text))
        self._printed = {id(n): printed_numbers(normalise(n.section.number), n.title) for n in named}
        self._ids = {n.section.id: n for n in reversed(named)}

    def of_outlines(self, text: str) -> Looked:
        """`1.6.3（二）`, `1.8三（十三）`: the longest of the numbers that is the id of a section."""
        found: list[Mention] = []
        missing: list[Span] = []
        for outline in outlines(text):
            known = next(((self._ids[name], end) for name, end in outline.ids if name in self._ids), None)
            if known:
                found.append(Mention(known[0], outline.start, known[1]))
            elif outline.is_section or (outline.perhaps and outline.ids[-1][0] not in self._decimals):
                missing.append(Span(outline.start, outline.ids[-1][1]))
        return found, missing

    def of_ordinals(self, text: str, documents: Sequence[Mention], before: Sequence[_Placed]) -> Looked:
        """`第二十六章第二节`: each number below the deeper one before it, the first inside the document that is named."""
        found: list[Mention] = []
        missing: list[Span] = []
        chain: list[tuple[Ordinal, Mention | Span | None]] = []
        for one in ordinals(text):
            chain = [(o, m) for o, m in chain if rank(o) < rank(one)]
            over, mention = chain[-1] if chain else (None, None)
            joined = over is not None and is_joined(text[over.end : one.start])
            if not (one.sure or joined or one.unit == "章"):
                continue
            start = mention.start if joined and mention else one.start
            looked = self._below(one, mention, start) if chain else self._first(one, text, documents, before)
            if isinstance(looked, Mention):
                found = [m for m in found if m is not mention] + [looked]
            elif looked and (one.sure or joined):
                missing = [m for m in missing if m is not mention] + [looked]
            chain.append((one, looked))
        return found, missing

    def _below(self, one: Ordinal, above: Mention | Span | None, start: int) -> Mention | Span | None:
        if not isinstance(above, Mention):
            return Span(start, one.end) if above else None
        return _looked(self._numbered(one, self._inside([above.named.section])), start, one.end)

    def _first(self, one: Ordinal, text: str, documents: Sequence[Mention], before: Sequence[_Placed]) -> Mention | Span | None:
        """Inside the documents that are named; elsewhere only if none is named right before it."""
        if documents:
            scope = self._inside([m.named.section for m in documents])
            fitting = self._numbered(one, scope) or self._counted_parts(one, scope)
            if fitting or any(m.end <= one.start and is_joined(text[m.end : one.start]) for m in documents):
                return _looked(fitting, one.start, one.end)
        near = None if documents else self._near(before, lambda scope, n: self._numbered(replace(one, number=n), scope), one.number)
        return _looked(self._numbered(one, self._named) if near is None else near, one.start, one.end)

    def _counted_parts(self, one: Ordinal, scope: Sequence[Named]) -> list[Named]:
        """A document without chapters: `指南第三章` is its third part."""
        if any(unit in _UNITS for n in scope for unit, _ in self._printed[id(n)]):
            return []
        return [n for n in self._parts(scope) if any(number == one.number for _, number in self._printed[id(n)])]

    def _parts(self, scope: Sequence[Named]) -> list[Named]:
        """The outermost sections that are counted: `第六部分` is none of the items inside the five parts."""
        return _shallowest([n for n in scope if self._printed[id(n)]])

    def of_items(self, text: str, above: Sequence[Mention], before: Sequence[_Placed]) -> Looked:
        """`40号文第（七）条`, `1.6.4第（四）项`: by its number inside the place that is named, or near the place before."""
        found: list[Mention] = []
        missing: list[Span] = []
        for item in items(text, frozenset(m.end for m in above)):
            if not above and not before:
                break
            fitting = self._item_inside(item, above) if above else self._item_near(item, before)
            looked = _looked(fitting, item.start, item.end)
            if isinstance(looked, Mention):
                found.append(looked)
            elif looked and self._is_missing(item, text, above):
                beside = [m.start for m in above if m.end == item.start and item.kind == "("]
                missing.append(Span(min([looked.start, *beside]), looked.end))
        return found, missing

    def _is_missing(self, item: Item, text: str, above: Sequence[Mention]) -> bool:
        """Items of that kind have headings in the place right before it; elsewhere they may stand in the text alone."""
        joined = [m.named.section for m in above if m.end <= item.start and is_joined(text[m.end : item.start])]
        if item.kind == "部分":
            return any(kind == "、" for n in self._parts(self._inside(joined)) for kind, _ in self._printed[id(n)])
        counted = [kind for n in self._inside(joined) for kind, _ in self._printed[id(n)]]
        return item.kind in "(条" and (not above or any(kind in "(条" for kind in counted))

    def _item_inside(self, item: Item, above: Sequence[Mention]) -> list[Named]:
        """Inside the nearest place before it, else inside any that is named."""
        nearest = sorted((m for m in above if m.end <= item.start), key=lambda m: -m.end)[:1]
        for mentions in (nearest, [m for m in above if len(m.named.section.path) > 1], above):
            scope = self._inside([m.named.section for m in mentions]) if mentions else []
            if fitting := self._counted(item, scope):
                return fitting
        return []

    def _item_near(self, item: Item, before: Sequence[_Placed]) -> list[Named]:
        """Beside a place that was named by such an item, inside any other."""
        alike = [p.section for p in before if any(_family(i) == _family(item) for i in items(normalise(p.mention), frozenset()))]
        return self._near(before, lambda scope, n: self._counted(replace(item, number=n), scope), item.number, alike) or []

    def _near(
        self, before: Sequence[_Placed], look: Callable[[Sequence[Named], int], list[Named]], number: int, beside: Sequence[Section] = ()
    ) -> list[Named] | None:
        """The sections of that number in the narrowest section around the places before; None where nothing there is counted so.

        :param look: finds the sections of a number in a scope: where a count begins with one and lacks the number, it ends there.
        """
        for section in self._around(before):
            inside = self._inside([section]) if section not in beside else []
            fitting = look(inside, number)
            if fitting or look(inside, 1):
                return fitting
        return None

    def _around(self, before: Sequence[_Placed]) -> Iterator[Section]:
        around = [n.section for n in self._named if any(contains(n.section, place.section) for place in before)]
        return iter(sorted(around, key=lambda section: section.end - section.start))

    def _numbered(self, one: Ordinal, scope: Iterable[Named]) -> list[Named]:
        return [n for n in scope if (one.unit, one.number) in self._printed[id(n)]]

    def _counted(self, item: Item, scope: Sequence[Named]) -> list[Named]:
        scope = self._parts(scope) if item.kind == "部分" else scope
        for kinds in _PRINTED_AS.get(item.kind, (_ITEMS,)):
            fitting = [n for n in scope if any(kind in kinds and number == item.number for kind, number in self._printed[id(n)])]
            if fitting:
                return fitting
        return []

    def _inside(self, sections: Sequence[Section]) -> list[Named]:
        return [n for n in self._named if any(contains(s, n.section) and s is not n.section for s in sections)]


def _looked(fitting: Sequence[Named], start: int, end: int) -> Mention | Span | None:
    """The one that fits; nothing where several do; what is missing where none does."""
    if len(fitting) == 1 and (len(fitting[0].section.path) > 1 or fitting[0].is_document):  # no chapter that only wraps documents
        return Mention(fitting[0], start, end)
    return None if fitting else Span(start, end)


def _family(item: Item) -> str:
    """`第（七）条` and `第四条` count the same things."""
    return "条" if item.kind == "(" else item.kind


def _shallowest(named: Sequence[Named]) -> list[Named]:
    depth = min((len(n.section.path) for n in named), default=0)
    return [n for n in named if len(n.section.path) == depth]
