"""The letter to each agency that has something to answer."""
