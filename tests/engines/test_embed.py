"""A calculator in a page of another site, in Firefox and WebKit."""

import functools
import http.server
import threading

import pytest
from selenium.webdriver.common.by import By


@pytest.fixture
def foreign(tmp_path, reader):
    """The address of a page of another origin that shows a calculator."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><title>A class</title>'
        '<bfr-embed calculator="training-load" theme="dark" answers="percent_1rm=30"'
        ' locked="percent_1rm"></bfr-embed>'
        f'<script defer src="{reader.base_url}/embed.js"></script>',
        "utf-8",
    )

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.2", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.2:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_another_site_shows_a_calculator_as_high_as_it_is_with_what_it_locks(reader, foreign):
    reader.driver.get(foreign)
    reader.wait("return (document.querySelector('iframe')?.style.height ?? '').endsWith('px')")
    reader.driver.switch_to.frame(reader.driver.find_element(By.TAG_NAME, "iframe"))
    reader.see("bfr-gate", "Nobody was screened for this.")
    assert reader.run("return document.body.dataset.mdColorScheme") == "dark"
    assert reader.run("return document.querySelector('[name=percent_1rm]').readOnly")
    # WebKit's driver gives no keyboard to a frame of another origin.
    reader.run(
        """const field = document.querySelector("input[name=one_rm]");
        field.value = "150";
        field.dispatchEvent(new Event("input", { bubbles: true }));"""
    )
    # 30 % of 150 kg is 45 kg: on a bar of 20 kg, 12.5 kg on each side.
    reader.see("[data-part=readout]", "45 kg")
    reader.driver.switch_to.default_content()
