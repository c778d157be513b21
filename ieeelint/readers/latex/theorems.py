"""Lists and theorems: environments with separate paragraphs."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.readers.latex import registry, signatures
from ieeelint.readers.latex.registry import environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

THEOREM = "theorem"  # the name, in the model, of every theorem that the draft declares


@environment(registry.PARAGRAPHS)
def paragraphs(walker: Walker, name: str) -> None:
    """A list or a theorem begins. The option of a theorem is its title, unless it has keys."""
    walker.end_paragraph()
    option = walker.option()
    walker.environment_arguments(name)
    is_list = name in signatures.LISTS
    is_known = is_list or name in signatures.THEOREMS
    walker.list_depth.append(name if is_known else THEOREM)

    def leave() -> None:
        walker.end_paragraph()
        del walker.list_depth[-1:]

    walker.at_scope_end(leave)
    if not is_list and option is not None and "=" not in option.text:
        walker.open_passage(zones.HEADING, option)
        walker.render(option, walker.close_passage)
