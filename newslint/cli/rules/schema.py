"""`newslint rules schema`: a JSON Schema of rule files, from which editors complete and check them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from inspect import getdoc
from typing import Any

import click
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from newslint.cli.page import told, write
from newslint.plugins import load_plugins
from newslint.rulebook.check import Check
from newslint.rulebook.rule import ITEMS
from newslint.rulebook.ruleshape import NAME, RuleShape
from newslint.rulebook.verbs import Verbs, verb_names

DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that all editors' YAML servers know
TEXT = {"type": ["string", "number", "boolean"]}
WHOLE = "^[-+]?[0-9]+$"
DECIMAL = "^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)$"


@click.command("schema")
def command() -> int:
    """Print a JSON Schema of rule files, with every verb and problem, those of plugins too.

    Exit codes: 0, or 2 where a plugin is broken.
    """
    plugins = load_plugins()
    write(json.dumps(schema(plugins.checks), ensure_ascii=False, indent=2) + "\n")
    return told(plugins.troubles)


def schema(verbs: Verbs) -> dict[str, Any]:
    """The JSON Schema (draft 7) of a rule file that may use ``verbs``.

    Newslint reads every value as text, an editor reads YAML: ``5``, ``no`` and ``"5"`` are valid wherever
    newslint would take them.
    """
    asked: list[tuple[Any, Any, TypeAdapter[Any]]] = [("rule", "validation", TypeAdapter(RuleShape))]
    asked += [(key, "validation", TypeAdapter(check.Options)) for key, check in verbs.items()]
    made, shared = TypeAdapter.json_schemas(
        asked, ref_template="#/definitions/{model}", schema_generator=AsWritten
    )
    definitions = shared.get("$defs", {})

    def shape(key: Any) -> dict[str, Any]:
        found = made[key, "validation"]
        while "$ref" in found:
            found = definitions[found["$ref"].rpartition("/")[2]]
        return dict(found)

    rule = shape("rule")
    names = verb_names(verbs)
    rule["properties"] = {
        **rule["properties"],
        "rule": {**rule["properties"]["rule"], "pattern": f"^{NAME.pattern}$"},
        **{verb: {"anyOf": list(alternatives(verb, verbs, shape))} for verb in names},
    }
    return {
        "$schema": DIALECT,
        **rule,
        "title": "A rule of newslint",
        "oneOf": [{"required": [verb]} for verb in names],
        "definitions": definitions,
    }


def alternatives(verb: str, verbs: Verbs, shape: Any) -> Iterator[dict[str, Any]]:
    """All that may stand under a verb: its own options, then each of its problems with theirs."""
    for key, check in sorted(verbs.items(), key=lambda item: item[0][1] or ""):
        if key[0] != verb:
            continue
        options = {**shape(key), "title": f"{verb}: {key[1]}" if key[1] else verb}
        options["description"] = summary(check)
        properties, required = options.get("properties", {}), options.get("required", [])
        if key[1] is not None:
            options["properties"] = {"problem": {"const": key[1]}, **properties}
            options["required"] = ["problem", *required]
            yield options
            continue
        yield options
        if ITEMS in properties:  # written as the list alone
            yield {**properties[ITEMS], "title": verb}
        if not required:
            yield {"enum": [None, ""], "title": f"{verb}, without options"}


def summary(check: type[Check[Any]]) -> str:
    """What a check looks for: the first paragraph of its docstring, on one line; "" where it has none."""
    text = getdoc(check) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("``", "") if check.__doc__ else ""


class AsWritten(GenerateJsonSchema):
    """Shapes as rule files write them: every scalar may be text, and null is written by leaving a key out."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), **TEXT}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": WHOLE}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "type": ["number", "string"], "pattern": DECIMAL}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": ["yes", "no", True, False, "true", "false", "on", "off"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default") in (None, "", [], {}) or isinstance(made.get("default"), Mapping):
            made.pop("default", None)
        return made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """A list that is read from one text as well (``see: https://…``)."""
        made = self.generate_inner(schema["schema"])
        return {"anyOf": [made, TEXT]} if made.get("type") == "array" else made
