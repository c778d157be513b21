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
# keys of a study file: the required and the optional ones
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
    """The study in a TOML file. Raises ExperimentError."""
    file = Path(path) if path else STUDY
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExperimentError(f"{file}: cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExperimentError(f"{file}: is not valid TOML: {error}.") from None
    try:
        _keys("key", content, TOP)
        _keys("key of [recipe]", content["recipe"], RECIPE)
        for name, task in content["tasks"].items():
            _keys(f"key of [tasks.{name}]", task, TASK)
    except ExperimentError as error:
        raise ExperimentError(f"{file}: {error}") from None
    return content


def _keys(kind: str, content: Any, keys: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Raises ExperimentError if a table lacks a key or has an unknown key."""
    needed, optional = keys
    if not isinstance(content, dict):
        raise ExperimentError(f"Write a table, not {content!r} ({kind}).")
    for key in content:
        if key not in needed + optional:
            raise UnknownName(kind, key, needed + optional)
    for key in needed:
        if key not in content:
            raise ExperimentError(f'A study needs "{key}" ({kind}).')


def runs(
    content: dict[str, Any],
    tasks: list[str] | None,
    modules: list[str] | None,
    seeds: int | None,
    **changed: Any,
) -> list[dict[str, Any]]:
    """Jobs, each a task, a module and some seeds; ``changed`` overrides keys of the recipe.
    Raises UnknownName.
    """
    from experiments.modules import MODULES
    from experiments.study.tasks import TASKS

    known = content["modules"]
    for kind, chosen, names in (("task", tasks, content["tasks"]), ("module", modules, known)):
        for name in chosen or []:
            if name not in names:
                raise UnknownName(kind, name, names)
    for kind, names, existing in (
        ("task", content["tasks"], TASKS),
        ("module", known, [*MODULES, "none"]),
    ):
        for name in names:
            if name not in existing:
                raise UnknownName(kind, name, existing)
    every = list(range(seeds or content["seeds"]))
    jobs: list[dict[str, Any]] = []
    for task in tasks or content["tasks"]:
        facts = content["tasks"][task]
        controls = {key: facts[key] for key in ("negative", "positive") if key in facts}
        for module in modules or known:
            recipe = {
                **content["recipe"],
                **changed,
                "kernel": facts["kernel"],
                "epochs": facts["epochs"],
            }
            recipe["negative_control"] = controls.get("negative", {}).get("module") == module
            for first in range(0, len(every), CHUNK):
                jobs.append(
                    {
                        "task": task,
                        "module": module,
                        "options": known[module],
                        "recipe": recipe,
                        "seeds": every[first : first + CHUNK],
                        "controls": controls,
                    }
                )
    return jobs


def train(jobs: list[dict[str, Any]], path: str, processes: int) -> int:
    """Train the runs that ``path`` does not contain yet; returns the exit status."""
    where = environment.record("cpu")
    commit, dirty = environment.git()
    run = {
        "run_id": uuid.uuid4().hex[:12],
        "git_commit": commit,
        "dirty": dirty,
        "host": environment.host(),
    }
    with ResultFile(path) as file, Stop().listening() as stop:
        trained = {row["id"] for row in file.rows if row.get("status") in ("ok", "cannot_overfit")}
        for job in jobs:
            job["seeds"] = [seed for seed in job["seeds"] if identity(job, seed) not in trained]
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
                scores = ", ".join(map(score, rows))
                case = rows[0]["case"]["module"]
                progress.say(f"[{done}/{len(left)}] {rows[0]['task']} {case}: {scores}")
        if stop:
            progress.say("Stopped. Run the same command to continue.")
            return stop.status
        return 1 if failed else 0


def score(row: dict[str, Any]) -> str:
    """A row in short: its accuracy, or the reason why it has none."""
    accuracy = row["test_accuracy"]
    return f"{row['status']}: {row['reason']}" if accuracy is None else f"{accuracy:.3f}"


def answer(job: dict[str, Any], env_id: str, run: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a job, even if its process fails."""
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
        results = ask({"job": "train", "run": job}, TIME_LIMIT)
    except JobFailed as failure:
        results = [{"reason": str(failure), "seed": seed} for seed in job["seeds"]]
    return [
        {
            "schema": TRAIN,
            "id": identity(job, result["seed"]),
            "task": job["task"],
            "case": {
                "module": job["module"],
                "options": job["options"],
                "controls": job["controls"],
            },
            "recipe": job["recipe"],
            "recipe_id": digest(job["recipe"]),
            **empty,
            **result,
            "env_id": env_id,
            "run": {**run, "started": started, "finished": now()},
        }
        for result in results
    ]


def identity(job: dict[str, Any], seed: int) -> str:
    return digest([job["task"], job["module"], job["options"], job["recipe"], seed])
