"""Greek."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="el",
    name="Greek",
    stop_words=words(
        """για με να που στη στην στο στον τη την της το τον του τους των γιατί πόσα πόσες πόση πόσο πόσοι πόσος
        ποια ποιες ποιο ποιοι ποιος ποιους πού πότε πώς τι είπαν είπε λέει"""
    ),
    speech=Speech(
        marks=words("ρώτησε απάντησε χαρακτήρισε κατηγόρησε"),
        that=words(
            """δήλωσε δηλώνει τόνισε τονίζει ανέφερε αναφέρει πρόσθεσε προσθέτει υποστήριξε υποστηρίζει ανακοίνωσε
            σημείωσε σημειώνει υπογράμμισε προειδοποίησε επισήμανε έγραψε εξήγησε"""
        ),
        clause=words("είπε λέει είπαν"),
        adding=words("πρόσθεσε προσθέτει"),
        sources={"σύμφωνα": SourceCue(then="με", of_figures=True)},
        between=words("έχει είχε επίσης"),
        verbs=words("είναι ήταν θα έχει έχουν είχε"),
        conjunctions=words("ότι πως"),
        determiners=words("ο η το οι τα τον την του της των"),
        links=words("του της των από σε στο στη στην για με"),
        ands=words("και"),
        buts=words("αλλά όμως"),
        no_clause=words("σε στο στη στην για με από"),
    ),
    names=Names(
        more_roles=(
            "δήμαρχος|υπουργός|πρωθυπουργός|πρόεδρος|εκπρόσωπος|διευθυντ(?:ής|ρια)|καθηγητ(?:ής|ρια)",
        ),
        one_letter_articles=words("Ο Η"),
    ),
)
