"""One output family a module. They know findings, not checks."""
