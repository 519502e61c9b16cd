"""Read a question: check it, and find out what it names, corrects, carries over and compares."""

from assistant.question.checking import check_question, detect_language

__all__ = ["check_question", "detect_language"]
