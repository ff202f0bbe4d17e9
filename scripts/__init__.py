"""What makes files of this repository from others. `python -m scripts.rule_pages` and so on."""
