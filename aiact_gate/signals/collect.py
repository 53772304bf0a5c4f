# SPDX-License-Identifier: Apache-2.0
"""Collects the signals of one system: libraries and file names around its manifest, words of its purpose.

Words count only in the declared purpose. A README tells what a project does not do as readily as what it does, and
it is written for other readers; the purpose is what the provider answers for (Art. 3(12)).
"""

from collections.abc import Iterator
from pathlib import Path

from aiact_gate.manifest.document import Manifest
from aiact_gate.signals.catalogue import UNSPECIFIC, catalogue
from aiact_gate.signals.dependencies import declared, is_dependency_file
from aiact_gate.signals.signal import Signal
from aiact_gate.signals.walk import Ignored, files_of, text_of


class Signals:
    """The signals of a run; a folder is looked at once, however many manifests lie in it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ignored = Ignored(root)
        self._folders: dict[Path, list[Signal]] = {}

    def facts(self, manifest: Manifest) -> list[dict[str, str | int]]:
        """Return what may contradict a manifest; whether it does is for the policies to say."""
        around = [signal for signal in self.of_folder(manifest.path.parent) if signal.topic != UNSPECIFIC]
        return [signal.fact() for signal in (*around, *self._words(manifest))]

    def of_folder(self, folder: Path) -> list[Signal]:
        """Return the libraries and telling files of a folder, each topic with each name once."""
        if folder not in self._folders:
            once = {(signal.topic, signal.seen): signal for signal in reversed(list(self._look(folder)))}
            self._folders[folder] = sorted(once.values(), key=lambda s: (s.file, s.line, s.topic, s.seen))
        return self._folders[folder]

    def _look(self, folder: Path) -> Iterator[Signal]:
        known = catalogue()
        for path in files_of(folder, lambda name: name in known.files or is_dependency_file(name)):
            signals = list(self._of_file(path))
            if signals and path not in self._ignored:
                yield from signals

    def _of_file(self, path: Path) -> Iterator[Signal]:
        known, shown = catalogue(), self._shown(path)
        if path.name in known.files:
            yield Signal(known.files[path.name], "file", path.name, shown, 1)
            return
        for dependency in declared(path.name, text_of(path)):
            for topic in known.topics(dependency):
                yield Signal(topic, "library", dependency.name, shown, dependency.line)

    def _words(self, manifest: Manifest) -> Iterator[Signal]:
        purpose = manifest.data["system"].get("intended_purpose")
        if isinstance(purpose, str):
            line = manifest.locate("/system/intended_purpose").line
            for topic, words in catalogue().phrases.found(purpose):
                yield Signal(topic, "word", words, manifest.rel, line)

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()


def libraries_below(root: Path, paths: tuple[Path, ...]) -> list[Signal]:
    """Return the AI libraries that are declared below paths, for a repository that has no manifest."""
    signals = Signals(root)
    starts = [path.absolute() for path in paths]
    found = [signal for start in starts for signal in signals.of_folder(start if start.is_dir() else start.parent)]
    return list({(signal.seen, signal.file): signal for signal in found}.values())
