"""``python -m experiments train``: the study's runs in processes, and their rows."""

from __future__ import annotations

import tomllib
import uuid
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from experiments import environment
from experiments.cases import digest
from experiments.errors import ExperimentError, UnknownName
from experiments.measure_group import now
from experiments.processes import JobFailed, ask
from experiments.progress import Progress
from experiments.records import TRAIN, ResultFile
from experiments.running import Stop

STUDY = Path(__file__).parent / "study.toml"
TIME_LIMIT = 3600.0
CHUNK = 5  # seeds that one process trains
# keys of a study's file: those that must be there, and those that may
TOP = ("seeds", "tasks", "recipe", "modules"), ()
TASK = ("kernel", "epochs"), ("negative", "positive")
RECIPE = (
    (
        "channels",
        "batch",
        "rate",
        "weight_decay",
        "skip",
        "class_weights",
        "mean_subtraction",
        "shift",
        "plateau",
        "patience",
    ),
    ("norm", "optimizer", "spatial_dropout", "weight_norm"),
)


def study(path: str | None = None) -> dict[str, Any]:
    """The study as its TOML file says it; raises ExperimentError."""
    file = Path(path) if path else STUDY
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExperimentError(f"{file}: cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExperimentError(f"{file}: is no TOML: {error}.") from None
    try:
        _keys("key", content, TOP)
        _keys("key of [recipe]", content["recipe"], RECIPE)
        for name, task in content["tasks"].items():
            _keys(f"key of [tasks.{name}]", task, TASK)
    except ExperimentError as error:
        raise ExperimentError(f"{file}: {error}") from None
    return content


def _keys(kind: str, found: Any, keys: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Raises ExperimentError when a table lacks a key, or has one that means nothing."""
    needed, optional = keys
    if not isinstance(found, dict):
        raise ExperimentError(f"A table is needed, not {found!r} ({kind}).")
    for key in found:
        if key not in needed + optional:
            raise UnknownName(kind, key, needed + optional)
    for key in needed:
        if key not in found:
            raise ExperimentError(f'There is no "{key}" ({kind}), which a study needs.')


def runs(
    content: dict[str, Any],
    tasks: list[str] | None,
    modules: list[str] | None,
    seeds: int | None,
    **changed: Any,
) -> list[dict[str, Any]]:
    """Jobs, each a task, a module and some seeds; ``changed`` are keys of the recipe.  Raises
    UnknownName.
    """
    from experiments.modules import MODULES
    from experiments.study.tasks import TASKS

    known = content["modules"]
    for kind, asked, names in (("task", tasks, content["tasks"]), ("module", modules, known)):
        for name in asked or []:
            if name not in names:
                raise UnknownName(kind, name, names)
    for kind, names, there in (
        ("task", content["tasks"], TASKS),
        ("module", known, [*MODULES, "none"]),
    ):
        for name in names:
            if name not in there:
                raise UnknownName(kind, name, there)
    every = list(range(seeds or content["seeds"]))
    found = []
    for task in tasks or content["tasks"]:
        own = content["tasks"][task]
        controls = {key: own[key] for key in ("negative", "positive") if key in own}
        for module in modules or known:
            recipe = {
                **content["recipe"],
                **changed,
                "kernel": own["kernel"],
                "epochs": own["epochs"],
            }
            recipe["negative_control"] = controls.get("negative", {}).get("module") == module
            for first in range(0, len(every), CHUNK):
                found.append(
                    {
                        "task": task,
                        "module": module,
                        "options": known[module],
                        "recipe": recipe,
                        "seeds": every[first : first + CHUNK],
                        "controls": controls,
                    }
                )
    return found


def train(jobs: list[dict[str, Any]], path: str, processes: int) -> int:
    """Train what ``path`` does not hold yet; the exit status."""
    where = environment.record("cpu")
    commit, dirty = environment.git()
    run = {
        "run_id": uuid.uuid4().hex[:12],
        "git_commit": commit,
        "dirty": dirty,
        "host": environment.host(),
    }
    with ResultFile(path) as file, Stop().listening() as stop:
        held = {row["id"] for row in file.rows if row.get("status") in ("ok", "cannot_overfit")}
        for job in jobs:
            job["seeds"] = [seed for seed in job["seeds"] if identity(job, seed) not in held]
        left = [job for job in jobs if job["seeds"]]
        progress = Progress(path)
        if not left:
            progress.say(f"{path}: nothing is left to train.")
            return 0
        if not any(row.get("env_id") == where["env_id"] for row in file.rows if "content" in row):
            file.add(where)
        failed = done = 0
        with ThreadPoolExecutor(processes) as pool:

            def work(job: dict[str, Any]) -> list[dict[str, Any]] | None:
                return None if stop else answer(job, where["env_id"], run)

            for finished in as_completed(pool.submit(work, job) for job in left):
                rows = finished.result()
                if rows is None:
                    continue
                for row in rows:
                    file.add(row)
                    failed += row["status"] == "error"
                done += 1
                scores = ", ".join(map(told, rows))
                case = rows[0]["case"]["module"]
                progress.say(f"[{done}/{len(left)}] {rows[0]['task']} {case}: {scores}")
        if stop:
            progress.say("Stopped; the same command goes on.")
            return stop.status
        return 1 if failed else 0


def told(row: dict[str, Any]) -> str:
    """A row in a word: its accuracy, or why it has none."""
    accuracy = row["test_accuracy"]
    return f"{row['status']}: {row['reason']}" if accuracy is None else f"{accuracy:.3f}"


def answer(job: dict[str, Any], env_id: str, run: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a job, whatever happens to its process."""
    started = now()
    empty: dict[str, Any] = {
        "status": "error",
        "parameters": None,
        "curve": [],
        "best_epoch": None,
        "stopped": None,
        "test_accuracy": None,
        "checks": {},
        "seconds": 0.0,
    }
    try:
        found = ask({"job": "train", "run": job}, TIME_LIMIT)
    except JobFailed as failure:
        found = [{"reason": str(failure), "seed": seed} for seed in job["seeds"]]
    return [
        {
            "schema": TRAIN,
            "id": identity(job, one["seed"]),
            "task": job["task"],
            "case": {
                "module": job["module"],
                "options": job["options"],
                "controls": job["controls"],
            },
            "recipe": job["recipe"],
            "recipe_id": digest(job["recipe"]),
            **empty,
            **one,
            "env_id": env_id,
            "run": {**run, "started": started, "finished": now()},
        }
        for one in found
    ]


def identity(job: dict[str, Any], seed: int) -> str:
    return digest([job["task"], job["module"], job["options"], job["recipe"], seed])
