"""The grammar of dates: text -> tokens -> readings. Knows no draft and no rule."""
