"""The rewriter of WebAssembly: every index stays, what is cut is a trap, and what is not of its kind is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.build.bundle import build as bundle
from calculators.build.bundle import cut, wasm

# (module (memory (export "memory") 1)
#   (func (export "one") (result i32) i32.const 1)
#   (func (export "two") (param i32) (result i32) (local i64 i64 f32) local.get 0)
#   (global (export "number") i32 (i32.const 7)))
SMALL = bytes.fromhex(
    "0061736d01000000"
    "010a026000017f60017f017f"
    "0303020001"
    "0503010001"
    "0606017f0041070b"
    "071f04066d656d6f72790200036f6e6500000374776f0001066e756d6265720300"
    "0a0f02040041010b0802027e017d20000b"
)

RUN = """
const module = new WebAssembly.Module(Buffer.from(process.argv[1], "hex"));
const { exports } = new WebAssembly.Instance(module);
const tried = (call) => { try { return call(); } catch (error) { return error.message; } };
const found = Object.fromEntries(Object.entries(exports).map(([name, each]) =>
  [name, typeof each === "function" ? tried(() => each(5)) : each.value ?? "memory"]));
const marks = exports.memory ? [...new Uint8Array(exports.memory.buffer, 64, 2)] : [];
process.stdout.write(JSON.stringify({ found, marks }));
"""


def run(module):
    node = str(Path(sys.executable).with_name("node"))
    done = subprocess.run([node, "-e", RUN, module.hex()], capture_output=True, check=True)
    return json.loads(done.stdout)


def test_a_module_is_written_as_it_was_read():
    assert wasm.module(wasm.sections(SMALL)) == SMALL
    assert wasm.code(wasm.functions(SMALL)) == wasm.section(SMALL, wasm.CODE)


@pytest.mark.parametrize("number", [0, 1, 63, 64, 127, 128, 300, 624485, 2**31, 2**32 - 1])
def test_a_number_is_read_as_it_was_written(number):
    assert wasm.Reader(wasm.unsigned(number)).number() == number


@pytest.mark.node
def test_small_is_what_it_is_said_to_be():
    assert run(SMALL)["found"] == {"memory": "memory", "one": 1, "two": 5, "number": 7}


@pytest.mark.node
def test_a_function_that_was_cut_traps_and_the_others_are_what_they_were():
    less = wasm.cut(SMALL, frozenset({1}), frozenset({"one", "two"}))
    found = run(less)["found"]
    assert found == {"memory": "memory", "one": "unreachable", "two": 5}


@pytest.mark.node
def test_each_function_leaves_its_own_mark_when_it_runs():
    marking = wasm.marking(SMALL, 64)
    assert run(marking) == {"found": run(SMALL)["found"], "marks": [1, 1]}
    one = wasm.cut(marking, frozenset({0, 1}), frozenset({"two"}))
    assert run(one)["marks"] == [0, 1]


def test_a_variable_may_be_of_a_type_that_names_another():
    # One variable of type (ref null 300), then local.get 0, end.
    body = bytes([1, 1, 0x63]) + wasm.signed(300) + bytes.fromhex("20000b")
    assert body[wasm.after_variables(body) :] == bytes.fromhex("20000b")


def test_what_is_no_webassembly_is_refused():
    with pytest.raises(wasm.WasmError, match="no WebAssembly"):
        list(wasm.sections(b"<!doctype html>"))
    with pytest.raises(wasm.WasmError, match="0 sections 2"):
        wasm.imported(SMALL)


def test_spans_are_read_as_they_were_written():
    for numbers in ({1}, {1, 2, 3}, {0, 2, 3, 9, 10, 11, 40}, set()):
        spans = cut.spans(cut.written_spans(numbers))
        assert {index for first, last in spans for index in range(first, last + 1)} == numbers


def test_coverage_of_another_pyodide_is_refused_with_the_command_that_makes_it_anew():
    with pytest.raises(cut.CutError, match=r"Run \.venv/bin/python tests/cover\.py"):
        cut.read_reached(SMALL)


def test_a_script_that_names_its_exports_otherwise_is_refused():
    with pytest.raises(cut.CutError, match=r"mend ASSIGNED in cut\.py"):
        cut.without_assignments("var exports = {};")


def test_most_of_pyodide_is_never_reached():
    whole = (bundle.STOCK / bundle.WASM).read_bytes()
    reached = cut.read_reached(whole)
    assert len(reached) < len(wasm.functions(whole)) / 5


def test_what_an_engine_takes_as_it_starts_stays_exported():
    """Chromium wraps functions that may suspend before anything calls them, and stops when one is not there."""
    whole = (bundle.STOCK / bundle.WASM).read_bytes()
    script = (bundle.STOCK / cut.SCRIPT).read_text("utf-8")
    taken = set(cut.TAKEN.findall(cut.without_assignments(script)))
    assert "_pyproxy_apply_promising" in taken
    less = cut.cut(whole, script, cut.read_reached(whole))
    there = {each.name for each in wasm.exported(whole)}
    assert taken & there <= {each.name for each in wasm.exported(less)}
