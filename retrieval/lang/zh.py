"""Chinese."""

from __future__ import annotations

from retrieval.lang.schema import Calendar, Language, Numbers, Questions

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    listed=False,
    questions=Questions(
        unspaced=(
            "[为為]?[什甚][么麼](?:[时時]候|[样樣]|地方|人)?|怎[么麼样樣]?[样樣]?|哪[里裡些个個种種位年]?|[谁誰][说說]?|"
            "多(?:少|久|[遠远]|[长長]|高|重|大(?![学學]))|[几幾](?![何乎内內])[个個]?|如何|何[时時地处處种種人者]|是否|"
            "[请請][问問]|[吗嗎呢]|[说說][了过過]?(?=[什甚怎])|"
            "[对對就](?=.{1,30}[说說][了过過]?[什甚怎])|[关關][于於]"
        ),
    ),
    calendar=Calendar(
        times=r"\d\s*[年月日]",
        ages=r"\d\s*[岁歳]",
    ),
    numbers=Numbers(
        decimal_point=True,
    ),
)
