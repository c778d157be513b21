"""What is missing or wrong in references, as the service and a list of retractions know it."""

from __future__ import annotations

from ieeelint.look_up.client import ServiceError
from ieeelint.look_up.matching import best, is_other_work, is_telling
from ieeelint.look_up.records import Record
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ieeelint.look_up.answers import Answers
    from ieeelint.look_up.client import Client
    from ieeelint.look_up.retractions import Retractions
    from ieeelint.look_up.sought import Sought

    Progress = Callable[[int, int], None]  # number, total

RETRACTED, OTHER_WORK, UNKNOWN, DIFFERENT, MISSING = (
    "retracted",
    "other work",
    "unknown",
    "different",
    "missing",
)
# DOIs that Crossref does not register: of arXiv, Zenodo, figshare, Dryad, TechRxiv's older ones.
NOT_CROSSREF = ("10.48550/", "10.5281/", "10.6084/", "10.5061/", "10.36227/", "10.17632/")
WORDS = {"volume": "volume", "number": "issue", "pages": "pages"}
SHOWN = 3  # references in a note
PAGES = r"\s*([A-Za-z]?)(\d+)\s*[-–—]+\s*([A-Za-z]?)(\d+)\s*"


class Fact:
    """What is missing or wrong in one reference: a kind of those above, a message for the author,
    the field that it is about (``doi``, ``year``, ``pages``), and the value that the field should
    have; both may be empty.
    """

    __slots__ = ("work", "kind", "message", "field", "value")

    def __init__(
        self, work: Sought, kind: str, message: str, field: str = "", value: str = ""
    ) -> None:
        self.work = work
        self.kind = kind
        self.message = message
        self.field = field
        self.value = value


class LookUp:
    """Looks works up; ``client`` is None to ask nobody, and then only ``retractions`` are known.

    ``notes`` are messages for the user about what was not looked up.
    """

    def __init__(
        self,
        client: Client | None,
        answers: Answers | None,
        retractions: Retractions | None = None,
        announce: Callable[[str], None] = lambda text: None,
        progress: Progress = lambda number, total: None,
    ) -> None:
        self.client = client
        self.retractions = retractions
        self.notes: list[str] = []
        self._answers = answers
        self._announce = announce
        self._progress = progress
        self._is_announced = False

    def facts(self, works: list[Sought]) -> Iterator[Fact]:
        """The facts about the works, in their order."""
        failures: list[str] = []
        reason = ""
        for number, work in enumerate(works, 1):
            self._progress(number, len(works))
            record = None
            try:
                known, record = self._looked_up(work)
                yield from known
            except ServiceError as error:
                failures.append(work.key)
                reason = str(error)
            notice = self._notice(work, record)
            if notice is not None:
                yield Fact(work, RETRACTED, _retracted(notice))
            if record is not None:
                yield from _about(work, record)
        self._progress(0, 0)
        if failures and self.client is not None:
            shown = ", ".join(failures[:SHOWN]) + (", …" if len(failures) > SHOWN else "")
            self.notes = [
                f"not looked up: {len(failures)} of {len(works)} references ({shown});"
                f" {self.client.host} {reason}. Run the command again later; the answers so far"
                " are kept."
            ]

    def _looked_up(self, work: Sought) -> tuple[list[Fact], Record | None]:
        """What is wrong with the DOI of a reference, and its work if that is certain."""
        if self.client is None or work.doi.startswith(NOT_CROSSREF):
            return [], None
        if not work.doi:
            if not is_telling(work.title):
                return [], None
            found = self._search(f"{work.title} {work.surname}".strip())
            return [], best(work, [Record(each) for each in found])
        message = self._work(work.doi)
        if message is None:
            words = f"Crossref has no work with the DOI {work.doi}. Compare it with the paper."
            return [Fact(work, UNKNOWN, words, "doi")], None
        record = Record(message)
        if is_other_work(work, record):
            words = f'The DOI {work.doi} is that of "{record.title}". Correct the DOI.'
            return [Fact(work, OTHER_WORK, words, "doi")], None
        return [], record

    def _work(self, doi: str) -> dict[str, Any] | None:
        assert self.client is not None
        client = self.client
        answer: dict[str, Any] | None = self._asked(f"work {doi}", lambda: client.work(doi))
        return answer

    def _search(self, words: str) -> list[dict[str, Any]]:
        assert self.client is not None
        client = self.client
        answer: list[dict[str, Any]] = self._asked(f"search {words}", lambda: client.search(words))
        return answer

    def _asked(self, question: str, ask: Callable[[], Any]) -> Any:
        """The answer, kept or new."""
        assert self.client is not None
        question = f"{self.client.base} {question}"
        kept = self._answers.get(question) if self._answers is not None else None
        if kept is not None:
            return kept[0]
        if not self._is_announced:
            self._is_announced = True
            self._announce(
                f"asking {self.client.host} about the references; only titles, first authors, and"
                " DOIs are sent"
            )
        answer = ask()
        if self._answers is not None:
            self._answers.put(question, answer)
        return answer

    def _notice(self, work: Sought, record: Record | None) -> str | None:
        """The DOI of the notice that retracted a work, empty if it is not known, or None."""
        doi = work.doi or (record.doi if record is not None else "")
        if self.retractions is not None and doi in self.retractions.notices:
            return self.retractions.notices[doi]
        return record.notice if record is not None and record.is_retracted else None


def _retracted(notice: str) -> str:
    where = f" (notice: doi {notice})" if notice else ""
    return (
        f"This work was retracted{where}. Cite another work, or say in the text that it was"
        " retracted."
    )


def _about(work: Sought, record: Record) -> Iterator[Fact]:
    """What differs from the record of the work, and what the reference lacks."""
    if not work.doi:
        yield Fact(work, MISSING, f"Add the DOI of this work: {record.doi}.", "doi", record.doi)
    if work.year and record.years and work.year not in record.years:
        years = " or ".join(map(str, record.years))
        yield Fact(
            work, DIFFERENT, f"The year is {work.year} here, but {years} at Crossref.", "year"
        )
    theirs = {"volume": record.volume, "number": record.number, "pages": record.pages}
    for name, value in theirs.items():
        ours = work.numbers.get(name, "")
        if ours and value and _differ(name, ours, value):
            message = f"The {WORDS[name]} is {ours} here, but {value} at Crossref."
            if name == "pages":
                message = f"The pages are {ours} here, but {value} at Crossref."
            yield Fact(work, DIFFERENT, message, name)
        elif not ours and value and name == "pages" and work.numbers.get("volume"):
            yield Fact(work, MISSING, f"Add the pages: {value}.", name, value)


def _differ(name: str, ours: str, theirs: str) -> bool:
    """True if two numbers are certainly not the same: "1020–31" is short for 1020–1031."""
    if name == "pages":
        first, second = (pattern(PAGES).fullmatch(each) for each in (ours, theirs))
        if first is None or second is None:
            return False
        last = first[4] if len(first[4]) >= len(first[2]) else first[2][: -len(first[4])] + first[4]
        end = second[4]
        if len(end) < len(second[2]):
            end = second[2][: -len(end)] + end
        return (int(first[2]), int(last)) != (int(second[2]), int(end))
    return ours.isdecimal() and theirs.isdecimal() and int(ours) != int(theirs)
