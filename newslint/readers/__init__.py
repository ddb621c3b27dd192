"""From bytes to a Draft: one module a format."""
