"""Slow nets: a proxy that delays each round trip and lets through so many bytes a second."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 8192


@dataclass(frozen=True)
class Link:
    """A net.

    Attributes:
        name: As the results have it.
        bits_s: What it lets through; 0 for no limit.
        round_trip_s: From a question to the first byte of its answer.
        cpu: How many times slower the page's own thread is.
    """

    name: str
    bits_s: float = 0
    round_trip_s: float = 0
    cpu: int = 1


LINKS = (
    Link("localhost"),
    Link("fast 4G", 9e6, 0.170),
    Link("slow 4G, CPU ÷ 4", 1.6e6, 0.560, 4),
)
"""The nets of Lighthouse and of Chromium's own tools."""


class Proxy:
    """Passes everything on to one server, as slowly as a link does; all connections share it."""

    def __init__(self, url: str, link: Link) -> None:
        target = urlsplit(url)
        self.host, self.port = target.hostname, target.port
        self.link = link
        self.free = 0.0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on; to make it takes a round trip as well."""
        await asyncio.sleep(self.link.round_trip_s)
        there, back = await asyncio.open_connection(self.host, self.port)
        with contextlib.suppress(ConnectionError):
            await asyncio.gather(self.ask(reader, back), self.answer(there, writer))

    async def ask(self, reader: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """Pass requests on."""
        while data := await reader.read(CHUNK):
            await asyncio.sleep(self.link.round_trip_s)
            back.write(data)
            await back.drain()
        back.close()

    async def answer(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass responses on, no faster than the link."""
        while data := await there.read(CHUNK):
            now = time.monotonic()
            self.free = max(self.free, now) + len(data) * 8 / self.link.bits_s
            await asyncio.sleep(max(0, self.free - now))
            writer.write(data)
            await writer.drain()
        writer.close()


@contextlib.contextmanager
def through(url: str, link: Link) -> Iterator[str]:
    """Reach a server over a link.

    Yields:
        The address at which it is reached.
    """
    if not link.bits_s:
        yield url
        return
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(
        lambda _loop, _context: None
    )  # a browser that is closed cuts its connections
    ready = threading.Event()
    ports: list[int] = []

    def run() -> None:
        asyncio.set_event_loop(loop)
        proxy = Proxy(url, link)
        server = loop.run_until_complete(asyncio.start_server(proxy.serve, "127.0.0.1", 0))
        ports.append(server.sockets[0].getsockname()[1])
        ready.set()
        loop.run_forever()

    threading.Thread(target=run, daemon=True).start()
    ready.wait()
    yield f"http://127.0.0.1:{ports[0]}/"
    loop.call_soon_threadsafe(loop.stop)
