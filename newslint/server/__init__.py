"""The language server: findings in an editor while she types. Nothing here is loaded by other commands."""
