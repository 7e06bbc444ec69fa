"""Spanish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row
from tests.support.quotations import spoken

STORY = "«El puente viejo es seguro», dijo Ada Park, ingeniera de la ciudad. El puerto cierra el martes."

TABLE: list[Row] = [
    (
        "language",
        "El consejo se reunió el martes y decidió cerrar el viejo puente para las obras que había prometido desde hace años.",
        "es",
    ),
    ("terms", "¿Cuándo y dónde?", ""),
    ("speaker", "«El puente es seguro», dijo Ada Park.", "Ada Park"),
    ("speaker", "«El puente es seguro», dijo la ministra de Obras, Ada Park.", "Ada Park"),
    ("speaker", "Ada Park llegó y dijo: «El puente aguanta».", "Ada Park"),
    ("reported", "Según la OMS, el invierno es suave.", "OMS: el invierno es suave"),
    ("reported", "Ada Park ha dicho que aguanta bien.", "Ada Park: aguanta bien"),
    ("speech", "Se dice que el puente es uno de los mejores.", "none"),
    ("speech", "En su artículo sobre hierro, explicó Ada Park la teoría.", "none"),
    ("answer", f"{STORY} | ¿Qué ha dicho Ada Park sobre el puente?", "yes"),
    ("speaker", "La ingeniera Ada Park cerró el puente. «No aguanta», dijo.", "Ada Park"),
    ("speaker", "Ada Park cerró el puente. «No aguanta», zanjó la ingeniera.", "Ada Park"),
    ("speaker", "«El agua subió, lamentó Ada Park, y nadie avisó».", "Ada Park, Ada Park"),
    ("speaker", "Jonas Wirth y Ada Park llegaron. «No aguanta», dijo.", "None"),
    ("speaker", "Ada Park cerró el puente. «No aguanta», dijeron.", ""),
    ("reported", "Ada Park cerró el puente. Aseguró que no aguanta.", "Ada Park: no aguanta"),
    (
        "reported",
        "Ada Park cerró el puente. A su juicio, no aguanta nada.",
        "Ada Park: no aguanta nada",
    ),
    (
        "reported",
        "Ada Park cerró el puente: a su juicio, no aguanta nada.",
        "Ada Park: no aguanta nada",
    ),
    (
        "reported",
        "La Confederación del Altena abrió el dique. La Confederación sostiene que aguanta.",
        "Confederación del Altena: aguanta",
    ),
    ("reported", "La junta electoral informó de que aguanta.", "junta electoral: aguanta"),
    ("reported", "Ada Park descartó cerrar el puente, que aguanta.", "Ada Park: cerrar el puente"),
    ("reported", "Sí avisó de que aguanta.", "None: aguanta"),
    ("speaker", "Ada Park llegó. «El puente aguanta», se limitó a decir.", "Ada Park"),
    ("speaker", "La sorpresa fue Ada Park. «Aguanta», proclamó.", "Ada Park"),
    ("request", "¿Qué dijo Ada Park al terminar?", "Ada Park"),
    ("intent", "¿Cuántos años tiene el puente?", "how-old"),
    ("intent", "¿Cuántas personas vinieron?", "how-many"),
    ("intent", "¿Cuándo cierra el puerto?", "when"),
    ("intent", "¿Dónde está Altena?", "where"),
    ("intent", "¿Quién dirige el puerto?", "who"),
    ("intent", "¿Qué dijo Ada Park sobre el puente?", "said"),
    (
        "follow-up",
        "¿Qué dijo la OMS sobre el invierno? | ¿y la UE?",
        "¿Qué dijo la UE sobre el invierno?",
    ),
    (
        "follow-up",
        "¿Qué dijo la OMS sobre el invierno? | ¿y sobre la energía?",
        "¿Qué dijo la OMS sobre la energía?",
    ),
    ("question", "¿Quién dirige Ukrenergo?", "complete"),
    ("depends", "Él dijo que no.", "yes"),
    ("depends", "El puente cayó.", "no"),
    ("dates", "el 9 de noviembre de 2022", "2022-11-9"),
    ("intent", "¿Por qué cerraron el puente?", "why"),
    ("intent", "¿Cuánto cuesta el puente?", "how-much"),
    ("intent", "¿A qué hora cierra el puerto?", "when"),
    ("intent", "¿Es cierto que el puente aguanta?", "yes-no"),
    ("request", "¿Qué dijo la alcaldesa sobre el puente?", "la alcaldesa: puente"),
    ("request", "¿Qué dijo sobre el puente Ada Park?", "Ada Park: puente"),
    ("request", "¿Quién dijo que el puente aguanta?", "who said: puente aguanta"),
    ("request", "Todo lo que dijo Ada Park sobre el puente", "Ada Park: puente"),
    ("request", "¿Cuándo cierra el puente?", "no"),
    ("asked", "Hola, dime por favor cuándo cierra el puente", "cierra puente"),
]


# Short news, with the speaker of each quotation and the first words of it
NEWS: list[tuple[str, list[str]]] = [
    (
        "El hospital de Montalar cerrará dos plantas en agosto. «No hay enfermeras suficientes», reconoció el "
        "gerente, Andrés Belmonte. Según explicó, faltan 34 profesionales. Los sindicatos denuncian que la "
        "situación se repite cada verano. «Nos piden milagros», lamentó la delegada Sonia Urbieta, que "
        "convocó una protesta para el lunes.",
        [
            "Andrés Belmonte: No hay enfermeras suficientes",
            "Andrés Belmonte: faltan 34 profesionales",
            "sindicatos: la situación se repite",
            "Sonia Urbieta: Nos piden milagros",
        ],
    ),
    (
        "La alcaldesa de Riofrío, Marisa Cantero, anunció que el mercado reabrirá en marzo. «Las obras van a "
        "buen ritmo», aseguró. Los comerciantes no lo creen. Su portavoz, Damián Ochoa, advirtió de que las "
        "pérdidas superan los 200.000 euros. A su juicio, el Ayuntamiento debería bajar los alquileres. "
        "Cantero rechazó esa posibilidad.",
        [
            "Marisa Cantero: el mercado reabrirá en",
            "Marisa Cantero: Las obras van a",
            "Damián Ochoa: las pérdidas superan los",
            "Damián Ochoa: el Ayuntamiento debería bajar",
            "Marisa Cantero: esa posibilidad",
        ],
    ),
    (
        "El Deportivo Alcores ganó por 2-1 con un gol en el descuento. «Sufrimos hasta el final», admitió el "
        "entrenador, Pepe Landa. El autor del tanto, Yago Prieto, dedicó la victoria a su abuela. «Ella me "
        "llevaba a entrenar en autobús», contó emocionado. Añadió que no piensa marcharse.",
        [
            "Pepe Landa: Sufrimos hasta el final",
            "Yago Prieto: Ella me llevaba a",
            "Yago Prieto: no piensa marcharse",
        ],
    ),
    (
        "Un incendio arrasó 300 hectáreas en la sierra de Peñarrubia. De acuerdo con el Gobierno regional, el "
        "fuego empezó en un vertedero. El consejero de Interior, Lucas Ferrer, pidió a los vecinos que no "
        "regresen a sus casas. «El viento puede cambiar en cualquier momento», avisó. Dos personas resultaron "
        "heridas, informaron fuentes sanitarias.",
        [
            "Gobierno: el fuego empezó en",
            "Lucas Ferrer: El viento puede cambiar",
        ],
    ),
    (
        "La bióloga Elena Vargas presentó ayer su estudio sobre las abejas. Sostiene que los pesticidas han "
        "reducido las colmenas a la mitad. «Si no actuamos, dijo, en diez años no quedará ninguna». El "
        "Ministerio respondió que revisará la norma. Para la asociación de apicultores, la medida llega "
        "tarde.",
        [
            "Elena Vargas: los pesticidas han reducido",
            "Elena Vargas: Si no actuamos",
            "Elena Vargas: en diez años no",
            "Ministerio: revisará la norma",
        ],
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_spanish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_spanish_news_is_attributed(text: str, expected: list[str]) -> None:
    found = [(words.split()[:4], name) for _, words, name in spoken(text, "es")]
    assert [f"{name}: {' '.join(words)}" for words, name in found] == expected
