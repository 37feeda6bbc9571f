"""What a published case says, as a line of `ventanilla expression eval`, and whether an answer is what it expects."""

import base64
import json
import math
import re
from datetime import datetime, timedelta, timezone

KINDS = "null_value bool_value int64_value uint64_value double_value string_value bytes_value list_value map_value type_value"
MOMENT = "type.googleapis.com/google.protobuf.Timestamp"
SPAN = "type.googleapis.com/google.protobuf.Duration"
PRIMITIVES = {"BOOL": "bool", "INT64": "int", "UINT64": "uint", "DOUBLE": "double", "STRING": "string", "BYTES": "bytes"}
WELL_KNOWN = {"TIMESTAMP": "timestamp", "DURATION": "duration", "ANY": "dyn"}
NAMED = {"google.protobuf.Timestamp": "timestamp", "google.protobuf.Duration": "duration"}
MESSAGE = re.compile(r"\b(?:Nested)?TestAllTypes\b|\bgoogle\.protobuf\.(?!Timestamp\b|Duration\b)\w+|\bproto[23]\.|[A-Za-z_]\w*\{")


class OutOfScope(Exception):
    pass


def text(raw):
    return raw.decode() if isinstance(raw, bytes) else raw


def first(message, name, default=None):
    return message[name][0] if name in message else default


def question(case):
    """The line that asks the case. A case that needs a protocol buffer message raises OutOfScope."""
    if MESSAGE.search(text(first(case, "expr"))):
        raise OutOfScope("with a protocol buffer message")
    if "disable_macros" in case:
        raise OutOfScope("with macros turned off")
    variables = {}
    for declared in case.get("type_env", []):
        if "function" in declared:
            raise OutOfScope("with functions of the host")
        variables[text(declared["name"][0])] = {"type": type_name(first(first(declared, "ident"), "type"))}
    for bound in case.get("bindings", []):
        name = text(bound["key"][0])
        value = plain(first(first(bound, "value"), "value"))
        variables.setdefault(name, {})["value"] = value
    expected = first(case, "value") or first(first(case, "typed_result", {}), "result")
    if expected is not None:
        plain(expected)
    deduced = first(first(case, "typed_result", {}), "deduced_type")
    if deduced is not None:
        type_name(deduced)
    line = {"expression": text(first(case, "expr")), "variables": variables}
    if "container" in case:
        line["container"] = text(first(case, "container"))
    if first(case, "disable_check") == "true":
        line["check"] = False
    return line


def type_name(type):
    (kind, (value,)) = next(iter(type.items()))
    if kind == "primitive":
        return PRIMITIVES[value]
    if kind == "well_known" and value in WELL_KNOWN:
        return WELL_KNOWN[value]
    if kind == "message_type" and text(value) in NAMED:
        return NAMED[text(value)]
    if kind == "list_type":
        return f"list({type_name(first(value, 'elem_type'))})"
    if kind == "map_type":
        return f"map({type_name(first(value, 'key_type'))}, {type_name(first(value, 'value_type'))})"
    if kind == "type":
        return f"type({type_name(value)})" if value else "type"
    if kind in ("null", "dyn"):
        return {"null": "null_type", "dyn": "dyn"}[kind]
    if kind == "abstract_type" and text(first(value, "name")) == "optional_type":
        raise OutOfScope("with the extension of optionals")
    raise OutOfScope("with a protocol buffer message")


def plain(value):
    """The value in the JSON form of cel.expr.Value."""
    if not value:
        raise OutOfScope("with a protocol buffer message")
    (kind, (said,)) = next(iter(value.items()))
    if kind == "null_value":
        return {"nullValue": None}
    if kind == "bool_value":
        return {"boolValue": said == "true"}
    if kind in ("int64_value", "uint64_value"):
        return {kind.replace("_v", "V"): str(int(said, 0))}
    if kind == "double_value":
        return {"doubleValue": number(said)}
    if kind == "string_value":
        return {"stringValue": text(said)}
    if kind == "bytes_value":
        return {"bytesValue": base64.b64encode(said).decode()}
    if kind == "type_value":
        return {"typeValue": text(said)}
    if kind == "list_value":
        return {"listValue": {"values": [plain(one) for one in said.get("values", [])]}}
    if kind == "map_value":
        entries = [{"key": plain(first(one, "key")), "value": plain(first(one, "value"))} for one in said.get("entries", [])]
        return {"mapValue": {"entries": entries}}
    if kind == "object_value":
        (name, (fields,)) = next(iter(said.items()))
        seconds, nanos = int(first(fields, "seconds", "0")), int(first(fields, "nanos", "0"))
        if name == MOMENT:
            moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
            return {"objectValue": {"@type": MOMENT, "value": f"{moment:%Y-%m-%dT%H:%M:%S}".rjust(19, "0") + f".{nanos:09}Z"}}
        if name == SPAN:
            return {"objectValue": {"@type": SPAN, "value": f"{seconds}.{abs(nanos):09}s"}}
    raise OutOfScope("with a protocol buffer message")


def number(said):
    special = {"inf": "Infinity", "infinity": "Infinity", "-inf": "-Infinity", "-infinity": "-Infinity", "nan": "NaN"}
    return special.get(said.lower(), None) or float(said.rstrip("f"))


def answer(line):
    """The answer as it is written: the minus of -0 is kept, which Python's whole numbers have not."""
    return json.loads(line, parse_int=lambda digits: -0.0 if digits == "-0" else int(digits))


def complaint(case, answer):
    """What the answer does not keep of what the case expects; nothing when it keeps all."""
    deduced = first(first(case, "typed_result", {}), "deduced_type")
    if deduced is not None and answer.get("type") != type_name(deduced):
        return f"expected the type {type_name(deduced)}"
    if first(case, "check_only") == "true":
        return None
    if "eval_error" in case or "any_eval_errors" in case:
        return None if "error" in answer else "expected an error"
    expected = first(case, "value") or first(first(case, "typed_result", {}), "result")
    expected = plain(expected) if expected is not None else {"boolValue": True}
    if "value" not in answer or not same(expected, answer["value"]):
        return f"expected {expected}"
    return None


def same(expected, found):
    if set(expected) != set(found):
        return False
    (kind,) = expected
    one, other = expected[kind], found[kind]
    if kind == "doubleValue":
        one, other = float(one), float(other)
        return one == other and math.copysign(1, one) == math.copysign(1, other) or math.isnan(one) and math.isnan(other)
    if kind == "listValue":
        one, other = one.get("values", []), other.get("values", [])
        return len(one) == len(other) and all(map(same, one, other))
    if kind == "mapValue":
        one, other = one.get("entries", []), list(other.get("entries", []))
        if len(one) != len(other):
            return False
        return all(any(same(a["key"], b["key"]) and same(a["value"], b["value"]) for b in other) for a in one)
    if kind == "objectValue":
        return one["@type"] == other["@type"] and instant(one) == instant(other)
    return one == other


def instant(object):
    """Whole part and nine digits: 1.5s and 1.500000000s are one, and so are moments with and without a fraction."""
    whole, _, part = object["value"].rstrip("sZ").partition(".")
    return whole, part.ljust(9, "0")
