"""A server beside which the rules run, for tests that are not about Python in the browser.

A reader's browser takes three quarters of a second of a processor to start Python, and most tests ask what a page does with an
answer. In a browser with `COOKIE` the page's worker hands each request to this server, and the same package answers it here.
That both say the same, byte for byte, is what test_parity.py shows; tests with the mark `pyodide` have no such cookie.
"""

from __future__ import annotations

from http import HTTPStatus

from bfr_rules import bridge
from calculators.build.headers import headers_for
from calculators.dev.preview import Handler, Preview

COOKIE = {"name": "rules", "value": "beside", "domain": "127.0.0.1", "path": "/", "httpOnly": True}
ANSWERS = "/beside/answers"
WORKER = """
self.addEventListener("message", ({ data }) => {
  if ("runtime" in data) {
    const of = data.runtime.bytes;
    for (const said of [{ read: of, of }, { arrived: true }, { ready: true }]) self.postMessage(said);
    return;
  }
  const asked = new XMLHttpRequest();
  asked.open("POST", "%s", false); // One answer after the other, as Python gives them.
  asked.send(data.request);
  self.postMessage({ id: data.id, response: asked.responseText });
});
"""


class BesideHandler(Handler):
    """Answers for a site, and for its rules where the browser brings the cookie."""

    def send_file(self, status, file, path, *, with_body):
        if path.endswith("/python/worker.js") and "rules=beside" in self.headers.get("Cookie", ""):
            self.say("text/javascript", WORKER % ANSWERS, path)
        else:
            super().send_file(status, file, path, with_body=with_body)

    def do_POST(self):  # noqa: N802  (the base class's name)
        """Answer a request as the bridge does; what it raises is printed, and the page gets no answer."""
        request = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.say("application/json", bridge.answer(request), self.path)

    def say(self, kind: str, text: str, path: str) -> None:
        """Send a text with the headers of a path."""
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        for name, value in headers_for(path, self.server.policy).items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Beside(Preview):
    """A server of one built site, and of its rules."""

    handler = BesideHandler
