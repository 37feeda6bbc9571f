"""The citizen's usage log, as the data tracker's own specification has it."""

import json
import urllib.parse
from pathlib import Path

import jsonschema
import pytest
import signed
import walk
import yaml

SPEC = yaml.safe_load((Path(__file__).parent / "specs" / "data-tracker-2.1.0" / "openapi.yaml").read_text())
WHO = "CL" + signed.ROSA


def schema(name):
    """A schema of the specification that also refuses what it does not name."""

    def shut(node):
        if isinstance(node, dict):
            if "$ref" in node:
                return shut(SPEC["components"]["schemas"][node["$ref"].rsplit("/", 1)[1]])
            shut_ = {key: shut(value) for key, value in node.items() if key not in ("example", "description")}
            return {**shut_, "additionalProperties": False} if node.get("type") == "object" else shut_
        return [shut(each) for each in node] if isinstance(node, list) else node

    return jsonschema.Draft202012Validator(shut(SPEC["components"]["schemas"][name]), format_checker=jsonschema.FormatChecker())


def ask(path, browser=None, who=WHO, **query):
    address = f"/api/v2/{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
    headers = {"X_Road_UserId": who, "Accept": "application/json"} if who else {"Accept": "application/json"}
    return (browser or signed.rosa()).get(address, **headers)


def test_each_answer_is_as_the_specification_says():
    signed.rosa().get("/mi")
    for path, query, name in [
        ("findUsage", {"userCode": WHO}, "FindUsageResponse"), ("usagePeriod", {}, "UsagePeriodResponse"), ("heartbeat", {}, "HeartbeatResponse"),
    ]:  # fmt: skip
        answer = ask(path, **query)
        assert answer.status == 200 and answer.headers.get_content_type() == "application/json", path
        assert not list(schema(name).iter_errors(json.loads(answer.text))), path


def test_pages_of_the_log_are_of_one_list():
    whole = json.loads(ask("findUsage", userCode=WHO).text)
    assert whole["totalUsages"] >= len(whole["usages"]) > 0
    first = json.loads(ask("findUsage", userCode=WHO, limit=1).text)
    assert len(first["usages"]) == 1 and first["totalUsages"] >= whole["totalUsages"]
    assert json.loads(ask("findUsage", userCode=WHO, limit=1, offset=10**6).text)["usages"] == []
    late = json.loads(ask("findUsage", userCode=WHO, periodStart="2100-01-01T00:00:00Z").text)
    assert late == {"totalUsages": 0, "usages": []}


@pytest.mark.parametrize(
    "query",
    [{}, {"userCode": WHO, "limit": "-1"}, {"userCode": WHO, "offset": "x"}, {"userCode": WHO, "periodStart": "ayer"}, {"userCode": ""}],
)
def test_a_question_that_is_not_as_it_should_be_is_refused(query):
    assert ask("findUsage", **query).status == 400


def test_nobody_reads_the_log_of_another():
    assert ask("findUsage", userCode="CL44444444-4").status in (400, 403)
    assert ask("findUsage", who="CL44444444-4", userCode=WHO).status in (400, 403)
    assert ask("findUsage", browser=signed.Browser(), userCode=WHO).status == 401
