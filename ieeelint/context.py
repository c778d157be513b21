"""The context of a rule: the paper, and the settings of the run that a rule may need."""

from __future__ import annotations

from ieeelint.paper.index import Index
from ieeelint.profiles import Profile, detect, detect_word
from ieeelint.profiles import profile as profile_named
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.verify.mismatch import Mismatch
    from ieeelint.views.draft import Draft


class Context:
    """A draft in a run.

    ``paper`` is the document, ``index`` the index of its text, ``latex`` or ``word`` the view of
    its source.  ``vocabulary`` holds the tables with the user's additions, ``profile``
    the kind of publication, ``stage`` draft, review, or camera-ready.  ``all_references`` extends
    the rules about BibTeX files to entries that nothing cites; ``results_lock`` is the path of the
    file of pinned results, empty without one.

    Every argument after ``draft`` has a default, so that ``Context(read(path))`` is a complete
    context.
    """

    __slots__ = (
        "draft",
        "paper",
        "latex",
        "word",
        "vocabulary",
        "profile",
        "stage",
        "all_references",
        "results_lock",
        "_index",
        "_mismatches",
    )

    def __init__(
        self,
        draft: Draft,
        *,
        vocabulary: Vocabulary | None = None,
        profile: Profile | None = None,
        stage: str = "draft",
        all_references: bool = False,
        results_lock: str = "",
    ) -> None:
        self.draft = draft
        self.paper = draft.paper
        self.latex = draft.latex
        self.word = draft.word
        self.vocabulary = vocabulary or Vocabulary()
        self.profile = profile or detected_profile(draft, self.vocabulary)
        self.stage = stage
        self.all_references = all_references
        self.results_lock = results_lock
        self._index: Index | None = None
        self._mismatches: list[Mismatch] | None = None

    @property
    def index(self) -> Index:
        """The index of the text, made once."""
        if self._index is None:
            self._index = Index(self.paper, self.vocabulary)
        return self._index

    @property
    def mismatches(self) -> list[Mismatch]:
        """Where the paper disagrees with ``results_lock``, found once; empty without a lock."""
        if self._mismatches is None:
            self._mismatches = []
            if self.results_lock:
                from ieeelint.report.verify.mismatches import mismatches

                self._mismatches = list(mismatches(self.draft, self.results_lock))
        return self._mismatches


def detected_profile(draft: Draft, vocabulary: Vocabulary) -> Profile:
    """The profile that the document class or the Word styles show; "conference" without either."""
    if draft.latex is not None:
        options = [option for option, _ in draft.latex.class_options]
        return detect(draft.latex.class_name, options, vocabulary.classes.profiles)
    if draft.word is not None:
        styles = (paragraph.style.key for paragraph in draft.word.paragraphs)
        return detect_word(styles, vocabulary.word_styles.telling)
    return profile_named("conference")
