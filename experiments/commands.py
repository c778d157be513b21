"""The commands and their options."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace

from experiments import suites
from experiments.budget import duration
from experiments.cases import Group, groups_of, sharded
from experiments.errors import ExperimentError
from experiments.suites import Settings

Arguments = argparse.Namespace


def run_command(words: list[str]) -> int:
    """Parse and run a command; returns the exit status."""
    arguments = parser().parse_args(words)
    arguments.words = words
    command: Callable[[Arguments], int] = arguments.command
    return command(arguments)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m experiments", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: Callable[[Arguments], int], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(command=function)
        return command

    add("list", list_all, "list modules and suites")
    command = add("verify", verify, "check golden values and closed forms of every module")
    command.add_argument(
        "--golden", metavar="FILE", help="file of golden values (default: the built-in file)"
    )
    command = add("env", env, "show the environment of measurements, and what its versions mean")
    _device(command)
    command.add_argument("--json", action="store_true", help="print the row of a result file")
    for name, function, words in (
        ("plan", plan, "show what a run would measure, with predicted floor and memory"),
        ("run", run, "measure a suite; a stopped run continues where it was"),
    ):
        command = add(name, function, words)
        command.add_argument("suite", help="name of a suite, or a TOML file")
        _device(command)
        command.add_argument(
            "--output", metavar="FILE", help="result file (default: SUITE-DEVICE.jsonl)"
        )
        command.add_argument("--shard", metavar="I/K", help="measure only part I of K")
        command.add_argument(
            "--module", action="append", help="measure only this module (may be repeated)"
        )
        command.add_argument("--launches", type=_count, help="processes for each case")
        command.add_argument(
            "--time-limit", type=float, metavar="S", help="seconds for one process"
        )
        if name == "plan":
            command.add_argument(
                "--slurm", type=_count, metavar="K", help="write a Slurm script for K jobs"
            )
            command.add_argument(
                "--ceilings",
                metavar="FLOPS,BYTES",
                help=(
                    "peaks of the device per second, or a result file that contains them (default:"
                    " measured now)"
                ),
            )
            command.add_argument(
                "--memory",
                type=float,
                metavar="GIB",
                help="free memory of the device: show which cases do not fit (default: unknown)",
            )
            continue
        command.add_argument("--executor", choices=("local", "ray"), default="local")
        command.add_argument(
            "--address", help="address of the Ray cluster (default: start Ray on this machine)"
        )
        command.add_argument(
            "--slots", type=_count, default=1, help="CPU slots, if Ray is started on this machine"
        )
        command.add_argument(
            "--again", action="store_true", help="measure again what has been measured"
        )
        command.add_argument(
            "--budget",
            type=duration,
            metavar="TIME",
            help="time for this call, such as 40m: the most telling rows come first, and the same"
            " command continues",
        )
        command.add_argument(
            "--detach",
            action="store_true",
            help="run in the background, with a log next to the result file",
        )
        command.add_argument("--stale-ok", action="store_true", help="keep rows of other commits")
    command = add(
        "train", train, "run the training study: every module in one host, over many seeds"
    )
    command.add_argument(
        "--study", metavar="FILE", help="study as a TOML file (default: the built-in study)"
    )
    command.add_argument("--task", action="append")
    command.add_argument("--module", action="append")
    command.add_argument("--seeds", type=_count)
    command.add_argument(
        "--rate",
        type=float,
        action="append",
        help="learning rate (may be repeated; default: the recipe's)",
    )
    command.add_argument(
        "--optimizer",
        choices=("adamw", "sgd"),
        action="append",
        help="optimizer (may be repeated; default: the recipe's)",
    )
    command.add_argument("--processes", type=_count, default=1, help="trainings at the same time")
    command.add_argument("--output", default="train-cpu.jsonl", metavar="FILE")
    command = add("merge", merge, "join result files")
    command.add_argument("files", nargs="+")
    command.add_argument("--output", required=True)
    command = add("table", table, "print a result file as a Markdown table")
    command.add_argument("file")
    return top


def _device(command: argparse.ArgumentParser) -> None:
    command.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def device_of(arguments: Arguments, *, measures: bool = True) -> str:
    """The requested device; by default the GPU if there is one. Raises ExperimentError for a
    missing GPU, unless nothing is measured.
    """
    import torch

    has_gpu = torch.cuda.is_available()
    if arguments.device == "cuda" and not has_gpu and measures:
        import os

        from experiments.cuda_words import why_no_gpu
        from experiments.environment import cuda_versions

        versions = cuda_versions("cpu", driver=True)
        reason = why_no_gpu(versions, os.environ.get("CUDA_VISIBLE_DEVICES"))
        raise ExperimentError(
            f"There is no GPU here that PyTorch can use: {reason} Or use --device cpu; `env`"
            " explains the CUDA versions."
        )
    return ("cuda" if has_gpu else "cpu") if arguments.device == "auto" else str(arguments.device)


def chosen(
    arguments: Arguments, *, measures: bool = True
) -> tuple[str, str, list[Group], Settings]:
    """Name of the suite, device, groups and settings for the arguments."""
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
    for line, mismatches in verified(arguments.golden):
        count += 1
        failed += bool(mismatches)
        print(f"{'FAIL' if mismatches else 'ok':5}{line}", flush=True)
        for mismatch in mismatches:
            print(f"       {mismatch}")
    print(f"{count - failed} of {count} cases match, eager and fast, in float64 to 1e-9.")
    return 1 if failed else 0


def env(arguments: Arguments) -> int:
    from experiments.cuda_words import described
    from experiments.environment import record

    row = record(device_of(arguments))
    print(json.dumps(row, indent=2) if arguments.json else described(row))
    return 0


def plan(arguments: Arguments) -> int:
    from experiments import planning

    name, device, groups, settings = chosen(arguments, measures=False)
    if arguments.slurm:
        output = arguments.output or f"{name}-{device}.jsonl"
        print(planning.slurm(arguments.suite, device, arguments.slurm, output), end="")
    else:
        memory = None if arguments.memory is None else int(arguments.memory * 2**30)
        known = planning.ceilings(groups, settings, arguments.ceilings)
        print(planning.plan(groups, settings, known, memory))
    return 0


def run(arguments: Arguments) -> int:
    from experiments.detaching import detach
    from experiments.executors import Executor, local, on_ray
    from experiments.running import run as run_suite

    name, device, groups, settings = chosen(arguments)
    output = arguments.output or f"{name}-{device}.jsonl"
    if arguments.detach:
        return detach(arguments.words, output)
    executor: Executor = local
    if arguments.executor == "ray":
        executor = on_ray(arguments.address, arguments.slots, device)
    return run_suite(
        name,
        groups,
        settings,
        output,
        executor,
        again=arguments.again,
        stale_ok=arguments.stale_ok,
        seconds=arguments.budget,
    )


def train(arguments: Arguments) -> int:
    from experiments.study import running

    content = running.study(arguments.study)
    jobs = []
    for rate in arguments.rate or [None]:
        for optimizer in arguments.optimizer or [None]:
            options = {"rate": rate, "optimizer": optimizer}
            changed = {name: value for name, value in options.items() if value is not None}
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
    is_study = any(row["schema"].startswith("attn-train/") for row in rows)
    print(tables(rows) if is_study else made(rows))
    return 0
