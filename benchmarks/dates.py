"""How many words a second the grammar of dates reads.

    python benchmarks/dates.py FOLDER [--articles N]

FOLDER holds plain-text articles. Processor time of reading the dates of each article, resolved against one
day; the best of five passes over all of them, and the median. Reading the files and starting up are not
counted.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import time
from pathlib import Path

from newslint.story.calendar.find import read_dates

DAY = datetime.date(2016, 5, 2)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    args = parser.parse_args()
    texts = [
        path.read_text("utf-8", errors="replace")
        for path in sorted(args.folder.rglob("*.txt"))[: args.articles]
    ]
    words = sum(len(text.split()) for text in texts)
    found, seconds = 0, []
    for _ in range(5):
        begun = time.process_time()
        found = sum(len(list(read_dates(text, DAY))) for text in texts)
        seconds.append(time.process_time() - begun)
    best, median = min(seconds), statistics.median(seconds)
    print(f"{len(texts)} articles, {words:,} words, {found:,} dates")
    print(f"{words / best:,.0f} words a second (best of five), {words / median:,.0f} (median)")


if __name__ == "__main__":
    main()
