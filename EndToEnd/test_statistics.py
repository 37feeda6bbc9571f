"""The boards of the network: their files, their tables, and what the top five is made of."""

import csv
import io
import re

import pytest
import signed
import walk

pytestmark = pytest.mark.short
BOARDS = ["canales", "comparacion", "productos", "tiempos", "resultados", "horas", "territorio", "cobertura", "satisfaccion", "resolucion", "sin-ir", "busquedas"]
FLOWS = ["sessions", "transactions", "contacts", "automatic_transfers"]


def rows(path):
    answer = walk.get(path)
    assert answer.status == 200 and answer.headers.get_content_type() == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("board", BOARDS)
def test_each_board_has_a_file_with_the_numbers_of_its_table(board):
    page = walk.get(f"/estadisticas/{board}/2022")
    found = rows(f"/estadisticas/{board}/2022.csv")
    table = re.search(r'<table[^>]*>\s*<caption id="cifras".*?</table>', page.text, re.DOTALL)
    assert len(found) == (table[0].count("<tr>") - 1 if table else 0), "a board that tells nothing has no empty table"
    assert "inventadas" in page.text, "made-up figures say so"


def test_the_top_five_are_the_greatest_of_the_rows_of_each_channel():
    top = rows("/estadisticas/productos/2022.csv")
    by_channel = {}
    for row in top:
        by_channel.setdefault(row["channel"], []).append(row)
    assert len(by_channel) > 3
    for found in by_channel.values():
        counts = [int(row["interactions"]) for row in found]
        assert counts == sorted(counts, reverse=True) and len(counts) <= 5
    leaders = [(row["deed"], row["product"]) for row in top if row["place"] == "1"]
    for row in top:
        assert int(row["channels_leading"]) == leaders.count((row["deed"], row["product"]))


def test_channels_add_up_to_the_recipe():
    found = rows("/estadisticas/canales/2022.csv")
    whole = found.pop()
    for column in FLOWS:
        told = sum(int(row[column] or 0) for row in found)
        assert told == int(whole[column]), "a total adds up what is told"
    assert sum(int(whole[c]) for c in FLOWS) == int(whole["network_recipe"])
    live = list(csv.DictReader(io.StringIO(signed.colleague("analista").get("/mesa/estadisticas/canales/2022.csv").text))).pop()
    assert sum(int(live[c]) for c in FLOWS) == int(live["network_recipe"]) == 20000
    assert 19000 < int(whole["network_recipe"]) <= 20000, "what is hidden is missing, never more"


@pytest.mark.parametrize("wrong", ["canales/2022-13", "canales/1850", "nada/2022", "canales/2022/2019", "comparacion/2022/2022", "territorio/2022/99"])
def test_what_is_no_board_is_not_there(wrong):
    assert walk.get("/estadisticas/" + wrong, Accept="text/html").status == 404


def test_live_boards_are_for_those_who_may():
    assert signed.colleague("analista").get("/mesa/estadisticas/canales/2022").status == 200
    assert signed.colleague("agente").get("/mesa/estadisticas/canales/2022").status == 403
