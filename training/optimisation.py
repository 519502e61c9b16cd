"""Adam on fp32 master weights behind a bf16 body; a schedule that counts steps, never minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from transformers import BertModel

ROW_TABLE = "word_embeddings"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Warm-up, plateau, linear decay (Hägele et al. 2024): a run that goes on with fewer steps just decays sooner."""

    steps: int
    warm_up: int = 50  # steps
    decay_share: float = 0.35  # of all steps
    floor: float = 0.02  # of the full rate

    def factor(self, step: int) -> float:
        """The share of the full learning rate at a step, from 0."""
        decay = max(1.0, self.steps * self.decay_share)
        return min(1.0, (step + 1) / self.warm_up, self.floor + (1 - self.floor) * max(0.0, self.steps - step) / decay)


class MasterWeights:
    """The fp32 weights that learn; the body carries their rounded copy. Embedding rows learn faster than the rest."""

    def __init__(self, body: BertModel, row_rate: float, body_rate: float) -> None:
        """Copy the body's weights; the unused pooler stays as it is."""
        self.names = [name for name, _ in body.named_parameters() if "pooler" not in name]
        self.shadows = [weight for name, weight in body.named_parameters() if "pooler" not in name]
        self.masters = [weight.detach().float().clone().requires_grad_() for weight in self.shadows]
        named = list(zip(self.names, self.masters, strict=True))
        rows = [weight for name, weight in named if ROW_TABLE in name]
        others = [weight for name, weight in named if ROW_TABLE not in name]
        groups = [{"params": rows, "lr": row_rate}, {"params": others, "lr": body_rate}]
        self.rates = (row_rate, body_rate)
        self.adam = torch.optim.Adam(groups, betas=(0.9, 0.98), fused=True)

    def load_masters(self, weights: dict[str, torch.Tensor]) -> None:
        """Take fp32 weights by name and round them into the body."""
        with torch.no_grad():
            for name, master in zip(self.names, self.masters, strict=True):
                master.copy_(weights[name])
        self.round()

    def named(self) -> dict[str, torch.Tensor]:
        """The master weights by name."""
        return {name: weight.detach() for name, weight in zip(self.names, self.masters, strict=True)}

    @torch.no_grad()
    def round(self) -> None:
        """Copy the master weights into the body."""
        for shadow, master in zip(self.shadows, self.masters, strict=True):
            shadow.copy_(master)

    def step(self, factor: float) -> None:
        """One update from the gradients in the body, at this share of the full rates; the gradients are cleared."""
        for shadow, master in zip(self.shadows, self.masters, strict=True):
            master.grad = None if shadow.grad is None else shadow.grad.float()
            shadow.grad = None
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        torch.nn.utils.clip_grad_norm_(self.masters, 1.0)
        self.adam.step()
        self.adam.zero_grad()
        self.round()

    def state(self) -> dict[str, Any]:
        """What a checkpoint keeps of it."""
        return {"weights": self.named(), "adam": self.adam.state_dict()}

    def load(self, state: dict[str, Any]) -> None:
        """Take back a checkpoint's state."""
        self.load_masters(state["weights"])
        self.adam.load_state_dict(state["adam"])
