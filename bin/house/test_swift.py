import unittest

from house.swift import parse


class Reading(unittest.TestCase):
    def test_comments_are_not_code(self):
        source = parse('let a = 1 // fatalError(\n/* try!\n */ let b = "// not a comment"\n')
        self.assertEqual(list(source.matches(r"fatalError|try!")), [])
        self.assertEqual(source.literals, [(3, "// not a comment")])
        self.assertEqual([line for line, _ in source.comments], [1, 2])

    def test_interpolations_are_code(self):
        source = parse('let a = "one \\(two("three", 4)) five"\n')
        self.assertIn((1, "three"), source.literals)
        self.assertIn((1, "one … five"), source.literals)
        self.assertEqual(list(source.matches(r"two\(")), [(1, "two(")])

    def test_raw_and_long_literals(self):
        source = parse('let a = #"no \\(code) "here" "#\nlet b = """\n    SELECT\n    """\nlet c = 1\n')
        self.assertEqual(source.literals[0], (1, 'no \\(code) "here" '))
        self.assertEqual(source.literals[1][0], 2)
        self.assertEqual(list(source.matches(r"\bc\b")), [(5, "c")])

    def test_every_way_to_import(self):
        text = "import A\n@testable import B\nimport struct C.D\npublic import E\n@preconcurrency internal import F\nlet importance = 1\n"
        self.assertEqual([module for _, module in parse(text).imports()], ["A", "B", "C", "E", "F"])
