"""Training of one module on one task, seed after seed, with the checks that make the result
credible.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ExperimentError
from experiments.study.host import Host
from experiments.study.tasks import VOID, Split, Task, load

OVERFIT_SAMPLES, OVERFIT_STEPS, OVERFIT_ACCURACY = 32, 300, 0.99


def trained(run: dict[str, Any]) -> list[dict[str, Any]]:
    """The results of training for every seed of ``run``: task, module, options, recipe, seeds."""
    torch.set_num_threads(1)
    results = []
    for seed in run["seeds"]:
        start = time.perf_counter()
        try:
            result = trained_once(run["task"], run["module"], run["options"], run["recipe"], seed)
        except (ExperimentError, RuntimeError) as error:
            result = {"status": "error", "reason": str(error).splitlines()[0][:300]}
        results.append({**result, "seed": seed, "seconds": round(time.perf_counter() - start, 3)})
    return results


def trained_once(
    name: str, module: str, options: dict[str, Any], recipe: dict[str, Any], seed: int
) -> dict[str, Any]:
    """One training: first on a few samples, to see whether it can learn at all, then on all
    samples.
    """
    task = prepared(load(name, seed), recipe)
    torch.manual_seed(seed)
    host = Host(task.train.images.shape[1], task.classes, module, options, recipe)
    checks: dict[str, Any] = {
        "samples_per_class": task.counts(),
        "norm": type(host.norm).__name__,
        "shuffled": shuffles(len(task.train.labels), recipe["batch"], seed),
        "overfit_accuracy": overfit(copy.deepcopy(host), task.train, recipe),
    }
    result: dict[str, Any] = {
        "status": "ok",
        "reason": None,
        "parameters": host.slot_parameters(),
        "curve": [],
        "best_epoch": None,
        "stopped": None,
        "test_accuracy": None,
        "checks": checks,
    }
    if checks["overfit_accuracy"] < OVERFIT_ACCURACY and not recipe["negative_control"]:
        reason = (
            f"{checks['overfit_accuracy']:.0%} of {OVERFIT_SAMPLES} samples after {OVERFIT_STEPS}"
            " steps"
        )
        return {**result, "status": "cannot_overfit", "reason": reason}
    curve, best, stopped = fit(host, task, recipe, seed)
    if not curve:
        reason = "the loss is not a number after the first epoch; the rate may be too large"
        return {**result, "status": "error", "reason": reason}
    accuracy = evaluated(host, task.test)[1]
    return {
        **result,
        "curve": curve,
        "best_epoch": best,
        "stopped": stopped,
        "test_accuracy": accuracy,
    }


def prepared(task: Task, recipe: dict[str, Any]) -> Task:
    """The task with the training part's mean subtracted from all parts, if the recipe asks for
    it.
    """
    if not recipe["mean_subtraction"]:
        return task
    mean = task.train.images.mean(dim=(0, 2, 3), keepdim=True)
    parts = {name: Split(part.images - mean, part.labels) for name, part in task.parts().items()}
    return Task(**parts, classes=task.classes)


def order(count: int, seed: int, epoch: int) -> Tensor:
    """The order of the samples in an epoch: different in each epoch, the same for the same seed."""
    return torch.randperm(count, generator=torch.Generator().manual_seed(1000 * seed + epoch))


def shuffles(count: int, batch: int, seed: int) -> bool:
    """True if two epochs begin with different batches; raises ExperimentError otherwise."""
    if torch.equal(order(count, seed, 0)[:batch], order(count, seed, 1)[:batch]):
        raise ExperimentError("The samples are in the same order in every epoch.")
    return True


def batches(part: Split, recipe: dict[str, Any], seed: int, epoch: int) -> Iterator[Split]:
    """Shuffled batches with shifted images; batches without labels, or too small for batch
    statistics, are left out.
    """
    places = order(len(part.labels), seed, epoch)
    generator = torch.Generator().manual_seed(seed * 7919 + epoch)
    for chosen in places.split(recipe["batch"]):
        if len(chosen) < 2 or bool((part.labels[chosen] == VOID).all()):
            continue
        images = part.images[chosen]
        if recipe["shift"]:
            images = shifted(images, recipe["shift"], generator)
        yield Split(images, part.labels[chosen])


def shifted(images: Tensor, most: int, generator: torch.Generator) -> Tensor:
    """All images of a batch moved by the same random number of pixels, at most ``most``; the rest
    is 0.
    """
    down, right = torch.randint(-most, most + 1, (2,), generator=generator).tolist()
    padded = F.pad(images, (most,) * 4)
    height, width = images.shape[2:]
    return padded[:, :, most + down : most + down + height, most + right : most + right + width]


def class_weights(labels: Tensor, classes: int) -> Tensor:
    """n / (k n_c): rare classes weigh more, and the mean over samples is 1; void samples do not
    count.
    """
    labels = labels[labels != VOID]
    return len(labels) / (classes * torch.bincount(labels, minlength=classes).float())


def optimizer_of(host: nn.Module, recipe: dict[str, Any]) -> torch.optim.Optimizer:
    """AdamW, or with ``optimizer = "sgd"`` stochastic gradient descent with momentum 0.9."""
    name, rate, decay = recipe.get("optimizer", "adamw"), recipe["rate"], recipe["weight_decay"]
    if name == "sgd":
        return torch.optim.SGD(host.parameters(), rate, momentum=0.9, weight_decay=decay)
    if name != "adamw":
        raise ExperimentError(f'The recipe\'s optimizer must be "adamw" or "sgd", not "{name}".')
    return torch.optim.AdamW(host.parameters(), rate, weight_decay=decay)


def fit(
    host: nn.Module, task: Task, recipe: dict[str, Any], seed: int
) -> tuple[list[dict[str, Any]], int, str]:
    """Train the host, which ends with the weights of the least validation loss.  Returns the curve,
    the epoch and the stop reason: "epochs", "validation loss", or "diverged" if a loss is not a
    number.
    """
    optimizer = optimizer_of(host, recipe)
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.3, patience=recipe["plateau"]
    )
    weights = class_weights(task.train.labels, task.classes) if recipe["class_weights"] else None
    curve: list[dict[str, Any]] = []
    best, best_loss, kept = 0, float("inf"), copy.deepcopy(host.state_dict())
    stopped = "epochs"
    for epoch in range(recipe["epochs"]):
        host.train()
        losses = []
        for batch in batches(task.train, recipe, seed, epoch):
            loss = F.cross_entropy(host(batch.images), batch.labels, weights, ignore_index=VOID)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        loss_now, accuracy = evaluated(host, task.validation)
        if not math.isfinite(loss_now + sum(losses)):
            stopped = "diverged"
            break
        curve.append(
            {
                "epoch": epoch,
                "rate": optimizer.param_groups[0]["lr"],
                "train_loss": round(sum(losses) / len(losses), 6),
                "validation_loss": round(loss_now, 6),
                "validation_accuracy": round(accuracy, 6),
            }
        )
        schedule.step(loss_now)
        if loss_now < best_loss:
            best, best_loss, kept = epoch, loss_now, copy.deepcopy(host.state_dict())
        elif epoch - best >= recipe["patience"]:
            stopped = "validation loss"
            break
    host.load_state_dict(kept)
    return curve, best, stopped


def evaluated(host: nn.Module, part: Split) -> tuple[float, float]:
    """Mean loss and accuracy in eval mode."""
    host.eval()
    with torch.inference_mode():
        scores = host(part.images)
        loss = F.cross_entropy(scores, part.labels, ignore_index=VOID).item()
        labeled = part.labels != VOID
        return loss, (scores.argmax(dim=1) == part.labels)[labeled].float().mean().item()


def overfit(host: nn.Module, part: Split, recipe: dict[str, Any]) -> float:
    """Accuracy on a few samples after training only on them: a module that fails here cannot
    learn.
    """
    labeled = torch.nonzero(part.labels != VOID)[:, 0]
    chosen = labeled[order(len(labeled), 0, 0)[:OVERFIT_SAMPLES]]
    few = Split(part.images[chosen], part.labels[chosen])
    optimizer = optimizer_of(host, recipe)
    accuracy = 0.0
    host.train()
    for step in range(OVERFIT_STEPS):
        scores = host(few.images)
        loss = F.cross_entropy(scores, few.labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 10 == 9:
            accuracy = (scores.argmax(dim=1) == few.labels).float().mean().item()
            if accuracy > OVERFIT_ACCURACY:
                break
    return accuracy
