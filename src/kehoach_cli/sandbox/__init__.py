"""Open what strangers wrote in a binary or XML format: in a child process with limits, never in the program itself.

The program asks through `running`; `child` answers, in the sandbox of `limits`, and opens files with `package`.
"""
