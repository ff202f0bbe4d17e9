"""Write into a document what no tag can: charts, the length of drawn rules, properties, the seal."""
