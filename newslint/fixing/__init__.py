"""Fixes: the edits that findings carry, made in drafts. Which may be made is settled by the rulebook."""
