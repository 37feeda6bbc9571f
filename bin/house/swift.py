"""Reads Swift as far as the rules need it: code, comments and string literals told apart."""

import re
from dataclasses import dataclass, field

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"
)


@dataclass
class Source:
    """A file in three parts, each line by line or with the line it begins on (from 1)."""

    code: list = field(default_factory=list)  # lines, with literals emptied and comments gone
    literals: list = field(default_factory=list)  # (line, text)
    comments: list = field(default_factory=list)  # (line, text)

    def imports(self):
        """(line, module) of each import."""
        for number, line in enumerate(self.code, 1):
            if found := IMPORT.match(line):
                yield number, found[1]

    def matches(self, pattern):
        """(line, matched text) where the pattern stands in code."""
        for number, line in enumerate(self.code, 1):
            if found := re.search(pattern, line):
                yield number, found[0].strip()


def parse(text):
    """The parts of one Swift file."""
    reader = Reader(text)
    reader.code_until(None)
    return Source("".join(reader.code).split("\n"), reader.literals, reader.comments)


class Reader:
    OPENING = re.compile(r'(#*)("""|")')

    def __init__(self, text):
        self.text, self.at, self.line = text, 0, 1
        self.code, self.literals, self.comments = [], [], []

    def take(self, count=1):
        taken = self.text[self.at : self.at + count]
        self.at += count
        self.line += taken.count("\n")
        return taken

    def until(self, end, keep=False):
        found = self.text.find(end, self.at)
        stop = len(self.text) if found < 0 else found + (0 if keep else len(end))
        return self.take(stop - self.at)

    def code_until(self, close):
        """Reads code to the end, or to the parenthesis that closes an interpolation."""
        depth = 0
        while self.at < len(self.text):
            if self.text.startswith("//", self.at):
                self.comments.append((self.line, self.until("\n", keep=True)))
            elif self.text.startswith("/*", self.at):
                line, comment = self.line, self.until("*/")
                self.comments.append((line, comment))
                self.code.append("\n" * comment.count("\n"))
            elif opening := self.OPENING.match(self.text, self.at):
                self.literal(opening[1], opening[2])
            else:
                character = self.take()
                depth += {"(": 1, ")": -1}.get(character, 0)
                if close and depth < 0:
                    return
                self.code.append(character)

    def literal(self, hashes, quote):
        line, parts = self.line, []
        self.take(len(hashes) + len(quote))
        self.code.append('"')
        end, escape = quote + hashes, "\\" + hashes
        while self.at < len(self.text) and not self.text.startswith(end, self.at):
            if self.text.startswith(escape + "(", self.at):
                self.take(len(escape) + 1)
                self.code_until(")")
                parts.append("…")
            elif self.text.startswith(escape, self.at):
                parts.append(self.take(len(escape) + 1))
            else:
                character = self.take()
                parts.append(character)
                if character == "\n":
                    self.code.append("\n")
        self.take(len(end))
        self.code.append('"')
        self.literals.append((line, "".join(parts)))
