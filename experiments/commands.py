"""The commands and their options."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace

from experiments import suites
from experiments.cases import Group, groups_of, sharded
from experiments.errors import ExperimentError
from experiments.suites import Settings

Arguments = argparse.Namespace


def run_command(words: list[str]) -> int:
    """Parse and run; the exit status."""
    arguments = parser().parse_args(words)
    command: Callable[[Arguments], int] = arguments.command
    return command(arguments)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m experiments", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: Callable[[Arguments], int], words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words, description=words)
        one.set_defaults(command=function)
        return one

    add("list", list_all, "modules and suites")
    one = add("verify", verify, "golden values and closed forms of every module")
    one.add_argument("--golden", metavar="FILE", help="another file of golden values")
    one = add("env", env, "where measurements would be made")
    _device(one)
    for name, function, words in (
        ("plan", plan, "what a run would measure, with predicted floor and memory"),
        ("run", run, "measure a suite; a run that was stopped goes on where it was"),
    ):
        one = add(name, function, words)
        one.add_argument("suite", help="a suite's name, or a TOML file")
        _device(one)
        one.add_argument("--output", metavar="FILE", help="results (default: SUITE-DEVICE.jsonl)")
        one.add_argument("--shard", metavar="I/K", help="only part I of K")
        one.add_argument("--module", action="append", help="only this module (may be repeated)")
        one.add_argument("--launches", type=_count, help="processes a case")
        one.add_argument("--time-limit", type=float, metavar="S", help="seconds for one process")
        if name == "plan":
            one.add_argument("--slurm", type=_count, metavar="K", help="write a script for K jobs")
            one.add_argument(
                "--ceilings",
                metavar="FLOPS,BYTES",
                help=(
                    "of the device, a second, or a result file that tells them (default: measured"
                    " now)"
                ),
            )
            continue
        one.add_argument("--executor", choices=("local", "ray"), default="local")
        one.add_argument("--address", help="of the Ray cluster; without it one is started here")
        one.add_argument("--slots", type=_count, default=1, help="CPU slots of a Ray started here")
        one.add_argument("--again", action="store_true", help="measure what is there already")
        one.add_argument("--stale-ok", action="store_true", help="keep rows of other commits")
    one = add("train", train, "the training study: every module in one host, over many seeds")
    one.add_argument("--study", metavar="FILE", help="another study as TOML")
    one.add_argument("--task", action="append")
    one.add_argument("--module", action="append")
    one.add_argument("--seeds", type=_count)
    one.add_argument(
        "--rate", type=float, action="append", help="learning rates to compare (the recipe's)"
    )
    one.add_argument(
        "--optimizer", choices=("adamw", "sgd"), action="append", help="optimizers to compare"
    )
    one.add_argument("--processes", type=_count, default=1, help="trainings at a time")
    one.add_argument("--output", default="train-cpu.jsonl", metavar="FILE")
    one = add("merge", merge, "join result files")
    one.add_argument("files", nargs="+")
    one.add_argument("--output", required=True)
    one = add("table", table, "a result file as a Markdown table")
    one.add_argument("file")
    return top


def _device(one: argparse.ArgumentParser) -> None:
    one.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def device_of(arguments: Arguments, *, measures: bool = True) -> str:
    """The device asked for, or the GPU where there is one; raises ExperimentError for a GPU that
    is not there, unless nothing is to be measured.
    """
    import torch

    there = torch.cuda.is_available()
    if arguments.device == "cuda" and not there and measures:
        raise ExperimentError(
            "There is no GPU that PyTorch can use here. Use --device cpu; `env` tells the CUDA"
            " versions."
        )
    return ("cuda" if there else "cpu") if arguments.device == "auto" else str(arguments.device)


def chosen(
    arguments: Arguments, *, measures: bool = True
) -> tuple[str, str, list[Group], Settings]:
    """Suite's name, device, groups and settings that the words ask for."""
    from experiments.errors import UnknownName
    from experiments.modules import MODULES

    suite, device = suites.load(arguments.suite), device_of(arguments, measures=measures)
    cases = suite.cases(device)
    for module in arguments.module or []:
        if module not in MODULES:
            raise UnknownName("module", module, MODULES)
    if arguments.module:
        cases = [case for case in cases if case.module in arguments.module]
    settings = suite.settings(device)
    if arguments.launches:
        settings = replace(settings, launches=arguments.launches)
    if arguments.time_limit:
        settings = replace(settings, time_limit=arguments.time_limit)
    return suite.name, device, sharded(groups_of(cases), arguments.shard), settings


def list_all(_: Arguments) -> int:
    from experiments.modules import MODULES, implementations_of, options_of, variants_of

    print("Modules: variants; implementations; options")
    for name in MODULES:
        parts = variants_of(name), implementations_of(name), options_of(name)
        print(f"  {name}: {'; '.join(', '.join(part) or 'none' for part in parts)}")
    print("Suites")
    for name in suites.names():
        print(f"  {name}: {suites.load(name).title}")
    return 0


def verify(arguments: Arguments) -> int:
    from experiments.verifying import verify as verified

    count = failed = 0
    for line, wrong in verified(arguments.golden):
        count += 1
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok':5}{line}", flush=True)
        for one in wrong:
            print(f"       {one}")
    print(f"{count - failed} of {count} cases hold, eager and fast, in float64 to 1e-9.")
    return 1 if failed else 0


def env(arguments: Arguments) -> int:
    from experiments.environment import record

    print(json.dumps(record(device_of(arguments)), indent=2))
    return 0


def plan(arguments: Arguments) -> int:
    from experiments import planning

    name, device, groups, settings = chosen(arguments, measures=False)
    if arguments.slurm:
        output = arguments.output or f"{name}-{device}.jsonl"
        print(planning.slurm(arguments.suite, device, arguments.slurm, output), end="")
    else:
        print(
            planning.plan(groups, settings, planning.ceilings(groups, settings, arguments.ceilings))
        )
    return 0


def run(arguments: Arguments) -> int:
    from experiments.executors import Executor, local, on_ray
    from experiments.running import run as run_suite

    name, device, groups, settings = chosen(arguments)
    executor: Executor = local
    if arguments.executor == "ray":
        executor = on_ray(arguments.address, arguments.slots, device)
    return run_suite(
        name,
        groups,
        settings,
        arguments.output or f"{name}-{device}.jsonl",
        executor,
        again=arguments.again,
        stale_ok=arguments.stale_ok,
    )


def train(arguments: Arguments) -> int:
    from experiments.study import running

    content = running.study(arguments.study)
    jobs = []
    for rate in arguments.rate or [None]:
        for optimizer in arguments.optimizer or [None]:
            asked = {"rate": rate, "optimizer": optimizer}
            changed = {name: value for name, value in asked.items() if value is not None}
            jobs += running.runs(
                content, arguments.task, arguments.module, arguments.seeds, **changed
            )
    return running.train(jobs, arguments.output, arguments.processes)


def merge(arguments: Arguments) -> int:
    from experiments.records import merge as merged

    print(f"{merged(arguments.files, arguments.output)} rows in {arguments.output}")
    return 0


def table(arguments: Arguments) -> int:
    from experiments.records import read
    from experiments.study.summary import tables
    from experiments.tables import table as made

    rows = read(arguments.file)
    trained = any(row["schema"].startswith("attn-train/") for row in rows)
    print(tables(rows) if trained else made(rows))
    return 0
