"""KH4xx: baselines, targets and what was measured."""
