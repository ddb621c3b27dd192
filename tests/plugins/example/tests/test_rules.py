"""Every example of the Gazette's rules, a test each."""

from pathlib import Path

import newslint_gazette

from newslint.testing import rule_tests

test_rules = rule_tests(Path(newslint_gazette.__file__).parent / "rules")
