"""Korean."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers, Questions, words

LANGUAGE = Language(
    code="ko",
    name="Korean",
    listed=False,
    stop_words=words(
        """누가 누구 누구의 누구를 누구에게 무엇 무엇을 무엇이 무슨 뭐 뭐가 뭘 언제 언제부터 언제까지 어디 어디서 어디에 어디에서 어디로 왜 어떻게
        어떤 어느 얼마 얼마나 얼마의 몇 그리고 그러나 또는 대해 대한 대하여 관해 관한 이 그 저 것 수 있다 있는 있나요 없다 했나요 인가요
        입니까 합니까 말했나요 말했습니까 말했다"""
    ),
    questions=Questions(
        intents=(
            ("how-old", "몇", r"\s*(?:살|세)\w*"),
            ("how-many", "얼마|얼마나|몇", ""),
            ("when", "언제|언제부터|언제까지", ""),
            ("where", "어디|어디서|어디에|어디에서|어디로", ""),
            ("who", "누가|누구|누구의|누구를", ""),
            ("why", "왜", ""),
            ("how", "어떻게", ""),
            ("what", "무엇|무엇을|무엇이|무슨|뭐|뭘|어떤|어느", ""),
        ),
        quoting=(("무엇을|뭐라고|뭘", r"\s+(\S.{0,40}?)\s+(?:말했\w*)"),),
        civilities=words("안녕 안녕하세요 감사합니다 고마워"),
    ),
    numbers=Numbers(
        decimal_point=True,
    ),
)
