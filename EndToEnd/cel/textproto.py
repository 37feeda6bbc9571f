"""Reads the text format of protocol buffers: a message is a dict from a field's name to the list of its values."""

import re

TOKEN = re.compile(
    r"""\s+|\#[^\n]*
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>-?\s*(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?f?|inf(?:inity)?\b|nan\b))
    |(?P<name>[A-Za-z_][\w]*)
    |(?P<extension>\[[\w./]+\])
    |(?P<mark>[{}<>:;,\[\]])""",
    re.VERBOSE,
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


def read(text):
    """The message that a file holds. A text that is none raises ValueError."""
    tokens, place = [], 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if not found:
            raise ValueError(f"nothing reads {text[place:place + 40]!r}")
        if found.lastgroup:
            tokens.append((found.lastgroup, found.group(found.lastgroup)))
        place = found.end()
    tokens.append(("end", ""))
    message, at = fields(tokens, 0)
    if tokens[at][0] != "end":
        raise ValueError(f"what follows is no field: {tokens[at]}")
    return message


def fields(tokens, at):
    message = {}
    while tokens[at][0] in ("name", "extension"):
        name = tokens[at][1].strip("[]")
        at += 1
        if tokens[at][1] == ":":
            at += 1
        if tokens[at][1] == "[":
            at += 1
            while tokens[at][1] != "]":
                value, at = single(tokens, at)
                message.setdefault(name, []).append(value)
                if tokens[at][1] == ",":
                    at += 1
            at += 1
        else:
            value, at = single(tokens, at)
            message.setdefault(name, []).append(value)
        if tokens[at][1] in (",", ";"):
            at += 1
    return message, at


def single(tokens, at):
    kind, text = tokens[at]
    if text in ("{", "<"):
        message, at = fields(tokens, at + 1)
        if tokens[at][1] not in ("}", ">"):
            raise ValueError(f"a message does not end: {tokens[at]}")
        return message, at + 1
    if kind == "string":
        joined = b""
        while tokens[at][0] == "string":
            joined += unescaped(tokens[at][1][1:-1].encode())
            at += 1
        return joined, at
    if kind in ("number", "name"):
        return text.replace(" ", ""), at + 1
    raise ValueError(f"no value: {text!r}")


def unescaped(raw):
    def one(found):
        octal, hexadecimal, short, long, letter = found.groups()
        if octal:
            return bytes([int(octal, 8) & 255])
        if hexadecimal:
            return bytes([int(hexadecimal, 16)])
        if short or long:
            return chr(int(short or long, 16)).encode("utf-8", "surrogatepass")
        return SHORT.get(letter, letter)

    return ESCAPE.sub(one, raw)
