"""Blocked linear layers against torch's own."""

import pytest
import torch
from torch import nn

from index.linear import BlockedLinear, block_weights

pytestmark = pytest.mark.skipif(not hasattr(torch.ops.mkldnn, "_linear_pointwise"), reason="this torch comes without oneDNN")
ROUNDING = 1e-5  # of fp32 sums over 48 products near 1


@pytest.mark.parametrize("shape", [(1, 48), (15, 48), (8, 150, 48)])
@pytest.mark.parametrize("bias", [True, False])
def test_it_gives_what_the_linear_layer_gives(shape: tuple[int, ...], bias: bool) -> None:
    torch.manual_seed(0)
    linear, inputs = nn.Linear(48, 20, bias=bias), torch.randn(shape)
    with torch.inference_mode():
        torch.testing.assert_close(BlockedLinear(linear)(inputs), linear(inputs), atol=ROUNDING, rtol=ROUNDING)


def test_every_linear_layer_is_replaced_at_any_depth_and_a_model_works_as_before() -> None:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(48, 48), nn.GELU(), nn.Sequential(nn.LayerNorm(48), nn.Linear(48, 20))).eval()
    inputs = torch.randn(3, 48)
    with torch.inference_mode():
        before = model(inputs)
        assert block_weights(model) == 2
        torch.testing.assert_close(model(inputs), before, atol=ROUNDING, rtol=ROUNDING)
    assert not any(isinstance(module, nn.Linear) for module in model.modules())
    assert block_weights(model) == 0


def test_layers_of_another_type_and_subclasses_stay() -> None:
    class Own(nn.Linear):
        pass

    model = nn.Sequential(nn.Linear(8, 8, dtype=torch.bfloat16), Own(8, 8))
    assert block_weights(model) == 0
    assert [type(layer) for layer in model] == [nn.Linear, Own]


def test_the_dtype_of_the_weights_can_be_asked() -> None:
    assert BlockedLinear(nn.Linear(8, 8)).weight.dtype == torch.float32
