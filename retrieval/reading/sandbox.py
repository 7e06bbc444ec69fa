"""
Reading in a process of its own, which is ended when the reading has no end.

No parser can be stopped from outside. What hostile files do to some takes for ever, or brings their
process down: so that is another one than people wait for.
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

_SECONDS, _MORE = 60, 20
"""
For a file, and for each MB of it: four times what a page or a PDF of that size takes that somebody
wrote to be read, as the machine may have more to do.
"""

_IDLE = 10
"""Seconds after which a process ends that is given nothing to read: its libraries take much memory."""

_BEGUN = b"."

Told = list[Article | ArticleError]


class _Reader:
    """Another process, which reads one file after another; started when there is one to read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Popen[bytes] | None = None

    def read(self, source: SourceFile, seconds: int) -> Told:
        """
        What `read_articles_here` makes of *source* within these *seconds*.

        Raises:
            OSError: The disk is full, or no process can be started.
        """
        with self._lock:
            try:
                return self._read(source, seconds)
            except BaseException:
                self._end()  # nobody waits for what it makes
                raise

    def _read(self, source: SourceFile, seconds: int) -> Told:
        answers = self._begin(source, seconds) or self._begin(source, seconds)
        if not answers:
            raise OSError("the process that reads does not start")
        began = time.monotonic()
        try:
            told: Told | OSError = pickle.load(answers)  # noqa: S301 - our own process wrote it
        except (EOFError, pickle.UnpicklingError):
            took = time.monotonic() - began
            self._end()
            if took < seconds:
                return [ArticleError(source.path, "makes its reader crash, and was left out")]
            cause = f"took longer than {seconds} s to read, and was left out"
            return [SlowError(source.path, cause)]
        if isinstance(told, OSError):
            raise told
        return told

    def _begin(self, source: SourceFile, seconds: int) -> IO[bytes] | None:
        """Where the process answers, once it began; None where it has ended, as one that was idle."""
        process = self._process = self._process or _started()
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


def _started() -> Popen[bytes]:
    # Not by `multiprocessing`, which would run the script of who imported this once more.
    code = "from retrieval.reading.sandbox import serve; serve()"
    where = os.pathsep.join(map(os.path.abspath, sys.path))
    return Popen(  # noqa: S603 - ourselves
        [sys.executable, "-P", "-c", code],
        stdin=PIPE,
        stdout=PIPE,
        env=os.environ | {"PYTHONPATH": where},
    )


_READER = _Reader()


def read_articles(source: SourceFile) -> Told:
    """See `_Reader.read`; how long that may take depends on the size."""
    return _READER.read(source, _SECONDS + _MORE * (len(source.raw) >> 20))


def serve() -> None:
    """Read what is given on standard input, until nobody is there to give it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of whoever started this, and ends it
    logging.disable()  # libraries quote what they read
    given, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    with answers, open(os.devnull, "w") as nowhere:  # noqa: PTH123 - no path
        os.dup2(nowhere.fileno(), 1)  # what libraries print is no answer
        while _waited_for(given, nowhere):
            source, seconds = pickle.load(given)  # noqa: S301 - who started this wrote it
            answers.write(_BEGUN)
            answers.flush()
            # A thread of its own, in C: it comes to its turn whatever holds the interpreter.
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            pickle.dump(_told(source), answers)
            answers.flush()


def _waited_for(given: BufferedReader, nowhere: IO[str]) -> bool:
    faulthandler.dump_traceback_later(_IDLE, exit=True, file=nowhere)
    some = given.peek(1)
    faulthandler.cancel_dump_traceback_later()
    return bool(some)


def _told(source: SourceFile) -> Told | OSError:
    try:
        return list(read_articles_here(source))
    except OSError as error:
        return error
