"""Every text of the page by name; `{...}` marks what is filled in."""

from dataclasses import dataclass

from assistant.types import Language


@dataclass(frozen=True, slots=True)
class Strings:
    """The texts of one language."""

    language: Language
    html_lang: str
    # the frame
    title: str
    subtitle: str
    skip: str
    ask: str
    browse: str
    compare: str
    other_language: str
    theme: str
    loading: str
    stages: tuple[tuple[str, str], ...]  # what is going on while the server starts, `other` for the rest
    # asking
    question: str
    placeholder: str
    send: str
    welcome: str
    welcome_how: str
    examples_title: str
    examples: tuple[str, ...]
    searching: str
    waiting: str  # {count} questions before this one
    unreachable: str
    # the answer
    found: str  # {count}, {documents}
    found_one: str
    found_in_one: str  # {count}
    open_passage: str  # {rank}, {citation}
    unfold: str
    matched: str
    keyword_rank: str  # {rank}
    meaning_rank: str  # {rank}
    reordered_rank: str  # {rank}
    nearest: str
    corrected: str  # {searched}
    resolved: str  # {searched}
    as_typed: str
    was_literal: str
    scope: str  # {scope}
    scope_next: str  # {scope}
    scope_clear: str
    encoder_missing: str
    # the source panel
    source: str
    source_empty: str
    back_to_answer: str
    previous_passage: str
    next_passage: str
    position: str  # {position}, {count}
    copy: str
    copied: str
    link: str
    linked: str
    ask_within: str
    section_before: str
    section_after: str
    only_heading: str
    unknown_passage: str
    # browse and compare
    outline: str
    outline_how: str
    done: str
    compare_how: str
    compare_left: str
    compare_right: str
    compare_question: str
    compare_go: str
    compare_same: str
    # conversations, taking away, feedback
    conversations: str
    new: str
    untitled: str
    forget: str  # {title}
    forget_all: str
    forget_sure: str
    export: str
    export_title: str
    export_not_answer: str
    feedback: str
    feedback_right: str
    feedback_wrong: str
    feedback_refuse: str
    feedback_thanks: str
    feedback_failed: str
