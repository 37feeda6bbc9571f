"""Rules about tables, read from where they are declared: Table("name", [columns…]) in a Schema."""

import re
from dataclasses import dataclass

from house.rules import rule

PLAIN = {"int", "real", "text", "bytes"}
PERSON = re.compile(r"(subject|person|citizen|run|email|phone|birth\w*|address)")


@dataclass
class Column:
    line: int
    kind: str
    name: str
    open: bool
    key: bool


@dataclass
class Table:
    file: object
    name: str
    columns: list

    def about_somebody(self):
        return any(column.kind == "subject" for column in self.columns)


def elements(text, start):
    """(offset, text) of the elements of the list that opens at `start`."""
    depth, begin, quoted = 0, start + 1, False
    for at in range(start, len(text)):
        character = text[at]
        if character == '"' and text[at - 1] != "\\":
            quoted = not quoted
        elif quoted:
            continue
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                yield begin, text[begin:at]
                return
        elif character == "," and depth == 1:
            yield begin, text[begin:at]
            begin = at + 1


def column(file, offset, text):
    found = re.search(r'\.(\w+)\((?:"(\w+)")?', text)
    if not found:
        return None
    line = file.text.count("\n", 0, offset + found.start()) + 1
    chain = text[found.end() :]
    return Column(line, found[1], found[2] or found[1], bool(re.search(r"\.open\b", chain)), ".references(" in chain)


def tables(tree):
    """Every table with the columns that it was made with and those added later."""
    made = {}
    for file in tree.sources:
        if file.wing == "Tests":
            continue
        for opening in re.finditer(r'\bTable\(\s*"(\w+)",\s*\[', file.text):
            columns = [column(file, *element) for element in elements(file.text, opening.end() - 1)]
            made[opening[1]] = Table(file, opening[1], [each for each in columns if each])
        for added in re.finditer(r'\.add\((.+?),\s*to:\s*"(\w+)"\)', file.text):
            if added[2] in made and (each := column(file, added.start(1), added[1])):
                made[added[2]].columns.append(each)
    return made.values()


@rule("A table about a person keeps its other columns sealed, or says of each that it may stand in clear (.open).")
def beside_a_subject(tree):
    for table in tables(tree):
        for each in table.columns:
            if table.about_somebody() and each.kind in PLAIN and not each.open:
                yield table.file.path, each.line, f"{table.name}.{each.name}"


@rule("Whom a row is about is declared .subject, and what identifies a person is .secret or .lookup.")
def persons_are_declared(tree):
    for table in tables(tree):
        for each in table.columns:
            if each.kind in PLAIN and PERSON.fullmatch(each.name) and not each.open:
                yield table.file.path, each.line, f"{table.name}.{each.name}"


@rule("A table has one owner: nobody reads or writes a neighbour's.")
def tables_have_one_owner(tree):
    owner = {table.name: table.file.room for table in tables(tree)}
    for file in tree.sources:
        if file.wing == "Tests" or file.room.startswith("Storage"):
            continue
        for line, text in file.swift.literals:
            for name in re.findall(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", text):
                if owner.get(name, file.room) != file.room:
                    yield file.path, line, f"{name} belongs to {owner[name]}"
