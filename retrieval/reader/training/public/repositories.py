"""Reads files of a git repository as they are in one commit."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from retrieval.articles import QuestionsError


def read_files(
    folder: Path, repository: str, commit: str, paths: Sequence[str]
) -> Mapping[str, bytes]:
    """
    Return the content of files, by path, in the order of paths.

    Args:
        folder: Has the repository, bare or with a work tree, in a folder of its own name.
        repository: Owner and name.
        paths: Patterns of files, as git has them.

    Raises:
        QuestionsError: There is no such repository, or it lacks the commit or a path.
    """
    place = folder / repository.partition("/")[2]
    advice = f"git clone https://github.com/{repository} {place}"
    if not place.is_dir():
        raise QuestionsError(f"{place}: not found; {advice}")
    command = ["git", "-C", str(place), "archive", "--format=tar", commit, *paths]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, of the catalogue
    if done.returncode:
        cause = done.stderr.decode(errors="replace").strip()
        raise QuestionsError(f"{place}: commit {commit[:7]} cannot be read ({cause}); {advice}")
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        return {m.name: f.read() for m in archive if (f := archive.extractfile(m))}
