"""The version, in a module that imports nothing, so that every floor may ask for it."""

VERSION = "0.1.0"
