"""
Read files in another process, which is killed when reading takes too long.

No parser can be stopped from outside, and hostile files make some run for ever or crash. So they run in
a process that nobody depends on.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import pickle
import signal
import sys
import time
from io import BufferedReader
from subprocess import PIPE, Popen
from threading import Lock
from typing import IO

from retrieval.articles import Article, ArticleError
from retrieval.reading.readers import read_articles_here
from retrieval.reading.source import SlowError, SourceFile

_SECONDS, _SECONDS_PER_MB = 60, 20
"""
The time for a file, and for each MB of it: four times what a page or PDF takes that was written to be
read, as the machine may be busy.
"""

_IDLE = 10
"""Seconds without work after which the process ends: its libraries take much memory."""

_BEGUN = b"."
"""What the process writes when it begins with a file."""

Items = list[Article | ArticleError]


class _Reader:
    """The other process, which reads one file after another. It is started when there is one to read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Popen[bytes] | None = None

    def read(self, source: SourceFile, seconds: int) -> Items:
        """
        Return what `read_articles_here` yields for *source*, within *seconds*.

        Raises:
            OSError: The disk is full, or no process can be started.
        """
        with self._lock:
            try:
                return self._read(source, seconds)
            except BaseException:
                self._end()  # nobody waits for its answer any more
                raise

    def _read(self, source: SourceFile, seconds: int) -> Items:
        answers = self._begin(source, seconds) or self._begin(source, seconds)
        if not answers:
            raise OSError("the process that reads files does not start")
        started = time.monotonic()
        try:
            result: Items | OSError = pickle.load(answers)  # noqa: S301 - our own process wrote it
        except (EOFError, pickle.UnpicklingError):
            took = time.monotonic() - started
            self._end()
            if took < seconds:
                return [ArticleError(source.path, "crashes its reader, and was left out")]
            cause = f"took longer than {seconds} s to read, and was left out"
            return [SlowError(source.path, cause)]
        if isinstance(result, OSError):
            raise result
        return result

    def _begin(self, source: SourceFile, seconds: int) -> IO[bytes] | None:
        """Return where the process answers once it has begun; None if it has ended, such as an idle one."""
        process = self._process = self._process or _start()
        assert process.stdin
        assert process.stdout
        try:
            pickle.dump((source, seconds), process.stdin)
            process.stdin.flush()
            if process.stdout.read(len(_BEGUN)):
                return process.stdout
        except BrokenPipeError:
            pass
        self._end()
        return None

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _start() -> Popen[bytes]:
    # `multiprocessing` would run the script that imported this once more.
    code = "from retrieval.reading.sandbox import serve; serve()"
    path = os.pathsep.join(map(os.path.abspath, sys.path))
    return Popen(  # noqa: S603 - this package
        [sys.executable, "-P", "-c", code],
        stdin=PIPE,
        stdout=PIPE,
        env=os.environ | {"PYTHONPATH": path},
    )


_READER = _Reader()


def read_articles(source: SourceFile) -> Items:
    """See `_Reader.read`. The time limit depends on the size."""
    return _READER.read(source, _SECONDS + _SECONDS_PER_MB * (len(source.raw) >> 20))


def serve() -> None:
    """Read the files that come on standard input, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # is for the parent, which ends this process
    logging.disable()  # libraries log what they read
    requests, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    with answers, open(os.devnull, "w") as null:  # noqa: PTH123 - no path
        os.dup2(null.fileno(), 1)  # what libraries print must not mix with answers
        while _wait_for_request(requests, null):
            source, seconds = pickle.load(requests)  # noqa: S301 - the parent wrote it
            answers.write(_BEGUN)
            answers.flush()
            # This runs in a C thread, which gets its turn whatever holds the interpreter.
            faulthandler.dump_traceback_later(seconds, exit=True, file=null)
            pickle.dump(_read(source), answers)
            answers.flush()


def _wait_for_request(requests: BufferedReader, null: IO[str]) -> bool:
    faulthandler.dump_traceback_later(_IDLE, exit=True, file=null)
    waiting = requests.peek(1)
    faulthandler.cancel_dump_traceback_later()
    return bool(waiting)


def _read(source: SourceFile) -> Items | OSError:
    try:
        return list(read_articles_here(source))
    except OSError as error:
        return error
