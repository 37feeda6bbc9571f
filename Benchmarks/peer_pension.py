"""The same pension in OpenFisca, the rule-as-code engine of several States: the same people, the same parameters, double precision, the
same rounding. Says how many a second on one core, and in how many it differs.

    peer_pension.py HOUSE FOLDER COUNT
"""

import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import numpy
import yaml
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

house, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
TODAY = date(2026, 11, 28)
EPOCH = date(1970, 1, 1)
DAY = "2026-11-28"

parameters = {p["id"]: p for p in yaml.safe_load(Path(house, "Catalogue/parameters/universal-pension.yaml").read_text())["parameters"]}


def stretches(name):
    """Each stretch of a parameter: days since 1970 from and to, ages from and to, and the amount."""
    parameter = parameters[name]
    unit = parameter["unit"]
    for value in parameter["values"]:
        ages = value.get("ages") or parameter.get("ages") or {}
        to = value.get("to")
        amount = value[unit] * (100 if unit == "percent" else 1)
        yield (value["from"] - EPOCH).days, (to - EPOCH).days if to else 10**9, ages.get("from", 0), ages.get("to", 999), amount


def looked_up(name, days, ages=None):
    """The value of each person, or -1."""
    found = numpy.full(len(days), -1, dtype=numpy.int64)
    for first, last, youngest, oldest, amount in stretches(name):
        here = (days >= first) & (days <= last)
        if ages is not None:
            here &= (ages >= youngest) & (ages <= oldest)
        found[here] = amount
    return found


person = build_entity("person", "people", "Somebody", is_person=True)
system = TaxBenefitSystem([person])


def day_of(days):
    return (numpy.datetime64("1970-01-01") + days.astype("timedelta64[D]")).astype("datetime64[D]")


def parts(days):
    moment = day_of(days)
    months = moment.astype("datetime64[M]")
    total = months.astype(numpy.int64) + 1970 * 12
    return total // 12, total % 12 + 1, (moment - months).astype(numpy.int64) + 1


def first_of_month(days):
    return days - parts(days)[2] + 1


def month_length(year, month):
    first = (year - 1970) * 12 + month - 1
    start = first.astype("datetime64[M]")
    return ((start + 1).astype("datetime64[D]") - start.astype("datetime64[D]")).astype(numpy.int64)


def months_between(since, until):
    year, month, day = parts(since)
    later_year, later_month, later_day = parts(until)
    whole = (later_year - year) * 12 + later_month - month
    return numpy.where(later_day >= numpy.minimum(day, month_length(later_year, later_month)), whole, whole - 1)


def plus_months(days, months):
    year, month, day = parts(days)
    total = year * 12 + month - 1 + months
    year, month = total // 12, total % 12 + 1
    day = numpy.minimum(day, month_length(year, month))
    first = ((year - 1970) * 12 + month - 1).astype("datetime64[M]").astype("datetime64[D]").astype(numpy.int64)
    return first + day - 1


def variable(name, formula=None, kind=int):
    fields = {"value_type": kind, "entity": person, "definition_period": DateUnit.DAY, "label": name, "__module__": __name__}
    if formula:
        fields["formula"] = formula
    system.add_variable(type(name, (Variable,), fields))


INPUTS = ["nacimiento", "recibe_ffaa", "anos_residencia", "anos_recientes", "sobre_el_corte", "pension_base"]
for name in INPUTS:
    variable(name)
today = (TODAY - EPOCH).days


def constant(name, people):
    return looked_up(name, numpy.full(people.count, today))


variable("edad", lambda p, t: months_between(p("nacimiento", t).astype(numpy.int64), numpy.full(p.count, today)) >= constant("pgu.edad-de-solicitud", p), bool)
variable("fuerzas_armadas", lambda p, t: p("recibe_ffaa", t) == 0, bool)
variable("residencia", lambda p, t: p("anos_residencia", t) >= constant("pgu.residencia-total", p), bool)
variable("residencia_reciente", lambda p, t: p("anos_recientes", t) >= constant("pgu.residencia-reciente", p), bool)
variable("focalizacion", lambda p, t: p("sobre_el_corte", t) == 0, bool)
variable("devenga", lambda p, t: numpy.maximum(today, plus_months(p("nacimiento", t).astype(numpy.int64), constant("pgu.edad-minima", p) * 12)))


def pension(p, t):
    superior = looked_up("pgu.superior", p("devenga", t).astype(numpy.int64))
    return numpy.where(superior < 0, 2, p("pension_base", t) < superior)


variable("pension", pension)


def monto(p, t):
    days = p("devenga", t).astype(numpy.int64)
    birth = p("nacimiento", t).astype(numpy.int64)
    ages = months_between(first_of_month(birth), days) // 12
    most, lower, upper = looked_up("pgu.maximo", days, ages), looked_up("pgu.inferior", days), looked_up("pgu.superior", days)
    base = p("pension_base", t).astype(numpy.int64)
    met = numpy.ones(p.count, dtype=bool)
    for rule in ["edad", "fuerzas_armadas", "residencia", "residencia_reciente", "focalizacion"]:
        met &= p(rule, t)
    met &= p("pension", t) == 1
    with numpy.errstate(divide="ignore", invalid="ignore"):
        part = numpy.floor(most.astype(numpy.float64) * (upper - base) / (upper - lower) + 0.5)
    pesos = numpy.where(base <= lower, most, part)
    return numpy.where(met & (most >= 0) & (lower >= 0), pesos, -1)


variable("monto", monto)

simulation = SimulationBuilder().build_default_simulation(system, count)
for name in INPUTS:
    simulation.set_input(name, DAY, numpy.fromfile(folder / f"{name}.i64", dtype=numpy.int64))
began = time.perf_counter()
RULES = ["edad", "fuerzas_armadas", "residencia", "residencia_reciente", "focalizacion", "pension"]
outcomes = [simulation.calculate(rule, DAY) for rule in RULES]
pesos = simulation.calculate("monto", DAY)
took = time.perf_counter() - began

ours = numpy.fromfile(folder / "rules.u8", dtype=numpy.uint8).reshape(count, len(RULES))
theirs = numpy.stack([o.astype(numpy.uint8) for o in outcomes], axis=1)
mine = numpy.fromfile(folder / "pesos.i64", dtype=numpy.int64)
mine = numpy.where(mine == numpy.iinfo(numpy.int64).min, -1, mine)
print(json.dumps({
    "peer": count / took, "rules_differ": int((ours != theirs).sum()), "pesos_differ": int((mine != pesos).sum()),
    "paid": int((pesos >= 0).sum()),
}))
