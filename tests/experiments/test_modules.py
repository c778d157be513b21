"""What a user of any module may count on, whatever the map, the data type and the mode."""

from __future__ import annotations

import copy
import inspect
import re

import pytest

torch = pytest.importorskip("torch")

from torch.utils._python_dispatch import TorchDispatchMode  # noqa: E402
from torch.utils._pytree import tree_leaves  # noqa: E402

from experiments.errors import ShapeError, UnknownName  # noqa: E402
from experiments.modules import MODULES, build, options_of, variants_of  # noqa: E402

CHANNELS = 64
BOTH = [name for name, kind in MODULES.items() if "fast" in kind.implementations]
VARIANTS = [(name, variant) for name in BOTH for variant in variants_of(name)]
MAPS = [(1, 9, 9), (2, 7, 12), (3, 17, 10), (2, 20, 20)]
GENERAL = [pair for pair in VARIANTS if pair not in (("bam", "reference"), ("danet", "reference"))]


def pair(name, variant="paper", **options):
    """The eager and the fast module with the same random weights, biases and gates included."""
    torch.manual_seed(1)
    eager = build(name, CHANNELS, variant, **options)
    with torch.no_grad():
        for value in eager.parameters():
            if value.dim() < 2:
                value.add_(0.2 * torch.randn_like(value))
        for key, value in eager.named_buffers():
            if key.endswith("running_var"):
                value.uniform_(0.5, 2)
            elif key.endswith("running_mean"):
                value.normal_()
    fast = build(name, CHANNELS, variant, "fast", **options)
    fast.load_state_dict(eager.state_dict())
    return eager, fast


def close(one, other, tolerance):
    return (one - other).norm() <= tolerance * (other.norm() + 1e-12)


@pytest.mark.thorough
@pytest.mark.parametrize(("name", "variant"), GENERAL)
@pytest.mark.parametrize("shape", MAPS, ids=str)
@pytest.mark.parametrize("training", [False, True], ids=["eval", "train"])
def test_both_implementations_are_one_function(name, variant, shape, training):
    batch, height, width = shape
    if training and batch == 1:
        batch = 2
    torch.manual_seed(0)
    x = torch.randn(batch, CHANNELS, height, width, dtype=torch.float64)
    results = []
    for module in pair(name, variant):
        module = module.double().train(training)
        leaf = x.clone().requires_grad_()
        out = module(leaf)
        torch.manual_seed(2)
        out.backward(torch.randn(out.shape, dtype=out.dtype))
        grads = {key: value.grad for key, value in module.named_parameters()}
        results.append((out, leaf.grad, grads, dict(module.named_buffers())))
        assert torch.equal(leaf, x)
        with torch.inference_mode():
            assert close(module.eval()(x), module.train(False)(x), 0)
    (out, grad, grads, buffers), (out2, grad2, grads2, buffers2) = results
    assert close(out2, out, 1e-11)
    assert close(grad2, grad, 1e-10)
    assert buffers.keys() == buffers2.keys()
    for key, value in buffers.items():
        assert close(buffers2[key].double(), value.double(), 1e-12), key
    size = max(value.norm() for value in grads.values())
    for key, value in grads.items():
        assert (grads2[key] - value).norm() <= 1e-10 * size, key


@pytest.mark.parametrize(("name", "variant"), GENERAL)
def test_inference_equals_training_graph_in_eval_mode(name, variant):
    _, fast = pair(name, variant)
    fast = fast.double().eval()
    # large enough for every shortcut: folded norms, tiles, blocks of rows
    x = torch.randn(2, CHANNELS, 24, 23, dtype=torch.float64)
    kept = x.clone()
    with torch.inference_mode():
        without = fast(x)
    assert close(without, fast(x).detach(), 1e-11)
    assert torch.equal(x, kept)


@pytest.mark.thorough
@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize(("name", "variant"), GENERAL)
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float16], ids=str)
def test_data_types(name, variant, impl, dtype):
    module = pair(name, variant)[impl == "fast"].eval()
    x = torch.randn(2, CHANNELS, 8, 8)
    wanted = copy.deepcopy(module).double()(x.double())
    found = module.to(dtype)(x.to(dtype))
    assert found.dtype == dtype
    tolerance = {torch.float32: 1e-5, torch.bfloat16: 6e-2, torch.float16: 1e-2}[dtype]
    if name == "emsa":
        # all but the differences from 1/n' is taken away from an attention map: digits are lost
        tolerance *= 3
    assert close(found.double(), wanted, tolerance)


@pytest.mark.thorough
@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize(("name", "variant"), GENERAL)
def test_channels_last(name, variant, impl):
    module = pair(name, variant)[impl == "fast"].eval()
    x = torch.randn(2, CHANNELS, 8, 10)
    last = x.contiguous(memory_format=torch.channels_last)
    assert close(module(last), module(x), 1e-5)


@pytest.mark.thorough
@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_batch_of_one_in_eval_mode(name, variant, impl):
    options = {"size": (7, 7)} if (name, variant) == ("danet", "reference") else {}
    module = build(name, CHANNELS, variant, impl, **options).eval()
    x = torch.randn(1, CHANNELS, 7, 7)
    two = torch.cat([x, torch.randn_like(x)])
    with torch.no_grad():
        assert close(module(x), module(two)[:1], 1e-5)


@pytest.mark.thorough
@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_compiles_without_a_graph_break(name, variant, impl):
    options = {"size": (7, 7)} if (name, variant) == ("danet", "reference") else {}
    module = build(name, CHANNELS, variant, impl, **options)
    x = torch.randn(3, CHANNELS, 7, 7, requires_grad=True)
    torch._dynamo.reset()
    compiled = torch.compile(copy.deepcopy(module), fullgraph=True, backend="eager")
    assert close(compiled(x), module(x), 1e-5)
    # the functions of our own are used for large maps only
    if impl == "fast" and name in ("se", "eca", "bam") and variant == "paper":
        x = torch.randn(3, CHANNELS, 32, 32, requires_grad=True)
        (wanted,) = torch.autograd.grad(module(x).square().sum(), x)
        (found,) = torch.autograd.grad(compiled(x).square().sum(), x)
        assert close(found, wanted, 1e-4)


@pytest.mark.parametrize(("name", "variant"), GENERAL)
@pytest.mark.parametrize("side", [7, 36])
def test_types_under_autocast_are_those_of_the_definition(name, variant, side):
    x = torch.randn(2, CHANNELS, side, side)
    outs = []
    for module in pair(name, variant):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            outs.append(module.eval()(x))
    assert outs[0].dtype == outs[1].dtype
    assert close(outs[1].float(), outs[0].float(), 0.1 if name == "emsa" else 0.02)


@pytest.mark.parametrize("name", ["se", "eca", "bam"])
@pytest.mark.parametrize("side", [7, 48])
def test_transforms_work_for_any_size(name, side):
    """At 48x48, the gradients written out by hand are used."""
    module = pair(name)[1].eval()
    x = torch.randn(2, CHANNELS, side, side)
    wanted = torch.autograd.grad(module(leaf := x.clone().requires_grad_()).square().sum(), leaf)[0]
    gradient = torch.func.grad(lambda x: module(x).square().sum())
    assert close(gradient(x), wanted, 1e-5)
    assert close(torch.vmap(gradient)(torch.stack([x, x]))[1], wanted, 1e-5)


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_weights_travel_and_shape_can_be_known_without_memory(name, variant):
    module = build(name, CHANNELS, variant)
    other = build(name, CHANNELS, variant, "fast")
    assert other.load_state_dict(module.state_dict()).missing_keys == []
    with torch.device("meta"):
        empty = build(name, CHANNELS, variant)
    assert empty.eval()(torch.empty(2, CHANNELS, 7, 7, device="meta")).shape == (2, CHANNELS, 7, 7)
    assert sum(value.numel() for value in module.parameters()) == module.parameter_count()


@pytest.mark.parametrize("name", ["se", "eca", "bam", "cbam", "acmix"])
def test_fast_gradients_are_those_of_finite_differences(name):
    """Gradients written out by hand, against differences of the function itself."""
    import experiments.modules.fused as fused

    module = pair(name)[1].double().eval()
    x = torch.randn(1, CHANNELS, 4, 4, dtype=torch.float64)
    leaf = torch.randn(1, CHANNELS, 4, 4, dtype=torch.float64, requires_grad=True)
    large, fused.LARGE = fused.LARGE, 1
    try:
        (gradient,) = torch.autograd.grad((module(leaf) ** 2).sum(), leaf)
        step = 1e-6
        with torch.no_grad():
            up, down = ((module(leaf + sign * step * x) ** 2).sum() for sign in (1, -1))
    finally:
        fused.LARGE = large
    assert abs((up - down) / (2 * step) - (gradient * x).sum()) < 1e-5 * gradient.norm()


@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize("name", ["external_attention", "self_attention", "emsa"])
def test_tokens_and_maps_are_the_same_thing(name, impl):
    module = pair(name)[impl == "fast"].eval()
    x = torch.randn(2, CHANNELS, 6, 8)
    tokens = x.flatten(2).transpose(1, 2)
    sized = {"size": (6, 8)} if name == "emsa" else {}
    out = module(tokens, **sized)
    assert close(out.transpose(1, 2).reshape(x.shape), module(x), 1e-5)


def test_emsa_asks_for_a_size_it_cannot_know():
    module = build("emsa", CHANNELS).eval()
    with pytest.raises(ShapeError, match=r"size=\(H, W\)"):
        module(torch.randn(1, 48, CHANNELS))
    with pytest.raises(ShapeError, match="does not give 48 tokens"):
        module(torch.randn(1, 48, CHANNELS), size=(6, 7))


@pytest.mark.parametrize("impl", ["eager", "fast"])
def test_a_mask_says_what_may_be_looked_at(impl):
    module = pair("self_attention")[impl == "fast"].eval()
    x = torch.randn(2, 5, CHANNELS)
    first = torch.zeros(5, 5, dtype=torch.bool)
    first[:, 0] = True
    # every query sees token 0 alone: the rest of the input does not matter
    changed = torch.cat([x[:, :1], torch.randn(2, 4, CHANNELS)], dim=1)
    assert close(module(x, mask=first), module(changed, mask=first), 1e-6)
    assert close(module(x, mask=torch.ones_like(first)), module(x), 1e-5)
    # a query that may look at nothing gets the output's bias, and no NaN
    none = first.clone()
    none[2] = False
    out = module(x.requires_grad_(), mask=none)
    assert close(out[:, 2], module.fc_o.bias.expand(2, -1), 1e-6)
    out.sum().backward()
    assert x.grad.isfinite().all()
    with pytest.raises(ShapeError, match="boolean"):
        module(x, mask=first.float())


@pytest.mark.parametrize("impl", ["eager", "fast"])
@pytest.mark.parametrize("name", ["self_attention", "emsa"])
def test_queries_may_look_at_another_sequence(name, impl):
    module = pair(name)[impl == "fast"].double().eval()
    x = torch.randn(2, 49, CHANNELS, dtype=torch.float64)
    context = torch.randn(2, 36, CHANNELS, dtype=torch.float64)
    out = module(x, context)
    assert out.shape == x.shape
    assert close(module(x, x), module(x), 1e-12)
    image = context.transpose(1, 2).unflatten(2, (6, 6))
    assert close(module(x, image), out, 1e-12)
    # each query for itself, and every token of the context counts
    if name == "self_attention":
        assert close(module(x[:, :5], context), out[:, :5], 1e-12)
    changed = context.clone()
    changed[:, -1] += 1
    assert not close(module(x, changed), out, 1e-3)
    for wrong in (context[:1], context.float()):
        with pytest.raises(ShapeError, match="as many samples as the input and the same data type"):
            module(x, wrong)
    with pytest.raises(ShapeError, match="64 channels"):
        module(x, context[:, :, :32])


def test_a_mask_may_cover_a_context():
    eager, fast = pair("self_attention")
    x, context = torch.randn(2, 5, CHANNELS), torch.randn(2, 3, CHANNELS)
    mask = torch.ones(5, 3, dtype=torch.bool)
    mask[:, 2] = False
    wanted = eager(x, context[:, :2])
    assert close(eager(x, context, mask), wanted, 1e-5)
    assert close(fast(x, context, mask), wanted, 1e-5)


SHAPES = re.compile(r"^Shapes for .*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


class Seen(TorchDispatchMode):
    """The shapes of everything that operations return."""

    def __init__(self):
        super().__init__()
        self.shapes = set()

    def __torch_dispatch__(self, function, types, arguments=(), options=None):
        out = function(*arguments, **(options or {}))
        self.shapes |= {tuple(one.shape) for one in tree_leaves(out) if hasattr(one, "shape")}
        return out


@pytest.mark.parametrize("name", MODULES)
def test_the_worked_example_of_shapes_is_what_happens(name):
    """Every shape that a module's docstring lists occurs in its definition, on the input listed
    there.
    """
    source = inspect.getmodule(MODULES[name]).__doc__
    found = re.findall(r"\((\d+(?:, \d+)+)\)", SHAPES.search(source).group(0))
    first, *others = (tuple(map(int, shape.split(", "))) for shape in found)
    channels = first[1] if len(first) == 4 else first[2]
    module = build(name, channels, impl=MODULES[name].implementations[0]).eval()
    with Seen() as seen, torch.no_grad():
        module(torch.randn(first))
    assert others
    for shape in others:
        assert shape in seen.shapes, shape


def test_external_attention_survives_one_token_far_larger_than_the_rest():
    module = pair("external_attention")[1].eval()
    x = torch.randn(1, 9, CHANNELS)
    x[0, 0] = 1e3
    with torch.no_grad():
        module.mk.weight.abs_()
        plain, out = module.mk(x), module(x)
    assert (plain.softmax(dim=1).sum(dim=2) == 0).any()  # where the definition divides by zero
    assert out.isfinite().all()
    wanted = module.double()(x.double())
    assert close(out.double(), wanted, 1e-3)


def test_eca_depends_on_the_order_of_channels():
    module = pair("eca")[0]
    x = torch.randn(1, CHANNELS, 5, 5)
    order = torch.randperm(CHANNELS, generator=torch.Generator().manual_seed(0))
    assert not close(module(x[:, order]), module(x)[:, order], 1e-4)


@pytest.mark.parametrize(("channels", "kernel"), [(512, 5), (256, 5), (64, 3)])
def test_eca_kernel_grows_with_channels(channels, kernel):
    assert build("eca", channels).kernel == kernel


@pytest.mark.parametrize("shape", [(9, 9), (8, 11), (20, 33)])
@pytest.mark.parametrize("stride", [1, 2])
def test_acmix_strided_and_of_other_width(shape, stride):
    eager, fast = pair("acmix", stride=stride, out_channels=32, window=5)
    x = torch.randn(2, CHANNELS, *shape, dtype=torch.float64)
    out = eager.double()(x)
    assert out.shape == (2, 32, -(-shape[0] // stride), -(-shape[1] // stride))
    assert close(fast.double()(x), out, 1e-11)
    projected = [part(x) for part in (eager.conv_q, eager.conv_k, eager.conv_v)]
    assert close(fast.dense_convolution(x), eager.beta * eager._convolution(*projected), 1e-11)


@pytest.mark.parametrize("join", ["attention", "convolution", "sum", "convex"])
def test_acmix_joins_its_paths_as_requested(join):
    torch.manual_seed(0)
    x = torch.randn(2, CHANNELS, 8, 9, dtype=torch.float64)
    free = build("acmix", CHANNELS).double()
    alpha = 0.3
    gates = {
        "attention": (1, 0),
        "convolution": (0, 1),
        "sum": (1, 1),
        "convex": (alpha, 1 - alpha),
    }
    with torch.no_grad():
        free.alpha.fill_(gates[join][0])
        free.beta.fill_(gates[join][1])
        for impl in ("eager", "fast"):
            module = build("acmix", CHANNELS, impl=impl, join=join).double()
            module.load_state_dict(free.state_dict(), strict=False)
            if join == "convex":
                module.alpha.fill_(alpha)
            assert close(module(x), free(x), 1e-12)
            assert sum(value.numel() for value in module.parameters()) == module.parameter_count()
    with pytest.raises(UnknownName, match='Did you mean "convex"'):
        build("acmix", CHANNELS, join="convx")


@pytest.mark.parametrize("implementation", ["roll", "depthwise", "group"])
def test_all_ways_to_shift_and_sum_are_one_function(implementation):
    x = torch.randn(2, 18, 5, 7, dtype=torch.float64)
    module = build("shift", 18, impl=implementation).double()
    wanted = torch.zeros(2, 2, 5, 7, dtype=torch.float64)
    for row in range(5):
        for column in range(7):
            for s in range(9):
                r, c = row + s // 3 - 1, column + s % 3 - 1
                if 0 <= r < 5 and 0 <= c < 7:
                    wanted[:, :, row, column] += x[:, [s, 9 + s], r, c]
    assert close(module(x), wanted, 1e-12)
    assert close(build("shift", 18, impl="slices").double()(x), wanted, 1e-12)


def test_pooling_and_relu_change_places_without_a_trace():
    x = torch.randn(2, 3, 7, 8, requires_grad=True)
    results = []
    for impl in ("relu_pool", "pool_relu"):
        out = build("pool_relu", 3, impl=impl)(x)
        results.append((out, *torch.autograd.grad(out.sum(), x)))
    assert all(torch.equal(one, other) for one, other in zip(*results, strict=True))


def test_acmix_starts_as_shifts_and_sum():
    module = build("acmix", CHANNELS).double()
    x = torch.randn(1, CHANNELS, 6, 6, dtype=torch.float64)
    parts = [part(x) for part in (module.conv_q, module.conv_k, module.conv_v)]
    maps = torch.cat([part.unflatten(1, (4, 16)) for part in parts], dim=1)
    mixed = torch.nn.functional.pad(module.fc(maps.flatten(3)).unflatten(3, (6, 6)), (1, 1, 1, 1))
    summed = sum(mixed[:, s, :, s // 3 : s // 3 + 6, s % 3 : s % 3 + 6] for s in range(9))
    # each of the 16 sums is given to the 4 outputs of its group
    assert close(module._convolution(*parts), summed.repeat_interleave(4, dim=1), 1e-12)


@pytest.mark.parametrize(
    ("name", "options", "shape", "words"),
    [
        ("se", {}, (2, 32, 8, 8), "was built for 64 channels"),
        ("se", {}, (2, 64, 8), "takes .B, C, H, W."),
        ("se", {}, (0, 64, 8, 8), "non-empty"),
        ("acmix", {}, (2, 64, 3, 9), "at least 4x4"),
        ("bam", {"variant": "reference"}, (2, 64, 14, 14), "use a 7x7 map"),
        ("danet", {"variant": "reference"}, (2, 64, 8, 8), "was built for 7x7 maps"),
        ("bam", {}, (1, 64, 8, 8), "batch of 2 or more"),
        ("sk", {}, (1, 64, 8, 8), "batch of 2 or more"),
        ("emsa", {"ratio": 8}, (2, 64, 0, 3), "non-empty"),
    ],
)
def test_an_input_a_module_cannot_take(name, options, shape, words):
    with pytest.raises(ShapeError, match=words):
        build(name, CHANNELS, **options)(torch.randn(shape))


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("se", {"reduction": 7}, r"reduction \(7\) must divide 64"),
        ("cbam", {"kernel": 4}, "odd kernel"),
        ("psa", {"groups": (3, 1, 1, 1)}, r"groups of its 3x3 convolution \(3\) must divide 16"),
        ("self_attention", {"heads": 5}, r"heads \(5\) must divide 64"),
    ],
)
def test_a_module_that_cannot_be(name, options, words):
    with pytest.raises(ShapeError, match=words):
        build(name, CHANNELS, **options)


def test_unknown_names_are_reported_with_a_suggestion():
    with pytest.raises(UnknownName, match='Did you mean "cbam"'):
        build("cbma", CHANNELS)
    with pytest.raises(UnknownName, match="variant of se"):
        build("se", CHANNELS, "official")
    with pytest.raises(UnknownName, match='Did you mean "reduction"'):
        build("se", CHANNELS, reductoin=4)
    assert "kernel" in options_of("cbam")
