"""The modules by name, and the function that builds them."""

from __future__ import annotations

import inspect
from typing import Any

from experiments.errors import UnknownName
from experiments.modules.acmix import ACmix
from experiments.modules.bam import BAM
from experiments.modules.base import IMPLEMENTATIONS, AttentionModule
from experiments.modules.cbam import CBAM
from experiments.modules.convolution import Convolution, SeparableConvolution
from experiments.modules.danet import DANet
from experiments.modules.danet_reference import DANetReference
from experiments.modules.eca import ECA
from experiments.modules.emsa import EMSA
from experiments.modules.external_attention import ExternalAttention
from experiments.modules.pooling import PoolAndReLU
from experiments.modules.psa import PSA
from experiments.modules.se import SE
from experiments.modules.self_attention import SelfAttention
from experiments.modules.shift import ShiftSum
from experiments.modules.sk import SK

MODULES: dict[str, type[AttentionModule]] = {
    "external_attention": ExternalAttention,
    "self_attention": SelfAttention,
    "se": SE,
    "sk": SK,
    "cbam": CBAM,
    "bam": BAM,
    "eca": ECA,
    "danet": DANet,
    "psa": PSA,
    "emsa": EMSA,
    "acmix": ACmix,
    "conv3x3": Convolution,
    "depthwise_separable": SeparableConvolution,
    "shift": ShiftSum,
    "pool_relu": PoolAndReLU,
}
# variants with a separate class
OWN_CLASS: dict[tuple[str, str], type[AttentionModule]] = {("danet", "reference"): DANetReference}

__all__ = [
    "IMPLEMENTATIONS",
    "MODULES",
    "AttentionModule",
    "build",
    "implementations_of",
    "options_of",
    "variants_of",
]


def variants_of(name: str) -> tuple[str, ...]:
    """The variants of a module, ``paper`` first; raises UnknownName."""
    separate = tuple(variant for module, variant in OWN_CLASS if module == name)
    return (*_class_of(name, "paper").variants, *separate)


def options_of(name: str, variant: str = "paper") -> tuple[str, ...]:
    """The options of a module in addition to its channels; raises UnknownName."""
    known = inspect.signature(_class_of(name, variant).__init__).parameters
    return tuple(
        option for option in known if option not in ("self", "channels", "variant", "impl")
    )


def implementations_of(name: str) -> tuple[str, ...]:
    """The implementations of a module, the definition first; raises UnknownName."""
    return _class_of(name, "paper").implementations


def build(
    name: str, channels: int, variant: str = "paper", impl: str = "eager", **options: Any
) -> AttentionModule:
    """Build the module ``name``. Raises UnknownName for an unknown name, ShapeError for an
    impossible size.
    """
    if variant not in variants_of(name):
        raise UnknownName(f"variant of {name}", variant, variants_of(name))
    known = options_of(name, variant)
    for option in options:
        if option not in known:
            raise UnknownName(f"option of {name}", option, known or ["(none)"])
    made: AttentionModule = _class_of(name, variant)(
        channels, variant=variant, impl=impl, **options
    )
    return made


def _class_of(name: str, variant: str) -> type[AttentionModule]:
    if name not in MODULES:
        raise UnknownName("module", name, MODULES)
    return OWN_CLASS.get((name, variant), MODULES[name])
