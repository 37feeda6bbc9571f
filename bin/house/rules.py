"""The register of rules. A rule is a function over the tree that yields (path, line, what it found)."""

RULES = {}


def rule(sentence):
    """Registers a rule under its name; the sentence is what a person is told when it is broken."""

    def register(function):
        function.sentence = sentence
        RULES[function.__name__] = function
        return function

    return register


def matching(files, pattern):
    """The findings of a pattern in the code of some files."""
    for file in files:
        for line, found in file.swift.matches(pattern):
            yield file.path, line, found
