"""What does a command or document show of a plan? Pure views, each as a page (Vietnamese), as data and as flat rows.

`listings`: tables of many records. `record`: one record. `history`: `log` and `diff`. `periodic`: the report on a
period. `letters`: letters to agencies. `fields`: the names that templates may use.
"""
