"""Names from capitals, titles and word order: runs, groups, acronyms."""
