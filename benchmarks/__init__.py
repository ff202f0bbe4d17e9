"""Speed, shown as ratios between whole processes measured in one run. `python -m benchmarks.startup` and so on."""
