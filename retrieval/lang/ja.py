"""Japanese."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers, Questions

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    listed=False,
    questions=Questions(
        unspaced=(
            "何(?:人|年|月|日|時|回|歳|度|と|を|が|で|$|[？?])|(?:いつ|どこ|だれ|誰(?![说說])|なぜ|どう|どの|どれ|いくつ|いくら)|"
            "に(?:ついて|関して|対して|よると|よれば)|(?:でしょう|です|ます|まし?た|だった|した)か|"
            "(?<=[をは何と])(?:言|述べ|話)[いっし]?(?:まし)?た?(?:のです)?か?|"
            "(?<=[^ぁ-ん])[はがをにでともの](?=[^ぁ-ん])|(?<=[^ぁ-ん])[はがを]"
        ),
    ),
    numbers=Numbers(
        decimal_point=True,
    ),
)
