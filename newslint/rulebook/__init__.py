"""Rules: their files, the book of them, and the engine that runs a book over a story. Knows no verb by
name."""
