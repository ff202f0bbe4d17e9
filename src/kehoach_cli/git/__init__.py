"""Runs git: reads commits and files of a repository, and makes the one commit of a new entry. No other room does."""
