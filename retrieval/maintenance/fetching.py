"""
Fetch pages, within limits and from the public web only.

Whoever asks for a page chooses what this machine connects to. So a host is resolved once, all its
addresses are checked, and the connection goes to one of these; and so again after each redirect.
"""

from __future__ import annotations

import asyncio
import codecs
import socket
import zlib
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import PurePosixPath
from ssl import SSLContext

import httpx

from retrieval.articles import ArticleError
from retrieval.maintenance.public_addresses import Address, is_public
from retrieval.reading.plain_text import find_codec

_CONNECT = 5.0
"""Seconds to connect to one address."""

_LONGEST_URL = 2_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "User-Agent": "Mozilla/5.0 (compatible; Cuttings)",
}

_BINARY = (".pdf", ".epub", ".docx")
_SUFFIXES = {  # by type; the first is for a path with none of them
    "text/html": (".html",),
    "application/xhtml+xml": (".xhtml",),
    "text/plain": (".txt", ".md", ".markdown"),
    "text/markdown": (".md",),
    "application/pdf": (".pdf",),
    "application/rss+xml": (".rss",),
    "application/atom+xml": (".atom",),
    "application/xml": (".xml", ".rss", ".atom"),
    "text/xml": (".xml", ".rss", ".atom"),
    "application/epub+zip": (".epub",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/octet-stream": ("", *_BINARY),
    "": ("", *_BINARY),
}
_TEXTUAL = frozenset({".html", ".xhtml", ".txt", ".md", ".markdown"})
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class FetchError(ArticleError):
    """A page cannot be fetched. `str()` is one sentence naming its address and the cause."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """
    What a fetch may take.

    Attributes:
        seconds: The time from resolving the host to the last byte.
        size: The bytes of a page after decompression.
        redirects: The number of redirects that are followed.
    """

    seconds: float = 30
    size: int = 20 << 20
    redirects: int = 5


def resolve(host: str) -> Iterable[str]:
    """
    Return the addresses of *host*, in the order to try them.

    Raises:
        OSError: It has none, or cannot be resolved now.
    """
    entries = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return dict.fromkeys(str(address[0]) for *_, address in entries)


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be connected to, and how. Only tests change the defaults."""

    allow: Callable[[Address], bool] = is_public
    ports: Collection[int] = (80, 443)
    resolve: Callable[[str], Iterable[str]] = resolve
    trust: SSLContext | None = None


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """
    A page as it was sent.

    Attributes:
        url: Its address after redirects.
        suffix: The suffix for a file of its type.
        encoding: The encoding to read it in, if its bytes do not show that.
    """

    url: str
    raw: bytes
    suffix: str
    encoding: str | None


def fetch(url: str, limits: FetchLimits = FetchLimits(), reach: Reach = Reach()) -> FetchedPage:
    """
    Return the page at *url*, after redirects. No proxy, cookie or password is used. In a running event
    loop, use `asyncio.to_thread`.

    Raises:
        FetchError: It cannot be reached, must not be reached, or cannot be read.
    """
    return asyncio.run(_within(url, limits, reach))


async def _within(url: str, limits: FetchLimits, reach: Reach) -> FetchedPage:
    try:
        async with asyncio.timeout(limits.seconds):
            return await _follow(parse_address(url, reach.ports), limits, reach)
    except TimeoutError as error:
        raise FetchError(url, f"took longer than {limits.seconds:g} seconds") from error


async def _follow(url: httpx.URL, limits: FetchLimits, reach: Reach) -> FetchedPage:
    trust = reach.trust or _trust()
    for _ in range(limits.redirects + 1):
        try:
            async with _response(url, await _addresses(url, reach), trust) as response:
                location = response.headers.get("Location")
                if response.status_code in _REDIRECTS and location:
                    url = follow_redirect(url, location, reach.ports)
                    continue
                return await _page(url, response, limits.size)
        except httpx.TransportError as error:
            raise FetchError(str(url), f"was interrupted ({_one_line(error)})") from error
    raise FetchError(str(url), f"redirects more than {limits.redirects} times")


# Addresses


def parse_address(text: str, ports: Collection[int] = (80, 443)) -> httpx.URL:
    """
    Parse the address of a page, and drop the part that leads to a place in it.

    Raises:
        FetchError: It is not the address of a page on the public web.
    """
    if len(text) > _LONGEST_URL:
        raise FetchError(f"{text[:60]}…", f"is longer than {_LONGEST_URL:,} characters")
    try:
        url = httpx.URL(text.strip()).copy_with(fragment=None)
    except httpx.InvalidURL as error:
        raise FetchError(text, f"is not the address of a page ({_one_line(error)})") from error
    if url.userinfo:
        raise FetchError(
            str(url.copy_with(userinfo=b"")), "must not contain a user name or a password"
        )
    if url.scheme not in ("http", "https"):
        raise FetchError(text, "does not begin with https:// or http://")
    if not url.host:
        raise FetchError(text, "names no host")
    if _port(url) not in ports:
        raise FetchError(text, f"is on port {_port(url)}; pages are fetched from 80 and 443 only")
    return url


def follow_redirect(url: httpx.URL, location: str, ports: Collection[int] = (80, 443)) -> httpx.URL:
    """
    Return the address that *url* redirects to.

    Raises:
        FetchError: It is not an address, or must not be followed.
    """
    try:
        to = parse_address(str(url.join(location)), ports)
    except (httpx.InvalidURL, ValueError) as error:
        if isinstance(error, FetchError):
            raise FetchError(str(url), f"redirects to {error}") from error
        raise FetchError(str(url), "redirects to something that is not an address") from error
    if url.scheme == "https" and to.scheme == "http":
        raise FetchError(str(url), f"redirects from https to {to}, which anybody could tamper with")
    return to


def _port(url: httpx.URL) -> int:
    return url.port if url.port is not None else {"http": 80, "https": 443}[url.scheme]


async def _addresses(url: httpx.URL, reach: Reach) -> list[Address]:
    host = url.raw_host.decode("ascii")
    # A thread of its own: no limit of time ends a look-up, so it is left to itself.
    thread = ThreadPoolExecutor(1)
    try:
        texts = await asyncio.get_running_loop().run_in_executor(thread, reach.resolve, host)
    except OSError:
        texts = ()
    finally:
        thread.shutdown(wait=False)
    addresses = [ip_address(text) for text in texts]
    if not addresses:
        raise FetchError(str(url), f"is on a host that cannot be found, {host}")
    for address in addresses:
        if not reach.allow(address):
            raise FetchError(str(url), f"is at {address}, which is not on the public internet")
    return addresses


# Connections


@cache
def _trust() -> SSLContext:
    """Return the trusted certificates, which are slow to load."""
    return httpx.create_ssl_context()


@asynccontextmanager
async def _response(
    url: httpx.URL, addresses: Iterable[Address], trust: SSLContext
) -> AsyncIterator[httpx.Response]:
    """Yield the response of the first of *addresses* that can be connected to."""
    # A bare transport: a client would keep cookies, and connections for other hosts at an address.
    async with httpx.AsyncHTTPTransport(verify=trust) as transport:
        response = await _first(transport, url, addresses)
        try:
            yield response
        finally:
            await response.aclose()


async def _first(
    transport: httpx.AsyncHTTPTransport, url: httpx.URL, addresses: Iterable[Address]
) -> httpx.Response:
    failure: Exception = OSError("no address")
    for address in addresses:
        try:
            return await transport.handle_async_request(_request(url, address))
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
    raise FetchError(str(url), f"cannot be connected to ({_one_line(failure)})") from failure


def _request(url: httpx.URL, address: Address) -> httpx.Request:
    """Return a request for *url* to that *address*; the certificate must still be that of the host."""
    return httpx.Request(
        "GET",
        url.copy_with(host=str(address)),
        headers=_HEADERS | {"Host": url.netloc.decode("ascii")},
        extensions={
            "sni_hostname": url.raw_host.decode("ascii").rstrip("."),
            "timeout": {"connect": _CONNECT},
        },
    )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


# Pages


async def _page(url: httpx.URL, response: httpx.Response, max_size: int) -> FetchedPage:
    if response.status_code != httpx.codes.OK:
        raise FetchError(str(url), f"answers {_status(response)}")
    type_ = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    suffix = choose_suffix(type_, url.path)
    if not suffix:
        raise FetchError(
            str(url), f"has a type that is not read, {type_[:80] or 'which is not declared'}"
        )
    raw = await _body(url, response, max_size)
    charset = response.charset_encoding if suffix in _TEXTUAL else None
    return FetchedPage(str(url), raw, suffix, choose_encoding(raw, charset))


def _status(response: httpx.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}"[:80].strip()


def choose_suffix(type_: str, path: str) -> str | None:
    """Return the suffix for a file of that type: that of *path* if it fits. None if it is not read."""
    suffixes = _SUFFIXES.get(type_, ("",))
    suffix = PurePosixPath(path).suffix.lower()
    return (suffix if suffix in suffixes else suffixes[0]) or None


def choose_encoding(raw: bytes, charset: str | None) -> str | None:
    """Return the codec of the *charset* that a page was sent in; None if the bytes show it, or differ."""
    if not charset or raw.startswith(_MARKS):
        return None
    codec = find_codec(raw, charset)
    return None if codec == "utf-8" else codec


async def _body(url: httpx.URL, response: httpx.Response, max_size: int) -> bytes:
    """
    Return the decompressed body. It is decompressed here, piece by piece, because httpx decompresses a
    whole piece, up to a thousand times its size.
    """
    too_large = FetchError(str(url), f"is larger than {max_size >> 20:,} MB")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > max_size:
        raise too_large
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(
            str(url), f"is compressed in a way that was not asked for, {encoding[:40]}"
        )
    gzip = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    raw = bytearray()
    async for piece in response.aiter_raw():
        try:
            raw += gzip.decompress(piece, max_size + 1 - len(raw)) if gzip else piece
        except zlib.error as error:
            raise FetchError(str(url), f"cannot be decompressed ({error})") from error
        if len(raw) > max_size:
            raise too_large
        if gzip and gzip.eof:  # what follows could be endless
            break
    if gzip and raw and not gzip.eof:
        raise FetchError(str(url), "is incomplete")
    return bytes(raw)
