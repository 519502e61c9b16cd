"""How models/policy-encoder was made: one file a stage, a leaf that no other package imports."""
