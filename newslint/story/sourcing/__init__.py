"""Who is cited, and of what kind: names, bodies, descriptions, reasons."""
