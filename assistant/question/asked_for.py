"""What a question asks for: a number, a time, a person or a body."""

import re

# a request may be a noun alone, at its end or before the verb that leads to the answer: 移动互联网用户数, 预算是
_ASKED_FOR = r"(?=\s*(?:[？?。！!，,；;\s]|$|是|有(?!关)|达|为(?!什么|何)|[叫呢吗]))"
_AMOUNTS = (
    r"(?:交易|营业|销售|成交|投资|贸易|出口|进口|总|限|余)额|(?:用户|网民|户|人|件|家|台|总|指|点击)数|数量|[总产销流存]量|增速|增幅|涨幅|降幅"
    r"|(?:增长|普及|覆盖|渗透|占有|贡献|自给|使用|利用|失业|通过|合格|转化)率|预算|经费|价格|售价|市值|产值|份额|电话|号码|邮编|传真"
)
ASKS_NUMBER = re.compile(
    r"多少|几(?!乎)|多[大高快长久]|占比|比重|比例|百分|金额|\bhow (?:many|much|large|big|fast|long|far)\b|percent"
    r"|\bwhat (?:share|proportion|number|amount|size|speed|budget|rate|value|figure)\b|\b(?:tele)?phone number\b"
    rf"|(?:{_AMOUNTS}){_ASKED_FOR}",
    re.IGNORECASE,
)
ASKS_WHEN = re.compile(
    r"哪一?年|[什啥]么?时候|何时|几月|哪一?天|日期|\bwhen\b|\b(?:which|what) (?:year|date)\b"
    rf"|(?:时间|年份|期限|时限){_ASKED_FOR}",
    re.IGNORECASE,
)
_OFFICES = r"总裁|总经理|董事长|总理|[部局司院校厅]长|主任|会长|秘书长|主席|创始人|联系人|作者|起草人|发言人|邮箱|地址|网址|联系方式"
ASKS_WHO = re.compile(
    r"谁|哪[个些家]?(?:部门|单位|机构|企业|公司)|哪[位家]|负责人|牵头|\bwho(?:m|se)?\b|\bwhich (?:ministry|agency|body|company)"
    rf"|(?:{_OFFICES}){_ASKED_FOR}|\b(?:ceo|chairman|premier|president|founder)\b",
    re.IGNORECASE,
)
