"""Words, sentences and what spaCy says of them. The only room that knows spaCy."""
