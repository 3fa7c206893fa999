"""The file of “My numbers”: its schema is JSON Schema, and the page's own check of it says what a whole validator says."""

import json
import subprocess

import jsonschema
import pytest

from calculators.paths import ROOT

SCHEMA = ROOT / "calculators" / "browser" / "kept" / "schema.js"
PROGRAM = """
const { SCHEMA, departs } = await import(process.argv[1]);
const cases = JSON.parse(process.argv[2]);
console.log(JSON.stringify([SCHEMA, cases.map((each) => departs(each, SCHEMA) === null)]));
"""

SET = {"planned": 30, "repetitions": 30, "seconds": 120}
DONE = {
    "name": "Leg press",
    "limb": "leg",
    "side": "both",
    "load": "20 kg",
    "underS": 480,
    "left": None,
    "sets": [SET],
}
SESSION = {
    "id": "2026-11-24T18:00:00.000Z",
    "date": "2026-11-24",
    "start": "18:00",
    "end": "2026-11-24T18:10",
    "ended": "finished",
    "minutes": 10.5,
    "exercises": [DONE],
}
WHOLE = {
    "kind": "bfr-guide/my-numbers",
    "form": 1,
    "written_on": "2026-11-24",
    "exercises": [],
    "way": {
        "first_sessions": "yes",
        "rest_s": "30",
        "cuff_in_rests": "open",
        "tempo_up_s": "2",
        "tempo_hold_s": "0",
        "tempo_down_s": "2",
        "open_min": "3",
    },
    "cuffs": [],
    "plan": None,
    "progression": "all-sets",
    "percent_1rm": "30",
    "sessions": [SESSION],
}
FREE = {
    "name": "Row",
    "limb": "leg",
    "side": "unsaid",
    "load": "8 kg",
    "step": "",
    "sets": "20 20",
    "one_rm": "",
    "ten_rm": "",
    "tested_on": "",
    "cuff": False,
    "tool": "weight",
    "clean_repetitions": "25",
    "counted_on": "2026-11-24",
}
CASES = {
    "whole": WHOLE,
    "a plan": {**WHOLE, "plan": {"start": "", "weeks": "6", "bfr_days": ["mon"]}},
    "a day of its own": {**WHOLE, "plan": {"start": "", "weeks": "6", "bfr_days": ["monday"]}},
    "a count": {**WHOLE, "form": 2, "exercises": [FREE]},
    "another tool": {**WHOLE, "form": 2, "exercises": [{**FREE, "tool": "cuff"}]},
    "another form": {**WHOLE, "form": 3},
    "something of health": {**WHOLE, "systolic": "151"},
    "a sign by its name": {**WHOLE, "sessions": [{**SESSION, "ended": "numb"}]},
    "a part less": {name: value for name, value in WHOLE.items() if name != "cuffs"},
    "half a repetition": {
        **WHOLE,
        "sessions": [{**SESSION, "exercises": [{**DONE, "sets": [{**SET, "planned": 1.5}]}]}],
    },
    "a list": [],
    "nothing": None,
}


@pytest.mark.node
def test_the_page_reads_a_file_as_a_whole_validator_does():
    listed = list(CASES.values())
    done = subprocess.run(
        ["node", "--input-type=module", "-e", PROGRAM, SCHEMA.as_uri(), json.dumps(listed)],
        check=True,
        capture_output=True,
        text=True,
    )
    schema, found = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert found == [validator.is_valid(each) for each in listed]
    assert [name for name, fits in zip(CASES, found, strict=True) if fits] == [
        *("whole", "a plan", "a count")
    ]
