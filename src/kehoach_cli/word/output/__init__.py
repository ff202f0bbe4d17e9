"""Writing into a document: charts, drawn rules, properties, the seal."""
