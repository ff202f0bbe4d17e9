"""Rules about a document's form by Decree 30/2020/NĐ-CP, one per element. A rule's docstring is its public page."""
