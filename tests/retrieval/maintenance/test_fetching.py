"""Pages from a real server on loopback: what is taken, and the sentence for each thing that is not."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from threading import Event
from typing import Any

import httpx
import pytest

from retrieval.maintenance.fetching import (
    FetchedPage,
    FetchError,
    FetchLimits,
    Reach,
    choose_encoding,
    choose_suffix,
    fetch,
    follow_redirect,
    parse_address,
    resolve,
)
from retrieval.maintenance.public_addresses import is_public
from tests.support.documents import PAGE
from tests.support.paths import DATA
from tests.support.web_server import (
    LIMITS,
    MEGABYTE,
    Answer,
    Server,
    answer,
    reach,
    redirect,
    serving,
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def endless(to: BaseHTTPRequestHandler) -> None:
    answer(b"")(to)
    while True:
        to.wfile.write(b"<p>And on it goes.</p>" * 1000)


def dripping(to: BaseHTTPRequestHandler) -> None:
    answer(b"")(to)
    while True:
        to.wfile.write(b".")
        time.sleep(0.05)


def dripping_headers(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    dripping(to)


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    zeros = bytes(MEGABYTE)
    return b"".join([*(packer.compress(zeros) for _ in range(size >> 20)), packer.flush()])


def get(server: Server, path: str, host: str = "bugle.example", **limits: Any) -> FetchedPage:
    return fetch(server.url(path, host), replace(LIMITS, **limits), reach(server))


def refusal(server: Server, path: str, host: str = "bugle.example", **limits: Any) -> str:
    with pytest.raises(FetchError) as error:
        get(server, path, host, **limits)
    return str(error.value).replace(f":{server.server_port}", "")


# What is taken


def test_a_page_is_taken_as_it_was_sent(server: Server) -> None:
    server.answers["/flood?page=1"] = answer(PAGE.encode(), "text/html; charset=utf-8")
    page = get(server, "/flood?page=1#end")
    assert page == FetchedPage(server.url("/flood?page=1"), PAGE.encode(), ".html", None)


def test_a_packed_page_is_unpacked(server: Server) -> None:
    server.answers["/"] = answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert get(server, "/").raw == PAGE.encode()


def test_a_page_in_pieces_is_put_together(server: Server) -> None:
    server.answers["/"] = lambda to: to.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\n<p>\r\n4\r\nRain\r\n0\r\n\r\n"
    )
    assert get(server, "/").raw == b"<p>Rain"


def test_the_host_is_asked_by_its_name_without_cookies_or_passwords(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.answers["/"] = answer(b"", status=302, Location="/next", Set_Cookie="a=b; Path=/")
    server.answers["/next"] = answer(b"Rain.", "text/plain")
    get(server, "/")
    for _, headers in server.asked:
        assert headers["host"] == f"bugle.example:{server.server_port}"
        assert not headers.keys() & {"cookie", "authorization", "referer"}
        assert headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    server.answers["/old"] = redirect("new#end", status)
    server.answers["/new"] = answer(b"Rain.", "text/plain")
    assert get(server, "/old").url == server.url("/new")


def test_as_many_redirects_as_allowed_are_followed(server: Server) -> None:
    for n in range(5):
        server.answers[f"/{n}"] = redirect(f"/{n + 1}")
    server.answers["/5"] = answer(b"Rain.", "text/plain")
    assert get(server, "/0").raw == b"Rain."


def test_an_address_that_does_not_answer_is_followed_by_the_next(server: Server) -> None:
    server.answers["/"] = answer(b"Rain.", "text/plain")
    assert get(server, "/", "down.example").raw == b"Rain."


# What is not


def test_an_endless_page_is_too_large(server: Server) -> None:
    server.answers["/"] = endless
    assert refusal(server, "/") == "http://bugle.example/: is larger than 1 MB"


def test_a_page_that_says_it_is_too_large_is_not_begun(server: Server) -> None:
    server.answers["/"] = answer(b"", Content_Length="1048577")
    assert refusal(server, "/") == "http://bugle.example/: is larger than 1 MB"


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    import tracemalloc

    server.answers["/"] = answer(bomb(100 * MEGABYTE), Content_Encoding="gzip")
    tracemalloc.start()
    refused = refusal(server, "/")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused == "http://bugle.example/: is larger than 1 MB"
    assert most < 20 * MEGABYTE


def test_what_follows_a_packed_page_is_not_waited_for(server: Server) -> None:
    def goes_on(to: BaseHTTPRequestHandler) -> None:
        answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")(to)
        dripping(to)

    server.answers["/"] = goes_on
    assert get(server, "/", seconds=9).raw == PAGE.encode()


@pytest.mark.parametrize("slow", [dripping, dripping_headers, lambda _: time.sleep(9)])
def test_what_takes_long_is_given_up(server: Server, slow: Answer) -> None:
    server.answers["/"] = slow
    begun = time.monotonic()
    assert (
        refusal(server, "/", seconds=0.3) == "http://bugle.example/: took longer than 0.3 seconds"
    )
    assert time.monotonic() - begun < 9


def test_a_look_up_that_takes_long_is_given_up(server: Server) -> None:
    over = Event()

    def slowly(_: str) -> list[str]:
        assert over.wait(9), "waited for"
        return ["127.0.0.1"]

    with pytest.raises(FetchError, match=r"took longer than 0\.2 seconds"):
        fetch(server.url("/"), FetchLimits(seconds=0.2), replace(reach(server), resolve=slowly))
    over.set()


@pytest.mark.parametrize(
    ("answered", "cause"),
    [
        (answer(b"GIF89a", "image/gif"), "has a type that is not read, image/gif"),
        (answer(b"?", "application/octet-stream"), "has a type that is not read, application/octet-stream"),
        (answer(b"?", None), "has a type that is not read, which is not declared"),
        (answer(b"", status=404), "answers 404 Not Found"),
        (answer(b"", status=304), "answers 304 Not Modified"),
        (answer(b"", status=500), "answers 500 Internal Server Error"),
        (answer(b"?", Content_Encoding="br"), "is compressed in a way that was not asked for, br"),
        (answer(b"?", Content_Encoding="gzip, gzip"), "is compressed in a way that was not asked for, gzip, gzip"),
        (answer(b"no", Content_Encoding="gzip"), "cannot be decompressed (Error -3 while decompressing data: incorrect header check)"),
        (answer(gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip"), "is incomplete"),
        (answer(b"Rain.", Content_Length="9"), "was interrupted (peer closed connection without sending complete message body (received 5 bytes, expected 9))"),
        (lambda to: to.wfile.write(b"220 smtp\r\n\r\n"), "was interrupted (illegal status line: bytearray(b'220 smtp'))"),
        (lambda _: None, "was interrupted (Server disconnected without sending a response.)"),
        (redirect("/"), "redirects more than 5 times"),
        (redirect("http://10.0.0.1/"), "redirects to http://10.0.0.1/: is on port 80; pages are fetched from 80 and 443 only"),
        (redirect("file:///etc/passwd"), "redirects to file:/etc/passwd: does not begin with https:// or http://"),
        (redirect("http://[::1"), "redirects to something that is not an address"),
        (redirect("http://a:b@bugle.example/"), "redirects to http://bugle.example/: must not contain a user name or a password"),
    ],
)  # fmt: skip
def test_each_refusal_is_one_sentence(server: Server, answered: Answer, cause: str) -> None:
    server.answers["/"] = answered
    assert refusal(server, "/") == f"http://bugle.example/: {cause}"


def test_a_port_without_a_server_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match=r": cannot be connected to \("):
        fetch(f"http://127.0.0.1:{port}/", LIMITS, Reach(lambda _: True, {port}))


# What is nobody's business


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("inner.example", "10.0.0.1"),
        ("both.example", "10.0.0.1"),
        ("[::ffff:10.0.0.1]", str(ip_address("::ffff:10.0.0.1"))),
        ("[fe80::1]", "fe80::1"),
    ],
)
def test_other_networks_are_refused_at_first_and_after_a_redirect(
    server: Server, host: str, address: str
) -> None:
    server.answers["/"] = redirect(server.url("/secret", host))
    cause = f"is at {address}, which is not on the public internet"
    assert refusal(server, "/secret", host).endswith(f"/secret: {cause}")
    assert refusal(server, "/").endswith(f"/secret: {cause}")
    assert [path for path, _ in server.asked] == ["/"]


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "127.0.0.1."])
def test_loopback_by_any_spelling_is_refused(server: Server, host: str) -> None:
    ports = {server.server_port}
    with pytest.raises(FetchError) as error:
        fetch(server.url("/", host), LIMITS, Reach(ports=ports))
    causes = ("which is not on the public internet", "on a host that cannot be found")
    assert any(cause in str(error.value) for cause in causes)
    assert not server.asked


def test_the_connection_goes_to_the_address_that_was_checked(server: Server) -> None:
    server.answers["/"] = answer(b"Rain.", "text/plain")
    looked_up: list[str] = []

    def rebinding(host: str) -> list[str]:
        """Another address at each look-up, as a hostile name server has it."""
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.1"]

    rebound = replace(reach(server), resolve=rebinding)
    assert fetch(server.url("/"), LIMITS, rebound).raw == b"Rain."
    assert looked_up == ["bugle.example"]

    server.answers["/"] = redirect("/")
    looked_up.clear()
    with pytest.raises(FetchError, match=r"is at 10\.0\.0\.1"):
        fetch(server.url("/"), LIMITS, rebound)
    assert looked_up == ["bugle.example"] * 2


def unheard_of(_: str) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def without_address(_: str) -> list[str]:
    return []


@pytest.mark.parametrize("resolving", [unheard_of, without_address])
def test_a_host_that_is_not_found_is_named(
    server: Server, resolving: Callable[[str], list[str]]
) -> None:
    to = replace(reach(server), resolve=resolving)
    with pytest.raises(
        FetchError, match=r"is on a host that cannot be found, xn--bcher-kva\.example"
    ):
        fetch(server.url("/", "bücher.example"), LIMITS, to)


CERTIFICATE = DATA / "bugle.example.pem"
"""Of bugle.example, by itself, with its key."""


def test_the_certificate_is_that_of_the_name_and_not_of_the_address(server: Server) -> None:
    asked_for: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    context.sni_callback = lambda _, name, __: asked_for.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.answers["/"] = answer(b"Rain.", "text/plain")

    def secure(host: str, trust: ssl.SSLContext | None) -> FetchedPage:
        here = replace(reach(server), resolve=lambda _: ["127.0.0.1"], trust=trust)
        return fetch(server.url("/", host).replace("http:", "https:"), LIMITS, here)

    trust = ssl.create_default_context(cafile=CERTIFICATE)
    assert secure("bugle.example", trust).raw == b"Rain."
    assert asked_for == ["bugle.example"]
    for host, trusted in (("herald.example", trust), ("bugle.example", None)):
        with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
            secure(host, trusted)
    assert len(server.asked) == 1


# Tables


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://bugle.example", "https://bugle.example"),
        (" HTTPS://Bugle.Example/Flood#top ", "https://bugle.example/Flood"),
        ("http://bugle.example:80/a b", "http://bugle.example/a%20b"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
    ],
)
def test_addresses_of_pages(text: str, url: str) -> None:
    assert httpx.URL(str(parse_address(text))) == httpx.URL(url)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("ftp://bugle.example/", "does not begin with https:// or http://"),
        ("file:///etc/passwd", "does not begin with https:// or http://"),
        ("//bugle.example/", "does not begin with https:// or http://"),
        ("https:///flood", "names no host"),
        ("https://bugle.example:8443/", "is on port 8443; pages are fetched from 80 and 443 only"),
        ("https://bugle.example:0/", "is on port 0; pages are fetched from 80 and 443 only"),
        ("https://bugle.example:port/", "is not the address of a page (Invalid port: 'port')"),
        ("https://[::1/", "is not the address of a page ("),
        ("https://bugle.example/\x00", "is not the address of a page ("),
        ("https://me@bugle.example/", "must not contain a user name or a password"),
        ("https://bugle.example/" + "a" * 2000, "is longer than 2,000 characters"),
    ],
)
def test_what_is_not_the_address_of_a_page_is_refused(text: str, cause: str) -> None:
    with pytest.raises(FetchError) as error:
        parse_address(text)
    assert error.value.cause.startswith(cause)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(FetchError) as error:
        parse_address("https://me:secret@bugle.example/")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "location", "to"),
    [
        ("http://a.example/b/c", "d", "http://a.example/b/d"),
        ("http://a.example/b", "https://a.example/b", "https://a.example/b"),
        ("https://a.example/b", "//c.example/d#e", "https://c.example/d"),
        ("https://a.example/b", "?page=2", "https://a.example/b?page=2"),
    ],
)
def test_where_a_redirect_leads(url: str, location: str, to: str) -> None:
    assert str(follow_redirect(httpx.URL(url), location)) == to


def test_a_redirect_from_https_to_http_is_not_followed() -> None:
    with pytest.raises(FetchError, match=r"redirects from https to http://a\.example/"):
        follow_redirect(httpx.URL("https://a.example/"), "http://a.example/")


@pytest.mark.parametrize(
    ("type_", "path", "suffix"),
    [
        ("text/html", "/", ".html"),
        ("text/html", "/story.php", ".html"),
        ("text/html", "/story.pdf", ".html"),
        ("text/plain", "/story", ".txt"),
        ("text/plain", "/README.MD", ".md"),
        ("application/xml", "/feed", ".xml"),
        ("text/xml", "/news.rss", ".rss"),
        ("application/pdf", "/download", ".pdf"),
        ("application/octet-stream", "/report.pdf", ".pdf"),
        ("", "/book.epub", ".epub"),
        ("application/octet-stream", "/archive.zip", None),
        ("application/zip", "/archive.zip", None),
        ("application/json", "/story.html", None),
        ("image/png", "/story.html", None),
    ],
)
def test_the_type_of_a_page_names_its_file(type_: str, path: str, suffix: str | None) -> None:
    assert choose_suffix(type_, path) == suffix


@pytest.mark.parametrize(
    ("text", "sent_in", "charset", "encoding"),
    [
        ("naïve “café”", "utf-8", "utf-8", None),
        ("naïve “café”", "utf-8", "windows-1252", None),
        ("naïve “café”", "cp1252", "ISO-8859-1", "cp1252"),
        ("Река поднялась", "cp1251", "windows-1251", "windows-1251"),
        ("Река поднялась", "cp1251", None, None),
        ("Река поднялась", "cp1251", "klingon", None),
        ("Река поднялась", "utf-16", "utf-16", None),
        ("川が上がった", "iso-2022-jp", "iso-2022-jp", "iso-2022-jp"),
        ("川が上がった", "shift_jis", "Shift_JIS", "cp932"),
        ("naïve “café”", "cp1252", "utf-8", None),
        ("naïve “café”", "cp1252", "punycode", None),
        ("naïve “café”", "cp1252", "unicode_escape", None),
    ],
)
def test_the_charset_is_kept_where_the_bytes_do_not_tell(
    text: str, sent_in: str, charset: str | None, encoding: str | None
) -> None:
    assert choose_encoding(text.encode(sent_in), charset) == encoding


def test_by_default_only_the_public_web_is_reached() -> None:
    assert Reach() == Reach(is_public, (80, 443), resolve, None)
