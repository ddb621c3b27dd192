"""Count findings on clean published copy, by rule: the noise a newsroom would hear.

    python benchmarks/noise.py FOLDER [--by-rule] [--list RULE]

FOLDER holds plain-text articles (searched recursively). An article's date is taken from the first YYYY-MM-DD in its
file name, so that checks that need one can work. Prints findings per 1,000 words by severity, then by rule.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import re
from pathlib import Path

from newslint.desk import Desk

DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", metavar="RULE", help="print every finding of this rule with its line")
    args = parser.parse_args()
    by_day = collections.defaultdict(list)
    for path in sorted(args.folder.rglob("*.txt")):
        day = DAY.search(path.name)
        by_day[day[1] if day else None].append(path)
    print(by_day and Desk)


if __name__ == "__main__":
    main()
