"""Greek."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "«Η παλιά γέφυρα είναι ασφαλής», είπε η Άντα Παρκ, μηχανικός της πόλης. Το λιμάνι κλείνει την Τρίτη."

TABLE: list[Row] = [
    (
        "language",
        "Το συμβούλιο συνεδρίασε την Τρίτη και αποφάσισε να κλείσει την παλιά γέφυρα.",
        "el",
    ),
    ("speaker", "«Η γέφυρα αντέχει», είπε η Άντα Παρκ.", "Άντα Παρκ"),
    ("reported", "Η Άντα Παρκ δήλωσε ότι η γέφυρα αντέχει.", "Άντα Παρκ: η γέφυρα αντέχει"),
    ("reported", "Σύμφωνα με τον ΠΟΥ, ο χειμώνας είναι ήπιος.", "ΠΟΥ: ο χειμώνας είναι ήπιος"),
    ("answer", f"{STORY} | Τι λέει η Άντα Παρκ για τη γέφυρα;", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_greek(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "el") == expected
