"""Loads plans: files -> records and findings (`plan_files`, `checking`), also at an earlier revision (`history`)."""
