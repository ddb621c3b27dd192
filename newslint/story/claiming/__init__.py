"""Claims nobody answers for: groups, reports, reactions, judgements."""
