import unittest

from house.counts import begun, counts


class Counts(unittest.TestCase):
    def test_swift_testing_counts_tests_and_not_their_cases(self):
        log = """\
✘ Test case passing 1 argument engine → .sqlite to "a refused act leaves nothing behind" failed after 0.1 seconds with 1 issue.
✘ Test "a refused act leaves nothing behind" with 2 test cases failed after 0.2 seconds with 1 issue.
✘ Suite "Acts" failed after 0.2 seconds with 1 issue.
✘ Test run with 12 tests in 3 suites failed after 0.5 seconds with 1 issue.
"""
        self.assertEqual(counts(log), (11, 1))
        self.assertEqual(counts("✔ Test run with 12 tests in 3 suites passed after 0.5 seconds.\n"), (12, 0))

    def test_an_issue_outside_of_a_test_is_a_failure(self):
        self.assertEqual(counts("✘ Test run with 3 tests in 1 suite failed after 0.5 seconds with 1 issue.\n"), (2, 1))

    def test_pytest(self):
        self.assertEqual(counts("===== 2 failed, 30 passed, 1 skipped, 1 error in 4.2s =====\n"), (30, 3))
        self.assertEqual(counts("30 passed in 4.2s\n"), (30, 0))
        self.assertEqual(counts("no tests ran in 0.1s\n"), (0, 0))

    def test_unittest(self):
        self.assertEqual(counts("Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=1)\n"), (3, 2))
        self.assertEqual(counts("Ran 5 tests in 0.1s\n\nOK\n"), (5, 0))

    def test_what_a_run_was_stuck_at(self):
        log = """\
◇ Test run started.
◇ Test "the lamp is lit" started.
◇ Test case passing 1 argument engine → sqlite to "the lamp is lit" started.
◇ Test "the door opens" started.
◇ Test "a passed term ends" started.
◇ Test walks() started.
✔ Test "the lamp is lit" with 2 test cases passed after 0.1 seconds.
◇ Test case passing 1 argument text → "✔ Test "a passed term ends" passed after 0.1 seconds.
✔ Test walks() passed after 0.1 seconds.
"""
        self.assertEqual(begun(log), ['"the door opens"'])

    def test_a_runner_that_died_ran_nothing(self):
        self.assertEqual(counts("Building for debugging...\nerror: Exited with unexpected signal code 11\n"), (0, 0))

    def test_a_line_of_our_own(self):
        self.assertEqual(counts("✘ Nothing is called Utils\nrules: 20 passed, 3 failed\n"), (20, 3))
