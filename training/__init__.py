"""How models/policy-encoder was made: one file a stage, a leaf that no other package imports."""

import os

# before torch is loaded: on a core that others use too, a thread that waits by spinning takes the time of the one it waits for
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
