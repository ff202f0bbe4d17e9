"""What is wrong in a plan? One module per code.

A module's docstring is its code's public page (layout: `page.py`); `SEVERITY` says that its findings are no errors. A
rule that looks at the loaded plan also has `check(subject)`; faults in the form of files are found by
`kehoach_cli.loading`. Rules do not know the current day: a plan that passes today passes tomorrow.

- `registry.py`: all codes; runs the rules
- `rule.py`, `page.py`: what a rule gets, and its public page
- `texts.py`, `reported_entries.py`: the plan's texts and entries, for rules that look at all of them
- `given_answers.py`: what agencies answered, with who had to
"""
