"""Which words are quoted, and who says them: marks, noun phrases, cues, attributions."""
