"""What people say before they ask, and which names nothing: greetings, hesitation, and asking to be told."""

import re

# what was heard is acknowledged; `好` and `行` open questions as well, so a stop must follow
_HEARD = (
    r"(?:那?好(?:的|吧|嘞)?|那?行(?:吧)?|可以|对|是的|(?:我)?(?:大概)?(?:明白|知道|懂|了解|清楚)了?|原来如此|原来是?这样|这样啊?|收到"
    r"|(?:好的?)?(?:谢谢|多谢|感谢)(?:[你您]|了)?)(?:[啊呀哦]|(?=[,，。.!！~…\s]))|OK(?=[\u4e00-\u9fff])"
)
_HESITATION = r"那个|这个|那啥|嗯+|呃+|啊+|哦+|就是说?|话说|对了(?=[,，\s])"
_GREETING = r"(?:你|您|大家|各位)好|哈喽|嗨|打扰一?下|打扰了|不好意思|劳驾"
_SELF = r"[我俺]?(?:就|只|还|是|就是|只是)?(?:想|要|想要)(?:请?问问?|请教|知道|了解|咨询|打听)(?:一?下)?"
_OTHERS = r"(?:请问一?下?)?(?:谁|[您你]们?|有人|有没有人|哪位)(?:知道|知不知道|晓得|清楚)(?!的)"
_PLEASE = r"请问一?下?|麻烦问?一?下?|请教一?下|求问|问一下"
_TELL_ME = (
    r"(?:请|麻烦)?[您你]?(?:能不能|可不可以|能否|可否|可以|能)?(?:请|麻烦)?[您你]?(?:帮我|给我|跟我|告诉我|和我)(?![国们])"
    r"(?:查查|看看|讲讲|说说|(?:查询?|找|看|讲|说|介绍|解释|说明)(?:一?下)?|一下)?"
)
_TELL = r"请?(?:说说|谈谈|讲讲|聊聊|(?:介绍|解释|说明|说|讲)一下)"
_ENGLISH = (
    r"(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: there)?|excuse me|well(?=,)"
    r"|(?:(?:could|can|would|will) you )?(?:please |kindly )?(?:tell|show) me(?: about)?"
    r"|ok(?:ay)?|alright|all right|i see|got it|understood|thanks(?: a lot)?|thank you(?: very much)?"
    r"|(?:sure|right|great|good|fine|yes|now|oh|interesting)(?=[,.!])|no(?=,)|hm+|u[hm]+"
    r"|may i ask|i(?:'d| would)? (?:just )?(?:like|want) to (?:know|ask)(?: about)?|(?:do you|does anyone) know|please"
)
_HAN = "|".join((_HEARD, _SELF, _OTHERS, _PLEASE, _TELL_ME, _TELL, _GREETING, _HESITATION))
_FILLER = re.compile(rf"^\s*(?:(?:{_HAN}|(?:{_ENGLISH})(?![\w-]))[,，、。.!！~…:：\s]*)+", re.IGNORECASE)


def strip_filler(question: str) -> str:
    """The question without what is said before it; a question of nothing else stays as it is."""
    return _FILLER.sub("", question) or question
